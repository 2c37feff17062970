/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/overview.h"

static StarlingOverviewCell *
get_cell (StarlingOverviewCell *cells, guint principle, guint level)
{
  return &cells[principle * STARLING_N_LEVELS + level];
}

static void
add_story (StarlingOverviewCell *cell, const StarlingLevelFigures *figures)
{
  cell->n_stories++;
  cell->n_rehearsed += figures->n_takes > 0 ? 1 : 0;
  cell->n_answers += figures->n_answers;
  cell->n_right += figures->n_right;
  if (figures->n_reviews + figures->n_takes + figures->n_answers > 0)
    cell->begun = TRUE;
}

/* Adds how likely the card is recalled to the mastery of each level at which
 * there is such a card. */
static void
add_card (StarlingOverviewCell *cells,
          const StarlingDeckCard *card,
          const StarlingScheduler *scheduler,
          gint64 now)
{
  double recall = starling_scheduler_get_recall_now (scheduler,
                                                     &card->record.memory, now);

  for (guint i = 0; i < STARLING_N_LEVELS; i++)
    {
      StarlingOverviewCell *cell = get_cell (cells, (guint) card->principle, i);

      if ((card->levels & (1u << i)) == 0)
        continue;
      cell->n_cards++;
      if ((card->record.levels & (1u << i)) != 0)
        cell->mastery += recall;
    }
}

/**
 * starling_overview_fill:
 * @cells: (out caller-allocates): #STARLING_N_LEVELS for each principle, those
 *   of a principle together
 * @n_principles: how many principles there are
 * @stories: (array length=n_stories): all stories
 * @n_stories: how many
 * @deck: all cards of these stories
 * @scheduler: what knows how likely a card is recalled
 * @now: Unix milliseconds
 *
 * Works out the matrix of principle and level. A story counts for the principle
 * that it is about. The mastery at a level is the mean, over the cards that
 * there are at that level, of the retrievability of those that were ever
 * graded at it, and 0 for the others (DESIGN 6).
 */
void
starling_overview_fill (StarlingOverviewCell *cells,
                        guint n_principles,
                        const StarlingOverviewStory *stories,
                        guint n_stories,
                        const StarlingDeck *deck,
                        const StarlingScheduler *scheduler,
                        gint64 now)
{
  gint64 seconds = now / 1000 - (now % 1000 < 0 ? 1 : 0);

  g_return_if_fail (cells != NULL);
  g_return_if_fail (deck != NULL);

  for (guint i = 0; i < n_principles * STARLING_N_LEVELS; i++)
    cells[i] = (StarlingOverviewCell){ 0 };
  for (guint i = 0; i < n_stories; i++)
    for (guint j = 0; j < STARLING_N_LEVELS; j++)
      add_story (get_cell (cells, (guint) stories[i].principle, j),
                 &stories[i].levels[j]);
  for (guint i = 0; i < deck->n_cards; i++)
    add_card (cells, &deck->cards[i], scheduler, seconds);
  for (guint i = 0; i < n_principles * STARLING_N_LEVELS; i++)
    if (cells[i].n_cards > 0)
      cells[i].mastery /= cells[i].n_cards;
}

/**
 * starling_overview_get_cell:
 * @cells: a matrix
 * @principle: index of a principle
 * @level: a level
 *
 * Returns: (transfer none): that principle at that level
 */
const StarlingOverviewCell *
starling_overview_get_cell (const StarlingOverviewCell *cells,
                            guint principle,
                            StarlingLevel level)
{
  return &cells[principle * STARLING_N_LEVELS + (guint) level];
}

/**
 * starling_overview_count_begun:
 * @cells: a matrix
 * @n_principles: how many principles it has
 *
 * Returns: how many of the cells were begun
 */
guint
starling_overview_count_begun (const StarlingOverviewCell *cells,
                               guint n_principles)
{
  guint n = 0;

  for (guint i = 0; i < n_principles * STARLING_N_LEVELS; i++)
    n += cells[i].begun ? 1 : 0;
  return n;
}

/* Mean of mastery and share of right answers; no answer counts as none right:
 * what was never asked is not known to be known. */
static double
get_standing (const StarlingOverviewCell *cell)
{
  double right
      = cell->n_answers > 0 ? (double) cell->n_right / cell->n_answers : 0;

  return (cell->mastery + right) / 2;
}

/**
 * starling_overview_find_first:
 * @cells: a matrix
 * @n_principles: how many principles it has
 * @level: the level that is practised
 * @wanted: the principles to prepare; 0: all
 *
 * Finds where to look first at a level, among the principles to prepare: the
 * one that was begun whose mean of mastery and right answers is least, as long
 * as that is below %STARLING_OVERVIEW_ENOUGH; else the first one that has
 * stories and was not begun; else the least one again. Of equals, the first.
 *
 * Returns: index of a principle; -1: nothing was begun at this level
 */
int
starling_overview_find_first (const StarlingOverviewCell *cells,
                              guint n_principles,
                              StarlingLevel level,
                              StarlingPrincipleSet wanted)
{
  double least = 2;
  int weakest = -1;
  int open = -1;

  for (guint i = 0; i < n_principles; i++)
    {
      const StarlingOverviewCell *cell
          = starling_overview_get_cell (cells, i, level);

      if (wanted != 0 && (wanted & STARLING_PRINCIPLE_BIT (i)) == 0)
        continue;
      if (cell->begun && get_standing (cell) < least)
        {
          least = get_standing (cell);
          weakest = (int) i;
        }
      else if (!cell->begun && cell->n_stories > 0 && open < 0)
        open = (int) i;
    }
  if (weakest >= 0 && least >= STARLING_OVERVIEW_ENOUGH && open >= 0)
    return open;
  return weakest;
}

/**
 * starling_overview_round:
 * @share: 0 to 1
 *
 * Returns: that in whole percent, halves up
 */
int
starling_overview_round (double share)
{
  return (int) (share * 100 + 0.5);
}

/**
 * starling_overview_get_percent:
 * @n_right: how many of them
 * @n: how many in all
 *
 * Returns: that in whole percent, halves up; -1: of none
 */
int
starling_overview_get_percent (guint n_right, guint n)
{
  return n == 0 ? -1 : starling_overview_round ((double) n_right / n);
}

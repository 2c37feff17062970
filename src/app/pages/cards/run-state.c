/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/cards/run-private.h"

#include <string.h>

/* How far ahead the next cards are looked for. */
#define FORECAST_DAYS 60

#define DAY_SECONDS (24 * 3600)

static gboolean
is_same_day (StarlingCardsRun *self)
{
  gint64 now = starling_cards_run_now (self);

  return now < self->input.tomorrow && now >= self->input.now - STARLING_DAY_MS;
}

/**
 * starling_cards_run_follow:
 * @self: a run
 *
 * Makes queue and card those of the session's scope and lens, of today, and of
 * the library as it is now. What fits already stays as it is; an answer stays
 * on screen as long as its card is in the scope and has a text at the level.
 *
 * Returns: whether the queue was made again
 */
gboolean
starling_cards_run_follow (StarlingCardsRun *self)
{
  const char *scope = starling_session_get_scope (self->session);
  int level = (int) starling_session_get_level (self->session);
  gboolean moved = self->queue == NULL || g_strcmp0 (scope, self->scope) != 0;

  if (!moved && level == self->input.level && !self->is_stale
      && is_same_day (self))
    {
      if (self->card != NULL)
        starling_cards_run_open (self);
      return FALSE;
    }

  if (moved)
    g_clear_pointer (&self->card, g_free);
  starling_cards_run_build (self);
  starling_cards_run_open (self);
  return TRUE;
}

/**
 * starling_cards_run_wake:
 * @self: a run without a card on screen
 *
 * Looks whether the time of a card has come.
 *
 * Returns: whether there is a card now, or another day
 */
gboolean
starling_cards_run_wake (StarlingCardsRun *self)
{
  gint64 now = starling_cards_run_now (self);

  if (self->queue == NULL || self->card != NULL)
    return FALSE;
  if (!is_same_day (self))
    return starling_cards_run_follow (self);
  if (!starling_review_queue_advance (self->queue, now))
    return FALSE;
  starling_cards_run_open (self);
  return self->card != NULL;
}

/**
 * starling_cards_run_add:
 * @self: a run
 * @extra_new: how many new cards, beyond those that are left of today's; 0:
 *   another portion of what is due
 *
 * Adds cards to the queue.
 */
void
starling_cards_run_add (StarlingCardsRun *self, guint extra_new)
{
  starling_library_get_plan_input (starling_cards_run_get_library (self),
                                   self->input.level, &self->input);
  if (extra_new > 0)
    {
      guint counts[STARLING_N_PILES];

      starling_review_queue_count (self->queue, counts);
      self->new_goal
          = self->input.new_done + counts[STARLING_PILE_NEW] + extra_new;
    }
  else
    {
      gint64 left;

      left = self->input.settings.reviews_per_day + (gint64) self->extra_reviews
             - self->input.reviews_done;
      if (left < STARLING_PORTION)
        self->extra_reviews += (guint) (STARLING_PORTION - left);
    }
  starling_cards_run_build (self);
  starling_cards_run_open (self);
}

/**
 * starling_cards_run_get_card:
 * @self: a run
 *
 * Returns: (transfer none) (nullable): the name of the card on screen
 */
const char *
starling_cards_run_get_card (StarlingCardsRun *self)
{
  return self->card;
}

/**
 * starling_cards_run_get_view:
 * @self: a run
 *
 * Returns: (transfer none) (nullable): the card on screen through the lens;
 *   valid until the run is told something
 */
const StarlingCardView *
starling_cards_run_get_view (StarlingCardsRun *self)
{
  return self->card != NULL ? &self->view : NULL;
}

/**
 * starling_cards_run_is_shown:
 * @self: a run
 *
 * Returns: whether the answer is on screen
 */
gboolean
starling_cards_run_is_shown (StarlingCardsRun *self)
{
  return self->card != NULL && self->shown;
}

/**
 * starling_cards_run_show:
 * @self: a run
 *
 * Shows the answer, so that it can be graded.
 *
 * Returns: %FALSE if there is no card, or it is shown already
 */
gboolean
starling_cards_run_show (StarlingCardsRun *self)
{
  if (self->card == NULL || self->shown)
    return FALSE;
  self->shown = TRUE;
  return TRUE;
}

/**
 * starling_cards_run_count:
 * @self: a run
 * @counts: (out caller-allocates): cards still to come in this session
 */
void
starling_cards_run_count (StarlingCardsRun *self,
                          guint counts[STARLING_N_PILES])
{
  memset (counts, 0, STARLING_N_PILES * sizeof *counts);
  if (self->queue != NULL)
    starling_review_queue_count (self->queue, counts);
}

/**
 * starling_cards_run_get_pile:
 * @self: a run with a card on screen
 *
 * Returns: the count that the card belongs to
 */
StarlingPile
starling_cards_run_get_pile (StarlingCardsRun *self)
{
  return starling_review_queue_get_current_pile (self->queue);
}

/**
 * starling_cards_run_get_portion:
 * @self: a run
 *
 * Returns: after days away, before the first grade: how many cards there are
 *   to start with; else 0
 */
guint
starling_cards_run_get_portion (StarlingCardsRun *self)
{
  return g_hash_table_size (self->done) == 0 ? self->n_portion : 0;
}

/**
 * starling_cards_run_get_interval:
 * @self: a run with a card on screen
 * @grade: a #StarlingGrade
 *
 * When the card would come back, computed as the replay of the journal will,
 * and never later than the interview allows.
 *
 * Returns: seconds; 86,400 for each day where it comes back on another day
 */
gint64
starling_cards_run_get_interval (StarlingCardsRun *self, int grade)
{
  StarlingLibrary *library = starling_cards_run_get_library (self);
  StarlingClock *clock = starling_library_get_clock (library);
  gint64 now = starling_clock_get_utc (clock);
  int offset = starling_clock_get_offset (clock, now);
  const StarlingDeckCard *card
      = starling_library_find_card (library, self->card);
  StarlingDeckCard after;
  gint64 due;

  if (card == NULL)
    return 0;
  after = *card;
  starling_card_record_review (&after.record,
                               starling_progress_get_scheduler (
                                   starling_library_get_progress (library)),
                               after.name, now, offset, grade,
                               self->input.level);
  due = starling_plan_get_due (&self->input, &after);
  if (after.record.memory.state != STARLING_MEMORY_REVIEW)
    return after.record.memory.due - now / 1000;
  return (gint64) MAX (starling_day_of (due, offset)
                           - starling_day_of (now, offset),
                       1)
         * DAY_SECONDS;
}

/**
 * starling_cards_run_set_running:
 * @self: a run
 * @running: whether somebody looks at the card
 *
 * Starts or stops the time that a card takes.
 */
void
starling_cards_run_set_running (StarlingCardsRun *self, gboolean running)
{
  gint64 now = starling_clock_get_monotonic (
      starling_library_get_clock (starling_cards_run_get_library (self)));

  if (self->running)
    self->spent += now - self->since;
  self->running = running;
  self->since = now;
}

/**
 * starling_cards_run_get_spent:
 * @self: a run
 *
 * Returns: time on the card on screen, ms
 */
gint64
starling_cards_run_get_spent (StarlingCardsRun *self)
{
  starling_cards_run_set_running (self, self->running);
  return self->spent / 1000;
}

/* How many cards today holds that are not in the scope. */
static guint
count_others (StarlingCardsRun *self)
{
  guint n_all
      = starling_agenda_count (starling_session_get_agenda (self->session));
  guint counts[STARLING_N_PILES];
  guint n = 0;

  starling_cards_run_count (self, counts);
  for (guint i = 0; i < STARLING_N_PILES; i++)
    n += counts[i];
  return g_str_equal (self->scope, "today") || n_all <= n ? 0 : n_all - n;
}

static void
find_next_day (StarlingCardsRun *self, StarlingCardsFacts *facts)
{
  StarlingLibrary *library = starling_cards_run_get_library (self);
  StarlingCardsFilter filter = { .run = self };
  static const guint horizons[] = { 2, FORECAST_DAYS };
  StarlingForecastDay days[FORECAST_DAYS];
  StarlingPlanInput input;

  starling_library_get_plan_input (library, self->input.level, &input);
  /* mostly it is tomorrow, and that is known at once */
  for (guint h = 0; h < G_N_ELEMENTS (horizons); h++)
    {
      starling_plan_forecast_scope (&input, starling_library_get_deck (library),
                                    starling_cards_run_filter, &filter, days,
                                    horizons[h]);
      for (guint i = 1; i < horizons[h]; i++)
        {
          guint n = days[i].n_reviews + days[i].n_new;

          if (n == 0)
            continue;
          facts->next_days = days[i].day - input.today;
          facts->n_next = n;
          return;
        }
    }
}

/**
 * starling_cards_run_get_wait:
 * @self: a run with a queue
 *
 * Returns: ms until the next card in learning comes back; -1: none does
 */
gint64
starling_cards_run_get_wait (StarlingCardsRun *self)
{
  gint64 next = starling_review_queue_get_next_time (self->queue);

  if (next == STARLING_NEVER)
    return -1;
  return MAX (next * 1000 - starling_cards_run_now (self), 0);
}

/**
 * starling_cards_run_get_facts:
 * @self: a run with a queue
 * @facts: (out caller-allocates): how things stand when there is no card
 */
void
starling_cards_run_get_facts (StarlingCardsRun *self, StarlingCardsFacts *facts)
{
  StarlingLibrary *library = starling_cards_run_get_library (self);
  const StarlingDeck *deck = starling_library_get_deck (library);
  StarlingCardsFilter filter = { .run = self };

  *facts = (StarlingCardsFacts){
    .n_done = g_hash_table_size (self->done),
    .ms = self->done_ms,
    .wait_ms = starling_cards_run_get_wait (self),
    .n_waiting = starling_review_queue_get_n_waiting (self->queue),
    .n_others = count_others (self),
    .n_unseen = starling_review_queue_get_n_unseen (self->queue),
    .n_cards = self->n_cards,
    .is_story = g_str_has_prefix (self->scope, "scenario:"),
  };
  for (guint i = 0; i < deck->n_cards; i++)
    if (deck->cards[i].record.suspended || deck->cards[i].record.leech)
      facts->n_aside += starling_cards_run_filter (&deck->cards[i], &filter);
  find_next_day (self, facts);
}

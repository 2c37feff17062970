/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/suggestion.h"

/* Whoever takes longer over a card has gone to fetch a coffee. */
#define LONGEST_MS (2 * 60 * 1000)

/* The one of several that was rehearsed least, or longest ago. */
static int
find_least (const StarlingRehearsalRecord *records, guint n_records)
{
  g_autofree guint *order = g_new (guint, n_records);

  starling_rehearsal_propose (records, n_records, order);
  return (int) order[0];
}

/* The principle among those of the set whose stories were rehearsed least, or
 * longest ago; -1: none has a story. */
static int
find_principle (const StarlingStoryRecord *stories,
                guint n_stories,
                StarlingPrincipleSet set)
{
  StarlingRehearsalRecord records[STARLING_MAX_PRINCIPLES];
  int principles[STARLING_MAX_PRINCIPLES];
  guint n = 0;

  for (guint i = 0; i < n_stories; i++)
    {
      guint at = 0;

      if (stories[i].principle < 0
          || stories[i].principle >= STARLING_MAX_PRINCIPLES
          || !(set & STARLING_PRINCIPLE_BIT (stories[i].principle)))
        continue;
      while (at < n && principles[at] != stories[i].principle)
        at++;
      if (at == n)
        {
          principles[n] = stories[i].principle;
          records[n++] = (StarlingRehearsalRecord){ 0 };
        }
      records[at].n_takes += stories[i].record.n_takes;
      records[at].last_at
          = MAX (records[at].last_at, stories[i].record.last_at);
    }
  return n > 0 ? principles[find_least (records, n)] : -1;
}

/**
 * starling_suggestion_find_story:
 * @stories: (array length=n_stories): the stories there are
 * @n_stories: how many
 * @ticked: the principles to prepare; 0: all
 *
 * Chooses what to rehearse: first the principle whose stories were rehearsed
 * least, all takes together, or, of several, longest ago; then the same among
 * its stories. Of equals, the first one. Only if none of the ticked principles
 * has a story, the others are looked at.
 *
 * Returns: index of a story; -1: there is none
 */
int
starling_suggestion_find_story (const StarlingStoryRecord *stories,
                                guint n_stories,
                                StarlingPrincipleSet ticked)
{
  g_autofree StarlingRehearsalRecord *records = NULL;
  g_autofree guint *indices = NULL;
  int principle = -1;
  guint n = 0;

  if (ticked != 0)
    principle = find_principle (stories, n_stories, ticked);
  if (principle < 0)
    principle = find_principle (stories, n_stories, ~(StarlingPrincipleSet) 0);
  if (principle < 0)
    return -1;

  records = g_new (StarlingRehearsalRecord, n_stories);
  indices = g_new (guint, n_stories);
  for (guint i = 0; i < n_stories; i++)
    if (stories[i].principle == principle)
      {
        records[n] = stories[i].record;
        indices[n++] = i;
      }
  return (int) indices[find_least (records, n)];
}

/* Whether @a is less certain than @b, by the share of right answers; of equal
 * shares, the one with more wrong answers. What was never asked comes after
 * what had a wrong answer, before what had none; of several of these, the one
 * with fewer answers. */
static gboolean
is_less_certain (const StarlingQuizRecord *a, const StarlingQuizRecord *b)
{
  guint a_wrong = a->n_answered - a->n_right;
  guint b_wrong = b->n_answered - b->n_right;
  guint a_share = a->n_right * b->n_answered;
  guint b_share = b->n_right * a->n_answered;

  if ((a_wrong > 0) != (b_wrong > 0))
    return a_wrong > 0;
  if (a_wrong > 0)
    return a_share != b_share ? a_share < b_share : a_wrong > b_wrong;
  return a->n_answered < b->n_answered;
}

static int
find_least_certain (const StarlingQuizRecord *principles,
                    guint n_principles,
                    StarlingPrincipleSet set)
{
  int found = -1;

  for (guint i = 0; i < MIN (n_principles, STARLING_MAX_PRINCIPLES); i++)
    if (principles[i].n_questions > 0 && set & STARLING_PRINCIPLE_BIT (i)
        && (found < 0 || is_less_certain (&principles[i], &principles[found])))
      found = (int) i;
  return found;
}

/**
 * starling_suggestion_find_quiz:
 * @principles: (array length=n_principles): how the questions of each went
 * @n_principles: how many
 * @ticked: the principles to prepare; 0: all
 *
 * Chooses what to ask: the principle with the least share of right answers,
 * then one that was never asked, then the one with the fewest answers. Of
 * equals, the first one. Only if none of the ticked principles has a question,
 * the others are looked at.
 *
 * Returns: index of a principle; -1: there are no questions
 */
int
starling_suggestion_find_quiz (const StarlingQuizRecord *principles,
                               guint n_principles,
                               StarlingPrincipleSet ticked)
{
  int found = -1;

  if (ticked != 0)
    found = find_least_certain (principles, n_principles, ticked);
  if (found < 0)
    found = find_least_certain (principles, n_principles,
                                ~(StarlingPrincipleSet) 0);
  return found;
}

/**
 * starling_suggestion_get_minutes:
 * @ms: (array length=n_ms): how long the newest reviews took
 * @n_ms: how many, STARLING_PACE_REVIEWS of them count at most
 * @n_cards: how many cards there are to study
 *
 * Estimates how long it takes to study: the mean of what a review took, none
 * for longer than two minutes; without any, STARLING_SECONDS_PER_CARD.
 *
 * Returns: whole minutes, rounded up
 */
guint
starling_suggestion_get_minutes (const gint64 *ms, guint n_ms, guint n_cards)
{
  guint n = MIN (n_ms, STARLING_PACE_REVIEWS);
  gint64 mean = STARLING_SECONDS_PER_CARD * 1000;
  gint64 sum = 0;

  for (guint i = 0; i < n; i++)
    sum += CLAMP (ms[i], 0, LONGEST_MS);
  if (n > 0)
    mean = sum / n;
  if (n_cards == 0)
    return 0;
  return (guint) MAX ((n_cards * mean + 60 * 1000 - 1) / (60 * 1000), 1);
}

/**
 * starling_suggestion_count_days:
 * @days: (array length=n_days): what was done, sorted by day
 * @n_days: how many
 * @today: the study day
 * @n_last: the length of a period in days
 *
 * Counts the days of study in the last period. It ends today or, as long as
 * nothing was done today, yesterday: today is not over.
 *
 * Returns: how many, @n_last at most
 */
guint
starling_suggestion_count_days (const StarlingActivity *days,
                                guint n_days,
                                int today,
                                guint n_last)
{
  const StarlingActivity *now = starling_activity_find (days, n_days, today);
  int last
      = now != NULL && starling_activity_count (now) > 0 ? today : today - 1;
  guint n = 0;

  for (guint i = 0; i < n_days; i++)
    if (days[i].day <= last && days[i].day > last - (int) n_last
        && starling_activity_count (&days[i]) > 0)
      n++;
  return n;
}

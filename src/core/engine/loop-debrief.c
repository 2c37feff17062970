/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/loop.h"

#include "engine/debrief.h"

static void
add_answer (StarlingLoopFigures *figures, const StarlingLoopAnswer *answer)
{
  int off = 0;

  figures->n_questions++;
  if (!answer->answered)
    return;
  figures->n_answers++;
  figures->n_ratings += answer->n_ratings;
  figures->ratings += answer->ratings;
  figures->n_weak += answer->ratings < 2 * answer->n_ratings ? 1 : 0;
  figures->spent_ms += answer->spent_ms;
  figures->target_ms += answer->target_ms;
  if (answer->target_ms > 0)
    off = starling_tally_compare (answer->spent_ms, answer->target_ms);
  figures->n_over += off > 0 ? 1 : 0;
  figures->n_short += off < 0 ? 1 : 0;
}

static void
judge (StarlingLoopFigures *figures)
{
  figures->verdict
      = starling_loop_judge_interview (figures->ratings, figures->n_ratings,
                                       figures->n_weak);
}

/**
 * starling_loop_judge_interview:
 * @ratings: the sum of all ratings, each 1–4, of dimensions and probes
 * @n_ratings: how many there are
 * @n_weak: answers with a mean below 2
 *
 * Judges an interview, or all that was asked for a principle: inclined with a
 * mean of at least 3 and no weak answer, not inclined with a mean below 2.5.
 *
 * Returns: the verdict
 */
StarlingLoopVerdict
starling_loop_judge_interview (guint ratings, guint n_ratings, guint n_weak)
{
  if (n_ratings == 0)
    return STARLING_LOOP_NOT_RATED;
  if (2 * ratings < 5 * n_ratings)
    return STARLING_LOOP_NOT_INCLINED;
  if (ratings >= 3 * n_ratings && n_weak == 0)
    return STARLING_LOOP_INCLINED;
  return STARLING_LOOP_MIXED;
}

/**
 * starling_loop_judge_day:
 * @n_inclined: interviewers who are
 * @n_mixed: interviewers who are undecided
 * @n_not_inclined: interviewers who are not
 *
 * Judges the day by those who have rated anything: inclined with nobody against
 * it and at least three in four for it, not inclined with at least half
 * against it.
 *
 * Returns: the verdict
 */
StarlingLoopVerdict
starling_loop_judge_day (guint n_inclined, guint n_mixed, guint n_not_inclined)
{
  guint n = n_inclined + n_mixed + n_not_inclined;

  if (n == 0)
    return STARLING_LOOP_NOT_RATED;
  if (2 * n_not_inclined >= n)
    return STARLING_LOOP_NOT_INCLINED;
  if (n_not_inclined == 0 && 4 * n_inclined >= 3 * n)
    return STARLING_LOOP_INCLINED;
  return STARLING_LOOP_MIXED;
}

/**
 * starling_loop_get_tenths:
 * @ratings: a sum of ratings
 * @n_ratings: how many there are
 *
 * The mean as it is shown: cut, not rounded, so that it never reads as if it
 * had reached what it has not.
 *
 * Returns: tenths, 10 to 40; 0: nothing was rated
 */
int
starling_loop_get_tenths (guint ratings, guint n_ratings)
{
  return n_ratings == 0 ? 0 : (int) (10 * ratings / n_ratings);
}

/**
 * starling_loop_debrief_new:
 * @answers: (array length=n_answers): every question of a loop
 * @n_answers: how many there are
 * @n_interviews: how many interviewers there are
 *
 * Adds up a loop. Who has rated nothing is left out of the verdict, as is an
 * answer of an interview that there is not.
 *
 * Returns: (transfer full): what it comes to
 */
StarlingLoopDebrief *
starling_loop_debrief_new (const StarlingLoopAnswer *answers,
                           guint n_answers,
                           guint n_interviews)
{
  StarlingLoopDebrief *self = g_new0 (StarlingLoopDebrief, 1);

  self->n_interviews = n_interviews;
  self->interviews = g_new0 (StarlingLoopFigures, n_interviews);
  for (guint i = 0; i < n_answers; i++)
    {
      int principle = answers[i].principle;

      if (answers[i].interview >= n_interviews)
        continue;
      add_answer (&self->all, &answers[i]);
      add_answer (&self->interviews[answers[i].interview], &answers[i]);
      if (principle < 0 || principle >= STARLING_MAX_PRINCIPLES)
        continue;
      add_answer (&self->principles[principle], &answers[i]);
      self->asked |= STARLING_PRINCIPLE_BIT (principle);
    }
  for (guint i = 0; i < n_interviews; i++)
    {
      judge (&self->interviews[i]);
      self->n_verdicts[self->interviews[i].verdict]++;
    }
  for (guint i = 0; i < STARLING_MAX_PRINCIPLES; i++)
    judge (&self->principles[i]);
  self->all.verdict
      = starling_loop_judge_day (self->n_verdicts[STARLING_LOOP_INCLINED],
                                 self->n_verdicts[STARLING_LOOP_MIXED],
                                 self->n_verdicts[STARLING_LOOP_NOT_INCLINED]);
  return self;
}

/**
 * starling_loop_debrief_free:
 * @self: (transfer full): what is to be freed
 */
void
starling_loop_debrief_free (StarlingLoopDebrief *self)
{
  g_free (self->interviews);
  g_free (self);
}

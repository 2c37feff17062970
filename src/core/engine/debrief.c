/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/debrief.h"

/* A whole story is on time within the larger of these. */
#define TOLERANCE_MS 5000
#define TOLERANCE_PERCENT 5

/* A step is worth a word when over by at least both of these. */
#define STEP_OVER_MS 5000
#define STEP_OVER_PERCENT 25

/**
 * starling_tally_round:
 * @ms: milliseconds, not negative
 *
 * Returns: seconds as the debrief shows them, to the nearest one, halves up
 */
int
starling_tally_round (gint64 ms)
{
  return (int) ((ms + 500) / 1000);
}

/**
 * starling_tally_compare:
 * @total_ms: what a whole story took
 * @target_ms: what it should take
 *
 * Returns: 1 if it was over its target, -1 if short of it, 0 within 5 % or 5 s
 */
int
starling_tally_compare (gint64 total_ms, gint64 target_ms)
{
  gint64 tolerance = MAX (TOLERANCE_MS, target_ms * TOLERANCE_PERCENT / 100);
  gint64 off = total_ms - target_ms;

  return (off > tolerance) - (off < -tolerance);
}

/**
 * starling_tally_init:
 * @self: (out caller-allocates): a tally
 * @spent_ms: milliseconds spent in each step; 0: not told
 * @target_ms: milliseconds wanted
 *
 * Adds up a take.
 */
void
starling_tally_init (StarlingTally *self,
                     const gint64 spent_ms[STARLING_N_STEPS],
                     const gint64 target_ms[STARLING_N_STEPS])
{
  *self = (StarlingTally){ .action_share = -1 };
  for (guint i = 0; i < STARLING_N_STEPS; i++)
    {
      self->spent_ms[i] = MAX (spent_ms[i], 0);
      self->target_ms[i] = MAX (target_ms[i], 0);
      self->total_ms += self->spent_ms[i];
      self->target_total_ms += self->target_ms[i];
      self->n_told += self->spent_ms[i] > 0;
      self->n_over += starling_tally_round (self->spent_ms[i])
                      > starling_tally_round (self->target_ms[i]);
    }
  if (self->total_ms > 0)
    self->action_share
        = (int) ((200 * self->spent_ms[STARLING_STEP_ACTION] + self->total_ms)
                 / (2 * self->total_ms));
}

/*
 * Finds the step with most of what is over (sign 1) or short (sign -1) in the
 * steps. Returns whether more than half of it is in that step.
 */
static gboolean
find_most (const StarlingTally *tally, int sign, StarlingStepId *step)
{
  gint64 sum = 0, most = 0;

  for (guint i = 0; i < STARLING_N_STEPS; i++)
    {
      gint64 off = sign * (tally->spent_ms[i] - tally->target_ms[i]);

      if (off <= 0)
        continue;
      sum += off;
      if (off > most)
        {
          most = off;
          *step = (StarlingStepId) i;
        }
    }
  return 2 * most > sum;
}

/* The first step that was not told, and whether one after it was. */
static gboolean
find_not_told (const StarlingTally *tally,
               StarlingStepId *step,
               gboolean *later_told)
{
  guint i = 0;

  while (i < STARLING_N_STEPS && tally->spent_ms[i] > 0)
    i++;
  if (i == STARLING_N_STEPS)
    return FALSE;

  *step = (StarlingStepId) i;
  *later_told = FALSE;
  for (; i < STARLING_N_STEPS; i++)
    *later_told = *later_told || tally->spent_ms[i] > 0;
  return TRUE;
}

static gboolean
find_step_over (const StarlingTally *tally, StarlingVerdict *verdict)
{
  gint64 most = 0;

  for (guint i = 0; i < STARLING_N_STEPS; i++)
    {
      gint64 over = tally->spent_ms[i] - tally->target_ms[i];

      if (over < STEP_OVER_MS
          || over * 100 < tally->target_ms[i] * STEP_OVER_PERCENT
          || over <= most)
        continue;
      most = over;
      verdict->step = (StarlingStepId) i;
      verdict->seconds = starling_tally_round (tally->spent_ms[i])
                         - starling_tally_round (tally->target_ms[i]);
    }
  return most > 0;
}

static StarlingVerdictKind
judge_share (int share)
{
  if (share < STARLING_ACTION_SHARE_MIN)
    return STARLING_VERDICT_ACTION_LOW;
  if (share > STARLING_ACTION_SHARE_MAX)
    return STARLING_VERDICT_ACTION_HIGH;
  return STARLING_VERDICT_ON_TIME;
}

/**
 * starling_verdict_init:
 * @self: (out caller-allocates): a verdict
 * @tally: a take
 *
 * Says the one thing to know of a take. The first that holds counts: nothing
 * was told; a step was not told; the whole was over, or short, by more than 5 %
 * and 5 s of its target; a step was over by at least a quarter and 5 s; the
 * Action had less than 50 % or more than 60 % of the time; none of it.
 */
void
starling_verdict_init (StarlingVerdict *self, const StarlingTally *tally)
{
  int off = starling_tally_compare (tally->total_ms, tally->target_total_ms);
  gboolean later_told = FALSE;

  *self = (StarlingVerdict){ .percent = tally->action_share };
  self->seconds = ABS (starling_tally_round (tally->total_ms)
                       - starling_tally_round (tally->target_total_ms));

  if (tally->n_told == 0)
    self->kind = STARLING_VERDICT_NOTHING;
  else if (find_not_told (tally, &self->step, &later_told))
    self->kind
        = later_told ? STARLING_VERDICT_LEFT_OUT : STARLING_VERDICT_STOPPED;
  else if (off > 0)
    self->kind = find_most (tally, 1, &self->step) ? STARLING_VERDICT_OVER_IN
                                                   : STARLING_VERDICT_OVER;
  else if (off < 0)
    self->kind = find_most (tally, -1, &self->step) ? STARLING_VERDICT_SHORT_IN
                                                    : STARLING_VERDICT_SHORT;
  else if (find_step_over (tally, self))
    self->kind = STARLING_VERDICT_STEP_OVER;
  else
    self->kind = judge_share (tally->action_share);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/rehearsal.h"

#include "base/day.h"

#define LAST_STEP (STARLING_N_STEPS - 1)

/* Puts what has run since the last call into the current step. */
static void
settle (StarlingRehearsal *self, gint64 now)
{
  if (starling_rehearsal_is_running (self))
    self->spent_us[self->step] += MAX (now - self->since, 0);
  self->since = now;
}

/**
 * starling_rehearsal_init:
 * @self: (out caller-allocates): a rehearsal
 * @targets: seconds for each step
 *
 * Makes @self ready to be started.
 */
void
starling_rehearsal_init (StarlingRehearsal *self,
                         const guint targets[STARLING_N_STEPS])
{
  *self = (StarlingRehearsal){ 0 };
  for (guint i = 0; i < STARLING_N_STEPS; i++)
    self->target_ms[i] = (gint64) targets[i] * 1000;
}

/**
 * starling_rehearsal_start:
 * @self: a rehearsal
 * @now: monotonic µs
 *
 * Begins with the first step.
 *
 * Returns: %FALSE if it has begun before
 */
gboolean
starling_rehearsal_start (StarlingRehearsal *self, gint64 now)
{
  if (self->phase != STARLING_REHEARSAL_READY)
    return FALSE;

  self->phase = STARLING_REHEARSAL_TELLING;
  self->step = STARLING_STEP_SITUATION;
  self->paused = FALSE;
  self->since = now;
  return TRUE;
}

/**
 * starling_rehearsal_next:
 * @self: a rehearsal
 * @now: monotonic µs
 *
 * Goes on to the next step, and from the last one to the debrief. A paused
 * rehearsal stays paused.
 *
 * Returns: %FALSE if no step is being told
 */
gboolean
starling_rehearsal_next (StarlingRehearsal *self, gint64 now)
{
  if (self->phase != STARLING_REHEARSAL_TELLING)
    return FALSE;
  if (self->step == LAST_STEP)
    return starling_rehearsal_finish (self, now);

  settle (self, now);
  self->step++;
  return TRUE;
}

/**
 * starling_rehearsal_back:
 * @self: a rehearsal
 * @now: monotonic µs
 *
 * Goes back to the step before, whose time goes on from where it stood.
 *
 * Returns: %FALSE if there is none
 */
gboolean
starling_rehearsal_back (StarlingRehearsal *self, gint64 now)
{
  if (self->phase != STARLING_REHEARSAL_TELLING
      || self->step == STARLING_STEP_SITUATION)
    return FALSE;

  settle (self, now);
  self->step--;
  return TRUE;
}

/**
 * starling_rehearsal_pause:
 * @self: a rehearsal
 * @now: monotonic µs
 *
 * Stops the clock.
 *
 * Returns: %FALSE if it does not run
 */
gboolean
starling_rehearsal_pause (StarlingRehearsal *self, gint64 now)
{
  if (!starling_rehearsal_is_running (self))
    return FALSE;

  settle (self, now);
  self->paused = TRUE;
  return TRUE;
}

/**
 * starling_rehearsal_resume:
 * @self: a rehearsal
 * @now: monotonic µs
 *
 * Lets the clock go on.
 *
 * Returns: %FALSE if it is not paused
 */
gboolean
starling_rehearsal_resume (StarlingRehearsal *self, gint64 now)
{
  if (self->phase != STARLING_REHEARSAL_TELLING || !self->paused)
    return FALSE;

  settle (self, now);
  self->paused = FALSE;
  return TRUE;
}

/**
 * starling_rehearsal_finish:
 * @self: a rehearsal
 * @now: monotonic µs
 *
 * Ends it, also before the last step.
 *
 * Returns: %FALSE if no step is being told
 */
gboolean
starling_rehearsal_finish (StarlingRehearsal *self, gint64 now)
{
  if (self->phase != STARLING_REHEARSAL_TELLING)
    return FALSE;

  settle (self, now);
  self->phase = STARLING_REHEARSAL_DEBRIEF;
  self->paused = FALSE;
  return TRUE;
}

/**
 * starling_rehearsal_restart:
 * @self: a rehearsal
 * @now: monotonic µs
 *
 * Begins again at once with the first step and no time spent.
 *
 * Returns: %FALSE if it has not begun
 */
gboolean
starling_rehearsal_restart (StarlingRehearsal *self, gint64 now)
{
  if (self->phase == STARLING_REHEARSAL_READY)
    return FALSE;

  for (guint i = 0; i < STARLING_N_STEPS; i++)
    self->spent_us[i] = 0;
  self->phase = STARLING_REHEARSAL_READY;
  return starling_rehearsal_start (self, now);
}

/**
 * starling_rehearsal_is_running:
 * @self: a rehearsal
 *
 * Returns: whether time passes
 */
gboolean
starling_rehearsal_is_running (const StarlingRehearsal *self)
{
  return self->phase == STARLING_REHEARSAL_TELLING && !self->paused;
}

static gint64
get_spent_us (const StarlingRehearsal *self, StarlingStepId step, gint64 now)
{
  gint64 spent = self->spent_us[step];

  if (step == self->step && starling_rehearsal_is_running (self))
    spent += MAX (now - self->since, 0);
  return spent;
}

/**
 * starling_rehearsal_get_spent_ms:
 * @self: a rehearsal
 * @step: a step
 * @now: monotonic µs
 *
 * Returns: whole milliseconds spent in @step so far
 */
gint64
starling_rehearsal_get_spent_ms (const StarlingRehearsal *self,
                                 StarlingStepId step,
                                 gint64 now)
{
  return get_spent_us (self, step, now) / 1000;
}

/**
 * starling_rehearsal_get_total_ms:
 * @self: a rehearsal
 * @now: monotonic µs
 *
 * Returns: the sum of the steps' milliseconds
 */
gint64
starling_rehearsal_get_total_ms (const StarlingRehearsal *self, gint64 now)
{
  gint64 total = 0;

  for (guint i = 0; i < STARLING_N_STEPS; i++)
    total += starling_rehearsal_get_spent_ms (self, (StarlingStepId) i, now);
  return total;
}

/**
 * starling_rehearsal_get_left:
 * @self: a rehearsal
 * @step: a step
 * @now: monotonic µs
 *
 * What a clock shows that counts down to 0 and then up again: it changes when
 * a whole second has been spent.
 *
 * Returns: seconds left of @step; negative: over
 */
int
starling_rehearsal_get_left (const StarlingRehearsal *self,
                             StarlingStepId step,
                             gint64 now)
{
  gint64 spent = get_spent_us (self, step, now) / G_USEC_PER_SEC;

  return (int) (self->target_ms[step] / 1000 - spent);
}

/**
 * starling_rehearsal_get_wait:
 * @self: a rehearsal
 * @now: monotonic µs
 *
 * Returns: µs until starling_rehearsal_get_left() of the current step changes;
 *   -1: not by itself
 */
gint64
starling_rehearsal_get_wait (const StarlingRehearsal *self, gint64 now)
{
  if (!starling_rehearsal_is_running (self))
    return -1;
  return G_USEC_PER_SEC - get_spent_us (self, self->step, now) % G_USEC_PER_SEC;
}

/**
 * starling_rehearsal_get_nudge:
 * @target: seconds of a step
 * @left: seconds left of it; negative: over
 *
 * Returns: what the ring shows of being over
 */
StarlingNudge
starling_rehearsal_get_nudge (int target, int left)
{
  if (left > 0)
    return STARLING_NUDGE_NONE;
  if (2 * -left >= target && left < 0)
    return STARLING_NUDGE_FAR_OVER;
  return STARLING_NUDGE_TARGET;
}

/**
 * starling_rehearsal_get_call:
 * @target: seconds of a step
 * @before: seconds that were left when last looked
 * @left: seconds left now
 *
 * Returns: the last of half, ten seconds and zero that was passed in between;
 *   half is left out where it is not above ten seconds
 */
StarlingCall
starling_rehearsal_get_call (int target, int before, int left)
{
  const struct
  {
    StarlingCall call;
    int at;
  } calls[] = {
    { STARLING_CALL_ZERO, 0 },
    { STARLING_CALL_TEN, 10 },
    { STARLING_CALL_HALF, target / 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      if (calls[i].call == STARLING_CALL_HALF && calls[i].at <= 10)
        continue;
      if (before > calls[i].at && left <= calls[i].at)
        return calls[i].call;
    }
  return STARLING_CALL_NONE;
}

static int
compare_records (gconstpointer a, gconstpointer b, gpointer data)
{
  const StarlingRehearsalRecord *records = data;
  const StarlingRehearsalRecord *first = &records[*(const guint *) a];
  const StarlingRehearsalRecord *second = &records[*(const guint *) b];

  if (first->n_takes != second->n_takes)
    return first->n_takes < second->n_takes ? -1 : 1;
  if (first->last_at != second->last_at)
    return first->last_at < second->last_at ? -1 : 1;
  return 0;
}

/**
 * starling_rehearsal_propose:
 * @records: (array length=n_records): what is known of each scenario
 * @n_records: how many there are
 * @order: (out caller-allocates): @n_records indexes into @records
 *
 * Puts scenarios in the order in which to rehearse them: the least rehearsed
 * first, of equal ones the one longest ago, then as they stand.
 */
void
starling_rehearsal_propose (const StarlingRehearsalRecord *records,
                            guint n_records,
                            guint *order)
{
  for (guint i = 0; i < n_records; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n_records, sizeof *order, compare_records,
                     (gpointer) records);
}

/**
 * starling_rehearsal_days_ago:
 * @at: Unix ms
 * @now: Unix ms
 * @offset: minutes east of UTC
 *
 * Days begin at 04:00 local time (DESIGN 6).
 *
 * Returns: how many days before that of @now; 0 today, and where @at is later
 */
int
starling_rehearsal_days_ago (gint64 at, gint64 now, int offset)
{
  return MAX (starling_day_of (now, offset) - starling_day_of (at, offset), 0);
}

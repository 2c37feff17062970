/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/rehearsal.h"

#include <string.h>

#define LAST_STEP (STARLING_N_STEPS - 1)
#define LATE_SKIP_US (G_USEC_PER_SEC / 3)
#define SLEEP_MIN_US (G_USEC_PER_SEC / 2)

/* Phases in which time passes unless paused. */
static gboolean
is_timed (StarlingRehearsalPhase phase)
{
  return phase == STARLING_REHEARSAL_LEAD_IN
         || phase == STARLING_REHEARSAL_TELLING
         || phase == STARLING_REHEARSAL_ANSWERING;
}

/*
 * Puts what has run since the last call to what it belongs to. A lead-in that
 * is over hands the rest on to the first step.
 */
static void
settle (StarlingRehearsal *self, gint64 now)
{
  gint64 ran
      = starling_rehearsal_is_running (self) ? MAX (now - self->since, 0) : 0;

  self->since = now;
  if (self->phase == STARLING_REHEARSAL_LEAD_IN)
    {
      gint64 left = self->lead_in_ms * 1000 - self->lead_in_us;

      self->lead_in_us += MIN (ran, left);
      if (ran < left)
        return;
      self->phase = STARLING_REHEARSAL_TELLING;
      ran -= left;
    }
  if (self->phase == STARLING_REHEARSAL_TELLING)
    self->spent_us[self->step] += ran;
  else if (self->phase == STARLING_REHEARSAL_ANSWERING)
    self->probe_us[self->probe] += ran;
}

static StarlingRehearsal
get_settled (const StarlingRehearsal *self, gint64 now)
{
  StarlingRehearsal settled = *self;

  settle (&settled, now);
  return settled;
}

/**
 * starling_rehearsal_init:
 * @self: (out caller-allocates): a rehearsal
 * @targets: seconds for each step
 *
 * Makes @self ready to be started, without lead-in and probes.
 */
void
starling_rehearsal_init (StarlingRehearsal *self,
                         const guint targets[STARLING_N_STEPS])
{
  *self = (StarlingRehearsal){ .slept = -1 };
  for (guint i = 0; i < STARLING_N_STEPS; i++)
    self->target_ms[i] = (gint64) targets[i] * 1000;
}

/**
 * starling_rehearsal_set_lead_in:
 * @self: a rehearsal that has not begun
 * @ms: milliseconds before the first step; 0: none
 *
 * Gives the user time to draw breath.
 */
void
starling_rehearsal_set_lead_in (StarlingRehearsal *self, gint64 ms)
{
  g_return_if_fail (self->phase == STARLING_REHEARSAL_READY);
  g_return_if_fail (ms >= 0);

  self->lead_in_ms = ms;
}

/**
 * starling_rehearsal_set_probes:
 * @self: a rehearsal that has not begun
 * @n_probes: how many probes follow the story, at most %STARLING_MAX_PROBES
 * @target_ms: milliseconds for the answer to each
 *
 * Has probes asked after the last step.
 */
void
starling_rehearsal_set_probes (StarlingRehearsal *self,
                               guint n_probes,
                               gint64 target_ms)
{
  g_return_if_fail (self->phase == STARLING_REHEARSAL_READY);
  g_return_if_fail (n_probes <= STARLING_MAX_PROBES);
  g_return_if_fail (target_ms >= 0);

  self->n_probes = n_probes;
  self->probe_target_ms = target_ms;
}

/**
 * starling_rehearsal_start:
 * @self: a rehearsal
 * @now: monotonic µs
 *
 * Begins with the lead-in, if there is one, or the first step.
 *
 * Returns: %FALSE if it has begun before
 */
gboolean
starling_rehearsal_start (StarlingRehearsal *self, gint64 now)
{
  if (self->phase != STARLING_REHEARSAL_READY)
    return FALSE;

  self->phase = self->lead_in_ms > 0 ? STARLING_REHEARSAL_LEAD_IN
                                     : STARLING_REHEARSAL_TELLING;
  self->step = STARLING_STEP_SITUATION;
  self->probe = 0;
  self->paused = FALSE;
  self->lead_in_us = 0;
  self->since = now;
  return TRUE;
}

/* After the last step, or the answers to a probe. */
static void
ask_probe (StarlingRehearsal *self, guint probe)
{
  if (probe < self->n_probes)
    {
      self->phase = STARLING_REHEARSAL_ANSWERING;
      self->probe = probe;
      return;
    }
  self->phase = STARLING_REHEARSAL_DEBRIEF;
  self->paused = FALSE;
}

/* Whether the lead-in has just ended by itself: who goes on now meant to skip
 * it, and not the first step. */
static gboolean
is_late_skip (const StarlingRehearsal *self)
{
  return self->lead_in_ms > 0 && self->step == STARLING_STEP_SITUATION
         && self->spent_us[STARLING_STEP_SITUATION] < LATE_SKIP_US
         && self->lead_in_us == self->lead_in_ms * 1000;
}

/**
 * starling_rehearsal_next:
 * @self: a rehearsal
 * @now: monotonic µs
 *
 * Goes on: from the lead-in to the first step, from step to step, from the last
 * one to the first probe, from the answer to a probe to its comparison, from
 * there to the next probe, and in the end to the debrief. A paused rehearsal
 * stays paused until there is nothing that could run. Right after the end of
 * the lead-in nothing happens: that was meant to skip it.
 *
 * Returns: %FALSE if it is not under way
 */
gboolean
starling_rehearsal_next (StarlingRehearsal *self, gint64 now)
{
  if (!starling_rehearsal_is_under_way (self))
    return FALSE;

  settle (self, now);
  if (self->phase == STARLING_REHEARSAL_LEAD_IN)
    self->phase = STARLING_REHEARSAL_TELLING;
  else if (self->phase == STARLING_REHEARSAL_ANSWERING)
    {
      self->phase = STARLING_REHEARSAL_COMPARING;
      self->paused = FALSE;
    }
  else if (self->phase == STARLING_REHEARSAL_COMPARING)
    ask_probe (self, self->probe + 1);
  else if (is_late_skip (self))
    return TRUE;
  else if (self->step < LAST_STEP)
    self->step++;
  else
    ask_probe (self, 0);
  return TRUE;
}

/**
 * starling_rehearsal_back:
 * @self: a rehearsal
 * @now: monotonic µs
 *
 * Goes back: a step, from the first probe to the last step, from a probe to the
 * comparison before it, and from a comparison to its answer. Times go on from
 * where they stood.
 *
 * Returns: %FALSE if there is nothing before
 */
gboolean
starling_rehearsal_back (StarlingRehearsal *self, gint64 now)
{
  if (!starling_rehearsal_can_go_back (self))
    return FALSE;

  settle (self, now);
  if (self->phase == STARLING_REHEARSAL_TELLING)
    self->step--;
  else if (self->phase == STARLING_REHEARSAL_COMPARING)
    self->phase = STARLING_REHEARSAL_ANSWERING;
  else if (self->probe > 0)
    {
      self->phase = STARLING_REHEARSAL_COMPARING;
      self->probe--;
      self->paused = FALSE;
    }
  else
    {
      self->phase = STARLING_REHEARSAL_TELLING;
      self->step = (StarlingStepId) LAST_STEP;
    }
  return TRUE;
}

/**
 * starling_rehearsal_can_go_back:
 * @self: a rehearsal
 *
 * Returns: whether starling_rehearsal_back() leads somewhere
 */
gboolean
starling_rehearsal_can_go_back (const StarlingRehearsal *self)
{
  if (self->phase == STARLING_REHEARSAL_TELLING)
    return self->step > STARLING_STEP_SITUATION;
  return self->phase == STARLING_REHEARSAL_ANSWERING
         || self->phase == STARLING_REHEARSAL_COMPARING;
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
  if (!is_timed (self->phase) || !self->paused)
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
 * Returns: %FALSE if it is not under way
 */
gboolean
starling_rehearsal_finish (StarlingRehearsal *self, gint64 now)
{
  if (!starling_rehearsal_is_under_way (self))
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
 * Begins again at once with no time spent.
 *
 * Returns: %FALSE if it has not begun
 */
gboolean
starling_rehearsal_restart (StarlingRehearsal *self, gint64 now)
{
  if (self->phase == STARLING_REHEARSAL_READY)
    return FALSE;

  memset (self->spent_us, 0, sizeof self->spent_us);
  memset (self->probe_us, 0, sizeof self->probe_us);
  self->phase = STARLING_REHEARSAL_READY;
  return starling_rehearsal_start (self, now);
}

/**
 * starling_rehearsal_update:
 * @self: a rehearsal
 * @now: monotonic µs
 * @slept: µs for which the machine has been suspended so far, from any start
 *
 * Notes what happened by itself: a lead-in that is over, and that the machine
 * was suspended, which counts as pause. None of the times depends on how often
 * this is called.
 *
 * Returns: whether anything but time has changed
 */
gboolean
starling_rehearsal_update (StarlingRehearsal *self, gint64 now, gint64 slept)
{
  StarlingRehearsalPhase before = self->phase;
  gboolean woke = self->slept >= 0 && slept - self->slept >= SLEEP_MIN_US;

  self->slept = slept;
  settle (self, now);
  if (woke && starling_rehearsal_is_running (self))
    {
      self->paused = TRUE;
      return TRUE;
    }
  return self->phase != before;
}

/**
 * starling_rehearsal_is_under_way:
 * @self: a rehearsal
 *
 * Returns: whether it has begun and not ended, running or not
 */
gboolean
starling_rehearsal_is_under_way (const StarlingRehearsal *self)
{
  return self->phase != STARLING_REHEARSAL_READY
         && self->phase != STARLING_REHEARSAL_DEBRIEF;
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
  return is_timed (self->phase) && !self->paused;
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
  return get_settled (self, now).spent_us[step] / 1000;
}

/**
 * starling_rehearsal_get_probe_ms:
 * @self: a rehearsal
 * @probe: from 0
 * @now: monotonic µs
 *
 * Returns: whole milliseconds spent on the answer to a probe so far
 */
gint64
starling_rehearsal_get_probe_ms (const StarlingRehearsal *self,
                                 guint probe,
                                 gint64 now)
{
  g_return_val_if_fail (probe < STARLING_MAX_PROBES, 0);

  return get_settled (self, now).probe_us[probe] / 1000;
}

/**
 * starling_rehearsal_get_total_ms:
 * @self: a rehearsal
 * @now: monotonic µs
 *
 * Returns: the sum of the steps' milliseconds, probes left out
 */
gint64
starling_rehearsal_get_total_ms (const StarlingRehearsal *self, gint64 now)
{
  gint64 total = 0;

  for (guint i = 0; i < STARLING_N_STEPS; i++)
    total += starling_rehearsal_get_spent_ms (self, (StarlingStepId) i, now);
  return total;
}

/* µs spent of what the clock shows now, and of how many ms. */
static gint64
get_current (const StarlingRehearsal *self, gint64 now, gint64 *target_ms)
{
  StarlingRehearsal settled = get_settled (self, now);

  if (settled.phase == STARLING_REHEARSAL_LEAD_IN)
    {
      *target_ms = settled.lead_in_ms;
      return settled.lead_in_us;
    }
  if (settled.phase == STARLING_REHEARSAL_ANSWERING
      || settled.phase == STARLING_REHEARSAL_COMPARING)
    {
      *target_ms = settled.probe_target_ms;
      return settled.probe_us[settled.probe];
    }
  *target_ms = settled.target_ms[settled.step];
  return settled.spent_us[settled.step];
}

/**
 * starling_rehearsal_get_target:
 * @self: a rehearsal
 * @now: monotonic µs
 *
 * Returns: seconds wanted for what is under way: lead-in, step or probe
 */
int
starling_rehearsal_get_target (const StarlingRehearsal *self, gint64 now)
{
  gint64 target_ms;

  get_current (self, now, &target_ms);
  return (int) (target_ms / 1000);
}

/**
 * starling_rehearsal_get_left:
 * @self: a rehearsal
 * @now: monotonic µs
 *
 * What a clock shows that counts down to 0 and then up again: it changes when
 * a whole second has been spent.
 *
 * Returns: seconds left of what is under way; negative: over
 */
int
starling_rehearsal_get_left (const StarlingRehearsal *self, gint64 now)
{
  gint64 target_ms;
  gint64 spent = get_current (self, now, &target_ms) / G_USEC_PER_SEC;

  return (int) (target_ms / 1000 - spent);
}

/**
 * starling_rehearsal_get_wait:
 * @self: a rehearsal
 * @now: monotonic µs
 *
 * Returns: µs until starling_rehearsal_get_left() changes; -1: not by itself
 */
gint64
starling_rehearsal_get_wait (const StarlingRehearsal *self, gint64 now)
{
  gint64 target_ms;

  if (!starling_rehearsal_is_running (self))
    return -1;
  return G_USEC_PER_SEC - get_current (self, now, &target_ms) % G_USEC_PER_SEC;
}

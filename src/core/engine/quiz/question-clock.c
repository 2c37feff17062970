/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/quiz/question-clock.h"

#define US_PER_MS 1000
#define SECOND ((gint64) G_USEC_PER_SEC)

/* Less than this is no sleep: the two clocks are not read at once. */
#define SLEEP_MIN_US (G_USEC_PER_SEC / 2)

static gint64
get_spent (const StarlingQuestionClock *self, gint64 now)
{
  return self->spent + (self->running ? MAX (now - self->since, 0) : 0);
}

/* µs of the limit that are left, none of them below zero. */
static gint64
get_left (const StarlingQuestionClock *self, gint64 now)
{
  return MAX (self->limit_ms * US_PER_MS
                  - (get_spent (self, now) - self->granted),
              0);
}

/**
 * starling_question_clock_init:
 * @self: (out caller-allocates): a clock that stands at nothing
 * @limit_ms: milliseconds for a question; 0: as long as it takes
 */
void
starling_question_clock_init (StarlingQuestionClock *self, gint64 limit_ms)
{
  *self = (StarlingQuestionClock){ .limit_ms = limit_ms, .slept = -1 };
}

/**
 * starling_question_clock_set_limit:
 * @self: a clock
 * @limit_ms: milliseconds for a question; 0: as long as it takes
 * @now: monotonic µs
 *
 * Takes the limit away, or sets one: whoever had none has all of it from now
 * on.
 */
void
starling_question_clock_set_limit (StarlingQuestionClock *self,
                                   gint64 limit_ms,
                                   gint64 now)
{
  if (self->limit_ms == 0)
    self->granted = get_spent (self, now);
  self->limit_ms = limit_ms;
}

/**
 * starling_question_clock_ask:
 * @self: a clock
 * @spent_ms: milliseconds that the question has taken before
 * @now: monotonic µs
 *
 * Begins with another question; the clock runs on, or stands, as it did.
 */
void
starling_question_clock_ask (StarlingQuestionClock *self,
                             gint64 spent_ms,
                             gint64 now)
{
  self->spent = spent_ms * US_PER_MS;
  self->granted = 0;
  self->since = now;
}

/**
 * starling_question_clock_set_running:
 * @self: a clock
 * @running: whether the question is on screen, and not answered
 * @now: monotonic µs
 *
 * Lets the clock run or stand.
 */
void
starling_question_clock_set_running (StarlingQuestionClock *self,
                                     gboolean running,
                                     gint64 now)
{
  self->spent = get_spent (self, now);
  self->since = now;
  self->running = running;
}

/**
 * starling_question_clock_look:
 * @self: a clock
 * @now: monotonic µs
 * @slept: µs for which the machine has been suspended so far, from any start
 *
 * Notes that the machine was suspended: whoever wakes it finds the question
 * with its whole time.
 */
void
starling_question_clock_look (StarlingQuestionClock *self,
                              gint64 now,
                              gint64 slept)
{
  if (self->slept >= 0 && slept - self->slept >= SLEEP_MIN_US)
    self->granted = get_spent (self, now);
  self->slept = slept;
}

/**
 * starling_question_clock_get_spent_ms:
 * @self: a clock
 * @now: monotonic µs
 *
 * Returns: milliseconds that the question has taken so far
 */
gint64
starling_question_clock_get_spent_ms (const StarlingQuestionClock *self,
                                      gint64 now)
{
  return get_spent (self, now) / US_PER_MS;
}

/**
 * starling_question_clock_get_left:
 * @self: a clock
 * @now: monotonic µs
 *
 * Returns: seconds left, begun ones in full; 0: time is up; -1: no limit
 */
int
starling_question_clock_get_left (const StarlingQuestionClock *self, gint64 now)
{
  if (self->limit_ms <= 0)
    return -1;

  return (int) ((get_left (self, now) + SECOND - 1) / SECOND);
}

/**
 * starling_question_clock_get_wait:
 * @self: a clock
 * @now: monotonic µs
 *
 * Returns: µs until the seconds left change by themselves, more than 0; -1 if
 *   they do not
 */
gint64
starling_question_clock_get_wait (const StarlingQuestionClock *self, gint64 now)
{
  gint64 left = get_left (self, now);

  if (!self->running || left == 0)
    return -1;

  return (left - 1) % SECOND + 1;
}

/**
 * starling_question_clock_calls:
 * @self: a clock
 * @before: seconds that were left when last looked
 * @left: seconds left now
 *
 * Returns: whether those who only listen are to be told: half of the time, or
 *   %STARLING_QUESTION_CLOCK_SHORT seconds, was passed in between, and time is
 *   not up
 */
gboolean
starling_question_clock_calls (const StarlingQuestionClock *self,
                               int before,
                               int left)
{
  const int half = (int) (self->limit_ms / 2000);

  if (left <= 0)
    return FALSE;
  return (before > half && left <= half)
         || (before > STARLING_QUESTION_CLOCK_SHORT
             && left <= STARLING_QUESTION_CLOCK_SHORT);
}

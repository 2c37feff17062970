/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/scheduler.h"

#include "engine/scheduler-private.h"

/* Intervals below this many days are never fuzzed. */
#define LEAST_FUZZED 2.5

/**
 * starling_scheduler_get_recall:
 * @self: a scheduler
 * @elapsed_days: days since the last review; below 0 counts as 0
 * @stability: days, above 0
 *
 * The forgetting curve of FSRS-6.
 *
 * Returns: how likely recall is, 0 to 1; 0 without a stability
 */
double
starling_scheduler_get_recall (const StarlingScheduler *self,
                               double elapsed_days,
                               double stability)
{
  g_return_val_if_fail (self != NULL, 0);

  if (!(stability > 0))
    return 0;
  return starling_round8 (
      pow (1 + self->factor * MAX (elapsed_days, 0) / stability, self->decay));
}

/**
 * starling_scheduler_get_recall_now:
 * @self: a scheduler
 * @memory: a memory
 * @now: Unix seconds
 *
 * For display only: counts whole spans of 24 hours, as ts-fsrs does here,
 * where a review counts days.
 *
 * Returns: how likely recall is now, 0 to 1; 0 for a new card
 */
double
starling_scheduler_get_recall_now (const StarlingScheduler *self,
                                   const StarlingMemory *memory,
                                   gint64 now)
{
  g_return_val_if_fail (memory != NULL, 0);

  if (memory->state == STARLING_MEMORY_NEW
      || memory->last_review == STARLING_NEVER)
    return 0;
  return starling_scheduler_get_recall (
      self, starling_count_days (now - memory->last_review), memory->stability);
}

/**
 * starling_scheduler_get_interval:
 * @self: a scheduler
 * @stability: days
 * @elapsed_days: days between the last review and this one
 * @fuzz_factor: at least 0, below 1; ignored unless the settings have fuzz
 *
 * Returns: days until recall has fallen to the desired retention, from 1 to
 *   the longest interval of the settings
 */
gint64
starling_scheduler_get_interval (const StarlingScheduler *self,
                                 double stability,
                                 gint64 elapsed_days,
                                 double fuzz_factor)
{
  gint64 interval, min, max;

  g_return_val_if_fail (self != NULL, 1);

  interval = (gint64) starling_clamp (starling_round_half_up (stability
                                                              * self->modifier),
                                      1, self->maximum_interval);
  if (!self->fuzz || interval < LEAST_FUZZED)
    return interval;

  g_return_val_if_fail (fuzz_factor >= 0 && fuzz_factor < 1, interval);
  starling_scheduler_get_fuzz_range (interval, elapsed_days,
                                     self->maximum_interval, &min, &max);
  return (gint64) floor (fuzz_factor * (max - min + 1) + min);
}

/**
 * starling_scheduler_get_fuzz_range:
 * @interval: days
 * @elapsed_days: days between the last review and this one
 * @maximum_interval: days
 * @min: (out): the shortest
 * @max: (out): and the longest that fuzz makes of it
 */
void
starling_scheduler_get_fuzz_range (gint64 interval,
                                   gint64 elapsed_days,
                                   gint64 maximum_interval,
                                   gint64 *min,
                                   gint64 *max)
{
  double i = interval;
  double delta = 1;

  g_return_if_fail (min != NULL && max != NULL);

  delta += 0.15 * MAX (0, MIN (i, 7) - 2.5);
  delta += 0.10 * MAX (0, MIN (i, 20) - 7);
  delta += 0.05 * MAX (0, i - 20);

  interval = MIN (interval, maximum_interval);
  *min = (gint64) starling_round_half_up (interval - delta);
  *min = MAX (*min, 2);
  *max = (gint64) starling_round_half_up (interval + delta);
  *max = MIN (*max, maximum_interval);
  if (interval > elapsed_days)
    *min = MAX (*min, elapsed_days + 1);
  *min = MIN (*min, *max);
}

/**
 * starling_scheduler_get_fuzz_factor:
 * @card_id: what tells one card from another, as of
 *   starling_scheduler_hash_name()
 * @reps: the card's reviews, that to come included
 *
 * Draws a number that depends on nothing else, by SplitMix64 (Steele, Lea and
 * Flood 2014), so that a preview, the review and a replay agree.
 *
 * Returns: at least 0, below 1
 */
double
starling_scheduler_get_fuzz_factor (guint64 card_id, guint64 reps)
{
  const guint64 golden = G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  guint64 x = (card_id ^ (reps * golden)) + golden;

  x = (x ^ (x >> 30)) * G_GUINT64_CONSTANT (0xBF58476D1CE4E5B9);
  x = (x ^ (x >> 27)) * G_GUINT64_CONSTANT (0x94D049BB133111EB);
  x ^= x >> 31;
  return (x >> 11) / 9007199254740992.0; /* 2^53 */
}

/**
 * starling_scheduler_hash_name:
 * @name: a card's name
 *
 * Returns: its FNV-1a hash of 64 bits
 */
guint64
starling_scheduler_hash_name (const char *name)
{
  guint64 hash = G_GUINT64_CONSTANT (0xCBF29CE484222325);

  g_return_val_if_fail (name != NULL, 0);

  for (const char *byte = name; *byte != '\0'; byte++)
    hash = (hash ^ (guchar) *byte) * G_GUINT64_CONSTANT (0x100000001B3);
  return hash;
}

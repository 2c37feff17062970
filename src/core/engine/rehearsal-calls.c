/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/rehearsal.h"

#include "base/day.h"
#include "base/random.h"

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

static int
compare_practised (gconstpointer a, gconstpointer b, gpointer data)
{
  const guint *practised = data;
  guint first = practised[*(const guint *) a];
  guint second = practised[*(const guint *) b];

  return (first > second) - (first < second);
}

/**
 * starling_rehearsal_draw_probes:
 * @practised: (array length=n_probes): how often each probe was answered
 * @n_probes: how many there are
 * @wanted: how many to ask
 * @seed: any number
 * @order: (out caller-allocates): @n_probes indexes, of which the first count
 *
 * Draws probes at random, the least practised first.
 *
 * Returns: how many to ask: @wanted, or as many as there are
 */
guint
starling_rehearsal_draw_probes (const guint *practised,
                                guint n_probes,
                                guint wanted,
                                guint64 seed,
                                guint *order)
{
  for (guint i = 0; i < n_probes; i++)
    order[i] = i;
  starling_random_shuffle (&seed, order, n_probes);
  /* Keeps the order of equal ones */
  g_qsort_with_data (order, (int) n_probes, sizeof *order, compare_practised,
                     (gpointer) practised);
  return MIN (wanted, n_probes);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/progress-private.h"

/**
 * starling_progress_list_pace:
 * @self: progress
 * @ms: (out caller-allocates) (array length=n_ms): how long the newest reviews
 *   took, in milliseconds, newest first
 * @n_ms: how many to list at most
 *
 * Returns: how many there are
 */
guint
starling_progress_list_pace (StarlingProgress *self, gint64 *ms, guint n_ms)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = self->events->len; i > 0 && n < n_ms; i--)
    {
      const StarlingEvent *event = g_ptr_array_index (self->events, i - 1);

      if (event->type == STARLING_EVENT_REVIEW && event->ms > 0
          && starling_progress_is_live (self, event))
        ms[n++] = event->ms;
    }
  return n;
}

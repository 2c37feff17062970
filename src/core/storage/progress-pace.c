/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/progress-private.h"

/* Whether the scenario of a review was forgotten afterwards. */
static gboolean
is_forgotten (GHashTable *forgotten, const StarlingEvent *review)
{
  g_autofree char *scenario = NULL;

  if (g_hash_table_size (forgotten) == 0)
    return FALSE;
  scenario = starling_event_dup_scenario (review);
  return scenario != NULL && g_hash_table_contains (forgotten, scenario);
}

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
  g_autoptr (GHashTable) forgotten = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = self->events->len; i > 0 && n < n_ms; i--)
    {
      const StarlingEvent *event = g_ptr_array_index (self->events, i - 1);

      if ((event->type != STARLING_EVENT_REVIEW || event->ms <= 0)
          && event->type != STARLING_EVENT_FORGET)
        continue;
      if (!starling_progress_is_live (self, event))
        continue;
      if (event->type == STARLING_EVENT_FORGET)
        g_hash_table_add (forgotten, event->scenario);
      else if (!is_forgotten (forgotten, event))
        ms[n++] = event->ms;
    }
  return n;
}

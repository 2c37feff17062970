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
  /* Of scenarios, whose ids are the ledger's. */
  g_autoptr (GHashTable) forgotten = g_hash_table_new (NULL, NULL);
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  starling_ledger_lock (self->ledger);
  for (guint i = self->events->len; i > 0 && n < n_ms; i--)
    {
      guint number = g_array_index (self->events, guint32, i - 1);
      const StarlingLedgerEntry *entry
          = starling_ledger_get (self->ledger, number);
      const StarlingLedgerTopic *topic = NULL;

      if ((entry->type != STARLING_EVENT_REVIEW || entry->ms == 0)
          && entry->type != STARLING_EVENT_FORGET)
        continue;
      if (!starling_progress_is_live (self, number))
        continue;
      topic = starling_ledger_get_topic (self->ledger, number);
      if (entry->type == STARLING_EVENT_FORGET)
        g_hash_table_add (forgotten, (gpointer) topic->scenario);
      else if (!g_hash_table_contains (forgotten, topic->scenario))
        ms[n++] = entry->ms;
    }
  starling_ledger_unlock (self->ledger);
  return n;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/history.h"

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  return starling_event_compare (*(StarlingEvent *const *) a,
                                 *(StarlingEvent *const *) b);
}

/* Of several events with the same id, the first counts. */
static gboolean
read_events (StarlingHistory *self,
             StarlingJournalReader *reader,
             gint64 until,
             GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) local = NULL;
  StarlingEvent *event = NULL;

  while ((event = starling_journal_reader_next (reader, &local)) != NULL)
    if (event->at <= until && g_hash_table_add (ids, event->id))
      g_ptr_array_add (self->events, event);
    else
      starling_event_unref (event);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * starling_history_new:
 *
 * Returns: (transfer full): that of a journal without any events
 */
StarlingHistory *
starling_history_new (void)
{
  StarlingHistory *self = g_new0 (StarlingHistory, 1);

  self->events
      = g_ptr_array_new_with_free_func ((GDestroyNotify) starling_event_unref);
  self->progress = starling_progress_new ();
  return self;
}

/**
 * starling_history_read:
 * @path: a journal, or a compressed copy of one
 * @until: Unix milliseconds: later events are left out; %G_MAXINT64: none
 * @error: return location for an error
 *
 * Reads a journal, without lock and without changing it. Blocks.
 *
 * Returns: (transfer full) (nullable): what it holds; %NULL with a
 *   #GIOErrorEnum
 */
StarlingHistory *
starling_history_read (const char *path, gint64 until, GError **error)
{
  g_autoptr (StarlingHistory) self = NULL;
  g_autoptr (StarlingJournalReader) reader
      = starling_journal_reader_open (path, error);

  if (reader == NULL)
    return NULL;
  self = starling_history_new ();
  if (!read_events (self, reader, until, error))
    return NULL;
  g_ptr_array_sort (self->events, compare_cb);
  starling_progress_replay (self->progress, self->events);
  self->n_damaged = starling_journal_reader_get_n_damaged (reader);
  return g_steal_pointer (&self);
}

/**
 * starling_history_free:
 * @self: (transfer full): a history
 */
void
starling_history_free (StarlingHistory *self)
{
  g_clear_pointer (&self->progress, starling_progress_free);
  g_ptr_array_unref (self->events);
  g_free (self);
}

/* What the last forget of each scenario that counts is: id → its place. */
static GHashTable *
find_forgets (StarlingHistory *self)
{
  GHashTable *forgets = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->events->len; i++)
    {
      const StarlingEvent *event = g_ptr_array_index (self->events, i);

      if (event->type == STARLING_EVENT_FORGET
          && !starling_progress_is_void (self->progress, event->id))
        g_hash_table_insert (forgets, event->scenario,
                             GUINT_TO_POINTER (i + 1));
    }
  return forgets;
}

/**
 * starling_history_list_counting:
 * @self: a history
 *
 * Returns: (transfer container) (element-type StarlingEvent): the events that
 *   belong to a scenario and count: neither undone nor forgotten, forgets left
 *   out; valid as long as @self
 */
GPtrArray *
starling_history_list_counting (StarlingHistory *self)
{
  g_autoptr (GHashTable) forgets = find_forgets (self);
  GPtrArray *counting = g_ptr_array_new ();

  for (guint i = 0; i < self->events->len; i++)
    {
      StarlingEvent *event = g_ptr_array_index (self->events, i);
      g_autofree char *scenario = starling_event_dup_scenario (event);

      if (scenario != NULL && event->type != STARLING_EVENT_FORGET
          && i >= GPOINTER_TO_UINT (g_hash_table_lookup (forgets, scenario))
          && !starling_progress_is_void (self->progress, event->id))
        g_ptr_array_add (counting, event);
    }
  return counting;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/restore.h"

/* Id of a void event → the live undos that name it. */
static GHashTable *
index_undos (StarlingProgress *progress, GPtrArray *events)
{
  GHashTable *undos
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                               (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < events->len; i++)
    {
      StarlingEvent *event = g_ptr_array_index (events, i);
      GPtrArray *named = NULL;

      if (event->type != STARLING_EVENT_UNDO
          || starling_progress_is_void (progress, event->id))
        continue;
      named = g_hash_table_lookup (undos, event->of);
      if (named == NULL)
        {
          named = g_ptr_array_new ();
          g_hash_table_insert (undos, event->of, named);
        }
      g_ptr_array_add (named, event);
    }
  return undos;
}

static void
add_undo (GPtrArray *list, const char *of)
{
  StarlingEvent *undo = starling_event_new (STARLING_EVENT_UNDO);

  undo->of = g_strdup (of);
  g_ptr_array_add (list, undo);
}

/**
 * starling_restore_list:
 * @now: the journal as it is
 * @then: the journal as it was
 *
 * Works out what to append to the journal so that the same counts as then:
 * events of then that are gone, undos of what was done since, and undos of the
 * undos that were made since. Nothing is taken out of the journal; so what is
 * restored stays so after a merge with a journal that has the later events,
 * and can itself be undone by restoring what was before. No more is appended
 * than what differs.
 *
 * Returns: (transfer full) (element-type StarlingEvent): events to record, in
 *   order; those that are new have neither id nor time
 */
GPtrArray *
starling_restore_list (StarlingHistory *now, StarlingHistory *then)
{
  GPtrArray *list
      = g_ptr_array_new_with_free_func ((GDestroyNotify) starling_event_unref);
  g_autoptr (StarlingProgress) all = starling_progress_new ();
  g_autoptr (GPtrArray) events = g_ptr_array_new ();
  g_autoptr (GHashTable) undos = NULL;

  for (guint i = 0; i < then->events->len; i++)
    {
      StarlingEvent *event = g_ptr_array_index (then->events, i);

      if (!starling_progress_has_event (now->progress, event->id))
        g_ptr_array_add (list, starling_event_ref (event));
    }
  g_ptr_array_extend (events, now->events, NULL, NULL);
  g_ptr_array_extend (events, list, NULL, NULL);
  starling_progress_replay (all, events);
  undos = index_undos (all, events);

  for (guint i = 0; i < events->len; i++)
    {
      const StarlingEvent *event = g_ptr_array_index (events, i);
      gboolean counted
          = starling_progress_has_event (then->progress, event->id)
            && !starling_progress_is_void (then->progress, event->id);
      gboolean counts = !starling_progress_is_void (all, event->id);
      GPtrArray *named = NULL;

      if (event->type == STARLING_EVENT_UNDO || counted == counts)
        continue;
      if (counts)
        {
          add_undo (list, event->id);
          continue;
        }
      named = g_hash_table_lookup (undos, event->id);
      for (guint j = 0; named != NULL && j < named->len; j++)
        add_undo (list, ((StarlingEvent *) g_ptr_array_index (named, j))->id);
    }
  return list;
}

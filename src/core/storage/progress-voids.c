/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/progress-private.h"

/*
 * An event is void exactly when a live undo names it. An undo that is reached
 * by going from undo to undo along `of` beginning with itself (a cycle) has
 * no effect.
 */

/* Changes how many live undos name @id; returns how many it were before. */
static guint
count_namer (GHashTable *voids, char *id, gboolean live)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (voids, id));

  if (live)
    g_hash_table_insert (voids, id, GUINT_TO_POINTER (n + 1));
  else if (n > 1)
    g_hash_table_insert (voids, id, GUINT_TO_POINTER (n - 1));
  else
    g_hash_table_remove (voids, id);
  return n;
}

/* Of each undo, how many undos name it. */
static GHashTable *
count_namers (GPtrArray *undos, GHashTable *by_id)
{
  GHashTable *namers = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < undos->len; i++)
    {
      const StarlingEvent *undo = g_ptr_array_index (undos, i);
      gpointer target = g_hash_table_lookup (by_id, undo->of);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (namers, target));

      if (target != NULL)
        g_hash_table_insert (namers, target, GUINT_TO_POINTER (n + 1));
    }
  return namers;
}

/*
 * Finds all void events. Works from the undos that no undo names to those that
 * they name, so that a long chain takes neither stack nor time.
 */
static GHashTable *
find_voids (GPtrArray *undos)
{
  GHashTable *voids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) namers = NULL;
  g_autoptr (GPtrArray) ready = g_ptr_array_new ();

  for (guint i = 0; i < undos->len; i++)
    {
      StarlingEvent *undo = g_ptr_array_index (undos, i);

      g_hash_table_insert (by_id, undo->id, undo);
    }
  namers = count_namers (undos, by_id);
  for (guint i = 0; i < undos->len; i++)
    if (!g_hash_table_contains (namers, g_ptr_array_index (undos, i)))
      g_ptr_array_add (ready, g_ptr_array_index (undos, i));

  while (ready->len > 0)
    {
      StarlingEvent *undo
          = g_ptr_array_steal_index_fast (ready, ready->len - 1);
      gpointer target = g_hash_table_lookup (by_id, undo->of);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (namers, target));

      if (!g_hash_table_contains (voids, undo->id))
        count_namer (voids, undo->of, TRUE);
      if (target == NULL)
        continue;
      g_hash_table_insert (namers, target, GUINT_TO_POINTER (n - 1));
      if (n == 1)
        g_ptr_array_add (ready, target);
    }
  return voids;
}

/* Goes from undo to undo; %TRUE if that ends, at @end if the event is known. */
static gboolean
follow (StarlingProgress *self, StarlingEvent *event, StarlingEvent **end)
{
  guint steps = 0;

  while (event != NULL && event->type == STARLING_EVENT_UNDO)
    {
      /* More steps than there are undos: a cycle. */
      if (steps++ > self->undos->len)
        return FALSE;
      event = g_hash_table_lookup (self->by_id, event->of);
    }
  *end = event;
  return TRUE;
}

/**
 * starling_progress_find_end:
 * @self: progress
 * @event: an event
 *
 * Returns: (transfer none) (nullable): the event that an undo reaches through
 *   other undos, which is the only one besides undos that it can change; @event
 *   itself if it is no undo; %NULL if none is known
 */
StarlingEvent *
starling_progress_find_end (StarlingProgress *self, StarlingEvent *event)
{
  StarlingEvent *end = NULL;

  return follow (self, event, &end) ? end : NULL;
}

/**
 * starling_progress_file_undo:
 * @self: progress that has @undo among its events already
 * @undo: an undo
 *
 * Brings what is void up to date: along the chain of undos that @undo names,
 * as far as anything changes.
 */
void
starling_progress_file_undo (StarlingProgress *self, StarlingEvent *undo)
{
  gboolean live = TRUE;
  StarlingEvent *end = NULL;

  g_ptr_array_add (self->undos, undo);
  if (self->voids == NULL)
    return;
  if (!follow (self, undo, &end))
    {
      g_clear_pointer (&self->voids, g_hash_table_unref);
      return;
    }
  if (g_hash_table_contains (self->voids, undo->id))
    return;

  while (undo != NULL && undo->type == STARLING_EVENT_UNDO)
    {
      guint n = count_namer (self->voids, undo->of, live);

      /* Others that are live name it too: nothing changes for it. */
      if (n != (live ? 0 : 1))
        break;
      live = !live;
      undo = g_hash_table_lookup (self->by_id, undo->of);
    }
}

/**
 * starling_progress_is_live:
 * @self: progress
 * @event: one of its events
 *
 * Returns: whether @event is not undone
 */
gboolean
starling_progress_is_live (StarlingProgress *self, const StarlingEvent *event)
{
  if (self->voids == NULL)
    self->voids = find_voids (self->undos);
  return !g_hash_table_contains (self->voids, event->id);
}

/**
 * starling_progress_is_void:
 * @self: progress
 * @id: an event's id
 *
 * Returns: whether that event is undone; %FALSE for one that is not known
 */
gboolean
starling_progress_is_void (StarlingProgress *self, const char *id)
{
  const StarlingEvent *event = starling_progress_get_event (self, id);

  return event != NULL && !starling_progress_is_live (self, event);
}

/**
 * starling_progress_dup_affected:
 * @self: progress
 * @event: one of its events
 *
 * Returns: (transfer full) (nullable): the id of the one scenario whose
 *   figures @event can change; %NULL if it is none or not known. That of an
 *   undo is the one of the event that it reaches through other undos
 */
char *
starling_progress_dup_affected (StarlingProgress *self,
                                const StarlingEvent *event)
{
  const StarlingEvent *end
      = starling_progress_find_end (self, (StarlingEvent *) event);

  return end == NULL ? NULL : starling_event_dup_scenario (end);
}

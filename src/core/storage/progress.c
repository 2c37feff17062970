/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/progress-private.h"

static void
chapter_free (gpointer data)
{
  StarlingChapter *chapter = data;

  g_ptr_array_unref (chapter->events);
  g_free (chapter);
}

/**
 * starling_progress_new:
 *
 * Returns: (transfer full): the progress of somebody who has done nothing yet
 */
StarlingProgress *
starling_progress_new (void)
{
  StarlingProgress *self = g_new0 (StarlingProgress, 1);

  self->events
      = g_ptr_array_new_with_free_func ((GDestroyNotify) starling_event_unref);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->chapters
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, chapter_free);
  self->undos = g_ptr_array_new ();
  return self;
}

/**
 * starling_progress_free:
 * @self: (transfer full): what is to be freed
 */
void
starling_progress_free (StarlingProgress *self)
{
  g_clear_pointer (&self->voids, g_hash_table_unref);
  g_ptr_array_unref (self->undos);
  g_hash_table_unref (self->chapters);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->events);
  g_free (self);
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  return starling_event_compare (*(StarlingEvent *const *) a,
                                 *(StarlingEvent *const *) b);
}

/* Puts @event where it belongs: at the end, if it is the newest. */
static void
insert_sorted (GPtrArray *events, StarlingEvent *event)
{
  guint low = 0;
  guint high = events->len;

  if (high > 0
      && starling_event_compare (g_ptr_array_index (events, high - 1), event)
             < 0)
    low = high;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (starling_event_compare (g_ptr_array_index (events, middle), event)
          < 0)
        low = middle + 1;
      else
        high = middle;
    }
  g_ptr_array_insert (events, (int) low, event);
}

static StarlingChapter *
ensure_chapter (StarlingProgress *self, const char *scenario)
{
  StarlingChapter *chapter = g_hash_table_lookup (self->chapters, scenario);

  if (chapter == NULL)
    {
      chapter = g_new0 (StarlingChapter, 1);
      chapter->events = g_ptr_array_new ();
      g_hash_table_insert (self->chapters, g_strdup (scenario), chapter);
    }
  return chapter;
}

/* An undo can reach any event: all figures are found out again when asked. */
static void
invalidate_all (StarlingProgress *self)
{
  GHashTableIter iter;
  gpointer value = NULL;

  g_clear_pointer (&self->voids, g_hash_table_unref);
  g_hash_table_iter_init (&iter, self->chapters);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    ((StarlingChapter *) value)->valid = FALSE;
}

/* Files an event that is among self->events already. */
static void
file_event (StarlingProgress *self, StarlingEvent *event)
{
  if (event->type == STARLING_EVENT_UNDO)
    {
      g_ptr_array_add (self->undos, event);
      invalidate_all (self);
    }
  else if (event->type != STARLING_EVENT_UNKNOWN)
    {
      g_autofree char *scenario = starling_event_dup_scenario (event);

      if (scenario != NULL)
        {
          StarlingChapter *chapter = ensure_chapter (self, scenario);

          insert_sorted (chapter->events, event);
          chapter->valid = FALSE;
        }
    }
}

/**
 * starling_progress_replay:
 * @self: progress
 * @events: (element-type StarlingEvent): all events, in any order
 *
 * Starts again from @events. Of several with the same id, the first counts.
 */
void
starling_progress_replay (StarlingProgress *self, GPtrArray *events)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (events != NULL);

  g_clear_pointer (&self->voids, g_hash_table_unref);
  g_ptr_array_set_size (self->undos, 0);
  g_hash_table_remove_all (self->chapters);
  g_hash_table_remove_all (self->by_id);
  g_ptr_array_set_size (self->events, 0);

  for (guint i = 0; i < events->len; i++)
    {
      StarlingEvent *event = g_ptr_array_index (events, i);

      if (g_hash_table_contains (self->by_id, event->id))
        continue;
      g_hash_table_insert (self->by_id, event->id, event);
      g_ptr_array_add (self->events, starling_event_ref (event));
    }
  g_ptr_array_sort (self->events, compare_cb);
  for (guint i = 0; i < self->events->len; i++)
    file_event (self, g_ptr_array_index (self->events, i));
}

/**
 * starling_progress_add:
 * @self: progress
 * @event: (transfer none): an event with `id` and `at`
 *
 * Adds an event at its place in time. One that is known is ignored.
 */
void
starling_progress_add (StarlingProgress *self, StarlingEvent *event)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (event != NULL && event->id != NULL);

  if (g_hash_table_contains (self->by_id, event->id))
    return;
  g_hash_table_insert (self->by_id, event->id, event);
  insert_sorted (self->events, starling_event_ref (event));
  file_event (self, event);
}

/**
 * starling_progress_add_all:
 * @self: progress
 * @events: (element-type StarlingEvent): many events, in any order
 *
 * Adds events at their places in time. Those that are known are ignored.
 */
void
starling_progress_add_all (StarlingProgress *self, GPtrArray *events)
{
  g_autoptr (GPtrArray) all
      = g_ptr_array_new_with_free_func ((GDestroyNotify) starling_event_unref);

  for (guint i = 0; i < self->events->len; i++)
    g_ptr_array_add (all,
                     starling_event_ref (g_ptr_array_index (self->events, i)));
  for (guint i = 0; i < events->len; i++)
    g_ptr_array_add (all, starling_event_ref (g_ptr_array_index (events, i)));
  starling_progress_replay (self, all);
}

/**
 * starling_progress_get_event:
 * @self: progress
 * @id: an event's id
 *
 * Returns: (transfer none) (nullable): that event
 */
const StarlingEvent *
starling_progress_get_event (StarlingProgress *self, const char *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_hash_table_lookup (self->by_id, id);
}

/**
 * starling_progress_has_event:
 * @self: progress
 * @id: an event's id
 *
 * Returns: whether that event is known, void or not
 */
gboolean
starling_progress_has_event (StarlingProgress *self, const char *id)
{
  return starling_progress_get_event (self, id) != NULL;
}

/**
 * starling_progress_get_newest_at:
 * @self: progress
 *
 * Returns: when the newest event was, in Unix milliseconds; %G_MININT64 if
 *   there is none
 */
gint64
starling_progress_get_newest_at (StarlingProgress *self)
{
  const StarlingEvent *last = NULL;

  g_return_val_if_fail (self != NULL, G_MININT64);

  if (self->events->len == 0)
    return G_MININT64;
  last = g_ptr_array_index (self->events, self->events->len - 1);
  return last->at;
}

/**
 * starling_progress_copy_until:
 * @self: progress
 * @utc_ms: Unix milliseconds
 *
 * Returns: (transfer full): the progress as it was at @utc_ms: later events
 *   are left out
 */
StarlingProgress *
starling_progress_copy_until (StarlingProgress *self, gint64 utc_ms)
{
  StarlingProgress *copy = starling_progress_new ();
  g_autoptr (GPtrArray) earlier = g_ptr_array_new ();

  for (guint i = 0; i < self->events->len; i++)
    {
      StarlingEvent *event = g_ptr_array_index (self->events, i);

      if (event->at <= utc_ms)
        g_ptr_array_add (earlier, event);
    }
  starling_progress_replay (copy, earlier);
  return copy;
}

/**
 * starling_progress_dup_affected:
 * @self: progress
 * @event: an event
 *
 * Returns: (transfer full) (nullable): the id of the one scenario whose
 *   figures @event can change; %NULL if it is none or not known. That of an
 *   undo is the one of the event that it reaches through other undos
 */
char *
starling_progress_dup_affected (StarlingProgress *self,
                                const StarlingEvent *event)
{
  guint steps = 0;

  /* More steps than there are undos: a cycle. */
  while (event != NULL && event->type == STARLING_EVENT_UNDO
         && steps++ <= self->undos->len)
    event = starling_progress_get_event (self, event->of);
  return event == NULL ? NULL : starling_event_dup_scenario (event);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/progress-private.h"

static void
chapter_free (gpointer data)
{
  StarlingChapter *chapter = data;

  g_ptr_array_unref (chapter->events);
  g_hash_table_unref (chapter->cards);
  g_hash_table_unref (chapter->questions);
  g_array_unref (chapter->days);
  g_free (chapter->scenario);
  g_free (chapter);
}

static StarlingChapter *
chapter_new (const char *scenario)
{
  StarlingChapter *chapter = g_new0 (StarlingChapter, 1);

  chapter->events = g_ptr_array_new ();
  chapter->scenario = g_strdup (scenario);
  chapter->link.data = chapter;
  chapter->cards
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  chapter->questions
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  chapter->days = g_array_new (FALSE, FALSE, sizeof (StarlingActivity));
  return chapter;
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
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, chapter_free);
  self->undos = g_ptr_array_new ();
  g_queue_init (&self->recent);
  self->stale = g_ptr_array_new ();
  self->days = g_array_new (FALSE, FALSE, sizeof (StarlingActivity));
  self->goals = g_ptr_array_new ();
  self->settings = g_ptr_array_new ();
  self->loops = g_ptr_array_new ();
  self->loop_files = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                            starling_loop_file_free);
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
  g_ptr_array_unref (self->stale);
  g_array_unref (self->days);
  g_ptr_array_unref (self->goals);
  g_ptr_array_unref (self->settings);
  g_ptr_array_unref (self->loops);
  g_hash_table_unref (self->loop_files);
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

/**
 * starling_progress_insert_sorted:
 * @events: (element-type StarlingEvent): sorted events
 * @event: another one
 *
 * Puts @event where it belongs: at the end, if it is the newest.
 */
void
starling_progress_insert_sorted (GPtrArray *events, StarlingEvent *event)
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

/**
 * starling_progress_find_chapter:
 * @self: progress
 * @scenario: a scenario's id
 *
 * Returns: (nullable): its chapter, which may be stale
 */
StarlingChapter *
starling_progress_find_chapter (StarlingProgress *self, const char *scenario)
{
  return g_hash_table_lookup (self->chapters, scenario);
}

static StarlingChapter *
ensure_chapter (StarlingProgress *self, const char *scenario)
{
  StarlingChapter *chapter = g_hash_table_lookup (self->chapters, scenario);

  if (chapter == NULL)
    {
      chapter = chapter_new (scenario);
      g_hash_table_insert (self->chapters, chapter->scenario, chapter);
      g_queue_push_head_link (&self->recent, &chapter->link);
    }
  return chapter;
}

/**
 * starling_progress_touch:
 * @self: progress
 * @chapter: one of its chapters
 *
 * Says that what the chapter's events say has changed.
 */
void
starling_progress_touch (StarlingProgress *self, StarlingChapter *chapter)
{
  chapter->valid = FALSE;
  chapter->serial = ++self->serial;
  g_queue_unlink (&self->recent, &chapter->link);
  g_queue_push_head_link (&self->recent, &chapter->link);
  if (!chapter->stale)
    g_ptr_array_add (self->stale, chapter);
  chapter->stale = TRUE;
}

/**
 * starling_progress_touch_all:
 * @self: progress
 *
 * Says that what any events say has changed.
 */
void
starling_progress_touch_all (StarlingProgress *self)
{
  GHashTableIter iter;
  gpointer chapter = NULL;

  g_hash_table_iter_init (&iter, self->chapters);
  while (g_hash_table_iter_next (&iter, NULL, &chapter))
    starling_progress_touch (self, chapter);
}

/* Puts an event that is among self->events already in its place. */
static void
file_event (StarlingProgress *self, StarlingEvent *event)
{
  if (event->type == STARLING_EVENT_UNDO)
    starling_progress_file_undo (self, event);
  else if (event->type == STARLING_EVENT_GOAL)
    starling_progress_insert_sorted (self->goals, event);
  else if (event->type == STARLING_EVENT_SETTINGS)
    starling_progress_insert_sorted (self->settings, event);
  else if (event->type == STARLING_EVENT_LOOP
           || event->type == STARLING_EVENT_LOOP_END)
    starling_progress_file_loop (self, event);
  else if (event->type != STARLING_EVENT_UNKNOWN)
    {
      g_autofree char *scenario = starling_event_dup_scenario (event);

      if (event->type == STARLING_EVENT_REHEARSAL && event->loop != NULL)
        starling_progress_file_loop (self, event);
      if (scenario != NULL)
        starling_progress_insert_sorted (
            ensure_chapter (self, scenario)->events, event);
    }
}

/* Says that @event, which was put in its place, counts, or does not any more.
 */
static void
touch_event (StarlingProgress *self, StarlingEvent *event)
{
  const StarlingEvent *end = starling_progress_find_end (self, event);
  g_autofree char *scenario = NULL;

  if (end == NULL || end->type == STARLING_EVENT_UNKNOWN)
    return;
  self->serial++;
  if (end->type == STARLING_EVENT_SETTINGS)
    self->settings_valid = FALSE;
  scenario = starling_event_dup_scenario (end);
  if (scenario != NULL)
    starling_progress_touch (self, ensure_chapter (self, scenario));
}

static void
clear (StarlingProgress *self)
{
  g_clear_pointer (&self->voids, g_hash_table_unref);
  g_ptr_array_set_size (self->undos, 0);
  g_ptr_array_set_size (self->goals, 0);
  g_ptr_array_set_size (self->settings, 0);
  g_ptr_array_set_size (self->loops, 0);
  g_hash_table_remove_all (self->loop_files);
  self->settings_valid = FALSE;
  g_ptr_array_set_size (self->stale, 0);
  g_array_set_size (self->days, 0);
  g_queue_init (&self->recent);
  g_hash_table_remove_all (self->chapters);
  g_hash_table_remove_all (self->by_id);
  g_ptr_array_set_size (self->events, 0);
  self->replayed = ++self->serial;
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

  clear (self);
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
  starling_progress_touch_all (self);
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
  starling_progress_insert_sorted (self->events, starling_event_ref (event));
  file_event (self, event);
  touch_event (self, event);
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
 * starling_progress_get_serial:
 * @self: progress
 *
 * Returns: a number that has grown after each change
 */
guint64
starling_progress_get_serial (StarlingProgress *self)
{
  g_return_val_if_fail (self != NULL, 0);

  starling_progress_ensure_settings (self);
  return self->serial;
}

/**
 * starling_progress_find_changes:
 * @self: progress
 * @since: what starling_progress_get_serial() returned
 * @scenarios: (element-type utf8): gets the ids of the scenarios of which the
 *   journal says something else since then; valid until @self changes
 *
 * Returns: %FALSE if it may be any, and @scenarios is not filled in
 */
gboolean
starling_progress_find_changes (StarlingProgress *self,
                                guint64 since,
                                GPtrArray *scenarios)
{
  g_return_val_if_fail (self != NULL, FALSE);

  starling_progress_ensure_settings (self);
  if (since < self->replayed)
    return FALSE;
  for (const GList *l = self->recent.head; l != NULL; l = l->next)
    {
      const StarlingChapter *chapter = l->data;

      if (chapter->serial <= since)
        break;
      g_ptr_array_add (scenarios, chapter->scenario);
    }
  return TRUE;
}

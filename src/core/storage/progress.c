/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/progress-private.h"

static void
chapter_free (gpointer data)
{
  StarlingChapter *chapter = data;

  g_array_unref (chapter->events);
  g_hash_table_unref (chapter->cards);
  g_hash_table_unref (chapter->questions);
  g_array_unref (chapter->days);
  g_free (chapter);
}

static StarlingChapter *
chapter_new (const char *scenario)
{
  StarlingChapter *chapter = g_new0 (StarlingChapter, 1);

  chapter->events = g_array_new (FALSE, FALSE, sizeof (guint32));
  chapter->scenario = scenario;
  chapter->link.data = chapter;
  chapter->cards
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  chapter->questions
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  chapter->days = g_array_new (FALSE, FALSE, sizeof (StarlingActivity));
  return chapter;
}

static GArray *
numbers_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (guint32));
}

/**
 * starling_progress_new:
 *
 * Returns: (transfer full): the progress of somebody who has done nothing yet
 */
StarlingProgress *
starling_progress_new (void)
{
  g_autoptr (StarlingLedger) ledger = starling_ledger_new ();

  return starling_progress_new_for_ledger (ledger);
}

/**
 * starling_progress_new_for_ledger:
 * @ledger: where events are kept; no other progress may use it
 *
 * Returns: (transfer full): progress that none of the ledger's events is among
 *   yet
 */
StarlingProgress *
starling_progress_new_for_ledger (StarlingLedger *ledger)
{
  StarlingProgress *self = g_new0 (StarlingProgress, 1);

  self->ledger = starling_ledger_ref (ledger);
  self->events = numbers_new ();
  self->given = g_hash_table_new_full (NULL, NULL, NULL,
                                       (GDestroyNotify) starling_event_unref);
  self->chapters
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, chapter_free);
  self->undos = numbers_new ();
  g_queue_init (&self->recent);
  self->stale = g_ptr_array_new ();
  self->days = g_array_new (FALSE, FALSE, sizeof (StarlingActivity));
  self->goals = numbers_new ();
  self->settings = numbers_new ();
  self->loops = numbers_new ();
  self->loop_files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
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
  g_array_unref (self->undos);
  g_ptr_array_unref (self->stale);
  g_array_unref (self->days);
  g_array_unref (self->goals);
  g_array_unref (self->settings);
  g_array_unref (self->loops);
  g_hash_table_unref (self->loop_files);
  g_hash_table_unref (self->chapters);
  g_hash_table_unref (self->given);
  g_array_unref (self->events);
  starling_ledger_unref (self->ledger);
  g_free (self);
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

/**
 * starling_progress_ensure:
 * @self: progress
 * @scenario: a scenario's id, of the ledger's strings
 *
 * Returns: its chapter, a new one if there was none
 */
StarlingChapter *
starling_progress_ensure (StarlingProgress *self, const char *scenario)
{
  StarlingChapter *chapter = g_hash_table_lookup (self->chapters, scenario);

  if (chapter == NULL)
    {
      chapter = chapter_new (scenario);
      g_hash_table_insert (self->chapters, (gpointer) scenario, chapter);
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

/**
 * starling_progress_give:
 * @self: progress
 * @number: of an event in the ledger
 *
 * Returns: (transfer none): the event; valid as long as @self
 */
StarlingEvent *
starling_progress_give (StarlingProgress *self, guint number)
{
  gpointer key = GUINT_TO_POINTER (number);
  StarlingEvent *event = g_hash_table_lookup (self->given, key);

  if (event == NULL)
    {
      event = starling_ledger_dup_event (self->ledger, number);
      g_hash_table_insert (self->given, key, event);
    }
  return event;
}

/**
 * starling_progress_replay:
 * @self: progress
 * @events: (element-type StarlingEvent): all events, in any order
 *
 * Starts again from @events, with a ledger of its own. Of several with the
 * same id, the first counts.
 */
void
starling_progress_replay (StarlingProgress *self, GPtrArray *events)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (events != NULL);

  starling_progress_clear (self);
  g_array_set_size (self->events, 0);
  g_hash_table_remove_all (self->given);
  starling_ledger_unref (self->ledger);
  self->ledger = starling_ledger_new ();
  for (guint i = 0; i < events->len; i++)
    starling_ledger_add_event (self->ledger, g_ptr_array_index (events, i));
  starling_progress_take_in (self);
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
  guint number = 0;

  g_return_if_fail (self != NULL);
  g_return_if_fail (event != NULL && event->id != NULL);

  starling_ledger_lock (self->ledger);
  number = starling_ledger_add_event (self->ledger, event);
  starling_progress_insert (self, number);
  starling_ledger_unlock (self->ledger);
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
  for (guint i = 0; i < events->len; i++)
    starling_ledger_add_event (self->ledger, g_ptr_array_index (events, i));
  starling_progress_take_in (self);
}

static guint
find (StarlingProgress *self, const char *id)
{
  guint number = starling_ledger_find (self->ledger, id);

  return starling_ledger_has_mark (self->ledger, number,
                                   STARLING_LEDGER_COUNTED)
             ? number
             : STARLING_LEDGER_NONE;
}

/**
 * starling_progress_get_event:
 * @self: progress
 * @id: an event's id
 *
 * Returns: (transfer none) (nullable): that event; valid as long as @self
 */
const StarlingEvent *
starling_progress_get_event (StarlingProgress *self, const char *id)
{
  guint number = 0;

  g_return_val_if_fail (self != NULL, NULL);

  number = find (self, id);
  return number == STARLING_LEDGER_NONE ? NULL
                                        : starling_progress_give (self, number);
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
  g_return_val_if_fail (self != NULL, FALSE);

  return find (self, id) != STARLING_LEDGER_NONE;
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
  guint number = 0;

  g_return_val_if_fail (self != NULL, FALSE);

  number = find (self, id);
  return number != STARLING_LEDGER_NONE
         && !starling_progress_is_live (self, number);
}

static gint64
get_at (StarlingProgress *self, guint number)
{
  gint64 at = 0;

  starling_ledger_lock (self->ledger);
  at = starling_ledger_get (self->ledger, number)->at;
  starling_ledger_unlock (self->ledger);
  return at;
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
  g_return_val_if_fail (self != NULL, G_MININT64);

  return self->events->len == 0
             ? G_MININT64
             : get_at (self, g_array_index (self->events, guint32,
                                            self->events->len - 1));
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

  for (guint i = 0; i < self->events->len; i++)
    {
      guint number = g_array_index (self->events, guint32, i);

      if (get_at (self, number) > utc_ms)
        break;
      starling_ledger_add_from (copy->ledger, self->ledger, number);
    }
  starling_progress_take_in (copy);
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
      g_ptr_array_add (scenarios, (gpointer) chapter->scenario);
    }
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/progress-private.h"

#include "engine/loop.h"

/*
 * Where a mock loop stands is told by its takes alone: a question is open as
 * long as no live take names the loop, the slot and the scenario. Whatever else
 * a journal says (takes of a slot that there is not, of a loop that nobody
 * knows) is left alone, and may make sense once more events are merged.
 */

/**
 * starling_loop_file_free:
 * @data: (transfer full): a StarlingLoopFile
 */
void
starling_loop_file_free (gpointer data)
{
  StarlingLoopFile *file = data;

  g_array_unref (file->takes);
  g_array_unref (file->ends);
  g_free (file);
}

static StarlingLoopFile *
ensure_file (StarlingProgress *self, const char *loop)
{
  StarlingLoopFile *file = g_hash_table_lookup (self->loop_files, loop);

  if (file == NULL)
    {
      file = g_new0 (StarlingLoopFile, 1);
      file->takes = g_array_new (FALSE, FALSE, sizeof (guint32));
      file->ends = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_hash_table_insert (self->loop_files, g_strdup (loop), file);
    }
  return file;
}

/**
 * starling_progress_file_loop:
 * @self: progress that has the event among its events already
 * @number: of a loop, its end, or a take in a loop
 *
 * Puts it where it is found by its loop.
 */
void
starling_progress_file_loop (StarlingProgress *self, guint number)
{
  g_autoptr (StarlingEvent) event
      = starling_ledger_dup_event (self->ledger, number);

  if (event->type == STARLING_EVENT_LOOP)
    starling_ledger_insert_sorted (self->ledger, self->loops, number);
  else if (event->loop == NULL)
    return;
  else if (event->type == STARLING_EVENT_LOOP_END)
    starling_ledger_insert_sorted (self->ledger,
                                   ensure_file (self, event->loop)->ends,
                                   number);
  else
    starling_ledger_insert_sorted (self->ledger,
                                   ensure_file (self, event->loop)->takes,
                                   number);
}

/* The last end of a loop that counts. */
static StarlingEvent *
find_end (StarlingProgress *self, const char *loop)
{
  const StarlingLoopFile *file = g_hash_table_lookup (self->loop_files, loop);

  for (guint i = file == NULL ? 0 : file->ends->len; i > 0; i--)
    {
      guint number = g_array_index (file->ends, guint32, i - 1);

      if (starling_progress_is_live (self, number))
        return starling_progress_give (self, number);
    }
  return NULL;
}

/* Whether a take's scenario was forgotten afterwards. */
static gboolean
is_forgotten (StarlingProgress *self, guint take)
{
  StarlingChapter *chapter = NULL;
  gboolean forgotten = FALSE;

  starling_ledger_lock (self->ledger);
  chapter = starling_progress_find_chapter (
      self, starling_ledger_get_topic (self->ledger, take)->scenario);
  for (guint i = chapter->events->len; i > 0 && !forgotten; i--)
    {
      guint number = g_array_index (chapter->events, guint32, i - 1);

      if (number == take)
        break;
      forgotten = starling_ledger_get (self->ledger, number)->type
                      == STARLING_EVENT_FORGET
                  && starling_progress_is_live (self, number);
    }
  starling_ledger_unlock (self->ledger);
  return forgotten;
}

static void
item_clear (gpointer data)
{
  StarlingLoopItem *item = data;

  g_clear_pointer (&item->take, starling_event_unref);
}

/* Lists the questions of one slot. */
static void
add_items (GArray *items, const StarlingLoopSlot *slot, guint index)
{
  guint n_principles
      = slot->principles == NULL ? 0 : g_strv_length (slot->principles);

  for (guint i = 0; slot->scenarios != NULL && slot->scenarios[i] != NULL; i++)
    {
      StarlingLoopItem item
          = { .slot = index, .place = i, .scenario = slot->scenarios[i] };

      if (n_principles > 0)
        item.principle
            = slot->principles[starling_loop_get_asked (n_principles, i)];
      g_array_append_val (items, item);
    }
}

/* Notes an answer; of several to one question, the last one counts. */
static void
add_take (StarlingLoopRecord *record, StarlingEvent *take)
{
  for (guint i = 0; i < record->items->len; i++)
    {
      StarlingLoopItem *item
          = &g_array_index (record->items, StarlingLoopItem, i);

      if ((int) item->slot != take->slot
          || !g_str_equal (item->scenario, take->scenario))
        continue;
      record->n_taken += item->take == NULL ? 1 : 0;
      g_clear_pointer (&item->take, starling_event_unref);
      item->take = starling_event_ref (take);
    }
}

static StarlingLoopRecord *
record_new (StarlingProgress *self, StarlingEvent *event)
{
  StarlingLoopRecord *record = g_new0 (StarlingLoopRecord, 1);
  const StarlingLoopFile *file
      = g_hash_table_lookup (self->loop_files, event->id);
  StarlingEvent *end = NULL;

  record->event = starling_event_ref (event);
  record->items = g_array_new (FALSE, FALSE, sizeof (StarlingLoopItem));
  g_array_set_clear_func (record->items, item_clear);
  for (guint i = 0; event->slots != NULL && i < event->slots->len; i++)
    add_items (record->items, g_ptr_array_index (event->slots, i), i);
  for (guint i = 0; file != NULL && i < file->takes->len; i++)
    {
      guint take = g_array_index (file->takes, guint32, i);

      if (starling_progress_is_live (self, take) && !is_forgotten (self, take))
        add_take (record, starling_progress_give (self, take));
    }
  end = find_end (self, event->id);
  record->end = end != NULL ? starling_event_ref (end) : NULL;
  return record;
}

/**
 * starling_loop_record_free:
 * @self: (transfer full): what is to be freed
 */
void
starling_loop_record_free (StarlingLoopRecord *self)
{
  g_array_unref (self->items);
  g_clear_pointer (&self->end, starling_event_unref);
  starling_event_unref (self->event);
  g_free (self);
}

/**
 * starling_loop_record_get_item:
 * @self: a loop
 * @index: of a question, in the order in which they are asked
 *
 * Returns: (transfer none) (nullable): the question; %NULL beyond the last
 */
const StarlingLoopItem *
starling_loop_record_get_item (const StarlingLoopRecord *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);

  return index < self->items->len
             ? &g_array_index (self->items, StarlingLoopItem, index)
             : NULL;
}

/**
 * starling_progress_list_loops:
 * @self: progress
 *
 * Returns: (transfer full) (element-type StarlingEvent): the events that began
 *   mock loops, newest first, without deleted ones and without those that have
 *   no question
 */
GPtrArray *
starling_progress_list_loops (StarlingProgress *self)
{
  GPtrArray *loops
      = g_ptr_array_new_with_free_func ((GDestroyNotify) starling_event_unref);

  g_return_val_if_fail (self != NULL, loops);

  for (guint i = self->loops->len; i > 0; i--)
    {
      guint number = g_array_index (self->loops, guint32, i - 1);
      StarlingEvent *event = starling_progress_give (self, number);
      gboolean has_question = FALSE;

      for (guint j = 0; event->slots != NULL && j < event->slots->len; j++)
        {
          const StarlingLoopSlot *slot = g_ptr_array_index (event->slots, j);

          has_question |= slot->scenarios != NULL && slot->scenarios[0] != NULL;
        }
      if (has_question && starling_progress_is_live (self, number))
        g_ptr_array_add (loops, starling_event_ref (event));
    }
  return loops;
}

/**
 * starling_progress_get_loop:
 * @self: progress
 * @id: the id of the event that began it
 *
 * Returns: (transfer full) (nullable): a mock loop; %NULL if there is none of
 *   that id, or it was deleted
 */
StarlingLoopRecord *
starling_progress_get_loop (StarlingProgress *self, const char *id)
{
  const StarlingEvent *event = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  event = starling_progress_get_event (self, id);
  if (event == NULL || event->type != STARLING_EVENT_LOOP
      || starling_progress_is_void (self, id))
    return NULL;
  return record_new (self, (StarlingEvent *) event);
}

/**
 * starling_progress_get_open_loop:
 * @self: progress
 *
 * Returns: (transfer full) (nullable): the newest mock loop that was not ended,
 *   whether or not a question is left
 */
StarlingLoopRecord *
starling_progress_get_open_loop (StarlingProgress *self)
{
  g_autoptr (GPtrArray) loops = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  loops = starling_progress_list_loops (self);
  for (guint i = 0; i < loops->len; i++)
    {
      StarlingEvent *event = g_ptr_array_index (loops, i);

      if (find_end (self, event->id) == NULL)
        return record_new (self, event);
    }
  return NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/progress-private.h"

/* Puts an event in its place. @sorted: in that of replay at once. */
static void
file_in (StarlingProgress *self,
         GArray *numbers,
         guint32 number,
         gboolean sorted)
{
  if (sorted)
    starling_ledger_insert_sorted (self->ledger, numbers, number);
  else
    g_array_append_val (numbers, number);
}

/* Puts an event that is among self->events already in its place. */
static void
file_event (StarlingProgress *self, guint number, gboolean sorted)
{
  StarlingEventType type = starling_ledger_get (self->ledger, number)->type;

  if (type == STARLING_EVENT_UNDO)
    starling_progress_file_undo (self, number);
  else if (type == STARLING_EVENT_GOAL)
    starling_ledger_insert_sorted (self->ledger, self->goals, number);
  else if (type == STARLING_EVENT_SETTINGS)
    starling_ledger_insert_sorted (self->ledger, self->settings, number);
  else if (type == STARLING_EVENT_LOOP || type == STARLING_EVENT_LOOP_END)
    starling_progress_file_loop (self, number);
  else if (type != STARLING_EVENT_UNKNOWN)
    {
      const StarlingLedgerTopic *topic
          = starling_ledger_get_topic (self->ledger, number);

      if (starling_ledger_is_in_loop (self->ledger, number))
        starling_progress_file_loop (self, number);
      if (topic->scenario != NULL)
        file_in (self, starling_progress_ensure (self, topic->scenario)->events,
                 number, sorted);
    }
}

/* The id of the scenario that an event, not an undo, is about; NULL: none. */
static const char *
get_scenario_of (StarlingProgress *self, guint number)
{
  const char *scenario = NULL;

  starling_ledger_lock (self->ledger);
  scenario = starling_ledger_get_topic (self->ledger, number)->scenario;
  starling_ledger_unlock (self->ledger);
  return scenario;
}

/* Says that an event, which was put in its place, counts, or does not any
 * more. */
static void
touch_event (StarlingProgress *self, guint number)
{
  guint end = starling_progress_find_end (self, number);
  StarlingEventType type = STARLING_EVENT_UNKNOWN;
  const char *scenario = NULL;

  if (end != STARLING_LEDGER_NONE)
    type = starling_ledger_get (self->ledger, end)->type;
  if (type == STARLING_EVENT_UNKNOWN)
    return;
  self->serial++;
  if (type == STARLING_EVENT_SETTINGS)
    self->settings_valid = FALSE;
  scenario = get_scenario_of (self, end);
  if (scenario != NULL)
    {
      StarlingChapter *chapter = starling_progress_ensure (self, scenario);
      gboolean valid
          = end == number
            && starling_progress_extend_chapter (self, chapter, number);

      starling_progress_touch (self, chapter);
      chapter->valid = valid;
    }
}

/**
 * starling_progress_clear:
 * @self: progress
 *
 * Forgets where events are; they stay in the ledger.
 */
void
starling_progress_clear (StarlingProgress *self)
{
  g_clear_pointer (&self->voids, g_hash_table_unref);
  g_array_set_size (self->undos, 0);
  g_array_set_size (self->goals, 0);
  g_array_set_size (self->settings, 0);
  g_array_set_size (self->loops, 0);
  g_hash_table_remove_all (self->loop_files);
  self->settings_valid = FALSE;
  g_ptr_array_set_size (self->stale, 0);
  g_array_set_size (self->days, 0);
  g_queue_init (&self->recent);
  g_hash_table_remove_all (self->chapters);
  self->replayed = ++self->serial;
}

/**
 * starling_progress_file_all:
 * @self: progress
 *
 * Puts all of its events, in any order, in their places.
 */
void
starling_progress_file_all (StarlingProgress *self)
{
  starling_progress_clear (self);
  starling_ledger_lock (self->ledger);
  starling_ledger_sort (self->ledger, self->events);
  for (guint i = 0; i < self->events->len; i++)
    file_event (self, g_array_index (self->events, guint32, i), FALSE);
  starling_ledger_unlock (self->ledger);
  starling_progress_touch_all (self);
}

/**
 * starling_progress_insert:
 * @self: progress, its ledger locked
 * @number: of an event that may be counted already
 *
 * Adds an event at its place in time, unless it is counted.
 */
void
starling_progress_insert (StarlingProgress *self, guint number)
{
  if (starling_ledger_mark (self->ledger, number, STARLING_LEDGER_COUNTED))
    return;
  starling_ledger_insert_sorted (self->ledger, self->events, number);
  file_event (self, number, TRUE);
  touch_event (self, number);
}

/**
 * starling_progress_take_in:
 * @self: progress
 *
 * Counts all events of the ledger that are not among the progress yet.
 *
 * Returns: whether there are any
 */
gboolean
starling_progress_take_in (StarlingProgress *self)
{
  guint before = self->events->len;

  starling_ledger_lock (self->ledger);
  starling_ledger_list_unmarked (self->ledger, STARLING_LEDGER_COUNTED,
                                 self->events);
  for (guint i = before; i < self->events->len; i++)
    starling_ledger_mark (self->ledger,
                          g_array_index (self->events, guint32, i),
                          STARLING_LEDGER_COUNTED);
  starling_ledger_unlock (self->ledger);
  if (self->events->len == before)
    return FALSE;
  starling_progress_file_all (self);
  return TRUE;
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
  guint number = starling_ledger_find (self->ledger, event->id);
  guint end = number == STARLING_LEDGER_NONE
                  ? STARLING_LEDGER_NONE
                  : starling_progress_find_end (self, number);

  return end == STARLING_LEDGER_NONE ? NULL
                                     : g_strdup (get_scenario_of (self, end));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "library-private.h"

#include "base/error.h"

#define HOUR_MS (3600 * 1000)

/* Many events at once are cheaper to sort than to insert one by one. */
#define MANY 100

/**
 * starling_library_take_events:
 * @self: a library
 * @events: (element-type StarlingEvent): events of the journal
 *
 * Adds events to the progress.
 */
void
starling_library_take_events (StarlingLibrary *self, GPtrArray *events)
{
  if (events->len == 0)
    return;
  if (events->len >= MANY)
    starling_progress_add_all (self->progress, events);
  else
    for (guint i = 0; i < events->len; i++)
      starling_progress_add (self->progress, g_ptr_array_index (events, i));
  starling_library_emit_progress (self, NULL);
}

/* As many events are worth a new snapshot. */
#define MANY_UNCOVERED 5000

/* Makes a snapshot of the journal as it was read, if the last one is old. */
static StarlingSnapshotDraft *
renew_snapshot (StarlingLibrary *self,
                const StarlingSnapshotKey *key,
                guint n_covered)
{
  if (self->snapshot_path == NULL || key->length == 0
      || key->n_entries < n_covered + MANY_UNCOVERED)
    return NULL;
  return starling_snapshot_draft_new (
      key, starling_journal_get_ledger (self->journal), self->progress);
}

/**
 * starling_library_take_ledger:
 * @self: a library
 *
 * Adds all events that the journal has read to the progress.
 *
 * Returns: (transfer full) (nullable): a snapshot that should be saved, so that
 *   the next start takes less time
 */
StarlingSnapshotDraft *
starling_library_take_ledger (StarlingLibrary *self)
{
  StarlingSnapshotKey key;
  g_autoptr (StarlingSnapshot) snapshot
      = starling_journal_steal_snapshot (self->journal, &key);
  guint n_covered = 0;

  if (snapshot == NULL)
    starling_progress_take_in (self->progress);
  else
    {
      n_covered = starling_snapshot_get_key (snapshot)->n_entries;
      starling_snapshot_restore_progress (snapshot, self->progress);
    }
  if (starling_progress_get_newest_at (self->progress) > G_MININT64)
    starling_library_emit_progress (self, NULL);
  return renew_snapshot (self, &key, n_covered);
}

/**
 * starling_library_save_snapshot:
 * @path: where to
 * @snapshot: (nullable): what to save, if anything
 *
 * Blocks. A cache that cannot be written is no trouble: it is only missed.
 */
void
starling_library_save_snapshot (const char *path,
                                StarlingSnapshotDraft *snapshot)
{
  g_autoptr (GError) error = NULL;

  if (snapshot != NULL
      && !starling_snapshot_draft_save (snapshot, path, &error))
    g_debug ("%s: %s", path, error->message);
}

/**
 * starling_library_take_report:
 * @self: a library
 * @report: what was found in the journal
 *
 * Turns it into notices.
 */
void
starling_library_take_report (StarlingLibrary *self,
                              const StarlingJournalReport *report)
{
  StarlingNotice *damage = starling_notice_new_for_damage (report);

  if (damage != NULL)
    starling_library_set_slot (self, STARLING_SLOT_DAMAGE, damage);
  if (report->rewritten)
    starling_library_set_slot (
        self, STARLING_SLOT_REWRITTEN,
        starling_notice_new (FALSE, NULL,
                             "The journal was gone from %s. It has been "
                             "written again from memory; nothing is lost.",
                             self->user_dir));
}

static void
fresh_cb (StarlingLibrary *self, GPtrArray *events)
{
  starling_library_take_events (self, events);
}

static void
report_cb (StarlingLibrary *self, const StarlingJournalReport *report)
{
  starling_library_take_report (self, report);
}

static void
state_changed_cb (StarlingLibrary *self)
{
  g_autoptr (GError) trouble = starling_journal_get_trouble (self->journal);

  starling_library_set_slot (self, STARLING_SLOT_TROUBLE,
                             starling_notice_new_for_trouble (trouble));
  starling_library_emit_saving (self);
}

/**
 * starling_library_connect_journal:
 * @self: a library with a journal
 *
 * Listens to the journal.
 */
void
starling_library_connect_journal (StarlingLibrary *self)
{
  g_signal_connect_swapped (self->journal, "fresh", G_CALLBACK (fresh_cb),
                            self);
  g_signal_connect_swapped (self->journal, "report", G_CALLBACK (report_cb),
                            self);
  g_signal_connect_swapped (self->journal, "state-changed",
                            G_CALLBACK (state_changed_cb), self);
}

/*
 * When an event happened: never before what happened last, unless that lies
 * so far ahead that a clock must have been wrong. Then it is not before what
 * was recorded last here, so that the order is kept all the same.
 */
static gint64
choose_time (StarlingLibrary *self, gint64 newest)
{
  gint64 now = starling_clock_get_utc (self->clock);

  if (newest == G_MININT64 || newest < now)
    return now;
  if (newest <= now + HOUR_MS)
    return newest + 1;

  if (self->slots[STARLING_SLOT_CLOCK] == NULL)
    {
      g_autofree char *ahead = starling_time_format_utc (newest);

      starling_library_set_slot (
          self, STARLING_SLOT_CLOCK,
          starling_notice_new (
              FALSE, NULL,
              "The journal has events of %s, which is still to come. Is the "
              "clock of this computer right? New events are dated as it says.",
              ahead));
    }
  if (self->last_at >= now && self->last_at <= now + HOUR_MS)
    now = self->last_at + 1;
  self->last_at = now;
  return now;
}

/* Fills in what the event lacks, and writes it as a line. */
static void
complete (StarlingLibrary *self, StarlingEvent *event, gint64 newest)
{
  if (event->id == NULL)
    event->id = g_uuid_string_random ();
  if (event->at == STARLING_AT_UNSET)
    event->at = choose_time (self, newest);
  if (event->offset == STARLING_OFFSET_UNSET)
    event->offset = starling_clock_get_offset (self->clock, event->at);
  if (event->line == NULL)
    event->line = starling_event_to_line (event);
}

/**
 * starling_library_complete_events:
 * @self: a loaded library
 * @events: (element-type StarlingEvent): events that are to be recorded
 *
 * Fills in `id`, `at`, `offset` and `line` where they are not set; of events
 * without a time, each is later than the one before.
 */
void
starling_library_complete_events (StarlingLibrary *self, GPtrArray *events)
{
  gint64 newest = starling_progress_get_newest_at (self->progress);

  for (guint i = 0; i < events->len; i++)
    {
      StarlingEvent *event = g_ptr_array_index (events, i);

      complete (self, event, newest);
      newest = MAX (newest, event->at);
    }
}

static gboolean
check_length (const StarlingEvent *event, GError **error)
{
  if (strlen (event->line) < STARLING_EVENT_MAX_BYTES)
    return TRUE;
  g_set_error_literal (error, STARLING_JOURNAL_ERROR,
                       STARLING_JOURNAL_ERROR_TOO_LONG,
                       "an event must be shorter than 1 MiB");
  return FALSE;
}

/**
 * starling_library_record_async:
 * @self: a loaded library
 * @event: what happened; must not be changed afterwards
 * @cancellable: (nullable): to give up waiting; the event stays recorded
 * @callback: (nullable): called when the event is durable or refused
 * @user_data: for @callback
 *
 * Records an event. `id`, `at` and `offset` are filled in where they are not
 * set, and the progress has it, when this returns. Trouble with the disk is no
 * failure: the event is kept and written when that is possible, and a notice
 * tells of it.
 */
void
starling_library_record_async (StarlingLibrary *self,
                               StarlingEvent *event,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autofree char *scenario = NULL;
  GError *error = NULL;
  gboolean is_new = FALSE;

  g_return_if_fail (STARLING_IS_LIBRARY (self));
  g_return_if_fail (event != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, starling_library_record_async);
  if (!starling_event_validate (event, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  complete (self, event, starling_progress_get_newest_at (self->progress));
  if (!check_length (event, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  /* One that is known may not be durable yet: the journal knows. */
  is_new = !starling_progress_has_event (self->progress, event->id);
  if (is_new)
    starling_progress_add (self->progress, event);
  events
      = g_ptr_array_new_with_free_func ((GDestroyNotify) starling_event_unref);
  g_ptr_array_add (events, starling_event_ref (event));
  starling_journal_append (self->journal, events,
                           starling_clock_get_utc (self->clock),
                           g_steal_pointer (&task));
  if (!is_new)
    return;
  scenario = starling_progress_dup_affected (self->progress, event);
  starling_library_emit_progress (self, scenario);
}

/**
 * starling_library_record_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: %TRUE if the event is durable; %FALSE with
 *   %STARLING_JOURNAL_ERROR_INVALID_EVENT, %STARLING_JOURNAL_ERROR_TOO_LONG,
 *   %G_IO_ERROR_CANCELLED, or %G_IO_ERROR_CLOSED if the program ended first
 */
gboolean
starling_library_record_finish (StarlingLibrary *self,
                                GAsyncResult *result,
                                GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * starling_library_undo:
 * @self: a loaded library
 * @event_id: the id of an event; that of an undo, to do it again
 *
 * Records that an event is undone.
 *
 * Returns: %FALSE if there is no such event
 */
gboolean
starling_library_undo (StarlingLibrary *self, const char *event_id)
{
  g_autoptr (StarlingEvent) undo = NULL;

  g_return_val_if_fail (STARLING_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (event_id != NULL, FALSE);

  if (!starling_progress_has_event (self->progress, event_id))
    return FALSE;
  undo = starling_event_new (STARLING_EVENT_UNDO);
  undo->of = g_strdup (event_id);
  starling_library_record_async (self, undo, NULL, NULL, NULL);
  return TRUE;
}

/**
 * starling_library_open_journal:
 * @self: a library that is not loaded
 * @wait_ms: how long to wait for another writer, in milliseconds
 * @error: return location for an error
 *
 * Reads the journal and becomes its writer, without loading anything else.
 *
 * Returns: %FALSE with %STARLING_JOURNAL_ERROR_LOCKED or a #GIOErrorEnum
 */
gboolean
starling_library_open_journal (StarlingLibrary *self,
                               guint wait_ms,
                               GError **error)
{
  g_autoptr (StarlingJournalReport) report = starling_journal_report_new ();
  g_autoptr (StarlingSnapshotDraft) snapshot = NULL;
  gboolean ok = FALSE;

  g_return_val_if_fail (STARLING_IS_LIBRARY (self), FALSE);

  ok = starling_journal_open (self->journal, TRUE, wait_ms,
                              starling_clock_get_utc (self->clock), NULL,
                              report, error);
  starling_library_take_report (self, report);
  snapshot = starling_library_take_ledger (self);
  starling_library_save_snapshot (self->snapshot_path, snapshot);
  return ok;
}

/**
 * starling_library_record_sync:
 * @self: a library whose journal is open
 * @events: (element-type StarlingEvent): what happened, in order
 * @error: return location for an error
 *
 * Records events that were checked before, in one write, and waits until they
 * are durable; `id`, `at` and `offset` are filled in where they are not set.
 * Those whose id is known are not written again. On failure, none is recorded.
 *
 * Returns: %FALSE with %STARLING_JOURNAL_ERROR_TOO_LONG,
 *   %STARLING_JOURNAL_ERROR_LOCKED or a #GIOErrorEnum
 */
gboolean
starling_library_record_sync (StarlingLibrary *self,
                              GPtrArray *events,
                              GError **error)
{
  g_autoptr (GPtrArray) unknown = g_ptr_array_new ();
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  gint64 newest = G_MININT64;

  g_return_val_if_fail (STARLING_IS_LIBRARY (self), FALSE);

  newest = starling_progress_get_newest_at (self->progress);
  for (guint i = 0; i < events->len; i++)
    {
      StarlingEvent *event = g_ptr_array_index (events, i);

      complete (self, event, newest);
      if (!check_length (event, error))
        return FALSE;
      if (starling_progress_has_event (self->progress, event->id)
          || !g_hash_table_add (ids, event->id))
        continue;
      newest = MAX (newest, event->at);
      g_ptr_array_add (unknown, event);
    }
  /* Those that are known too: who wrote them may not have made them durable. */
  if (!starling_journal_append_sync (self->journal, events,
                                     starling_clock_get_utc (self->clock),
                                     error))
    return FALSE;
  starling_library_take_events (self, unknown);
  return TRUE;
}

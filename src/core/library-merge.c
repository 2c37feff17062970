/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "library-data.h"
#include "library-private.h"

/* Events of the other journal that are in memory at once, but for those that
 * are missing here. */
#define BATCH 1000

/* A merge that goes on, batch by batch: read elsewhere, sifted here. */
typedef struct
{
  char *path;
  StarlingJournalReader *reader; /* NULL: not open yet */
  GPtrArray *batch;              /* (element-type StarlingEvent) */
  gboolean ended;
  StarlingMerge *merge;
  StarlingMergeReport report;
} Merging;

static Merging *
merging_new (const char *path)
{
  Merging *merging = g_new0 (Merging, 1);

  merging->path = g_strdup (path);
  merging->merge = starling_merge_new ();
  merging->batch
      = g_ptr_array_new_with_free_func ((GDestroyNotify) starling_event_unref);
  return merging;
}

static void
merging_free (gpointer data)
{
  Merging *merging = data;

  g_clear_pointer (&merging->reader, starling_journal_reader_free);
  g_ptr_array_unref (merging->batch);
  starling_merge_free (merging->merge);
  starling_merge_report_clear (&merging->report);
  g_free (merging->path);
  g_free (merging);
}

/* Runs on any thread, and blocks. */
static gboolean
read_batch (Merging *merging, GError **error)
{
  g_ptr_array_set_size (merging->batch, 0);
  if (merging->reader == NULL)
    merging->reader = starling_journal_reader_open (merging->path, error);
  if (merging->reader == NULL
      || !starling_journal_reader_read (merging->reader, BATCH, merging->batch,
                                        error))
    return FALSE;
  merging->ended = merging->batch->len < BATCH;
  return TRUE;
}

/* Runs on the main thread. */
static void
sift_batch (StarlingLibrary *self, Merging *merging)
{
  starling_merge_sift (merging->merge, self->progress, merging->batch);
  if (merging->ended)
    starling_merge_fill (merging->merge, merging->reader, &merging->report);
}

static void
move_report (Merging *merging, StarlingMergeReport *report)
{
  if (report == NULL)
    return;
  starling_merge_report_clear (report);
  *report = merging->report;
  merging->report = (StarlingMergeReport){ 0 };
}

/**
 * starling_library_merge_sync:
 * @self: a library whose journal is open
 * @path: another journal, or a compressed copy of one
 * @report: (nullable): gets how it went
 * @error: return location for an error
 *
 * Adds the events that are missing here, in one write, and waits until they
 * are durable. On failure, none is added. Lines that are no events are counted
 * and left out; the other file is not changed.
 *
 * Returns: %FALSE with %STARLING_JOURNAL_ERROR_LOCKED or a #GIOErrorEnum
 */
gboolean
starling_library_merge_sync (StarlingLibrary *self,
                             const char *path,
                             StarlingMergeReport *report,
                             GError **error)
{
  Merging *merging = NULL;
  gboolean ok = TRUE;

  g_return_val_if_fail (STARLING_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  merging = merging_new (path);
  while (ok && !merging->ended)
    {
      ok = read_batch (merging, error);
      if (ok)
        sift_batch (self, merging);
    }
  ok = ok
       && starling_library_record_sync (self, merging->merge->missing, error);
  if (ok)
    move_report (merging, report);
  merging_free (merging);
  return ok;
}

static void
batch_thread (GTask *task,
              gpointer source,
              gpointer data,
              GCancellable *cancellable)
{
  GError *error = NULL;

  if (read_batch (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * starling_library_append_events:
 * @self: a loaded library
 * @events: (element-type StarlingEvent): events with `line`, unknown here
 * @task: (transfer full): returns %TRUE when they are durable
 *
 * Adds events that were made elsewhere, without blocking.
 */
void
starling_library_append_events (StarlingLibrary *self,
                                GPtrArray *events,
                                GTask *task)
{
  if (events->len == 0)
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }
  starling_journal_append (self->journal, events,
                           starling_clock_get_utc (self->clock), task);
  starling_library_take_events (self, events);
}

static void read_on (GTask *outer);

static void
batch_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) outer = data;
  StarlingLibrary *self = g_task_get_source_object (outer);
  Merging *merging = g_task_get_task_data (outer);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (outer, error);
      return;
    }
  if (g_task_return_error_if_cancelled (outer))
    return;
  sift_batch (self, merging);
  if (merging->ended)
    starling_library_append_events (self, merging->merge->missing,
                                    g_steal_pointer (&outer));
  else
    read_on (g_steal_pointer (&outer));
}

/* The task of the thread has no source: a library must not end there. */
static void
read_on (GTask *outer)
{
  g_autoptr (GTask) inner = g_task_new (NULL, NULL, batch_cb, outer);

  g_task_set_task_data (inner, g_task_get_task_data (outer), NULL);
  g_task_run_in_thread (inner, batch_thread);
}

/**
 * starling_library_merge_async:
 * @self: a loaded library
 * @path: another journal, or a compressed copy of one
 * @cancellable: (nullable): to give it up before anything is added
 * @callback: called when what was missing is durable
 * @user_data: for @callback
 *
 * Adds the events that are missing here, all at once. The other file is read
 * off the main thread and not changed. Trouble with the disk is no failure, as
 * with starling_library_record_async().
 */
void
starling_library_merge_async (StarlingLibrary *self,
                              const char *path,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *outer = NULL;

  g_return_if_fail (STARLING_IS_LIBRARY (self));
  g_return_if_fail (path != NULL);

  outer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (outer, starling_library_merge_async);
  g_task_set_task_data (outer, merging_new (path), merging_free);
  read_on (outer);
}

/**
 * starling_library_merge_finish:
 * @self: a library
 * @result: what the callback got
 * @report: (nullable): gets how it went
 * @error: return location for an error
 *
 * Returns: %FALSE with a #GIOErrorEnum if the other journal cannot be read;
 *   nothing is added then
 */
gboolean
starling_library_merge_finish (StarlingLibrary *self,
                               GAsyncResult *result,
                               StarlingMergeReport *report,
                               GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  move_report (g_task_get_task_data (G_TASK (result)), report);
  return TRUE;
}

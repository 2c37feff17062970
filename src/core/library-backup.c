/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "library-data.h"
#include "library-private.h"

#include "storage/restore.h"

#define MINUTE_MS (60 * 1000)
#define MINUTES_A_DAY (24 * 60)

/* What is done off the main thread; no member belongs to two threads. */
typedef struct
{
  char *user_dir;
  char *path; /* (nullable) restore: the backup */
  StarlingJournal *journal;
  gint64 minute;
  gboolean only_due;
  StarlingBackup *backup; /* (nullable): what was made */
  GPtrArray *backups;     /* (nullable): list */
  GPtrArray *events;      /* (nullable): restore: what to record */
} Job;

static Job *
job_new (StarlingLibrary *self)
{
  Job *job = g_new0 (Job, 1);
  gint64 now = starling_clock_get_utc (self->clock);

  job->user_dir = g_strdup (self->user_dir);
  job->journal = g_object_ref (self->journal);
  job->minute = now / MINUTE_MS + starling_clock_get_offset (self->clock, now);
  return job;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->user_dir);
  g_free (job->path);
  g_object_unref (job->journal);
  g_clear_pointer (&job->backup, starling_backup_free);
  g_clear_pointer (&job->backups, g_ptr_array_unref);
  g_clear_pointer (&job->events, g_ptr_array_unref);
  g_free (job);
}

/* Ends the outer task as the one in the thread has ended. */
static void
job_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) outer = data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_boolean (outer, TRUE);
  else
    g_task_return_error (outer, error);
}

/* The task of the thread has no source: a library must not end there. */
static void
run (GTask *outer, GTaskThreadFunc func, GAsyncReadyCallback done)
{
  g_autoptr (GTask) inner = g_task_new (NULL, NULL, done, outer);

  g_task_set_task_data (inner, g_task_get_task_data (outer), NULL);
  g_task_run_in_thread (inner, func);
}

static void
backup_thread (GTask *task,
               gpointer source,
               gpointer data,
               GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (job->only_due && !starling_backup_is_due (job->user_dir, job->minute))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  starling_journal_flush (job->journal);
  job->backup = starling_backup_make (job->user_dir, job->minute, &error);
  if (job->backup == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  starling_backup_thin (job->user_dir, (int) (job->minute / MINUTES_A_DAY));
  g_task_return_boolean (task, TRUE);
}

/**
 * starling_library_backup_async:
 * @self: a loaded library
 * @only_due: whether to do so only if the journal has changed and the last
 *   backup is older than a day
 * @cancellable: (nullable): to give up waiting
 * @callback: (nullable): called when the copy is there
 * @user_data: for @callback
 *
 * Makes a compressed copy of the journal in the folder `backups`, and thins
 * out older ones, off the main thread.
 */
void
starling_library_backup_async (StarlingLibrary *self,
                               gboolean only_due,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *outer = NULL;
  Job *job = NULL;

  g_return_if_fail (STARLING_IS_LIBRARY (self));

  outer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (outer, starling_library_backup_async);
  job = job_new (self);
  job->only_due = only_due;
  g_task_set_task_data (outer, job, job_free);
  run (outer, backup_thread, job_done_cb);
}

/**
 * starling_library_backup_finish:
 * @self: a library
 * @result: what the callback got
 * @backup: (out) (optional) (nullable) (transfer full): the copy; %NULL if
 *   none was due
 * @error: return location for an error
 *
 * Returns: %FALSE with a #GIOErrorEnum
 */
gboolean
starling_library_backup_finish (StarlingLibrary *self,
                                GAsyncResult *result,
                                StarlingBackup **backup,
                                GError **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  if (backup != NULL)
    *backup = g_steal_pointer (&job->backup);
  return TRUE;
}

static void
list_thread (GTask *task,
             gpointer source,
             gpointer data,
             GCancellable *cancellable)
{
  Job *job = data;

  job->backups = starling_backup_list (job->user_dir);
  for (guint i = 0; i < job->backups->len; i++)
    starling_backup_count (g_ptr_array_index (job->backups, i), NULL);
  g_task_return_boolean (task, TRUE);
}

/**
 * starling_library_list_backups_async:
 * @self: a library
 * @cancellable: (nullable): to give up waiting
 * @callback: called when they are known
 * @user_data: for @callback
 *
 * Finds all backups and counts their events, off the main thread.
 */
void
starling_library_list_backups_async (StarlingLibrary *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  GTask *outer = NULL;

  g_return_if_fail (STARLING_IS_LIBRARY (self));

  outer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (outer, starling_library_list_backups_async);
  g_task_set_task_data (outer, job_new (self), job_free);
  run (outer, list_thread, job_done_cb);
}

/**
 * starling_library_list_backups_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type StarlingBackup): oldest
 *   first; %NULL with %G_IO_ERROR_CANCELLED
 */
GPtrArray *
starling_library_list_backups_finish (StarlingLibrary *self,
                                      GAsyncResult *result,
                                      GError **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return g_steal_pointer (&job->backups);
}

/* Keeps the present state, and finds out what to record. */
static gboolean
prepare_restore (Job *job, GError **error)
{
  g_autofree char *journal
      = g_build_filename (job->user_dir, "journal.jsonl", NULL);
  g_autoptr (StarlingHistory) then = NULL;
  g_autoptr (StarlingHistory) now = NULL;

  starling_journal_flush (job->journal);
  if (!starling_journal_is_saved (job->journal))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY,
                           "What you did last is not saved yet");
      return FALSE;
    }
  then = starling_history_read (job->path, G_MAXINT64, error);
  if (then == NULL)
    return FALSE;
  if (!g_file_test (journal, G_FILE_TEST_EXISTS))
    now = starling_history_new ();
  else
    {
      job->backup = starling_backup_make (job->user_dir, job->minute, error);
      if (job->backup == NULL)
        return FALSE;
      now = starling_history_read (journal, G_MAXINT64, error);
    }
  if (now == NULL)
    return FALSE;
  job->events = starling_restore_list (now, then);
  return TRUE;
}

static void
restore_thread (GTask *task,
                gpointer source,
                gpointer data,
                GCancellable *cancellable)
{
  GError *error = NULL;

  if (prepare_restore (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
restore_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) outer = data;
  StarlingLibrary *self = g_task_get_source_object (outer);
  Job *job = g_task_get_task_data (outer);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (outer, error);
      return;
    }
  starling_library_complete_events (self, job->events);
  starling_library_append_events (self, job->events, g_steal_pointer (&outer));
}

/**
 * starling_library_restore_async:
 * @self: a loaded library
 * @path: a backup, or any other journal
 * @cancellable: (nullable): to give up waiting; the state is restored all the
 *   same
 * @callback: called when it is durable
 * @user_data: for @callback
 *
 * Makes the same count as in the backup. The present state is kept as a backup
 * first; without that, nothing is changed. See starling_restore_list() for how
 * that is done in a journal that only grows.
 */
void
starling_library_restore_async (StarlingLibrary *self,
                                const char *path,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *outer = NULL;
  Job *job = NULL;

  g_return_if_fail (STARLING_IS_LIBRARY (self));
  g_return_if_fail (path != NULL);

  outer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (outer, starling_library_restore_async);
  job = job_new (self);
  job->path = g_strdup (path);
  g_task_set_task_data (outer, job, job_free);
  run (outer, restore_thread, restore_cb);
}

/**
 * starling_library_restore_finish:
 * @self: a library
 * @result: what the callback got
 * @before: (out) (optional) (nullable) (transfer full): the state that there
 *   was, as a backup; %NULL if nothing had been done yet
 * @error: return location for an error
 *
 * Returns: %FALSE with a #GIOErrorEnum; nothing has changed then
 */
gboolean
starling_library_restore_finish (StarlingLibrary *self,
                                 GAsyncResult *result,
                                 StarlingBackup **before,
                                 GError **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  if (before != NULL)
    *before = g_steal_pointer (&job->backup);
  return TRUE;
}

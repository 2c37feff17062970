/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "library-private.h"

#include "base/error.h"
#include "storage/folder.h"

/* Files tend to change in bursts: a reload waits for this many ms of quiet. */
#define QUIET_MS 200

static const char *const watched[] = { "packs", "stories" };

/* What is read off the main thread; no member belongs to two threads. */
typedef struct
{
  char *data_dir;
  char *user_dir;
  gint64 now;
  StarlingCatalogue *catalogue;
  StarlingBankFile *bank; /* (nullable): not to be read */
  StarlingStock *stock;
  StarlingJournal *journal; /* (nullable): not to be opened */
  gboolean writable;
  StarlingJournalReport *report;
  GError *trouble; /* (nullable): of the journal */
} Reading;

static Reading *
reading_new (StarlingLibrary *self, gboolean writable)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->data_dir = g_strdup (self->data_dir);
  reading->user_dir = g_strdup (self->user_dir);
  reading->now = starling_clock_get_utc (self->clock);
  reading->writable = writable;
  reading->report = starling_journal_report_new ();
  return reading;
}

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_free (reading->data_dir);
  g_free (reading->user_dir);
  g_clear_pointer (&reading->catalogue, starling_catalogue_unref);
  g_clear_pointer (&reading->bank, starling_bank_file_free);
  g_clear_pointer (&reading->stock, starling_stock_unref);
  g_clear_object (&reading->journal);
  g_clear_pointer (&reading->report, starling_journal_report_free);
  g_clear_error (&reading->trouble);
  g_free (reading);
}

static StarlingCatalogue *
load_catalogue (const char *data_dir, GError **error)
{
  g_autofree char *file = g_build_filename (data_dir, "catalogue.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) local = NULL;
  StarlingCatalogue *catalogue = NULL;
  gsize length = 0;

  if (g_file_get_contents (file, &text, &length, &local))
    {
      bytes = g_bytes_new_take (g_steal_pointer (&text), length);
      catalogue = starling_catalogue_new_from_bytes (bytes, file, &local);
    }
  if (catalogue == NULL)
    g_set_error (error, STARLING_LIBRARY_ERROR,
                 STARLING_LIBRARY_ERROR_NO_CATALOGUE,
                 "Starling’s own data was looked for in %s and cannot be "
                 "used: %s",
                 data_dir, local->message);
  return catalogue;
}

/* NULL: there is none, which is no trouble. */
static StarlingBankFile *
load_bank (const char *data_dir, StarlingCatalogue *catalogue)
{
  g_autofree char *file = g_build_filename (data_dir, "questions.json", NULL);

  if (!g_file_test (file, G_FILE_TEST_EXISTS))
    return NULL;
  return starling_bank_file_load (file, catalogue, NULL);
}

/* Creates the folders before anything watches them. */
static void
ensure_folders (const char *user_dir)
{
  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    {
      g_autofree char *folder = g_build_filename (user_dir, watched[i], NULL);
      g_autoptr (GError) error = NULL;

      if (!starling_folder_ensure (folder, &error))
        g_debug ("%s", error->message);
    }
}

/* Runs on any thread, and blocks. */
static gboolean
read_all (Reading *reading, GError **error)
{
  reading->catalogue = load_catalogue (reading->data_dir, error);
  if (reading->catalogue == NULL)
    return FALSE;
  reading->bank = load_bank (reading->data_dir, reading->catalogue);
  if (reading->writable)
    ensure_folders (reading->user_dir);
  reading->stock = starling_stock_load (reading->data_dir, reading->user_dir,
                                        reading->catalogue, NULL);
  if (reading->journal != NULL)
    starling_journal_open (reading->journal, reading->writable, 0, reading->now,
                           NULL, reading->report, &reading->trouble);
  return TRUE;
}

static void
take_bank (StarlingLibrary *self, const StarlingBankFile *file)
{
  g_clear_pointer (&self->bank, starling_bank_unref);
  if (file != NULL && file->bank != NULL)
    self->bank = starling_bank_ref (file->bank);
  starling_library_set_slot (self, STARLING_SLOT_BANK,
                             file == NULL
                                 ? NULL
                                 : starling_notice_new_for_bank (file));
}

/* Takes in on the main thread what was read; a snapshot is to be saved. */
static StarlingSnapshotDraft *
take_reading (StarlingLibrary *self, Reading *reading)
{
  StarlingNotice *trouble = NULL;

  g_clear_pointer (&self->catalogue, starling_catalogue_unref);
  self->catalogue = starling_catalogue_ref (reading->catalogue);
  take_bank (self, reading->bank);
  starling_library_take_stock (self, reading->stock);
  if (reading->journal == NULL)
    return NULL;
  starling_library_take_report (self, reading->report);
  if (reading->writable || reading->trouble == NULL)
    trouble = starling_notice_new_for_trouble (reading->trouble);
  else
    trouble = starling_notice_new (
        TRUE, NULL,
        "The journal cannot be read (%s). What it says is left out.",
        reading->trouble->message);
  starling_library_set_slot (self, STARLING_SLOT_TROUBLE, trouble);
  return starling_library_take_ledger (self);
}

static gboolean
load (StarlingLibrary *self, StarlingJournal *journal, GError **error)
{
  Reading *reading = reading_new (self, FALSE);
  g_autoptr (StarlingSnapshotDraft) snapshot = NULL;
  gboolean ok = FALSE;

  g_set_object (&reading->journal, journal);
  ok = read_all (reading, error);
  if (ok)
    snapshot = take_reading (self, reading);
  starling_library_save_snapshot (self->snapshot_path, snapshot);
  reading_free (reading);
  return ok;
}

/**
 * starling_library_load:
 * @self: a new library
 * @error: return location for an error
 *
 * Loads the catalogue, the question bank, the packs and the journal, which is
 * only read. Blocks; nothing is watched. Packs and a bank that cannot be used
 * become notices.
 *
 * Returns: %FALSE with %STARLING_LIBRARY_ERROR_NO_CATALOGUE
 */
gboolean
starling_library_load (StarlingLibrary *self, GError **error)
{
  g_return_val_if_fail (STARLING_IS_LIBRARY (self), FALSE);

  return load (self, self->journal, error);
}

/**
 * starling_library_load_packs:
 * @self: a new library
 * @error: return location for an error
 *
 * Loads all that starling_library_load() does, but for the journal: for what
 * has nothing to do with progress.
 *
 * Returns: %FALSE with %STARLING_LIBRARY_ERROR_NO_CATALOGUE
 */
gboolean
starling_library_load_packs (StarlingLibrary *self, GError **error)
{
  g_return_val_if_fail (STARLING_IS_LIBRARY (self), FALSE);

  return load (self, NULL, error);
}

static void
reload_thread (GTask *task,
               gpointer source,
               gpointer data,
               GCancellable *cancellable)
{
  Reading *reading = data;
  StarlingStock *before = g_steal_pointer (&reading->stock);

  reading->stock = starling_stock_load (reading->data_dir, reading->user_dir,
                                        reading->catalogue, before);
  g_clear_pointer (&before, starling_stock_unref);
  g_task_return_boolean (task, TRUE);
}

static void begin_reload (StarlingLibrary *self);

/*
 * The tasks below have no source object: the pool's thread may be the one that
 * drops the last reference to a task, and a library must not end there.
 */
static void
reloaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GWeakRef *weak = data;
  g_autoptr (StarlingLibrary) self = g_weak_ref_get (weak);
  Reading *reading = g_task_get_task_data (G_TASK (result));

  g_weak_ref_clear (weak);
  g_free (weak);
  if (self == NULL)
    return;
  self->reloading = FALSE;
  starling_library_take_stock (self, reading->stock);
  if (self->reload_again)
    begin_reload (self);
}

static void
begin_reload (StarlingLibrary *self)
{
  g_autoptr (GTask) task = NULL;
  GWeakRef *weak = NULL;
  Reading *reading = NULL;

  self->reload_again = self->reloading;
  if (self->reloading)
    return;
  self->reloading = TRUE;
  reading = reading_new (self, FALSE);
  reading->catalogue = starling_catalogue_ref (self->catalogue);
  reading->stock
      = self->stock == NULL ? NULL : starling_stock_ref (self->stock);
  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, self);
  task = g_task_new (NULL, NULL, reloaded_cb, weak);
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, reload_thread);
}

static gboolean
reload_cb (gpointer data)
{
  StarlingLibrary *self = data;

  self->reload_id = 0;
  begin_reload (self);
  return G_SOURCE_REMOVE;
}

static void
folder_changed_cb (StarlingLibrary *self)
{
  g_clear_handle_id (&self->reload_id, g_source_remove);
  self->reload_id = g_timeout_add (QUIET_MS, reload_cb, self);
}

/* A sync program may have replaced it. */
static void
journal_changed_cb (StarlingLibrary *self)
{
  starling_journal_look (self->journal);
}

static void
watch_journal (StarlingLibrary *self)
{
  g_autoptr (GFile) file
      = g_file_new_build_filename (self->user_dir, "journal.jsonl", NULL);

  g_clear_object (&self->journal_monitor);
  self->journal_monitor
      = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->journal_monitor != NULL)
    g_signal_connect_swapped (self->journal_monitor, "changed",
                              G_CALLBACK (journal_changed_cb), self);
}

static void
start_watching (StarlingLibrary *self)
{
  watch_journal (self);
  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    {
      g_autoptr (GFile) folder
          = g_file_new_build_filename (self->user_dir, watched[i], NULL);

      g_clear_object (&self->monitors[i]);
      self->monitors[i]
          = g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES, NULL,
                                      NULL);
      if (self->monitors[i] != NULL)
        g_signal_connect_swapped (self->monitors[i], "changed",
                                  G_CALLBACK (folder_changed_cb), self);
    }
  starling_library_watch_copies (self);
  /* What was put there between reading and watching. */
  begin_reload (self);
}

static void
stop_monitor (StarlingLibrary *self, GFileMonitor **monitor)
{
  if (*monitor == NULL)
    return;
  g_signal_handlers_disconnect_by_data (*monitor, self);
  g_file_monitor_cancel (*monitor);
  g_clear_object (monitor);
}

/**
 * starling_library_stop_watching:
 * @self: a library
 *
 * Stops reacting to changes of folders.
 */
void
starling_library_stop_watching (StarlingLibrary *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->monitors); i++)
    stop_monitor (self, &self->monitors[i]);
  stop_monitor (self, &self->journal_monitor);
  g_clear_handle_id (&self->reload_id, g_source_remove);
  starling_library_stop_watching_copies (self);
}

static void
load_thread (GTask *task,
             gpointer source,
             gpointer data,
             GCancellable *cancellable)
{
  Reading *reading = data;
  GError *error = NULL;

  if (read_all (reading, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* A snapshot on its way to the disk. */
typedef struct
{
  char *path;
  StarlingSnapshotDraft *snapshot;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  starling_snapshot_draft_free (saving->snapshot);
  g_free (saving->path);
  g_free (saving);
}

static void
save_thread (GTask *task,
             gpointer source,
             gpointer data,
             GCancellable *cancellable)
{
  Saving *saving = data;

  starling_library_save_snapshot (saving->path, saving->snapshot);
  g_task_return_boolean (task, TRUE);
}

/* Saves a snapshot while the window is in use already. */
static void
save_later (StarlingLibrary *self, StarlingSnapshotDraft *snapshot)
{
  g_autoptr (GTask) task = NULL;
  Saving *saving = NULL;

  if (snapshot == NULL)
    return;
  saving = g_new0 (Saving, 1);
  saving->path = g_strdup (self->snapshot_path);
  saving->snapshot = snapshot;
  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_task_data (task, saving, saving_free);
  g_task_run_in_thread (task, save_thread);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) outer = data;
  StarlingLibrary *self = g_task_get_source_object (outer);
  Reading *reading = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (outer, error);
      return;
    }
  save_later (self, take_reading (self, reading));
  start_watching (self);
  g_task_return_boolean (outer, TRUE);
}

/**
 * starling_library_load_async:
 * @self: a new library
 * @cancellable: (nullable): to give up waiting
 * @callback: called when all is loaded
 * @user_data: for @callback
 *
 * Loads the catalogue, the question bank, the packs and the journal off the
 * main thread, takes the journal's lock, and watches the folders for packs from
 * then on. Packs and a bank that cannot be used and a journal that cannot be
 * written become notices.
 */
void
starling_library_load_async (StarlingLibrary *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) inner = NULL;
  GTask *outer = NULL;
  Reading *reading = NULL;

  g_return_if_fail (STARLING_IS_LIBRARY (self));

  outer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (outer, starling_library_load_async);
  inner = g_task_new (NULL, NULL, loaded_cb, outer);
  reading = reading_new (self, TRUE);
  reading->journal = g_object_ref (self->journal);
  g_task_set_task_data (inner, reading, reading_free);
  g_task_run_in_thread (inner, load_thread);
}

/**
 * starling_library_load_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: %FALSE with %STARLING_LIBRARY_ERROR_NO_CATALOGUE or
 *   %G_IO_ERROR_CANCELLED
 */
gboolean
starling_library_load_finish (StarlingLibrary *self,
                              GAsyncResult *result,
                              GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

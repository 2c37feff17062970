/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/journal-file-private.h"

#include "storage/folder.h"
#include "storage/journal-lock.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

/**
 * starling_journal_file_new:
 * @folder: where `journal.jsonl` lies or is to lie
 *
 * Returns: (transfer full): the file, neither read nor locked yet
 */
StarlingJournalFile *
starling_journal_file_new (const char *folder)
{
  StarlingJournalFile *self = g_new0 (StarlingJournalFile, 1);

  self->folder = g_strdup (folder);
  self->path = g_build_filename (folder, "journal.jsonl", NULL);
  self->lock_path = g_build_filename (folder, "journal.lock", NULL);
  self->lock_fd = -1;
  self->fd = -1;
  self->ledger = starling_ledger_new ();
  self->missing = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

/**
 * starling_journal_file_close:
 * @self: a journal's file
 *
 * Closes the file that is appended to; the lock stays.
 */
void
starling_journal_file_close (StarlingJournalFile *self)
{
  if (self->fd >= 0)
    close (self->fd);
  self->fd = -1;
}

/* Gives the lock up, and leaves nothing behind of a write that failed. */
static void
unlock (StarlingJournalFile *self)
{
  gboolean clean = FALSE;

  if (self->lock_fd < 0)
    return;
  if (starling_journal_file_has_lock (self))
    clean = starling_journal_file_cut_excess (self, NULL) && !self->was_left;
  starling_journal_unlock (self->lock_fd, clean);
  self->lock_fd = -1;
}

/**
 * starling_journal_file_free:
 * @self: (transfer full): a journal's file
 *
 * Closes the file and gives the lock up.
 */
void
starling_journal_file_free (StarlingJournalFile *self)
{
  starling_journal_file_close (self);
  unlock (self);
  g_clear_pointer (&self->scan, starling_journal_scan_free);
  g_clear_pointer (&self->snapshot, starling_snapshot_free);
  g_free (self->cache);
  g_array_unref (self->missing);
  starling_ledger_unref (self->ledger);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->lock_path);
  g_free (self);
}

/**
 * starling_journal_file_get_ledger:
 * @self: a journal's file
 *
 * Returns: (transfer none): where its events are; what is %STARLING_LEDGER_HELD
 *   is or was in the file
 */
StarlingLedger *
starling_journal_file_get_ledger (StarlingJournalFile *self)
{
  return self->ledger;
}

/**
 * starling_journal_file_set_cache:
 * @self: a journal's file that was not read yet
 * @path: (nullable): where there may be a snapshot of it
 */
void
starling_journal_file_set_cache (StarlingJournalFile *self, const char *path)
{
  g_free (self->cache);
  self->cache = g_strdup (path);
}

/**
 * starling_journal_file_steal_snapshot:
 * @self: a journal's file
 *
 * Returns: (transfer full) (nullable): the snapshot that its ledger began with,
 *   whose events are not to be taken in before what was derived from them
 */
StarlingSnapshot *
starling_journal_file_steal_snapshot (StarlingJournalFile *self)
{
  return g_steal_pointer (&self->snapshot);
}

/**
 * starling_journal_file_get_key:
 * @self: a journal's file
 *
 * Returns: (transfer none): what a snapshot of it would be about, as it was
 *   last read; of length 0 if it was damaged or there are other events
 */
const StarlingSnapshotKey *
starling_journal_file_get_key (StarlingJournalFile *self)
{
  return &self->key;
}

/**
 * starling_journal_file_lock:
 * @self: a journal's file
 * @wait_ms: how long to wait for another holder, in milliseconds
 * @error: return location for an error
 *
 * Makes this process the one writer, unless it is that already. Creates the
 * folder if need be.
 *
 * Returns: %FALSE with %STARLING_JOURNAL_ERROR_LOCKED or a #GIOErrorEnum
 */
gboolean
starling_journal_file_lock (StarlingJournalFile *self,
                            guint wait_ms,
                            GError **error)
{
  gboolean was_left = FALSE;

  if (starling_journal_file_has_lock (self))
    return TRUE;

  /* The folder was moved away, and the lock with it. */
  unlock (self);
  if (!starling_folder_ensure (self->folder, error))
    return FALSE;
  self->lock_fd
      = starling_journal_lock (self->lock_path, wait_ms, &was_left, error);
  self->was_left |= was_left;
  return self->lock_fd >= 0;
}

/**
 * starling_journal_file_has_lock:
 * @self: a journal's file
 *
 * Returns: whether this process is the one writer
 */
gboolean
starling_journal_file_has_lock (StarlingJournalFile *self)
{
  return self->lock_fd >= 0
         && starling_journal_lock_is_valid (self->lock_fd, self->lock_path);
}

/**
 * starling_journal_file_refuse:
 * @self: a journal's file
 * @error: return location for an error
 *
 * Complains that it is no regular file.
 *
 * Returns: %FALSE
 */
gboolean
starling_journal_file_refuse (StarlingJournalFile *self, GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
               "%s: Not a regular file", self->path);
  return FALSE;
}

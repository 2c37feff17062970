/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/journal-file-private.h"

#include "storage/folder.h"
#include "storage/journal-lock.h"

#include <errno.h>
#include <fcntl.h>
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
  self->held = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                      (GDestroyNotify) starling_event_unref);
  self->missing = g_ptr_array_new ();
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
  g_ptr_array_unref (self->missing);
  g_hash_table_unref (self->held);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->lock_path);
  g_free (self);
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

/* Reads all bytes; none and FALSE for *exists if there is no file. */
static GByteArray *
load_bytes (StarlingJournalFile *self,
            struct stat *info,
            gboolean *exists,
            GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  int fd = TEMP_FAILURE_RETRY (
      open (self->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  g_autofree guint8 *chunk = g_malloc (64 * 1024);
  gssize n = 0;

  *exists = fd >= 0;
  if (fd < 0 && errno == ENOENT)
    return g_steal_pointer (&bytes);
  if (fd < 0)
    {
      starling_set_errno (error, errno, self->path);
      return NULL;
    }
  if (fstat (fd, info) != 0 || !S_ISREG (info->st_mode))
    {
      starling_journal_file_refuse (self, error);
      close (fd);
      return NULL;
    }

  do
    {
      n = read (fd, chunk, 64 * 1024);
      if (n > 0)
        g_byte_array_append (bytes, chunk, (guint) n);
    }
  while (n > 0 || (n < 0 && errno == EINTR));
  if (n < 0)
    starling_set_errno (error, errno, self->path);
  close (fd);
  return n < 0 ? NULL : g_steal_pointer (&bytes);
}

/* Takes in what the file holds, and finds out what it lacks. */
static void
merge (StarlingJournalFile *self, GPtrArray *events, GPtrArray *fresh)
{
  g_autoptr (GHashTable) there = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer value = NULL;

  for (guint i = 0; i < events->len; i++)
    {
      StarlingEvent *event = g_ptr_array_index (events, i);

      g_hash_table_add (there, event->id);
      if (g_hash_table_contains (self->held, event->id))
        continue;
      g_hash_table_insert (self->held, event->id, starling_event_ref (event));
      g_ptr_array_add (fresh, starling_event_ref (event));
    }

  g_ptr_array_set_size (self->missing, 0);
  g_hash_table_iter_init (&iter, self->held);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (!g_hash_table_contains (there, ((StarlingEvent *) value)->id))
      g_ptr_array_add (self->missing, value);
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  return starling_event_compare (*(StarlingEvent *const *) a,
                                 *(StarlingEvent *const *) b);
}

/**
 * starling_journal_file_read:
 * @self: a journal's file
 * @fresh: (element-type StarlingEvent): gets the events that are new to @self
 * @report: gets what is to be told of damaged lines
 * @error: return location for an error
 *
 * Reads the whole file, without lock and without changing it. A file that is
 * not there is an empty one.
 *
 * Returns: %FALSE with a #GIOErrorEnum
 */
gboolean
starling_journal_file_read (StarlingJournalFile *self,
                            GPtrArray *fresh,
                            StarlingJournalReport *report,
                            GError **error)
{
  struct stat info = { 0 };
  gboolean exists = FALSE;
  g_autoptr (GByteArray) bytes = load_bytes (self, &info, &exists, error);

  if (bytes == NULL)
    return FALSE;

  g_clear_pointer (&self->scan, starling_journal_scan_free);
  self->scan = starling_journal_scan ((const char *) bytes->data, bytes->len);
  self->was_read = TRUE;
  self->exists = exists;
  self->device = info.st_dev;
  self->inode = info.st_ino;
  self->length = bytes->len;
  self->changed = info.st_ctim;
  self->settled = FALSE;
  self->excess = 0;
  self->lacks_newline = self->scan->lacks_newline;
  merge (self, self->scan->events, fresh);
  g_ptr_array_sort (self->missing, compare_cb);
  g_ptr_array_set_size (self->scan->events, 0);

  starling_journal_report_fill (report, self->scan);
  if (self->scan->damaged->len == 0 && self->scan->torn == NULL)
    g_clear_pointer (&self->scan, starling_journal_scan_free);
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/journal-file-private.h"

#include "storage/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK_BYTES (256 * 1024)

/* Opens the file for reading; -1 and FALSE for *exists if there is none. */
static int
open_to_read (StarlingJournalFile *self,
              struct stat *info,
              gboolean *exists,
              GError **error)
{
  int fd = TEMP_FAILURE_RETRY (
      open (self->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));

  *exists = fd >= 0 || errno != ENOENT;
  if (fd < 0 && *exists)
    starling_set_errno (error, errno, self->path);
  if (fd < 0)
    return -1;
  if (fstat (fd, info) != 0 || !S_ISREG (info->st_mode))
    {
      starling_journal_file_refuse (self, error);
      close (fd);
      return -1;
    }
  return fd;
}

/* Feeds all of an open file to a scan. Returns its bytes; -1: failed. */
static gint64
scan_file (StarlingJournalFile *self,
           int fd,
           StarlingJournalScan *scan,
           GError **error)
{
  g_autofree char *chunk = g_malloc (CHUNK_BYTES);
  gint64 length = 0;
  gssize n = 0;

  do
    {
      n = TEMP_FAILURE_RETRY (read (fd, chunk, CHUNK_BYTES));
      if (n > 0)
        {
          starling_journal_scan_feed (scan, chunk, (gsize) n);
          length += n;
        }
    }
  while (n > 0);
  if (n < 0)
    {
      starling_set_errno (error, errno, self->path);
      return -1;
    }
  starling_journal_scan_end (scan);
  return length;
}

/* Reads what there is; NULL: failed. */
static StarlingJournalScan *
load (StarlingJournalFile *self,
      struct stat *info,
      gint64 *length,
      gboolean *exists,
      GError **error)
{
  g_autoptr (StarlingJournalScan) scan
      = starling_journal_scan_new (self->ledger);
  int fd = open_to_read (self, info, exists, error);

  *length = 0;
  if (fd < 0)
    return *exists ? NULL : g_steal_pointer (&scan);
  *length = scan_file (self, fd, scan, error);
  close (fd);
  return *length < 0 ? NULL : g_steal_pointer (&scan);
}

/* Takes in what the file holds, and finds out what it lacks. */
static void
merge (StarlingJournalFile *self, const GArray *numbers, GPtrArray *fresh)
{
  guint n_entries = starling_ledger_get_n_entries (self->ledger);
  g_autofree guint8 *there = g_new0 (guint8, n_entries);

  for (guint i = 0; i < numbers->len; i++)
    {
      guint number = g_array_index (numbers, guint32, i);

      there[number] = TRUE;
      if (!starling_ledger_mark (self->ledger, number, STARLING_LEDGER_HELD)
          && fresh != NULL)
        g_ptr_array_add (fresh,
                         starling_ledger_dup_event (self->ledger, number));
    }

  g_array_set_size (self->missing, 0);
  for (guint32 i = 0; i < n_entries; i++)
    if (!there[i]
        && starling_ledger_has_mark (self->ledger, i, STARLING_LEDGER_HELD))
      g_array_append_val (self->missing, i);
  starling_ledger_sort (self->ledger, self->missing);
}

/**
 * starling_journal_file_read:
 * @self: a journal's file
 * @fresh: (element-type StarlingEvent) (nullable): gets the events that are
 *   new to @self
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
  gint64 length = 0;
  StarlingJournalScan *scan = load (self, &info, &length, &exists, error);

  if (scan == NULL)
    return FALSE;

  g_clear_pointer (&self->scan, starling_journal_scan_free);
  self->scan = scan;
  self->was_read = TRUE;
  self->exists = exists;
  self->device = info.st_dev;
  self->inode = info.st_ino;
  self->length = length;
  self->changed = info.st_ctim;
  self->settled = FALSE;
  self->excess = 0;
  self->lacks_newline = scan->lacks_newline;
  merge (self, scan->numbers, fresh);

  starling_journal_report_fill (report, scan);
  if (scan->damaged->len == 0 && scan->torn == NULL)
    g_clear_pointer (&self->scan, starling_journal_scan_free);
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/journal-file-private.h"

#include "base/hash.h"
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

/* Reads on; the number of bytes, 0 at the end, or -1. */
static gssize
read_chunk (
    StarlingJournalFile *self, int fd, char *chunk, gsize most, GError **error)
{
  gssize n = TEMP_FAILURE_RETRY (read (fd, chunk, MIN (most, CHUNK_BYTES)));

  if (n < 0)
    starling_set_errno (error, errno, self->path);
  return n;
}

/* Whether an open file begins with the bytes that a snapshot is about. */
static gboolean
begins_with (StarlingJournalFile *self,
             int fd,
             const StarlingSnapshotKey *key,
             StarlingHash *hash)
{
  g_autofree char *chunk = g_malloc (CHUNK_BYTES);
  gssize n = 0;

  while (hash->length < key->length
         && (n = read_chunk (self, fd, chunk, key->length - hash->length, NULL))
                > 0)
    starling_hash_update (hash, chunk, (gsize) n);
  return hash->length == key->length && starling_hash_get (hash) == key->hash;
}

/*
 * Fills the ledger from the snapshot, if there is one and it is about this
 * file, and leaves the file behind what that covers. Any doubt: does nothing.
 */
static void
use_snapshot (StarlingJournalFile *self,
              int fd,
              StarlingJournalScan *scan,
              StarlingHash *hash)
{
  g_autoptr (StarlingSnapshot) snapshot = NULL;
  const StarlingSnapshotKey *key = NULL;

  if (self->cache == NULL || self->was_read
      || starling_ledger_get_n_entries (self->ledger) > 0)
    return;
  snapshot = starling_snapshot_open (self->cache);
  if (snapshot == NULL)
    return;
  key = starling_snapshot_get_key (snapshot);
  if (begins_with (self, fd, key, hash)
      && starling_snapshot_restore_ledger (snapshot, self->ledger))
    {
      starling_journal_scan_skip (scan, key->length, key->n_lines);
      self->snapshot = g_steal_pointer (&snapshot);
      return;
    }
  starling_hash_init (hash);
  if (lseek (fd, 0, SEEK_SET) != 0)
    g_debug ("%s: %s", self->path, g_strerror (errno));
}

/* Feeds all of an open file to a scan. *hash: of all bytes. */
static gboolean
scan_file (StarlingJournalFile *self,
           int fd,
           StarlingJournalScan *scan,
           StarlingHash *hash,
           GError **error)
{
  g_autofree char *chunk = g_malloc (CHUNK_BYTES);
  gssize n = 0;

  use_snapshot (self, fd, scan, hash);
  while ((n = read_chunk (self, fd, chunk, CHUNK_BYTES, error)) > 0)
    {
      starling_hash_update (hash, chunk, (gsize) n);
      starling_journal_scan_feed (scan, chunk, (gsize) n);
    }
  starling_journal_scan_end (scan);
  return n == 0;
}

/* Reads what there is; NULL: failed. */
static StarlingJournalScan *
load (StarlingJournalFile *self,
      struct stat *info,
      StarlingHash *hash,
      gboolean *exists,
      GError **error)
{
  g_autoptr (StarlingJournalScan) scan
      = starling_journal_scan_new (self->ledger);
  int fd = open_to_read (self, info, exists, error);
  gboolean ok = FALSE;

  if (fd < 0)
    return *exists ? NULL : g_steal_pointer (&scan);
  ok = scan_file (self, fd, scan, hash, error);
  close (fd);
  return ok ? g_steal_pointer (&scan) : NULL;
}

/* What came from a snapshot is in the file, too. */
static void
add_restored (StarlingJournalFile *self, guint8 *there, GPtrArray *fresh)
{
  guint n = starling_snapshot_get_key (self->snapshot)->n_entries;

  for (guint i = 0; i < n; i++)
    if (starling_ledger_has_mark (self->ledger, i, STARLING_LEDGER_HELD))
      {
        there[i] = TRUE;
        if (fresh != NULL)
          g_ptr_array_add (fresh, starling_ledger_dup_event (self->ledger, i));
      }
}

/* What a snapshot would be about: only what has no damage, and is all. */
static StarlingSnapshotKey
make_key (StarlingJournalFile *self,
          const StarlingJournalScan *scan,
          const StarlingHash *hash)
{
  StarlingSnapshotKey key = { 0 };

  if (scan->damaged->len > 0 || scan->torn != NULL || scan->lacks_newline
      || self->missing->len > 0)
    return key;
  key.length = hash->length;
  key.hash = starling_hash_get (hash);
  key.n_lines = scan->n_lines;
  key.n_entries = starling_ledger_get_n_entries (self->ledger);
  return key;
}

/* Takes in what the file holds, and finds out what it lacks. */
static void
merge (StarlingJournalFile *self, const GArray *numbers, GPtrArray *fresh)
{
  guint n_entries = starling_ledger_get_n_entries (self->ledger);
  g_autofree guint8 *there = g_new0 (guint8, n_entries);

  if (self->snapshot != NULL)
    add_restored (self, there, fresh);
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
  StarlingHash hash;
  StarlingJournalScan *scan = NULL;

  starling_hash_init (&hash);
  scan = load (self, &info, &hash, &exists, error);
  if (scan == NULL)
    return FALSE;

  g_clear_pointer (&self->scan, starling_journal_scan_free);
  self->scan = scan;
  self->was_read = TRUE;
  self->exists = exists;
  self->device = info.st_dev;
  self->inode = info.st_ino;
  self->length = (gint64) hash.length;
  self->changed = info.st_ctim;
  self->settled = FALSE;
  self->excess = 0;
  self->lacks_newline = scan->lacks_newline;
  merge (self, scan->numbers, fresh);
  self->key = make_key (self, scan, &hash);

  starling_journal_report_fill (report, scan);
  if (scan->damaged->len == 0 && scan->torn == NULL)
    g_clear_pointer (&self->scan, starling_journal_scan_free);
  return TRUE;
}

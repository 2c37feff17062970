/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/journal-file-private.h"

#include "storage/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* How often to start again when the file is replaced while it is written. */
#define MAX_TRIES 5

/* Whether the file at the path is the one that was read or written last. */
static gboolean
is_current (StarlingJournalFile *self)
{
  struct stat info;

  if (!self->was_read)
    return FALSE;
  if (stat (self->path, &info) != 0)
    return errno == ENOENT && !self->exists;
  return self->exists && info.st_dev == self->device
         && info.st_ino == self->inode && info.st_size == self->length;
}

static gboolean
open_file (StarlingJournalFile *self, GError **error)
{
  struct stat info;

  if (self->fd >= 0)
    return TRUE;
  self->fd = TEMP_FAILURE_RETRY (
      open (self->path,
            O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK | O_NOCTTY,
            0600));
  if (self->fd < 0)
    {
      starling_set_errno (error, errno, self->path);
      return FALSE;
    }
  if (fstat (self->fd, &info) != 0 || !S_ISREG (info.st_mode))
    {
      starling_journal_file_close (self);
      return starling_journal_file_refuse (self, error);
    }
  if (!self->exists)
    (void) !fchmod (self->fd, 0600);
  if (!self->exists || self->inode != info.st_ino
      || self->device != info.st_dev)
    {
      /* It is new, or changed places just now; append() looks again. */
      self->device = info.st_dev;
      self->inode = info.st_ino;
    }
  return TRUE;
}

/* Cuts off what a failed write has left behind. */
static gboolean
cut_excess (StarlingJournalFile *self, GError **error)
{
  struct stat info;

  if (self->excess == 0)
    return TRUE;
  if (stat (self->path, &info) == 0 && info.st_dev == self->device
      && info.st_ino == self->inode && info.st_size > self->length
      && info.st_size <= self->length + self->excess
      && TEMP_FAILURE_RETRY (truncate (self->path, self->length)) != 0)
    {
      starling_set_errno (error, errno, self->path);
      return FALSE;
    }
  self->excess = 0;
  return TRUE;
}

/* Sets damaged lines aside, and cuts a torn one off. */
static gboolean
repair (StarlingJournalFile *self,
        gint64 now,
        StarlingJournalReport *report,
        GError **error)
{
  g_autoptr (GError) local = NULL;

  if (self->scan == NULL)
    return TRUE;
  starling_journal_report_fill (report, self->scan);
  g_free (report->copy);
  report->copy
      = starling_journal_keep_damage (self->folder, self->scan, now, &local);
  if (report->copy == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (self->scan->torn != NULL)
    {
      if (TEMP_FAILURE_RETRY (
              truncate (self->path, (off_t) self->scan->torn_start))
          != 0)
        {
          starling_set_errno (error, errno, self->path);
          return FALSE;
        }
      self->length = (gint64) self->scan->torn_start;
      self->lacks_newline = FALSE;
    }
  g_clear_pointer (&self->scan, starling_journal_scan_free);
  return TRUE;
}

/* Undoes a write that failed, as far as that is possible now. */
static void
take_back (StarlingJournalFile *self, gsize written)
{
  struct stat info;

  self->excess = (gint64) written;
  if (fstat (self->fd, &info) == 0
      && info.st_size == self->length + self->excess
      && TEMP_FAILURE_RETRY (ftruncate (self->fd, self->length)) == 0)
    self->excess = 0;
  starling_journal_file_close (self);
}

/*
 * What the file lacks, then @events, but for those that the file has got in
 * the meantime, from somebody else or by a write before it was replaced.
 */
static GString *
join_lines (StarlingJournalFile *self, GPtrArray *events)
{
  GString *text = g_string_new (self->lacks_newline ? "\n" : NULL);
  GPtrArray *const lists[] = { self->missing, events };

  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    for (guint i = 0; i < lists[l]->len; i++)
      {
        const StarlingEvent *event = g_ptr_array_index (lists[l], i);

        if (lists[l] == events && g_hash_table_contains (self->held, event->id))
          continue;
        g_string_append (text, event->line);
        g_string_append_c (text, '\n');
      }
  return text;
}

/* Writes what is missing and @events behind the end, durably or not at all. */
static gboolean
write_durably (StarlingJournalFile *self, GPtrArray *events, GError **error)
{
  g_autoptr (GString) text = join_lines (self, events);
  gsize written = 0;
  gboolean is_new = !self->exists;

  if (!open_file (self, error))
    return FALSE;
  if (!starling_write_all (self->fd, text->str, text->len, &written, error))
    {
      g_prefix_error (error, "%s: ", self->path);
      take_back (self, written);
      return FALSE;
    }
  if (TEMP_FAILURE_RETRY (fdatasync (self->fd)) != 0)
    {
      starling_set_errno (error, errno, self->path);
      take_back (self, written);
      return FALSE;
    }
  if (is_new && !starling_folder_sync (self->folder, error))
    {
      take_back (self, written);
      return FALSE;
    }
  self->exists = TRUE;
  self->length += (gint64) written;
  self->lacks_newline = FALSE;
  return TRUE;
}

/**
 * starling_journal_file_append:
 * @self: a journal's file, locked
 * @events: (element-type StarlingEvent): events with `line`; may be none
 * @now: Unix milliseconds, for the name of a copy of damaged lines
 * @fresh: (element-type StarlingEvent): gets the events that somebody else
 *   has put into the file
 * @report: gets what is to be told of damaged lines
 * @error: return location for an error
 *
 * Brings @self up to date with the file if it was replaced or changed, sets
 * damage aside, writes what the file lacks, then @events, and waits until all
 * is on the disk. Nothing of @events counts as written on failure.
 *
 * Returns: %FALSE with a #GIOErrorEnum
 */
gboolean
starling_journal_file_append (StarlingJournalFile *self,
                              GPtrArray *events,
                              gint64 now,
                              GPtrArray *fresh,
                              StarlingJournalReport *report,
                              GError **error)
{
  for (guint i = 0; i < MAX_TRIES; i++)
    {
      gboolean was_there = self->exists;

      if (!cut_excess (self, error))
        return FALSE;
      if (!is_current (self))
        {
          starling_journal_file_close (self);
          if (!starling_journal_file_read (self, fresh, report, error))
            return FALSE;
        }
      if (!repair (self, now, report, error))
        return FALSE;
      if (self->missing->len + events->len == 0)
        return TRUE;

      report->rewritten |= was_there && !self->exists;
      if (!write_durably (self, events, error))
        return FALSE;
      if (is_current (self))
        {
          g_ptr_array_set_size (self->missing, 0);
          for (guint j = 0; j < events->len; j++)
            {
              StarlingEvent *event = g_ptr_array_index (events, j);

              g_hash_table_replace (self->held, event->id,
                                    starling_event_ref (event));
            }
          return TRUE;
        }
    }
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_BUSY,
               "%s: Another program keeps replacing this file", self->path);
  return FALSE;
}

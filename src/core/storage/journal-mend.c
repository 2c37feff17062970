/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/journal-file-private.h"

#include "storage/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

/**
 * starling_journal_file_is_at:
 * @self: a journal's file
 * @info: of an open file, or of a path
 *
 * Returns: whether @info is of the file that was read or written last
 */
gboolean
starling_journal_file_is_at (StarlingJournalFile *self, const struct stat *info)
{
  return info->st_dev == self->device && info->st_ino == self->inode;
}

/* Cuts an open file off behind the first @length bytes. */
static gboolean
cut_open (StarlingJournalFile *self, int fd, gint64 length)
{
  struct stat info;

  if (TEMP_FAILURE_RETRY (ftruncate (fd, length)) != 0)
    return FALSE;
  if (fstat (fd, &info) == 0)
    self->changed = info.st_ctim;
  return TRUE;
}

/*
 * Cuts the file off, if it has @least to @most bytes. *moved: it has not, or it
 * is not the one that was read any more, and so must not be touched.
 */
static gboolean
cut (StarlingJournalFile *self,
     gint64 least,
     gint64 most,
     gint64 length,
     gboolean *moved,
     GError **error)
{
  int fd = TEMP_FAILURE_RETRY (
      open (self->path, O_WRONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  gboolean ok = FALSE;
  struct stat info;

  *moved = fd < 0 && errno == ENOENT;
  if (fd < 0 && !*moved)
    starling_set_errno (error, errno, self->path);
  if (fd < 0)
    return FALSE;

  *moved = fstat (fd, &info) != 0 || !starling_journal_file_is_at (self, &info)
           || info.st_size < least || info.st_size > most;
  ok = !*moved && cut_open (self, fd, length);
  if (!ok && !*moved)
    starling_set_errno (error, errno, self->path);
  close (fd);
  return ok;
}

/**
 * starling_journal_file_cut_excess:
 * @self: a journal's file, locked
 * @error: return location for an error
 *
 * Cuts off what a write that failed has left behind.
 *
 * Returns: %FALSE with a #GIOErrorEnum
 */
gboolean
starling_journal_file_cut_excess (StarlingJournalFile *self, GError **error)
{
  gboolean moved = FALSE;

  if (self->excess > 0
      && !cut (self, self->length, self->length + self->excess, self->length,
               &moved, error)
      && !moved)
    return FALSE;
  self->excess = 0;
  return TRUE;
}

/**
 * starling_journal_file_repair:
 * @self: a journal's file, locked
 * @now: Unix milliseconds, for the name of a copy of damaged lines
 * @report: gets what is to be told of damaged lines
 * @moved: (out): the file was replaced just now, and is to be read again
 * @error: return location for an error
 *
 * Sets damaged lines aside, and cuts a torn one off.
 *
 * Returns: %FALSE with a #GIOErrorEnum, or if *@moved
 */
gboolean
starling_journal_file_repair (StarlingJournalFile *self,
                              gint64 now,
                              StarlingJournalReport *report,
                              gboolean *moved,
                              GError **error)
{
  if (self->scan == NULL)
    return TRUE;
  starling_journal_report_fill (report, self->scan);
  g_free (report->copy);
  report->copy
      = starling_journal_keep_damage (self->folder, self->scan, now, error);
  if (report->copy == NULL)
    return FALSE;
  if (self->scan->torn != NULL)
    {
      gint64 length = (gint64) self->scan->torn_start;

      if (!cut (self, self->length, self->length, length, moved, error))
        return FALSE;
      self->length = length;
      self->lacks_newline = FALSE;
    }
  g_clear_pointer (&self->scan, starling_journal_scan_free);
  return TRUE;
}

/**
 * starling_journal_file_take_back:
 * @self: a journal's file, open
 * @written: how many bytes of a write that failed are behind the end
 *
 * Undoes that write, as far as that is possible now, and closes the file.
 */
void
starling_journal_file_take_back (StarlingJournalFile *self, gsize written)
{
  struct stat info;

  self->excess = (gint64) written;
  if (fstat (self->fd, &info) == 0
      && info.st_size == self->length + self->excess
      && cut_open (self, self->fd, self->length))
    self->excess = 0;
  starling_journal_file_close (self);
}

/**
 * starling_journal_file_settle:
 * @self: a journal's file, open
 * @error: return location for an error
 *
 * Makes durable, the first time, what others have written to the file, and
 * that it is where it is: they may have been killed before.
 *
 * Returns: %FALSE with a #GIOErrorEnum
 */
gboolean
starling_journal_file_settle (StarlingJournalFile *self, GError **error)
{
  if (self->settled)
    return TRUE;
  if (self->was_left && !starling_file_rewrite (self->path, error))
    return FALSE;
  if (!starling_folder_settle (self->folder, error))
    return FALSE;
  self->was_left = FALSE;
  self->settled = TRUE;
  return TRUE;
}

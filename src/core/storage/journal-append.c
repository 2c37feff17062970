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

typedef enum
{
  OUTCOME_DONE,
  OUTCOME_AGAIN, /* the file was replaced meanwhile */
  OUTCOME_FAILED,
} Outcome;

/* Whether the file at the path is as it was read or written last. */
static gboolean
is_same (StarlingJournalFile *self, struct stat *info)
{
  if (!self->was_read)
    return FALSE;
  if (stat (self->path, info) != 0)
    return errno == ENOENT && !self->exists;
  return self->exists && starling_journal_file_is_at (self, info)
         && info->st_size == self->length;
}

/**
 * starling_journal_file_is_current:
 * @self: a journal's file
 *
 * Returns: whether nobody else has replaced or changed the file since it was
 *   read or written last
 */
gboolean
starling_journal_file_is_current (StarlingJournalFile *self)
{
  struct stat info = { 0 };

  /* Journals of two computers can well be of the same length. */
  return is_same (self, &info)
         && (!self->exists
             || (info.st_ctim.tv_sec == self->changed.tv_sec
                 && info.st_ctim.tv_nsec == self->changed.tv_nsec));
}

/* Opens the file for appending; *moved: it is not the one that was read. */
static gboolean
open_file (StarlingJournalFile *self, gboolean *moved, GError **error)
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
  *moved = info.st_size != self->length
           || (self->exists && !starling_journal_file_is_at (self, &info));
  if (*moved)
    {
      starling_journal_file_close (self);
      return FALSE;
    }
  if (!self->exists)
    {
      (void) !fchmod (self->fd, 0600);
      self->device = info.st_dev;
      self->inode = info.st_ino;
    }
  return TRUE;
}

static void
add_line (GString *text, const char *line)
{
  g_string_append (text, line);
  g_string_append_c (text, '\n');
}

static gboolean
is_held (StarlingJournalFile *self, const char *id)
{
  return starling_ledger_has_mark (self->ledger,
                                   starling_ledger_find (self->ledger, id),
                                   STARLING_LEDGER_HELD);
}

/*
 * What the file lacks, then @events, but for those that the file has got in
 * the meantime, from somebody else or by a write before it was replaced.
 */
static GString *
join_lines (StarlingJournalFile *self, GPtrArray *events)
{
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->missing->len; i++)
    {
      g_autofree char *line = starling_ledger_dup_line (
          self->ledger, g_array_index (self->missing, guint32, i));

      add_line (text, line);
    }
  for (guint i = 0; i < events->len; i++)
    {
      const StarlingEvent *event = g_ptr_array_index (events, i);

      if (!is_held (self, event->id) && g_hash_table_add (done, event->id))
        add_line (text, event->line);
    }
  if (text->len > 0 && self->lacks_newline)
    g_string_prepend_c (text, '\n');
  return text;
}

/* Writes behind the end and syncs. Returns FALSE with nothing written. */
static gboolean
write_and_sync (StarlingJournalFile *self, const GString *text, GError **error)
{
  gsize written = 0;

  if (!starling_write_all (self->fd, text->str, text->len, &written, error))
    {
      g_prefix_error (error, "%s: ", self->path);
      starling_journal_file_take_back (self, written);
      return FALSE;
    }
  if (TEMP_FAILURE_RETRY (fdatasync (self->fd)) != 0)
    {
      starling_set_errno (error, errno, self->path);
      /* What others have written before is not on the disk either then. */
      self->was_left |= !self->settled;
      starling_journal_file_take_back (self, written);
      return FALSE;
    }
  if (!starling_journal_file_settle (self, error))
    {
      starling_journal_file_take_back (self, written);
      return FALSE;
    }
  self->exists = TRUE;
  self->length += (gint64) written;
  if (written > 0)
    self->lacks_newline = FALSE;
  return TRUE;
}

/*
 * Writes what is missing and @events behind the end, durably or not at all.
 * *moved: the file was replaced just now.
 */
static gboolean
write_durably (StarlingJournalFile *self,
               GPtrArray *events,
               gboolean *moved,
               GError **error)
{
  g_autoptr (GString) text = join_lines (self, events);

  if (text->len == 0 && self->settled)
    return TRUE;
  return open_file (self, moved, error) && write_and_sync (self, text, error);
}

/* Counts @events as being in the file. */
static void
hold (StarlingJournalFile *self, GPtrArray *events)
{
  g_array_set_size (self->missing, 0);
  for (guint i = 0; i < events->len; i++)
    starling_ledger_mark (
        self->ledger,
        starling_ledger_add_event (self->ledger, g_ptr_array_index (events, i)),
        STARLING_LEDGER_HELD);
}

static Outcome
try_append (StarlingJournalFile *self,
            GPtrArray *events,
            gint64 now,
            GPtrArray *fresh,
            StarlingJournalReport *report,
            GError **error)
{
  gboolean was_there = self->exists;
  gboolean moved = FALSE;
  struct stat info = { 0 };

  if (!starling_journal_file_cut_excess (self, error))
    return OUTCOME_FAILED;
  if (!starling_journal_file_is_current (self))
    {
      starling_journal_file_close (self);
      if (!starling_journal_file_read (self, fresh, report, error))
        return OUTCOME_FAILED;
    }
  if (!starling_journal_file_repair (self, now, report, &moved, error))
    return moved ? OUTCOME_AGAIN : OUTCOME_FAILED;
  if (self->missing->len + events->len == 0)
    return OUTCOME_DONE;

  report->rewritten |= was_there && !self->exists;
  if (!write_durably (self, events, &moved, error))
    return moved ? OUTCOME_AGAIN : OUTCOME_FAILED;
  if (!is_same (self, &info))
    return OUTCOME_AGAIN;
  self->changed = info.st_ctim;
  hold (self, events);
  return OUTCOME_DONE;
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
  Outcome outcome = OUTCOME_AGAIN;

  for (guint i = 0; i < MAX_TRIES && outcome == OUTCOME_AGAIN; i++)
    outcome = try_append (self, events, now, fresh, report, error);
  if (outcome == OUTCOME_AGAIN)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_BUSY,
                 "%s: Another program keeps replacing this file", self->path);
  return outcome == OUTCOME_DONE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/backup.h"

#include "storage/file-replace.h"
#include "storage/folder.h"
#include "storage/journal-scan.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#define CHUNK_BYTES (64 * 1024)
#define MINUTES_A_DAY (24 * 60)

/* Of one minute there are no more than this. */
#define MAX_COPY 99

static char *
build_journal_path (const char *user_dir)
{
  return g_build_filename (user_dir, "journal.jsonl", NULL);
}

/* Everything that is compressed in a file, as a stream. */
static GInputStream *
open_unpacked (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) raw = g_file_read (file, NULL, error);
  g_autoptr (GConverter) unzip = NULL;

  if (raw == NULL)
    return NULL;
  unzip = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  return g_converter_input_stream_new (G_INPUT_STREAM (raw), unzip);
}

/*
 * Reads a backup to its end: counts its lines, and compares it with @wanted
 * unless that is NULL.
 */
static gboolean
go_through (const char *path,
            const char *wanted,
            gsize length,
            int *n_lines,
            GError **error)
{
  g_autoptr (GInputStream) stream = open_unpacked (path, error);
  g_autofree char *chunk = g_malloc (CHUNK_BYTES);
  gboolean same = TRUE, blank = TRUE;
  gsize done = 0;
  gssize n = 0;

  *n_lines = 0;
  if (stream == NULL)
    return FALSE;
  while ((n = g_input_stream_read (stream, chunk, CHUNK_BYTES, NULL, error))
         > 0)
    {
      for (gssize i = 0; i < n; i++)
        {
          *n_lines += chunk[i] == '\n' && !blank;
          blank = chunk[i] == '\n'
                  || (blank && strchr (" \t\r", chunk[i]) != NULL);
        }
      same = same && wanted != NULL && done + (gsize) n <= length
             && memcmp (chunk, wanted + done, (gsize) n) == 0;
      done += (gsize) n;
    }
  *n_lines += !blank;
  if (n < 0)
    {
      g_prefix_error (error, "%s: ", path);
      return FALSE;
    }
  if (wanted == NULL || (same && done == length))
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               "%s: The copy is not what was written", path);
  return FALSE;
}

/**
 * starling_backup_count:
 * @self: a backup
 * @error: return location for an error
 *
 * Finds out how many events it has. Blocks.
 *
 * Returns: %FALSE with a #GIOErrorEnum if it cannot be read to its end
 */
gboolean
starling_backup_count (StarlingBackup *self, GError **error)
{
  if (go_through (self->path, NULL, 0, &self->n_lines, error))
    return TRUE;
  self->n_lines = -1;
  return FALSE;
}

/* Reads the journal; a last line that is just being written is left out. */
static char *
load_journal (const char *path, gsize *length, GError **error)
{
  char *text = NULL;
  char *newline = NULL;
  gsize start = 0;
  g_autoptr (StarlingEvent) event = NULL;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      gboolean there = g_file_test (path, G_FILE_TEST_EXISTS);

      g_set_error (error, G_IO_ERROR,
                   there ? G_IO_ERROR_NOT_REGULAR_FILE : G_IO_ERROR_NOT_FOUND,
                   "%s: %s", path,
                   there ? "Not a regular file" : "No such file");
      return NULL;
    }
  if (!g_file_get_contents (path, &text, length, error))
    return NULL;
  newline = g_strrstr_len (text, (gssize) *length, "\n");
  start = newline == NULL ? 0 : (gsize) (newline - text) + 1;
  if (start < *length)
    event = starling_journal_scan_line (text + start, *length - start, NULL);
  if (event == NULL)
    *length = start;
  return text;
}

static GBytes *
compress (const char *text, gsize length, GError **error)
{
  g_autoptr (GConverter) zip
      = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1));
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream
      = g_converter_output_stream_new (memory, zip);

  if (!g_output_stream_write_all (stream, text, length, NULL, NULL, error)
      || !g_output_stream_close (stream, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (
      G_MEMORY_OUTPUT_STREAM (memory));
}

/* Writes a file of a name that is not taken yet. */
static char *
write_file (const char *folder,
            gint64 minute,
            GBytes *bytes,
            guint *copy,
            GError **error)
{
  for (*copy = 1;; (*copy)++)
    {
      g_autofree char *name = starling_backup_format_name (minute, *copy);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GError) local = NULL;

      if (starling_file_replace (path, g_bytes_get_data (bytes, NULL),
                                 g_bytes_get_size (bytes), FALSE, &local))
        return g_steal_pointer (&path);
      if (*copy == MAX_COPY
          || !g_error_matches (local, G_IO_ERROR, G_IO_ERROR_EXISTS))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
    }
}

/**
 * starling_backup_make:
 * @user_dir: the user's data
 * @minute: minutes since 1970 on the clock on the wall
 * @error: return location for an error
 *
 * Makes a copy of the journal, and reads it again to be sure of it. Takes no
 * lock: what is being written just then may be left out. Blocks.
 *
 * Returns: (transfer full) (nullable): the copy; %NULL with a #GIOErrorEnum,
 *   %G_IO_ERROR_NOT_FOUND if there is no journal
 */
StarlingBackup *
starling_backup_make (const char *user_dir, gint64 minute, GError **error)
{
  g_autoptr (StarlingBackup) self = g_new0 (StarlingBackup, 1);
  g_autofree char *journal = build_journal_path (user_dir);
  g_autofree char *folder
      = g_build_filename (user_dir, STARLING_BACKUP_FOLDER, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize length = 0;

  text = load_journal (journal, &length, error);
  if (text == NULL)
    return NULL;
  bytes = compress (text, length, error);
  if (bytes == NULL || !starling_folder_ensure (folder, error))
    return NULL;
  self->minute = minute;
  self->path = write_file (folder, minute, bytes, &self->copy, error);
  if (self->path == NULL)
    return NULL;
  if (go_through (self->path, text, length, &self->n_lines, error))
    return g_steal_pointer (&self);
  g_unlink (self->path);
  return NULL;
}

/* Bytes that are compressed in it, modulo 2³²: the last four, after RFC 1952;
 * -1 if it cannot be read. */
static gint64
read_length (const char *path)
{
  FILE *file = fopen (path, "rbe");
  guint8 tail[4];
  gint64 length = -1;

  if (file == NULL)
    return -1;
  if (fseek (file, -4, SEEK_END) == 0 && fread (tail, 1, 4, file) == 4)
    length = (gint64) tail[0] | (gint64) tail[1] << 8 | (gint64) tail[2] << 16
             | (gint64) tail[3] << 24;
  fclose (file);
  return length;
}

/**
 * starling_backup_is_due:
 * @user_dir: the user's data
 * @minute: minutes since 1970 on the clock on the wall, now
 *
 * Returns: whether there is a journal that has changed since the last backup,
 *   and that is older than a day, or dated in the future
 */
gboolean
starling_backup_is_due (const char *user_dir, gint64 minute)
{
  g_autoptr (GPtrArray) backups = starling_backup_list (user_dir);
  g_autofree char *journal = build_journal_path (user_dir);
  const StarlingBackup *last
      = backups->len == 0 ? NULL
                          : g_ptr_array_index (backups, backups->len - 1);
  GStatBuf info;

  if (g_stat (journal, &info) != 0 || info.st_size == 0)
    return FALSE;
  if (last == NULL)
    return TRUE;
  if (last->minute <= minute && minute - last->minute < MINUTES_A_DAY)
    return FALSE;
  return ((gint64) info.st_size & 0xffffffff) != read_length (last->path);
}

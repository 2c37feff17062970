/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/journal-reader.h"

#include "storage/journal-scan.h"

#include <string.h>

#define CHUNK_BYTES (64 * 1024)

/* The most complaints that are kept. */
#define MAX_DETAILS 200

struct _StarlingJournalReader
{
  char *name; /* of the file, to show */
  GInputStream *stream;
  GByteArray *buffer; /* read, but not taken yet, from start on */
  gsize start;
  gboolean ended;
  guint line;     /* from 1, of what was taken last */
  gboolean spill; /* in the middle of a line that is too long */

  guint n_damaged;
  GString *details;
};

/* What is compressed is known by how it begins. */
static GInputStream *
open_stream (GFile *file, GError **error)
{
  g_autoptr (GFileInputStream) raw = g_file_read (file, NULL, error);
  g_autoptr (GInputStream) buffered = NULL;
  g_autoptr (GConverter) unzip = NULL;
  const guint8 *head = NULL;
  gsize n = 0;

  if (raw == NULL)
    return NULL;
  buffered = g_buffered_input_stream_new (G_INPUT_STREAM (raw));
  if (g_buffered_input_stream_fill (G_BUFFERED_INPUT_STREAM (buffered), 2, NULL,
                                    error)
      < 0)
    return NULL;
  head
      = g_buffered_input_stream_peek_buffer (G_BUFFERED_INPUT_STREAM (buffered),
                                             &n);
  if (n < 2 || head[0] != 0x1f || head[1] != 0x8b)
    return g_steal_pointer (&buffered);
  unzip = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  return g_converter_input_stream_new (buffered, unzip);
}

/**
 * starling_journal_reader_open:
 * @path: a journal, as it is or compressed with gzip
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a reader at the first line; %NULL with
 *   a #GIOErrorEnum, %G_IO_ERROR_NOT_REGULAR_FILE for a folder or device
 */
StarlingJournalReader *
starling_journal_reader_open (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info
      = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE,
                           G_FILE_QUERY_INFO_NONE, NULL, error);
  g_autoptr (GInputStream) stream = NULL;
  StarlingJournalReader *self = NULL;

  if (info == NULL)
    return NULL;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                   "%s: Not a regular file", name);
      return NULL;
    }
  stream = open_stream (file, error);
  if (stream == NULL)
    return NULL;

  self = g_new0 (StarlingJournalReader, 1);
  self->name = g_filename_display_basename (path);
  self->stream = g_steal_pointer (&stream);
  self->buffer = g_byte_array_new ();
  self->details = g_string_new (NULL);
  return self;
}

/**
 * starling_journal_reader_free:
 * @self: (transfer full): a reader
 */
void
starling_journal_reader_free (StarlingJournalReader *self)
{
  g_free (self->name);
  g_object_unref (self->stream);
  g_byte_array_unref (self->buffer);
  g_string_free (self->details, TRUE);
  g_free (self);
}

static void
complain (StarlingJournalReader *self, const char *message)
{
  self->n_damaged++;
  if (self->n_damaged <= MAX_DETAILS)
    g_string_append_printf (self->details, "%s%s:%u: %s",
                            self->n_damaged > 1 ? "\n" : "", self->name,
                            self->line, message);
}

/* Takes the next line out of the buffer: FALSE if it is not all there yet. */
static gboolean
take_line (StarlingJournalReader *self, const char **line, gsize *length)
{
  const char *start = (const char *) self->buffer->data + self->start;
  gsize left = self->buffer->len - self->start;
  const char *newline = left == 0 ? NULL : memchr (start, '\n', left);

  if (newline == NULL && (!self->ended || left == 0))
    return FALSE;
  *line = start;
  *length = newline == NULL ? left : (gsize) (newline - start);
  self->start += *length + (newline == NULL ? 0 : 1);
  return TRUE;
}

/* Reads on; of a line that is too long, the beginning is thrown away. */
static gboolean
fill (StarlingJournalReader *self, GError **error)
{
  guint8 chunk[CHUNK_BYTES];
  gssize n = 0;

  if (self->start > 0)
    g_byte_array_remove_range (self->buffer, 0, (guint) self->start);
  self->start = 0;
  if (self->buffer->len >= STARLING_EVENT_MAX_BYTES)
    {
      self->spill = TRUE;
      g_byte_array_set_size (self->buffer, 0);
    }
  n = g_input_stream_read (self->stream, chunk, sizeof chunk, NULL, error);
  if (n < 0)
    {
      g_prefix_error (error, "%s: ", self->name);
      return FALSE;
    }
  self->ended = n == 0;
  g_byte_array_append (self->buffer, chunk, (guint) n);
  return TRUE;
}

/* Reads the line that was taken: an event, or NULL. */
static StarlingEvent *
read_line (StarlingJournalReader *self, const char *line, gsize length)
{
  g_autoptr (GError) error = NULL;
  StarlingEvent *event = NULL;

  self->line++;
  if (self->spill)
    {
      self->spill = FALSE;
      complain (self, "an event must be shorter than 1 MiB");
      return NULL;
    }
  event = starling_journal_scan_line (line, length, &error);
  if (error != NULL)
    complain (self, error->message);
  return event;
}

/**
 * starling_journal_reader_next:
 * @self: a reader
 * @error: return location for an error
 *
 * Reads the next event. Lines that are none are counted and passed over; a
 * line of a type or version that only a newer program knows is an event
 * %STARLING_EVENT_UNKNOWN, whose `line` is as it stands there. Blocks.
 *
 * Returns: (transfer full) (nullable): the event; %NULL at the end, or with a
 *   #GIOErrorEnum
 */
StarlingEvent *
starling_journal_reader_next (StarlingJournalReader *self, GError **error)
{
  while (TRUE)
    {
      const char *line = NULL;
      gsize length = 0;

      if (take_line (self, &line, &length))
        {
          StarlingEvent *event = read_line (self, line, length);

          if (event != NULL)
            return event;
        }
      else if (self->ended)
        {
          /* A line that was too long ended with the file. */
          if (self->spill)
            read_line (self, NULL, 0);
          return NULL;
        }
      else if (!fill (self, error))
        return NULL;
    }
}

/**
 * starling_journal_reader_read:
 * @self: a reader
 * @most: how many events to read at most, not 0
 * @events: (element-type StarlingEvent): gets the next events; fewer than
 *   @most at the end only
 * @error: return location for an error
 *
 * Returns: %FALSE with a #GIOErrorEnum
 */
gboolean
starling_journal_reader_read (StarlingJournalReader *self,
                              guint most,
                              GPtrArray *events,
                              GError **error)
{
  g_autoptr (GError) local = NULL;

  for (guint i = 0; i < most; i++)
    {
      StarlingEvent *event = starling_journal_reader_next (self, &local);

      if (event == NULL)
        break;
      g_ptr_array_add (events, event);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * starling_journal_reader_get_n_damaged:
 * @self: a reader
 *
 * Returns: how many of the lines so far are no events
 */
guint
starling_journal_reader_get_n_damaged (StarlingJournalReader *self)
{
  return self->n_damaged;
}

/**
 * starling_journal_reader_dup_details:
 * @self: a reader
 *
 * Returns: (transfer full) (nullable): what is wrong with each of these, one
 *   a line
 */
char *
starling_journal_reader_dup_details (StarlingJournalReader *self)
{
  return self->details->len == 0 ? NULL : g_strdup (self->details->str);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/blob.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUFFER_BYTES (64 * 1024)

/**
 * starling_blob_reader_open:
 * @path: a file
 *
 * Returns: (transfer full) (nullable): a reader at its beginning; %NULL if it
 *   cannot be read
 */
StarlingBlobReader *
starling_blob_reader_open (const char *path)
{
  StarlingBlobReader *self = NULL;
  struct stat info;
  int fd = TEMP_FAILURE_RETRY (
      open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));

  if (fd < 0)
    return NULL;
  if (fstat (fd, &info) != 0 || !S_ISREG (info.st_mode))
    {
      close (fd);
      return NULL;
    }
  self = g_new0 (StarlingBlobReader, 1);
  self->fd = fd;
  self->left = (guint64) info.st_size;
  self->buffer = g_malloc (BUFFER_BYTES);
  starling_hash_init (&self->hash);
  return self;
}

/**
 * starling_blob_reader_free:
 * @self: (transfer full): a reader
 */
void
starling_blob_reader_free (StarlingBlobReader *self)
{
  close (self->fd);
  g_free (self->buffer);
  g_free (self);
}

/* Reads some of @n bytes past the buffer, which is empty. */
static gsize
read_some (StarlingBlobReader *self, guint8 *out, gsize n)
{
  gssize got = TEMP_FAILURE_RETRY (read (self->fd, out, n));

  if (got <= 0)
    self->failed = TRUE;
  return got <= 0 ? 0 : (gsize) got;
}

/* Reads some of @n bytes. */
static gsize
take_some (StarlingBlobReader *self, guint8 *out, gsize n)
{
  gsize there = 0;

  if (self->start == self->end && n >= BUFFER_BYTES)
    return read_some (self, out, n);
  if (self->start == self->end)
    {
      self->start = 0;
      self->end = read_some (self, self->buffer, BUFFER_BYTES);
    }
  there = MIN (n, self->end - self->start);
  memcpy (out, self->buffer + self->start, there);
  self->start += there;
  return there;
}

/**
 * starling_blob_take:
 * @self: a reader
 * @out: (out caller-allocates): room for the values
 * @n: how many
 * @size: bytes of each
 *
 * Takes values; zeros if there are not as many.
 *
 * Returns: whether nothing has failed so far
 */
gboolean
starling_blob_take (StarlingBlobReader *self, gpointer out, gsize n, gsize size)
{
  gsize done = 0;

  if (n > self->left / size)
    self->failed = TRUE;
  while (done < n * size && !self->failed)
    done += take_some (self, (guint8 *) out + done, n * size - done);
  if (self->failed)
    {
      memset (out, 0, n * size);
      return FALSE;
    }
  self->left -= done;
  starling_hash_update (&self->hash, out, done);
  return TRUE;
}

/**
 * starling_blob_take_u32:
 * @self: a reader
 *
 * Returns: the next number
 */
guint32
starling_blob_take_u32 (StarlingBlobReader *self)
{
  guint32 value = 0;

  starling_blob_take (self, &value, 1, sizeof value);
  return value;
}

/**
 * starling_blob_take_text:
 * @self: a reader
 * @out: gets the next text instead of what it held
 *
 * Returns: whether nothing has failed so far
 */
gboolean
starling_blob_take_text (StarlingBlobReader *self, GString *out)
{
  guint32 length = starling_blob_take_u32 (self);

  if (length > self->left)
    self->failed = TRUE;
  g_string_set_size (out, self->failed ? 0 : length);
  return !self->failed && starling_blob_take (self, out->str, length, 1);
}

/**
 * starling_blob_check:
 * @self: a reader at the end of what starling_blob_finish() wrote
 *
 * Returns: whether it is as it was written
 */
gboolean
starling_blob_check (StarlingBlobReader *self)
{
  guint64 wanted = starling_hash_get (&self->hash);
  guint64 hash = 0;

  starling_blob_take (self, &hash, 1, sizeof hash);
  starling_hash_init (&self->hash);
  return !self->failed && hash == wanted;
}

/**
 * starling_blob_put:
 * @blob: what gets it
 * @data: (array length=n): some bytes
 * @n: how many
 */
void
starling_blob_put (GByteArray *blob, gconstpointer data, gsize n)
{
  if (n > 0)
    g_byte_array_append (blob, data, (guint) n);
}

/**
 * starling_blob_put_u32:
 * @blob: what gets it
 * @value: a number
 */
void
starling_blob_put_u32 (GByteArray *blob, guint32 value)
{
  starling_blob_put (blob, &value, sizeof value);
}

/**
 * starling_blob_put_text:
 * @blob: what gets it
 * @text: a text
 */
void
starling_blob_put_text (GByteArray *blob, const char *text)
{
  gsize length = strlen (text);

  starling_blob_put_u32 (blob, (guint32) length);
  starling_blob_put (blob, text, length);
}

/**
 * starling_blob_flush:
 * @blob: what is to be written; empty afterwards
 * @hash: of what was written before
 * @out: where to
 * @error: return location for an error
 *
 * Returns: %FALSE with a #GIOErrorEnum
 */
gboolean
starling_blob_flush (GByteArray *blob,
                     StarlingHash *hash,
                     GOutputStream *out,
                     GError **error)
{
  gboolean ok = g_output_stream_write_all (out, blob->data, blob->len, NULL,
                                           NULL, error);

  starling_hash_update (hash, blob->data, blob->len);
  g_byte_array_set_size (blob, 0);
  return ok;
}

/**
 * starling_blob_finish:
 * @blob: the last of what is to be written; empty afterwards
 * @hash: of what was written before; that of nothing afterwards
 * @out: where to
 * @error: return location for an error
 *
 * Writes the hash behind it.
 *
 * Returns: %FALSE with a #GIOErrorEnum
 */
gboolean
starling_blob_finish (GByteArray *blob,
                      StarlingHash *hash,
                      GOutputStream *out,
                      GError **error)
{
  guint64 value = 0;

  if (!starling_blob_flush (blob, hash, out, error))
    return FALSE;
  value = starling_hash_get (hash);
  starling_hash_init (hash);
  return g_output_stream_write_all (out, &value, sizeof value, NULL, NULL,
                                    error);
}

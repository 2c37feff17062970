/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/json-complaint.h"

/**
 * starling_complaint_new:
 * @severity: how bad it is
 * @offset: byte of the file where the offending value begins
 * @path: its JSON path
 * @message: what to write instead
 *
 * Returns: (transfer full): a complaint at line 1, column 1, until
 *   starling_complaints_place() sets them
 */
StarlingComplaint *
starling_complaint_new (StarlingSeverity severity,
                        gsize offset,
                        const char *path,
                        const char *message)
{
  StarlingComplaint *self = g_new0 (StarlingComplaint, 1);

  self->severity = severity;
  self->offset = offset;
  self->line = 1;
  self->column = 1;
  self->path = g_strdup (path);
  self->message = g_strdup (message);
  return self;
}

/**
 * starling_complaint_free:
 * @self: (transfer full): a complaint
 *
 * Frees @self.
 */
void
starling_complaint_free (StarlingComplaint *self)
{
  g_free (self->path);
  g_free (self->message);
  g_free (self);
}

/**
 * starling_complaint_format:
 * @self: a complaint
 * @file: name of the file, as the user knows it
 *
 * Returns: (transfer full): `FILE:LINE:COLUMN: error: PATH: message`, or
 *   `warning:` in place of `error:`; no newline
 */
char *
starling_complaint_format (const StarlingComplaint *self, const char *file)
{
  return g_strdup_printf ("%s:%u:%u: %s: %s: %s", file, self->line,
                          self->column,
                          self->severity == STARLING_SEVERITY_ERROR ? "error"
                                                                    : "warning",
                          self->path, self->message);
}

static int
compare_offset (gconstpointer a, gconstpointer b)
{
  const StarlingComplaint *one = *(StarlingComplaint *const *) a;
  const StarlingComplaint *other = *(StarlingComplaint *const *) b;

  return one->offset < other->offset ? -1 : one->offset > other->offset;
}

/**
 * starling_complaints_place:
 * @complaints: (element-type StarlingComplaint): complaints of one file
 * @text: the file
 * @length: its bytes
 *
 * Sorts @complaints as they come in the file, and sets line and column of
 * each. Lines end in a line feed; a byte order mark is no column, and what
 * is not UTF-8 counts by the byte.
 */
void
starling_complaints_place (GPtrArray *complaints,
                           const char *text,
                           gsize length)
{
  gsize at = length >= 3 && (guchar) text[0] == 0xef && (guchar) text[1] == 0xbb
                     && (guchar) text[2] == 0xbf
                 ? 3
                 : 0;
  guint line = 1, column = 1;

  g_ptr_array_sort (complaints, compare_offset);
  for (guint i = 0; i < complaints->len; i++)
    {
      StarlingComplaint *complaint = g_ptr_array_index (complaints, i);

      for (; at < MIN (complaint->offset, length); at++)
        if (text[at] == '\n')
          {
            line++;
            column = 1;
          }
        else if (at + 1 == length || ((guchar) text[at + 1] & 0xc0) != 0x80)
          column++; /* the last byte of a character */
      complaint->line = line;
      complaint->column = column;
    }
}

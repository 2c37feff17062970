/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/csv.h"

#include <string.h>

/**
 * starling_csv_append:
 * @out: a table; what it ends with is a whole row or a part of one
 * @field: (nullable): the next field of the row, UTF-8; %NULL: an empty one
 *
 * Appends a field, in quotation marks where it needs them (RFC 4180, 2.5 to
 * 2.7); a first field that is empty has them too, so that no row is an empty
 * line.
 */
void
starling_csv_append (GString *out, const char *field)
{
  gboolean first = out->len == 0 || out->str[out->len - 1] == '\n';
  const char *text = field != NULL ? field : "";

  if (!first)
    g_string_append_c (out, ',');
  if (strpbrk (text, "\",\r\n") == NULL && (*text != '\0' || !first))
    {
      g_string_append (out, text);
      return;
    }
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

/**
 * starling_csv_end_row:
 * @out: a table that ends with a field
 *
 * Ends the row.
 */
void
starling_csv_end_row (GString *out)
{
  g_string_append (out, "\r\n");
}

/**
 * starling_csv_format:
 * @rows: (element-type GStrv): the rows, that with the names of the columns
 *   first
 *
 * Returns: (transfer full): the table as text
 */
char *
starling_csv_format (GPtrArray *rows)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);

      for (guint j = 0; row[j] != NULL; j++)
        starling_csv_append (out, row[j]);
      starling_csv_end_row (out);
    }
  return g_string_free (out, FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"

#include <stdio.h>

#define GAP 2 /* between columns */

static void
print_row (char **cells, guint n_words, const glong *widths)
{
  for (guint i = 0; cells[i] != NULL; i++)
    {
      int pad = (int) (widths[i] - g_utf8_strlen (cells[i], -1));
      gboolean last = cells[i + 1] == NULL;

      if (i >= n_words)
        command_print ("%*s%s", pad, "", cells[i]);
      else
        command_print ("%s%*s", cells[i], last ? 0 : pad, "");
      command_print ("%*s", last ? 0 : GAP, "");
    }
  command_print ("\n");
}

static void
print_table (const char *const *columns, guint n_words, GPtrArray *rows)
{
  const guint n_columns = g_strv_length ((char **) columns);
  g_autofree glong *widths = g_new (glong, n_columns);

  for (guint i = 0; i < n_columns; i++)
    {
      widths[i] = g_utf8_strlen (columns[i], -1);
      for (guint j = 0; j < rows->len; j++)
        {
          char **cells = g_ptr_array_index (rows, j);

          widths[i] = MAX (widths[i], g_utf8_strlen (cells[i], -1));
        }
    }
  print_row ((char **) columns, n_words, widths);
  for (guint i = 0; i < rows->len; i++)
    print_row (g_ptr_array_index (rows, i), n_words, widths);
}

static void
add_rows (JsonBuilder *builder,
          const char *const *columns,
          guint n_words,
          GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      char **cells = g_ptr_array_index (rows, i);

      json_builder_begin_object (builder);
      for (guint j = 0; columns[j] != NULL; j++)
        {
          json_builder_set_member_name (builder, columns[j]);
          if (j < n_words)
            json_builder_add_string_value (builder, cells[j]);
          else
            json_builder_add_int_value (builder,
                                        g_ascii_strtoll (cells[j], NULL, 10));
        }
      json_builder_end_object (builder);
    }
}

/**
 * command_print_line:
 * @label: what it is, with what separates it from the text
 * @text: (nullable): a text, whose own line breaks become spaces
 *
 * Prints @label and @text in one line; nothing if there is no @text.
 */
void
command_print_line (const char *label, const char *text)
{
  g_auto (GStrv) lines = NULL;
  g_autofree char *line = NULL;

  if (text == NULL)
    return;
  lines = g_strsplit (text, "\n", -1);
  line = g_strjoinv (" ", lines);
  command_print ("%s%s\n", label, line);
}

/**
 * command_print_list:
 * @label: what they are, with what separates it from the texts
 * @texts: (nullable) (array zero-terminated=1): texts
 *
 * Prints @label and @texts in one line; nothing if there are none.
 */
void
command_print_list (const char *label, const char *const *texts)
{
  g_autofree char *list = NULL;

  if (texts == NULL || texts[0] == NULL)
    return;
  list = g_strjoinv (" · ", (char **) texts);
  command_print_line (label, list);
}

/**
 * command_print_rows:
 * @columns: (array zero-terminated=1): the heads
 * @n_words: how many of the columns are words; those behind are figures
 * @rows: (element-type GStrv): as many cells in each as there are heads
 * @json: whether to print a JSON array of objects, whose members are the
 *   columns, instead of a table, in which figures line up at the right
 *
 * Prints a table.
 */
void
command_print_rows (const char *const *columns,
                    guint n_words,
                    GPtrArray *rows,
                    gboolean json)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!json)
    {
      print_table (columns, n_words, rows);
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_array (builder);
  add_rows (builder, columns, n_words, rows);
  json_builder_end_array (builder);
  command_print_json (builder);
}

/**
 * command_print_json:
 * @builder: a complete document
 *
 * Prints it, indented.
 */
void
command_print_json (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, TRUE);

  command_print ("%s\n", text);
}

/**
 * command_print_notices:
 * @library: a library
 *
 * Says on standard error what the user should know of, after all that was
 * printed.
 */
void
command_print_notices (StarlingLibrary *library)
{
  GPtrArray *notices = starling_library_get_notices (library);

  fflush (stdout);
  for (guint i = 0; i < notices->len; i++)
    {
      const StarlingNotice *notice = g_ptr_array_index (notices, i);

      fprintf (stderr, "starling-cli: %s\n", notice->summary);
      if (notice->details != NULL)
        fprintf (stderr, "%s\n", notice->details);
    }
}

/**
 * command_print_complaints:
 * @complaints: (element-type StarlingComplaint): what is wrong with a file
 * @file: its name, as the user gave it
 *
 * Prints them, a line each.
 */
void
command_print_complaints (GPtrArray *complaints, const char *file)
{
  for (guint i = 0; i < complaints->len; i++)
    {
      g_autofree char *line
          = starling_complaint_format (g_ptr_array_index (complaints, i), file);

      command_print ("%s\n", line);
    }
}

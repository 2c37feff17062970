/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/csv.h"

static void
test_fields (void)
{
  static const struct
  {
    const char *fields[4];
    const char *row;
  } cases[] = {
    { { "a", "b", NULL }, "a,b\r\n" },
    { { "Have Backbone; Disagree", "1.5", NULL },
      "Have Backbone; Disagree,1.5\r\n" },
    { { "a,b", "c", NULL }, "\"a,b\",c\r\n" },
    { { "say \"no\"", NULL }, "\"say \"\"no\"\"\"\r\n" },
    { { "\"", "\"\"", NULL }, "\"\"\"\",\"\"\"\"\"\"\r\n" },
    { { "two\nlines", "and\r\nthree", NULL },
      "\"two\nlines\",\"and\r\nthree\"\r\n" },
    { { " kept ", "", "x", NULL }, " kept ,,x\r\n" },
    { { "", NULL }, "\"\"\r\n" },
    { { "", "", NULL }, "\"\",\r\n" },
    { { "Größe", "− 3 %", NULL }, "Größe,− 3 %\r\n" },
    { { "ends in a line\n", "next", NULL }, "\"ends in a line\n\",next\r\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) rows = g_ptr_array_new ();
      g_autofree char *twice = g_strconcat (cases[i].row, cases[i].row, NULL);
      g_autofree char *text = NULL;

      g_ptr_array_add (rows, (gpointer) cases[i].fields);
      g_ptr_array_add (rows, (gpointer) cases[i].fields);
      text = starling_csv_format (rows);
      g_assert_cmpstr (text, ==, twice);
    }
}

static void
test_nothing (void)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autofree char *text = starling_csv_format (rows);
  g_autoptr (GString) row = g_string_new (NULL);

  g_assert_cmpstr (text, ==, "");
  starling_csv_append (row, "a");
  starling_csv_append (row, NULL);
  starling_csv_end_row (row);
  g_assert_cmpstr (row->str, ==, "a,\r\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/fields", test_fields);
  g_test_add_func ("/csv/nothing", test_nothing);
  return g_test_run ();
}

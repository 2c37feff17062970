/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/progress/print.h"

#include "pages/progress/tables.h"
#include "pages/progress/words.h"
#include "progress-fixture.h"
#include "support.h"

#include <string.h>

static StarlingOverview *
make_overview (StarlingSession *session)
{
  return starling_library_make_overview (starling_session_get_library (session),
                                         STARLING_LEVEL_SDE2, G_DATE_MONDAY);
}

/* How many pages a PDF has; those of cairo lie in the open. */
static guint
count_pages (const char *file)
{
  g_autofree char *text = NULL;
  gsize length;
  guint n = 0;

  g_assert_true (g_file_get_contents (file, &text, &length, NULL));
  g_assert_cmpmem (text, MIN (length, 5), "%PDF-", 5);
  for (gsize i = 0; i + 11 <= length; i++)
    n += memcmp (text + i, "/Type /Page", 11) == 0 && text[i + 11] != 's' ? 1
                                                                          : 0;
  return n;
}

/* What stands in a PDF; NULL without the program that tells. */
static char *
read_text (const char *file)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  const char *const arguments[] = { program, "-layout", file, "-", NULL };
  char *text = NULL;

  if (program == NULL)
    return NULL;
  g_assert_true (g_spawn_sync (NULL, (char **) arguments, NULL, 0, NULL, NULL,
                               &text, NULL, NULL, NULL));
  return text;
}

static void
assert_text (const char *file)
{
  static const char *const expected[]
      = { "Progress",     "4 of 48 begun", "Principles by level",
          "Senior SDE",   "46%",           "67%",
          "13%",          "Story bank",    "Ownership, also for Dive Deep",
          "The third",    "Trends",        "2 min 5 s, target 2 min 55 s",
          "48%, goal 50", "wanted 85%" };
  g_autofree char *text = read_text (file);

  if (text == NULL)
    {
      g_test_message ("no pdftotext: the text is not looked at");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_test_message ("%s", expected[i]);
      g_assert_nonnull (strstr (text, expected[i]));
    }
}

static void
test_pdf (void)
{
  StarlingSession *session = starling_test_progress_session_new ();
  g_autofree char *folder = starling_test_make_folder ();
  g_autofree char *file = g_build_filename (folder, "progress.pdf", NULL);
  g_autoptr (GtkPrintOperation) operation
      = starling_progress_print_new (make_overview (session));
  g_autoptr (GError) error = NULL;
  int n_pages;

  gtk_print_operation_set_export_filename (operation, file);
  g_assert_cmpint (gtk_print_operation_run (operation,
                                            GTK_PRINT_OPERATION_ACTION_EXPORT,
                                            NULL, &error),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_object_get (operation, "n-pages", &n_pages, NULL);
  g_assert_cmpint (n_pages, ==, 2);
  g_assert_cmpuint (count_pages (file), ==, 2);
  assert_text (file);
  g_clear_object (&operation);
  starling_test_drop_session (session);
}

/* A folder that is not there is told, and nothing else happens. */
static void
test_refused (void)
{
  StarlingSession *session = starling_test_progress_session_new ();
  g_autofree char *folder = starling_test_make_folder ();
  g_autofree char *file = g_build_filename (folder, "none", "a.pdf", NULL);
  g_autoptr (GtkPrintOperation) operation
      = starling_progress_print_new (make_overview (session));
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_export_filename (operation, file);
  g_assert_cmpint (gtk_print_operation_run (operation,
                                            GTK_PRINT_OPERATION_ACTION_EXPORT,
                                            NULL, &error),
                   ==, GTK_PRINT_OPERATION_RESULT_ERROR);
  g_assert_nonnull (error);
  g_clear_object (&operation);
  starling_test_drop_session (session);
}

static void
test_headline (void)
{
  StarlingSession *session = starling_test_progress_session_new ();
  g_autoptr (StarlingOverview) overview = make_overview (session);
  g_autofree char *text = starling_progress_format_paper (overview);

  g_assert_cmpstr (text, ==,
                   "Monday 23 November 2026 · 4 of 48 begun · next: Frugality, "
                   "SDE 2");
  starling_test_drop_session (session);
}

/* The same values as tables, exact. */
static void
test_tables (void)
{
  static const struct
  {
    StarlingProgressTable table;
    const char *head;
    const char *row; /* one of them */
  } cases[] = {
    { STARLING_TABLE_MATRIX,
      "principle,level,stories,rehearsed,cards,mastery,answers,right\r\n",
      "\r\nOwnership,sde2,2,1,6,0.45648896,3,2\r\n" },
    { STARLING_TABLE_STORIES, "story,title,own,takes,principle,as\r\n",
      "\r\none,The first,0,2,Dive Deep,angle\r\n" },
    { STARLING_TABLE_TOTALS, "at,title,total_seconds,target_seconds\r\n",
      "\r\n2026-11-20T17:00:00Z,The first,200.000,175.000\r\n" },
    { STARLING_TABLE_SHARES,
      "at,title,action_seconds,total_seconds,share_percent\r\n",
      "\r\n2026-11-20T17:00:00Z,The first,105.000,200.000,52.5000\r\n" },
    { STARLING_TABLE_ANSWERS, "week,answers,right\r\n",
      "\r\n2026-11-16,2,1\r\n" },
    { STARLING_TABLE_RECALL, "week,due,recalled,wanted\r\n",
      "\r\n2026-11-16,1,0,0.85\r\n" },
    { STARLING_TABLE_REVIEWS, "day,reviews\r\n", "\r\n2026-11-19,3\r\n" },
    { STARLING_TABLE_DAYS,
      "day,new,learning,due,recalled,takes,questions,right\r\n",
      "\r\n2026-11-23,1,0,2,2,0,2,1\r\n" },
  };
  StarlingSession *session = starling_test_progress_session_new ();
  g_autoptr (StarlingOverview) overview = make_overview (session);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text
          = starling_progress_format_csv (overview, cases[i].table);

      g_test_message ("%s", text);
      g_assert_true (g_str_has_prefix (text, cases[i].head));
      g_assert_nonnull (strstr (text, cases[i].row));
    }
  starling_test_drop_session (session);
}

int
main (int argc, char *argv[])
{
  starling_test_init (&argc, &argv);
  g_test_add_func ("/progress-print/pdf", test_pdf);
  g_test_add_func ("/progress-print/refused", test_refused);
  g_test_add_func ("/progress-print/headline", test_headline);
  g_test_add_func ("/progress-print/tables", test_tables);
  return g_test_run ();
}

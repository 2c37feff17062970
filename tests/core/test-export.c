/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/export.h"
#include "storage/file-replace.h"
#include "support.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define AT "\"at\":\"2026-11-23T22:30:15.250Z\""

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = test_make_folder ();
  f->path = g_build_filename (f->folder, "journal.jsonl", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  test_remove_folder (f->folder);
  g_free (f->folder);
  g_free (f->path);
}

/* Notes are left out unless asked for; all else stays as it is written. */
static void
test_notes (Fixture *f, gconstpointer data)
{
#define HEAD "{\"id\":\"a\"," AT ",\"type\":\"rehearsal\""
  static const struct
  {
    const char *line;
    const char *stripped;
  } cases[] = {
    { HEAD "}", HEAD "}" },
    { HEAD ",\"note\":\"x\"}", HEAD "}" },
    { HEAD ", \"note\" : \"a, \\\"b\\\"\" , \"c\": [1,  2]}",
      HEAD ", \"c\": [1,  2]}" },
    { "{\"note\":null,\"id\":\"a\"," AT "}", "{\"id\":\"a\"," AT "}" },
    { HEAD ",\"n\\u006fte\":\"x\"}", HEAD "}" },
    { HEAD ",\"text\":\"a note\",\"d\":{\"note\":1}}",
      HEAD ",\"text\":\"a note\",\"d\":{\"note\":1}}" },
    { "{\"v\":9,\"note\":\"x\",\"id\":\"a\"," AT ",\"type\":\"of-later\"}",
      "{\"v\":9,\"id\":\"a\"," AT ",\"type\":\"of-later\"}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *with = NULL;
      g_autofree char *without = NULL;
      g_autofree char *file = g_strconcat (cases[i].line, "\n", NULL);
      g_autofree char *expected = g_strconcat (cases[i].stripped, "\n", NULL);

      g_assert_true (g_file_set_contents (f->path, file, -1, NULL));
      with = starling_export_journal (f->path, G_MAXINT64, TRUE, NULL);
      g_assert_cmpstr (with, ==, file);
      without = starling_export_journal (f->path, G_MAXINT64, FALSE, NULL);
      g_assert_cmpstr (without, ==, expected);
    }
}

/* A clean copy has each event once, no damaged line, and nothing of later. */
static void
test_clean (Fixture *f, gconstpointer data)
{
#define EVENT(id, at)                                                          \
  "{\"id\":\"" id "\",\"at\":\"" at "\",\"type\":\"dance\"}\n"
  const char *file
      = EVENT ("b", "2026-11-23T09:00:00.000Z") "nonsense\n\n" EVENT (
          "a", "2026-11-22T09:00:00.000Z")
          EVENT ("b", "2026-11-23T09:00:00.000Z")
              EVENT ("c", "2026-11-23T09:00:00.001Z") "{\"id\":";
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (f->path, file, -1, NULL));
  text = starling_export_journal (f->path, 1795424400000, FALSE, NULL);
  g_assert_cmpstr (text, ==,
                   EVENT ("b", "2026-11-23T09:00:00.000Z")
                       EVENT ("a", "2026-11-22T09:00:00.000Z"));

  g_assert_null (
      starling_export_journal ("/nowhere", G_MAXINT64, FALSE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static GHashTable *
make_titles (void)
{
  GHashTable *titles
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                               (GDestroyNotify) starling_export_title_free);
  StarlingExportTitle *title = g_new0 (StarlingExportTitle, 1);

  title->title = g_strdup ("=A \"story\", told");
  title->principle = g_strdup ("ownership");
  g_hash_table_insert (titles, (gpointer) "one", title);
  return titles;
}

#define NAMES                                                                  \
  "date,time,kind,scenario,title,principle,level,angle,item,outcome,seconds,"  \
  "target_seconds,situation_seconds,task_seconds,action_seconds,"              \
  "result_seconds,reflection_seconds"
#define TITLE "\"'=A \"\"story\"\", told\",ownership,"

/* What counts, and only that, at the place and time where it was done. */
static void
test_table (Fixture *f, gconstpointer data)
{
  static const char file[]
      = "{\"id\":\"r0\",\"at\":\"2026-11-20T10:00:00.000Z\",\"type\":"
        "\"review\",\"card\":\"one#weak\",\"grade\":1}\n"
        "{\"id\":\"f\",\"at\":\"2026-11-21T10:00:00.000Z\",\"type\":"
        "\"forget\",\"scenario\":\"one\"}\n"
        "{\"id\":\"f2\",\"at\":\"2026-11-25T10:00:00.000Z\",\"type\":"
        "\"forget\",\"scenario\":\"one\"}\n"
        "{\"id\":\"u\",\"at\":\"2026-11-22T10:00:00.000Z\",\"type\":"
        "\"undo\",\"of\":\"f2\"}\n"
        "{\"id\":\"t\"," AT
        ",\"offset\":120,\"type\":\"rehearsal\",\"scenario\":"
        "\"one\",\"level\":\"senior\",\"angle\":\"dive-deep\",\"prompt\":"
        "\"bare\",\"steps\":[{\"step\":\"action\",\"target_ms\":90000,"
        "\"spent_ms\":61005},{\"step\":\"result\",\"target_ms\":20000,"
        "\"spent_ms\":0}],\"note\":\"a\\nb\"}\n"
        "{\"id\":\"gone\"," AT ",\"type\":\"review\",\"card\":\"one#weak\","
        "\"grade\":4}\n"
        "{\"id\":\"u2\"," AT ",\"type\":\"undo\",\"of\":\"gone\"}\n"
        "{\"id\":\"r\",\"at\":\"2026-11-24T10:00:00.000Z\",\"offset\":-90,"
        "\"type\":\"review\",\"card\":\"two#step.task\",\"grade\":2,"
        "\"level\":\"sde1\",\"ms\":4999}\n"
        "{\"id\":\"q\",\"at\":\"2026-11-24T11:00:00.000Z\",\"type\":"
        "\"quiz\",\"scenario\":\"one\",\"level\":\"sde2\",\"question\":"
        "\"step.action\",\"kind\":\"step\",\"text\":\"x\",\"correct\":false,"
        "\"ms\":7}\n";
  g_autoptr (GHashTable) titles = make_titles ();
  g_autoptr (StarlingHistory) history = NULL;
  g_autofree char *table = NULL;
  g_autofree char *plain = NULL;

  g_assert_true (g_file_set_contents (f->path, file, -1, NULL));
  history = starling_history_read (f->path, G_MAXINT64, NULL);
  table = starling_export_table (history, titles, TRUE);
  g_assert_cmpstr (
      table, ==,
      NAMES ",note\r\n"
            "2026-11-24,00:30:15,take,one," TITLE
            "senior,dive-deep,bare,,61.005,110.000,,,61.005,0.000,,\"a\nb\"\r\n"
            "2026-11-24,08:30:00,review,two,,,sde1,,two#step.task,hard,4.999,,"
            ",,,,,\r\n"
            "2026-11-24,11:00:00,answer,one," TITLE
            "sde2,,step.action,wrong,0.007,,,,,,,\r\n");
  plain = starling_export_table (history, titles, FALSE);
  g_assert_null (strstr (plain, "note"));
  g_assert_null (strstr (plain, "a\nb"));
}

/* A file is replaced in full, and only where that was asked for. */
static void
test_replace (Fixture *f, gconstpointer data)
{
  g_autofree char *below = g_build_filename (f->path, "below", NULL);
  g_autofree char *pipe = g_build_filename (f->folder, "pipe", NULL);
  const struct
  {
    const char *path;
    gboolean overwrite;
    int code;
  } cases[] = {
    { f->path, FALSE, G_IO_ERROR_EXISTS },
    { f->folder, TRUE, G_IO_ERROR_IS_DIRECTORY },
    { pipe, TRUE, G_IO_ERROR_NOT_REGULAR_FILE },
    { below, FALSE, G_IO_ERROR_NOT_DIRECTORY },
  };
  g_autofree char *text = NULL;
  GStatBuf info;
  GDir *dir = NULL;
  guint n = 0;

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_true (starling_file_replace (f->path, "one", 3, FALSE, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (starling_file_replace (cases[i].path, "two", 3,
                                             cases[i].overwrite, &error));
      g_assert_error (error, G_IO_ERROR, cases[i].code);
      g_assert_true (g_str_has_prefix (error->message, cases[i].path));
    }
  g_assert_true (g_file_get_contents (f->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "one");

  g_assert_cmpint (g_chmod (f->path, 0644), ==, 0);
  g_assert_true (starling_file_replace (f->path, "two", 3, TRUE, NULL));
  g_free (text);
  g_assert_true (g_file_get_contents (f->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "two");
  g_assert_cmpint (g_stat (f->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 07777, ==, 0600);

  dir = g_dir_open (f->folder, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    n++;
  g_dir_close (dir);
  g_assert_cmpuint (n, ==, 2); /* nothing is left behind */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                    \
  g_test_add ("/export/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("notes", test_notes);
  ADD ("clean", test_clean);
  ADD ("table", test_table);
  ADD ("replace", test_replace);

  return g_test_run ();
}

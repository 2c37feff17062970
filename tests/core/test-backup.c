/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/day.h"
#include "storage/backup.h"
#include "support.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

/* Monday 2026-11-23 */
#define MONDAY 20780
#define DAY (24 * 60)

static void
test_names (void)
{
  static const struct
  {
    const char *name;
    gint64 minute; /* -1: no name of a backup */
    guint copy;
  } cases[] = {
    { "journal-2026-11-23T0915.jsonl.gz", MONDAY * DAY + 9 * 60 + 15, 1 },
    { "journal-2026-11-23T2359-2.jsonl.gz", (MONDAY + 1) * DAY - 1, 2 },
    { "journal-1970-01-01T0000.jsonl.gz", 0, 1 },
    { "journal-2026-11-23T0915-1.jsonl.gz", -1, 0 },
    { "journal-2026-11-23T0915-0.jsonl.gz", -1, 0 },
    { "journal-2026-11-23T915.jsonl.gz", -1, 0 },
    { "journal-2026-11-31T0915.jsonl.gz", -1, 0 },
    { "journal-2026-11-23T2400.jsonl.gz", -1, 0 },
    { "journal-2026-11-23T0960.jsonl.gz", -1, 0 },
    { "journal-2026-11-23T0915.jsonl", -1, 0 },
    { "journal-2026-11-23T0915.jsonl.gz~", -1, 0 },
    { ".journal-2026-11-23T0915.jsonl.gz", -1, 0 },
    { "journal.jsonl", -1, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 minute = -1;
      guint copy = 0;
      g_autofree char *name = NULL;

      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (starling_backup_parse_name (cases[i].name, &minute,
                                                   &copy),
                       ==, cases[i].minute >= 0);
      if (cases[i].minute < 0)
        continue;
      g_assert_cmpint (minute, ==, cases[i].minute);
      g_assert_cmpuint (copy, ==, cases[i].copy);
      name = starling_backup_format_name (minute, copy);
      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

/* Dates are days before Monday 2026-11-23; a capital letter says "kept". */
static void
test_choose (void)
{
  static const struct
  {
    const char *name;
    int before[12]; /* ended by -1 */
    const char *kept;
  } cases[] = {
    { "none", { -1 }, "" },
    { "one of long ago", { 4000, -1 }, "1" },
    { "a week", { 6, 5, 4, 3, 3, 2, 1, 0, -1 }, "11111111" },
    /* Monday a week ago is the eighth day, its week goes on */
    { "the day before a week", { 7, 6, -1 }, "01" },
    /* Sunday 8 days ago is the last of its week, Saturday is not */
    { "ends of weeks", { 9, 8, 7, 6, -1 }, "0101" },
    { "a week with one", { 18, 12, 0, -1 }, "111" },
    { "several on a day", { 8, 8, 0, -1 }, "011" },
    /* 63 days back: September 21, which is the first of the months */
    { "the edge of months", { 70, 63, 62, 0, -1 }, "0011" },
    /* August 31 and September 1 */
    { "ends of months", { 85, 84, 83, 82, 0, -1 }, "01011" },
    { "the future", { 0, -1 }, "1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int days[12];
      gboolean keep[12];
      guint n = 0;
      g_autoptr (GString) kept = g_string_new (NULL);

      for (; cases[i].before[n] >= 0; n++)
        days[n] = MONDAY - cases[i].before[n];
      starling_backup_choose (days, n, MONDAY, keep);
      for (guint j = 0; j < n; j++)
        g_string_append_c (kept, keep[j] ? '1' : '0');
      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (kept->str, ==, cases[i].kept);
    }
}

/* The longest time between two that are kept, up to @back days ago. */
static int
find_gap (GArray *days, int today, int from, int back)
{
  int gap = 0;

  for (guint i = 1; i < days->len; i++)
    {
      int before = today - g_array_index (days, int, i - 1);

      if (before >= from && before <= back)
        gap = MAX (gap, g_array_index (days, int, i)
                            - g_array_index (days, int, i - 1));
    }
  return gap;
}

/* Three years, day by day, thinned each day: there is always enough. */
static void
test_years (void)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (int));

  for (int today = MONDAY; today < MONDAY + 3 * 365; today++)
    {
      g_autofree gboolean *keep = NULL;

      g_array_append_val (days, today);
      keep = g_new0 (gboolean, days->len);
      starling_backup_choose ((int *) (gpointer) days->data, days->len, today,
                              keep);
      for (guint i = days->len; i > 0; i--)
        if (!keep[i - 1])
          g_array_remove_index (days, i - 1);

      g_assert_cmpint (find_gap (days, today, 0, 6), <=, 1);
      g_assert_cmpint (find_gap (days, today, 7, 62), <=, 7);
      g_assert_cmpint (find_gap (days, today, 63, 4000), <=, 38);
      g_assert_cmpuint (days->len, <=, 7 + 9 + 36);
    }
  g_assert_cmpuint (days->len, >=, 7 + 8 + 33);
}

typedef struct
{
  char *folder;
  char *journal;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = test_make_folder ();
  f->journal = g_build_filename (f->folder, "journal.jsonl", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  test_remove_folder (f->folder);
  g_free (f->folder);
  g_free (f->journal);
}

static void
put (Fixture *f, const char *text)
{
  g_assert_true (g_file_set_contents (f->journal, text, -1, NULL));
}

static char *
unpack (const char *path)
{
  g_autofree char *packed = NULL;
  gsize length = 0, read = 0, written = 0;
  char *text = g_malloc0 (100000);
  g_autoptr (GConverter) unzip
      = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));

  g_assert_true (g_file_get_contents (path, &packed, &length, NULL));
  g_assert_cmpint (g_converter_convert (unzip, packed, length, text, 99999,
                                        G_CONVERTER_INPUT_AT_END, &read,
                                        &written, NULL),
                   ==, G_CONVERTER_FINISHED);
  return text;
}

#define EVENT(id)                                                              \
  "{\"id\":\"" id "\",\"at\":\"2026-11-23T09:00:00.000Z\",\"type\":\"dance\"}"

/* A copy is what lies there, but for a line that is just being written. */
static void
test_make (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *journal;
    const char *copy;
    int n_lines;
  } cases[] = {
    { "", "", 0 },
    { EVENT ("a") "\n", EVENT ("a") "\n", 1 },
    { EVENT ("a") "\n" EVENT ("b"), EVENT ("a") "\n" EVENT ("b"), 2 },
    { EVENT ("a") "\n{\"id\":\"b", EVENT ("a") "\n", 1 },
    { "nonsense\n\n \n" EVENT ("a") "\n", "nonsense\n\n \n" EVENT ("a") "\n",
      2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (StarlingBackup) backup = NULL;
      g_autofree char *text = NULL;
      GStatBuf info;

      put (f, cases[i].journal);
      backup = starling_backup_make (f->folder, MONDAY * DAY, &error);
      g_assert_no_error (error);
      g_assert_cmpint (backup->n_lines, ==, cases[i].n_lines);
      g_assert_cmpuint (backup->copy, ==, i + 1); /* of one minute */
      text = unpack (backup->path);
      g_assert_cmpstr (text, ==, cases[i].copy);
      g_assert_cmpint (g_stat (backup->path, &info), ==, 0);
      g_assert_cmpint (info.st_mode & 07777, ==, 0600);
      backup->n_lines = 99;
      g_assert_true (starling_backup_count (backup, NULL));
      g_assert_cmpint (backup->n_lines, ==, cases[i].n_lines);
    }
}

static void
test_impossible (Fixture *f, gconstpointer data)
{
  g_autofree char *folder
      = g_build_filename (f->folder, STARLING_BACKUP_FOLDER, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) in_the_way = NULL;
  g_autoptr (StarlingBackup) backup = NULL;
  g_autofree char *packed = NULL;
  gsize length = 0;

  g_assert_null (starling_backup_make (f->folder, 0, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));

  put (f, EVENT ("a") "\n");
  g_assert_true (g_file_set_contents (folder, "x", 1, NULL));
  g_assert_null (starling_backup_make (f->folder, 0, &in_the_way));
  g_assert_nonnull (in_the_way);
  g_assert_cmpint (g_unlink (folder), ==, 0);

  /* One that is damaged is not counted as if it were whole. */
  backup = starling_backup_make (f->folder, 0, NULL);
  g_assert_true (g_file_get_contents (backup->path, &packed, &length, NULL));
  g_assert_true (
      g_file_set_contents (backup->path, packed, (gssize) length / 2, NULL));
  g_assert_false (starling_backup_count (backup, NULL));
  g_assert_cmpint (backup->n_lines, ==, -1);
}

static void
test_due (Fixture *f, gconstpointer data)
{
  gint64 first = MONDAY * DAY + 600;
  g_autoptr (StarlingBackup) backup = NULL;

  g_assert_false (starling_backup_is_due (f->folder, first));
  put (f, "");
  g_assert_false (starling_backup_is_due (f->folder, first));
  put (f, EVENT ("a") "\n");
  g_assert_true (starling_backup_is_due (f->folder, first));
  backup = starling_backup_make (f->folder, first, NULL);
  g_assert_false (starling_backup_is_due (f->folder, first));
  g_assert_false (starling_backup_is_due (f->folder, first + 100 * DAY));

  put (f, EVENT ("a") "\n" EVENT ("b") "\n");
  g_assert_false (starling_backup_is_due (f->folder, first + DAY - 1));
  g_assert_true (starling_backup_is_due (f->folder, first + DAY));
  /* a clock that was wrong */
  g_assert_true (starling_backup_is_due (f->folder, first - 1));
}

/* Only what is a backup is listed, and only that is ever removed. */
static void
test_thin (Fixture *f, gconstpointer data)
{
  g_autofree char *folder
      = g_build_filename (f->folder, STARLING_BACKUP_FOLDER, NULL);
  g_autofree char *other
      = g_build_filename (folder, "journal.sync-conflict.jsonl", NULL);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  put (f, EVENT ("a") "\n");
  for (int i = 0; i < 3; i++)
    for (int day = 0; day < 20; day++)
      starling_backup_free (
          starling_backup_make (f->folder, (MONDAY - day) * DAY + (2 - i) * 60,
                                NULL));
  g_assert_true (g_file_set_contents (other, "x", 1, NULL));
  before = starling_backup_list (f->folder);
  g_assert_cmpuint (before->len, ==, 60);
  for (guint i = 1; i < before->len; i++)
    g_assert_cmpint (
        ((StarlingBackup *) g_ptr_array_index (before, i - 1))->minute, <,
        ((StarlingBackup *) g_ptr_array_index (before, i))->minute);

  /* seven days, the Sundays 8 and 15 days ago */
  g_assert_cmpuint (starling_backup_thin (f->folder, MONDAY), ==, 60 - 23);
  after = starling_backup_list (f->folder);
  g_assert_cmpuint (after->len, ==, 23);
  g_assert_cmpint (starling_backup_get_day (g_ptr_array_index (after, 0)), ==,
                   MONDAY - 15);
  g_assert_cmpuint (starling_backup_thin (f->folder, MONDAY), ==, 0);
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/backup/names", test_names);
  g_test_add_func ("/backup/choose", test_choose);
  g_test_add_func ("/backup/years", test_years);
#define ADD(path, function)                                                    \
  g_test_add ("/backup/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("make", test_make);
  ADD ("impossible", test_impossible);
  ADD ("due", test_due);
  ADD ("thin", test_thin);

  return g_test_run ();
}

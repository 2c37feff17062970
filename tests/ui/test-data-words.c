/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data-words.h"
#include "support.h"

static void
test_merged (void)
{
  static const struct
  {
    guint n_added, n_known, n_damaged;
    const char *words;
  } cases[] = {
    { 0, 0, 0, "There is nothing in that journal." },
    { 0, 7, 0, "Everything in it was there already." },
    { 1, 0, 0, "1 event added." },
    { 12, 7, 0, "12 events added." },
    { 12, 0, 1, "12 events added. 1 line cannot be read." },
    { 0, 0, 1, "Its 1 line cannot be read." },
    { 0, 0, 3, "None of its 3 lines can be read." },
    { 0, 7, 3, "Everything in it was there already. 3 lines cannot be read." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const StarlingMergeReport report = {
        .n_added = cases[i].n_added,
        .n_known = cases[i].n_known,
        .n_damaged = cases[i].n_damaged,
      };
      g_autofree char *words = starling_data_words_merged (&report);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_backup (void)
{
  static const struct
  {
    gint64 minute;
    guint copy;
    int n_lines;
    const char *date;
    const char *count;
  } cases[] = {
    { G_GINT64_CONSTANT (20780) * 1440 + 615, 1, 1, "23 November 2026, 10:15",
      "1 event" },
    { G_GINT64_CONSTANT (20780) * 1440 + 615, 2, 1,
      "23 November 2026, 10:15 (2)", "1 event" },
    { G_GINT64_CONSTANT (20820) * 1440 + 5, 1, 250000, "2 January 2027, 00:05",
      "250000 events" },
    { 0, 1, 0, "1 January 1970, 00:00", "0 events" },
    { 59, 1, -1, "1 January 1970, 00:59", "Cannot be read" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const StarlingBackup backup = { .minute = cases[i].minute,
                                      .copy = cases[i].copy,
                                      .n_lines = cases[i].n_lines };
      g_autofree char *date = starling_data_words_backup (&backup);
      g_autofree char *count = starling_data_words_count (&backup);

      g_assert_cmpstr (date, ==, cases[i].date);
      g_assert_cmpstr (count, ==, cases[i].count);
    }
}

static void
test_export_name (void)
{
  static const char *const names[] = {
    [STARLING_EXPORT_JOURNAL] = "starling-2026-11-23.jsonl",
    [STARLING_EXPORT_CSV] = "starling-2026-11-23.csv",
    [STARLING_EXPORT_MARKDOWN] = "starling-2026-11-23.md",
    [STARLING_EXPORT_ANKI] = "starling-2026-11-23.txt",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name
          = starling_data_words_export_name ((StarlingExportFormat) i, 20780);

      g_assert_cmpstr (name, ==, names[i]);
    }
}

int
main (int argc, char **argv)
{
  starling_test_init (&argc, &argv);

  g_test_add_func ("/data-words/merged", test_merged);
  g_test_add_func ("/data-words/backup", test_backup);
  g_test_add_func ("/data-words/export-name", test_export_name);

  return g_test_run ();
}

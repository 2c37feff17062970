/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/error.h"
#include "base/text.h"
#include "library-fixture.h"
#include "support.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

static void
test_no_catalogue (LibraryFixture *f, gconstpointer data)
{
  static const char *const texts[] = { NULL, "", "{}", "[1,2" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path
          = g_build_filename (f->data_dir, "catalogue.json", NULL);
      g_autoptr (GError) error = NULL;

      g_unlink (path);
      if (texts[i] != NULL)
        library_put (f->data_dir, "catalogue.json", texts[i]);
      g_assert_false (starling_library_load (f->library, &error));
      g_assert_error (error, STARLING_LIBRARY_ERROR,
                      STARLING_LIBRARY_ERROR_NO_CATALOGUE);
      g_assert_nonnull (strstr (error->message, f->data_dir));
    }
}

/* Loading for a program without a main loop leaves no trace. */
static void
test_load_sync (LibraryFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (starling_library_load (f->library, &error));
  g_assert_no_error (error);
  assert_ids (f, "one");
  g_assert_cmpuint (library_count_notices (f), ==, 0);
  g_assert_false (g_file_test (f->user_dir, G_FILE_TEST_EXISTS));
}

static void
test_order (LibraryFixture *f, gconstpointer data)
{
  StarlingSummary *summary = NULL;

  library_put_pack (f->data_dir, "packs/b.json", "dive", "Dive", "dive-deep");
  library_put_pack (f->data_dir, "packs/a.json", "obsess", "Obsess",
                    "customer-obsession");
  library_put_pack (f->user_dir, "packs/z.json", "imported", "Imported",
                    "ownership");
  library_put_pack (f->user_dir, "stories/y.json", "mine", "Mine", "ownership");
  library_put (f->user_dir, "stories/notes.txt", "no pack");
  library_put (f->user_dir, "stories/.hidden.json", "no pack");
  library_load (f);
  assert_ids (f, "obsess mine imported one dive");
  g_assert_cmpuint (library_count_notices (f), ==, 0);

  summary = starling_library_find_summary (f->library, "mine");
  g_assert_cmpstr (starling_summary_get_title (summary), ==, "Mine");
  g_assert_cmpstr (starling_summary_get_question (summary), ==, "Why?");
  g_assert_cmpint (starling_summary_get_source (summary), ==,
                   STARLING_SOURCE_STORIES);
  summary = starling_library_find_summary (f->library, "imported");
  g_assert_cmpint (starling_summary_get_source (summary), ==,
                   STARLING_SOURCE_IMPORTED);
  g_assert_null (starling_library_find_summary (f->library, "nobody"));
}

static void
test_search (LibraryFixture *f, gconstpointer data)
{
  static const struct
  {
    const char *words;
    gboolean found;
  } cases[] = {
    { "", TRUE },
    { "FIRST", TRUE },
    { "ownership why", TRUE },
    { "first second", FALSE },
    { "irs", TRUE },
  };
  StarlingSummary *summary = NULL;

  library_load (f);
  summary = starling_library_find_summary (f->library, "one");
  g_assert_true (starling_summary_matches (summary, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = starling_text_fold (cases[i].words);
      g_auto (GStrv) words = g_strsplit (folded, " ", *folded == '\0' ? 0 : -1);

      g_assert_cmpint (starling_summary_matches (summary,
                                                 (const char *const *) words),
                       ==, cases[i].found || *folded == '\0');
    }
}

static void
test_shadowing (LibraryFixture *f, gconstpointer data)
{
  const StarlingNotice *notice = NULL;

  library_put_pack (f->user_dir, "packs/two.json", "one", "Imported",
                    "ownership");
  library_put_pack (f->user_dir, "stories/my.json", "one", "My own",
                    "dive-deep");
  library_load (f);
  assert_ids (f, "one");
  g_assert_cmpstr (starling_summary_get_title (
                       starling_library_find_summary (f->library, "one")),
                   ==, "My own");
  g_assert_cmpuint (library_count_notices (f), ==, 2);
  notice = library_find_notice (f, "two.json");
  g_assert_nonnull (notice);
  g_assert_false (notice->is_error);
  g_assert_nonnull (strstr (notice->details, "stories/my.json"));
  g_assert_nonnull (library_find_notice (f, "The first"));
}

/* Whatever lies there, the rest works. */
static void
test_broken_packs (LibraryFixture *f, gconstpointer data)
{
  g_autofree char *fifo = g_build_filename (f->user_dir, "packs/f.json", NULL);
  g_autofree char *folder
      = g_build_filename (f->user_dir, "packs/d.json", NULL);
  static const char *const names[] = { "f.json", "d.json", "s.json", "g.json" };

  library_put (f->user_dir, "packs/s.json", "{\"format\": 'x'");
  library_put_pack (f->user_dir, "packs/g.json", "greed", "G", "greed");
  library_put_pack (f->user_dir, "packs/h.json", "good", "H", "dive-deep");
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  library_load (f);
  assert_ids (f, "one good");
  g_assert_cmpuint (library_count_notices (f), ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const StarlingNotice *notice = library_find_notice (f, names[i]);

      g_assert_nonnull (notice);
      g_assert_true (notice->is_error);
      g_assert_nonnull (notice->details);
    }
  g_assert_nonnull (
      strstr (library_find_notice (f, "s.json")->details, "s.json:1:12"));
}

static void
test_broken_folder (LibraryFixture *f, gconstpointer data)
{
  const StarlingNotice *notice = NULL;

  library_put (f->user_dir, "packs", "not a folder");
  library_put_pack (f->user_dir, "stories/my.json", "mine", "Mine",
                    "dive-deep");
  library_load (f);
  assert_ids (f, "one mine");
  notice = library_find_notice (f, "home/starling/packs");
  g_assert_nonnull (notice);
  g_assert_true (notice->is_error);
}

static void
test_open (LibraryFixture *f, gconstpointer data)
{
  g_autoptr (StarlingScenario) scenario = NULL;
  g_autoptr (StarlingScenario) again = NULL;
  g_autoptr (GError) error = NULL;

  library_load (f);
  g_assert_null (starling_library_open_scenario (f->library, "nobody", &error));
  g_assert_error (error, STARLING_LIBRARY_ERROR,
                  STARLING_LIBRARY_ERROR_NO_SCENARIO);
  g_clear_error (&error);

  scenario = starling_library_open_scenario (f->library, "one", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (scenario->title, ==, "The first");
  again = starling_library_open_scenario (f->library, "one", NULL);
  g_assert_true (scenario == again);
}

/* A file that was changed behind the library's back is read again. */
static void
test_open_changed (LibraryFixture *f, gconstpointer data)
{
  g_autoptr (StarlingScenario) scenario = NULL;
  g_autoptr (GError) error = NULL;
  guint before = 0;

  library_load (f);
  before = f->n_scenarios;
  library_put_pack (f->data_dir, "packs/one.json", "one", "Another title",
                    "dive-deep");
  scenario = starling_library_open_scenario (f->library, "one", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (scenario->title, ==, "Another title");
  g_assert_cmpuint (f->n_scenarios, ==, before + 1);
  g_assert_cmpstr (starling_summary_get_title (
                       starling_library_find_summary (f->library, "one")),
                   ==, "Another title");

  library_put (f->data_dir, "packs/one.json", "{}");
  {
    g_autoptr (StarlingScenario) kept
        = starling_library_open_scenario (f->library, "one", NULL);

    g_assert_true (kept == scenario);
  }
}

static void
test_watch (LibraryFixture *f, gconstpointer data)
{
  StarlingSummary *one = NULL;
  g_autofree char *story = NULL;
  struct stat info;

  library_load (f);
  one = starling_library_find_summary (f->library, "one");
  story = g_build_filename (f->user_dir, "stories", "my.json", NULL);
  g_assert_cmpint (stat (f->user_dir, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 07777, ==, 0700);

  library_put_pack (f->user_dir, "packs/new.json", "new", "New", "dive-deep");
  wait_until (starling_library_find_summary (f->library, "new") != NULL);
  assert_ids (f, "one new");
  g_assert_true (starling_library_find_summary (f->library, "one") == one);

  library_put_pack (f->user_dir, "stories/my.json", "mine", "Mine",
                    "ownership");
  wait_until (starling_library_find_summary (f->library, "mine") != NULL);
  assert_ids (f, "mine one new");

  library_put (f->user_dir, "stories/my.json", "{");
  wait_until (library_find_notice (f, "my.json") != NULL);
  assert_ids (f, "one new");

  g_assert_cmpint (g_unlink (story), ==, 0);
  wait_until (library_count_notices (f) == 0);
  assert_ids (f, "one new");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*func) (LibraryFixture *, gconstpointer);
  } tests[] = {
    { "no-catalogue", test_no_catalogue },
    { "load-sync", test_load_sync },
    { "order", test_order },
    { "search", test_search },
    { "shadowing", test_shadowing },
    { "broken-packs", test_broken_packs },
    { "broken-folder", test_broken_folder },
    { "open", test_open },
    { "open-changed", test_open_changed },
    { "watch", test_watch },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/library/", tests[i].path, NULL);

      g_test_add (path, LibraryFixture, NULL, library_set_up, tests[i].func,
                  library_tear_down);
    }
  return g_test_run ();
}

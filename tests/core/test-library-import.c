/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/error.h"
#include "library-data.h"
#include "library-fixture.h"
#include "support.h"

static StarlingPack *
load_pack (LibraryFixture *f, const char *name)
{
  g_autofree char *path = g_build_filename (f->top, name, NULL);

  return starling_pack_load (path, starling_library_get_catalogue (f->library));
}

/* What was checked is what is copied, or nothing is. */
static void
test_changed (LibraryFixture *f, gconstpointer data)
{
  g_auto (StarlingImportReport) report = { 0 };
  g_autoptr (StarlingPack) pack = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (starling_library_load (f->library, NULL));
  library_put_pack (f->top, "a.json", "new", "New", "ownership");
  pack = load_pack (f, "a.json");
  g_assert_cmpuint (pack->n_errors, ==, 0);
  library_put (f->top, "a.json", "rubbish");
  g_assert_false (
      starling_library_import_sync (f->library, pack, &report, &error));
  g_assert_error (error, STARLING_PACK_ERROR, STARLING_PACK_ERROR_CHANGED);
  assert_ids (f, "one");
}

/* The library knows the stories of the pack at once. */
static void
test_known (LibraryFixture *f, gconstpointer data)
{
  g_auto (StarlingImportReport) first = { 0 };
  g_auto (StarlingImportReport) second = { 0 };
  g_autoptr (StarlingPack) pack = NULL;
  g_autoptr (StarlingPack) newer = NULL;

  g_assert_true (starling_library_load (f->library, NULL));
  library_put_pack (f->top, "a.json", "new", "New", "ownership");
  pack = load_pack (f, "a.json");
  g_assert_true (starling_library_import_sync (f->library, pack, &first, NULL));
  g_assert_true (g_str_has_suffix (first.path, "/packs/pack-new.json"));
  g_assert_false (first.replaced);
  g_assert_cmpuint (first.hidden->len, ==, 0);
  g_assert_cmpstr (starling_summary_get_title (
                       starling_library_find_summary (f->library, "new")),
                   ==, "New");

  library_put_pack (f->top, "a.json", "new", "Newer", "ownership");
  newer = load_pack (f, "a.json");
  g_assert_true (
      starling_library_import_sync (f->library, newer, &second, NULL));
  g_assert_true (second.replaced);
  g_assert_cmpstr (second.path, ==, first.path);
  g_assert_cmpstr (starling_summary_get_title (
                       starling_library_find_summary (f->library, "new")),
                   ==, "Newer");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/library-import/changed", LibraryFixture, NULL, library_set_up,
              test_changed, library_tear_down);
  g_test_add ("/library-import/known", LibraryFixture, NULL, library_set_up,
              test_known, library_tear_down);

  return g_test_run ();
}

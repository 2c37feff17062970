/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "progress-fixture.h"

#include "support.h"

#define NOW G_GINT64_CONSTANT (1795425300250) /* 2026-11-23T09:15:00.250Z */
#define OFFSET 60

static void
copy (const char *source, const char *folder, const char *name)
{
  g_autofree char *from
      = g_build_filename (STARLING_SOURCE_DATADIR, "..", source, NULL);
  g_autofree char *to = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (to);
  g_autofree char *text = NULL;
  gsize length;

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_get_contents (from, &text, &length, NULL));
  g_assert_true (g_file_set_contents (to, text, (gssize) length, NULL));
}

/**
 * starling_test_progress_session_new:
 *
 * Returns: (transfer full): a session over these stories, at SDE 2
 */
StarlingSession *
starling_test_progress_session_new (void)
{
  g_autofree char *program = starling_test_make_folder ();
  g_autofree char *user = starling_test_make_folder ();
  g_autoptr (StarlingClock) clock = starling_clock_new_fake (NOW, OFFSET);
  g_autoptr (StarlingLibrary) library = NULL;
  g_autoptr (GError) error = NULL;

  copy ("data/catalogue.json", program, "catalogue.json");
  copy ("tests/core/data/overview/pack.json", program, "packs/one.json");
  copy ("tests/core/data/overview/story.json", user, "stories/story.json");
  copy ("tests/core/data/overview/journal.jsonl", user, "journal.jsonl");
  library = starling_library_new (program, user, clock);
  starling_library_load (library, &error);
  g_assert_no_error (error);
  return starling_session_new (library);
}

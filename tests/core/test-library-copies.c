/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "library-data.h"
#include "library-fixture.h"
#include "storage/copies.h"

#include <glib/gstdio.h>

#define EVENT(id)                                                              \
  "{\"v\":1,\"id\":\"" id "\",\"at\":\"2026-11-23T09:00:00.000Z\","            \
  "\"type\":\"review\",\"card\":\"one#weak\",\"grade\":3}\n"
#define SYNCTHING "journal.sync-conflict-20261123-101500-ABCDEFG.jsonl"
#define DROPBOX "journal (Ann's conflicted copy 2026-11-23).jsonl"

static void
test_names (void)
{
  static const struct
  {
    const char *name;
    gboolean is_one;
  } cases[] = {
    { SYNCTHING, TRUE },
    { DROPBOX, TRUE },
    { "journal (conflicted copy 2026-11-23 101500).jsonl", TRUE },
    { "journal.jsonl", FALSE },
    { "journal.damaged-20261123.jsonl", FALSE },
    { "journal.sync-conflict-20261123-101500-ABCDEFG.jsonl.tmp", FALSE },
    { ".syncthing.journal.sync-conflict-1.jsonl", FALSE },
    { "journal.lock", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (starling_copies_is_one (cases[i].name), ==,
                       cases[i].is_one);
    }
}

static const StarlingNotice *
find_offer (LibraryFixture *f)
{
  GPtrArray *notices = starling_library_get_notices (f->library);

  for (guint i = 0; i < notices->len; i++)
    {
      const StarlingNotice *notice = g_ptr_array_index (notices, i);

      if (notice->remedy == STARLING_REMEDY_MERGE_COPIES)
        return notice;
    }
  return NULL;
}

static gboolean
offers (LibraryFixture *f, const char *summary, const char *details)
{
  const StarlingNotice *offer = find_offer (f);

  return offer != NULL && !offer->is_error
         && g_str_has_prefix (offer->summary, summary)
         && g_strcmp0 (offer->details, details) == 0;
}

static gboolean
has_backup (LibraryFixture *f, const char *name)
{
  g_autofree char *path = g_build_filename (f->user_dir, "backups", name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

typedef struct
{
  gboolean done;
  StarlingMergeReport report;
  GError *error;
} Answer;

static void
merged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  starling_library_merge_copies_finish (STARLING_LIBRARY (source), result,
                                        &answer->report, &answer->error);
  answer->done = TRUE;
}

static void
merge (LibraryFixture *f, Answer *answer)
{
  starling_merge_report_clear (&answer->report);
  g_clear_error (&answer->error);
  answer->done = FALSE;
  starling_library_merge_copies_async (f->library, NULL, merged_cb, answer);
  wait_until (answer->done);
}

/* Found at the start and later; merged, and kept among the backups. */
static void
test_offer (LibraryFixture *f, gconstpointer data)
{
  Answer answer = { 0 };

  library_put (f->user_dir, SYNCTHING, EVENT ("a") EVENT ("b") "nonsense\n");
  library_load (f);
  wait_until (offers (f, "Another copy of your progress", SYNCTHING));

  library_put (f->user_dir, DROPBOX, EVENT ("b") EVENT ("c"));
  wait_until (offers (f, "2 other copies", DROPBOX "\n" SYNCTHING));

  merge (f, &answer);
  g_assert_no_error (answer.error);
  g_assert_cmpuint (answer.report.n_added, ==, 3);
  g_assert_cmpuint (answer.report.n_known, ==, 1);
  g_assert_cmpuint (answer.report.n_damaged, ==, 1);
  wait_until (find_offer (f) == NULL);
  g_assert_true (has_backup (f, SYNCTHING));
  g_assert_true (has_backup (f, DROPBOX));

  /* one of the same name does not replace it */
  library_put (f->user_dir, SYNCTHING, EVENT ("d"));
  wait_until (find_offer (f) != NULL);
  merge (f, &answer);
  g_assert_cmpuint (answer.report.n_added, ==, 1);
  wait_until (find_offer (f) == NULL);
  g_assert_true (has_backup (f, SYNCTHING ".2"));
  g_assert_true (has_backup (f, SYNCTHING));
  starling_merge_report_clear (&answer.report);
}

/* What cannot be put away stays on offer. */
static void
test_stuck (LibraryFixture *f, gconstpointer data)
{
  Answer answer = { 0 };

  library_put (f->user_dir, SYNCTHING, EVENT ("a"));
  library_put (f->user_dir, "backups", "in the way");
  library_load (f);
  wait_until (find_offer (f) != NULL);
  merge (f, &answer);
  g_assert_nonnull (answer.error);
  library_drain ();
  g_assert_nonnull (find_offer (f));
  g_clear_error (&answer.error);
}

/* Somebody else has taken it away. */
static void
test_gone (LibraryFixture *f, gconstpointer data)
{
  Answer answer = { 0 };
  g_autofree char *path = g_build_filename (f->user_dir, SYNCTHING, NULL);

  library_put (f->user_dir, SYNCTHING, EVENT ("a"));
  library_load (f);
  wait_until (find_offer (f) != NULL);
  g_assert_cmpint (g_unlink (path), ==, 0);
  wait_until (find_offer (f) == NULL);
  merge (f, &answer);
  g_assert_no_error (answer.error);
  g_assert_cmpuint (answer.report.n_added, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/library/copies/names", test_names);
#define ADD(path, function)                                                    \
  g_test_add ("/library/copies/" path, LibraryFixture, NULL, library_set_up,   \
              function, library_tear_down)
  ADD ("offer", test_offer);
  ADD ("stuck", test_stuck);
  ADD ("gone", test_gone);

  return g_test_run ();
}

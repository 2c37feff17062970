/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "library-fixture.h"
#include "support.h"

#include <glib/gstdio.h>
#include <string.h>

static void
test_record (LibraryFixture *f, gconstpointer data)
{
  g_autoptr (StarlingEvent) take = library_make_take ("one");
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;

  library_load (f);
  g_assert_cmpint (library_get_state (f, "one"), ==, STARLING_STATE_NEW);
  library_record (f, take);
  g_assert_true (g_uuid_string_is_valid (take->id));
  g_assert_cmpint (take->at, ==, NOW);
  g_assert_cmpint (take->offset, ==, 60);
  g_assert_cmpint (library_get_state (f, "one"), ==, STARLING_STATE_REHEARSED);
  g_assert_cmpstr (f->last_progress, ==, "one");

  wait_until (f->n_durable == 1);
  g_assert_true (starling_library_is_saved (f->library));
  g_assert_true (g_file_get_contents (f->journal, &text, NULL, NULL));
  line = g_strconcat (take->line, "\n", NULL);
  g_assert_cmpstr (text, ==, line);

  /* The same event again is no other one. */
  library_record (f, take);
  wait_until (f->n_durable == 2);

  library_drop (f);
  library_renew (f);
  g_assert_true (starling_library_load (f->library, NULL));
  g_assert_cmpint (library_get_state (f, "one"), ==, STARLING_STATE_REHEARSED);
}

/* An event that is known and not durable yet is not so by being told again. */
static void
test_known (LibraryFixture *f, gconstpointer data)
{
  g_autofree char *home = g_path_get_dirname (f->user_dir);
  g_autoptr (StarlingEvent) take = library_make_take ("one");
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;

  library_put (f->top, "home", "in the way");
  library_load (f);
  library_record (f, take);
  library_record (f, take);
  starling_library_flush (f->library);
  library_drain ();
  g_assert_cmpuint (f->n_durable, ==, 0);

  g_assert_cmpint (g_unlink (home), ==, 0);
  wait_until (f->n_durable == 2);
  g_assert_true (g_file_get_contents (f->journal, &text, NULL, NULL));
  line = g_strconcat (take->line, "\n", NULL);
  g_assert_cmpstr (text, ==, line);
}

/* What a sync program puts in the journal's place is seen without an event. */
static void
test_replaced (LibraryFixture *f, gconstpointer data)
{
  g_autoptr (StarlingEvent) take = library_make_take ("one");
  g_autofree char *text = NULL;

  library_load (f);
  library_record (f, take);
  wait_until (f->n_durable == 1);
  library_put (f->user_dir, "journal.jsonl",
               "{\"v\":1,\"id\":\"other\",\"at\":\"2026-11-23T09:00:00Z\","
               "\"type\":\"rehearsal\",\"scenario\":\"two\"}\n");
  wait_until (library_get_state (f, "two") == STARLING_STATE_REHEARSED);
  starling_library_flush (f->library);
  g_assert_true (g_file_get_contents (f->journal, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "\"other\""));
  g_assert_nonnull (strstr (text, take->id));
}

static void
test_refused (LibraryFixture *f, gconstpointer data)
{
  g_autoptr (StarlingEvent) review = starling_event_new (STARLING_EVENT_REVIEW);

  library_load (f);
  review->card = g_strdup ("one#weak");
  review->grade = 9;
  library_record (f, review);
  wait_until (f->n_refused == 1);
  g_assert_false (g_file_test (f->journal, G_FILE_TEST_EXISTS));
  g_assert_cmpint (library_get_state (f, "one"), ==, STARLING_STATE_NEW);
}

/* The order of events is kept whatever the clock does. */
static void
test_time (LibraryFixture *f, gconstpointer data)
{
  static const struct
  {
    gint64 newest; /* ms after now */
    gint64 at;
    gboolean notice;
  } cases[] = {
    { -HOUR, 0, FALSE },      { -1, 0, FALSE },          { 0, 1, FALSE },
    { 5, 6, FALSE },          { HOUR, HOUR + 1, FALSE }, { HOUR + 1, 0, TRUE },
    { 1000 * HOUR, 0, TRUE },
  };

  library_drop (f);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StarlingEvent) take = library_make_take ("one");
      g_autofree char *at = starling_time_format_utc (NOW + cases[i].newest);
      g_autofree char *line = g_strdup_printf (
          "{\"v\":1,\"id\":\"n\",\"at\":\"%s\",\"type\":\"later\"}\n", at);

      library_put (f->user_dir, "journal.jsonl", line);
      library_renew (f);
      library_load (f);
      library_record (f, take);
      g_assert_cmpint (take->at - NOW, ==, cases[i].at);
      g_assert_cmpint (library_find_notice (f, "clock") != NULL, ==,
                       cases[i].notice);
      library_drop (f);
    }
}

static void
test_clock_back (LibraryFixture *f, gconstpointer data)
{
  g_autoptr (StarlingEvent) first = library_make_take ("one");
  g_autoptr (StarlingEvent) second = library_make_take ("one");

  library_load (f);
  library_record (f, first);
  starling_clock_advance (f->clock, -60000);
  starling_clock_set_offset (f->clock, -480);
  library_record (f, second);
  g_assert_cmpint (second->at, ==, NOW + 1);
  g_assert_cmpint (second->offset, ==, -480);
}

static void
test_undo (LibraryFixture *f, gconstpointer data)
{
  g_autoptr (StarlingEvent) take = library_make_take ("one");

  library_load (f);
  g_assert_false (starling_library_undo (f->library, "nothing"));
  library_record (f, take);
  g_assert_true (starling_library_undo (f->library, take->id));
  g_assert_cmpint (library_get_state (f, "one"), ==, STARLING_STATE_NEW);
  g_assert_cmpstr (f->last_progress, ==, "one");
  g_assert_cmpuint (f->n_progress, ==, 2);

  library_drop (f);
  library_renew (f);
  library_load (f);
  g_assert_cmpint (library_get_state (f, "one"), ==, STARLING_STATE_NEW);
  g_assert_true (
      starling_progress_is_void (starling_library_get_progress (f->library),
                                 take->id));
}

static void
test_damaged_journal (LibraryFixture *f, gconstpointer data)
{
  const StarlingNotice *notice = NULL;

  library_put (f->user_dir, "journal.jsonl",
               "rubbish\n{\"v\":1,\"id\":\"t\",\"at\":\"2026-11-23T09:00:00Z\","
               "\"type\":\"rehearsal\",\"scenario\":\"one\"}\n{\"v\":1,");
  library_load (f);
  g_assert_cmpint (library_get_state (f, "one"), ==, STARLING_STATE_REHEARSED);
  notice = library_find_notice (f, "2 lines of the journal");
  g_assert_nonnull (notice);
  g_assert_nonnull (strstr (notice->summary, "journal.damaged-"));
  g_assert_nonnull (strstr (notice->details, "journal.jsonl:1:"));
}

/* Without a place to write to, all works and is kept until there is one. */
static void
test_trouble (LibraryFixture *f, gconstpointer data)
{
  g_autofree char *home = g_path_get_dirname (f->user_dir);
  g_autoptr (StarlingEvent) take = library_make_take ("one");
  const StarlingNotice *notice = NULL;

  library_put (f->top, "home", "in the way");
  library_load (f);
  assert_ids (f, "one");
  library_record (f, take);
  starling_library_flush (f->library);
  library_drain ();
  g_assert_false (starling_library_is_saved (f->library));
  g_assert_cmpint (library_get_state (f, "one"), ==, STARLING_STATE_REHEARSED);
  notice = library_find_notice (f, "kept in memory");
  g_assert_nonnull (notice);
  g_assert_true (notice->is_error);

  g_assert_cmpint (g_unlink (home), ==, 0);
  wait_until (f->n_durable == 1);
  wait_until (library_find_notice (f, "kept in memory") == NULL);
  g_assert_true (starling_library_is_saved (f->library));
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
retried_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  int *saved = data;

  *saved
      = starling_library_retry_finish (STARLING_LIBRARY (source), result, NULL);
}

static int
retry (LibraryFixture *f)
{
  int saved = -1;

  starling_library_retry_async (f->library, retried_cb, &saved);
  wait_until (saved >= 0);
  return saved;
}

/* Whoever waits for the disk learns how it goes, and can try again. */
static void
test_saving (LibraryFixture *f, gconstpointer data)
{
  g_autofree char *home = g_path_get_dirname (f->user_dir);
  g_autoptr (StarlingEvent) first = library_make_take ("one");
  g_autoptr (StarlingEvent) second = library_make_take ("one");
  guint n_changes = 0;

  library_load (f);
  g_assert_null (starling_library_get_trouble (f->library));
  g_assert_true (retry (f));
  starling_library_flush (f->library);
  library_drain ();
  g_signal_connect_swapped (f->library, "saving-changed", G_CALLBACK (count_cb),
                            &n_changes);
  test_remove_folder (home);
  library_put (f->top, "home", "in the way");
  library_record (f, first);
  library_record (f, second);
  wait_until (starling_library_get_trouble (f->library) != NULL);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpint (starling_library_get_trouble (f->library)->remedy, ==,
                   STARLING_REMEDY_TRY_AGAIN);
  g_assert_cmpuint (starling_library_count_unsaved (f->library), ==, 2);
  g_assert_false (retry (f));
  g_assert_cmpuint (n_changes, ==, 1);

  g_assert_cmpint (g_unlink (home), ==, 0);
  g_assert_true (retry (f));
  wait_until (f->n_durable == 2);
  wait_until (starling_library_get_trouble (f->library) == NULL);
  g_assert_cmpuint (n_changes, >=, 2);
  g_assert_cmpuint (starling_library_count_unsaved (f->library), ==, 0);
}

static void
test_locked (LibraryFixture *f, gconstpointer data)
{
  StarlingLibrary *first = NULL;
  g_autoptr (StarlingEvent) take = library_make_take ("one");

  library_load (f);
  first = f->library;
  library_renew (f);
  library_load (f);
  g_assert_nonnull (library_find_notice (f, "held by process"));
  library_record (f, take);
  starling_library_flush (f->library);
  g_assert_false (starling_library_is_saved (f->library));

  g_assert_finalize_object (first);
  wait_until (f->n_durable == 1);
  wait_until (library_find_notice (f, "held by process") == NULL);
}

static void
test_vanished (LibraryFixture *f, gconstpointer data)
{
  g_autoptr (StarlingEvent) first = library_make_take ("one");
  g_autoptr (StarlingEvent) second = library_make_take ("one");
  g_autofree char *text = NULL;

  library_load (f);
  library_record (f, first);
  wait_until (f->n_durable == 1);
  test_remove_folder (f->user_dir);
  library_record (f, second);
  wait_until (f->n_durable == 2);
  wait_until (library_find_notice (f, "nothing is lost") != NULL);
  g_assert_true (g_file_get_contents (f->journal, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, first->id));
  g_assert_nonnull (strstr (text, second->id));
}

static void
test_sync_record (LibraryFixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new ();
  g_autoptr (StarlingEvent) first = library_make_take ("one");
  g_autoptr (StarlingEvent) second = library_make_take ("two");
  g_autoptr (StarlingEvent) copy = library_make_take ("one");
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  first->id = g_strdup ("same");
  copy->id = g_strdup ("same");
  g_ptr_array_add (events, first);
  g_ptr_array_add (events, second);
  g_ptr_array_add (events, copy);
  g_assert_true (starling_library_open_journal (f->library, 0, NULL));
  g_assert_true (starling_library_record_sync (f->library, events, NULL));
  g_assert_cmpint (second->at, ==, NOW + 1);
  g_assert_cmpint (library_get_state (f, "two"), ==, STARLING_STATE_REHEARSED);
  g_assert_true (starling_library_record_sync (f->library, events, NULL));
  g_assert_true (g_file_get_contents (f->journal, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
}

/* Events keep their order while others lie far ahead. */
static void
test_order_behind (LibraryFixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new ();
  g_autoptr (StarlingEvent) first = library_make_take ("one");
  g_autoptr (StarlingEvent) second = library_make_take ("one");

  library_put (f->user_dir, "journal.jsonl",
               "{\"v\":1,\"id\":\"n\",\"at\":\"2031-01-01T00:00:00Z\","
               "\"type\":\"later\"}\n");
  g_ptr_array_add (events, first);
  g_ptr_array_add (events, second);
  g_assert_true (starling_library_open_journal (f->library, 0, NULL));
  g_assert_true (starling_library_record_sync (f->library, events, NULL));
  g_assert_cmpint (first->at, ==, NOW);
  g_assert_cmpint (second->at, ==, NOW + 1);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*func) (LibraryFixture *, gconstpointer);
  } tests[] = {
    { "record", test_record },
    { "known", test_known },
    { "replaced", test_replaced },
    { "refused", test_refused },
    { "time", test_time },
    { "clock-back", test_clock_back },
    { "undo", test_undo },
    { "damaged-journal", test_damaged_journal },
    { "trouble", test_trouble },
    { "saving", test_saving },
    { "locked", test_locked },
    { "vanished", test_vanished },
    { "sync-record", test_sync_record },
    { "order-behind", test_order_behind },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path
          = g_strconcat ("/library-record/", tests[i].path, NULL);

      g_test_add (path, LibraryFixture, NULL, library_set_up, tests[i].func,
                  library_tear_down);
    }
  return g_test_run ();
}

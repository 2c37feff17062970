/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "library-data.h"
#include "library-fixture.h"
#include "random-journal.h"
#include "support.h"

#include <string.h>
#include <sys/stat.h>

#define N_EVENTS 300
#define N_ROUNDS 12

#define REVIEW(id, at)                                                         \
  "{\"v\":1,\"id\":\"" id "\",\"at\":\"" at                                    \
  "\",\"type\":\"review\",\"card\":\"one#weak\",\"grade\":3}"
#define LATER                                                                  \
  "{\"v\": 1,  \"id\":\"later\", \"at\":\"2026-11-23T08:00:00.000Z\", "        \
  "\"type\":\"dance\", \"steps\":[1,2]}"

/* Puts a journal beside the user's folder; returns its path. */
static char *
put_other (LibraryFixture *f, const char *name, const char *text)
{
  library_put (f->top, name, text);
  return g_build_filename (f->top, name, NULL);
}

static char *
read_journal (LibraryFixture *f)
{
  char *text = NULL;

  g_assert_true (g_file_get_contents (f->journal, &text, NULL, NULL));
  return text;
}

/* Starts anew with a journal that has @text. */
static void
open_with (LibraryFixture *f, const char *text)
{
  library_drop (f);
  library_put (f->user_dir, "journal.jsonl", text);
  library_renew (f);
  g_assert_true (starling_library_open_journal (f->library, 0, NULL));
}

static void
assert_merge (LibraryFixture *f, const char *path, guint added, guint known)
{
  g_auto (StarlingMergeReport) report = { 0 };
  g_autoptr (GError) error = NULL;

  starling_library_merge_sync (f->library, path, &report, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report.n_added, ==, added);
  g_assert_cmpuint (report.n_known, ==, known);
  g_assert_cmpuint (report.n_damaged, ==, 0);
  g_assert_null (report.details);
}

/* What is missing is appended as it stands there, whoever wrote it. */
static void
test_lines (LibraryFixture *f, gconstpointer data)
{
  const char *mine = REVIEW ("a", "2026-11-23T09:00:00.000Z") "\n";
  const char *theirs
      = REVIEW ("a", "2026-11-23T09:00:00.000Z") "\n\n" LATER "\r\n" REVIEW (
          "b", "2026-11-22T09:00:00.000Z") "\n" LATER;
  g_autofree char *other = put_other (f, "other.jsonl", theirs);
  g_autofree char *expected
      = g_strconcat (mine, LATER "\n", REVIEW ("b", "2026-11-22T09:00:00.000Z"),
                     "\n", NULL);
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  g_autofree char *left = NULL;

  open_with (f, mine);
  assert_merge (f, other, 2, 2);
  text = read_journal (f);
  g_assert_cmpstr (text, ==, expected);

  assert_merge (f, other, 0, 4);
  assert_merge (f, f->journal, 0, 3);
  again = read_journal (f);
  g_assert_cmpstr (again, ==, expected);
  g_assert_true (g_file_get_contents (other, &left, NULL, NULL));
  g_assert_cmpstr (left, ==, theirs);
}

/* Lines that are no events are told of, and stop nothing. */
static void
test_damaged (LibraryFixture *f, gconstpointer data)
{
  g_autoptr (GString) theirs = g_string_new ("{\"id\":\n");
  g_auto (StarlingMergeReport) report = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *other = NULL;
  g_auto (GStrv) details = NULL;

  g_string_append (theirs, REVIEW ("a", "2026-11-23T09:00:00.000Z") "\n");
  for (guint i = 0; i < 3 * STARLING_EVENT_MAX_BYTES; i++)
    g_string_append_c (theirs, 'x');
  g_string_append (
      theirs,
      "\n" REVIEW ("b", "2026-11-23T09:00:00.000Z") "\n"
                                                    "{\"v\":1,\"id\":\"c\","
                                                    "\"at\":\"2026-11-2");
  other = put_other (f, "other.jsonl", theirs->str);

  open_with (f, "");
  starling_library_merge_sync (f->library, other, &report, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report.n_added, ==, 2);
  g_assert_cmpuint (report.n_damaged, ==, 3);
  details = g_strsplit (report.details, "\n", -1);
  g_assert_cmpuint (g_strv_length (details), ==, 3);
  g_assert_true (g_str_has_prefix (details[0], "other.jsonl:1: "));
  g_assert_cmpstr (details[1], ==,
                   "other.jsonl:3: an event must be shorter than 1 MiB");
  g_assert_true (g_str_has_prefix (details[2], "other.jsonl:5: "));
}

static void
test_unreadable (LibraryFixture *f, gconstpointer data)
{
  g_autofree char *pipe = g_build_filename (f->top, "pipe", NULL);
  g_autofree char *gone = g_build_filename (f->top, "gone", NULL);
  g_autofree char *torn = put_other (f, "torn.gz", "\x1f\x8b\x08nothing more");
  const struct
  {
    const char *path;
    int code;
  } cases[] = {
    { pipe, G_IO_ERROR_NOT_REGULAR_FILE },
    { f->top, G_IO_ERROR_NOT_REGULAR_FILE },
    { gone, G_IO_ERROR_NOT_FOUND },
    { torn, G_IO_ERROR_INVALID_DATA },
  };

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  open_with (f, "");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (starling_library_merge_sync (f->library, cases[i].path,
                                                   NULL, &error));
      g_assert_error (error, G_IO_ERROR, cases[i].code);
    }
}

/* A line of the journal for each event, in the order given. */
static char *
write_lines (GPtrArray *events)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < events->len; i++)
    {
      StarlingEvent *event = g_ptr_array_index (events, i);
      g_autofree char *at = starling_time_format_utc (event->at);
      g_autofree char *line = NULL;

      if (event->offset == STARLING_OFFSET_UNSET)
        event->offset = 0;
      line = event->type == STARLING_EVENT_UNKNOWN
                 ? g_strdup_printf ("{\"v\":1,\"id\":\"%s\",\"at\":\"%s\","
                                    "\"type\":\"dance\"}",
                                    event->id, at)
                 : starling_event_to_line (event);
      g_string_append_printf (text, "%s\n", line);
    }
  return g_string_free (text, FALSE);
}

/* Deals each event to one of two computers, or to both. */
static void
deal (GRand *rand, GPtrArray *events, GPtrArray *hands[2])
{
  for (guint i = 0; i < events->len; i++)
    {
      int who = g_rand_int_range (rand, 0, 4);

      for (int h = 0; h < 2; h++)
        if (who == h || who > 1)
          g_ptr_array_add (hands[h], g_ptr_array_index (events, i));
    }
}

static char *
dump_merged (LibraryFixture *f,
             StarlingCatalogue *catalogue,
             const char *mine,
             const char *theirs)
{
  g_autofree char *other = put_other (f, "other.jsonl", theirs);

  open_with (f, mine);
  g_assert_true (starling_library_merge_sync (f->library, other, NULL, NULL));
  return dump_progress (starling_library_get_progress (f->library), catalogue);
}

/*
 * Whoever merges whose journal, in whatever order its lines stand: the same
 * has happened, as if all had been written into one journal.
 */
static void
test_two_computers (LibraryFixture *f, gconstpointer data)
{
  g_autoptr (StarlingCatalogue) catalogue = test_load_catalogue ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (1026);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (GPtrArray) events = random_journal (rand, N_EVENTS);
      g_autoptr (GPtrArray) a = g_ptr_array_new ();
      g_autoptr (GPtrArray) b = g_ptr_array_new ();
      GPtrArray *hands[2] = { a, b };
      g_autofree char *all = write_lines (events);
      g_autofree char *mine = NULL;
      g_autofree char *theirs = NULL;
      g_autofree char *expected = NULL;
      g_autofree char *left = NULL;
      g_autofree char *right = NULL;

      deal (rand, events, hands);
      random_shuffle (rand, b);
      mine = write_lines (a);
      theirs = write_lines (b);
      expected = dump_merged (f, catalogue, all, theirs);
      left = dump_merged (f, catalogue, mine, theirs);
      g_assert_cmpstr (left, ==, expected);
      right = dump_merged (f, catalogue, theirs, mine);
      g_assert_cmpstr (right, ==, expected);
    }
}

static void
merged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  StarlingMergeReport *report = data;
  g_autoptr (GError) error = NULL;

  starling_library_merge_finish (STARLING_LIBRARY (source), result, report,
                                 &error);
  g_assert_no_error (error);
}

/* While the window is open: an undo may come before what it undoes. */
static void
test_running (LibraryFixture *f, gconstpointer data)
{
  g_autoptr (GString) theirs = g_string_new (NULL);
  g_auto (StarlingMergeReport) report = { 0 };
  g_autofree char *other = NULL;
  g_autofree char *text = NULL;
  StarlingScenarioProgress figures;

  for (guint i = 0; i < 2500; i++)
    g_string_append_printf (
        theirs,
        "{\"v\":1,\"id\":\"r%u\",\"at\":\"2026-11-23T09:%02u:%02u.000Z\","
        "\"type\":\"review\",\"card\":\"one#weak\",\"grade\":3}\n",
        i, i / 60, i % 60);
  g_string_append (theirs, "{\"v\":1,\"id\":\"u\",\"at\":"
                           "\"2026-11-23T08:00:00.000Z\",\"type\":\"undo\","
                           "\"of\":\"r7\"}\n");
  other = put_other (f, "other.jsonl", theirs->str);

  library_load (f);
  starling_library_merge_async (f->library, other, NULL, merged_cb, &report);
  wait_until (report.n_added == 2501);
  g_assert_true (starling_library_is_saved (f->library));
  g_assert_cmpuint (f->n_progress, ==, 1);
  starling_progress_get_scenario (starling_library_get_progress (f->library),
                                  "one", &figures);
  g_assert_cmpuint (figures.n_reviews, ==, 2499);
  text = read_journal (f);
  g_assert_cmpstr (text, ==, theirs->str);

  starling_progress_get_scenario (starling_library_get_progress (f->library),
                                  "one", &figures);
  starling_library_merge_async (f->library, other, NULL, merged_cb, &report);
  wait_until (report.n_known == 2501);
  g_assert_cmpuint (f->n_progress, ==, 1);
}

static void
failed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_false (starling_library_merge_finish (STARLING_LIBRARY (source),
                                                 result, NULL, data));
}

static void
test_running_unreadable (LibraryFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  library_load (f);
  starling_library_merge_async (f->library, "/nowhere", NULL, failed_cb,
                                &error);
  wait_until (error != NULL);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (f->journal, G_FILE_TEST_EXISTS));
}

/* A computer whose clock is wrong: what follows here is dated as it is. */
static void
test_clock (LibraryFixture *f, gconstpointer data)
{
  g_autofree char *other
      = put_other (f, "other.jsonl",
                   REVIEW ("a", "2031-01-01T00:00:00.000Z") "\n");
  g_auto (StarlingMergeReport) report = { 0 };
  g_autoptr (StarlingEvent) take = library_make_take ("one");

  library_load (f);
  starling_library_merge_async (f->library, other, NULL, merged_cb, &report);
  wait_until (report.n_added == 1);
  library_record (f, take);
  g_assert_cmpint (take->at, ==, NOW);
  g_assert_nonnull (library_find_notice (f, "2031"));
  wait_until (f->n_durable == 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                    \
  g_test_add ("/library/merge/" path, LibraryFixture, NULL, library_set_up,    \
              function, library_tear_down)
  ADD ("lines", test_lines);
  ADD ("damaged", test_damaged);
  ADD ("unreadable", test_unreadable);
  ADD ("two-computers", test_two_computers);
  ADD ("running", test_running);
  ADD ("running-unreadable", test_running_unreadable);
  ADD ("clock", test_clock);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/hash.h"
#include "random-journal.h"
#include "storage/journal-file.h"
#include "support.h"

#include <glib/gstdio.h>
#include <string.h>

#define N_ROUNDS 30
#define N_EVENTS 400

/* A journal in a folder, a cache, and what both say. */
typedef struct
{
  char *folder;
  char *path;
  char *cache;
  StarlingCatalogue *catalogue;
  StarlingJournalFile *file; /* that read it last */
  StarlingProgress *progress;
  gboolean used; /* the snapshot */
} Fixture;

static void
forget (Fixture *f)
{
  g_clear_pointer (&f->progress, starling_progress_free);
  g_clear_pointer (&f->file, starling_journal_file_free);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = g_dir_make_tmp ("starling-snapshot-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "journal.jsonl", NULL);
  f->cache = g_build_filename (f->folder, "cache", "journal.snapshot", NULL);
  f->catalogue = test_load_catalogue ();
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  forget (f);
  test_remove_folder (f->folder);
  g_free (f->folder);
  g_free (f->path);
  g_free (f->cache);
  starling_catalogue_unref (f->catalogue);
}

/* Reads the journal as a start does, with the cache or without. */
static void
start (Fixture *f, gboolean with_cache)
{
  g_autoptr (StarlingJournalReport) report = starling_journal_report_new ();
  g_autoptr (StarlingSnapshot) snapshot = NULL;

  forget (f);
  f->file = starling_journal_file_new (f->folder);
  if (with_cache)
    starling_journal_file_set_cache (f->file, f->cache);
  g_assert_true (starling_journal_file_read (f->file, NULL, report, NULL));
  f->progress = starling_progress_new_for_ledger (
      starling_journal_file_get_ledger (f->file));
  snapshot = starling_journal_file_steal_snapshot (f->file);
  f->used = snapshot != NULL
            && starling_snapshot_restore_progress (snapshot, f->progress);
  if (snapshot == NULL)
    starling_progress_take_in (f->progress);
}

static char *
dump (Fixture *f)
{
  return dump_progress (f->progress, f->catalogue);
}

/* What a start without the cache says. */
static char *
dump_cold (Fixture *f)
{
  start (f, FALSE);
  return dump (f);
}

static void
save (Fixture *f)
{
  g_autoptr (StarlingSnapshotDraft) draft
      = starling_snapshot_draft_new (starling_journal_file_get_key (f->file),
                                     starling_journal_file_get_ledger (f->file),
                                     f->progress);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (draft);
  starling_snapshot_draft_save (draft, f->cache, &error);
  g_assert_no_error (error);
}

static void
put_events (GString *text, GPtrArray *events, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    {
      const StarlingEvent *event = g_ptr_array_index (events, i);
      g_autofree char *line = starling_event_to_line (event);

      if (event->type == STARLING_EVENT_UNKNOWN)
        continue;
      g_string_append_printf (text, "%s\n", line);
    }
}

static void
write_file (const char *path, const char *text, gsize length)
{
  g_assert_true (g_file_set_contents (path, text, (gssize) length, NULL));
}

static void
write_journal (Fixture *f, const GString *text)
{
  write_file (f->path, text->str, text->len);
}

/* Events that the random ones do not have: ids and texts of every length. */
static void
put_odd_events (GString *text)
{
  g_string_append (
      text,
      "{\"v\":1,\"id\":\"an-id-that-is-longer-than-sixteen-bytes\",\"at\":"
      "\"2026-11-23T09:15:00.250Z\",\"type\":\"undo\",\"of\":\"nobody-has-seen-"
      "this-one-as-yet\"}\n"
      "{\"v\":1,\"id\":\"8d9ef31c-0b0a-4c8e-9a54-c9e25cf1a8b1\",\"at\":"
      "\"2026-11-23T09:15:01.250Z\",\"type\":\"rehearsal\",\"scenario\":\"s0\","
      "\"note\":\"größer\",\"loop\":\"e1\",\"slot\":0, \"mood\":\"good\"}\n"
      "{\"v\":1,\"id\":\"short\",\"at\":\"2026-11-23T09:15:02.250Z\",\"type\":"
      "\"quiz\",\"scenario\":\"s1\",\"kind\":\"flag\",\"text\":\"“We”\","
      "\"correct\":true,\"ms\":1}\n"
      "{\"v\":9,\"id\":\"newer\",\"at\":\"2026-11-23T09:15:02.250Z\"}\n"
      "\n");
}

/* With the snapshot of any beginning, a start says the same as without. */
static void
test_same (Fixture *f, gconstpointer data)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (GRand) rand
          = g_rand_new_with_seed ((guint32) g_test_rand_int () + round);
      g_autoptr (GPtrArray) events = random_journal (rand, N_EVENTS);
      g_autoptr (GString) text = g_string_new (NULL);
      guint split = (guint) g_rand_int_range (rand, 1, N_EVENTS + 1);
      g_autofree char *wanted = NULL;
      g_autofree char *got = NULL;
      g_autofree char *line = NULL;

      if (round % 2 == 1)
        random_shuffle (rand, events);
      put_odd_events (text);
      put_events (text, events, 0, split);
      write_journal (f, text);
      start (f, FALSE);
      save (f);
      put_events (text, events, split, events->len);
      write_journal (f, text);

      wanted = dump_cold (f);
      start (f, TRUE);
      g_assert_true (f->used);
      got = dump (f);
      g_assert_cmpstr (got, ==, wanted);
      for (guint i = 0; i < events->len; i++)
        {
          const StarlingEvent *event = g_ptr_array_index (events, i);

          g_assert_cmpint (starling_progress_has_event (f->progress, event->id),
                           ==, event->type != STARLING_EVENT_UNKNOWN);
        }
      line = starling_ledger_dup_line (
          starling_journal_file_get_ledger (f->file),
          starling_ledger_find (starling_journal_file_get_ledger (f->file),
                                "8d9ef31c-0b0a-4c8e-9a54-c9e25cf1a8b1"));
      g_assert_nonnull (strstr (line, "\"mood\":\"good\""));

      /* What was restored can be saved again, and goes on. */
      save (f);
      start (f, TRUE);
      g_assert_true (f->used);
      g_free (got);
      got = dump (f);
      g_assert_cmpstr (got, ==, wanted);
    }
}

static void
make_journal (Fixture *f, GString *text)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GPtrArray) events = random_journal (rand, 60);

  put_odd_events (text);
  put_events (text, events, 0, events->len);
  write_journal (f, text);
  start (f, FALSE);
  save (f);
}

/* Any byte of the snapshot that is another one is noticed. */
static void
test_damage (Fixture *f, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *wanted = NULL;
  g_autofree char *bytes = NULL;
  gsize n = 0;

  make_journal (f, text);
  wanted = dump (f);
  g_assert_true (g_file_get_contents (f->cache, &bytes, &n, NULL));
  for (gsize i = 0; i < n; i += i < 200 || i + 200 > n ? 1 : 7)
    {
      g_autofree char *got = NULL;

      bytes[i] ^= (char) (1 << i % 8);
      write_file (f->cache, bytes, n);
      bytes[i] ^= (char) (1 << i % 8);
      start (f, TRUE);
      g_assert_false (f->used);
      got = dump (f);
      g_assert_cmpstr (got, ==, wanted);
    }
  for (gsize i = 0; i < n; i += 13)
    {
      g_autofree char *got = NULL;

      write_file (f->cache, bytes, i);
      start (f, TRUE);
      g_assert_false (f->used);
      got = dump (f);
      g_assert_cmpstr (got, ==, wanted);
    }
  write_file (f->cache, bytes, n);
  start (f, TRUE);
  g_assert_true (f->used);
}

/* Where the hash of the first part stands. */
static gsize
find_hash (const char *bytes, gsize n)
{
  for (gsize i = 0; i + 8 <= n; i++)
    {
      guint64 hash = starling_hash_of (bytes, i);

      if (memcmp (bytes + i, &hash, sizeof hash) == 0)
        return i;
    }
  g_assert_not_reached ();
}

/* Numbers that lie, with hashes that fit, do not crash. */
static void
test_lies (Fixture *f, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  gsize n = 0;
  gsize middle = 0;
  g_autofree char *wanted = NULL;
  guint n_believed = 0;

  make_journal (f, text);
  wanted = dump (f);
  g_assert_true (g_file_get_contents (f->cache, &bytes, &n, NULL));
  middle = find_hash (bytes, n);
  for (guint round = 0; round < 2000; round++)
    {
      g_autofree char *copy = g_memdup2 (bytes, n);
      g_autofree char *got = NULL;
      gsize at = (gsize) g_rand_int_range (rand, 0, (int) n - 4);
      guint32 number = g_rand_boolean (rand) ? g_rand_int (rand)
                                             : (guint32) (round % 40) - 10;
      guint64 first = 0;
      guint64 second = 0;

      memcpy (copy + at, &number, sizeof number);
      first = starling_hash_of (copy, middle);
      second = starling_hash_of (copy + middle + 8, n - 8 - (middle + 8));
      memcpy (copy + middle, &first, sizeof first);
      memcpy (copy + n - 8, &second, sizeof second);
      write_file (f->cache, copy, n);
      start (f, TRUE);
      got = dump (f);
      n_believed
          += f->used && at > middle && !g_str_equal (got, wanted) ? 1 : 0;
    }
  /* What was derived is not derived again: that is what it is for. */
  g_assert_cmpuint (n_believed, >, 10);
}

/* A journal that begins otherwise, or is shorter, is read anew. */
static void
test_other (Fixture *f, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *wanted = NULL;
  g_autofree char *got = NULL;
  StarlingSnapshotKey key;
  char *grade = NULL;

  make_journal (f, text);
  start (f, TRUE);
  g_assert_true (f->used);

  grade = strstr (text->str, "\"grade\":3");
  g_assert_nonnull (grade);
  grade[strlen ("\"grade\":")] = '1';
  write_journal (f, text);
  wanted = dump_cold (f);
  key = *starling_journal_file_get_key (f->file);
  start (f, TRUE);
  g_assert_false (f->used);
  got = dump (f);
  g_assert_cmpstr (got, ==, wanted);
  g_assert_cmphex (starling_journal_file_get_key (f->file)->hash, ==, key.hash);

  g_string_truncate (text, text->len / 2);
  write_journal (f, text);
  g_free (wanted);
  wanted = dump_cold (f);
  start (f, TRUE);
  g_assert_false (f->used);
  g_free (got);
  got = dump (f);
  g_assert_cmpstr (got, ==, wanted);

  g_remove (f->path);
  start (f, TRUE);
  g_assert_false (f->used);
}

/* What is damaged, torn or lacks its end has no snapshot; nor has one that
 * knows more than the file. */
static void
test_no_key (Fixture *f, gconstpointer data)
{
  static const char *const ends[] = { "rubbish\n", "{\"v\":1,", "{\"v\":1}",
                                      "{\"v\":2,\"id\":\"x\",\"at\":"
                                      "\"2026-11-23T09:15:00.250Z\"}" };
  g_autoptr (StarlingEvent) event = starling_event_new (STARLING_EVENT_FORGET);
  g_autoptr (StarlingJournalReport) report = starling_journal_report_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  gsize length = 0;

  make_journal (f, text);
  length = text->len;
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_string_truncate (text, length);
      g_string_append (text, ends[i]);
      write_journal (f, text);
      start (f, FALSE);
      g_assert_cmpuint (starling_journal_file_get_key (f->file)->length, ==, 0);
    }

  g_string_truncate (text, length);
  write_journal (f, text);
  start (f, FALSE);
  g_assert_cmpuint (starling_journal_file_get_key (f->file)->length, ==,
                    length);
  /* One that is named there already, and so makes the ledger no longer. */
  event->id = g_strdup ("nobody-has-seen-this-one-as-yet");
  event->at = 0;
  event->scenario = g_strdup ("s0");
  starling_progress_add (f->progress, event);
  g_assert_null (
      starling_snapshot_draft_new (starling_journal_file_get_key (f->file),
                                   starling_journal_file_get_ledger (f->file),
                                   f->progress));

  g_string_truncate (text, 0);
  put_odd_events (text);
  write_journal (f, text);
  g_assert_true (starling_journal_file_read (f->file, NULL, report, NULL));
  g_assert_cmpuint (starling_journal_file_get_key (f->file)->length, ==, 0);
}

/* Damage behind the snapshot is in the line that it is in. */
static void
test_lines (Fixture *f, gconstpointer data)
{
  g_autoptr (StarlingJournalReport) report = starling_journal_report_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *wanted = NULL;
  guint n_lines = 1;

  make_journal (f, text);
  for (gsize i = 0; i < text->len; i++)
    n_lines += text->str[i] == '\n' ? 1 : 0;
  wanted = g_strdup_printf (":%u: ", n_lines);
  g_string_append (text, "rubbish\n");
  write_journal (f, text);
  forget (f);
  f->file = starling_journal_file_new (f->folder);
  starling_journal_file_set_cache (f->file, f->cache);
  g_assert_true (starling_journal_file_read (f->file, NULL, report, NULL));
  g_assert_cmpuint (report->n_damaged, ==, 1);
  g_assert_nonnull (strstr (report->details, wanted));
}

/* Events that come between reading and taking in are there, too. */
static void
test_meanwhile (Fixture *f, gconstpointer data)
{
  g_autoptr (StarlingEvent) event = starling_event_new (STARLING_EVENT_FORGET);
  g_autoptr (StarlingJournalReport) report = starling_journal_report_new ();
  g_autoptr (StarlingSnapshot) snapshot = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  StarlingScenarioProgress figures;

  make_journal (f, text);
  starling_progress_get_scenario (f->progress, "s0", &figures);
  g_assert_cmpuint (figures.n_reviews + figures.n_takes, >, 0);
  event->id = g_strdup ("more");
  event->at = G_GINT64_CONSTANT (4000000000000);
  event->scenario = g_strdup ("s0");

  forget (f);
  f->file = starling_journal_file_new (f->folder);
  starling_journal_file_set_cache (f->file, f->cache);
  f->progress = starling_progress_new_for_ledger (
      starling_journal_file_get_ledger (f->file));
  g_assert_true (starling_journal_file_read (f->file, NULL, report, NULL));
  snapshot = starling_journal_file_steal_snapshot (f->file);
  g_assert_nonnull (snapshot);
  starling_progress_add (f->progress, event);
  g_assert_false (starling_snapshot_restore_progress (snapshot, f->progress));
  g_assert_true (starling_progress_has_event (f->progress, "more"));
  g_assert_true (starling_progress_has_event (f->progress, "short"));
  starling_progress_get_scenario (f->progress, "s0", &figures);
  g_assert_cmpuint (figures.n_reviews + figures.n_takes, ==, 0);
}

/* What only an undo had named when the snapshot was made, and is known when it
 * is written, is left to the journal. */
static void
test_named (Fixture *f, gconstpointer data)
{
  g_autoptr (StarlingSnapshotDraft) draft = NULL;
  g_autoptr (StarlingEvent) event = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *wanted = NULL;
  g_autofree char *got = NULL;
  const char *line = "{\"v\":1,\"id\":\"nobody-has-seen-this-one-as-yet\","
                     "\"at\":\"2026-11-23T09:14:00.250Z\",\"offset\":0,"
                     "\"type\":\"rehearsal\",\"scenario\":\"s2\"}";

  make_journal (f, text);
  draft
      = starling_snapshot_draft_new (starling_journal_file_get_key (f->file),
                                     starling_journal_file_get_ledger (f->file),
                                     f->progress);
  event = starling_event_parse (line, -1, NULL);
  starling_progress_add (f->progress, event);
  g_assert_true (starling_snapshot_draft_save (draft, f->cache, NULL));

  start (f, TRUE);
  g_assert_true (f->used);
  g_assert_false (
      starling_progress_has_event (f->progress,
                                   "nobody-has-seen-this-one-as-yet"));
  g_string_append_printf (text, "%s\n", line);
  write_journal (f, text);
  wanted = dump_cold (f);
  start (f, TRUE);
  g_assert_true (f->used);
  got = dump (f);
  g_assert_cmpstr (got, ==, wanted);
}

/* An undo behind the snapshot that names a later one: it does not count before
 * that is added, too. */
static void
test_later_undo (Fixture *f, gconstpointer data)
{
  static const char *const lines[] = {
    "{\"v\":1,\"id\":\"quiz\",\"at\":\"2026-12-30T05:21:08.178Z\","
    "\"type\":\"quiz\",\"scenario\":\"s1\",\"question\":\"two\","
    "\"correct\":true,\"ms\":0}\n",
    /* makes it look for what is void */
    "{\"v\":1,\"id\":\"other\",\"at\":\"2027-01-07T07:41:55.161Z\","
    "\"type\":\"quiz\",\"scenario\":\"s1\",\"question\":\"three\","
    "\"correct\":false,\"ms\":0}\n"
    "{\"v\":1,\"id\":\"undo\",\"at\":\"2027-01-07T08:10:57.907Z\","
    "\"type\":\"undo\",\"of\":\"quiz\"}\n"
    "{\"v\":1,\"id\":\"redo\",\"at\":\"2027-01-08T08:47:42.163Z\","
    "\"type\":\"undo\",\"of\":\"undo\"}\n"
    "{\"v\":1,\"id\":\"not-again\",\"at\":\"2027-01-13T21:37:42.752Z\","
    "\"type\":\"undo\",\"of\":\"again\"}\n"
    "{\"v\":1,\"id\":\"again\",\"at\":\"2027-01-14T12:43:11.552Z\","
    "\"type\":\"undo\",\"of\":\"undo\"}\n",
  };
  g_autoptr (GString) text = g_string_new (lines[0]);
  g_autofree char *wanted = NULL;
  g_autofree char *got = NULL;

  write_journal (f, text);
  start (f, FALSE);
  save (f);
  g_string_append (text, lines[1]);
  write_journal (f, text);
  wanted = dump_cold (f);
  g_assert_false (starling_progress_is_void (f->progress, "quiz"));
  start (f, TRUE);
  g_assert_true (f->used);
  g_assert_false (starling_progress_is_void (f->progress, "quiz"));
  g_assert_true (starling_progress_is_void (f->progress, "again"));
  got = dump (f);
  g_assert_cmpstr (got, ==, wanted);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test)                                                        \
  g_test_add ("/snapshot/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("same", test_same);
  ADD ("damage", test_damage);
  ADD ("lies", test_lies);
  ADD ("other", test_other);
  ADD ("no-key", test_no_key);
  ADD ("lines", test_lines);
  ADD ("meanwhile", test_meanwhile);
  ADD ("named", test_named);
  ADD ("later-undo", test_later_undo);
  return g_test_run ();
}

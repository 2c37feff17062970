/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/error.h"
#include "journal-fixture.h"
#include "support.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* How often the next calls fail; they stand in for the C library's. */
static guint failing_syncs;
static guint failing_truncations;

int
fdatasync (int fd)
{
  if (failing_syncs > 0)
    {
      failing_syncs--;
      errno = EIO;
      return -1;
    }
  return (int) syscall (SYS_fdatasync, fd);
}

int
ftruncate (int fd, off_t length)
{
  if (failing_truncations > 0)
    {
      failing_truncations--;
      errno = EIO;
      return -1;
    }
  return (int) syscall (SYS_ftruncate, fd, length);
}

static void
test_append (JournalFixture *f, gconstpointer data)
{
  journal_append_ok (f, "a b");
  journal_append_ok (f, "c");
  assert_journal (f, LINE ("a") "\n" LINE ("b") "\n" LINE ("c") "\n");
  assert_fresh (f, "");

  journal_renew (f);
  g_assert_true (
      starling_journal_file_read (f->file, f->fresh, f->report, NULL));
  assert_fresh (f, "a b c");
  g_assert_true (starling_journal_report_is_empty (f->report));
}

static void
test_nothing (JournalFixture *f, gconstpointer data)
{
  g_assert_true (
      starling_journal_file_read (f->file, f->fresh, f->report, NULL));
  g_assert_false (g_file_test (f->folder, G_FILE_TEST_EXISTS));
  journal_append_ok (f, "");
  g_assert_false (g_file_test (f->path, G_FILE_TEST_EXISTS));
}

static guint
get_mode (const char *path)
{
  struct stat info;

  g_assert_cmpint (stat (path, &info), ==, 0);
  return info.st_mode & 07777;
}

static void
test_modes (JournalFixture *f, gconstpointer data)
{
  static const mode_t masks[] = { 0, 022, 0777 };

  for (guint i = 0; i < G_N_ELEMENTS (masks); i++)
    {
      mode_t before = umask (masks[i]);
      g_autofree char *parent = g_path_get_dirname (f->folder);
      g_autofree char *lock
          = g_build_filename (f->folder, "journal.lock", NULL);

      journal_append_ok (f, "a");
      umask (before);
      g_assert_cmpuint (get_mode (parent), ==, 0700);
      g_assert_cmpuint (get_mode (f->folder), ==, 0700);
      g_assert_cmpuint (get_mode (f->path), ==, 0600);
      g_assert_cmpuint (get_mode (lock), ==, 0600);
      test_remove_folder (parent);
      journal_renew (f);
    }
}

/* What a journal may hold, what of it counts, and what is left of it. */
static const struct
{
  const char *name;
  const char *before;
  const char *ids;     /* what counts */
  const char *after;   /* once "z" is appended */
  const char *damaged; /* what was set aside */
  guint n_damaged;
  gboolean torn;
} contents[] = {
  { "empty", "", "", LINE ("z") "\n", "", 0, FALSE },
  { "no newline", LINE ("a") "\n" LINE ("b"), "a b",
    LINE ("a") "\n" LINE ("b") "\n" LINE ("z") "\n", "", 0, FALSE },
  { "torn", LINE ("a") "\n{\"v\":1,\"id", "a", LINE ("a") "\n" LINE ("z") "\n",
    "{\"v\":1,\"id\n", 0, TRUE },
  { "torn, alone", "{", "", LINE ("z") "\n", "{\n", 0, TRUE },
  { "torn, but JSON", LINE ("a") "\n7", "a", LINE ("a") "\n" LINE ("z") "\n",
    "7\n", 0, TRUE },
  { "damaged", LINE ("a") "\nrubbish\n" LINE ("b") "\n", "a b",
    LINE ("a") "\nrubbish\n" LINE ("b") "\n" LINE ("z") "\n", "rubbish\n", 1,
    FALSE },
  { "damaged twice, and torn", "one\n" LINE ("a") "\ntwo\nthree", "a",
    "one\n" LINE ("a") "\ntwo\n" LINE ("z") "\n", "one\ntwo\nthree\n", 2,
    TRUE },
  { "CRLF, blank lines", LINE ("a") "\r\n\r\n\n  \n" LINE ("b") "\r\n", "a b",
    LINE ("a") "\r\n\r\n\n  \n" LINE ("b") "\r\n" LINE ("z") "\n", "", 0,
    FALSE },
  { "byte order mark", "\xef\xbb\xbf" LINE ("a") "\n", "a",
    "\xef\xbb\xbf" LINE ("a") "\n" LINE ("z") "\n", "", 0, FALSE },
  { "duplicates", LINE ("a") "\n" LINE ("a") "\n", "a",
    LINE ("a") "\n" LINE ("a") "\n" LINE ("z") "\n", "", 0, FALSE },
  { "unknown type",
    "{\"v\":3,\"id\":\"n\",\"at\":\"2026-11-23T09:15:00Z\",\"type\":\"new\"}\n",
    "n",
    "{\"v\":3,\"id\":\"n\",\"at\":\"2026-11-23T09:15:00Z\",\"type\":\"new\"}"
    "\n" LINE ("z") "\n",
    "", 0, FALSE },
  { "newer, without id", "{\"v\":2}\n" LINE ("a") "\n{\"v\":2}", "a",
    "{\"v\":2}\n" LINE ("a") "\n{\"v\":2}\n" LINE ("z") "\n", "", 0, FALSE },
};

static void
test_contents (JournalFixture *f, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_test_message ("%s", contents[i].name);
      journal_write (f, contents[i].before);

      /* Reading alone changes nothing. */
      g_assert_true (
          starling_journal_file_read (f->file, f->fresh, f->report, NULL));
      assert_fresh (f, contents[i].ids);
      g_assert_cmpuint (f->report->n_damaged, ==, contents[i].n_damaged);
      g_assert_cmpint (f->report->torn, ==, contents[i].torn);
      g_assert_null (f->report->copy);
      assert_journal (f, contents[i].before);

      journal_append_ok (f, "z");
      assert_fresh (f, contents[i].ids);
      assert_journal (f, contents[i].after);
      g_assert_cmpint (f->report->copy != NULL, ==,
                       *contents[i].damaged != '\0');
      g_assert_cmpint (f->report->details != NULL, ==,
                       *contents[i].damaged != '\0');
      assert_damaged (f, *contents[i].damaged != '\0' ? 1 : 0,
                      contents[i].damaged);
      test_remove_folder (f->folder);
      journal_renew (f);
    }
}

/* A damaged line stays where it is; it is set aside but once. */
static void
test_damaged_again (JournalFixture *f, gconstpointer data)
{
  journal_write (f, "rubbish\n" LINE ("a") "\n");
  for (guint i = 0; i < 3; i++)
    {
      journal_renew (f);
      journal_append_ok (f, "");
      g_assert_cmpuint (f->report->n_damaged, ==, 1);
      g_assert_cmpstr (f->report->copy, ==,
                       "journal.damaged-20261123T091500Z.jsonl");
      g_assert_nonnull (strstr (f->report->details, "journal.jsonl:1: "));
      assert_damaged (f, 1, "rubbish\n");
    }
}

static void
test_long_line (JournalFixture *f, gconstpointer data)
{
  g_autofree char *note = g_strnfill (STARLING_EVENT_MAX_BYTES, 'n');
  g_autofree char *text = g_strdup_printf (
      "{\"v\":1,\"id\":\"long\",\"at\":\"2026-11-23T09:15:00Z\",\"type\":"
      "\"new\",\"note\":\"%s\"}\n" LINE ("a") "\n",
      note);

  journal_write (f, text);
  journal_append_ok (f, "");
  assert_fresh (f, "a");
  g_assert_cmpuint (f->report->n_damaged, ==, 1);
}

/* What a sync program may do to the file between two appends. */
static void
test_replaced (JournalFixture *f, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *text;  /* what stands there then */
    const char *after; /* with the lines that were missing, and "z" */
    const char *fresh;
  } cases[] = {
    { "another file", LINE ("b") "\n" LINE ("new") "\n",
      LINE ("b") "\n" LINE ("new") "\n" LINE ("a") "\n" LINE ("z") "\n",
      "new" },
    { "without newline", LINE ("new"),
      LINE ("new") "\n" LINE ("a") "\n" LINE ("b") "\n" LINE ("z") "\n",
      "new" },
    { "empty", "", LINE ("a") "\n" LINE ("b") "\n" LINE ("z") "\n", "" },
    { "torn", LINE ("a") "\n{\"v",
      LINE ("a") "\n" LINE ("b") "\n" LINE ("z") "\n", "" },
    { "longer", LINE ("a") "\n" LINE ("b") "\n" LINE ("c") "\n",
      LINE ("a") "\n" LINE ("b") "\n" LINE ("c") "\n" LINE ("z") "\n", "c" },
    { "with what is appended", LINE ("z") "\n",
      LINE ("z") "\n" LINE ("a") "\n" LINE ("b") "\n", "z" },
  };

  for (guint in_place = 0; in_place < 2; in_place++)
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
      {
        g_test_message ("%s", cases[i].name);
        journal_append_ok (f, "a b");
        if (in_place)
          {
            FILE *stream = fopen (f->path, "w");

            fputs (cases[i].text, stream);
            fclose (stream);
          }
        else
          journal_write (f, cases[i].text);
        journal_append_ok (f, "z");
        assert_journal (f, cases[i].after);
        assert_fresh (f, cases[i].fresh);
        test_remove_folder (f->folder);
        journal_renew (f);
      }
}

static void
test_vanished (JournalFixture *f, gconstpointer data)
{
  journal_append_ok (f, "a");
  g_assert_cmpint (g_unlink (f->path), ==, 0);
  journal_append_ok (f, "b");
  assert_journal (f, LINE ("a") "\n" LINE ("b") "\n");
  g_assert_true (f->report->rewritten);

  /* The folder too, and the lock with it. */
  test_remove_folder (f->folder);
  g_assert_false (starling_journal_file_has_lock (f->file));
  journal_append_ok (f, "c");
  assert_journal (f, LINE ("a") "\n" LINE ("b") "\n" LINE ("c") "\n");
  g_assert_true (starling_journal_file_has_lock (f->file));
  g_assert_cmpuint (get_mode (f->folder), ==, 0700);
}

/* Nothing of a write that failed stays, and the next one has all of it. */
static void
test_full_disk (JournalFixture *f, gconstpointer data)
{
  struct rlimit limit;
  struct rlimit small;
  g_autoptr (GError) error = NULL;

  journal_append_ok (f, "a");
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  small = limit;
  small.rlim_cur = strlen (LINE ("a")) + 1 + 40;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  g_assert_false (journal_append (f, "b", &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  assert_journal (f, LINE ("a") "\n");

  journal_append_ok (f, "b c");
  assert_journal (f, LINE ("a") "\n" LINE ("b") "\n" LINE ("c") "\n");
  assert_fresh (f, "");
}

static void
test_failed_sync (JournalFixture *f, gconstpointer data)
{
  for (guint n = 0; n < 2; n++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) again = NULL;

      journal_append_ok (f, "a");
      failing_syncs = 1;
      failing_truncations = n;
      g_assert_false (journal_append (f, "b", &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
      if (n == 0)
        assert_journal (f, LINE ("a") "\n");

      /* Writing again, not just syncing again: what was there is cut first. */
      failing_syncs = 1;
      g_assert_false (journal_append (f, "b", &again));
      assert_journal (f, LINE ("a") "\n");
      journal_append_ok (f, "b");
      assert_journal (f, LINE ("a") "\n" LINE ("b") "\n");
      assert_fresh (f, "");
      g_assert_cmpuint (failing_truncations, ==, 0);
      test_remove_folder (f->folder);
      journal_renew (f);
    }
}

static void
test_failed_first_sync (JournalFixture *f, gconstpointer data)
{
  failing_syncs = 1;
  g_assert_false (journal_append (f, "a", NULL));
  journal_append_ok (f, "a");
  assert_journal (f, LINE ("a") "\n");
  assert_fresh (f, "");
}

static void
test_not_a_file (JournalFixture *f, gconstpointer data)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (g_mkdir_with_parents (f->folder, 0700), ==, 0);
      g_assert_cmpint (i == 0 ? mkfifo (f->path, 0600)
                              : g_mkdir (f->path, 0700),
                       ==, 0);
      g_assert_false (
          starling_journal_file_read (f->file, f->fresh, f->report, NULL));
      g_assert_false (journal_append (f, "a", &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, "journal.jsonl"));
      g_assert_cmpint (g_remove (f->path), ==, 0);
      journal_append_ok (f, "a");
      assert_journal (f, LINE ("a") "\n");
      test_remove_folder (f->folder);
      journal_renew (f);
    }
}

static void
test_no_folder (JournalFixture *f, gconstpointer data)
{
  g_autofree char *parent = g_path_get_dirname (f->folder);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (parent, "in the way", -1, NULL));
  g_assert_false (journal_append (f, "a", &error));
  g_assert_nonnull (error);
  g_unlink (parent);
  journal_append_ok (f, "a");
  assert_journal (f, LINE ("a") "\n");
}

static void
test_lock (JournalFixture *f, gconstpointer data)
{
  g_autoptr (StarlingJournalFile) other = starling_journal_file_new (f->folder);
  g_autofree char *owner
      = g_strdup_printf ("process %ld (test-journal-file)", (long) getpid ());
  g_autoptr (GError) error = NULL;
  gint64 start = 0;

  journal_append_ok (f, "a");
  start = g_get_monotonic_time ();
  g_assert_false (starling_journal_file_lock (other, 100, &error));
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 100 * 1000);
  g_assert_error (error, STARLING_JOURNAL_ERROR, STARLING_JOURNAL_ERROR_LOCKED);
  g_assert_nonnull (strstr (error->message, owner));

  /* Reading takes no lock. */
  g_assert_true (starling_journal_file_read (other, f->fresh, f->report, NULL));
  assert_fresh (f, "a");

  g_clear_pointer (&f->file, starling_journal_file_free);
  g_assert_true (starling_journal_file_lock (other, 0, NULL));
  f->file = starling_journal_file_new (f->folder);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*func) (JournalFixture *, gconstpointer);
  } tests[] = {
    { "append", test_append },
    { "nothing", test_nothing },
    { "modes", test_modes },
    { "contents", test_contents },
    { "damaged-again", test_damaged_again },
    { "long-line", test_long_line },
    { "replaced", test_replaced },
    { "vanished", test_vanished },
    { "full-disk", test_full_disk },
    { "failed-sync", test_failed_sync },
    { "failed-first-sync", test_failed_first_sync },
    { "not-a-file", test_not_a_file },
    { "no-folder", test_no_folder },
    { "lock", test_lock },
  };

  g_test_init (&argc, &argv, NULL);
  g_set_prgname ("test-journal-file");
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path
          = g_strconcat ("/journal-file/", tests[i].path, NULL);

      g_test_add (path, JournalFixture, NULL, journal_set_up, tests[i].func,
                  journal_tear_down);
    }
  return g_test_run ();
}

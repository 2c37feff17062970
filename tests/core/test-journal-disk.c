/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What has to be on the disk before an event counts as durable, and what other
 * programs may do to the file meanwhile. */
#include "config.h"

#include "journal-fixture.h"
#include "support.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdarg.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

typedef enum
{
  CALL_OPEN, /* for writing */
  CALL_FSYNC,
  CALL_FDATASYNC,
  CALL_FTRUNCATE,
  CALL_PWRITE,
  N_CALLS,
} Call;

/* The calls that stand in for the C library's: how often they were made, how
 * often the next ones fail, and with what. */
static guint made[N_CALLS];
static guint failing[N_CALLS];
static int failure = EIO;

/* What happens before a file is opened for writing, once. */
static void (*disturb) (void);
static char *disturbed;

static void
reset_calls (void)
{
  memset (made, 0, sizeof made);
  memset (failing, 0, sizeof failing);
  failure = EIO;
}

static gboolean
fails (Call call)
{
  made[call]++;
  if (failing[call] == 0)
    return FALSE;
  failing[call]--;
  errno = failure;
  return TRUE;
}

int
open (const char *path, int flags, ...)
{
  void (*now) (void) = disturb;
  mode_t mode = 0;
  va_list args;

  va_start (args, flags);
  if ((flags & O_CREAT) != 0)
    mode = va_arg (args, mode_t);
  va_end (args);
  if ((flags & O_ACCMODE) != O_RDONLY && strstr (path, ".jsonl") != NULL)
    {
      if (fails (CALL_OPEN))
        return -1;
      disturb = NULL;
      if (now != NULL)
        now ();
    }
  return (int) syscall (SYS_openat, AT_FDCWD, path, flags, mode);
}

int
fsync (int fd)
{
  return fails (CALL_FSYNC) ? -1 : (int) syscall (SYS_fsync, fd);
}

int
fdatasync (int fd)
{
  return fails (CALL_FDATASYNC) ? -1 : (int) syscall (SYS_fdatasync, fd);
}

int
ftruncate (int fd, off_t length)
{
  return fails (CALL_FTRUNCATE) ? -1
                                : (int) syscall (SYS_ftruncate, fd, length);
}

ssize_t
pwrite (int fd, const void *data, size_t length, off_t offset)
{
  return fails (CALL_PWRITE) ? -1
                             : syscall (SYS_pwrite64, fd, data, length, offset);
}

/* A signal may interrupt any call; that is no trouble with the disk. */
static void
test_interrupted (JournalFixture *f, gconstpointer data)
{
  static const char before[] = LINE ("a") "\nrubbish\n{\"torn";

  for (guint call = 0; call < CALL_PWRITE; call++)
    {
      journal_write (f, before);
      reset_calls ();
      failure = EINTR;
      failing[call] = 1;
      journal_append_ok (f, "z");
      g_assert_cmpuint (failing[call], ==, 0);
      assert_journal (f, LINE ("a") "\nrubbish\n" LINE ("z") "\n");
      assert_damaged (f, 1, "rubbish\n{\"torn\n");
      test_remove_folder (f->folder);
      journal_renew (f);
    }
}

/* Whoever created the file or its folder may not have synced that. */
static void
test_settles (JournalFixture *f, gconstpointer data)
{
  journal_write (f, LINE ("a") "\n");
  reset_calls ();
  failing[CALL_FSYNC] = 1;
  g_assert_false (journal_append (f, "b", NULL));
  assert_journal (f, LINE ("a") "\n");

  reset_calls ();
  journal_append_ok (f, "b");
  g_assert_cmpuint (made[CALL_FSYNC], >=, 3); /* starling, data, and above */
  reset_calls ();
  journal_append_ok (f, "c");
  g_assert_cmpuint (made[CALL_FSYNC], ==, 0);

  /* The name of another file in its place may not be on the disk either. */
  journal_write (f, LINE ("a") "\n" LINE ("b") "\n");
  journal_append_ok (f, "d");
  g_assert_cmpuint (made[CALL_FSYNC], >=, 1);
}

/* An attempt that failed has created it: the next one must sync its name. */
static void
test_settles_later (JournalFixture *f, gconstpointer data)
{
  reset_calls ();
  failing[CALL_FDATASYNC] = 1;
  g_assert_false (journal_append (f, "a", NULL));
  reset_calls ();
  journal_append_ok (f, "a");
  g_assert_cmpuint (made[CALL_FSYNC], >=, 1);
  assert_journal (f, LINE ("a") "\n");
}

/* An event that is there already is durable only once it was synced. */
static void
test_known (JournalFixture *f, gconstpointer data)
{
  journal_write (f, LINE ("a") "\n" LINE ("b"));
  journal_append_ok (f, "");
  reset_calls ();
  failing[CALL_FDATASYNC] = 1;
  g_assert_false (journal_append (f, "a", NULL));
  journal_append_ok (f, "b a");
  g_assert_cmpuint (made[CALL_FDATASYNC], >=, 2);
  g_assert_cmpuint (made[CALL_FSYNC], >=, 1);
  assert_journal (f, LINE ("a") "\n" LINE ("b"));

  reset_calls ();
  journal_append_ok (f, "a");
  g_assert_cmpuint (made[CALL_FDATASYNC], ==, 0);
  journal_append_ok (f, "c b c");
  assert_journal (f, LINE ("a") "\n" LINE ("b") "\n" LINE ("c") "\n");
}

/*
 * Bytes whose sync has failed look to the system as if they were on the disk.
 * If whoever wrote them is dead, the next writer writes them again.
 */
static void
test_left (JournalFixture *f, gconstpointer data)
{
  static const struct
  {
    const char *lock; /* what the last holder has left there */
    guint failing;    /* syncs of this one */
    guint n_written;  /* times that the file is written again */
  } cases[] = { { "", 0, 0 }, { "7 dead\n", 0, 1 }, { "", 1, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *lock
          = g_build_filename (f->folder, "journal.lock", NULL);
      struct stat info;

      journal_write (f, LINE ("a") "\n");
      g_assert_true (g_file_set_contents (lock, cases[i].lock, -1, NULL));
      reset_calls ();
      failing[CALL_FDATASYNC] = cases[i].failing;
      g_assert_cmpint (journal_append (f, "b", NULL), ==,
                       cases[i].failing == 0);
      journal_append_ok (f, "b");
      g_assert_cmpuint (made[CALL_PWRITE], ==, cases[i].n_written);
      journal_append_ok (f, "c");
      g_assert_cmpuint (made[CALL_PWRITE], ==, cases[i].n_written);
      assert_journal (f, LINE ("a") "\n" LINE ("b") "\n" LINE ("c") "\n");

      /* Whoever ends well leaves nothing to be seen to. */
      journal_renew (f);
      g_assert_cmpint (stat (lock, &info), ==, 0);
      g_assert_cmpint (info.st_size, ==, 0);
      test_remove_folder (f->folder);
    }
}

/* What could not be taken back is told to the next one by the lock. */
static void
test_left_by_failure (JournalFixture *f, gconstpointer data)
{
  g_autofree char *lock = g_build_filename (f->folder, "journal.lock", NULL);
  struct stat info;

  for (guint n = 1; n <= 2; n++)
    {
      journal_append_ok (f, "a");
      reset_calls ();
      failing[CALL_FDATASYNC] = 1;
      failing[CALL_FTRUNCATE] = n;
      g_assert_false (journal_append (f, "b", NULL));
      journal_renew (f);
      g_assert_cmpint (stat (lock, &info), ==, 0);
      g_assert_cmpint (info.st_size > 0, ==, n == 2);
      if (n == 1)
        assert_journal (f, LINE ("a") "\n");
    }
  reset_calls ();
  journal_append_ok (f, "b");
  assert_journal (f, LINE ("a") "\n" LINE ("b") "\n");
  g_assert_cmpuint (made[CALL_PWRITE], ==, 1);
}

/* A torn line is cut off only once its copy is on the disk. */
static void
test_copy (JournalFixture *f, gconstpointer data)
{
  static const char before[] = LINE ("a") "\n{\"torn";
  g_autofree char *copy = NULL;

  copy = g_build_filename (f->folder, "journal.damaged-20261123T091500Z.jsonl",
                           NULL);

  /* Nothing stays of a copy that could not be made. */
  journal_write (f, before);
  reset_calls ();
  failing[CALL_FSYNC] = 1;
  g_assert_false (journal_append (f, "z", NULL));
  assert_journal (f, before);
  assert_damaged (f, 1, "");

  /* It may have been made and not synced. */
  g_assert_true (g_file_set_contents (copy, "{\"torn\n", -1, NULL));
  reset_calls ();
  failing[CALL_FDATASYNC] = 1;
  g_assert_false (journal_append (f, "z", NULL));
  assert_journal (f, before);
  journal_append_ok (f, "z");
  g_assert_cmpuint (made[CALL_PWRITE], >=, 2);
  assert_damaged (f, 1, "{\"torn\n");

  /* Or only a part of it. */
  journal_renew (f);
  journal_write (f, before);
  g_assert_true (g_file_set_contents (copy, "{\"to", -1, NULL));
  journal_append_ok (f, "z");
  assert_damaged (f, 1, "{\"to\n{\"torn\n");
}

/* Puts another file in the journal's place. */
static void
replace_cb (void)
{
  g_assert_true (g_file_set_contents (
      disturbed, LINE ("n") "\n" LINE ("a") "\n" LINE ("o"), -1, NULL));
}

/* Another program may do so between the last look and the next step. */
static void
test_replaced_just_now (JournalFixture *f, gconstpointer data)
{
  static const char *const starts[]
      = { "", LINE ("a") "\n", LINE ("a") "\n{\"torn" };

  disturbed = f->path;
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      if (i > 0)
        journal_write (f, starts[i]);
      journal_append_ok (f, "");
      if (i == 2)
        journal_write (f, starts[i]);
      disturb = replace_cb;
      journal_append_ok (f, "z");
      g_assert_null (disturb);
      assert_journal (f, LINE ("n") "\n" LINE ("a") "\n" LINE ("o") "\n" LINE (
                             "z") "\n");
      test_remove_folder (f->folder);
      journal_renew (f);
    }
}

/* Writes where the file is, late enough for its time to be another one. */
static void
rewrite (const char *path, const char *text)
{
  gint64 deadline = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;
  struct stat before;
  struct stat after;

  g_assert_cmpint (stat (path, &before), ==, 0);
  do
    {
      FILE *stream = fopen (path, "r+");

      fputs (text, stream);
      fclose (stream);
      g_assert_cmpint (stat (path, &after), ==, 0);
    }
  while (before.st_ctim.tv_sec == after.st_ctim.tv_sec
         && before.st_ctim.tv_nsec == after.st_ctim.tv_nsec
         && g_get_monotonic_time () < deadline);
}

/* Journals of two computers can well be of the same length. */
static void
test_same_length (JournalFixture *f, gconstpointer data)
{
  journal_append_ok (f, "a");
  journal_append_ok (f, "b");
  g_assert_true (starling_journal_file_is_current (f->file));
  rewrite (f->path, LINE ("c") "\n" LINE ("d") "\n");
  g_assert_false (starling_journal_file_is_current (f->file));
  journal_append_ok (f, "e");
  assert_fresh (f, "c d");
  assert_journal (f, LINE ("c") "\n" LINE ("d") "\n" LINE ("a") "\n" LINE (
                         "b") "\n" LINE ("e") "\n");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*func) (JournalFixture *, gconstpointer);
  } tests[] = {
    { "interrupted", test_interrupted },
    { "settles", test_settles },
    { "settles-later", test_settles_later },
    { "known", test_known },
    { "left", test_left },
    { "left-by-failure", test_left_by_failure },
    { "copy", test_copy },
    { "replaced-just-now", test_replaced_just_now },
    { "same-length", test_same_length },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path
          = g_strconcat ("/journal-disk/", tests[i].path, NULL);

      g_test_add (path, JournalFixture, NULL, journal_set_up, tests[i].func,
                  journal_tear_down);
    }
  return g_test_run ();
}

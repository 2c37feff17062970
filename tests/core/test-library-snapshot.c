/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "library-fixture.h"

#include "base/hash.h"
#include "engine/activity.h"

#include <glib/gstdio.h>
#include <string.h>

/* From 5,000 events on there is a snapshot. */
#define FEW 4999
#define MANY 5000

#define HASH_BYTES sizeof (guint64)

static char *
get_cache (LibraryFixture *f)
{
  return g_build_filename (f->top, "cache", "journal.snapshot", NULL);
}

static void
write_journal (LibraryFixture *f, guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text,
                            "{\"v\":1,\"id\":\"e%u\",\"at\":"
                            "\"2026-11-01T%02u:%02u:%02u.000Z\",\"type\":"
                            "\"rehearsal\",\"scenario\":\"s%u\"}\n",
                            i, 6 + i / 3600, i / 60 % 60, i % 60, i % 7);
  library_put (f->user_dir, "journal.jsonl", text->str);
}

/* A start: a library with a cache folder. */
static void
renew (LibraryFixture *f)
{
  g_autofree char *cache = g_build_filename (f->top, "cache", NULL);

  if (f->library != NULL)
    library_drop (f);
  library_renew (f);
  starling_library_set_cache_dir (f->library, cache);
}

static void
load (LibraryFixture *f)
{
  g_autoptr (GError) error = NULL;

  renew (f);
  starling_library_load (f->library, &error);
  g_assert_no_error (error);
}

static guint
count_takes (LibraryFixture *f)
{
  guint n_days = 0;
  const StarlingActivity *days
      = starling_progress_get_days (starling_library_get_progress (f->library),
                                    &n_days);

  g_assert_cmpuint (n_days, ==, 1);
  return days[0].n_takes;
}

/* Where the second part begins: behind the hash of the first. The hash goes
 * along, as taking it anew at each place would take minutes. */
static gsize
find_second (const char *bytes, gsize n)
{
  StarlingHash before;

  starling_hash_init (&before);
  for (gsize i = 0; i + HASH_BYTES <= n; i++)
    {
      guint64 hash = starling_hash_get (&before);

      if (memcmp (bytes + i, &hash, sizeof hash) == 0)
        return i + HASH_BYTES;
      starling_hash_update (&before, bytes + i, 1);
    }
  g_assert_not_reached ();
}

/* Makes the snapshot say that so many takes were done on the first day. */
static void
lie (const char *path, guint n_takes)
{
  g_autofree char *bytes = NULL;
  StarlingActivity day;
  guint64 hash = 0;
  gsize start = 0;
  gsize n = 0;
  char *first = NULL;

  g_assert_true (g_file_get_contents (path, &bytes, &n, NULL));
  start = find_second (bytes, n);
  /* behind the retention and the number of days */
  first = bytes + start + sizeof (double) + sizeof (guint32);
  memcpy (&day, first, sizeof day);
  day.n_takes = n_takes;
  memcpy (first, &day, sizeof day);
  hash = starling_hash_of (bytes + start, n - start - HASH_BYTES);
  memcpy (bytes + n - HASH_BYTES, &hash, sizeof hash);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) n, NULL));
}

/* Which file it is: one that is written anew is another one. */
static guint64
get_inode (const char *path)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  return info.st_ino;
}

/* A long journal is gone through once, and a snapshot of it from then on. */
static void
test_kept (LibraryFixture *f, gconstpointer data)
{
  g_autofree char *cache = get_cache (f);
  guint64 inode = 0;

  write_journal (f, FEW);
  load (f);
  g_assert_cmpuint (count_takes (f), ==, FEW);
  g_assert_false (g_file_test (cache, G_FILE_TEST_EXISTS));

  write_journal (f, MANY);
  load (f);
  g_assert_cmpuint (count_takes (f), ==, MANY);
  g_assert_true (g_file_test (cache, G_FILE_TEST_IS_REGULAR));
  load (f);
  g_assert_cmpuint (count_takes (f), ==, MANY);

  /* What it says is believed, as long as the journal begins like that. */
  lie (cache, 77);
  load (f);
  g_assert_cmpuint (count_takes (f), ==, 77);
  write_journal (f, MANY - 1);
  load (f);
  g_assert_cmpuint (count_takes (f), ==, MANY - 1);

  /* It is not renewed for little, but for much. */
  inode = get_inode (cache);
  write_journal (f, MANY + FEW);
  load (f);
  g_assert_cmpuint (count_takes (f), ==, 77 + FEW);
  g_assert_cmpuint (get_inode (cache), ==, inode);
  write_journal (f, MANY + MANY);
  load (f);
  g_assert_cmpuint (count_takes (f), ==, 77 + MANY);
  lie (cache, 78);
  load (f);
  g_assert_cmpuint (count_takes (f), ==, 78);

  /* It may be deleted at any time. */
  g_assert_cmpint (g_unlink (cache), ==, 0);
  load (f);
  g_assert_cmpuint (count_takes (f), ==, MANY + MANY);
}

static gboolean
is_there (const char *path)
{
  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

/* The window's library saves one too, and so does the one of record. */
static void
test_window (LibraryFixture *f, gconstpointer data)
{
  g_autofree char *cache = get_cache (f);

  write_journal (f, MANY);
  renew (f);
  library_load (f);
  g_assert_cmpuint (count_takes (f), ==, MANY);
  wait_until (is_there (cache));

  g_assert_cmpint (g_unlink (cache), ==, 0);
  renew (f);
  g_assert_true (starling_library_open_journal (f->library, 0, NULL));
  g_assert_true (is_there (cache));
}

/* A cache that cannot be written is no trouble. */
static void
test_refused (LibraryFixture *f, gconstpointer data)
{
  write_journal (f, MANY);
  library_put (f->top, "cache", "a file where the folder would be");
  load (f);
  g_assert_cmpuint (count_takes (f), ==, MANY);
  g_assert_cmpuint (library_count_notices (f), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test)                                                        \
  g_test_add ("/library-snapshot/" name, LibraryFixture, NULL, library_set_up, \
              test, library_tear_down)
  ADD ("kept", test_kept);
  ADD ("window", test_window);
  ADD ("refused", test_refused);
  return g_test_run ();
}

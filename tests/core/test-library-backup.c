/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "library-data.h"
#include "library-fixture.h"
#include "random-journal.h"
#include "base/day.h"
#include "storage/restore.h"
#include "support.h"

#include <glib/gstdio.h>
#include <string.h>

#define N_ROUNDS 40
#define N_EVENTS 120

static StarlingHistory *
make_history (GPtrArray *events)
{
  StarlingHistory *history = starling_history_new ();

  for (guint i = 0; i < events->len; i++)
    g_ptr_array_add (history->events,
                     starling_event_ref (g_ptr_array_index (events, i)));
  starling_progress_replay (history->progress, history->events);
  return history;
}

/* Appends what restores @then to @events; returns how much that was. */
static guint
restore (GPtrArray *events, GPtrArray *then_events, guint *n_ids)
{
  g_autoptr (StarlingHistory) now = make_history (events);
  g_autoptr (StarlingHistory) then = make_history (then_events);
  g_autoptr (GPtrArray) list = starling_restore_list (now, then);

  for (guint i = 0; i < list->len; i++)
    {
      StarlingEvent *event = g_ptr_array_index (list, i);

      if (event->id == NULL)
        {
          event->id = g_strdup_printf ("new%u", (*n_ids)++);
          event->at = RANDOM_START + 900 * STARLING_DAY_MS + *n_ids;
          event->offset = 0;
        }
      g_ptr_array_add (events, starling_event_ref (event));
    }
  return list->len;
}

static char *
dump (GPtrArray *events, StarlingCatalogue *catalogue)
{
  g_autoptr (StarlingHistory) history = make_history (events);

  return dump_progress (history->progress, catalogue);
}

static GPtrArray *
copy (GPtrArray *events, guint n)
{
  GPtrArray *some
      = g_ptr_array_new_with_free_func ((GDestroyNotify) starling_event_unref);

  for (guint i = 0; i < MIN (n, events->len); i++)
    g_ptr_array_add (some, starling_event_ref (g_ptr_array_index (events, i)));
  return some;
}

/*
 * Whatever was undone and redone in between: the same counts as then, then the
 * same as before that was restored, and nothing grows without need.
 */
static void
test_random (void)
{
  g_autoptr (StarlingCatalogue) catalogue = test_load_catalogue ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (77);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (GPtrArray) events = random_journal (rand, N_EVENTS);
      guint n_then = (guint) g_rand_int_range (rand, 0, N_EVENTS + 1);
      g_autoptr (GPtrArray) then = copy (events, n_then);
      g_autoptr (GPtrArray) before = NULL;
      g_autofree char *wanted = dump (then, catalogue);
      g_autofree char *wanted_before = NULL;
      g_autofree char *got = NULL;
      g_autofree char *got_before = NULL;
      guint n_ids = 0;

      /* some events of then are gone, as from a damaged file */
      if (round % 4 == 0)
        g_ptr_array_remove_range (events, 0, MIN (n_then, 10));
      before = copy (events, events->len);
      wanted_before = dump (before, catalogue);

      restore (events, then, &n_ids);
      got = dump (events, catalogue);
      g_assert_cmpstr (got, ==, wanted);
      g_assert_cmpuint (restore (events, then, &n_ids), ==, 0);

      restore (events, before, &n_ids);
      got_before = dump (events, catalogue);
      g_assert_cmpstr (got_before, ==, wanted_before);
      g_assert_cmpuint (restore (events, before, &n_ids), ==, 0);
      g_assert_cmpuint (events->len, <=, 4 * N_EVENTS);
    }
}

typedef struct
{
  gboolean done;
  StarlingBackup *backup;
  GPtrArray *backups;
  GError *error;
} Answer;

static void
answer_clear (Answer *answer)
{
  g_clear_pointer (&answer->backup, starling_backup_free);
  g_clear_pointer (&answer->backups, g_ptr_array_unref);
  g_clear_error (&answer->error);
  answer->done = FALSE;
}

static void
backup_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  starling_library_backup_finish (STARLING_LIBRARY (source), result,
                                  &answer->backup, &answer->error);
  answer->done = TRUE;
}

static void
list_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->backups
      = starling_library_list_backups_finish (STARLING_LIBRARY (source), result,
                                              &answer->error);
  answer->done = TRUE;
}

static void
restore_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  starling_library_restore_finish (STARLING_LIBRARY (source), result,
                                   &answer->backup, &answer->error);
  answer->done = TRUE;
}

static void
make_backup (LibraryFixture *f, gboolean only_due, Answer *answer)
{
  answer_clear (answer);
  starling_library_backup_async (f->library, only_due, NULL, backup_cb, answer);
  wait_until (answer->done);
  g_assert_no_error (answer->error);
}

static void
run_restore (LibraryFixture *f, const char *path, Answer *answer)
{
  g_autofree char *copy_of_path = g_strdup (path);

  answer_clear (answer);
  starling_library_restore_async (f->library, copy_of_path, NULL, restore_cb,
                                  answer);
  wait_until (answer->done);
}

static void
rehearse (LibraryFixture *f, guint n_durable)
{
  g_autoptr (StarlingEvent) take = library_make_take ("one");

  library_record (f, take);
  wait_until (f->n_durable == n_durable);
}

/* At the start of the program: once a day, if there is anything new. */
static void
test_due (LibraryFixture *f, gconstpointer data)
{
  Answer answer = { 0 };
  g_autofree char *name = NULL;

  library_load (f);
  make_backup (f, TRUE, &answer);
  g_assert_null (answer.backup);

  rehearse (f, 1);
  make_backup (f, TRUE, &answer);
  g_assert_nonnull (answer.backup);
  g_assert_cmpint (answer.backup->n_lines, ==, 1);
  name = g_path_get_basename (answer.backup->path);
  /* in the time of the place */
  g_assert_cmpstr (name, ==, "journal-2026-11-23T1015.jsonl.gz");

  rehearse (f, 2);
  make_backup (f, TRUE, &answer);
  g_assert_null (answer.backup);
  starling_clock_advance (f->clock, 24 * HOUR);
  make_backup (f, TRUE, &answer);
  g_assert_nonnull (answer.backup);

  answer_clear (&answer);
  starling_library_list_backups_async (f->library, NULL, list_cb, &answer);
  wait_until (answer.done);
  g_assert_cmpuint (answer.backups->len, ==, 2);
  g_assert_cmpint (
      ((StarlingBackup *) g_ptr_array_index (answer.backups, 1))->n_lines, ==,
      2);
  answer_clear (&answer);
}

static guint
count_takes (LibraryFixture *f)
{
  g_autoptr (GPtrArray) takes
      = starling_progress_get_takes (starling_library_get_progress (f->library),
                                     "one");

  return takes->len;
}

/* There and back again; the journal only grows, and says the same tomorrow. */
static void
test_restore (LibraryFixture *f, gconstpointer data)
{
  Answer backup = { 0 };
  Answer answer = { 0 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *first = NULL;

  library_load (f);
  rehearse (f, 1);
  make_backup (f, FALSE, &backup);
  rehearse (f, 2);
  rehearse (f, 3);
  g_assert_true (g_file_get_contents (f->journal, &before, NULL, NULL));

  run_restore (f, backup.backup->path, &answer);
  g_assert_no_error (answer.error);
  g_assert_cmpuint (count_takes (f), ==, 1);
  g_assert_cmpint (answer.backup->n_lines, ==, 3);
  g_assert_true (starling_library_is_saved (f->library));
  g_assert_true (g_file_get_contents (f->journal, &after, NULL, NULL));
  g_assert_true (g_str_has_prefix (after, before));

  first = g_strdup (answer.backup->path);
  run_restore (f, first, &answer);
  g_assert_no_error (answer.error);
  g_assert_cmpuint (count_takes (f), ==, 3);
  answer_clear (&answer);

  library_drop (f);
  library_renew (f);
  g_assert_true (starling_library_load (f->library, NULL));
  g_assert_cmpuint (count_takes (f), ==, 3);
  answer_clear (&backup);
}

/* A restored journal that was lost has everything again. */
static void
test_lost (LibraryFixture *f, gconstpointer data)
{
  Answer backup = { 0 };
  Answer answer = { 0 };

  library_load (f);
  rehearse (f, 1);
  rehearse (f, 2);
  make_backup (f, FALSE, &backup);
  library_drop (f);
  g_assert_cmpint (g_unlink (f->journal), ==, 0);
  library_renew (f);
  library_load (f);
  g_assert_cmpuint (count_takes (f), ==, 0);

  run_restore (f, backup.backup->path, &answer);
  g_assert_no_error (answer.error);
  g_assert_null (answer.backup);
  g_assert_cmpuint (count_takes (f), ==, 2);
  answer_clear (&answer);
  answer_clear (&backup);
}

/* What cannot be read, or be kept first, changes nothing. */
static void
test_refused (LibraryFixture *f, gconstpointer data)
{
  Answer backup = { 0 };
  Answer answer = { 0 };
  g_autofree char *folder
      = g_build_filename (f->user_dir, STARLING_BACKUP_FOLDER, NULL);
  g_autofree char *elsewhere = g_build_filename (f->top, "copy.gz", NULL);

  library_load (f);
  rehearse (f, 1);
  make_backup (f, FALSE, &backup);
  rehearse (f, 2);

  run_restore (f, "/nowhere", &answer);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);

  g_assert_cmpint (g_rename (backup.backup->path, elsewhere), ==, 0);
  test_remove_folder (folder);
  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));
  run_restore (f, elsewhere, &answer);
  g_assert_nonnull (answer.error);
  g_assert_cmpuint (count_takes (f), ==, 2);
  answer_clear (&answer);
  answer_clear (&backup);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/library/backup/random", test_random);
#define ADD(path, function)                                                    \
  g_test_add ("/library/backup/" path, LibraryFixture, NULL, library_set_up,   \
              function, library_tear_down)
  ADD ("due", test_due);
  ADD ("restore", test_restore);
  ADD ("lost", test_lost);
  ADD ("refused", test_refused);

  return g_test_run ();
}

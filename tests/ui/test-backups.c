/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "backups.h"
#include "support.h"

typedef struct
{
  StarlingSession *session;
  GtkWidget *parent;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->session = starling_test_session_new ();
  f->parent = starling_test_present (gtk_label_new (""), 400, 300);
  f->window = starling_backups_new (GTK_WINDOW (f->parent), f->session);
  gtk_window_present (GTK_WINDOW (f->window));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  GtkWidget *window = g_object_ref (f->window);

  gtk_window_destroy (GTK_WINDOW (f->window));
  starling_test_run_frames (f->parent, 2);
  g_assert_finalize_object (window);
  gtk_window_destroy (GTK_WINDOW (f->parent));
  starling_test_drop_session (f->session);
}

/* The button of that name, if it can be pressed. */
static GtkWidget *
find_button (Fixture *f, const char *name)
{
  GtkWidget *button
      = starling_test_find_named (f->window, GTK_TYPE_BUTTON, name);

  return button != NULL && gtk_widget_get_mapped (button)
                 && gtk_widget_is_sensitive (button)
             ? button
             : NULL;
}

static gboolean
is_idle_cb (gpointer data)
{
  return find_button (data, "Back up now") != NULL;
}

static gboolean
shows (Fixture *f, const char *text)
{
  GtkWidget *label = starling_test_find_label (f->window, text);

  return label != NULL && gtk_widget_get_mapped (label);
}

/* Presses a button, and waits until the window can be used again. */
static void
press (Fixture *f, const char *name)
{
  GtkWidget *button = NULL;

  starling_test_run_until (is_idle_cb, f);
  button = find_button (f, name);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  g_assert_false (is_idle_cb (f));
  starling_test_run_until (is_idle_cb, f);
  starling_test_run_frames (f->window, 2);
}

static void
review (Fixture *f, const char *card)
{
  g_autoptr (StarlingEvent) event = starling_event_new (STARLING_EVENT_REVIEW);

  event->card = g_strdup (card);
  event->grade = STARLING_GRADE_GOOD;
  event->level = STARLING_LEVEL_SDE2;
  starling_library_record_async (starling_session_get_library (f->session),
                                 event, NULL, NULL, NULL);
}

static guint
count_reviews (Fixture *f)
{
  StarlingScenarioProgress progress;

  starling_progress_get_scenario (
      starling_library_get_progress (starling_session_get_library (f->session)),
      "one", &progress);
  return progress.n_reviews;
}

static void
test_empty (Fixture *f, gconstpointer data)
{
  starling_test_run_until (is_idle_cb, f);
  g_assert_true (shows (f, "There is no backup yet."));
  press (f, "Back up now");
  g_assert_true (shows (f, "There is nothing to keep yet."));
  g_assert_null (find_button (f, "Undo"));

  g_assert_true (starling_backups_new (GTK_WINDOW (f->parent), f->session)
                 == f->window);
}

/* Back to what was, and back again. */
static void
test_restore (Fixture *f, gconstpointer data)
{
  review (f, "one#weak");
  press (f, "Back up now");
  g_assert_false (shows (f, "There is no backup yet."));
  g_assert_true (shows (f, "23 November 2026, 09:00"));
  g_assert_true (shows (f, "1 event"));
  g_assert_null (find_button (f, "Undo"));

  review (f, "one#weak");
  review (f, "one#step.task");
  g_assert_cmpuint (count_reviews (f), ==, 3);
  starling_clock_advance (starling_library_get_clock (
                              starling_session_get_library (f->session)),
                          60 * 60 * 1000);
  press (f, "Restore 23 November 2026, 09:00");
  g_assert_cmpuint (count_reviews (f), ==, 1);
  g_assert_true (shows (f, "Your progress is that of 23 November 2026, 09:00 "
                           "again. What there was until now is the newest "
                           "backup."));
  g_assert_nonnull (find_button (f, "Restore 23 November 2026, 10:00"));
  g_assert_true (shows (f, "3 events"));

  press (f, "Undo");
  g_assert_cmpuint (count_reviews (f), ==, 3);
  g_assert_true (shows (f, "Undone."));
  g_assert_null (find_button (f, "Undo"));
}

static void
assert_focus (Fixture *f, const char *name)
{
  GtkWidget *button = find_button (f, name);

  g_assert_nonnull (button);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (f->window)) == button);
}

/* Nothing is restored by a key that was pressed too early, and the keys never
 * lose their place. */
static void
test_focus (Fixture *f, gconstpointer data)
{
  review (f, "one#weak");
  starling_test_run_until (is_idle_cb, f);
  assert_focus (f, "Back up now");
  press (f, "Back up now");
  assert_focus (f, "Back up now");
  review (f, "one#weak");
  gtk_widget_grab_focus (find_button (f, "Restore 23 November 2026, 09:00"));
  press (f, "Restore 23 November 2026, 09:00");
  assert_focus (f, "Undo");
  press (f, "Undo");
  assert_focus (f, "Back up now");
}

/* A file that is damaged is shown as such, and stays out of reach. */
static void
test_damaged (Fixture *f, gconstpointer data)
{
  g_autofree char *path
      = g_build_filename (starling_library_get_user_dir (
                              starling_session_get_library (f->session)),
                          "backups", "journal-2026-10-01T0000.jsonl.gz", NULL);

  review (f, "one#weak");
  press (f, "Back up now");
  g_assert_true (g_file_set_contents (path, "x", 1, NULL));
  press (f, "Back up now");
  g_assert_true (shows (f, "Cannot be read"));
  g_assert_nonnull (starling_test_find_named (f->window, GTK_TYPE_BUTTON,
                                              "Restore 1 October 2026, 00:00"));
  g_assert_null (find_button (f, "Restore 1 October 2026, 00:00"));
}

int
main (int argc, char **argv)
{
  starling_test_init (&argc, &argv);

#define ADD(path, function)                                                    \
  g_test_add ("/backups/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("empty", test_empty);
  ADD ("restore", test_restore);
  ADD ("focus", test_focus);
  ADD ("damaged", test_damaged);

  return g_test_run ();
}

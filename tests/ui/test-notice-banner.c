/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "support.h"
#include "widgets/notice-banner.h"

#define COPY "journal.sync-conflict-20261123-101500-ABCDEFG.jsonl"

typedef struct
{
  StarlingLibrary *library;
  GtkWidget *banner;
  gboolean loaded;
} Fixture;

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *f = data;

  g_assert_true (
      starling_library_load_finish (STARLING_LIBRARY (source), result, NULL));
  f->loaded = TRUE;
}

static gboolean
is_loaded_cb (gpointer data)
{
  return ((Fixture *) data)->loaded;
}

static gboolean
is_shown_cb (gpointer data)
{
  return gtk_widget_get_visible (((Fixture *) data)->banner);
}

static gboolean
is_hidden_cb (gpointer data)
{
  return !is_shown_cb (data);
}

static gboolean
is_saved_cb (gpointer data)
{
  return starling_library_get_trouble (((Fixture *) data)->library) == NULL;
}

/* A library that watches the user's folder, in which @name lies. */
static void
set_up_with (Fixture *f, const char *name, const char *text)
{
  g_autofree char *folder = starling_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (StarlingClock) clock = starling_clock_new_fake (1795424400000, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  f->library
      = starling_library_new (starling_test_get_data_dir (), folder, clock);
  starling_library_load_async (f->library, NULL, loaded_cb, f);
  starling_test_run_until (is_loaded_cb, f);
  f->banner
      = g_object_new (STARLING_TYPE_NOTICE_BANNER, "library", f->library, NULL);
  gtk_box_append (GTK_BOX (box), f->banner);
  starling_test_present (box, 600, 200);
}

static void
tear_down (Fixture *f)
{
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (f->banner)));
  g_object_unref (f->library);
}

static GtkWidget *
find_shown (Fixture *f, const char *name)
{
  GtkWidget *button
      = starling_test_find_named (f->banner, GTK_TYPE_BUTTON, name);

  return button != NULL && gtk_widget_get_visible (button) ? button : NULL;
}

/* What can be helped has a button that does so, and goes with its cause. */
static void
test_remedy (void)
{
  Fixture f = { 0 };
  g_autofree char *path = NULL;
  GtkWidget *button = NULL;

  set_up_with (&f, COPY, "");
  path = g_build_filename (starling_library_get_user_dir (f.library), COPY,
                           NULL);
  starling_test_run_until (is_shown_cb, &f);
  g_assert_nonnull (starling_test_find_label (
      f.banner, "Another copy of your progress lies beside the journal."));
  /* Not by its class. */
  gtk_test_accessible_assert_property (
      f.banner, GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Another copy of your progress lies beside the journal.");
  button = find_shown (&f, "Merge");
  g_assert_nonnull (button);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==,
                   "win.merge-copies");
  g_assert_false (gtk_widget_has_css_class (f.banner, "error"));

  g_assert_cmpint (g_unlink (path), ==, 0);
  starling_test_run_until (is_hidden_cb, &f);
  tear_down (&f);
}

static void
test_without (void)
{
  Fixture f = { 0 };

  set_up_with (&f, "journal.jsonl", "nonsense\n");
  starling_test_run_until (is_shown_cb, &f);
  g_assert_null (find_shown (&f, "Merge"));
  g_assert_nonnull (find_shown (&f, "Details"));
  tear_down (&f);
}

/* While nothing can be saved, that can be tried again from here. */
static void
test_trouble (void)
{
  Fixture f = { 0 };
  g_autoptr (StarlingEvent) event = starling_event_new (STARLING_EVENT_REVIEW);
  g_autofree char *lock = NULL;
  g_autofree char *journal = NULL;
  GtkWidget *button = NULL;

  set_up_with (&f, "journal.jsonl", "");
  lock = g_build_filename (starling_library_get_user_dir (f.library),
                           "journal.lock", NULL);
  journal = g_build_filename (starling_library_get_user_dir (f.library),
                              "journal.jsonl", NULL);
  g_assert_cmpint (g_unlink (lock), ==, 0);
  g_assert_cmpint (g_unlink (journal), ==, 0);
  g_assert_cmpint (g_mkdir (lock, 0700), ==, 0);
  event->card = g_strdup ("one#weak");
  event->grade = 3;
  starling_library_record_async (f.library, event, NULL, NULL, NULL);
  starling_test_run_until (is_shown_cb, &f);
  button = find_shown (&f, "Try again");
  g_assert_nonnull (button);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==,
                   "win.retry-saving");
  g_assert_true (gtk_widget_has_css_class (f.banner, "error"));

  g_assert_cmpint (g_rmdir (lock), ==, 0);
  starling_library_retry_async (f.library, NULL, NULL);
  starling_test_run_until (is_saved_cb, &f);
  g_assert_null (find_shown (&f, "Try again"));
  tear_down (&f);
}

static void
focus_page_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  (*(guint *) user_data)++;
}

/* Whoever was in it when it goes, is where there is something to do. */
static void
test_focus (void)
{
  Fixture f = { 0 };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  guint n_passed = 0;
  const GActionEntry entries[] = { { "focus-page", focus_page_cb } };

  set_up_with (&f, "journal.jsonl", "nonsense\n");
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, 1, &n_passed);
  gtk_widget_insert_action_group (GTK_WIDGET (gtk_widget_get_root (f.banner)),
                                  "win", G_ACTION_GROUP (group));
  starling_test_run_until (is_shown_cb, &f);
  g_assert_true (gtk_widget_grab_focus (find_shown (&f, "Details")));
  g_signal_emit_by_name (f.library, "notices-changed");
  g_assert_cmpuint (n_passed, ==, 0);
  g_signal_emit_by_name (find_shown (&f, "Hide for now"), "clicked");
  g_assert_false (is_shown_cb (&f));
  g_assert_cmpuint (n_passed, ==, 1);
  tear_down (&f);
}

int
main (int argc, char **argv)
{
  starling_test_init (&argc, &argv);

  g_test_add_func ("/notice-banner/focus", test_focus);
  g_test_add_func ("/notice-banner/remedy", test_remedy);
  g_test_add_func ("/notice-banner/trouble", test_trouble);
  g_test_add_func ("/notice-banner/without", test_without);

  return g_test_run ();
}

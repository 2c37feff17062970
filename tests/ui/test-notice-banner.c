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

/* A library that watches the user's folder, in which @name lies. */
static void
set_up_with (Fixture *f, const char *name, const char *text)
{
  g_autofree char *folder = starling_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (StarlingClock) clock = starling_clock_new_fake (1795424400000, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  f->library = starling_library_new (STARLING_SOURCE_DATADIR, folder, clock);
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

int
main (int argc, char **argv)
{
  starling_test_init (&argc, &argv);

  g_test_add_func ("/notice-banner/remedy", test_remedy);
  g_test_add_func ("/notice-banner/without", test_without);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gtk/gtk.h>

#include "about.h"
#include "model/question.h"
#include "preferences.h"
#include "settings.h"
#include "shortcuts.h"
#include "support.h"
#include "widgets/quiz-settings.h"

static StarlingSession *session; /* of all tests of this program */

static GtkWidget *
open_preferences (GtkWidget *parent)
{
  return starling_preferences_new (GTK_WINDOW (parent), session);
}

static void
test_values (void)
{
  static const struct
  {
    const char *name;
    const char *key;
    int least;
    int most;
    int standard;
  } cases[] = {
    { "Speaking rate in words a minute", "speaking-rate", 110, 190, 150 },
    { "Text size in percent", "text-size", 80, 200, 100 },
    { "Seconds for a probe", "probe-seconds", 15, 300, 60 },
  };
  GSettings *settings = starling_settings_get ();
  GtkWidget *parent = starling_test_present (gtk_label_new (""), 400, 300);
  GtkWidget *window = open_preferences (parent);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *spin = starling_test_find_named (window, GTK_TYPE_SPIN_BUTTON,
                                                  cases[i].name);
      double least, most;

      g_assert_nonnull (spin);
      gtk_spin_button_get_range (GTK_SPIN_BUTTON (spin), &least, &most);
      g_assert_cmpfloat (least, ==, cases[i].least);
      g_assert_cmpfloat (most, ==, cases[i].most);
      g_assert_cmpint (gtk_spin_button_get_value_as_int (
                           GTK_SPIN_BUTTON (spin)),
                       ==, cases[i].standard);

      gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), cases[i].most);
      g_assert_cmpint (g_settings_get_int (settings, cases[i].key), ==,
                       cases[i].most);
      g_settings_set_int (settings, cases[i].key, cases[i].least);
      g_assert_cmpint (gtk_spin_button_get_value_as_int (
                           GTK_SPIN_BUTTON (spin)),
                       ==, cases[i].least);
      g_settings_reset (settings, cases[i].key);
    }
  gtk_window_destroy (GTK_WINDOW (parent));
}

static void
test_switches (void)
{
  static const struct
  {
    const char *name;
    const char *key;
  } cases[] = {
    { "Hide key phrases while rehearsing", "hide-phrases" },
    { "Count down three seconds before the first step", "lead-in" },
    { "Sound when the target is up", "nudge-sound" },
    { "Show a streak", "show-streak" },
    { "20 seconds a question", "quiz-timed" },
  };
  GSettings *settings = starling_settings_get ();
  GtkWidget *parent = starling_test_present (gtk_label_new (""), 400, 300);
  GtkWidget *window = open_preferences (parent);

  gtk_test_accessible_assert_role (window, GTK_ACCESSIBLE_ROLE_WINDOW);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *widget
          = starling_test_find_named (window, GTK_TYPE_SWITCH, cases[i].name);

      g_assert_nonnull (widget);
      gtk_test_accessible_assert_role (widget, GTK_ACCESSIBLE_ROLE_SWITCH);
      g_assert_false (gtk_switch_get_active (GTK_SWITCH (widget)));
      gtk_switch_set_active (GTK_SWITCH (widget), TRUE);
      g_assert_true (g_settings_get_boolean (settings, cases[i].key));
      g_settings_reset (settings, cases[i].key);
      g_assert_false (gtk_switch_get_active (GTK_SWITCH (widget)));
    }
  gtk_window_destroy (GTK_WINDOW (parent));
}

/* One of the choices, or none where it is something else; without probes their
 * seconds do not matter. */
static void
test_probes (void)
{
  static const struct
  {
    const char *name;
    int value;
  } cases[] = {
    { "None", 0 }, { "1", 1 }, { "2", 2 },
    { "3", 3 },    { "4", 4 }, { "All", 20 },
  };
  GSettings *settings = starling_settings_get ();
  GtkWidget *parent = starling_test_present (gtk_label_new (""), 400, 300);
  GtkWidget *window = open_preferences (parent);
  GtkWidget *group
      = starling_test_find_named (window, GTK_TYPE_BOX,
                                  "Follow-up probes after the story");
  GtkWidget *seconds = starling_test_find_named (window, GTK_TYPE_SPIN_BUTTON,
                                                 "Seconds for a probe");

  gtk_test_accessible_assert_role (group, GTK_ACCESSIBLE_ROLE_GROUP);
  g_assert_cmpint (g_settings_get_int (settings, "probes"), ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *toggle
          = starling_test_find_named (group, GTK_TYPE_TOGGLE_BUTTON,
                                      cases[i].name);

      g_signal_emit_by_name (toggle, "clicked");
      g_assert_cmpint (g_settings_get_int (settings, "probes"), ==,
                       cases[i].value);
      for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
        g_assert_cmpint (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (
                             starling_test_find (group, GTK_TYPE_TOGGLE_BUTTON,
                                                 k))),
                         ==, i == k);
      g_assert_cmpint (gtk_widget_get_sensitive (seconds), ==, i > 0);
    }
  g_settings_set_int (settings, "probes", 7);
  for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
    g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (
        starling_test_find (group, GTK_TYPE_TOGGLE_BUTTON, k))));
  g_settings_reset (settings, "probes");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (
      starling_test_find (group, GTK_TYPE_TOGGLE_BUTTON, 2))));
  gtk_window_destroy (GTK_WINDOW (parent));
}

/* The rows that the quiz has itself. */
static void
test_quiz (void)
{
  GSettings *settings = starling_settings_get ();
  GtkWidget *parent = starling_test_present (gtk_label_new (""), 400, 300);
  GtkWidget *window = open_preferences (parent);
  GtkWidget *rows
      = starling_test_find_named (window, STARLING_TYPE_QUIZ_SETTINGS, "Quiz");

  gtk_test_accessible_assert_role (rows, GTK_ACCESSIBLE_ROLE_GROUP);
  g_assert_true (gtk_widget_has_css_class (rows, "boxed"));
  g_signal_emit_by_name (starling_test_find_named (rows, GTK_TYPE_TOGGLE_BUTTON,
                                                   "5 questions"),
                         "clicked");
  g_assert_cmpint (g_settings_get_int (settings, "quiz-length"), ==, 5);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (starling_test_find_named (
                                   rows, GTK_TYPE_CHECK_BUTTON, "Which step")),
                               FALSE);
  g_assert_cmpuint (starling_settings_get_quiz_kinds (), ==,
                    STARLING_ALL_QUESTION_KINDS
                        & ~(1u << STARLING_QUESTION_STEP));
  g_settings_reset (settings, "quiz-length");
  g_settings_reset (settings, "quiz-kinds-off");
  gtk_window_destroy (GTK_WINDOW (parent));
}

static void
test_style (void)
{
  static const char *const styles[] = { "system", "light", "dark" };
  GSettings *settings = starling_settings_get ();
  GtkWidget *parent = starling_test_present (gtk_label_new (""), 400, 300);
  GtkWidget *window = open_preferences (parent);
  GtkWidget *group = starling_test_find_named (window, GTK_TYPE_BOX, "Style");

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      g_autofree char *style = NULL;

      g_signal_emit_by_name (starling_test_find (group, GTK_TYPE_TOGGLE_BUTTON,
                                                 i),
                             "clicked");
      style = g_settings_get_string (settings, "style");
      g_assert_cmpstr (style, ==, styles[i]);
      for (guint k = 0; k < G_N_ELEMENTS (styles); k++)
        g_assert_cmpint (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (
                             starling_test_find (group, GTK_TYPE_TOGGLE_BUTTON,
                                                 k))),
                         ==, i == k);
    }
  /* pressing the active one keeps it */
  g_signal_emit_by_name (starling_test_find (group, GTK_TYPE_TOGGLE_BUTTON, 2),
                         "clicked");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (
      starling_test_find (group, GTK_TYPE_TOGGLE_BUTTON, 2))));
  g_settings_reset (settings, "style");
  gtk_window_destroy (GTK_WINDOW (parent));
}

static void
test_window (void)
{
  GtkWidget *parent = starling_test_present (gtk_label_new (""), 400, 300);
  GtkWidget *window = open_preferences (parent);
  GtkWidget *gone;
  int minimum;

  g_assert_true (open_preferences (parent) == window);
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (window))
                 == GTK_WINDOW (parent));
  gtk_window_present (GTK_WINDOW (window));
  starling_test_run_frames (window, 2);
  gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                      NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);

  gone = g_object_ref (window);
  gtk_window_close (GTK_WINDOW (window));
  starling_test_run_frames (parent, 2);
  g_assert_finalize_object (gone);

  gone = g_object_ref (open_preferences (parent));
  g_object_add_weak_pointer (G_OBJECT (gone), (gpointer *) &gone);
  g_object_unref (gone);
  gtk_window_destroy (GTK_WINDOW (parent));
  g_assert_null (gone);
}

static void
test_shortcuts (void)
{
  GtkWidget *parent = starling_test_present (gtk_label_new (""), 400, 300);
  GtkWidget *window = starling_shortcuts_new (GTK_WINDOW (parent));
  static const char *const keys[]
      = { "Ctrl+1", "Ctrl+3", "F9", "Ctrl+?", "P", "1⋯6" };

  g_assert_true (GTK_IS_SHORTCUTS_WINDOW (window));
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (window))
                 == GTK_WINDOW (parent));
  g_assert_cmpuint (starling_test_count (window, GTK_TYPE_SHORTCUTS_SHORTCUT),
                    >=, 19);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_assert_nonnull (
        starling_test_find_named (window, GTK_TYPE_SHORTCUT_LABEL, keys[i]));
  g_assert_nonnull (starling_test_find_named (window, GTK_TYPE_SEARCH_ENTRY,
                                              "Search shortcuts"));
  gtk_window_destroy (GTK_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (parent));
}

static GtkWidget *
find_about (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (GTK_IS_ABOUT_DIALOG (window))
        return window;
    }
  return NULL;
}

static void
test_about (void)
{
  GtkWidget *parent = starling_test_present (gtk_label_new (""), 400, 300);
  GtkAboutDialog *about;

  starling_show_about (GTK_WINDOW (parent));
  about = GTK_ABOUT_DIALOG (find_about ());
  g_assert_nonnull (about);
  g_assert_cmpstr (gtk_about_dialog_get_program_name (about), ==, "Starling");
  g_assert_cmpstr (gtk_about_dialog_get_version (about), ==, STARLING_VERSION);
  g_assert_cmpint (gtk_about_dialog_get_license_type (about), ==,
                   GTK_LICENSE_GPL_3_0);
  g_assert_nonnull (strstr (gtk_about_dialog_get_comments (about),
                            "Starling is independent of any company."));
  gtk_window_destroy (GTK_WINDOW (parent));
}

int
main (int argc, char *argv[])
{
  int status;

  starling_test_init (&argc, &argv);

  g_test_add_func ("/preferences/values", test_values);
  g_test_add_func ("/preferences/switches", test_switches);
  g_test_add_func ("/preferences/probes", test_probes);
  g_test_add_func ("/preferences/quiz", test_quiz);
  g_test_add_func ("/preferences/style", test_style);
  g_test_add_func ("/preferences/window", test_window);
  g_test_add_func ("/preferences/shortcuts", test_shortcuts);
  g_test_add_func ("/preferences/about", test_about);

  session = starling_test_session_new ();
  status = g_test_run ();
  g_object_unref (session);
  return status;
}

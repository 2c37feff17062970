/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gtk/gtk.h>

#include "model/question.h"
#include "pages/quiz/setup.h"
#include "quiz-words.h"
#include "settings.h"
#include "support.h"
#include "widgets/quiz-settings.h"

#define ALL STARLING_ALL_QUESTION_KINDS
#define ONLY_STEP (1u << STARLING_QUESTION_STEP)

typedef struct
{
  GtkWidget *entry; /* what has the focus at first */
  GtkWidget *setup;
  GtkWidget *window;
  guint n_restart;
} Fixture;

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) again = g_simple_action_new ("again", NULL);

  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (again));
  gtk_widget_insert_action_group (box, "quiz", G_ACTION_GROUP (group));
  fixture->entry = gtk_entry_new ();
  fixture->setup = g_object_ref_sink (starling_quiz_setup_new ());
  fixture->n_restart = 0;
  gtk_box_append (GTK_BOX (box), fixture->entry);
  gtk_box_append (GTK_BOX (box), fixture->setup);
  fixture->window = starling_test_present (box, 400, 500);
  g_signal_connect_swapped (again, "activate", G_CALLBACK (count_cb),
                            &fixture->n_restart);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GSettings *settings = starling_settings_get ();

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->setup);
  g_settings_reset (settings, "quiz-length");
  g_settings_reset (settings, "quiz-kinds-off");
  g_settings_reset (settings, "quiz-timed");
}

static GtkWidget *
get_popover (Fixture *fixture)
{
  return starling_test_find (fixture->setup, GTK_TYPE_POPOVER, 0);
}

static gboolean
is_open (gpointer fixture)
{
  return gtk_widget_get_mapped (get_popover (fixture));
}

static gboolean
is_closed (gpointer fixture)
{
  return !is_open (fixture);
}

static void
open_popover (Fixture *fixture)
{
  GtkWidget *button
      = starling_test_find (fixture->setup, GTK_TYPE_MENU_BUTTON, 0);

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  starling_test_run_until (is_open, fixture);
}

static GtkWidget *
find (Fixture *fixture, GType type, const char *name)
{
  GtkWidget *widget = starling_test_find_named (fixture->setup, type, name);

  g_assert_nonnull (widget);
  return widget;
}

static GtkCheckButton *
find_kind (Fixture *fixture, StarlingQuestionKind kind)
{
  return GTK_CHECK_BUTTON (find (fixture, GTK_TYPE_CHECK_BUTTON,
                                 starling_quiz_kind_get_name (kind)));
}

/* Names that captions and check boxes share, each with what is asked. */
static void
test_kind_names (void)
{
  static const char *const names[STARLING_N_QUESTION_KINDS] = {
    "Written for the story", "Weak or strong",          "Which step",
    "Which angle",           "Missing from the Result", "Which level",
    "Spot the flag",         "Missing key phrase",
  };

  for (guint i = 0; i < STARLING_N_QUESTION_KINDS; i++)
    {
      const char *detail
          = starling_quiz_kind_get_detail ((StarlingQuestionKind) i);

      g_assert_cmpstr (starling_quiz_kind_get_name ((StarlingQuestionKind) i),
                       ==, names[i]);
      for (guint k = 0; k < i; k++)
        g_assert_cmpstr (detail, !=,
                         starling_quiz_kind_get_detail (
                             (StarlingQuestionKind) k));
    }
}

/* The button has a name, the settings are made when they are wanted, and what
 * is not open is not in the tree. */
static void
test_button (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button = find (fixture, GTK_TYPE_MENU_BUTTON, "Set up the quiz");

  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, "Set up the quiz");
  gtk_test_accessible_assert_role (fixture->setup, GTK_ACCESSIBLE_ROLE_GROUP);
  g_assert_cmpuint (starling_test_count (fixture->setup,
                                         STARLING_TYPE_QUIZ_SETTINGS),
                    ==, 0);
  g_assert_false (gtk_widget_get_visible (get_popover (fixture)));
  open_popover (fixture);
  find (fixture, GTK_TYPE_POPOVER, "Set up the quiz");
  g_assert_cmpuint (starling_test_count (fixture->setup,
                                         STARLING_TYPE_QUIZ_SETTINGS),
                    ==, 1);
  gtk_popover_popdown (GTK_POPOVER (get_popover (fixture)));
  starling_test_run_until (is_closed, fixture);
  g_assert_false (gtk_widget_get_visible (get_popover (fixture)));
  open_popover (fixture);
  g_assert_cmpuint (starling_test_count (fixture->setup,
                                         STARLING_TYPE_QUIZ_SETTINGS),
                    ==, 1);
}

/* --- the settings --- */

static void
assert_length (Fixture *fixture, int checked)
{
  GtkWidget *group = find (fixture, GTK_TYPE_BOX, "Questions");

  for (int i = 0; i < 4; i++)
    g_assert_cmpint (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (
                         starling_test_find (group, GTK_TYPE_TOGGLE_BUTTON,
                                             (guint) i))),
                     ==, i == checked);
}

static void
test_lengths (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    int length;
  } cases[] = {
    { "5 questions", 5 },
    { "10 questions", 10 },
    { "20 questions", 20 },
    { "All questions", 0 },
  };
  GSettings *settings = starling_settings_get ();

  open_popover (fixture);
  gtk_test_accessible_assert_role (find (fixture, GTK_TYPE_BOX, "Questions"),
                                   GTK_ACCESSIBLE_ROLE_GROUP);
  assert_length (fixture, 1);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_signal_emit_by_name (find (fixture, GTK_TYPE_TOGGLE_BUTTON,
                                   cases[i].name),
                             "clicked");
      g_assert_cmpint (g_settings_get_int (settings, "quiz-length"), ==,
                       cases[i].length);
      assert_length (fixture, (int) i);
    }

  /* from elsewhere */
  g_settings_set_int (settings, "quiz-length", 20);
  assert_length (fixture, 2);
  g_settings_set_int (settings, "quiz-length", 7);
  assert_length (fixture, -1);
}

static void
test_timed (Fixture *fixture, gconstpointer data)
{
  GSettings *settings = starling_settings_get ();
  GtkWidget *timed;

  open_popover (fixture);
  timed = find (fixture, GTK_TYPE_SWITCH, "20 seconds a question");
  gtk_test_accessible_assert_role (timed, GTK_ACCESSIBLE_ROLE_SWITCH);
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (timed)));
  gtk_switch_set_active (GTK_SWITCH (timed), TRUE);
  g_assert_true (g_settings_get_boolean (settings, "quiz-timed"));
  g_settings_set_boolean (settings, "quiz-timed", FALSE);
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (timed)));
}

/* Each can be left out, down to one, which stays. */
static void
test_kinds (Fixture *fixture, gconstpointer data)
{
  guint left = ALL;

  open_popover (fixture);
  g_assert_cmpuint (starling_test_count (fixture->setup, GTK_TYPE_CHECK_BUTTON),
                    ==, STARLING_N_QUESTION_KINDS);
  for (guint i = 0; i < STARLING_N_QUESTION_KINDS - 1; i++)
    {
      GtkCheckButton *check = find_kind (fixture, (StarlingQuestionKind) i);

      g_assert_true (gtk_check_button_get_active (check));
      g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (check)));
      gtk_check_button_set_active (check, FALSE);
      left &= ~(1u << i);
      g_assert_cmpuint (starling_settings_get_quiz_kinds (), ==, left);
    }
}

static void
assert_held (Fixture *fixture, StarlingQuestionKind kind, gboolean held)
{
  static const char reason[]
      = "A quiz needs one kind at least. Tick another one first.";
  GtkWidget *check = GTK_WIDGET (find_kind (fixture, kind));

  g_assert_cmpint (gtk_widget_get_sensitive (check), ==, !held);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (check), ==,
                   held ? reason : NULL);
  gtk_test_accessible_assert_property (
      check, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      held ? reason : starling_quiz_kind_get_detail (kind));
}

static void
test_last_kind (Fixture *fixture, gconstpointer data)
{
  open_popover (fixture);
  for (guint i = 0; i < STARLING_N_QUESTION_KINDS; i++)
    assert_held (fixture, (StarlingQuestionKind) i, FALSE);

  /* chosen elsewhere */
  starling_settings_set_quiz_kinds (ONLY_STEP);
  for (guint i = 0; i < STARLING_N_QUESTION_KINDS; i++)
    {
      g_assert_cmpint (gtk_check_button_get_active (
                           find_kind (fixture, (StarlingQuestionKind) i)),
                       ==, i == STARLING_QUESTION_STEP);
      assert_held (fixture, (StarlingQuestionKind) i,
                   i == STARLING_QUESTION_STEP);
    }

  gtk_check_button_set_active (find_kind (fixture, STARLING_QUESTION_FLAG),
                               TRUE);
  assert_held (fixture, STARLING_QUESTION_STEP, FALSE);
  gtk_check_button_set_active (find_kind (fixture, STARLING_QUESTION_STEP),
                               FALSE);
  assert_held (fixture, STARLING_QUESTION_FLAG, TRUE);
  g_assert_cmpuint (starling_settings_get_quiz_kinds (), ==,
                    1u << STARLING_QUESTION_FLAG);
}

/* What the setting may hold, written by hand or by another version. */
static void
test_kinds_setting (void)
{
  static const struct
  {
    const char *off[10];
    guint kinds;
  } cases[] = {
    { { NULL }, ALL },
    { { "step", NULL }, ALL & ~ONLY_STEP },
    { { "step", "step", "", "Step", "riddle", NULL }, ALL & ~ONLY_STEP },
    { { "written", "answer", "angle", "result", "level", "flag", "phrase",
        NULL },
      ONLY_STEP },
    { { "written", "answer", "step", "angle", "result", "level", "flag",
        "phrase", NULL },
      ALL },
  };
  GSettings *settings = starling_settings_get ();
  g_auto (GStrv) off = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_settings_set_strv (settings, "quiz-kinds-off", cases[i].off);
      g_assert_cmpuint (starling_settings_get_quiz_kinds (), ==,
                        cases[i].kinds);
    }

  g_settings_set_strv (settings, "quiz-kinds-off",
                       (const char *const[]){ "riddle", "flag", NULL });
  starling_settings_set_quiz_kinds (ALL & ~ONLY_STEP);
  off = g_settings_get_strv (settings, "quiz-kinds-off");
  g_assert_cmpuint (g_strv_length (off), ==, 2);
  g_assert_true (g_strv_contains ((const char *const *) off, "step"));
  g_assert_true (g_strv_contains ((const char *const *) off, "riddle"));
  g_settings_reset (settings, "quiz-kinds-off");
}

/* --- what becomes of the quiz --- */

static void
test_begun (Fixture *fixture, gconstpointer data)
{
  static const char text[]
      = "This quiz keeps its questions; the next one follows.";
  GtkWidget *note = starling_test_find_label (fixture->setup, text);
  gboolean begun;

  open_popover (fixture);
  g_assert_false (starling_test_is_shown (note, fixture->window));
  starling_quiz_setup_set_begun (STARLING_QUIZ_SETUP (fixture->setup), TRUE);
  g_assert_true (starling_test_is_shown (note, fixture->window));
  g_object_get (fixture->setup, "begun", &begun, NULL);
  g_assert_true (begun);
  g_object_set (fixture->setup, "begun", FALSE, NULL);
  g_assert_false (starling_test_is_shown (note, fixture->window));
}

static void
test_restart (Fixture *fixture, gconstpointer data)
{
  GtkWidget *label;

  open_popover (fixture);
  label = starling_test_find_label (fixture->setup, "Start anew");
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON),
                         "clicked");
  g_assert_cmpuint (fixture->n_restart, ==, 1);
  starling_test_run_until (is_closed, fixture);
}

static gboolean
is_focus (gpointer widget)
{
  return gtk_widget_is_focus (widget);
}

/* The focus comes into the popover, and goes back to its button. */
static void
test_focus (Fixture *fixture, gconstpointer data)
{
  GtkWidget *focus;

  gtk_widget_grab_focus (fixture->entry);
  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (gtk_widget_is_ancestor (focus, fixture->setup));

  open_popover (fixture);
  gtk_widget_child_focus (get_popover (fixture), GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (
                                             GTK_WINDOW (fixture->window)),
                                         get_popover (fixture)));

  gtk_popover_popdown (GTK_POPOVER (get_popover (fixture)));
  starling_test_run_until (is_closed, fixture);
  starling_test_run_until (is_focus, focus);
}

int
main (int argc, char **argv)
{
  starling_test_init (&argc, &argv);

  g_test_add_func ("/quiz-setup/kind-names", test_kind_names);
  g_test_add_func ("/quiz-setup/kinds-setting", test_kinds_setting);
#define ADD(name, function)                                                    \
  g_test_add ("/quiz-setup/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("button", test_button);
  ADD ("lengths", test_lengths);
  ADD ("timed", test_timed);
  ADD ("kinds", test_kinds);
  ADD ("last-kind", test_last_kind);
  ADD ("begun", test_begun);
  ADD ("restart", test_restart);
  ADD ("focus", test_focus);
#undef ADD

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "quiz-fixture.h"
#include "support.h"

static gboolean
press (TestQuiz *f, guint key)
{
  return test_quiz_press (f, key, 0);
}

static gboolean
is_chosen (TestQuiz *f, guint slot)
{
  return gtk_widget_has_css_class (test_quiz_option (f, slot), "chosen");
}

static void
test_digits (TestQuiz *f, gconstpointer data)
{
  g_assert_true (press (f, GDK_KEY_2));
  g_assert_true (is_chosen (f, 1));
  g_assert_true (gtk_widget_has_focus (test_quiz_button (f, "Check")));
  g_assert_true (press (f, GDK_KEY_3));
  g_assert_true (is_chosen (f, 2));
  press (f, GDK_KEY_6); /* there is none */
  g_assert_true (is_chosen (f, 2));
  g_assert_false (test_quiz_has_label (f, "Right answer"));

  /* the same digit again checks; then digits rest */
  g_assert_true (press (f, GDK_KEY_KP_3));
  g_assert_true (test_quiz_has_label (f, "Right answer"));
  g_assert_false (press (f, GDK_KEY_1));
}

/* From the button to the neighbours of the choice, then on. */
static void
test_arrows (TestQuiz *f, gconstpointer data)
{
  gtk_window_set_focus (GTK_WINDOW (f->window), NULL);
  press (f, GDK_KEY_Down);
  g_assert_true (gtk_widget_has_focus (test_quiz_option (f, 0)));
  press (f, GDK_KEY_3);
  press (f, GDK_KEY_Down);
  g_assert_true (gtk_widget_has_focus (test_quiz_option (f, 3)));
  press (f, GDK_KEY_Down);
  g_assert_true (gtk_widget_has_focus (test_quiz_option (f, 3)));
  press (f, GDK_KEY_Up);
  press (f, GDK_KEY_Up);
  g_assert_true (gtk_widget_has_focus (test_quiz_option (f, 1)));
  /* what has the focus is not chosen for that */
  g_assert_true (is_chosen (f, 2));
}

static void
test_undo (TestQuiz *f, gconstpointer data)
{
  /* where there is nothing to take back, the window may have the key */
  g_assert_false (test_quiz_press (f, GDK_KEY_z, GDK_CONTROL_MASK));
  test_quiz_answer (f, TRUE);
  g_assert_true (test_quiz_press (f, GDK_KEY_z, GDK_CONTROL_MASK));
  g_assert_false (test_quiz_has_label (f, "Right answer"));
  g_assert_true (gtk_widget_has_focus (test_quiz_option (f, 0)));
  g_assert_false (test_quiz_press (f, GDK_KEY_z, GDK_CONTROL_MASK));
}

static void
test_elsewhere (TestQuiz *f, gconstpointer data)
{
  test_quiz_answer (f, TRUE);
  test_quiz_act (f, "quiz.next");

  /* not while somebody writes */
  gtk_widget_grab_focus (f->entry);
  g_assert_false (press (f, GDK_KEY_1));
  g_assert_false (test_quiz_press (f, GDK_KEY_z, GDK_CONTROL_MASK));
  g_assert_false (is_chosen (f, 0));

  /* not while another mode is on screen */
  gtk_window_set_focus (GTK_WINDOW (f->window), NULL);
  test_quiz_set_shown (f, FALSE);
  g_assert_false (press (f, GDK_KEY_1));
  g_assert_false (test_quiz_press (f, GDK_KEY_z, GDK_CONTROL_MASK));
  test_quiz_set_shown (f, TRUE);
  g_assert_true (press (f, GDK_KEY_1));
  g_assert_true (test_quiz_has_label (f, "Question 2 of 7"));
}

static GtkAdjustment *
get_adjustment (TestQuiz *f)
{
  return gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (test_quiz_option (f, 0),
                                                    GTK_TYPE_SCROLLED_WINDOW)));
}

static gboolean
is_at_top (gpointer data)
{
  return gtk_adjustment_get_value (get_adjustment (data)) == 0;
}

static gboolean
is_below (gpointer data)
{
  return !is_at_top (data);
}

/* What is long scrolls, though the focus is in the bar below it. */
static void
test_pages (TestQuiz *f, gconstpointer data)
{
  gtk_window_set_default_size (GTK_WINDOW (f->window), 360, 400);
  starling_test_run_frames (f->window, 3);
  test_quiz_answer (f, FALSE);
  starling_test_run_until (is_below, f);
  starling_test_run_frames (f->window, 4);
  for (guint i = 0; i < 5 && !is_at_top (f); i++)
    {
      g_assert_true (press (f, GDK_KEY_Page_Up));
      starling_test_run_frames (f->window, 30);
    }
  g_assert_true (is_at_top (f));
  g_assert_true (press (f, GDK_KEY_KP_Page_Down));
  starling_test_run_until (is_below, f);
}

static gboolean
tab (TestQuiz *f, gboolean forward)
{
  return gtk_widget_child_focus (f->window, forward ? GTK_DIR_TAB_FORWARD
                                                    : GTK_DIR_TAB_BACKWARD);
}

static gboolean
has_focus (TestQuiz *f, const char *name)
{
  return gtk_widget_has_focus (test_quiz_button (f, name));
}

/* Tab begins at the options, and leads through the page and out of it. */
static void
test_tab (TestQuiz *f, gconstpointer data)
{
  gtk_window_set_focus (GTK_WINDOW (f->window), NULL);
  for (guint slot = 0; slot < TEST_QUIZ_N_OPTIONS; slot++)
    {
      g_assert_true (tab (f, TRUE));
      g_assert_true (gtk_widget_has_focus (test_quiz_option (f, slot)));
    }
  /* Undo and Check have nothing to do yet */
  g_assert_true (tab (f, TRUE));
  g_assert_true (
      gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (f->window)),
                              f->entry));
  g_assert_true (tab (f, FALSE));
  g_assert_true (
      gtk_widget_has_focus (test_quiz_option (f, TEST_QUIZ_N_OPTIONS - 1)));
}

static void
test_tab_told (TestQuiz *f, gconstpointer data)
{
  test_quiz_answer (f, TRUE);
  starling_test_run_frames (f->window, 2);
  /* its name is the verdict still */
  g_assert_true (has_focus (f, "Right."));
  g_assert_true (tab (f, FALSE));
  /* the way into the story, wherever that leads */
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (
                       gtk_window_get_focus (GTK_WINDOW (f->window)))),
                   ==, "quiz.read");
  g_assert_true (tab (f, FALSE));
  g_assert_true (has_focus (f, "Undo"));
  g_assert_true (tab (f, FALSE));
  g_assert_true (
      gtk_widget_has_focus (test_quiz_option (f, TEST_QUIZ_N_OPTIONS - 1)));
  for (guint i = 0; i < 3; i++)
    g_assert_true (tab (f, TRUE));
  g_assert_true (has_focus (f, "Right."));
  /* out of the page, not to its main action */
  g_assert_true (tab (f, TRUE));
  g_assert_true (
      gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (f->window)),
                              f->entry));
}

/* A stack brings back the focus that a page had when it was left, whatever
 * that is about now: the page may put it where the next key is wanted, once. */
static void
test_arrival (TestQuiz *f, gconstpointer data)
{
  for (guint i = 0; i < 2; i++)
    {
      gboolean moved = i == 1;

      test_quiz_set_shown (f, FALSE);
      test_quiz_set_shown (f, TRUE);
      gtk_widget_grab_focus (test_quiz_option (f, 2));
      if (moved)
        gtk_widget_child_focus (f->page, GTK_DIR_TAB_FORWARD);
      g_assert_cmpint (gtk_widget_grab_focus (f->page), ==, !moved);
      g_assert_true (
          gtk_widget_has_focus (test_quiz_option (f, moved ? 3 : 0)));

      /* for Tab, which leads out of the page */
      gtk_widget_grab_focus (test_quiz_option (f, 2));
      g_assert_false (gtk_widget_grab_focus (f->page));
      g_assert_true (gtk_widget_has_focus (test_quiz_option (f, 2)));
    }
}

#define ADD(name, func)                                                        \
  g_test_add ("/quiz-keys/" name, TestQuiz, TEST_QUIZ_SCOPE, test_quiz_set_up, \
              func, test_quiz_tear_down)

int
main (int argc, char *argv[])
{
  starling_test_init (&argc, &argv);

  ADD ("digits", test_digits);
  ADD ("arrows", test_arrows);
  ADD ("arrival", test_arrival);
  ADD ("undo", test_undo);
  ADD ("elsewhere", test_elsewhere);
  ADD ("pages", test_pages);
  ADD ("tab", test_tab);
  ADD ("tab-told", test_tab_told);

  return g_test_run ();
}

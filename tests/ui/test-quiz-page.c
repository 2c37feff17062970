/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/quiz/quiz.h"
#include "pages/quiz/explanation.h"
#include "quiz-fixture.h"
#include "settings.h"
#include "support.h"
#include "widgets/quiz-option.h"

#include <string.h>

static void
test_ask (TestQuiz *f, gconstpointer data)
{
  const StarlingQuestion *question = test_quiz_asked (f);

  g_assert_nonnull (question);
  g_assert_cmpuint (starling_test_count (f->page, STARLING_TYPE_QUIZ_OPTION),
                    ==, TEST_QUIZ_N_OPTIONS);
  for (guint i = 0; i < question->options->len; i++)
    {
      const StarlingOption *item = g_ptr_array_index (question->options, i);
      GtkWidget *widget = test_quiz_button (f, item->text);

      g_assert_nonnull (widget);
      gtk_test_accessible_assert_role (widget, GTK_ACCESSIBLE_ROLE_BUTTON);
      gtk_test_accessible_assert_property (widget,
                                           GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                           "");
      g_assert_false (test_quiz_has_label (f, item->why));
    }
  g_assert_true (test_quiz_has_label (f, "Question 1 of 7"));
  g_assert_true (test_quiz_has_label (f, "0 right"));
  g_assert_true (test_quiz_has_label (
      f, "The webhooks that vanished · Written for the story"));
  g_assert_true (test_quiz_has_button (f, "Check"));
  g_assert_false (gtk_widget_is_sensitive (test_quiz_button (f, "Check")));
  g_assert_false (gtk_widget_is_sensitive (test_quiz_button (f, "Undo")));
  g_assert_false (test_quiz_has_button (f, "Next question"));
  g_assert_false (test_quiz_has_button (f, "Again"));
  g_assert_false (test_quiz_has_label (f, "No questions here yet."));
}

static void
test_choose (TestQuiz *f, gconstpointer data)
{
  GtkWidget *first = test_quiz_option (f, 0);
  GtkWidget *second = test_quiz_option (f, 1);
  GtkWidget *check = test_quiz_button (f, "Check");

  test_quiz_click (first);
  g_assert_true (gtk_widget_has_css_class (first, "chosen"));
  gtk_test_accessible_assert_property (first,
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Chosen");
  g_assert_true (gtk_widget_is_sensitive (check));
  g_assert_true (gtk_widget_has_focus (check));

  test_quiz_click (second);
  g_assert_false (gtk_widget_has_css_class (first, "chosen"));
  g_assert_true (gtk_widget_has_css_class (second, "chosen"));
  gtk_test_accessible_assert_property (first,
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
  /* pressing it again is no check */
  test_quiz_click (second);
  g_assert_true (test_quiz_has_button (f, "Check"));
}

static gboolean
is_named_next (gpointer data)
{
  return test_quiz_button (data, "Next question") != NULL;
}

static void
assert_told (TestQuiz *f, const StarlingQuestion *question, gboolean is_right)
{
  const StarlingOption *correct
      = g_ptr_array_index (question->options, question->correct);
  g_autofree char *explanation
      = g_strconcat (is_right ? "Right." : "Not this one.", " ",
                     question->explanation, NULL);
  g_autofree char *described
      = g_strconcat ("Right answer. ", correct->why, NULL);

  gtk_test_accessible_assert_property (test_quiz_button (f, correct->text),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       described);
  g_assert_true (test_quiz_has_label (f, "Right answer"));
  g_assert_cmpint (test_quiz_has_label (f, "Your answer"), ==, !is_right);
  for (guint i = 0; i < question->options->len; i++)
    {
      const StarlingOption *item = g_ptr_array_index (question->options, i);

      g_assert_true (test_quiz_has_label (f, item->why));
      g_assert_nonnull (test_quiz_button (f, item->text));
    }
  g_assert_true (test_quiz_has_label (f, explanation));
  g_assert_true (test_quiz_has_label (f, is_right ? "1 right" : "0 right"));
}

static void
check_verdict (TestQuiz *f, gboolean is_right)
{
  const StarlingQuestion *question = test_quiz_asked (f);
  const StarlingOption *correct
      = g_ptr_array_index (question->options, question->correct);
  GtkWidget *next = test_quiz_button (f, "Next question");
  GtkWidget *chosen = test_quiz_option (f, test_quiz_find_slot (f, is_right));
  g_autofree char *said
      = is_right
            ? g_strdup ("Right.")
            : g_strconcat ("Not this one. Right answer: ", correct->text, NULL);

  test_quiz_click (chosen);
  test_quiz_click (test_quiz_button (f, "Check"));
  g_assert_true (
      gtk_widget_has_css_class (chosen, is_right ? "right" : "wrong"));
  g_assert_false (gtk_widget_has_css_class (chosen, "chosen"));
  assert_told (f, question, is_right);

  /* The verdict is the name of the focused button for a moment. */
  g_assert_true (gtk_widget_has_focus (next));
  g_assert_true (test_quiz_button (f, said) == next);
  g_assert_false (test_quiz_has_button (f, "Check"));
  starling_test_run_until (is_named_next, f);
  g_assert_true (test_quiz_button (f, "Next question") == next);

  /* An option that was told is no button any more. */
  test_quiz_click (test_quiz_option (f, 0));
  g_assert_true (gtk_widget_has_focus (next));
  test_quiz_click (next);
  g_assert_true (test_quiz_has_label (f, is_right ? "Question 2 of 7"
                                                  : "Question 2 of 8"));
  g_assert_true (gtk_widget_has_focus (test_quiz_option (f, 0)));
  g_assert_false (gtk_widget_is_sensitive (test_quiz_button (f, "Check")));
}

static void
test_right (TestQuiz *f, gconstpointer data)
{
  check_verdict (f, TRUE);
}

static void
test_wrong (TestQuiz *f, gconstpointer data)
{
  check_verdict (f, FALSE);
}

/* A question that was answered wrong comes back after three others; undo takes
 * the answer back, and what follows from it. */
static void
test_return (TestQuiz *f, gconstpointer data)
{
  const StarlingQuestion *wrong = test_quiz_asked (f);

  test_quiz_answer (f, FALSE);
  g_assert_true (test_quiz_has_label (f, "Question 1 of 8"));
  test_quiz_act (f, "quiz.undo");
  g_assert_true (test_quiz_has_label (f, "Question 1 of 7"));
  g_assert_false (test_quiz_has_label (f, "Right answer"));
  g_assert_true (test_quiz_asked (f) == wrong);
  g_assert_true (gtk_widget_has_focus (test_quiz_option (f, 0)));

  test_quiz_answer (f, FALSE);
  for (guint i = 0; i < 3; i++)
    {
      test_quiz_act (f, "quiz.next");
      g_assert_true (test_quiz_asked (f) != wrong);
      test_quiz_answer (f, TRUE);
    }
  test_quiz_act (f, "quiz.next");
  g_assert_true (test_quiz_has_label (f, "Question 5 of 8"));
  g_assert_true (test_quiz_asked (f) == wrong);
  g_assert_true (test_quiz_has_label (
      f, "The webhooks that vanished · Written for the story · once more"));
  test_quiz_answer (f, TRUE);
  /* right at the first time of asking is what counts */
  g_assert_true (test_quiz_has_label (f, "3 right"));
  test_quiz_act (f, "quiz.next");
  g_assert_true (test_quiz_has_label (f, "Question 6 of 8"));
}

static void
test_end (TestQuiz *f, gconstpointer data)
{
  const StarlingQuestion *wrong = NULL;
  const StarlingQuestion *right = NULL;
  const StarlingOption *correct;

  for (guint i = 0; i <= TEST_QUIZ_N_QUESTIONS; i++)
    {
      if (i == 2)
        wrong = test_quiz_asked (f);
      else if (test_quiz_asked (f) != wrong)
        right = test_quiz_asked (f);
      test_quiz_answer (f, i != 2);
      test_quiz_act (f, "quiz.next");
    }
  correct = g_ptr_array_index (wrong->options, wrong->correct);
  g_assert_true (test_quiz_has_label (f, "6 of 7 right"));
  g_assert_true (test_quiz_has_label (f, wrong->question));
  g_assert_true (test_quiz_has_label (f, correct->text));
  g_assert_false (test_quiz_has_label (f, right->question));
  g_assert_false (test_quiz_has_button (f, "Next question"));
  g_assert_false (test_quiz_has_label (f, "Question 9 of 8"));
  g_assert_true (gtk_widget_has_focus (test_quiz_button (f, "6 of 7 right")));

  /* the last answer can still be taken back */
  test_quiz_act (f, "quiz.undo");
  g_assert_true (test_quiz_has_label (f, "Question 8 of 8"));
  test_quiz_answer (f, TRUE);
  test_quiz_act (f, "quiz.next");
  g_assert_true (test_quiz_has_label (f, "6 of 7 right"));

  test_quiz_act (f, "quiz.again");
  g_assert_true (test_quiz_has_label (f, "Question 1 of 7"));
  g_assert_true (gtk_widget_has_focus (test_quiz_option (f, 0)));
  g_assert_false (gtk_widget_is_sensitive (test_quiz_button (f, "Undo")));
}

/* Goes through the quiz with right answers; the ids in the order asked. */
static char *
go_through (TestQuiz *f)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < TEST_QUIZ_N_QUESTIONS; i++)
    {
      g_string_append_printf (ids, "%s ", test_quiz_asked (f)->id);
      test_quiz_answer (f, TRUE);
      test_quiz_act (f, "quiz.next");
    }
  g_assert_true (test_quiz_has_label (f, "7 of 7 right"));
  g_assert_false (test_quiz_has_label (f, "To look at again"));
  return g_strdup (ids->str);
}

static void
test_again (TestQuiz *f, gconstpointer data)
{
  g_autofree char *first = go_through (f);
  g_autofree char *second = NULL;

  test_quiz_act (f, "quiz.again");
  second = go_through (f);
  g_assert_cmpuint (strlen (first), ==, strlen (second));
  g_assert_cmpstr (first, !=, second);
}

static void
test_survival (TestQuiz *f, gconstpointer data)
{
  const StarlingQuestion *question;

  test_quiz_answer (f, TRUE);
  test_quiz_act (f, "quiz.next");
  test_quiz_press (f, GDK_KEY_2, 0);
  question = test_quiz_asked (f);

  /* other mode, other lens: the same quiz */
  test_quiz_set_shown (f, FALSE);
  starling_session_set_level (f->session, STARLING_LEVEL_SDE1);
  test_quiz_set_shown (f, TRUE);
  starling_session_set_level (f->session, STARLING_LEVEL_SENIOR);
  g_assert_true (test_quiz_has_label (f, "Question 2 of 7"));
  g_assert_true (test_quiz_asked (f) == question);
  g_assert_true (gtk_widget_has_css_class (test_quiz_option (f, 1), "chosen"));

  /* another scope: another quiz, at once or when it is shown */
  starling_session_set_scope (f->session, "scenario:lecture-encoding");
  g_assert_true (test_quiz_has_label (f, "Question 1 of 6"));
  test_quiz_set_shown (f, FALSE);
  starling_session_set_scope (f->session, "my-stories");
  test_quiz_set_shown (f, TRUE);
  g_assert_true (test_quiz_has_label (f, "No questions here yet."));
}

/* What a quiz is dealt by counts until something is answered. */
static void
test_settings (TestQuiz *f, gconstpointer data)
{
  GSettings *settings = starling_settings_get ();

  g_settings_set_int (settings, "quiz-length", 5);
  g_assert_true (test_quiz_has_label (f, "Question 1 of 5"));

  /* also while it is not on screen */
  test_quiz_set_shown (f, FALSE);
  g_settings_set_int (settings, "quiz-length", 0);
  test_quiz_set_shown (f, TRUE);
  g_assert_true (test_quiz_has_label (f, "Question 1 of 7"));

  test_quiz_answer (f, TRUE);
  g_settings_set_int (settings, "quiz-length", 5);
  g_assert_true (test_quiz_has_label (f, "Question 1 of 7"));
  test_quiz_act (f, "quiz.undo");
  g_assert_true (test_quiz_has_label (f, "Question 1 of 7"));
  test_quiz_act (f, "quiz.again");
  g_assert_true (test_quiz_has_label (f, "Question 1 of 5"));
}

static void
test_pooled (TestQuiz *f, gconstpointer data)
{
  GListModel *summaries = starling_library_get_summaries (f->library);
  guint n = 0;
  g_autofree char *counter = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (summaries); i++)
    {
      g_autoptr (StarlingSummary) summary
          = g_list_model_get_item (summaries, i);

      n += starling_summary_get_n_questions (summary);
    }
  counter = g_strdup_printf ("Question 1 of %u", n);
  g_assert_true (test_quiz_has_label (f, counter));

  g_settings_set_int (starling_settings_get (), "quiz-length", 10);
  g_assert_true (test_quiz_has_label (f, "Question 1 of 10"));
  for (guint i = 0; !test_quiz_has_button (f, "Again"); i++)
    {
      g_assert_cmpuint (i, <, 10 * (1 + STARLING_QUIZ_MAX_RETURNS));
      test_quiz_press (f, GDK_KEY_1, 0);
      test_quiz_act (f, "quiz.check");
      test_quiz_act (f, "quiz.next");
      if (test_quiz_has_label (f, "Right answers"))
        break;
    }
  g_assert_false (test_quiz_has_button (f, "Next question"));
}

static void
test_empty (TestQuiz *f, gconstpointer data)
{
  g_assert_true (test_quiz_has_label (f, "No questions here yet."));
  g_assert_false (test_quiz_has_button (f, "Check"));
  g_assert_false (test_quiz_has_button (f, "Undo"));
  g_assert_false (test_quiz_press (f, GDK_KEY_1, 0));
  g_assert_false (test_quiz_press (f, GDK_KEY_Down, 0));
}

static void
test_widths (TestQuiz *f, gconstpointer data)
{
  g_settings_set_boolean (starling_settings_get (), "quiz-timed", TRUE);
  test_quiz_answer (f, FALSE);
  for (guint i = 0; i < 2; i++)
    {
      int minimum;

      gtk_widget_measure (f->page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum,
                          NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, 360);
      gtk_window_set_default_size (GTK_WINDOW (f->window), 360, 640);
      starling_test_run_frames (f->window, 3);
      test_quiz_act (f, "quiz.next");
    }
}

/* The explanation of a verdict comes into view by itself. */
static void
test_explanation_in_view (TestQuiz *f, gconstpointer data)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (test_quiz_option (f, 0),
                                                 GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *well
      = starling_test_find (f->page, STARLING_TYPE_QUIZ_EXPLANATION, 0);
  graphene_rect_t bounds;

  gtk_window_set_default_size (GTK_WINDOW (f->window), 360, 480);
  starling_test_run_frames (f->window, 3);
  test_quiz_answer (f, FALSE);
  starling_test_run_frames (f->window, 4);
  g_assert_true (gtk_widget_compute_bounds (well, scroller, &bounds));
  g_assert_cmpfloat (bounds.origin.y, >=, 0);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=,
                     gtk_widget_get_height (scroller));
}

#define ADD(name, scope, func)                                                 \
  g_test_add ("/quiz-page/" name, TestQuiz, scope, test_quiz_set_up, func,     \
              test_quiz_tear_down)

int
main (int argc, char *argv[])
{
  starling_test_init (&argc, &argv);

  ADD ("ask", TEST_QUIZ_SCOPE, test_ask);
  ADD ("choose", TEST_QUIZ_SCOPE, test_choose);
  ADD ("right", TEST_QUIZ_SCOPE, test_right);
  ADD ("wrong", TEST_QUIZ_SCOPE, test_wrong);
  ADD ("return", TEST_QUIZ_SCOPE, test_return);
  ADD ("end", TEST_QUIZ_SCOPE, test_end);
  ADD ("again", TEST_QUIZ_SCOPE, test_again);
  ADD ("survival", TEST_QUIZ_SCOPE, test_survival);
  ADD ("settings", TEST_QUIZ_SCOPE, test_settings);
  ADD ("pooled", "today", test_pooled);
  ADD ("empty", "my-stories", test_empty);
  ADD ("widths", TEST_QUIZ_SCOPE, test_widths);
  ADD ("explanation-in-view", TEST_QUIZ_SCOPE, test_explanation_in_view);

  return g_test_run ();
}

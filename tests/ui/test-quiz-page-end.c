/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cards-support.h"
#include "quiz-fixture.h"

#include "pages/quiz/end.h"
#include "pages/quiz/setup.h"
#include "settings.h"
#include "support.h"
#include "widgets/quiz-option.h"

/* The end of a quiz and its setup, as parts of the page. */

#define TITLE "The webhooks that vanished"

static void
fired_cb (GSimpleAction *action, GVariant *target, gpointer log)
{
  g_autofree char *text = g_variant_print (target, FALSE);

  g_string_append_printf (log, "%s %s\n", g_action_get_name (G_ACTION (action)),
                          text);
}

/* The window's actions, as they are fired. */
static GString *
add_actions (TestQuiz *f)
{
  const GActionEntry entries[] = {
    { "show-scenario", fired_cb, "s", NULL, NULL },
    { "show-place", fired_cb, "(sss)", NULL, NULL },
    { "mode", fired_cb, "s", NULL, NULL },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GString *log = g_string_new (NULL);

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries,
                                   G_N_ELEMENTS (entries), log);
  gtk_widget_insert_action_group (f->window, "win", G_ACTION_GROUP (group));
  return log;
}

static void
drop_actions (TestQuiz *f, GString *log)
{
  gtk_widget_insert_action_group (f->window, "win", NULL);
  g_string_free (log, TRUE);
}

static gboolean
is_over (TestQuiz *f)
{
  return starling_test_is_shown (starling_test_find (f->page,
                                                     STARLING_TYPE_QUIZ_END, 0),
                                 f->window);
}

/* Answers all questions, the first @n_wrong of them wrong at first. Returns how
 * many answers that were. */
static guint
answer_all (TestQuiz *f, guint n_wrong)
{
  guint n = 0;

  for (; !is_over (f); n++)
    {
      test_quiz_answer (f, n >= n_wrong);
      test_quiz_act (f, "quiz.next");
    }
  return n;
}

/* A button of the end: first the one of the advice, then those of mistakes. */
static void
click_nth (TestQuiz *f, guint nth)
{
  GtkWidget *end = starling_test_find (f->page, STARLING_TYPE_QUIZ_END, 0);

  test_quiz_click (starling_test_find (end, GTK_TYPE_BUTTON, nth));
}

static void
test_all_right (TestQuiz *f, gconstpointer data)
{
  GString *log = add_actions (f);

  answer_all (f, 0);
  g_assert_true (test_quiz_has_label (f, TITLE));
  g_assert_true (test_quiz_has_label (f, "7 of 7 right"));
  g_assert_true (test_quiz_has_label (f, "100% of 7 answers today"));
  g_assert_true (
      test_quiz_has_label (f, "The plot begins on your second day."));
  g_assert_false (test_quiz_has_label (f, "To look at again"));
  g_assert_false (test_quiz_has_label (f, "By kind"));
  click_nth (f, 0);
  g_assert_cmpstr (log->str, ==,
                   "show-scenario 'webhook-drops'\nmode 'rehearse'\n");
  drop_actions (f, log);
}

static void
test_wrong (TestQuiz *f, gconstpointer data)
{
  GString *log = add_actions (f);
  g_autofree char *first = NULL;

  g_assert_cmpuint (answer_all (f, 2), ==, 9);
  g_assert_true (test_quiz_has_label (f, "5 of 7 right"));
  g_assert_true (
      test_quiz_has_label (f, "The other 2 were right when they came back."));
  g_assert_true (test_quiz_has_label (f, "To look at again"));
  g_assert_true (test_quiz_has_label (f, "78% of 9 answers today"));

  /* the first mistake is where to begin */
  click_nth (f, 0);
  first = g_strdup (log->str);
  g_assert_true (g_str_has_prefix (first, "show-place ('webhook-drops', '"));
  g_string_truncate (log, 0);
  click_nth (f, 1);
  g_assert_cmpstr (log->str, ==, first);
  drop_actions (f, log);
}

/* What is told of days comes from the journal: also what was undone. */
static void
test_undo (TestQuiz *f, gconstpointer data)
{
  answer_all (f, 0);
  test_quiz_act (f, "quiz.undo");
  test_quiz_answer (f, FALSE);
  test_quiz_act (f, "quiz.next");
  answer_all (f, 0);
  g_assert_true (test_quiz_has_label (f, "6 of 7 right"));
  g_assert_true (
      test_quiz_has_label (f, "The other one was right when it came back."));
  g_assert_true (test_quiz_has_label (f, "88% of 8 answers today"));
}

/* --- setup --- */

static GtkWidget *
find_setup (TestQuiz *f)
{
  GtkWidget *setup = starling_test_find (f->page, STARLING_TYPE_QUIZ_SETUP, 0);

  g_assert_true (starling_test_is_shown (setup, f->window));
  return setup;
}

static gboolean
is_begun (TestQuiz *f)
{
  gboolean begun;

  g_object_get (find_setup (f), "begun", &begun, NULL);
  return begun;
}

/* It is there in each view, and knows whether the quiz keeps its questions. */
static void
test_setup (TestQuiz *f, gconstpointer data)
{
  g_assert_false (is_begun (f));
  test_quiz_answer (f, TRUE);
  g_assert_true (is_begun (f));
  test_quiz_act (f, "quiz.undo");
  g_assert_false (is_begun (f));
  test_quiz_answer (f, TRUE);
  test_quiz_act (f, "quiz.next");
  answer_all (f, 0);
  g_assert_false (is_begun (f));
  starling_session_set_scope (f->session, "my-stories");
  g_assert_true (test_quiz_has_label (f, "No questions here yet."));
  g_assert_false (is_begun (f));
}

static gboolean
is_closed (gpointer popover)
{
  return !gtk_widget_get_mapped (popover);
}

/* Another quiz, and the focus is where it is answered. */
static void
test_restart (TestQuiz *f, gconstpointer data)
{
  GtkWidget *setup = find_setup (f);
  GtkWidget *popover = starling_test_find (setup, GTK_TYPE_POPOVER, 0);

  test_quiz_answer (f, TRUE);
  test_quiz_act (f, "quiz.next");
  gtk_menu_button_popup (
      GTK_MENU_BUTTON (starling_test_find (setup, GTK_TYPE_MENU_BUTTON, 0)));
  starling_test_run_frames (f->window, 2);
  g_settings_set_int (starling_settings_get (), "quiz-length", 5);
  g_assert_true (test_quiz_has_label (f, "Question 2 of 7"));
  test_quiz_click (
      gtk_widget_get_ancestor (starling_test_find_label (setup, "Start anew"),
                               GTK_TYPE_BUTTON));
  starling_test_run_until (is_closed, popover);
  starling_test_run_frames (f->window, 2);
  g_assert_true (test_quiz_has_label (f, "Question 1 of 5"));
  g_assert_true (
      STARLING_IS_QUIZ_OPTION (gtk_window_get_focus (GTK_WINDOW (f->window))));
}

/* GTK 4.8 ends the program where a popover is opened for a button that is out
 * of sight. */
static void
test_in_view (TestQuiz *f, gconstpointer data)
{
  graphene_rect_t bounds;

  gtk_window_set_default_size (GTK_WINDOW (f->window), 360, 480);
  starling_test_run_frames (f->window, 3);
  test_quiz_answer (f, FALSE);
  starling_test_run_frames (f->window, 4);
  g_assert_true (
      gtk_widget_compute_bounds (find_setup (f), f->window, &bounds));
  g_assert_cmpfloat (bounds.origin.y, >=, 0);
}

/* --- nothing to ask --- */

/* A story of one's own has no written questions: whoever wants these alone is
 * told so. */
static void
test_no_kinds (void)
{
  static const char advice[] = "There is none of the kinds that you chose. "
                               "Choose more of them above.";
  g_autofree char *folder = starling_test_make_folder ();
  g_autoptr (StarlingClock) clock = starling_clock_new_fake (TEST_NOW, 0);
  TestQuiz f = { 0 };

  test_write_story (folder, "A story?");
  f.library = test_load_stories (folder, clock);
  f.session = starling_session_new (f.library);
  starling_session_set_scope (f.session, "scenario:own-story");
  test_quiz_set_kinds (1u << STARLING_QUESTION_WRITTEN);
  test_quiz_open_page (&f);
  g_assert_true (test_quiz_has_label (&f, advice));
  find_setup (&f);

  test_quiz_set_kinds (STARLING_ALL_QUESTION_KINDS);
  g_assert_false (test_quiz_has_label (&f, advice));

  test_quiz_close_page (&f);
  starling_test_drop_session (f.session);
  g_object_unref (f.library);
  g_settings_reset (starling_settings_get (), "quiz-kinds-off");
}

#define ADD(name, scope, func)                                                 \
  g_test_add ("/quiz-page-end/" name, TestQuiz, scope, test_quiz_set_up, func, \
              test_quiz_tear_down)

int
main (int argc, char *argv[])
{
  starling_test_init (&argc, &argv);

  ADD ("all-right", TEST_QUIZ_SCOPE, test_all_right);
  ADD ("wrong", TEST_QUIZ_SCOPE, test_wrong);
  ADD ("undo", TEST_QUIZ_SCOPE, test_undo);
  ADD ("setup", TEST_QUIZ_SCOPE, test_setup);
  ADD ("setup/restart", TEST_QUIZ_SCOPE, test_restart);
  ADD ("setup/in-view", TEST_QUIZ_SCOPE, test_in_view);
  g_test_add_func ("/quiz-page-end/no-kinds", test_no_kinds);

  return g_test_run ();
}

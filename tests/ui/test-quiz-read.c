/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "library-quiz.h"
#include "quiz-fixture.h"
#include "support.h"

#include <string.h>

/* The ways from a question into its story and back, with a window that does
 * what the real one does. */
static char *place; /* what was opened last */

static void
show_place_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  TestQuiz *f = data;
  const char *scenario, *step, *probe;
  g_autofree char *scope = NULL;

  g_variant_get (value, "(&s&s&s)", &scenario, &step, &probe);
  g_free (place);
  place = g_strdup_printf ("%s %s %s", scenario, step, probe);
  scope = g_strconcat ("scenario:", scenario, NULL);
  /* first the one, then the other: both orders are possible */
  starling_session_set_scope (f->session, scope);
  test_quiz_set_shown (f, FALSE);
}

static void
show_scope_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  TestQuiz *f = data;

  starling_session_set_scope (f->session, g_variant_get_string (value, NULL));
}

static void
set_up (TestQuiz *f, gconstpointer scope)
{
  const GActionEntry entries[] = {
    { "show-place", show_place_cb, "(sss)" },
    { "show-scope", show_scope_cb, "s" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  test_quiz_set_up (f, scope);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries,
                                   G_N_ELEMENTS (entries), f);
  gtk_widget_insert_action_group (f->window, "win", G_ACTION_GROUP (group));
}

static void
tear_down (TestQuiz *f, gconstpointer scope)
{
  test_quiz_tear_down (f, scope);
  g_clear_pointer (&place, g_free);
}

static gboolean
has_read_button (TestQuiz *f)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *button = starling_test_find (f->page, GTK_TYPE_BUTTON, i);
      const char *action
          = button == NULL
                ? NULL
                : gtk_actionable_get_action_name (GTK_ACTIONABLE (button));

      if (button == NULL)
        return FALSE;
      if (g_strcmp0 (action, "quiz.read") == 0)
        return starling_test_is_shown (button, f->window);
    }
}

/* Each question leads to where the story says more about it; before the
 * verdict that would give it away. */
static void
test_places (TestQuiz *f, gconstpointer data)
{
  for (guint i = 0; i < TEST_QUIZ_N_QUESTIONS; i++)
    {
      g_autoptr (StarlingQuestion) question
          = starling_library_open_question (f->library, "webhook-drops",
                                            test_quiz_asked (f)->id,
                                            STARLING_LEVEL_SDE2, 0, NULL, NULL);
      g_autofree char *expected
          = g_strdup_printf ("webhook-drops %s %s",
                             question->step == STARLING_NO_STEP
                                 ? ""
                                 : starling_step_to_id (
                                     (StarlingStepId) question->step),
                             question->probe != NULL ? question->probe : "");

      g_assert_false (has_read_button (f));
      test_quiz_act (f, "quiz.read");
      g_assert_null (place);
      test_quiz_answer (f, TRUE);
      g_assert_true (has_read_button (f));
      test_quiz_act (f, "quiz.read");
      g_assert_cmpstr (place, ==, expected);
      g_clear_pointer (&place, g_free);

      test_quiz_set_shown (f, TRUE);
      g_assert_true (test_quiz_has_label (f, "Right answer"));
      test_quiz_act (f, "quiz.next");
    }
  g_assert_false (has_read_button (f));
}

/* The quiz of a larger scope is there again, answered, with its scope. */
static void
test_back (TestQuiz *f, gconstpointer scope)
{
  test_quiz_press (f, GDK_KEY_1, 0);
  test_quiz_act (f, "quiz.check");
  test_quiz_act (f, "quiz.read");
  g_assert_true (
      g_str_has_prefix (starling_session_get_scope (f->session), "scenario:"));
  test_quiz_set_shown (f, TRUE);
  g_assert_cmpstr (starling_session_get_scope (f->session), ==, scope);
  g_assert_true (test_quiz_has_label (f, "Right answer"));

  /* that was for once */
  test_quiz_set_shown (f, FALSE);
  starling_session_set_scope (f->session, TEST_QUIZ_SCOPE);
  test_quiz_set_shown (f, TRUE);
  g_assert_cmpstr (starling_session_get_scope (f->session), ==,
                   TEST_QUIZ_SCOPE);
  g_assert_true (test_quiz_has_label (f, "Question 1 of 7"));
}

/* Whoever chooses something else meanwhile gets that. */
static void
test_elsewhere (TestQuiz *f, gconstpointer scope)
{
  g_autofree char *read = NULL;

  test_quiz_press (f, GDK_KEY_1, 0);
  test_quiz_act (f, "quiz.check");
  test_quiz_act (f, "quiz.read");
  read = g_strdup (starling_session_get_scope (f->session));
  starling_session_set_scope (f->session, "my-stories");
  starling_session_set_scope (f->session, read);
  test_quiz_set_shown (f, TRUE);
  g_assert_cmpstr (starling_session_get_scope (f->session), ==, read);
  g_assert_false (test_quiz_has_label (f, "Right answer"));

  /* what was begun waits where it was */
  starling_session_set_scope (f->session, scope);
  g_assert_true (test_quiz_has_label (f, "Right answer"));
}

#define ADD(name, scope, func)                                                 \
  g_test_add ("/quiz-read/" name, TestQuiz, scope, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  starling_test_init (&argc, &argv);

  ADD ("places", TEST_QUIZ_SCOPE, test_places);
  ADD ("back", "today", test_back);
  ADD ("elsewhere", "today", test_elsewhere);

  return g_test_run ();
}

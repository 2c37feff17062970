/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/loop/break.h"
#include "pages/rehearse/stage.h"
#include "rehearse-fixture.h"
#include "settings.h"
#include "support.h"

#include <string.h>

static const char *const keys[] = { "loop-interviewers", "loop-principles",
                                    "loop-questions", "loop-minutes" };

/* Of the bundled stories: three interviewers, one question each. */
static void
start_loop (TestRehearse *fixture)
{
  GSettings *settings = starling_settings_get ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (settings, keys[i]);
  g_settings_set_int (settings, "loop-principles", 1);
  g_settings_set_int (settings, "loop-questions", 1);
  test_rehearse_click (fixture, "Mock loop");
  test_rehearse_click (fixture, "Start loop");
}

/* Saves the answer under way, and returns the id of the event. */
static char *
save (TestRehearse *fixture)
{
  g_clear_pointer (&fixture->toast, g_free);
  test_rehearse_pass (fixture, 1000);
  test_rehearse_click (fixture, "Finish");
  test_rehearse_click (fixture, "Save");
  starling_test_run_until (test_rehearse_has_toast, fixture);
  return g_strdup (fixture->event_id);
}

/* Answers the question whose turn it is. */
static char *
answer (TestRehearse *fixture)
{
  test_rehearse_click (fixture, "Start");
  return save (fixture);
}

static void
leave (TestRehearse *fixture)
{
  starling_session_set_scope (fixture->session, "my-stories");
  starling_session_set_scope (fixture->session, "today");
  g_assert_true (
      test_rehearse_has_label (fixture, "A whole day of interviews"));
}

static const StarlingEvent *
get_event (TestRehearse *fixture, const char *id)
{
  return starling_progress_get_event (starling_library_get_progress (
                                          fixture->library),
                                      id);
}

/* Whose turn it is says the answer under way, whatever became of the others. */
static void
test_head (TestRehearse *fixture, gconstpointer scope)
{
  g_autofree char *first = NULL;

  start_loop (fixture);
  first = answer (fixture);
  test_rehearse_click (fixture, "Start");
  g_assert_true (test_rehearse_has_label (fixture, "Interviewer 2 of 3"));
  g_assert_true (starling_library_undo (fixture->library, first));
  g_assert_true (test_rehearse_has_label (fixture, "Interviewer 2 of 3"));
  g_free (save (fixture));
  g_assert_true (test_rehearse_has_label (fixture, "Interviewer 1 of 3"));
}

/* An answer of a loop that was ended stays with it. */
static void
test_answer_of_another (TestRehearse *fixture, gconstpointer scope)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  const StarlingEvent *one, *other;

  start_loop (fixture);
  first = answer (fixture);
  test_rehearse_click (fixture, "Start");
  leave (fixture);
  start_loop (fixture);
  g_assert_true (
      test_rehearse_is_shown (fixture, STARLING_TYPE_REHEARSE_LOOP_BREAK));
  g_assert_true (test_rehearse_has_label (fixture, "0 of 3 answered"));

  test_rehearse_click (fixture, "Resume"); /* the offer */
  g_assert_true (test_rehearse_has_label (fixture, "Interviewer 2 of 3"));
  second = save (fixture);
  one = get_event (fixture, first);
  other = get_event (fixture, second);
  g_assert_cmpstr (other->loop, ==, one->loop);
  g_assert_cmpint (other->slot, ==, 1);

  /* Then the new one goes on. */
  g_assert_true (test_rehearse_has_label (fixture, "0 of 3 answered"));
  g_free (second);
  second = answer (fixture);
  other = get_event (fixture, second);
  g_assert_cmpstr (other->loop, !=, one->loop);
  g_assert_true (test_rehearse_has_label (fixture, "1 of 3 answered"));
}

/* It can be finished even if no loop is open. */
static void
test_answer_of_none (TestRehearse *fixture, gconstpointer scope)
{
  g_autoptr (StarlingEvent) end = starling_event_new (STARLING_EVENT_LOOP_END);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  start_loop (fixture);
  first = answer (fixture);
  test_rehearse_click (fixture, "Start");
  leave (fixture);
  end->loop = g_strdup (get_event (fixture, first)->loop);
  end->status = g_strdup ("ended");
  starling_library_record_async (fixture->library, end, NULL, NULL, NULL);

  test_rehearse_click (fixture, "Resume");
  g_assert_true (
      test_rehearse_is_shown (fixture, STARLING_TYPE_REHEARSE_STAGE));
  g_assert_true (test_rehearse_has_label (fixture, "Interviewer 2 of 3"));
  second = save (fixture);
  g_assert_cmpstr (get_event (fixture, second)->loop, ==, end->loop);
  g_assert_true (
      test_rehearse_has_label (fixture, "A whole day of interviews"));
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (TestRehearse *, gconstpointer);
  } tests[] = {
    { "/rehearse-loop-page/head", test_head },
    { "/rehearse-loop-page/answer-of-another", test_answer_of_another },
    { "/rehearse-loop-page/answer-of-none", test_answer_of_none },
  };

  starling_test_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, TestRehearse, "today", test_rehearse_set_up,
                tests[i].test, test_rehearse_tear_down);

  return g_test_run ();
}

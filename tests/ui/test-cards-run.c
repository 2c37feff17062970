/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cards-run-fixture.h"
#include "support.h"

#include <string.h>

/* The first cards are new, and nothing is told before it is asked for. */
static void
test_start (TestRun *fixture, gconstpointer scope)
{
  const StarlingCardView *view = starling_cards_run_get_view (fixture->run);

  g_assert_nonnull (test_run_get_card (fixture));
  g_assert_nonnull (view);
  g_assert_cmpstr (view->lens->scenario->id, ==, "webhook-drops");
  g_assert_false (starling_cards_run_is_shown (fixture->run));
  g_assert_cmpint (starling_cards_run_get_pile (fixture->run), ==,
                   STARLING_PILE_NEW);
  g_assert_false (starling_cards_run_grade (fixture->run, 3));
  g_assert_false (starling_cards_run_can_undo (fixture->run));
  g_assert_false (starling_cards_run_undo (fixture->run));
  g_assert_true (starling_cards_run_show (fixture->run));
  g_assert_false (starling_cards_run_show (fixture->run));
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

/* What a grade leaves in the journal. */
static void
test_event (TestRun *fixture, gconstpointer scope)
{
  g_autofree char *name = g_strdup (test_run_get_card (fixture));
  g_autofree char *file = NULL;
  g_autofree char *text = NULL;
  g_autoptr (StarlingEvent) event = NULL;

  starling_session_set_level (fixture->session, STARLING_LEVEL_SENIOR);
  starling_session_set_wanted_angle (
      fixture->session,
      starling_test_find_principle (fixture->session, "dive-deep"));
  starling_cards_run_follow (fixture->run);
  g_assert_cmpstr (test_run_get_card (fixture), ==, name);
  starling_cards_run_set_running (fixture->run, TRUE);
  starling_clock_advance (fixture->clock, 24000);
  starling_cards_run_set_running (fixture->run, FALSE);
  starling_clock_advance (fixture->clock, 60000);
  test_run_grade (fixture, STARLING_GRADE_HARD);
  g_assert_cmpint (starling_cards_run_get_spent (fixture->run), ==, 0);

  starling_library_flush (fixture->library);
  file = g_build_filename (starling_library_get_user_dir (fixture->library),
                           "journal.jsonl", NULL);
  g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  event = starling_event_parse (g_strchomp (text), -1, NULL);
  g_assert_nonnull (event);
  g_assert_cmpint (event->type, ==, STARLING_EVENT_REVIEW);
  g_assert_cmpstr (event->card, ==, name);
  g_assert_cmpint (event->grade, ==, STARLING_GRADE_HARD);
  g_assert_cmpint (event->ms, ==, 24000);
  g_assert_cmpint (event->level, ==, STARLING_LEVEL_SENIOR);
  g_assert_cmpstr (event->angle, ==, "dive-deep");
}

/* The button says what the replay of the journal then says. */
static void
test_intervals (TestRun *fixture, gconstpointer scope)
{
  for (guint round = 0; round < 4; round++)
    for (int wanted = STARLING_GRADE_AGAIN; wanted <= STARLING_GRADE_EASY;
         wanted++)
      {
        g_autofree char *name = g_strdup (test_run_get_card (fixture));
        gint64 now = starling_clock_get_utc (fixture->clock);
        gint64 seconds, due;
        const StarlingCardRecord *record;

        g_assert_nonnull (name);
        seconds = starling_cards_run_get_interval (fixture->run, wanted);
        test_run_grade (fixture, wanted);
        record = test_run_find_record (fixture, name);
        due = record->memory.due;
        if (record->memory.state == STARLING_MEMORY_REVIEW)
          g_assert_cmpint (seconds, ==,
                           86400
                               * (starling_day_of (due * 1000, 0)
                                  - starling_day_of (now, 0)));
        else
          g_assert_cmpint (seconds, ==, due - now / 1000);
        starling_clock_advance (fixture->clock, 7 * TEST_MINUTE);
        if (test_run_get_card (fixture) == NULL)
          {
            starling_clock_advance (fixture->clock, 9 * TEST_DAY);
            starling_cards_run_follow (fixture->run);
          }
      }
}

/* No card comes back later than the last look before the interview. */
static void
test_interview (TestRun *fixture, gconstpointer scope)
{
  gint64 without
      = starling_cards_run_get_interval (fixture->run, STARLING_GRADE_EASY);
  gint64 with;

  g_assert_cmpint (without, >, 4 * 86400);
  test_record_goal (fixture->library, "2026-11-28", NULL);
  starling_cards_run_follow (fixture->run);
  with = starling_cards_run_get_interval (fixture->run, STARLING_GRADE_EASY);
  g_assert_cmpint (with, >=, 86400);
  g_assert_cmpint (with, <=, 4 * 86400);
}

/* Undo, as often as there was something: counts, card and record are back. */
static void
test_undo (TestRun *fixture, gconstpointer scope)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint before[STARLING_N_PILES];
  StarlingCardsFacts facts;

  starling_cards_run_count (fixture->run, before);
  for (guint i = 0; i < 5; i++)
    {
      g_ptr_array_add (names, g_strdup (test_run_get_card (fixture)));
      test_run_grade (fixture,
                      i % 2 == 0 ? STARLING_GRADE_AGAIN : STARLING_GRADE_EASY);
    }
  starling_cards_run_show (fixture->run);
  for (guint i = 5; i > 0; i--)
    {
      const char *name = g_ptr_array_index (names, i - 1);

      g_assert_true (starling_cards_run_can_undo (fixture->run));
      g_assert_true (starling_cards_run_undo (fixture->run));
      g_assert_cmpstr (test_run_get_card (fixture), ==, name);
      g_assert_false (starling_cards_run_is_shown (fixture->run));
      g_assert_cmpint (test_run_find_record (fixture, name)->memory.reps, ==,
                       0);
    }
  g_assert_false (starling_cards_run_undo (fixture->run));
  test_run_assert_counts (fixture, before[0], before[1], before[2]);
  starling_cards_run_get_facts (fixture->run, &facts);
  g_assert_cmpuint (facts.n_done, ==, 0);
  g_assert_cmpint (facts.ms, ==, 0);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

/* Bury, suspend and reset: said with a way back, which leads back. */
static void
test_act (TestRun *fixture, gconstpointer scope)
{
  static const struct
  {
    const char *action;
    const char *toast;
    gboolean stays;
  } cases[] = {
    { "bury", "Buried until tomorrow.", FALSE },
    { "suspend", "Suspended until you bring it back.", FALSE },
    { "reset", "Reset: the card is new again.", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup (test_run_get_card (fixture));
      guint before[STARLING_N_PILES];

      starling_cards_run_count (fixture->run, before);
      g_assert_true (starling_cards_run_act (fixture->run, cases[i].action));
      g_assert_cmpstr (fixture->toast, ==, cases[i].toast);
      g_assert_nonnull (fixture->toast_event);
      if (!cases[i].stays)
        {
          g_assert_cmpstr (test_run_get_card (fixture), !=, name);
          test_run_assert_counts (fixture, before[0] - 1, before[1], before[2]);
        }

      /* the toast's own way back, which the run only hears of */
      fixture->n_changed = 0;
      g_assert_true (
          starling_library_undo (fixture->library, fixture->toast_event));
      g_assert_cmpuint (fixture->n_changed, ==, 1);
      g_assert_cmpstr (test_run_get_card (fixture), ==, name);
      test_run_assert_counts (fixture, before[0], before[1], before[2]);
      g_assert_false (starling_cards_run_can_undo (fixture->run));
    }
}

/* A card that is failed for the eighth time is set aside. */
static void
test_leech (TestRun *fixture, gconstpointer scope)
{
  g_autofree char *name = g_strdup (test_run_get_card (fixture));
  StarlingCardsFacts facts;

  for (guint i = 0; i < STARLING_LEECH_LAPSES; i++)
    {
      /* learnt, then forgotten */
      while (test_run_find_record (fixture, name)->memory.state
             != STARLING_MEMORY_REVIEW)
        {
          while (g_strcmp0 (test_run_get_card (fixture), name) != 0)
            starling_cards_run_act (fixture->run, "bury");
          test_run_grade (fixture, STARLING_GRADE_EASY);
        }
      g_assert_null (fixture->toast == NULL
                             || strstr (fixture->toast, "aside") == NULL
                         ? NULL
                         : fixture->toast);
      starling_clock_advance (fixture->clock, 90 * TEST_DAY);
      starling_cards_run_follow (fixture->run);
      while (g_strcmp0 (test_run_get_card (fixture), name) != 0)
        {
          g_assert_nonnull (test_run_get_card (fixture));
          starling_cards_run_act (fixture->run, "bury");
        }
      test_run_grade (fixture, STARLING_GRADE_AGAIN);
    }

  g_assert_true (test_run_find_record (fixture, name)->leech);
  g_assert_cmpstr (fixture->toast, ==,
                   "Set aside: failed eight times. Read the story again.");
  g_assert_nonnull (fixture->toast_event);
  starling_cards_run_get_facts (fixture->run, &facts);
  g_assert_cmpuint (facts.n_aside, ==, 1);

  g_assert_true (starling_cards_run_undo (fixture->run));
  g_assert_false (test_run_find_record (fixture, name)->leech);
  g_assert_cmpstr (test_run_get_card (fixture), ==, name);
  g_assert_cmpstr (fixture->toast, ==, "Undone.");
}

/* What was set aside comes back, all of it, and goes again by one Undo. */
static void
test_bring_back (TestRun *fixture, gconstpointer scope)
{
  StarlingCardsFacts facts;
  guint n;

  starling_cards_run_act (fixture->run, "suspend");
  starling_cards_run_act (fixture->run, "suspend");
  n = test_run_finish (fixture);
  starling_cards_run_get_facts (fixture->run, &facts);
  g_assert_cmpuint (facts.n_aside, ==, 2);
  g_assert_cmpuint (facts.n_done, ==, n);
  g_assert_true (facts.is_story);

  g_assert_cmpuint (starling_cards_run_bring_back (fixture->run), ==, 2);
  g_assert_nonnull (test_run_get_card (fixture));
  test_run_assert_counts (fixture, 2, 0, 0);
  g_assert_true (starling_cards_run_undo (fixture->run));
  g_assert_null (test_run_get_card (fixture));
  starling_cards_run_get_facts (fixture->run, &facts);
  g_assert_cmpuint (facts.n_aside, ==, 2);
}

/* The lens changes what is shown, not what is due. */
static void
test_lens (TestRun *fixture, gconstpointer scope)
{
  g_autofree char *name = g_strdup (test_run_get_card (fixture));
  guint before[STARLING_N_PILES];

  starling_cards_run_count (fixture->run, before);
  starling_cards_run_show (fixture->run);
  starling_session_set_wanted_angle (
      fixture->session,
      starling_test_find_principle (fixture->session, "dive-deep"));
  g_assert_false (starling_cards_run_follow (fixture->run));
  g_assert_cmpstr (test_run_get_card (fixture), ==, name);
  g_assert_true (starling_cards_run_is_shown (fixture->run));
  g_assert_cmpint (starling_cards_run_get_view (fixture->run)->lens->angle, !=,
                   STARLING_AS_TOLD);
  test_run_assert_counts (fixture, before[0], before[1], before[2]);

  starling_session_set_level (fixture->session, STARLING_LEVEL_SDE1);
  starling_cards_run_follow (fixture->run);
  g_assert_cmpstr (test_run_get_card (fixture), ==, name);
  g_assert_true (starling_cards_run_is_shown (fixture->run));
  g_assert_cmpint (starling_cards_run_get_view (fixture->run)->lens->level, ==,
                   STARLING_LEVEL_SDE1);
}

/* Another scope has a queue of its own; the first one goes on where it was. */
static void
test_scope (TestRun *fixture, gconstpointer scope)
{
  g_autofree char *name = NULL;
  StarlingCardsFacts facts;

  test_run_grade (fixture, STARLING_GRADE_EASY);
  name = g_strdup (test_run_get_card (fixture));
  starling_session_set_scope (fixture->session, "principle:frugality");
  g_assert_true (starling_cards_run_follow (fixture->run));
  g_assert_nonnull (test_run_get_card (fixture));
  g_assert_false (
      g_str_has_prefix (test_run_get_card (fixture), "webhook-drops#"));
  starling_cards_run_get_facts (fixture->run, &facts);
  g_assert_false (facts.is_story);

  starling_session_set_scope (fixture->session, scope);
  g_assert_true (starling_cards_run_follow (fixture->run));
  g_assert_cmpstr (test_run_get_card (fixture), ==, name);
  g_assert_false (starling_cards_run_follow (fixture->run));

  /* what is taken back may belong to another scope */
  starling_session_set_scope (fixture->session, "my-stories");
  starling_cards_run_follow (fixture->run);
  g_assert_null (test_run_get_card (fixture));
  starling_cards_run_get_facts (fixture->run, &facts);
  g_assert_cmpuint (facts.n_cards, ==, 0);
  g_assert_true (starling_cards_run_undo (fixture->run));
  g_assert_null (test_run_get_card (fixture));
  g_assert_cmpstr (fixture->toast, ==, "Undone.");
}

/* A card in learning comes back by itself, and tomorrow the rest does. */
static void
test_wake (TestRun *fixture, gconstpointer scope)
{
  g_autofree char *name = g_strdup (test_run_get_card (fixture));
  StarlingCardsFacts facts;
  guint n_done;

  test_run_grade (fixture, STARLING_GRADE_GOOD);
  while (test_run_get_card (fixture) != NULL
         && g_strcmp0 (test_run_get_card (fixture), name) != 0)
    test_run_grade (fixture, STARLING_GRADE_EASY);
  /* in its time, or early where nothing else is left */
  g_assert_cmpstr (test_run_get_card (fixture), ==, name);
  g_assert_cmpint (starling_cards_run_get_pile (fixture->run), ==,
                   STARLING_PILE_LEARNING);
  starling_cards_run_act (fixture->run, "bury");
  g_assert_null (test_run_get_card (fixture));
  g_assert_false (starling_cards_run_wake (fixture->run));
  starling_cards_run_get_facts (fixture->run, &facts);
  n_done = facts.n_done;
  g_assert_cmpuint (n_done, >, 5);
  g_assert_cmpint (facts.wait_ms, ==, -1);
  g_assert_cmpint (facts.next_days, ==, 1);
  g_assert_cmpuint (facts.n_next, >=, 1);

  starling_clock_advance (fixture->clock, TEST_DAY);
  g_assert_true (starling_cards_run_wake (fixture->run));
  g_assert_cmpstr (test_run_get_card (fixture), ==, name);
  starling_cards_run_get_facts (fixture->run, &facts);
  g_assert_cmpuint (facts.n_done, ==, 0);
}

/* More new cards than those of the day, where somebody asks for them. */
static void
test_add (TestRun *fixture, gconstpointer scope)
{
  StarlingCardsFacts facts;
  guint n_unseen;

  test_run_finish (fixture);
  starling_cards_run_get_facts (fixture->run, &facts);
  n_unseen = facts.n_unseen;
  g_assert_cmpuint (n_unseen, >, STARLING_CARDS_EXTRA_NEW);
  starling_cards_run_add (fixture->run, STARLING_CARDS_EXTRA_NEW);
  test_run_assert_counts (fixture, STARLING_CARDS_EXTRA_NEW, 0, 0);
  g_assert_cmpuint (test_run_finish (fixture), ==, STARLING_CARDS_EXTRA_NEW);
  starling_cards_run_get_facts (fixture->run, &facts);
  g_assert_cmpuint (facts.n_unseen, ==, n_unseen - STARLING_CARDS_EXTRA_NEW);
}

/* Somebody else graded the card on screen: it gives way. */
static void
test_elsewhere (TestRun *fixture, gconstpointer scope)
{
  g_autofree char *name = g_strdup (test_run_get_card (fixture));

  test_record_review (fixture->library, name, STARLING_GRADE_EASY, 0);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  starling_cards_run_follow (fixture->run);
  g_assert_cmpstr (test_run_get_card (fixture), !=, name);
  g_assert_false (starling_cards_run_can_undo (fixture->run));
}

/* After days away the backlog comes in portions, one after the other. */
static void
test_portions (TestRun *fixture, gconstpointer scope)
{
  g_autoptr (GPtrArray) names = test_go_away (fixture->library);
  StarlingCardsFacts facts;
  guint n_waiting = names->len - STARLING_PORTION;

  g_assert_cmpuint (n_waiting, >, STARLING_PORTION);

  starling_cards_run_follow (fixture->run);
  test_run_assert_counts (fixture, 0, 0, STARLING_PORTION);
  g_assert_cmpuint (starling_cards_run_get_portion (fixture->run), ==,
                    STARLING_PORTION);
  test_run_grade (fixture, STARLING_GRADE_EASY);
  g_assert_cmpuint (starling_cards_run_get_portion (fixture->run), ==, 0);
  test_run_finish (fixture);
  starling_cards_run_get_facts (fixture->run, &facts);
  g_assert_cmpuint (facts.n_done, ==, STARLING_PORTION);
  g_assert_cmpuint (facts.n_waiting, ==, n_waiting);

  starling_cards_run_add (fixture->run, 0);
  test_run_assert_counts (fixture, 0, 0, STARLING_PORTION);
  g_assert_cmpuint (test_run_finish (fixture), ==, STARLING_PORTION);
  starling_cards_run_get_facts (fixture->run, &facts);
  g_assert_cmpuint (facts.n_done, ==, 2 * STARLING_PORTION);
  g_assert_cmpuint (facts.n_waiting, ==, n_waiting - STARLING_PORTION);
}

/* The queue holds what Today says, in whatever way the day goes. */
static void
assert_as_planned (TestRun *fixture)
{
  StarlingPlanInput input;
  StarlingPlan plan;

  starling_library_get_plan_input (fixture->library, STARLING_LEVEL_SDE2,
                                   &input);
  starling_plan_make (&input, starling_library_get_deck (fixture->library),
                      &plan);
  test_run_assert_counts (fixture, plan.n_new, plan.n_learning, plan.n_due);
}

/* A new card that is set aside makes room for another one, and one that is
 * reset takes its place again; but not as the very next card. */
static void
test_act_today (TestRun *fixture, gconstpointer scope)
{
  static const char *const actions[] = { "reset", "bury", "suspend", "reset" };

  test_record_limits (fixture->library, 2, 200);
  starling_cards_run_follow (fixture->run);
  assert_as_planned (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autofree char *name = g_strdup (test_run_get_card (fixture));

      g_assert_true (starling_cards_run_act (fixture->run, actions[i]));
      g_test_message ("%s", actions[i]);
      g_assert_cmpstr (test_run_get_card (fixture), !=, name);
      test_run_assert_counts (fixture, 2, 0, 0);
      assert_as_planned (fixture);
    }
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_assert_true (starling_cards_run_undo (fixture->run));
      assert_as_planned (fixture);
    }
  g_assert_cmpuint (test_run_finish (fixture), ==, 2);
  assert_as_planned (fixture);
}

/* Extra cards are had once: what makes the queue anew does not add them again,
 * and taking one back does not lose it. */
static void
test_add_once (TestRun *fixture, gconstpointer scope)
{
  test_run_finish (fixture);
  starling_cards_run_add (fixture->run, STARLING_CARDS_EXTRA_NEW);
  test_run_grade (fixture, STARLING_GRADE_EASY);
  test_run_grade (fixture, STARLING_GRADE_EASY);
  test_run_assert_counts (fixture, STARLING_CARDS_EXTRA_NEW - 2, 0, 0);
  g_assert_true (starling_cards_run_act (fixture->run, "bury"));
  test_run_assert_counts (fixture, STARLING_CARDS_EXTRA_NEW - 2, 0, 0);
  g_assert_true (starling_cards_run_undo (fixture->run));
  g_assert_true (starling_cards_run_undo (fixture->run));
  test_run_assert_counts (fixture, STARLING_CARDS_EXTRA_NEW - 1, 0, 0);
  test_record_limits (fixture->library, 20, 100);
  starling_cards_run_follow (fixture->run);
  test_run_assert_counts (fixture, STARLING_CARDS_EXTRA_NEW - 1, 0, 0);
}

/* A card that came again counts once. */
static void
test_done (TestRun *fixture, gconstpointer scope)
{
  StarlingCardsFacts facts;

  test_record_limits (fixture->library, 2, 200);
  starling_cards_run_follow (fixture->run);
  for (guint i = 0; i < 6; i++)
    test_run_grade (fixture, STARLING_GRADE_AGAIN);
  starling_cards_run_get_facts (fixture->run, &facts);
  g_assert_cmpuint (facts.n_done, ==, 2);
  for (guint i = 0; i < 5; i++)
    g_assert_true (starling_cards_run_undo (fixture->run));
  starling_cards_run_get_facts (fixture->run, &facts);
  g_assert_cmpuint (facts.n_done, ==, 1);
}

/* The limit of a day can be gone beyond, but only if somebody asks for it. */
static void
test_limit (TestRun *fixture, gconstpointer scope)
{
  StarlingCardsFacts facts;

  test_run_finish (fixture);
  starling_clock_advance (fixture->clock, 30 * TEST_DAY);
  test_record_limits (fixture->library, 0, 2);
  starling_cards_run_follow (fixture->run);
  test_run_assert_counts (fixture, 0, 0, 2);
  g_assert_cmpuint (test_run_finish (fixture), ==, 2);
  starling_cards_run_get_facts (fixture->run, &facts);
  g_assert_cmpuint (facts.n_waiting, >, 5);

  starling_cards_run_add (fixture->run, 0);
  test_run_assert_counts (fixture, 0, 0, facts.n_waiting);
  g_assert_cmpuint (test_run_finish (fixture), ==, facts.n_waiting);
  starling_cards_run_get_facts (fixture->run, &facts);
  g_assert_cmpuint (facts.n_waiting, ==, 0);
}

/* What is learnt comes back in its time, which may be later today. */
static void
test_wait (TestRun *fixture, gconstpointer scope)
{
  gint64 now = starling_clock_get_utc (fixture->clock);
  g_autofree char *name = g_strdup (test_run_get_card (fixture));
  StarlingCardsFacts facts;

  test_record_limits (fixture->library, 0, 200);
  test_record_review (fixture->library, name, STARLING_GRADE_AGAIN,
                      now + 40 * TEST_MINUTE);
  starling_cards_run_follow (fixture->run);
  g_assert_null (test_run_get_card (fixture));
  test_run_assert_counts (fixture, 0, 1, 0);
  starling_cards_run_get_facts (fixture->run, &facts);
  g_assert_cmpint (facts.wait_ms, ==, 41 * TEST_MINUTE);
  g_assert_cmpint (starling_cards_run_get_wait (fixture->run), ==,
                   41 * TEST_MINUTE);
  g_assert_false (starling_cards_run_wake (fixture->run));

  starling_clock_advance (fixture->clock, 41 * TEST_MINUTE);
  g_assert_true (starling_cards_run_wake (fixture->run));
  g_assert_cmpstr (test_run_get_card (fixture), ==, name);
  g_assert_cmpint (starling_cards_run_get_pile (fixture->run), ==,
                   STARLING_PILE_LEARNING);
}

int
main (int argc, char **argv)
{
  starling_test_init (&argc, &argv);
  test_run_add ("/cards-run/start", TEST_STORY, test_start);
  test_run_add ("/cards-run/event", TEST_STORY, test_event);
  test_run_add ("/cards-run/intervals", TEST_STORY, test_intervals);
  test_run_add ("/cards-run/interview", TEST_STORY, test_interview);
  test_run_add ("/cards-run/undo", TEST_STORY, test_undo);
  test_run_add ("/cards-run/act", TEST_STORY, test_act);
  test_run_add ("/cards-run/leech", TEST_STORY, test_leech);
  test_run_add ("/cards-run/bring-back", TEST_STORY, test_bring_back);
  test_run_add ("/cards-run/lens", TEST_STORY, test_lens);
  test_run_add ("/cards-run/scope", TEST_STORY, test_scope);
  test_run_add ("/cards-run/wake", TEST_STORY, test_wake);
  test_run_add ("/cards-run/add", "today", test_add);
  test_run_add ("/cards-run/act-today", "today", test_act_today);
  test_run_add ("/cards-run/add-once", "today", test_add_once);
  test_run_add ("/cards-run/done", "today", test_done);
  test_run_add ("/cards-run/elsewhere", TEST_STORY, test_elsewhere);
  test_run_add ("/cards-run/portions", "today", test_portions);
  test_run_add ("/cards-run/limit", TEST_STORY, test_limit);
  test_run_add ("/cards-run/wait", TEST_STORY, test_wait);
  return g_test_run ();
}

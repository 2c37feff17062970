/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* Time in a session of flashcards: that on cards, days, and what they bring. */

#include "cards-run-fixture.h"
#include "support.h"

#include <string.h>

/* From TEST_NOW to the hour at which a study day ends. */
#define TO_NIGHT (19 * TEST_HOUR)

static void
get_facts (TestRun *fixture, StarlingCardsFacts *facts)
{
  starling_cards_run_get_facts (fixture->run, facts);
}

/* A card that is graded after the end of its day begins the next one. */
static void
test_night (TestRun *fixture, gconstpointer scope)
{
  StarlingCardsFacts facts;

  for (guint i = 0; i < 3; i++)
    test_run_grade (fixture, STARLING_GRADE_EASY);
  test_run_assert_counts (fixture, 17, 0, 0);
  starling_cards_run_show (fixture->run);
  starling_clock_advance (fixture->clock, TO_NIGHT - 1);
  g_assert_false (starling_cards_run_follow (fixture->run));
  starling_clock_advance (fixture->clock, 1);
  g_assert_true (starling_cards_run_grade (fixture->run, STARLING_GRADE_EASY));
  test_run_assert_counts (fixture, 19, 0, 0);
  get_facts (fixture, &facts);
  g_assert_cmpuint (facts.n_done, ==, 0);
  g_assert_cmpint (facts.ms, ==, 0);

  /* so it does without a grade */
  starling_clock_advance (fixture->clock, TEST_DAY - 1);
  g_assert_false (starling_cards_run_follow (fixture->run));
  starling_clock_advance (fixture->clock, 1);
  g_assert_true (starling_cards_run_follow (fixture->run));
}

/* A clock that was wrong by days: the day is another one. */
static void
test_set_back (TestRun *fixture, gconstpointer scope)
{
  static const struct
  {
    gint64 ms;
    gboolean is_other_day;
  } cases[] = {
    { -TEST_HOUR, FALSE },
    { -23 * TEST_HOUR, FALSE }, /* a day in all */
    { -1, TRUE },
    { -2 * TEST_DAY, TRUE },
  };

  test_run_grade (fixture, STARLING_GRADE_EASY);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %u", i);
      starling_clock_advance (fixture->clock, cases[i].ms);
      g_assert_cmpint (starling_cards_run_follow (fixture->run), ==,
                       cases[i].is_other_day);
    }
}

/* The time of cards adds up; what is taken back took none. */
static void
test_ms (TestRun *fixture, gconstpointer scope)
{
  static const gint64 times[] = { 24000, 10000, 5000 };
  gint64 all = 0;
  StarlingCardsFacts facts;

  starling_cards_run_set_running (fixture->run, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      starling_clock_advance (fixture->clock, times[i]);
      test_run_grade (fixture, STARLING_GRADE_EASY);
      all += times[i];
      get_facts (fixture, &facts);
      g_assert_cmpint (facts.ms, ==, all);
    }
  for (guint i = G_N_ELEMENTS (times); i > 0; i--)
    {
      g_assert_true (starling_cards_run_undo (fixture->run));
      all -= times[i - 1];
      get_facts (fixture, &facts);
      g_assert_cmpint (facts.ms, ==, all);
    }
}

/* A card that was reviewed and then buried: without the latter, it still was
 * reviewed. */
static void
test_undo_bury (TestRun *fixture, gconstpointer scope)
{
  g_autofree char *name = NULL;
  StarlingCardsFacts facts;

  test_record_limits (fixture->library, 1, 200);
  starling_cards_run_follow (fixture->run);
  name = g_strdup (test_run_get_card (fixture));
  test_run_grade (fixture, STARLING_GRADE_AGAIN);
  g_assert_cmpstr (test_run_get_card (fixture), ==, name);
  g_assert_true (starling_cards_run_act (fixture->run, "bury"));
  g_assert_true (starling_cards_run_undo (fixture->run));
  g_assert_cmpstr (test_run_get_card (fixture), ==, name);
  get_facts (fixture, &facts);
  g_assert_cmpuint (facts.n_done, ==, 1);
}

static gboolean
has_toast (gpointer data)
{
  return ((TestRun *) data)->toast != NULL;
}

/* What cannot be recorded is not lost without a word. */
static void
test_refused (TestRun *fixture, gconstpointer scope)
{
  starling_cards_run_set_running (fixture->run, TRUE);
  starling_clock_advance (fixture->clock, 400 * TEST_DAY);
  test_run_grade (fixture, STARLING_GRADE_GOOD);
  starling_test_run_until (has_toast, fixture);
  g_assert_nonnull (strstr (fixture->toast, "ms"));
  g_assert_null (fixture->toast_event);
}

/* A card that was buried comes back tomorrow, also if it is new. */
static void
test_buried (TestRun *fixture, gconstpointer scope)
{
  g_autofree char *name = g_strdup (test_run_get_card (fixture));
  StarlingCardsFacts facts;

  starling_cards_run_act (fixture->run, "bury");
  g_assert_cmpuint (test_run_finish (fixture), ==, TEST_STORY_N_NEW - 1);
  get_facts (fixture, &facts);
  g_assert_cmpint (facts.next_days, ==, 1);
  g_assert_cmpuint (facts.n_next, ==, 1);

  starling_clock_advance (fixture->clock, TEST_DAY);
  starling_cards_run_follow (fixture->run);
  g_assert_cmpstr (test_run_get_card (fixture), ==, name);
  test_run_assert_counts (fixture, 1, 0, 0);
}

/* Goes on day by day until there are cards; there have to be as many, and as
 * soon, as was said. */
static void
assert_as_said (TestRun *fixture)
{
  StarlingCardsFacts facts;

  get_facts (fixture, &facts);
  g_test_message ("in %d days %u cards", facts.next_days, facts.n_next);
  g_assert_cmpint (facts.next_days, >, 0);
  for (int i = 1; i <= facts.next_days; i++)
    {
      starling_clock_advance (fixture->clock, TEST_DAY);
      g_assert_true (starling_cards_run_follow (fixture->run));
      g_assert_cmpuint (test_run_count (fixture), ==,
                        i < facts.next_days ? 0 : facts.n_next);
    }
}

/* The next cards are found, also weeks away. */
static void
test_far (TestRun *fixture, gconstpointer scope)
{
  StarlingCardsFacts facts;

  for (guint i = 0; i < 2; i++)
    {
      while (test_run_get_card (fixture) != NULL)
        test_run_grade (fixture,
                        i == 0 ? STARLING_GRADE_EASY : STARLING_GRADE_HARD);
      get_facts (fixture, &facts);
      g_assert_cmpint (facts.next_days, >, 7);
      assert_as_said (fixture);
    }
}

/* With an interview new cards are dealt out over all stories, and what is not
 * to be prepared has to wait: a scope is promised no more than that. */
static void
test_goal (TestRun *fixture, gconstpointer data)
{
  static const struct
  {
    const char *scope;
    const char *principle; /* to prepare; NULL: all */
    gboolean has_new;      /* today */
  } cases[] = {
    { TEST_STORY, NULL, TRUE },
    { "principle:frugality", NULL, TRUE },
    { "principle:frugality", "frugality", TRUE },
    { "principle:frugality", "insist-on-the-highest-standards", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      if (i > 0)
        {
          test_run_tear_down (fixture, NULL);
          *fixture = (TestRun){ 0 };
          test_run_set_up (fixture, "today");
        }
      g_test_message ("case %u", i);
      test_record_goal (fixture->library, "2026-12-18", cases[i].principle);
      test_run_follow (fixture, cases[i].scope);
      g_assert_cmpint (test_run_count (fixture) > 0, ==, cases[i].has_new);
      for (guint n = 0; n < 2; n++)
        {
          test_run_finish (fixture);
          assert_as_said (fixture);
        }
    }
}

int
main (int argc, char **argv)
{
  starling_test_init (&argc, &argv);
  test_run_add ("/cards-day/night", "today", test_night);
  test_run_add ("/cards-day/set-back", TEST_STORY, test_set_back);
  test_run_add ("/cards-day/ms", TEST_STORY, test_ms);
  test_run_add ("/cards-day/undo-bury", "today", test_undo_bury);
  test_run_add ("/cards-day/refused", TEST_STORY, test_refused);
  test_run_add ("/cards-day/buried", TEST_STORY, test_buried);
  test_run_add ("/cards-day/far", TEST_STORY, test_far);
  test_run_add ("/cards-day/goal", "today", test_goal);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "deck-fixture.h"
#include "engine/plan-private.h"

#define N_SEEDS 200

static void
make (const TestDeck *deck, const StarlingPlanInput *input, StarlingPlan *plan)
{
  StarlingDeck cards = test_deck_get (deck);

  starling_plan_make (input, &cards, plan);
}

/* Which cards are due: state, time, level and what sets a card aside. */
static void
test_is_due (void)
{
  enum
  {
    FROM_NOW,
    FROM_TOMORROW
  };
  static const struct
  {
    StarlingMemoryState state;
    int from;
    int due; /* seconds */
    guint levels;
    int level;
    gboolean suspended;
    gboolean leech;
    int buried; /* 1: today, 2: yesterday; 0: not */
    gboolean expected;
  } cases[] = {
    { STARLING_MEMORY_NEW, FROM_NOW, -9, 7, -1, 0, 0, 0, FALSE },
    { STARLING_MEMORY_LEARNING, FROM_NOW, -1, 7, -1, 0, 0, 0, TRUE },
    { STARLING_MEMORY_LEARNING, FROM_NOW, 0, 7, -1, 0, 0, 0, TRUE },
    { STARLING_MEMORY_LEARNING, FROM_NOW, 1, 7, -1, 0, 0, 0, FALSE },
    { STARLING_MEMORY_RELEARNING, FROM_NOW, 0, 7, -1, 0, 0, 0, TRUE },
    { STARLING_MEMORY_RELEARNING, FROM_NOW, 1, 7, -1, 0, 0, 0, FALSE },
    { STARLING_MEMORY_REVIEW, FROM_NOW, -864000, 7, -1, 0, 0, 0, TRUE },
    { STARLING_MEMORY_REVIEW, FROM_NOW, 3600, 7, -1, 0, 0, 0, TRUE },
    { STARLING_MEMORY_REVIEW, FROM_TOMORROW, -1, 7, -1, 0, 0, 0, TRUE },
    { STARLING_MEMORY_REVIEW, FROM_TOMORROW, 0, 7, -1, 0, 0, 0, FALSE },
    { STARLING_MEMORY_REVIEW, FROM_NOW, 0, 4, STARLING_LEVEL_SENIOR, 0, 0, 0,
      TRUE },
    { STARLING_MEMORY_REVIEW, FROM_NOW, 0, 4, STARLING_LEVEL_SDE1, 0, 0, 0,
      FALSE },
    { STARLING_MEMORY_LEARNING, FROM_NOW, 0, 3, STARLING_LEVEL_SENIOR, 0, 0, 0,
      FALSE },
    { STARLING_MEMORY_REVIEW, FROM_NOW, 0, 7, -1, 1, 0, 0, FALSE },
    { STARLING_MEMORY_REVIEW, FROM_NOW, 0, 7, -1, 0, 1, 0, FALSE },
    { STARLING_MEMORY_REVIEW, FROM_NOW, 0, 7, -1, 0, 0, 1, FALSE },
    { STARLING_MEMORY_REVIEW, FROM_NOW, 0, 7, -1, 0, 0, 2, TRUE },
    { STARLING_MEMORY_LEARNING, FROM_NOW, 0, 7, -1, 1, 0, 0, FALSE },
  };
  StarlingPlanInput input;

  test_plan_input_init (&input, TEST_TODAY);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TestDeck) deck = test_deck_new ();
      StarlingDeckCard *card = NULL;
      gint64 from = cases[i].from == FROM_NOW ? input.now : input.tomorrow;

      test_deck_add_scenario (deck, 0, 1);
      card = test_deck_at (deck, 0);
      card->levels = cases[i].levels;
      card->record.memory.state = cases[i].state;
      card->record.memory.due = from / 1000 + cases[i].due;
      card->record.suspended = cases[i].suspended;
      card->record.leech = cases[i].leech;
      if (cases[i].buried != 0)
        card->record.buried_day = input.today + 1 - cases[i].buried;
      input.level = cases[i].level;
      g_test_message ("case %u", i);
      g_assert_cmpint (starling_plan_is_due (&input, card), ==,
                       cases[i].expected);
    }
}

/* The effective due, in days from today; times are those of the fixture. */
static void
test_get_due (void)
{
  enum
  {
    LAST_DAY = -100
  };
  static const struct
  {
    int interview; /* days from today; 0 with `none`: no interview */
    gboolean none;
    int last_day;
    int due;
    int expected; /* days from today; LAST_DAY: its start */
    gboolean is_due;
  } cases[] = {
    { 0, TRUE, -5, 30, 30, FALSE },         /* no interview */
    { 10, FALSE, -5, 30, LAST_DAY, FALSE }, /* pulled before it */
    { 10, FALSE, -5, 4, 4, FALSE },         /* due earlier anyway */
    { 10, FALSE, -5, -2, -2, TRUE },        /* overdue */
    { 10, FALSE, -5, 9, LAST_DAY, FALSE },  /* on the last day, but later */
    { 3, FALSE, -1, 30, LAST_DAY, FALSE },  /* before the last look */
    { 3, FALSE, 0, 30, 30, FALSE },         /* looked at on its first day */
    { 2, FALSE, -1, 30, 30, FALSE },        /* looked at yesterday */
    { 2, FALSE, -2, 30, LAST_DAY, FALSE },  /* not yet */
    { 1, FALSE, -3, 30, LAST_DAY, TRUE },   /* the last day */
    { 1, FALSE, -2, 30, 30, FALSE },        /* looked at: the scheduler's */
    { 1, FALSE, 0, 2, 2, FALSE },           /* not twice on the last day */
    { 0, FALSE, -4, 30, LAST_DAY, TRUE },   /* the day itself, left over */
    { 0, FALSE, -3, 30, 30, FALSE },        /* ... and looked at */
    { -1, FALSE, -9, 30, 30, FALSE },       /* it is over */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TestDeck) deck = test_deck_new ();
      StarlingPlanInput input;
      gint64 expected = 0;

      test_plan_input_init (&input, TEST_TODAY);
      if (!cases[i].none)
        input.goal.interview = TEST_TODAY + cases[i].interview;
      test_deck_add_scenario (deck, 0, 2);
      test_deck_set_review (deck, 0, TEST_TODAY + cases[i].last_day,
                            TEST_TODAY + cases[i].due, 5);
      expected
          = cases[i].expected == LAST_DAY
                ? starling_day_get_start (input.goal.interview - 1, 0)
                : starling_day_get_start (TEST_TODAY + cases[i].expected, 0)
                      + TEST_HOUR_MS;
      g_test_message ("case %u", i);
      g_assert_cmpint (starling_plan_get_due (&input, test_deck_at (deck, 0)),
                       ==, expected);
      g_assert_cmpint (starling_plan_is_due (&input, test_deck_at (deck, 0)),
                       ==, cases[i].is_due);
      g_assert_cmpint (starling_plan_get_due (&input, test_deck_at (deck, 1)),
                       ==, input.now);
    }
}

/* The night before the last day is an hour longer or shorter: what the last
 * day pulls is not due the evening before, and is due on the day. */
static void
test_get_due_clock_change (void)
{
  static const int changes[] = { -60, 0, 60 };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (TestDeck) deck = test_deck_new ();
      StarlingPlanInput input;

      test_plan_input_init (&input, TEST_TODAY);
      input.goal.interview = TEST_TODAY + 2;
      input.tomorrow = starling_day_get_start (TEST_TODAY + 1, changes[i]);
      test_deck_add_scenario (deck, 0, 1);
      test_deck_set_review (deck, 0, TEST_TODAY - 5, TEST_TODAY + 30, 5);
      g_assert_false (starling_plan_is_due (&input, test_deck_at (deck, 0)));

      test_plan_input_set_time (&input, input.tomorrow, changes[i]);
      g_assert_cmpint (input.today, ==, TEST_TODAY + 1);
      g_assert_true (starling_plan_is_due (&input, test_deck_at (deck, 0)));
    }
}

/* Limit, what was done today, and which ones come first. */
static void
test_reviews (void)
{
  static const struct
  {
    guint n_cards;
    int limit;
    guint done;
    guint n_due;
  } cases[] = {
    { 30, 200, 0, 30 },   { 30, 20, 0, 20 }, { 30, 20, 15, 5 },
    { 30, 20, 20, 0 },    { 30, 20, 90, 0 }, { 30, 0, 0, 0 },
    { 300, 200, 0, 200 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TestDeck) deck = test_deck_new ();
      StarlingPlanInput input;
      StarlingPlan plan;

      test_plan_input_init (&input, TEST_TODAY);
      input.settings.reviews_per_day = cases[i].limit;
      input.reviews_done = cases[i].done;
      for (guint n = 0; n < cases[i].n_cards; n++)
        {
          test_deck_add_scenario (deck, 0, 1);
          test_deck_set_review (deck, n, TEST_TODAY - 5, TEST_TODAY, 5);
        }
      make (deck, &input, &plan);
      g_assert_cmpuint (plan.n_due, ==, cases[i].n_due);
      g_assert_cmpuint (plan.n_waiting, ==, cases[i].n_cards - cases[i].n_due);
      g_assert_false (plan.in_portions);
    }
}

/* The card that is the least likely to be recalled comes first, not the one
 * that has been due the longest; equals go by name. */
static void
test_most_urgent_first (void)
{
  static const struct
  {
    int last;
    int due;
    double stability;
  } cards[] = {
    { -40, -10, 30 },  /* 41 / 30 */
    { -4, 0, 1 },      /* 5 / 1 */
    { -10, -1, 9 },    /* 11 / 9 */
    { -4, 0, 1 },      /* as the second */
    { -200, -2, 198 }, /* 201 / 198 */
  };
  static const guint expected[] = { 1, 3, 0 };
  g_autoptr (TestDeck) deck = test_deck_new ();
  g_auto (StarlingPlanShare) share = { 0 };
  StarlingPlanInput input;
  StarlingDeck all;

  test_plan_input_init (&input, TEST_TODAY);
  input.settings.reviews_per_day = G_N_ELEMENTS (expected);
  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    {
      test_deck_add_scenario (deck, 0, 1);
      test_deck_set_review (deck, i, TEST_TODAY + cards[i].last,
                            TEST_TODAY + cards[i].due, cards[i].stability);
    }
  all = test_deck_get (deck);
  starling_plan_share_init (&share, &input, &all, NULL, NULL, NULL, 0);
  g_assert_cmpuint (share.due->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpuint (g_array_index (share.due, StarlingPlanPick, i).index, ==,
                      expected[i]);
}

static const struct
{
  int due; /* of all cards, days from today */
  guint n_cards;
  int last_day; /* days from today; 0: never */
  guint recent_days;
  guint recent_studied;
  int interview; /* days from today; 0: none */
  int limit;
  gboolean in_portions;
  guint n_due;
} portion_cases[] = {
  /* Back after a week: the first day … */
  { -5, 100, -8, 14, 7, 0, 200, TRUE, 20 },
  /* … and the second */
  { -6, 80, -1, 14, 7, 0, 200, TRUE, 20 },
  /* Until no more than a portion is left. */
  { -9, 20, -1, 14, 8, 0, 200, FALSE, 20 },
  { -9, 21, -1, 14, 8, 0, 200, TRUE, 20 },
  /* Two full days missed, one, none */
  { -1, 50, -3, 14, 12, 0, 200, TRUE, 20 },
  { -1, 50, -2, 14, 13, 0, 200, FALSE, 50 },
  { -1, 50, -1, 14, 14, 0, 200, FALSE, 50 },
  /* A little is no backlog, nor is what is due today only */
  { -1, 20, -9, 14, 7, 0, 200, FALSE, 20 },
  { 0, 100, -9, 14, 7, 0, 200, FALSE, 100 },
  /* The limit makes a backlog as well, of somebody who studies daily */
  { -6, 300, -1, 14, 14, 0, 50, FALSE, 50 },
  { -6, 300, -1, 14, 13, 0, 50, FALSE, 50 },
  /* The limit holds within the portion */
  { -6, 80, -8, 14, 7, 0, 15, TRUE, 15 },
  /* Missed days long ago do not make yesterday's cards a backlog */
  { -1, 50, -1, 14, 7, 0, 200, FALSE, 50 },
  /* Away for longer than a fortnight */
  { -30, 100, -60, 14, 0, 0, 200, TRUE, 20 },
  /* Never studied here: records of another program, say */
  { -6, 100, 0, 0, 0, 0, 200, FALSE, 100 },
  /* An interview far ahead, and one for which the last look goes first */
  { -6, 100, -8, 14, 7, 30, 200, TRUE, 20 },
  { -6, 100, -8, 14, 7, 4, 200, TRUE, 20 },
  { -6, 100, -8, 14, 7, 3, 200, FALSE, 100 },
  { -6, 100, -8, 14, 7, 1, 200, FALSE, 100 },
};

/* After days away a backlog comes in portions, one from the limit does not. */
static void
test_portions (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (portion_cases); i++)
    {
      g_autoptr (TestDeck) deck = test_deck_new ();
      StarlingPlanInput input;
      StarlingPlan plan;

      test_plan_input_init (&input, TEST_TODAY);
      input.last_day = portion_cases[i].last_day != 0
                           ? TEST_TODAY + portion_cases[i].last_day
                           : STARLING_NO_DAY;
      input.recent_days = portion_cases[i].recent_days;
      input.recent_studied = portion_cases[i].recent_studied;
      input.settings.reviews_per_day = portion_cases[i].limit;
      if (portion_cases[i].interview != 0)
        input.goal.interview = TEST_TODAY + portion_cases[i].interview;
      for (guint n = 0; n < portion_cases[i].n_cards; n++)
        {
          test_deck_add_scenario (deck, 0, 1);
          test_deck_set_review (deck, n, TEST_TODAY + portion_cases[i].due - 4,
                                TEST_TODAY + portion_cases[i].due, 4);
        }
      test_deck_add_scenario (deck, 0, 30);
      make (deck, &input, &plan);
      g_test_message ("case %u", i);
      g_assert_cmpint (plan.in_portions, ==, portion_cases[i].in_portions);
      g_assert_cmpuint (plan.n_due, ==, portion_cases[i].n_due);
      g_assert_cmpuint (plan.n_waiting, ==,
                        portion_cases[i].n_cards - portion_cases[i].n_due);

      /* No new cards on top of a backlog, unless an interview asks for them */
      if (portion_cases[i].interview == 0)
        g_assert_cmpuint (plan.n_new, ==,
                          portion_cases[i].in_portions ? 0 : 20);
      else if (portion_cases[i].interview == 30)
        {
          g_assert_cmpuint (plan.n_new, ==, 3);
          input.goal.principles = STARLING_PRINCIPLE_BIT (1);
          make (deck, &input, &plan);
          g_assert_cmpuint (plan.n_new, ==, 0);
        }
    }
}

/* A portion may be followed by the next one at once. */
static void
test_portion_after_portion (void)
{
  static const guint expected[] = { 20, 20, 20 };
  g_autoptr (TestDeck) deck = test_deck_new ();
  StarlingPlanInput input;
  StarlingPlan plan;

  test_plan_input_init (&input, TEST_TODAY);
  input.last_day = TEST_TODAY - 8;
  for (guint i = 0; i < 70; i++)
    {
      test_deck_add_scenario (deck, 0, 1);
      test_deck_set_review (deck, i, TEST_TODAY - 9, TEST_TODAY - 5, 4);
    }
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      make (deck, &input, &plan);
      g_assert_true (plan.in_portions);
      g_assert_cmpuint (plan.n_due, ==, expected[i]);
      for (guint n = 0; n < plan.n_due; n++)
        test_deck_set_review (deck, input.reviews_done++, TEST_TODAY,
                              TEST_TODAY + 9, 9);
    }
  make (deck, &input, &plan);
  g_assert_false (plan.in_portions);
  g_assert_cmpuint (plan.n_due, ==, 10);
}

/* What is counted beside reviews. */
static void
test_counts (void)
{
  g_autoptr (TestDeck) deck = test_deck_new ();
  StarlingPlanInput input;
  StarlingPlan plan;

  test_plan_input_init (&input, TEST_TODAY);
  test_deck_add_scenario (deck, 0, 8);
  for (guint i = 0; i < 4; i++)
    {
      static const int due[] = { -100, 600, 5 * 3600, 30 * 3600 };
      StarlingMemory *memory = &test_deck_at (deck, i)->record.memory;

      memory->state = STARLING_MEMORY_LEARNING;
      memory->due = input.now / 1000 + due[i];
    }
  test_deck_at (deck, 4)->record.suspended = TRUE;
  test_deck_at (deck, 5)->record.buried_day = input.today;
  test_deck_at (deck, 6)->levels = 1;
  input.level = STARLING_LEVEL_SDE2;
  make (deck, &input, &plan);
  g_assert_cmpuint (plan.n_learning, ==, 3);
  g_assert_cmpuint (plan.n_due, ==, 0);
  g_assert_cmpuint (plan.n_new, ==, 1);
  g_assert_cmpuint (plan.n_unseen, ==, 2);
}

static int
compare_picks (gconstpointer a, gconstpointer b)
{
  const StarlingPlanPick *one = a;
  const StarlingPlanPick *other = b;

  if (one->key != other->key)
    return one->key < other->key ? -1 : 1;
  return one->index < other->index ? -1 : 1;
}

/* The choice is the start of the sorted whole. */
static void
test_pick (void)
{
  for (guint seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (TestDeck) deck = test_deck_new ();
      g_autoptr (GArray) picks
          = g_array_new (FALSE, FALSE, sizeof (StarlingPlanPick));
      g_autoptr (GArray) sorted = NULL;
      guint n_cards = (guint) g_rand_int_range (rand, 0, 100);
      guint n_keys = (guint) g_rand_int_range (rand, 1, 100);
      guint n_wanted = (guint) g_rand_int_range (rand, 0, 110);
      StarlingDeck all;

      test_deck_add_scenario (deck, 0, n_cards);
      for (guint i = 0; i < n_cards; i++)
        {
          StarlingPlanPick pick
              = { g_rand_int_range (rand, 0, (int) n_keys), i };

          g_array_append_val (picks, pick);
        }
      sorted = g_array_copy (picks);
      g_array_sort (sorted, compare_picks);
      all = test_deck_get (deck);
      starling_plan_pick (picks, n_wanted, &all);
      g_assert_cmpuint (picks->len, ==, MIN (n_wanted, n_cards));
      for (guint i = 0; i < picks->len; i++)
        g_assert_cmpuint (g_array_index (picks, StarlingPlanPick, i).index, ==,
                          g_array_index (sorted, StarlingPlanPick, i).index);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/is-due", test_is_due);
  g_test_add_func ("/plan/get-due", test_get_due);
  g_test_add_func ("/plan/get-due/clock-change", test_get_due_clock_change);
  g_test_add_func ("/plan/reviews", test_reviews);
  g_test_add_func ("/plan/most-urgent-first", test_most_urgent_first);
  g_test_add_func ("/plan/portions", test_portions);
  g_test_add_func ("/plan/portion-after-portion", test_portion_after_portion);
  g_test_add_func ("/plan/counts", test_counts);
  g_test_add_func ("/plan/pick", test_pick);
  return g_test_run ();
}

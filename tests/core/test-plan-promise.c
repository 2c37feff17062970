/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "deck-fixture.h"
#include "engine/plan-private.h"

/* What the plan says of the interview has to be so: what it asks for is enough,
 * and no more than enough; what it is silent about is not promised. */

#define ROUNDS 2000

static void
make (const TestDeck *deck, const StarlingPlanInput *input, StarlingPlan *plan)
{
  StarlingDeck cards = test_deck_get (deck);

  starling_plan_make (input, &cards, plan);
}

static gboolean
is_met (const TestDeck *deck, const StarlingPlanInput *input)
{
  StarlingPlan plan;

  make (deck, input, &plan);
  return plan.outlook == STARLING_OUTLOOK_ON_COURSE
         || plan.outlook == STARLING_OUTLOOK_READY;
}

/* Some cards known for long, some of today, some never seen; limits that may
 * have been lower or higher when today's were done. */
static TestDeck *
new_random_deck (GRand *rand, StarlingPlanInput *input)
{
  TestDeck *deck = test_deck_new ();
  guint n_known = (guint) g_rand_int_range (rand, 0, 60);
  guint n_today = (guint) g_rand_int_range (rand, 0, 30);
  guint n_unseen = (guint) g_rand_int_range (rand, 0, 150);

  test_plan_input_init (input, TEST_TODAY);
  input->goal.interview = TEST_TODAY + g_rand_int_range (rand, 0, 15);
  input->settings.new_per_day = g_rand_int_range (rand, 0, 30);
  input->settings.reviews_per_day = g_rand_int_range (rand, 0, 60);
  input->new_done = n_today;
  test_deck_add_scenario (deck, 0, n_known + n_today + n_unseen + 1);
  for (guint i = 0; i < n_known + n_today; i++)
    {
      gboolean is_new = i < n_today;
      gboolean again = !is_new && g_rand_int_range (rand, 0, 4) == 0;
      int last = is_new || again ? TEST_TODAY : TEST_TODAY - 9;

      test_deck_set_review (deck, i, last, TEST_TODAY + 30, 30);
      if (is_new)
        test_deck_at (deck, i)->record.introduced_day = TEST_TODAY;
      else if (again)
        input->reviews_done++;
    }
  return deck;
}

static void
test_enough (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  guint n_new = 0, n_reviews = 0, n_both = 0;

  for (guint i = 0; i < ROUNDS; i++)
    {
      StarlingPlanInput input;
      g_autoptr (TestDeck) deck = new_random_deck (rand, &input);
      StarlingPlan plan;

      make (deck, &input, &plan);
      if (plan.outlook != STARLING_OUTLOOK_TOO_MANY
          && plan.outlook != STARLING_OUTLOOK_NO_LOOK)
        continue;

      g_test_message ("round %u", i);
      if (plan.needed_new > 0)
        input.settings.new_per_day = (int) plan.needed_new;
      if (plan.needed_reviews > 0)
        input.settings.reviews_per_day = (int) plan.needed_reviews;
      g_assert_true (is_met (deck, &input));
      n_both += plan.needed_new > 0 && plan.needed_reviews > 0;
      if (plan.needed_new > 0)
        {
          input.settings.new_per_day--;
          g_assert_false (is_met (deck, &input));
          input.settings.new_per_day++;
          n_new++;
        }
      if (plan.needed_reviews > 0)
        {
          input.settings.reviews_per_day--;
          g_assert_false (is_met (deck, &input));
          n_reviews++;
        }
    }
  g_test_message ("%u limits of new cards, %u of reviews, %u times both", n_new,
                  n_reviews, n_both);
  g_assert_cmpuint (n_new, >, 100);
  g_assert_cmpuint (n_reviews, >, 100);
  g_assert_cmpuint (n_both, >, 20);
}

/* Nothing is promised of principles without cards. */
static void
test_empty (void)
{
  static const struct
  {
    StarlingPrincipleSet ticked;
    StarlingOutlook outlook;
    guint n_ticked;
    guint n_empty;
  } cases[] = {
    { 0, STARLING_OUTLOOK_ON_COURSE, 2, 0 },
    { 1, STARLING_OUTLOOK_ON_COURSE, 1, 0 },
    { 1 | 2, STARLING_OUTLOOK_ON_COURSE, 1, 1 },
    { 2, STARLING_OUTLOOK_NOTHING, 0, 1 },
    { 2 | 8, STARLING_OUTLOOK_NOTHING, 0, 2 },
    { 1 | 2 | 4 | 8, STARLING_OUTLOOK_ON_COURSE, 2, 2 },
    { 2 | 4, STARLING_OUTLOOK_READY, 1, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TestDeck) deck = test_deck_new ();
      StarlingPlanInput input;
      StarlingPlan plan;

      test_plan_input_init (&input, TEST_TODAY);
      test_deck_add_scenario (deck, 0, 3);
      test_deck_add_scenario (deck, 2, 1);
      test_deck_set_review (deck, 3, TEST_TODAY - 3, TEST_TODAY + 9, 9);
      input.goal.principles = cases[i].ticked;
      input.goal.interview = TEST_TODAY + 10;
      make (deck, &input, &plan);
      g_test_message ("case %u", i);
      g_assert_cmpint (plan.outlook, ==, cases[i].outlook);
      g_assert_cmpuint (plan.n_ticked, ==, cases[i].n_ticked);
      g_assert_cmpuint (plan.n_empty, ==, cases[i].n_empty);
    }
}

/* How many new cards a day the goal takes, whatever was done today. */
static void
test_new_a_day (void)
{
  static const struct
  {
    guint n_unseen;
    guint n_today;
    int interview; /* days from today */
    guint expected;
  } cases[] = {
    { 100, 0, 12, 10 }, { 96, 4, 12, 10 }, { 90, 10, 12, 10 },
    { 80, 20, 12, 9 },  { 9, 50, 12, 1 },  { 0, 5, 12, 0 },
    { 10, 0, 3, 10 },   { 4, 6, 3, 10 },   { 10, 0, 2, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TestDeck) deck = test_deck_new ();
      StarlingPlanInput input;
      StarlingPlan plan;

      test_plan_input_init (&input, TEST_TODAY);
      input.goal.interview = TEST_TODAY + cases[i].interview;
      input.new_done = cases[i].n_today;
      test_deck_add_scenario (deck, 0, cases[i].n_unseen + cases[i].n_today);
      for (guint n = 0; n < cases[i].n_today; n++)
        {
          test_deck_set_review (deck, n, TEST_TODAY, TEST_TODAY + 3, 3);
          test_deck_at (deck, n)->record.introduced_day = TEST_TODAY;
        }
      make (deck, &input, &plan);
      g_test_message ("case %u", i);
      g_assert_cmpuint (plan.new_a_day, ==, cases[i].expected);
    }
}

static gboolean
is_of_principle (const StarlingDeckCard *card, gpointer principle)
{
  return card->principle == GPOINTER_TO_INT (principle);
}

static guint
count_fresh (const TestDeck *deck,
             const StarlingPlanInput *input,
             int principle,
             guint extra)
{
  StarlingDeck all = test_deck_get (deck);
  g_auto (StarlingPlanShare) share = { 0 };

  starling_plan_share_init (&share, input, &all, NULL, is_of_principle,
                            GINT_TO_POINTER (principle), extra);
  return share.fresh->len;
}

/* A scope of other principles does not give away what is for those to prepare,
 * unless it is asked for. */
static void
test_scope (void)
{
  g_autoptr (TestDeck) deck = test_deck_new ();
  StarlingPlanInput input;

  test_plan_input_init (&input, TEST_TODAY);
  input.goal.principles = STARLING_PRINCIPLE_BIT (0);
  test_deck_add_scenario (deck, 0, 40);
  test_deck_add_scenario (deck, 1, 40);
  g_assert_cmpuint (count_fresh (deck, &input, 1, 0), ==, 20);

  input.goal.interview = TEST_TODAY + 10;
  g_assert_cmpuint (count_fresh (deck, &input, 0, 0), ==, 5);
  g_assert_cmpuint (count_fresh (deck, &input, 0, 5), ==, 10);
  g_assert_cmpuint (count_fresh (deck, &input, 1, 0), ==, 0);
  g_assert_cmpuint (count_fresh (deck, &input, 1, 5), ==, 5);
}

/* Of the other principles none comes first by its name. */
static void
test_other_order (void)
{
  g_autoptr (TestDeck) deck = test_deck_new ();
  g_auto (StarlingPlanShare) share = { 0 };
  StarlingPlanInput input;
  StarlingDeck all;
  guint last = 0;

  test_plan_input_init (&input, TEST_TODAY);
  input.goal.principles = STARLING_PRINCIPLE_BIT (0);
  for (guint i = 0; i < 6; i++) /* names ascend, principles descend */
    test_deck_add_scenario (deck, 9 - (int) i, 2);
  all = test_deck_get (deck);
  starling_plan_share_init (&share, &input, &all, NULL, NULL, NULL, 0);
  g_assert_cmpuint (share.fresh->len, ==, 12);
  for (guint i = 0; i < 12; i++)
    {
      guint index = g_array_index (share.fresh, StarlingPlanPick, i).index;
      guint place = (guint) all.cards[index].principle * 10 + index % 2;

      g_assert_cmpuint (place, >, last);
      last = place;
    }
}

static int
compare_indexes (gconstpointer a, gconstpointer b)
{
  return (int) *(const guint *) a - (int) *(const guint *) b;
}

/* All that wait, those in learning and those that are brought forward, limits
 * aside. */
static void
test_find_due (void)
{
  g_autoptr (TestDeck) deck = test_deck_new ();
  g_autoptr (GArray) due = NULL;
  static const guint expected[] = { 1, 2, 4 };
  StarlingPlanInput input;
  StarlingDeck all;

  test_plan_input_init (&input, TEST_TODAY);
  input.goal.interview = TEST_TODAY + 3;
  input.settings.reviews_per_day = 1;
  test_deck_add_scenario (deck, 0, 6);
  test_deck_set_review (deck, 0, TEST_TODAY - 5, TEST_TODAY + 90, 90);
  test_deck_set_review (deck, 1, TEST_TODAY - 5, TEST_TODAY + 5, 5);
  test_deck_set_review (deck, 2, TEST_TODAY - 5, TEST_TODAY, 5);
  test_deck_set_review (deck, 3, TEST_TODAY - 5, TEST_TODAY + 50, 50);
  for (guint i = 4; i < 6; i++)
    {
      StarlingMemory *memory = &test_deck_at (deck, i)->record.memory;

      memory->state = STARLING_MEMORY_LEARNING;
      memory->due = input.now / 1000 + (i == 4 ? 0 : 60);
    }
  all = test_deck_get (deck);
  due = starling_plan_find_due (&input, &all);
  g_array_sort (due, compare_indexes);
  g_assert_cmpmem (due->data, due->len * sizeof (guint), expected,
                   sizeof expected);
}

/* What is introduced in the last days comes once more before the interview, but
 * not on the same day, and after all that was seen longer ago. */
static void
test_late_introduction (void)
{
  g_autoptr (TestDeck) deck = test_deck_new ();
  StarlingDeckCard *card = NULL;
  StarlingPlanInput input;
  StarlingPlan plan;

  test_plan_input_init (&input, TEST_TODAY);
  input.goal.interview = TEST_TODAY + STARLING_LAST_LOOK_DAYS;
  test_deck_add_scenario (deck, 0, 1);
  test_deck_set_review (deck, 0, TEST_TODAY, TEST_TODAY + 8, 8);
  card = test_deck_at (deck, 0);
  card->record.introduced_day = TEST_TODAY;
  make (deck, &input, &plan);
  g_assert_cmpuint (plan.n_due, ==, 0);
  g_assert_cmpint (starling_plan_get_due (&input, card), ==,
                   starling_day_get_start (TEST_TODAY + 2, 0));

  test_plan_input_set_time (&input, input.now + 2 * STARLING_DAY_MS, 0);
  g_assert_true (starling_plan_is_due (&input, card));
  make (deck, &input, &plan);
  g_assert_cmpuint (plan.n_due, ==, 1);
  g_assert_cmpint (plan.outlook, ==, STARLING_OUTLOOK_READY);

  test_deck_add_scenario (deck, 0, 1);
  test_deck_set_review (deck, 1, TEST_TODAY - 9, TEST_TODAY + 90, 90);
  input.settings.reviews_per_day = 1;
  {
    StarlingDeck all = test_deck_get (deck);
    g_auto (StarlingPlanShare) share = { 0 };

    starling_plan_share_init (&share, &input, &all, NULL, NULL, NULL, 0);
    g_assert_cmpuint (share.due->len, ==, 1);
    g_assert_cmpuint (g_array_index (share.due, StarlingPlanPick, 0).index, ==,
                      1);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/promise/enough", test_enough);
  g_test_add_func ("/plan/promise/empty", test_empty);
  g_test_add_func ("/plan/promise/new-a-day", test_new_a_day);
  g_test_add_func ("/plan/promise/scope", test_scope);
  g_test_add_func ("/plan/promise/other-order", test_other_order);
  g_test_add_func ("/plan/promise/find-due", test_find_due);
  g_test_add_func ("/plan/promise/late-introduction", test_late_introduction);
  return g_test_run ();
}

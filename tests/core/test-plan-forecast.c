/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "deck-fixture.h"

#include <math.h>

#define N_SEEDS 60
#define N_DAYS 14
#define N_MANY 50000
#define MAX_SHOWN 5000
#define N_DRAWN 10000
#define DAY_SECONDS (24 * 3600)

static TestDeck *
new_random_deck (GRand *rand, guint percent_new)
{
  TestDeck *deck = test_deck_new ();
  guint n_scenarios = (guint) g_rand_int_range (rand, 1, 60);

  for (guint i = 0; i < n_scenarios; i++)
    test_deck_add_scenario (deck, g_rand_int_range (rand, 0, 4),
                            (guint) g_rand_int_range (rand, 1, 12));
  test_deck_randomise (deck, rand, TEST_TODAY, percent_new);

  /* Some were introduced today, and are not due for long. */
  for (guint i = 0; i < deck->cards->len; i++)
    if (g_rand_int_range (rand, 0, 20) == 0)
      {
        test_deck_set_review (deck, i, TEST_TODAY, TEST_TODAY + 40, 40);
        test_deck_at (deck, i)->record.introduced_day = TEST_TODAY;
      }
  return deck;
}

static void
random_input (GRand *rand, StarlingPlanInput *input)
{
  test_plan_input_init (input, TEST_TODAY);
  input->level = g_rand_int_range (rand, -1, STARLING_N_LEVELS);
  input->settings.new_per_day = g_rand_int_range (rand, 0, 30);
  input->settings.reviews_per_day = g_rand_int_range (rand, 0, 80);
  input->new_done = (guint) g_rand_int_range (rand, 0, 10);
  input->reviews_done = (guint) g_rand_int_range (rand, 0, 10);
  if (g_rand_boolean (rand))
    input->goal.interview = TEST_TODAY + g_rand_int_range (rand, -1, 25);
  if (g_rand_boolean (rand))
    input->goal.principles = (guint) g_rand_int_range (rand, 1, 16);
  if (g_rand_int_range (rand, 0, 4) == 0)
    {
      input->last_day = TEST_TODAY - 6;
      input->recent_studied = 8;
    }
}

/* Its first day is what the plan says of today. */
static void
test_today (void)
{
  for (guint seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (TestDeck) deck = new_random_deck (rand, 30);
      StarlingDeck all = test_deck_get (deck);
      StarlingForecastDay days[N_DAYS];
      StarlingPlanInput input;
      StarlingPlan plan;

      random_input (rand, &input);
      starling_plan_make (&input, &all, &plan);
      starling_plan_forecast (&input, &all, days, N_DAYS);
      g_assert_cmpint (days[0].day, ==, TEST_TODAY);
      g_assert_cmpuint (days[0].n_new, ==, plan.n_new);
      g_assert_cmpuint (days[0].n_reviews, ==, plan.n_due + plan.n_learning);
    }
}

/* Does all that is asked for on a day, with Good, as a session does. */
static void
study (TestDeck *deck,
       const StarlingPlanInput *input,
       const StarlingScheduler *scheduler)
{
  StarlingDeck all = test_deck_get (deck);
  g_autoptr (StarlingReviewQueue) queue
      = starling_review_queue_new (input, &all, NULL, NULL, 0);
  guint counts[STARLING_N_PILES];

  for (guint n = 0; TRUE; n++)
    {
      StarlingDeckCard *card = NULL;
      gint64 now = input->now;

      g_assert_cmpuint (n, <, MAX_SHOWN);
      if (!starling_review_queue_advance (queue, now))
        {
          gint64 next = starling_review_queue_get_next_time (queue);

          if (next == STARLING_NEVER)
            break;
          now = next * 1000;
          g_assert_true (starling_review_queue_advance (queue, now));
        }
      card = test_deck_find (deck, starling_review_queue_get_current (queue));
      starling_card_record_review (&card->record, scheduler, card->name,
                                   input->now, input->offset,
                                   STARLING_GRADE_GOOD, input->level);
      starling_review_queue_settle (queue, card->name, &card->record, now);
    }
  starling_review_queue_count (queue, counts);
  for (guint i = 0; i < STARLING_N_PILES; i++)
    g_assert_cmpuint (counts[i], ==, 0);
}

/* What it says of each day is what happens. */
static void
test_against_sessions (void)
{
  guint n_checked = 0;

  for (guint seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (TestDeck) deck = new_random_deck (rand, 60);
      StarlingDeck all = test_deck_get (deck);
      StarlingForecastDay days[N_DAYS];
      StarlingPlanInput input;
      StarlingScheduler scheduler;

      random_input (rand, &input);
      starling_scheduler_init_default (&scheduler, input.settings.retention);
      starling_plan_forecast (&input, &all, days, N_DAYS);
      for (guint i = 0; i < N_DAYS; i++)
        {
          StarlingPlan plan;

          starling_plan_make (&input, &all, &plan);
          g_test_message ("seed %u, day %u", seed, i);
          g_assert_cmpint (days[i].day, ==, input.today);
          g_assert_cmpuint (days[i].n_new, ==, plan.n_new);
          g_assert_cmpuint (days[i].n_reviews, ==,
                            plan.n_due + plan.n_learning);
          study (deck, &input, &scheduler);
          n_checked += days[i].n_new + days[i].n_reviews;
          if (days[i].n_new + days[i].n_reviews > 0)
            input.last_day = input.today;
          input.new_done = 0;
          input.reviews_done = 0;
          test_plan_input_set_time (&input, input.now + STARLING_DAY_MS, 0);
        }
    }
  g_test_message ("%u reviews and new cards foretold", n_checked);
  g_assert_cmpuint (n_checked, >, 1000);
}

/* The last look shows up in it. */
static void
test_last_look (void)
{
  g_autoptr (TestDeck) deck = test_deck_new ();
  StarlingForecastDay days[N_DAYS];
  StarlingPlanInput input;
  StarlingDeck all;

  test_plan_input_init (&input, TEST_TODAY);
  input.goal.interview = TEST_TODAY + 8;
  test_deck_add_scenario (deck, 0, 60);
  for (guint i = 0; i < 60; i++)
    test_deck_set_review (deck, i, TEST_TODAY - 9, TEST_TODAY + 99, 99);
  all = test_deck_get (deck);
  starling_plan_forecast (&input, &all, days, N_DAYS);
  for (guint i = 0; i < N_DAYS; i++)
    g_assert_cmpuint (days[i].n_reviews, ==, i >= 5 && i < 8 ? 20 : 0);
}

/* Cards that do not come up still take their room in the last look. */
static void
test_room (void)
{
  g_autoptr (TestDeck) deck = test_deck_new ();
  StarlingForecastDay days[N_DAYS];
  StarlingPlanInput input;
  StarlingDeck all;
  guint n_new = 0;

  test_plan_input_init (&input, TEST_TODAY);
  input.goal.interview = TEST_TODAY + 30;
  input.goal.principles = STARLING_PRINCIPLE_BIT (0);
  input.settings.new_per_day = 2;
  input.settings.reviews_per_day = 30;
  test_deck_add_scenario (deck, 0, 85);
  test_deck_add_scenario (deck, 1, 50);
  for (guint i = 0; i < 85; i++)
    test_deck_set_review (deck, i, TEST_TODAY - 9, TEST_TODAY + 99, 99);
  all = test_deck_get (deck);
  starling_plan_forecast (&input, &all, days, N_DAYS);
  for (guint i = 0; i < N_DAYS; i++)
    n_new += days[i].n_new;
  g_assert_cmpuint (n_new, ==, 5);
}

/* Who wants to remember more reviews more often. */
static void
test_retention (void)
{
  static const double retentions[] = { 0.7, 0.9, 0.97 };
  guint last = 0;

  for (guint i = 0; i < G_N_ELEMENTS (retentions); i++)
    {
      g_autoptr (TestDeck) deck = test_deck_new ();
      StarlingForecastDay days[60];
      StarlingPlanInput input;
      StarlingDeck all;
      guint n_reviews = 0;

      test_plan_input_init (&input, TEST_TODAY);
      input.settings.retention = retentions[i];
      test_deck_add_scenario (deck, 0, 20);
      all = test_deck_get (deck);
      starling_plan_forecast (&input, &all, days, G_N_ELEMENTS (days));
      for (guint d = 0; d < G_N_ELEMENTS (days); d++)
        n_reviews += days[d].n_reviews;
      g_test_message ("retention %.2f: %u reviews", retentions[i], n_reviews);
      g_assert_cmpuint (n_reviews, >, last);
      last = n_reviews;
    }
}

/* The load of one card whose reviews go as chance has it. */
static double
draw_load (GRand *rand, const StarlingScheduler *scheduler)
{
  StarlingMemory memory;
  double load = 0;

  starling_memory_init (&memory, 0);
  while (memory.due < 900 * DAY_SECONDS)
    {
      StarlingMemory before = memory;
      gint64 days = starling_memory_get_elapsed_days (&before, before.due, 0);
      double recall = 1;

      if (before.state == STARLING_MEMORY_REVIEW)
        recall = starling_scheduler_get_recall (scheduler, (double) days,
                                                before.stability);
      if (before.due >= DAY_SECONDS)
        load += exp (-(double) before.due / DAY_SECONDS / 90);
      starling_scheduler_review (scheduler, &before, before.due, 0,
                                 g_rand_double (rand) < recall
                                     ? STARLING_GRADE_GOOD
                                     : STARLING_GRADE_AGAIN,
                                 0, &memory);
    }
  return load;
}

/* It is what chance gives on average. */
static void
test_load_by_chance (void)
{
  static const double retentions[] = { 0.75, 0.9, 0.95 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < G_N_ELEMENTS (retentions); i++)
    {
      StarlingScheduler scheduler;
      double load = starling_plan_get_load (retentions[i]);
      double sum = 0;

      starling_scheduler_init_default (&scheduler, retentions[i]);
      for (guint n = 0; n < N_DRAWN; n++)
        sum += draw_load (rand, &scheduler);
      sum *= 100.0 / N_DRAWN / 90;
      g_test_message ("retention %.2f: %.3f, drawn %.3f", retentions[i], load,
                      sum);
      g_assert_cmpfloat_with_epsilon (load, sum, load / 20);
    }
}

/* A desired retention costs the more the higher it is. */
static void
test_load (void)
{
  double last = 0;
  gint64 slowest = 0;

  for (int i = 700; i <= 970; i += 5)
    {
      gint64 start = g_get_monotonic_time ();
      double load = starling_plan_get_load (i / 1000.0);

      slowest = MAX (slowest, g_get_monotonic_time () - start);
      g_assert_cmpfloat (load, >, last);
      if (i % 90 == 0)
        g_test_message ("retention %.2f: %.2f reviews a day for 100 cards",
                        i / 1000.0, load);
      last = load;
    }
  g_assert_cmpfloat (starling_plan_get_load (0.7), >, 1);
  g_assert_cmpfloat (starling_plan_get_load (0.97), <, 20);
  g_test_message ("%.1f ms at most", slowest / 1000.0);
}

/* How long it takes with many cards; the figures are only printed. */
static void
test_many (void)
{
  static const int interviews[] = { 0, 8, 60 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (TestDeck) deck = test_deck_new ();
  StarlingDeck all;

  for (guint i = 0; i < N_MANY / 10; i++)
    test_deck_add_scenario (deck, (int) (i % 16), 10);
  test_deck_randomise (deck, rand, TEST_TODAY, 40);
  all = test_deck_get (deck);
  for (guint i = 0; i < G_N_ELEMENTS (interviews); i++)
    {
      StarlingForecastDay days[N_DAYS];
      StarlingPlanInput input;
      StarlingPlan plan;
      gint64 times[3];

      test_plan_input_init (&input, TEST_TODAY);
      if (interviews[i] > 0)
        input.goal.interview = TEST_TODAY + interviews[i];
      times[0] = g_get_monotonic_time ();
      starling_plan_make (&input, &all, &plan);
      times[1] = g_get_monotonic_time ();
      starling_plan_forecast (&input, &all, days, N_DAYS);
      times[2] = g_get_monotonic_time ();
      g_test_message ("%u cards, interview in %d days: plan %.1f ms, "
                      "forecast %.1f ms",
                      all.n_cards, interviews[i],
                      (times[1] - times[0]) / 1000.0,
                      (times[2] - times[1]) / 1000.0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/forecast/today", test_today);
  g_test_add_func ("/plan/forecast/against-sessions", test_against_sessions);
  g_test_add_func ("/plan/forecast/last-look", test_last_look);
  g_test_add_func ("/plan/forecast/room", test_room);
  g_test_add_func ("/plan/forecast/retention", test_retention);
  g_test_add_func ("/plan/forecast/many", test_many);
  g_test_add_func ("/plan/load", test_load);
  g_test_add_func ("/plan/load/by-chance", test_load_by_chance);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "deck-fixture.h"
#include "engine/plan-private.h"

static void
make (const TestDeck *deck, const StarlingPlanInput *input, StarlingPlan *plan)
{
  StarlingDeck cards = test_deck_get (deck);

  starling_plan_make (input, &cards, plan);
}

/* Scenarios of one card each, in review, none of them due for long. */
static TestDeck *
new_learnt_deck (guint n_cards)
{
  TestDeck *deck = test_deck_new ();

  for (guint i = 0; i < n_cards; i++)
    {
      test_deck_add_scenario (deck, 0, 1);
      test_deck_set_review (deck, i, TEST_TODAY - 10 - (int) (i % 7),
                            TEST_TODAY + 40, 20 + i);
    }
  return deck;
}

/* Looks at @n of today's cards, in order; each is recalled. */
static void
look (TestDeck *deck, StarlingPlanInput *input, guint n)
{
  StarlingDeck all = test_deck_get (deck);
  g_auto (StarlingPlanShare) share = { 0 };

  starling_plan_share_init (&share, input, &all, NULL, NULL, NULL, 0);
  g_assert_cmpuint (n, <=, share.due->len);
  for (guint i = 0; i < n; i++)
    test_deck_set_review (deck,
                          g_array_index (share.due, StarlingPlanPick, i).index,
                          input->today, input->today + 60, 60);
  input->reviews_done += n;
}

static void
next_day (StarlingPlanInput *input)
{
  input->last_day = input->today;
  test_plan_input_set_time (input, input->now + STARLING_DAY_MS, input->offset);
  input->reviews_done = 0;
  input->new_done = 0;
}

/* Each of the three days takes its share, which does not change during it. */
static void
test_last_look_shares (void)
{
  static const struct
  {
    guint n_cards;
    int limit;
    guint n_due[STARLING_LAST_LOOK_DAYS];
    guint needed; /* on the first day */
  } cases[] = {
    { 90, 200, { 30, 30, 30 }, 0 }, { 91, 200, { 31, 30, 30 }, 0 },
    { 92, 200, { 31, 31, 30 }, 0 }, { 2, 200, { 1, 1, 0 }, 0 },
    { 90, 30, { 30, 30, 30 }, 0 },  { 90, 25, { 25, 25, 25 }, 30 },
    { 0, 200, { 0, 0, 0 }, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TestDeck) deck = new_learnt_deck (cases[i].n_cards);
      StarlingPlanInput input;
      StarlingPlan plan;

      test_plan_input_init (&input, TEST_TODAY);
      input.settings.reviews_per_day = cases[i].limit;
      input.goal.interview = TEST_TODAY + STARLING_LAST_LOOK_DAYS;
      make (deck, &input, &plan);
      g_assert_cmpuint (plan.needed_reviews, ==, cases[i].needed);
      g_assert_cmpint (plan.outlook, ==,
                       cases[i].n_cards == 0 ? STARLING_OUTLOOK_NOTHING
                       : cases[i].needed > 0 ? STARLING_OUTLOOK_NO_LOOK
                                             : STARLING_OUTLOOK_READY);
      for (guint day = 0; day < STARLING_LAST_LOOK_DAYS; day++)
        {
          guint n_half = cases[i].n_due[day] / 2;

          make (deck, &input, &plan);
          g_test_message ("case %u, day %u", i, day);
          g_assert_cmpuint (plan.n_due, ==, cases[i].n_due[day]);
          look (deck, &input, n_half);
          make (deck, &input, &plan);
          g_assert_cmpuint (plan.n_due, ==, cases[i].n_due[day] - n_half);
          look (deck, &input, plan.n_due);
          make (deck, &input, &plan);
          g_assert_cmpuint (plan.n_due, ==, 0);
          next_day (&input);
        }

      /* On the day itself only what is left over is due. */
      make (deck, &input, &plan);
      g_assert_cmpuint (plan.n_due + plan.n_waiting, ==,
                        cases[i].n_cards - cases[i].n_due[0] - cases[i].n_due[1]
                            - cases[i].n_due[2]);
      g_assert_cmpint (plan.days_left, ==, 0);
      next_day (&input);
      make (deck, &input, &plan);
      g_assert_cmpuint (plan.n_due, ==, 0);
      g_assert_cmpint (plan.outlook, ==, STARLING_OUTLOOK_NONE);
    }
}

/* A missed day of the last look is made up for by the others. */
static void
test_last_look_missed (void)
{
  g_autoptr (TestDeck) deck = new_learnt_deck (90);
  StarlingPlanInput input;
  StarlingPlan plan;

  test_plan_input_init (&input, TEST_TODAY);
  input.goal.interview = TEST_TODAY + 2;
  make (deck, &input, &plan);
  g_assert_cmpuint (plan.n_due, ==, 45);
  next_day (&input);
  make (deck, &input, &plan);
  g_assert_cmpuint (plan.n_due, ==, 90);
}

/* Other cards that came out of learning today do not delay the last look
 * beyond what the last day can take. */
static void
test_last_look_limit (void)
{
  g_autoptr (TestDeck) deck = new_learnt_deck (70);
  StarlingPlanInput input;
  StarlingPlan plan;

  test_plan_input_init (&input, TEST_TODAY);
  input.goal.interview = TEST_TODAY + 2;
  input.settings.reviews_per_day = 30;
  for (guint i = 0; i < 20; i++)
    test_deck_set_review (deck, i, TEST_TODAY, TEST_TODAY + 3, 3);
  make (deck, &input, &plan);
  g_assert_cmpuint (plan.n_due, ==, 20);
  g_assert_cmpint (plan.outlook, ==, STARLING_OUTLOOK_READY);
}

/* The share of a day stays what it is when cards fail, are buried, or are
 * introduced on that day. */
static void
test_last_look_stays (void)
{
  g_autoptr (TestDeck) deck = new_learnt_deck (90);
  StarlingPlanInput input;
  StarlingPlan plan;
  StarlingCardRecord *record = NULL;

  test_plan_input_init (&input, TEST_TODAY);
  input.goal.interview = TEST_TODAY + STARLING_LAST_LOOK_DAYS;
  test_deck_add_scenario (deck, 0, 9);
  for (guint i = 90; i < 99; i++)
    {
      test_deck_set_review (deck, i, TEST_TODAY, TEST_TODAY + 9, 9);
      test_deck_at (deck, i)->record.introduced_day = TEST_TODAY;
    }
  make (deck, &input, &plan);
  g_assert_cmpuint (plan.n_due, ==, 30);

  for (guint i = 0; i < 2; i++)
    test_deck_set_review (deck, i, TEST_TODAY, TEST_TODAY + 9, 9);
  record = &test_deck_at (deck, 0)->record;
  record->memory.state = STARLING_MEMORY_RELEARNING;
  record->memory.due = input.now / 1000 + 600;
  test_deck_at (deck, 1)->record.buried_day = input.today;
  make (deck, &input, &plan);
  g_assert_cmpuint (plan.n_due, ==, 28);
  g_assert_cmpuint (plan.n_learning, ==, 1);
}

/* What is set aside for good needs no last look. */
static void
test_last_look_aside (void)
{
  g_autoptr (TestDeck) deck = new_learnt_deck (92);
  StarlingPlanInput input;
  StarlingPlan plan;

  test_plan_input_init (&input, TEST_TODAY);
  input.goal.interview = TEST_TODAY + 9;
  input.settings.reviews_per_day = 30;
  test_deck_at (deck, 0)->record.leech = TRUE;
  make (deck, &input, &plan);
  g_assert_cmpint (plan.outlook, ==, STARLING_OUTLOOK_NO_LOOK);
  test_deck_at (deck, 1)->record.suspended = TRUE;
  make (deck, &input, &plan);
  g_assert_cmpint (plan.outlook, ==, STARLING_OUTLOOK_READY);
}

/* The last look takes the weakest ones first, those that are due anyway count
 * towards its share, and what was looked at already waits behind. */
static void
test_last_look_order (void)
{
  g_autoptr (TestDeck) deck = test_deck_new ();
  g_auto (StarlingPlanShare) share = { 0 };
  static const guint expected[] = { 2, 0, 4, 5 };
  StarlingPlanInput input;
  StarlingDeck all;

  test_plan_input_init (&input, TEST_TODAY);
  input.goal.interview = TEST_TODAY + 2;
  test_deck_add_scenario (deck, 0, 6);
  test_deck_set_review (deck, 0, TEST_TODAY - 9, TEST_TODAY, 9); /* 10 / 9 */
  test_deck_set_review (deck, 1, TEST_TODAY - 9, TEST_TODAY + 40, 40);
  test_deck_set_review (deck, 2, TEST_TODAY - 19, TEST_TODAY + 9, 10);
  test_deck_set_review (deck, 3, TEST_TODAY - 9, TEST_TODAY + 99, 99);
  test_deck_set_review (deck, 4, TEST_TODAY - 1, TEST_TODAY, 0.5);
  test_deck_set_review (deck, 5, TEST_TODAY - 1, TEST_TODAY, 1);
  all = test_deck_get (deck);
  starling_plan_share_init (&share, &input, &all, NULL, NULL, NULL, 0);
  g_assert_cmpuint (share.due->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < share.due->len; i++)
    g_assert_cmpuint (g_array_index (share.due, StarlingPlanPick, i).index, ==,
                      expected[i]);
}

/* How many new cards today: see starling_plan_get_quota(). */
static void
test_quota (void)
{
  static const struct
  {
    guint n_ticked;
    guint n_others;
    int limit;
    guint done;
    int interview; /* days from today; 0: none */
    guint recent_days;
    guint recent_studied;
    guint n_new;
  } cases[] = {
    /* No interview: the limit */
    { 100, 0, 20, 0, 0, 14, 14, 20 },
    { 100, 0, 20, 15, 0, 14, 14, 5 },
    { 100, 0, 20, 30, 0, 14, 14, 0 },
    { 12, 0, 20, 0, 0, 14, 14, 12 },
    { 100, 0, 0, 0, 0, 14, 14, 0 },
    { 100, 0, 20, 0, 0, 14, 2, 20 },
    /* Evenly until three days before */
    { 100, 0, 20, 0, 12, 14, 14, 10 },
    { 101, 0, 20, 0, 12, 14, 14, 11 },
    { 96, 0, 20, 4, 12, 14, 14, 6 },
    { 90, 0, 20, 10, 12, 14, 14, 0 },
    { 85, 0, 20, 15, 12, 14, 14, 0 },
    { 7, 0, 20, 0, 12, 14, 14, 1 },
    { 400, 0, 20, 0, 12, 14, 14, 20 },
    { 400, 0, 20, 5, 12, 14, 14, 15 },
    /* At the pace of the last fortnight, if there is one */
    { 100, 0, 200, 0, 23, 14, 4, 17 }, /* 21 days → 6 */
    { 100, 0, 200, 0, 23, 14, 0, 34 }, /* → 3 */
    { 100, 0, 200, 0, 23, 14, 1, 34 }, /* no less than once a week */
    { 100, 0, 200, 0, 23, 7, 3, 12 },  /* → 9 */
    { 100, 0, 200, 0, 23, 6, 1, 5 },   /* too few days to tell */
    { 100, 0, 200, 0, 23, 0, 0, 5 },
    /* The last day for new ones, and after it */
    { 10, 0, 20, 0, 3, 14, 14, 10 },
    { 10, 0, 20, 0, 3, 14, 0, 10 },
    { 10, 0, 20, 0, 2, 14, 14, 0 },
    { 10, 0, 20, 0, 1, 14, 14, 0 },
    { 10, 0, 20, 0, -1, 14, 14, 10 }, /* it is over */
    /* The other principles follow when those to prepare are through */
    { 100, 50, 20, 0, 12, 14, 14, 10 },
    { 0, 50, 20, 0, 12, 14, 14, 20 },
    { 5, 50, 20, 0, 3, 14, 14, 5 },
    { 0, 50, 20, 1, 12, 14, 14, 0 }, /* the last of them today */
    { 0, 50, 20, 0, 2, 14, 14, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TestDeck) deck = test_deck_new ();
      StarlingPlanInput input;
      StarlingPlan plan;

      test_plan_input_init (&input, TEST_TODAY);
      input.settings.new_per_day = cases[i].limit;
      input.new_done = cases[i].done;
      input.recent_days = cases[i].recent_days;
      input.recent_studied = cases[i].recent_studied;
      if (cases[i].interview != 0)
        input.goal.interview = TEST_TODAY + cases[i].interview;
      input.goal.principles = STARLING_PRINCIPLE_BIT (3);
      test_deck_add_scenario (deck, 3, cases[i].n_ticked + cases[i].done);
      test_deck_add_scenario (deck, 4, cases[i].n_others);
      for (guint n = 0; n < cases[i].done; n++)
        {
          test_deck_set_review (deck, n, TEST_TODAY, TEST_TODAY + 3, 3);
          test_deck_at (deck, n)->record.introduced_day = TEST_TODAY;
        }
      make (deck, &input, &plan);
      g_test_message ("case %u", i);
      g_assert_cmpuint (plan.n_new, ==, cases[i].n_new);
      g_assert_cmpuint (plan.n_unseen, ==,
                        cases[i].n_ticked + cases[i].n_others);
    }
}

/* Other principles leave room for the last look. */
static void
test_quota_room (void)
{
  g_autoptr (TestDeck) deck = new_learnt_deck (85);
  StarlingPlanInput input;
  StarlingPlan plan;

  test_plan_input_init (&input, TEST_TODAY);
  input.settings.reviews_per_day = 30;
  input.goal.interview = TEST_TODAY + 20;
  input.goal.principles = STARLING_PRINCIPLE_BIT (0);
  test_deck_add_scenario (deck, 1, 50);
  make (deck, &input, &plan);
  g_assert_cmpuint (plan.n_new, ==, 5);
  g_assert_cmpint (plan.outlook, ==, STARLING_OUTLOOK_READY);
}

/* Principles to prepare first, then a story of each principle, each from its
 * first card on. */
static void
test_new_order (void)
{
  static const char *const expected[]
      = { "s0001#probe.00", "s0001#probe.02", "s0003#probe.00",
          "s0003#probe.01", "s0002#probe.00", "s0002#probe.01",
          "s0004#probe.00", "s0000#probe.00", "s0000#probe.01" };
  g_autoptr (TestDeck) deck = test_deck_new ();
  g_auto (StarlingPlanShare) share = { 0 };
  StarlingPlanInput input;
  StarlingDeck all;

  test_plan_input_init (&input, TEST_TODAY);
  input.goal.principles
      = STARLING_PRINCIPLE_BIT (1) | STARLING_PRINCIPLE_BIT (2);
  test_deck_add_scenario (deck, 0, 2);
  test_deck_add_scenario (deck, 1, 3);
  test_deck_add_scenario (deck, 1, 2);
  test_deck_add_scenario (deck, 2, 2);
  test_deck_add_scenario (deck, 2, 1);
  test_deck_set_review (deck, 3, TEST_TODAY - 2, TEST_TODAY + 9, 9);
  all = test_deck_get (deck);
  starling_plan_share_init (&share, &input, &all, NULL, NULL, NULL, 0);
  g_assert_cmpuint (share.fresh->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < share.fresh->len; i++)
    {
      guint index = g_array_index (share.fresh, StarlingPlanPick, i).index;

      g_assert_cmpstr (test_deck_at (deck, index)->name, ==, expected[i]);
    }
}

/* As many new cards of a story in a row as it has steps; fewer if a day would
 * not bring three stories, or if the interview leaves no time to begin with
 * every principle like that. */
static void
test_part (void)
{
  static const struct
  {
    int interview; /* days from today; -1: none */
    int new_per_day;
    guint recent_studied; /* of 14 */
    guint n_untouched;
    guint part;
  } cases[] = {
    { -1, 20, 14, 16, 5 },
    { -1, 15, 14, 16, 5 },
    { -1, 14, 14, 16, 4 },
    { -1, 6, 14, 16, 2 },
    { -1, 5, 14, 16, 1 },
    { -1, 0, 14, 16, 1 },
    { 30, 20, 14, 16, 5 },
    { 6, 20, 14, 16, 5 },
    { 5, 20, 14, 16, 3 },
    { 4, 20, 14, 16, 2 },
    { 3, 20, 14, 16, 1 },
    { 3, 20, 14, 10, 2 },
    { 3, 20, 14, 4, 5 },
    { 3, 20, 14, 0, 5 },
    { 3, 14, 14, 0, 4 },
    { 3, 0, 14, 16, 1 },
    { 3, 20, 14, 64, 1 },
    /* on half of the eight days */
    { 10, 20, 7, 16, 5 },
    { 10, 20, 7, 20, 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n = cases[i].n_untouched;
      StarlingPrincipleSet untouched
          = n == 0 ? 0 : G_MAXUINT64 >> (STARLING_MAX_PRINCIPLES - n);
      StarlingPlanInput input;

      test_plan_input_init (&input, TEST_TODAY);
      if (cases[i].interview >= 0)
        input.goal.interview = TEST_TODAY + cases[i].interview;
      input.settings.new_per_day = cases[i].new_per_day;
      input.recent_studied = cases[i].recent_studied;
      g_test_message ("case %u", i);
      g_assert_cmpuint (starling_plan_get_part (&input, untouched), ==,
                        cases[i].part);
    }
}

/* The scenarios of the new cards of the day, in their order: "0011". */
static char *
list_stories (TestDeck *deck, const StarlingPlanInput *input, guint extra)
{
  g_auto (StarlingPlanShare) share = { 0 };
  GString *text = g_string_new (NULL);
  StarlingDeck all = test_deck_get (deck);

  starling_plan_share_init (&share, input, &all, NULL, NULL, NULL, extra);
  for (guint i = 0; i < share.fresh->len; i++)
    {
      guint index = g_array_index (share.fresh, StarlingPlanPick, i).index;

      g_string_append_printf (text, "%x", all.cards[index].principle);
    }
  return g_string_free (text, FALSE);
}

/* Story by story, part by part. */
static void
test_parts (void)
{
  static const struct
  {
    int new_per_day;
    gboolean begun; /* with the second principle */
    const char *expected;
  } cases[] = {
    { 20, FALSE, "0000011111000001100" },
    { 14, FALSE, "0000111100001110000" },
    { 5, FALSE, "0101010101010100000" },
    /* the card of the second one that was seen is no new one */
    { 20, TRUE, "000001111000001100" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TestDeck) deck = test_deck_new ();
      g_autofree char *text = NULL;
      StarlingPlanInput input;

      test_plan_input_init (&input, TEST_TODAY);
      input.settings.new_per_day = cases[i].new_per_day;
      test_deck_add_scenario (deck, 0, 12);
      test_deck_add_scenario (deck, 1, 7);
      if (cases[i].begun)
        test_deck_set_review (deck, 12, TEST_TODAY - 2, TEST_TODAY + 9, 9);
      text = list_stories (deck, &input, 19);
      g_test_message ("case %u", i);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

/* What the day brings stays the same while it is done, in whatever order, also
 * where time is short. */
static void
test_parts_all_day (void)
{
  for (guint stride = 1; stride < 20; stride++)
    {
      g_autoptr (TestDeck) deck = test_deck_new ();
      g_auto (StarlingPlanShare) first = { 0 };
      StarlingPlanInput input;
      StarlingDeck all;

      test_plan_input_init (&input, TEST_TODAY);
      input.goal.interview = TEST_TODAY + 3;
      for (int i = 0; i < 8; i++)
        test_deck_add_scenario (deck, i, 6);
      all = test_deck_get (deck);
      starling_plan_share_init (&first, &input, &all, NULL, NULL, NULL, 0);
      g_assert_cmpuint (first.fresh->len, ==, 20);
      while (first.fresh->len > 0)
        {
          guint at = stride * first.fresh->len / 20;
          guint index = g_array_index (first.fresh, StarlingPlanPick, at).index;
          g_auto (StarlingPlanShare) now = { 0 };

          test_deck_set_review (deck, index, TEST_TODAY, TEST_TODAY + 9, 9);
          test_deck_at (deck, index)->record.introduced_day = TEST_TODAY;
          g_array_remove_index (first.fresh, at);
          input.new_done++;
          all = test_deck_get (deck);
          starling_plan_share_init (&now, &input, &all, NULL, NULL, NULL, 0);
          g_assert_cmpuint (now.fresh->len, ==, first.fresh->len);
          for (guint i = 0; i < now.fresh->len; i++)
            g_assert_cmpuint (
                g_array_index (now.fresh, StarlingPlanPick, i).index, ==,
                g_array_index (first.fresh, StarlingPlanPick, i).index);
        }
    }
}

static void
test_outlook (void)
{
  static const struct
  {
    guint n_new;
    guint n_learnt;
    int interview; /* days from today */
    int new_per_day;
    int reviews_per_day;
    guint recent_studied; /* of 14 */
    StarlingOutlook outlook;
    int introduced_by; /* days from today; -1: none */
    guint n_left_out;
    guint needed_new;
    guint needed_reviews;
  } cases[] = {
    { 140, 50, 17, 20, 200, 14, STARLING_OUTLOOK_ON_COURSE, 14, 0, 0, 0 },
    { 3, 0, 17, 20, 200, 14, STARLING_OUTLOOK_ON_COURSE, 2, 0, 0, 0 },
    { 20, 0, 3, 20, 200, 14, STARLING_OUTLOOK_ON_COURSE, 0, 0, 0, 0 },
    { 300, 0, 17, 20, 200, 14, STARLING_OUTLOOK_ON_COURSE, 14, 0, 0, 0 },
    { 301, 0, 17, 20, 200, 14, STARLING_OUTLOOK_TOO_MANY, -1, 1, 21, 0 },
    { 30, 0, 3, 20, 200, 14, STARLING_OUTLOOK_TOO_MANY, -1, 10, 30, 0 },
    { 10, 0, 5, 0, 200, 14, STARLING_OUTLOOK_TOO_MANY, -1, 10, 4, 0 },
    /* On weekends only: of 21 days 6, the last one on the 18th from today */
    { 120, 0, 23, 20, 200, 4, STARLING_OUTLOOK_ON_COURSE, 18, 0, 0, 0 },
    { 121, 0, 23, 20, 200, 4, STARLING_OUTLOOK_TOO_MANY, -1, 1, 21, 0 },
    { 10, 0, 2, 20, 200, 14, STARLING_OUTLOOK_TOO_LATE, -1, 10, 0, 0 },
    { 10, 0, 0, 20, 200, 14, STARLING_OUTLOOK_TOO_LATE, -1, 10, 0, 0 },
    { 0, 50, 17, 20, 200, 14, STARLING_OUTLOOK_READY, -1, 0, 0, 0 },
    { 0, 50, 0, 20, 200, 14, STARLING_OUTLOOK_READY, -1, 0, 0, 0 },
    { 100, 50, 17, 20, 50, 14, STARLING_OUTLOOK_ON_COURSE, 14, 0, 0, 0 },
    { 101, 50, 17, 20, 50, 14, STARLING_OUTLOOK_NO_LOOK, 14, 0, 0, 51 },
    { 0, 160, 17, 20, 50, 14, STARLING_OUTLOOK_NO_LOOK, -1, 0, 0, 54 },
    { 0, 101, 2, 20, 50, 14, STARLING_OUTLOOK_NO_LOOK, -1, 0, 0, 51 },
    { 0, 51, 1, 20, 50, 14, STARLING_OUTLOOK_NO_LOOK, -1, 0, 0, 51 },
    { 9, 9, -1, 20, 200, 14, STARLING_OUTLOOK_NONE, -1, 0, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TestDeck) deck = new_learnt_deck (cases[i].n_learnt);
      StarlingPlanInput input;
      StarlingPlan plan;

      test_plan_input_init (&input, TEST_TODAY);
      input.settings.new_per_day = cases[i].new_per_day;
      input.settings.reviews_per_day = cases[i].reviews_per_day;
      input.recent_studied = cases[i].recent_studied;
      input.goal.interview = TEST_TODAY + cases[i].interview;
      test_deck_add_scenario (deck, 0, cases[i].n_new);
      make (deck, &input, &plan);
      g_test_message ("case %u", i);
      g_assert_cmpint (plan.outlook, ==, cases[i].outlook);
      g_assert_cmpint (plan.days_left, ==, cases[i].interview);
      g_assert_cmpint (plan.introduced_by, ==,
                       cases[i].introduced_by >= 0
                           ? TEST_TODAY + cases[i].introduced_by
                           : STARLING_NO_DAY);
      g_assert_cmpuint (plan.n_left_out, ==, cases[i].n_left_out);
      g_assert_cmpuint (plan.needed_new, ==, cases[i].needed_new);
      g_assert_cmpuint (plan.needed_reviews, ==, cases[i].needed_reviews);

      /* What the plan asks for is enough. */
      if (plan.needed_new > 0)
        input.settings.new_per_day = (int) plan.needed_new;
      if (plan.needed_reviews > 0)
        input.settings.reviews_per_day = (int) plan.needed_reviews;
      if (plan.outlook == STARLING_OUTLOOK_TOO_MANY
          || plan.outlook == STARLING_OUTLOOK_NO_LOOK)
        {
          make (deck, &input, &plan);
          g_assert_true (plan.outlook == STARLING_OUTLOOK_ON_COURSE
                         || plan.outlook == STARLING_OUTLOOK_READY);
        }
    }
}

/* The limits that would do are those of a whole day: what was done today
 * counts towards them. */
static void
test_needed (void)
{
  g_autoptr (TestDeck) fresh = test_deck_new ();
  g_autoptr (TestDeck) learnt = new_learnt_deck (90);
  StarlingPlanInput input;
  StarlingPlan plan;

  test_plan_input_init (&input, TEST_TODAY);
  input.goal.interview = TEST_TODAY + 3;
  input.new_done = 15;
  test_deck_add_scenario (fresh, 0, 45);
  for (guint i = 0; i < 15; i++)
    {
      test_deck_set_review (fresh, i, TEST_TODAY, TEST_TODAY + 3, 3);
      test_deck_at (fresh, i)->record.introduced_day = TEST_TODAY;
    }
  make (fresh, &input, &plan);
  g_assert_cmpint (plan.outlook, ==, STARLING_OUTLOOK_TOO_MANY);
  g_assert_cmpuint (plan.needed_new, ==, 45);
  input.settings.new_per_day = 45;
  make (fresh, &input, &plan);
  g_assert_cmpint (plan.outlook, ==, STARLING_OUTLOOK_ON_COURSE);

  test_plan_input_init (&input, TEST_TODAY);
  input.goal.interview = TEST_TODAY + 2;
  input.settings.reviews_per_day = 50;
  input.reviews_done = 20;
  make (learnt, &input, &plan);
  g_assert_cmpint (plan.outlook, ==, STARLING_OUTLOOK_NO_LOOK);
  g_assert_cmpuint (plan.needed_reviews, ==, 55);
  input.settings.reviews_per_day = 55;
  make (learnt, &input, &plan);
  g_assert_cmpint (plan.outlook, ==, STARLING_OUTLOOK_READY);
}

/* Without a goal nothing is said, whatever there is. */
static void
test_no_goal (void)
{
  g_autoptr (TestDeck) deck = new_learnt_deck (5);
  StarlingPlanInput input;
  StarlingPlan plan;

  test_plan_input_init (&input, TEST_TODAY);
  test_deck_add_scenario (deck, 0, 500);
  make (deck, &input, &plan);
  g_assert_cmpint (plan.outlook, ==, STARLING_OUTLOOK_NONE);
  g_assert_cmpint (plan.days_left, ==, -1);
  g_assert_cmpint (plan.introduced_by, ==, STARLING_NO_DAY);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/last-look/shares", test_last_look_shares);
  g_test_add_func ("/plan/last-look/missed", test_last_look_missed);
  g_test_add_func ("/plan/last-look/limit", test_last_look_limit);
  g_test_add_func ("/plan/last-look/stays", test_last_look_stays);
  g_test_add_func ("/plan/last-look/aside", test_last_look_aside);
  g_test_add_func ("/plan/last-look/order", test_last_look_order);
  g_test_add_func ("/plan/quota", test_quota);
  g_test_add_func ("/plan/quota/room", test_quota_room);
  g_test_add_func ("/plan/new-order", test_new_order);
  g_test_add_func ("/plan/part", test_part);
  g_test_add_func ("/plan/parts", test_parts);
  g_test_add_func ("/plan/parts/all-day", test_parts_all_day);
  g_test_add_func ("/plan/outlook", test_outlook);
  g_test_add_func ("/plan/needed", test_needed);
  g_test_add_func ("/plan/no-goal", test_no_goal);
  return g_test_run ();
}

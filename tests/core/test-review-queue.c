/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "deck-fixture.h"

#include <string.h>

#define MINUTE_MS (60 * 1000)

static StarlingReviewQueue *
new_queue (const TestDeck *deck, const StarlingPlanInput *input)
{
  StarlingDeck all = test_deck_get (deck);

  return starling_review_queue_new (input, &all, NULL, NULL, 0);
}

static void
assert_counts (StarlingReviewQueue *queue,
               guint n_new,
               guint learning,
               guint due)
{
  guint counts[STARLING_N_PILES];

  starling_review_queue_count (queue, counts);
  g_assert_cmpuint (counts[STARLING_PILE_NEW], ==, n_new);
  g_assert_cmpuint (counts[STARLING_PILE_LEARNING], ==, learning);
  g_assert_cmpuint (counts[STARLING_PILE_DUE], ==, due);
}

/* Brings a card to learning, to come back at a time in Unix ms. */
static void
set_learning (StarlingDeckCard *card, gint64 due)
{
  card->record.memory.state = STARLING_MEMORY_LEARNING;
  card->record.memory.due = due / 1000;
}

static void
set_graduated (StarlingDeckCard *card, const StarlingPlanInput *input)
{
  card->record.memory.state = STARLING_MEMORY_REVIEW;
  card->record.memory.due = input->tomorrow / 1000 + 3600;
}

static void
settle (StarlingReviewQueue *queue, const StarlingDeckCard *card, gint64 now)
{
  starling_review_queue_settle (queue, card->name, &card->record, now);
}

/* The names in the list, by their scenario and card: "0.0 1.2 …". */
static char *
describe (StarlingReviewQueue *queue)
{
  g_autoptr (GPtrArray) names = starling_review_queue_list (queue);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      guint64 scenario = g_ascii_strtoull (name + 1, NULL, 10);
      guint64 card = g_ascii_strtoull (strchr (name, '.') + 1, NULL, 10);

      g_string_append_printf (text, "%s%d.%d", i > 0 ? " " : "", (int) scenario,
                              (int) card);
    }
  return g_string_free (text, FALSE);
}

static void
assert_list (StarlingReviewQueue *queue, const char *expected)
{
  g_autofree char *text = describe (queue);

  g_assert_cmpstr (text, ==, expected);
}

/* Which card is shown: "N" of scenario N's first card. */
static void
assert_current (StarlingReviewQueue *queue, const StarlingDeckCard *card)
{
  g_assert_cmpstr (starling_review_queue_get_current (queue), ==,
                   card != NULL ? card->name : NULL);
}

static void
test_empty (void)
{
  g_autoptr (TestDeck) deck = test_deck_new ();
  g_autoptr (StarlingReviewQueue) queue = NULL;
  StarlingPlanInput input;

  test_plan_input_init (&input, TEST_TODAY);
  queue = new_queue (deck, &input);
  g_assert_false (starling_review_queue_advance (queue, input.now));
  assert_current (queue, NULL);
  assert_counts (queue, 0, 0, 0);
  assert_list (queue, "");
  g_assert_cmpint (starling_review_queue_get_next_time (queue), ==,
                   STARLING_NEVER);
}

/* New cards are spread through those that are due. */
static void
test_mix (void)
{
  static const struct
  {
    guint n_due;
    guint n_new;
    const char *expected; /* D and N */
  } cases[] = {
    { 4, 0, "DDDD" },     { 0, 3, "NNN" },          { 3, 3, "DNDNDN" },
    { 6, 2, "DDNDDDND" }, { 2, 6, "NDNNNDNN" },     { 5, 1, "DDDNDD" },
    { 1, 1, "DN" },       { 9, 3, "DDNDDDNDDDND" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TestDeck) deck = test_deck_new ();
      g_autoptr (StarlingReviewQueue) queue = NULL;
      g_autoptr (GString) text = g_string_new (NULL);
      StarlingPlanInput input;

      test_plan_input_init (&input, TEST_TODAY);
      for (guint n = 0; n < cases[i].n_due + cases[i].n_new; n++)
        {
          test_deck_add_scenario (deck, 0, 1);
          if (n < cases[i].n_due)
            test_deck_set_review (deck, n, TEST_TODAY - 3, TEST_TODAY, 3);
        }
      queue = new_queue (deck, &input);
      assert_counts (queue, cases[i].n_new, 0, cases[i].n_due);
      while (starling_review_queue_advance (queue, input.now))
        {
          const char *name = starling_review_queue_get_current (queue);
          StarlingDeckCard *card = test_deck_find (deck, name);

          g_string_append_c (text,
                             starling_review_queue_get_current_pile (queue)
                                     == STARLING_PILE_NEW
                                 ? 'N'
                                 : 'D');
          set_graduated (card, &input);
          settle (queue, card, input.now);
        }
      g_assert_cmpstr (text->str, ==, cases[i].expected);
      assert_counts (queue, 0, 0, 0);
    }
}

/* The plan brings whole stories, and the session takes turns between them. */
static void
test_turns (void)
{
  g_autoptr (TestDeck) deck = test_deck_new ();
  g_autoptr (StarlingReviewQueue) queue = NULL;
  StarlingPlanInput input;

  test_plan_input_init (&input, TEST_TODAY);
  input.settings.new_per_day = 16;
  test_deck_add_scenario (deck, 1, 9);
  test_deck_add_scenario (deck, 0, 5);
  test_deck_add_scenario (deck, 2, 6);
  test_deck_add_scenario (deck, 2, 6);
  test_deck_set_review (deck, 0, TEST_TODAY - 2, TEST_TODAY + 9, 9);
  queue = new_queue (deck, &input);
  assert_list (
      queue, "0.1 1.0 2.0 0.2 1.1 2.1 0.3 1.2 2.2 0.4 1.3 2.3 0.5 1.4 2.4 0.6");
}

/* Cards of one scenario are kept apart as far as there are others. */
static void
test_siblings (void)
{
  static const struct
  {
    guint n_cards[4]; /* of each scenario */
    const char *expected;
  } cases[] = {
    { { 2, 2, 2 }, "0.0 1.0 2.0 0.1 1.1 2.1" },
    { { 3, 3, 3, 3 }, "0.0 1.0 2.0 3.0 0.1 1.1 2.1 3.1 0.2 1.2 2.2 3.2" },
    { { 2, 2 }, "0.0 1.0 0.1 1.1" },
    { { 4, 1 }, "0.0 1.0 0.1 0.2 0.3" },
    { { 1, 1, 4 }, "2.0 0.0 2.1 1.0 2.2 2.3" },
    { { 1, 1, 1, 4 }, "3.0 0.0 3.1 1.0 3.2 2.0 3.3" },
    { { 3 }, "0.0 0.1 0.2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TestDeck) deck = test_deck_new ();
      g_autoptr (StarlingReviewQueue) queue = NULL;
      StarlingPlanInput input;

      test_plan_input_init (&input, TEST_TODAY);
      for (guint n = 0; n < G_N_ELEMENTS (cases[i].n_cards); n++)
        if (cases[i].n_cards[n] > 0)
          test_deck_add_scenario (deck, 0, cases[i].n_cards[n]);
      queue = new_queue (deck, &input);
      g_test_message ("case %u", i);
      assert_list (queue, cases[i].expected);
    }
}

/* A card in learning comes back when its time has come, before the others. */
static void
test_learning_comes_back (void)
{
  g_autoptr (TestDeck) deck = test_deck_new ();
  g_autoptr (StarlingReviewQueue) queue = NULL;
  StarlingPlanInput input;
  gint64 now = 0;

  test_plan_input_init (&input, TEST_TODAY);
  now = input.now;
  for (guint i = 0; i < 4; i++)
    test_deck_add_scenario (deck, 0, 1);
  queue = new_queue (deck, &input);
  g_assert_true (starling_review_queue_advance (queue, now));
  assert_current (queue, test_deck_at (deck, 0));
  set_learning (test_deck_at (deck, 0), now + MINUTE_MS);
  settle (queue, test_deck_at (deck, 0), now);
  assert_current (queue, NULL);
  assert_counts (queue, 3, 1, 0);
  g_assert_cmpint (starling_review_queue_get_next_time (queue), ==,
                   (now + MINUTE_MS) / 1000);

  /* Its time has not come */
  g_assert_true (starling_review_queue_advance (queue, now + MINUTE_MS - 1));
  assert_current (queue, test_deck_at (deck, 1));
  set_graduated (test_deck_at (deck, 1), &input);
  settle (queue, test_deck_at (deck, 1), now + MINUTE_MS);
  assert_counts (queue, 2, 1, 0);

  /* Now it has */
  g_assert_true (starling_review_queue_advance (queue, now + MINUTE_MS));
  assert_current (queue, test_deck_at (deck, 0));
  g_assert_cmpint (starling_review_queue_get_current_pile (queue), ==,
                   STARLING_PILE_LEARNING);
  g_assert_cmpint (starling_review_queue_get_next_time (queue), ==,
                   STARLING_NEVER);
  assert_counts (queue, 2, 1, 0);
  assert_list (queue, "0.0 2.0 3.0");

  /* It stays until it is settled */
  g_assert_true (starling_review_queue_advance (queue, now + 9 * MINUTE_MS));
  assert_current (queue, test_deck_at (deck, 0));
  set_graduated (test_deck_at (deck, 0), &input);
  settle (queue, test_deck_at (deck, 0), now + MINUTE_MS);
  assert_counts (queue, 2, 0, 0);
}

/* At the end a card in learning is shown early, but not very early. */
static void
test_learn_ahead (void)
{
  static const struct
  {
    int due; /* seconds from now */
    gboolean shown;
  } cases[] = {
    { -60, TRUE },          { 60, TRUE },        { 20 * 60, TRUE },
    { 20 * 60 + 1, FALSE }, { 3 * 3600, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TestDeck) deck = test_deck_new ();
      g_autoptr (StarlingReviewQueue) queue = NULL;
      StarlingPlanInput input;
      gint64 due = 0;

      test_plan_input_init (&input, TEST_TODAY);
      due = input.now + cases[i].due * 1000;
      test_deck_add_scenario (deck, 0, 1);
      set_learning (test_deck_at (deck, 0), due);
      queue = new_queue (deck, &input);
      assert_counts (queue, 0, 1, 0);
      assert_list (queue, "0.0");
      g_assert_cmpint (starling_review_queue_advance (queue, input.now), ==,
                       cases[i].shown);
      if (!cases[i].shown)
        {
          g_assert_cmpint (starling_review_queue_get_next_time (queue), ==,
                           due / 1000);
          g_assert_true (starling_review_queue_advance (queue, due));
        }
      assert_current (queue, test_deck_at (deck, 0));
    }
}

/* The same card does not come twice in a row if another one can be shown. */
static void
test_not_twice (void)
{
  g_autoptr (TestDeck) deck = test_deck_new ();
  g_autoptr (StarlingReviewQueue) queue = NULL;
  StarlingPlanInput input;

  test_plan_input_init (&input, TEST_TODAY);
  test_deck_add_scenario (deck, 0, 2);
  set_learning (test_deck_at (deck, 0), input.now + 5 * MINUTE_MS);
  set_learning (test_deck_at (deck, 1), input.now + 9 * MINUTE_MS);
  queue = new_queue (deck, &input);
  for (guint i = 0; i < 6; i++)
    {
      StarlingDeckCard *card = test_deck_at (deck, i % 2);

      g_assert_true (starling_review_queue_advance (queue, input.now));
      assert_current (queue, card);
      set_learning (card, input.now + MINUTE_MS);
      settle (queue, card, input.now);
    }

  /* Alone it comes again */
  set_graduated (test_deck_at (deck, 0), &input);
  settle (queue, test_deck_at (deck, 0), input.now);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (starling_review_queue_advance (queue, input.now));
      assert_current (queue, test_deck_at (deck, 1));
      settle (queue, test_deck_at (deck, 1), input.now);
    }
}

/* A sibling that waits goes before the same card again, though its time has
 * come. */
static void
test_not_twice_sibling (void)
{
  g_autoptr (TestDeck) deck = test_deck_new ();
  g_autoptr (StarlingReviewQueue) queue = NULL;
  StarlingPlanInput input;

  test_plan_input_init (&input, TEST_TODAY);
  test_deck_add_scenario (deck, 0, 2);
  queue = new_queue (deck, &input);
  g_assert_true (starling_review_queue_advance (queue, input.now));
  assert_current (queue, test_deck_at (deck, 0));
  set_learning (test_deck_at (deck, 0), input.now + MINUTE_MS);
  settle (queue, test_deck_at (deck, 0), input.now);
  g_assert_true (
      starling_review_queue_advance (queue, input.now + 2 * MINUTE_MS));
  assert_current (queue, test_deck_at (deck, 1));
}

/* The next card to come back is the first one, not the last. */
static void
test_next_time (void)
{
  g_autoptr (TestDeck) deck = test_deck_new ();
  g_autoptr (StarlingReviewQueue) queue = NULL;
  StarlingPlanInput input;

  test_plan_input_init (&input, TEST_TODAY);
  test_deck_add_scenario (deck, 0, 3);
  set_learning (test_deck_at (deck, 0), input.now + 2 * TEST_HOUR_MS);
  set_learning (test_deck_at (deck, 1), input.now + TEST_HOUR_MS);
  set_learning (test_deck_at (deck, 2), input.now + 3 * TEST_HOUR_MS);
  queue = new_queue (deck, &input);
  g_assert_cmpint (starling_review_queue_get_next_time (queue), ==,
                   (input.now + TEST_HOUR_MS) / 1000);
}

/* A lapse brings a card that was due back in the same session. */
static void
test_lapse (void)
{
  g_autoptr (TestDeck) deck = test_deck_new ();
  g_autoptr (StarlingReviewQueue) queue = NULL;
  StarlingScheduler scheduler;
  StarlingPlanInput input;
  StarlingDeckCard *card = NULL;

  test_plan_input_init (&input, TEST_TODAY);
  starling_scheduler_init_default (&scheduler, STARLING_DEFAULT_RETENTION);
  test_deck_add_scenario (deck, 0, 1);
  test_deck_set_review (deck, 0, TEST_TODAY - 3, TEST_TODAY, 3);
  card = test_deck_at (deck, 0);
  queue = new_queue (deck, &input);
  assert_counts (queue, 0, 0, 1);
  g_assert_true (starling_review_queue_advance (queue, input.now));
  starling_card_record_review (&card->record, &scheduler, card->name, input.now,
                               0, STARLING_GRADE_AGAIN, -1);
  settle (queue, card, input.now);
  assert_counts (queue, 0, 1, 0);
  g_assert_true (starling_review_queue_advance (queue, input.now));
  starling_card_record_review (&card->record, &scheduler, card->name, input.now,
                               0, STARLING_GRADE_GOOD, -1);
  settle (queue, card, input.now);
  assert_counts (queue, 0, 0, 0);
  g_assert_false (starling_review_queue_advance (queue, input.now));
}

/* Setting aside and resetting, of the current card and of one that waits. */
static void
test_aside (void)
{
  static const char *const actions[] = { "bury", "suspend", "reset" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (TestDeck) deck = test_deck_new ();
      g_autoptr (StarlingReviewQueue) queue = NULL;
      StarlingPlanInput input;
      guint reset = g_str_equal (actions[i], "reset") ? 1 : 0;

      test_plan_input_init (&input, TEST_TODAY);
      for (guint n = 0; n < 3; n++)
        {
          test_deck_add_scenario (deck, 0, 1);
          test_deck_set_review (deck, n, TEST_TODAY - 3, TEST_TODAY, 3);
        }
      queue = new_queue (deck, &input);
      g_assert_true (starling_review_queue_advance (queue, input.now));
      for (guint n = 0; n < 2; n++)
        {
          StarlingDeckCard *card = test_deck_at (deck, n);
          StarlingCardRecord before = card->record;

          starling_card_record_act (&card->record, actions[i], input.now, 0);
          settle (queue, card, input.now);
          g_assert_cmpuint (starling_review_queue_get_n_unseen (queue), ==,
                            reset);
          assert_counts (queue, 0, 0, 2);

          /* And undone */
          starling_review_queue_put_back (queue, card->name, &before,
                                          input.now);
          assert_current (queue, card);
          g_assert_cmpuint (starling_review_queue_get_n_unseen (queue), ==, 0);
          assert_counts (queue, 0, 0, 3);
        }
      settle (queue, test_deck_at (deck, 1), input.now);
      g_assert_true (starling_review_queue_advance (queue, input.now));
      assert_current (queue, test_deck_at (deck, 0));
    }
}

/* After an undo the card is shown again, and then the one it displaced. */
static void
test_put_back (void)
{
  g_autoptr (TestDeck) deck = test_deck_new ();
  g_autoptr (StarlingReviewQueue) queue = NULL;
  StarlingPlanInput input;
  StarlingCardRecord fresh;

  test_plan_input_init (&input, TEST_TODAY);
  for (guint i = 0; i < 4; i++)
    test_deck_add_scenario (deck, 0, 1);
  fresh = test_deck_at (deck, 0)->record;
  queue = new_queue (deck, &input);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (starling_review_queue_advance (queue, input.now));
      assert_current (queue, test_deck_at (deck, i));
      set_learning (test_deck_at (deck, i), input.now + 10 * MINUTE_MS);
      settle (queue, test_deck_at (deck, i), input.now);
    }
  g_assert_true (starling_review_queue_advance (queue, input.now));
  assert_counts (queue, 2, 2, 0);

  starling_review_queue_put_back (queue, test_deck_at (deck, 1)->name, &fresh,
                                  input.now);
  assert_current (queue, test_deck_at (deck, 1));
  g_assert_cmpint (starling_review_queue_get_current_pile (queue), ==,
                   STARLING_PILE_NEW);
  assert_counts (queue, 3, 1, 0);
  starling_review_queue_put_back (queue, test_deck_at (deck, 0)->name, NULL,
                                  input.now);
  assert_current (queue, test_deck_at (deck, 0));
  assert_counts (queue, 4, 0, 0);
  assert_list (queue, "0.0 1.0 2.0 3.0");

  /* Twice the same one changes nothing */
  starling_review_queue_put_back (queue, test_deck_at (deck, 0)->name, &fresh,
                                  input.now);
  assert_counts (queue, 4, 0, 0);
  assert_list (queue, "0.0 1.0 2.0 3.0");
}

/* An undo that reaches into an earlier session. */
static void
test_put_back_stranger (void)
{
  g_autoptr (TestDeck) deck = test_deck_new ();
  g_autoptr (StarlingReviewQueue) queue = NULL;
  StarlingPlanInput input;
  StarlingCardRecord due;

  test_plan_input_init (&input, TEST_TODAY);
  test_deck_add_scenario (deck, 0, 3);
  test_deck_add_scenario (deck, 0, 1);
  test_deck_set_review (deck, 0, TEST_TODAY - 3, TEST_TODAY, 3);
  due = test_deck_at (deck, 0)->record;
  set_graduated (test_deck_at (deck, 0), &input);
  queue = new_queue (deck, &input);
  g_assert_true (starling_review_queue_advance (queue, input.now));
  assert_list (queue, "0.1 1.0 0.2");
  starling_review_queue_settle (queue, "else#weak", &due, input.now);
  assert_counts (queue, 3, 0, 0);

  starling_review_queue_put_back (queue, test_deck_at (deck, 0)->name, &due,
                                  input.now);
  assert_current (queue, test_deck_at (deck, 0));
  assert_counts (queue, 3, 0, 1);
  assert_list (queue, "0.0 1.0 0.1 0.2");
  starling_review_queue_put_back (queue, "else#weak", &due, input.now);
  assert_counts (queue, 3, 0, 2);
  starling_review_queue_settle (queue, "else#weak", NULL, input.now);
  assert_counts (queue, 3, 0, 1);
}

static gboolean
is_in_scenario (const StarlingDeckCard *card, gpointer user_data)
{
  return card->scenario == GPOINTER_TO_UINT (user_data);
}

/* Of a narrow scope as much as of all; more new ones on demand. */
static void
test_scope (void)
{
  static const struct
  {
    guint scenario;
    guint extra;
    guint done; /* new cards today */
    int limit;
    guint n_new;
    guint n_due;
    guint n_waiting;
    guint n_unseen;
  } cases[] = {
    { 1, 0, 0, 200, 5, 4, 0, 0 },  { 1, 0, 18, 200, 2, 4, 0, 3 },
    { 1, 0, 20, 200, 0, 4, 0, 5 }, { 1, 3, 20, 200, 3, 4, 0, 2 },
    { 1, 9, 20, 200, 5, 4, 0, 0 }, { 1, 0, 0, 3, 5, 3, 1, 0 },
    { 1, 9, 0, 0, 5, 0, 4, 0 },    { 2, 0, 0, 200, 0, 0, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TestDeck) deck = test_deck_new ();
      g_autoptr (StarlingReviewQueue) queue = NULL;
      StarlingPlanInput input;
      StarlingDeck all;

      test_plan_input_init (&input, TEST_TODAY);
      input.new_done = cases[i].done;
      input.settings.reviews_per_day = cases[i].limit;
      test_deck_add_scenario (deck, 0, 50);
      test_deck_add_scenario (deck, 0, 9);
      for (guint n = 0; n < 4; n++)
        {
          test_deck_set_review (deck, n, TEST_TODAY - 9, TEST_TODAY, 1);
          test_deck_set_review (deck, 50 + n, TEST_TODAY - 3, TEST_TODAY, 3);
        }
      all = test_deck_get (deck);
      queue = starling_review_queue_new (&input, &all, is_in_scenario,
                                         GUINT_TO_POINTER (cases[i].scenario),
                                         cases[i].extra);
      g_test_message ("case %u", i);
      assert_counts (queue, cases[i].n_new, 0, cases[i].n_due);
      g_assert_cmpuint (starling_review_queue_get_n_waiting (queue), ==,
                        cases[i].n_waiting);
      g_assert_cmpuint (starling_review_queue_get_n_unseen (queue), ==,
                        cases[i].n_unseen);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/review-queue/empty", test_empty);
  g_test_add_func ("/review-queue/mix", test_mix);
  g_test_add_func ("/review-queue/turns", test_turns);
  g_test_add_func ("/review-queue/siblings", test_siblings);
  g_test_add_func ("/review-queue/learning-comes-back",
                   test_learning_comes_back);
  g_test_add_func ("/review-queue/learn-ahead", test_learn_ahead);
  g_test_add_func ("/review-queue/not-twice", test_not_twice);
  g_test_add_func ("/review-queue/not-twice/sibling", test_not_twice_sibling);
  g_test_add_func ("/review-queue/next-time", test_next_time);
  g_test_add_func ("/review-queue/lapse", test_lapse);
  g_test_add_func ("/review-queue/aside", test_aside);
  g_test_add_func ("/review-queue/put-back", test_put_back);
  g_test_add_func ("/review-queue/put-back/stranger", test_put_back_stranger);
  g_test_add_func ("/review-queue/scope", test_scope);
  return g_test_run ();
}

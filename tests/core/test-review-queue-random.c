/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "deck-fixture.h"

#define N_SEEDS 150
#define MAX_SHOWN 4000
#define N_MANY 50000

/* A session of a user who grades at random, and what has to hold. */
typedef struct
{
  GRand *rand;
  TestDeck *deck;
  StarlingPlanInput input;
  StarlingScheduler scheduler;
  guint scope; /* principles below it */
  StarlingReviewQueue *queue;
  GHashTable *left; /* (element-type utf8 StarlingDeckCard): to be shown */
  GArray *undoable; /* (element-type Step) */
  const char *last; /* name of the card graded last */
  gint64 now;       /* Unix ms */
  guint n_shown;
} Session;

typedef struct
{
  StarlingDeckCard *card;
  StarlingCardRecord before;
  guint counts[STARLING_N_PILES];
} Step;

static gboolean
is_in_scope (const StarlingDeckCard *card, gpointer user_data)
{
  const Session *session = user_data;

  return card->principle < (int) session->scope;
}

static gboolean
is_in_learning (const StarlingDeckCard *card)
{
  return card->record.memory.state == STARLING_MEMORY_LEARNING
         || card->record.memory.state == STARLING_MEMORY_RELEARNING;
}

static void
session_init (Session *self, guint seed)
{
  StarlingDeck all;
  guint n_scenarios = 0;
  g_autoptr (GPtrArray) names = NULL;

  self->rand = g_rand_new_with_seed (seed);
  self->deck = test_deck_new ();
  n_scenarios = (guint) g_rand_int_range (self->rand, 1, 40);
  for (guint i = 0; i < n_scenarios; i++)
    test_deck_add_scenario (self->deck, g_rand_int_range (self->rand, 0, 4),
                            (guint) g_rand_int_range (self->rand, 1, 14));
  test_deck_randomise (self->deck, self->rand, TEST_TODAY, 50);
  test_plan_input_init (&self->input, TEST_TODAY);
  self->input.level = g_rand_int_range (self->rand, -1, STARLING_N_LEVELS);
  self->input.settings.new_per_day = g_rand_int_range (self->rand, 0, 30);
  self->input.settings.reviews_per_day = g_rand_int_range (self->rand, 0, 80);
  if (g_rand_boolean (self->rand))
    self->input.goal.interview
        = TEST_TODAY + g_rand_int_range (self->rand, -1, 25);
  self->scope = (guint) g_rand_int_range (self->rand, 1, 5);
  starling_scheduler_init_default (&self->scheduler,
                                   self->input.settings.retention);
  all = test_deck_get (self->deck);
  self->queue
      = starling_review_queue_new (&self->input, &all, is_in_scope, self, 0);
  self->left = g_hash_table_new (g_str_hash, g_str_equal);
  names = starling_review_queue_list (self->queue);
  for (guint i = 0; i < names->len; i++)
    {
      StarlingDeckCard *card
          = test_deck_find (self->deck, g_ptr_array_index (names, i));

      g_assert_true (
          g_hash_table_insert (self->left, (char *) card->name, card));
    }
  self->undoable = g_array_new (FALSE, FALSE, sizeof (Step));
  self->now = self->input.now;
}

static void
session_clear (Session *self)
{
  g_rand_free (self->rand);
  test_deck_free (self->deck);
  starling_review_queue_free (self->queue);
  g_hash_table_unref (self->left);
  g_array_unref (self->undoable);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Session, session_clear)

/* Nothing is in the queue that must not be, nor more than the limits. */
static void
assert_start (Session *self)
{
  guint counts[STARLING_N_PILES];
  GHashTableIter iter;
  gpointer value;

  starling_review_queue_count (self->queue, counts);
  g_assert_cmpuint (counts[STARLING_PILE_NEW], <=,
                    self->input.settings.new_per_day);
  g_assert_cmpuint (counts[STARLING_PILE_DUE], <=,
                    self->input.settings.reviews_per_day);
  g_assert_cmpuint (counts[0] + counts[1] + counts[2], ==,
                    g_hash_table_size (self->left));
  g_hash_table_iter_init (&iter, self->left);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const StarlingDeckCard *card = value;

      g_assert_true (is_in_scope (card, self));
      g_assert_false (
          starling_card_record_is_aside (&card->record, self->input.today));
      g_assert_true (self->input.level < 0
                     || (card->levels >> self->input.level & 1) == 1);
      if (is_in_learning (card))
        g_assert_cmpint (card->record.memory.due * 1000, <,
                         self->input.tomorrow);
    }
}

/* Whether a card could be shown now, though it is no sibling of the last. */
static gboolean
has_other (Session *self, const StarlingDeckCard *last)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->left);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const StarlingDeckCard *card = value;

      if (card->scenario != last->scenario
          && (!is_in_learning (card)
              || card->record.memory.due * 1000 <= self->now))
        return TRUE;
    }
  return FALSE;
}

static void
assert_choice (Session *self, const StarlingDeckCard *card)
{
  const StarlingDeckCard *last
      = self->last != NULL ? test_deck_find (self->deck, self->last) : NULL;

  g_assert_true (g_hash_table_contains (self->left, card->name));
  if (is_in_learning (card) && card->record.memory.due * 1000 > self->now)
    g_assert_cmpint (card->record.memory.due * 1000, <=,
                     self->now + STARLING_LEARN_AHEAD_SECONDS * 1000);
  if (last != NULL && last->scenario == card->scenario)
    g_assert_false (has_other (self, last));
}

static void
grade (Session *self, StarlingDeckCard *card)
{
  Step step = { card, card->record, { 0 } };
  int chosen = g_rand_int_range (self->rand, STARLING_GRADE_AGAIN,
                                 STARLING_GRADE_EASY + 1);

  starling_review_queue_count (self->queue, step.counts);
  g_array_append_val (self->undoable, step);
  if (g_rand_int_range (self->rand, 0, 20) == 0)
    starling_card_record_act (&card->record, "bury", self->now, 0);
  else
    starling_card_record_review (&card->record, &self->scheduler, card->name,
                                 self->now, 0, chosen, -1);
  starling_review_queue_settle (self->queue, card->name, &card->record,
                                self->now);
  if (!is_in_learning (card)
      || starling_card_record_is_aside (&card->record, self->input.today))
    g_hash_table_remove (self->left, card->name);
  self->last = card->name;
}

/* Takes a few reviews back; the counts are what they were. */
static void
undo (Session *self)
{
  guint n = (guint) g_rand_int_range (self->rand, 1, 6);

  for (; n > 0 && self->undoable->len > 0; n--)
    {
      Step step = g_array_index (self->undoable, Step, self->undoable->len - 1);
      guint counts[STARLING_N_PILES];

      g_array_set_size (self->undoable, self->undoable->len - 1);
      step.card->record = step.before;
      starling_review_queue_put_back (self->queue, step.card->name,
                                      &step.card->record, self->now);
      g_hash_table_insert (self->left, (char *) step.card->name, step.card);
      starling_review_queue_count (self->queue, counts);
      g_assert_cmpmem (counts, sizeof counts, step.counts, sizeof counts);
      g_assert_cmpstr (starling_review_queue_get_current (self->queue), ==,
                       step.card->name);
      self->last
          = self->undoable->len > 0
                ? g_array_index (self->undoable, Step, self->undoable->len - 1)
                      .card->name
                : NULL;
    }
}

static void
test_session (void)
{
  guint n_shown = 0;

  for (guint seed = 0; seed < N_SEEDS; seed++)
    {
      g_auto (Session) self = { 0 };
      gboolean put_back = FALSE;

      session_init (&self, seed);
      assert_start (&self);
      while (self.n_shown < MAX_SHOWN)
        {
          StarlingDeckCard *card = NULL;

          if (!starling_review_queue_advance (self.queue, self.now))
            {
              gint64 next = starling_review_queue_get_next_time (self.queue);

              if (next == STARLING_NEVER)
                break;
              g_assert_cmpint (next * 1000, >,
                               self.now + STARLING_LEARN_AHEAD_SECONDS * 1000);
              self.now = next * 1000;
              continue;
            }
          card
              = test_deck_find (self.deck,
                                starling_review_queue_get_current (self.queue));
          if (!put_back)
            assert_choice (&self, card);
          put_back = FALSE;
          self.n_shown++;
          grade (&self, card);
          self.now += g_rand_int_range (self.rand, 0, 90) * 1000;
          if (g_rand_int_range (self.rand, 0, 12) == 0)
            {
              starling_review_queue_advance (self.queue, self.now);
              undo (&self);
              put_back = TRUE;
            }
        }
      g_assert_cmpuint (self.n_shown, <, MAX_SHOWN);
      g_assert_cmpuint (g_hash_table_size (self.left), ==, 0);
      n_shown += self.n_shown;
    }
  g_test_message ("%u cards shown in %u sessions", n_shown, N_SEEDS);
  g_assert_cmpuint (n_shown, >, 1000);
}

/* Two cards of one scenario have two others between them, if there are at
 * least three scenarios with as many cards each. */
static void
test_distance (void)
{
  for (guint n_scenarios = 3; n_scenarios < 12; n_scenarios++)
    {
      g_autoptr (TestDeck) deck = test_deck_new ();
      g_autoptr (StarlingReviewQueue) queue = NULL;
      g_autoptr (GPtrArray) names = NULL;
      StarlingPlanInput input;
      StarlingDeck all;

      test_plan_input_init (&input, TEST_TODAY);
      input.settings.new_per_day = 1000;
      for (guint i = 0; i < n_scenarios; i++)
        test_deck_add_scenario (deck, (int) i, 6);
      for (guint i = 0; i < deck->cards->len; i += 2)
        test_deck_set_review (deck, i, TEST_TODAY - 3, TEST_TODAY, 3);
      all = test_deck_get (deck);
      queue = starling_review_queue_new (&input, &all, NULL, NULL, 0);
      names = starling_review_queue_list (queue);
      g_assert_cmpuint (names->len, ==, all.n_cards);
      for (guint i = 0; i < names->len; i++)
        for (guint n = 1; n <= 2 && n <= i; n++)
          g_assert_cmpuint (
              test_deck_find (deck, g_ptr_array_index (names, i))->scenario, !=,
              test_deck_find (deck, g_ptr_array_index (names, i - n))
                  ->scenario);
    }
}

/* Siblings stand side by side only where there are not enough others, whether
 * they are new, due, or back from learning. */
static void
test_apart (void)
{
  guint n_crowded = 0;

  for (guint seed = 0; seed < 10 * N_SEEDS; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (TestDeck) deck = test_deck_new ();
      g_autoptr (StarlingReviewQueue) queue = NULL;
      g_autoptr (GPtrArray) names = NULL;
      StarlingPlanInput input;
      StarlingDeck all;
      guint most = 0;

      test_plan_input_init (&input, TEST_TODAY);
      for (int i = g_rand_int_range (rand, 2, 5); i > 0; i--)
        test_deck_add_scenario (deck, i, (guint) g_rand_int_range (rand, 1, 7));
      for (guint i = 0; i < deck->cards->len; i++)
        {
          StarlingCardRecord *record = &test_deck_at (deck, i)->record;

          if (g_rand_boolean (rand))
            continue;
          record->memory.state = STARLING_MEMORY_LEARNING;
          record->memory.due
              = input.now / 1000 - g_rand_int_range (rand, 0, 600);
          record->introduced_day = TEST_TODAY - 1;
        }
      all = test_deck_get (deck);
      queue = starling_review_queue_new (&input, &all, NULL, NULL, 0);
      names = starling_review_queue_list (queue);
      g_assert_cmpuint (names->len, ==, all.n_cards);
      for (guint i = 0, n = 0; i < all.n_cards; i++)
        {
          n = i > 0 && all.cards[i].scenario == all.cards[i - 1].scenario
                  ? n + 1
                  : 1;
          most = MAX (most, n);
        }
      if (most > (all.n_cards + 1) / 2)
        {
          n_crowded++;
          continue;
        }
      g_test_message ("seed %u", seed);
      for (guint i = 1; i < names->len; i++)
        g_assert_cmpuint (
            test_deck_find (deck, g_ptr_array_index (names, i))->scenario, !=,
            test_deck_find (deck, g_ptr_array_index (names, i - 1))->scenario);
    }
  g_assert_cmpuint (n_crowded, <, 5 * N_SEEDS);
}

/* How long it takes with many cards; the figures are only printed. */
static void
test_many (void)
{
  static const int limits[] = { 200, 200, 9999 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (TestDeck) deck = test_deck_new ();
  StarlingDeck all;

  for (guint i = 0; i < N_MANY / 10; i++)
    test_deck_add_scenario (deck, (int) (i % 16), 10);
  test_deck_randomise (deck, rand, TEST_TODAY, 30);
  all = test_deck_get (deck);
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autoptr (StarlingReviewQueue) queue = NULL;
      StarlingPlanInput input;
      gint64 start = g_get_monotonic_time ();
      gint64 built = 0;
      guint n = 0;

      test_plan_input_init (&input, TEST_TODAY);
      input.settings.reviews_per_day = limits[i];
      queue = starling_review_queue_new (&input, &all, NULL, NULL, 0);
      built = g_get_monotonic_time ();
      while (starling_review_queue_advance (queue, input.now))
        {
          StarlingCardRecord record;

          starling_card_record_init (&record);
          record.memory.state = STARLING_MEMORY_REVIEW;
          starling_review_queue_settle (queue,
                                        starling_review_queue_get_current (
                                            queue),
                                        &record, input.now);
          n++;
        }
      g_test_message ("%u cards, limit %d: built in %.1f ms, settled and "
                      "advanced in %.4f ms each",
                      all.n_cards, limits[i], (built - start) / 1000.0,
                      (g_get_monotonic_time () - built) / 1000.0 / n);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/review-queue/session", test_session);
  g_test_add_func ("/review-queue/distance", test_distance);
  g_test_add_func ("/review-queue/apart", test_apart);
  g_test_add_func ("/review-queue/many", test_many);
  return g_test_run ();
}

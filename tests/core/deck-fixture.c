/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "deck-fixture.h"

#define DAY_SECONDS (24 * 3600)

/* So many hours into a study day the tests take place. */
#define HOURS_INTO_DAY 6

TestDeck *
test_deck_new (void)
{
  TestDeck *self = g_new0 (TestDeck, 1);

  self->cards = g_array_new (FALSE, TRUE, sizeof (StarlingDeckCard));
  self->names = g_string_chunk_new (4096);
  return self;
}

void
test_deck_free (TestDeck *self)
{
  g_array_unref (self->cards);
  g_string_chunk_free (self->names);
  g_free (self);
}

StarlingDeck
test_deck_get (const TestDeck *self)
{
  return (StarlingDeck){
    (const StarlingDeckCard *) (gpointer) self->cards->data, self->cards->len
  };
}

StarlingDeckCard *
test_deck_at (const TestDeck *self, guint index)
{
  g_assert_cmpuint (index, <, self->cards->len);
  return &g_array_index (self->cards, StarlingDeckCard, index);
}

StarlingDeckCard *
test_deck_find (const TestDeck *self, const char *name)
{
  for (guint i = 0; i < self->cards->len; i++)
    if (g_str_equal (test_deck_at (self, i)->name, name))
      return test_deck_at (self, i);
  return NULL;
}

/* A scenario sNNNN with new cards at all levels. */
void
test_deck_add_scenario (TestDeck *self, int principle, guint n_cards)
{
  for (guint i = 0; i < n_cards; i++)
    {
      g_autofree char *name
          = g_strdup_printf ("s%04u#probe.%02u", self->n_scenarios, i);
      StarlingDeckCard card = {
        .name = g_string_chunk_insert (self->names, name),
        .scenario = self->n_scenarios,
        .principle = principle,
        .kind = STARLING_CARD_PROBE,
        .levels = 7,
      };

      starling_card_record_init (&card.record);
      g_array_append_val (self->cards, card);
    }
  self->n_scenarios++;
}

/* A card in review, of an offset of 0. */
void
test_deck_set_review (
    TestDeck *self, guint index, int last_day, int due_day, double stability)
{
  StarlingCardRecord *record = &test_deck_at (self, index)->record;

  starling_card_record_init (record);
  record->last_at = starling_day_get_start (last_day, 0) + TEST_HOUR_MS;
  record->last_day = last_day;
  record->introduced_at = record->last_at - STARLING_DAY_MS;
  record->introduced_day = last_day - 1;
  record->memory.state = STARLING_MEMORY_REVIEW;
  record->memory.stability = stability;
  record->memory.difficulty = 5;
  record->memory.reps = 3;
  record->memory.last_review = record->last_at / 1000;
  record->memory.last_shift = starling_day_get_shift (0);
  record->memory.scheduled_days = due_day - last_day;
  record->memory.due
      = (starling_day_get_start (due_day, 0) + TEST_HOUR_MS) / 1000;
}

static void
randomise_card (TestDeck *self, GRand *rand, int today, guint index)
{
  StarlingDeckCard *card = test_deck_at (self, index);
  int last = today - g_rand_int_range (rand, 1, 30);
  int due = today + g_rand_int_range (rand, -10, 30);

  test_deck_set_review (self, index, last, MAX (due, last + 1),
                        g_rand_double_range (rand, 0.5, 60));
  switch (g_rand_int_range (rand, 0, 16))
    {
    case 0:
      card->record.suspended = TRUE;
      break;
    case 1:
      card->record.leech = TRUE;
      break;
    case 2:
      card->record.buried_day = today;
      break;
    case 3:
      card->record.memory.state = STARLING_MEMORY_LEARNING;
      card->record.memory.due = starling_day_get_start (today, 0) / 1000
                                + g_rand_int_range (rand, 0, DAY_SECONDS / 2);
      break;
    default:
      break;
    }
}

/* Anything that can be in a deck, of three levels. */
void
test_deck_randomise (TestDeck *self, GRand *rand, int today, guint percent_new)
{
  for (guint i = 0; i < self->cards->len; i++)
    {
      StarlingDeckCard *card = test_deck_at (self, i);

      card->levels = (guint) g_rand_int_range (rand, 1, 8);
      if (g_rand_int_range (rand, 0, 100) >= (int) percent_new)
        randomise_card (self, rand, today, i);
      else if (g_rand_int_range (rand, 0, 10) == 0)
        card->record.suspended = TRUE;
    }
}

/* @today at 10:00 UTC; no goal, default settings, studied daily so far. */
void
test_plan_input_init (StarlingPlanInput *self, int today)
{
  *self = (StarlingPlanInput){
    .level = -1,
    .settings = { STARLING_DEFAULT_RETENTION, STARLING_DEFAULT_NEW_PER_DAY,
                  STARLING_DEFAULT_REVIEWS_PER_DAY },
    .goal = { STARLING_NO_DAY, 0 },
    .last_day = today - 1,
    .recent_days = 14,
    .recent_studied = 14,
  };
  test_plan_input_set_time (self,
                            starling_day_get_start (today, 0)
                                + HOURS_INTO_DAY * TEST_HOUR_MS,
                            0);
}

void
test_plan_input_set_time (StarlingPlanInput *self, gint64 now, int offset)
{
  self->now = now;
  self->offset = offset;
  self->today = starling_day_of (now, offset);
  self->tomorrow = starling_day_get_start (self->today + 1, offset);
}

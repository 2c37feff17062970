/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/review-queue.h"

G_BEGIN_DECLS

/* A day on which tests take place, a Monday, and how it begins at UTC. */
#define TEST_TODAY 20003
#define TEST_HOUR_MS (G_GINT64_CONSTANT (3600) * 1000)

/* A deck that tests build card by card. */
typedef struct
{
  GArray *cards; /* (element-type StarlingDeckCard) */
  GStringChunk *names;
  guint n_scenarios;
} TestDeck;

TestDeck *test_deck_new (void);
void test_deck_free (TestDeck *self);
StarlingDeck test_deck_get (const TestDeck *self);
StarlingDeckCard *test_deck_at (const TestDeck *self, guint index);
StarlingDeckCard *test_deck_find (const TestDeck *self, const char *name);

void test_deck_add_scenario (TestDeck *self, int principle, guint n_cards);
void test_deck_set_review (
    TestDeck *self, guint index, int last_day, int due_day, double stability);
void
test_deck_randomise (TestDeck *self, GRand *rand, int today, guint percent_new);

void test_plan_input_init (StarlingPlanInput *self, int today);
void test_plan_input_set_time (StarlingPlanInput *self, gint64 now, int offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestDeck, test_deck_free)

G_END_DECLS

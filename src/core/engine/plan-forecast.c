/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/plan-private.h"

/* More steps than that no scheduler has. */
#define MAX_REVIEWS_A_DAY (STARLING_MAX_LEARNING_STEPS + 1)

/* Reviews a card with Good until it is out of learning. */
static void
recall (const StarlingPlanInput *input,
        const StarlingScheduler *scheduler,
        GArray *cards,
        const GArray *picks)
{
  for (guint i = 0; i < picks->len; i++)
    {
      guint index = g_array_index (picks, StarlingPlanPick, i).index;
      StarlingDeckCard *card = &g_array_index (cards, StarlingDeckCard, index);
      guint n = 0;

      do
        starling_card_record_review (&card->record, scheduler, card->name,
                                     input->now, input->offset,
                                     STARLING_GRADE_GOOD, input->level);
      while (card->record.memory.state != STARLING_MEMORY_REVIEW
             && ++n < MAX_REVIEWS_A_DAY);
    }
}

/* Whether an introduced card can come up before @end, in Unix ms, or bears on
 * how many new ones there are today. */
static gboolean
comes_up (const StarlingPlanInput *input,
          const StarlingDeckCard *card,
          gboolean last_look,
          gint64 end)
{
  return last_look || card->record.memory.due * 1000 < end
         || card->record.introduced_day == input->today;
}

/* Which cards are followed, and for how long. */
typedef struct
{
  StarlingDeckFilter filter;
  gpointer user_data;
  guint n_days;
} Scope;

static gboolean
has (const Scope *scope, const StarlingDeckCard *card)
{
  return scope->filter == NULL || scope->filter (card, scope->user_data);
}

/* Follows a new card that was counted until now. */
static void
take_new (const StarlingPlanInput *input,
          const StarlingDeckCard *card,
          GArray *cards,
          StarlingPlanTally *rest)
{
  g_array_append_val (cards, *card);
  rest->n_unseen--;
  if (starling_plan_is_ticked (input, card))
    rest->n_unseen_ticked--;
}

/* The new cards that can be introduced, as copies; all others only count. */
static void
copy_new (const StarlingPlanInput *input,
          const StarlingDeck *deck,
          const Scope *scope,
          GArray *cards,
          StarlingPlanTally *rest)
{
  gint64 n_new = MAX (input->settings.new_per_day, 0) * (gint64) scope->n_days;
  g_auto (StarlingPlanShare) share = { 0 };

  starling_plan_share_init (&share, input, deck, NULL, scope->filter,
                            scope->user_data,
                            (guint) MIN (n_new, deck->n_cards));
  rest->n_unseen = share.tally.n_unseen;
  rest->n_unseen_ticked = share.tally.n_unseen_ticked;
  for (guint i = 0; i < share.fresh->len; i++)
    {
      guint index = g_array_index (share.fresh, StarlingPlanPick, i).index;

      take_new (input, &deck->cards[index], cards, rest);
    }

  /* those that are buried come back tomorrow */
  for (guint i = 0; i < deck->n_cards; i++)
    {
      const StarlingDeckCard *card = &deck->cards[i];

      if (card->record.memory.state == STARLING_MEMORY_NEW
          && input->today <= card->record.buried_day && !card->record.suspended
          && !card->record.leech && starling_plan_is_present (input, card)
          && has (scope, card))
        take_new (input, card, cards, rest);
    }
}

/*
 * The cards of the scope that can come up on the days to come, as copies. All
 * others are only counted: in @rest.
 */
static GArray *
copy_cards (const StarlingPlanInput *input,
            const StarlingDeck *deck,
            const Scope *scope,
            StarlingPlanTally *rest)
{
  GArray *cards = g_array_new (FALSE, FALSE, sizeof (StarlingDeckCard));
  gint64 end = input->tomorrow + scope->n_days * STARLING_DAY_MS;
  gboolean last_look = starling_plan_has_goal (input)
                       && input->today + (gint64) scope->n_days
                              > input->goal.interview - STARLING_LAST_LOOK_DAYS;

  *rest = (StarlingPlanTally){ 0 };
  copy_new (input, deck, scope, cards, rest);
  for (guint i = 0; i < deck->n_cards; i++)
    {
      const StarlingDeckCard *card = &deck->cards[i];

      if (card->record.memory.state == STARLING_MEMORY_NEW
          || card->record.suspended || card->record.leech
          || !starling_plan_is_present (input, card))
        continue;
      if (has (scope, card) && comes_up (input, card, last_look, end))
        g_array_append_val (cards, *card);
      else
        rest->n_introduced++;
    }
  return cards;
}

/* What the user is asked for on the next day, if all of today's was done. */
static void
go_on (StarlingPlanInput *input, gboolean studied)
{
  if (studied)
    input->last_day = input->today;
  input->today++;
  input->now += STARLING_DAY_MS;
  input->tomorrow += STARLING_DAY_MS;
  input->new_done = 0;
  input->reviews_done = 0;
}

/**
 * starling_plan_forecast:
 * @input: today
 * @deck: all cards
 * @days: (out caller-allocates) (array length=n_days): the days to come
 * @n_days: how many, today included
 *
 * Plays the days to come: everything that the plan asks for is done each day,
 * one portion if it is one of those, at the same time of the day; every card
 * is recalled (Good), and out of learning on the same day. Today is what is
 * still to be done. A card in learning counts as one review, a new one as new
 * on the day that introduces it. The user's pace, which the quota of new cards
 * depends on, stays what it is.
 */
void
starling_plan_forecast (const StarlingPlanInput *input,
                        const StarlingDeck *deck,
                        StarlingForecastDay *days,
                        guint n_days)
{
  starling_plan_forecast_scope (input, deck, NULL, NULL, days, n_days);
}

/**
 * starling_plan_forecast_scope:
 * @input: today
 * @deck: all cards
 * @filter: (nullable) (scope call): which cards are in the scope; %NULL: all
 * @user_data: for @filter
 * @days: (out caller-allocates) (array length=n_days): the days to come
 * @n_days: how many, today included
 *
 * The same for a user who studies the cards of a scope only: the others stay
 * what they are, and bear on the quota of new cards.
 */
void
starling_plan_forecast_scope (const StarlingPlanInput *input,
                              const StarlingDeck *deck,
                              StarlingDeckFilter filter,
                              gpointer user_data,
                              StarlingForecastDay *days,
                              guint n_days)
{
  const Scope scope = { filter, user_data, n_days };
  StarlingPlanInput day = *input;
  StarlingScheduler scheduler;
  StarlingPlanTally rest;
  g_autoptr (GArray) cards = copy_cards (input, deck, &scope, &rest);
  StarlingDeck copy
      = { (const StarlingDeckCard *) (gpointer) cards->data, cards->len };

  starling_scheduler_init_default (&scheduler, input->settings.retention);
  for (guint i = 0; i < n_days; i++)
    {
      g_auto (StarlingPlanShare) share = { 0 };

      starling_plan_share_init (&share, &day, &copy, &rest, NULL, NULL, 0);
      days[i] = (StarlingForecastDay){
        .day = day.today,
        .n_reviews = share.learning->len + share.due->len,
        .n_new = share.fresh->len,
      };
      recall (&day, &scheduler, cards, share.learning);
      recall (&day, &scheduler, cards, share.due);
      recall (&day, &scheduler, cards, share.fresh);
      go_on (&day, days[i].n_reviews + days[i].n_new > 0);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/plan-private.h"

/* Added to the key of what came in the days of the last look, and of what had
 * its last look: after all the others, in that order. */
#define INTRODUCED_KEY 1e6
#define LOOKED_AT_KEY 1e9

/* Least stability of a card, days (FSRS-6). */
#define MIN_STABILITY 0.001

#define DAY_SECONDS (24.0 * 3600)

/*
 * Place of a new card as a number: the principles to prepare first; then the
 * first story of each principle, part by part, the second one of each, and so
 * on. A part is the five steps, where that can be: a story is met as a story,
 * and still all principles advance evenly.
 */
#define PRINCIPLE_FACTOR ((double) (1u << 3))
#define PART_FACTOR ((double) (1u << 12))
#define SCENARIO_FACTOR ((double) (1u << 24))
#define UNTICKED_KEY ((double) (G_GINT64_CONSTANT (1) << 52))

G_STATIC_ASSERT (STARLING_N_STEPS <= (1u << 3));
G_STATIC_ASSERT (STARLING_MAX_PRINCIPLES < (1u << 9));

/* One pass over a deck. */
typedef struct
{
  const StarlingPlanInput *input;
  StarlingPlanShare *share;
  StarlingDeckFilter filter;
  gpointer user_data;
  gint64 today_start; /* Unix ms */
  GArray *early;      /* (element-type StarlingPlanPick): could be brought
                       * forward for the last look */
  guint n_unlooked_due;
  guint part; /* cards of a scenario in a row */

  gboolean in_scenario;
  guint scenario; /* that of the last card */
  guint place;    /* of that scenario among those of its principle */
  guint ordinal;  /* of the card among those of its scenario */
  guint n_scenarios[STARLING_MAX_PRINCIPLES + 1]; /* by principle, from -1 */
} Scan;

static void
add_pick (GArray *picks, double key, guint index)
{
  StarlingPlanPick pick = { key, index };

  g_array_append_val (picks, pick);
}

static gboolean
is_in_scope (const Scan *scan, const StarlingDeckCard *card)
{
  return scan->filter == NULL || scan->filter (card, scan->user_data);
}

static void
count_place (Scan *scan, const StarlingDeckCard *card)
{
  guint *n_scenarios = &scan->n_scenarios[card->principle + 1];

  if (scan->in_scenario && scan->scenario == card->scenario)
    {
      scan->ordinal++;
      return;
    }
  scan->in_scenario = TRUE;
  scan->scenario = card->scenario;
  scan->ordinal = 0;
  scan->place = (*n_scenarios)++;
}

/* The principles to prepare for an interview none of whose cards was seen
 * before today. */
static StarlingPrincipleSet
find_untouched (const StarlingPlanInput *input, const StarlingDeck *deck)
{
  StarlingPrincipleSet there = 0;
  StarlingPrincipleSet begun = 0;

  if (!starling_plan_has_goal (input))
    return 0;
  for (guint i = 0; i < deck->n_cards; i++)
    {
      const StarlingDeckCard *card = &deck->cards[i];

      if (card->principle < 0 || !starling_plan_is_ticked (input, card))
        continue;
      there |= STARLING_PRINCIPLE_BIT (card->principle);
      if (card->record.memory.state != STARLING_MEMORY_NEW
          && card->record.introduced_day != input->today)
        begun |= STARLING_PRINCIPLE_BIT (card->principle);
    }
  return there & ~begun;
}

static void
scan_new (Scan *scan, const StarlingDeckCard *card, guint index)
{
  StarlingPlanTally *tally = &scan->share->tally;
  gboolean ticked = starling_plan_is_ticked (scan->input, card);

  tally->n_unseen++;
  tally->n_unseen_ticked += ticked ? 1 : 0;
  if (scan->input->today > card->record.buried_day && is_in_scope (scan, card))
    add_pick (scan->share->fresh,
              (ticked ? 0 : UNTICKED_KEY) + scan->place * SCENARIO_FACTOR
                  + scan->ordinal / scan->part * PART_FACTOR
                  + (card->principle + 1) * PRINCIPLE_FACTOR
                  + scan->ordinal % scan->part,
              index);
}

/*
 * The chance to recall a card falls with the time since its last review over
 * its stability (FSRS-6's forgetting curve), so that this quotient puts cards
 * into the same order without computing the curve. The time is taken at the
 * end of the study day: the order is the same all day.
 */
static double
get_urgency (const Scan *scan, const StarlingMemory *memory)
{
  double elapsed = 0;

  if (memory->last_review != STARLING_NEVER)
    elapsed
        = (scan->input->tomorrow / 1000 - memory->last_review) / DAY_SECONDS;
  return elapsed / MAX (memory->stability, MIN_STABILITY);
}

/* The place of a card among those that are due: low ones first. */
static double
get_due_key (const Scan *scan, const StarlingCardRecord *record)
{
  const StarlingPlanInput *input = scan->input;
  double key = -get_urgency (scan, &record->memory);

  if (!starling_plan_in_last_look (input))
    return key;
  if (starling_plan_is_looked_at (input, record))
    return key + LOOKED_AT_KEY;
  if (record->introduced_day >= input->goal.interview - STARLING_LAST_LOOK_DAYS)
    return key + INTRODUCED_KEY;
  return key;
}

static void
scan_review (Scan *scan, const StarlingDeckCard *card, guint index)
{
  const StarlingPlanInput *input = scan->input;
  const StarlingCardRecord *record = &card->record;
  StarlingPlanTally *tally = &scan->share->tally;
  gint64 due = record->memory.due * 1000;
  gboolean unlooked = starling_plan_in_last_look (input)
                      && !starling_plan_is_looked_at (input, record);
  gboolean is_fresh = record->introduced_day == input->today;
  double key = get_due_key (scan, record);

  tally->n_overdue += due < scan->today_start ? 1 : 0;
  tally->n_long_overdue += due < scan->today_start - STARLING_DAY_MS ? 1 : 0;
  tally->n_unlooked += unlooked ? 1 : 0;
  tally->n_unlooked_new += unlooked && is_fresh ? 1 : 0;

  if (starling_plan_get_due (input, card) < input->tomorrow)
    {
      scan->n_unlooked_due += unlooked && !is_fresh ? 1 : 0;
      if (is_in_scope (scan, card))
        add_pick (scan->share->due, key, index);
    }
  else if (unlooked && !is_fresh)
    add_pick (scan->early, key, index);
}

static void
scan_card (Scan *scan, const StarlingDeckCard *card, guint index)
{
  const StarlingCardRecord *record = &card->record;
  StarlingPlanTally *tally = &scan->share->tally;

  count_place (scan, card);
  if (card->principle >= 0)
    tally->principles |= STARLING_PRINCIPLE_BIT (card->principle);
  if (record->suspended || record->leech)
    return;
  if (record->memory.state == STARLING_MEMORY_NEW)
    {
      scan_new (scan, card, index);
      return;
    }

  tally->n_introduced++;
  if (record->introduced_day == scan->input->today
      && starling_plan_is_ticked (scan->input, card))
    tally->n_ticked_today++;
  if (record->last_day == scan->input->today
      && record->introduced_day != scan->input->today)
    tally->n_looked_today++;
  if (starling_card_record_is_aside (record, scan->input->today))
    return;
  if (record->memory.state == STARLING_MEMORY_REVIEW)
    scan_review (scan, card, index);
  else if (record->memory.due * 1000 < scan->input->tomorrow
           && is_in_scope (scan, card))
    add_pick (scan->share->learning, (double) record->memory.due, index);
}

/*
 * Brings forward what has to be looked at today so that the last look takes
 * its equal share of the days left, and no day more than its limit. What was
 * reviewed today counts, and what was introduced today waits for the days to
 * come, so that the choice stays the same all day.
 */
static void
bring_forward (Scan *scan, const StarlingDeck *deck)
{
  const StarlingPlanTally *tally = &scan->share->tally;
  gint64 n_looks = starling_plan_count_looks (scan->input);
  gint64 n_today = tally->n_looked_today;
  gint64 n_left = tally->n_unlooked - tally->n_unlooked_new;
  gint64 n_all = n_left + n_today;
  gint64 n_share = (n_all + n_looks - 1) / n_looks - n_today;
  gint64 n_later = scan->input->settings.reviews_per_day * (n_looks - 1);
  gint64 n_wanted = MAX (n_share, n_left - n_later);

  starling_plan_pick (scan->early,
                      (guint) MAX (n_wanted - scan->n_unlooked_due, 0), deck);
  for (guint i = 0; i < scan->early->len; i++)
    {
      StarlingPlanPick *pick
          = &g_array_index (scan->early, StarlingPlanPick, i);

      if (is_in_scope (scan, &deck->cards[pick->index]))
        g_array_append_val (scan->share->due, *pick);
    }
}

/* See starling_plan_make() for what portions are for. */
static gboolean
is_in_portions (const StarlingPlanInput *input, const StarlingPlanTally *tally)
{
  gboolean just_back = input->last_day != STARLING_NO_DAY
                       && input->today - input->last_day > 2;
  gboolean was_away = input->recent_days >= input->recent_studied + 2;

  if (starling_plan_in_last_look (input))
    return FALSE;
  return (just_back && tally->n_overdue > STARLING_PORTION)
         || (was_away && tally->n_long_overdue > STARLING_PORTION);
}

static void
add_tally (StarlingPlanTally *tally, const StarlingPlanTally *rest)
{
  tally->n_introduced += rest->n_introduced;
  tally->n_unseen += rest->n_unseen;
  tally->n_unseen_ticked += rest->n_unseen_ticked;
  tally->n_ticked_today += rest->n_ticked_today;
  tally->n_unlooked += rest->n_unlooked;
  tally->n_unlooked_new += rest->n_unlooked_new;
  tally->n_looked_today += rest->n_looked_today;
  tally->n_overdue += rest->n_overdue;
  tally->n_long_overdue += rest->n_long_overdue;
  tally->principles |= rest->principles;
}

/* How many of the new cards in the scope belong to the principles to prepare.
 */
static guint
count_ticked (const GArray *fresh)
{
  guint n = 0;

  for (guint i = 0; i < fresh->len; i++)
    n += g_array_index (fresh, StarlingPlanPick, i).key < UNTICKED_KEY;
  return n;
}

/* Applies the limits of the day to what was found. */
static void
cut (StarlingPlanShare *self,
     const StarlingPlanInput *input,
     const StarlingDeck *deck,
     guint extra_new)
{
  guint n_found = self->due->len;
  guint n_fresh = self->fresh->len;
  guint n_reviews = (guint) MAX (input->settings.reviews_per_day
                                     - (gint64) input->reviews_done,
                                 0);
  gboolean only_ticked = FALSE;
  guint quota = starling_plan_get_quota (input, &self->tally, self->in_portions,
                                         &only_ticked);

  if (only_ticked)
    quota = MIN (quota, count_ticked (self->fresh));
  if (self->in_portions)
    n_reviews = MIN (n_reviews, STARLING_PORTION);
  starling_plan_pick (self->learning, G_MAXUINT, deck);
  starling_plan_pick (self->due, n_reviews, deck);
  self->n_waiting = n_found - self->due->len;
  starling_plan_pick (self->fresh, quota + MIN (extra_new, n_fresh), deck);
  self->n_unseen_left = n_fresh - self->fresh->len;
}

/* Finds what there is to do in a scope, before any limit. */
static void
find (StarlingPlanShare *self,
      const StarlingPlanInput *input,
      const StarlingDeck *deck,
      const StarlingPlanTally *rest,
      StarlingDeckFilter filter,
      gpointer user_data)
{
  g_autoptr (GArray) early
      = g_array_new (FALSE, FALSE, sizeof (StarlingPlanPick));
  Scan scan = {
    .input = input,
    .share = self,
    .filter = filter,
    .user_data = user_data,
    .today_start = starling_day_get_start (input->today, input->offset),
    .early = early,
    .part = starling_plan_get_part (input, find_untouched (input, deck)),
  };

  *self = (StarlingPlanShare){
    .learning = g_array_new (FALSE, FALSE, sizeof (StarlingPlanPick)),
    .due = g_array_new (FALSE, FALSE, sizeof (StarlingPlanPick)),
    .fresh = g_array_new (FALSE, FALSE, sizeof (StarlingPlanPick)),
  };
  for (guint i = 0; i < deck->n_cards; i++)
    if (starling_plan_is_present (input, &deck->cards[i]))
      scan_card (&scan, &deck->cards[i], i);
  if (rest != NULL)
    add_tally (&self->tally, rest);
  self->in_portions = is_in_portions (input, &self->tally);
  if (starling_plan_in_last_look (input))
    bring_forward (&scan, deck);
}

/**
 * starling_plan_share_init:
 * @self: (out caller-allocates): what is to be done; release it with
 *   starling_plan_share_clear()
 * @input: a day
 * @deck: the cards
 * @rest: (nullable): cards that are not in @deck, and only count
 * @filter: (nullable) (scope call): which cards are in the scope; %NULL: all
 * @user_data: for @filter
 * @extra_new: new cards beyond the quota of the day
 *
 * Finds what is to be done in a scope. The limits are those of the day: of a
 * narrow scope as much may be done as of all. What the last look brings
 * forward, the quota of new cards and portions depend on the whole deck.
 */
void
starling_plan_share_init (StarlingPlanShare *self,
                          const StarlingPlanInput *input,
                          const StarlingDeck *deck,
                          const StarlingPlanTally *rest,
                          StarlingDeckFilter filter,
                          gpointer user_data,
                          guint extra_new)
{
  find (self, input, deck, rest, filter, user_data);
  cut (self, input, deck, extra_new);
}

/**
 * starling_plan_find_due:
 * @input: a day
 * @deck: all cards
 *
 * Finds the cards that wait for a review now, see starling_plan_is_due(), and
 * those that the last look before the interview brings forward to this day;
 * limits and portions aside.
 *
 * Returns: (transfer full) (element-type guint): their indexes in @deck
 */
GArray *
starling_plan_find_due (const StarlingPlanInput *input,
                        const StarlingDeck *deck)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_auto (StarlingPlanShare) share = { 0 };

  find (&share, input, deck, NULL, NULL, NULL);
  for (guint i = 0; i < share.learning->len; i++)
    {
      guint index = g_array_index (share.learning, StarlingPlanPick, i).index;

      if (starling_plan_is_due (input, &deck->cards[index]))
        g_array_append_val (found, index);
    }
  for (guint i = 0; i < share.due->len; i++)
    g_array_append_val (found,
                        g_array_index (share.due, StarlingPlanPick, i).index);
  return found;
}

/**
 * starling_plan_share_clear:
 * @self: an share, or one that is all zeros
 *
 * Releases what belongs to it.
 */
void
starling_plan_share_clear (StarlingPlanShare *self)
{
  g_clear_pointer (&self->learning, g_array_unref);
  g_clear_pointer (&self->due, g_array_unref);
  g_clear_pointer (&self->fresh, g_array_unref);
}

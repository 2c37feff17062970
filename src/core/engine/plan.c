/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/plan.h"

#include "engine/plan-private.h"

/**
 * starling_plan_has_goal:
 * @input: a day
 *
 * Returns: whether an interview is ahead, or on this very day
 */
gboolean
starling_plan_has_goal (const StarlingPlanInput *input)
{
  return input->goal.interview != STARLING_NO_DAY
         && input->today <= input->goal.interview;
}

/**
 * starling_plan_in_last_look:
 * @input: a day
 *
 * Returns: whether it is one of the last before the interview, or its own
 */
gboolean
starling_plan_in_last_look (const StarlingPlanInput *input)
{
  return starling_plan_has_goal (input)
         && input->today >= input->goal.interview - STARLING_LAST_LOOK_DAYS;
}

/**
 * starling_plan_count_looks:
 * @input: a day
 *
 * Returns: on how many days, this one included, cards can be looked at once
 *   more before the interview: %STARLING_LAST_LOOK_DAYS until the last look
 *   begins, 1 on its last day and on that of the interview
 */
guint
starling_plan_count_looks (const StarlingPlanInput *input)
{
  return (guint) CLAMP (input->goal.interview - input->today, 1,
                        STARLING_LAST_LOOK_DAYS);
}

/**
 * starling_plan_is_looked_at:
 * @input: a day with an interview ahead
 * @record: the record of a card
 *
 * Whether a card has had its last look: it was reviewed in the days of the last
 * look, on another day than the one that introduced it, or on the very last of
 * these days, after which there is no other.
 *
 * Returns: whether it was
 */
gboolean
starling_plan_is_looked_at (const StarlingPlanInput *input,
                            const StarlingCardRecord *record)
{
  int interview = input->goal.interview;

  if (record->last_day >= interview - 1)
    return TRUE;
  return record->last_day >= interview - STARLING_LAST_LOOK_DAYS
         && record->last_day > record->introduced_day;
}

/**
 * starling_plan_is_present:
 * @input: a day
 * @card: a card
 *
 * Returns: whether the card has a text at the level of @input
 */
gboolean
starling_plan_is_present (const StarlingPlanInput *input,
                          const StarlingDeckCard *card)
{
  return input->level < 0 || (card->levels & (1u << input->level)) != 0;
}

/**
 * starling_plan_is_ticked:
 * @input: a day
 * @card: a card
 *
 * Returns: whether the card belongs to the principles to prepare
 */
gboolean
starling_plan_is_ticked (const StarlingPlanInput *input,
                         const StarlingDeckCard *card)
{
  StarlingPrincipleSet principles = input->goal.principles;

  return principles == 0
         || (card->principle >= 0
             && (principles & STARLING_PRINCIPLE_BIT (card->principle)) != 0);
}

/* When the last study day before the interview begins. Tomorrow is known
 * exactly, and must not come early when the clock is changed tonight. */
static gint64
get_last_day_start (const StarlingPlanInput *input)
{
  int day = input->goal.interview - 1;

  if (day == input->today + 1)
    return input->tomorrow;
  return starling_day_get_start (day, input->offset);
}

/**
 * starling_plan_get_due:
 * @input: a day
 * @card: a card
 *
 * When a card is due in view of the interview (DESIGN 7): when the scheduler
 * says, or when the last study day before the interview begins, whichever is
 * first. Once a card has had its last look, see starling_plan_is_looked_at(),
 * the scheduler alone decides, or it would be due again at once. The result is
 * never stored. A new card could be introduced now; the plan says when it is.
 *
 * Returns: Unix milliseconds
 */
gint64
starling_plan_get_due (const StarlingPlanInput *input,
                       const StarlingDeckCard *card)
{
  const StarlingCardRecord *record = &card->record;
  gint64 due = record->memory.due * 1000;

  if (record->memory.state == STARLING_MEMORY_NEW)
    return input->now;
  if (!starling_plan_has_goal (input)
      || starling_plan_is_looked_at (input, record))
    return due;
  return MIN (due, get_last_day_start (input));
}

/**
 * starling_plan_is_due:
 * @input: a day
 * @card: a card
 *
 * Whether a card waits for a review. In learning and relearning it does from
 * its exact time on, afterwards from the start of the study day. New cards are
 * not due, nor are those set aside or without a text at the level.
 *
 * What the last look brings forward before its last day depends on the whole
 * deck: see starling_plan_find_due(). Limits and portions do too: the review
 * queue knows them.
 *
 * Returns: whether @card is due
 */
gboolean
starling_plan_is_due (const StarlingPlanInput *input,
                      const StarlingDeckCard *card)
{
  if (!starling_plan_is_present (input, card)
      || starling_card_record_is_aside (&card->record, input->today))
    return FALSE;

  switch (card->record.memory.state)
    {
    case STARLING_MEMORY_REVIEW:
      return starling_plan_get_due (input, card) < input->tomorrow;
    case STARLING_MEMORY_LEARNING:
    case STARLING_MEMORY_RELEARNING:
      return card->record.memory.due * 1000 <= input->now;
    case STARLING_MEMORY_NEW:
    default:
      return FALSE;
    }
}

/**
 * starling_plan_make:
 * @input: a day
 * @deck: all cards
 * @plan: (out caller-allocates): what is to be done on that day
 *
 * The plan of a day, which follows from @input and @deck alone.
 *
 * Reviews: what is due, the least likely to be recalled first, up to the daily
 * limit. After days away up to %STARLING_PORTION at a time, which can be taken
 * again at once: while more reviews than that were due before today, and
 * either two full days were just missed, or two of the last fourteen were and
 * more than that were due before yesterday. So a backlog that only comes from
 * the limit, or from a single day without study, is not held back.
 *
 * Last look: on each of the %STARLING_LAST_LOOK_DAYS days before the interview
 * an equal share of the cards that were not reviewed in these days yet, the
 * least likely to be recalled first, and before all others; there are no
 * portions then. New cards: see starling_plan_get_quota().
 */
void
starling_plan_make (const StarlingPlanInput *input,
                    const StarlingDeck *deck,
                    StarlingPlan *plan)
{
  g_auto (StarlingPlanShare) share = { 0 };

  starling_plan_share_init (&share, input, deck, NULL, NULL, NULL, 0);
  *plan = (StarlingPlan){
    .n_new = share.fresh->len,
    .n_learning = share.learning->len,
    .n_due = share.due->len,
    .n_waiting = share.n_waiting,
    .n_unseen = share.tally.n_unseen,
    .in_portions = share.in_portions,
  };
  starling_plan_judge (input, &share.tally, plan);
}

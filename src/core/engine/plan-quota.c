/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/plan-private.h"

/* The pace is guessed from the days before, once there are enough of them. */
#define MIN_RECENT_DAYS 7

/* Two others stand between cards of one scenario if a day brings as many. */
#define STORIES_A_DAY 3

/* How often the user studies: on @studied of @days days. */
typedef struct
{
  gint64 studied;
  gint64 days;
} Pace;

/* Nobody who prepares is taken to study less than once a week. */
static Pace
get_pace (const StarlingPlanInput *input)
{
  Pace pace = { input->recent_studied, input->recent_days };

  if (input->recent_days < MIN_RECENT_DAYS
      || input->recent_studied >= input->recent_days)
    return (Pace){ 1, 1 };
  if (pace.studied * MIN_RECENT_DAYS < pace.days)
    return (Pace){ 1, MIN_RECENT_DAYS };
  return pace;
}

static gint64
divide_up (gint64 value, gint64 by)
{
  return (value + by - 1) / by;
}

/* Days on which new cards can be introduced before the interview, today
 * included; 0 and less: none. */
static gint64
count_days (const StarlingPlanInput *input)
{
  return (gint64) input->goal.interview - STARLING_LAST_LOOK_DAYS - input->today
         + 1;
}

/* ... and on how many of these the user is going to study. */
static gint64
count_study_days (const StarlingPlanInput *input)
{
  Pace pace = get_pace (input);

  return MAX (count_days (input) * pace.studied / pace.days, 1);
}

/* What is left of the daily limit. */
static gint64
get_budget (const StarlingPlanInput *input)
{
  return MAX (input->settings.new_per_day - (gint64) input->new_done, 0);
}

/* An even share of @n_left cards for the first of @n_days days, on which
 * @n_done of them were introduced already. */
static gint64
get_share (gint64 n_left, gint64 n_done, gint64 n_days, gint64 budget)
{
  gint64 share = divide_up (n_left + n_done, n_days) - n_done;

  return MIN (MIN (MAX (share, 0), budget), n_left);
}

/*
 * The smallest number a day that gets @n_left done within @n_days. What was
 * done on the first of them already counts for it alone: the others cannot be
 * less for it.
 */
static gint64
get_rate (gint64 n_left, gint64 n_done, gint64 n_days)
{
  if (n_days > 1 && divide_up (n_left, n_days - 1) <= n_done)
    return divide_up (n_left, n_days - 1);
  return divide_up (n_left + n_done, n_days);
}

/* How many cards can be looked at in the days of the last look. */
static gint64
count_capacity (const StarlingPlanInput *input)
{
  gint64 limit = input->settings.reviews_per_day;
  gint64 n_looks = starling_plan_count_looks (input);

  if (!starling_plan_in_last_look (input))
    return limit * n_looks;
  return limit * (n_looks - 1) + MAX (limit - (gint64) input->reviews_done, 0);
}

/**
 * starling_plan_get_quota:
 * @input: a day
 * @tally: what the deck holds
 * @in_portions: whether a backlog is worked off in portions
 * @only_ticked: (out): whether the quota is for the principles to prepare alone
 *
 * Without an interview: what is left of the daily limit, and none while there
 * is a backlog.
 *
 * With one: the cards of the principles to prepare are spread evenly over the
 * days on which the user is going to study, as often as in the last fortnight,
 * until %STARLING_LAST_LOOK_DAYS before it; within the daily limit, and in
 * spite of a backlog. From the day after the last of them the other principles
 * follow, as far as there is room in the last look: until then no scope gives
 * theirs away. In the last days no new cards, up to the interview.
 *
 * Returns: how many new cards may still be introduced on that day, in order
 */
guint
starling_plan_get_quota (const StarlingPlanInput *input,
                         const StarlingPlanTally *tally,
                         gboolean in_portions,
                         gboolean *only_ticked)
{
  gint64 budget = get_budget (input);
  gint64 n_ticked = tally->n_unseen_ticked;
  gint64 n_others = tally->n_unseen - n_ticked;
  gint64 room = 0;

  *only_ticked = FALSE;
  if (!starling_plan_has_goal (input))
    return in_portions ? 0 : (guint) MIN (budget, tally->n_unseen);
  if (count_days (input) <= 0)
    return 0;

  *only_ticked = n_ticked > 0 || tally->n_ticked_today > 0;
  if (*only_ticked)
    return (guint) get_share (n_ticked, tally->n_ticked_today,
                              count_study_days (input), budget);
  if (in_portions)
    return 0;
  room = MAX (count_capacity (input) - tally->n_introduced, 0);
  return (guint) MIN (MIN (budget, n_others), room);
}

/* Plays the quota through until the last look: sets the day that introduces
 * the last card, or what is left then. */
static void
play_quota (const StarlingPlanInput *input,
            const StarlingPlanTally *tally,
            StarlingPlan *plan)
{
  Pace pace = get_pace (input);
  gint64 n_days = count_study_days (input);
  gint64 n_left = tally->n_unseen_ticked;
  gint64 n_done = tally->n_ticked_today;
  gint64 budget = get_budget (input);

  for (gint64 i = 0; i < n_days; i++)
    {
      n_left -= get_share (n_left, n_done, n_days - i, budget);
      if (n_left == 0)
        {
          plan->introduced_by
              = input->today + (int) divide_up (i * pace.days, pace.studied);
          return;
        }
      n_done = 0;
      budget = input->settings.new_per_day;
    }

  plan->n_left_out = (guint) n_left;
  plan->needed_new
      = (guint) get_rate (tally->n_unseen_ticked, input->new_done, n_days);
}

/* Sets what the last look needs, if that is more than the limit. What could be
 * introduced in time with another limit counts: that limit has to be enough. */
static void
judge_last_look (const StarlingPlanInput *input,
                 const StarlingPlanTally *tally,
                 StarlingPlan *plan)
{
  gboolean in_last_look = starling_plan_in_last_look (input);
  gint64 n_cards = tally->n_unseen_ticked;

  n_cards += in_last_look ? tally->n_unlooked : tally->n_introduced;
  if (plan->needed_new == 0)
    n_cards -= plan->n_left_out;
  if (n_cards > count_capacity (input))
    plan->needed_reviews
        = (guint) get_rate (n_cards, in_last_look ? input->reviews_done : 0,
                            starling_plan_count_looks (input));
}

static guint
count_bits (StarlingPrincipleSet set)
{
  guint n = 0;

  for (; set != 0; set &= set - 1)
    n++;
  return n;
}

/**
 * starling_plan_get_part:
 * @input: a day
 * @untouched: the principles to prepare none of whose cards was seen before
 *   today
 *
 * As many new cards of a scenario in a row as it has steps; fewer, but one at
 * least, where a day would bring so few scenarios that their cards could not be
 * kept apart, or where there would not be time to begin with each of @untouched
 * before the last look. It is the same all day, whatever was done of it.
 *
 * Returns: how many new cards of a scenario come in a row
 */
guint
starling_plan_get_part (const StarlingPlanInput *input,
                        StarlingPrincipleSet untouched)
{
  gint64 new_per_day = MAX (input->settings.new_per_day, 0);
  gint64 part = new_per_day / STORIES_A_DAY;

  if (starling_plan_has_goal (input) && untouched != 0)
    part = MIN (part, new_per_day * count_study_days (input)
                          / count_bits (untouched));
  return (guint) CLAMP (part, 1, STARLING_N_STEPS);
}

/* Sets how many principles there are to prepare. */
static void
count_principles (const StarlingPlanInput *input,
                  const StarlingPlanTally *tally,
                  StarlingPlan *plan)
{
  StarlingPrincipleSet ticked = input->goal.principles;

  plan->n_ticked = count_bits (ticked != 0 ? ticked & tally->principles
                                           : tally->principles);
  plan->n_empty = count_bits (ticked & ~tally->principles);
}

/**
 * starling_plan_judge:
 * @input: a day
 * @tally: what the deck holds
 * @plan: where to set the outlook and its figures
 *
 * Says whether the principles to prepare can be introduced and looked at once
 * more before the interview, within the limits and at the user's pace, and if
 * not, what is left out and which limits would do. Principles without a card
 * are counted apart: nothing is promised of them.
 */
void
starling_plan_judge (const StarlingPlanInput *input,
                     const StarlingPlanTally *tally,
                     StarlingPlan *plan)
{
  plan->outlook = STARLING_OUTLOOK_NONE;
  plan->days_left = -1;
  plan->introduced_by = STARLING_NO_DAY;
  plan->n_left_out = 0;
  plan->needed_new = 0;
  plan->needed_reviews = 0;
  plan->new_a_day = 0;
  plan->n_ticked = 0;
  plan->n_empty = 0;
  if (!starling_plan_has_goal (input))
    return;

  plan->days_left = input->goal.interview - input->today;
  count_principles (input, tally, plan);
  if (count_days (input) <= 0)
    plan->n_left_out = tally->n_unseen_ticked;
  else if (tally->n_unseen_ticked > 0)
    {
      play_quota (input, tally, plan);
      plan->new_a_day
          = (guint) get_rate (tally->n_unseen_ticked, tally->n_ticked_today,
                              count_study_days (input));
    }
  judge_last_look (input, tally, plan);

  if (plan->n_ticked == 0)
    plan->outlook = STARLING_OUTLOOK_NOTHING;
  else if (plan->n_left_out > 0)
    plan->outlook = plan->needed_new > 0 ? STARLING_OUTLOOK_TOO_MANY
                                         : STARLING_OUTLOOK_TOO_LATE;
  else if (plan->needed_reviews > 0)
    plan->outlook = STARLING_OUTLOOK_NO_LOOK;
  else if (tally->n_unseen_ticked > 0)
    plan->outlook = STARLING_OUTLOOK_ON_COURSE;
  else
    plan->outlook = STARLING_OUTLOOK_READY;
}

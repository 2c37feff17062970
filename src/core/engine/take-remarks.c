/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/take-review.h"

/* A step is worth a remark when it is over by that many seconds, as shown. */
#define OVER_SECONDS 5
/* How many steps over get one: the others wait for the next take. */
#define MAX_OVER 2
/* Key phrases are, when at least so many of what was told were left out, and
 * at least one in so many of them. */
#define PHRASES_LEAST 2
#define PHRASES_ONE_IN 4
/* An answer to a follow-up question is, when rated no better. */
#define WEAK_RATING 2

typedef struct
{
  StarlingRemark *remarks;
  guint n;
} List;

static void
add (List *list, StarlingRemark remark)
{
  if (list->n < STARLING_MAX_REMARKS)
    list->remarks[list->n++] = remark;
}

static void
add_not_told (List *list, const StarlingTally *tally)
{
  StarlingRemark remark = { .kind = STARLING_REMARK_NOT_TOLD };

  for (guint i = STARLING_N_STEPS; i > 0; i--)
    if (tally->spent_ms[i - 1] == 0)
      {
        remark.step = (StarlingStepId) (i - 1);
        remark.steps |= 1u << (i - 1);
        remark.n++;
      }
  if (remark.n > 0)
    add (list, remark);
}

static int
get_over (const StarlingTally *tally, guint step)
{
  return starling_tally_round (tally->spent_ms[step])
         - starling_tally_round (tally->target_ms[step]);
}

/* The greatest first, the earlier one of two as great. */
static void
add_over (List *list, const StarlingTally *tally)
{
  guint done = 0;

  for (guint n = 0; n < MAX_OVER; n++)
    {
      int most = OVER_SECONDS - 1;
      guint step = STARLING_N_STEPS;

      for (guint i = 0; i < STARLING_N_STEPS; i++)
        if (!(done & 1u << i) && get_over (tally, i) > most)
          {
            most = get_over (tally, i);
            step = i;
          }
      if (step == STARLING_N_STEPS)
        return;
      done |= 1u << step;
      add (list, (StarlingRemark){
                     .kind = STARLING_REMARK_STEP_OVER,
                     .step = (StarlingStepId) step,
                     .seconds = starling_tally_round (tally->spent_ms[step]),
                     .target = starling_tally_round (tally->target_ms[step]),
                 });
    }
}

/*
 * What was not told would have made the share of the Action smaller still: so
 * a small one is worth a remark in any case, a large one of the whole only.
 */
static void
add_share (List *list, const StarlingTally *tally)
{
  StarlingRemark remark = {
    .step = STARLING_STEP_ACTION,
    .percent = tally->action_share,
  };

  if (tally->spent_ms[STARLING_STEP_ACTION] == 0)
    return;
  if (tally->action_share < STARLING_ACTION_SHARE_MIN)
    remark.kind = STARLING_REMARK_ACTION_LOW;
  else if (tally->action_share > STARLING_ACTION_SHARE_MAX
           && tally->n_told == STARLING_N_STEPS)
    remark.kind = STARLING_REMARK_ACTION_HIGH;
  else
    return;
  add (list, remark);
}

static void
add_probes (List *list, const StarlingTakeReview *review)
{
  StarlingRemark remark = {
    .kind = STARLING_REMARK_PROBES,
    .n_of = review->n_probes,
  };

  for (guint i = 0; i < review->n_probes; i++)
    remark.n += review->probes[i].rating > 0
                && review->probes[i].rating <= WEAK_RATING;
  if (remark.n > 0)
    add (list, remark);
}

/* Where there was nothing to tick, nothing is missing. */
static void
add_phrases (List *list, const StarlingTakeReview *review)
{
  StarlingRemark remark = { .kind = STARLING_REMARK_PHRASES };
  guint n_phrases = 0;

  if (review->bare && starling_take_review_count_said (review) == 0)
    return;
  for (guint i = 0; i < STARLING_N_STEPS; i++)
    {
      guint left = review->n_phrases[i] - review->n_said[i];

      if (review->tally.spent_ms[i] == 0)
        continue;
      n_phrases += review->n_phrases[i];
      remark.n += left;
      if (left > remark.n_of)
        {
          remark.n_of = left;
          remark.step = (StarlingStepId) i;
        }
    }
  if (remark.n >= PHRASES_LEAST && remark.n * PHRASES_ONE_IN >= n_phrases)
    add (list, remark);
}

/**
 * starling_take_review_make_remarks:
 * @self: a review whose times are known
 * @remarks: (out caller-allocates): what to change, the most important first
 *
 * Finds what a take suggests to change: steps that were not told, if any was;
 * the two steps that are most over their target, by 5 s at least; the Action
 * with less than 50 % or, in a whole story, more than 60 % of the time; answers
 * to follow-up questions that were rated 1 or 2; two or more key phrases, and
 * at least a quarter, that were left out of the steps told. Where more is to be
 * said than there is room for, the last ones go.
 *
 * Returns: how many remarks there are
 */
guint
starling_take_review_make_remarks (const StarlingTakeReview *self,
                                   StarlingRemark remarks[STARLING_MAX_REMARKS])
{
  List list = { remarks, 0 };

  if (self->tally.n_told > 0)
    {
      add_not_told (&list, &self->tally);
      add_over (&list, &self->tally);
      add_share (&list, &self->tally);
    }
  add_probes (&list, self);
  add_phrases (&list, self);
  return list.n;
}

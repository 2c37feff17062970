/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/plan.h"

G_BEGIN_DECLS

/* What is counted in a deck, before any limit. Only cards that have a text at
 * the level, and that are not set aside for good. */
typedef struct
{
  guint n_introduced;    /* graded at least once */
  guint n_unseen;        /* never graded */
  guint n_unseen_ticked; /* ... of the principles to prepare */
  guint n_ticked_today;  /* of these principles, introduced today */
  guint n_unlooked;      /* in review, and yet to be looked at once more */
  guint n_unlooked_new;  /* ... and introduced today */
  guint n_looked_today;  /* introduced earlier, and reviewed today */
  guint n_overdue;       /* due before today */
  guint n_long_overdue;  /* due before yesterday */
  StarlingPrincipleSet principles; /* that have cards, set aside or not */
} StarlingPlanTally;

/* A card of the deck, and what decides on its place: low ones first. */
typedef struct
{
  double key;
  guint index;
} StarlingPlanPick;

/* What is to be done in a scope on one day. */
typedef struct
{
  StarlingPlanTally tally; /* of the whole deck */
  GArray *learning;        /* (element-type StarlingPlanPick), by time */
  GArray *due;             /* likewise, the most urgent one first */
  GArray *fresh;           /* likewise, in the order of introduction */
  guint n_waiting;         /* due as well, but over a limit or the portion */
  guint n_unseen_left;     /* new ones of the scope that are not in `fresh` */
  gboolean in_portions;
} StarlingPlanShare;

void starling_plan_share_init (StarlingPlanShare *self,
                               const StarlingPlanInput *input,
                               const StarlingDeck *deck,
                               const StarlingPlanTally *rest,
                               StarlingDeckFilter filter,
                               gpointer user_data,
                               guint extra_new);
void starling_plan_share_clear (StarlingPlanShare *self);

void
starling_plan_pick (GArray *picks, guint n_wanted, const StarlingDeck *deck);

/* How the interview bears on a day. */
gboolean starling_plan_has_goal (const StarlingPlanInput *input);
gboolean starling_plan_in_last_look (const StarlingPlanInput *input);
guint starling_plan_count_looks (const StarlingPlanInput *input);
gboolean starling_plan_is_looked_at (const StarlingPlanInput *input,
                                     const StarlingCardRecord *record);

gboolean starling_plan_is_present (const StarlingPlanInput *input,
                                   const StarlingDeckCard *card);
gboolean starling_plan_is_ticked (const StarlingPlanInput *input,
                                  const StarlingDeckCard *card);
guint starling_plan_get_part (const StarlingPlanInput *input,
                              StarlingPrincipleSet untouched);
guint starling_plan_get_quota (const StarlingPlanInput *input,
                               const StarlingPlanTally *tally,
                               gboolean in_portions,
                               gboolean *only_ticked);
void starling_plan_judge (const StarlingPlanInput *input,
                          const StarlingPlanTally *tally,
                          StarlingPlan *plan);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StarlingPlanShare, starling_plan_share_clear)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/deck.h"

G_BEGIN_DECLS

/* New cards end this many days before the interview; from then on everything
 * is looked at once more. */
#define STARLING_LAST_LOOK_DAYS 3

/* A backlog of more than this after days away is offered in portions of it. */
#define STARLING_PORTION 20

/* Reviews come back this many seconds early rather than end a session. */
#define STARLING_LEARN_AHEAD_SECONDS (20 * 60)

/* Everything that the plan of a day follows from. */
typedef struct
{
  gint64 now;      /* Unix ms */
  int offset;      /* minutes east of UTC, now */
  int today;       /* the study day of now */
  gint64 tomorrow; /* Unix ms at which it ends; DST is in it */
  int level;       /* StarlingLevel, or -1: cards of all levels */
  StarlingStudySettings settings;
  StarlingGoal goal;
  guint new_done;     /* cards introduced today */
  guint reviews_done; /* reviews of due cards today, learning left out */
  int last_day;       /* last day of study before today, or STARLING_NO_DAY */
  guint recent_days;  /* of the last 14 days before today, or since the first */
  guint recent_studied; /* ... and on how many of these there was study */
} StarlingPlanInput;

typedef enum
{
  STARLING_OUTLOOK_NONE,      /* no interview is set, or it is over */
  STARLING_OUTLOOK_NOTHING,   /* none of the principles to prepare has a card */
  STARLING_OUTLOOK_ON_COURSE, /* all is introduced by `introduced_by` */
  STARLING_OUTLOOK_READY,     /* all is introduced already */
  STARLING_OUTLOOK_TOO_MANY, /* `needed_new` a day would do, or less to prepare;
                              * then `needed_reviews` too, if not 0 */
  STARLING_OUTLOOK_TOO_LATE, /* no day is left to introduce anything */
  STARLING_OUTLOOK_NO_LOOK,  /* the last look needs `needed_reviews` a day */
} StarlingOutlook;

typedef struct
{
  guint n_new;      /* new cards for today that are still to come */
  guint n_learning; /* in learning or relearning, to come back today */
  guint n_due;      /* reviews for today that are still to come */
  guint n_waiting;  /* due too, but left for later: over the limit or portion */
  guint n_unseen; /* new cards at all, of this level, those of today included */
  gboolean in_portions; /* after days away */

  StarlingOutlook outlook;
  int days_left;        /* to the interview; -1: none */
  guint n_ticked;       /* principles to prepare that have cards */
  guint n_empty;        /* ... and that have none; 0 where all are prepared */
  guint new_a_day;      /* that the goal takes, if they are spread evenly */
  int introduced_by;    /* day, or STARLING_NO_DAY */
  guint n_left_out;     /* cards that would not be introduced in time */
  guint needed_new;     /* a day, to introduce all in time; 0: cannot be */
  guint needed_reviews; /* a day, for the last look */
} StarlingPlan;

void starling_plan_make (const StarlingPlanInput *input,
                         const StarlingDeck *deck,
                         StarlingPlan *plan);
gint64 starling_plan_get_due (const StarlingPlanInput *input,
                              const StarlingDeckCard *card);
gboolean starling_plan_is_due (const StarlingPlanInput *input,
                               const StarlingDeckCard *card);
GArray *starling_plan_find_due (const StarlingPlanInput *input,
                                const StarlingDeck *deck);

/* One day to come, if every card is recalled. */
typedef struct
{
  int day;
  guint n_reviews;
  guint n_new;
} StarlingForecastDay;

void starling_plan_forecast (const StarlingPlanInput *input,
                             const StarlingDeck *deck,
                             StarlingForecastDay *days,
                             guint n_days);
void starling_plan_forecast_scope (const StarlingPlanInput *input,
                                   const StarlingDeck *deck,
                                   StarlingDeckFilter filter,
                                   gpointer user_data,
                                   StarlingForecastDay *days,
                                   guint n_days);

double starling_plan_get_load (double retention);

G_END_DECLS

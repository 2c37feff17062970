/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/activity.h"
#include "engine/debrief.h"
#include "engine/plan.h"
#include "engine/suggestion.h"

G_BEGIN_DECLS

/* What Today says, in translated words: pure functions. */

/* Days that the forecast shows, and of which the studied ones are counted. */
#define STARLING_TODAY_FORECAST_DAYS 14
#define STARLING_TODAY_COUNTED_DAYS 28

/* The head: how long there is. */
typedef struct
{
  char *number;         /* (nullable): in large figures */
  char *title;          /* what it is the number of, or a sentence */
  char *caption;        /* (nullable) */
  gboolean is_upcoming; /* an interview is set, and not over */
} StarlingTodayHead;

void starling_today_head_init (StarlingTodayHead *self,
                               const StarlingPlan *plan,
                               const StarlingPlanInput *input);
void starling_today_head_clear (StarlingTodayHead *self);

char *starling_today_format_cards (const StarlingPlan *plan,
                                   const StarlingPlanInput *input,
                                   guint n_all);
char *starling_today_format_piles (const StarlingPlan *plan, guint minutes);
char *starling_today_format_rest (const StarlingPlan *plan,
                                  int tomorrow,
                                  guint n_all);

char *starling_today_format_story (const char *title);
char *starling_today_format_reason (guint n_takes,
                                    int days_ago,
                                    const StarlingVerdict *last);
char *starling_today_format_questions (guint n_questions, const char *name);
char *starling_today_format_certainty (const StarlingQuizRecord *record);

char *starling_today_format_load (const StarlingForecastDay *day);
char *
starling_today_format_average (const StarlingForecastDay *days, guint n_days);
char *starling_today_describe_forecast (const StarlingForecastDay *days,
                                        guint n_days);
char *starling_today_format_studied (guint n_days);
char *starling_today_format_streak (guint n_days);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StarlingTodayHead, starling_today_head_clear)

G_END_DECLS

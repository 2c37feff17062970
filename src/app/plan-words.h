/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/plan.h"

G_BEGIN_DECLS

/* What a plan comes to, in translated words: pure functions. */

char *starling_plan_words_date (int day, gboolean with_weekday);
char *starling_plan_words_outlook (const StarlingPlan *plan,
                                   const StarlingPlanInput *input);
char *starling_plan_words_verdict (const StarlingPlan *plan,
                                   const StarlingPlanInput *input);
char *starling_plan_words_detail (const StarlingPlan *plan,
                                  const StarlingPlanInput *input);

G_END_DECLS

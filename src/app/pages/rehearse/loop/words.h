/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/loop.h"
#include "library.h"

G_BEGIN_DECLS

const char *starling_rehearse_get_loop_verdict (StarlingLoopVerdict verdict);
const char *starling_rehearse_get_loop_icon (StarlingLoopVerdict verdict);
const char *starling_rehearse_get_loop_class (StarlingLoopVerdict verdict);
char *starling_rehearse_format_mean (const StarlingLoopFigures *figures);

char *starling_rehearse_format_principles (StarlingCatalogue *catalogue,
                                           const int *principles,
                                           guint n_principles);
char *starling_rehearse_format_set (StarlingCatalogue *catalogue,
                                    StarlingPrincipleSet set);
char *
starling_rehearse_format_deal (const StarlingLoopPlan *plan, guint minutes);
char *starling_rehearse_format_shortage (StarlingCatalogue *catalogue,
                                         const StarlingLoopPlan *plan,
                                         gboolean own_only);

const char *starling_rehearse_get_day_verdict (StarlingLoopVerdict verdict);
char *starling_rehearse_format_day (const StarlingLoopDebrief *debrief,
                                    StarlingCatalogue *catalogue);
char *starling_rehearse_format_against (gint64 spent_ms, gint64 target_ms);

G_END_DECLS

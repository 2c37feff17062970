/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library.h"

G_BEGIN_DECLS

/* What lists of scenarios and scopes say of them. */

char *starling_sidebar_describe (const StarlingScenarioProgress *progress,
                                 guint n_cards);
char *starling_sidebar_describe_today (const StarlingPlan *plan);

G_END_DECLS

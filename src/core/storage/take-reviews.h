/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/take-review.h"
#include "storage/progress.h"

G_BEGIN_DECLS

/* Takes as the journal has them, turned into what the debrief says of them. */

StarlingTakeReview *
starling_take_review_new_from_event (const StarlingEvent *event,
                                     const StarlingLens *lens);

GPtrArray *starling_take_reviews_list (StarlingProgress *progress,
                                       StarlingCatalogue *catalogue,
                                       StarlingScenario *scenario);
GPtrArray *
starling_take_reviews_filter (GPtrArray *reviews, int level, const char *angle);
guint starling_take_reviews_find (GPtrArray *reviews, const char *id);

G_END_DECLS

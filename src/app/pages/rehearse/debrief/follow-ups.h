/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "engine/take-review.h"

G_BEGIN_DECLS

/* The answers to follow-up questions; not shown where there are none. */
#define STARLING_TYPE_REHEARSE_FOLLOW_UPS                                      \
  (starling_rehearse_follow_ups_get_type ())
G_DECLARE_FINAL_TYPE (StarlingRehearseFollowUps,
                      starling_rehearse_follow_ups,
                      STARLING,
                      REHEARSE_FOLLOW_UPS,
                      GtkBox)

void starling_rehearse_follow_ups_set (StarlingRehearseFollowUps *self,
                                       const StarlingTakeReview *review,
                                       const StarlingScenario *scenario);

G_END_DECLS

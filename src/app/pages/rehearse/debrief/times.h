/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "engine/take-review.h"

G_BEGIN_DECLS

/* A take's times against their targets, beside the last and the best take. */
#define STARLING_TYPE_REHEARSE_TIMES (starling_rehearse_times_get_type ())
G_DECLARE_FINAL_TYPE (StarlingRehearseTimes,
                      starling_rehearse_times,
                      STARLING,
                      REHEARSE_TIMES,
                      GtkBox)

void starling_rehearse_times_set (StarlingRehearseTimes *self,
                                  const StarlingTakeReview *review,
                                  const StarlingTakeReview *last,
                                  const StarlingTakeReview *best);

G_END_DECLS

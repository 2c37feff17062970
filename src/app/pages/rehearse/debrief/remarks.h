/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "engine/take-review.h"

G_BEGIN_DECLS

/* What to change after a take; not shown where there is nothing. */
#define STARLING_TYPE_REHEARSE_REMARKS (starling_rehearse_remarks_get_type ())
G_DECLARE_FINAL_TYPE (StarlingRehearseRemarks,
                      starling_rehearse_remarks,
                      STARLING,
                      REHEARSE_REMARKS,
                      GtkBox)

void starling_rehearse_remarks_set (StarlingRehearseRemarks *self,
                                    const StarlingTakeReview *review);

G_END_DECLS

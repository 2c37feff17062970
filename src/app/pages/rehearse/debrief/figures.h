/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "engine/take-review.h"

G_BEGIN_DECLS

/*
 * The four figures of a debrief, side by side, two by two where it is narrow:
 * total, share of the Action, key phrases said, steps over target.
 */
#define STARLING_TYPE_REHEARSE_FIGURES (starling_rehearse_figures_get_type ())
G_DECLARE_FINAL_TYPE (StarlingRehearseFigures,
                      starling_rehearse_figures,
                      STARLING,
                      REHEARSE_FIGURES,
                      GtkWidget)

void starling_rehearse_figures_set (StarlingRehearseFigures *self,
                                    const StarlingTakeReview *review,
                                    const StarlingTakeReview *last);
void starling_rehearse_figures_set_one (StarlingRehearseFigures *self,
                                        guint index,
                                        const char *value,
                                        const char *caption);

G_END_DECLS

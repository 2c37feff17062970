/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/catalogue.h"

G_BEGIN_DECLS

/*
 * Spent against target, a row for each step and for the whole story, with the
 * last and the best take beside it and the figures at the right; the bars below
 * where there is no room. Its accessible name says it all in words. CSS: node
 * `targetplot`.
 */
#define STARLING_TYPE_TARGET_PLOT (starling_target_plot_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingTargetPlot, starling_target_plot, STARLING, TARGET_PLOT, GtkWidget)

GtkWidget *starling_target_plot_new (void);
void starling_target_plot_set_times (StarlingTargetPlot *self,
                                     const gint64 target_ms[STARLING_N_STEPS],
                                     const gint64 spent_ms[STARLING_N_STEPS],
                                     const gint64 *last_ms,
                                     const gint64 *best_ms);

G_END_DECLS

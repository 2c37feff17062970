/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "engine/activity.h"
#include "engine/plan.h"

G_BEGIN_DECLS

/* Today's two plots: the days to come, and those that were. */
#define STARLING_TYPE_TODAY_PLOTS (starling_today_plots_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingTodayPlots, starling_today_plots, STARLING, TODAY_PLOTS, GtkWidget)

void starling_today_plots_set_forecast (StarlingTodayPlots *self,
                                        const StarlingForecastDay *days,
                                        guint n_days);
void starling_today_plots_set_days (StarlingTodayPlots *self,
                                    const StarlingActivity *days,
                                    guint n_days,
                                    int today,
                                    gboolean with_streak);

G_END_DECLS

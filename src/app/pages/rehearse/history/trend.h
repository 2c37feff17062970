/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "widgets/chart.h"

G_BEGIN_DECLS

/* How one time changed from take to take: a title, the last value, a line. */
#define STARLING_TYPE_REHEARSE_TREND (starling_rehearse_trend_get_type ())
G_DECLARE_FINAL_TYPE (StarlingRehearseTrend,
                      starling_rehearse_trend,
                      STARLING,
                      REHEARSE_TREND,
                      GtkBox)

GtkWidget *starling_rehearse_trend_new (const char *title, gboolean compact);
StarlingChart *starling_rehearse_trend_get_chart (StarlingRehearseTrend *self);
void starling_rehearse_trend_set_value (StarlingRehearseTrend *self,
                                        const char *value);

G_END_DECLS

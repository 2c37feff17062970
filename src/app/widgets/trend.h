/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "widgets/chart.h"

G_BEGIN_DECLS

/* How something changed from time to time: a title, the last value, a line. */
#define STARLING_TYPE_TREND (starling_trend_get_type ())
G_DECLARE_FINAL_TYPE (StarlingTrend, starling_trend, STARLING, TREND, GtkBox)

GtkWidget *starling_trend_new (const char *title, gboolean compact);
StarlingChart *starling_trend_get_chart (StarlingTrend *self);
void starling_trend_set_value (StarlingTrend *self, const char *value);

G_END_DECLS

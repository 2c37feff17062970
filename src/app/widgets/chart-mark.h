/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a line of a chart may have that a legend explains. */
typedef enum
{
  STARLING_CHART_MARK_CURRENT,
  STARLING_CHART_MARK_MARKED,
  STARLING_CHART_MARK_TARGET,
} StarlingChartMark;

GtkWidget *starling_chart_mark_new (StarlingChartMark mark);

G_END_DECLS

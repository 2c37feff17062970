/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/chart-geometry.h"
#include "widgets/chart-paint.h"

G_BEGIN_DECLS

/* Shared by the chart-paint*.c and chart-mark.c only. */

#define STARLING_CHART_LABEL_GAP 4
#define STARLING_CHART_FIGURE_GAP 2
#define STARLING_CHART_POINT 5.0 /* radius of the current one */
#define STARLING_CHART_RING 4.5  /* of the marked one */

/* One drawing of a chart. */
typedef struct
{
  GtkWidget *widget;
  GtkSnapshot *snapshot;
  const StarlingChartData *data;
  StarlingChartRange range;
  double *tops; /* of the values, below the upper edge of the plot */
  double width; /* of the plot; the name of the target is beside it */
  double full;  /* width of the widget */
  double above; /* height of what is above the plot */
  double height;
} StarlingChartPainting;

/* chart-paint.c */
void starling_chart_painting_get_slot (const StarlingChartPainting *self,
                                       guint index,
                                       StarlingChartSlot *slot);
double
starling_chart_painting_flip (const StarlingChartPainting *self, double x);
double starling_chart_painting_get_target (const StarlingChartPainting *self);

void starling_chart_paint_dashes (
    cairo_t *cr, GtkWidget *widget, double left, double right, double y);
void starling_chart_paint_ring (
    cairo_t *cr, GtkWidget *widget, double x, double y, double radius);

/* chart-paint-texts.c */
void starling_chart_painting_draw_texts (const StarlingChartPainting *self);

G_END_DECLS

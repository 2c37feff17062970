/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Where things lie in a chart: pure functions. All is laid out from left to
 * right; px from the upper left corner of the plot.
 */

/* Where one value lies. */
typedef struct
{
  double start;  /* of its share of the width */
  double end;    /* ... and where the next one begins */
  double middle; /* of the bar, of the point, and of its label */
  double width;  /* of the bar; points: 0 */
} StarlingChartSlot;

void starling_chart_slot_init (StarlingChartSlot *self,
                               gboolean bars,
                               double width,
                               guint n_items,
                               guint index);
int
starling_chart_slot_find (gboolean bars, double width, guint n_items, double x);

/* What the height of a plot stands for. */
typedef struct
{
  double least; /* at the bottom */
  double most;  /* at the top */
} StarlingChartRange;

void starling_chart_range_init (StarlingChartRange *self,
                                gboolean bars,
                                const double *values,
                                guint n_values);
double starling_chart_range_get_y (const StarlingChartRange *self,
                                   double value,
                                   double height);

int starling_chart_find_most (const double *values, guint n_values);
void starling_chart_pick_labels (const double *middles,
                                 const double *widths,
                                 guint n_labels,
                                 int keep,
                                 double gap,
                                 gboolean *shown);
double starling_chart_place_figure (gboolean bars,
                                    const double *tops,
                                    guint n_items,
                                    double width,
                                    double left,
                                    double right);

G_END_DECLS

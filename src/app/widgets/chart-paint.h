/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* All that a chart shows. Arrays of `n_items`; texts may be NULL. */
typedef struct
{
  gboolean bars;
  guint n_items;
  double *values;
  char **labels;
  char **figures;
  int current; /* -1: none */
  int cursor;  /* -1: none */
  int marked;  /* -1: none */
  gboolean compact;
  gboolean has_target;
  double target;
  double half; /* of the height of a band around the target; 0: a line */
  const char *target_label; /* (nullable): beside the plot */
  gboolean has_range;
  double least, most;      /* what the height stands for, where it is fixed */
  const char *least_label; /* (nullable): beside the plot, as the next */
  const char *most_label;
} StarlingChartData;

/* Heights of what lies above each other, in px. */
typedef struct
{
  int figure; /* room for the highest figure */
  int plot;
  int label; /* with the gap above it; 0: there are none */
} StarlingChartRows;

void starling_chart_measure_rows (GtkWidget *widget,
                                  const StarlingChartData *data,
                                  StarlingChartRows *rows);
int starling_chart_get_plot_width (GtkWidget *widget,
                                   const StarlingChartData *data);
void starling_chart_paint (GtkWidget *widget,
                           GtkSnapshot *snapshot,
                           const StarlingChartData *data);

G_END_DECLS

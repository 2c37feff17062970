/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/target-plot.h"

G_BEGIN_DECLS

/* Shared by the target-plot*.c only. */

/* The head, the steps, the whole story. */
#define STARLING_PLOT_TOTAL (STARLING_N_STEPS + 1)
#define STARLING_PLOT_N_ROWS (STARLING_N_STEPS + 2)

typedef struct
{
  GtkWidget *badge; /* of steps only */
  GtkWidget *name;  /* NULL in the head, as is the bar */
  GtkWidget *bar;
  GtkWidget *spent;
  GtkWidget *since;
  GtkWidget *best;
} StarlingPlotRow;

struct _StarlingTargetPlot
{
  GtkWidget parent_instance;

  StarlingPlotRow rows[STARLING_PLOT_N_ROWS];
  GtkWidget *rule; /* above the last row */
};

/* target-plot-layout.c */
void starling_target_plot_measure (GtkWidget *widget,
                                   GtkOrientation orientation,
                                   int for_size,
                                   int *minimum,
                                   int *natural,
                                   int *minimum_baseline,
                                   int *natural_baseline);
void starling_target_plot_size_allocate (GtkWidget *widget,
                                         int width,
                                         int height,
                                         int baseline);

G_END_DECLS

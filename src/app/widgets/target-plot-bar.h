/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * One bar of a target plot: spent, over target, target, last and best take,
 * from 0 to `whole` milliseconds.
 */
#define STARLING_TYPE_TARGET_PLOT_BAR (starling_target_plot_bar_get_type ())
G_DECLARE_FINAL_TYPE (StarlingTargetPlotBar,
                      starling_target_plot_bar,
                      STARLING,
                      TARGET_PLOT_BAR,
                      GtkWidget)

GtkWidget *starling_target_plot_bar_new (void);
void starling_target_plot_bar_set_times (StarlingTargetPlotBar *self,
                                         gint64 whole,
                                         gint64 target,
                                         gint64 spent,
                                         gint64 last,
                                         gint64 best);

/* The marks that a plot explains. */
typedef enum
{
  STARLING_PLOT_MARK_SPENT,
  STARLING_PLOT_MARK_OVER,
  STARLING_PLOT_MARK_TARGET,
  STARLING_PLOT_MARK_LAST,
  STARLING_PLOT_MARK_BEST,
} StarlingPlotMark;

GtkWidget *starling_plot_mark_new (StarlingPlotMark mark);

G_END_DECLS

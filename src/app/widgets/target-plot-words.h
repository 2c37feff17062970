/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A time of another take, beside the one that is shown. */
typedef struct
{
  gboolean shown; /* there is such a take */
  gboolean told;  /* and it has this */
  int seconds;
} StarlingPlotTime;

/* One row of a target plot: a step, or the whole story. */
typedef struct
{
  const char *title;
  gboolean whole;
  gboolean told;
  int target; /* seconds */
  int spent;  /* seconds */
  StarlingPlotTime last;
  StarlingPlotTime best;
} StarlingPlotFigures;

char *starling_target_plot_format_difference (int seconds);
char *starling_target_plot_format_spent (const StarlingPlotFigures *figures,
                                         char **number);
char *starling_target_plot_format_since (const StarlingPlotFigures *figures);
char *starling_target_plot_format_best (const StarlingPlotFigures *figures);
void starling_target_plot_describe (const StarlingPlotFigures *figures,
                                    GString *text);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  STARLING_CHART_BARS, /* from 0 up; the current one stands out */
  STARLING_CHART_LINE, /* between the least and the most, unless a range is
                          set; hollow points */
} StarlingChartKind;

/* One value; the texts are copied. */
typedef struct
{
  double value;
  const char *label;  /* (nullable): below the plot, short: "Mo" */
  const char *figure; /* (nullable): the value in the plot: "20" */
  const char *text;   /* alone, in a sentence: "Monday 23 November: 20 cards" */
} StarlingChartItem;

/*
 * A small plot of up to some dozens of values. The pointer and, with the
 * focus, Left, Right, Home and End go through the values; each is told as a
 * tooltip, and to assistive technology as the name while the focus is there.
 * Otherwise the name is what was set last by starling_chart_set_name(), and the
 * description the plot in words.
 *
 * Properties: `kind` (int, StarlingChartKind), `compact` (boolean: for several
 * beside each other). CSS: node `chart`, whose font is that of labels and
 * figures. It is as wide as it may be; set `height-request`
 * for another height.
 */
#define STARLING_TYPE_CHART (starling_chart_get_type ())
G_DECLARE_FINAL_TYPE (StarlingChart, starling_chart, STARLING, CHART, GtkWidget)

GtkWidget *starling_chart_new (StarlingChartKind kind);
void starling_chart_set_name (StarlingChart *self, const char *name);
void starling_chart_set_items (StarlingChart *self,
                               const StarlingChartItem *items,
                               guint n_items,
                               int current,
                               const char *description);
void starling_chart_set_marked (StarlingChart *self, int marked);
void starling_chart_set_target (StarlingChart *self,
                                double target,
                                const char *label);
void starling_chart_set_band (StarlingChart *self,
                              double least,
                              double most,
                              const char *label);
void starling_chart_set_range (StarlingChart *self,
                               double least,
                               double most,
                               const char *least_label,
                               const char *most_label);
int starling_chart_get_cursor (StarlingChart *self);

G_END_DECLS

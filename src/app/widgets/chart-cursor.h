/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where the values of a plot lie in its widget. */
typedef struct
{
  /* The value at a point, or -1. */
  int (*find) (GtkWidget *widget, double x, double y);
  /* The area of a value. */
  void (*get_area) (GtkWidget *widget, int index, GdkRectangle *area);
} StarlingChartCursorFuncs;

/*
 * Goes through the values of a plot one by one: the pointer shows each as a
 * tooltip, the arrow keys tell each as the accessible name of the plot for as
 * long as it has the focus. Owned by the plot, which can be focused as soon as
 * it has values.
 */
#define STARLING_TYPE_CHART_CURSOR (starling_chart_cursor_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingChartCursor, starling_chart_cursor, STARLING, CHART_CURSOR, GObject)

StarlingChartCursor *
starling_chart_cursor_new (GtkWidget *widget,
                           const StarlingChartCursorFuncs *funcs);
void
starling_chart_cursor_set_name (StarlingChartCursor *self, const char *name);
void starling_chart_cursor_set_texts (StarlingChartCursor *self,
                                      GPtrArray *texts,
                                      guint n_columns,
                                      int start,
                                      const char *description);
int starling_chart_cursor_get_index (StarlingChartCursor *self);

G_END_DECLS

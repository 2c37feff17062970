/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void
starling_paint_set_color (cairo_t *cr, GtkWidget *widget, const char *name);
void starling_paint_bar (
    cairo_t *cr, double x, double y, double width, double height);
void starling_paint_set_hatching (cairo_t *cr,
                                  GtkWidget *widget,
                                  const char *name,
                                  double extent);

/* Width of the arc of a ring. */
#define STARLING_PAINT_RING_WIDTH 12

void starling_paint_ring (cairo_t *cr,
                          GtkWidget *widget,
                          int diameter,
                          double share,
                          const char *color);

G_END_DECLS

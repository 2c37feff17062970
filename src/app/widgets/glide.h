/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Scrolls an adjustment to a value within 200 ms, at once where animations are
 * off. A plain value inside of a widget, which stops it before it goes.
 */
typedef struct
{
  GtkWidget *widget; /* whose frames it takes */
  GtkAdjustment *adjustment;
  gboolean moving; /* it is us who change the value */
  guint tick;      /* 0: it rests */
  gint64 start;    /* frame time in µs; 0: with the next frame */
  double from;
  double to;
} StarlingGlide;

void starling_glide_to (StarlingGlide *self,
                        GtkWidget *widget,
                        GtkAdjustment *adjustment,
                        double value);
void starling_glide_stop (StarlingGlide *self);

G_END_DECLS

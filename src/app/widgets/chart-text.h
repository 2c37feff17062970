/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Texts that drawn widgets append themselves. */

PangoLayout *starling_chart_make_layout (GtkWidget *widget,
                                         const char *text,
                                         gboolean strong);
void starling_chart_append_layout (GtkWidget *widget,
                                   GtkSnapshot *snapshot,
                                   PangoLayout *layout,
                                   double x,
                                   double y,
                                   const char *color_name);

G_END_DECLS

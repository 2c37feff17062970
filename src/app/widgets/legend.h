/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Says what the marks of sentences mean. */
#define STARLING_TYPE_LEGEND (starling_legend_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingLegend, starling_legend, STARLING, LEGEND, GtkWidget)

GtkWidget *starling_legend_new (void);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pages/progress/tables.h"

G_BEGIN_DECLS

/* A plot with its heading, its last value in words, and a button that copies
 * its values. */
#define STARLING_TYPE_PLOT_CARD (starling_plot_card_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingPlotCard, starling_plot_card, STARLING, PLOT_CARD, GtkBox)

GtkWidget *starling_plot_card_new (const char *title,
                                   StarlingProgressTable table,
                                   GtkWidget *plot);
GtkWidget *starling_plot_card_get_plot (StarlingPlotCard *self);
void starling_plot_card_set_value (StarlingPlotCard *self, const char *value);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * A mean rating, or another share, as a bar from 0 to the best one, with a tick
 * at the one that is wanted. Whoever uses it says the same in words, as its
 * accessible name. CSS: node `meanbar`.
 */
#define STARLING_TYPE_MEAN_BAR (starling_mean_bar_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingMeanBar, starling_mean_bar, STARLING, MEAN_BAR, GtkWidget)

GtkWidget *starling_mean_bar_new (void);
void starling_mean_bar_set (StarlingMeanBar *self,
                            int tenths,
                            int wanted_tenths,
                            int best);

G_END_DECLS

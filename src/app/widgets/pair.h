/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Two widgets side by side, or one below the other where there is no room.
 * Properties: `start`, `end` (GtkWidget), `threshold` (px, 560: stacked when
 * narrower), `end-width` (px; -1: both as wide and as high as each other),
 * `spacing` (px, 12), `line` (boolean: a rule between them, drawn by the CSS
 * node `pair > separator`). CSS class `stacked` while stacked.
 */
#define STARLING_TYPE_PAIR (starling_pair_get_type ())
G_DECLARE_FINAL_TYPE (StarlingPair, starling_pair, STARLING, PAIR, GtkWidget)

GtkWidget *starling_pair_new (GtkWidget *start, GtkWidget *end);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Sidebar and content. Side by side where there is room; under 700 px the
 * sidebar lies over the content, with a scrim that closes it.
 *
 * Properties: `sidebar`, `content` (GtkWidget), `show-sidebar` (boolean: side
 * by side), `show-overlay` (boolean: while narrow), `narrow` (boolean,
 * read-only; notified outside of layout), `sidebar-width` (px, 284: what the
 * user dragged it to; less where the window is smaller), `suppressed`
 * (boolean: retracted for now, whatever the user chose).
 */
#define STARLING_TYPE_SPLIT (starling_split_get_type ())
G_DECLARE_FINAL_TYPE (StarlingSplit, starling_split, STARLING, SPLIT, GtkWidget)

#define STARLING_SPLIT_NARROW 700

gboolean starling_split_get_narrow (StarlingSplit *self);
void starling_split_expect_width (StarlingSplit *self, int width);
gboolean starling_split_get_sidebar_shown (StarlingSplit *self);
void starling_split_toggle (StarlingSplit *self);

G_END_DECLS

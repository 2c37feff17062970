/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Style and text size of the whole display, as the settings `style` and
 * `text-size` and the desktop say, and our style sheets for them. Properties,
 * read-only: `dark` and `high-contrast` (boolean): what is on screen.
 */
#define STARLING_TYPE_APPEARANCE (starling_appearance_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingAppearance, starling_appearance, STARLING, APPEARANCE, GObject)

StarlingAppearance *starling_appearance_new (GdkDisplay *display);
gboolean starling_appearance_get_dark (StarlingAppearance *self);
gboolean starling_appearance_get_high_contrast (StarlingAppearance *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Children of equal width and height in one row; where that is too narrow, in
 * twice as many rows of half as many, down to one below the other. Property:
 * `spacing` (px, 10).
 */
#define STARLING_TYPE_EVEN_BOX (starling_even_box_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingEvenBox, starling_even_box, STARLING, EVEN_BOX, GtkWidget)

G_END_DECLS

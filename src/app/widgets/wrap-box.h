/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Children in rows, as many to a row as fit. Properties: `spacing` and
 * `line-spacing` (px, 6), `xalign` (0.0 start – 0.5 centred rows – 1.0 end),
 * `justify` (boolean: where all fit one row, the last child ends at the far
 * edge).
 */
#define STARLING_TYPE_WRAP_BOX (starling_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingWrapBox, starling_wrap_box, STARLING, WRAP_BOX, GtkWidget)

GtkWidget *starling_wrap_box_new (void);
void starling_wrap_box_append (StarlingWrapBox *self, GtkWidget *child);
void starling_wrap_box_remove_all (StarlingWrapBox *self);

G_END_DECLS

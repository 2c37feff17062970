/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * The column of a page: one child, at most `maximum-width` wide, centred, with
 * the page's side padding. Property: `maximum-width` (px, 728).
 */
#define STARLING_TYPE_COLUMN (starling_column_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingColumn, starling_column, STARLING, COLUMN, GtkWidget)

GtkWidget *starling_column_new (void);
void starling_column_set_child (StarlingColumn *self, GtkWidget *child);

G_END_DECLS

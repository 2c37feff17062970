/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * An expander with its title as its accessible name, whose content unfolds in
 * 200 ms. Properties: `title` (string), `expanded` (boolean). CSS class `open`
 * while it is expanded. Signal `first-opened`: the time to set the child, so
 * that nothing is made that nobody looks at.
 */
#define STARLING_TYPE_FOLD (starling_fold_get_type ())
G_DECLARE_FINAL_TYPE (StarlingFold, starling_fold, STARLING, FOLD, GtkWidget)

GtkWidget *starling_fold_new (const char *title);
const char *starling_fold_get_title (StarlingFold *self);
void starling_fold_set_title (StarlingFold *self, const char *title);
gboolean starling_fold_get_expanded (StarlingFold *self);
void starling_fold_open (StarlingFold *self);
void starling_fold_set_expanded (StarlingFold *self, gboolean expanded);
GtkWidget *starling_fold_get_child (StarlingFold *self);
void starling_fold_set_child (StarlingFold *self, GtkWidget *child);

G_END_DECLS

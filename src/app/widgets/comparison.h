/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Columns of equal width side by side, cells of one row beginning at the same
 * height; as many columns as fit, the others below.
 */
#define STARLING_TYPE_COMPARISON (starling_comparison_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingComparison, starling_comparison, STARLING, COMPARISON, GtkWidget)

GtkWidget *starling_comparison_new (guint n_rows);
void starling_comparison_append (StarlingComparison *self, GtkWidget *cell);
void starling_comparison_append_text (StarlingComparison *self,
                                      const char *title,
                                      const char *text);
guint starling_comparison_get_n_columns (StarlingComparison *self);

G_END_DECLS

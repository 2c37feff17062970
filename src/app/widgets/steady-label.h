/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * A label in a toggle that turns bold when checked: it asks for the width of
 * the bold text at all times, so that nothing shifts. Properties: `label`,
 * `max-chars` (int, -1: where it is cut off with an ellipsis).
 */
#define STARLING_TYPE_STEADY_LABEL (starling_steady_label_get_type ())
G_DECLARE_FINAL_TYPE (StarlingSteadyLabel,
                      starling_steady_label,
                      STARLING,
                      STEADY_LABEL,
                      GtkWidget)

GtkWidget *starling_steady_label_new (const char *text, int max_chars);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Lays out two children: a text that takes the room there is, and a short word
 * at its end, which moves below the text where the text would be squeezed.
 */
#define STARLING_TYPE_VERDICT_LAYOUT (starling_verdict_layout_get_type ())
G_DECLARE_FINAL_TYPE (StarlingVerdictLayout,
                      starling_verdict_layout,
                      STARLING,
                      VERDICT_LAYOUT,
                      GtkLayoutManager)

G_END_DECLS

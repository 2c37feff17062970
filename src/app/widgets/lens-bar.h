/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

/*
 * The two groups of the lens, level and angle; one button with both where
 * narrow. Fires `win.level` (id) and `win.angle` (id, '' for As told).
 * Properties: `session` (StarlingSession), `narrow` (boolean).
 */
#define STARLING_TYPE_LENS_BAR (starling_lens_bar_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingLensBar, starling_lens_bar, STARLING, LENS_BAR, GtkWidget)

G_END_DECLS

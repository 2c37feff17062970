/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * The three modes as page tabs; fires `win.mode`. Property: `with-icons`
 * (construct-only: icon over label, for the bar at the bottom).
 */
#define STARLING_TYPE_MODE_SWITCHER (starling_mode_switcher_get_type ())
G_DECLARE_FINAL_TYPE (StarlingModeSwitcher,
                      starling_mode_switcher,
                      STARLING,
                      MODE_SWITCHER,
                      GtkWidget)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

#define STARLING_TYPE_WINDOW (starling_window_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingWindow, starling_window, STARLING, WINDOW, GtkApplicationWindow)

StarlingWindow *
starling_window_new (GtkApplication *application, StarlingLibrary *library);
StarlingSession *starling_window_get_session (StarlingWindow *self);
void starling_window_close_anyway (StarlingWindow *self);

G_END_DECLS

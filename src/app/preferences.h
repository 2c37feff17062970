/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

/* The window with the preferences; each change counts at once. */
#define STARLING_TYPE_PREFERENCES (starling_preferences_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingPreferences, starling_preferences, STARLING, PREFERENCES, GtkWindow)

GtkWidget *
starling_preferences_new (GtkWindow *parent, StarlingSession *session);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

/*
 * Search, scopes and scenarios. Selecting a row opens it: it becomes the
 * session's scope. Property: `session`. Signals: `opened`, when the user came
 * to a scenario or Today; `chosen`, when a row was clicked or confirmed.
 */
#define STARLING_TYPE_SIDEBAR (starling_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingSidebar, starling_sidebar, STARLING, SIDEBAR, GtkWidget)

StarlingSession *starling_sidebar_get_session (StarlingSidebar *self);
void starling_sidebar_focus_search (StarlingSidebar *self);
void starling_sidebar_focus_list (StarlingSidebar *self);
gboolean starling_sidebar_clear_search (StarlingSidebar *self);
void starling_sidebar_set_search (StarlingSidebar *self, const char *text);

G_END_DECLS

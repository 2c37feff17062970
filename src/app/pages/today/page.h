/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

/*
 * Study of the scope Today: how long there is, what to do now, and how it has
 * been going. Buttons are actions of the window: `win.practise` and
 * `win.set-interview`. Property: `session` (construct-only).
 */
#define STARLING_TYPE_TODAY_PAGE (starling_today_page_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingTodayPage, starling_today_page, STARLING, TODAY_PAGE, GtkWidget)

GtkWidget *starling_today_page_new (StarlingSession *session);

G_END_DECLS

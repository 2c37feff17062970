/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

/* The window in which the date of the interview is set, and what to prepare
 * for it; nothing counts before it is saved. */
#define STARLING_TYPE_GOAL_DIALOG (starling_goal_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingGoalDialog, starling_goal_dialog, STARLING, GOAL_DIALOG, GtkWindow)

GtkWidget *
starling_goal_dialog_new (GtkWindow *parent, StarlingSession *session);

G_END_DECLS

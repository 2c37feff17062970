/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

/* The window that lists the backups of the journal, to go back to one. */
#define STARLING_TYPE_BACKUPS (starling_backups_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingBackups, starling_backups, STARLING, BACKUPS, GtkWindow)

GtkWidget *starling_backups_new (GtkWindow *parent, StarlingSession *session);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pages/progress/tables.h"

G_BEGIN_DECLS

/*
 * Copies a table, by the action `progress.copy` with its number; then it says
 * for a moment that it did.
 */
#define STARLING_TYPE_COPY_BUTTON (starling_copy_button_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingCopyButton, starling_copy_button, STARLING, COPY_BUTTON, GtkButton)

GtkWidget *
starling_copy_button_new (StarlingProgressTable table, const char *what);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * One line that comes for six seconds, longer while hovered or focused, with
 * one button, "Undo". A new one takes the place of the last.
 */
#define STARLING_TYPE_TOAST (starling_toast_get_type ())
G_DECLARE_FINAL_TYPE (StarlingToast, starling_toast, STARLING, TOAST, GtkWidget)

void starling_toast_show (StarlingToast *self,
                          const char *message,
                          const char *event_id);
gboolean starling_toast_undo (StarlingToast *self);

gboolean starling_toast_place (GtkOverlay *overlay,
                               GtkWidget *toast,
                               GdkRectangle *place,
                               gpointer user_data);

G_END_DECLS

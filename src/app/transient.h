/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the small windows above the main one share. */

void starling_transient_add_keys (GtkWidgetClass *klass);
GtkWidget *starling_transient_find (GtkWindow *parent, GType type);
GtkWidget *starling_transient_add_button (GtkWidget *dialog,
                                          const char *label,
                                          int response);

G_END_DECLS

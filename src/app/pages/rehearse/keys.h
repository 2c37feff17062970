/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void starling_rehearse_keys_add (GtkWidget *page,
                                 GtkShortcutFunc action,
                                 GtkShortcutFunc digit);
gboolean starling_rehearse_keys_apply (GtkWidget *page);

G_END_DECLS

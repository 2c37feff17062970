/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void starling_quiz_keys_add (GtkWidget *page,
                             GtkShortcutFunc digit,
                             GtkShortcutFunc arrow,
                             GtkShortcutFunc scroll,
                             GtkShortcutFunc undo);
gboolean starling_quiz_keys_apply (GtkWidget *page);

G_END_DECLS

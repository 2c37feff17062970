/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whether an action of the page can be done now. */
typedef gboolean (*StarlingCardsCan) (GtkWidget *page, const char *action);

void starling_cards_keys_add (GtkWidget *page, StarlingCardsCan can);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pages/cards/facts.h"

G_BEGIN_DECLS

GtkWidget *starling_cards_back_new (const StarlingCardView *view);
void
starling_cards_back_set_view (GtkWidget *back, const StarlingCardView *view);

G_END_DECLS

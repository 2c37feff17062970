/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "engine/scheduler.h"

G_BEGIN_DECLS

/*
 * The bar below a flashcard: "Show answer", then the four grades. Its buttons
 * fire the actions `cards.show-answer` and `cards.grade` (i).
 */
#define STARLING_TYPE_CARDS_BAR (starling_cards_bar_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingCardsBar, starling_cards_bar, STARLING, CARDS_BAR, GtkWidget)

void starling_cards_bar_ask (StarlingCardsBar *self, const char *prompt);
void starling_cards_bar_offer (StarlingCardsBar *self,
                               const gint64 seconds[STARLING_N_GRADES]);
gboolean starling_cards_bar_focus (StarlingCardsBar *self);

G_END_DECLS

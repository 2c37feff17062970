/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pages/cards/facts.h"

G_BEGIN_DECLS

/*
 * What stands where a flashcard would, when there is none now: what was done,
 * what is next and when. Its buttons fire the actions `cards.more`,
 * `cards.more-new` and `cards.bring-back`.
 */
#define STARLING_TYPE_CARDS_END (starling_cards_end_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingCardsEnd, starling_cards_end, STARLING, CARDS_END, GtkWidget)

void starling_cards_end_show (StarlingCardsEnd *self,
                              const StarlingCardsFacts *facts);
void starling_cards_end_show_nothing (StarlingCardsEnd *self,
                                      const char *title,
                                      const char *text);
void starling_cards_end_wait (StarlingCardsEnd *self,
                              const StarlingCardsFacts *facts);
gboolean starling_cards_end_focus (StarlingCardsEnd *self);

G_END_DECLS

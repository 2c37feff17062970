/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pages/cards/facts.h"

G_BEGIN_DECLS

/*
 * A flashcard: what it is about, what it asks, and below a body that is turned
 * over, from what helps to place it to the answer. Its menu fires the actions
 * `cards.bury`, `cards.suspend`, `cards.reset` and `cards.open-story`.
 */
#define STARLING_TYPE_CARDS_FRONT (starling_cards_front_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingCardsFront, starling_cards_front, STARLING, CARDS_FRONT, GtkWidget)

void starling_cards_front_ask (StarlingCardsFront *self,
                               const StarlingCardView *view,
                               const char *prompt);
void starling_cards_front_tell (StarlingCardsFront *self,
                                const StarlingCardView *view,
                                gboolean animate);
void starling_cards_front_follow (StarlingCardsFront *self,
                                  const StarlingCardView *view,
                                  const char *prompt);

G_END_DECLS

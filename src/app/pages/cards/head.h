/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "engine/review-queue.h"

G_BEGIN_DECLS

/*
 * The first row of the reviewer: how many cards are left, the time on this
 * one, Undo (the action `cards.undo`), and the way to the walkthrough. Where
 * it is narrow the counts become figures; where that does not do, they have a
 * row of their own.
 */
#define STARLING_TYPE_CARDS_HEAD (starling_cards_head_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingCardsHead, starling_cards_head, STARLING, CARDS_HEAD, GtkWidget)

void starling_cards_head_set_counts (StarlingCardsHead *self,
                                     const guint counts[STARLING_N_PILES],
                                     int current);
void starling_cards_head_set_time (StarlingCardsHead *self, gint64 ms);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/review-queue.h"
#include "pages/cards/facts.h"
#include "session.h"

G_BEGIN_DECLS

/*
 * A session of flashcards over a window's scope and lens, without widgets: the
 * queue, the card on screen, what is recorded and what can be taken back.
 *
 * Signal `changed`: it shows another card than before, or another state, for
 * a reason other than a call of these functions.
 */
#define STARLING_TYPE_CARDS_RUN (starling_cards_run_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingCardsRun, starling_cards_run, STARLING, CARDS_RUN, GObject)

StarlingCardsRun *starling_cards_run_new (StarlingSession *session);

gboolean starling_cards_run_follow (StarlingCardsRun *self);
gboolean starling_cards_run_wake (StarlingCardsRun *self);
void starling_cards_run_add (StarlingCardsRun *self, guint extra_new);

const char *starling_cards_run_get_card (StarlingCardsRun *self);
const StarlingCardView *starling_cards_run_get_view (StarlingCardsRun *self);
gboolean starling_cards_run_is_shown (StarlingCardsRun *self);
void starling_cards_run_count (StarlingCardsRun *self,
                               guint counts[STARLING_N_PILES]);
StarlingPile starling_cards_run_get_pile (StarlingCardsRun *self);
guint starling_cards_run_get_portion (StarlingCardsRun *self);
gint64 starling_cards_run_get_interval (StarlingCardsRun *self, int grade);
gint64 starling_cards_run_get_wait (StarlingCardsRun *self);
void starling_cards_run_get_facts (StarlingCardsRun *self,
                                   StarlingCardsFacts *facts);

void starling_cards_run_set_running (StarlingCardsRun *self, gboolean running);
gint64 starling_cards_run_get_spent (StarlingCardsRun *self);

gboolean starling_cards_run_show (StarlingCardsRun *self);
gboolean starling_cards_run_grade (StarlingCardsRun *self, int grade);
gboolean starling_cards_run_act (StarlingCardsRun *self, const char *action);
guint starling_cards_run_bring_back (StarlingCardsRun *self);
gboolean starling_cards_run_can_undo (StarlingCardsRun *self);
gboolean starling_cards_run_undo (StarlingCardsRun *self);

G_END_DECLS

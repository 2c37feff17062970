/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/review-queue.h"
#include "pages/cards/facts.h"

G_BEGIN_DECLS

/* What the reviewer says, in translated words: pure functions. */

char *starling_cards_words_prompt (const StarlingCardView *view);
char *starling_cards_words_interval (gint64 seconds);
const char *starling_cards_words_grade (int grade);
char *starling_cards_words_count (StarlingPile pile, guint n);
char *starling_cards_words_timer (gint64 ms);
char *starling_cards_words_portion (guint n);

char *starling_cards_words_done (const StarlingCardsFacts *facts);
char *starling_cards_words_others (const StarlingCardsFacts *facts);
char *starling_cards_words_title (const StarlingCardsFacts *facts);
char *starling_cards_words_detail (const StarlingCardsFacts *facts);
char *starling_cards_words_more (const StarlingCardsFacts *facts);
char *starling_cards_words_more_new (const StarlingCardsFacts *facts);
char *starling_cards_words_aside (guint n_aside);
const char *starling_cards_words_bring_back (guint n_aside);
const char *starling_cards_words_acted (const char *action);
char *starling_cards_words_leech (guint lapses);
const char *starling_cards_words_undone (void);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/plan.h"

G_BEGIN_DECLS

/* What a count of the queue stands for. */
typedef enum
{
  STARLING_PILE_NEW,
  STARLING_PILE_LEARNING,
  STARLING_PILE_DUE,
} StarlingPile;

#define STARLING_N_PILES 3

/*
 * The cards of one session of flashcards, in order. Built from a deck, and
 * told what became of each card. Main thread only; no clock: "now" is handed
 * in, in Unix milliseconds.
 */
typedef struct _StarlingReviewQueue StarlingReviewQueue;

StarlingReviewQueue *starling_review_queue_new (const StarlingPlanInput *input,
                                                const StarlingDeck *deck,
                                                StarlingDeckFilter filter,
                                                gpointer user_data,
                                                guint extra_new);
void starling_review_queue_free (StarlingReviewQueue *self);
void starling_review_queue_continue (StarlingReviewQueue *self,
                                     const StarlingReviewQueue *before);

const char *starling_review_queue_get_current (StarlingReviewQueue *self);
StarlingPile starling_review_queue_get_current_pile (StarlingReviewQueue *self);
gboolean starling_review_queue_advance (StarlingReviewQueue *self, gint64 now);
void starling_review_queue_settle (StarlingReviewQueue *self,
                                   const char *name,
                                   const StarlingCardRecord *record,
                                   gint64 now);
void starling_review_queue_put_back (StarlingReviewQueue *self,
                                     const char *name,
                                     const StarlingCardRecord *record,
                                     gint64 now);
void starling_review_queue_count (StarlingReviewQueue *self,
                                  guint counts[STARLING_N_PILES]);
gint64 starling_review_queue_get_next_time (StarlingReviewQueue *self);
guint starling_review_queue_get_n_waiting (StarlingReviewQueue *self);
guint starling_review_queue_get_n_unseen (StarlingReviewQueue *self);
GPtrArray *starling_review_queue_list (StarlingReviewQueue *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StarlingReviewQueue, starling_review_queue_free)

G_END_DECLS

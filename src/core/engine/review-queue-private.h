/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/review-queue.h"

G_BEGIN_DECLS

/* Where a card of the queue is. */
typedef enum
{
  STARLING_PLACE_OUT,      /* settled */
  STARLING_PLACE_READY,    /* new or due, to be shown in turn */
  STARLING_PLACE_LEARNING, /* to be shown when its time has come */
  STARLING_PLACE_CURRENT,  /* shown */
} StarlingQueuePlace;

typedef struct
{
  GList link; /* of the list it is in; its data is the entry */
  char *name;
  guint siblings; /* the same for cards of one scenario */
  StarlingQueuePlace place;
  StarlingPile pile;
  gint64 due;      /* in learning: Unix seconds */
  gboolean unseen; /* was reset: counts among n_unseen */
} StarlingQueueEntry;

struct _StarlingReviewQueue
{
  GHashTable *entries;  /* (element-type utf8 StarlingQueueEntry) */
  GHashTable *siblings; /* from a scenario's number in the deck */
  GArray *n_ready;      /* (element-type guint): in `ready`, by siblings */
  GQueue ready;
  GQueue learning; /* by time */
  StarlingQueueEntry *current;
  GPtrArray *shown; /* (element-type StarlingQueueEntry): shown and settled */
  guint counts[STARLING_N_PILES];
  guint n_waiting;
  guint n_unseen;
  int today;  /* the study day that it was made for */
  gint64 now; /* Unix ms, of the last call */
};

StarlingReviewQueue *starling_review_queue_new_empty (void);
guint
starling_review_queue_find_siblings (StarlingReviewQueue *self, guint scenario);
StarlingQueueEntry *starling_review_queue_add (StarlingReviewQueue *self,
                                               const char *name,
                                               guint siblings);
StarlingQueueEntry *
starling_review_queue_adopt (StarlingReviewQueue *self, const char *name);
void starling_review_queue_attach (StarlingReviewQueue *self,
                                   StarlingQueueEntry *entry,
                                   gboolean first);
void starling_review_queue_detach (StarlingReviewQueue *self,
                                   StarlingQueueEntry *entry);
void starling_review_queue_show (StarlingReviewQueue *self,
                                 StarlingQueueEntry *entry);
void starling_review_queue_leave (StarlingReviewQueue *self,
                                  StarlingQueueEntry *entry);
void starling_review_queue_unleave (StarlingReviewQueue *self,
                                    const StarlingQueueEntry *entry);

StarlingQueueEntry *starling_review_queue_pick (StarlingReviewQueue *self);

G_END_DECLS

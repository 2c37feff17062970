/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/cards/run.h"

G_BEGIN_DECLS

/* Shared by the cards-run*.c only. */

/* What can be taken back. */
typedef struct
{
  char *event_id;
  char *card;
  gint64 ms;          /* of a review; -1: it was none */
  gboolean has_toast; /* which offers to take it back too */
  gboolean is_joined; /* to be taken back together with the one before */
} StarlingCardsDeed;

struct _StarlingCardsRun
{
  GObject parent_instance;

  StarlingSession *session;

  char *scope;
  StarlingPlanInput input; /* the queue is made from it */
  StarlingReviewQueue *queue;
  guint n_cards;         /* in the scope, at the level */
  guint n_portion;       /* cards to start with; 0: not in portions */
  guint new_goal;        /* new cards wanted today; 0: the quota of the day */
  guint extra_reviews;   /* beyond the limit of the day */
  gboolean is_stale;     /* make the queue again before the next card */
  gboolean is_opening;   /* a story, for which all may be read anew */
  gboolean is_read_anew; /* all, while one was opened */

  char *card;                /* on screen; NULL: none */
  StarlingCardRecord record; /* of it, as it was put there */
  StarlingScenario *scenario;
  StarlingLens *lens;
  StarlingCardView view;
  gboolean shown;

  gboolean running;
  gint64 since; /* monotonic µs, while running */
  gint64 spent; /* µs on the card before that */

  GPtrArray *deeds; /* (element-type StarlingCardsDeed), oldest first */
  GHashTable *done; /* card → GUINT_TO_POINTER (reviews), of this session */
  gint64 done_ms;
  gboolean recording; /* what changes is our own doing */
};

/* Which scenarios are in the scope; cards of one stand together in a deck. */
typedef struct
{
  StarlingCardsRun *run;
  gboolean is_known;
  guint scenario;
  gboolean is_in;
} StarlingCardsFilter;

StarlingLibrary *starling_cards_run_get_library (StarlingCardsRun *self);
gint64 starling_cards_run_now (StarlingCardsRun *self);
gboolean
starling_cards_run_has_in_scope (StarlingCardsRun *self, const char *card);
gboolean
starling_cards_run_filter (const StarlingDeckCard *card, gpointer user_data);
gboolean starling_cards_run_has_changed (StarlingCardsRun *self);
void starling_cards_run_build (StarlingCardsRun *self);
void starling_cards_run_open (StarlingCardsRun *self);
void starling_cards_run_progress_changed (StarlingCardsRun *self);
void starling_cards_deed_free (StarlingCardsDeed *deed);

G_END_DECLS

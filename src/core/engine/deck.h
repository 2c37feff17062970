/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/day.h"
#include "engine/card.h"

G_BEGIN_DECLS

/* One card as queue and plan see it. */
typedef struct
{
  const char *name; /* belongs to whoever made the deck */
  guint scenario;   /* cards with the same number are siblings */
  int principle;
  StarlingCardKind kind;
  guint levels;
  StarlingCardRecord record;
} StarlingDeckCard;

/* Whether a card is in a scope. */
typedef gboolean (*StarlingDeckFilter) (const StarlingDeckCard *card,
                                        gpointer user_data);

/* All cards there are, siblings together, in the sidebar's order. */
typedef struct
{
  const StarlingDeckCard *cards;
  guint n_cards;
} StarlingDeck;

#define STARLING_DEFAULT_NEW_PER_DAY 20
#define STARLING_DEFAULT_REVIEWS_PER_DAY 200
#define STARLING_DEFAULT_RETENTION 0.9
#define STARLING_MIN_RETENTION 0.7
#define STARLING_MAX_RETENTION 0.97

/* The settings that scheduling depends on; kept in the journal. */
typedef struct
{
  double retention; /* desired, 0 to 1 */
  int new_per_day;
  int reviews_per_day;
} StarlingStudySettings;

/* What the user prepares for. */
typedef struct
{
  int interview;                   /* its date as a day, or STARLING_NO_DAY */
  StarlingPrincipleSet principles; /* to prepare; 0: all of them */
} StarlingGoal;

G_END_DECLS

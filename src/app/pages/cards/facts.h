/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/card.h"
#include "model/lens.h"

G_BEGIN_DECLS

/* A card as it is shown: which part of which story, through the lens. */
typedef struct
{
  StarlingCardKind kind;
  StarlingLens *lens;         /* owned by whoever made the view */
  StarlingStepId step;        /* of a step */
  const StarlingProbe *probe; /* of a probe */
  const StarlingAngle *angle; /* of an angle */
} StarlingCardView;

/* New cards that are offered beyond the day's. */
#define STARLING_CARDS_EXTRA_NEW 5

/* How things stand when no card is to be shown now. */
typedef struct
{
  guint n_done;      /* cards reviewed in this session */
  gint64 ms;         /* that they took, again and again */
  gint64 wait_ms;    /* until a card comes back today; -1: none does */
  guint n_waiting;   /* due too, but left for later */
  guint n_others;    /* left for today outside of the scope */
  guint n_unseen;    /* new cards that are not for today */
  guint n_aside;     /* suspended, or failed too often */
  guint n_cards;     /* in the scope, at this level */
  gboolean is_story; /* the scope is one */
  int next_days;     /* to the next day with cards; 0: none in sight */
  guint n_next;      /* cards on that day */
} StarlingCardsFacts;

G_END_DECLS

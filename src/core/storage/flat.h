/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/event.h"

G_BEGIN_DECLS

/* A piece of the line that was read; start is NULL if there is none. */
typedef struct
{
  const char *start;
  gsize length;
} StarlingPiece;

/*
 * An event as most of a journal's lines are: a review, an answer, an action on
 * a card, an undo or a forget, without a list or an object within, and with
 * nothing that is not known here. It can be written again from these values.
 */
typedef struct
{
  StarlingEventType type;
  StarlingPiece id;
  gint64 at;        /* Unix ms */
  int offset;       /* minutes east of UTC */
  int level;        /* StarlingLevel, or -1 */
  int grade;        /* review */
  int choice;       /* quiz; -1: none */
  gboolean correct; /* quiz */
  guint32 ms;       /* review, quiz */
  StarlingPiece scenario, card, question, kind, text, angle, action, of;
} StarlingFlat;

gboolean starling_flat_read (const char *line, gsize length, StarlingFlat *out);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/quiz/quiz.h"

G_BEGIN_DECLS

/* Shared by the quiz*.c only. */

/*
 * Questions are answered one after the other, so that the answers are those to
 * the first items: the one at a place among them is that to the item there.
 */
struct _StarlingQuiz
{
  guint64 seed;
  GPtrArray *items; /* (element-type StarlingQuizItem), in the order asked */
  GArray *answers;  /* (element-type StarlingQuizAnswer), by position */
  guint position;
  int chosen;       /* slot, -1: none */
  gboolean checked; /* the answer to the current item is there */
  guint options[STARLING_QUIZ_MAX_OPTIONS]; /* slot → the question's order */
};

StarlingQuizItem *starling_quiz_item_copy (const StarlingQuizItem *item);
gboolean starling_quiz_item_is_same (const StarlingQuizItem *a,
                                     const StarlingQuizItem *b);
void starling_quiz_add_round (StarlingQuiz *self, const StarlingQuizItem *item);
void starling_quiz_drop_returns (StarlingQuiz *self);
void starling_quiz_deal (StarlingQuiz *self);

G_END_DECLS

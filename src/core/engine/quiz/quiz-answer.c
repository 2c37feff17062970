/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/quiz/quiz-private.h"

/**
 * starling_quiz_choose:
 * @self: a quiz
 * @slot: a place among the options
 *
 * Chooses an option; another one may be chosen until the check.
 *
 * Returns: whether it could be chosen
 */
gboolean
starling_quiz_choose (StarlingQuiz *self, guint slot)
{
  const StarlingQuizItem *item = starling_quiz_get_current (self);

  if (item == NULL || self->checked || slot >= item->n_options)
    return FALSE;

  self->chosen = (int) slot;
  return TRUE;
}

/* Asks the current question once more, some places behind: further behind the
 * second time, so that those that went wrong do not keep all others away. */
static void
bring_back (StarlingQuiz *self)
{
  StarlingQuizItem *again
      = starling_quiz_item_copy (starling_quiz_get_current (self));

  again->round++;
  g_ptr_array_insert (self->items,
                      (int) MIN (self->position + 1
                                     + STARLING_QUIZ_GAP * again->round,
                                 self->items->len),
                      again);
}

/* Answers the current item; @choice is in the question's order, or -1. */
static void
answer (StarlingQuiz *self, int choice)
{
  const StarlingQuizItem *item = starling_quiz_get_current (self);
  const StarlingQuizAnswer given = {
    .position = self->position,
    .choice = choice,
    .correct = choice == (int) item->correct,
  };

  g_array_append_val (self->answers, given);
  self->checked = TRUE;
  if (!given.correct && item->round < STARLING_QUIZ_MAX_RETURNS)
    bring_back (self);
}

/**
 * starling_quiz_check:
 * @self: a quiz
 *
 * Makes the choice an answer. A wrong one brings the question back.
 *
 * Returns: whether there was a choice to check
 */
gboolean
starling_quiz_check (StarlingQuiz *self)
{
  if (self->checked || self->chosen < 0)
    return FALSE;

  answer (self, (int) self->options[self->chosen]);
  return TRUE;
}

/**
 * starling_quiz_expire:
 * @self: a quiz
 *
 * Says that the time for the current item is over: that is a wrong answer,
 * with no option chosen.
 *
 * Returns: whether it was not answered yet
 */
gboolean
starling_quiz_expire (StarlingQuiz *self)
{
  if (self->checked || starling_quiz_get_current (self) == NULL)
    return FALSE;

  self->chosen = -1;
  answer (self, -1);
  return TRUE;
}

/**
 * starling_quiz_next:
 * @self: a quiz
 *
 * Goes on from an answered item: to the next one, or to the end.
 *
 * Returns: whether the current item was answered
 */
gboolean
starling_quiz_next (StarlingQuiz *self)
{
  if (!self->checked)
    return FALSE;

  self->position++;
  starling_quiz_deal (self);
  return TRUE;
}

/**
 * starling_quiz_undo:
 * @self: a quiz
 *
 * Takes the last answer back: its question is asked again, with the options in
 * the same places and none chosen, and does not come back on account of it.
 *
 * Returns: whether there was an answer
 */
gboolean
starling_quiz_undo (StarlingQuiz *self)
{
  if (self->answers->len == 0)
    return FALSE;

  self->position = self->answers->len - 1;
  g_array_set_size (self->answers, self->position);
  starling_quiz_drop_returns (self);
  starling_quiz_deal (self);
  return TRUE;
}

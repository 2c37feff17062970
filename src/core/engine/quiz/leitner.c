/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/quiz/leitner.h"

/**
 * starling_question_record_init:
 * @self: (out caller-allocates): the record of a question that was never
 *   answered
 */
void
starling_question_record_init (StarlingQuestionRecord *self)
{
  *self = (StarlingQuestionRecord){
    .last_day = STARLING_NO_DAY,
    .moved_day = STARLING_NO_DAY,
  };
}

/**
 * starling_question_record_answer:
 * @self: the record of a question
 * @right: whether the answer was right
 * @at: Unix milliseconds, not before those of earlier answers
 * @offset: minutes east of UTC then
 *
 * Brings @self to what it is after an answer. A question that was never
 * answered counts as one in the first box: a right answer brings it to the
 * second one. So the first box holds nothing but what went wrong. A day that
 * lies before that of the last move, as for somebody who travels west, moves
 * nothing further either.
 */
void
starling_question_record_answer (StarlingQuestionRecord *self,
                                 gboolean right,
                                 gint64 at,
                                 int offset)
{
  int day = starling_day_of (at, offset);

  if (!right)
    {
      self->box = 1;
      self->moved_day = day;
    }
  else if (self->box < STARLING_LEITNER_BOXES && day > self->moved_day)
    {
      self->box = MAX (self->box, 1) + 1;
      self->moved_day = day;
    }
  self->last_day = day;
  self->last_at = at;
  self->n_answers++;
  self->n_right += right ? 1 : 0;
  self->right = right;
}

/**
 * starling_question_record_get_due:
 * @self: the record of a question
 *
 * A question in box 1, 2, 3, 4 or 5 is asked again 1, 2, 4, 8 or 16 study days
 * after it was answered; at once, if that answer was wrong and no right one
 * came after it.
 *
 * Returns: the study day from which on it is due; %STARLING_NO_DAY if it was
 *   never answered
 */
int
starling_question_record_get_due (const StarlingQuestionRecord *self)
{
  if (self->box == 0)
    return STARLING_NO_DAY;
  if (!self->right)
    return self->last_day;

  return self->last_day + (1 << (self->box - 1));
}

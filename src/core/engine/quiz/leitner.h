/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/day.h"

G_BEGIN_DECLS

#define STARLING_LEITNER_BOXES 5

/*
 * What was answered to one question. It lies in a Leitner box (Sebastian
 * Leitner, "So lernt man lernen", 1972): a wrong answer brings it to the first
 * one, a right one a box further, once a study day at most and not on the day
 * of a wrong one.
 */
typedef struct
{
  guint box;     /* 1 to STARLING_LEITNER_BOXES; 0: never answered */
  int last_day;  /* study day of the last answer; STARLING_NO_DAY: none */
  int moved_day; /* study day on which it came into its box */
  gint64 last_at;
  guint n_answers;
  guint n_right;
  gboolean right; /* the last answer */
} StarlingQuestionRecord;

void starling_question_record_init (StarlingQuestionRecord *self);
void starling_question_record_answer (StarlingQuestionRecord *self,
                                      gboolean right,
                                      gint64 at,
                                      int offset);
int starling_question_record_get_due (const StarlingQuestionRecord *self);

G_END_DECLS

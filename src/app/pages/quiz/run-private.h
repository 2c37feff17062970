/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/quiz/run.h"

#include "quiz-draft.h"

G_BEGIN_DECLS

/* Shared by the run*.c only. */

struct _StarlingQuizRun
{
  StarlingSession *session;
  StarlingQuizDraft *state; /* all that is kept; but for `spent_ms`, which the
                               clock knows, as it is now */
  gboolean kept;            /* the draft on the disk is of this quiz */

  StarlingScenario *scenario; /* of the question opened last */
  StarlingQuestion *question; /* in it; NULL: none could be opened */

  gboolean shown;
  StarlingQuestionClock clock;
};

/* run.c */
StarlingLibrary *starling_quiz_run_get_library (StarlingQuizRun *self);
StarlingQuestion *starling_quiz_run_open_item (StarlingQuizRun *self,
                                               const StarlingQuizItem *item,
                                               StarlingScenario **scenario);
void starling_quiz_run_update_clock (StarlingQuizRun *self);

/* run-draft.c */
void starling_quiz_run_keep (StarlingQuizRun *self);

G_END_DECLS

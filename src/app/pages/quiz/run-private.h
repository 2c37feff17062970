/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/quiz/run.h"

G_BEGIN_DECLS

/* Shared by the run*.c only. */

struct _StarlingQuizRun
{
  StarlingSession *session;
  char *scope;         /* that it was dealt for */
  StarlingLevel level; /* likewise */
  gboolean timed;      /* likewise: each question has a limit */
  StarlingQuiz *quiz;

  StarlingScenario *scenario; /* of the question opened last */
  StarlingQuestion *question; /* in it; NULL: none could be opened */
  GPtrArray *events;          /* (element-type utf8): ids, by answer */

  gboolean shown;
  StarlingQuestionClock clock;
};

/* run.c */
StarlingLibrary *starling_quiz_run_get_library (StarlingQuizRun *self);
StarlingQuestion *starling_quiz_run_open_item (StarlingQuizRun *self,
                                               const StarlingQuizItem *item,
                                               StarlingScenario **scenario);
void starling_quiz_run_update_clock (StarlingQuizRun *self);

G_END_DECLS

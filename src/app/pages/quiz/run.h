/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/quiz/question-clock.h"
#include "library-quiz.h"
#include "session.h"

G_BEGIN_DECLS

/* Milliseconds for a question, where the user wants a limit. */
#define STARLING_QUIZ_LIMIT_MS 20000

/* A question that was answered wrong at first. */
typedef struct
{
  StarlingScenario *scenario;
  StarlingQuestion *question;
} StarlingQuizMistake;

/* What a quiz is dealt by, besides scope and level of the session. */
typedef struct
{
  guint length;   /* questions; 0: all there are */
  guint kinds;    /* bit (1 << StarlingQuestionKind) for each */
  gboolean timed; /* whether each question has a limit */
  guint64 seed;
} StarlingQuizOptions;

/*
 * A quiz over the scope of a session, at its level: both as they were when it
 * was dealt. Opens scenarios when their questions are reached, takes the time,
 * records answers, and keeps a draft as long as there is something answered and
 * something left. No widgets here.
 */
typedef struct _StarlingQuizRun StarlingQuizRun;

StarlingQuizRun *starling_quiz_run_new (StarlingSession *session,
                                        const StarlingQuizOptions *options);
StarlingQuizRun *
starling_quiz_run_resume (StarlingSession *session, gboolean timed);
void starling_quiz_run_free (StarlingQuizRun *self);

const char *starling_quiz_run_get_scope (StarlingQuizRun *self);
StarlingLevel starling_quiz_run_get_level (StarlingQuizRun *self);
gboolean starling_quiz_run_is_pooled (StarlingQuizRun *self);
gboolean starling_quiz_run_is_untouched (StarlingQuizRun *self);
StarlingQuiz *starling_quiz_run_get_quiz (StarlingQuizRun *self);
const StarlingScenario *starling_quiz_run_get_scenario (StarlingQuizRun *self);
const StarlingQuestion *starling_quiz_run_get_question (StarlingQuizRun *self);

gboolean starling_quiz_run_open (StarlingQuizRun *self);
gboolean starling_quiz_run_check (StarlingQuizRun *self);
gboolean starling_quiz_run_next (StarlingQuizRun *self);
gboolean starling_quiz_run_undo (StarlingQuizRun *self);
GPtrArray *starling_quiz_run_list_mistakes (StarlingQuizRun *self);

void starling_quiz_run_forget (StarlingQuizRun *self);

void starling_quiz_run_set_shown (StarlingQuizRun *self, gboolean shown);
void starling_quiz_run_set_timed (StarlingQuizRun *self, gboolean timed);
const StarlingQuestionClock *
starling_quiz_run_get_clock (StarlingQuizRun *self);
gint64 starling_quiz_run_get_now (StarlingQuizRun *self);
gboolean starling_quiz_run_look (StarlingQuizRun *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StarlingQuizRun, starling_quiz_run_free)

G_END_DECLS

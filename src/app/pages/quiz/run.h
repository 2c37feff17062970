/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library-quiz.h"
#include "session.h"

G_BEGIN_DECLS

/* A question that was answered wrong at first. */
typedef struct
{
  StarlingScenario *scenario;
  StarlingQuestion *question;
} StarlingQuizMistake;

/*
 * A quiz over the scope of a session: opens scenarios when their questions are
 * reached, takes the time, and records answers. No widgets here.
 */
typedef struct _StarlingQuizRun StarlingQuizRun;

StarlingQuizRun *starling_quiz_run_new (StarlingSession *session, guint64 seed);
void starling_quiz_run_free (StarlingQuizRun *self);

const char *starling_quiz_run_get_scope (StarlingQuizRun *self);
gboolean starling_quiz_run_is_pooled (StarlingQuizRun *self);
StarlingQuiz *starling_quiz_run_get_quiz (StarlingQuizRun *self);
const StarlingScenario *starling_quiz_run_get_scenario (StarlingQuizRun *self);
const StarlingQuestion *starling_quiz_run_get_question (StarlingQuizRun *self);

gboolean starling_quiz_run_open (StarlingQuizRun *self);
void starling_quiz_run_set_running (StarlingQuizRun *self, gboolean running);
gboolean starling_quiz_run_check (StarlingQuizRun *self);
gboolean starling_quiz_run_undo (StarlingQuizRun *self);
GPtrArray *starling_quiz_run_list_mistakes (StarlingQuizRun *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StarlingQuizRun, starling_quiz_run_free)

G_END_DECLS

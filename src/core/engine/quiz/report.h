/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/quiz/quiz.h"

G_BEGIN_DECLS

/* How questions went when they were asked first. */
typedef struct
{
  guint n_asked;
  guint n_right;
} StarlingQuizScore;

/* What a quiz says when it is over, or left. */
typedef struct
{
  StarlingQuizScore total;
  StarlingQuizScore kinds[STARLING_N_QUESTION_KINDS];
  StarlingQuizScore principles[STARLING_MAX_PRINCIPLES];
  guint n_mended;         /* wrong at first, right when they came back */
  guint n_expired;        /* time ran out on them when they were asked first */
  guint n_stories;        /* different ones that were asked about */
  const char *next;       /* (nullable): id of the scenario to read first */
  int next_step;          /* where in it, or STARLING_NO_STEP */
  const char *next_probe; /* likewise (nullable) */
} StarlingQuizReport;

void
starling_quiz_report (const StarlingQuiz *quiz, StarlingQuizReport *report);

G_END_DECLS

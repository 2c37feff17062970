/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/quiz/leitner.h"
#include "model/question.h"

G_BEGIN_DECLS

/* A question that could be asked. */
typedef struct
{
  guint scenario; /* any number: equal for questions about the same one */
  const StarlingQuestion *question;
  const StarlingQuestionRecord *record; /* (nullable): never answered */
} StarlingQuizCandidate;

guint *starling_quiz_pick (const StarlingQuizCandidate *candidates,
                           guint n_candidates,
                           guint length,
                           int today,
                           guint64 seed,
                           guint *n_picked);

G_END_DECLS

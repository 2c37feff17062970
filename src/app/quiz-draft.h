/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/quiz/quiz.h"
#include "library.h"

G_BEGIN_DECLS

/*
 * A quiz that was begun, as it is kept in `drafts/quiz.json` so that it can go
 * on later. What it says of answers counts as far as the journal has them.
 */
typedef struct
{
  char *scope; /* as a session has it */
  StarlingLevel level;
  gboolean timed;
  GPtrArray *events; /* (element-type utf8): ids, by answer */
  char *next;        /* the id that the event of the next answer will have */
  gint64 spent_ms;   /* on the current question */
  StarlingQuiz *quiz;
} StarlingQuizDraft;

StarlingQuizDraft *starling_quiz_draft_load (StarlingLibrary *library);
void starling_quiz_draft_save (StarlingLibrary *library,
                               const StarlingQuizDraft *draft);
void starling_quiz_draft_forget (StarlingLibrary *library);
void starling_quiz_draft_free (StarlingQuizDraft *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StarlingQuizDraft, starling_quiz_draft_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/quiz/derive.h"
#include "engine/quiz/quiz.h"
#include "library.h"

G_BEGIN_DECLS

/* No quiz has more questions. */
#define STARLING_QUIZ_MAX_LENGTH 500

/* What a quiz is to be made of. */
typedef struct
{
  const char *const *scenarios; /* ids, NULL-terminated */
  guint length;                 /* questions; 0: all, as far as the limit */
  guint kinds;                  /* bit (1 << StarlingQuestionKind) for each */
  StarlingLevel level;
  guint64 seed;
} StarlingQuizRequest;

StarlingQuiz *starling_library_deal_quiz (StarlingLibrary *self,
                                          const StarlingQuizRequest *request);
StarlingQuestion *
starling_library_open_question (StarlingLibrary *self,
                                const char *scenario,
                                const char *question,
                                StarlingLevel level,
                                guint64 seed,
                                StarlingTranslateFunc translate,
                                StarlingScenario **opened);

GPtrArray *starling_library_list_questions (StarlingLibrary *self,
                                            const char *scenario,
                                            StarlingLevel level,
                                            guint64 seed,
                                            StarlingTranslateFunc translate,
                                            GError **error);

G_END_DECLS

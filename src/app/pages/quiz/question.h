/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "engine/quiz/quiz.h"
#include "model/scenario.h"

G_BEGIN_DECLS

/*
 * The question of a quiz with its options, and, once told, the verdict with
 * the reasons. Signal `chosen` (uint slot): an option was pressed.
 */
#define STARLING_TYPE_QUIZ_QUESTION (starling_quiz_question_get_type ())
G_DECLARE_FINAL_TYPE (StarlingQuizQuestion,
                      starling_quiz_question,
                      STARLING,
                      QUIZ_QUESTION,
                      GtkWidget)

void starling_quiz_question_ask (StarlingQuizQuestion *self,
                                 const char *title,
                                 const StarlingQuestion *question,
                                 const StarlingQuiz *quiz);
void starling_quiz_question_set_chosen (StarlingQuizQuestion *self, int slot);
char *starling_quiz_question_tell (StarlingQuizQuestion *self,
                                   const StarlingQuestion *question,
                                   const StarlingQuiz *quiz);
void starling_quiz_question_focus (StarlingQuizQuestion *self, int slot);
gboolean
starling_quiz_question_announce (StarlingQuizQuestion *self, const char *words);
gboolean starling_quiz_question_move_focus (StarlingQuizQuestion *self, int by);
void starling_quiz_question_show_explanation (StarlingQuizQuestion *self);

G_END_DECLS

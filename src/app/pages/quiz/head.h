/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "engine/quiz/quiz.h"

G_BEGIN_DECLS

/*
 * What stands above a question: its place in the quiz, the bar of those that
 * are answered, the time that is left where there is a limit, and how many
 * were right. The bar moves below the others where there is no room for it.
 */
#define STARLING_TYPE_QUIZ_HEAD (starling_quiz_head_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingQuizHead, starling_quiz_head, STARLING, QUIZ_HEAD, GtkWidget)

void
starling_quiz_head_set_quiz (StarlingQuizHead *self, const StarlingQuiz *quiz);
void starling_quiz_head_set_left (StarlingQuizHead *self, int left, int limit);

G_END_DECLS

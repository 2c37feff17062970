/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The verdict on an answer and the explanation, in a box. */
#define STARLING_TYPE_QUIZ_EXPLANATION (starling_quiz_explanation_get_type ())
G_DECLARE_FINAL_TYPE (StarlingQuizExplanation,
                      starling_quiz_explanation,
                      STARLING,
                      QUIZ_EXPLANATION,
                      GtkWidget)

void starling_quiz_explanation_set_text (StarlingQuizExplanation *self,
                                         const char *verdict,
                                         const char *text);
void starling_quiz_explanation_scroll_to (StarlingQuizExplanation *self);

G_END_DECLS

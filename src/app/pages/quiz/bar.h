/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  STARLING_QUIZ_STAGE_ASKED, /* Check */
  STARLING_QUIZ_STAGE_TOLD,  /* Next question */
  STARLING_QUIZ_STAGE_END,   /* Again */
} StarlingQuizStage;

/*
 * The bar below a quiz: Undo, the story, and the one button that leads on. Its
 * buttons activate the page's actions `quiz.undo`, `.read`, `.check`, `.next`
 * and `.again`.
 */
#define STARLING_TYPE_QUIZ_BAR (starling_quiz_bar_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingQuizBar, starling_quiz_bar, STARLING, QUIZ_BAR, GtkWidget)

void
starling_quiz_bar_set_stage (StarlingQuizBar *self, StarlingQuizStage stage);
void starling_quiz_bar_set_read (StarlingQuizBar *self, const char *label);
void starling_quiz_bar_focus (StarlingQuizBar *self);
void starling_quiz_bar_announce (StarlingQuizBar *self, const char *words);

G_END_DECLS

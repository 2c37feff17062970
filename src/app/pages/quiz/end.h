/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/scenario.h"

G_BEGIN_DECLS

/*
 * The end of a quiz: the score, and the questions that were answered wrong
 * with their right answers. Signal `study` (char *scenario): a story was chosen
 * for reading.
 */
#define STARLING_TYPE_QUIZ_END (starling_quiz_end_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingQuizEnd, starling_quiz_end, STARLING, QUIZ_END, GtkWidget)

char *starling_quiz_end_set_score (StarlingQuizEnd *self,
                                   guint n_right,
                                   guint n_answers,
                                   gboolean pooled);
void starling_quiz_end_add_story (StarlingQuizEnd *self,
                                  const StarlingScenario *scenario);
void starling_quiz_end_add_wrong (StarlingQuizEnd *self,
                                  const StarlingQuestion *question);

G_END_DECLS

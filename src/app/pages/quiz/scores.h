/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "engine/quiz/report.h"

G_BEGIN_DECLS

/*
 * How the questions of a quiz went by principle and by kind: a bar and a
 * figure for each, the weakest first. Of one alone there is nothing to compare;
 * where both are so, the whole is not visible.
 */
#define STARLING_TYPE_QUIZ_SCORES (starling_quiz_scores_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingQuizScores, starling_quiz_scores, STARLING, QUIZ_SCORES, GtkBox)

void starling_quiz_scores_set (StarlingQuizScores *self,
                               const StarlingQuizReport *report,
                               StarlingCatalogue *catalogue);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "engine/quiz/report.h"
#include "library.h"

G_BEGIN_DECLS

/*
 * The end of a quiz: the score in words, what to do next, how it went by
 * principle and by kind, the questions that were answered wrong, and how the
 * answers went from day to day. Signals:
 * - `study` (char *scenario, char *step, char *probe; ids, the latter two empty
 *   where none is meant): a place was chosen for reading
 * - `rehearse` (char *scenario, nullable: any of those in scope)
 */
#define STARLING_TYPE_QUIZ_END (starling_quiz_end_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingQuizEnd, starling_quiz_end, STARLING, QUIZ_END, GtkWidget)

char *starling_quiz_end_set_report (StarlingQuizEnd *self,
                                    const StarlingQuizReport *report,
                                    const char *story,
                                    StarlingLibrary *library);
void starling_quiz_end_set_mistakes (StarlingQuizEnd *self,
                                     GPtrArray *mistakes,
                                     gboolean pooled);
void starling_quiz_end_set_days (StarlingQuizEnd *self,
                                 const StarlingQuizDay *days,
                                 guint n_days,
                                 int today);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * The questions of a quiz that were answered wrong, with their right answers
 * and a way to where one can read about each; folded up where they are many.
 * Not visible without any. Signal `study` (char *scenario, char *step, char
 * *probe; ids, empty: none).
 */
#define STARLING_TYPE_QUIZ_MISTAKES (starling_quiz_mistakes_get_type ())
G_DECLARE_FINAL_TYPE (StarlingQuizMistakes,
                      starling_quiz_mistakes,
                      STARLING,
                      QUIZ_MISTAKES,
                      GtkBox)

void starling_quiz_mistakes_set (StarlingQuizMistakes *self,
                                 GPtrArray *mistakes,
                                 gboolean pooled);

G_END_DECLS

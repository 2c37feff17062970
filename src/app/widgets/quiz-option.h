/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * An option of a quiz question: a full-width button with a digit in a ring,
 * named by its text. CSS classes: `option`, and `chosen`, `right`, `wrong`,
 * `told` (the verdict is out).
 */
#define STARLING_TYPE_QUIZ_OPTION (starling_quiz_option_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingQuizOption, starling_quiz_option, STARLING, QUIZ_OPTION, GtkButton)

GtkWidget *starling_quiz_option_new (guint number, const char *text);
void
starling_quiz_option_set_chosen (StarlingQuizOption *self, gboolean chosen);
void
starling_quiz_option_announce (StarlingQuizOption *self, const char *words);
void starling_quiz_option_tell (StarlingQuizOption *self,
                                gboolean right,
                                gboolean chosen,
                                const char *why);

G_END_DECLS

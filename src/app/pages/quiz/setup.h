/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * A button whose popover has the settings of the quiz. Properties: `begun`
 * (boolean: something was answered, so that the quiz keeps its questions) and
 * `open` (boolean, read-only: the popover is on screen).
 * Start anew is the action `quiz.again`.
 */
#define STARLING_TYPE_QUIZ_SETUP (starling_quiz_setup_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingQuizSetup, starling_quiz_setup, STARLING, QUIZ_SETUP, GtkWidget)

GtkWidget *starling_quiz_setup_new (void);
void starling_quiz_setup_set_begun (StarlingQuizSetup *self, gboolean begun);
gboolean starling_quiz_setup_get_open (StarlingQuizSetup *self);

G_END_DECLS

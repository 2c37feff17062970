/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

/*
 * The mode Quiz: questions of the scope, one at a time. Properties: `session`
 * (construct-only) and `seed` (uint64; 0: from the clock at the start of each
 * quiz). A quiz that was begun goes on where it was left, also after a change
 * of the scope or the end of the program, until another one is begun.
 */
#define STARLING_TYPE_QUIZ_PAGE (starling_quiz_page_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingQuizPage, starling_quiz_page, STARLING, QUIZ_PAGE, GtkWidget)

GtkWidget *starling_quiz_page_new (StarlingSession *session);

G_END_DECLS

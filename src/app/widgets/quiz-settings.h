/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * How a quiz is to be, as rows: how many questions, which kinds, and whether
 * there is a time for each. What is chosen is kept at once. Whoever uses it
 * decides on the box around the rows.
 */
#define STARLING_TYPE_QUIZ_SETTINGS (starling_quiz_settings_get_type ())
G_DECLARE_FINAL_TYPE (StarlingQuizSettings,
                      starling_quiz_settings,
                      STARLING,
                      QUIZ_SETTINGS,
                      GtkBox)

GtkWidget *starling_quiz_settings_new (void);

G_END_DECLS

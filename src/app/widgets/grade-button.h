/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * A button of the flashcards: the digit of its key, a title, and below it when
 * the card comes back. Unlike other buttons it acts on a key at once.
 * Properties: `digit` (string), `title` (string: the accessible name too),
 * `interval` (string: the accessible description too).
 */
#define STARLING_TYPE_GRADE_BUTTON (starling_grade_button_get_type ())
G_DECLARE_FINAL_TYPE (StarlingGradeButton,
                      starling_grade_button,
                      STARLING,
                      GRADE_BUTTON,
                      GtkButton)

void starling_grade_button_set_interval (StarlingGradeButton *self,
                                         const char *interval);

G_END_DECLS

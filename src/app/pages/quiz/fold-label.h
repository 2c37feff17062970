/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * The words of a button beside its icon: shown where there is room for all of
 * them, else not at all. Property: `label`. The button needs an accessible name
 * of its own.
 */
#define STARLING_TYPE_QUIZ_FOLD_LABEL (starling_quiz_fold_label_get_type ())
G_DECLARE_FINAL_TYPE (StarlingQuizFoldLabel,
                      starling_quiz_fold_label,
                      STARLING,
                      QUIZ_FOLD_LABEL,
                      GtkWidget)

G_END_DECLS

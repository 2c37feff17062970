/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/lens.h"

G_BEGIN_DECLS

/*
 * All angles and all levels of a story side by side, in two folds that are
 * filled when they are first opened.
 */
#define STARLING_TYPE_STUDY_COMPARE (starling_study_compare_get_type ())
G_DECLARE_FINAL_TYPE (StarlingStudyCompare,
                      starling_study_compare,
                      STARLING,
                      STUDY_COMPARE,
                      GtkBox)

GtkWidget *starling_study_compare_new (void);
void starling_study_compare_set_lens (StarlingStudyCompare *self,
                                      StarlingLens *lens);

G_END_DECLS

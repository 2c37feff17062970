/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/lens.h"

G_BEGIN_DECLS

/*
 * The top of the walkthrough: how long the story takes, the question, the
 * overview, the angle's advice and the legend of the marks below.
 */
#define STARLING_TYPE_STUDY_HEAD (starling_study_head_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingStudyHead, starling_study_head, STARLING, STUDY_HEAD, GtkBox)

GtkWidget *starling_study_head_new (void);
void starling_study_head_set_lens (StarlingStudyHead *self,
                                   StarlingLens *lens,
                                   int wanted_angle);

G_END_DECLS

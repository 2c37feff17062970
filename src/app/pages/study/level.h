/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/lens.h"

G_BEGIN_DECLS

/* What the level asks of the story: how to tell it, and where the bar is. */
#define STARLING_TYPE_STUDY_LEVEL (starling_study_level_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingStudyLevel, starling_study_level, STARLING, STUDY_LEVEL, GtkBox)

GtkWidget *starling_study_level_new (void);
void
starling_study_level_set_lens (StarlingStudyLevel *self, StarlingLens *lens);

G_END_DECLS

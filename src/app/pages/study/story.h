/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/lens.h"
#include "place.h"

G_BEGIN_DECLS

/*
 * The walkthrough of one story, as it scrolls. What lies below the first
 * screen is made after that has been painted; a change of the lens leaves in
 * place what is at the upper edge.
 */
#define STARLING_TYPE_STUDY_STORY (starling_study_story_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingStudyStory, starling_study_story, STARLING, STUDY_STORY, GtkWidget)

GtkWidget *starling_study_story_new (void);
void starling_study_story_set_lens (StarlingStudyStory *self,
                                    StarlingLens *lens,
                                    int wanted_angle);
void starling_study_story_go_to (StarlingStudyStory *self,
                                 const StarlingPlace *place);
gboolean starling_study_story_is_complete (StarlingStudyStory *self);

G_END_DECLS

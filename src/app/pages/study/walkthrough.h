/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/lens.h"
#include "place.h"

G_BEGIN_DECLS

/*
 * One story from top to bottom, through the lens. What shows at once is made
 * at once; the rest part by part, by starling_study_walkthrough_build_part().
 */
#define STARLING_TYPE_STUDY_WALKTHROUGH (starling_study_walkthrough_get_type ())
G_DECLARE_FINAL_TYPE (StarlingStudyWalkthrough,
                      starling_study_walkthrough,
                      STARLING,
                      STUDY_WALKTHROUGH,
                      GtkBox)

GtkWidget *starling_study_walkthrough_new (void);
void starling_study_walkthrough_set_lens (StarlingStudyWalkthrough *self,
                                          StarlingLens *lens,
                                          int wanted_angle);
StarlingLens *
starling_study_walkthrough_get_lens (StarlingStudyWalkthrough *self);
gboolean starling_study_walkthrough_build_part (StarlingStudyWalkthrough *self);
GtkWidget *
starling_study_walkthrough_find_place (StarlingStudyWalkthrough *self,
                                       const StarlingPlace *place);

GtkWidget *
starling_study_walkthrough_find_part (StarlingStudyWalkthrough *self, int y);
int starling_study_walkthrough_get_top (StarlingStudyWalkthrough *self,
                                        GtkWidget *part);
int starling_study_walkthrough_measure_top (StarlingStudyWalkthrough *self,
                                            GtkWidget *part);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/rehearse/run.h"

G_BEGIN_DECLS

/*
 * The stage: the ring of the step being told, the bar of the whole, the
 * prompt, and the buttons that move on. Shows a run; ticking a phrase acts
 * upon it, all else by the actions `rehearse.…`.
 */
#define STARLING_TYPE_REHEARSE_STAGE (starling_rehearse_stage_get_type ())
G_DECLARE_FINAL_TYPE (StarlingRehearseStage,
                      starling_rehearse_stage,
                      STARLING,
                      REHEARSE_STAGE,
                      GtkWidget)

void starling_rehearse_stage_update (StarlingRehearseStage *self,
                                     StarlingRehearseRun *run);
void starling_rehearse_stage_tick (StarlingRehearseStage *self);
void starling_rehearse_stage_set_head (StarlingRehearseStage *self,
                                       const char *title,
                                       const char *caption);
void starling_rehearse_stage_take_focus (StarlingRehearseStage *self);
void starling_rehearse_stage_set_phrases_shown (StarlingRehearseStage *self,
                                                gboolean shown);
gboolean
starling_rehearse_stage_get_phrases_shown (StarlingRehearseStage *self);
gboolean starling_rehearse_stage_toggle_phrase (StarlingRehearseStage *self,
                                                guint index);

G_END_DECLS

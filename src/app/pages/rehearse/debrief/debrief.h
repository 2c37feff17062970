/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/rehearse/run.h"

G_BEGIN_DECLS

/*
 * The debrief of a take: a verdict, four figures, the plot, what to change, the
 * answers to follow-up questions, the practice sheet and a note. All of it
 * follows from the event that the take is, or becomes. Rating and noting act
 * upon the run; Save and Discard are the actions `rehearse.save` and
 * `rehearse.discard`. A take that is saved is to be read only, with the action
 * `rehearse.take-close` (Back, Escape).
 */
#define STARLING_TYPE_REHEARSE_DEBRIEF (starling_rehearse_debrief_get_type ())
G_DECLARE_FINAL_TYPE (StarlingRehearseDebrief,
                      starling_rehearse_debrief,
                      STARLING,
                      REHEARSE_DEBRIEF,
                      GtkWidget)

void starling_rehearse_debrief_update (StarlingRehearseDebrief *self,
                                       StarlingRehearseRun *run);
gboolean starling_rehearse_debrief_show_saved (StarlingRehearseDebrief *self,
                                               StarlingLibrary *library,
                                               StarlingScenario *scenario,
                                               const char *event_id);
void starling_rehearse_debrief_take_focus (StarlingRehearseDebrief *self);

G_END_DECLS

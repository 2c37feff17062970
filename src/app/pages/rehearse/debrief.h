/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/rehearse/run.h"

G_BEGIN_DECLS

/*
 * The debrief of a take: a verdict, four figures, the plot, the practice sheet
 * and a note. Rating and noting act upon the run; Save and Discard are the
 * actions `rehearse.save` and `rehearse.discard`.
 */
#define STARLING_TYPE_REHEARSE_DEBRIEF (starling_rehearse_debrief_get_type ())
G_DECLARE_FINAL_TYPE (StarlingRehearseDebrief,
                      starling_rehearse_debrief,
                      STARLING,
                      REHEARSE_DEBRIEF,
                      GtkWidget)

void starling_rehearse_debrief_update (StarlingRehearseDebrief *self,
                                       StarlingRehearseRun *run);
void starling_rehearse_debrief_take_focus (StarlingRehearseDebrief *self);

G_END_DECLS

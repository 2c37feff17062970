/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * How a mock loop went: a practice verdict and the rule that it follows, four
 * figures, a card for each interviewer and a row for each principle. Close is
 * the action `rehearse.loop-close`.
 */
#define STARLING_TYPE_REHEARSE_LOOP_DEBRIEF                                    \
  (starling_rehearse_loop_debrief_get_type ())
G_DECLARE_FINAL_TYPE (StarlingRehearseLoopDebrief,
                      starling_rehearse_loop_debrief,
                      STARLING,
                      REHEARSE_LOOP_DEBRIEF,
                      GtkWidget)

gboolean
starling_rehearse_loop_debrief_update (StarlingRehearseLoopDebrief *self,
                                       StarlingLibrary *library,
                                       const char *loop);
void
starling_rehearse_loop_debrief_take_focus (StarlingRehearseLoopDebrief *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/rehearsal.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * The buttons of the stage: Restart and Finish, Pause and Next step, and what
 * comes next; in two rows where there is no room for one.
 */
#define STARLING_TYPE_REHEARSE_BAR (starling_rehearse_bar_get_type ())
G_DECLARE_FINAL_TYPE (StarlingRehearseBar,
                      starling_rehearse_bar,
                      STARLING,
                      REHEARSE_BAR,
                      GtkWidget)

void starling_rehearse_bar_set_state (StarlingRehearseBar *self,
                                      const StarlingRehearsal *clock);
void starling_rehearse_bar_call (StarlingRehearseBar *self,
                                 StarlingCall call,
                                 int left);
void starling_rehearse_bar_set_description (StarlingRehearseBar *self,
                                            const char *description);
void starling_rehearse_bar_take_focus (StarlingRehearseBar *self);

G_END_DECLS

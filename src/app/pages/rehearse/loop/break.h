/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/rehearse/loop/loop.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * What stands before each question of a mock loop: whose turn it is, and the
 * time that is left; before another interviewer, a break. Neither question nor
 * story is shown. Start is the action `rehearse.start`, End the loop
 * `rehearse.loop-end`.
 */
#define STARLING_TYPE_REHEARSE_LOOP_BREAK                                      \
  (starling_rehearse_loop_break_get_type ())
G_DECLARE_FINAL_TYPE (StarlingRehearseLoopBreak,
                      starling_rehearse_loop_break,
                      STARLING,
                      REHEARSE_LOOP_BREAK,
                      GtkWidget)

void starling_rehearse_loop_break_update (StarlingRehearseLoopBreak *self,
                                          const StarlingRehearseLoopNext *next);
void starling_rehearse_loop_break_take_focus (StarlingRehearseLoopBreak *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/rehearse/loop/loop.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * A mock loop before it starts: the choices, which are settings, the deal that
 * follows from them, and earlier loops. Dealing acts upon the loop; all else by
 * the actions `rehearse.loop-start`, `rehearse.loop-close` and
 * `rehearse.loop-show` (string: the id of a loop).
 */
#define STARLING_TYPE_REHEARSE_LOOP_SETUP                                      \
  (starling_rehearse_loop_setup_get_type ())
G_DECLARE_FINAL_TYPE (StarlingRehearseLoopSetup,
                      starling_rehearse_loop_setup,
                      STARLING,
                      REHEARSE_LOOP_SETUP,
                      GtkWidget)

void starling_rehearse_loop_setup_update (StarlingRehearseLoopSetup *self,
                                          StarlingRehearseLoop *loop,
                                          StarlingLevel level,
                                          int principle,
                                          gboolean own_only);
void starling_rehearse_loop_setup_take_focus (StarlingRehearseLoopSetup *self);

G_END_DECLS

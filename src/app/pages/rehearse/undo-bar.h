/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/rehearse/run.h"

G_BEGIN_DECLS

/*
 * Says for six seconds, longer while hovered or focused, what happened to a
 * take, with a button that takes it back: the action `rehearse.undo`. Signal:
 * `expired`.
 */
#define STARLING_TYPE_REHEARSE_UNDO_BAR (starling_rehearse_undo_bar_get_type ())
G_DECLARE_FINAL_TYPE (StarlingRehearseUndoBar,
                      starling_rehearse_undo_bar,
                      STARLING,
                      REHEARSE_UNDO_BAR,
                      GtkWidget)

void starling_rehearse_undo_bar_set_undo (StarlingRehearseUndoBar *self,
                                          StarlingRehearseUndo undo);

G_END_DECLS

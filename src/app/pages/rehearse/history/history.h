/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

/*
 * All takes of a scenario: how they changed, and a list, newest first. A take
 * is opened by the action `rehearse.take-show` (string: the id of its event),
 * deleted by `history.delete` (the same), and the view is left by
 * `rehearse.history-close` (Back, Escape).
 *
 * Property: `filter` (string): `lens`, the takes through the lens, or `all`.
 */
#define STARLING_TYPE_REHEARSE_HISTORY (starling_rehearse_history_get_type ())
G_DECLARE_FINAL_TYPE (StarlingRehearseHistory,
                      starling_rehearse_history,
                      STARLING,
                      REHEARSE_HISTORY,
                      GtkWidget)

void starling_rehearse_history_update (StarlingRehearseHistory *self,
                                       StarlingSession *session,
                                       StarlingLens *lens);
void starling_rehearse_history_take_focus (StarlingRehearseHistory *self);

G_END_DECLS

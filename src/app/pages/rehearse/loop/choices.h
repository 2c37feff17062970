/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/loop.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * How large a mock loop is: rows of toggles and a number, all of them settings.
 * Signal `changed`: one of the settings is another one.
 */
#define STARLING_TYPE_REHEARSE_LOOP_CHOICES                                    \
  (starling_rehearse_loop_choices_get_type ())
G_DECLARE_FINAL_TYPE (StarlingRehearseLoopChoices,
                      starling_rehearse_loop_choices,
                      STARLING,
                      REHEARSE_LOOP_CHOICES,
                      GtkWidget)

void starling_rehearse_loop_choices_fill (StarlingRehearseLoopChoices *self,
                                          StarlingLoopRequest *request);

G_END_DECLS

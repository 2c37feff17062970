/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "engine/take.h"
#include "library.h"

G_BEGIN_DECLS

/* A scenario before its rehearsal: question, lead, targets, and Start. */
#define STARLING_TYPE_REHEARSE_READY (starling_rehearse_ready_get_type ())
G_DECLARE_FINAL_TYPE (StarlingRehearseReady,
                      starling_rehearse_ready,
                      STARLING,
                      REHEARSE_READY,
                      GtkWidget)

void starling_rehearse_ready_set_lens (StarlingRehearseReady *self,
                                       StarlingLens *lens,
                                       StarlingLibrary *library);
void starling_rehearse_ready_set_asked (StarlingRehearseReady *self,
                                        const char *question);
void starling_rehearse_ready_set_prompt (StarlingRehearseReady *self,
                                         StarlingPrompt prompt);
void starling_rehearse_ready_take_focus (StarlingRehearseReady *self);

G_END_DECLS

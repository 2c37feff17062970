/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

/*
 * The mode Rehearse: a scenario told aloud against the clock, from Start over
 * the stage to the debrief; in a scope of several, a proposal of what to
 * rehearse. A take that is left pauses, and is offered again.
 *
 * Properties: `session` (construct-only), `prompt` (string: full, cues, bare;
 * the setting). Actions `rehearse.…`: start, next, back, pause, restart,
 * finish, phrases, save, discard, take-up, undo, prompt; question and those
 * that follow from it.
 */
#define STARLING_TYPE_REHEARSE_PAGE (starling_rehearse_page_get_type ())
G_DECLARE_FINAL_TYPE (StarlingRehearsePage,
                      starling_rehearse_page,
                      STARLING,
                      REHEARSE_PAGE,
                      GtkWidget)

GtkWidget *starling_rehearse_page_new (StarlingSession *session);

G_END_DECLS

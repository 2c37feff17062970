/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

/*
 * Which scenario of a scope of several to rehearse next, and why. Start is the
 * action `rehearse.start`.
 */
#define STARLING_TYPE_REHEARSE_PROPOSAL (starling_rehearse_proposal_get_type ())
G_DECLARE_FINAL_TYPE (StarlingRehearseProposal,
                      starling_rehearse_proposal,
                      STARLING,
                      REHEARSE_PROPOSAL,
                      GtkWidget)

void starling_rehearse_proposal_update (StarlingRehearseProposal *self,
                                        StarlingSession *session);
const char *
starling_rehearse_proposal_get_scenario (StarlingRehearseProposal *self);
void starling_rehearse_proposal_take_focus (StarlingRehearseProposal *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

/* What else there is to rehearse than the story that is proposed: a random
 * question, a mock loop. */
#define STARLING_TYPE_REHEARSE_MORE (starling_rehearse_more_get_type ())
G_DECLARE_FINAL_TYPE (StarlingRehearseMore,
                      starling_rehearse_more,
                      STARLING,
                      REHEARSE_MORE,
                      GtkWidget)

void starling_rehearse_more_update (StarlingRehearseMore *self,
                                    StarlingSession *session);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pages/rehearse/run.h"

G_BEGIN_DECLS

/*
 * A follow-up after the story: its question against the clock, then a weak and
 * a strong answer, and which of them the user's was nearer to.
 */
#define STARLING_TYPE_REHEARSE_PROBE (starling_rehearse_probe_get_type ())
G_DECLARE_FINAL_TYPE (StarlingRehearseProbe,
                      starling_rehearse_probe,
                      STARLING,
                      REHEARSE_PROBE,
                      GtkWidget)

void starling_rehearse_probe_update (StarlingRehearseProbe *self,
                                     StarlingRehearseRun *run);
void starling_rehearse_probe_tick (StarlingRehearseProbe *self);
void starling_rehearse_probe_set_title (StarlingRehearseProbe *self,
                                        const char *title);
void starling_rehearse_probe_take_focus (StarlingRehearseProbe *self);
gboolean
starling_rehearse_probe_rate (StarlingRehearseProbe *self, guint index);

G_END_DECLS

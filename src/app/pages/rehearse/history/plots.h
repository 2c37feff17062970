/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "engine/take-review.h"

G_BEGIN_DECLS

/*
 * The whole story and each step, from take to take, against their targets. Of
 * takes through one lens in seconds; of several lenses, whose targets differ,
 * in percent of the target.
 */
#define STARLING_TYPE_REHEARSE_HISTORY_PLOTS                                   \
  (starling_rehearse_history_plots_get_type ())
G_DECLARE_FINAL_TYPE (StarlingRehearseHistoryPlots,
                      starling_rehearse_history_plots,
                      STARLING,
                      REHEARSE_HISTORY_PLOTS,
                      GtkBox)

void starling_rehearse_history_plots_set (StarlingRehearseHistoryPlots *self,
                                          GPtrArray *reviews,
                                          gboolean one_lens,
                                          gint64 now);

G_END_DECLS

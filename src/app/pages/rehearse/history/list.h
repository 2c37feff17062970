/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "engine/take-review.h"

G_BEGIN_DECLS

/* Rows of takes, newest first. They keep the focus when they are made anew. */
#define STARLING_TYPE_REHEARSE_HISTORY_LIST                                    \
  (starling_rehearse_history_list_get_type ())
G_DECLARE_FINAL_TYPE (StarlingRehearseHistoryList,
                      starling_rehearse_history_list,
                      STARLING,
                      REHEARSE_HISTORY_LIST,
                      GtkBox)

gboolean starling_rehearse_history_list_set (StarlingRehearseHistoryList *self,
                                             StarlingCatalogue *catalogue,
                                             GPtrArray *all,
                                             GPtrArray *shown,
                                             guint n_rows,
                                             gint64 now);
gboolean
starling_rehearse_history_list_focus_row (StarlingRehearseHistoryList *self,
                                          guint index);
gboolean
starling_rehearse_history_list_focus_opened (StarlingRehearseHistoryList *self);

G_END_DECLS

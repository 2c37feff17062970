/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "engine/take-review.h"

G_BEGIN_DECLS

/*
 * A take in the history: a button that opens it (`rehearse.take-show`) and one
 * that deletes it (`history.delete`), as does the key Delete.
 */
#define STARLING_TYPE_REHEARSE_HISTORY_ROW                                     \
  (starling_rehearse_history_row_get_type ())
G_DECLARE_FINAL_TYPE (StarlingRehearseHistoryRow,
                      starling_rehearse_history_row,
                      STARLING,
                      REHEARSE_HISTORY_ROW,
                      GtkBox)

GtkWidget *starling_rehearse_history_row_new (const StarlingTakeReview *review,
                                              StarlingCatalogue *catalogue,
                                              const char *tag,
                                              gint64 now);
const char *
starling_rehearse_history_row_get_id (StarlingRehearseHistoryRow *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "engine/take.h"

G_BEGIN_DECLS

/*
 * The practice sheet and the note of a take. Signals: `rated` (int dimension,
 * int value; 0: not rated), `noted` (char *text).
 */
#define STARLING_TYPE_REHEARSE_SHEET (starling_rehearse_sheet_get_type ())
G_DECLARE_FINAL_TYPE (StarlingRehearseSheet,
                      starling_rehearse_sheet,
                      STARLING,
                      REHEARSE_SHEET,
                      GtkBox)

void starling_rehearse_sheet_set (StarlingRehearseSheet *self,
                                  const int rating[STARLING_N_DIMENSIONS],
                                  const char *note,
                                  gboolean editable);
void starling_rehearse_sheet_add_note (StarlingRehearseSheet *self);

G_END_DECLS

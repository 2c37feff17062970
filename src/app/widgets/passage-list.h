/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/lens.h"

G_BEGIN_DECLS

/*
 * The sentences of a step, one row each. When they change, the old ones fade
 * over into the new ones (120 ms, none where animations are off).
 */
#define STARLING_TYPE_PASSAGE_LIST (starling_passage_list_get_type ())
G_DECLARE_FINAL_TYPE (StarlingPassageList,
                      starling_passage_list,
                      STARLING,
                      PASSAGE_LIST,
                      GtkWidget)

GtkWidget *starling_passage_list_new (void);
void starling_passage_list_set_step (StarlingPassageList *self,
                                     const StarlingLensStep *step,
                                     gboolean animate);
char *starling_passage_list_get_text (StarlingPassageList *self);
guint starling_passage_list_get_n_rows (StarlingPassageList *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "engine/take.h"

G_BEGIN_DECLS

/*
 * The practice sheet: 1 to 4 for each dimension, with what that means beside
 * it. Choosing what is chosen clears it. Signal: `rated` (int dimension, int
 * value; 0: not rated).
 */
#define STARLING_TYPE_RUBRIC (starling_rubric_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingRubric, starling_rubric, STARLING, RUBRIC, GtkWidget)

const char *starling_rubric_get_name (StarlingDimension dimension);
GtkWidget *starling_rubric_new (void);
void starling_rubric_set_rating (StarlingRubric *self,
                                 StarlingDimension dimension,
                                 int value);
void starling_rubric_set_editable (StarlingRubric *self, gboolean editable);

G_END_DECLS

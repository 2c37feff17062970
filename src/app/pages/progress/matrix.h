/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "library-overview.h"

G_BEGIN_DECLS

/*
 * The matrix of principle and level. Arrow keys, Home and End move among the
 * cells, of which one is in the order of Tab; a cell opens its principle at its
 * level in Study..
 */
#define STARLING_TYPE_PROGRESS_MATRIX (starling_progress_matrix_get_type ())
G_DECLARE_FINAL_TYPE (StarlingProgressMatrix,
                      starling_progress_matrix,
                      STARLING,
                      PROGRESS_MATRIX,
                      GtkWidget)

void starling_progress_matrix_set (StarlingProgressMatrix *self,
                                   const StarlingOverview *overview);
void starling_progress_matrix_set_narrow (StarlingProgressMatrix *self,
                                          gboolean narrow);
GtkWidget *starling_progress_matrix_get_cell (StarlingProgressMatrix *self,
                                              guint principle,
                                              StarlingLevel level);

G_END_DECLS

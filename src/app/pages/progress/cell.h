/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a cell of the matrix shows. */
typedef struct
{
  gboolean begun;
  gboolean outlined; /* where nothing was begun */
  const char *open;  /* what stands where nothing was begun; static */
  guint n_rehearsed; /* stories; up to four have a dot */
  int mastery;       /* percent; the bar at the foot too */
  int quiz;          /* percent of answers right; -1: none */
} StarlingCellFigures;

/*
 * The inside of a cell of the matrix: four dots, the mastery bold, the share
 * of right answers soft, and a bar for the mastery at the foot; words where
 * nothing was begun, in a dashed outline where something can be. It says
 * nothing to assistive technology: the cell does.
 */
#define STARLING_TYPE_PROGRESS_CELL (starling_progress_cell_get_type ())
G_DECLARE_FINAL_TYPE (StarlingProgressCell,
                      starling_progress_cell,
                      STARLING,
                      PROGRESS_CELL,
                      GtkWidget)

GtkWidget *starling_progress_cell_new (void);
void starling_progress_cell_set (StarlingProgressCell *self,
                                 const StarlingCellFigures *figures);

void starling_progress_cell_draw_dots (cairo_t *cr,
                                       GtkWidget *widget,
                                       double pitch,
                                       double x,
                                       double y,
                                       guint n,
                                       guint n_of);

G_END_DECLS

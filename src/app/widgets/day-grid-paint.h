/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/day-grid.h"

G_BEGIN_DECLS

/* All that a calendar of days shows. */
typedef struct
{
  int first;
  int today; /* STARLING_NO_DAY: nothing is shown */
  StarlingShade shades[STARLING_DAY_GRID_DAYS];
  int cursor;       /* from the first day on; -1: none */
  const char *text; /* (nullable): what was done on the day at the cursor */
} StarlingDayGridData;

/* How the widget is divided, in px. */
typedef struct
{
  double head;   /* height of the names of weekdays */
  double width;  /* of a day */
  double height; /* of a day */
  double disc;   /* diameter of its disc */
} StarlingDayGridCell;

void starling_day_grid_measure_cells (GtkWidget *widget,
                                      GtkOrientation orientation,
                                      int *minimum,
                                      int *natural);
void starling_day_grid_cell_init (StarlingDayGridCell *self, GtkWidget *widget);
void starling_day_grid_paint (GtkWidget *widget,
                              GtkSnapshot *snapshot,
                              const StarlingDayGridData *data);

G_END_DECLS

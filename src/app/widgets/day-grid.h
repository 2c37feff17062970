/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "engine/activity.h"

G_BEGIN_DECLS

/*
 * How much was studied on a day. What counts is the effort: 1 for each review
 * of a card and each question, 5 for each take, which is as long as five cards
 * are. Little is an effort below 15, much one of 40 or more: twice what a day
 * of 20 new cards begins with.
 */
typedef enum
{
  STARLING_SHADE_NONE,
  STARLING_SHADE_LITTLE,
  STARLING_SHADE_SOME,
  STARLING_SHADE_MUCH,
} StarlingShade;

StarlingShade starling_activity_get_shade (const StarlingActivity *self);

#define STARLING_DAY_GRID_WEEKS 5
#define STARLING_DAY_GRID_DAYS (7 * STARLING_DAY_GRID_WEEKS)

/*
 * The calendar of the last weeks, this one being the last row. Days are plain,
 * tinted, tinted with a ring or filled by how much was studied; today has a
 * rounded outline, days to come are plain. Pointer and arrow keys tell day by
 * day, as in StarlingChart. CSS: node `daygrid`, whose font is that of all
 * texts.
 */
#define STARLING_TYPE_DAY_GRID (starling_day_grid_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingDayGrid, starling_day_grid, STARLING, DAY_GRID, GtkWidget)

GtkWidget *starling_day_grid_new (void);
void starling_day_grid_set_name (StarlingDayGrid *self, const char *name);
void starling_day_grid_set_days (StarlingDayGrid *self,
                                 const StarlingActivity *days,
                                 guint n_days,
                                 int today,
                                 const char *description);
int starling_day_grid_get_first (StarlingDayGrid *self);

int starling_day_grid_find_first (int today, int week_start);
char *starling_day_grid_format_day (const StarlingActivity *activity,
                                    int day,
                                    int today);

G_END_DECLS

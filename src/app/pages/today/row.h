/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * A suggestion: what to do, why, and the button that begins it, named by the
 * property `label`. Below the text where there is no room beside it. Property
 * `icon-name`. CSS: node `todayrow`.
 */
#define STARLING_TYPE_TODAY_ROW (starling_today_row_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingTodayRow, starling_today_row, STARLING, TODAY_ROW, GtkWidget)

void starling_today_row_set_texts (StarlingTodayRow *self,
                                   const char *title,
                                   const char *caption);
void starling_today_row_set_target (StarlingTodayRow *self,
                                    const char *scope,
                                    const char *mode);
void starling_today_row_set_main (StarlingTodayRow *self, gboolean is_main);
GtkWidget *starling_today_row_get_button (StarlingTodayRow *self);

G_END_DECLS

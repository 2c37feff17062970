/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "library.h"

G_BEGIN_DECLS

/*
 * A story to choose: a button named by its title that fires
 * `win.show-scenario`, with its question and its state.
 */
#define STARLING_TYPE_SCENARIO_ROW (starling_scenario_row_get_type ())
G_DECLARE_FINAL_TYPE (StarlingScenarioRow,
                      starling_scenario_row,
                      STARLING,
                      SCENARIO_ROW,
                      GtkButton)

GtkWidget *starling_scenario_row_new (StarlingSummary *summary);
const char *starling_scenario_row_get_id (StarlingScenarioRow *self);
void starling_scenario_row_set_progress (StarlingScenarioRow *self,
                                         StarlingProgress *progress);

G_END_DECLS

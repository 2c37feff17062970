/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

/*
 * What there is to choose from in a scope of several stories; for a principle
 * below what it means. Rows come a hundred at a time.
 */
#define STARLING_TYPE_SCENARIO_LIST (starling_scenario_list_get_type ())
G_DECLARE_FINAL_TYPE (StarlingScenarioList,
                      starling_scenario_list,
                      STARLING,
                      SCENARIO_LIST,
                      GtkWidget)

void starling_scenario_list_set_session (StarlingScenarioList *self,
                                         StarlingSession *session);
void starling_scenario_list_set_scenarios (StarlingScenarioList *self,
                                           const char *const *ids);

G_END_DECLS

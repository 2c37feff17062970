/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/scenario.h"

G_BEGIN_DECLS

/* The overview of a story: what it is about, how to tell it, what to learn. */
#define STARLING_TYPE_STUDY_OVERVIEW (starling_study_overview_get_type ())
G_DECLARE_FINAL_TYPE (StarlingStudyOverview,
                      starling_study_overview,
                      STARLING,
                      STUDY_OVERVIEW,
                      GtkBox)

GtkWidget *starling_study_overview_new (StarlingScenario *scenario);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/scenario.h"
#include "widgets/fold.h"

G_BEGIN_DECLS

/* The follow-up questions of a story; several may be open at once. */
#define STARLING_TYPE_STUDY_PROBES (starling_study_probes_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingStudyProbes, starling_study_probes, STARLING, STUDY_PROBES, GtkBox)

GtkWidget *starling_study_probes_new (StarlingScenario *scenario);
StarlingFold *
starling_study_probes_find (StarlingStudyProbes *self, const char *id);

G_END_DECLS

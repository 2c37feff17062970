/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/scenario.h"

G_BEGIN_DECLS

/* The weak answer with its flags, and what the bar raiser makes of it. */
#define STARLING_TYPE_STUDY_WEAK (starling_study_weak_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingStudyWeak, starling_study_weak, STARLING, STUDY_WEAK, GtkBox)

GtkWidget *starling_study_weak_new (StarlingScenario *scenario);

G_END_DECLS

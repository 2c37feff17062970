/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The toggles Walkthrough and Flashcards, on the action `win.study-view`. */
#define STARLING_TYPE_STUDY_SWITCHER (starling_study_switcher_get_type ())
G_DECLARE_FINAL_TYPE (StarlingStudySwitcher,
                      starling_study_switcher,
                      STARLING,
                      STUDY_SWITCHER,
                      GtkWidget)

G_END_DECLS

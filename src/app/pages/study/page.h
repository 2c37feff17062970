/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

/*
 * The mode Study: the walkthrough of a scenario, for a scope of several a list
 * to choose from, for Today the start page; or flashcards of any. Property:
 * `session` (construct-only).
 */
#define STARLING_TYPE_STUDY_PAGE (starling_study_page_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingStudyPage, starling_study_page, STARLING, STUDY_PAGE, GtkWidget)

GtkWidget *starling_study_page_new (StarlingSession *session);
gboolean starling_study_page_is_complete (StarlingStudyPage *self);

G_END_DECLS

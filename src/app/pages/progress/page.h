/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "library-overview.h"
#include "session.h"

G_BEGIN_DECLS

/*
 * Where the user stands: matrix, story bank and trends, over the whole window.
 * It has a header of its own, whose Back button fires `win.show-progress`.
 *
 * Properties: `session` (construct-only), `menu-model` (of the header's menu).
 * Actions: `progress.copy` (i: a StarlingProgressTable), `progress.print`.
 */
#define STARLING_TYPE_PROGRESS_PAGE (starling_progress_page_get_type ())
G_DECLARE_FINAL_TYPE (StarlingProgressPage,
                      starling_progress_page,
                      STARLING,
                      PROGRESS_PAGE,
                      GtkWidget)

GtkWidget *starling_progress_page_new (StarlingSession *session);
const StarlingOverview *
starling_progress_page_get_overview (StarlingProgressPage *self);

G_END_DECLS

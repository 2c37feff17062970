/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "library-overview.h"

G_BEGIN_DECLS

/* The plots of Progress: how things changed with takes, weeks and days. A plot
 * without values says what it is going to show. */
#define STARLING_TYPE_PROGRESS_TRENDS (starling_progress_trends_get_type ())
G_DECLARE_FINAL_TYPE (StarlingProgressTrends,
                      starling_progress_trends,
                      STARLING,
                      PROGRESS_TRENDS,
                      GtkBox)

void starling_progress_trends_set (StarlingProgressTrends *self,
                                   const StarlingOverview *overview);

G_END_DECLS

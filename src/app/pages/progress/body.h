/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "library-overview.h"

G_BEGIN_DECLS

/* What the page of Progress shows below its header: the matrix and the story
 * bank, and beside or below them the trends. */
#define STARLING_TYPE_PROGRESS_BODY (starling_progress_body_get_type ())
G_DECLARE_FINAL_TYPE (StarlingProgressBody,
                      starling_progress_body,
                      STARLING,
                      PROGRESS_BODY,
                      GtkWidget)

void starling_progress_body_set (StarlingProgressBody *self,
                                 const StarlingOverview *overview);
void
starling_progress_body_set_narrow (StarlingProgressBody *self, gboolean narrow);

G_END_DECLS

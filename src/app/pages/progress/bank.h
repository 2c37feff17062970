/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "library-overview.h"

G_BEGIN_DECLS

/* The story bank: the stories that the user has, which principles they serve,
 * which have none, and what to do next. */
#define STARLING_TYPE_PROGRESS_BANK (starling_progress_bank_get_type ())
G_DECLARE_FINAL_TYPE (StarlingProgressBank,
                      starling_progress_bank,
                      STARLING,
                      PROGRESS_BANK,
                      GtkWidget)

void starling_progress_bank_set (StarlingProgressBank *self,
                                 const StarlingOverview *overview);
void
starling_progress_bank_set_narrow (StarlingProgressBank *self, gboolean narrow);

G_END_DECLS

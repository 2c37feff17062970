/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "library-overview.h"

G_BEGIN_DECLS

/* Progress on paper. */

GtkPrintOperation *starling_progress_print_new (StarlingOverview *overview);

G_END_DECLS

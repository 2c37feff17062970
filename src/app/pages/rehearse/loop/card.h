/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/loop.h"
#include "library.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *starling_rehearse_loop_card_new (StarlingLibrary *library,
                                            const StarlingLoopRecord *record,
                                            const StarlingLoopDebrief *debrief,
                                            guint slot);
GtkWidget *starling_rehearse_loop_mark_new (const StarlingLoopFigures *figures);

G_END_DECLS

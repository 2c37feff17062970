/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void starling_mark_show (GtkWidget *widget);
void starling_mark_hide (GtkWidget *widget);

G_END_DECLS

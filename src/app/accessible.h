/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void starling_accessible_init (void);
void starling_accessible_name_popover (GtkPopover *popover, const char *name);

G_END_DECLS

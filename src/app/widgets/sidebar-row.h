/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "storage/progress.h"

G_BEGIN_DECLS

/*
 * A row of the sidebar: a scope or a scenario. Properties: `item`
 * (GtkTreeListRow over, or itself, a StarlingSidebarScope or StarlingSummary),
 * `list-item` (GtkListItem: the one that it stands in, which it names for
 * assistive technology, and makes unselectable under a heading).
 */
#define STARLING_TYPE_SIDEBAR_ROW (starling_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingSidebarRow, starling_sidebar_row, STARLING, SIDEBAR_ROW, GtkWidget)

gboolean starling_sidebar_is_selectable (GtkListItem *list_item, gpointer item);

G_END_DECLS

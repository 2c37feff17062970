/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "library.h"

G_BEGIN_DECLS

/* The rows of the sidebar as a model: scopes, and the scenarios below them. */

GtkTreeListModel *starling_sidebar_tree_new (StarlingLibrary *library);
void starling_sidebar_tree_expand (GtkTreeListModel *tree,
                                   StarlingLibrary *library,
                                   int principle);
char *starling_sidebar_tree_name (gpointer item);
guint starling_sidebar_tree_find (GListModel *model, const char *scope);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/sidebar-tree.h"

#include "widgets/sidebar-scope.h"

/* A library of at most so many scenarios shows all of them at once. */
#define SMALL_LIBRARY 12

static GListModel *
create_children_cb (gpointer item, gpointer user_data)
{
  if (!STARLING_IS_SIDEBAR_SCOPE (item)
      || starling_sidebar_scope_get_summaries (item) == NULL)
    return NULL;
  return g_object_ref (starling_sidebar_scope_get_summaries (item));
}

static GListModel *
create_scopes (StarlingLibrary *library)
{
  static const StarlingScopeKind first[]
      = { STARLING_SCOPE_TODAY, STARLING_SCOPE_STORIES,
          STARLING_SCOPE_HEADING };
  GListStore *store = g_list_store_new (STARLING_TYPE_SIDEBAR_SCOPE);
  guint n = starling_catalogue_get_n_principles (
      starling_library_get_catalogue (library));

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    {
      g_autoptr (StarlingSidebarScope) scope
          = starling_sidebar_scope_new (library, first[i], -1);

      g_list_store_append (store, scope);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (StarlingSidebarScope) principle
          = starling_sidebar_scope_new (library, STARLING_SCOPE_PRINCIPLE,
                                        (int) i);

      g_list_store_append (store, principle);
    }
  return G_LIST_MODEL (store);
}

/* Opens every principle of a library that is small enough to be seen whole. */
static void
expand_small_library (GtkTreeListModel *tree, StarlingLibrary *library)
{
  GListModel *summaries = starling_library_get_summaries (library);

  if (g_list_model_get_n_items (summaries) > SMALL_LIBRARY)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (summaries); i++)
    {
      g_autoptr (StarlingSummary) summary
          = g_list_model_get_item (summaries, i);

      starling_sidebar_tree_expand (tree, library,
                                    starling_summary_get_principle (summary));
    }
}

/**
 * starling_sidebar_tree_new:
 * @library: a library
 *
 * Returns: (transfer full): Today, My stories, a heading and the principles;
 *   below the last ones their scenarios, which come and go with the library's
 */
GtkTreeListModel *
starling_sidebar_tree_new (StarlingLibrary *library)
{
  GtkTreeListModel *tree
      = gtk_tree_list_model_new (create_scopes (library), FALSE, FALSE,
                                 create_children_cb, NULL, NULL);

  expand_small_library (tree, library);
  return tree;
}

/**
 * starling_sidebar_tree_expand:
 * @tree: a tree
 * @library: the library that it is of
 * @principle: index of a principle
 *
 * Opens a principle, so that its scenarios have rows.
 */
void
starling_sidebar_tree_expand (GtkTreeListModel *tree,
                              StarlingLibrary *library,
                              int principle)
{
  StarlingCatalogue *catalogue = starling_library_get_catalogue (library);
  g_autofree char *wanted = g_strconcat (
      "principle:",
      starling_catalogue_get_principle (catalogue, (guint) principle)->id,
      NULL);
  guint position = starling_sidebar_tree_find (G_LIST_MODEL (tree), wanted);
  g_autoptr (GtkTreeListRow) row
      = position == GTK_INVALID_LIST_POSITION
            ? NULL
            : gtk_tree_list_model_get_row (tree, position);

  if (row != NULL)
    gtk_tree_list_row_set_expanded (row, TRUE);
}

/**
 * starling_sidebar_tree_name:
 * @item: (nullable): a row of the tree, or a summary
 *
 * Returns: (transfer full) (nullable): the scope that it stands for, see
 *   starling_session_get_scope()
 */
char *
starling_sidebar_tree_name (gpointer item)
{
  g_autoptr (GObject) inner = GTK_IS_TREE_LIST_ROW (item)
                                  ? gtk_tree_list_row_get_item (item)
                              : item == NULL ? NULL
                                             : g_object_ref (item);

  if (STARLING_IS_SUMMARY (inner))
    return g_strconcat ("scenario:",
                        starling_summary_get_id (STARLING_SUMMARY (inner)),
                        NULL);
  if (STARLING_IS_SIDEBAR_SCOPE (inner))
    return g_strdup (
        starling_sidebar_scope_get_id (STARLING_SIDEBAR_SCOPE (inner)));
  return NULL;
}

/**
 * starling_sidebar_tree_find:
 * @model: rows of a tree, or summaries
 * @scope: a scope
 *
 * Returns: the position of its row; %GTK_INVALID_LIST_POSITION if there is none
 */
guint
starling_sidebar_tree_find (GListModel *model, const char *scope)
{
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);
      g_autofree char *name = starling_sidebar_tree_name (item);

      if (g_strcmp0 (name, scope) == 0)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

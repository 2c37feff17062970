/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/sidebar-scope.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>

struct _StarlingSidebarScope
{
  GObject parent_instance;

  StarlingScopeKind kind;
  int principle;
  char *id;
  char *name;
  GListModel *summaries; /* NULL for Today and the heading */
};

G_DEFINE_FINAL_TYPE (StarlingSidebarScope,
                     starling_sidebar_scope,
                     G_TYPE_OBJECT)

static gboolean
match_cb (gpointer item, gpointer user_data)
{
  StarlingSidebarScope *self = user_data;

  if (self->kind == STARLING_SCOPE_STORIES)
    return starling_summary_get_source (item) == STARLING_SOURCE_STORIES;
  return starling_summary_get_principle (item) == self->principle;
}

static void
starling_sidebar_scope_finalize (GObject *object)
{
  StarlingSidebarScope *self = STARLING_SIDEBAR_SCOPE (object);

  g_clear_object (&self->summaries);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (starling_sidebar_scope_parent_class)->finalize (object);
}

static void
starling_sidebar_scope_class_init (StarlingSidebarScopeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = starling_sidebar_scope_finalize;
}

static void
starling_sidebar_scope_init (StarlingSidebarScope *self)
{
}

/**
 * starling_sidebar_scope_new:
 * @library: the library
 * @kind: what the row stands for
 * @principle: the index of the principle, where it is one
 *
 * Returns: (transfer full): a row
 */
StarlingSidebarScope *
starling_sidebar_scope_new (StarlingLibrary *library,
                            StarlingScopeKind kind,
                            int principle)
{
  StarlingSidebarScope *self = g_object_new (STARLING_TYPE_SIDEBAR_SCOPE, NULL);
  GtkFilter *filter;

  self->kind = kind;
  self->principle = principle;
  if (kind == STARLING_SCOPE_HEADING || kind == STARLING_SCOPE_TODAY)
    {
      gboolean is_today = kind == STARLING_SCOPE_TODAY;

      self->id = g_strdup (is_today ? "today" : "");
      self->name = g_strdup (is_today ? _ ("Today") : _ ("Principles"));
      return self;
    }

  if (kind == STARLING_SCOPE_PRINCIPLE)
    {
      const StarlingPrinciple *known = starling_catalogue_get_principle (
          starling_library_get_catalogue (library), (guint) principle);

      self->id = g_strconcat ("principle:", known->id, NULL);
      self->name = g_strdup (known->name);
    }
  else
    {
      self->id = g_strdup ("my-stories");
      self->name = g_strdup (_ ("My stories"));
    }

  /* The filter lives as long as the list, which lives as long as we do. */
  filter = GTK_FILTER (gtk_custom_filter_new (match_cb, self, NULL));
  self->summaries = G_LIST_MODEL (gtk_filter_list_model_new (
      g_object_ref (starling_library_get_summaries (library)), filter));
  return self;
}

/**
 * starling_sidebar_scope_get_kind:
 * @self: a row
 *
 * Returns: what it stands for
 */
StarlingScopeKind
starling_sidebar_scope_get_kind (StarlingSidebarScope *self)
{
  g_return_val_if_fail (STARLING_IS_SIDEBAR_SCOPE (self),
                        STARLING_SCOPE_HEADING);

  return self->kind;
}

/**
 * starling_sidebar_scope_get_id:
 * @self: a row
 *
 * Returns: (transfer none): the scope as the session names it; empty for the
 *   heading
 */
const char *
starling_sidebar_scope_get_id (StarlingSidebarScope *self)
{
  g_return_val_if_fail (STARLING_IS_SIDEBAR_SCOPE (self), NULL);

  return self->id;
}

/**
 * starling_sidebar_scope_get_name:
 * @self: a row
 *
 * Returns: (transfer none): the text of the row
 */
const char *
starling_sidebar_scope_get_name (StarlingSidebarScope *self)
{
  g_return_val_if_fail (STARLING_IS_SIDEBAR_SCOPE (self), NULL);

  return self->name;
}

/**
 * starling_sidebar_scope_get_summaries:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the scenarios in it, kept up to date
 */
GListModel *
starling_sidebar_scope_get_summaries (StarlingSidebarScope *self)
{
  g_return_val_if_fail (STARLING_IS_SIDEBAR_SCOPE (self), NULL);

  return self->summaries;
}

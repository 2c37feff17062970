/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "preferences.h"

#include "settings.h"

struct _StarlingPreferences
{
  GtkWindow parent_instance;

  GtkAdjustment *speaking_rate;
  GtkAdjustment *text_size;
  GtkSwitch *hide_phrases;
};

G_DEFINE_FINAL_TYPE (StarlingPreferences, starling_preferences, GTK_TYPE_WINDOW)

static gboolean
quit_cb (gpointer application)
{
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  return G_SOURCE_REMOVE;
}

/* The keys of the application are not those of this window. It goes with the
 * other, so not while it handles the key. */
static gboolean
quit_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  if (parent == NULL || gtk_window_get_application (parent) == NULL)
    return FALSE;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, quit_cb,
                   g_object_ref (gtk_window_get_application (parent)),
                   g_object_unref);
  return TRUE;
}

/* No gtk_widget_dispose_template(): the template's root is the window's child,
 * which GtkWindow lets go of by itself. */
static void
starling_preferences_class_init (StarlingPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/starlingapp/Starling/ui/preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingPreferences,
                                        speaking_rate);
  gtk_widget_class_bind_template_child (widget_class, StarlingPreferences,
                                        text_size);
  gtk_widget_class_bind_template_child (widget_class, StarlingPreferences,
                                        hide_phrases);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0,
                                       "window.close", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_q, GDK_CONTROL_MASK,
                                quit_key_cb, NULL);
}

static void
starling_preferences_init (StarlingPreferences *self)
{
  GSettings *settings = starling_settings_get ();
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GAction) style = g_settings_create_action (settings, "style");

  g_action_map_add_action (G_ACTION_MAP (group), style);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "preferences",
                                  G_ACTION_GROUP (group));
  gtk_widget_init_template (GTK_WIDGET (self));

  g_settings_bind (settings, "speaking-rate", self->speaking_rate, "value",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "text-size", self->text_size, "value",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "hide-phrases", self->hide_phrases, "active",
                   G_SETTINGS_BIND_DEFAULT);
}

/**
 * starling_preferences_new:
 * @parent: the window to stay above
 *
 * The preferences of @parent: the window that is open already, if there is
 * one. Present it to show it.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
starling_preferences_new (GtkWindow *parent)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) open = g_list_model_get_item (toplevels, i);

      if (STARLING_IS_PREFERENCES (open)
          && gtk_window_get_transient_for (open) == parent)
        return GTK_WIDGET (open);
    }

  return g_object_new (STARLING_TYPE_PREFERENCES, "transient-for", parent,
                       NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "preferences.h"

#include <glib/gi18n.h>

#include "preferences-cards.h"
#include "preferences-rehearse.h"
#include "settings.h"
#include "transient.h"
#include "widgets/quiz-settings.h"

struct _StarlingPreferences
{
  GtkWindow parent_instance;

  GtkAdjustment *text_size;
  GtkBox *styles;
  StarlingPreferencesCards *cards;
};

G_DEFINE_FINAL_TYPE (StarlingPreferences, starling_preferences, GTK_TYPE_WINDOW)

/* No gtk_widget_dispose_template(): the template's root is the window's child,
 * which GtkWindow lets go of by itself. */
static void
starling_preferences_class_init (StarlingPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (STARLING_TYPE_PREFERENCES_CARDS);
  g_type_ensure (STARLING_TYPE_PREFERENCES_REHEARSE);
  g_type_ensure (STARLING_TYPE_QUIZ_SETTINGS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/starlingapp/Starling/ui/preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingPreferences,
                                        text_size);
  gtk_widget_class_bind_template_child (widget_class, StarlingPreferences,
                                        styles);
  gtk_widget_class_bind_template_child (widget_class, StarlingPreferences,
                                        cards);
  starling_transient_add_keys (widget_class);
}

static void
append_style (StarlingPreferences *self, const char *title, const char *id)
{
  GtkWidget *toggle = gtk_toggle_button_new_with_label (title);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (toggle), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (toggle), "preferences.style");
  gtk_box_append (self->styles, toggle);
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
  append_style (self, _ ("System"), "system");
  append_style (self, _ ("Light"), "light");
  append_style (self, _ ("Dark"), "dark");

  g_settings_bind (settings, "text-size", self->text_size, "value",
                   G_SETTINGS_BIND_DEFAULT);
}

/**
 * starling_preferences_new:
 * @parent: the window to stay above
 * @session: whose library the settings of the flashcards belong to
 *
 * The preferences of @parent: the window that is open already, if there is
 * one. Present it to show it.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
starling_preferences_new (GtkWindow *parent, StarlingSession *session)
{
  GtkWidget *open = starling_transient_find (parent, STARLING_TYPE_PREFERENCES);
  StarlingPreferences *self = NULL;

  if (open != NULL)
    return open;
  self
      = g_object_new (STARLING_TYPE_PREFERENCES, "transient-for", parent, NULL);
  starling_preferences_cards_set_session (self->cards, session);
  return GTK_WIDGET (self);
}

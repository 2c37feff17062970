/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "preferences-rehearse.h"

#include <glib/gi18n.h>

#include "settings.h"
#include "widgets/wrap-box.h"

/* How many probes there are to choose from, between none and all. */
#define MOST_PROBES 4
#define ALL_PROBES 20

struct _StarlingPreferencesRehearse
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkAdjustment *speaking_rate;
  GtkSwitch *hide_phrases;
  GtkSwitch *lead_in;
  GtkSwitch *nudge_sound;
  GtkBox *probes;
  GtkAdjustment *probe_seconds;
  GtkWidget *seconds;
};

G_DEFINE_FINAL_TYPE (StarlingPreferencesRehearse,
                     starling_preferences_rehearse,
                     GTK_TYPE_WIDGET)

static void
starling_preferences_rehearse_dispose (GObject *object)
{
  StarlingPreferencesRehearse *self = STARLING_PREFERENCES_REHEARSE (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (starling_preferences_rehearse_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    gssize offset;
  } children[] = {
    { "content", G_STRUCT_OFFSET (StarlingPreferencesRehearse, content) },
    { "speaking_rate",
      G_STRUCT_OFFSET (StarlingPreferencesRehearse, speaking_rate) },
    { "hide_phrases",
      G_STRUCT_OFFSET (StarlingPreferencesRehearse, hide_phrases) },
    { "lead_in", G_STRUCT_OFFSET (StarlingPreferencesRehearse, lead_in) },
    { "nudge_sound",
      G_STRUCT_OFFSET (StarlingPreferencesRehearse, nudge_sound) },
    { "probes", G_STRUCT_OFFSET (StarlingPreferencesRehearse, probes) },
    { "probe_seconds",
      G_STRUCT_OFFSET (StarlingPreferencesRehearse, probe_seconds) },
    { "seconds", G_STRUCT_OFFSET (StarlingPreferencesRehearse, seconds) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    gtk_widget_class_bind_template_child_full (widget_class, children[i].name,
                                               FALSE, children[i].offset);
}

static void
starling_preferences_rehearse_class_init (
    StarlingPreferencesRehearseClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_preferences_rehearse_dispose;

  g_type_ensure (STARLING_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/starlingapp/Starling/ui/preferences-rehearse.ui");
  bind_children (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
append_probes (StarlingPreferencesRehearse *self, const char *title, int n)
{
  GtkWidget *toggle = gtk_toggle_button_new_with_label (title);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (toggle), "i", n);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (toggle),
                                  "preferences-rehearse.probes");
  gtk_box_append (self->probes, toggle);
}

static void
add_probes (StarlingPreferencesRehearse *self, GSettings *settings)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GAction) probes = g_settings_create_action (settings, "probes");

  g_action_map_add_action (G_ACTION_MAP (group), probes);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "preferences-rehearse",
                                  G_ACTION_GROUP (group));
  /* Translators: of the follow-up probes. */
  append_probes (self, C_ ("probes", "None"), 0);
  for (int i = 1; i <= MOST_PROBES; i++)
    {
      g_autofree char *figure = g_strdup_printf ("%d", i);

      append_probes (self, figure, i);
    }
  /* Translators: of the follow-up probes. */
  append_probes (self, C_ ("probes", "All"), ALL_PROBES);
}

static gboolean
is_not_zero (GValue *value, GVariant *variant, gpointer user_data)
{
  g_value_set_boolean (value, g_variant_get_int32 (variant) != 0);
  return TRUE;
}

static void
bind_settings (StarlingPreferencesRehearse *self, GSettings *settings)
{
  const struct
  {
    const char *key;
    gpointer object;
    const char *property;
  } bindings[] = {
    { "speaking-rate", self->speaking_rate, "value" },
    { "hide-phrases", self->hide_phrases, "active" },
    { "lead-in", self->lead_in, "active" },
    { "nudge-sound", self->nudge_sound, "active" },
    { "probe-seconds", self->probe_seconds, "value" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    g_settings_bind (settings, bindings[i].key, bindings[i].object,
                     bindings[i].property, G_SETTINGS_BIND_DEFAULT);
  g_settings_bind_with_mapping (settings, "probes", self->seconds, "sensitive",
                                G_SETTINGS_BIND_GET
                                    | G_SETTINGS_BIND_NO_SENSITIVITY,
                                is_not_zero, NULL, NULL, NULL);
}

static void
starling_preferences_rehearse_init (StarlingPreferencesRehearse *self)
{
  GSettings *settings = starling_settings_get ();

  gtk_widget_init_template (GTK_WIDGET (self));
  add_probes (self, settings);
  bind_settings (self, settings);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/today/row.h"

#include "widgets/pair.h"

struct _StarlingTodayRow
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *caption;
  GtkButton *button;
};

enum
{
  PROP_0,
  PROP_ICON_NAME,
  PROP_LABEL,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (StarlingTodayRow, starling_today_row, GTK_TYPE_WIDGET)

static void
starling_today_row_get_property (GObject *object,
                                 guint prop_id,
                                 GValue *value,
                                 GParamSpec *pspec)
{
  StarlingTodayRow *self = STARLING_TODAY_ROW (object);

  if (prop_id == PROP_ICON_NAME)
    g_value_set_string (value, gtk_image_get_icon_name (self->icon));
  else if (prop_id == PROP_LABEL)
    g_value_set_string (value, gtk_button_get_label (self->button));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
starling_today_row_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  StarlingTodayRow *self = STARLING_TODAY_ROW (object);

  if (prop_id == PROP_ICON_NAME)
    gtk_image_set_from_icon_name (self->icon, g_value_get_string (value));
  else if (prop_id == PROP_LABEL)
    gtk_button_set_label (self->button, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
starling_today_row_dispose (GObject *object)
{
  g_clear_pointer (&STARLING_TODAY_ROW (object)->content, gtk_widget_unparent);

  G_OBJECT_CLASS (starling_today_row_parent_class)->dispose (object);
}

static void
starling_today_row_class_init (StarlingTodayRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = starling_today_row_dispose;
  object_class->get_property = starling_today_row_get_property;
  object_class->set_property = starling_today_row_set_property;

  properties[PROP_ICON_NAME]
      = g_param_spec_string ("icon-name", NULL, NULL, NULL,
                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LABEL]
      = g_param_spec_string ("label", NULL, NULL, NULL,
                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (STARLING_TYPE_PAIR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/starlingapp/Starling/ui/pages/today/row.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingTodayRow,
                                        content);
  gtk_widget_class_bind_template_child (widget_class, StarlingTodayRow, icon);
  gtk_widget_class_bind_template_child (widget_class, StarlingTodayRow, title);
  gtk_widget_class_bind_template_child (widget_class, StarlingTodayRow,
                                        caption);
  gtk_widget_class_bind_template_child (widget_class, StarlingTodayRow, button);
  gtk_widget_class_set_css_name (widget_class, "todayrow");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_today_row_init (StarlingTodayRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  starling_today_row_set_main (self, FALSE);
}

/**
 * starling_today_row_set_texts:
 * @self: a suggestion
 * @title: what to do
 * @caption: why, or what that consists of
 *
 * Says what is suggested; that describes the button as well.
 */
void
starling_today_row_set_texts (StarlingTodayRow *self,
                              const char *title,
                              const char *caption)
{
  g_autofree char *both = NULL;

  g_return_if_fail (STARLING_IS_TODAY_ROW (self));

  both = g_str_has_suffix (title, ".")
             ? g_strdup_printf ("%s %s", title, caption)
             : g_strdup_printf ("%s. %s", title, caption);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->caption, caption);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, both,
                                  -1);
}

/**
 * starling_today_row_set_target:
 * @self: a suggestion
 * @scope: (nullable): what to practise; %NULL: there is nothing to begin
 * @mode: how, as `win.practise` has it
 *
 * Sets what the button begins.
 */
void
starling_today_row_set_target (StarlingTodayRow *self,
                               const char *scope,
                               const char *mode)
{
  g_return_if_fail (STARLING_IS_TODAY_ROW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->button), scope != NULL);
  if (scope == NULL)
    return;
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "(ss)",
                                    scope, mode);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button),
                                  "win.practise");
}

/**
 * starling_today_row_set_main:
 * @self: a suggestion
 * @is_main: whether its button is the filled one
 *
 * Makes it the main action of the page, or not.
 */
void
starling_today_row_set_main (StarlingTodayRow *self, gboolean is_main)
{
  const char *const css_classes[]
      = { is_main ? "suggested-action" : "plain", "text-button", NULL };

  g_return_if_fail (STARLING_IS_TODAY_ROW (self));

  gtk_widget_set_css_classes (GTK_WIDGET (self->button),
                              (const char **) css_classes);
}

/**
 * starling_today_row_get_button:
 * @self: a suggestion
 *
 * Returns: (transfer none): what begins it
 */
GtkWidget *
starling_today_row_get_button (StarlingTodayRow *self)
{
  g_return_val_if_fail (STARLING_IS_TODAY_ROW (self), NULL);

  return GTK_WIDGET (self->button);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/grade-button.h"

struct _StarlingGradeButton
{
  GtkButton parent_instance;

  GtkLabel *digit;
  GtkLabel *title;
  GtkLabel *interval;
};

enum
{
  PROP_0,
  PROP_DIGIT,
  PROP_TITLE,
  PROP_INTERVAL,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (StarlingGradeButton,
                     starling_grade_button,
                     GTK_TYPE_BUTTON)

static void
starling_grade_button_get_property (GObject *object,
                                    guint prop_id,
                                    GValue *value,
                                    GParamSpec *pspec)
{
  StarlingGradeButton *self = STARLING_GRADE_BUTTON (object);

  switch (prop_id)
    {
    case PROP_DIGIT:
      g_value_set_string (value, gtk_label_get_text (self->digit));
      break;
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_text (self->title));
      break;
    case PROP_INTERVAL:
      g_value_set_string (value, gtk_label_get_text (self->interval));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
starling_grade_button_set_property (GObject *object,
                                    guint prop_id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  StarlingGradeButton *self = STARLING_GRADE_BUTTON (object);

  switch (prop_id)
    {
    case PROP_DIGIT:
      gtk_label_set_text (self->digit, g_value_get_string (value));
      break;
    case PROP_TITLE:
      gtk_label_set_text (self->title, g_value_get_string (value));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      g_value_get_string (value), -1);
      break;
    case PROP_INTERVAL:
      starling_grade_button_set_interval (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* GTK waits a quarter of a second before a key counts as a click. */
static void
starling_grade_button_activate (GtkButton *button)
{
  if (gtk_widget_get_realized (GTK_WIDGET (button)))
    g_signal_emit_by_name (button, "clicked");
}

static void
starling_grade_button_class_init (StarlingGradeButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = starling_grade_button_get_property;
  object_class->set_property = starling_grade_button_set_property;
  GTK_BUTTON_CLASS (klass)->activate = starling_grade_button_activate;

  properties[PROP_DIGIT] = g_param_spec_string ("digit", NULL, NULL, "", flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_INTERVAL]
      = g_param_spec_string ("interval", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static GtkWidget *
new_label (const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
starling_grade_button_init (StarlingGradeButton *self)
{
  GtkWidget *overlay = g_object_new (GTK_TYPE_OVERLAY, "accessible-role",
                                     GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *box
      = g_object_new (GTK_TYPE_BOX, "accessible-role",
                      GTK_ACCESSIBLE_ROLE_PRESENTATION, "orientation",
                      GTK_ORIENTATION_VERTICAL, "spacing", 1, "valign",
                      GTK_ALIGN_CENTER, NULL);
  GtkWidget *digit = new_label ("digit");
  GtkWidget *title = new_label ("strong");
  GtkWidget *interval = new_label ("interval");

  gtk_widget_set_visible (interval, FALSE);
  gtk_widget_set_halign (digit, GTK_ALIGN_START);
  gtk_widget_set_valign (digit, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), interval);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), box);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), digit);
  gtk_overlay_set_measure_overlay (GTK_OVERLAY (overlay), digit, FALSE);
  gtk_button_set_child (GTK_BUTTON (self), overlay);
  gtk_widget_add_css_class (GTK_WIDGET (self), "grade");
  self->digit = GTK_LABEL (digit);
  self->title = GTK_LABEL (title);
  self->interval = GTK_LABEL (interval);
}

/**
 * starling_grade_button_set_interval:
 * @self: a button
 * @interval: when a card comes back, such as "3 days"
 *
 * Says what the grade would bring.
 */
void
starling_grade_button_set_interval (StarlingGradeButton *self,
                                    const char *interval)
{
  g_return_if_fail (STARLING_IS_GRADE_BUTTON (self));

  gtk_label_set_text (self->interval, interval);
  gtk_widget_set_visible (GTK_WIDGET (self->interval), *interval != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, interval,
                                  -1);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/steady-label.h"

struct _StarlingSteadyLabel
{
  GtkWidget parent_instance;

  GtkLabel *label;
};

enum
{
  PROP_0,
  PROP_LABEL,
  PROP_MAX_CHARS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (StarlingSteadyLabel,
                     starling_steady_label,
                     GTK_TYPE_WIDGET)

/* The width of the text in bold, cut off where it will be. */
static int
measure_bold (StarlingSteadyLabel *self)
{
  g_autoptr (PangoLayout) layout
      = gtk_widget_create_pango_layout (GTK_WIDGET (self->label),
                                        gtk_label_get_text (self->label));
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int max_chars = gtk_label_get_max_width_chars (self->label);
  int width;

  pango_attr_list_insert (attributes,
                          pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &width, NULL);
  if (max_chars > 0)
    {
      PangoFontMetrics *metrics
          = pango_context_get_metrics (pango_layout_get_context (layout), NULL,
                                       NULL);
      int most = PANGO_PIXELS_CEIL (
          pango_font_metrics_get_approximate_char_width (metrics) * max_chars);

      pango_font_metrics_unref (metrics);
      width = MIN (width, most);
    }
  return width + 1;
}

static void
starling_steady_label_measure (GtkWidget *widget,
                               GtkOrientation orientation,
                               int for_size,
                               int *minimum,
                               int *natural,
                               int *minimum_baseline,
                               int *natural_baseline)
{
  StarlingSteadyLabel *self = STARLING_STEADY_LABEL (widget);

  gtk_widget_measure (GTK_WIDGET (self->label), orientation, for_size, minimum,
                      natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *natural = MAX (*natural, measure_bold (self));
      if (gtk_label_get_ellipsize (self->label) == PANGO_ELLIPSIZE_NONE)
        *minimum = *natural;
    }
}

static void
starling_steady_label_size_allocate (GtkWidget *widget,
                                     int width,
                                     int height,
                                     int baseline)
{
  StarlingSteadyLabel *self = STARLING_STEADY_LABEL (widget);

  gtk_widget_size_allocate (GTK_WIDGET (self->label),
                            &(GtkAllocation){ 0, 0, width, height }, baseline);
}

static void
starling_steady_label_get_property (GObject *object,
                                    guint prop_id,
                                    GValue *value,
                                    GParamSpec *pspec)
{
  StarlingSteadyLabel *self = STARLING_STEADY_LABEL (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, gtk_label_get_text (self->label));
      break;
    case PROP_MAX_CHARS:
      g_value_set_int (value, gtk_label_get_max_width_chars (self->label));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
starling_steady_label_set_property (GObject *object,
                                    guint prop_id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  StarlingSteadyLabel *self = STARLING_STEADY_LABEL (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      gtk_label_set_text (self->label, g_value_get_string (value));
      break;
    case PROP_MAX_CHARS:
      gtk_label_set_max_width_chars (self->label, g_value_get_int (value));
      gtk_label_set_ellipsize (self->label, g_value_get_int (value) > 0
                                                ? PANGO_ELLIPSIZE_END
                                                : PANGO_ELLIPSIZE_NONE);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
starling_steady_label_dispose (GObject *object)
{
  StarlingSteadyLabel *self = STARLING_STEADY_LABEL (object);

  if (self->label != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->label));
  self->label = NULL;

  G_OBJECT_CLASS (starling_steady_label_parent_class)->dispose (object);
}

static void
starling_steady_label_class_init (StarlingSteadyLabelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = starling_steady_label_dispose;
  object_class->get_property = starling_steady_label_get_property;
  object_class->set_property = starling_steady_label_set_property;
  widget_class->measure = starling_steady_label_measure;
  widget_class->size_allocate = starling_steady_label_size_allocate;

  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, "", flags);
  properties[PROP_MAX_CHARS]
      = g_param_spec_int ("max-chars", NULL, NULL, -1, G_MAXINT, -1, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
starling_steady_label_init (StarlingSteadyLabel *self)
{
  self->label = g_object_new (GTK_TYPE_LABEL, "accessible-role",
                              GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));
}

/**
 * starling_steady_label_new:
 * @text: the text
 * @max_chars: about how many characters are shown, or -1 for all
 *
 * Returns: (transfer floating): a label as wide as its text in bold
 */
GtkWidget *
starling_steady_label_new (const char *text, int max_chars)
{
  return g_object_new (STARLING_TYPE_STEADY_LABEL, "label", text, "max-chars",
                       max_chars, NULL);
}

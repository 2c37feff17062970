/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/trend.h"

#define SPACING 9

struct _StarlingTrend
{
  GtkBox parent_instance;

  GtkBox *head;
  GtkLabel *title;
  GtkLabel *value;
  StarlingChart *chart;
};

G_DEFINE_FINAL_TYPE (StarlingTrend, starling_trend, GTK_TYPE_BOX)

static void
starling_trend_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), STARLING_TYPE_TREND);

  G_OBJECT_CLASS (starling_trend_parent_class)->dispose (object);
}

static void
starling_trend_class_init (StarlingTrendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_trend_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/starlingapp/Starling/ui/widgets/trend.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingTrend, head);
  gtk_widget_class_bind_template_child (widget_class, StarlingTrend, title);
  gtk_widget_class_bind_template_child (widget_class, StarlingTrend, value);
}

static void
starling_trend_init (StarlingTrend *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * starling_trend_new:
 * @title: what changes
 * @compact: whether it is one of several beside each other
 *
 * Returns: (transfer floating): a trend without values
 */
GtkWidget *
starling_trend_new (const char *title, gboolean compact)
{
  StarlingTrend *self = g_object_new (STARLING_TYPE_TREND, NULL);

  self->chart = g_object_new (STARLING_TYPE_CHART, "kind", STARLING_CHART_LINE,
                              "compact", compact, NULL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->head),
                                  compact ? GTK_ORIENTATION_VERTICAL
                                          : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (self->head, compact ? 0 : SPACING);
  gtk_label_set_label (self->title, title);
  starling_chart_set_name (self->chart, title);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->chart));
  return GTK_WIDGET (self);
}

/**
 * starling_trend_get_chart:
 * @self: a trend
 *
 * Returns: (transfer none): its line
 */
StarlingChart *
starling_trend_get_chart (StarlingTrend *self)
{
  g_return_val_if_fail (STARLING_IS_TREND (self), NULL);

  return self->chart;
}

/**
 * starling_trend_set_value:
 * @self: a trend
 * @value: the last value, in words
 */
void
starling_trend_set_value (StarlingTrend *self, const char *value)
{
  g_return_if_fail (STARLING_IS_TREND (self));

  gtk_label_set_label (self->value, value);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/history/trend.h"

#define SPACING 9

struct _StarlingRehearseTrend
{
  GtkBox parent_instance;

  GtkBox *head;
  GtkLabel *title;
  GtkLabel *value;
  StarlingChart *chart;
};

G_DEFINE_FINAL_TYPE (StarlingRehearseTrend,
                     starling_rehearse_trend,
                     GTK_TYPE_BOX)

static void
starling_rehearse_trend_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object),
                               STARLING_TYPE_REHEARSE_TREND);

  G_OBJECT_CLASS (starling_rehearse_trend_parent_class)->dispose (object);
}

static void
starling_rehearse_trend_class_init (StarlingRehearseTrendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_rehearse_trend_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/starlingapp/Starling/ui/pages/rehearse/history/trend.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseTrend,
                                        head);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseTrend,
                                        title);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseTrend,
                                        value);
}

static void
starling_rehearse_trend_init (StarlingRehearseTrend *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * starling_rehearse_trend_new:
 * @title: what changes
 * @compact: whether it is one of several beside each other
 *
 * Returns: (transfer floating): a trend without values
 */
GtkWidget *
starling_rehearse_trend_new (const char *title, gboolean compact)
{
  StarlingRehearseTrend *self
      = g_object_new (STARLING_TYPE_REHEARSE_TREND, NULL);

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
 * starling_rehearse_trend_get_chart:
 * @self: a trend
 *
 * Returns: (transfer none): its line
 */
StarlingChart *
starling_rehearse_trend_get_chart (StarlingRehearseTrend *self)
{
  g_return_val_if_fail (STARLING_IS_REHEARSE_TREND (self), NULL);

  return self->chart;
}

/**
 * starling_rehearse_trend_set_value:
 * @self: a trend
 * @value: the last value, in words
 */
void
starling_rehearse_trend_set_value (StarlingRehearseTrend *self,
                                   const char *value)
{
  g_return_if_fail (STARLING_IS_REHEARSE_TREND (self));

  gtk_label_set_label (self->value, value);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/mean-bar.h"

#include "widgets/ring-paint.h"

#define BAR_HEIGHT 13
#define TICK_HEIGHT 21
#define MIN_WIDTH 60

struct _StarlingMeanBar
{
  GtkWidget parent_instance;

  int tenths;        /* 0: nothing */
  int wanted_tenths; /* -1: no tick */
  int best;
};

G_DEFINE_FINAL_TYPE (StarlingMeanBar, starling_mean_bar, GTK_TYPE_WIDGET)

static void
fill_bar (
    cairo_t *cr, GtkWidget *widget, const char *color, double y, double width)
{
  starling_paint_set_color (cr, widget, color);
  starling_paint_bar (cr, 0, y, width, BAR_HEIGHT);
  cairo_fill (cr);
}

static void
starling_mean_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StarlingMeanBar *self = STARLING_MEAN_BAR (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  double scale = self->best > 0 ? width / (10.0 * self->best) : 0;
  double middle = height / 2.0;
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    {
      cairo_translate (cr, width, 0);
      cairo_scale (cr, -1, 1);
    }
  fill_bar (cr, widget, "starling_well", middle - BAR_HEIGHT / 2.0, width);
  if (self->tenths > 0)
    fill_bar (cr, widget, "starling_accent", middle - BAR_HEIGHT / 2.0,
              self->tenths * scale);
  if (self->wanted_tenths >= 0)
    {
      starling_paint_set_color (cr, widget, "starling_ink");
      cairo_rectangle (cr, self->wanted_tenths * scale - 1,
                       middle - TICK_HEIGHT / 2.0, 2, TICK_HEIGHT);
      cairo_fill (cr);
    }
  cairo_destroy (cr);
}

static void
starling_mean_bar_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  *minimum_baseline = *natural_baseline = -1;
  *minimum = *natural
      = orientation == GTK_ORIENTATION_VERTICAL ? TICK_HEIGHT : MIN_WIDTH;
}

static void
starling_mean_bar_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (starling_mean_bar_parent_class)
      ->css_changed (widget, change);
  gtk_widget_queue_draw (widget);
}

static void
starling_mean_bar_class_init (StarlingMeanBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = starling_mean_bar_measure;
  widget_class->snapshot = starling_mean_bar_snapshot;
  widget_class->css_changed = starling_mean_bar_css_changed;

  gtk_widget_class_set_css_name (widget_class, "meanbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
starling_mean_bar_init (StarlingMeanBar *self)
{
}

/**
 * starling_mean_bar_new:
 *
 * Returns: (transfer floating): an empty bar
 */
GtkWidget *
starling_mean_bar_new (void)
{
  return g_object_new (STARLING_TYPE_MEAN_BAR, NULL);
}

/**
 * starling_mean_bar_set:
 * @self: a bar
 * @tenths: the mean in tenths; 0: nothing was rated
 * @wanted_tenths: where the tick stands; -1: none
 * @best: what fills the bar
 *
 * Shows a mean.
 */
void
starling_mean_bar_set (StarlingMeanBar *self,
                       int tenths,
                       int wanted_tenths,
                       int best)
{
  g_return_if_fail (STARLING_IS_MEAN_BAR (self));

  self->tenths = tenths;
  self->wanted_tenths = wanted_tenths;
  self->best = best;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

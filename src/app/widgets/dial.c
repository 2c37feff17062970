/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dial.h"

#include "widgets/ring-paint.h"

/* Width of the line, as a share of the diameter. */
#define LINE 0.16

struct _StarlingDial
{
  GtkWidget parent_instance;

  double share;
  gboolean filled;
};

G_DEFINE_FINAL_TYPE (StarlingDial, starling_dial, GTK_TYPE_WIDGET)

/* From where the hand is to the top: what is spent is gone. */
static void
paint_rest (cairo_t *cr, const StarlingDial *self, double radius)
{
  double from = -G_PI_2 + (1 - self->share) * 2 * G_PI;

  if (self->share <= 0)
    return;
  if (self->filled)
    {
      cairo_move_to (cr, 0, 0);
      cairo_arc (cr, 0, 0, radius, from, 3 * G_PI_2);
      cairo_close_path (cr);
      cairo_fill (cr);
    }
  else
    {
      cairo_arc (cr, 0, 0, radius, from, 3 * G_PI_2);
      cairo_stroke (cr);
    }
}

static void
starling_dial_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StarlingDial *self = STARLING_DIAL (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  double diameter = MIN (width, height);
  double line = diameter * LINE;
  double radius = (diameter - line) / 2;
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));

  cairo_translate (cr, width / 2.0, height / 2.0);
  cairo_set_line_width (cr, line);
  starling_paint_set_color (cr, widget,
                            self->filled ? "starling_warn" : "starling_track");
  cairo_arc (cr, 0, 0, radius, 0, 2 * G_PI);
  cairo_stroke (cr);
  starling_paint_set_color (cr, widget,
                            self->filled ? "starling_warn" : "starling_accent");
  paint_rest (cr, self, radius);
  cairo_destroy (cr);
}

static void
starling_dial_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (starling_dial_parent_class)->css_changed (widget, change);
  gtk_widget_queue_draw (widget);
}

static void
starling_dial_class_init (StarlingDialClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = starling_dial_snapshot;
  widget_class->css_changed = starling_dial_css_changed;

  gtk_widget_class_set_css_name (widget_class, "dial");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
starling_dial_init (StarlingDial *self)
{
  self->share = 1;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * starling_dial_set_share:
 * @self: a dial
 * @share: 0 to 1: how much is left
 *
 * Shows what is left.
 */
void
starling_dial_set_share (StarlingDial *self, double share)
{
  g_return_if_fail (STARLING_IS_DIAL (self));

  self->share = CLAMP (share, 0, 1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * starling_dial_set_filled:
 * @self: a dial
 * @filled: whether there is little left
 *
 * Makes the arc a piece of a disc, in the colour of a warning.
 */
void
starling_dial_set_filled (StarlingDial *self, gboolean filled)
{
  g_return_if_fail (STARLING_IS_DIAL (self));

  self->filled = filled;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

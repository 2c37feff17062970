/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/ring-paint.h"

#define RADIUS 3.5
#define STRIDE 5.0
#define TRACK 8
#define ARC STARLING_PAINT_RING_WIDTH
#define OUTLINE 1.5
#define MARGIN 2

static void
get_color (GtkWidget *widget, const char *name, GdkRGBA *color)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);

  if (!gtk_style_context_lookup_color (context, name, color))
    gtk_style_context_get_color (context, color);
}

/**
 * starling_paint_set_color:
 * @cr: a context
 * @widget: the widget that is drawn
 * @name: a colour that the style sheet defines
 *
 * Draws on with a colour of the style sheet; without one, with the colour of
 * the widget's text.
 */
void
starling_paint_set_color (cairo_t *cr, GtkWidget *widget, const char *name)
{
  GdkRGBA color;

  get_color (widget, name, &color);
  gdk_cairo_set_source_rgba (cr, &color);
}

/**
 * starling_paint_bar:
 * @cr: a context
 * @x: left edge
 * @y: upper edge
 * @width: width
 * @height: height
 *
 * Adds a bar with rounded corners to the path.
 */
void
starling_paint_bar (
    cairo_t *cr, double x, double y, double width, double height)
{
  double r = MIN (RADIUS, MIN (width, height) / 2);

  if (width <= 0 || height <= 0)
    return;
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - r, y + r, r, -G_PI_2, 0);
  cairo_arc (cr, x + width - r, y + height - r, r, 0, G_PI_2);
  cairo_arc (cr, x + r, y + height - r, r, G_PI_2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, G_PI + G_PI_2);
  cairo_close_path (cr);
}

/**
 * starling_paint_set_hatching:
 * @cr: a context
 * @widget: the widget that is drawn
 * @name: a colour that the style sheet defines
 * @extent: the larger of width and height that are drawn on, from the origin
 *
 * Draws on with diagonal lines over a light ground of the colour.
 */
void
starling_paint_set_hatching (cairo_t *cr,
                             GtkWidget *widget,
                             const char *name,
                             double extent)
{
  GdkRGBA color, ground;

  get_color (widget, name, &color);
  ground = color;
  ground.alpha *= 0.16f;

  cairo_push_group (cr);
  cairo_new_path (cr);
  gdk_cairo_set_source_rgba (cr, &ground);
  cairo_paint (cr);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, 1.5);
  for (double x = -extent; x < extent; x += STRIDE)
    {
      cairo_move_to (cr, x, extent);
      cairo_line_to (cr, x + extent, 0);
    }
  cairo_stroke (cr);
  cairo_pop_group_to_source (cr);
}

static void
draw_arc (cairo_t *cr, double radius, double share, double line)
{
  cairo_set_line_width (cr, line);
  cairo_new_path (cr);
  cairo_arc (cr, 0, 0, radius, -G_PI_2, -G_PI_2 + 2 * G_PI * share);
  cairo_stroke (cr);
}

/* What is over target: hatched between two lines, over the full arc. */
static void
draw_over (
    cairo_t *cr, GtkWidget *widget, int diameter, double radius, double share)
{
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  starling_paint_set_color (cr, widget, "starling_page");
  draw_arc (cr, radius, share, ARC + 2 * OUTLINE);
  cairo_translate (cr, -diameter, -diameter);
  starling_paint_set_hatching (cr, widget, "starling_warn", 2.0 * diameter);
  cairo_translate (cr, diameter, diameter);
  draw_arc (cr, radius, share, ARC);
  starling_paint_set_color (cr, widget, "starling_warn");
  draw_arc (cr, radius - ARC / 2.0, share, OUTLINE);
  draw_arc (cr, radius + ARC / 2.0, share, OUTLINE);
}

/**
 * starling_paint_ring:
 * @cr: a context whose origin is the centre
 * @widget: the widget that is drawn
 * @diameter: px
 * @share: of the time that is spent; above 1: over
 * @color: the colour of what is spent
 *
 * Draws a ring that fills clockwise from the top, and once more where over.
 */
void
starling_paint_ring (cairo_t *cr,
                     GtkWidget *widget,
                     int diameter,
                     double share,
                     const char *color)
{
  double radius = (diameter - ARC) / 2.0 - MARGIN;

  starling_paint_set_color (cr, widget, "starling_track");
  draw_arc (cr, radius, 1, TRACK);
  starling_paint_set_color (cr, widget, color);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  if (share > 0)
    draw_arc (cr, radius, MIN (share, 1), ARC);
  if (share > 1)
    draw_over (cr, widget, diameter, radius, MIN (share - 1, 1));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/target-plot-bar.h"

#include "widgets/ring-paint.h"

#define BAR_HEIGHT 13
#define TICK_HEIGHT 21
#define DIAMOND 5.0
#define CIRCLE 4.5
#define MIN_WIDTH 60
#define MARK_WIDTH 14

struct _StarlingTargetPlotBar
{
  GtkWidget parent_instance;

  gint64 whole;
  gint64 target;
  gint64 spent;
  gint64 last; /* -1: none */
  gint64 best; /* -1: none */
};

G_DEFINE_FINAL_TYPE (StarlingTargetPlotBar,
                     starling_target_plot_bar,
                     GTK_TYPE_WIDGET)

static void
fill_bar (
    cairo_t *cr, GtkWidget *widget, const char *color, double y, double width)
{
  starling_paint_set_color (cr, widget, color);
  starling_paint_bar (cr, 0, y, width, BAR_HEIGHT);
  cairo_fill (cr);
}

static void
draw_over (cairo_t *cr, GtkWidget *widget, double x, double y, double width)
{
  const double right = x + width;

  starling_paint_set_color (cr, widget, "starling_card");
  cairo_rectangle (cr, x, y, width, BAR_HEIGHT);
  cairo_fill (cr);
  starling_paint_set_hatching (cr, widget, "starling_warn",
                               MAX (right, y + BAR_HEIGHT));
  cairo_rectangle (cr, x, y, width, BAR_HEIGHT);
  cairo_fill (cr);
  starling_paint_set_color (cr, widget, "starling_warn");
  cairo_set_line_width (cr, 1.5);
  cairo_rectangle (cr, x + 0.75, y + 0.75, MAX (width - 1.5, 0.5),
                   BAR_HEIGHT - 1.5);
  cairo_stroke (cr);
}

static void
draw_tick (cairo_t *cr, GtkWidget *widget, double x, double middle)
{
  starling_paint_set_color (cr, widget, "starling_ink");
  cairo_rectangle (cr, x - 1, middle - TICK_HEIGHT / 2.0, 2, TICK_HEIGHT);
  cairo_fill (cr);
}

/* Fills and outlines the path of a mark. */
static void
draw_hollow (cairo_t *cr, GtkWidget *widget)
{
  starling_paint_set_color (cr, widget, "starling_card");
  cairo_fill_preserve (cr);
  starling_paint_set_color (cr, widget, "starling_ink");
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

static void
draw_circle (cairo_t *cr, GtkWidget *widget, double x, double middle)
{
  cairo_new_path (cr);
  cairo_arc (cr, x, middle, CIRCLE, 0, 2 * G_PI);
  draw_hollow (cr, widget);
}

static void
draw_diamond (cairo_t *cr, GtkWidget *widget, double x, double middle)
{
  cairo_new_path (cr);
  cairo_move_to (cr, x, middle - DIAMOND);
  cairo_line_to (cr, x + DIAMOND, middle);
  cairo_line_to (cr, x, middle + DIAMOND);
  cairo_line_to (cr, x - DIAMOND, middle);
  cairo_close_path (cr);
  draw_hollow (cr, widget);
}

static void
starling_target_plot_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StarlingTargetPlotBar *self = STARLING_TARGET_PLOT_BAR (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  double scale = self->whole > 0 ? (double) width / (double) self->whole : 0;
  double middle = height / 2.0, y = middle - BAR_HEIGHT / 2.0;
  double target = (double) self->target * scale;
  double spent = (double) self->spent * scale;
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot,
      &GRAPHENE_RECT_INIT (-DIAMOND - 1, 0, (float) (width + 2 * DIAMOND + 2),
                           (float) height));

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    {
      cairo_translate (cr, width, 0);
      cairo_scale (cr, -1, 1);
    }
  fill_bar (cr, widget, "starling_well", y, width);
  fill_bar (cr, widget, "starling_accent", y, MIN (spent, target));
  if (spent > target + 0.5)
    draw_over (cr, widget, target, y, spent - target);
  draw_tick (cr, widget, target, middle);
  if (self->best >= 0)
    draw_circle (cr, widget, (double) self->best * scale, middle);
  if (self->last >= 0)
    draw_diamond (cr, widget, (double) self->last * scale, middle);
  cairo_destroy (cr);
}

static void
starling_target_plot_bar_measure (GtkWidget *widget,
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
starling_target_plot_bar_css_changed (GtkWidget *widget,
                                      GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (starling_target_plot_bar_parent_class)
      ->css_changed (widget, change);
  gtk_widget_queue_draw (widget);
}

static void
starling_target_plot_bar_class_init (StarlingTargetPlotBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = starling_target_plot_bar_measure;
  widget_class->snapshot = starling_target_plot_bar_snapshot;
  widget_class->css_changed = starling_target_plot_bar_css_changed;

  gtk_widget_class_set_css_name (widget_class, "plotbar");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
starling_target_plot_bar_init (StarlingTargetPlotBar *self)
{
  self->last = -1;
  self->best = -1;
}

/**
 * starling_target_plot_bar_new:
 *
 * Returns: (transfer floating): an empty bar
 */
GtkWidget *
starling_target_plot_bar_new (void)
{
  return g_object_new (STARLING_TYPE_TARGET_PLOT_BAR, NULL);
}

/**
 * starling_target_plot_bar_set_times:
 * @self: a bar
 * @whole: milliseconds that its whole width stands for
 * @target: milliseconds wanted
 * @spent: milliseconds spent
 * @last: milliseconds of the last take; -1: none
 * @best: milliseconds of the best take; -1: none
 *
 * Shows times.
 */
void
starling_target_plot_bar_set_times (StarlingTargetPlotBar *self,
                                    gint64 whole,
                                    gint64 target,
                                    gint64 spent,
                                    gint64 last,
                                    gint64 best)
{
  g_return_if_fail (STARLING_IS_TARGET_PLOT_BAR (self));

  self->whole = whole;
  self->target = target;
  self->spent = spent;
  self->last = last;
  self->best = best;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
draw_mark_cb (
    GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  GtkWidget *widget = GTK_WIDGET (area);
  double middle = height / 2.0, y = middle - BAR_HEIGHT / 2.0;

  switch ((StarlingPlotMark) GPOINTER_TO_INT (data))
    {
    case STARLING_PLOT_MARK_SPENT:
      fill_bar (cr, widget, "starling_accent", y, width);
      break;
    case STARLING_PLOT_MARK_OVER:
      draw_over (cr, widget, 0, y, width);
      break;
    case STARLING_PLOT_MARK_TARGET:
      draw_tick (cr, widget, width / 2.0, middle);
      break;
    case STARLING_PLOT_MARK_BEST:
      draw_circle (cr, widget, width / 2.0, middle);
      break;
    case STARLING_PLOT_MARK_LAST:
    default:
      draw_diamond (cr, widget, width / 2.0, middle);
      break;
    }
}

/**
 * starling_plot_mark_new:
 * @mark: what to show
 *
 * Returns: (transfer floating): the mark alone, for a legend
 */
GtkWidget *
starling_plot_mark_new (StarlingPlotMark mark)
{
  GtkWidget *area
      = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role",
                      GTK_ACCESSIBLE_ROLE_PRESENTATION, "content-width",
                      MARK_WIDTH, "content-height", TICK_HEIGHT, "valign",
                      GTK_ALIGN_CENTER, NULL);

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_mark_cb,
                                  GINT_TO_POINTER (mark), NULL);
  return area;
}

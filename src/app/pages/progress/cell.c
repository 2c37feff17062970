/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/progress/cell.h"

#include "pages/progress/words.h"
#include "widgets/chart-text.h"
#include "widgets/ring-paint.h"

#include <glib/gi18n.h>
#include <math.h>

#define N_DOTS 4
#define DOT 0.3     /* radius, of the pitch */
#define FILLED 0.35 /* likewise */
#define PITCH 0.52  /* of the height of the text */
#define SIDE 7
#define GAP 6
#define ABOVE 2
#define BELOW 1
#define BAR 4
#define RADIUS 6.0

struct _StarlingProgressCell
{
  GtkWidget parent_instance;

  StarlingCellFigures figures;
};

G_DEFINE_FINAL_TYPE (StarlingProgressCell,
                     starling_progress_cell,
                     GTK_TYPE_WIDGET)

static PangoLayout *
make_layout (GtkWidget *widget, const char *text, gboolean strong)
{
  PangoLayout *layout = starling_chart_make_layout (widget, text, strong);
  g_autoptr (PangoAttrList) attributes = NULL;

  if (strong)
    return layout;
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_scale_new (0.93));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

static int
measure_text (GtkWidget *widget, const char *text, gboolean strong, int *height)
{
  g_autoptr (PangoLayout) layout = make_layout (widget, text, strong);
  int width;

  pango_layout_get_pixel_size (layout, &width, height);
  return width;
}

static void
starling_progress_cell_measure (GtkWidget *widget,
                                GtkOrientation orientation,
                                int for_size,
                                int *minimum,
                                int *natural,
                                int *minimum_baseline,
                                int *natural_baseline)
{
  g_autofree char *most = starling_progress_format_percent (100);
  int height;
  int strong = measure_text (widget, most, TRUE, &height);
  int soft = measure_text (widget, most, FALSE, NULL);
  int open
      = measure_text (widget, STARLING_PROGRESS_CELL (widget)->figures.open,
                      FALSE, NULL);

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = ABOVE + height + BELOW + BAR;
  else
    *minimum = *natural = MAX (2 * SIDE + (int) (N_DOTS * PITCH * height)
                                   + 2 * GAP + strong + soft,
                               open + 2 * SIDE);
}

/**
 * starling_progress_cell_draw_dots:
 * @cr: a context
 * @widget: the widget that is drawn
 * @pitch: from one dot to the next, in px
 * @x: left edge of the first
 * @y: middle
 * @n: how many are filled
 * @n_of: how many there are
 *
 * Draws the dots of stories rehearsed.
 */
void
starling_progress_cell_draw_dots (cairo_t *cr,
                                  GtkWidget *widget,
                                  double pitch,
                                  double x,
                                  double y,
                                  guint n,
                                  guint n_of)
{
  cairo_set_line_width (cr, pitch / 10);
  for (guint i = 0; i < n_of; i++)
    {
      cairo_new_sub_path (cr);
      cairo_arc (cr, x + pitch * (i + 0.5), y, pitch * (i < n ? FILLED : DOT),
                 0, 2 * G_PI);
      starling_paint_set_color (cr, widget,
                                i < n ? "starling_ink" : "starling_edge");
      if (i < n)
        cairo_fill (cr);
      else
        cairo_stroke (cr);
    }
}

/* Its dashes can be told from dots, unlike those of GTK. */
static void
draw_outline (GtkWidget *widget, GtkSnapshot *snapshot, int width, int height)
{
  static const double dashes[] = { 4, 3 };
  const double corners[][2] = { { width - RADIUS, RADIUS },
                                { width - RADIUS, height - RADIUS },
                                { RADIUS, height - RADIUS },
                                { RADIUS, RADIUS } };

  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    cairo_arc (cr, corners[i][0], corners[i][1], RADIUS - 0.5,
               ((int) i - 1) * G_PI_2, i * G_PI_2);
  cairo_close_path (cr);
  starling_paint_set_color (cr, widget, "starling_edge");
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
draw_open (StarlingProgressCell *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (PangoLayout) layout
      = make_layout (widget, self->figures.open, FALSE);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  /* in line with the name beside it, else in the middle of the outline */
  int lift = self->figures.outlined ? 0 : BAR - 1;

  if (self->figures.outlined)
    draw_outline (widget, snapshot, width, height);
  pango_layout_get_pixel_size (layout, &width, &height);
  starling_chart_append_layout (widget, snapshot, layout,
                                (gtk_widget_get_width (widget) - width) / 2.0,
                                (gtk_widget_get_height (widget) - height - lift)
                                    / 2.0,
                                "starling_soft");
}

static void
draw_shapes (StarlingProgressCell *self, cairo_t *cr, int width, int height)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  double bar = width * self->figures.mastery / 100.0;
  int text;

  if (mirrored)
    {
      cairo_translate (cr, width, 0);
      cairo_scale (cr, -1, 1);
    }
  measure_text (widget, "0", TRUE, &text);
  starling_progress_cell_draw_dots (cr, widget, PITCH * text, SIDE,
                                    floor ((height - BAR) / 2.0) + 0.5,
                                    MIN (self->figures.n_rehearsed, N_DOTS),
                                    N_DOTS);
  starling_paint_set_color (cr, widget, "starling_track");
  cairo_rectangle (cr, 0, height - BAR, width, BAR);
  cairo_fill (cr);
  starling_paint_set_color (cr, widget, "starling_accent");
  cairo_rectangle (cr, 0, height - BAR, bar, BAR);
  cairo_fill (cr);
}

/* The quiz share ends at the far edge, the mastery before its widest. */
static void
draw_texts (StarlingProgressCell *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int width = gtk_widget_get_width (widget);
  int middle = gtk_widget_get_height (widget) - BAR;
  g_autofree char *most = starling_progress_format_percent (100);
  const int percent[] = { self->figures.mastery, self->figures.quiz };
  double end[] = { 0, width - SIDE };

  end[0] = end[1] - measure_text (widget, most, FALSE, NULL) - GAP;
  for (guint i = 0; i < G_N_ELEMENTS (percent); i++)
    {
      g_autofree char *text = starling_progress_format_percent (percent[i]);
      g_autoptr (PangoLayout) layout = make_layout (widget, text, i == 0);
      int extent, height;

      pango_layout_get_pixel_size (layout, &extent, &height);
      starling_chart_append_layout (widget, snapshot, layout,
                                    mirrored ? width - end[i] : end[i] - extent,
                                    floor ((middle - height) / 2.0) + 1,
                                    i == 0 ? "starling_ink" : "starling_soft");
    }
}

static void
starling_progress_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StarlingProgressCell *self = STARLING_PROGRESS_CELL (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (!self->figures.begun)
    {
      draw_open (self, snapshot);
      return;
    }
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float) width,
                                                       (float) height));
  draw_shapes (self, cr, width, height);
  cairo_destroy (cr);
  draw_texts (self, snapshot);
}

static void
starling_progress_cell_css_changed (GtkWidget *widget,
                                    GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (starling_progress_cell_parent_class)
      ->css_changed (widget, change);
  gtk_widget_queue_resize (widget); /* the font may have changed */
}

static void
starling_progress_cell_class_init (StarlingProgressCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = starling_progress_cell_measure;
  widget_class->snapshot = starling_progress_cell_snapshot;
  widget_class->css_changed = starling_progress_cell_css_changed;

  gtk_widget_class_set_css_name (widget_class, "progresscell");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
starling_progress_cell_init (StarlingProgressCell *self)
{
  self->figures.open = "";
}

/**
 * starling_progress_cell_new:
 *
 * Returns: (transfer floating): the inside of a cell that was not started
 */
GtkWidget *
starling_progress_cell_new (void)
{
  return g_object_new (STARLING_TYPE_PROGRESS_CELL, NULL);
}

/**
 * starling_progress_cell_set:
 * @self: the inside of a cell
 * @figures: what to show
 */
void
starling_progress_cell_set (StarlingProgressCell *self,
                            const StarlingCellFigures *figures)
{
  g_return_if_fail (STARLING_IS_PROGRESS_CELL (self));

  self->figures = *figures;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

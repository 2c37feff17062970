/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/chart-paint-private.h"

#include "widgets/chart-text.h"
#include "widgets/ring-paint.h"

#include <math.h>

#define MIN_PLOT 96
#define COMPACT_PLOT 56
#define COMPACT_LINES 3 /* of text, which a compact plot is as high as */
#define LINE_WIDTH 2
#define POINT 3.0
#define RING_AROUND 8.0 /* where it is the current one as well */
#define REACH 9.0f      /* of points at the edges */
#define TARGET_GAP 8
#define USUAL "100%"    /* as wide as most of what stands beside a plot */
#define HOLLOW_PITCH 18 /* px between points, from which on they are shown */

/**
 * starling_chart_measure_rows:
 * @widget: a chart
 * @data: what it shows
 * @rows: (out caller-allocates): the least heights; at the chart's own height,
 *   the plot takes what is left
 */
void
starling_chart_measure_rows (GtkWidget *widget,
                             const StarlingChartData *data,
                             StarlingChartRows *rows)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "0");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  *rows = (StarlingChartRows){
    height + STARLING_CHART_FIGURE_GAP,
    data->compact ? MAX (COMPACT_PLOT, COMPACT_LINES * height) : MIN_PLOT, 0
  };
  /* values that are yet to come may have labels */
  if (data->n_items == 0)
    rows->label = STARLING_CHART_LABEL_GAP + height;
  for (guint i = 0; i < data->n_items; i++)
    if (data->labels[i] != NULL)
      rows->label = STARLING_CHART_LABEL_GAP + height;
  /* what stands beside the lower edge reaches below it */
  if (data->least_label != NULL)
    rows->label = MAX (rows->label, (height + 1) / 2);
}

/**
 * starling_chart_painting_get_slot:
 * @self: a drawing
 * @index: a value
 * @slot: (out caller-allocates): where it lies
 */
void
starling_chart_painting_get_slot (const StarlingChartPainting *self,
                                  guint index,
                                  StarlingChartSlot *slot)
{
  starling_chart_slot_init (slot, self->data->bars, self->width,
                            self->data->n_items, index);
}

/**
 * starling_chart_painting_flip:
 * @self: a drawing
 * @x: from the start of the line
 *
 * Returns: from the left: all is laid out from left to right, and mirrored here
 */
double
starling_chart_painting_flip (const StarlingChartPainting *self, double x)
{
  if (gtk_widget_get_direction (self->widget) == GTK_TEXT_DIR_RTL)
    return self->full - x;
  return x;
}

/**
 * starling_chart_painting_get_target:
 * @self: a drawing of a chart with a target
 *
 * Returns: where its line lies, below the upper edge of the widget
 */
double
starling_chart_painting_get_target (const StarlingChartPainting *self)
{
  return self->above
         + starling_chart_range_get_y (&self->range, self->data->target,
                                       self->height);
}

/* --- what lies in the plot --- */

/* A target is the only rule. */
static void
draw_rules (const StarlingChartPainting *self, cairo_t *cr)
{
  double left = MIN (starling_chart_painting_flip (self, 0),
                     starling_chart_painting_flip (self, self->width));

  if (self->data->has_target)
    return;
  starling_paint_set_color (cr, self->widget, "starling_line");
  for (guint i = 0; i < 3; i++)
    {
      double y = floor (self->above + self->height * i / 2.0);

      cairo_rectangle (cr, left, MIN (y, self->above + self->height - 1),
                       self->width, 1);
    }
  cairo_fill (cr);
}

/**
 * starling_chart_paint_dashes:
 * @cr: a context
 * @widget: the widget that is drawn
 * @left: where the line begins
 * @right: where it ends
 * @y: its middle
 *
 * Draws the line of a target.
 */
void
starling_chart_paint_dashes (
    cairo_t *cr, GtkWidget *widget, double left, double right, double y)
{
  static const double dashes[] = { 4, 3 };

  starling_paint_set_color (cr, widget, "starling_edge");
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, left, floor (y) + 0.5);
  cairo_line_to (cr, right, floor (y) + 0.5);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* The band around the target. */
static void
draw_band (const StarlingChartPainting *self, cairo_t *cr)
{
  const StarlingChartData *data = self->data;
  double top
      = starling_chart_range_get_y (&self->range, data->target + data->half,
                                    self->height);
  double bottom
      = starling_chart_range_get_y (&self->range, data->target - data->half,
                                    self->height);

  starling_paint_set_color (cr, self->widget, "starling_well");
  cairo_rectangle (cr,
                   MIN (starling_chart_painting_flip (self, 0),
                        starling_chart_painting_flip (self, self->width)),
                   self->above + top, self->width, bottom - top);
  cairo_fill_preserve (cr);
  starling_paint_set_color (cr, self->widget, "starling_line");
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

static void
draw_target (const StarlingChartPainting *self, cairo_t *cr)
{
  if (self->data->has_target && self->data->half > 0)
    draw_band (self, cr);
  else if (self->data->has_target)
    starling_chart_paint_dashes (cr, self->widget,
                                 starling_chart_painting_flip (self, 0),
                                 starling_chart_painting_flip (self,
                                                               self->width),
                                 starling_chart_painting_get_target (self));
}

static void
draw_cursor (const StarlingChartPainting *self, cairo_t *cr)
{
  StarlingChartSlot slot;

  if (self->data->cursor < 0)
    return;
  starling_chart_painting_get_slot (self, (guint) self->data->cursor, &slot);
  starling_paint_set_color (cr, self->widget, "starling_well");
  cairo_rectangle (cr,
                   MIN (starling_chart_painting_flip (self, slot.start),
                        starling_chart_painting_flip (self, slot.end)),
                   self->above, slot.end - slot.start, self->height);
  cairo_fill (cr);
}

static void
draw_bars (const StarlingChartPainting *self, cairo_t *cr)
{
  const StarlingChartData *data = self->data;

  for (guint i = 0; i < data->n_items; i++)
    {
      double height = self->height - self->tops[i];
      StarlingChartSlot slot;

      if (data->values[i] <= 0)
        continue;
      starling_chart_painting_get_slot (self, i, &slot);
      height = MAX (round (height), 2);
      starling_paint_set_color (cr, self->widget,
                                (int) i == data->current ? "starling_accent"
                                                         : "starling_edge");
      starling_paint_bar (cr,
                          starling_chart_painting_flip (self, slot.middle)
                              - slot.width / 2,
                          self->above + self->height - height, slot.width,
                          height);
      cairo_fill (cr);
    }
}

static void
draw_point (const StarlingChartPainting *self,
            cairo_t *cr,
            guint index,
            gboolean filled)
{
  StarlingChartSlot slot;

  starling_chart_painting_get_slot (self, index, &slot);
  cairo_new_sub_path (cr);
  cairo_arc (cr, starling_chart_painting_flip (self, slot.middle),
             self->above + self->tops[index],
             filled ? STARLING_CHART_POINT : POINT, 0, 2 * G_PI);
  starling_paint_set_color (cr, self->widget,
                            filled ? "starling_accent" : "starling_card");
  if (filled)
    {
      cairo_fill (cr);
      return;
    }
  cairo_fill_preserve (cr);
  starling_paint_set_color (cr, self->widget, "starling_accent");
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

/**
 * starling_chart_paint_ring:
 * @cr: a context
 * @widget: the widget that is drawn
 * @x: its middle
 * @y: its middle
 * @radius: px
 *
 * Draws the ring of a value that is marked.
 */
void
starling_chart_paint_ring (
    cairo_t *cr, GtkWidget *widget, double x, double y, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  starling_paint_set_color (cr, widget, "starling_card");
  cairo_fill_preserve (cr);
  starling_paint_set_color (cr, widget, "starling_ink");
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

/* Around the point, where that is the current one. */
static void
draw_ring (const StarlingChartPainting *self, cairo_t *cr)
{
  const StarlingChartData *data = self->data;
  StarlingChartSlot slot;

  if (data->marked < 0)
    return;
  starling_chart_painting_get_slot (self, (guint) data->marked, &slot);
  starling_chart_paint_ring (cr, self->widget,
                             starling_chart_painting_flip (self, slot.middle),
                             self->above + self->tops[data->marked],
                             data->marked == data->current
                                 ? RING_AROUND
                                 : STARLING_CHART_RING);
}

static void
draw_line (const StarlingChartPainting *self, cairo_t *cr)
{
  const StarlingChartData *data = self->data;
  StarlingChartSlot slot;
  double pitch = self->width / MAX (data->n_items, 1);

  starling_paint_set_color (cr, self->widget, "starling_accent");
  cairo_set_line_width (cr, LINE_WIDTH);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < data->n_items; i++)
    {
      starling_chart_painting_get_slot (self, i, &slot);
      cairo_line_to (cr, starling_chart_painting_flip (self, slot.middle),
                     self->above + self->tops[i]);
    }
  cairo_stroke (cr);
  for (guint i = 0; i < data->n_items; i++)
    if (pitch >= HOLLOW_PITCH || (int) i == data->cursor)
      draw_point (self, cr, i, FALSE);
  draw_ring (self, cr);
  if (data->current >= 0)
    draw_point (self, cr, (guint) data->current, TRUE);
}

static void
draw_plot (const StarlingChartPainting *self, int height)
{
  cairo_t *cr = gtk_snapshot_append_cairo (
      self->snapshot,
      &GRAPHENE_RECT_INIT (-REACH, -REACH, (float) self->full + 2 * REACH,
                           (float) height + REACH));

  draw_cursor (self, cr);
  draw_rules (self, cr);
  draw_target (self, cr);
  if (self->data->bars)
    draw_bars (self, cr);
  else
    draw_line (self, cr);
  cairo_destroy (cr);
}

/* A range that is fixed; else the target is in sight, whatever the values
 * are. */
static void
choose_range (StarlingChartPainting *self)
{
  const StarlingChartData *data = self->data;
  g_autofree double *values = g_new (double, data->n_items + 2);
  guint n = data->n_items;

  if (data->has_range)
    {
      self->range = (StarlingChartRange){ data->least, data->most };
      return;
    }
  for (guint i = 0; i < n; i++)
    values[i] = data->values[i];
  if (data->has_target)
    {
      values[n++] = data->target - data->half;
      values[n++] = data->target + data->half;
    }
  starling_chart_range_init (&self->range, data->bars, values, n);
}

/**
 * starling_chart_get_plot_width:
 * @widget: a chart
 * @data: what it shows
 *
 * Compact charts stand below each other: whatever is beside them, they end at
 * the same place.
 *
 * Returns: what the plot has of the chart's width, in px: the names of the
 *   target and of the ends of the range stand beside it
 */
int
starling_chart_get_plot_width (GtkWidget *widget, const StarlingChartData *data)
{
  const char *const labels[]
      = { data->target_label, data->least_label, data->most_label, USUAL };
  int beside = 0;

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autoptr (PangoLayout) layout = NULL;
      int width;

      if (labels[i] == NULL
          || (i == G_N_ELEMENTS (labels) - 1
              && (beside == 0 || !data->compact)))
        continue;
      layout = starling_chart_make_layout (widget, labels[i], FALSE);
      pango_layout_get_pixel_size (layout, &width, NULL);
      beside = MAX (beside, width + TARGET_GAP);
    }
  if (beside == 0)
    return gtk_widget_get_width (widget);
  return MAX (gtk_widget_get_width (widget) - beside, 1);
}

/**
 * starling_chart_paint:
 * @widget: a chart
 * @snapshot: what to draw on
 * @data: what it shows
 *
 * Draws a chart in the size of @widget.
 */
void
starling_chart_paint (GtkWidget *widget,
                      GtkSnapshot *snapshot,
                      const StarlingChartData *data)
{
  int height = gtk_widget_get_height (widget);
  g_autofree double *tops = g_new (double, MAX (data->n_items, 1));
  StarlingChartRows rows;
  StarlingChartPainting self = { widget, snapshot, data };

  starling_chart_measure_rows (widget, data, &rows);
  self.full = gtk_widget_get_width (widget);
  self.width = starling_chart_get_plot_width (widget, data);
  self.above = rows.figure;
  self.height = MAX (height - rows.figure - rows.label, 1);
  self.tops = tops;
  choose_range (&self);
  for (guint i = 0; i < data->n_items; i++)
    tops[i] = starling_chart_range_get_y (&self.range, data->values[i],
                                          self.height);
  draw_plot (&self, height);
  starling_chart_painting_draw_texts (&self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/chart-paint.h"

#include "widgets/chart-geometry.h"
#include "widgets/chart-text.h"
#include "widgets/ring-paint.h"

#include <math.h>

#define LABEL_GAP 4
#define FIGURE_GAP 2
#define BETWEEN_LABELS 4
#define MIN_PLOT 96
#define LINE_WIDTH 2
#define POINT 3.0
#define CURRENT_POINT 5.0
#define HOLLOW_PITCH 18 /* px between points, from which on they are shown */

/* One drawing of a chart. */
typedef struct
{
  GtkWidget *widget;
  GtkSnapshot *snapshot;
  const StarlingChartData *data;
  StarlingChartRange range;
  double *tops; /* of the values, below the upper edge of the plot */
  double width;
  double above; /* height of what is above the plot */
  double height;
} Painting;

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
  *rows = (StarlingChartRows){ height + FIGURE_GAP, MIN_PLOT, 0 };
  /* values that are yet to come may have labels */
  if (data->n_items == 0)
    rows->label = LABEL_GAP + height;
  for (guint i = 0; i < data->n_items; i++)
    if (data->labels[i] != NULL)
      rows->label = LABEL_GAP + height;
}

static void
get_slot (const Painting *self, guint index, StarlingChartSlot *slot)
{
  starling_chart_slot_init (slot, self->data->bars, self->width,
                            self->data->n_items, index);
}

/* Draws are laid out from left to right, and mirrored here. */
static double
flip (const Painting *self, double x)
{
  if (gtk_widget_get_direction (self->widget) == GTK_TEXT_DIR_RTL)
    return self->width - x;
  return x;
}

static void
append_layout (const Painting *self,
               PangoLayout *layout,
               double middle,
               double y,
               const char *color_name)
{
  int width;
  double x;

  pango_layout_get_pixel_size (layout, &width, NULL);
  x = CLAMP (flip (self, middle) - width / 2.0, 0,
             MAX (self->width - width, 0));
  starling_chart_append_layout (self->widget, self->snapshot, layout, x, y,
                                color_name);
}

/* --- what lies in the plot --- */

static void
draw_rules (const Painting *self, cairo_t *cr)
{
  starling_paint_set_color (cr, self->widget, "starling_line");
  for (guint i = 0; i < 3; i++)
    {
      double y = floor (self->above + self->height * i / 2.0);

      cairo_rectangle (cr, 0, MIN (y, self->above + self->height - 1),
                       self->width, 1);
    }
  cairo_fill (cr);
}

static void
draw_cursor (const Painting *self, cairo_t *cr)
{
  StarlingChartSlot slot;

  if (self->data->cursor < 0)
    return;
  get_slot (self, (guint) self->data->cursor, &slot);
  starling_paint_set_color (cr, self->widget, "starling_well");
  cairo_rectangle (cr, MIN (flip (self, slot.start), flip (self, slot.end)),
                   self->above, slot.end - slot.start, self->height);
  cairo_fill (cr);
}

static void
draw_bars (const Painting *self, cairo_t *cr)
{
  const StarlingChartData *data = self->data;

  for (guint i = 0; i < data->n_items; i++)
    {
      double height = self->height - self->tops[i];
      StarlingChartSlot slot;

      if (data->values[i] <= 0)
        continue;
      get_slot (self, i, &slot);
      height = MAX (round (height), 2);
      starling_paint_set_color (cr, self->widget,
                                (int) i == data->current ? "starling_accent"
                                                         : "starling_edge");
      starling_paint_bar (cr, flip (self, slot.middle) - slot.width / 2,
                          self->above + self->height - height, slot.width,
                          height);
      cairo_fill (cr);
    }
}

static void
draw_point (const Painting *self, cairo_t *cr, guint index, gboolean filled)
{
  StarlingChartSlot slot;

  get_slot (self, index, &slot);
  cairo_new_sub_path (cr);
  cairo_arc (cr, flip (self, slot.middle), self->above + self->tops[index],
             filled ? CURRENT_POINT : POINT, 0, 2 * G_PI);
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

static void
draw_line (const Painting *self, cairo_t *cr)
{
  const StarlingChartData *data = self->data;
  StarlingChartSlot slot;
  double pitch = self->width / MAX (data->n_items, 1);

  starling_paint_set_color (cr, self->widget, "starling_accent");
  cairo_set_line_width (cr, LINE_WIDTH);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < data->n_items; i++)
    {
      get_slot (self, i, &slot);
      cairo_line_to (cr, flip (self, slot.middle), self->above + self->tops[i]);
    }
  cairo_stroke (cr);
  for (guint i = 0; i < data->n_items; i++)
    if (pitch >= HOLLOW_PITCH || (int) i == data->cursor)
      draw_point (self, cr, i, FALSE);
  if (data->current >= 0)
    draw_point (self, cr, (guint) data->current, TRUE);
}

/* --- texts --- */

static void
draw_label (const Painting *self, guint index)
{
  gboolean strong
      = (int) index == self->data->current || (int) index == self->data->cursor;
  g_autoptr (PangoLayout) layout
      = starling_chart_make_layout (self->widget, self->data->labels[index],
                                    strong);
  StarlingChartSlot slot;

  get_slot (self, index, &slot);
  append_layout (self, layout, slot.middle,
                 self->above + self->height + LABEL_GAP,
                 strong ? "starling_ink" : "starling_soft");
}

/* As far as there is room; the current one is shown in any case. */
static void
draw_labels (const Painting *self)
{
  const StarlingChartData *data = self->data;
  g_autofree double *middles = g_new0 (double, data->n_items + 1);
  g_autofree double *widths = g_new0 (double, data->n_items + 1);
  g_autofree gboolean *shown = g_new0 (gboolean, data->n_items + 1);

  for (guint i = 0; i < data->n_items; i++)
    {
      g_autoptr (PangoLayout) layout = NULL;
      StarlingChartSlot slot;
      int width;

      get_slot (self, i, &slot);
      middles[i] = slot.middle;
      if (data->labels[i] == NULL)
        continue;
      layout = starling_chart_make_layout (self->widget, data->labels[i], TRUE);
      pango_layout_get_pixel_size (layout, &width, NULL);
      widths[i] = width;
      /* as it is drawn: inside */
      middles[i] = CLAMP (slot.middle, width / 2.0,
                          MAX (self->width - width / 2.0, width / 2.0));
    }
  starling_chart_pick_labels (middles, widths, data->n_items, data->current,
                              BETWEEN_LABELS, shown);
  for (guint i = 0; i < data->n_items; i++)
    if (shown[i])
      draw_label (self, i);
}

/* Where a figure stands: above its value, and above what it would cover. */
static void
get_figure_area (const Painting *self,
                 guint index,
                 PangoLayout *layout,
                 graphene_rect_t *area)
{
  StarlingChartSlot slot;
  int width, height;
  double left, top, reach = self->data->bars ? 0 : CURRENT_POINT;

  get_slot (self, index, &slot);
  pango_layout_get_pixel_size (layout, &width, &height);
  left = CLAMP (slot.middle - width / 2.0, 0, MAX (self->width - width, 0));
  top = starling_chart_place_figure (self->data->bars, self->tops,
                                     self->data->n_items, self->width, left,
                                     left + width);
  *area = GRAPHENE_RECT_INIT ((float) left,
                              (float) MAX (self->above
                                               + MIN (top, self->tops[index])
                                               - reach - FIGURE_GAP - height,
                                           0),
                              (float) width, (float) height);
}

/* The figures of the cursor, the current value and the greatest one, in this
 * order; one that would touch an earlier one is left out. */
static void
draw_figures (const Painting *self)
{
  const StarlingChartData *data = self->data;
  const int wanted[] = {
    data->cursor,
    data->current,
    data->bars ? starling_chart_find_most (data->values, data->n_items) : -1,
  };
  graphene_rect_t drawn[G_N_ELEMENTS (wanted)];
  guint n_drawn = 0;

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autoptr (PangoLayout) layout = NULL;
      graphene_rect_t area;
      gboolean covered = FALSE;

      if (wanted[i] < 0 || data->figures[wanted[i]] == NULL)
        continue;
      layout = starling_chart_make_layout (self->widget,
                                           data->figures[wanted[i]], TRUE);
      get_figure_area (self, (guint) wanted[i], layout, &area);
      for (guint j = 0; j < n_drawn; j++)
        covered |= graphene_rect_intersection (&area, &drawn[j], NULL);
      if (covered)
        continue;
      append_layout (self, layout, area.origin.x + area.size.width / 2,
                     area.origin.y, "starling_ink");
      drawn[n_drawn++] = area;
    }
}

static void
draw_plot (const Painting *self, int height)
{
  cairo_t *cr = gtk_snapshot_append_cairo (
      self->snapshot,
      &GRAPHENE_RECT_INIT (-CURRENT_POINT, -CURRENT_POINT,
                           (float) self->width + 2 * (float) CURRENT_POINT,
                           (float) height + (float) CURRENT_POINT));

  draw_cursor (self, cr);
  draw_rules (self, cr);
  if (self->data->bars)
    draw_bars (self, cr);
  else
    draw_line (self, cr);
  cairo_destroy (cr);
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
  Painting self = { widget, snapshot, data };

  starling_chart_measure_rows (widget, data, &rows);
  self.width = gtk_widget_get_width (widget);
  self.above = rows.figure;
  self.height = MAX (height - rows.figure - rows.label, 1);
  self.tops = tops;
  starling_chart_range_init (&self.range, data->bars, data->values,
                             data->n_items);
  for (guint i = 0; i < data->n_items; i++)
    tops[i] = starling_chart_range_get_y (&self.range, data->values[i],
                                          self.height);
  draw_plot (&self, height);
  draw_labels (&self);
  draw_figures (&self);
}

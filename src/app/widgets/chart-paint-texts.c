/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/chart-paint-private.h"

#include "widgets/chart-text.h"
#include "widgets/ring-paint.h"

#include <math.h>

#define BETWEEN_LABELS 4
#define BESIDE_FIGURE 3 /* to the line of the target */

static void
append_layout (const StarlingChartPainting *self,
               PangoLayout *layout,
               double middle,
               double y,
               const char *color_name)
{
  int width;
  double x;

  pango_layout_get_pixel_size (layout, &width, NULL);
  x = CLAMP (middle - width / 2.0, 0, MAX (self->width - width, 0));
  if (gtk_widget_get_direction (self->widget) == GTK_TEXT_DIR_RTL)
    x = self->full - x - width;
  starling_chart_append_layout (self->widget, self->snapshot, layout, x, y,
                                color_name);
}

static void
draw_label (const StarlingChartPainting *self, guint index)
{
  gboolean strong
      = (int) index == self->data->current || (int) index == self->data->cursor;
  g_autoptr (PangoLayout) layout
      = starling_chart_make_layout (self->widget, self->data->labels[index],
                                    strong);
  StarlingChartSlot slot;

  starling_chart_painting_get_slot (self, index, &slot);
  append_layout (self, layout, slot.middle,
                 self->above + self->height + STARLING_CHART_LABEL_GAP,
                 strong ? "starling_ink" : "starling_soft");
}

/* As far as there is room; the current one is shown in any case. */
static void
draw_labels (const StarlingChartPainting *self)
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

      starling_chart_painting_get_slot (self, i, &slot);
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
get_figure_area (const StarlingChartPainting *self,
                 guint index,
                 PangoLayout *layout,
                 graphene_rect_t *area)
{
  StarlingChartSlot slot;
  int width, height;
  double left, top, reach = self->data->bars ? 0 : STARLING_CHART_POINT;

  starling_chart_painting_get_slot (self, index, &slot);
  pango_layout_get_pixel_size (layout, &width, &height);
  left = CLAMP (slot.middle - width / 2.0, 0, MAX (self->width - width, 0));
  top = starling_chart_place_figure (self->data->bars, self->tops,
                                     self->data->n_items, self->width, left,
                                     left + width);
  *area = GRAPHENE_RECT_INIT (
      (float) left,
      (float) MAX (self->above + MIN (top, self->tops[index]) - reach
                       - STARLING_CHART_FIGURE_GAP - height,
                   0),
      (float) width, (float) height);
}

/* The line of the target ends before a figure that it would run through, and
 * goes on behind it. */
static void
interrupt_target (const StarlingChartPainting *self,
                  const graphene_rect_t *figure)
{
  double y, x, width = (double) figure->size.width + 2 * BESIDE_FIGURE;
  cairo_t *cr;

  if (!self->data->has_target || self->data->half > 0)
    return;
  y = floor (starling_chart_painting_get_target (self));
  if (y + 1 < (double) figure->origin.y
      || y > (double) (figure->origin.y + figure->size.height))
    return;
  x = (double) figure->origin.x - BESIDE_FIGURE;
  if (gtk_widget_get_direction (self->widget) == GTK_TEXT_DIR_RTL)
    x = self->full - x - width;
  cr = gtk_snapshot_append_cairo (self->snapshot,
                                  &GRAPHENE_RECT_INIT ((float) x, (float) y,
                                                       (float) width, 1));
  starling_paint_set_color (cr, self->widget, "starling_card");
  cairo_paint (cr);
  cairo_destroy (cr);
}

/* The figures of the cursor, the current value, the marked and the greatest
 * one, in this order; one that would touch an earlier one is left out. */
static void
draw_figures (const StarlingChartPainting *self)
{
  const StarlingChartData *data = self->data;
  const int wanted[] = {
    data->cursor,
    data->current,
    data->marked,
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
      interrupt_target (self, &area);
      append_layout (self, layout, area.origin.x + area.size.width / 2,
                     area.origin.y, "starling_ink");
      drawn[n_drawn++] = area;
    }
}

/* Beside its line, as far as it stays inside. */
static void
draw_beside (const StarlingChartPainting *self, const char *text, double line)
{
  g_autoptr (PangoLayout) layout = NULL;
  int width, height;
  double x, y;

  if (text == NULL)
    return;
  layout = starling_chart_make_layout (self->widget, text, FALSE);
  pango_layout_get_pixel_size (layout, &width, &height);
  y = CLAMP (line - height / 2.0, 0,
             MAX (gtk_widget_get_height (self->widget) - height, 0));
  x = gtk_widget_get_direction (self->widget) == GTK_TEXT_DIR_RTL
          ? 0
          : self->full - width;
  starling_chart_append_layout (self->widget, self->snapshot, layout, x, y,
                                "starling_soft");
}

/**
 * starling_chart_painting_draw_texts:
 * @self: a drawing whose plot is drawn
 *
 * Draws labels, figures and the names beside the plot.
 */
void
starling_chart_painting_draw_texts (const StarlingChartPainting *self)
{
  draw_labels (self);
  draw_figures (self);
  if (self->data->has_target)
    draw_beside (self, self->data->target_label,
                 starling_chart_painting_get_target (self));
  draw_beside (self, self->data->most_label, self->above);
  draw_beside (self, self->data->least_label, self->above + self->height);
}

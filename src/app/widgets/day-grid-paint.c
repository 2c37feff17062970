/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/day-grid-paint.h"

#include "widgets/chart-text.h"
#include "widgets/ring-paint.h"
#include "widgets/week.h"

#include <math.h>

#define DISC_PADDING 9  /* of a disc, added to the height of its text */
#define CELL_PADDING 14 /* of a day, so that discs do not touch */
#define HEAD_GAP 5
#define TEXT_GAP 13 /* between the figures of two days at least */
#define DISC_GAP 5
#define RING 1.5
#define TODAY_LINE 2.0
#define TODAY_RADIUS 7.0
#define TODAY_OUTSET 2 /* of its outline, as against a disc */
#define TODAY_INSET 4  /* of what is inside */
#define NATURAL_WIDTH 33

/* One drawing of a calendar. */
typedef struct
{
  GtkWidget *widget;
  GtkSnapshot *snapshot;
  const StarlingDayGridData *data;
  StarlingDayGridCell cell;
  cairo_t *cr;
} Painting;

/* The size of the widest of days. */
static void
measure_text (GtkWidget *widget, int *width, int *height)
{
  g_autoptr (PangoLayout) layout
      = starling_chart_make_layout (widget, "30", TRUE);

  pango_layout_get_pixel_size (layout, width, height);
}

/**
 * starling_day_grid_measure_cells:
 * @widget: a calendar
 * @orientation: what to measure
 * @minimum: (out): so that no figures touch, in px
 * @natural: (out): in px
 */
void
starling_day_grid_measure_cells (GtkWidget *widget,
                                 GtkOrientation orientation,
                                 int *minimum,
                                 int *natural)
{
  int width, height;

  measure_text (widget, &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 7 * (width + TEXT_GAP);
      *natural = MAX (*minimum, 7 * NATURAL_WIDTH);
      return;
    }
  *minimum = *natural
      = height + HEAD_GAP + STARLING_DAY_GRID_WEEKS * (height + CELL_PADDING);
}

/**
 * starling_day_grid_cell_init:
 * @self: (out caller-allocates): how it is divided
 * @widget: a calendar with a size
 */
void
starling_day_grid_cell_init (StarlingDayGridCell *self, GtkWidget *widget)
{
  int width, height;

  measure_text (widget, &width, &height);
  self->head = height + HEAD_GAP;
  self->width = gtk_widget_get_width (widget) / 7.0;
  self->height = MIN ((gtk_widget_get_height (widget) - self->head)
                          / STARLING_DAY_GRID_WEEKS,
                      height + 2 * CELL_PADDING);
  self->disc = floor (
      MIN (height + DISC_PADDING, MIN (self->width, self->height) - DISC_GAP));
}

static void
append_text (const Painting *self,
             PangoLayout *layout,
             double middle,
             double y,
             const char *color_name)
{
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  starling_chart_append_layout (self->widget, self->snapshot, layout,
                                middle - width / 2.0, y - height / 2.0,
                                color_name);
}

static void
get_middle (const Painting *self, guint index, double *x, double *y)
{
  guint column = index % 7;

  if (gtk_widget_get_direction (self->widget) == GTK_TEXT_DIR_RTL)
    column = 6 - column;
  *x = round (self->cell.width * (column + 0.5));
  *y = round (self->cell.head + self->cell.height * (index / 7 + 0.5));
}

/* Rounded for today, else a disc. */
static void
add_shape (
    const Painting *self, double x, double y, double size, gboolean today)
{
  double reach = size / 2;
  double r = today ? MIN (TODAY_RADIUS, reach) : reach;

  cairo_new_sub_path (self->cr);
  cairo_arc (self->cr, x + reach - r, y - reach + r, r, -G_PI_2, 0);
  cairo_arc (self->cr, x + reach - r, y + reach - r, r, 0, G_PI_2);
  cairo_arc (self->cr, x - reach + r, y + reach - r, r, G_PI_2, G_PI);
  cairo_arc (self->cr, x - reach + r, y - reach + r, r, G_PI, G_PI + G_PI_2);
  cairo_close_path (self->cr);
}

static void
draw_outline (const Painting *self,
              double x,
              double y,
              double size,
              double line,
              gboolean today,
              const char *color)
{
  starling_paint_set_color (self->cr, self->widget, color);
  cairo_set_line_width (self->cr, line);
  add_shape (self, x, y, size - line, today);
  cairo_stroke (self->cr);
}

/* Without tints, as in high contrast, little gets a thin outline. */
static gboolean
has_tint (GtkWidget *widget)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA tint, card;

  return !gtk_style_context_lookup_color (context, "starling_tint", &tint)
         || !gtk_style_context_lookup_color (context, "starling_card", &card)
         || !gdk_rgba_equal (&tint, &card);
}

static void
draw_shade (const Painting *self, guint index, double x, double y)
{
  StarlingShade shade = self->data->shades[index];
  gboolean today = self->data->first + (int) index == self->data->today;
  double size = self->cell.disc - (today ? TODAY_INSET : 0);

  if (shade != STARLING_SHADE_NONE)
    {
      starling_paint_set_color (self->cr, self->widget,
                                shade == STARLING_SHADE_MUCH ? "starling_fill"
                                                             : "starling_tint");
      add_shape (self, x, y, size, today);
      cairo_fill (self->cr);
    }
  if (shade == STARLING_SHADE_SOME)
    draw_outline (self, x, y, size, RING, today, "starling_accent");
  if (shade == STARLING_SHADE_LITTLE && !has_tint (self->widget))
    draw_outline (self, x, y, size, 1, today, "starling_line");
  if (today)
    draw_outline (self, x, y, self->cell.disc + TODAY_OUTSET, TODAY_LINE, TRUE,
                  "starling_ink");
}

static void
draw_day (const Painting *self, guint index)
{
  int day = self->data->first + (int) index;
  StarlingShade shade = self->data->shades[index];
  gboolean strong = shade != STARLING_SHADE_NONE || day == self->data->today;
  g_autoptr (GDateTime) date
      = g_date_time_new_from_unix_utc ((gint64) day * 24 * 3600);
  g_autofree char *text
      = date != NULL ? g_date_time_format (date, "%-d") : g_strdup ("");
  g_autoptr (PangoLayout) layout
      = starling_chart_make_layout (self->widget, text, strong);
  double x, y;

  get_middle (self, index, &x, &y);
  append_text (self, layout, x, y,
               shade == STARLING_SHADE_MUCH ? "starling_on_fill"
               : strong                     ? "starling_ink"
                                            : "starling_soft");
}

static void
draw_heads (const Painting *self)
{
  for (guint i = 0; i < 7; i++)
    {
      g_autofree char *name = starling_week_format_day (
          starling_day_get_weekday (self->data->first + (int) i), 1);
      g_autoptr (PangoLayout) layout
          = starling_chart_make_layout (self->widget, name, FALSE);
      double x, y;

      get_middle (self, i, &x, &y);
      append_text (self, layout, x, (self->cell.head - HEAD_GAP) / 2,
                   "starling_soft");
    }
}

/* What was done on the day at the cursor, in the place of the names of
 * weekdays: for those who see the cursor, but have no pointer. */
static void
draw_text (const Painting *self)
{
  g_autoptr (PangoLayout) layout
      = starling_chart_make_layout (self->widget, self->data->text, TRUE);
  int width = gtk_widget_get_width (self->widget);

  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  starling_chart_append_layout (self->widget, self->snapshot, layout, 0, 0,
                                "starling_ink");
}

static void
draw_cursor (const Painting *self)
{
  double x, y;

  if (self->data->cursor < 0)
    return;
  get_middle (self, (guint) self->data->cursor, &x, &y);
  starling_paint_set_color (self->cr, self->widget, "starling_track");
  add_shape (self, x, y, self->cell.disc + DISC_GAP, TRUE);
  cairo_fill (self->cr);
}

/**
 * starling_day_grid_paint:
 * @widget: a calendar
 * @snapshot: what to draw on
 * @data: what it shows
 *
 * Draws a calendar in the size of @widget.
 */
void
starling_day_grid_paint (GtkWidget *widget,
                         GtkSnapshot *snapshot,
                         const StarlingDayGridData *data)
{
  Painting self = { widget, snapshot, data };

  starling_day_grid_cell_init (&self.cell, widget);
  self.cr = gtk_snapshot_append_cairo (
      snapshot,
      &GRAPHENE_RECT_INIT (-DISC_GAP, 0,
                           (float) gtk_widget_get_width (widget) + 2 * DISC_GAP,
                           (float) gtk_widget_get_height (widget) + DISC_GAP));
  draw_cursor (&self);
  for (guint i = 0; i < STARLING_DAY_GRID_DAYS; i++)
    {
      double x, y;

      get_middle (&self, i, &x, &y);
      draw_shade (&self, i, x, y);
    }
  cairo_destroy (self.cr);
  if (data->text != NULL)
    draw_text (&self);
  else
    draw_heads (&self);
  for (guint i = 0; i < STARLING_DAY_GRID_DAYS; i++)
    draw_day (&self, i);
}

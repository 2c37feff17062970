/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/chart-mark.h"

#include "widgets/chart-paint-private.h"
#include "widgets/ring-paint.h"

#define WIDTH 18
#define HEIGHT 18

static void
draw_cb (
    GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  GtkWidget *widget = GTK_WIDGET (area);
  const double x = width / 2.0, y = height / 2.0;

  switch ((StarlingChartMark) GPOINTER_TO_INT (data))
    {
    case STARLING_CHART_MARK_CURRENT:
      starling_paint_set_color (cr, widget, "starling_accent");
      cairo_arc (cr, x, y, STARLING_CHART_POINT, 0, 2 * G_PI);
      cairo_fill (cr);
      break;
    case STARLING_CHART_MARK_MARKED:
      starling_chart_paint_ring (cr, widget, x, y, STARLING_CHART_RING);
      break;
    case STARLING_CHART_MARK_TARGET:
    default:
      starling_chart_paint_dashes (cr, widget, 0, width, y);
      break;
    }
}

/**
 * starling_chart_mark_new:
 * @mark: what to show
 *
 * Returns: (transfer floating): the mark alone, for a legend
 */
GtkWidget *
starling_chart_mark_new (StarlingChartMark mark)
{
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "content-width", WIDTH, "content-height",
                                  HEIGHT, "valign", GTK_ALIGN_CENTER, NULL);

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_cb,
                                  GINT_TO_POINTER (mark), NULL);
  return area;
}

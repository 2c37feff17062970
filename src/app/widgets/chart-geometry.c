/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/chart-geometry.h"

#include <math.h>

#define BAR_SHARE 0.64      /* of what one value has of the width */
#define MAX_BAR 32.0        /* px */
#define POINT_MARGIN 6.0    /* px that the outermost points keep */
#define RANGE_PADDING 0.125 /* of the difference, above and below a line */

/**
 * starling_chart_slot_init:
 * @self: (out caller-allocates): where the value lies
 * @bars: whether it is a bar, else a point
 * @width: of the plot, in px
 * @n_items: how many values there are, at least 1
 * @index: which one
 *
 * Divides the width: bars stand in the middles of equal shares, points from
 * edge to edge. The edges of bars lie on whole pixels.
 */
void
starling_chart_slot_init (StarlingChartSlot *self,
                          gboolean bars,
                          double width,
                          guint n_items,
                          guint index)
{
  double pitch;

  g_return_if_fail (n_items > 0 && index < n_items);

  if (bars)
    {
      pitch = width / n_items;
      self->start = pitch * index;
      self->end = pitch * (index + 1);
      self->width = CLAMP (floor (pitch * BAR_SHARE), 1, MAX_BAR);
      self->middle = floor ((self->start + self->end - self->width) / 2)
                     + self->width / 2;
      return;
    }

  pitch = n_items > 1 ? MAX (width - 2 * POINT_MARGIN, 0) / (n_items - 1) : 0;
  self->width = 0;
  self->middle = n_items > 1 ? POINT_MARGIN + pitch * index : width / 2;
  self->start = index == 0 ? 0 : self->middle - pitch / 2;
  self->end = index + 1 == n_items ? width : self->middle + pitch / 2;
}

/**
 * starling_chart_slot_find:
 * @bars: whether the values are bars
 * @width: of the plot, in px
 * @n_items: how many values there are
 * @x: where the pointer is
 *
 * Returns: the value there, or -1
 */
int
starling_chart_slot_find (gboolean bars, double width, guint n_items, double x)
{
  if (x < 0 || x >= width)
    return -1;
  for (guint i = 0; i < n_items; i++)
    {
      StarlingChartSlot slot;

      starling_chart_slot_init (&slot, bars, width, n_items, i);
      if (x < slot.end || i + 1 == n_items)
        return (int) i;
    }
  return -1;
}

/**
 * starling_chart_range_init:
 * @self: (out caller-allocates): the range
 * @bars: whether the values are bars, which stand on 0
 * @values: the values
 * @n_values: how many
 *
 * Chooses what the height stands for; it is never 0.
 */
void
starling_chart_range_init (StarlingChartRange *self,
                           gboolean bars,
                           const double *values,
                           guint n_values)
{
  double padding;

  self->least = self->most = bars || n_values == 0 ? 0 : values[0];
  for (guint i = 0; i < n_values; i++)
    {
      self->least = MIN (self->least, values[i]);
      self->most = MAX (self->most, values[i]);
    }
  if (self->most - self->least <= 0)
    {
      self->most += 1;
      self->least -= bars ? 0 : 1;
    }
  padding = bars ? 0 : (self->most - self->least) * RANGE_PADDING;
  self->most += padding;
  self->least -= padding;
}

/**
 * starling_chart_range_get_y:
 * @self: what the height stands for
 * @value: a value
 * @height: of the plot, in px
 *
 * Returns: how far below the upper edge @value lies, at most at either edge
 */
double
starling_chart_range_get_y (const StarlingChartRange *self,
                            double value,
                            double height)
{
  double share = (value - self->least) / (self->most - self->least);

  return height * (1 - CLAMP (share, 0, 1));
}

/**
 * starling_chart_find_most:
 * @values: the values
 * @n_values: how many
 *
 * Returns: the first of the greatest ones; -1: none is above 0
 */
int
starling_chart_find_most (const double *values, guint n_values)
{
  int most = -1;

  for (guint i = 0; i < n_values; i++)
    if (values[i] > (most >= 0 ? values[most] : 0))
      most = (int) i;
  return most;
}

/* Whether two labels are nearer to each other than @gap. */
static gboolean
touches (
    const double *middles, const double *widths, guint a, guint b, double gap)
{
  double distance = fabs (middles[a] - middles[b]);

  /* a hair more, so that what fits exactly does */
  return distance + 1e-9 < (widths[a] + widths[b]) / 2 + gap;
}

/* Every how many items there is a label; 0: now and then. */
static guint
find_step (const double *widths, guint n_labels)
{
  guint step = 0;
  int last = -1;

  for (guint i = 0; i < n_labels; i++)
    {
      guint distance = i - (guint) last;

      if (widths[i] <= 0)
        continue;
      if (last >= 0 && step != 0 && distance != step)
        return 0;
      if (last >= 0)
        step = distance;
      last = (int) i;
    }
  return step;
}

/* Shows each item whose distance to @from is a multiple of @step; FALSE: two
 * of these touch. */
static gboolean
pick_even (const double *middles,
           const double *widths,
           guint n_labels,
           guint from,
           guint step,
           double gap,
           gboolean *shown)
{
  int last = -1;

  for (guint i = 0; i < n_labels; i++)
    {
      shown[i] = widths[i] > 0 && i % step == from % step;
      if (!shown[i])
        continue;
      if (last >= 0 && touches (middles, widths, i, (guint) last, gap))
        return FALSE;
      last = (int) i;
    }
  return TRUE;
}

static void
pick_greedily (const double *middles,
               const double *widths,
               guint n_labels,
               int keep,
               double gap,
               gboolean *shown)
{
  int last = -1;

  for (guint i = 0; i < n_labels; i++)
    {
      shown[i] = widths[i] > 0;
      if ((int) i != keep)
        {
          if (keep >= 0 && touches (middles, widths, i, (guint) keep, gap))
            shown[i] = FALSE;
          if (last >= 0 && touches (middles, widths, i, (guint) last, gap))
            shown[i] = FALSE;
        }
      if (shown[i])
        last = (int) i;
    }
}

/**
 * starling_chart_pick_labels:
 * @middles: (array length=n_labels): where labels stand, ascending, in px
 * @widths: (array length=n_labels): how wide each is; 0: there is none
 * @n_labels: how many
 * @keep: the one that is shown in any case; -1: none
 * @gap: between two labels at least, in px
 * @shown: (out caller-allocates) (array length=n_labels): which to show
 *
 * Chooses labels so that none touches another: every second or third of those
 * that come evenly, else as many as there is room for from the start on.
 */
void
starling_chart_pick_labels (const double *middles,
                            const double *widths,
                            guint n_labels,
                            int keep,
                            double gap,
                            gboolean *shown)
{
  guint step = find_step (widths, n_labels);
  guint from = 0;

  if (keep >= 0 && widths[keep] <= 0)
    keep = -1;
  if (step == 0)
    {
      pick_greedily (middles, widths, n_labels, keep, gap, shown);
      return;
    }
  while (widths[from] <= 0)
    from++;
  if (keep >= 0)
    from = (guint) keep;
  for (guint every = step;; every += step)
    if (pick_even (middles, widths, n_labels, from, every, gap, shown))
      return;
}

/* The highest point of a line between two edges: it lies at one of them, or is
 * one of its values. */
static double
find_line_top (
    const double *tops, guint n_items, double width, double left, double right)
{
  double top = G_MAXDOUBLE;

  for (guint i = 0; i + 1 < n_items; i++)
    {
      StarlingChartSlot a, b;
      double from, to, slope;

      starling_chart_slot_init (&a, FALSE, width, n_items, i);
      starling_chart_slot_init (&b, FALSE, width, n_items, i + 1);
      from = MAX (a.middle, left);
      to = MIN (b.middle, right);
      if (from >= to)
        continue;
      slope = (tops[i + 1] - tops[i]) / (b.middle - a.middle);
      top = MIN (top, MIN (tops[i] + slope * (from - a.middle),
                           tops[i] + slope * (to - a.middle)));
    }
  return top;
}

/**
 * starling_chart_place_figure:
 * @bars: whether the values are bars
 * @tops: how far below the upper edge each value lies, in px
 * @n_items: how many there are, at least 1
 * @width: of the plot, in px
 * @left: where the figure begins
 * @right: where the figure ends
 *
 * A figure that is wider than its bar must not lie on a higher neighbour, nor
 * one on the line that rises or falls beside its point.
 *
 * Returns: below which line nothing is that the figure could cover
 */
double
starling_chart_place_figure (gboolean bars,
                             const double *tops,
                             guint n_items,
                             double width,
                             double left,
                             double right)
{
  double top = G_MAXDOUBLE;

  for (guint i = 0; i < n_items; i++)
    {
      StarlingChartSlot slot;
      double reach;

      starling_chart_slot_init (&slot, bars, width, n_items, i);
      reach = slot.width / 2;
      if (slot.middle + reach > left && slot.middle - reach < right)
        top = MIN (top, tops[i]);
    }
  return bars ? top
              : MIN (top, find_line_top (tops, n_items, width, left, right));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "support.h"
#include "widgets/chart-geometry.h"

#include <math.h>

static void
test_slots (void)
{
  static const struct
  {
    gboolean bars;
    double width;
    guint n_items;
    guint index;
    StarlingChartSlot slot;
  } cases[] = {
    { TRUE, 300, 10, 0, { 0, 30, 14.5, 19 } },
    { TRUE, 300, 10, 9, { 270, 300, 284.5, 19 } },
    { TRUE, 300, 1, 0, { 0, 300, 150, 32 } }, /* no wider than that */
    { TRUE, 7, 14, 1, { 0.5, 1, 0.5, 1 } },   /* no narrower than a pixel */
    { FALSE, 112, 11, 0, { 0, 11, 6, 0 } },
    { FALSE, 112, 11, 5, { 51, 61, 56, 0 } },
    { FALSE, 112, 11, 10, { 101, 112, 106, 0 } },
    { FALSE, 100, 1, 0, { 0, 100, 50, 0 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StarlingChartSlot slot;

      starling_chart_slot_init (&slot, cases[i].bars, cases[i].width,
                                cases[i].n_items, cases[i].index);
      g_assert_cmpfloat_with_epsilon (slot.start, cases[i].slot.start, 1e-9);
      g_assert_cmpfloat_with_epsilon (slot.end, cases[i].slot.end, 1e-9);
      g_assert_cmpfloat_with_epsilon (slot.middle, cases[i].slot.middle, 1e-9);
      g_assert_cmpfloat_with_epsilon (slot.width, cases[i].slot.width, 1e-9);
    }
}

/* Each point is that of one value; bars never leave their share. */
static void
test_slots_cover (void)
{
  for (guint bars = 0; bars < 2; bars++)
    for (guint n = 1; n <= 40; n++)
      {
        double end = 0;

        for (guint i = 0; i < n; i++)
          {
            StarlingChartSlot slot;

            starling_chart_slot_init (&slot, bars == 1, 417, n, i);
            g_assert_cmpfloat_with_epsilon (slot.start, end, 1e-9);
            g_assert_cmpfloat (slot.middle - slot.width / 2, >=,
                               floor (slot.start));
            g_assert_cmpfloat (slot.middle + slot.width / 2, <=, slot.end);
            g_assert_cmpint (starling_chart_slot_find (bars == 1, 417, n,
                                                       slot.middle),
                             ==, (int) i);
            end = slot.end;
          }
        g_assert_cmpfloat_with_epsilon (end, 417, 1e-9);
      }
}

static void
test_find (void)
{
  static const struct
  {
    gboolean bars;
    guint n_items;
    double x;
    int index;
  } cases[] = {
    { TRUE, 10, -1, -1 }, { TRUE, 10, 0, 0 },    { TRUE, 10, 9.9, 0 },
    { TRUE, 10, 10, 1 },  { TRUE, 10, 99.9, 9 }, { TRUE, 10, 100, -1 },
    { TRUE, 0, 50, -1 },  { FALSE, 3, 1, 0 },    { FALSE, 3, 50, 1 },
    { FALSE, 3, 99, 2 },  { FALSE, 0, 50, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (starling_chart_slot_find (cases[i].bars, 100,
                                               cases[i].n_items, cases[i].x),
                     ==, cases[i].index);
}

static void
test_range (void)
{
  static const struct
  {
    gboolean bars;
    double values[4];
    guint n_values;
    double least;
    double most;
  } cases[] = {
    { TRUE, { 5, 20, 0 }, 3, 0, 20 },
    { TRUE, { 5, 20, 8 }, 3, 0, 20 }, /* from 0 up */
    { TRUE, { 0, 0 }, 2, 0, 1 },
    { TRUE, { 0 }, 0, 0, 1 },
    { FALSE, { 10, 18, 14 }, 3, 9, 19 }, /* room above and below */
    { FALSE, { 7, 7 }, 2, 5.75, 8.25 },
    { FALSE, { -8, 0 }, 2, -9, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StarlingChartRange range;

      starling_chart_range_init (&range, cases[i].bars, cases[i].values,
                                 cases[i].n_values);
      g_assert_cmpfloat_with_epsilon (range.least, cases[i].least, 1e-9);
      g_assert_cmpfloat_with_epsilon (range.most, cases[i].most, 1e-9);
      g_assert_cmpfloat_with_epsilon (
          starling_chart_range_get_y (&range, range.most, 80), 0, 1e-9);
      g_assert_cmpfloat_with_epsilon (
          starling_chart_range_get_y (&range, range.least, 80), 80, 1e-9);
      g_assert_cmpfloat_with_epsilon (
          starling_chart_range_get_y (&range, (range.least + range.most) / 2,
                                      80),
          40, 1e-9);
      g_assert_cmpfloat_with_epsilon (
          starling_chart_range_get_y (&range, range.most + 9, 80), 0, 1e-9);
    }
}

/* Labels of some width, 20 px from each other; 0: none there. */
static void
test_labels (void)
{
  static const struct
  {
    double widths[7];
    int keep;
    const char *shown;
  } cases[] = {
    { { 16, 16, 16, 16, 16, 16, 16 }, 0, "1111111" }, /* exactly */
    { { 17, 17, 17, 17, 17, 17, 17 }, 0, "1010101" },
    { { 17, 17, 17, 17, 17, 17, 17 }, 3, "0101010" },
    { { 17, 9, 17, 9, 9, 9, 9 }, 0, "1111111" },
    { { 17, 17, 9, 9, 9, 9, 9 }, 0, "1010101" }, /* evenly */
    { { 17, 17, 17, 17, 17, 17, 17 }, -1, "1010101" },
    { { 37, 37, 37, 37, 37, 37, 37 }, 0, "1001001" },
    { { 30, 0, 30, 30, 30, 0, 0 }, 3, "1001000" },
    { { 30, 0, 30, 0, 30, 0, 30 }, 1, "1010101" }, /* has no label */
    { { 0, 0, 0, 0, 0, 0, 0 }, 2, "0000000" },
    { { 500, 9, 9, 9, 9, 9, 9 }, 6, "0010001" },
    { { 500, 0, 9, 9, 9, 9, 9 }, 6, "0011111" }, /* not even */
    { { 0, 30, 0, 30, 0, 30, 0 }, -1, "0101010" },
    { { 0, 40, 0, 40, 0, 40, 0 }, -1, "0100010" },
    { { 0, 0, 40, 0, 0, 0, 0 }, -1, "0010000" },
  };
  static const double middles[] = { 10, 30, 50, 70, 90, 110, 130 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean shown[7];
      char text[8] = "";

      starling_chart_pick_labels (middles, cases[i].widths, 7, cases[i].keep, 4,
                                  shown);
      for (guint j = 0; j < 7; j++)
        text[j] = shown[j] ? '1' : '0';
      g_assert_cmpstr (text, ==, cases[i].shown);
    }
}

static void
test_most (void)
{
  static const double values[] = { 3, 9, 2, 9, 0 };

  g_assert_cmpint (starling_chart_find_most (values, 5), ==, 1);
  g_assert_cmpint (starling_chart_find_most (values, 1), ==, 0);
  g_assert_cmpint (starling_chart_find_most (values + 4, 1), ==, -1);
  g_assert_cmpint (starling_chart_find_most (values, 0), ==, -1);
}

/* A figure that reaches over a higher neighbour stands above that. */
static void
test_figures (void)
{
  static const double tops[] = { 60, 20, 80 }; /* middles 49.5, 149.5, 249.5 */
  static const struct
  {
    double left, right, top;
  } cases[] = {
    { 40, 60, 60 },           { 40, 135, 20 },  { 40, 133, 60 },
    { 260, 290, 80 },         { 150, 260, 20 }, { 0, 300, 20 },
    { 70, 130, G_MAXDOUBLE }, /* over nothing */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat_with_epsilon (
        starling_chart_place_figure (TRUE, tops, 3, 300, cases[i].left,
                                     cases[i].right),
        cases[i].top, 1e-9);
}

/* A figure beside whose point the line is higher stands above the line. */
static void
test_figures_on_line (void)
{
  static const double tops[] = { 60, 20, 80 }; /* middles 6, 106, 206 */
  static const struct
  {
    double left, right, top;
  } cases[] = {
    { 0, 6, G_MAXDOUBLE }, /* before the line */
    { 0, 31, 50 },
    { 31, 81, 30 },
    { 96, 116, 20 },
    { 181, 212, 65 },
    { 206.5, 212, G_MAXDOUBLE },
    { 0, 212, 20 },
  };
  static const double one[] = { 33 }; /* middle 106 */

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat_with_epsilon (
        starling_chart_place_figure (FALSE, tops, 3, 212, cases[i].left,
                                     cases[i].right),
        cases[i].top, 1e-9);
  g_assert_cmpfloat (starling_chart_place_figure (FALSE, one, 1, 212, 96, 116),
                     ==, 33);
}

int
main (int argc, char *argv[])
{
  starling_test_init (&argc, &argv);
  g_test_add_func ("/chart-geometry/slots", test_slots);
  g_test_add_func ("/chart-geometry/slots-cover", test_slots_cover);
  g_test_add_func ("/chart-geometry/find", test_find);
  g_test_add_func ("/chart-geometry/range", test_range);
  g_test_add_func ("/chart-geometry/labels", test_labels);
  g_test_add_func ("/chart-geometry/most", test_most);
  g_test_add_func ("/chart-geometry/figures", test_figures);
  g_test_add_func ("/chart-geometry/figures/line", test_figures_on_line);
  return g_test_run ();
}

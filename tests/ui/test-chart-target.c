/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plots.h"
#include "support.h"
#include "widgets/chart.h"

/* Charts at a size of 400 by 200. */
#define SLOT 100
#define HALF 100

/* Pixels of a colour at the upper or lower half of a value, counted from the
 * left. */
static guint
count_half (GtkWidget *chart, const char *color, guint slot, guint half)
{
  const GdkRectangle area
      = { (int) slot * SLOT, (int) half * HALF, SLOT, HALF };
  g_auto (StarlingTestPainting) painting = { 0 };

  starling_test_painting_init (&painting, chart);
  return starling_test_painting_count (&painting, color, &area);
}

static guint
count_slot (GtkWidget *chart, const char *color, guint slot)
{
  return count_half (chart, color, slot, 0)
         + count_half (chart, color, slot, 1);
}

static void
assert_painted (GtkWidget *chart, const char *texts)
{
  g_auto (StarlingTestPainting) painting = { 0 };
  g_autofree char *read = NULL;

  starling_test_painting_init (&painting, chart);
  read = starling_test_painting_read (&painting);
  g_assert_cmpstr (read, ==, texts);
}

static const StarlingChartItem items[] = {
  { 20, "Mo", "20", "Monday: 20 cards" },
  { 11, "Tu", "11", "Tuesday: 11 cards" },
  { 0, "We", "0", "Wednesday: none" },
  { 25, "Th", "25", "Thursday: 25 cards" },
};

static GtkWidget *
new_chart (void)
{
  GtkWidget *widget = starling_chart_new (STARLING_CHART_LINE);
  StarlingChart *chart = STARLING_CHART (widget);

  starling_chart_set_name (chart, "Next days");
  starling_chart_set_items (chart, items, G_N_ELEMENTS (items), 0,
                            "20 cards today.");
  return widget;
}

/* The target stays in sight, in the place of the rules; its name is beside the
 * plot, which ends before it. */
static void
test_target_painted (void)
{
  GtkWidget *chart = new_chart ();
  GtkWidget *window = starling_test_present (chart, 400, 200);

  g_assert_cmpuint (count_slot (chart, "starling_line", 1), >, 50);
  g_assert_cmpuint (count_slot (chart, "starling_edge", 1), ==, 0);
  for (guint rtl = 0; rtl < 2; rtl++)
    {
      const GdkRectangle margin = { rtl == 1 ? 0 : 380, 0, 20, 200 };
      g_auto (StarlingTestPainting) painting = { 0 };
      g_autofree char *beyond = NULL;
      g_autofree char *edge = NULL;
      double x = 0;

      gtk_widget_set_direction (chart,
                                rtl == 1 ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
      starling_chart_set_target (STARLING_CHART (chart), 60, "target");
      for (guint i = 1; i < 3; i++)
        {
          g_assert_cmpuint (count_slot (chart, "starling_line", i), ==, 0);
          g_assert_cmpuint (count_half (chart, "starling_edge", i, 0), >, 30);
          g_assert_cmpuint (count_half (chart, "starling_edge", i, 1), ==, 0);
        }
      starling_test_painting_init (&painting, chart);
      g_assert_true (
          starling_test_painting_find (&painting, "target", &x, NULL));
      g_assert_cmpfloat (rtl == 1 ? x : 400 - x, <, 40);
      g_assert_cmpuint (starling_test_painting_count (&painting,
                                                      "starling_accent",
                                                      &margin),
                        ==, 0);

      /* Where its name stands there is no value */
      beyond = starling_test_plot_get_tip (chart, rtl == 1 ? 3 : 397, 20, FALSE,
                                           NULL);
      g_assert_cmpstr (beyond, ==, NULL);
      edge = starling_test_plot_get_tip (chart, rtl == 1 ? 397 : 3, 20, FALSE,
                                         NULL);
      g_assert_cmpstr (edge, ==, items[0].text);
    }
  starling_chart_set_items (STARLING_CHART (chart), items, 4, 0, "");
  g_assert_cmpuint (count_half (chart, "starling_edge", 1, 0), >, 30);
  starling_chart_set_target (STARLING_CHART (chart), -60, NULL);
  g_assert_cmpuint (count_half (chart, "starling_edge", 1, 0), ==, 0);
  g_assert_cmpuint (count_half (chart, "starling_edge", 1, 1), >, 30);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The line of the target does not run through a figure, from either side. */
static void
test_target_interrupted (void)
{
  static const StarlingChartItem wide[] = {
    { 0, "Mo", NULL, "Monday: none" },
    { 15, "Tu", "15 . . . . . 15", "Tuesday: 15 minutes" },
    { 0, "We", NULL, "Wednesday: none" },
    { 25, "Th", NULL, "Thursday: 25 minutes" },
  };
  GtkWidget *widget = starling_chart_new (STARLING_CHART_LINE);
  StarlingChart *chart = STARLING_CHART (widget);
  GtkWidget *window = starling_test_present (widget, 400, 200);

  starling_chart_set_items (chart, wide, G_N_ELEMENTS (wide), 1, "");
  for (guint rtl = 0; rtl < 2; rtl++)
    {
      guint slot = rtl == 1 ? 2 : 1;
      guint whole, least;

      gtk_widget_set_direction (widget,
                                rtl == 1 ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
      starling_chart_set_target (chart, 24, NULL);
      whole = least = count_slot (widget, "starling_edge", slot);
      for (double target = 15; target < 24; target += 0.25)
        {
          starling_chart_set_target (chart, target, NULL);
          least = MIN (least, count_slot (widget, "starling_edge", slot));
        }
      g_assert_cmpuint (whole, >, least + 30);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The marked value has a ring and its figure, until the values are others. */
static void
test_marked_painted (void)
{
  GtkWidget *widget = new_chart ();
  StarlingChart *chart = STARLING_CHART (widget);
  GtkWidget *window = starling_test_present (widget, 400, 200);

  for (int i = 0; i < 4; i++)
    {
      starling_chart_set_items (chart, items, 4, 0, "");
      assert_painted (widget, "*20\n*Mo Tu We Th");
      starling_chart_set_marked (chart, i);
      for (guint half = 0; half < 2; half++)
        g_assert_cmpint (count_half (widget, "starling_card", (guint) i, half)
                             > 20,
                         ==, half == (i % 3 == 0 ? 0 : 1));
    }
  starling_chart_set_marked (chart, 3);
  assert_painted (widget, "*25\n*20\n*Mo Tu We Th");
  starling_chart_set_marked (chart, -1);
  assert_painted (widget, "*20\n*Mo Tu We Th");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Several beside each other are lower. */
static void
test_compact (void)
{
  GtkWidget *whole = g_object_ref_sink (new_chart ());
  GtkWidget *compact = g_object_ref_sink (
      g_object_new (STARLING_TYPE_CHART, "kind", STARLING_CHART_LINE, "compact",
                    TRUE, NULL));
  int height, natural;

  starling_chart_set_items (STARLING_CHART (compact), items, 4, 0, "");
  gtk_widget_measure (compact, GTK_ORIENTATION_VERTICAL, 200, NULL, &natural,
                      NULL, NULL);
  gtk_widget_measure (whole, GTK_ORIENTATION_VERTICAL, 200, &height, NULL, NULL,
                      NULL);
  g_assert_cmpint (natural, <, height);
  g_assert_finalize_object (whole);
  g_assert_finalize_object (compact);
}

/* How many of the values lie in the upper half, as they are drawn. */
static guint
count_upper (GtkWidget *chart)
{
  guint n = 0;

  for (guint i = 0; i < 4; i++)
    if (count_half (chart, "starling_accent", i, 0)
        > count_half (chart, "starling_accent", i, 1))
      n++;
  return n;
}

/* The names of the ends of a range stand beside the plot, which ends before
 * them. */
static void
assert_ends (GtkWidget *widget, gboolean rtl)
{
  const GdkRectangle margin = { rtl ? 0 : 376, 0, 24, 200 };
  g_auto (StarlingTestPainting) painting = { 0 };
  double x, least, most;

  starling_test_painting_init (&painting, widget);
  g_assert_true (starling_test_painting_find (&painting, "100%", &x, &most));
  g_assert_cmpfloat (rtl ? x : 400 - x, <, 30);
  g_assert_true (starling_test_painting_find (&painting, "0%", &x, &least));
  g_assert_cmpfloat (rtl ? x : 400 - x, <, 30);
  g_assert_cmpfloat (least - most, >, 100);
  g_assert_cmpuint (starling_test_painting_count (&painting, "starling_accent",
                                                  &margin),
                    ==, 0);
  g_assert_cmpuint (starling_test_painting_count (&painting, "starling_line",
                                                  &margin),
                    ==, 0);
}

/* A range that is fixed is what the height stands for, whatever the values
 * are. */
static void
test_range (void)
{
  static const struct
  {
    double values[4];
    guint n_upper; /* of the values, in 0 to 100 */
  } cases[] = {
    { { 90, 91, 92, 93 }, 4 },
    { { 10, 20, 5, 0 }, 0 },
    { { 100, 100, 100, 100 }, 4 },
    { { 0, 0, 0, 0 }, 0 },
  };
  GtkWidget *widget = starling_chart_new (STARLING_CHART_LINE);
  StarlingChart *chart = STARLING_CHART (widget);
  GtkWidget *window = starling_test_present (widget, 400, 200);

  starling_chart_set_range (chart, 0, 100, "0%", "100%");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StarlingChartItem percents[4];

      for (guint k = 0; k < 4; k++)
        percents[k] = (StarlingChartItem){ cases[i].values[k], "Mo", NULL, "" };
      gtk_widget_set_direction (widget, GTK_TEXT_DIR_LTR);
      starling_chart_set_items (chart, percents, 4, 3, "");
      g_assert_cmpuint (count_upper (widget), ==, cases[i].n_upper);
      assert_ends (widget, FALSE);
      gtk_widget_set_direction (widget, GTK_TEXT_DIR_RTL);
      assert_ends (widget, TRUE);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The middle of the first or last row in which a rule is painted. */
static int
find_rule (const StarlingTestPainting *painting, gboolean last)
{
  int found = -1;

  for (int y = 0; y < 200; y++)
    {
      const GdkRectangle row = { 20, y, 200, 1 };

      if (starling_test_painting_count (painting, "starling_line", &row) < 100)
        continue;
      if (last || found < 0)
        found = y;
    }
  return found;
}

/* Each end of the range is named beside its rule, and charts below each other
 * end at the same place, whatever is beside them. */
static void
test_ends_placed (void)
{
  static const char *const ends[] = { "%", "50%", "goal" };
  const StarlingChartItem shares[]
      = { { 40, NULL, NULL, "" }, { 60, NULL, NULL, "" } };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      GtkWidget *widget = g_object_new (STARLING_TYPE_CHART, "compact", TRUE,
                                        "kind", STARLING_CHART_LINE, NULL);
      GtkWidget *window = starling_test_present (widget, 400, 200);
      g_auto (StarlingTestPainting) painting = { 0 };
      const GdkRectangle beside = { 360, 0, 40, 200 };
      double least, most;

      starling_chart_set_range (STARLING_CHART (widget), 0, 100, ends[i],
                                "top");
      starling_chart_set_items (STARLING_CHART (widget), shares, 2, -1, "");
      starling_test_painting_init (&painting, widget);
      g_assert_true (
          starling_test_painting_find (&painting, "top", NULL, &most));
      g_assert_true (
          starling_test_painting_find (&painting, ends[i], NULL, &least));
      g_assert_cmpint (ABS ((int) (least - most) - find_rule (&painting, TRUE)
                            + find_rule (&painting, FALSE)),
                       <=, 1);
      g_assert_cmpuint (starling_test_painting_count (&painting,
                                                      "starling_accent",
                                                      &beside),
                        ==, 0);
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

/* A band in place of the line: it is in sight, and a figure does not cut it. */
static void
test_band (void)
{
  GtkWidget *chart = new_chart ();
  GtkWidget *window;
  guint before, band;

  starling_chart_set_target (STARLING_CHART (chart), 12, NULL);
  window = starling_test_present (chart, 400, 200);
  before = count_slot (chart, "starling_well", 2);
  g_assert_cmpuint (count_slot (chart, "starling_edge", 2), >, 20);
  starling_chart_set_band (STARLING_CHART (chart), 30, 60, NULL);
  band = count_half (chart, "starling_well", 2, 0);
  /* half of the height, which stands for 0 to 60 now, less the line */
  g_assert_cmpuint (band, >, before + SLOT * 40);
  g_assert_cmpuint (count_half (chart, "starling_well", 2, 1), <, band / 4);
  g_assert_cmpuint (count_slot (chart, "starling_edge", 2), ==, 0);
  starling_chart_set_target (STARLING_CHART (chart), 12, NULL);
  g_assert_cmpuint (count_slot (chart, "starling_well", 2), ==, before);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  starling_test_init (&argc, &argv);

  g_test_add_func ("/chart-target/painted", test_target_painted);
  g_test_add_func ("/chart-target/interrupted", test_target_interrupted);
  g_test_add_func ("/chart-target/marked", test_marked_painted);
  g_test_add_func ("/chart-target/compact", test_compact);
  g_test_add_func ("/chart-target/range", test_range);
  g_test_add_func ("/chart-target/ends", test_ends_placed);

  g_test_add_func ("/chart-target/band", test_band);
  return g_test_run ();
}

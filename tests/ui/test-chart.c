/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "support.h"
#include "widgets/chart-geometry.h"
#include "widgets/chart.h"
#include "widgets/day-grid.h"
#include "widgets/week.h"

#include <math.h>

/* --- geometry --- */

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

/* --- the widget --- */

static gboolean
press (GtkWidget *widget, guint keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller
          = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller))
        continue;
      g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
      return handled;
    }
  g_assert_not_reached ();
}

static void
leave (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller
          = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_FOCUS (controller))
        g_signal_emit_by_name (controller, "leave");
    }
}

static void
assert_name (GtkWidget *widget, const char *name)
{
  gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       name);
}

static const StarlingChartItem items[] = {
  { 20, "Mo", "20", "Monday: 20 cards" },
  { 11, "Tu", "11", "Tuesday: 11 cards" },
  { 0, "We", "0", "Wednesday: none" },
  { 25, "Th", "25", "Thursday: 25 cards" },
};

static GtkWidget *
new_chart (StarlingChartKind kind)
{
  GtkWidget *widget = starling_chart_new (kind);
  StarlingChart *chart = STARLING_CHART (widget);

  starling_chart_set_name (chart, "Next days");
  starling_chart_set_items (chart, items, G_N_ELEMENTS (items), 0,
                            "20 cards today.");
  return widget;
}

static void
test_accessible (void)
{
  GtkWidget *widget = g_object_ref_sink (starling_chart_new (0));

  gtk_test_accessible_assert_role (widget, GTK_ACCESSIBLE_ROLE_IMG);
  g_assert_false (gtk_widget_get_focusable (widget));
  starling_chart_set_name (STARLING_CHART (widget), "Next days");
  starling_chart_set_items (STARLING_CHART (widget), items, 2, -1, "Two days.");
  assert_name (widget, "Next days");
  gtk_test_accessible_assert_property (widget,
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Two days.");
  g_assert_true (gtk_widget_get_focusable (widget));
  starling_chart_set_items (STARLING_CHART (widget), NULL, 0, -1, "None.");
  g_assert_false (gtk_widget_get_focusable (widget));
  g_assert_finalize_object (widget);
}

static void
test_keyboard (void)
{
  GtkWidget *widget = g_object_ref_sink (new_chart (STARLING_CHART_BARS));
  StarlingChart *chart = STARLING_CHART (widget);
  static const struct
  {
    guint key;
    gboolean handled;
    int cursor;
  } keys[] = {
    { GDK_KEY_Right, TRUE, 0 }, /* begins at the current one */
    { GDK_KEY_Right, TRUE, 1 }, { GDK_KEY_Right, TRUE, 2 },
    { GDK_KEY_Left, TRUE, 1 },  { GDK_KEY_End, TRUE, 3 },
    { GDK_KEY_Right, TRUE, 3 }, { GDK_KEY_Home, TRUE, 0 },
    { GDK_KEY_Left, TRUE, 0 },  { GDK_KEY_Down, FALSE, 0 },
    { GDK_KEY_Up, FALSE, 0 },   { GDK_KEY_Tab, FALSE, 0 },
    { GDK_KEY_a, FALSE, 0 },
  };

  g_assert_cmpint (starling_chart_get_cursor (chart), ==, -1);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_assert_cmpint (press (widget, keys[i].key), ==, keys[i].handled);
      g_assert_cmpint (starling_chart_get_cursor (chart), ==, keys[i].cursor);
      assert_name (widget, items[keys[i].cursor].text);
    }

  /* values that change are told as they are now */
  press (widget, GDK_KEY_End);
  starling_chart_set_items (chart, items, 4, 0, "20 cards today.");
  assert_name (widget, "Thursday: 25 cards");
  starling_chart_set_items (chart, items, 2, 0, "20 cards today.");
  assert_name (widget, "Next days");

  press (widget, GDK_KEY_Right);
  leave (widget);
  g_assert_cmpint (starling_chart_get_cursor (chart), ==, -1);
  assert_name (widget, "Next days");
  g_assert_finalize_object (widget);
}

static void
test_keyboard_mirrored (void)
{
  GtkWidget *widget = g_object_ref_sink (new_chart (STARLING_CHART_LINE));
  StarlingChart *chart = STARLING_CHART (widget);

  gtk_widget_set_direction (widget, GTK_TEXT_DIR_RTL);
  press (widget, GDK_KEY_Left);
  press (widget, GDK_KEY_Left);
  g_assert_cmpint (starling_chart_get_cursor (chart), ==, 1);
  press (widget, GDK_KEY_Right);
  g_assert_cmpint (starling_chart_get_cursor (chart), ==, 0);
  g_assert_finalize_object (widget);
}

/* How many pixels of the widget have about that colour, left and right. */
static void
count_pixels (GtkWidget *widget, const char *color_name, guint counts[2])
{
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  const guchar *data;
  GdkRGBA color;

  g_assert_true (
      gtk_style_context_lookup_color (gtk_widget_get_style_context (widget),
                                      color_name, &color));
  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  node = gtk_snapshot_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  counts[0] = counts[1] = 0;
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        const guchar *p
            = data + y * cairo_image_surface_get_stride (surface) + 4 * x;

        if (p[3] == 255 && ABS (p[2] - (int) (color.red * 255)) < 3
            && ABS (p[1] - (int) (color.green * 255)) < 3
            && ABS (p[0] - (int) (color.blue * 255)) < 3)
          counts[x >= width / 2]++;
      }
  cairo_surface_destroy (surface);
}

/* Today at the start of the line, in the colour of what is current. */
static void
test_painted (void)
{
  GtkWidget *chart = new_chart (STARLING_CHART_BARS);
  GtkWidget *window = starling_test_present (chart, 400, 200);
  guint current[2], others[2];

  count_pixels (chart, "starling_accent", current);
  count_pixels (chart, "starling_edge", others);
  g_assert_cmpuint (current[0], >, 2000);
  g_assert_cmpuint (current[1], ==, 0);
  g_assert_cmpuint (others[1], >, current[0]); /* Thursday is higher */
  g_assert_cmpuint (others[0], <, current[0]);

  gtk_widget_set_direction (chart, GTK_TEXT_DIR_RTL);
  count_pixels (chart, "starling_accent", current);
  g_assert_cmpuint (current[0], ==, 0);
  g_assert_cmpuint (current[1], >, 2000);

  starling_chart_set_items (STARLING_CHART (chart), NULL, 0, -1, "");
  starling_test_run_frames (chart, 1);
  count_pixels (chart, "starling_accent", current);
  g_assert_cmpuint (current[0] + current[1], ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The curve goes from edge to edge; values at the edges are not cut off. */
static void
test_line_painted (void)
{
  GtkWidget *chart = new_chart (STARLING_CHART_LINE);
  GtkWidget *window = starling_test_present (chart, 400, 200);
  guint counts[2];

  count_pixels (chart, "starling_accent", counts);
  g_assert_cmpuint (counts[0], >, 150);
  g_assert_cmpuint (counts[1], >, 150);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* --- the calendar of days --- */

static void
test_shades (void)
{
  static const struct
  {
    StarlingActivity activity;
    StarlingShade shade;
  } cases[] = {
    { { 0 }, STARLING_SHADE_NONE },
    { { .n_new = 1 }, STARLING_SHADE_LITTLE },
    { { .n_due = 14 }, STARLING_SHADE_LITTLE },
    { { .n_new = 5, .n_learning = 5, .n_due = 5 }, STARLING_SHADE_SOME },
    { { .n_takes = 2 }, STARLING_SHADE_LITTLE },
    { { .n_takes = 3 }, STARLING_SHADE_SOME },
    { { .n_due = 39 }, STARLING_SHADE_SOME },
    { { .n_due = 40 }, STARLING_SHADE_MUCH },
    { { .n_due = 20, .n_questions = 15, .n_takes = 1 }, STARLING_SHADE_MUCH },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (starling_activity_get_shade (&cases[i].activity), ==,
                     cases[i].shade);
}

static void
test_week_start (void)
{
  static const struct
  {
    const char *locale;
    guint origin, first;
    int start;
  } cases[] = {
    { NULL, 19971130, 1, G_DATE_MONDAY },
    { "C", 19971130, 1, G_DATE_MONDAY },
    { "C.UTF-8", 19971130, 1, G_DATE_MONDAY },
    { "POSIX", 19971130, 1, G_DATE_MONDAY },
    { "en_US.UTF-8", 19971130, 1, G_DATE_SUNDAY },
    { "en_GB.UTF-8", 19971130, 2, G_DATE_MONDAY },
    { "de_DE.UTF-8", 19971130, 2, G_DATE_MONDAY },
    { "fa_IR.UTF-8", 19971130, 7, G_DATE_SATURDAY },
    { "xx_XX", 19971201, 1, G_DATE_MONDAY },
    { "xx_XX", 19971201, 7, G_DATE_SUNDAY },
    { "xx_XX", 0, 1, G_DATE_MONDAY },
    { "xx_XX", 19971130, 0, G_DATE_MONDAY },
    { "xx_XX", 19971130, 8, G_DATE_MONDAY },
  };
  g_autofree char *letter = starling_week_format_day (G_DATE_MONDAY, 1);
  g_autofree char *letters = starling_week_format_day (G_DATE_SUNDAY, 2);
  g_autofree char *all = starling_week_format_day (G_DATE_SATURDAY, 99);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (starling_week_resolve_start (cases[i].locale,
                                                  cases[i].origin,
                                                  cases[i].first),
                     ==, cases[i].start);
  g_assert_cmpint (starling_week_get_start (), ==, G_DATE_MONDAY);
  g_assert_cmpstr (letter, ==, "M");
  g_assert_cmpstr (letters, ==, "Su");
  g_assert_cmpstr (all, ==, "Sat");
}

#define TODAY 20780 /* Monday 23 November 2026 */

/* Whatever day it is, its week is the last row. */
static void
test_first_day (void)
{
  for (int start = G_DATE_MONDAY; start <= G_DATE_SUNDAY; start++)
    for (int today = TODAY - 10; today < TODAY + 10; today++)
      {
        int first = starling_day_grid_find_first (today, start);

        g_assert_cmpint (starling_day_get_weekday (first), ==, start);
        g_assert_cmpint (today - first, >=, 28);
        g_assert_cmpint (today - first, <, 35);
      }
}

static void
test_day_texts (void)
{
  static const struct
  {
    int day;
    StarlingActivity activity;
    const char *text;
  } cases[] = {
    { TODAY - 6,
      { .n_new = 4, .n_learning = 5, .n_due = 15, .n_takes = 1 },
      "Tuesday 17 November: 24 reviews, 1 rehearsal" },
    { TODAY - 28, { .n_due = 1 }, "Monday 26 October: 1 review" },
    { TODAY - 1,
      { .n_takes = 2, .n_questions = 1 },
      "Sunday 22 November: 2 rehearsals, 1 question" },
    { TODAY - 4, { 0 }, "Thursday 19 November: nothing" },
    { TODAY, { 0 }, "Monday 23 November: nothing yet" },
    { TODAY + 1, { 0 }, "Tuesday 24 November" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text
          = starling_day_grid_format_day (&cases[i].activity, cases[i].day,
                                          TODAY);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_day_grid (void)
{
  static const StarlingActivity days[] = {
    { .day = TODAY - 40, .n_due = 9 },
    { .day = TODAY - 7, .n_due = 50 },
    { .day = TODAY, .n_due = 2 },
  };
  GtkWidget *widget = starling_day_grid_new ();
  StarlingDayGrid *grid = STARLING_DAY_GRID (widget);
  GtkWidget *window = starling_test_present (widget, 240, 190);
  guint filled[2];

  gtk_test_accessible_assert_role (widget, GTK_ACCESSIBLE_ROLE_IMG);
  g_assert_false (gtk_widget_get_focusable (widget));
  g_assert_cmpint (starling_day_grid_get_first (grid), ==, STARLING_NO_DAY);

  starling_day_grid_set_name (grid, "Days studied");
  starling_day_grid_set_days (grid, days, G_N_ELEMENTS (days), TODAY,
                              "2 of the last 28");
  assert_name (widget, "Days studied");
  gtk_test_accessible_assert_property (widget,
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "2 of the last 28");
  g_assert_cmpint (starling_day_grid_get_first (grid), ==, TODAY - 28);

  press (widget, GDK_KEY_Right); /* to today */
  assert_name (widget, "Monday 23 November: 2 reviews");
  g_assert_false (press (widget, GDK_KEY_Down));
  g_assert_true (press (widget, GDK_KEY_Up));
  assert_name (widget, "Monday 16 November: 50 reviews");
  press (widget, GDK_KEY_Right);
  assert_name (widget, "Tuesday 17 November: nothing");
  press (widget, GDK_KEY_Home);
  assert_name (widget, "Monday 26 October: nothing");
  g_assert_false (press (widget, GDK_KEY_Up));
  press (widget, GDK_KEY_End);
  assert_name (widget, "Sunday 29 November");
  leave (widget);
  assert_name (widget, "Days studied");

  /* one filled disc, in the first column */
  count_pixels (widget, "starling_fill", filled);
  g_assert_cmpuint (filled[0], >, 250);
  g_assert_cmpuint (filled[1], ==, 0);
  gtk_widget_set_direction (widget, GTK_TEXT_DIR_RTL);
  count_pixels (widget, "starling_fill", filled);
  g_assert_cmpuint (filled[0], ==, 0);
  g_assert_cmpuint (filled[1], >, 250);

  g_object_ref (widget);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (widget);
}

/* The pointer tells the value below it. */
static void
test_tooltip (void)
{
  GtkWidget *chart = new_chart (STARLING_CHART_BARS);
  GtkWidget *window = starling_test_present (chart, 400, 200);
  GtkTooltip *tooltip = g_object_new (g_type_from_name ("GtkTooltip"), NULL);
  static const struct
  {
    int x;
    gboolean keyboard, shown;
  } cases[] = {
    { 10, FALSE, TRUE },
    { 399, FALSE, TRUE },
    { -3, FALSE, FALSE },
    { 10, TRUE, FALSE }, /* before any key */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean shown = FALSE;

      g_signal_emit_by_name (chart, "query-tooltip", cases[i].x, 20,
                             cases[i].keyboard, tooltip, &shown);
      g_assert_cmpint (shown, ==, cases[i].shown);
    }
  g_object_unref (tooltip);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  starling_test_init (&argc, &argv);
  g_test_add_func ("/chart/slots", test_slots);
  g_test_add_func ("/chart/slots-cover", test_slots_cover);
  g_test_add_func ("/chart/find", test_find);
  g_test_add_func ("/chart/range", test_range);
  g_test_add_func ("/chart/labels", test_labels);
  g_test_add_func ("/chart/most", test_most);
  g_test_add_func ("/chart/figures", test_figures);
  g_test_add_func ("/chart/accessible", test_accessible);
  g_test_add_func ("/chart/keyboard", test_keyboard);
  g_test_add_func ("/chart/keyboard-mirrored", test_keyboard_mirrored);
  g_test_add_func ("/chart/painted", test_painted);
  g_test_add_func ("/chart/line-painted", test_line_painted);
  g_test_add_func ("/chart/tooltip", test_tooltip);
  g_test_add_func ("/day-grid/shades", test_shades);
  g_test_add_func ("/day-grid/week-start", test_week_start);
  g_test_add_func ("/day-grid/first-day", test_first_day);
  g_test_add_func ("/day-grid/texts", test_day_texts);
  g_test_add_func ("/day-grid/widget", test_day_grid);
  return g_test_run ();
}

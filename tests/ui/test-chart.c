/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plots.h"
#include "support.h"
#include "widgets/chart.h"

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
  starling_test_plot_assert_name (widget, "Next days");
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
    { GDK_KEY_Right, TRUE, 1 },   { GDK_KEY_Right, TRUE, 2 },
    { GDK_KEY_Left, TRUE, 1 },    { GDK_KEY_End, TRUE, 3 },
    { GDK_KEY_Right, TRUE, 3 },   { GDK_KEY_Home, TRUE, 0 },
    { GDK_KEY_Left, TRUE, 0 },    { GDK_KEY_Down, FALSE, 0 },
    { GDK_KEY_Up, FALSE, 0 },     { GDK_KEY_Tab, FALSE, 0 },
    { GDK_KEY_a, FALSE, 0 },      { GDK_KEY_KP_Right, TRUE, 1 },
    { GDK_KEY_KP_Left, TRUE, 0 }, { GDK_KEY_KP_End, TRUE, 3 },
    { GDK_KEY_KP_Home, TRUE, 0 },
  };

  g_assert_cmpint (starling_chart_get_cursor (chart), ==, -1);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_assert_cmpint (starling_test_plot_press (widget, keys[i].key, 0), ==,
                       keys[i].handled);
      g_assert_cmpint (starling_chart_get_cursor (chart), ==, keys[i].cursor);
      starling_test_plot_assert_name (widget, items[keys[i].cursor].text);
    }

  /* values that change are told as they are now */
  starling_test_plot_press (widget, GDK_KEY_End, 0);
  starling_chart_set_items (chart, items, 4, 0, "20 cards today.");
  starling_test_plot_assert_name (widget, "Thursday: 25 cards");
  starling_chart_set_items (chart, items, 2, 0, "20 cards today.");
  starling_test_plot_assert_name (widget, "Next days");

  starling_test_plot_press (widget, GDK_KEY_Right, 0);
  starling_test_plot_leave (widget);
  g_assert_cmpint (starling_chart_get_cursor (chart), ==, -1);
  starling_test_plot_assert_name (widget, "Next days");
  g_assert_finalize_object (widget);
}

/* Where the first key leads. */
static void
test_keyboard_start (void)
{
  static const struct
  {
    int current;
    guint key;
    GdkModifierType state;
    int cursor;
  } cases[] = {
    { 2, GDK_KEY_Right, 0, 2 },
    { 2, GDK_KEY_Left, 0, 2 },
    { 2, GDK_KEY_Home, 0, 0 },
    { 2, GDK_KEY_End, 0, 3 },
    { -1, GDK_KEY_Right, 0, 0 },
    { 2, GDK_KEY_Right, GDK_LOCK_MASK, 2 },
    /* these are the window's */
    { 2, GDK_KEY_Right, GDK_CONTROL_MASK, -1 },
    { 2, GDK_KEY_Left, GDK_ALT_MASK, -1 },
    { 2, GDK_KEY_Home, GDK_SHIFT_MASK, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *widget = g_object_ref_sink (new_chart (STARLING_CHART_BARS));
      StarlingChart *chart = STARLING_CHART (widget);

      starling_chart_set_items (chart, items, 4, cases[i].current, "");
      g_assert_cmpint (starling_test_plot_press (widget, cases[i].key,
                                                 cases[i].state),
                       ==, cases[i].cursor >= 0);
      g_assert_cmpint (starling_chart_get_cursor (chart), ==, cases[i].cursor);
      g_assert_finalize_object (widget);
    }
}

static void
test_keyboard_mirrored (void)
{
  GtkWidget *widget = g_object_ref_sink (new_chart (STARLING_CHART_LINE));
  StarlingChart *chart = STARLING_CHART (widget);

  gtk_widget_set_direction (widget, GTK_TEXT_DIR_RTL);
  starling_test_plot_press (widget, GDK_KEY_Left, 0);
  starling_test_plot_press (widget, GDK_KEY_Left, 0);
  g_assert_cmpint (starling_chart_get_cursor (chart), ==, 1);
  starling_test_plot_press (widget, GDK_KEY_Right, 0);
  g_assert_cmpint (starling_chart_get_cursor (chart), ==, 0);
  g_assert_finalize_object (widget);
}

/* --- what is painted, at a size of 400 by 200 --- */

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

/* Bars stand on the ground, as high as their values are; today's at the start
 * of the line, in the colour of what is current. */
static void
test_bars_painted (void)
{
  GtkWidget *chart = new_chart (STARLING_CHART_BARS);
  GtkWidget *window = starling_test_present (chart, 400, 200);

  for (guint rtl = 0; rtl < 2; rtl++)
    {
      guint n[G_N_ELEMENTS (items)];

      gtk_widget_set_direction (chart,
                                rtl == 1 ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
      for (guint i = 0; i < G_N_ELEMENTS (items); i++)
        {
          guint slot = rtl == 1 ? 3 - i : i;

          n[i]
              = count_slot (chart, i == 0 ? "starling_accent" : "starling_edge",
                            slot);
          g_assert_cmpuint (count_slot (chart,
                                        i == 0 ? "starling_edge"
                                               : "starling_accent",
                                        slot),
                            ==, 0);
        }
      g_assert_cmpuint (n[0], >, 2000);
      g_assert_cmpfloat_with_epsilon ((double) n[0] / n[3], 20.0 / 25, 0.02);
      g_assert_cmpfloat_with_epsilon ((double) n[1] / n[3], 11.0 / 25, 0.02);
      g_assert_cmpuint (n[2], ==, 0);

      /* Tuesday's is less than half as high */
      g_assert_cmpuint (count_half (chart, "starling_edge", rtl == 1 ? 2 : 1,
                                    0),
                        ==, 0);
    }
  starling_chart_set_items (STARLING_CHART (chart), NULL, 0, -1, "");
  starling_test_run_frames (chart, 1);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpuint (count_slot (chart, "starling_accent", i), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The figures of the greatest value, of the current one and of that at the
 * cursor, each above its bar; all days below. */
static void
test_texts_painted (void)
{
  static const struct
  {
    StarlingChartKind kind;
    GtkTextDirection direction;
    int current;
    guint n_right; /* presses of the key that leads on */
    const char *texts;
  } cases[] = {
    { STARLING_CHART_BARS, GTK_TEXT_DIR_LTR, 0, 0, "*25\n*20\n*Mo Tu We Th" },
    { STARLING_CHART_BARS, GTK_TEXT_DIR_RTL, 0, 0, "*25\n*20\nTh We Tu *Mo" },
    { STARLING_CHART_BARS, GTK_TEXT_DIR_LTR, 0, 2,
      "*25\n*20\n*11\n*Mo *Tu We Th" },
    { STARLING_CHART_BARS, GTK_TEXT_DIR_LTR, 2, 0, "*25\n*0\nMo Tu *We Th" },
    { STARLING_CHART_BARS, GTK_TEXT_DIR_LTR, -1, 0, "*25\nMo Tu We Th" },
    { STARLING_CHART_LINE, GTK_TEXT_DIR_LTR, 1, 0, "*11\nMo *Tu We Th" },
    { STARLING_CHART_LINE, GTK_TEXT_DIR_LTR, 1, 2, "*11\n*0\nMo *Tu *We Th" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *chart = new_chart (cases[i].kind);
      GtkWidget *window = starling_test_present (chart, 400, 200);

      starling_chart_set_items (STARLING_CHART (chart), items, 4,
                                cases[i].current, "");
      gtk_widget_set_direction (chart, cases[i].direction);
      for (guint n = 0; n < cases[i].n_right; n++)
        starling_test_plot_press (chart, GDK_KEY_Right, 0);
      assert_painted (chart, cases[i].texts);
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

/* Texts stand in the middle of their values. */
static void
test_texts_placed (void)
{
  GtkWidget *chart = new_chart (STARLING_CHART_BARS);
  GtkWidget *window = starling_test_present (chart, 400, 200);
  static const struct
  {
    const char *text;
    guint slot;
  } cases[] = {
    { "Mo", 0 }, { "Tu", 1 }, { "We", 2 },
    { "Th", 3 }, { "20", 0 }, { "25", 3 },
  };

  for (guint rtl = 0; rtl < 2; rtl++)
    {
      g_auto (StarlingTestPainting) painting = { 0 };

      gtk_widget_set_direction (chart,
                                rtl == 1 ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
      starling_test_painting_init (&painting, chart);
      for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        {
          guint slot = rtl == 1 ? 3 - cases[i].slot : cases[i].slot;
          double x = 0;

          g_assert_true (
              starling_test_painting_find (&painting, cases[i].text, &x, NULL));
          g_assert_cmpfloat_with_epsilon (x, (slot + 0.5) * SLOT, 2);
        }
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A band behind the value at the cursor, as long as there is one. */
static void
test_cursor_painted (void)
{
  GtkWidget *chart = new_chart (STARLING_CHART_BARS);
  GtkWidget *window = starling_test_present (chart, 400, 200);

  for (guint rtl = 0; rtl < 2; rtl++)
    {
      gtk_widget_set_direction (chart,
                                rtl == 1 ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
      for (guint i = 0; i < 4; i++)
        g_assert_cmpuint (count_slot (chart, "starling_well", i), ==, 0);
      starling_test_plot_press (chart, GDK_KEY_End, 0);
      for (guint i = 0; i < 4; i++)
        if (i == (rtl == 1 ? 0 : 3))
          g_assert_cmpuint (count_slot (chart, "starling_well", i), >, 2000);
        else
          g_assert_cmpuint (count_slot (chart, "starling_well", i), ==, 0);
      starling_test_plot_leave (chart);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The curve goes from edge to edge; values at the edges are not cut off. The
 * current point is filled, the others are hollow. */
static void
test_line_painted (void)
{
  GtkWidget *chart = new_chart (STARLING_CHART_LINE);
  GtkWidget *window = starling_test_present (chart, 400, 200);

  for (guint i = 0; i < 4; i++)
    g_assert_cmpuint (count_slot (chart, "starling_accent", i), >, 60);
  g_assert_cmpuint (count_slot (chart, "starling_card", 0), ==, 0);
  for (guint i = 1; i < 4; i++)
    g_assert_cmpuint (count_slot (chart, "starling_card", i), >, 4);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Of many, only the point at the cursor is shown. */
static void
test_many_painted (void)
{
  StarlingChartItem many[40] = { 0 };
  GtkWidget *chart = starling_chart_new (STARLING_CHART_LINE);
  GtkWidget *window = starling_test_present (chart, 400, 200);

  for (guint i = 0; i < G_N_ELEMENTS (many); i++)
    many[i] = (StarlingChartItem){ i, NULL, NULL, "a value" };
  starling_chart_set_items (STARLING_CHART (chart), many, G_N_ELEMENTS (many),
                            0, "");
  for (guint i = 0; i < 4; i++)
    g_assert_cmpuint (count_slot (chart, "starling_card", i), ==, 0);
  assert_painted (chart, "");
  starling_test_plot_press (chart, GDK_KEY_End, 0);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (count_slot (chart, "starling_card", i) > 4, ==, i == 3);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* --- what is told --- */

/* The pointer tells the value below it, the keyboard that at the cursor. */
static void
test_tooltip (void)
{
  GtkWidget *chart = new_chart (STARLING_CHART_BARS);
  GtkWidget *window = starling_test_present (chart, 400, 200);
  static const struct
  {
    GtkTextDirection direction;
    int x;
    gboolean keyboard;
    int item; /* -1: none */
    int left; /* of its area */
  } cases[] = {
    { GTK_TEXT_DIR_LTR, 10, TRUE, -1, 0 }, /* before any key */
    { GTK_TEXT_DIR_LTR, -3, FALSE, -1, 0 },
    { GTK_TEXT_DIR_LTR, 0, FALSE, 0, 0 },
    { GTK_TEXT_DIR_LTR, 99, FALSE, 0, 0 },
    { GTK_TEXT_DIR_LTR, 100, FALSE, 1, 100 },
    { GTK_TEXT_DIR_LTR, 399, FALSE, 3, 300 },
    { GTK_TEXT_DIR_LTR, 400, FALSE, -1, 0 },
    { GTK_TEXT_DIR_RTL, 10, FALSE, 3, 0 },
    { GTK_TEXT_DIR_RTL, 110, FALSE, 2, 100 },
    { GTK_TEXT_DIR_RTL, 390, FALSE, 0, 300 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GdkRectangle area;
      g_autofree char *text = NULL;

      gtk_widget_set_direction (chart, cases[i].direction);
      text = starling_test_plot_get_tip (chart, cases[i].x, 20,
                                         cases[i].keyboard, &area);
      g_assert_cmpstr (text, ==,
                       cases[i].item < 0 ? NULL : items[cases[i].item].text);
      if (cases[i].item >= 0)
        g_assert_true (
            gdk_rectangle_equal (&area, &(GdkRectangle){ cases[i].left, 0, SLOT,
                                                         200 }));
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_tooltip_keyboard (void)
{
  GtkWidget *chart = new_chart (STARLING_CHART_BARS);
  GtkWidget *window = starling_test_present (chart, 400, 200);

  for (int i = 0; i < 2; i++)
    {
      GdkRectangle area;
      g_autofree char *text = NULL;

      starling_test_plot_press (chart, GDK_KEY_Right, 0);
      text = starling_test_plot_get_tip (chart, 390, 20, TRUE, &area);
      g_assert_cmpstr (text, ==, items[i].text);
      g_assert_cmpint (area.x, ==, i * SLOT);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static int
get_text_height (GtkWidget *widget)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "0");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

/* Larger letters take more room, above and below. */
static void
test_font (void)
{
  GtkWidget *chart = new_chart (STARLING_CHART_BARS);
  GtkWidget *window = starling_test_present (chart, 400, 300);
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  int text, height;

  gtk_widget_set_valign (chart, GTK_ALIGN_START);
  starling_test_run_frames (window, 2);
  text = get_text_height (chart);
  height = gtk_widget_get_height (chart);
  gtk_css_provider_load_from_data (provider, "chart { font-size: 30px; }", -1);
  gtk_style_context_add_provider (gtk_widget_get_style_context (chart),
                                  GTK_STYLE_PROVIDER (provider),
                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  starling_test_run_frames (window, 2);
  g_assert_cmpint (get_text_height (chart), >, text);
  g_assert_cmpint (gtk_widget_get_height (chart) - height, ==,
                   2 * (get_text_height (chart) - text));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  starling_test_init (&argc, &argv);
  g_test_add_func ("/chart/accessible", test_accessible);
  g_test_add_func ("/chart/keyboard", test_keyboard);
  g_test_add_func ("/chart/keyboard/start", test_keyboard_start);
  g_test_add_func ("/chart/keyboard/mirrored", test_keyboard_mirrored);
  g_test_add_func ("/chart/painted/bars", test_bars_painted);
  g_test_add_func ("/chart/painted/texts", test_texts_painted);
  g_test_add_func ("/chart/painted/texts-placed", test_texts_placed);
  g_test_add_func ("/chart/painted/cursor", test_cursor_painted);
  g_test_add_func ("/chart/painted/line", test_line_painted);
  g_test_add_func ("/chart/painted/many", test_many_painted);
  g_test_add_func ("/chart/tooltip", test_tooltip);
  g_test_add_func ("/chart/tooltip/keyboard", test_tooltip_keyboard);
  g_test_add_func ("/chart/font", test_font);
  return g_test_run ();
}

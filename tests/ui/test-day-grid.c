/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plots.h"
#include "support.h"
#include "widgets/day-grid-paint.h"
#include "widgets/week.h"

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

/* --- the widget --- */

#define FIRST (TODAY - 28) /* Monday 26 October 2026 */
#define NOW (TODAY + 2)    /* Wednesday 25 November 2026 */

/* All shades, at different places in their weeks. */
static const StarlingActivity activities[] = {
  { .day = FIRST - 1, .n_due = 50 },
  { .day = FIRST, .n_due = 40 },     /* much */
  { .day = FIRST + 6, .n_due = 15 }, /* some */
  { .day = FIRST + 16, .n_new = 1 }, /* little */
  { .day = FIRST + 27, .n_due = 60 },
  { .day = NOW, .n_due = 2, .n_questions = 1 },
};

static GtkWidget *
new_grid (void)
{
  GtkWidget *widget = starling_day_grid_new ();
  StarlingDayGrid *grid = STARLING_DAY_GRID (widget);

  starling_day_grid_set_name (grid, "Days studied");
  starling_day_grid_set_days (grid, activities, G_N_ELEMENTS (activities), NOW,
                              "5 of the last 28");
  return widget;
}

static void
test_accessible (void)
{
  GtkWidget *widget = g_object_ref_sink (starling_day_grid_new ());
  StarlingDayGrid *grid = STARLING_DAY_GRID (widget);

  gtk_test_accessible_assert_role (widget, GTK_ACCESSIBLE_ROLE_IMG);
  g_assert_false (gtk_widget_get_focusable (widget));
  g_assert_cmpint (starling_day_grid_get_first (grid), ==, STARLING_NO_DAY);
  g_assert_finalize_object (widget);

  widget = g_object_ref_sink (new_grid ());
  starling_test_plot_assert_name (widget, "Days studied");
  gtk_test_accessible_assert_property (widget,
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "5 of the last 28");
  g_assert_true (gtk_widget_get_focusable (widget));
  g_assert_cmpint (starling_day_grid_get_first (STARLING_DAY_GRID (widget)), ==,
                   FIRST);
  g_assert_finalize_object (widget);
}

static void
test_keyboard (void)
{
  static const struct
  {
    guint key;
    gboolean handled;
    const char *name;
  } keys[] = {
    { GDK_KEY_Right, TRUE, "Wednesday 25 November: 2 reviews, 1 question" },
    { GDK_KEY_Down, FALSE, "Wednesday 25 November: 2 reviews, 1 question" },
    { GDK_KEY_Up, TRUE, "Wednesday 18 November: nothing" },
    { GDK_KEY_Left, TRUE, "Tuesday 17 November: nothing" },
    { GDK_KEY_KP_Up, TRUE, "Tuesday 10 November: nothing" },
    { GDK_KEY_KP_Right, TRUE, "Wednesday 11 November: 1 review" },
    { GDK_KEY_Home, TRUE, "Monday 26 October: 40 reviews" },
    { GDK_KEY_Up, FALSE, "Monday 26 October: 40 reviews" },
    { GDK_KEY_Left, TRUE, "Monday 26 October: 40 reviews" },
    { GDK_KEY_Down, TRUE, "Monday 2 November: nothing" },
    { GDK_KEY_Left, TRUE, "Sunday 1 November: 15 reviews" },
    { GDK_KEY_End, TRUE, "Sunday 29 November" },
    { GDK_KEY_KP_Down, FALSE, "Sunday 29 November" },
    { GDK_KEY_Tab, FALSE, "Sunday 29 November" },
  };
  GtkWidget *widget = g_object_ref_sink (new_grid ());

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_assert_cmpint (starling_test_plot_press (widget, keys[i].key, 0), ==,
                       keys[i].handled);
      starling_test_plot_assert_name (widget, keys[i].name);
    }
  starling_test_plot_leave (widget);
  starling_test_plot_assert_name (widget, "Days studied");
  g_assert_finalize_object (widget);
}

/* --- what is painted --- */

static void
set_direction (GtkWidget *widget, guint rtl)
{
  gtk_widget_set_direction (widget,
                            rtl == 1 ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
}

/* The middle of a day, counted from the first one. */
static void
get_middle (GtkWidget *widget, guint index, int *x, int *y)
{
  StarlingDayGridCell cell;
  guint column = index % 7;

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    column = 6 - column;
  starling_day_grid_cell_init (&cell, widget);
  *x = (int) (cell.width * (column + 0.5));
  *y = (int) (cell.head + cell.height * (index / 7 + 0.5));
}

/* Pixels of a colour in the share of a day. */
static guint
count_around (const StarlingTestPainting *painting,
              guint index,
              const char *color)
{
  GdkRectangle area;
  StarlingDayGridCell cell;
  int x, y;

  starling_day_grid_cell_init (&cell, painting->widget);
  get_middle (painting->widget, index, &x, &y);
  area = (GdkRectangle){ x - (int) cell.width / 2, y - (int) cell.height / 2,
                         (int) cell.width, (int) cell.height };
  return starling_test_painting_count (painting, color, &area);
}

static void
assert_painted (GtkWidget *widget, const char *texts)
{
  g_auto (StarlingTestPainting) painting = { 0 };
  g_autofree char *read = NULL;

  starling_test_painting_init (&painting, widget);
  read = starling_test_painting_read (&painting);
  g_assert_cmpstr (read, ==, texts);
}

/* Weekdays above, and the days that were studied in bold. */
static void
test_texts_painted (void)
{
  GtkWidget *widget = new_grid ();
  GtkWidget *window = starling_test_present (widget, 280, 190);

  assert_painted (widget, "M T W T F S S\n"
                          "*26 27 28 29 30 31 *1\n"
                          "2 3 4 5 6 7 8\n"
                          "9 10 *11 12 13 14 15\n"
                          "16 17 18 19 20 21 *22\n"
                          "23 24 *25 26 27 28 29");
  gtk_widget_set_direction (widget, GTK_TEXT_DIR_RTL);
  assert_painted (widget, "S S F T W T M\n"
                          "*1 31 30 29 28 27 *26\n"
                          "8 7 6 5 4 3 2\n"
                          "15 14 13 12 *11 10 9\n"
                          "*22 21 20 19 18 17 16\n"
                          "29 28 27 26 *25 24 23");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What was done at the cursor stands in the place of the weekdays, and the
 * cursor behind its day. */
static void
test_cursor_painted (void)
{
  static const struct
  {
    guint key;   /* 0: none yet */
    guint index; /* where the cursor is */
    const char *head;
  } cases[] = {
    { 0, STARLING_DAY_GRID_DAYS, "M T W T F S S\n" },
    { GDK_KEY_Right, 30, "*2 reviews, 1 question\n" },
    { GDK_KEY_Left, 29, "*nothing\n" },
    { GDK_KEY_Home, 0, "*40 reviews\n" },
    { GDK_KEY_End, 34, "M T W T F S S\n" }, /* is yet to come */
  };
  GtkWidget *widget = new_grid ();
  GtkWidget *window = starling_test_present (widget, 280, 190);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (StarlingTestPainting) painting = { 0 };
      g_autofree char *read = NULL;

      if (cases[i].key != 0)
        starling_test_plot_press (widget, cases[i].key, 0);
      starling_test_painting_init (&painting, widget);
      read = starling_test_painting_read (&painting);
      if (!g_str_has_prefix (read, cases[i].head))
        g_error ("expected “%s”, read “%s”", cases[i].head, read);
      for (guint j = 0; j < STARLING_DAY_GRID_DAYS; j++)
        g_assert_cmpint (count_around (&painting, j, "starling_track") > 50, ==,
                         j == cases[i].index);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Each day has the shade of what was done on it. */
static void
test_shades_painted (void)
{
  static const struct
  {
    guint index;
    StarlingShade shade;
  } cases[] = {
    { 0, STARLING_SHADE_MUCH },    { 6, STARLING_SHADE_SOME },
    { 16, STARLING_SHADE_LITTLE }, { 27, STARLING_SHADE_MUCH },
    { 30, STARLING_SHADE_LITTLE },
  };
  GtkWidget *widget = new_grid ();
  GtkWidget *window = starling_test_present (widget, 280, 190);

  for (guint rtl = 0; rtl < 2; rtl++)
    {
      g_auto (StarlingTestPainting) painting = { 0 };

      set_direction (widget, rtl);
      starling_test_painting_init (&painting, widget);
      for (guint i = 0; i < STARLING_DAY_GRID_DAYS; i++)
        {
          StarlingShade shade = STARLING_SHADE_NONE;

          for (guint j = 0; j < G_N_ELEMENTS (cases); j++)
            if (cases[j].index == i)
              shade = cases[j].shade;
          g_test_message ("day %u", i);
          g_assert_cmpint (count_around (&painting, i, "starling_fill") > 100,
                           ==, shade == STARLING_SHADE_MUCH);
          g_assert_cmpint (count_around (&painting, i, "starling_tint") > 100,
                           ==,
                           shade == STARLING_SHADE_SOME
                               || shade == STARLING_SHADE_LITTLE);
          if (shade != STARLING_SHADE_MUCH)
            g_assert_cmpint (count_around (&painting, i, "starling_accent")
                                 > 20,
                             ==, shade == STARLING_SHADE_SOME);
        }
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Today alone has an outline, above its figure as well. */
static void
test_today_painted (void)
{
  GtkWidget *widget = new_grid ();
  GtkWidget *window = starling_test_present (widget, 280, 190);

  for (guint rtl = 0; rtl < 2; rtl++)
    {
      g_auto (StarlingTestPainting) painting = { 0 };
      StarlingDayGridCell cell;

      set_direction (widget, rtl);
      starling_day_grid_cell_init (&cell, widget);
      starling_test_painting_init (&painting, widget);
      for (guint i = 0; i < STARLING_DAY_GRID_DAYS; i++)
        {
          GdkRectangle area = { .width = 10, .height = 6 };

          get_middle (widget, i, &area.x, &area.y);
          area.x -= 5;
          area.y -= (int) cell.disc / 2 + 3;
          g_assert_cmpint (starling_test_painting_count (&painting,
                                                         "starling_ink", &area)
                               >= 10,
                           ==, FIRST + (int) i == NOW);
        }
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* --- what is told --- */

/* The pointer tells the day below it, wherever it is. */
static void
test_tooltip (void)
{
  GtkWidget *widget = new_grid ();
  GtkWidget *window = starling_test_present (widget, 280, 190);

  for (guint rtl = 0; rtl < 2; rtl++)
    {
      set_direction (widget, rtl);
      for (int i = 0; i < STARLING_DAY_GRID_DAYS; i++)
        {
          const StarlingActivity none = { 0 };
          const StarlingActivity *activity
              = starling_activity_find (activities, G_N_ELEMENTS (activities),
                                        FIRST + i);
          g_autofree char *expected
              = starling_day_grid_format_day (activity != NULL ? activity
                                                               : &none,
                                              FIRST + i, NOW);
          g_autofree char *text = NULL;
          GdkRectangle area;
          int x, y;

          get_middle (widget, (guint) i, &x, &y);
          text = starling_test_plot_get_tip (widget, x, y, FALSE, &area);
          g_assert_cmpstr (text, ==, expected);
          g_assert_true (gdk_rectangle_contains_point (&area, x, y));
          g_assert_cmpint (area.width, ==, 40);
          g_assert_cmpint (ABS (area.x + area.width / 2 - x), <=, 1);
          g_assert_cmpint (ABS (area.y + area.height / 2 - y), <=, 1);
        }
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Beside the days there is none. */
static void
test_tooltip_outside (void)
{
  static const int points[][2]
      = { { 140, 2 }, { -1, 60 }, { 280, 60 }, { 140, -4 } };
  GtkWidget *widget = starling_day_grid_new ();
  GtkWidget *window = starling_test_present (widget, 280, 190);

  g_assert_null (starling_test_plot_get_tip (widget, 140, 60, FALSE, NULL));
  gtk_window_set_child (GTK_WINDOW (window), new_grid ());
  widget = gtk_window_get_child (GTK_WINDOW (window));
  starling_test_run_frames (window, 2);
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    g_assert_null (starling_test_plot_get_tip (widget, points[i][0],
                                               points[i][1], FALSE, NULL));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Larger figures take more room. */
static void
test_font (void)
{
  GtkWidget *widget = new_grid ();
  GtkWidget *window = starling_test_present (widget, 280, 190);
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  int before;

  gtk_widget_set_valign (widget, GTK_ALIGN_START);
  starling_test_run_frames (window, 2);
  before = gtk_widget_get_height (widget);
  gtk_css_provider_load_from_data (provider, "daygrid { font-size: 24px; }",
                                   -1);
  gtk_style_context_add_provider (gtk_widget_get_style_context (widget),
                                  GTK_STYLE_PROVIDER (provider),
                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  starling_test_run_frames (window, 2);
  g_assert_cmpint (gtk_widget_get_height (widget), >=, before + 6 * (24 - 14));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  starling_test_init (&argc, &argv);
  g_test_add_func ("/day-grid/shades", test_shades);
  g_test_add_func ("/day-grid/week-start", test_week_start);
  g_test_add_func ("/day-grid/first-day", test_first_day);
  g_test_add_func ("/day-grid/texts", test_day_texts);
  g_test_add_func ("/day-grid/accessible", test_accessible);
  g_test_add_func ("/day-grid/keyboard", test_keyboard);
  g_test_add_func ("/day-grid/painted/texts", test_texts_painted);
  g_test_add_func ("/day-grid/painted/cursor", test_cursor_painted);
  g_test_add_func ("/day-grid/painted/shades", test_shades_painted);
  g_test_add_func ("/day-grid/painted/today", test_today_painted);
  g_test_add_func ("/day-grid/tooltip", test_tooltip);
  g_test_add_func ("/day-grid/tooltip/outside", test_tooltip_outside);
  g_test_add_func ("/day-grid/font", test_font);
  return g_test_run ();
}

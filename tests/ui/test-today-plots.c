/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/today/plots.h"

#include "pages/today/page.h"
#include "pages/today/words.h"
#include "plots.h"
#include "support.h"
#include "widgets/chart.h"
#include "widgets/day-grid.h"

#define MINUTE (G_GINT64_CONSTANT (60) * 1000)
#define DAY (24 * 60 * MINUTE)
#define NOW G_GINT64_CONSTANT (1795424400000) /* 2026-11-23T09:00:00Z */
#define TODAY 20780                           /* Monday 23 November 2026 */

typedef struct
{
  GtkWidget *window;
  GtkWidget *root; /* the plots, or a page with them */
  GtkWidget *chart;
  GtkWidget *grid;
} Fixture;

static void
present (Fixture *f, GtkWidget *root, int width, int height)
{
  f->root = root;
  f->window = starling_test_present (root, width, height);
  f->chart = starling_test_find (root, STARLING_TYPE_CHART, 0);
  f->grid = starling_test_find (root, STARLING_TYPE_DAY_GRID, 0);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  present (f, g_object_new (STARLING_TYPE_TODAY_PLOTS, NULL), 800, 330);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
}

static void
assert_shown (Fixture *f, const char *text)
{
  if (!starling_test_is_shown (starling_test_find_label (f->root, text),
                               f->root))
    g_error ("“%s” is not shown", text);
}

/* --- days to come --- */

static const struct
{
  StarlingForecastDay day;
  const char *text;
} loads[] = {
  { { TODAY, 14, 6 }, "Monday 23 November: 20 cards, 6 new" },
  { { TODAY + 1, 11, 0 }, "Tuesday 24 November: 11 cards" },
  { { TODAY + 2, 0, 0 }, "Wednesday 25 November: none" },
  { { TODAY + 3, 5, 25 }, "Thursday 26 November: 30 cards, 25 new" },
  { { TODAY + 4, 0, 1 }, "Friday 27 November: 1 new card" },
  { { TODAY + 5, 1, 0 }, "Saturday 28 November: 1 card" },
  { { TODAY + 6, 0, 9 }, "Sunday 29 November: 9 new cards" },
  { { TODAY + 7, 3, 0 }, "Monday 30 November: 3 cards" },
  { { TODAY + 8, 4, 0 }, "Tuesday 1 December: 4 cards" },
  { { TODAY + 9, 5, 0 }, "Wednesday 2 December: 5 cards" },
  { { TODAY + 10, 6, 0 }, "Thursday 3 December: 6 cards" },
  { { TODAY + 11, 7, 0 }, "Friday 4 December: 7 cards" },
  { { TODAY + 12, 8, 0 }, "Saturday 5 December: 8 cards" },
  { { TODAY + 13, 9, 1 }, "Sunday 6 December: 10 cards, 1 new" },
};

static void
set_loads (Fixture *f)
{
  StarlingForecastDay days[G_N_ELEMENTS (loads)];

  for (guint i = 0; i < G_N_ELEMENTS (loads); i++)
    days[i] = loads[i].day;
  starling_today_plots_set_forecast (STARLING_TODAY_PLOTS (f->root), days,
                                     G_N_ELEMENTS (days));
  starling_test_run_frames (f->root, 2);
}

/* Goes through the chart from its start. */
static void
test_forecast_told (Fixture *f, gconstpointer data)
{
  set_loads (f);
  starling_test_plot_assert_name (f->chart, "Next 14 days");
  assert_shown (f, "8 cards a day on average");
  gtk_test_accessible_assert_property (
      f->chart, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      "8 cards a day on average. 20 cards today. The most after that on"
      " Thursday 26 November: 30 cards, 25 new.");
  for (guint i = 0; i < G_N_ELEMENTS (loads); i++)
    {
      g_autofree char *tip = NULL;

      starling_test_plot_press (f->chart, GDK_KEY_Right, 0);
      starling_test_plot_assert_name (f->chart, loads[i].text);
      tip = starling_test_plot_get_tip (f->chart, 0, 0, TRUE, NULL);
      g_assert_cmpstr (tip, ==, loads[i].text);
    }
}

/* Today stands out; new cards are among those that are counted. */
static void
test_forecast_painted (Fixture *f, gconstpointer data)
{
  g_auto (StarlingTestPainting) painting = { 0 };
  g_autofree char *texts = NULL;
  guint n[G_N_ELEMENTS (loads)];
  int height = gtk_widget_get_height (f->chart);

  set_loads (f);
  starling_test_painting_init (&painting, f->chart);
  texts = starling_test_painting_read (&painting);
  g_assert_cmpstr (texts, ==,
                   "*30\n*20\n"
                   "*Mo Tu We Th Fr Sa Su Mo Tu We Th Fr Sa Su");
  for (guint i = 0; i < G_N_ELEMENTS (loads); i++)
    {
      GdkRectangle area;
      g_autofree char *tip = NULL;

      starling_test_plot_press (f->chart, GDK_KEY_Right, 0);
      tip = starling_test_plot_get_tip (f->chart, 0, 0, TRUE, &area);
      g_assert_cmpint (area.height, ==, height);
      n[i] = starling_test_painting_count (&painting, "starling_edge", &area);
      g_assert_cmpint (starling_test_painting_count (&painting,
                                                     "starling_accent", &area)
                           > 0,
                       ==, i == 0);
      if (i == 0)
        n[i] = starling_test_painting_count (&painting, "starling_accent",
                                             &area);
    }
  g_assert_cmpfloat_with_epsilon ((double) n[0] / n[3], 20.0 / 30, 0.03);
  g_assert_cmpfloat_with_epsilon ((double) n[6] / n[3], 9.0 / 30, 0.03);
  g_assert_cmpuint (n[2], ==, 0);
}

/* It follows, texts and all. */
static void
test_forecast_again (Fixture *f, gconstpointer data)
{
  const StarlingForecastDay days[]
      = { { TODAY + 1, 3, 0 }, { TODAY + 2, 0, 0 } };

  set_loads (f);
  starling_today_plots_set_forecast (STARLING_TODAY_PLOTS (f->root), days, 2);
  assert_shown (f, "2 cards a day on average");
  gtk_test_accessible_assert_property (
      f->chart, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      "2 cards a day on average. 3 cards today. None after that.");
  starling_test_plot_press (f->chart, GDK_KEY_Right, 0);
  starling_test_plot_assert_name (f->chart, "Tuesday 24 November: 3 cards");
  starling_test_plot_press (f->chart, GDK_KEY_End, 0);
  starling_test_plot_assert_name (f->chart, "Wednesday 25 November: none");
}

/* --- days that were --- */

static void
test_days (Fixture *f, gconstpointer data)
{
  static const StarlingActivity days[] = {
    { .day = TODAY - 40, .n_due = 9 },
    { .day = TODAY - 1, .n_due = 7, .n_takes = 1 },
    { .day = TODAY, .n_new = 2 },
    { .day = TODAY + 1, .n_questions = 5 }, /* of a clock that was wrong */
  };
  static const struct
  {
    guint n_days;
    int today;
    gboolean with_streak;
    const char *studied;
    const char *streak; /* NULL: none */
    const char *text;   /* of the day of now */
    int first;
  } cases[] = {
    { 4, TODAY, FALSE, "2 of the last 28", NULL,
      "Monday 23 November: 2 reviews", TODAY - 28 },
    { 4, TODAY, TRUE, "2 of the last 28", "2 days in a row",
      "Monday 23 November: 2 reviews", TODAY - 28 },
    { 2, TODAY, TRUE, "1 of the last 28", NULL,
      "Monday 23 November: nothing yet", TODAY - 28 },
    { 4, TODAY + 1, TRUE, "3 of the last 28", "3 days in a row",
      "Tuesday 24 November: 5 questions", TODAY - 28 },
    { 1, TODAY + 6, TRUE, "None yet", NULL, "Sunday 29 November: nothing yet",
      TODAY - 28 },
    { 1, TODAY + 7, TRUE, "None yet", NULL, "Monday 30 November: nothing yet",
      TODAY - 21 },
  };
  GtkWidget *streak;

  starling_test_plot_assert_name (f->grid, "Days studied");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *description
          = cases[i].streak == NULL
                ? g_strdup (cases[i].studied)
                : g_strconcat (cases[i].studied, ". ", cases[i].streak, NULL);

      starling_today_plots_set_days (STARLING_TODAY_PLOTS (f->root), days,
                                     cases[i].n_days, cases[i].today,
                                     cases[i].with_streak);
      assert_shown (f, cases[i].studied);
      gtk_test_accessible_assert_property (f->grid,
                                           GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                           description);
      streak = starling_test_find_label (f->root, cases[i].streak != NULL
                                                      ? cases[i].streak
                                                      : "2 days in a row");
      g_assert_cmpint (starling_test_is_shown (streak, f->root), ==,
                       cases[i].streak != NULL);
      g_assert_cmpint (starling_day_grid_get_first (
                           STARLING_DAY_GRID (f->grid)),
                       ==, cases[i].first);
      starling_test_plot_press (f->grid, GDK_KEY_Right, 0);
      starling_test_plot_assert_name (f->grid, cases[i].text);
      starling_test_plot_leave (f->grid);
    }
}

/* --- on the page --- */

static gboolean
has_plots (gpointer data)
{
  Fixture *f = data;

  return gtk_widget_get_focusable (f->chart)
         && gtk_widget_get_focusable (f->grid);
}

/* So many cards that are known by now, and some more that were just begun. */
static void
study (StarlingSession *session, guint n_known, guint n_begun)
{
  StarlingLibrary *library = starling_session_get_library (session);
  const StarlingDeck *deck = starling_library_get_deck (library);

  for (guint i = 0; i < 2 * n_known + n_begun; i++)
    {
      StarlingEvent *event = starling_event_new (STARLING_EVENT_REVIEW);
      guint index = i < 2 * n_known ? i % n_known : i - n_known;

      event->card = g_strdup (deck->cards[index].name);
      event->grade = STARLING_GRADE_GOOD;
      event->ms = 30000;
      event->level = STARLING_LEVEL_SDE2;
      event->at = NOW + i * MINUTE
                  - (i < 2 * n_known ? DAY + 90 * MINUTE : 60 * MINUTE);
      event->offset = 0;
      starling_library_record_async (library, event, NULL, NULL, NULL);
      starling_event_unref (event);
    }
}

/* What the plan foretells is shown, of a fortnight, and what was done. */
static void
test_page (void)
{
  StarlingSession *session = starling_test_session_new ();
  StarlingLibrary *library = starling_session_get_library (session);
  StarlingForecastDay days[14];
  StarlingPlanInput input;
  g_autofree char *average = NULL;
  g_autofree char *most = NULL;
  g_autofree char *description = NULL;
  guint n_kinds = 0; /* days unlike the one before */
  Fixture f = { 0 };

  study (session, 5, 2);
  starling_library_get_plan_input (library, STARLING_LEVEL_SDE2, &input);
  g_assert_cmpint (input.today, ==, TODAY);
  starling_plan_forecast (&input, starling_library_get_deck (library), days,
                          14);
  average = starling_today_format_average (days, 14);
  most = starling_today_describe_forecast (days, 14);
  description = g_strconcat (average, ". ", most, NULL);

  starling_session_set_scope (session, "today");
  present (&f, starling_today_page_new (session), 776, 800);
  starling_test_run_until (has_plots, &f);
  assert_shown (&f, average);
  gtk_test_accessible_assert_property (f.chart,
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       description);
  for (guint i = 0; i < 14; i++)
    {
      g_autofree char *text = starling_today_format_load (&days[i]);

      starling_test_plot_press (f.chart, GDK_KEY_Right, 0);
      starling_test_plot_assert_name (f.chart, text);
      g_test_message ("%s", text);
      n_kinds += i > 0
                 && (days[i].n_reviews != days[i - 1].n_reviews
                     || days[i].n_new != days[i - 1].n_new);
    }
  g_assert_cmpuint (n_kinds, >=, 3);
  starling_test_plot_press (f.chart, GDK_KEY_Right, 0); /* there is no more */
  g_assert_cmpint (starling_chart_get_cursor (STARLING_CHART (f.chart)), ==,
                   13);

  starling_test_plot_press (f.grid, GDK_KEY_Right, 0);
  starling_test_plot_assert_name (f.grid, "Monday 23 November: 2 reviews");
  starling_test_plot_press (f.grid, GDK_KEY_Left, 0);
  starling_test_plot_assert_name (f.grid, "Sunday 22 November: 10 reviews");
  g_assert_cmpint (starling_day_grid_get_first (STARLING_DAY_GRID (f.grid)), ==,
                   TODAY - 28);

  gtk_window_destroy (GTK_WINDOW (f.window));
  starling_library_flush (library);
  starling_test_drop_session (session);
}

int
main (int argc, char *argv[])
{
  starling_test_init (&argc, &argv);
#define ADD(name, function)                                                    \
  g_test_add ("/today-plots/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("forecast/told", test_forecast_told);
  ADD ("forecast/painted", test_forecast_painted);
  ADD ("forecast/again", test_forecast_again);
  ADD ("days", test_days);
  g_test_add_func ("/today-plots/page", test_page);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "today-fixture.h"

#include "pages/today/page.h"
#include "pages/today/plots.h"
#include "settings.h"
#include "support.h"
#include "widgets/chart.h"
#include "widgets/day-grid.h"

static gboolean
has_chart (gpointer data)
{
  TodayFixture *f = data;

  return gtk_widget_get_focusable (
             starling_test_find (f->page, STARLING_TYPE_CHART, 0))
         && starling_day_grid_get_first (STARLING_DAY_GRID (
                starling_test_find (f->page, STARLING_TYPE_DAY_GRID, 0)))
                != STARLING_NO_DAY;
}

static void
test_plots (TodayFixture *f, gconstpointer data)
{
  GtkWidget *chart = starling_test_find (f->page, STARLING_TYPE_CHART, 0);
  GtkWidget *grid = starling_test_find (f->page, STARLING_TYPE_DAY_GRID, 0);

  starling_test_run_until (has_chart, f);
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Next 14 days");
  gtk_test_accessible_assert_property (grid, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Days studied");
  g_assert_true (today_has_description (grid, "None yet"));

  for (guint i = 1; i <= 3; i++)
    today_record_take (f, "webhook-drops", 5, NOW - i * DAY);
  today_assert_text (f, "3 of the last 28");
  g_assert_true (today_has_description (grid, "3 of the last 28"));
  today_assert_no_text (f, "3 days in a row");

  g_settings_set_boolean (starling_settings_get (), "show-streak", TRUE);
  today_assert_text (f, "3 days in a row");
  g_assert_true (
      today_has_description (grid, "3 of the last 28. 3 days in a row"));
  g_settings_set_boolean (starling_settings_get (), "show-streak", FALSE);
  starling_test_run_frames (f->page, 2);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  today_assert_no_text (f, "3 days in a row");
}

static int
measure_height (TodayFixture *f, GType type)
{
  int height;

  gtk_widget_measure (starling_test_find (f->page, type, 0),
                      GTK_ORIENTATION_VERTICAL, 332, NULL, &height, NULL, NULL);
  return height;
}

/* Texts are there with the first frame; plots come later, and without moving
 * anything. */
static void
test_deferred (void)
{
  TodayFixture f = { .session = starling_test_session_new () };
  int before, after;

  f.library = starling_session_get_library (f.session);
  starling_session_set_scope (f.session, "today");
  f.page = starling_today_page_new (f.session);
  today_assert_text (&f, "20 cards today");
  g_assert_false (has_chart (&f));
  before = measure_height (&f, STARLING_TYPE_TODAY_PLOTS);

  f.window = starling_test_present (f.page, 360, 800);
  starling_test_run_until (has_chart, &f);
  after = measure_height (&f, STARLING_TYPE_TODAY_PLOTS);
  g_assert_cmpint (before, >, 300);
  g_assert_cmpint (after, ==, before);
  g_assert_cmpint (gtk_widget_get_width (f.window), ==, 360);
  today_tear_down (&f, NULL);
}

static gboolean
has_text (gpointer label)
{
  return *gtk_label_get_label (label) != '\0';
}

static void
change_cb (GdkFrameClock *clock, gpointer agenda)
{
  g_signal_handlers_disconnect_by_func (clock, change_cb, agenda);
  g_signal_emit_by_name (agenda, "changed");
}

/* Plots are made once, even if something changes while they wait: for the next
 * frame, or for their turn after it. */
static void
test_plots_once (TodayFixture *f, gconstpointer data)
{
  StarlingAgenda *agenda = starling_session_get_agenda (f->session);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (f->page);
  GtkWidget *average
      = starling_test_find (starling_test_find (f->page,
                                                STARLING_TYPE_TODAY_PLOTS, 0),
                            GTK_TYPE_LABEL, 1);

  starling_test_run_until (has_chart, f);
  for (guint i = 0; i < 2; i++)
    {
      g_signal_emit_by_name (agenda, "changed");
      if (i == 0)
        g_signal_emit_by_name (agenda, "changed");
      else
        g_signal_connect (clock, "after-paint", G_CALLBACK (change_cb), agenda);
      gtk_label_set_label (GTK_LABEL (average), "");
      starling_test_run_until (has_text, average);

      gtk_label_set_label (GTK_LABEL (average), "kept");
      starling_test_run_frames (f->page, 3);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (average)), ==, "kept");
    }
}

static void
painted_cb (gboolean *painted)
{
  *painted = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

/* A page that goes away right after its first frame takes along what it was
 * still to do. */
static void
test_gone (void)
{
  TodayFixture f = { .session = starling_test_session_new () };
  g_autoptr (GdkFrameClock) clock = NULL;
  gboolean painted = FALSE;

  f.library = starling_session_get_library (f.session);
  starling_session_set_scope (f.session, "today");
  f.page = starling_today_page_new (f.session);
  f.window = g_object_new (GTK_TYPE_WINDOW, "child", f.page, NULL);
  gtk_window_present (GTK_WINDOW (f.window));
  clock = g_object_ref (gtk_widget_get_frame_clock (f.window));
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb),
                            &painted);
  starling_test_run_until (is_true, &painted);
  g_assert_false (has_chart (&f));
  g_signal_handlers_disconnect_by_data (clock, &painted);
  today_tear_down (&f, NULL);
}

/* A page that is not on screen waits. */
static void
test_hidden (TodayFixture *f, gconstpointer data)
{
  starling_test_run_until (has_chart, f);
  gtk_widget_set_visible (f->page, FALSE);
  today_record_new_per_day (f, 5);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (starling_test_find_label (f->page, "5 cards today"));

  gtk_widget_set_visible (f->page, TRUE);
  g_assert_nonnull (starling_test_find_label (f->page, "5 cards today"));
}

int
main (int argc, char *argv[])
{
  starling_test_init (&argc, &argv);
#define ADD(name, function)                                                    \
  g_test_add ("/today-painting/" name, TodayFixture, NULL, today_set_up,       \
              function, today_tear_down)
  ADD ("plots", test_plots);
  ADD ("plots/once", test_plots_once);
  ADD ("hidden", test_hidden);
  g_test_add_func ("/today-painting/deferred", test_deferred);
  g_test_add_func ("/today-painting/gone", test_gone);
  return g_test_run ();
}

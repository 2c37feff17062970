/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plots.h"
#include "preferences.h"
#include "support.h"
#include "widgets/chart-geometry.h"
#include "widgets/chart.h"

typedef struct
{
  GtkWidget *parent;
  GtkWidget *window;
  GtkSpinButton *new_per_day;
  GtkSpinButton *reviews_per_day;
  GtkRange *retention;
  StarlingLibrary *library; /* of its own */
  guint n_events;           /* since the window was opened */
} Cards;

static void
count_event (Cards *self)
{
  self->n_events++;
}

static void
cards_init (Cards *self)
{
  g_autoptr (StarlingSession) own = starling_test_session_new ();

  self->n_events = 0;
  self->library = g_object_ref (starling_session_get_library (own));
  self->parent = starling_test_present (gtk_label_new (""), 400, 300);
  self->window = starling_preferences_new (GTK_WINDOW (self->parent), own);
  self->new_per_day = GTK_SPIN_BUTTON (
      starling_test_find_named (self->window, GTK_TYPE_SPIN_BUTTON,
                                "New cards a day"));
  self->reviews_per_day = GTK_SPIN_BUTTON (
      starling_test_find_named (self->window, GTK_TYPE_SPIN_BUTTON,
                                "Reviews a day"));
  self->retention
      = GTK_RANGE (starling_test_find_named (self->window, GTK_TYPE_SCALE,
                                             "Desired retention in percent"));
  g_signal_connect_swapped (self->library, "progress-changed",
                            G_CALLBACK (count_event), self);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
cards_clear (Cards *self)
{
  gtk_window_destroy (GTK_WINDOW (self->parent));
  g_signal_handlers_disconnect_by_data (self->library, self);
  g_object_unref (self->library);
}

static void
assert_settings (Cards *self, int new_per_day, int reviews, int percent)
{
  StarlingStudySettings now;

  starling_progress_get_settings (starling_library_get_progress (self->library),
                                  &now);
  g_assert_cmpint (now.new_per_day, ==, new_per_day);
  g_assert_cmpint (now.reviews_per_day, ==, reviews);
  g_assert_cmpfloat_with_epsilon (now.retention, percent / 100.0, 1e-9);
}

static void
assert_shown (Cards *self, int new_per_day, int reviews, int percent)
{
  g_assert_cmpint (gtk_spin_button_get_value_as_int (self->new_per_day), ==,
                   new_per_day);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (self->reviews_per_day), ==,
                   reviews);
  g_assert_cmpfloat (gtk_range_get_value (self->retention), ==, percent);
}

static gboolean
has_event (gpointer data)
{
  return ((Cards *) data)->n_events > 0;
}

static void
record (Cards *self, StarlingEvent *event)
{
  starling_library_record_async (self->library, event, NULL, NULL, NULL);
}

/* What is chosen counts once, when it stays as it is. */
static void
test_cards_settle (void)
{
  Cards cards;

  cards_init (&cards);
  assert_shown (&cards, 20, 200, 90);
  for (int percent = 91; percent <= 95; percent++)
    gtk_range_set_value (cards.retention, percent);
  gtk_spin_button_set_value (cards.new_per_day, 12);
  g_assert_cmpuint (cards.n_events, ==, 0);
  assert_settings (&cards, 20, 200, 90);

  starling_test_run_until (has_event, &cards);
  g_assert_cmpuint (cards.n_events, ==, 1);
  assert_settings (&cards, 12, 200, 95);
  cards_clear (&cards);
}

/* A user who moves the slider on and on. */
typedef struct
{
  Cards *cards;
  gint64 start, last; /* of this attempt, and its last move: monotonic */
  guint n_moves;
} Drag;

/* Nothing counts as long as no move comes later than half of what it takes to
 * settle; a machine that was too slow for that has to try again. */
static gboolean
is_dragged (gpointer data)
{
  Drag *drag = data;
  gint64 now = g_get_monotonic_time ();

  if (drag->n_moves == 0 || now - drag->last > 300 * 1000)
    {
      drag->start = now;
      drag->cards->n_events = 0;
    }
  drag->last = now;
  g_assert_cmpuint (drag->cards->n_events, ==, 0);
  gtk_range_set_value (drag->cards->retention, 80 + drag->n_moves++ % 10);
  return now - drag->start > 1000 * 1000;
}

/* What moves on has not settled, however long it takes. */
static void
test_cards_drag (void)
{
  Cards cards;
  Drag drag = { .cards = &cards };

  cards_init (&cards);
  starling_test_run_until (is_dragged, &drag);
  gtk_range_set_value (cards.retention, 96);
  starling_test_run_until (has_event, &cards);
  assert_settings (&cards, 20, 200, 96);
  cards_clear (&cards);
}

/* Closing does not wait; what was put back is no change. */
static void
test_cards_close (void)
{
  Cards cards;

  cards_init (&cards);
  gtk_spin_button_set_value (cards.reviews_per_day, 0);
  gtk_window_close (GTK_WINDOW (cards.window));
  starling_test_run_frames (cards.parent, 2);
  g_assert_cmpuint (cards.n_events, ==, 1);
  assert_settings (&cards, 20, 0, 90);
  cards_clear (&cards);

  cards_init (&cards);
  gtk_spin_button_set_value (cards.new_per_day, 21);
  gtk_spin_button_set_value (cards.new_per_day, 20);
  gtk_window_close (GTK_WINDOW (cards.window));
  starling_test_run_frames (cards.parent, 2);
  g_assert_cmpuint (cards.n_events, ==, 0);
  cards_clear (&cards);
}

/* It follows the journal, beyond what it can set itself; the user is not
 * interrupted, and changes only what they touched. */
static void
test_cards_follow (void)
{
  g_autoptr (StarlingEvent) event
      = starling_event_new (STARLING_EVENT_SETTINGS);
  g_autoptr (StarlingEvent) other
      = starling_event_new (STARLING_EVENT_SETTINGS);
  Cards cards;

  cards_init (&cards);
  event->has_retention = event->has_new_per_day = TRUE;
  event->retention = 0.8;
  event->new_per_day = 500;
  record (&cards, event);
  assert_shown (&cards, 200, 200, 80);

  gtk_spin_button_set_value (cards.reviews_per_day, 100);
  other->has_retention = TRUE;
  other->retention = 0.85;
  record (&cards, other);
  assert_shown (&cards, 200, 100, 80);
  cards.n_events = 0;
  starling_test_run_until (has_event, &cards);
  assert_settings (&cards, 500, 100, 85);
  assert_shown (&cards, 200, 100, 85);

  g_assert_true (starling_library_undo (cards.library, event->id));
  assert_shown (&cards, 20, 100, 85);
  cards_clear (&cards);
}

static void
idle_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
}

static gboolean
is_set (gpointer data)
{
  return *(gboolean *) data;
}

/* The plot is drawn anew when there is nothing else to do. */
static void
run_until_idle (void)
{
  gboolean idle = FALSE;

  g_idle_add_once (idle_cb, &idle);
  starling_test_run_until (is_set, &idle);
}

static void
test_cards_load (void)
{
  static const struct
  {
    int percent;
    const char *words;
  } cases[] = {
    { 70,
      "At 70%: about 2 reviews a day per 100 cards; 95% would take 3.2 times"
      " as many." },
    { 90, "At 90%: about 4 reviews a day per 100 cards; 95% would take 1.5"
          " times as many." },
    { 94,
      "At 94%: about 6 reviews a day per 100 cards; 95% would take 1.1 times"
      " as many." },
    { 95, "At 95%: about 6 reviews a day per 100 cards, 1.5 times as many"
          " as at 90%." },
    { 97, "At 97%: about 8 reviews a day per 100 cards, 2.0 times as many"
          " as at 90%." },
  };
  Cards cards;
  double least, most;

  cards_init (&cards);
  least = gtk_adjustment_get_lower (gtk_range_get_adjustment (cards.retention));
  most = gtk_adjustment_get_upper (gtk_range_get_adjustment (cards.retention));
  g_assert_cmpfloat (least, ==, 70);
  g_assert_cmpfloat (most, ==, 97);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *figure = g_strdup_printf ("%d%%", cases[i].percent);
      GtkWidget *chart = NULL;

      gtk_range_set_value (cards.retention, cases[i].percent);
      g_assert_nonnull (
          starling_test_find_label (cards.window, cases[i].words));
      chart = starling_test_find (cards.window, STARLING_TYPE_CHART, 0);
      run_until_idle ();
      gtk_test_accessible_assert_property (chart,
                                           GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                           cases[i].words);
      gtk_test_accessible_assert_property (cards.retention,
                                           GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                           cases[i].words);
      gtk_test_accessible_assert_property (cards.retention,
                                           GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                           figure);
      g_assert_nonnull (starling_test_find_label (cards.window, figure));
    }
  cards_clear (&cards);
}

#define MIN_PERCENT 70
#define N_PERCENTS 28

/* Each point of the plot is told with its own percentage, and load. */
static void
test_cards_load_points (void)
{
  Cards cards;
  GtkWidget *chart;

  cards_init (&cards);
  chart = starling_test_find (cards.window, STARLING_TYPE_CHART, 0);
  run_until_idle ();
  starling_test_plot_assert_name (chart, "What retention costs");
  starling_test_plot_press (chart, GDK_KEY_Right, 0); /* what is chosen */
  starling_test_plot_assert_name (chart, "At 90%: about 4 reviews a day per"
                                         " 100 cards");
  starling_test_plot_press (chart, GDK_KEY_Home, 0);
  for (int i = 0; i < N_PERCENTS; i++)
    {
      double load = starling_plan_get_load ((MIN_PERCENT + i) / 100.0);
      g_autofree char *text
          = g_strdup_printf ("At %d%%: about %.0f reviews a day per 100 cards",
                             MIN_PERCENT + i, load);

      g_assert_cmpint (starling_chart_get_cursor (STARLING_CHART (chart)), ==,
                       i);
      starling_test_plot_assert_name (chart, text);
      starling_test_plot_press (chart, GDK_KEY_Right, 0);
    }
  g_assert_cmpint (starling_chart_get_cursor (STARLING_CHART (chart)), ==,
                   N_PERCENTS - 1);
  cards_clear (&cards);
}

/* The point with the most of the line's colour around it. */
static int
find_point (GtkWidget *chart, const StarlingTestPainting *painting)
{
  guint most = 0;
  int found = -1;

  for (guint i = 0; i < N_PERCENTS; i++)
    {
      StarlingChartSlot slot;
      guint n;

      starling_chart_slot_init (&slot, FALSE, gtk_widget_get_width (chart),
                                N_PERCENTS, i);
      n = starling_test_painting_count (
          painting, "starling_accent",
          &(GdkRectangle){ (int) slot.start, 0, (int) (slot.end - slot.start),
                           gtk_widget_get_height (chart) });
      if (n > most)
        {
          most = n;
          found = (int) i;
        }
    }
  return found;
}

/* Labels stand at their points, and the chosen one with its load. */
static void
test_cards_load_painted (void)
{
  static const struct
  {
    int percent;
    const char *texts;
  } cases[] = {
    { 75, "*2.4\n70% 80% 90% 97%" },
    { 80, "*2.8\n70% *80% 90% 97%" },
    { 90, "*4.2\n70% 80% *90% 97%" },
  };
  Cards cards;
  GtkWidget *chart;

  cards_init (&cards);
  chart = starling_test_find (cards.window, STARLING_TYPE_CHART, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (StarlingTestPainting) painting = { 0 };
      g_autofree char *texts = NULL;
      double x = 0;
      int width;

      gtk_range_set_value (cards.retention, cases[i].percent);
      run_until_idle ();
      width = gtk_widget_get_width (chart);
      starling_test_painting_init (&painting, chart);
      texts = starling_test_painting_read (&painting);
      g_assert_cmpstr (texts, ==, cases[i].texts);
      g_assert_cmpint (find_point (chart, &painting), ==,
                       cases[i].percent - MIN_PERCENT);
      for (int percent = 80; percent <= 90; percent += 10)
        {
          g_autofree char *label = g_strdup_printf ("%d%%", percent);

          g_assert_true (
              starling_test_painting_find (&painting, label, &x, NULL));
          g_assert_cmpint (starling_chart_slot_find (FALSE, width, N_PERCENTS,
                                                     x),
                           ==, percent - MIN_PERCENT);
        }
      g_assert_true (starling_test_painting_find (&painting, "70%", &x, NULL));
      g_assert_cmpfloat (x, <, 20);
      g_assert_true (starling_test_painting_find (&painting, "97%", &x, NULL));
      g_assert_cmpfloat (x, >, width - 20);
    }
  cards_clear (&cards);
}

/* One window for each parent; it goes with it, and leaves nothing behind. */
int
main (int argc, char *argv[])
{
  starling_test_init (&argc, &argv);
  g_test_add_func ("/preferences-cards/settle", test_cards_settle);
  g_test_add_func ("/preferences-cards/drag", test_cards_drag);
  g_test_add_func ("/preferences-cards/close", test_cards_close);
  g_test_add_func ("/preferences-cards/follow", test_cards_follow);
  g_test_add_func ("/preferences-cards/load", test_cards_load);
  g_test_add_func ("/preferences-cards/load/points", test_cards_load_points);
  g_test_add_func ("/preferences-cards/load/painted", test_cards_load_painted);
  return g_test_run ();
}

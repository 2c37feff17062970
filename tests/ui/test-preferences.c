/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gtk/gtk.h>

#include "about.h"
#include "model/question.h"
#include "plots.h"
#include "preferences.h"
#include "settings.h"
#include "shortcuts.h"
#include "support.h"
#include "widgets/chart-geometry.h"
#include "widgets/chart.h"
#include "widgets/quiz-settings.h"

static StarlingSession *session; /* of all tests of this program */

static GtkWidget *
open_preferences (GtkWidget *parent)
{
  return starling_preferences_new (GTK_WINDOW (parent), session);
}

static void
test_values (void)
{
  static const struct
  {
    const char *name;
    const char *key;
    int least;
    int most;
    int standard;
  } cases[] = {
    { "Speaking rate in words a minute", "speaking-rate", 110, 190, 150 },
    { "Text size in percent", "text-size", 80, 200, 100 },
    { "Seconds for a probe", "probe-seconds", 15, 300, 60 },
  };
  GSettings *settings = starling_settings_get ();
  GtkWidget *parent = starling_test_present (gtk_label_new (""), 400, 300);
  GtkWidget *window = open_preferences (parent);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *spin = starling_test_find_named (window, GTK_TYPE_SPIN_BUTTON,
                                                  cases[i].name);
      double least, most;

      g_assert_nonnull (spin);
      gtk_spin_button_get_range (GTK_SPIN_BUTTON (spin), &least, &most);
      g_assert_cmpfloat (least, ==, cases[i].least);
      g_assert_cmpfloat (most, ==, cases[i].most);
      g_assert_cmpint (gtk_spin_button_get_value_as_int (
                           GTK_SPIN_BUTTON (spin)),
                       ==, cases[i].standard);

      gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), cases[i].most);
      g_assert_cmpint (g_settings_get_int (settings, cases[i].key), ==,
                       cases[i].most);
      g_settings_set_int (settings, cases[i].key, cases[i].least);
      g_assert_cmpint (gtk_spin_button_get_value_as_int (
                           GTK_SPIN_BUTTON (spin)),
                       ==, cases[i].least);
      g_settings_reset (settings, cases[i].key);
    }
  gtk_window_destroy (GTK_WINDOW (parent));
}

static void
test_switches (void)
{
  static const struct
  {
    const char *name;
    const char *key;
  } cases[] = {
    { "Hide key phrases while rehearsing", "hide-phrases" },
    { "Count down three seconds before the first step", "lead-in" },
    { "Sound when the target is up", "nudge-sound" },
    { "Show a streak", "show-streak" },
    { "20 seconds a question", "quiz-timed" },
  };
  GSettings *settings = starling_settings_get ();
  GtkWidget *parent = starling_test_present (gtk_label_new (""), 400, 300);
  GtkWidget *window = open_preferences (parent);

  gtk_test_accessible_assert_role (window, GTK_ACCESSIBLE_ROLE_WINDOW);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *widget
          = starling_test_find_named (window, GTK_TYPE_SWITCH, cases[i].name);

      g_assert_nonnull (widget);
      gtk_test_accessible_assert_role (widget, GTK_ACCESSIBLE_ROLE_SWITCH);
      g_assert_false (gtk_switch_get_active (GTK_SWITCH (widget)));
      gtk_switch_set_active (GTK_SWITCH (widget), TRUE);
      g_assert_true (g_settings_get_boolean (settings, cases[i].key));
      g_settings_reset (settings, cases[i].key);
      g_assert_false (gtk_switch_get_active (GTK_SWITCH (widget)));
    }
  gtk_window_destroy (GTK_WINDOW (parent));
}

/* One of the choices, or none where it is something else; without probes their
 * seconds do not matter. */
static void
test_probes (void)
{
  static const struct
  {
    const char *name;
    int value;
  } cases[] = {
    { "None", 0 }, { "1", 1 }, { "2", 2 },
    { "3", 3 },    { "4", 4 }, { "All", 20 },
  };
  GSettings *settings = starling_settings_get ();
  GtkWidget *parent = starling_test_present (gtk_label_new (""), 400, 300);
  GtkWidget *window = open_preferences (parent);
  GtkWidget *group
      = starling_test_find_named (window, GTK_TYPE_BOX,
                                  "Follow-up probes after the story");
  GtkWidget *seconds = starling_test_find_named (window, GTK_TYPE_SPIN_BUTTON,
                                                 "Seconds for a probe");

  gtk_test_accessible_assert_role (group, GTK_ACCESSIBLE_ROLE_GROUP);
  g_assert_cmpint (g_settings_get_int (settings, "probes"), ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *toggle
          = starling_test_find_named (group, GTK_TYPE_TOGGLE_BUTTON,
                                      cases[i].name);

      g_signal_emit_by_name (toggle, "clicked");
      g_assert_cmpint (g_settings_get_int (settings, "probes"), ==,
                       cases[i].value);
      for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
        g_assert_cmpint (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (
                             starling_test_find (group, GTK_TYPE_TOGGLE_BUTTON,
                                                 k))),
                         ==, i == k);
      g_assert_cmpint (gtk_widget_get_sensitive (seconds), ==, i > 0);
    }
  g_settings_set_int (settings, "probes", 7);
  for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
    g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (
        starling_test_find (group, GTK_TYPE_TOGGLE_BUTTON, k))));
  g_settings_reset (settings, "probes");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (
      starling_test_find (group, GTK_TYPE_TOGGLE_BUTTON, 2))));
  gtk_window_destroy (GTK_WINDOW (parent));
}

/* The rows that the quiz has itself. */
static void
test_quiz (void)
{
  GSettings *settings = starling_settings_get ();
  GtkWidget *parent = starling_test_present (gtk_label_new (""), 400, 300);
  GtkWidget *window = open_preferences (parent);
  GtkWidget *rows
      = starling_test_find_named (window, STARLING_TYPE_QUIZ_SETTINGS, "Quiz");

  gtk_test_accessible_assert_role (rows, GTK_ACCESSIBLE_ROLE_GROUP);
  g_assert_true (gtk_widget_has_css_class (rows, "boxed"));
  g_signal_emit_by_name (starling_test_find_named (rows, GTK_TYPE_TOGGLE_BUTTON,
                                                   "5 questions"),
                         "clicked");
  g_assert_cmpint (g_settings_get_int (settings, "quiz-length"), ==, 5);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (starling_test_find_named (
                                   rows, GTK_TYPE_CHECK_BUTTON, "Which step")),
                               FALSE);
  g_assert_cmpuint (starling_settings_get_quiz_kinds (), ==,
                    STARLING_ALL_QUESTION_KINDS
                        & ~(1u << STARLING_QUESTION_STEP));
  g_settings_reset (settings, "quiz-length");
  g_settings_reset (settings, "quiz-kinds-off");
  gtk_window_destroy (GTK_WINDOW (parent));
}

static void
test_style (void)
{
  static const char *const styles[] = { "system", "light", "dark" };
  GSettings *settings = starling_settings_get ();
  GtkWidget *parent = starling_test_present (gtk_label_new (""), 400, 300);
  GtkWidget *window = open_preferences (parent);
  GtkWidget *group = starling_test_find_named (window, GTK_TYPE_BOX, "Style");

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      g_autofree char *style = NULL;

      g_signal_emit_by_name (starling_test_find (group, GTK_TYPE_TOGGLE_BUTTON,
                                                 i),
                             "clicked");
      style = g_settings_get_string (settings, "style");
      g_assert_cmpstr (style, ==, styles[i]);
      for (guint k = 0; k < G_N_ELEMENTS (styles); k++)
        g_assert_cmpint (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (
                             starling_test_find (group, GTK_TYPE_TOGGLE_BUTTON,
                                                 k))),
                         ==, i == k);
    }
  /* pressing the active one keeps it */
  g_signal_emit_by_name (starling_test_find (group, GTK_TYPE_TOGGLE_BUTTON, 2),
                         "clicked");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (
      starling_test_find (group, GTK_TYPE_TOGGLE_BUTTON, 2))));
  g_settings_reset (settings, "style");
  gtk_window_destroy (GTK_WINDOW (parent));
}

/* --- flashcards --- */

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
static void
test_window (void)
{
  GtkWidget *parent = starling_test_present (gtk_label_new (""), 400, 300);
  GtkWidget *window = open_preferences (parent);
  GtkWidget *gone;
  int minimum;

  g_assert_true (open_preferences (parent) == window);
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (window))
                 == GTK_WINDOW (parent));
  gtk_window_present (GTK_WINDOW (window));
  starling_test_run_frames (window, 2);
  gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                      NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);

  gone = g_object_ref (window);
  gtk_window_close (GTK_WINDOW (window));
  starling_test_run_frames (parent, 2);
  g_assert_finalize_object (gone);

  gone = g_object_ref (open_preferences (parent));
  g_object_add_weak_pointer (G_OBJECT (gone), (gpointer *) &gone);
  g_object_unref (gone);
  gtk_window_destroy (GTK_WINDOW (parent));
  g_assert_null (gone);
}

static void
test_shortcuts (void)
{
  GtkWidget *parent = starling_test_present (gtk_label_new (""), 400, 300);
  GtkWidget *window = starling_shortcuts_new (GTK_WINDOW (parent));
  static const char *const keys[]
      = { "Ctrl+1", "Ctrl+3", "F9", "Ctrl+?", "P", "1⋯6" };

  g_assert_true (GTK_IS_SHORTCUTS_WINDOW (window));
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (window))
                 == GTK_WINDOW (parent));
  g_assert_cmpuint (starling_test_count (window, GTK_TYPE_SHORTCUTS_SHORTCUT),
                    >=, 19);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_assert_nonnull (
        starling_test_find_named (window, GTK_TYPE_SHORTCUT_LABEL, keys[i]));
  g_assert_nonnull (starling_test_find_named (window, GTK_TYPE_SEARCH_ENTRY,
                                              "Search shortcuts"));
  gtk_window_destroy (GTK_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (parent));
}

static GtkWidget *
find_about (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (GTK_IS_ABOUT_DIALOG (window))
        return window;
    }
  return NULL;
}

static void
test_about (void)
{
  GtkWidget *parent = starling_test_present (gtk_label_new (""), 400, 300);
  GtkAboutDialog *about;

  starling_show_about (GTK_WINDOW (parent));
  about = GTK_ABOUT_DIALOG (find_about ());
  g_assert_nonnull (about);
  g_assert_cmpstr (gtk_about_dialog_get_program_name (about), ==, "Starling");
  g_assert_cmpstr (gtk_about_dialog_get_version (about), ==, STARLING_VERSION);
  g_assert_cmpint (gtk_about_dialog_get_license_type (about), ==,
                   GTK_LICENSE_GPL_3_0);
  g_assert_nonnull (strstr (gtk_about_dialog_get_comments (about),
                            "Starling is independent of any company."));
  gtk_window_destroy (GTK_WINDOW (parent));
}

int
main (int argc, char *argv[])
{
  int status;

  starling_test_init (&argc, &argv);

  g_test_add_func ("/preferences/values", test_values);
  g_test_add_func ("/preferences/switches", test_switches);
  g_test_add_func ("/preferences/probes", test_probes);
  g_test_add_func ("/preferences/quiz", test_quiz);
  g_test_add_func ("/preferences/style", test_style);
  g_test_add_func ("/preferences/cards/settle", test_cards_settle);
  g_test_add_func ("/preferences/cards/drag", test_cards_drag);
  g_test_add_func ("/preferences/cards/close", test_cards_close);
  g_test_add_func ("/preferences/cards/follow", test_cards_follow);
  g_test_add_func ("/preferences/cards/load", test_cards_load);
  g_test_add_func ("/preferences/cards/load/points", test_cards_load_points);
  g_test_add_func ("/preferences/cards/load/painted", test_cards_load_painted);
  g_test_add_func ("/preferences/window", test_window);
  g_test_add_func ("/preferences/shortcuts", test_shortcuts);
  g_test_add_func ("/preferences/about", test_about);

  session = starling_test_session_new ();
  status = g_test_run ();
  g_object_unref (session);
  return status;
}

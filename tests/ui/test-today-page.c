/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/today/page.h"

#include <stdio.h>

#include "pages/quiz/page.h"
#include "pages/today/plots.h"
#include "pages/today/row.h"
#include "settings.h"
#include "support.h"
#include "widgets/chart.h"
#include "widgets/day-grid.h"

#define HOUR (G_GINT64_CONSTANT (3600) * 1000)
#define DAY (24 * HOUR)
#define NOW                                                                    \
  G_GINT64_CONSTANT (1795424400000) /* Monday 2026-11-23T09:00:00Z             \
                                     */
#define TODAY 20780

typedef struct
{
  StarlingSession *session;
  StarlingLibrary *library;
  GtkWidget *page;
  GtkWidget *window;
  guint n_recorded; /* goals and settings, each later than the last */
  char *fired;      /* the last action with its target */
} Fixture;

static void
fired_cb (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  Fixture *f = user_data;
  g_autofree char *text
      = target != NULL ? g_variant_print (target, FALSE) : g_strdup ("");

  g_free (f->fired);
  f->fired
      = g_strconcat (g_action_get_name (G_ACTION (action)), " ", text, NULL);
}

static void
add_actions (Fixture *f)
{
  const GActionEntry entries[] = {
    { "practise", fired_cb, "(ss)", NULL, NULL },
    { "set-interview", fired_cb, NULL, NULL, NULL },
    { "study-view", NULL, "s", "'walkthrough'", NULL },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries,
                                   G_N_ELEMENTS (entries), f);
  gtk_widget_insert_action_group (f->window, "win", G_ACTION_GROUP (group));
}

static void
set_up_with (Fixture *f, StarlingSession *session)
{
  f->session = session;
  f->library = starling_session_get_library (f->session);
  starling_session_set_scope (f->session, "today");
  f->page = starling_today_page_new (f->session);
  f->window = starling_test_present (f->page, 776, 800);
  add_actions (f);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  set_up_with (f, starling_test_session_new ());
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_settings_reset (starling_settings_get (), "show-streak");
  starling_library_flush (f->library);
  g_object_add_weak_pointer (G_OBJECT (f->page), (gpointer *) &f->page);
  gtk_window_destroy (GTK_WINDOW (f->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (f->page);
  g_assert_finalize_object (f->session);
  g_free (f->fired);
}

/* --- what was done --- */

static void
record (Fixture *f, StarlingEvent *event, gint64 at)
{
  event->at = at;
  event->offset = 0;
  starling_library_record_async (f->library, event, NULL, NULL, NULL);
  starling_event_unref (event);
}

static void
record_review (Fixture *f, const char *card, gint64 at)
{
  StarlingEvent *event = starling_event_new (STARLING_EVENT_REVIEW);

  event->card = g_strdup (card);
  event->grade = 3;
  event->ms = 30000;
  event->level = STARLING_LEVEL_SDE2;
  record (f, event, at);
}

/* A take of the steps before @n_steps. */
static void
record_take (Fixture *f, const char *scenario, guint n_steps, gint64 at)
{
  StarlingEvent *event = starling_event_new (STARLING_EVENT_REHEARSAL);

  event->scenario = g_strdup (scenario);
  event->level = STARLING_LEVEL_SDE2;
  event->prompt = g_strdup ("cues");
  event->steps = g_array_new (FALSE, FALSE, sizeof (StarlingStepTime));
  for (guint i = 0; i < STARLING_N_STEPS; i++)
    {
      StarlingStepTime time
          = { (StarlingStepId) i, 30000, i < n_steps ? 30000 : 0 };

      g_array_append_val (event->steps, time);
    }
  record (f, event, at);
}

static void
record_answer (Fixture *f,
               const char *scenario,
               const char *question,
               gboolean correct,
               gint64 at)
{
  StarlingEvent *event = starling_event_new (STARLING_EVENT_QUIZ);

  event->scenario = g_strdup (scenario);
  event->level = STARLING_LEVEL_SDE2;
  event->question = g_strdup (question);
  event->choice = 0;
  event->correct = correct;
  event->ms = 9000;
  record (f, event, at);
}

static void
record_goal (Fixture *f, const char *interview, const char *principle)
{
  StarlingEvent *event = starling_event_new (STARLING_EVENT_GOAL);
  const char *const principles[] = { principle, NULL };

  event->interview = g_strdup (interview);
  event->principles = g_strdupv ((char **) principles);
  record (f, event, NOW - 1000 + f->n_recorded++);
}

static void
record_new_per_day (Fixture *f, int n)
{
  StarlingEvent *event = starling_event_new (STARLING_EVENT_SETTINGS);

  event->has_new_per_day = TRUE;
  event->new_per_day = n;
  record (f, event, NOW - 1000 + f->n_recorded++);
}

/* --- what is shown --- */

typedef struct
{
  GtkWidget *root;
  const char *text;
} Wanted;

static gboolean
is_there (gpointer data)
{
  Wanted *wanted = data;

  return starling_test_is_shown (starling_test_find_label (wanted->root,
                                                           wanted->text),
                                 wanted->root);
}

/* Waits until the page shows a label. */
static void
assert_text (Fixture *f, const char *text)
{
  Wanted wanted = { f->page, text };

  g_test_message ("waiting for: %s", text);
  starling_test_run_until (is_there, &wanted);
}

static void
assert_no_text (Fixture *f, const char *text)
{
  g_assert_false (
      starling_test_is_shown (starling_test_find_label (f->page, text),
                              f->page));
}

static GtkWidget *
find_button (Fixture *f, guint row)
{
  return starling_today_row_get_button (STARLING_TODAY_ROW (
      starling_test_find (f->page, STARLING_TYPE_TODAY_ROW, row)));
}

static gboolean
has_description (GtkWidget *widget, const char *text)
{
  g_autofree char *difference
      = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                            GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                            text);

  if (difference != NULL)
    g_test_message ("%s", difference);
  return difference == NULL;
}

/* The only filled button is that of the row. */
static void
assert_main (Fixture *f, guint row)
{
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (gtk_widget_has_css_class (find_button (f, i),
                                               "suggested-action"),
                     ==, i == row);
}

static gboolean
has_chart (gpointer data)
{
  Fixture *f = data;

  return gtk_widget_get_focusable (
             starling_test_find (f->page, STARLING_TYPE_CHART, 0))
         && starling_day_grid_get_first (STARLING_DAY_GRID (
                starling_test_find (f->page, STARLING_TYPE_DAY_GRID, 0)))
                != STARLING_NO_DAY;
}

/* --- tests --- */

static void
test_first_use (Fixture *f, gconstpointer data)
{
  assert_text (f, "Monday 23 November");
  assert_text (f, "No interview date yet");
  assert_text (f, "20 cards today");
  assert_text (f, "20 new · about 14 minutes");
  assert_text (f, "Rehearse “The webhooks that vanished”");
  assert_text (f, "Never rehearsed");
  assert_text (f, "Not asked yet");
  assert_text (f, "None yet");
  assert_main (f, 0);
  g_assert_true (
      starling_test_is_shown (starling_test_find_label (f->page, "Set a date"),
                              f->page));
  g_assert_false (starling_test_is_shown (
      starling_test_find_named (f->page, GTK_TYPE_BUTTON,
                                "Edit the interview date"),
      f->page));
}

static void
test_targets (Fixture *f, gconstpointer data)
{
  g_signal_emit_by_name (find_button (f, 0), "clicked");
  g_assert_cmpstr (f->fired, ==, "practise ('today', 'flashcards')");
  g_signal_emit_by_name (find_button (f, 1), "clicked");
  g_assert_cmpstr (f->fired, ==,
                   "practise ('scenario:webhook-drops', "
                   "'rehearse')");
  g_signal_emit_by_name (find_button (f, 2), "clicked");
  g_assert_cmpstr (f->fired, ==,
                   "practise ('principle:insist-on-the-highest-standards', "
                   "'quiz')");
  g_signal_emit_by_name (
      gtk_widget_get_ancestor (starling_test_find_label (f->page, "Set a date"),
                               GTK_TYPE_BUTTON),
      "clicked");
  g_assert_cmpstr (f->fired, ==, "set-interview ");
}

static void
test_goal (Fixture *f, gconstpointer data)
{
  GtkWidget *edit = starling_test_find_named (f->page, GTK_TYPE_BUTTON,
                                              "Edit the interview date");

  record_goal (f, "2026-12-10", "frugality");
  assert_text (f, "17");
  assert_text (f, "days to your interview");
  assert_no_text (f, "Set a date");
  g_assert_true (
      gtk_widget_has_css_class (starling_test_find_label (f->page, "17"),
                                "display"));
  g_signal_emit_by_name (edit, "clicked");
  g_assert_cmpstr (f->fired, ==, "set-interview ");

  /* what is prepared comes first */
  assert_text (f, "Rehearse “Nine versions of every lecture”");
  g_signal_emit_by_name (find_button (f, 2), "clicked");
  g_assert_cmpstr (f->fired, ==, "practise ('principle:frugality', 'quiz')");

  record_goal (f, "2026-11-24", "frugality");
  assert_text (f, "day to your interview");
  assert_text (f, "1");
  assert_no_text (f, "17");
  record_goal (f, NULL, "frugality");
  assert_text (f, "No interview date yet");
  assert_text (f, "Set a date");
}

static void
test_suggestions (Fixture *f, gconstpointer data)
{
  record_take (f, "webhook-drops", 4, NOW - 9 * DAY);
  record_take (f, "lecture-encoding", 5, NOW - 2 * DAY);
  record_take (f, "fourteen-hospitals", 5, NOW - DAY);
  assert_text (f, "Not told for nine days; the last take left out the "
                  "Reflection");
  assert_text (f, "Rehearse “The webhooks that vanished”");

  record_take (f, "webhook-drops", 5, NOW - HOUR);
  assert_text (f, "Rehearse “Nine versions of every lecture”");
  assert_text (f, "Not told for two days");

  /* the last take counts, not the first */
  record_take (f, "lecture-encoding", 4, NOW - 20 * HOUR);
  record_take (f, "fourteen-hospitals", 3, NOW - 20 * HOUR);
  record_take (f, "fourteen-hospitals", 5, NOW - 10 * HOUR);
  record_take (f, "webhook-drops", 5, NOW - HOUR / 2);
  assert_text (f, "Told yesterday; the last take left out the Reflection");
  assert_text (f, "Rehearse “Nine versions of every lecture”");

  record_answer (f, "fourteen-hospitals", "one", TRUE, NOW - 40);
  record_answer (f, "fourteen-hospitals", "two", FALSE, NOW - 30);
  record_answer (f, "lecture-encoding", "one", TRUE, NOW - 20);
  assert_text (f, "Your least certain principle so far: 1 of 2 right");
  g_signal_emit_by_name (find_button (f, 2), "clicked");
  g_assert_cmpstr (f->fired, ==,
                   "practise ('principle:have-backbone-disagree-and-commit', "
                   "'quiz')");
}

/* How many questions the quiz has that the row leads to. */
static guint
count_in_quiz (Fixture *f)
{
  g_autoptr (StarlingSession) session = starling_session_new (f->library);
  GtkWidget *page, *label = NULL;
  guint n = 0;

  starling_session_set_level (session, starling_session_get_level (f->session));
  starling_session_set_scope (session,
                              "principle:insist-on-the-highest-standards");
  page = g_object_ref_sink (starling_quiz_page_new (session));
  for (guint i = 0;
       n == 0 && (label = starling_test_find (page, GTK_TYPE_LABEL, i)) != NULL;
       i++)
    sscanf (gtk_label_get_text (GTK_LABEL (label)), "Question 1 of %u", &n);
  g_assert_finalize_object (page);
  return n;
}

/* How many the row promises, in words below ten. */
static guint
count_in_row (Fixture *f)
{
  static const char *const words[]
      = { "One ", "Two ",   "Three ", "Four ", "Five ",
          "Six ", "Seven ", "Eight ", "Nine " };
  GtkWidget *row = starling_test_find (f->page, STARLING_TYPE_TODAY_ROW, 2);
  const char *text = gtk_label_get_text (
      GTK_LABEL (starling_test_find (row, GTK_TYPE_LABEL, 0)));

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (text, words[i]))
      return i + 1;
  return (guint) g_ascii_strtoull (text, NULL, 10);
}

/* The number is that of the quiz that opens, whatever it is to ask. */
static void
test_questions (Fixture *f, gconstpointer data)
{
  static const struct
  {
    int length;
    guint kinds;
    const char *text; /* NULL: as many as the quiz says */
  } cases[] = {
    { 5, STARLING_ALL_QUESTION_KINDS,
      "Five questions on Insist on the Highest Standards" },
    { 5, 1u << STARLING_QUESTION_WRITTEN,
      "Five questions on Insist on the Highest Standards" },
    { 10, 1u << STARLING_QUESTION_WRITTEN,
      "Seven questions on Insist on the Highest Standards" },
    { 0, 1u << STARLING_QUESTION_WRITTEN,
      "Seven questions on Insist on the Highest Standards" },
    { 10, STARLING_ALL_QUESTION_KINDS, NULL },
    { 20, STARLING_ALL_QUESTION_KINDS, NULL },
    { 0, STARLING_ALL_QUESTION_KINDS, NULL },
    { 20, STARLING_ALL_QUESTION_KINDS & ~(1u << STARLING_QUESTION_WRITTEN),
      NULL },
  };
  GSettings *settings = starling_settings_get ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *row = starling_test_find (f->page, STARLING_TYPE_TODAY_ROW, 2);

      g_settings_set_int (settings, "quiz-length", cases[i].length);
      starling_settings_set_quiz_kinds (cases[i].kinds);
      if (cases[i].text != NULL)
        assert_text (f, cases[i].text);
      g_assert_cmpuint (count_in_quiz (f), ==,
                        gtk_widget_get_visible (row) ? count_in_row (f) : 0);
    }

  /* of each level, all of them */
  g_settings_set_int (settings, "quiz-length", 0);
  starling_settings_set_quiz_kinds (STARLING_ALL_QUESTION_KINDS);
  for (guint i = 0; i < STARLING_N_LEVELS; i++)
    {
      starling_session_set_level (f->session, (StarlingLevel) i);
      g_assert_cmpuint (count_in_quiz (f), ==, count_in_row (f));
    }

  /* one that is not shown catches up */
  gtk_widget_set_visible (f->page, FALSE);
  starling_settings_set_quiz_kinds (1u << STARLING_QUESTION_WRITTEN);
  g_settings_set_int (settings, "quiz-length", 5);
  gtk_widget_set_visible (f->page, TRUE);
  assert_text (f, "Five questions on Insist on the Highest Standards");
  g_settings_reset (settings, "quiz-length");
  g_settings_reset (settings, "quiz-kinds-off");
}

/* Without cards, the story is what to do. */
static void
test_done (Fixture *f, gconstpointer data)
{
  gtk_window_set_focus (GTK_WINDOW (f->window), NULL);
  g_assert_true (gtk_widget_grab_focus (f->page));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (f->window))
                 == find_button (f, 0));

  record_new_per_day (f, 0);
  assert_text (f, "No cards today");
  assert_text (f, "Tomorrow is free, too.");
  assert_main (f, 1);
  gtk_window_set_focus (GTK_WINDOW (f->window), NULL);
  g_assert_true (gtk_widget_grab_focus (f->page));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (f->window))
                 == find_button (f, 1));

  record_new_per_day (f, 3);
  assert_text (f, "3 cards today");
  assert_main (f, 0);
}

/* With nothing left today, the page tells of tomorrow once it knows. */
static void
test_tomorrow (Fixture *f, gconstpointer data)
{
  static const char *const steps[] = { "situation", "task", "action" };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *card
          = g_strconcat ("webhook-drops#step.", steps[i % 3], NULL);

      record_review (f, card, NOW - 2 * HOUR + i * HOUR / 6);
    }
  record_new_per_day (f, 3);
  assert_text (f, "Done for today");
  assert_text (f, "Tomorrow: 3 cards");
}

/* The time is that of the user's own reviews. */
static void
test_pace (Fixture *f, gconstpointer data)
{
  static const char *const steps[] = { "situation", "task", "action" };

  record_new_per_day (f, 10);
  assert_text (f, "10 new · about 7 minutes");
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *card
          = g_strconcat ("webhook-drops#step.", steps[i], NULL);

      record_review (f, card, NOW - (3 - i) * 60000);
    }
  assert_text (f, "7 new · 3 learning · about 5 minutes");
}

static void
test_descriptions (Fixture *f, gconstpointer data)
{
  static const char *const names[] = { "Study", "Rehearse", "Quiz" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWidget *button = find_button (f, i);

      gtk_test_accessible_assert_role (button, GTK_ACCESSIBLE_ROLE_BUTTON);
      g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==,
                       names[i]);
    }
  g_assert_true (has_description (find_button (f, 0),
                                  "20 cards today. 20 new · about 14 minutes"));
  g_assert_true (has_description (
      find_button (f, 1),
      "Rehearse “The webhooks that vanished”. Never rehearsed"));
}

static void
test_plots (Fixture *f, gconstpointer data)
{
  GtkWidget *chart = starling_test_find (f->page, STARLING_TYPE_CHART, 0);
  GtkWidget *grid = starling_test_find (f->page, STARLING_TYPE_DAY_GRID, 0);

  starling_test_run_until (has_chart, f);
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Next 14 days");
  gtk_test_accessible_assert_property (grid, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Days studied");
  g_assert_true (has_description (grid, "None yet"));

  for (guint i = 1; i <= 3; i++)
    record_take (f, "webhook-drops", 5, NOW - i * DAY);
  assert_text (f, "3 of the last 28");
  g_assert_true (has_description (grid, "3 of the last 28"));
  assert_no_text (f, "3 days in a row");

  g_settings_set_boolean (starling_settings_get (), "show-streak", TRUE);
  assert_text (f, "3 days in a row");
  g_assert_true (has_description (grid, "3 of the last 28. 3 days in a row"));
  g_settings_set_boolean (starling_settings_get (), "show-streak", FALSE);
  starling_test_run_frames (f->page, 2);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  assert_no_text (f, "3 days in a row");
}

static int
measure_height (Fixture *f, GType type)
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
  Fixture f = { .session = starling_test_session_new () };
  int before, after;

  f.library = starling_session_get_library (f.session);
  starling_session_set_scope (f.session, "today");
  f.page = starling_today_page_new (f.session);
  assert_text (&f, "20 cards today");
  g_assert_false (has_chart (&f));
  before = measure_height (&f, STARLING_TYPE_TODAY_PLOTS);

  f.window = starling_test_present (f.page, 360, 800);
  starling_test_run_until (has_chart, &f);
  after = measure_height (&f, STARLING_TYPE_TODAY_PLOTS);
  g_assert_cmpint (before, >, 300);
  g_assert_cmpint (after, ==, before);
  g_assert_cmpint (gtk_widget_get_width (f.window), ==, 360);
  tear_down (&f, NULL);
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
test_plots_once (Fixture *f, gconstpointer data)
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
  Fixture f = { .session = starling_test_session_new () };
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
  tear_down (&f, NULL);
}

/* A page that is not on screen waits. */
static void
test_hidden (Fixture *f, gconstpointer data)
{
  starling_test_run_until (has_chart, f);
  gtk_widget_set_visible (f->page, FALSE);
  record_new_per_day (f, 5);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (starling_test_find_label (f->page, "5 cards today"));

  gtk_widget_set_visible (f->page, TRUE);
  g_assert_nonnull (starling_test_find_label (f->page, "5 cards today"));
}

static void
test_next_day (Fixture *f, gconstpointer data)
{
  StarlingClock *clock = starling_library_get_clock (f->library);

  record_goal (f, "2026-12-10", "frugality");
  assert_text (f, "17");
  starling_clock_advance (clock, 19 * HOUR - 1);
  starling_agenda_refresh (starling_session_get_agenda (f->session));
  assert_text (f, "Monday 23 November");
  starling_clock_advance (clock, 1);
  starling_agenda_refresh (starling_session_get_agenda (f->session));
  assert_text (f, "Tuesday 24 November");
  assert_text (f, "16");
}

/* With nothing but a catalogue. */
static void
test_no_packs (void)
{
  g_autofree char *folder = starling_test_make_folder ();
  g_autofree char *catalogue
      = g_build_filename (folder, "catalogue.json", NULL);
  g_autofree char *user = g_build_filename (folder, "user", NULL);
  g_autofree char *text = NULL;
  g_autoptr (StarlingClock) clock = starling_clock_new_fake (NOW, 0);
  g_autoptr (StarlingLibrary) library = NULL;
  g_autoptr (GError) error = NULL;
  Fixture f = { 0 };

  g_assert_true (g_file_get_contents (STARLING_SOURCE_DATADIR "/catalogue.json",
                                      &text, NULL, NULL));
  g_assert_true (g_file_set_contents (catalogue, text, -1, NULL));
  library = starling_library_new (folder, user, clock);
  starling_library_load (library, &error);
  g_assert_no_error (error);
  set_up_with (&f, starling_session_new (library));

  assert_text (&f, "No cards yet");
  assert_text (&f, "They come with the stories of a pack.");
  assert_text (&f, "Nothing is due");
  for (guint i = 0; i < 3; i++)
    g_assert_false (starling_test_is_shown (find_button (&f, i), f.page));
  gtk_window_set_focus (GTK_WINDOW (f.window), NULL);
  g_assert_true (gtk_widget_grab_focus (f.page));
  /* which is no trap for Tab, that asks for the same */
  g_assert_false (gtk_widget_grab_focus (f.page));
  g_assert_true (
      gtk_widget_get_mapped (gtk_window_get_focus (GTK_WINDOW (f.window))));
  g_clear_object (&library);
  tear_down (&f, NULL);
}

int
main (int argc, char *argv[])
{
  starling_test_init (&argc, &argv);
#define ADD(name, function)                                                    \
  g_test_add ("/today/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("first-use", test_first_use);
  ADD ("targets", test_targets);
  ADD ("goal", test_goal);
  ADD ("suggestions", test_suggestions);
  ADD ("questions", test_questions);
  ADD ("done", test_done);
  ADD ("tomorrow", test_tomorrow);
  ADD ("pace", test_pace);
  ADD ("descriptions", test_descriptions);
  ADD ("plots", test_plots);
  ADD ("plots/once", test_plots_once);
  ADD ("hidden", test_hidden);
  ADD ("next-day", test_next_day);
  g_test_add_func ("/today/deferred", test_deferred);
  g_test_add_func ("/today/gone", test_gone);
  g_test_add_func ("/today/no-packs", test_no_packs);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gtk/gtk.h>

#include "goal-dialog.h"
#include "support.h"
#include "widgets/date-picker.h"

#define TODAY 20780 /* 2026-11-23, a Monday */

#define IN_17_DAYS "In 17 days; the three days before are for a last look"

typedef struct
{
  StarlingSession *session;
  GtkWidget *parent;
  GtkWidget *window;
  StarlingDatePicker *picker;
  GtkWidget *save;
  char *toast;
  char *event;
} Fixture;

static void
toast_cb (Fixture *f, const char *message, const char *event)
{
  g_free (f->toast);
  g_free (f->event);
  f->toast = g_strdup (message);
  f->event = g_strdup (event);
}

static void
open_dialog (Fixture *f)
{
  f->window = starling_goal_dialog_new (GTK_WINDOW (f->parent), f->session);
  f->picker = STARLING_DATE_PICKER (
      starling_test_find (f->window, STARLING_TYPE_DATE_PICKER, 0));
  f->save = starling_test_find_named (f->window, GTK_TYPE_BUTTON, "Save");
  gtk_window_present (GTK_WINDOW (f->window));
}

static void
set_up_with (Fixture *f, StarlingSession *session)
{
  f->session = session;
  f->parent = starling_test_present (gtk_label_new (""), 400, 300);
  g_signal_connect_swapped (f->session, "toast", G_CALLBACK (toast_cb), f);
  open_dialog (f);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  set_up_with (f, starling_test_session_new ());
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->parent));
  g_free (f->toast);
  g_free (f->event);
  g_assert_finalize_object (f->session);
}

static void
click (Fixture *f, const char *name)
{
  GtkWidget *button
      = starling_test_find_named (f->window, GTK_TYPE_BUTTON, name);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static void
record (Fixture *f, StarlingEvent *event)
{
  starling_library_record_async (starling_session_get_library (f->session),
                                 event, NULL, NULL, NULL);
  starling_test_run_frames (f->parent, 2);
}

/* @principle: the only one to prepare; NULL: none is named */
static void
record_goal (Fixture *f, const char *interview, const char *principle)
{
  g_autoptr (StarlingEvent) event = starling_event_new (STARLING_EVENT_GOAL);
  const char *const principles[] = { principle, NULL };

  event->interview = g_strdup (interview);
  event->principles = g_strdupv ((char **) principles);
  record (f, event);
}

/* Sets the first card of a principle aside. @action: NULL: reviews it */
static void
record_card (Fixture *f, const char *principle, const char *action)
{
  const StarlingDeck *deck
      = starling_library_get_deck (starling_session_get_library (f->session));
  g_autoptr (StarlingEvent) event = starling_event_new (
      action != NULL ? STARLING_EVENT_CARD : STARLING_EVENT_REVIEW);
  int wanted = starling_test_find_principle (f->session, principle);

  for (guint i = 0; i < deck->n_cards && event->card == NULL; i++)
    if (deck->cards[i].principle == wanted)
      event->card = g_strdup (deck->cards[i].name);
  event->action = g_strdup (action);
  event->grade = STARLING_GRADE_GOOD;
  event->level = STARLING_LEVEL_SDE2;
  record (f, event);
}

/* Clicks, and waits until the window is gone. */
static void
finish (Fixture *f, const char *name)
{
  GtkWidget *window = g_object_ref (f->window);

  click (f, name);
  starling_test_run_frames (f->parent, 2);
  g_assert_finalize_object (window);
}

static GtkCheckButton *
find_check (Fixture *f, const char *name)
{
  GtkWidget *check
      = starling_test_find_named (f->window, GTK_TYPE_CHECK_BUTTON, name);

  g_assert_nonnull (check);
  return GTK_CHECK_BUTTON (check);
}

static guint
count_ticked (Fixture *f)
{
  guint n = 0;

  for (guint i = 0; i < starling_test_count (f->window, GTK_TYPE_CHECK_BUTTON);
       i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (
            starling_test_find (f->window, GTK_TYPE_CHECK_BUTTON, i))))
      n++;
  return n;
}

static void
get_goal (Fixture *f, StarlingGoal *goal)
{
  StarlingLibrary *library = starling_session_get_library (f->session);

  starling_progress_get_goal (starling_library_get_progress (library),
                              starling_library_get_catalogue (library), goal);
}

static void
assert_says (Fixture *f, const char *text)
{
  GtkWidget *label = starling_test_find_label (f->window, text);

  if (label == NULL)
    g_error ("there is no label “%s”", text);
  g_assert_true (starling_test_is_shown (label, f->window));
}

/* What a principle's row says of its cards, to all. */
static void
assert_count (Fixture *f,
              const char *principle,
              const char *figure,
              const char *words)
{
  GtkWidget *check = GTK_WIDGET (find_check (f, principle));

  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (
                       starling_test_find (check, GTK_TYPE_LABEL, 1))),
                   ==, figure);
  gtk_test_accessible_assert_property (check,
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       words);
}

/* Which of the two signs stands at the verdict. */
static gboolean
is_fine (Fixture *f)
{
  guint n_fine = 0, n_warnings = 0;

  for (guint i = 0; i < starling_test_count (f->window, GTK_TYPE_IMAGE); i++)
    {
      const char *name = gtk_image_get_icon_name (
          GTK_IMAGE (starling_test_find (f->window, GTK_TYPE_IMAGE, i)));

      n_fine += g_strcmp0 (name, "starling-check-symbolic") == 0;
      n_warnings += g_strcmp0 (name, "starling-warning-symbolic") == 0;
    }
  g_assert_cmpuint (n_fine + n_warnings, ==, 1);
  return n_fine == 1;
}

static void
test_start (Fixture *f, gconstpointer data)
{
  GtkWidget *check = GTK_WIDGET (find_check (f, "Frugality"));
  int minimum;

  g_assert_cmpint (starling_date_picker_get_day (f->picker), ==, TODAY + 21);
  g_assert_cmpuint (starling_test_count (f->window, GTK_TYPE_CHECK_BUTTON), ==,
                    16);
  g_assert_cmpuint (count_ticked (f), ==, 16);
  assert_says (f, "Monday 14 December");
  assert_says (f, "In 21 days; the three days before are for a last look");
  assert_says (f, "On course: 3 of 16 principles by 11 December");
  g_assert_true (gtk_widget_is_sensitive (f->save));
  g_assert_true (gtk_window_get_default_widget (GTK_WINDOW (f->window))
                 == f->save);

  gtk_test_accessible_assert_role (check, GTK_ACCESSIBLE_ROLE_CHECKBOX);
  assert_count (f, "Frugality", "15 new", "15 new cards");
  assert_count (f, "Ownership", "no cards", "no cards");
  gtk_test_accessible_assert_property (
      starling_test_find (f->window, GTK_TYPE_CALENDAR, 0),
      GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Date of the interview: Monday 14 December 2026. On course: 3 of 16 "
      "principles by 11 December");
  gtk_test_accessible_assert_property (
      f->save, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      "On course: 3 of 16 principles by 11 December");

  g_assert_true (starling_goal_dialog_new (GTK_WINDOW (f->parent), f->session)
                 == f->window);
  starling_test_run_frames (f->window, 2);
  gtk_widget_measure (f->window, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                      NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

/* Nothing counts before it is saved, but what it would come to is said. */
static void
test_plan (Fixture *f, gconstpointer data)
{
  static const struct
  {
    int days;
    const char *ticked; /* NULL: none */
    const char *hint;
    const char *verdict;
    const char *detail; /* NULL: nothing */
    gboolean fine;
    gboolean can_save;
  } cases[] = {
    { 17, "Frugality", IN_17_DAYS, "On course: your principle by 7 December",
      "1 new card a day, and a last look at everything from 7 December on.",
      TRUE, TRUE },
    { 3, "Frugality", "In 3 days", "On course: your principle by 23 November",
      "15 new cards a day.", TRUE, TRUE },
    { 2, "Frugality", "In 2 days", "Too late for 15 new cards",
      "The last days are for what you know already. A later date would do.",
      FALSE, TRUE },
    { 17, "Ownership", IN_17_DAYS, "No cards for your principle",
      "Choose others as well, or add stories of your own.", FALSE, TRUE },
    { 1, "Ownership", "Tomorrow", "No cards for your principle",
      "Choose others as well, or add stories of your own.", FALSE, TRUE },
    { -1, "Frugality", "1 day ago", "This day is over",
      "Choose today or a later one.", FALSE, FALSE },
    { -30, "Frugality", "30 days ago", "This day is over",
      "Choose today or a later one.", FALSE, FALSE },
    { 17, NULL, IN_17_DAYS, "Nothing to prepare",
      "Tick at least one principle.", FALSE, FALSE },
  };
  StarlingGoal goal;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      click (f, "None");
      if (cases[i].ticked != NULL)
        gtk_check_button_set_active (find_check (f, cases[i].ticked), TRUE);
      starling_date_picker_set_day (f->picker, TODAY + cases[i].days);
      assert_says (f, cases[i].hint);
      assert_says (f, cases[i].verdict);
      if (cases[i].detail != NULL)
        assert_says (f, cases[i].detail);
      g_assert_cmpint (is_fine (f), ==, cases[i].fine);
      g_assert_cmpint (gtk_widget_is_sensitive (f->save), ==,
                       cases[i].can_save);
    }

  click (f, "All");
  starling_date_picker_set_day (f->picker, TODAY + 4);
  assert_says (f, "Not all in time: 3 cards would be left out");
  assert_says (f, "22 new cards a day, or fewer principles, would do.");
  get_goal (f, &goal);
  g_assert_cmpint (goal.interview, ==, STARLING_NO_DAY);
  finish (f, "Cancel");
  get_goal (f, &goal);
  g_assert_cmpint (goal.interview, ==, STARLING_NO_DAY);
  g_assert_null (f->toast);
}

static void
test_save (Fixture *f, gconstpointer data)
{
  StarlingLibrary *library = starling_session_get_library (f->session);
  int frugality = starling_test_find_principle (f->session, "frugality");
  StarlingGoal goal;

  click (f, "None");
  gtk_check_button_set_active (find_check (f, "Frugality"), TRUE);
  starling_date_picker_set_day (f->picker, TODAY + 17);
  finish (f, "Save");
  get_goal (f, &goal);
  g_assert_cmpint (goal.interview, ==, TODAY + 17);
  g_assert_true (goal.principles == STARLING_PRINCIPLE_BIT (frugality));
  g_assert_cmpstr (f->toast, ==, "Interview on Thursday 10 December.");

  /* it is shown again; saving it again is no event */
  g_clear_pointer (&f->toast, g_free);
  open_dialog (f);
  g_assert_cmpint (starling_date_picker_get_day (f->picker), ==, TODAY + 17);
  g_assert_cmpuint (count_ticked (f), ==, 1);
  finish (f, "Save");
  g_assert_null (f->toast);

  g_assert_true (starling_library_undo (library, f->event));
  get_goal (f, &goal);
  g_assert_cmpint (goal.interview, ==, STARLING_NO_DAY);
  g_assert_true (goal.principles == 0);
}

static void
test_no_date (Fixture *f, gconstpointer data)
{
  int frugality = starling_test_find_principle (f->session, "frugality");
  StarlingGoal goal;

  finish (f, "No interview date"); /* as it is: no event */
  g_assert_null (f->toast);

  open_dialog (f);
  click (f, "None");
  gtk_check_button_set_active (find_check (f, "Frugality"), TRUE);
  finish (f, "Save");
  open_dialog (f);
  finish (f, "No interview date");
  g_assert_cmpstr (f->toast, ==, "No interview date is set.");
  g_assert_nonnull (f->event);
  get_goal (f, &goal);
  g_assert_cmpint (goal.interview, ==, STARLING_NO_DAY);
  g_assert_true (goal.principles == STARLING_PRINCIPLE_BIT (frugality));
}

/* A date that is over is not proposed again; what to prepare is. */
static void
test_over (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *interview;
    int days; /* that are shown, from today on */
  } cases[] = {
    { "2026-11-22", 21 },
    { "2026-11-23", 0 },
    { "2026-11-24", 1 },
    { "2025-12-10", 21 },
  };

  finish (f, "Cancel");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      record_goal (f, cases[i].interview, "frugality");
      open_dialog (f);
      g_assert_cmpint (starling_date_picker_get_day (f->picker) - TODAY, ==,
                       cases[i].days);
      g_assert_cmpuint (count_ticked (f), ==, 1);
      finish (f, "Cancel");
    }
}

/* All principles are all of them, whether they are named or not: saved as they
 * were, they are no change. */
static void
test_all (Fixture *f, gconstpointer data)
{
  StarlingGoal goal;

  finish (f, "Cancel");
  record_goal (f, "2026-12-10", NULL);
  open_dialog (f);
  g_assert_cmpuint (count_ticked (f), ==, 16);
  finish (f, "Save");
  g_assert_null (f->toast);
  get_goal (f, &goal);
  g_assert_true (goal.principles == 0);

  /* but another set, or another date, is one */
  open_dialog (f);
  gtk_check_button_set_active (find_check (f, "Frugality"), FALSE);
  finish (f, "Save");
  g_assert_cmpstr (f->toast, ==, "Interview on Thursday 10 December.");
  g_clear_pointer (&f->toast, g_free);
  open_dialog (f);
  g_assert_cmpuint (count_ticked (f), ==, 15);
  click (f, "All");
  starling_date_picker_set_day (f->picker, TODAY + 18);
  finish (f, "Save");
  g_assert_cmpstr (f->toast, ==, "Interview on Friday 11 December.");
  get_goal (f, &goal);
  g_assert_cmpint (__builtin_popcountll (goal.principles), ==, 16);
}

/* A new card that is buried for today is still one to come, one that is set
 * aside for good is not: for the plan, and for the figure beside it. */
static void
test_aside (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *action;
    const char *verdict, *figure, *words;
  } cases[] = {
    { "bury", "Too late for 15 new cards", "15 new", "15 new cards" },
    { "suspend", "Too late for 14 new cards", "14 new", "14 new cards" },
  };

  click (f, "None");
  gtk_check_button_set_active (find_check (f, "Frugality"), TRUE);
  starling_date_picker_set_day (f->picker, TODAY + 2);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      record_card (f, "frugality", cases[i].action);
      assert_says (f, cases[i].verdict);
      assert_count (f, "Frugality", cases[i].figure, cases[i].words);
    }
}

/* The days before the interview are marked, from today on. */
static void
test_marks (Fixture *f, gconstpointer data)
{
  static const struct
  {
    int days;
    const char *marked;
  } cases[] = {
    { 7, "27 28 29 " }, { 3, "23 24 25 " }, { 2, "23 24 " },
    { 1, "23 " },       { 0, "" },          { -2, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) marked = g_string_new (NULL);
      GtkWidget *cell;

      starling_date_picker_set_day (f->picker, TODAY + cases[i].days);
      for (guint n = 0; (cell = starling_test_find (GTK_WIDGET (f->picker),
                                                    GTK_TYPE_LABEL, n))
                        != NULL;
           n++)
        if (gtk_widget_has_css_class (cell, "marked"))
          g_string_append_printf (marked, "%s ",
                                  gtk_label_get_label (GTK_LABEL (cell)));
      g_assert_cmpstr (marked->str, ==, cases[i].marked);
    }
}

/* An undo elsewhere, or another level, counts in the open window too. */
static void
test_follow (Fixture *f, gconstpointer data)
{
  StarlingLibrary *library = starling_session_get_library (f->session);
  g_autoptr (StarlingEvent) event
      = starling_event_new (STARLING_EVENT_SETTINGS);

  starling_date_picker_set_day (f->picker, TODAY + 4);
  assert_says (f, "Not all in time: 3 cards would be left out");
  event->has_new_per_day = TRUE;
  event->new_per_day = 30;
  starling_library_record_async (library, event, NULL, NULL, NULL);
  starling_test_run_frames (f->window, 2);
  assert_says (f, "On course: 3 of 16 principles by 24 November");
}

static gboolean
is_tomorrow (gpointer data)
{
  Fixture *f = data;
  int today = 0;

  g_object_get (f->picker, "today", &today, NULL);
  return today == TODAY + 1;
}

/* So does the day that begins meanwhile. */
static void
test_follow_day (Fixture *f, gconstpointer data)
{
  StarlingLibrary *library = starling_session_get_library (f->session);
  StarlingAgenda *agenda = starling_session_get_agenda (f->session);

  starling_date_picker_set_day (f->picker, TODAY);
  assert_says (f, "Today");
  starling_clock_advance (starling_library_get_clock (library),
                          20 * 60 * 60 * 1000);
  starling_agenda_refresh (agenda);
  starling_test_run_until (is_tomorrow, f);
  assert_says (f, "1 day ago");
  assert_says (f, "This day is over");
  g_assert_false (gtk_widget_is_sensitive (f->save));
}

static void
test_follow_counts (Fixture *f, gconstpointer data)
{
  record_card (f, "frugality", NULL);
  assert_count (f, "Frugality", "14 new", "14 new cards");
}

/* A library with one story on Ownership: a card at all levels, and one more
 * from SDE 2 on, and one at Senior. */
static StarlingSession *
new_leveled_session (void)
{
  static const char pack[]
      = "{\"format\": \"starling-pack\", \"version\": 1, \"id\": \"p\","
        "\"title\": \"P\", \"language\": \"en\", \"scenarios\": [{"
        "\"id\": \"one\", \"title\": \"One\", \"question\": \"Why?\","
        "\"principle\": \"ownership\", \"steps\": ["
        "{\"step\": \"situation\", \"seconds\": 30, \"answer\": ["
        "{\"text\": \"All.\"}]},"
        "{\"step\": \"task\", \"seconds\": 20, \"answer\": ["
        "{\"text\": \"Some.\", \"levels\": [\"sde2\", \"senior\"]}]},"
        "{\"step\": \"action\", \"seconds\": 90, \"answer\": ["
        "{\"text\": \"Few.\", \"levels\": [\"senior\"]}]},"
        "{\"step\": \"result\", \"seconds\": 20},"
        "{\"step\": \"reflection\", \"seconds\": 15}]}]}";
  g_autofree char *folder = starling_test_make_folder ();
  g_autofree char *catalogue
      = g_build_filename (folder, "catalogue.json", NULL);
  g_autofree char *packs = g_build_filename (folder, "packs", NULL);
  g_autofree char *path = g_build_filename (packs, "p.json", NULL);
  g_autofree char *user = g_build_filename (folder, "user", NULL);
  g_autofree char *text = NULL;
  g_autoptr (StarlingClock) clock
      = starling_clock_new_fake (G_GINT64_CONSTANT (1795424400000), 0);
  g_autoptr (StarlingLibrary) library = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (packs, 0700), ==, 0);
  g_assert_true (g_file_get_contents (STARLING_SOURCE_DATADIR "/catalogue.json",
                                      &text, NULL, NULL));
  g_assert_true (g_file_set_contents (catalogue, text, -1, NULL));
  g_assert_true (g_file_set_contents (path, pack, -1, NULL));
  library = starling_library_new (folder, user, clock);
  starling_library_load (library, &error);
  g_assert_no_error (error);
  return starling_session_new (library);
}

/* A card that the level does not have does not count. */
static void
test_follow_level (void)
{
  static const struct
  {
    StarlingLevel level;
    const char *figure, *words;
  } cases[] = {
    { STARLING_LEVEL_SDE2, "2 new", "2 new cards" },
    { STARLING_LEVEL_SENIOR, "3 new", "3 new cards" },
    { STARLING_LEVEL_SDE1, "1 new", "1 new card" },
  };
  Fixture f = { 0 };

  set_up_with (&f, new_leveled_session ());
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      starling_session_set_level (f.session, cases[i].level);
      starling_test_run_frames (f.window, 2);
      assert_count (&f, "Ownership", cases[i].figure, cases[i].words);
      assert_count (&f, "Frugality", "no cards", "no cards");
    }
  tear_down (&f, NULL);
}

/* Nothing new is left to come. */
static void
test_ready (void)
{
  Fixture f = { 0 };

  set_up_with (&f, new_leveled_session ());
  starling_session_set_level (f.session, STARLING_LEVEL_SDE1);
  click (&f, "None");
  gtk_check_button_set_active (find_check (&f, "Ownership"), TRUE);
  record_card (&f, "ownership", NULL);
  assert_count (&f, "Ownership", "0 new", "0 new cards");
  assert_says (&f, "Ready: no new cards are left");
  g_assert_true (is_fine (&f));
  tear_down (&f, NULL);
}

static gboolean
has_toast (gpointer data)
{
  return ((Fixture *) data)->toast != NULL;
}

/* Return in the calendar saves. */
static void
test_return (Fixture *f, gconstpointer data)
{
  GtkWidget *calendar = starling_test_find (f->window, GTK_TYPE_CALENDAR, 0);
  StarlingGoal goal;

  g_assert_true (
      starling_test_send_key (calendar, GTK_PHASE_CAPTURE, GDK_KEY_Right, 0));
  g_assert_true (
      starling_test_send_key (calendar, GTK_PHASE_CAPTURE, GDK_KEY_Return, 0));
  starling_test_run_until (has_toast, f); /* the button is seen to go down */
  get_goal (f, &goal);
  g_assert_cmpint (goal.interview, ==, TODAY + 22);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *f, gconstpointer data);
  } tests[] = {
    { "/goal-dialog/start", test_start },
    { "/goal-dialog/plan", test_plan },
    { "/goal-dialog/save", test_save },
    { "/goal-dialog/no-date", test_no_date },
    { "/goal-dialog/over", test_over },
    { "/goal-dialog/all", test_all },
    { "/goal-dialog/aside", test_aside },
    { "/goal-dialog/follow", test_follow },
    { "/goal-dialog/follow/day", test_follow_day },
    { "/goal-dialog/follow/counts", test_follow_counts },
    { "/goal-dialog/return", test_return },
    { "/goal-dialog/marks", test_marks },
  };

  starling_test_init (&argc, &argv);
  g_test_add_func ("/goal-dialog/follow/level", test_follow_level);
  g_test_add_func ("/goal-dialog/ready", test_ready);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);
  return g_test_run ();
}

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
set_up (Fixture *f, gconstpointer data)
{
  f->session = starling_test_session_new ();
  f->parent = starling_test_present (gtk_label_new (""), 400, 300);
  g_signal_connect_swapped (f->session, "toast", G_CALLBACK (toast_cb), f);
  open_dialog (f);
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
  gtk_test_accessible_assert_property (check,
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "15 new cards");
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
    gboolean can_save;
  } cases[] = {
    { 17, "Frugality", IN_17_DAYS, "On course: your principle by 7 December",
      "1 new card a day, and a last look at everything from 7 December on.",
      TRUE },
    { 3, "Frugality", "In 3 days", "On course: your principle by 23 November",
      "15 new cards a day.", TRUE },
    { 2, "Frugality", "In 2 days", "Too late for 15 new cards",
      "The last days are for what you know already. A later date would do.",
      TRUE },
    { 17, "Ownership", IN_17_DAYS, "No cards for your principle",
      "Choose others as well, or add stories of your own.", TRUE },
    { 1, "Ownership", "Tomorrow", "No cards for your principle",
      "Choose others as well, or add stories of your own.", TRUE },
    { -1, "Frugality", "1 day ago", "This day is over",
      "Choose today or a later one.", FALSE },
    { -30, "Frugality", "30 days ago", "This day is over",
      "Choose today or a later one.", FALSE },
    { 17, NULL, IN_17_DAYS, "Nothing to prepare",
      "Tick at least one principle.", FALSE },
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

/* --- the calendar --- */

static gboolean
press (Fixture *f, guint key, GdkModifierType state)
{
  GtkWidget *calendar = starling_test_find (f->window, GTK_TYPE_CALENDAR, 0);
  g_autoptr (GListModel) controllers
      = gtk_widget_observe_controllers (calendar);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller
          = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
          && gtk_event_controller_get_propagation_phase (controller)
                 == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state,
                               &handled);
    }
  return handled;
}

static void
test_keys (Fixture *f, gconstpointer data)
{
  static const struct
  {
    guint key;
    GdkModifierType state;
    int from, to; /* days from today on */
    gboolean handled;
  } keys[] = {
    { GDK_KEY_Left, 0, 17, 16, TRUE },
    { GDK_KEY_Right, 0, 17, 18, TRUE },
    { GDK_KEY_Up, 0, 17, 10, TRUE },
    { GDK_KEY_Down, 0, 17, 24, TRUE },
    { GDK_KEY_KP_Down, 0, 17, 24, TRUE },
    { GDK_KEY_Home, 0, 17, 0, TRUE },
    { GDK_KEY_Page_Down, 0, 17, 17 + 31, TRUE },         /* December */
    { GDK_KEY_Page_Up, 0, 17, 17 - 30, TRUE },           /* November */
    { GDK_KEY_Page_Down, 0, 8 + 60, 8 + 60 + 29, TRUE }, /* 30 January */
    { GDK_KEY_Page_Down, GDK_CONTROL_MASK, 17, 17 + 365, TRUE },
    { GDK_KEY_Left, GDK_ALT_MASK, 17, 17, FALSE },
    { GDK_KEY_Tab, 0, 17, 17, FALSE },
    { GDK_KEY_Escape, 0, 17, 17, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      starling_date_picker_set_day (f->picker, TODAY + keys[i].from);
      g_assert_cmpint (press (f, keys[i].key, keys[i].state), ==,
                       keys[i].handled);
      g_assert_cmpint (starling_date_picker_get_day (f->picker) - TODAY, ==,
                       keys[i].to);
    }

  gtk_widget_set_direction (starling_test_find (f->window, GTK_TYPE_CALENDAR,
                                                0),
                            GTK_TEXT_DIR_RTL);
  starling_date_picker_set_day (f->picker, TODAY + 17);
  g_assert_true (press (f, GDK_KEY_Left, 0));
  g_assert_cmpint (starling_date_picker_get_day (f->picker), ==, TODAY + 18);
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
  StarlingGoal goal;

  g_assert_true (press (f, GDK_KEY_Right, 0));
  g_assert_true (press (f, GDK_KEY_Return, 0));
  starling_test_run_until (has_toast, f); /* the button is seen to go down */
  get_goal (f, &goal);
  g_assert_cmpint (goal.interview, ==, TODAY + 22);
}

static guint
count_days (Fixture *f, const char *class)
{
  guint n = 0;

  for (guint i = 0;
       i < starling_test_count (GTK_WIDGET (f->picker), GTK_TYPE_LABEL); i++)
    n += gtk_widget_has_css_class (starling_test_find (GTK_WIDGET (f->picker),
                                                       GTK_TYPE_LABEL, i),
                                   class);
  return n;
}

static void
test_calendar (Fixture *f, gconstpointer data)
{
  GtkCalendar *calendar
      = GTK_CALENDAR (starling_test_find (f->window, GTK_TYPE_CALENDAR, 0));
  g_autoptr (GDateTime) local = g_date_time_new_local (2026, 11, 30, 23, 0, 0);
  g_autoptr (GDateTime) shown = NULL;

  gtk_calendar_select_day (calendar, local);
  g_assert_cmpint (starling_date_picker_get_day (f->picker), ==, TODAY + 7);
  g_assert_nonnull (
      starling_test_find_label (GTK_WIDGET (f->picker), "November 2026"));
  g_assert_cmpuint (count_days (f, "marked"), ==, 3);
  g_assert_cmpuint (count_days (f, "now"), ==, 1);
  g_assert_cmpuint (count_days (f, "past"), >=, 22);

  starling_date_picker_set_day (f->picker, TODAY + 2); /* today and tomorrow */
  g_assert_cmpuint (count_days (f, "marked"), ==, 2);
  starling_date_picker_set_day (f->picker, TODAY - 2);
  g_assert_cmpuint (count_days (f, "marked"), ==, 0);
  gtk_test_accessible_assert_property (
      GTK_WIDGET (calendar), GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Date of the interview: Saturday 21 November 2026, in the past");

  click (f, "Next month");
  shown = gtk_calendar_get_date (calendar);
  g_assert_cmpint (g_date_time_get_month (shown), ==, 12);
  g_assert_cmpint (g_date_time_get_day_of_month (shown), ==, 21);
  click (f, "Previous month");
  g_assert_cmpint (starling_date_picker_get_day (f->picker), ==, TODAY - 2);
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
    { "/goal-dialog/follow", test_follow },
    { "/goal-dialog/keys", test_keys },
    { "/goal-dialog/return", test_return },
    { "/goal-dialog/calendar", test_calendar },
  };

  starling_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/date-picker.h"

#include "base/day.h"
#include "support.h"

#define TODAY 20780 /* Monday 23 November 2026 */

/* 9999-12-31 and 0001-01-01 */
#define LAST_DAY 2932896
#define FIRST_DAY (-719162)

typedef struct
{
  GtkWidget *window;
  GtkWidget *widget;
  StarlingDatePicker *picker;
  GtkCalendar *calendar;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->widget = g_object_new (STARLING_TYPE_DATE_PICKER, "label", "A date",
                            "today", TODAY, "day", TODAY + 17, NULL);
  f->picker = STARLING_DATE_PICKER (f->widget);
  f->calendar
      = GTK_CALENDAR (starling_test_find (f->widget, GTK_TYPE_CALENDAR, 0));
  f->window = starling_test_present (f->widget, 320, 300);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_object_ref (f->widget);
  gtk_window_destroy (GTK_WINDOW (f->window));
  g_assert_finalize_object (f->widget);
}

static void
assert_name (Fixture *f, const char *name)
{
  gtk_test_accessible_assert_property (f->calendar,
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

static void
click (Fixture *f, const char *name)
{
  GtkWidget *button
      = starling_test_find_named (f->widget, GTK_TYPE_BUTTON, name);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

/* --- how days look --- */

static gboolean
is_marked (GtkWidget *cell)
{
  return gtk_widget_has_css_class (cell, "marked");
}

static gboolean
is_now (GtkWidget *cell)
{
  return gtk_widget_has_css_class (cell, "now");
}

static gboolean
is_past (GtkWidget *cell)
{
  return gtk_widget_has_css_class (cell, "past");
}

static gboolean
is_selected (GtkWidget *cell)
{
  return (gtk_widget_get_state_flags (cell) & GTK_STATE_FLAG_SELECTED) != 0;
}

/* The figures of the days that look so, in order. */
static char *
list_days (Fixture *f, gboolean (*looks) (GtkWidget *cell))
{
  g_autoptr (GString) days = g_string_new (NULL);
  GtkWidget *cell;

  for (guint i = 0;
       (cell = starling_test_find (GTK_WIDGET (f->calendar), GTK_TYPE_LABEL, i))
       != NULL;
       i++)
    if (gtk_widget_has_css_class (cell, "day-number") && looks (cell))
      g_string_append_printf (days, "%s%s", days->len > 0 ? " " : "",
                              gtk_label_get_label (GTK_LABEL (cell)));
  return g_strdup (days->str);
}

static void
assert_days (Fixture *f,
             gboolean (*looks) (GtkWidget *cell),
             const char *expected)
{
  g_autofree char *days = list_days (f, looks);

  g_assert_cmpstr (days, ==, expected);
}

/* The last day of those that look so; "" if there is none. */
static void
assert_last (Fixture *f,
             gboolean (*looks) (GtkWidget *cell),
             const char *expected)
{
  g_autofree char *days = list_days (f, looks);
  const char *space = strrchr (days, ' ');

  g_assert_cmpstr (space != NULL ? space + 1 : days, ==, expected);
}

static void
test_looks (Fixture *f, gconstpointer data)
{
  static const struct
  {
    int day, today;
    int first, last; /* of the marked ones */
    const char *month, *selected, *now, *marked;
    const char *last_past;
  } cases[] = {
    { TODAY + 7, TODAY, TODAY + 4, TODAY + 6, "November 2026", "30", "23",
      "27 28 29", "22" },
    { TODAY + 2, TODAY, TODAY, TODAY + 1, "November 2026", "25", "23", "23 24",
      "22" },
    { TODAY, TODAY, TODAY, TODAY - 1, "November 2026", "23", "23", "", "22" },
    { TODAY - 2, TODAY, TODAY, TODAY - 3, "November 2026", "21", "23", "",
      "22" },
    /* over the end of a month */
    { TODAY + 9, TODAY + 7, TODAY + 7, TODAY + 8, "December 2026", "2", "30",
      "30 1", "29" },
    { TODAY + 8, TODAY + 8, TODAY + 6, TODAY + 7, "December 2026", "1", "1",
      "29 30", "30" },
    /* far from today */
    { TODAY + 60, TODAY, TODAY + 57, TODAY + 59, "January 2027", "22", "",
      "19 20 21", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_object_set (f->picker, "today", cases[i].today, NULL);
      starling_date_picker_set_day (f->picker, cases[i].day);
      starling_date_picker_mark (f->picker, cases[i].first, cases[i].last);
      g_test_message ("case %u", i);
      g_assert_nonnull (starling_test_find_label (f->widget, cases[i].month));
      assert_days (f, is_selected, cases[i].selected);
      assert_days (f, is_now, cases[i].now);
      assert_days (f, is_marked, cases[i].marked);
      assert_last (f, is_past, cases[i].last_past);
    }
}

/* A day looks past from its end on, and no day after it. */
static void
test_past (Fixture *f, gconstpointer data)
{
  gboolean over = TRUE;
  guint n_past = 0;
  GtkWidget *cell;

  starling_date_picker_set_day (f->picker, TODAY + 3);
  for (guint i = 0;
       (cell = starling_test_find (GTK_WIDGET (f->calendar), GTK_TYPE_LABEL, i))
       != NULL;
       i++)
    {
      if (!gtk_widget_has_css_class (cell, "day-number"))
        continue;
      over = over && !is_now (cell);
      g_assert_cmpint (is_past (cell), ==, over);
      n_past += over ? 1 : 0;
    }
  g_assert_cmpuint (n_past, >=, 22);
  g_assert_false (over);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* When a day is over, the calendar shows it without another choice. */
static void
test_today (Fixture *f, gconstpointer data)
{
  guint n_today = 0, n_day = 0;
  int today = 0;

  starling_date_picker_set_day (f->picker, TODAY);
  starling_date_picker_mark (f->picker, TODAY + 2, TODAY + 2);
  g_signal_connect_swapped (f->picker, "notify::today", G_CALLBACK (count_cb),
                            &n_today);
  g_signal_connect_swapped (f->picker, "notify::day", G_CALLBACK (count_cb),
                            &n_day);
  assert_name (f, "A date: Monday 23 November 2026");
  for (guint i = 0; i < 2; i++)
    g_object_set (f->picker, "today", TODAY + 1, NULL);
  g_object_get (f->picker, "today", &today, NULL);
  g_assert_cmpint (today, ==, TODAY + 1);
  g_assert_cmpuint (n_today, ==, 1);
  g_assert_cmpuint (n_day, ==, 0);
  assert_days (f, is_now, "24");
  assert_days (f, is_marked, "25");
  assert_last (f, is_past, "23");
  assert_name (f, "A date: Monday 23 November 2026, in the past");
}

/* --- the day --- */

/* There is no day beyond those that people can read. */
static void
test_limits (Fixture *f, gconstpointer data)
{
  static const struct
  {
    int day, chosen;
    const char *date;
  } cases[] = {
    { LAST_DAY - 1, LAST_DAY - 1, "9999-12-30" },
    { LAST_DAY + 1, LAST_DAY, "9999-12-31" },
    { G_MAXINT, LAST_DAY, "9999-12-31" },
    { FIRST_DAY - 1, FIRST_DAY, "0001-01-01" },
    { G_MININT, FIRST_DAY, "0001-01-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *date = NULL;

      starling_date_picker_set_day (f->picker, cases[i].day);
      g_assert_cmpint (starling_date_picker_get_day (f->picker), ==,
                       cases[i].chosen);
      date = starling_day_format (cases[i].chosen);
      g_assert_cmpstr (date, ==, cases[i].date);
    }
  starling_date_picker_set_day (f->picker, LAST_DAY);
  click (f, "Next month");
  g_assert_cmpint (starling_date_picker_get_day (f->picker), ==, LAST_DAY);
  assert_name (f, "A date: Friday 31 December 9999");
  click (f, "Previous month");
  assert_name (f, "A date: Tuesday 30 November 9999");
}

/* The day is told with what it comes to. */
static void
test_name (Fixture *f, gconstpointer data)
{
  assert_name (f, "A date: Thursday 10 December 2026");
  starling_date_picker_set_note (f->picker, "In good time");
  assert_name (f, "A date: Thursday 10 December 2026. In good time");
  starling_date_picker_set_day (f->picker, TODAY);
  assert_name (f, "A date: Monday 23 November 2026. In good time");
  starling_date_picker_set_note (f->picker, "Too late");
  assert_name (f, "A date: Monday 23 November 2026. Too late");

  /* of which nothing can come */
  starling_date_picker_set_day (f->picker, TODAY - 1);
  assert_name (f, "A date: Sunday 22 November 2026, in the past");
  starling_date_picker_set_day (f->picker, TODAY + 1);
  starling_date_picker_set_note (f->picker, "");
  assert_name (f, "A date: Tuesday 24 November 2026");
  g_object_set (f->picker, "label", "Another", NULL);
  assert_name (f, "Another: Tuesday 24 November 2026");
}

/* The calendar itself is clicked, and its wheel turned. */
static void
test_calendar (Fixture *f, gconstpointer data)
{
  g_autoptr (GDateTime) local = g_date_time_new_local (2026, 11, 30, 23, 0, 0);
  g_autoptr (GDateTime) shown = NULL;
  guint n_day = 0;

  g_signal_connect_swapped (f->picker, "notify::day", G_CALLBACK (count_cb),
                            &n_day);
  gtk_calendar_select_day (f->calendar, local);
  g_assert_cmpint (starling_date_picker_get_day (f->picker), ==, TODAY + 7);
  g_assert_cmpuint (n_day, ==, 1);
  assert_days (f, is_selected, "30");
  assert_days (f, is_now, "23");

  starling_date_picker_set_day (f->picker, TODAY - 2);
  click (f, "Next month");
  shown = gtk_calendar_get_date (f->calendar);
  g_assert_cmpint (g_date_time_get_month (shown), ==, 12);
  g_assert_cmpint (g_date_time_get_day_of_month (shown), ==, 21);
  click (f, "Previous month");
  g_assert_cmpint (starling_date_picker_get_day (f->picker), ==, TODAY - 2);
  g_assert_cmpuint (n_day, ==, 4);
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
    { GDK_KEY_Page_Up, GDK_CONTROL_MASK, 17, 17 - 365, TRUE },
    { GDK_KEY_Left, GDK_ALT_MASK, 17, 17, FALSE },
    { GDK_KEY_Tab, 0, 17, 17, FALSE },
    { GDK_KEY_Escape, 0, 17, 17, FALSE },
  };
  GtkWidget *calendar = GTK_WIDGET (f->calendar);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      starling_date_picker_set_day (f->picker, TODAY + keys[i].from);
      g_assert_cmpint (starling_test_send_key (calendar, GTK_PHASE_CAPTURE,
                                               keys[i].key, keys[i].state),
                       ==, keys[i].handled);
      g_assert_cmpint (starling_date_picker_get_day (f->picker) - TODAY, ==,
                       keys[i].to);
    }

  gtk_widget_set_direction (calendar, GTK_TEXT_DIR_RTL);
  starling_date_picker_set_day (f->picker, TODAY + 17);
  g_assert_true (
      starling_test_send_key (calendar, GTK_PHASE_CAPTURE, GDK_KEY_Left, 0));
  g_assert_cmpint (starling_date_picker_get_day (f->picker), ==, TODAY + 18);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *f, gconstpointer data);
  } tests[] = {
    { "/date-picker/looks", test_looks },
    { "/date-picker/past", test_past },
    { "/date-picker/today", test_today },
    { "/date-picker/limits", test_limits },
    { "/date-picker/name", test_name },
    { "/date-picker/calendar", test_calendar },
    { "/date-picker/keys", test_keys },
  };

  starling_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);
  return g_test_run ();
}

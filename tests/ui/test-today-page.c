/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "today-fixture.h"

#include "pages/quiz/page.h"
#include "pages/today/page.h"
#include "pages/today/row.h"
#include "settings.h"
#include "support.h"

/* The only filled button is that of the row. */
static void
assert_main (TodayFixture *f, guint row)
{
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (gtk_widget_has_css_class (today_find_button (f, i),
                                               "suggested-action"),
                     ==, i == row);
}

static void
test_first_use (TodayFixture *f, gconstpointer data)
{
  today_assert_text (f, "Monday 23 November");
  today_assert_text (f, "No interview date yet");
  today_assert_text (f, "20 cards today");
  today_assert_text (f, "20 new · about 14 minutes");
  today_assert_text (f, "Rehearse “The webhooks that vanished”");
  today_assert_text (f, "Never rehearsed");
  today_assert_text (f, "Not asked yet");
  today_assert_text (f, "None yet");
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
test_targets (TodayFixture *f, gconstpointer data)
{
  g_signal_emit_by_name (today_find_button (f, 0), "clicked");
  g_assert_cmpstr (f->fired, ==, "practise ('today', 'flashcards')");
  g_signal_emit_by_name (today_find_button (f, 1), "clicked");
  g_assert_cmpstr (f->fired, ==,
                   "practise ('scenario:webhook-drops', "
                   "'rehearse')");
  g_signal_emit_by_name (today_find_button (f, 2), "clicked");
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
test_goal (TodayFixture *f, gconstpointer data)
{
  GtkWidget *edit = starling_test_find_named (f->page, GTK_TYPE_BUTTON,
                                              "Edit the interview date");

  today_record_goal (f, "2026-12-10", "frugality");
  today_assert_text (f, "17");
  today_assert_text (f, "days to your interview");
  today_assert_no_text (f, "Set a date");
  g_assert_true (
      gtk_widget_has_css_class (starling_test_find_label (f->page, "17"),
                                "display"));
  g_signal_emit_by_name (edit, "clicked");
  g_assert_cmpstr (f->fired, ==, "set-interview ");

  /* what is prepared comes first */
  today_assert_text (f, "Rehearse “Nine versions of every lecture”");
  g_signal_emit_by_name (today_find_button (f, 2), "clicked");
  g_assert_cmpstr (f->fired, ==, "practise ('principle:frugality', 'quiz')");

  today_record_goal (f, "2026-11-24", "frugality");
  today_assert_text (f, "day to your interview");
  today_assert_text (f, "1");
  today_assert_no_text (f, "17");
  today_record_goal (f, NULL, "frugality");
  today_assert_text (f, "No interview date yet");
  today_assert_text (f, "Set a date");
}

static void
test_suggestions (TodayFixture *f, gconstpointer data)
{
  today_record_take (f, "webhook-drops", 4, NOW - 9 * DAY);
  today_record_take (f, "lecture-encoding", 5, NOW - 2 * DAY);
  today_record_take (f, "fourteen-hospitals", 5, NOW - DAY);
  today_assert_text (f, "Not told for nine days; the last take left out the "
                        "Reflection");
  today_assert_text (f, "Rehearse “The webhooks that vanished”");

  today_record_take (f, "webhook-drops", 5, NOW - HOUR);
  today_assert_text (f, "Rehearse “Nine versions of every lecture”");
  today_assert_text (f, "Not told for two days");

  /* the last take counts, not the first */
  today_record_take (f, "lecture-encoding", 4, NOW - 20 * HOUR);
  today_record_take (f, "fourteen-hospitals", 3, NOW - 20 * HOUR);
  today_record_take (f, "fourteen-hospitals", 5, NOW - 10 * HOUR);
  today_record_take (f, "webhook-drops", 5, NOW - HOUR / 2);
  today_assert_text (f,
                     "Told yesterday; the last take left out the Reflection");
  today_assert_text (f, "Rehearse “Nine versions of every lecture”");

  today_record_answer (f, "fourteen-hospitals", "one", TRUE, NOW - 40);
  today_record_answer (f, "fourteen-hospitals", "two", FALSE, NOW - 30);
  today_record_answer (f, "lecture-encoding", "one", TRUE, NOW - 20);
  today_assert_text (f, "Your least certain principle so far: 1 of 2 right");
  g_signal_emit_by_name (today_find_button (f, 2), "clicked");
  g_assert_cmpstr (f->fired, ==,
                   "practise ('principle:have-backbone-disagree-and-commit', "
                   "'quiz')");
}

/* How many questions the quiz has that the row leads to. */
static guint
count_in_quiz (TodayFixture *f)
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
count_in_row (TodayFixture *f)
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
test_questions (TodayFixture *f, gconstpointer data)
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
        today_assert_text (f, cases[i].text);
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
  today_assert_text (f, "Five questions on Insist on the Highest Standards");
  g_settings_reset (settings, "quiz-length");
  g_settings_reset (settings, "quiz-kinds-off");
}

/* Without cards, the story is what to do. */
static void
test_done (TodayFixture *f, gconstpointer data)
{
  gtk_window_set_focus (GTK_WINDOW (f->window), NULL);
  g_assert_true (gtk_widget_grab_focus (f->page));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (f->window))
                 == today_find_button (f, 0));

  today_record_new_per_day (f, 0);
  today_assert_text (f, "No cards today");
  today_assert_text (f, "Tomorrow is free, too.");
  assert_main (f, 1);
  gtk_window_set_focus (GTK_WINDOW (f->window), NULL);
  g_assert_true (gtk_widget_grab_focus (f->page));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (f->window))
                 == today_find_button (f, 1));

  today_record_new_per_day (f, 3);
  today_assert_text (f, "3 cards today");
  assert_main (f, 0);
}

/* With nothing left today, the page tells of tomorrow once it knows. */
static void
test_tomorrow (TodayFixture *f, gconstpointer data)
{
  static const char *const steps[] = { "situation", "task", "action" };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *card
          = g_strconcat ("webhook-drops#step.", steps[i % 3], NULL);

      today_record_review (f, card, NOW - 2 * HOUR + i * HOUR / 6);
    }
  today_record_new_per_day (f, 3);
  today_assert_text (f, "Done for today");
  today_assert_text (f, "Tomorrow: 3 cards");
}

/* The time is that of the user's own reviews. */
static void
test_pace (TodayFixture *f, gconstpointer data)
{
  static const char *const steps[] = { "situation", "task", "action" };

  today_record_new_per_day (f, 10);
  today_assert_text (f, "10 new · about 7 minutes");
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *card
          = g_strconcat ("webhook-drops#step.", steps[i], NULL);

      today_record_review (f, card, NOW - (3 - i) * 60000);
    }
  today_assert_text (f, "7 new · 3 learning · about 5 minutes");
}

static void
test_descriptions (TodayFixture *f, gconstpointer data)
{
  static const char *const names[] = { "Study", "Rehearse", "Quiz" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWidget *button = today_find_button (f, i);

      gtk_test_accessible_assert_role (button, GTK_ACCESSIBLE_ROLE_BUTTON);
      g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==,
                       names[i]);
    }
  g_assert_true (
      today_has_description (today_find_button (f, 0),
                             "20 cards today. 20 new · about 14 minutes"));
  g_assert_true (today_has_description (
      today_find_button (f, 1),
      "Rehearse “The webhooks that vanished”. Never rehearsed"));
}

static void
test_next_day (TodayFixture *f, gconstpointer data)
{
  StarlingClock *clock = starling_library_get_clock (f->library);

  today_record_goal (f, "2026-12-10", "frugality");
  today_assert_text (f, "17");
  starling_clock_advance (clock, 19 * HOUR - 1);
  starling_agenda_refresh (starling_session_get_agenda (f->session));
  today_assert_text (f, "Monday 23 November");
  starling_clock_advance (clock, 1);
  starling_agenda_refresh (starling_session_get_agenda (f->session));
  today_assert_text (f, "Tuesday 24 November");
  today_assert_text (f, "16");
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
  TodayFixture f = { 0 };

  g_assert_true (g_file_get_contents (STARLING_SOURCE_DATADIR "/catalogue.json",
                                      &text, NULL, NULL));
  g_assert_true (g_file_set_contents (catalogue, text, -1, NULL));
  library = starling_library_new (folder, user, clock);
  starling_library_load (library, &error);
  g_assert_no_error (error);
  today_set_up_with (&f, starling_session_new (library));

  today_assert_text (&f, "No cards yet");
  today_assert_text (&f, "They come with the stories of a pack.");
  today_assert_text (&f, "Nothing is due");
  for (guint i = 0; i < 3; i++)
    g_assert_false (starling_test_is_shown (today_find_button (&f, i), f.page));
  gtk_window_set_focus (GTK_WINDOW (f.window), NULL);
  g_assert_true (gtk_widget_grab_focus (f.page));
  /* which is no trap for Tab, that asks for the same */
  g_assert_false (gtk_widget_grab_focus (f.page));
  g_assert_true (
      gtk_widget_get_mapped (gtk_window_get_focus (GTK_WINDOW (f.window))));
  g_clear_object (&library);
  today_tear_down (&f, NULL);
}

int
main (int argc, char *argv[])
{
  starling_test_init (&argc, &argv);
#define ADD(name, function)                                                    \
  g_test_add ("/today/" name, TodayFixture, NULL, today_set_up, function,      \
              today_tear_down)
  ADD ("first-use", test_first_use);
  ADD ("targets", test_targets);
  ADD ("goal", test_goal);
  ADD ("suggestions", test_suggestions);
  ADD ("questions", test_questions);
  ADD ("done", test_done);
  ADD ("tomorrow", test_tomorrow);
  ADD ("pace", test_pace);
  ADD ("descriptions", test_descriptions);
  ADD ("next-day", test_next_day);
  g_test_add_func ("/today/no-packs", test_no_packs);
  return g_test_run ();
}

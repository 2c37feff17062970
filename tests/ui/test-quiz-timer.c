/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "quiz-fixture.h"
#include "settings.h"
#include "support.h"

static void
set_timed (gboolean timed)
{
  g_settings_set_boolean (starling_settings_get (), "quiz-timed", timed);
}

static void
set_up (TestQuiz *f, gconstpointer scope)
{
  test_quiz_set_up (f, scope);
  set_timed (TRUE);
}

/* What a label of the head says once the next tick came. */
typedef struct
{
  TestQuiz *fixture;
  const char *text;
} Wait;

static gboolean
has_label_cb (gpointer data)
{
  Wait *wait = data;

  return test_quiz_has_label (wait->fixture, wait->text);
}

static void
wait_for (TestQuiz *f, const char *text)
{
  Wait wait = { f, text };

  starling_test_run_until (has_label_cb, &wait);
}

static void
pass (TestQuiz *f, gint64 ms)
{
  starling_clock_advance (f->clock, ms);
}

/* The explanation after the verdict. */
static void
wait_for_verdict (TestQuiz *f, const char *verdict)
{
  g_autofree char *text
      = g_strdup_printf ("%s %s", verdict, test_quiz_asked (f)->explanation);

  wait_for (f, text);
}

static GtkWidget *
find_clock (TestQuiz *f)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *box = starling_test_find (f->page, GTK_TYPE_BOX, i);

      if (gtk_widget_has_css_class (box, "clock"))
        return box;
    }
}

static gboolean
has_clock (TestQuiz *f)
{
  return gtk_widget_get_visible (find_clock (f));
}

static void
test_shown (TestQuiz *f, gconstpointer data)
{
  g_assert_true (test_quiz_has_label (f, "20 s"));
  pass (f, 6000);
  wait_for (f, "14 s");
  g_assert_false (gtk_widget_has_css_class (find_clock (f), "short"));
  pass (f, 8999);
  wait_for (f, "6 s");
  g_assert_false (gtk_widget_has_css_class (find_clock (f), "short"));
  pass (f, 1);
  wait_for (f, "5 s");
  g_assert_true (gtk_widget_has_css_class (find_clock (f), "short"));
  pass (f, 4999);
  wait_for (f, "1 s");

  /* once told, it stands; the next question has the whole time */
  test_quiz_answer (f, TRUE);
  pass (f, 30000);
  starling_test_run_frames (f->window, 3);
  g_assert_true (test_quiz_has_label (f, "1 s"));
  test_quiz_act (f, "quiz.next");
  g_assert_true (test_quiz_has_label (f, "20 s"));
  g_assert_false (gtk_widget_has_css_class (find_clock (f), "short"));
}

static const StarlingEvent *
last_event (GPtrArray *events)
{
  return g_ptr_array_index (events, events->len - 1);
}

static void
test_up (TestQuiz *f, gconstpointer data)
{
  const StarlingQuestion *question = test_quiz_asked (f);
  const StarlingOption *right
      = g_ptr_array_index (question->options, question->correct);
  GtkWidget *next = test_quiz_button (f, "Next question");
  g_autofree char *said
      = g_strdup_printf ("Time is up. Right answer: %s", right->text);
  g_autoptr (GPtrArray) events = NULL;
  const StarlingEvent *event;

  pass (f, 20000);
  wait_for_verdict (f, "Time is up.");
  g_assert_true (test_quiz_has_label (f, "0 s"));
  g_assert_true (test_quiz_has_label (f, "Right answer"));
  g_assert_false (test_quiz_has_label (f, "Your answer"));
  g_assert_true (gtk_widget_has_focus (next));
  g_assert_true (test_quiz_button (f, said) == next);
  events = test_quiz_read_events (f);
  g_assert_cmpuint (events->len, ==, 1);
  event = last_event (events);
  g_assert_cmpstr (event->question, ==, question->id);
  g_assert_cmpint (event->choice, ==, -1);
  g_assert_null (event->kind);
  g_assert_null (event->text);
  g_assert_false (event->correct);
  g_assert_cmpint (event->ms, ==, 20000);

  /* it comes back like a wrong one, and can be taken back */
  g_assert_true (test_quiz_has_label (f, "Question 1 of 8"));
  test_quiz_act (f, "quiz.undo");
  g_assert_true (test_quiz_has_label (f, "Question 1 of 7"));
  g_assert_true (test_quiz_has_label (f, "20 s"));
  g_assert_true (test_quiz_asked (f) == question);
}

/* What is chosen when time is up is the answer. */
static void
test_up_chosen (TestQuiz *f, gconstpointer data)
{
  const StarlingQuestion *question = test_quiz_asked (f);
  g_autoptr (GPtrArray) events = NULL;

  test_quiz_click (test_quiz_option (f, test_quiz_find_slot (f, TRUE)));
  pass (f, 21000);
  wait_for_verdict (f, "Right.");
  events = test_quiz_read_events (f);
  g_assert_cmpint (last_event (events)->choice, ==, question->correct);
  g_assert_true (last_event (events)->correct);
  g_assert_cmpint (last_event (events)->ms, ==, 21000);
}

/* A timer that is late gives nobody more time. */
static void
test_late (TestQuiz *f, gconstpointer data)
{
  GtkWidget *option = test_quiz_option (f, test_quiz_find_slot (f, TRUE));

  pass (f, 20000);
  test_quiz_click (option);
  g_assert_true (test_quiz_has_label (f, "Right answer"));
  g_assert_true (test_quiz_has_label (f, "0 right"));
  g_assert_false (gtk_widget_has_css_class (option, "chosen"));
}

static void
test_away (TestQuiz *f, gconstpointer data)
{
  pass (f, 3000);
  test_quiz_set_shown (f, FALSE);
  pass (f, 60000);
  test_quiz_set_shown (f, TRUE);
  g_assert_true (test_quiz_has_label (f, "17 s"));
  pass (f, 1000);
  wait_for (f, "16 s");
}

static gboolean
is_open (gpointer popover)
{
  return gtk_widget_get_mapped (popover);
}

static gboolean
is_closed (gpointer popover)
{
  return !gtk_widget_get_visible (popover);
}

/* Time stands while the quiz is set up. */
static void
test_setup (TestQuiz *f, gconstpointer data)
{
  GtkMenuButton *button
      = GTK_MENU_BUTTON (starling_test_find (f->page, GTK_TYPE_MENU_BUTTON, 0));
  GtkPopover *popover = gtk_menu_button_get_popover (button);

  pass (f, 3000);
  gtk_menu_button_popup (button);
  starling_test_run_until (is_open, popover);
  pass (f, 60000);
  gtk_popover_popdown (popover);
  starling_test_run_until (is_closed, popover);
  wait_for (f, "17 s");
  pass (f, 1000);
  wait_for (f, "16 s");
}

/* Whoever wakes the machine finds the whole time. */
static void
test_sleep (TestQuiz *f, gconstpointer data)
{
  g_autoptr (GPtrArray) events = NULL;

  pass (f, 12000);
  wait_for (f, "8 s");
  starling_clock_sleep (f->clock, 3600000);
  wait_for (f, "20 s");
  pass (f, 2000);
  test_quiz_answer (f, TRUE);
  events = test_quiz_read_events (f);
  g_assert_cmpint (last_event (events)->ms, ==, 14000);
}

static void
test_switch (TestQuiz *f, gconstpointer data)
{
  pass (f, 4000);
  set_timed (FALSE);
  g_assert_false (has_clock (f));
  pass (f, 30000);
  set_timed (TRUE);
  g_assert_true (test_quiz_has_label (f, "20 s"));
  pass (f, 20000);
  wait_for_verdict (f, "Time is up.");
  test_quiz_act (f, "quiz.again");

  /* a quiz that was begun without goes on without */
  set_timed (FALSE);
  test_quiz_answer (f, TRUE);
  test_quiz_act (f, "quiz.next");
  set_timed (TRUE);
  g_assert_false (has_clock (f));
  test_quiz_act (f, "quiz.again");
  g_assert_true (test_quiz_has_label (f, "20 s"));
}

static gboolean
is_said_by_option (gpointer data)
{
  Wait *wait = data;

  return test_quiz_button (wait->fixture, wait->text)
         == test_quiz_option (wait->fixture, 1);
}

static gboolean
is_said_by_check (gpointer data)
{
  Wait *wait = data;
  GtkWidget *check = test_quiz_button (wait->fixture, wait->text);

  return check != NULL && gtk_widget_has_focus (check);
}

/* What has the focus says the time, at half and when there is little left. */
static void
test_announced (TestQuiz *f, gconstpointer data)
{
  g_autofree char *text = test_quiz_option_text (f, 1);
  g_autofree char *half = g_strdup_printf ("10 seconds left. %s", text);

  gtk_widget_grab_focus (test_quiz_option (f, 1));
  pass (f, 10000);
  starling_test_run_until (is_said_by_option, &(Wait){ f, half });

  test_quiz_press (f, GDK_KEY_1, 0);
  pass (f, 5000);
  starling_test_run_until (is_said_by_check, &(Wait){ f, "5 seconds left" });
  starling_test_run_until (is_said_by_check, &(Wait){ f, "Check" });
}

/* Of a question that is answered no time is told. */
static void
test_not_announced (TestQuiz *f, gconstpointer data)
{
  g_autofree char *text = test_quiz_option_text (f, 1);

  test_quiz_press (f, GDK_KEY_1, 0);
  gtk_widget_grab_focus (test_quiz_option (f, 1));
  pass (f, 10000);
  test_quiz_act (f, "quiz.check");
  g_assert_true (test_quiz_button (f, text) == test_quiz_option (f, 1));
}

/* Time that is up takes the focus from nobody who is elsewhere. */
static void
test_elsewhere (TestQuiz *f, gconstpointer data)
{
  gtk_widget_grab_focus (f->entry);
  pass (f, 20000);
  wait_for_verdict (f, "Time is up.");
  g_assert_true (
      gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (f->window)),
                              f->entry));
}

/* A quiz at its end needs no clock. */
static void
test_end (TestQuiz *f, gconstpointer data)
{
  for (guint i = 0; i < TEST_QUIZ_N_QUESTIONS; i++)
    {
      test_quiz_answer (f, TRUE);
      test_quiz_act (f, "quiz.next");
    }
  g_assert_true (test_quiz_has_label (f, "7 of 7 right"));
  g_assert_false (starling_test_is_shown (find_clock (f), f->window));
  pass (f, 60000);
  test_quiz_set_shown (f, FALSE);
  test_quiz_set_shown (f, TRUE);
  g_assert_true (test_quiz_has_label (f, "7 of 7 right"));
}

/* Without a limit a question takes as long as it takes. */
static void
test_untimed (TestQuiz *f, gconstpointer data)
{
  g_autoptr (GPtrArray) events = NULL;

  set_timed (FALSE);
  pass (f, 3600000);
  test_quiz_answer (f, TRUE);
  g_assert_true (test_quiz_has_label (f, "1 right"));
  g_assert_false (has_clock (f));
  events = test_quiz_read_events (f);
  g_assert_cmpint (last_event (events)->ms, ==, 3600000);
}

#define ADD(name, func)                                                        \
  g_test_add ("/quiz-timer/" name, TestQuiz, TEST_QUIZ_SCOPE, set_up, func,    \
              test_quiz_tear_down)

int
main (int argc, char *argv[])
{
  starling_test_init (&argc, &argv);

  ADD ("shown", test_shown);
  ADD ("up", test_up);
  ADD ("up-chosen", test_up_chosen);
  ADD ("late", test_late);
  ADD ("away", test_away);
  ADD ("setup", test_setup);
  ADD ("sleep", test_sleep);
  ADD ("switch", test_switch);
  ADD ("announced", test_announced);
  ADD ("not-announced", test_not_announced);
  ADD ("elsewhere", test_elsewhere);
  ADD ("end", test_end);
  ADD ("untimed", test_untimed);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "loop-fixture.h"
#include "pages/rehearse/loop/break.h"
#include "pages/rehearse/loop/setup.h"
#include "settings.h"
#include "support.h"

#include <string.h>

#define MANY GUINT_TO_POINTER (10)
#define FEW GUINT_TO_POINTER (2)
#define NONE GUINT_TO_POINTER (0)

/* The deal stays until it is dealt again, and follows what is wanted. */
static void
test_deal (TestLoop *f, gconstpointer data)
{
  StarlingLoopRequest request = test_loop_make_request (4, 2, 2);
  g_autoptr (StarlingEvent) goal = starling_event_new (STARLING_EVENT_GOAL);
  g_autofree char *first = NULL;
  g_autofree char *same = NULL;
  g_autofree char *other = NULL;
  const StarlingLoopPlan *plan = starling_rehearse_loop_get_plan (f->loop);

  starling_rehearse_loop_deal (f->loop, &request, TRUE);
  first = test_loop_dump_plan (f);
  starling_rehearse_loop_deal (f->loop, &request, TRUE);
  same = test_loop_dump_plan (f);
  g_assert_cmpstr (same, ==, first);
  g_assert_cmpuint (plan->n_questions, ==, 8);
  starling_rehearse_loop_deal_again (f->loop);
  other = test_loop_dump_plan (f);
  g_assert_cmpstr (other, !=, first);

  request = test_loop_make_request (4, 1, 1);
  request.principle = 9;
  goal->principles = g_strsplit ("ownership", " ", -1);
  test_loop_record (f, goal);
  for (guint i = 0; i < 20; i++)
    {
      StarlingPrincipleSet dealt = 0;

      request.seed = i; /* does not count */
      starling_rehearse_loop_deal (f->loop, &request, TRUE);
      starling_rehearse_loop_deal_again (f->loop);
      for (guint j = 0; j < plan->n_interviews; j++)
        dealt |= STARLING_PRINCIPLE_BIT (plan->interviews[j].principles[0]);
      g_assert_cmpuint (dealt & STARLING_PRINCIPLE_BIT (9), !=, 0);
      g_assert_cmpuint (dealt & STARLING_PRINCIPLE_BIT (1), !=, 0);
    }
}

/* Only own stories, or all. */
static void
test_own (TestLoop *f, gconstpointer data)
{
  StarlingLoopRequest request = test_loop_make_request (4, 1, 1);

  starling_rehearse_loop_deal (f->loop, &request, TRUE);
  g_assert_cmpuint (starling_rehearse_loop_get_plan (f->loop)->n_questions, ==,
                    0);
  g_assert_false (starling_rehearse_loop_start (f->loop));
  g_assert_null (starling_rehearse_loop_get_open (f->loop));
  g_assert_false (starling_rehearse_loop_end (f->loop));
  starling_rehearse_loop_deal (f->loop, &request, FALSE);
  g_assert_cmpuint (starling_rehearse_loop_get_plan (f->loop)->n_questions, ==,
                    3);
}

/* From the first question to the last one. */
static void
test_run (TestLoop *f, gconstpointer data)
{
  StarlingLoopRequest request = test_loop_make_request (4, 2, 2);
  g_autoptr (GHashTable) told
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *id = NULL;
  g_autofree char *last = NULL;
  StarlingRehearseLoopNext next;
  g_autoptr (StarlingLoopRecord) record = NULL;

  g_assert_false (starling_rehearse_loop_get_next (f->loop, &next));
  id = test_loop_start (f, &request);
  g_assert_cmpuint (f->n_changed, ==, 1);
  for (guint i = 0; i < 8; i++)
    {
      g_assert_true (starling_rehearse_loop_get_next (f->loop, &next));
      g_assert_cmpstr (next.loop, ==, id);
      g_assert_cmpint (next.level, ==, STARLING_LEVEL_SENIOR);
      g_assert_cmpuint (next.n_interviewers, ==, 4);
      g_assert_cmpuint (next.n_all, ==, 8);
      g_assert_cmpuint (next.n_answered, ==, i);
      g_assert_cmpuint (next.slot, ==, i / 2);
      g_assert_cmpuint (next.place, ==, i % 2);
      g_assert_cmpuint (next.n_places, ==, 2);
      g_assert_cmpint (next.minutes, ==, 30);
      g_assert_cmpint (next.spent_ms, ==, i % 2 * 220000);
      g_assert_true (g_hash_table_add (told, g_strdup (next.scenario)));
      g_free (last);
      last = test_loop_answer (f, 3);
      g_assert_cmpuint (f->n_changed, ==, i + 2);
    }
  g_assert_true (starling_rehearse_loop_get_next (f->loop, &next));
  g_assert_null (next.scenario);

  /* What is undone is asked again. */
  g_assert_true (starling_library_undo (f->library, last));
  g_assert_true (starling_rehearse_loop_get_next (f->loop, &next));
  g_assert_cmpuint (next.n_answered, ==, 7);
  g_assert_nonnull (next.scenario);
  g_free (test_loop_answer (f, 3));
  g_assert_true (starling_rehearse_loop_end (f->loop));
  g_assert_null (starling_rehearse_loop_get_open (f->loop));
  record
      = starling_progress_get_loop (starling_library_get_progress (f->library),
                                    id);
  g_assert_cmpstr (record->end->status, ==, "finished");
  g_assert_true (starling_library_undo (f->library, record->end->id));
  g_assert_cmpstr (starling_rehearse_loop_get_open (f->loop), ==, id);
}

/* A loop that was left goes on after a restart; it can be ended early. */
static void
test_restart (TestLoop *f, gconstpointer data)
{
  StarlingLoopRequest request = test_loop_make_request (5, 1, 1);
  g_autofree char *id = test_loop_start (f, &request);
  g_autofree char *scenario = NULL;
  g_autoptr (StarlingLoopRecord) record = NULL;
  StarlingRehearseLoopNext next;

  g_free (test_loop_answer (f, 3));
  g_assert_true (starling_rehearse_loop_get_next (f->loop, &next));
  scenario = g_strdup (next.scenario);
  test_loop_close (f);
  test_loop_open (f);
  g_assert_true (starling_rehearse_loop_get_next (f->loop, &next));
  g_assert_cmpstr (next.loop, ==, id);
  g_assert_cmpstr (next.scenario, ==, scenario);
  g_assert_cmpuint (next.slot, ==, 1);
  g_assert_true (starling_rehearse_loop_end (f->loop));
  record
      = starling_progress_get_loop (starling_library_get_progress (f->library),
                                    id);
  g_assert_cmpstr (record->end->status, ==, "ended");
  /* What has nothing to do with it changes nothing. */
  f->n_changed = 0;
  g_signal_emit_by_name (f->library, "progress-changed", NULL);
  g_assert_cmpuint (f->n_changed, ==, 0);
}

/* For which principle the story is told, and stories that are gone. */
static void
test_journal (TestLoop *f, gconstpointer data)
{
  static const struct
  {
    const char *principles, *scenarios;
    const char *scenario, *principle; /* expected: NULL: none */
    gboolean angle;
  } cases[] = {
    { "ownership", "ownership-0", "ownership-0", "ownership", FALSE },
    { "ownership", "customer-obsession-1", "customer-obsession-1", "ownership",
      TRUE },
    { "ownership", "ghost,customer-obsession-1", "customer-obsession-1",
      "ownership", TRUE },
    { "ownership,customer-obsession", "ghost,customer-obsession-1",
      "customer-obsession-1", "customer-obsession", FALSE },
    { "not-a-principle", "ownership-0", "ownership-0", NULL, FALSE },
    { "", "ownership-0", "ownership-0", NULL, FALSE },
    { "ownership", "ghost", NULL, NULL, FALSE },
    /* The first principle of the catalogue is one like any other */
    { "customer-obsession", "webhook-drops", "webhook-drops",
      "customer-obsession", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StarlingEvent) event
          = starling_event_new (STARLING_EVENT_LOOP);
      int principle = -1;
      StarlingRehearseLoopNext next;

      if (cases[i].principle != NULL)
        principle = starling_catalogue_find_principle (
            starling_library_get_catalogue (f->library), cases[i].principle);
      event->slots = g_ptr_array_new_with_free_func (
          (GDestroyNotify) starling_loop_slot_free);
      g_ptr_array_add (event->slots, test_loop_make_slot (cases[i].principles,
                                                          cases[i].scenarios));
      test_loop_record (f, event);
      g_assert_true (starling_rehearse_loop_get_next (f->loop, &next));
      g_assert_cmpstr (next.scenario, ==, cases[i].scenario);
      g_assert_cmpint (next.principle, ==, principle);
      g_assert_cmpint (next.angle, ==,
                       cases[i].angle ? principle : STARLING_AS_TOLD);
      g_assert_cmpint (next.minutes, ==, 0);
      g_assert_cmpint (next.level, ==, STARLING_LEVEL_SDE2);
      g_assert_cmpuint (next.n_all, ==, cases[i].scenario != NULL ? 1 : 0);
    }
}

static void
failed_cb (StarlingRehearseLoop *loop, const char *message, char **out)
{
  g_free (*out);
  *out = g_strdup (message);
}

static gboolean
is_set (gpointer data)
{
  return *(char **) data != NULL;
}

/* What the journal refuses is said, and nothing is open. */
static void
test_failed (TestLoop *f, gconstpointer data)
{
  StarlingLoopRequest request = test_loop_make_request (4, 1, 1);
  g_autofree char *message = NULL;

  g_signal_connect (f->loop, "failed", G_CALLBACK (failed_cb), &message);
  request.minutes = 5000;
  starling_rehearse_loop_deal (f->loop, &request, TRUE);
  g_assert_true (starling_rehearse_loop_start (f->loop));
  g_assert_null (starling_rehearse_loop_get_open (f->loop));
  starling_test_run_until (is_set, &message);
  g_assert_nonnull (strstr (message, "minutes"));
  g_signal_handlers_disconnect_by_data (f->loop, &message);
}

/* Actions of the page, and what was asked of them last. */
static void
activate_cb (GSimpleAction *action, GVariant *parameter, GString *log)
{
  g_string_append_printf (log, "%s(%s) ", g_action_get_name (G_ACTION (action)),
                          parameter != NULL
                              ? g_variant_get_string (parameter, NULL)
                              : "");
}

static GtkWidget *
present (GtkWidget *view, int width, int height, GString *log)
{
  static const char *const names[]
      = { "start", "loop-start", "loop-close", "loop-end", "loop-show" };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GSimpleAction) action
          = g_simple_action_new (names[i], g_str_equal (names[i], "loop-show")
                                               ? G_VARIANT_TYPE_STRING
                                               : NULL);

      g_signal_connect (action, "activate", G_CALLBACK (activate_cb), log);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  gtk_widget_insert_action_group (view, "rehearse", G_ACTION_GROUP (group));
  return starling_test_present (view, width, height);
}

/* A button by its label or its accessible name. */
static GtkWidget *
get_button (GtkWidget *root, const char *name)
{
  GtkWidget *widget = starling_test_find_named (root, GTK_TYPE_BUTTON, name);

  if (widget == NULL)
    {
      widget = starling_test_find_label (root, name);
      widget = widget != NULL
                   ? gtk_widget_get_ancestor (widget, GTK_TYPE_BUTTON)
                   : NULL;
    }
  if (widget == NULL || !starling_test_is_shown (widget, root))
    g_error ("There is no button “%s”", name);
  return widget;
}

static void
click (GtkWidget *root, const char *name)
{
  g_signal_emit_by_name (get_button (root, name), "clicked");
}

static gboolean
shows (GtkWidget *root, const char *text)
{
  return starling_test_is_shown (starling_test_find_label (root, text), root);
}

/* Whether any label of @root contains @text. */
static gboolean
mentions (GtkWidget *root, const char *text)
{
  if (GTK_IS_LABEL (root)
      && strstr (gtk_label_get_label (GTK_LABEL (root)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (mentions (child, text))
      return TRUE;
  return FALSE;
}

static void
test_setup (TestLoop *f, gconstpointer data)
{
  GtkWidget *view = g_object_new (STARLING_TYPE_REHEARSE_LOOP_SETUP, NULL);
  StarlingRehearseLoopSetup *setup = STARLING_REHEARSE_LOOP_SETUP (view);
  g_autoptr (GString) log = g_string_new (NULL);
  GSettings *settings = starling_settings_get ();
  GtkWidget *window = NULL;
  const StarlingLoopPlan *plan = starling_rehearse_loop_get_plan (f->loop);

  starling_rehearse_loop_setup_update (setup, f->loop, STARLING_LEVEL_SDE1, 3,
                                       TRUE);
  window = present (view, 800, 700, log);
  g_assert_cmpuint (plan->n_questions, ==, 8);
  g_assert_false (gtk_widget_get_sensitive (get_button (view, "1 question")));
  g_assert_cmpint (starling_rehearse_loop_get_request (f->loop)->level, ==,
                   STARLING_LEVEL_SDE1);
  g_assert_cmpint (starling_rehearse_loop_get_request (f->loop)->principle, ==,
                   3);
  g_assert_true (mentions (view, "SDE 1"));
  g_assert_true (shows (view, "8 questions in 2 h"));
  g_assert_true (shows (view, "Interviewer 4"));
  g_assert_false (shows (view, "Interviewer 5"));
  /* Never a story, nor its question */
  g_assert_false (mentions (view, "Tale"));
  g_assert_false (mentions (view, "Why"));

  /* Choices are settings, and deal at once. */
  click (view, "5 interviewers");
  click (view, "3 questions");
  g_assert_cmpint (g_settings_get_int (settings, "loop-interviewers"), ==, 5);
  g_assert_cmpint (g_settings_get_int (settings, "loop-questions"), ==, 3);
  g_assert_true (shows (view, "15 questions in 2 h 30 min"));
  g_assert_true (shows (view, "Interviewer 5"));
  gtk_spin_button_set_value (
      GTK_SPIN_BUTTON (starling_test_find (view, GTK_TYPE_SPIN_BUTTON, 0)), 10);
  g_assert_true (shows (view, "15 questions in 50 min"));
  g_settings_set_int (settings, "loop-minutes", 12);
  g_assert_true (shows (view, "15 questions in 1 h"));

  /* No fewer questions than principles */
  g_assert_false (gtk_widget_get_sensitive (get_button (view, "1 question")));
  click (view, "1 principle");
  g_assert_true (gtk_widget_get_sensitive (get_button (view, "1 question")));
  click (view, "1 question");
  g_assert_cmpint (g_settings_get_int (settings, "loop-questions"), ==, 1);
  click (view, "2 principles");
  g_assert_cmpint (g_settings_get_int (settings, "loop-questions"), ==, 2);
  g_assert_false (gtk_widget_get_sensitive (get_button (view, "1 question")));
  g_assert_false (gtk_toggle_button_get_active (
      GTK_TOGGLE_BUTTON (get_button (view, "1 question"))));
  g_assert_true (gtk_toggle_button_get_active (
      GTK_TOGGLE_BUTTON (get_button (view, "2 questions"))));
  g_assert_cmpuint (plan->n_questions, ==, 10);
  g_assert_false (shows (view, "Earlier loops"));

  starling_rehearse_loop_setup_take_focus (setup);
  click (view, "Start loop");
  click (view, "Back");
  g_assert_cmpstr (log->str, ==, "loop-start() loop-close() ");
  test_loop_destroy (window, view);
}

static void
test_deal_again (TestLoop *f, gconstpointer data)
{
  GtkWidget *view = g_object_new (STARLING_TYPE_REHEARSE_LOOP_SETUP, NULL);
  g_autoptr (GString) log = g_string_new (NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  GtkWidget *window = NULL;

  starling_rehearse_loop_setup_update (STARLING_REHEARSE_LOOP_SETUP (view),
                                       f->loop, STARLING_LEVEL_SDE2, -1, TRUE);
  window = present (view, 360, 640, log);
  before = test_loop_dump_plan (f);
  click (view, "Deal again");
  after = test_loop_dump_plan (f);
  g_assert_cmpstr (before, !=, after);
  test_loop_destroy (window, view);
}

/* Too few stories: that is said, and the loop goes with what there is. */
static void
test_few (TestLoop *f, gconstpointer data)
{
  GtkWidget *view = g_object_new (STARLING_TYPE_REHEARSE_LOOP_SETUP, NULL);
  StarlingRehearseLoopSetup *setup = STARLING_REHEARSE_LOOP_SETUP (view);
  g_autoptr (GString) log = g_string_new (NULL);
  GtkWidget *window = NULL;

  starling_rehearse_loop_setup_update (setup, f->loop, STARLING_LEVEL_SDE2, 9,
                                       TRUE);
  window = present (view, 800, 700, log);
  if (data == NONE)
    {
      g_assert_true (
          shows (view, "You have no story of your own to tell yet."));
      g_assert_false (
          gtk_widget_get_sensitive (get_button (view, "Start loop")));
      g_assert_false (shows (view, "Deal again"));
      /* With all stories there is a loop. */
      starling_rehearse_loop_setup_update (setup, f->loop, STARLING_LEVEL_SDE2,
                                           -1, FALSE);
      g_assert_true (mentions (view, "There are 3 stories for 8 questions."));
    }
  else
    {
      g_assert_true (mentions (view, "There are 4 stories for 8 questions."));
      g_assert_true (mentions (view, "None is left for Frugality."));
      g_assert_true (mentions (view, "The loop goes with what there is."));
    }
  g_assert_true (gtk_widget_get_sensitive (get_button (view, "Start loop")));
  click (view, "Start loop");
  g_assert_cmpstr (log->str, ==, "loop-start() ");
  test_loop_destroy (window, view);
}

/* Earlier loops, the newest first. */
static void
test_earlier (TestLoop *f, gconstpointer data)
{
  StarlingLoopRequest request = test_loop_make_request (4, 1, 1);
  GtkWidget *view = g_object_new (STARLING_TYPE_REHEARSE_LOOP_SETUP, NULL);
  StarlingClock *clock = starling_library_get_clock (f->library);
  g_autoptr (GString) log = g_string_new (NULL);
  g_autofree char *expected = NULL;
  g_autofree char *first = test_loop_start (f, &request);
  g_autofree char *second = NULL;
  GtkWidget *window = NULL;

  for (guint i = 0; i < 4; i++)
    g_free (test_loop_answer (f, 4));
  starling_rehearse_loop_end (f->loop);
  starling_clock_advance (clock, 26 * 3600 * 1000);
  request.level = STARLING_LEVEL_SDE2;
  second = test_loop_start (f, &request);
  starling_rehearse_loop_setup_update (STARLING_REHEARSE_LOOP_SETUP (view),
                                       f->loop, STARLING_LEVEL_SDE2, -1, TRUE);
  window = present (view, 800, 900, log);
  g_assert_true (shows (view, "Earlier loops"));
  click (view, "24 November, 11:00 · SDE 2 · Still open");
  click (view, "23 November, 09:00 · Senior SDE · Inclined");
  expected = g_strdup_printf ("loop-show(%s) loop-show(%s) ", second, first);
  g_assert_cmpstr (log->str, ==, expected);
  test_loop_destroy (window, view);
}

/* What stands before a question: never the question, nor its story. */
static void
test_break (void)
{
  static const struct
  {
    guint slot, place;
    int minutes;
    gint64 spent_ms;
    const char *heading, *below, *time, *caption;
  } cases[] = {
    { 0, 0, 30, 0, "Interviewer 1 of 4", "Question 1 of 2", "30:00",
      "left of 30 min with this interviewer" },
    { 0, 1, 30, 220499, "Interviewer 1 of 4", "Question 2 of 2", "26:20",
      "left of 30 min with this interviewer" },
    { 1, 0, 30, 0, "Break", "Interviewer 2 of 4 · Question 1 of 2", "30:00",
      "left of 30 min with this interviewer" },
    { 3, 1, 5, 300000, "Interviewer 4 of 4", "Question 2 of 2", "0:00",
      "left of 5 min with this interviewer" },
    { 3, 1, 5, 361000, "Interviewer 4 of 4", "Question 2 of 2", "+1:01",
      "over the 5 min with this interviewer" },
    { 3, 1, 0, 361000, "Interviewer 4 of 4", "Question 2 of 2", NULL, NULL },
  };
  GtkWidget *view = g_object_new (STARLING_TYPE_REHEARSE_LOOP_BREAK, NULL);
  StarlingRehearseLoopBreak *pause = STARLING_REHEARSE_LOOP_BREAK (view);
  g_autoptr (GString) log = g_string_new (NULL);
  GtkWidget *window = present (view, 360, 480, log);
  StarlingRehearseLoopNext next = { .loop = "l",
                                    .level = STARLING_LEVEL_SENIOR,
                                    .n_interviewers = 4,
                                    .n_all = 8,
                                    .n_answered = 3,
                                    .scenario = "s",
                                    .n_places = 2 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      next.slot = cases[i].slot;
      next.place = cases[i].place;
      next.minutes = cases[i].minutes;
      next.spent_ms = cases[i].spent_ms;
      starling_rehearse_loop_break_update (pause, &next);
      g_assert_true (shows (view, "Mock loop · Senior SDE"));
      g_assert_true (shows (view, "3 of 8 answered"));
      g_assert_true (shows (view, cases[i].heading));
      g_assert_true (shows (view, cases[i].below));
      g_assert_cmpint (mentions (view, "after a restart"), ==,
                       g_str_equal (cases[i].heading, "Break"));
      if (cases[i].time != NULL)
        {
          g_assert_true (shows (view, cases[i].time));
          g_assert_true (shows (view, cases[i].caption));
        }
    }
  g_assert_false (shows (view, "+1:01"));
  starling_rehearse_loop_break_take_focus (pause);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window))
                 == get_button (view, "Start"));
  gtk_test_accessible_assert_property (get_button (view, "Start"),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Interviewer 4 of 4 · Question 2 of 2");
  click (view, "Start");
  click (view, "End the loop");
  g_assert_cmpstr (log->str, ==, "start() loop-end() ");

  next.scenario = NULL;
  starling_rehearse_loop_break_update (pause, &next);
  g_assert_true (shows (view, "No question is left"));
  g_assert_false (shows (view, "Start"));
  starling_rehearse_loop_break_take_focus (pause);
  test_loop_destroy (window, view);
}

static void
add (const char *path,
     gconstpointer n_principles,
     void (*func) (TestLoop *, gconstpointer))
{
  g_test_add (path, TestLoop, n_principles, test_loop_set_up, func,
              test_loop_tear_down);
}

int
main (int argc, char *argv[])
{
  starling_test_init (&argc, &argv);

  add ("/rehearse-loop/deal", MANY, test_deal);
  add ("/rehearse-loop/own", NONE, test_own);
  add ("/rehearse-loop/run", MANY, test_run);
  add ("/rehearse-loop/restart", MANY, test_restart);
  add ("/rehearse-loop/journal", MANY, test_journal);
  add ("/rehearse-loop/failed", MANY, test_failed);
  add ("/rehearse-loop/setup", MANY, test_setup);
  add ("/rehearse-loop/setup/deal-again", MANY, test_deal_again);
  add ("/rehearse-loop/setup/few", FEW, test_few);
  add ("/rehearse-loop/setup/none", NONE, test_few);
  add ("/rehearse-loop/setup/earlier", MANY, test_earlier);
  g_test_add_func ("/rehearse-loop/break", test_break);

  return g_test_run ();
}

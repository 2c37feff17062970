/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "loop-fixture.h"
#include "pages/rehearse/loop/answers.h"
#include "pages/rehearse/loop/debrief.h"
#include "pages/rehearse/loop/words.h"
#include "support.h"
#include "widgets/mean-bar.h"

#include <string.h>

#define MANY GUINT_TO_POINTER (10)

static gboolean
shows (GtkWidget *root, const char *text)
{
  return starling_test_is_shown (starling_test_find_label (root, text), root);
}

static guint
count_labels (GtkWidget *root, const char *text)
{
  guint n
      = GTK_IS_LABEL (root)
                && g_str_equal (gtk_label_get_label (GTK_LABEL (root)), text)
            ? 1
            : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_labels (child, text);
  return n;
}

static GtkWidget *
new_debrief (TestLoop *f, const char *loop)
{
  GtkWidget *view = g_object_new (STARLING_TYPE_REHEARSE_LOOP_DEBRIEF, NULL);

  g_assert_true (starling_rehearse_loop_debrief_update (
      STARLING_REHEARSE_LOOP_DEBRIEF (view), f->library, loop));
  return view;
}

/* A day with four verdicts, one question left. */
static void
test_debrief (TestLoop *f, gconstpointer data)
{
  StarlingLoopRequest request = test_loop_make_request (4, 1, 2);
  static const int ratings[] = { 4, 4, 3, 2, 1, 1, 0 };
  g_autofree char *id = test_loop_start (f, &request);
  g_autofree char *end = NULL;
  GtkWidget *view, *window;

  for (guint i = 0; i < G_N_ELEMENTS (ratings); i++)
    {
      g_autoptr (StarlingEvent) take = test_loop_make_take (f, ratings[i]);

      if (i == 2)
        take->note = g_strdup ("Shorter & <slower>.");
      test_loop_record (f, take);
    }
  end = starling_rehearse_loop_end (f->loop);
  g_assert_nonnull (end);
  view = new_debrief (f, id);
  window = starling_test_present (view, 800, 900);

  g_assert_true (shows (view, "Mock loop · 23 November, 09:00 · Senior SDE"));
  g_assert_true (shows (view, "Ended early"));
  g_assert_true (shows (view, "Practice verdict: mixed"));
  /* Of six answers, each rated twice: 30 of 12 */
  g_assert_true (shows (view, "2.5"));
  g_assert_true (shows (view, "7 of 8"));
  g_assert_true (shows (view, "21:00"));
  g_assert_true (shows (view, "of 20:25 for the stories"));

  g_assert_nonnull (
      starling_test_find_named (view, GTK_TYPE_BOX, "Interviewer 1: Inclined"));
  g_assert_nonnull (
      starling_test_find_named (view, GTK_TYPE_BOX, "Interviewer 2: Mixed"));
  g_assert_nonnull (starling_test_find_named (view, GTK_TYPE_BOX,
                                              "Interviewer 3: Not inclined"));
  g_assert_nonnull (starling_test_find_named (view, GTK_TYPE_BOX,
                                              "Interviewer 4: Not rated"));
  g_assert_cmpuint (count_labels (view, "3:00 of 2:55"), ==, 7);
  g_assert_cmpuint (count_labels (view, "Not answered"), ==, 1);
  g_assert_cmpuint (count_labels (view, "Which part was yours?"), ==, 7);
  g_assert_cmpuint (count_labels (view, "Strong · 0:40"), ==, 2);
  g_assert_cmpuint (count_labels (view, "Not rated · 0:40"), ==, 1);
  g_assert_cmpuint (count_labels (view, "Ownership 4"), ==, 2);
  g_assert_true (shows (view, "Shorter & <slower>."));
  /* One principle each: nobody has to be told which */
  g_assert_cmpuint (starling_test_count (view, STARLING_TYPE_MEAN_BAR), ==, 4);
  test_loop_destroy (window, view);
}

/* Each principle is a plot that says in words what it shows. */
static void
test_principles (TestLoop *f, gconstpointer data)
{
  StarlingLoopRequest request = test_loop_make_request (4, 1, 1);
  g_autofree char *id = test_loop_start (f, &request);
  g_autofree char *name = NULL;
  StarlingRehearseLoopNext next;
  GtkWidget *view, *window, *bar;

  g_assert_true (starling_rehearse_loop_get_next (f->loop, &next));
  name = g_strdup_printf ("%s: mean 2.0 of 4. Not inclined",
                          starling_catalogue_get_principle (
                              starling_library_get_catalogue (f->library),
                              (guint) next.principle)
                              ->name);
  g_free (test_loop_answer (f, 2));
  view = new_debrief (f, id);
  window = starling_test_present (view, 360, 640);
  g_assert_true (shows (view, "Still open"));
  bar = starling_test_find_named (view, STARLING_TYPE_MEAN_BAR, name);
  g_assert_nonnull (bar);
  gtk_test_accessible_assert_role (bar, GTK_ACCESSIBLE_ROLE_IMG);
  /* It is narrow, but wide enough to be seen. */
  g_assert_cmpint (gtk_widget_get_width (bar), >=, 60);
  g_assert_cmpint (gtk_widget_get_width (view), ==, 360);
  test_loop_destroy (window, view);
}

/* What could not be asked does not make a day end early. */
static void
test_gone (TestLoop *f, gconstpointer data)
{
  static const struct
  {
    const char *status, *expected;
  } cases[] = {
    { "finished", "Finished" },
    { "ended", "Ended early" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StarlingEvent) loop = starling_event_new (STARLING_EVENT_LOOP);
      g_autoptr (StarlingEvent) end
          = starling_event_new (STARLING_EVENT_LOOP_END);
      StarlingLoopSlot *slot = g_new0 (StarlingLoopSlot, 1);
      GtkWidget *view, *window;

      slot->scenarios = g_strsplit ("ghost", ",", -1);
      loop->slots = g_ptr_array_new_with_free_func (
          (GDestroyNotify) starling_loop_slot_free);
      g_ptr_array_add (loop->slots, slot);
      test_loop_record (f, loop);
      end->loop = g_strdup (loop->id);
      end->status = g_strdup (cases[i].status);
      test_loop_record (f, end);
      view = new_debrief (f, loop->id);
      window = starling_test_present (view, 800, 600);
      g_assert_true (shows (view, cases[i].expected));
      g_assert_true (shows (view, "Not answered"));
      test_loop_destroy (window, view);
    }
}

/* Stories that are gone, takes that lack all that may be lacking. */
static void
test_bare (TestLoop *f, gconstpointer data)
{
  g_autoptr (StarlingEvent) loop = starling_event_new (STARLING_EVENT_LOOP);
  g_autoptr (StarlingEvent) take
      = starling_event_new (STARLING_EVENT_REHEARSAL);
  StarlingLoopSlot *slot = g_new0 (StarlingLoopSlot, 1);
  GtkWidget *view, *window;

  slot->scenarios = g_strsplit ("ghost", ",", -1);
  loop->slots = g_ptr_array_new_with_free_func (
      (GDestroyNotify) starling_loop_slot_free);
  g_ptr_array_add (loop->slots, slot);
  g_ptr_array_add (loop->slots, g_new0 (StarlingLoopSlot, 1));
  test_loop_record (f, loop);
  take->scenario = g_strdup ("ghost");
  take->loop = g_strdup (loop->id);
  take->slot = 0;
  test_loop_record (f, take);
  view = new_debrief (f, loop->id);
  window = starling_test_present (view, 800, 600);
  g_assert_true (shows (view, "No practice verdict yet"));
  g_assert_true (shows (view, "A story that is gone"));
  g_assert_true (shows (view, "Mock loop · 23 November, 09:00"));
  g_assert_true (shows (view, "Finished"));
  g_assert_true (shows (view, "0:00"));
  g_assert_false (shows (view, "Principles"));
  g_assert_false (shows (view, "Interviewer 2"));
  g_assert_false (starling_rehearse_loop_debrief_update (
      STARLING_REHEARSE_LOOP_DEBRIEF (view), f->library, "no-such-loop"));
  test_loop_destroy (window, view);
}

/* The focus goes to Close, which tells the verdict. */
static void
test_focus (TestLoop *f, gconstpointer data)
{
  StarlingLoopRequest request = test_loop_make_request (4, 1, 1);
  g_autofree char *id = test_loop_start (f, &request);
  GtkWidget *view, *window, *close;
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("loop-close", NULL);

  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  view = new_debrief (f, id);
  gtk_widget_insert_action_group (view, "rehearse", G_ACTION_GROUP (group));
  window = starling_test_present (view, 800, 600);
  starling_rehearse_loop_debrief_take_focus (
      STARLING_REHEARSE_LOOP_DEBRIEF (view));
  close = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (GTK_IS_BUTTON (close));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (close)), ==, "Close");
  gtk_test_accessible_assert_property (close,
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "No practice verdict yet");
  test_loop_destroy (window, view);
}

/* Four interviewers, a principle each, their means in tenths. */
static void
test_day (TestLoop *f, gconstpointer data)
{
  static const struct
  {
    guint tenths[4]; /* 0: nothing was rated */
    const char *expected;
  } cases[] = {
    { { 0, 0, 0, 0 },
      "Nothing was rated. Rate your answers after each, and the next loop has "
      "a verdict." },
    { { 30, 30, 30, 30 }, "4 of 4 interviewers are inclined." },
    { { 30, 40, 29, 24 },
      "2 of 4 interviewers are inclined. Look first at interviewer 4 (2.4) and "
      "at Are Right, A Lot (2.4)." },
    { { 24, 40, 40, 40 },
      "3 of 4 interviewers are inclined. Look first at interviewer 1 (2.4) and "
      "at Customer Obsession (2.4)." },
    { { 0, 20, 0, 0 }, "0 of 1 interviewer with a rated answer is inclined." },
    { { 40, 20, 0, 0 },
      "1 of 2 interviewers with a rated answer are inclined. Look first at "
      "interviewer 2 (2.0) and at Ownership (2.0)." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StarlingLoopAnswer answers[4] = { 0 };
      g_autoptr (StarlingLoopDebrief) debrief = NULL;
      g_autofree char *text = NULL;

      for (guint j = 0; j < 4; j++)
        answers[j] = (StarlingLoopAnswer){
          .interview = j,
          .principle = (int) j,
          .answered = TRUE,
          .n_ratings = cases[i].tenths[j] > 0 ? 10 : 0,
          .ratings = cases[i].tenths[j],
        };
      debrief = starling_loop_debrief_new (answers, 4, 4);
      text = starling_rehearse_format_day (debrief,
                                           starling_library_get_catalogue (
                                               f->library));
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_shortage (TestLoop *f, gconstpointer data)
{
  static const struct
  {
    guint n_questions, n_wanted;
    StarlingPrincipleSet without, too_few;
    gboolean own;
    const char *expected;
  } cases[] = {
    { 8, 8, 0, 0, FALSE, NULL },
    { 0, 8, 0, 0, TRUE, "You have no story of your own to tell yet." },
    { 0, 8, 1, 0, FALSE, "There is no story to tell yet." },
    { 1, 8, 0, 0, FALSE,
      "There is 1 story for 8 questions. The loop goes with what there is." },
    { 3, 8, 1, 0, FALSE,
      "There are 3 stories for 8 questions. None is left for Customer "
      "Obsession. The loop goes with what there is." },
    { 3, 8, 1, 6, TRUE,
      "There are 3 stories for 8 questions. None is left for Customer "
      "Obsession. There are too few for Ownership\u00a0· Invent and Simplify. "
      "The loop goes with what there is." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StarlingLoopPlan plan = { .n_questions = cases[i].n_questions,
                                .n_wanted = cases[i].n_wanted,
                                .without = cases[i].without,
                                .too_few = cases[i].too_few };
      g_autofree char *text = starling_rehearse_format_shortage (
          starling_library_get_catalogue (f->library), &plan, cases[i].own);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
add (const char *path, void (*func) (TestLoop *, gconstpointer))
{
  g_test_add (path, TestLoop, MANY, test_loop_set_up, func,
              test_loop_tear_down);
}

int
main (int argc, char *argv[])
{
  starling_test_init (&argc, &argv);

  add ("/rehearse-loop-debrief/debrief", test_debrief);
  add ("/rehearse-loop-debrief/principles", test_principles);
  add ("/rehearse-loop-debrief/bare", test_bare);
  add ("/rehearse-loop-debrief/gone", test_gone);
  add ("/rehearse-loop-debrief/focus", test_focus);
  add ("/rehearse-loop-debrief/day", test_day);
  add ("/rehearse-loop-debrief/shortage", test_shortage);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cards-support.h"
#include "pages/study/story.h"
#include "pages/study/walkthrough.h"
#include "support.h"
#include "widgets/fold.h"
#include "widgets/passage-row.h"
#include "widgets/probe-answers.h"
#include "widgets/step-card.h"
#include "window.h"

/* The window's way into a story: win.show-place. */

#define SCENARIO "webhook-drops"
#define DEPTH 9 /* px from the upper edge to the place */

typedef struct
{
  GtkWidget *window;
  StarlingSession *session;
} Fixture;

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_get_height (widget) > 0;
}

static void
open_window (Fixture *fixture, StarlingLibrary *library)
{
  fixture->window = GTK_WIDGET (starling_window_new (NULL, library));
  fixture->session
      = starling_window_get_session (STARLING_WINDOW (fixture->window));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 720);
}

static void
present (Fixture *fixture)
{
  gtk_window_present (GTK_WINDOW (fixture->window));
  starling_test_run_until (is_mapped, fixture->window);
  starling_test_run_frames (fixture->window, 2);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StarlingLibrary) library = starling_test_library_new ();

  open_window (fixture, library);
  present (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  StarlingSession *session = g_object_ref (fixture->session);

  g_object_ref (fixture->window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->window);
  starling_test_drop_session (session);
}

static void
show_place (Fixture *fixture,
            const char *scenario,
            const char *step,
            const char *probe)
{
  g_assert_true (gtk_widget_activate_action (fixture->window, "win.show-place",
                                             "(sss)", scenario, step, probe));
}

static GtkWidget *
get_story (Fixture *fixture)
{
  return starling_test_find (fixture->window, STARLING_TYPE_STUDY_STORY, 0);
}

static GtkWidget *
get_card (Fixture *fixture, guint step)
{
  return starling_test_find (get_story (fixture), STARLING_TYPE_STEP_CARD,
                             step);
}

static GtkAdjustment *
get_adjustment (Fixture *fixture)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (
      starling_test_find (get_story (fixture), GTK_TYPE_SCROLLED_WINDOW, 0)));
}

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_window_get_focus (GTK_WINDOW (fixture->window));
}

/* The widget is at the upper edge, or as high as it can be. */
static void
assert_at_top (Fixture *fixture, GtkWidget *widget)
{
  GtkAdjustment *adjustment = get_adjustment (fixture);
  double end = gtk_adjustment_get_upper (adjustment)
               - gtk_adjustment_get_page_size (adjustment);
  graphene_rect_t bounds;

  g_assert_true (
      gtk_widget_compute_bounds (widget, get_story (fixture), &bounds));
  if (gtk_adjustment_get_value (adjustment) < end)
    g_assert_cmpfloat_with_epsilon (bounds.origin.y, DEPTH, 1);
  else
    g_assert_cmpfloat (bounds.origin.y, >=, DEPTH - 1);
  g_assert_cmpfloat (bounds.origin.y, <,
                     gtk_widget_get_height (get_story (fixture)) / 2.0);
}

static void
assert_open (Fixture *fixture)
{
  g_assert_cmpint (starling_session_get_mode (fixture->session), ==,
                   STARLING_MODE_STUDY);
  g_assert_cmpint (starling_session_get_study_view (fixture->session), ==,
                   STARLING_VIEW_WALKTHROUGH);
  g_assert_cmpstr (starling_session_get_scope (fixture->session), ==,
                   "scenario:" SCENARIO);
  g_assert_true (gtk_widget_get_mapped (get_story (fixture)));
}

/* All that is said in the step, as assistive technology gets it. */
static char *
join_sentences (GtkWidget *card)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < starling_test_count (card, STARLING_TYPE_PASSAGE_ROW);
       i++)
    g_string_append_printf (
        text, "%s%s", i > 0 ? " " : "",
        starling_passage_row_get_text (STARLING_PASSAGE_ROW (
            starling_test_find (card, STARLING_TYPE_PASSAGE_ROW, i))));
  return g_string_free (text, FALSE);
}

static void
assert_at_step (Fixture *fixture, guint step)
{
  GtkWidget *card = get_card (fixture, step);
  g_autofree char *text = join_sentences (card);

  assert_open (fixture);
  assert_at_top (fixture, card);
  g_assert_true (get_focus (fixture) == card);
  gtk_test_accessible_assert_property (card,
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       text);
  g_assert_true (gtk_widget_has_css_class (card, "marked"));
}

static GtkWidget *
get_probe (Fixture *fixture, guint index)
{
  StarlingScenario *scenario = starling_session_get_scenario (fixture->session);
  const StarlingProbe *probe = g_ptr_array_index (scenario->probes, index);

  return starling_test_find_named (get_story (fixture), GTK_TYPE_EXPANDER,
                                   probe->question);
}

static void
assert_at_probe (Fixture *fixture, guint index)
{
  GtkWidget *expander = get_probe (fixture, index);
  GtkWidget *fold = gtk_widget_get_parent (expander);

  assert_open (fixture);
  assert_at_top (fixture, fold);
  g_assert_true (starling_fold_get_expanded (STARLING_FOLD (fold)));
  g_assert_nonnull (starling_test_find (fold, STARLING_TYPE_PROBE_ANSWERS, 0));
  g_assert_true (get_focus (fixture) == expander);
  g_assert_true (gtk_widget_has_css_class (fold, "marked"));
}

static const struct
{
  const char *name;
  StarlingMode mode;
  StarlingStudyView view;
  const char *scope;
} starts[] = {
  { "today", STARLING_MODE_STUDY, STARLING_VIEW_WALKTHROUGH, "today" },
  { "quiz", STARLING_MODE_QUIZ, STARLING_VIEW_WALKTHROUGH,
    "scenario:" SCENARIO },
  { "quiz-of-all", STARLING_MODE_QUIZ, STARLING_VIEW_WALKTHROUGH, "today" },
  { "flashcards", STARLING_MODE_STUDY, STARLING_VIEW_FLASHCARDS,
    "scenario:" SCENARIO },
  { "quiz-after-flashcards", STARLING_MODE_QUIZ, STARLING_VIEW_FLASHCARDS,
    "principle:insist-on-the-highest-standards" },
  { "story", STARLING_MODE_STUDY, STARLING_VIEW_WALKTHROUGH,
    "scenario:" SCENARIO },
  { "other-story", STARLING_MODE_STUDY, STARLING_VIEW_WALKTHROUGH,
    "scenario:lecture-encoding" },
  { "rehearse", STARLING_MODE_REHEARSE, STARLING_VIEW_WALKTHROUGH,
    "my-stories" },
};

#define STORY_START 5 /* the one in which the story is on screen */

static void
start (Fixture *fixture, guint index)
{
  starling_session_set_study_view (fixture->session, starts[index].view);
  starling_session_set_scope (fixture->session, starts[index].scope);
  starling_session_set_mode (fixture->session, starts[index].mode);
  starling_test_run_frames (fixture->window, 2);
}

/* From anywhere to a step, then to another one of the same story. */
static void
test_step (Fixture *fixture, gconstpointer data)
{
  start (fixture, GPOINTER_TO_UINT (data));
  show_place (fixture, SCENARIO, "action", "");
  starling_test_run_frames (fixture->window, 2);
  assert_at_step (fixture, STARLING_STEP_ACTION);

  show_place (fixture, SCENARIO, "situation", "");
  starling_test_run_frames (fixture->window, 2);
  assert_at_step (fixture, STARLING_STEP_SITUATION);
  g_assert_false (gtk_test_accessible_has_property (
      GTK_ACCESSIBLE (get_card (fixture, STARLING_STEP_ACTION)),
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
}

static void
test_probe (Fixture *fixture, gconstpointer data)
{
  start (fixture, GPOINTER_TO_UINT (data));
  /* the probe goes before the step */
  show_place (fixture, SCENARIO, "task", "why-the-alert");
  starling_test_run_frames (fixture->window, 2);
  assert_at_probe (fixture, 2);
}

/* What the story does not have does no harm. */
static void
test_unknown (Fixture *fixture, gconstpointer data)
{
  static const char *const places[][2] = {
    { "", "" },
    { "climax", "" },
    { "", "no-such-probe" },
  };
  GtkWidget *story;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      starling_session_set_mode (fixture->session, STARLING_MODE_QUIZ);
      starling_test_run_frames (fixture->window, 2);
      show_place (fixture, SCENARIO, places[i][0], places[i][1]);
      starling_test_run_frames (fixture->window, 2);
      assert_open (fixture);
      g_assert_cmpfloat (gtk_adjustment_get_value (get_adjustment (fixture)),
                         ==, 0);
      story = get_story (fixture);
      g_assert_true (gtk_widget_is_ancestor (get_focus (fixture), story));
      for (guint j = 0; j < STARLING_N_STEPS; j++)
        g_assert_false (
            gtk_widget_has_css_class (get_card (fixture, j), "marked"));
    }

  show_place (fixture, SCENARIO, "task", "no-such-probe");
  starling_test_run_frames (fixture->window, 2);
  assert_at_step (fixture, STARLING_STEP_TASK);
}

/* Before the window has ever been on screen. */
static void
test_first (void)
{
  static const int widths[] = { 1100, 700, 360 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (StarlingLibrary) library = starling_test_library_new ();
      Fixture fixture = { 0 };

      open_window (&fixture, library);
      gtk_window_set_default_size (GTK_WINDOW (fixture.window), widths[i], 600);
      show_place (&fixture, SCENARIO, "result", "");
      present (&fixture);
      starling_test_run_frames (fixture.window, 4);
      assert_at_step (&fixture, STARLING_STEP_RESULT);
      show_place (&fixture, SCENARIO, "", "outside-your-code");
      starling_test_run_frames (fixture.window, 4);
      assert_at_probe (&fixture, 1);
      g_clear_object (&library);
      tear_down (&fixture, NULL);
    }
}

static gboolean
has_story (gpointer session)
{
  return starling_session_get_lens (session) != NULL;
}

/* A story that is not there yet is opened at the place when it comes. */
static void
test_late (void)
{
  g_autofree char *folder = starling_test_make_folder ();
  g_autoptr (StarlingClock) clock = starling_clock_new_fake (TEST_NOW, 0);
  StarlingLibrary *library = test_load_stories (folder, clock);
  Fixture fixture = { 0 };
  GtkWidget *expander;

  open_window (&fixture, library);
  present (&fixture);
  show_place (&fixture, "own-story", "", "p");
  starling_test_run_frames (fixture.window, 2);
  g_assert_nonnull (starling_session_get_error (fixture.session));

  test_write_probe (folder, "How?", "So.");
  starling_test_run_until (has_story, fixture.session);
  starling_test_run_frames (fixture.window, 2);
  expander = starling_test_find_named (get_story (&fixture), GTK_TYPE_EXPANDER,
                                       "Why?");
  g_assert_true (gtk_expander_get_expanded (GTK_EXPANDER (expander)));
  g_assert_true (get_focus (&fixture) == expander);
  g_assert_null (starling_session_take_place (fixture.session));
  g_object_unref (library);
  tear_down (&fixture, NULL);
}

static gboolean
is_plain (gpointer widget)
{
  return !gtk_widget_has_css_class (widget, "marked");
}

/* One thing is pointed at, for a moment, and not once the user was away. */
static void
test_mark (Fixture *fixture, gconstpointer data)
{
  GtkWidget *task, *result;

  show_place (fixture, SCENARIO, "task", "");
  starling_test_run_frames (fixture->window, 2);
  task = get_card (fixture, STARLING_STEP_TASK);
  result = get_card (fixture, STARLING_STEP_RESULT);
  g_assert_false (is_plain (task));

  show_place (fixture, SCENARIO, "result", "");
  starling_test_run_frames (fixture->window, 2);
  g_assert_true (is_plain (task));
  g_assert_false (is_plain (result));
  starling_session_set_mode (fixture->session, STARLING_MODE_QUIZ);
  g_assert_true (is_plain (result));

  show_place (fixture, SCENARIO, "task", "");
  starling_test_run_frames (fixture->window, 2);
  g_assert_false (is_plain (task));
  starling_test_run_until (is_plain, task);
  g_assert_true (get_focus (fixture) == task);
}

/* Tab goes on from the card, and never comes back to it. */
static void
test_tab (Fixture *fixture, gconstpointer data)
{
  GtkWidget *card;
  gboolean meets_probe = FALSE;

  show_place (fixture, SCENARIO, "result", "");
  starling_test_run_frames (fixture->window, 2);
  card = get_card (fixture, STARLING_STEP_RESULT);
  g_assert_true (gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD));
  g_assert_true (get_focus (fixture) == get_probe (fixture, 0));
  g_assert_false (
      gtk_test_accessible_has_property (GTK_ACCESSIBLE (card),
                                        GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));

  g_assert_true (
      gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_BACKWARD));
  g_assert_false (get_focus (fixture) == card);
  for (guint i = 0; i < 60 && !meets_probe; i++)
    {
      gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
      g_assert_false (get_focus (fixture) == card);
      meets_probe = get_focus (fixture) == get_probe (fixture, 1);
    }
  g_assert_true (meets_probe);
}

/* The lens may change while the focus is on the card: what it says follows,
 * and it stays where it is. */
static void
test_lens (Fixture *fixture, gconstpointer data)
{
  GtkWidget *card;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  show_place (fixture, SCENARIO, "reflection", "");
  starling_test_run_frames (fixture->window, 2);
  card = get_card (fixture, STARLING_STEP_REFLECTION);
  before = join_sentences (card);
  starling_session_set_level (fixture->session, STARLING_LEVEL_SENIOR);
  starling_test_run_frames (fixture->window, 2);
  after = join_sentences (card);
  g_assert_cmpstr (before, !=, after);
  assert_at_step (fixture, STARLING_STEP_REFLECTION);
}

/* Back from another mode, the page has the focus, and does not jump. */
static void
test_back (Fixture *fixture, gconstpointer data)
{
  double value;

  show_place (fixture, SCENARIO, "result", "");
  starling_test_run_frames (fixture->window, 2);
  value = gtk_adjustment_get_value (get_adjustment (fixture)) - 100;
  gtk_adjustment_set_value (get_adjustment (fixture), value);
  starling_session_set_mode (fixture->session, STARLING_MODE_QUIZ);
  starling_test_run_frames (fixture->window, 2);
  starling_session_set_mode (fixture->session, STARLING_MODE_STUDY);
  starling_test_run_frames (fixture->window, 2);
  g_assert_true (
      gtk_widget_is_ancestor (get_focus (fixture), get_story (fixture)));
  g_assert_true (is_plain (get_card (fixture, STARLING_STEP_RESULT)));
}

/* A page that is shown again gets back the focus that it had: not so if it is
 * led to a place. */
static void
test_again (Fixture *fixture, gconstpointer data)
{
  show_place (fixture, SCENARIO, "result", "");
  starling_test_run_frames (fixture->window, 2);
  gtk_widget_grab_focus (get_probe (fixture, 0));
  g_assert_true (get_focus (fixture) == get_probe (fixture, 0));

  gtk_widget_activate_action (fixture->window, "win.go-to-mode", "s", "quiz");
  starling_test_run_frames (fixture->window, 2);
  g_assert_false (
      gtk_widget_is_ancestor (get_focus (fixture), get_story (fixture)));
  show_place (fixture, SCENARIO, "task", "");
  starling_test_run_frames (fixture->window, 2);
  assert_at_step (fixture, STARLING_STEP_TASK);
}

/* The answers of a follow-up are there at once: how far one can scroll depends
 * on them. */
static void
test_motion (Fixture *fixture, gconstpointer data)
{
  GtkWidget *fold;

  start (fixture, GPOINTER_TO_UINT (data));
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE,
                NULL);
  show_place (fixture, SCENARIO, "", "business-impact");
  fold = gtk_widget_get_parent (get_probe (fixture, 3));
  g_assert_true (gtk_revealer_get_child_revealed (
      GTK_REVEALER (starling_test_find (fold, GTK_TYPE_REVEALER, 0))));
  starling_test_run_frames (fixture->window, 2);
  assert_at_probe (fixture, 3);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE,
                NULL);
}

int
main (int argc, char **argv)
{
#define ADD(name, test)                                                        \
  g_test_add ("/show-place/" name, Fixture, NULL, set_up, test, tear_down)

  starling_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      g_autofree char *step
          = g_strdup_printf ("/show-place/step/%s", starts[i].name);
      g_autofree char *probe
          = g_strdup_printf ("/show-place/probe/%s", starts[i].name);

      g_test_add (step, Fixture, GUINT_TO_POINTER (i), set_up, test_step,
                  tear_down);
      g_test_add (probe, Fixture, GUINT_TO_POINTER (i), set_up, test_probe,
                  tear_down);
    }
  ADD ("unknown", test_unknown);
  ADD ("mark", test_mark);
  ADD ("tab", test_tab);
  ADD ("lens", test_lens);
  ADD ("back", test_back);
  ADD ("again", test_again);
  g_test_add ("/show-place/motion", Fixture, GUINT_TO_POINTER (STORY_START),
              set_up, test_motion, tear_down);
  g_test_add_func ("/show-place/first", test_first);
  g_test_add_func ("/show-place/late", test_late);
  return g_test_run ();
}

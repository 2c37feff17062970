/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/debrief/debrief.h"
#include "pages/rehearse/probe.h"
#include "pages/rehearse/stage.h"
#include "rehearse-fixture.h"
#include "settings.h"
#include "support.h"
#include "widgets/cue-chip.h"
#include "widgets/probe-answers.h"
#include "widgets/ring.h"

#include <string.h>

/* The lead-in before the story, and the follow-ups after it. */

#define STORY "scenario:webhook-drops"

static void
set_probes (int n, int seconds)
{
  g_settings_set_int (starling_settings_get (), "probes", n);
  g_settings_set_int (starling_settings_get (), "probe-seconds", seconds);
}

/* Tells the whole story, a second for each step. */
static void
tell (TestRehearse *fixture)
{
  for (guint i = 0; i < STARLING_N_STEPS; i++)
    {
      test_rehearse_pass (fixture, 1000);
      test_rehearse_click (fixture, "Next step");
    }
}

static const StarlingProbe *
get_asked (TestRehearse *fixture)
{
  const StarlingScenario *scenario
      = starling_session_get_scenario (fixture->session);

  for (guint i = 0; i < scenario->probes->len; i++)
    {
      const StarlingProbe *probe = g_ptr_array_index (scenario->probes, i);

      if (test_rehearse_has_label (fixture, probe->question))
        return probe;
    }
  g_error ("No follow-up is asked");
}

static void
assert_ring (TestRehearse *fixture, const char *name)
{
  GtkWidget *view
      = starling_test_find (fixture->page, STARLING_TYPE_REHEARSE_PROBE, 0);

  gtk_test_accessible_assert_property (starling_test_find (view,
                                                           STARLING_TYPE_RING,
                                                           0),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

static void
assert_answer (const StarlingEvent *event,
               guint index,
               const char *probe,
               gint64 ms,
               int rating)
{
  const StarlingProbeTake *take = g_ptr_array_index (event->probes, index);

  g_assert_cmpstr (take->probe, ==, probe);
  g_assert_cmpint (take->ms, ==, ms);
  g_assert_cmpint (take->rating, ==, rating);
  g_assert_cmpint (take->target_ms, ==,
                   1000
                       * g_settings_get_int (starling_settings_get (),
                                             "probe-seconds"));
}

static void
save (TestRehearse *fixture)
{
  g_clear_pointer (&fixture->toast, g_free);
  test_rehearse_click (fixture, "Save");
  starling_test_run_until (test_rehearse_has_toast, fixture);
}

/* Two of them: asked, timed, compared, rated, and kept to the millisecond. */
static void
test_whole (TestRehearse *fixture, gconstpointer scope)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  const StarlingEvent *event;

  set_probes (2, 60);
  test_rehearse_click (fixture, "Start");
  tell (fixture);

  g_assert_true (
      test_rehearse_is_shown (fixture, STARLING_TYPE_REHEARSE_PROBE));
  g_assert_false (
      test_rehearse_is_shown (fixture, STARLING_TYPE_REHEARSE_STAGE));
  g_assert_true (starling_session_get_stage (fixture->session));
  g_assert_true (test_rehearse_has_label (fixture, "Follow-up 1 of 2"));
  g_assert_true (test_rehearse_has_label (fixture, "Next: Two answers"));
  g_assert_false (
      test_rehearse_is_shown (fixture, STARLING_TYPE_PROBE_ANSWERS));
  g_assert_false (test_rehearse_press (fixture, GDK_KEY_3, 0));
  first = g_strdup (get_asked (fixture)->id);
  test_rehearse_pass (fixture, 41002);
  test_rehearse_click (fixture, "Next step");

  g_assert_true (test_rehearse_has_label (fixture, "How was yours?"));
  g_assert_true (
      test_rehearse_has_label (fixture, get_asked (fixture)->strong_answer));
  g_assert_true (test_rehearse_is_shown (fixture, STARLING_TYPE_PROBE_ANSWERS));
  g_assert_false (
      gtk_widget_is_sensitive (test_rehearse_get_button (fixture, "Pause")));
  test_rehearse_pass (fixture, 99000);
  g_assert_true (test_rehearse_press (fixture, GDK_KEY_2, 0));
  g_assert_true (test_rehearse_press (fixture, GDK_KEY_3, 0));
  g_assert_false (test_rehearse_press (fixture, GDK_KEY_5, 0));
  test_rehearse_click (fixture, "Next step");

  g_assert_true (test_rehearse_has_label (fixture, "Follow-up 2 of 2"));
  g_assert_true (test_rehearse_has_label (fixture, "left for your answer"));
  second = g_strdup (get_asked (fixture)->id);
  g_assert_cmpstr (first, !=, second);
  test_rehearse_pass (fixture, 500);
  test_rehearse_click (fixture, "Next step");
  /* The rating of the first one is not that of the second */
  g_assert_true (test_rehearse_press (fixture, GDK_KEY_4, 0));
  g_assert_true (test_rehearse_press (fixture, GDK_KEY_4, 0));
  test_rehearse_click (fixture, "Next step");

  g_assert_true (
      test_rehearse_is_shown (fixture, STARLING_TYPE_REHEARSE_DEBRIEF));
  g_assert_false (starling_session_get_stage (fixture->session));
  save (fixture);
  event = test_rehearse_get_take (fixture);
  g_assert_cmpuint (event->probes->len, ==, 2);
  assert_answer (event, 0, first, 41002, 3);
  assert_answer (event, 1, second, 500, 0);
}

/* Escape, and nothing is lost; what was not asked is not told. */
static void
test_cut_short (TestRehearse *fixture, gconstpointer scope)
{
  g_autofree char *first = NULL;
  const StarlingEvent *event;

  set_probes (3, 60);
  test_rehearse_click (fixture, "Start");
  tell (fixture);
  first = g_strdup (get_asked (fixture)->id);
  test_rehearse_pass (fixture, 7);
  g_assert_true (test_rehearse_press (fixture, GDK_KEY_Escape, 0));
  g_assert_true (
      test_rehearse_is_shown (fixture, STARLING_TYPE_REHEARSE_DEBRIEF));
  save (fixture);
  event = test_rehearse_get_take (fixture);
  g_assert_cmpuint (event->probes->len, ==, 1);
  assert_answer (event, 0, first, 7, 0);
}

/* The least practised ones come first, take after take. */
static void
test_all_in_turn (TestRehearse *fixture, gconstpointer scope)
{
  const StarlingScenario *scenario
      = starling_session_get_scenario (fixture->session);
  guint n = scenario->probes->len;
  g_autoptr (GHashTable) asked
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  set_probes (1, 60);
  g_assert_cmpuint (n, >=, 4);
  for (guint i = 0; i < n; i++)
    {
      test_rehearse_click (fixture, "Start");
      tell (fixture);
      g_assert_true (
          g_hash_table_add (asked, g_strdup (get_asked (fixture)->id)));
      test_rehearse_pass (fixture, 1);
      test_rehearse_click (fixture, "Next step");
      test_rehearse_click (fixture, "Next step");
      save (fixture);
    }

  /* All of them, where the preference says so */
  set_probes (20, 60);
  test_rehearse_click (fixture, "Start");
  tell (fixture);
  {
    g_autofree char *number = g_strdup_printf ("Follow-up 1 of %u", n);

    g_assert_true (test_rehearse_has_label (fixture, number));
  }
}

/* Each has its own clock; those who listen are told of half, ten and zero. */
static void
test_clock (TestRehearse *fixture, gconstpointer scope)
{
  set_probes (1, 40);
  test_rehearse_click (fixture, "Start");
  tell (fixture);
  assert_ring (fixture, "Follow-up: 40 s left of 40 s");
  gtk_test_accessible_assert_property (test_rehearse_get_button (fixture,
                                                                 "Next step"),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       get_asked (fixture)->question);
  test_rehearse_pass (fixture, 19000);
  starling_rehearse_probe_tick (STARLING_REHEARSE_PROBE (
      starling_test_find (fixture->page, STARLING_TYPE_REHEARSE_PROBE, 0)));
  assert_ring (fixture, "Follow-up: 21 s left of 40 s");
  test_rehearse_pass (fixture, 1000);
  starling_rehearse_probe_tick (STARLING_REHEARSE_PROBE (
      starling_test_find (fixture->page, STARLING_TYPE_REHEARSE_PROBE, 0)));
  g_assert_nonnull (test_rehearse_find_shown (fixture->page, GTK_TYPE_BUTTON,
                                              "Next step, 20 seconds left"));
  test_rehearse_click (fixture, "Next step, 20 seconds left");
  g_assert_nonnull (
      test_rehearse_find_shown (fixture->page, GTK_TYPE_BUTTON, "Next step"));
  g_assert_true (test_rehearse_press (fixture, GDK_KEY_Page_Up, 0));
  test_rehearse_pass (fixture, 21000);
  g_assert_true (test_rehearse_press (fixture, GDK_KEY_p, 0));
  assert_ring (fixture, "Follow-up: 1 s over the target of 40 s");
  g_assert_true (test_rehearse_has_label (fixture, "paused in your answer"));
  test_rehearse_pass (fixture, 60000);
  test_rehearse_click (fixture, "Resume");
  assert_ring (fixture, "Follow-up: 1 s over the target of 40 s");
}

static void
get_ring_bounds (TestRehearse *fixture, GType view, graphene_rect_t *bounds)
{
  GtkWidget *ring
      = starling_test_find (starling_test_find (fixture->page, view, 0),
                            STARLING_TYPE_RING, 0);

  starling_test_run_frames (fixture->window, 2);
  g_assert_true (gtk_widget_get_mapped (ring));
  g_assert_true (gtk_widget_compute_bounds (ring, fixture->page, bounds));
}

/* The time that is left stands where it stood for the story. */
static void
test_ring (TestRehearse *fixture, gconstpointer scope)
{
  graphene_rect_t story, answer;

  set_probes (1, 60);
  test_rehearse_click (fixture, "Start");
  test_rehearse_click (fixture, "Bare");
  get_ring_bounds (fixture, STARLING_TYPE_REHEARSE_STAGE, &story);
  tell (fixture);
  get_ring_bounds (fixture, STARLING_TYPE_REHEARSE_PROBE, &answer);
  g_assert_cmpfloat (answer.origin.y, ==, story.origin.y);
  g_assert_cmpfloat (answer.size.height, ==, story.size.height);
}

/* Words of a story can be longer than a window is wide: whatever stands in the
 * label can be broken anywhere, or ends in dots. Returns how many there are. */
static guint
assert_breakable (GtkWidget *root, const char *text)
{
  guint n = 0;

  if (!gtk_widget_get_visible (root))
    return 0;
  if (GTK_IS_LABEL (root)
      && strstr (gtk_label_get_text (GTK_LABEL (root)), text) != NULL)
    {
      g_assert_true (gtk_label_get_wrap (GTK_LABEL (root)));
      g_assert_cmpint (gtk_label_get_wrap_mode (GTK_LABEL (root)), ==,
                       PANGO_WRAP_WORD_CHAR);
      return 1;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += assert_breakable (child, text);
  return n;
}

static void
test_long_words (TestRehearse *fixture, gconstpointer scope)
{
  StarlingLens *lens = starling_session_get_lens (fixture->session);
  const StarlingScenario *scenario = lens->scenario;
  GtkWidget *page = fixture->page;
  const StarlingProbe *asked;

  set_probes (1, 60);
  g_assert_cmpuint (assert_breakable (page, scenario->title), >, 0);
  g_assert_cmpuint (assert_breakable (page, scenario->question), >, 0);
  g_assert_cmpuint (assert_breakable (page, lens->lead), >, 0);
  test_rehearse_click (fixture, "Start");
  g_assert_cmpuint (assert_breakable (page, scenario->title), >, 0);
  g_assert_cmpuint (assert_breakable (page, lens->lead), >, 0);
  g_assert_cmpuint (assert_breakable (page, "I noticed"), >, 0);
  test_rehearse_click (fixture, "Bare");
  g_assert_cmpuint (assert_breakable (page, scenario->question), >, 0);
  tell (fixture);
  asked = get_asked (fixture);
  g_assert_cmpuint (assert_breakable (page, scenario->title), >, 0);
  g_assert_cmpuint (assert_breakable (page, asked->question), >, 0);
  test_rehearse_click (fixture, "Next step");
  g_assert_cmpuint (assert_breakable (page, asked->question), >, 0);
  g_assert_true (test_rehearse_press (fixture, GDK_KEY_3, 0));
  test_rehearse_click (fixture, "Next step");
  g_assert_cmpuint (assert_breakable (page, scenario->title), >, 0);
  g_assert_cmpuint (assert_breakable (page, asked->question), >, 0);
  starling_session_set_scope (fixture->session,
                              "principle:insist-on-the-highest-standards");
  g_assert_cmpuint (assert_breakable (page, scenario->title), >, 0);
  g_assert_cmpuint (assert_breakable (page, scenario->question), >, 0);
}

/* Page Up leads all the way back into the story. */
static void
test_back (TestRehearse *fixture, gconstpointer scope)
{
  set_probes (2, 60);
  test_rehearse_click (fixture, "Start");
  tell (fixture);
  test_rehearse_click (fixture, "Next step");
  test_rehearse_click (fixture, "Next step");
  g_assert_true (test_rehearse_has_label (fixture, "Follow-up 2 of 2"));
  g_assert_true (test_rehearse_press (fixture, GDK_KEY_Page_Up, 0));
  g_assert_true (test_rehearse_has_label (fixture, "Follow-up 1 of 2"));
  g_assert_true (test_rehearse_has_label (fixture, "How was yours?"));
  g_assert_true (test_rehearse_press (fixture, GDK_KEY_Page_Up, 0));
  g_assert_false (test_rehearse_has_label (fixture, "How was yours?"));
  /* There are no key phrases here that a key could hide */
  test_rehearse_press (fixture, GDK_KEY_h, 0);
  g_assert_true (test_rehearse_press (fixture, GDK_KEY_Page_Up, 0));
  g_assert_true (
      test_rehearse_is_shown (fixture, STARLING_TYPE_REHEARSE_STAGE));
  g_assert_true (test_rehearse_has_label (fixture, "left for the Reflection"));
  g_assert_true (test_rehearse_is_shown (fixture, STARLING_TYPE_CUE_CHIP));
}

/* Another run of the program goes on with the same follow-up, paused. */
static void
test_draft (TestRehearse *fixture, gconstpointer scope)
{
  g_autofree char *first = NULL;
  const StarlingEvent *event;

  set_probes (2, 60);
  test_rehearse_click (fixture, "Start");
  tell (fixture);
  test_rehearse_pass (fixture, 1000);
  test_rehearse_click (fixture, "Next step");
  g_assert_true (test_rehearse_press (fixture, GDK_KEY_1, 0));
  first = g_strdup (get_asked (fixture)->id);
  test_rehearse_click (fixture, "Next step");
  test_rehearse_pass (fixture, 2000);
  test_rehearse_close_page (fixture);
  starling_library_flush (fixture->library);
  test_rehearse_open_page (fixture);

  test_rehearse_click (fixture, "Resume");
  g_assert_true (test_rehearse_has_label (fixture, "Follow-up 2 of 2"));
  g_assert_true (test_rehearse_has_label (fixture, "paused in your answer"));
  test_rehearse_click (fixture, "Resume");
  test_rehearse_pass (fixture, 500);
  test_rehearse_click (fixture, "Finish");
  save (fixture);
  event = test_rehearse_get_take (fixture);
  g_assert_cmpuint (event->probes->len, ==, 2);
  assert_answer (event, 0, first, 1000, 1);
  assert_answer (
      event, 1,
      ((StarlingProbeTake *) g_ptr_array_index (event->probes, 1))->probe, 2500,
      0);
}

static gboolean
is_telling (gpointer data)
{
  return test_rehearse_has_label (data, "left for the Situation");
}

/* Three seconds, which are not the story's. */
static void
test_lead_in (TestRehearse *fixture, gconstpointer scope)
{
  g_settings_set_boolean (starling_settings_get (), "lead-in", TRUE);
  test_rehearse_click (fixture, "Start");
  g_assert_true (test_rehearse_has_label (fixture, "until the Situation"));
  g_assert_true (test_rehearse_has_label (fixture, "3"));
  g_assert_true (test_rehearse_has_label (fixture, "Next: Situation · 30 s"));
  test_rehearse_pass (fixture, 1000);
  g_assert_true (test_rehearse_press (fixture, GDK_KEY_p, 0));
  g_assert_true (
      test_rehearse_has_label (fixture, "paused before the Situation"));
  test_rehearse_pass (fixture, 60000);
  g_assert_true (test_rehearse_press (fixture, GDK_KEY_p, 0));
  g_assert_true (test_rehearse_has_label (fixture, "2"));
  test_rehearse_pass (fixture, 2500);
  /* By itself, when the second is over */
  starling_test_run_until (is_telling, fixture);
  test_rehearse_click (fixture, "Finish");
  save (fixture);
  g_assert_cmpint (g_array_index (test_rehearse_get_take (fixture)->steps,
                                  StarlingStepTime, 0)
                       .spent_ms,
                   ==, 500);
}

static void
test_lead_in_skipped (TestRehearse *fixture, gconstpointer scope)
{
  g_settings_set_boolean (starling_settings_get (), "lead-in", TRUE);
  test_rehearse_click (fixture, "Start");
  test_rehearse_pass (fixture, 1000);
  test_rehearse_click (fixture, "Next step");
  g_assert_true (test_rehearse_has_label (fixture, "left for the Situation"));
}

static gboolean
is_paused (gpointer data)
{
  return test_rehearse_has_label (data, "paused in the Situation");
}

/* A machine that was suspended finds the rehearsal paused. */
static void
test_sleep (TestRehearse *fixture, gconstpointer scope)
{
  StarlingClock *clock = starling_library_get_clock (fixture->library);

  test_rehearse_click (fixture, "Start");
  test_rehearse_pass (fixture, 1200);
  starling_clock_sleep (clock, 8 * 60 * 60 * 1000);
  starling_test_run_until (is_paused, fixture);
  test_rehearse_click (fixture, "Resume");
  test_rehearse_pass (fixture, 300);
  test_rehearse_click (fixture, "Finish");
  save (fixture);
  g_assert_cmpint (g_array_index (test_rehearse_get_take (fixture)->steps,
                                  StarlingStepTime, 0)
                       .spent_ms,
                   ==, 1500);
}

/* Nor does it go on when somebody pauses before that is seen. */
static void
test_sleep_paused (TestRehearse *fixture, gconstpointer scope)
{
  test_rehearse_click (fixture, "Start");
  test_rehearse_pass (fixture, 300);
  starling_clock_sleep (starling_library_get_clock (fixture->library), 60000);
  g_assert_true (test_rehearse_press (fixture, GDK_KEY_p, 0));
  g_assert_true (is_paused (fixture));
  g_assert_true (test_rehearse_press (fixture, GDK_KEY_p, 0));
  g_assert_false (is_paused (fixture));
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (TestRehearse *fixture, gconstpointer scope);
  } tests[] = {
    { "/rehearse/probes/whole", test_whole },
    { "/rehearse/probes/cut-short", test_cut_short },
    { "/rehearse/probes/all-in-turn", test_all_in_turn },
    { "/rehearse/probes/clock", test_clock },
    { "/rehearse/probes/ring", test_ring },
    { "/rehearse/probes/long-words", test_long_words },
    { "/rehearse/probes/back", test_back },
    { "/rehearse/probes/draft", test_draft },
    { "/rehearse/lead-in", test_lead_in },
    { "/rehearse/lead-in/skipped", test_lead_in_skipped },
    { "/rehearse/sleep", test_sleep },
    { "/rehearse/sleep/paused", test_sleep_paused },
  };

  starling_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, TestRehearse, STORY, test_rehearse_set_up,
                tests[i].test, test_rehearse_tear_down);

  return g_test_run ();
}

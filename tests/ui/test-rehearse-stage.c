/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/stage.h"
#include "settings.h"
#include "support.h"
#include "widgets/passage-row.h"
#include "widgets/prompter.h"
#include "widgets/ring.h"

/* A widget that counts how often anything inside of it is drawn anew. */
#define TEST_TYPE_COUNTER (test_counter_get_type ())
G_DECLARE_FINAL_TYPE (TestCounter, test_counter, TEST, COUNTER, GtkWidget)

struct _TestCounter
{
  GtkWidget parent_instance;

  GtkWidget *child;
  guint n_draws;
};

G_DEFINE_FINAL_TYPE (TestCounter, test_counter, GTK_TYPE_WIDGET)

static void
test_counter_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TEST_COUNTER (widget)->n_draws++;

  GTK_WIDGET_CLASS (test_counter_parent_class)->snapshot (widget, snapshot);
}

static void
test_counter_dispose (GObject *object)
{
  g_clear_pointer (&TEST_COUNTER (object)->child, gtk_widget_unparent);

  G_OBJECT_CLASS (test_counter_parent_class)->dispose (object);
}

static void
test_counter_class_init (TestCounterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = test_counter_dispose;
  widget_class->snapshot = test_counter_snapshot;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
test_counter_init (TestCounter *self)
{
}

/* In the place of GDK's, for the whole program. */
static guint n_beeps;

void
gdk_surface_beep (GdkSurface *surface)
{
  g_assert_true (GDK_IS_SURFACE (surface));
  n_beeps++;
}

/* --- the stage, and a run that it shows as the page does --- */

typedef struct
{
  StarlingLibrary *library;
  StarlingLens *lens;
  StarlingRehearseRun *run;
  StarlingRehearseStage *stage;
  TestCounter *counter;
  GtkWidget *window;
} Fixture;

static void
update_cb (Fixture *fixture)
{
  starling_rehearse_stage_update (fixture->stage, fixture->run);
}

static void
set_up (Fixture *fixture, gconstpointer prompt)
{
  StarlingSession *session = starling_test_session_new ();

  fixture->library = g_object_ref (starling_session_get_library (session));
  starling_session_set_level (session, STARLING_LEVEL_SENIOR);
  starling_session_set_wanted_angle (
      session, starling_test_find_principle (session, "dive-deep"));
  starling_session_set_scope (session, "scenario:webhook-drops");
  fixture->lens = starling_lens_ref (starling_session_get_lens (session));
  starling_test_drop_session (session); /* which looks at the day at times */
  fixture->run = starling_rehearse_run_new (fixture->library);
  fixture->stage = g_object_new (STARLING_TYPE_REHEARSE_STAGE, NULL);
  fixture->counter = g_object_new (TEST_TYPE_COUNTER, NULL);
  fixture->counter->child = GTK_WIDGET (fixture->stage);
  gtk_widget_set_parent (fixture->counter->child,
                         GTK_WIDGET (fixture->counter));
  g_signal_connect_swapped (fixture->run, "changed", G_CALLBACK (update_cb),
                            fixture);
  g_signal_connect_swapped (fixture->run, "ticked",
                            G_CALLBACK (starling_rehearse_stage_tick),
                            fixture->stage);
  starling_rehearse_run_begin (fixture->run, fixture->lens,
                               &(StarlingRehearseOptions){
                                   .prompt = GPOINTER_TO_INT (prompt) });
  fixture->window
      = starling_test_present (GTK_WIDGET (fixture->counter), 816, 630);
  starling_rehearse_stage_take_focus (fixture->stage);
  starling_test_run_frames (fixture->window, 2);
}

static void
tear_down (Fixture *fixture, gconstpointer prompt)
{
  g_signal_handlers_disconnect_by_data (fixture->run, fixture);
  g_signal_handlers_disconnect_by_data (fixture->run, fixture->stage);
  g_object_ref (fixture->stage);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->stage);
  g_assert_finalize_object (fixture->run);
  starling_lens_unref (fixture->lens);
  starling_library_flush (fixture->library);
  g_clear_object (&fixture->library);
}

/* Lets time pass, and shows it. */
static void
pass (Fixture *fixture, gint64 ms)
{
  starling_clock_advance (starling_library_get_clock (fixture->library), ms);
  starling_rehearse_stage_tick (fixture->stage);
}

static gboolean
is_shown (Fixture *fixture, GtkWidget *widget)
{
  return starling_test_is_shown (widget, GTK_WIDGET (fixture->stage));
}

static GtkWidget *
find (Fixture *fixture, GType type)
{
  return starling_test_find (GTK_WIDGET (fixture->stage), type, 0);
}

/* The lead is there while the Situation is told, unless the prompt is bare. */
static void
test_lead (Fixture *fixture, gconstpointer prompt)
{
  gboolean told = GPOINTER_TO_INT (prompt) != STARLING_PROMPT_BARE;
  GtkWidget *lead = starling_test_find_label (GTK_WIDGET (fixture->stage),
                                              fixture->lens->lead);
  g_autoptr (StarlingLens) as_told
      = starling_lens_new (fixture->lens->catalogue, fixture->lens->scenario,
                           STARLING_LEVEL_SENIOR, STARLING_AS_TOLD);

  g_assert_cmpint (is_shown (fixture, lead), ==, told);
  starling_rehearse_run_next (fixture->run);
  g_assert_false (is_shown (fixture, lead));
  starling_rehearse_run_back (fixture->run);
  g_assert_cmpint (is_shown (fixture, lead), ==, told);
  starling_rehearse_run_begin (fixture->run, as_told,
                               &(StarlingRehearseOptions){
                                   .prompt = STARLING_PROMPT_CUES });
  g_assert_false (is_shown (fixture, lead));
}

static guint
get_current (Fixture *fixture)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *row = starling_test_find (GTK_WIDGET (fixture->stage),
                                           STARLING_TYPE_PASSAGE_ROW, i);

      g_assert_nonnull (row);
      if (gtk_widget_has_css_class (row, "current"))
        return i;
    }
}

/* The text goes by at the rate of the settings, and by the keys. */
static void
test_text (Fixture *fixture, gconstpointer prompt)
{
  GtkWidget *stage = GTK_WIDGET (fixture->stage);

  g_assert_true (is_shown (fixture, find (fixture, STARLING_TYPE_PROMPTER)));
  g_assert_cmpuint (get_current (fixture), ==, 0);
  pass (fixture, 9000);
  g_assert_cmpuint (get_current (fixture), ==, 1);
  g_settings_set_int (starling_settings_get (), "speaking-rate", 190);
  pass (fixture, 4000);
  g_assert_cmpuint (get_current (fixture), ==, 2);
  g_assert_true (starling_test_press (stage, GDK_KEY_Up, 0));
  g_assert_cmpuint (get_current (fixture), ==, 1);
  starling_rehearse_run_next (fixture->run);
  g_assert_cmpuint (get_current (fixture), ==, 0);
  starling_rehearse_run_back (fixture->run);
  g_assert_cmpuint (get_current (fixture), ==, 1);

  /* What is not there takes no keys; it goes on all the same */
  starling_rehearse_run_set_prompt (fixture->run, STARLING_PROMPT_CUES);
  starling_test_run_frames (stage, 2);
  g_assert_false (is_shown (fixture, find (fixture, STARLING_TYPE_PROMPTER)));
  g_assert_false (starling_test_press (stage, GDK_KEY_Down, 0));
  pass (fixture, 6000);
  starling_rehearse_run_set_prompt (fixture->run, STARLING_PROMPT_FULL);
  g_assert_cmpuint (get_current (fixture), ==, 2);
  starling_rehearse_run_restart (fixture->run);
  g_assert_cmpuint (get_current (fixture), ==, 0);
  g_settings_reset (starling_settings_get (), "speaking-rate");
}

/* It sounds when the target is up, and when half as much again is, if at all;
 * once in each step. */
static void
test_sound (Fixture *fixture, gconstpointer prompt)
{
  static const struct
  {
    gboolean on;
    gint64 ms;
    guint n_beeps; /* since the beginning */
  } passes[] = {
    { TRUE, 29999, 0 },  { TRUE, 1, 1 },     { TRUE, 14999, 1 },
    { TRUE, 1, 2 },      { TRUE, 60000, 2 }, /* the Task: */
    { FALSE, 20000, 2 }, { TRUE, 9000, 2 },  { TRUE, 1000, 3 },
  };
  GSettings *settings = starling_settings_get ();

  n_beeps = 0;
  for (guint i = 0; i < G_N_ELEMENTS (passes); i++)
    {
      if (i == 5)
        starling_rehearse_run_next (fixture->run);
      g_settings_set_boolean (settings, "nudge-sound", passes[i].on);
      pass (fixture, passes[i].ms);
      g_assert_cmpuint (n_beeps, ==, passes[i].n_beeps);
    }
  g_settings_reset (settings, "nudge-sound");
  starling_test_run_frames (fixture->window, 2);
}

/* --- what it costs --- */

/* Draws once for each second that is shown, however often it is told of it. */
static void
test_draws (Fixture *fixture, gconstpointer prompt)
{
  StarlingRing *ring = STARLING_RING (find (fixture, STARLING_TYPE_RING));
  guint n_ring, n_all;

  starling_test_run_frames (fixture->window, 30); /* what comes late */
  n_ring = starling_ring_get_n_draws (ring);
  n_all = fixture->counter->n_draws;
  for (guint i = 0; i < 99; i++)
    {
      pass (fixture, 10);
      starling_test_run_frames (fixture->window, 1);
    }
  g_assert_cmpuint (starling_ring_get_n_draws (ring), ==, n_ring);
  g_assert_cmpuint (fixture->counter->n_draws, ==, n_all);
  for (guint i = 1; i <= 3; i++)
    {
      pass (fixture, i == 1 ? 10 : 1000);
      starling_test_run_frames (fixture->window, 5);
      g_assert_cmpuint (starling_ring_get_n_draws (ring), ==, n_ring + i);
      g_assert_cmpuint (fixture->counter->n_draws, ==, n_all + i);
    }
}

/* When the main loop would wake up by itself, in ms; -1: not at all. */
static int
get_timeout (void)
{
  GMainContext *context = g_main_context_default ();
  int priority, timeout;

  while (g_main_context_iteration (context, FALSE))
    ;
  g_assert_true (g_main_context_acquire (context));
  g_main_context_prepare (context, &priority);
  g_main_context_query (context, G_MAXINT, &timeout, NULL, 0);
  g_main_context_release (context);
  return timeout;
}

/* Lets what is scheduled come to its end; fails if that never is. */
static void
run_until_idle (void)
{
  gint64 deadline = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (get_timeout () >= 0)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_main_context_iteration (NULL, TRUE);
    }
}

/* While it runs, the main loop wakes up within the second; while it is paused,
 * nothing at all is scheduled, and nothing is drawn. */
static void
test_paused (Fixture *fixture, gconstpointer prompt)
{
  guint n_all;

  g_assert_cmpint (get_timeout (), >=, 0);
  g_assert_cmpint (get_timeout (), <=, 1001);
  starling_rehearse_run_pause (fixture->run);
  starling_library_flush (fixture->library);
  starling_test_run_frames (fixture->window, 30);
  run_until_idle ();
  n_all = fixture->counter->n_draws;
  pass (fixture, 60000);
  starling_test_run_frames (fixture->window, 5);
  g_assert_cmpuint (fixture->counter->n_draws, ==, n_all);
  g_assert_cmpint (get_timeout (), ==, -1);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    StarlingPrompt prompt;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/rehearse-stage/lead/full", STARLING_PROMPT_FULL, test_lead },
    { "/rehearse-stage/lead/cues", STARLING_PROMPT_CUES, test_lead },
    { "/rehearse-stage/lead/bare", STARLING_PROMPT_BARE, test_lead },
    { "/rehearse-stage/text", STARLING_PROMPT_FULL, test_text },
    { "/rehearse-stage/sound", STARLING_PROMPT_CUES, test_sound },
    { "/rehearse-stage/draws/full", STARLING_PROMPT_FULL, test_draws },
    { "/rehearse-stage/draws/cues", STARLING_PROMPT_CUES, test_draws },
    { "/rehearse-stage/draws/bare", STARLING_PROMPT_BARE, test_draws },
    { "/rehearse-stage/paused/full", STARLING_PROMPT_FULL, test_paused },
    { "/rehearse-stage/paused/cues", STARLING_PROMPT_CUES, test_paused },
    { "/rehearse-stage/paused/bare", STARLING_PROMPT_BARE, test_paused },
  };

  starling_test_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, GINT_TO_POINTER (tests[i].prompt),
                set_up, tests[i].test, tear_down);

  return g_test_run ();
}

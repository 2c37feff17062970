/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gtk/gtk.h>

#include "session.h"
#include "support.h"

#define HOUR (G_GINT64_CONSTANT (3600) * 1000)
#define NOW G_GINT64_CONSTANT (1795424400000) /* 2026-11-23T09:00:00Z */

typedef struct
{
  int scope;
  int scenario;
  int lens;
  int level;
  int wanted_angle;
  int angle;
  int mode;
  int study_view;
} Counts;

static void
count_cb (StarlingSession *session, GParamSpec *pspec, Counts *counts)
{
  const struct
  {
    const char *name;
    int *count;
  } table[] = {
    { "scope", &counts->scope },
    { "scenario", &counts->scenario },
    { "lens", &counts->lens },
    { "level", &counts->level },
    { "wanted-angle", &counts->wanted_angle },
    { "angle", &counts->angle },
    { "mode", &counts->mode },
    { "study-view", &counts->study_view },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_str_equal (pspec->name, table[i].name))
      (*table[i].count)++;
}

static int
principle (StarlingSession *session, const char *id)
{
  return starling_catalogue_find_principle (
      starling_library_get_catalogue (starling_session_get_library (session)),
      id);
}

/* Changing one of scope, mode, level and angle never resets the others. */
static void
test_independence (void)
{
  g_autoptr (StarlingSession) session = starling_test_session_new ();
  int dive_deep = principle (session, "dive-deep");

  starling_session_set_scope (session, "scenario:webhook-drops");
  starling_session_set_mode (session, STARLING_MODE_QUIZ);
  starling_session_set_level (session, STARLING_LEVEL_SENIOR);
  starling_session_set_wanted_angle (session, dive_deep);

  starling_session_set_scope (session, "principle:frugality");
  g_assert_null (starling_session_get_scenario (session));
  g_assert_null (starling_session_get_lens (session));
  g_assert_cmpint (starling_session_get_mode (session), ==, STARLING_MODE_QUIZ);
  g_assert_cmpint (starling_session_get_level (session), ==,
                   STARLING_LEVEL_SENIOR);
  g_assert_cmpint (starling_session_get_wanted_angle (session), ==, dive_deep);
  g_assert_cmpint (starling_session_get_scope_principle (session), ==,
                   principle (session, "frugality"));
}

/* The wanted angle is kept; the effective one is it where it is offered. */
static void
test_wanted_angle (void)
{
  g_autoptr (StarlingSession) session = starling_test_session_new ();
  int ownership = principle (session, "ownership");

  starling_session_set_scope (session, "scenario:webhook-drops");
  starling_session_set_wanted_angle (session, ownership);
  g_assert_cmpint (starling_session_get_angle (session), ==, ownership);
  g_assert_cmpint (starling_session_get_lens (session)->angle, ==, ownership);

  /* which offers no such angle */
  starling_session_set_scope (session, "scenario:lecture-encoding");
  g_assert_cmpint (starling_session_get_angle (session), ==, STARLING_AS_TOLD);
  g_assert_cmpint (starling_session_get_wanted_angle (session), ==, ownership);

  starling_session_set_scope (session, "scenario:webhook-drops");
  g_assert_cmpint (starling_session_get_angle (session), ==, ownership);
}

/* Each property notifies once for a change, and not for none. */
static void
test_notify (void)
{
  g_autoptr (StarlingSession) session = starling_test_session_new ();
  Counts counts = { 0 };
  int dive_deep = principle (session, "dive-deep");

  g_signal_connect (session, "notify", G_CALLBACK (count_cb), &counts);
  for (guint i = 0; i < 2; i++)
    starling_session_set_scope (session, "scenario:webhook-drops");
  g_assert_cmpint (counts.scope, ==, 1);
  g_assert_cmpint (counts.scenario, ==, 1);
  g_assert_cmpint (counts.lens, ==, 1);

  for (guint i = 0; i < 2; i++)
    starling_session_set_level (session, STARLING_LEVEL_SDE1);
  g_assert_cmpint (counts.level, ==, 1);
  g_assert_cmpint (counts.lens, ==, 2);

  for (guint i = 0; i < 2; i++)
    starling_session_set_wanted_angle (session, dive_deep);
  g_assert_cmpint (counts.wanted_angle, ==, 1);
  g_assert_cmpint (counts.angle, ==, 1);
  g_assert_cmpint (counts.lens, ==, 3);

  for (guint i = 0; i < 2; i++)
    starling_session_set_mode (session, STARLING_MODE_REHEARSE);
  g_assert_cmpint (counts.mode, ==, 1);
  g_assert_cmpint (counts.lens, ==, 3);

  for (guint i = 0; i < 2; i++)
    starling_session_set_study_view (session, STARLING_VIEW_FLASHCARDS);
  g_assert_cmpint (counts.study_view, ==, 1);
  g_assert_cmpint (counts.mode, ==, 1);
  g_assert_cmpint (counts.scope, ==, 1);
}

static void
changed_cb (StarlingAgenda *agenda, guint *n)
{
  (*n)++;
}

static gboolean
is_told (gpointer data)
{
  return *(guint *) data > 0;
}

/* The agenda has new figures at once, and tells of several changes once. */
static void
test_agenda (void)
{
  g_autoptr (StarlingSession) session = starling_test_session_new ();
  StarlingLibrary *library = starling_session_get_library (session);
  StarlingAgenda *agenda = starling_session_get_agenda (session);
  const StarlingDeck *deck = starling_library_get_deck (library);
  guint n_told = 0;
  guint before = starling_agenda_get_plan (agenda)->n_new;
  guint n_unseen = starling_agenda_get_plan (agenda)->n_unseen;

  g_assert_cmpuint (before, ==, MIN (n_unseen, STARLING_DEFAULT_NEW_PER_DAY));
  g_assert_cmpuint (starling_agenda_count (agenda), ==, before);
  g_signal_connect (agenda, "changed", G_CALLBACK (changed_cb), &n_told);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (StarlingEvent) event
          = starling_event_new (STARLING_EVENT_REVIEW);

      event->card = g_strdup (deck->cards[i].name);
      event->grade = STARLING_GRADE_AGAIN;
      event->level = STARLING_LEVEL_SDE2;
      starling_library_record_async (library, event, NULL, NULL, NULL);
    }
  g_assert_cmpuint (starling_agenda_get_plan (agenda)->n_new, ==, before - 2);
  g_assert_cmpuint (starling_agenda_get_plan (agenda)->n_learning, ==, 2);
  g_assert_cmpuint (n_told, ==, 0);
  starling_test_run_until (is_told, &n_told);
  g_assert_cmpuint (n_told, ==, 1);

  /* the level of the lens is the agenda's */
  starling_session_set_level (session, STARLING_LEVEL_SENIOR);
  g_assert_cmpint (starling_agenda_get_input (agenda)->level, ==,
                   STARLING_LEVEL_SENIOR);
}

/* Lets the agenda look at the clock now: its timer is the only source with the
 * agenda as its data, as long as nothing is to be told. */
static void
tick (StarlingAgenda *agenda)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_source_set_ready_time (g_main_context_find_source_by_user_data (NULL,
                                                                    agenda),
                           0);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* The agenda finds out by itself that a day has begun. */
static void
test_agenda_tick (void)
{
  static const struct
  {
    gint64 passed; /* ms */
    int today;     /* 20780: Monday 23 November 2026 */
    guint n_told;
  } cases[] = {
    { 0, 20780, 0 },
    { 19 * HOUR - 1, 20780, 0 }, /* a ms before four o'clock */
    { 1, 20781, 1 },
    { HOUR, 20781, 0 },
    { -2 * HOUR, 20780, 1 }, /* a clock that is set back */
    { 50 * HOUR, 20783, 1 },
  };
  g_autoptr (StarlingSession) session = starling_test_session_new ();
  StarlingClock *clock
      = starling_library_get_clock (starling_session_get_library (session));
  StarlingAgenda *agenda = starling_session_get_agenda (session);
  guint n_told = 0;

  starling_agenda_get_plan (agenda);
  g_signal_connect (agenda, "changed", G_CALLBACK (changed_cb), &n_told);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      starling_clock_advance (clock, cases[i].passed);
      n_told = 0;
      tick (agenda);
      g_test_message ("case %u", i);
      g_assert_cmpuint (n_told, ==, cases[i].n_told);
      g_assert_cmpint (starling_agenda_get_input (agenda)->today, ==,
                       cases[i].today);
    }
}

static gboolean
has_cards (gpointer agenda)
{
  return starling_agenda_count (agenda) > 0;
}

static void
loaded_cb (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  starling_library_load_finish (STARLING_LIBRARY (library), result, &error);
  g_assert_no_error (error);
  *(guint *) data = 1;
}

/* The cards of a pack that comes later are there with it. */
static void
test_agenda_packs (void)
{
  g_autofree char *folder = starling_test_make_folder ();
  g_autofree char *user = g_build_filename (folder, "user", NULL);
  g_autofree char *packs = g_build_filename (user, "packs", NULL);
  g_autofree char *pack = g_build_filename (packs, "frugality.json", NULL);
  g_autofree char *catalogue
      = g_build_filename (folder, "catalogue.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (StarlingClock) clock = starling_clock_new_fake (NOW, 0);
  g_autoptr (StarlingLibrary) library = NULL;
  g_autoptr (StarlingSession) session = NULL;
  StarlingAgenda *agenda = NULL;
  guint n_loaded = 0, n_told = 0;

  g_assert_cmpint (g_mkdir_with_parents (packs, 0700), ==, 0);
  g_assert_true (g_file_get_contents (STARLING_SOURCE_DATADIR "/catalogue.json",
                                      &text, NULL, NULL));
  g_assert_true (g_file_set_contents (catalogue, text, -1, NULL));
  g_clear_pointer (&text, g_free);
  library = starling_library_new (folder, user, clock);
  session = starling_session_new (library);
  agenda = starling_session_get_agenda (session);
  starling_library_load_async (library, NULL, loaded_cb, &n_loaded);
  starling_test_run_until (is_told, &n_loaded);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (starling_agenda_count (agenda), ==, 0);

  g_signal_connect (agenda, "changed", G_CALLBACK (changed_cb), &n_told);
  g_assert_true (g_file_get_contents (STARLING_SOURCE_DATADIR
                                      "/packs/frugality.json",
                                      &text, NULL, NULL));
  g_assert_true (g_file_set_contents (pack, text, -1, NULL));
  starling_test_run_until (has_cards, agenda);
  starling_test_run_until (is_told, &n_told);
  g_assert_cmpuint (n_told, ==, 1);
}

static void
count_place_cb (StarlingSession *session, GParamSpec *pspec, guint *n_told)
{
  (*n_told)++;
}

/* A place is kept until it is taken, or another scope makes it pointless; the
 * lens stays as it is. */
static void
test_place (void)
{
  g_autoptr (StarlingSession) session = starling_test_session_new ();
  g_autoptr (StarlingPlace) place = NULL;
  int dive_deep = principle (session, "dive-deep");
  guint n_told = 0;

  starling_session_set_mode (session, STARLING_MODE_QUIZ);
  starling_session_set_study_view (session, STARLING_VIEW_FLASHCARDS);
  starling_session_set_level (session, STARLING_LEVEL_SENIOR);
  starling_session_set_wanted_angle (session, dive_deep);
  g_assert_null (starling_session_take_place (session));
  g_signal_connect (session, "notify::place", G_CALLBACK (count_place_cb),
                    &n_told);

  starling_session_show_place (session, "webhook-drops", STARLING_STEP_TASK,
                               "why-the-alert");
  g_assert_cmpuint (n_told, ==, 1);
  g_assert_cmpstr (starling_session_get_scope (session), ==,
                   "scenario:webhook-drops");
  g_assert_cmpint (starling_session_get_mode (session), ==,
                   STARLING_MODE_STUDY);
  g_assert_cmpint (starling_session_get_study_view (session), ==,
                   STARLING_VIEW_WALKTHROUGH);
  g_assert_cmpint (starling_session_get_level (session), ==,
                   STARLING_LEVEL_SENIOR);
  g_assert_cmpint (starling_session_get_wanted_angle (session), ==, dive_deep);

  starling_session_set_level (session, STARLING_LEVEL_SDE1);
  starling_session_set_mode (session, STARLING_MODE_REHEARSE);
  starling_session_set_scope (session, "scenario:webhook-drops");
  place = starling_session_take_place (session);
  g_assert_cmpint (place->step, ==, STARLING_STEP_TASK);
  g_assert_cmpstr (place->probe, ==, "why-the-alert");
  g_assert_cmpuint (n_told, ==, 2);
  g_assert_null (starling_session_take_place (session));
  g_assert_cmpuint (n_told, ==, 2);

  /* the last one counts */
  starling_session_show_place (session, "no-such-story", STARLING_NO_STEP, "p");
  starling_session_show_place (session, "no-such-story", STARLING_STEP_RESULT,
                               NULL);
  g_assert_cmpuint (n_told, ==, 4);
  g_clear_pointer (&place, starling_place_free);
  g_object_get (session, "place", &place, NULL);
  g_assert_cmpint (place->step, ==, STARLING_STEP_RESULT);
  g_assert_null (place->probe);
  starling_session_set_scope (session, "today");
  g_assert_cmpuint (n_told, ==, 5);
  g_assert_null (starling_session_take_place (session));
}

static void
test_unknown_scenario (void)
{
  g_autoptr (StarlingSession) session = starling_test_session_new ();

  starling_session_set_scope (session, "scenario:webhook-drops");
  g_assert_null (starling_session_get_error (session));
  starling_session_set_scope (session, "scenario:no-such-thing");
  g_assert_null (starling_session_get_scenario (session));
  g_assert_nonnull (starling_session_get_error (session));
  starling_session_set_scope (session, "scenario:webhook-drops");
  g_assert_null (starling_session_get_error (session));
  g_assert_nonnull (starling_session_get_scenario (session));
}

static void
test_list_scenarios (void)
{
  static const struct
  {
    const char *scope;
    guint n;
    const char *first;
  } cases[] = {
    { "scenario:lecture-encoding", 1, "lecture-encoding" },
    { "principle:insist-on-the-highest-standards", 1, "webhook-drops" },
    { "principle:think-big", 0, NULL },
    { "my-stories", 0, NULL },
    { "today", 3, "webhook-drops" },
  };
  g_autoptr (StarlingSession) session = starling_test_session_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) ids = NULL;

      starling_session_set_scope (session, cases[i].scope);
      ids = starling_session_list_scenarios (session);
      g_assert_cmpuint (g_strv_length (ids), ==, cases[i].n);
      g_assert_cmpstr (ids[0], ==, cases[i].first);
    }
}

int
main (int argc, char *argv[])
{
  starling_test_init (&argc, &argv);

  g_test_add_func ("/session/independence", test_independence);
  g_test_add_func ("/session/wanted-angle", test_wanted_angle);
  g_test_add_func ("/session/notify", test_notify);
  g_test_add_func ("/session/agenda", test_agenda);
  g_test_add_func ("/session/agenda/tick", test_agenda_tick);
  g_test_add_func ("/session/agenda/packs", test_agenda_packs);
  g_test_add_func ("/session/place", test_place);
  g_test_add_func ("/session/unknown-scenario", test_unknown_scenario);
  g_test_add_func ("/session/list-scenarios", test_list_scenarios);

  return g_test_run ();
}

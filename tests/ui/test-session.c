/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gtk/gtk.h>

#include "session.h"
#include "support.h"

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
  g_test_add_func ("/session/unknown-scenario", test_unknown_scenario);
  g_test_add_func ("/session/list-scenarios", test_list_scenarios);

  return g_test_run ();
}

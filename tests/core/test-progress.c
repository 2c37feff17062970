/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/progress.h"

#include <string.h>

#define HOUR (G_GINT64_CONSTANT (3600) * 1000)

/* Monday 2026-11-23, 12:00 UTC */
#define NOON G_GINT64_CONSTANT (1795435200000)

/* An event in a few words: when, id, type, and what it is about. */
typedef struct
{
  int at; /* ms after noon */
  const char *id;
  StarlingEventType type;
  const char *about; /* scenario, card or id; question for a quiz */
  int value;         /* grade, correct, level of a take */
  const char *word;  /* action; angle of a take */
} Sketch;

static StarlingEvent *
make (const Sketch *sketch)
{
  StarlingEvent *event = starling_event_new (sketch->type);

  event->id = g_strdup (sketch->id);
  event->at = NOON + sketch->at;
  event->offset = 0;
  if (sketch->type == STARLING_EVENT_UNDO)
    event->of = g_strdup (sketch->about);
  else if (sketch->type == STARLING_EVENT_REVIEW
           || sketch->type == STARLING_EVENT_CARD)
    event->card = g_strdup (sketch->about);
  else
    event->scenario
        = g_strdup (sketch->type == STARLING_EVENT_QUIZ ? "a" : sketch->about);

  if (sketch->type == STARLING_EVENT_REVIEW)
    event->grade = sketch->value;
  if (sketch->type == STARLING_EVENT_CARD
      || sketch->type == STARLING_EVENT_FINDING)
    event->action = g_strdup (sketch->word);
  if (sketch->type == STARLING_EVENT_REHEARSAL)
    {
      event->level = sketch->value;
      event->angle = g_strdup (sketch->word);
    }
  if (sketch->type == STARLING_EVENT_QUIZ)
    {
      event->question = g_strdup (sketch->about);
      event->correct = sketch->value;
      event->kind = g_strdup (sketch->word);
    }
  return event;
}

static GPtrArray *
make_all (const Sketch *sketches, guint n)
{
  GPtrArray *events
      = g_ptr_array_new_with_free_func ((GDestroyNotify) starling_event_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (events, make (&sketches[i]));
  return events;
}

/* Takes, reviews and answers of scenario a, and one take of b. */
static const Sketch story[] = {
  { 1, "r1", STARLING_EVENT_REVIEW, "a#step.task", 3, NULL },
  { 2, "r2", STARLING_EVENT_REVIEW, "a#weak", 1, NULL },
  { 3, "r3", STARLING_EVENT_REVIEW, "a#step.task", 4, NULL },
  { 4, "q1", STARLING_EVENT_QUIZ, "one", TRUE, NULL },
  { 5, "q2", STARLING_EVENT_QUIZ, "two", TRUE, NULL },
  { 6, "q3", STARLING_EVENT_QUIZ, "one", FALSE, NULL },
  { 7, "q4", STARLING_EVENT_QUIZ, "of this sort", TRUE, "derived" },
  { 8, "t1", STARLING_EVENT_REHEARSAL, "a", 1, NULL },
  { 9, "t2", STARLING_EVENT_REHEARSAL, "a", 1, "ownership" },
  { 10, "t3", STARLING_EVENT_REHEARSAL, "b", 2, NULL },
  { 11, "t4", STARLING_EVENT_REHEARSAL, "a", 1, NULL },
};

static void
check_story (StarlingProgress *progress)
{
  StarlingScenarioProgress figures;
  g_autoptr (GPtrArray) takes = starling_progress_get_takes (progress, "a");

  starling_progress_get_scenario (progress, "a", &figures);
  g_assert_cmpint (figures.state, ==, STARLING_STATE_REHEARSED);
  g_assert_cmpuint (figures.n_takes, ==, 3);
  g_assert_cmpint (figures.last_take_at, ==, NOON + 11);
  g_assert_cmpuint (figures.n_cards_reviewed, ==, 2);
  g_assert_cmpuint (figures.n_questions, ==, 3);
  g_assert_cmpuint (figures.n_right, ==, 2);

  g_assert_cmpuint (takes->len, ==, 3);
  g_assert_cmpstr (((StarlingEvent *) takes->pdata[0])->id, ==, "t1");
  g_assert_cmpstr (((StarlingEvent *) takes->pdata[2])->id, ==, "t4");

  g_assert_cmpuint (starling_progress_count_takes (progress, "a",
                                                   STARLING_LEVEL_SDE2, NULL),
                    ==, 2);
  g_assert_cmpuint (starling_progress_count_takes (progress, "a",
                                                   STARLING_LEVEL_SDE2,
                                                   "ownership"),
                    ==, 1);
  g_assert_cmpuint (starling_progress_count_takes (progress, "a",
                                                   STARLING_LEVEL_SENIOR, NULL),
                    ==, 0);
  g_assert_cmpstr (starling_progress_get_last_take (progress, "a",
                                                    STARLING_LEVEL_SDE2, NULL)
                       ->id,
                   ==, "t4");
  g_assert_null (starling_progress_get_last_take (progress, "a",
                                                  STARLING_LEVEL_SDE1, NULL));
  g_assert_cmpstr (starling_progress_get_last_take (progress, "b",
                                                    STARLING_LEVEL_SENIOR, NULL)
                       ->id,
                   ==, "t3");

  starling_progress_get_scenario (progress, "b", &figures);
  g_assert_cmpuint (figures.n_takes, ==, 1);
  starling_progress_get_scenario (progress, "c", &figures);
  g_assert_cmpint (figures.state, ==, STARLING_STATE_NEW);
  g_assert_cmpint (starling_progress_get_newest_at (progress), ==, NOON + 11);
}

/* The order of lines, and of additions, does not matter. */
static void
test_order (void)
{
  g_autoptr (GPtrArray) events = make_all (story, G_N_ELEMENTS (story));

  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (StarlingProgress) replayed = starling_progress_new ();
      g_autoptr (StarlingProgress) added = starling_progress_new ();

      starling_progress_replay (replayed, events);
      check_story (replayed);
      for (guint i = 0; i < events->len; i++)
        {
          StarlingScenarioProgress ignored;

          starling_progress_add (added, g_ptr_array_index (events, i));
          starling_progress_get_scenario (added, "a", &ignored);
        }
      check_story (added);

      for (guint i = events->len - 1; i > 0; i--)
        {
          guint j = (guint) g_test_rand_int_range (0, (gint32) i + 1);
          gpointer swap = events->pdata[i];

          events->pdata[i] = events->pdata[j];
          events->pdata[j] = swap;
        }
    }
}

/* At the same time, ids decide. */
static void
test_same_time (void)
{
  static const Sketch sketches[] = {
    { 5, "b", STARLING_EVENT_QUIZ, "one", FALSE, NULL },
    { 5, "a", STARLING_EVENT_QUIZ, "one", TRUE, NULL },
  };
  g_autoptr (GPtrArray) events = make_all (sketches, G_N_ELEMENTS (sketches));
  g_autoptr (StarlingProgress) progress = starling_progress_new ();
  StarlingScenarioProgress figures;

  starling_progress_replay (progress, events);
  starling_progress_get_scenario (progress, "a", &figures);
  g_assert_cmpuint (figures.n_right, ==, 0);
}

static void
test_duplicates (void)
{
  static const Sketch sketches[] = {
    { 5, "t1", STARLING_EVENT_REHEARSAL, "a", 1, NULL },
    { 6, "t1", STARLING_EVENT_REHEARSAL, "b", 1, NULL },
  };
  g_autoptr (GPtrArray) events = make_all (sketches, G_N_ELEMENTS (sketches));
  g_autoptr (StarlingProgress) progress = starling_progress_new ();
  StarlingScenarioProgress figures;

  starling_progress_replay (progress, events);
  starling_progress_add (progress, g_ptr_array_index (events, 1));
  starling_progress_get_scenario (progress, "a", &figures);
  g_assert_cmpuint (figures.n_takes, ==, 1);
  starling_progress_get_scenario (progress, "b", &figures);
  g_assert_cmpuint (figures.n_takes, ==, 0);
  g_assert_true (starling_progress_has_event (progress, "t1"));
  g_assert_false (starling_progress_has_event (progress, "t2"));
}

/* Who undoes whom (each pair: an undo and what it names), and who is void. */
static const struct
{
  const char *undos;
  const char *voids;
} undo_cases[] = {
  { "", "" },
  { "u1=t1", "t1" },
  { "u1=t1 u2=u1", "u1" },
  { "u1=t1 u2=u1 u3=u2", "t1 u2" },
  { "u1=t1 u2=u1 u3=u2 u4=u3", "u1 u3" },
  { "u1=t1 u2=t1 u3=u1", "t1 u1" },
  { "u1=t1 u2=t1 u3=u1 u4=u2", "u1 u2" },
  { "u1=nobody", "" },
  { "u1=u1", "" },
  { "u1=u2 u2=u1", "" },
  { "u1=u2 u2=u3 u3=u1", "" },
  { "u1=u2 u2=u1 u3=u1", "u1" },
  { "u1=t1 u2=u1 u3=u3", "u1" },
  { "u1=u2 u2=t1", "u2" },
};

static GPtrArray *
make_undos (const char *words)
{
  g_auto (GStrv) pairs = g_strsplit (words, " ", -1);
  const Sketch take = { 1, "t1", STARLING_EVENT_REHEARSAL, "a", 1, NULL };
  GPtrArray *events = make_all (&take, 1);

  for (guint i = 0; pairs[i] != NULL && *pairs[i] != '\0'; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);
      const Sketch undo = { 2, pair[0], STARLING_EVENT_UNDO, pair[1], 0, NULL };

      g_ptr_array_add (events, make (&undo));
    }
  return events;
}

static void
check_voids (StarlingProgress *progress, GPtrArray *events, const char *voids)
{
  g_auto (GStrv) expected = g_strsplit (voids, " ", -1);
  StarlingScenarioProgress figures;
  gboolean taken = !g_strv_contains ((const char *const *) expected, "t1");

  for (guint i = 0; i < events->len; i++)
    {
      const StarlingEvent *event = g_ptr_array_index (events, i);

      g_assert_cmpint (starling_progress_is_void (progress, event->id), ==,
                       g_strv_contains ((const char *const *) expected,
                                        event->id));
    }
  starling_progress_get_scenario (progress, "a", &figures);
  g_assert_cmpint (figures.state, ==,
                   taken ? STARLING_STATE_REHEARSED : STARLING_STATE_NEW);
}

static void
test_undo (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (undo_cases); i++)
    {
      g_autoptr (GPtrArray) events = make_undos (undo_cases[i].undos);
      g_autoptr (StarlingProgress) replayed = starling_progress_new ();
      g_autoptr (StarlingProgress) forth = starling_progress_new ();
      g_autoptr (StarlingProgress) back = starling_progress_new ();

      g_test_message ("%s", undo_cases[i].undos);
      starling_progress_replay (replayed, events);
      check_voids (replayed, events, undo_cases[i].voids);
      for (guint j = 0; j < events->len; j++)
        {
          starling_progress_add (forth, g_ptr_array_index (events, j));
          starling_progress_is_void (forth, "t1");
          starling_progress_add (back, g_ptr_array_index (events,
                                                          events->len - 1 - j));
          starling_progress_is_void (back, "t1");
        }
      check_voids (forth, events, undo_cases[i].voids);
      check_voids (back, events, undo_cases[i].voids);
    }
}

/* A long row of undo and redo takes neither stack nor time. */
static void
test_long_chain (void)
{
  g_autoptr (GPtrArray) events = make_undos ("");
  g_autoptr (StarlingProgress) progress = starling_progress_new ();

  for (guint i = 0; i < 100001; i++)
    {
      g_autofree char *id = g_strdup_printf ("u%u", i);
      g_autofree char *of
          = i == 0 ? g_strdup ("t1") : g_strdup_printf ("u%u", i - 1);
      const Sketch undo = { 2, id, STARLING_EVENT_UNDO, of, 0, NULL };

      g_ptr_array_add (events, make (&undo));
    }
  starling_progress_replay (progress, events);
  g_assert_true (starling_progress_is_void (progress, "t1"));
  g_assert_true (starling_progress_is_void (progress, "u99999"));
  g_assert_false (starling_progress_is_void (progress, "u100000"));
}

static void
test_affected (void)
{
  static const struct
  {
    const char *undos, *id, *scenario;
  } cases[] = {
    { "u1=t1", "u1", "a" },      { "u1=t1 u2=u1", "u2", "a" },
    { "u1=nobody", "u1", NULL }, { "u1=u2 u2=u1", "u1", NULL },
    { "u1=t1", "t1", "a" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) events = make_undos (cases[i].undos);
      g_autoptr (StarlingProgress) progress = starling_progress_new ();
      g_autofree char *scenario = NULL;

      starling_progress_replay (progress, events);
      scenario = starling_progress_dup_affected (
          progress, starling_progress_get_event (progress, cases[i].id));
      g_assert_cmpstr (scenario, ==, cases[i].scenario);
    }
}

static void
test_forget (void)
{
  static const Sketch sketches[] = {
    { 1, "t1", STARLING_EVENT_REHEARSAL, "a", 1, NULL },
    { 2, "r1", STARLING_EVENT_REVIEW, "a#weak", 3, NULL },
    { 3, "t2", STARLING_EVENT_REHEARSAL, "b", 1, NULL },
    { 4, "f1", STARLING_EVENT_FORGET, "a", 0, NULL },
    { 5, "r2", STARLING_EVENT_REVIEW, "a#step.task", 3, NULL },
    { 6, "u1", STARLING_EVENT_UNDO, "r2", 0, NULL },
    { 7, "u2", STARLING_EVENT_UNDO, "f1", 0, NULL },
  };
  static const struct
  {
    guint n; /* events so far */
    StarlingState state;
    guint n_cards;
  } steps[] = {
    { 3, STARLING_STATE_REHEARSED, 1 },   { 4, STARLING_STATE_NEW, 0 },
    { 5, STARLING_STATE_IN_PROGRESS, 1 }, { 6, STARLING_STATE_NEW, 0 },
    { 7, STARLING_STATE_REHEARSED, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GPtrArray) events = make_all (sketches, steps[i].n);
      g_autoptr (StarlingProgress) progress = starling_progress_new ();
      StarlingScenarioProgress figures;

      starling_progress_replay (progress, events);
      starling_progress_get_scenario (progress, "a", &figures);
      g_assert_cmpint (figures.state, ==, steps[i].state);
      g_assert_cmpuint (figures.n_cards_reviewed, ==, steps[i].n_cards);
      starling_progress_get_scenario (progress, "b", &figures);
      g_assert_cmpint (figures.state, ==, STARLING_STATE_REHEARSED);
    }
}

/* Any live event makes a scenario one in progress; only a take, rehearsed. */
static void
test_states (void)
{
  static const struct
  {
    Sketch sketch;
    StarlingState state;
  } cases[] = {
    { { 1, "e", STARLING_EVENT_REVIEW, "a#weak", 1, NULL },
      STARLING_STATE_IN_PROGRESS },
    { { 1, "e", STARLING_EVENT_QUIZ, "one", FALSE, NULL },
      STARLING_STATE_IN_PROGRESS },
    { { 1, "e", STARLING_EVENT_QUIZ, "one", FALSE, "derived" },
      STARLING_STATE_IN_PROGRESS },
    { { 1, "e", STARLING_EVENT_CARD, "a#weak", 0, "bury" },
      STARLING_STATE_IN_PROGRESS },
    { { 1, "e", STARLING_EVENT_FINDING, "a", 0, "dismiss" },
      STARLING_STATE_IN_PROGRESS },
    { { 1, "e", STARLING_EVENT_FORGET, "a", 0, NULL }, STARLING_STATE_NEW },
    { { 1, "e", STARLING_EVENT_UNKNOWN, "a", 0, NULL }, STARLING_STATE_NEW },
    { { 1, "e", STARLING_EVENT_REHEARSAL, "a", -1, NULL },
      STARLING_STATE_REHEARSED },
    { { 1, "e", STARLING_EVENT_REVIEW, "ab#weak", 1, NULL },
      STARLING_STATE_NEW },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StarlingProgress) progress = starling_progress_new ();
      g_autoptr (StarlingEvent) event = make (&cases[i].sketch);
      StarlingScenarioProgress figures;

      starling_progress_add (progress, event);
      starling_progress_get_scenario (progress, "a", &figures);
      g_assert_cmpint (figures.state, ==, cases[i].state);
    }
}

/* Only takes are takes, whatever else was done at the same level. */
static void
test_takes (void)
{
  static const char *const lines[] = {
    "\"id\":\"q\",\"type\":\"quiz\",\"question\":\"one\",\"correct\":true",
    "\"id\":\"t\",\"type\":\"rehearsal\",\"probes\":[{\"probe\":\"p\"},"
    "{\"probe\":\"q\"},{\"probe\":\"p\"}]",
    "\"id\":\"u\",\"type\":\"rehearsal\",\"probes\":[{\"probe\":\"p\"}]",
    "\"id\":\"v\",\"type\":\"rehearsal\"",
    "\"id\":\"r\",\"type\":\"quiz\",\"question\":\"two\",\"correct\":true",
  };
  static const struct
  {
    const char *probe;
    guint n;
  } probes[] = { { "p", 2 }, { "q", 1 }, { "r", 0 } };
  g_autoptr (StarlingProgress) progress = starling_progress_new ();

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *line = g_strdup_printf (
          "{\"v\":1,\"at\":\"2026-11-23T09:0%u:00.000Z\",\"scenario\":\"a\","
          "\"level\":\"sde2\",%s}",
          i, lines[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (StarlingEvent) event = starling_event_parse (line, -1, &error);

      g_assert_no_error (error);
      starling_progress_add (progress, event);
    }
  g_assert_cmpuint (starling_progress_count_takes (progress, "a",
                                                   STARLING_LEVEL_SDE2, NULL),
                    ==, 3);
  g_assert_cmpstr (starling_progress_get_last_take (progress, "a",
                                                    STARLING_LEVEL_SDE2, NULL)
                       ->id,
                   ==, "v");
  for (guint i = 0; i < G_N_ELEMENTS (probes); i++)
    g_assert_cmpuint (starling_progress_count_probe (progress, "a",
                                                     probes[i].probe),
                      ==, probes[i].n);
  g_assert_cmpuint (starling_progress_count_probe (progress, "b", "p"), ==, 0);
}

static void
test_until (void)
{
  g_autoptr (GPtrArray) events = make_all (story, G_N_ELEMENTS (story));
  g_autoptr (StarlingProgress) progress = starling_progress_new ();
  g_autoptr (StarlingProgress) earlier = NULL;
  StarlingScenarioProgress figures;

  starling_progress_replay (progress, events);
  earlier = starling_progress_copy_until (progress, NOON + 8);
  starling_progress_get_scenario (earlier, "a", &figures);
  g_assert_cmpuint (figures.n_takes, ==, 1);
  g_assert_cmpint (starling_progress_get_newest_at (earlier), ==, NOON + 8);
  check_story (progress);
}

/* A long life of practice is replayed in no time that one would notice. */
static void
test_many (void)
{
  g_autoptr (GPtrArray) events
      = g_ptr_array_new_with_free_func ((GDestroyNotify) starling_event_unref);
  g_autoptr (StarlingProgress) progress = starling_progress_new ();
  StarlingScenarioProgress figures;
  guint n_cards = 0;

  for (int i = 0; i < 50000; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%d", i);
      g_autofree char *card = g_strdup_printf ("s%d#probe.%d", i % 50, i % 13);
      const Sketch sketch = { i, id, STARLING_EVENT_REVIEW, card, 3, NULL };

      g_ptr_array_add (events, make (&sketch));
    }
  starling_progress_replay (progress, events);
  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *scenario = g_strdup_printf ("s%u", i);

      starling_progress_get_scenario (progress, scenario, &figures);
      n_cards += figures.n_cards_reviewed;
    }
  g_assert_cmpuint (n_cards, ==, 50 * 13);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/progress/order", test_order);
  g_test_add_func ("/progress/same-time", test_same_time);
  g_test_add_func ("/progress/duplicates", test_duplicates);
  g_test_add_func ("/progress/undo", test_undo);
  g_test_add_func ("/progress/long-chain", test_long_chain);
  g_test_add_func ("/progress/affected", test_affected);
  g_test_add_func ("/progress/forget", test_forget);
  g_test_add_func ("/progress/states", test_states);
  g_test_add_func ("/progress/takes", test_takes);
  g_test_add_func ("/progress/until", test_until);
  g_test_add_func ("/progress/many", test_many);
  return g_test_run ();
}

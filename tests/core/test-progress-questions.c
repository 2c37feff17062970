/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/progress.h"

#include "random-journal.h"
#include "support.h"

#define N_ROUNDS 40
#define N_EVENTS 120

/* Monday 2026-11-23, 12:00 UTC */
#define NOON G_GINT64_CONSTANT (1795435200000)
#define DAY 20780

typedef struct
{
  int day; /* after that Monday */
  const char *id;
  const char *scenario; /* NULL: an undo of the question */
  const char *question; /* NULL: forget the scenario; "": not said */
  gboolean correct;
  const char *kind; /* NULL: written */
} Sketch;

static StarlingEvent *
make (const Sketch *sketch, guint place)
{
  StarlingEventType type = sketch->scenario == NULL   ? STARLING_EVENT_UNDO
                           : sketch->question == NULL ? STARLING_EVENT_FORGET
                                                      : STARLING_EVENT_QUIZ;
  StarlingEvent *event = starling_event_new (type);

  event->id = g_strdup (sketch->id);
  event->at = NOON + sketch->day * STARLING_DAY_MS + place;
  event->offset = 0;
  event->scenario = g_strdup (sketch->scenario);
  if (type == STARLING_EVENT_UNDO)
    event->of = g_strdup (sketch->question);
  else if (sketch->question != NULL && *sketch->question != '\0')
    event->question = g_strdup (sketch->question);
  event->kind = g_strdup (sketch->kind);
  event->correct = sketch->correct;
  return event;
}

/* Adds the sketches in order, or the other way round. */
static StarlingProgress *
replay (const Sketch *sketches, guint n, gboolean backwards)
{
  StarlingProgress *progress = starling_progress_new ();

  for (guint i = 0; i < n; i++)
    {
      guint place = backwards ? n - 1 - i : i;
      g_autoptr (StarlingEvent) event = make (&sketches[place], place);

      starling_progress_add (progress, event);
      starling_progress_get_questions (progress, "a");
    }
  return progress;
}

/* What is to be known of a: questions q1, q2… by box, last day and answers. */
static void
assert_questions (StarlingProgress *progress, const char *expected)
{
  GHashTable *questions = starling_progress_get_questions (progress, "a");
  g_autoptr (GString) text = g_string_new (NULL);
  StarlingScenarioProgress figures;
  guint n = 0, n_right = 0;

  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *id = g_strdup_printf (i < 5 ? "q%u" : "q.%u", i);
      const StarlingQuestionRecord *record
          = starling_progress_get_question (progress, "a", id);

      g_assert_true (
          record
          == (questions == NULL ? NULL : g_hash_table_lookup (questions, id)));
      if (record == NULL)
        continue;
      g_string_append_printf (text, "%s %u %d %u/%u, ", id, record->box,
                              record->last_day - DAY, record->n_right,
                              record->n_answers);
      n++;
      n_right += record->right ? 1 : 0;
    }
  g_assert_cmpstr (text->str, ==, expected);
  if (questions != NULL)
    g_assert_cmpuint (g_hash_table_size (questions), ==, n);
  starling_progress_get_scenario (progress, "a", &figures);
  g_assert_cmpuint (figures.n_questions, ==, n);
  g_assert_cmpuint (figures.n_right, ==, n_right);
}

static void
test_records (void)
{
  static const struct
  {
    const char *expected;
    Sketch sketches[6];
  } cases[] = {
    { "", { { 0 } } },
    { "q1 2 0 1/1, ", { { 0, "a", "a", "q1", TRUE, NULL } } },
    { "", { { 0, "a", "b", "q1", TRUE, NULL } } },
    { "q1 1 1 1/2, q2 1 0 0/1, ",
      { { 0, "a", "a", "q1", TRUE, NULL },
        { 0, "b", "a", "q2", FALSE, NULL },
        { 1, "c", "a", "q1", FALSE, NULL },
        { 1, "d", "b", "q1", TRUE, NULL } } },
    /* derived ones count when their id is known */
    { "q.7 3 1 2/2, ",
      { { 0, "a", "a", "q.7", TRUE, "step" },
        { 1, "b", "a", "q.7", TRUE, "step" },
        { 1, "c", "a", "", TRUE, "step" } } },
    /* undone, and done again */
    { "",
      { { 0, "a", "a", "q1", TRUE, NULL }, { 0, "b", NULL, "a", 0, NULL } } },
    { "q1 1 0 0/1, ",
      { { 0, "a", "a", "q1", FALSE, NULL },
        { 1, "b", "a", "q1", TRUE, NULL },
        { 1, "c", NULL, "b", 0, NULL } } },
    { "q1 2 1 1/2, ",
      { { 0, "a", "a", "q1", FALSE, NULL },
        { 1, "b", "a", "q1", TRUE, NULL },
        { 1, "c", NULL, "b", 0, NULL },
        { 2, "d", NULL, "c", 0, NULL } } },
    /* forgotten, and not so after all */
    { "q2 2 2 1/1, ",
      { { 0, "a", "a", "q1", FALSE, NULL },
        { 1, "b", "a", NULL, 0, NULL },
        { 2, "c", "a", "q2", TRUE, NULL } } },
    { "q1 1 0 0/1, ",
      { { 0, "a", "a", "q1", FALSE, NULL }, { 1, "b", "b", NULL, 0, NULL } } },
    { "q1 1 0 0/1, q2 2 2 1/1, ",
      { { 0, "a", "a", "q1", FALSE, NULL },
        { 1, "b", "a", NULL, 0, NULL },
        { 2, "c", "a", "q2", TRUE, NULL },
        { 2, "d", NULL, "b", 0, NULL } } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint backwards = 0; backwards < 2; backwards++)
      {
        guint n = 0;
        g_autoptr (StarlingProgress) progress = NULL;

        while (n < 6 && cases[i].sketches[n].id != NULL)
          n++;
        progress = replay (cases[i].sketches, n, backwards);
        assert_questions (progress, cases[i].expected);
      }
}

static void
assert_days (StarlingProgress *progress,
             const char *const *scenarios,
             const char *expected)
{
  g_autoptr (GArray) days
      = g_array_new (FALSE, FALSE, sizeof (StarlingQuizDay));
  g_autoptr (GString) text = g_string_new (NULL);

  /* what it held before is gone */
  g_array_set_size (days, 3);
  starling_progress_list_quiz_days (progress, scenarios, days);
  for (guint i = 0; i < days->len; i++)
    {
      const StarlingQuizDay *day = &g_array_index (days, StarlingQuizDay, i);

      g_string_append_printf (text, "%d %u/%u, ", day->day - DAY, day->n_right,
                              day->n_answers);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_days (void)
{
  static const Sketch sketches[] = {
    { 0, "0", "b", "q1", TRUE, NULL },    { 0, "1", "a", "q1", FALSE, NULL },
    { 0, "2", "a", "q2", TRUE, NULL },    { 0, "3", "a", "q1", TRUE, NULL },
    { 2, "4", "a", "", FALSE, "step" },   { 3, "5", "c", "q1", TRUE, NULL },
    { 3, "6", "b", "q.1", TRUE, "flag" }, { 5, "7", "a", "q1", TRUE, NULL },
    { 5, "8", NULL, "7", 0, NULL },       { 6, "9", "c", NULL, 0, NULL },
    { 7, "z", "b", "q1", FALSE, NULL },
  };
  static const struct
  {
    const char *scenarios[4];
    const char *expected;
  } cases[] = {
    { { NULL }, "" },
    { { "a" }, "0 2/3, 2 0/1, " },
    { { "b" }, "0 1/1, 3 1/1, 7 0/1, " },
    { { "c" }, "" },
    { { "nobody" }, "" },
    { { "a", "b" }, "0 3/4, 2 0/1, 3 1/1, 7 0/1, " },
    { { "b", "nobody", "a" }, "0 3/4, 2 0/1, 3 1/1, 7 0/1, " },
  };

  for (guint backwards = 0; backwards < 2; backwards++)
    {
      g_autoptr (StarlingProgress) progress
          = replay (sketches, G_N_ELEMENTS (sketches), backwards);
      StarlingScenarioProgress figures;

      for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        assert_days (progress, cases[i].scenarios, cases[i].expected);
      assert_days (progress, NULL, "0 3/4, 2 0/1, 3 1/1, 7 0/1, ");
      starling_progress_get_scenario (progress, "b", &figures);
      g_assert_cmpuint (figures.n_answers, ==, 3);
      g_assert_cmpuint (figures.n_answers_right, ==, 2);
    }
}

/* Days without answers are none. */
static void
test_other_days (void)
{
  static const char *const a[] = { "a", NULL };
  g_autoptr (StarlingProgress) progress = starling_progress_new ();
  g_autoptr (StarlingEvent) take
      = starling_event_new (STARLING_EVENT_REHEARSAL);

  take->id = g_strdup ("t");
  take->scenario = g_strdup ("a");
  take->at = NOON;
  take->offset = 0;
  starling_progress_add (progress, take);
  assert_days (progress, a, "");
  assert_days (progress, NULL, "");
}

/* All together are the sum of each alone, whatever was done. */
static void
test_random_days (void)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (round);
      g_autoptr (GPtrArray) events = random_journal (rand, N_EVENTS);
      g_autoptr (StarlingProgress) progress = starling_progress_new ();
      g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GArray) all
          = g_array_new (FALSE, FALSE, sizeof (StarlingQuizDay));
      g_autoptr (GArray) listed
          = g_array_new (FALSE, FALSE, sizeof (StarlingQuizDay));

      for (guint i = 0; i < RANDOM_N_SCENARIOS; i++)
        g_ptr_array_add (ids, random_dup_scenario (i));
      g_ptr_array_add (ids, NULL);
      starling_progress_replay (progress, events);
      starling_progress_list_quiz_days (progress, NULL, all);
      starling_progress_list_quiz_days (progress,
                                        (const char *const *) ids->pdata,
                                        listed);
      g_assert_cmpmem (all->data, all->len * sizeof (StarlingQuizDay),
                       listed->data, listed->len * sizeof (StarlingQuizDay));
      for (guint i = 1; i < all->len; i++)
        g_assert_cmpint (g_array_index (all, StarlingQuizDay, i - 1).day, <,
                         g_array_index (all, StarlingQuizDay, i).day);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/progress-questions/records", test_records);
  g_test_add_func ("/progress-questions/days", test_days);
  g_test_add_func ("/progress-questions/other-days", test_other_days);
  g_test_add_func ("/progress-questions/random-days", test_random_days);

  return g_test_run ();
}

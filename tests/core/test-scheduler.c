/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/scheduler.h"

#include "engine/scheduler-private.h"
#include "scheduler-vectors.h"
#include "support.h"

#include <string.h>

#define VECTORS "tests/core/data/fsrs-vectors.json"
#define DAY G_GINT64_CONSTANT (86400)

#define N_SEQUENCES 4000
#define N_REVIEWS 25

static void
assert_same (const StarlingMemory *a, const StarlingMemory *b)
{
  g_assert_cmpint (a->state, ==, b->state);
  g_assert_cmpuint (a->step, ==, b->step);
  g_assert_cmpfloat (a->stability, ==, b->stability);
  g_assert_cmpfloat (a->difficulty, ==, b->difficulty);
  g_assert_cmpint (a->due, ==, b->due);
  g_assert_cmpint (a->last_review, ==, b->last_review);
  g_assert_cmpint (a->last_shift, ==, b->last_shift);
  g_assert_cmpint (a->scheduled_days, ==, b->scheduled_days);
  g_assert_cmpint (a->elapsed_days, ==, b->elapsed_days);
  g_assert_cmpuint (a->reps, ==, b->reps);
  g_assert_cmpuint (a->lapses, ==, b->lapses);
}

/* In TAP and, as a line of its own, for whoever runs this by hand. */
static void
show_worst (const TestVectors *vectors)
{
  g_autofree char *line = g_strdup_printf (
      "worst error: stability %g, difficulty %g, w %g, units %g",
      vectors->stability, vectors->difficulty, vectors->w, vectors->units);

  g_test_message ("%s", line);
  g_printerr ("%s\n", line);
}

/* Against STARLING_FSRS_VECTORS if it is set, else against our own file. */
static void
test_vectors (void)
{
  const char *other = g_getenv ("STARLING_FSRS_VECTORS");
  gboolean own = other == NULL || *other == '\0';
  g_autofree char *file
      = own ? test_dup_source_file (VECTORS) : g_strdup (other);
  g_auto (TestVectors) vectors = { 0 };

  g_test_message ("checking %s", file);
  test_vectors_check_file (&vectors, file);
  for (guint i = 0; i < vectors.remarks->len; i++)
    g_test_message ("%s", (char *) vectors.remarks->pdata[i]);
  g_test_message ("%u cases, %u with fuzz, %u transitions, %u units; "
                  "%u reviews, %u values compared",
                  vectors.n_cases, vectors.n_fuzz_cases, vectors.n_transitions,
                  vectors.n_units, vectors.n_reviews, vectors.n_checks);
  if (vectors.n_checks > 0)
    show_worst (&vectors);
  for (guint i = 0; i < vectors.complaints->len; i++)
    {
      g_test_message ("%s", (char *) vectors.complaints->pdata[i]);
      g_printerr ("%s\n", (char *) vectors.complaints->pdata[i]);
    }
  if (vectors.n_complaints > 0)
    g_test_fail_printf ("%u complaints; the first: %s", vectors.n_complaints,
                        (char *) vectors.complaints->pdata[0]);
  else if (vectors.n_checks == 0)
    g_test_fail_printf ("%s: nothing was checked", file);
  else if (own)
    g_assert_cmpuint (vectors.remarks->len, ==, 0);
}

#define HEAD                                                                   \
  "{\"format\": \"fsrs-vectors/1\", \"tolerance\": {\"stability\": \"1e-6 * "  \
  "max(1, |expected|)\", \"difficulty\": \"1e-6\", \"w_effective\": "          \
  "\"1e-6\", \"units\": \"1e-9\", \"everything_else\": \"exact\"}"
#define W                                                                      \
  "[0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, "    \
  "0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, "    \
  "0.0912, 0.0658, 0.1542]"
#define RECORD                                                                 \
  "\"id\": \"x\", \"parameters\": {\"w\": " W ", \"request_retention\": "      \
  "0.9, \"maximum_interval\": 36500, \"enable_short_term\": true, "            \
  "\"learning_steps_minutes\": [1, 10], \"relearning_steps_minutes\": [10], "  \
  "\"enable_fuzz\": false}, \"w_effective\": " W
#define EXPECTED                                                               \
  "{\"state\": \"learning\", \"step\": 1, \"stability\": 2.3065, "             \
  "\"difficulty\": 2.11810397, \"due_iso\": \"2024-01-15T09:10:00Z\", "        \
  "\"scheduled_days\": 0, \"elapsed_days\": 0, \"reps\": 1, \"lapses\": 0}"
#define REVIEW "\"review_time_iso\": \"2024-01-15T09:00:00Z\", \"grade\": 3"
#define CASES                                                                  \
  ", \"cases\": [{" RECORD ", \"reviews\": [{" REVIEW                          \
  "}], \"expected\": [" EXPECTED "]}]"
#define CARD                                                                   \
  "\"card\": {\"state\": \"new\", \"step\": 0, \"stability\": 0, "             \
  "\"difficulty\": 0, \"last_review_iso\": null, \"scheduled_days\": 0, "      \
  "\"elapsed_days\": 0, \"reps\": 0, \"lapses\": 0}"
#define TRANSITIONS                                                            \
  ", \"transitions\": [{" RECORD ", " CARD ", " REVIEW                         \
  ", \"expected\": " EXPECTED "}]"
#define UNITS                                                                  \
  ", \"units\": {\"fuzz_range\": [{\"interval\": 3, \"elapsed_days\": 0, "     \
  "\"maximum_interval\": 36500, \"min\": 2, \"max\": 4}]}"

/* That the check of the vectors can fail: what of a good text is replaced by
 * what, and what the complaint says. */
static const struct
{
  const char *from;
  const char *to;
  const char *complaint;
} faults[] = {
  { "fsrs-vectors/1", "fsrs-vectors/2", "format" },
  { "\"1e-9\"", "\"exact\"", "tolerance" },
  { "\"1e-9\"", "\"5\"", "tolerance" },
  { "{\"format\"", "[\"format\"", "Parse error" },
  { "\"cases\": [", "\"cases\": [1, ", "cases[0]" },
  { "1.2931, ", "", "17, 19 or 21" },
  { "\"request_retention\": 0.9", "\"request_retention\": 0", "retention" },
  { "\"enable_fuzz\": false", "\"enable_fuzz\": true", "fuzz_factor" },
  { "\"enable_fuzz\": false", "\"enable_fuzz\": 0", "enable_fuzz" },
  { "[1, 10]", "[1, 1.5]", "learning_steps_minutes" },
  { "[1, 10]", "[0, 10]", "at least one minute" },
  { "\"w_effective\": [0.212", "\"w_effective\": [0.2121", "w_effective[0]" },
  { "\"w_effective\": [0.212, ", "\"w_effective\": [", "has 20 numbers" },
  { "\"reviews\": [{", "\"reviews\": [{}, {", "2 reviews and 1 expected" },
  { "\"grade\": 3", "\"grade\": 5", "no such grade" },
  { "\"grade\": 3", "\"grade\": 2", "expected 2.306" },
  { "\"grade\"", "\"mark\"", "there is no 'grade'" },
  { "09:00:00Z\"", "09:60:00Z\"", "is no time" },
  { "\"stability\": 2.3065", "\"stability\": 2.30651", "stability: expected" },
  { "\"stability\": 2.3065", "\"stability\": null", "'stability' is no num" },
  { "2.11810397", "2.1181", "difficulty: expected" },
  { "T09:10:00Z", "T09:10:01Z", "due: expected 2024-01-15T09:10:01Z, got" },
  { "\"learning\"", "\"review\"", "state: expected review, got learning" },
  { "\"learning\"", "\"learned\"", "no such state" },
  { "\"step\": 1", "\"step\": 0", "step: expected 0, got 1" },
  { "\"scheduled_days\": 0, \"elapsed_days\": 0, \"reps\": 1",
    "\"scheduled_days\": 1, \"elapsed_days\": 0, \"reps\": 1",
    "scheduled_days: expected 1" },
  { "\"elapsed_days\": 0, \"reps\": 1", "\"elapsed_days\": 1, \"reps\": 1",
    "elapsed_days: expected 1" },
  { "\"reps\": 1", "\"reps\": 2", "reps: expected 2, got 1" },
  { "\"lapses\": 0}]", "\"lapses\": 1}]", "lapses: expected 1, got 0" },
  { "\"last_review_iso\": null, ", "", "last_review_iso" },
  { "\"card\"", "\"cart\"", "there is no 'card'" },
  { "\"max\": 4", "\"max\": 5", "max: expected 5, got 4" },
  { "\"min\": 2, ", "", "there is no 'min'" },
};

static char *
replace (const char *text, const char *from, const char *to)
{
  const char *at = strstr (text, from);

  g_assert_nonnull (at);
  return g_strdup_printf ("%.*s%s%s", (int) (at - text), text, to,
                          at + strlen (from));
}

static void
test_vectors_faults (void)
{
  static const char good[] = HEAD CASES TRANSITIONS UNITS "}";
  g_auto (TestVectors) vectors = { 0 };

  test_vectors_check_text (&vectors, good);
  g_assert_cmpuint (vectors.n_complaints, ==, 0);
  g_assert_cmpuint (vectors.n_reviews, ==, 2);
  g_assert_cmpuint (vectors.n_units, ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *text = replace (good, faults[i].from, faults[i].to);
      g_auto (TestVectors) bad = { 0 };

      g_test_message ("%s: %s", faults[i].from, faults[i].to);
      test_vectors_check_text (&bad, text);
      g_assert_cmpuint (bad.n_complaints, >, 0);
      g_test_message ("%s", (char *) bad.complaints->pdata[0]);
      g_assert_nonnull (strstr (bad.complaints->pdata[0], faults[i].complaint));
    }
}

static void
test_vectors_nothing (void)
{
  static const char *const texts[] = {
    "",
    "[]",
    "null",
    "{}",
    "{",
    HEAD "}",
    HEAD ", \"cases\": []}",
    HEAD ", \"cases\": [], \"units\": {\"fuzz_range\": []}}",
    HEAD ", \"units\": {\"unheard\": [{}]}}",
  };
  g_auto (TestVectors) missing = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto (TestVectors) vectors = { 0 };

      test_vectors_check_text (&vectors, texts[i]);
      g_test_message ("%s", texts[i]);
      g_assert_cmpuint (vectors.n_complaints, >, 0);
    }
  test_vectors_check_file (&missing, "/nonexistent/vectors.json");
  g_assert_cmpuint (missing.n_complaints, ==, 1);
}

/* Settings as random as a user's: also out of range, with any steps. */
static void
make_scheduler (GRand *random, StarlingScheduler *scheduler)
{
  static const guint counts[] = { 17, 19, 21, 21 };
  StarlingScheduler defaults;
  StarlingSchedulerSettings settings;
  double w[STARLING_N_WEIGHTS];
  int steps[2][4];
  g_autoptr (GError) error = NULL;

  starling_scheduler_init_default (&defaults, 0.9);
  starling_scheduler_settings_init (&settings);
  for (guint i = 0; i < STARLING_N_WEIGHTS; i++)
    w[i] = defaults.w[i] * g_rand_double_range (random, 0.3, 2.5)
           + (g_rand_int_range (random, 0, 20) == 0
                  ? g_rand_double_range (random, -5, 5)
                  : 0);
  for (guint i = 0; i < 2 * 4; i++)
    steps[i / 4][i % 4] = g_rand_int_range (random, 1, i % 2 == 0 ? 60 : 1440);
  settings.weights = w;
  settings.n_weights = counts[g_rand_int_range (random, 0, 4)];
  settings.retention = g_rand_double_range (random, 0.6, 1);
  if (g_rand_boolean (random))
    settings.maximum_interval = g_rand_int_range (random, 1, 400);
  settings.short_term = g_rand_int_range (random, 0, 3) > 0;
  settings.learning_steps = steps[0];
  settings.n_learning_steps = g_rand_int_range (random, 0, 5);
  settings.relearning_steps = steps[1];
  settings.n_relearning_steps = g_rand_int_range (random, 0, 5);
  settings.fuzz = g_rand_boolean (random);
  starling_scheduler_init (scheduler, &settings, &error);
  g_assert_no_error (error);
}

/* What holds of any grade given to any card. */
static void
assert_sane (const StarlingScheduler *scheduler,
             const StarlingMemory *before,
             const StarlingMemory *after,
             gint64 now,
             gint64 shift)
{
  g_assert_cmpint (after->scheduled_days, >=, 0);
  g_assert_cmpint (after->scheduled_days, <=,
                   (gint64) scheduler->maximum_interval + 3);
  g_assert_cmpint (after->due, >=, now + 60);
  if (after->scheduled_days > 0)
    g_assert_cmpint (after->due, ==, now + after->scheduled_days * DAY);
  g_assert_cmpfloat (after->stability, >=, STARLING_STABILITY_MIN);
  g_assert_cmpfloat (after->stability, <=, STARLING_STABILITY_MAX);
  g_assert_cmpfloat (after->difficulty, >=, 1);
  g_assert_cmpfloat (after->difficulty, <=, 10);
  g_assert_cmpint (after->state, !=, STARLING_MEMORY_NEW);
  g_assert_cmpint (after->last_review, ==, now);
  g_assert_cmpint (after->last_shift, ==, shift);
  g_assert_cmpint (after->elapsed_days, >=, 0);
  g_assert_cmpuint (after->reps, ==, before->reps + 1);
  g_assert_cmpuint (after->lapses, >=, before->lapses);
  g_assert_cmpuint (after->lapses, <=, before->lapses + 1);
}

/* Another review, somewhere between a second and thrice the interval later. */
static gint64
choose_time (GRand *random, const StarlingMemory *memory)
{
  gint64 wait = memory->due - memory->last_review;

  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
      return memory->last_review + g_rand_int_range (random, 0, 4 * 3600);
    case 1:
      return memory->due;
    default:
      return memory->last_review
             + (gint64) (wait * g_rand_double_range (random, 0, 3));
    }
}

static void
run_sequence (guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  StarlingScheduler scheduler;
  StarlingMemory memory;
  gint64 now = (gint64) g_rand_double_range (random, -1e9, 4e9);

  make_scheduler (random, &scheduler);
  starling_memory_init (&memory, now);
  for (guint i = 0; i < N_REVIEWS; i++)
    {
      StarlingMemory preview[STARLING_N_GRADES], after;
      gint64 shift = g_rand_int_range (random, -12, 13) * 3600;
      double fuzz = starling_scheduler_get_fuzz_factor (seed, memory.reps + 1);
      gboolean ordered
          = memory.state == STARLING_MEMORY_REVIEW || !scheduler.short_term;

      if (i > 0)
        now = choose_time (random, &memory);
      starling_scheduler_preview (&scheduler, &memory, now, shift, fuzz,
                                  preview);
      for (int grade = 1; grade <= STARLING_N_GRADES; grade++)
        {
          starling_scheduler_review (&scheduler, &memory, now, shift, grade,
                                     fuzz, &after);
          assert_same (&preview[grade - 1], &after);
          assert_sane (&scheduler, &memory, &after, now, shift);
          if (ordered && grade > 1)
            g_assert_cmpint (preview[grade - 2].due, <=, after.due);
        }
      memory = preview[g_rand_int_range (random, 0, 4)];
    }
}

/* Last of all, since it says which seed failed before it ends. */
static void
test_sequences (void)
{
  g_test_set_nonfatal_assertions ();
  for (guint32 seed = 1; seed <= N_SEQUENCES && !g_test_failed (); seed++)
    {
      run_sequence (seed);
      if (g_test_failed ())
        g_test_message ("this was seed %u", seed);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scheduler/vectors", test_vectors);
  g_test_add_func ("/scheduler/vectors-faults", test_vectors_faults);
  g_test_add_func ("/scheduler/vectors-nothing", test_vectors_nothing);
  g_test_add_func ("/scheduler/sequences", test_sequences);
  return g_test_run ();
}

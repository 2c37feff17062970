/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/scheduler.h"

#include "base/error.h"
#include "engine/scheduler-private.h"

#include <string.h>

#define DAY G_GINT64_CONSTANT (86400)
#define NOON (20000 * DAY + DAY / 2)

/* A review card, last seen at NOON. */
static void
init_memory (StarlingMemory *memory)
{
  starling_memory_init (memory, NOON);
  memory->state = STARLING_MEMORY_REVIEW;
  memory->stability = 10;
  memory->difficulty = 5;
  memory->last_review = NOON;
  memory->scheduled_days = 10;
  memory->reps = 4;
  memory->lapses = 1;
}

static void
test_rounding (void)
{
  static const double table[][2] = {
    { 2.5, 3 },   { -2.5, -2 }, { 3.5, 4 },
    { -3.5, -3 }, { 0, 0 },     { 0.49999999999999994, 0 },
    { 2.4, 2 },   { -2.6, -3 }, { 4503599627370497.0, 4503599627370497.0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpfloat (starling_round_half_up (table[i][0]), ==, table[i][1]);
  g_assert_cmpfloat (starling_clamp (5, 3, 2), ==, 2);
  g_assert_cmpfloat (starling_clamp (1, 2, 3), ==, 2);
}

/* Days begin at 04:00 in zones that change; times are after 2024-10-04. */
static void
test_days (void)
{
#define AT(day, hour, minute)                                                  \
  (((day) + 20000) * DAY + (hour) *3600 + (minute) *60)
  static const struct
  {
    gint64 last;
    gint64 last_shift;
    gint64 now;
    gint64 shift;
    gint64 elapsed;
  } table[] = {
    { AT (0, 12, 0), 0, AT (0, 23, 59), 0, 0 },
    { AT (0, 23, 59), 0, AT (1, 0, 0), 0, 1 },
    { AT (0, 23, 59), 14400, AT (1, 3, 59), 14400, 0 },
    { AT (0, 23, 59), 14400, AT (1, 4, 0), 14400, 1 },
    { AT (0, 3, 59), 14400, AT (0, 4, 0), 14400, 1 },
    /* The day begins at 04:00 at UTC+2, then at UTC+1: an autumn night. */
    { AT (0, 1, 59), 7200, AT (1, 2, 30), 10800, 1 },
    { AT (0, 2, 1), 7200, AT (1, 2, 30), 10800, 0 },
    /* Flown from Tokyo to New York. */
    { AT (0, 23, 0), 14400 - 9 * 3600, AT (1, 1, 0), 14400 + 5 * 3600, -1 },
    { AT (5, 12, 0), 0, AT (2, 12, 0), 0, -3 },
    { -DAY - 1, 0, -1, 0, 1 },
    { -DAY, 0, -1, 0, 0 },
    { -1, 0, 0, 0, 1 },
    { -1, 0, 4 * 3600 - 1, 14400, 0 },
    { STARLING_NEVER, 0, AT (0, 0, 0), 0, 0 },
  };
#undef AT
  StarlingScheduler scheduler;

  starling_scheduler_init_default (&scheduler, 0.9);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      StarlingMemory memory, after;

      init_memory (&memory);
      memory.last_review = table[i].last;
      memory.last_shift = table[i].last_shift;
      g_assert_cmpint (starling_memory_get_elapsed_days (&memory, table[i].now,
                                                         table[i].shift),
                       ==, table[i].elapsed);
      starling_scheduler_review (&scheduler, &memory, table[i].now,
                                 table[i].shift, STARLING_GRADE_GOOD, 0,
                                 &after);
      g_assert_cmpint (after.elapsed_days, ==, MAX (table[i].elapsed, 0));
      g_assert_cmpint (after.last_shift, ==, table[i].shift);
      memory.state = STARLING_MEMORY_NEW;
      g_assert_cmpint (starling_memory_get_elapsed_days (&memory, table[i].now,
                                                         table[i].shift),
                       ==, 0);
    }
}

static void
test_fuzz_factor (void)
{
  static const struct
  {
    guint64 card;
    guint64 reps;
    double factor;
  } table[] = {
    { 1, 1, 0.9125972035944532 },
    { 1, 2, 0.9710027535867962 },
    { 42, 7, 0.7958530056916532 },
    { G_GUINT64_CONSTANT (1700000000000), 3, 0.9146837807022264 },
  };
  StarlingScheduler scheduler;
  StarlingMemory memory, without, with;

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpfloat (starling_scheduler_get_fuzz_factor (table[i].card,
                                                           table[i].reps),
                       ==, table[i].factor);

  /* Ignored unless it is on. */
  starling_scheduler_init_default (&scheduler, 0.9);
  init_memory (&memory);
  starling_scheduler_review (&scheduler, &memory, NOON + 10 * DAY, 0, 3, 0,
                             &without);
  starling_scheduler_review (&scheduler, &memory, NOON + 10 * DAY, 0, 3,
                             (double) NAN, &with);
  g_assert_cmpint (with.due, ==, without.due);
  scheduler.fuzz = TRUE;
  starling_scheduler_review (&scheduler, &memory, NOON + 10 * DAY, 0, 3, 0,
                             &with);
  g_assert_cmpint (with.due, <, without.due);
  starling_scheduler_review (&scheduler, &memory, NOON + 10 * DAY, 0, 3, 0.999,
                             &with);
  g_assert_cmpint (with.due, >, without.due);
}

static void
test_fuzz_range (void)
{
  static const gint64 table[][5] = {
    /* interval, elapsed, maximum, min, max */
    { 3, 0, 36500, 2, 4 },        { 5, 0, 1, 1, 1 },
    { 7, 0, 36500, 5, 9 },        { 100, 99, 36500, 100, 107 },
    { 100, 100, 36500, 93, 107 }, { 100, 0, 100, 93, 100 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      gint64 min, max;

      starling_scheduler_get_fuzz_range (table[i][0], table[i][1], table[i][2],
                                         &min, &max);
      g_assert_cmpint (min, ==, table[i][3]);
      g_assert_cmpint (max, ==, table[i][4]);
    }
}

/* With several relearning steps, w[17] and w[18] have a lower ceiling. */
static void
test_ceiling (void)
{
  static const int steps[] = { 1, 2, 3 };
  static const double ceilings[] = { 2, 2, 0.60045935, 0.49027301 };
  StarlingScheduler defaults;
  double w[STARLING_N_WEIGHTS];

  starling_scheduler_init_default (&defaults, 0.9);
  memcpy (w, defaults.w, sizeof w);
  w[17] = 3;
  w[18] = 3;
  for (guint n = 0; n < G_N_ELEMENTS (ceilings); n++)
    {
      StarlingSchedulerSettings settings;
      StarlingScheduler scheduler;
      g_autoptr (GError) error = NULL;

      starling_scheduler_settings_init (&settings);
      settings.weights = w;
      settings.n_weights = STARLING_N_WEIGHTS;
      settings.relearning_steps = steps;
      settings.n_relearning_steps = n;
      starling_scheduler_init (&scheduler, &settings, &error);
      g_assert_no_error (error);
      g_assert_cmpfloat_with_epsilon (scheduler.w[17], ceilings[n], 1e-9);
      g_assert_cmpfloat_with_epsilon (scheduler.w[18], ceilings[n], 1e-9);
    }
}

/* The check values of its authors. */
static void
test_hash (void)
{
  g_assert_cmphex (starling_scheduler_hash_name (""), ==,
                   G_GUINT64_CONSTANT (0xcbf29ce484222325));
  g_assert_cmphex (starling_scheduler_hash_name ("a"), ==,
                   G_GUINT64_CONSTANT (0xaf63dc4c8601ec8c));
  g_assert_cmphex (starling_scheduler_hash_name ("foobar"), ==,
                   G_GUINT64_CONSTANT (0x85944171f73967e8));
  /* Bytes, not characters that may be negative. */
  g_assert_cmphex (starling_scheduler_hash_name ("\xc3\xa9"), ==,
                   G_GUINT64_CONSTANT (0xac21707b7181e01));
}

static void
test_forget (void)
{
  StarlingMemory memory;
  StarlingScheduler scheduler;

  starling_scheduler_init_default (&scheduler, 0.9);
  init_memory (&memory);
  g_assert_cmpfloat (starling_scheduler_get_recall_now (&scheduler, &memory,
                                                        NOON - DAY),
                     ==, 1);
  g_assert_cmpfloat_with_epsilon (
      starling_scheduler_get_recall_now (&scheduler, &memory, NOON + 10 * DAY),
      0.9, 1e-7);

  memory.step = 1;
  memory.elapsed_days = 3;
  starling_scheduler_forget (&memory, NOON + 5);
  g_assert_cmpint (memory.state, ==, STARLING_MEMORY_NEW);
  g_assert_cmpfloat (memory.stability, ==, 0);
  g_assert_cmpfloat (memory.difficulty, ==, 0);
  g_assert_cmpint (memory.due, ==, NOON + 5);
  g_assert_cmpuint (memory.step, ==, 0);
  g_assert_cmpint (memory.elapsed_days, ==, 0);
  g_assert_cmpint (memory.scheduled_days, ==, 0);
  g_assert_cmpint (memory.last_review, ==, NOON);
  g_assert_cmpuint (memory.reps, ==, 4);
  g_assert_cmpuint (memory.lapses, ==, 1);
  g_assert_cmpfloat (starling_scheduler_get_recall_now (&scheduler, &memory,
                                                        NOON),
                     ==, 0);
  g_assert_cmpfloat (starling_scheduler_get_recall (&scheduler, 5, 0), ==, 0);
}

static void
test_bad_grade (void)
{
  StarlingScheduler scheduler;
  StarlingMemory memory;
  StarlingMemory after = { .reps = 77 };
  static const int grades[] = { G_MININT, -1, 0, 5, G_MAXINT };

  starling_scheduler_init_default (&scheduler, 0.9);
  init_memory (&memory);
  for (guint i = 0; i < G_N_ELEMENTS (grades); i++)
    {
      g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*grade*");
      starling_scheduler_review (&scheduler, &memory, NOON, 0, grades[i], 0,
                                 &after);
      g_test_assert_expected_messages ();
    }
  g_assert_cmpuint (after.reps, ==, 77);
}

static void
refuse (const StarlingSchedulerSettings *settings, int code)
{
  StarlingScheduler scheduler = { .maximum_interval = 77 };
  g_autoptr (GError) error = NULL;

  g_assert_false (starling_scheduler_init (&scheduler, settings, &error));
  g_assert_error (error, STARLING_SCHEDULER_ERROR, code);
  g_assert_cmpint (scheduler.maximum_interval, ==, 77);
}

static void
test_refused (void)
{
  static const guint counts[] = { 0, 1, 16, 18, 20, 22, 34 };
  static const double strange[] = { NAN, INFINITY, -INFINITY };
  static const double retentions[] = { 0, -0.1, 1.0000001, 90, NAN };
  static const int short_steps[] = { 1, 0, -1 };
  static const int maxima[] = { 0, -1, G_MININT };
  int many[STARLING_MAX_LEARNING_STEPS + 1];
  double w[40] = { 0 };
  StarlingSchedulerSettings settings;

#define REFUSE(code)                                                           \
  refuse (&settings, STARLING_SCHEDULER_ERROR_##code);                         \
  starling_scheduler_settings_init (&settings)

  for (guint i = 0; i < G_N_ELEMENTS (many); i++)
    many[i] = 1;
  starling_scheduler_settings_init (&settings);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      settings.weights = w;
      settings.n_weights = counts[i];
      REFUSE (WEIGHTS);
    }
  for (guint i = 0; i < G_N_ELEMENTS (strange) * 17; i++)
    {
      settings.weights = w;
      settings.n_weights = 17;
      w[i % 17] = strange[i / 17];
      REFUSE (WEIGHTS);
      w[i % 17] = 1;
    }
  for (guint i = 0; i < G_N_ELEMENTS (retentions); i++)
    {
      settings.retention = retentions[i];
      REFUSE (RETENTION);
    }
  for (guint i = 0; i < G_N_ELEMENTS (maxima); i++)
    {
      settings.maximum_interval = maxima[i];
      REFUSE (MAXIMUM);
    }
  settings.learning_steps = short_steps;
  settings.n_learning_steps = 2;
  REFUSE (STEPS);
  settings.relearning_steps = short_steps + 2;
  settings.n_relearning_steps = 1;
  REFUSE (STEPS);
  settings.learning_steps = many;
  settings.n_learning_steps = G_N_ELEMENTS (many);
  REFUSE (STEPS);
  settings.relearning_steps = many;
  settings.n_relearning_steps = G_N_ELEMENTS (many);
  REFUSE (STEPS);
#undef REFUSE
}

/* Settings at the end of what is allowed, and those that stand in. */
static void
test_accepted (void)
{
  static const double odd[] = { 0, -1, 1.5, NAN };
  int steps[STARLING_MAX_LEARNING_STEPS];
  StarlingSchedulerSettings settings;
  StarlingScheduler scheduler, defaults;
  StarlingMemory memory;
  g_autoptr (GError) error = NULL;

  starling_scheduler_settings_init (&settings);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    steps[i] = G_MAXINT;
  settings.retention = 1e-300;
  settings.maximum_interval = G_MAXINT;
  settings.learning_steps = steps;
  settings.n_learning_steps = G_N_ELEMENTS (steps);
  settings.relearning_steps = NULL;
  settings.n_relearning_steps = 0;
  starling_scheduler_init (&scheduler, &settings, &error);
  g_assert_no_error (error);
  starling_memory_init (&memory, NOON);
  starling_scheduler_review (&scheduler, &memory, NOON, 0, STARLING_GRADE_HARD,
                             0, &memory);
  g_assert_cmpint (memory.due, ==, NOON + G_GINT64_CONSTANT (60) * G_MAXINT);
  g_assert_cmpint (starling_scheduler_get_interval (&scheduler, 36500, 0, 0),
                   ==, G_MAXINT);

  settings.retention = 1;
  starling_scheduler_init (&scheduler, &settings, &error);
  g_assert_no_error (error);
  g_assert_cmpint (starling_scheduler_get_interval (&scheduler, 36500, 0, 0),
                   ==, 1);

  starling_scheduler_init_default (&defaults, 0.9);
  g_assert_cmpfloat (defaults.retention, ==, 0.9);
  g_assert_cmpint (defaults.n_learning_steps, ==, 2);
  g_assert_cmpfloat (defaults.w[20], ==, 0.1542);
  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      starling_scheduler_init_default (&scheduler, odd[i]);
      g_assert_cmpmem (&scheduler, sizeof scheduler, &defaults,
                       sizeof defaults);
    }
}

static void
test_in_place (void)
{
  for (int grade = 1; grade <= STARLING_N_GRADES; grade++)
    {
      StarlingScheduler scheduler;
      StarlingMemory memory, after;

      starling_scheduler_init_default (&scheduler, 0.9);
      init_memory (&memory);
      starling_scheduler_review (&scheduler, &memory, NOON + 9 * DAY, 0, grade,
                                 0, &after);
      starling_scheduler_review (&scheduler, &memory, NOON + 9 * DAY, 0, grade,
                                 0, &memory);
      g_assert_cmpint (memory.state, ==, after.state);
      g_assert_cmpfloat (memory.stability, ==, after.stability);
      g_assert_cmpfloat (memory.difficulty, ==, after.difficulty);
      g_assert_cmpint (memory.due, ==, after.due);
      g_assert_cmpint (memory.elapsed_days, ==, after.elapsed_days);
      g_assert_cmpuint (memory.reps, ==, after.reps);
      g_assert_cmpuint (memory.lapses, ==, after.lapses);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scheduler-rules/rounding", test_rounding);
  g_test_add_func ("/scheduler-rules/days", test_days);
  g_test_add_func ("/scheduler-rules/fuzz-factor", test_fuzz_factor);
  g_test_add_func ("/scheduler-rules/fuzz-range", test_fuzz_range);
  g_test_add_func ("/scheduler-rules/ceiling", test_ceiling);
  g_test_add_func ("/scheduler-rules/hash", test_hash);
  g_test_add_func ("/scheduler-rules/forget", test_forget);
  g_test_add_func ("/scheduler-rules/in-place", test_in_place);
  g_test_add_func ("/scheduler-rules/bad-grade", test_bad_grade);
  g_test_add_func ("/scheduler-rules/refused", test_refused);
  g_test_add_func ("/scheduler-rules/accepted", test_accepted);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/day.h"
#include "engine/card.h"

#include <stdlib.h>
#include <string.h>

#define MINUTE (G_GINT64_CONSTANT (60) * 1000)
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

/* Monday 2026-11-23, 12:00 UTC, and its study day */
#define NOON G_GINT64_CONSTANT (1795435200000)
#define MONDAY 20780

/* Learned in two reviews; failed and learned again. */
#define LEARN "3 +10m 3"
#define LAPSE " +9d 1 +10m 3"
#define LAPSE4 LAPSE LAPSE LAPSE LAPSE

/* A record, and the time at which it stands. */
typedef struct
{
  StarlingCardRecord record;
  StarlingScheduler scheduler;
  gint64 at;
  int offset;
  int level;
} Life;

static void
life_init (Life *self, double retention)
{
  memset (self, 0, sizeof *self);
  starling_scheduler_init_default (&self->scheduler, retention);
  starling_card_record_init (&self->record);
  self->at = NOON;
  self->level = -1;
}

static void
act (Life *self, const char *word)
{
  if (word[0] == '+')
    {
      char *unit = NULL;
      gint64 n = strtol (word + 1, &unit, 10);

      self->at += n * (*unit == 'd' ? DAY : *unit == 'h' ? HOUR : MINUTE);
    }
  else if (word[0] == '@')
    self->offset = (int) strtol (word + 1, NULL, 10) * 60;
  else if (word[0] == 'L')
    self->level = (int) strtol (word + 1, NULL, 10);
  else if (g_ascii_isdigit (word[0]))
    starling_card_record_review (&self->record, &self->scheduler, "s#weak",
                                 self->at, self->offset, word[0] - '0',
                                 self->level);
  else
    starling_card_record_act (&self->record, word, self->at, self->offset);
}

/*
 * Words: `1` to `4` a grade, `+10m`, `+3h`, `+9d` time that passes, `@-5` the
 * time zone, `L2` the level, anything else an action.
 */
static void
live (Life *self, const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  for (guint i = 0; list[i] != NULL; i++)
    if (*list[i] != '\0')
      act (self, list[i]);
}

static const struct
{
  const char *words;
  StarlingMemoryState state;
  guint reps, lapses;
  gboolean suspended, leech, aside;
} table[] = {
  { "", STARLING_MEMORY_NEW, 0, 0, FALSE, FALSE, FALSE },
  { "3", STARLING_MEMORY_LEARNING, 1, 0, FALSE, FALSE, FALSE },
  { LEARN, STARLING_MEMORY_REVIEW, 2, 0, FALSE, FALSE, FALSE },
  { LEARN " +9d 1", STARLING_MEMORY_RELEARNING, 3, 1, FALSE, FALSE, FALSE },
  { LEARN LAPSE, STARLING_MEMORY_REVIEW, 4, 1, FALSE, FALSE, FALSE },

  { "suspend", STARLING_MEMORY_NEW, 0, 0, TRUE, FALSE, TRUE },
  { LEARN " suspend", STARLING_MEMORY_REVIEW, 2, 0, TRUE, FALSE, TRUE },
  { LEARN " suspend +99d", STARLING_MEMORY_REVIEW, 2, 0, TRUE, FALSE, TRUE },
  { "3 suspend suspend unsuspend", STARLING_MEMORY_LEARNING, 1, 0, FALSE, FALSE,
    FALSE },
  { "unsuspend", STARLING_MEMORY_NEW, 0, 0, FALSE, FALSE, FALSE },
  /* A review elsewhere leaves it suspended */
  { "3 suspend +10m 3", STARLING_MEMORY_REVIEW, 2, 0, TRUE, FALSE, TRUE },

  { "3 bury", STARLING_MEMORY_LEARNING, 1, 0, FALSE, FALSE, TRUE },
  { "3 bury +15h", STARLING_MEMORY_LEARNING, 1, 0, FALSE, FALSE, TRUE },
  { "3 bury +16h", STARLING_MEMORY_LEARNING, 1, 0, FALSE, FALSE, FALSE },
  { "3 bury unsuspend", STARLING_MEMORY_LEARNING, 1, 0, FALSE, FALSE, TRUE },

  { LEARN LAPSE4 LAPSE LAPSE LAPSE, STARLING_MEMORY_REVIEW, 16, 7, FALSE, FALSE,
    FALSE },
  /* At the failure itself, not later */
  { LEARN LAPSE4 LAPSE LAPSE LAPSE " +9d 1", STARLING_MEMORY_RELEARNING, 17, 8,
    FALSE, TRUE, TRUE },
  { LEARN LAPSE4 LAPSE4, STARLING_MEMORY_REVIEW, 18, 8, FALSE, TRUE, TRUE },
  { LEARN LAPSE4 LAPSE4 " unsuspend", STARLING_MEMORY_REVIEW, 18, 8, FALSE,
    FALSE, FALSE },
  { LEARN LAPSE4 LAPSE4 " unsuspend" LAPSE LAPSE LAPSE, STARLING_MEMORY_REVIEW,
    24, 11, FALSE, FALSE, FALSE },
  { LEARN LAPSE4 LAPSE4 " unsuspend" LAPSE4, STARLING_MEMORY_REVIEW, 26, 12,
    FALSE, TRUE, TRUE },
  { LEARN LAPSE4 LAPSE4 " unsuspend" LAPSE4 " unsuspend" LAPSE4,
    STARLING_MEMORY_REVIEW, 34, 16, FALSE, TRUE, TRUE },
  /* Failures while set aside count from there */
  { LEARN LAPSE4 LAPSE4 LAPSE LAPSE " unsuspend" LAPSE LAPSE LAPSE,
    STARLING_MEMORY_REVIEW, 28, 13, FALSE, FALSE, FALSE },
  { LEARN LAPSE4 LAPSE4 LAPSE LAPSE " unsuspend" LAPSE4, STARLING_MEMORY_REVIEW,
    30, 14, FALSE, TRUE, TRUE },
  /* Who was never a leech is not spared */
  { LEARN LAPSE4 LAPSE LAPSE " suspend unsuspend" LAPSE LAPSE,
    STARLING_MEMORY_REVIEW, 18, 8, FALSE, TRUE, TRUE },
  { LEARN LAPSE4 LAPSE4 " suspend unsuspend", STARLING_MEMORY_REVIEW, 18, 8,
    FALSE, FALSE, FALSE },

  { LEARN LAPSE4 LAPSE4 " suspend bury reset", STARLING_MEMORY_NEW, 0, 0, FALSE,
    FALSE, FALSE },
  { LEARN LAPSE4 LAPSE4 " unsuspend reset 3", STARLING_MEMORY_LEARNING, 1, 0,
    FALSE, FALSE, FALSE },
  { "3 fold", STARLING_MEMORY_LEARNING, 1, 0, FALSE, FALSE, FALSE },
};

static gboolean
is_aside (const Life *self)
{
  return starling_card_record_is_aside (&self->record,
                                        starling_day_of (self->at,
                                                         self->offset));
}

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      Life life;

      g_test_message ("%s", table[i].words);
      life_init (&life, 0.9);
      live (&life, table[i].words);
      g_assert_cmpint (life.record.memory.state, ==, table[i].state);
      g_assert_cmpuint (life.record.memory.reps, ==, table[i].reps);
      g_assert_cmpuint (life.record.memory.lapses, ==, table[i].lapses);
      g_assert_cmpint (life.record.suspended, ==, table[i].suspended);
      g_assert_cmpint (life.record.leech, ==, table[i].leech);
      g_assert_cmpint (is_aside (&life), ==, table[i].aside);
    }
}

/* Buried until the next study day of wherever the user is by then. */
static void
test_bury (void)
{
  static const struct
  {
    const char *words; /* what follows "bury" is later */
    int day;           /* after Monday: on which it was buried */
    gboolean aside;    /* at the end of it all */
  } cases[] = {
    { "bury", 0, TRUE },
    { "bury +15h", 0, TRUE },
    { "bury +16h", 0, FALSE },
    { "+15h bury", 0, TRUE },
    { "+16h bury", 1, TRUE },
    { "bury +1d bury", 1, TRUE },
    { "@1 +7h bury", 0, TRUE },
    /* summer time begins in the night: 04:00 is an hour earlier */
    { "@1 +7h bury +7h", 0, TRUE },
    { "@1 +7h bury @2 +7h", 0, FALSE },
    /* ... and ends: an hour later */
    { "@2 +6h bury @1 +8h", 0, TRUE },
    { "@2 +6h bury @1 +9h", 0, FALSE },
    /* from Tokyo to Los Angeles: the same day goes on */
    { "@9 bury @-8 +20h", 0, TRUE },
    { "@9 bury @-8 +24h", 0, FALSE },
    { "@14 +1h bury", 0, TRUE },
    { "@14 +2h bury", 1, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Life life;

      g_test_message ("%s", cases[i].words);
      life_init (&life, 0.9);
      live (&life, cases[i].words);
      g_assert_cmpint (life.record.buried_day, ==, MONDAY + cases[i].day);
      g_assert_cmpint (is_aside (&life), ==, cases[i].aside);
    }
}

/* When it was introduced and reviewed last, and at which levels. */
static void
test_dates (void)
{
  static const struct
  {
    const char *words;
    gint64 introduced; /* after noon; -1: never */
    int introduced_day;
    gint64 last;
    int last_day;
    guint levels;
  } cases[] = {
    { "", -1, STARLING_NO_DAY, -1, STARLING_NO_DAY, 0 },
    { "suspend", -1, STARLING_NO_DAY, -1, STARLING_NO_DAY, 0 },
    { "3", 0, MONDAY, 0, MONDAY, 0 },
    { "L0 3", 0, MONDAY, 0, MONDAY, 1 },
    { "L0 3 L2 +1d 1", 0, MONDAY, DAY, MONDAY + 1, 5 },
    { "+15h 3 +1h 3", 15 * HOUR, MONDAY, 16 * HOUR, MONDAY + 1, 0 },
    { "@14 +2h 3", 2 * HOUR, MONDAY + 1, 2 * HOUR, MONDAY + 1, 0 },
    { "@-11 +2h 3", 2 * HOUR, MONDAY - 1, 2 * HOUR, MONDAY - 1, 0 },
    { "L1 3 reset", -1, STARLING_NO_DAY, -1, STARLING_NO_DAY, 0 },
    { "L1 3 reset +2d 3", 2 * DAY, MONDAY + 2, 2 * DAY, MONDAY + 2, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Life life;

      g_test_message ("%s", cases[i].words);
      life_init (&life, 0.9);
      live (&life, cases[i].words);
      g_assert_cmpint (life.record.introduced_at, ==,
                       cases[i].introduced < 0 ? 0
                                               : NOON + cases[i].introduced);
      g_assert_cmpint (life.record.introduced_day, ==, cases[i].introduced_day);
      g_assert_cmpint (life.record.last_at, ==,
                       cases[i].last < 0 ? 0 : NOON + cases[i].last);
      g_assert_cmpint (life.record.last_day, ==, cases[i].last_day);
      g_assert_cmpuint (life.record.levels, ==, cases[i].levels);
    }
}

/* The scheduler counts days as the user does: from 04:00, where they were. */
static void
test_elapsed (void)
{
  static const struct
  {
    const char *words;
    gint64 days;
  } cases[] = {
    { "3 +15h 3", 0 },
    { "3 +16h 3", 1 },
    { "3 +3d 3", 3 },
    { "@1 3 +15h 3", 1 },
    { "@1 +14h 3 +1h 3", 1 },
    { "@-5 3 +20h 3", 0 },
    { "@-5 3 +21h 3", 1 },
    /* To the east, a day earlier; to the west, never below none */
    { "@0 3 @9 +8h 3", 1 },
    { "@9 +8h 3 @-9 +1h 3", 0 },
    { "@14 +2h 3 @-11 +1h 3", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Life life;

      g_test_message ("%s", cases[i].words);
      life_init (&life, 0.9);
      live (&life, cases[i].words);
      g_assert_cmpint (life.record.memory.elapsed_days, ==, cases[i].days);
    }
}

/* The retention moves what is due, not what is remembered. */
static void
test_retention (void)
{
  static const double retentions[] = { 0.97, 0.9, 0.8, 0.7 };
  gint64 before = 0;

  for (guint i = 0; i < G_N_ELEMENTS (retentions); i++)
    {
      Life life, usual;

      life_init (&life, retentions[i]);
      life_init (&usual, 0.9);
      live (&life, LEARN LAPSE " +9d 3 +30d 3");
      live (&usual, LEARN LAPSE " +9d 3 +30d 3");
      g_assert_cmpfloat (life.record.memory.stability, ==,
                         usual.record.memory.stability);
      g_assert_cmpfloat (life.record.memory.difficulty, ==,
                         usual.record.memory.difficulty);
      g_assert_cmpint (life.record.memory.due, >, before);
      before = life.record.memory.due;
    }
}

/* Fuzz is off unless the scheduler says otherwise; then the name seeds it. */
static void
test_fuzz (void)
{
  StarlingSchedulerSettings settings;
  StarlingMemory expected;
  Life life;
  guint64 id = starling_scheduler_hash_name ("s#weak");

  starling_scheduler_settings_init (&settings);
  settings.fuzz = TRUE;
  life_init (&life, 0.9);
  g_assert_false (life.scheduler.fuzz);
  g_assert_true (starling_scheduler_init (&life.scheduler, &settings, NULL));
  live (&life, "4 +9d 4 +40d");
  for (guint i = 0; i < 8; i++)
    {
      starling_scheduler_review (&life.scheduler, &life.record.memory,
                                 life.at / 1000, starling_day_get_shift (0), 3,
                                 starling_scheduler_get_fuzz_factor (id, 3 + i),
                                 &expected);
      live (&life, "3");
      g_assert_cmpint (life.record.memory.due, ==, expected.due);
      g_assert_cmpuint (life.record.memory.reps, ==, 3 + i);
      live (&life, "+40d");
    }
}

/* Before 1970, and in the middle of a second. */
static void
test_seconds (void)
{
  Life life;

  life_init (&life, 0.9);
  life.at = -1;
  live (&life, "3");
  g_assert_cmpint (life.record.memory.last_review, ==, -1);
  life_init (&life, 0.9);
  life.at = NOON + 999;
  live (&life, "3");
  g_assert_cmpint (life.record.memory.last_review, ==, NOON / 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/card-record/table", test_table);
  g_test_add_func ("/card-record/bury", test_bury);
  g_test_add_func ("/card-record/dates", test_dates);
  g_test_add_func ("/card-record/elapsed", test_elapsed);
  g_test_add_func ("/card-record/retention", test_retention);
  g_test_add_func ("/card-record/fuzz", test_fuzz);
  g_test_add_func ("/card-record/seconds", test_seconds);
  return g_test_run ();
}

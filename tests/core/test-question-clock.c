/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/quiz/question-clock.h"

#define MS G_GINT64_CONSTANT (1000)
#define LIMIT 20000

/* A clock that was set going at a time that is not 0. */
static gint64
start (StarlingQuestionClock *clock, gint64 limit_ms)
{
  const gint64 now = 5000 * MS;

  starling_question_clock_init (clock, limit_ms);
  starling_question_clock_ask (clock, 0, now);
  starling_question_clock_look (clock, now, 70 * MS);
  starling_question_clock_set_running (clock, TRUE, now);
  return now;
}

static void
test_left (void)
{
  static const struct
  {
    gint64 us;
    int left;
    gint64 wait;
  } cases[] = {
    { 0, 20, 1000000 },       { 1, 20, 999999 },        { 999999, 20, 1 },
    { 1000000, 19, 1000000 }, { 15000000, 5, 1000000 }, { 19999999, 1, 1 },
    { 20000000, 0, -1 },      { 20000001, 0, -1 },      { 3600000000, 0, -1 },
    { -4000, 20, 1000000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StarlingQuestionClock clock;
      gint64 now = start (&clock, LIMIT) + cases[i].us;

      g_test_message ("%" G_GINT64_FORMAT " us", cases[i].us);
      g_assert_cmpint (starling_question_clock_get_left (&clock, now), ==,
                       cases[i].left);
      g_assert_cmpint (starling_question_clock_get_wait (&clock, now), ==,
                       cases[i].wait);
      g_assert_cmpint (starling_question_clock_get_spent_ms (&clock, now), ==,
                       MAX (cases[i].us, 0) / 1000);
    }
}

static void
test_no_limit (void)
{
  StarlingQuestionClock clock;
  gint64 now = start (&clock, 0) + 61000 * MS;

  g_assert_cmpint (starling_question_clock_get_left (&clock, now), ==, -1);
  g_assert_cmpint (starling_question_clock_get_wait (&clock, now), ==, -1);
  g_assert_cmpint (starling_question_clock_get_spent_ms (&clock, now), ==,
                   61000);
  g_assert_false (starling_question_clock_calls (&clock, -1, -1));
}

static void
test_stands (void)
{
  StarlingQuestionClock clock;
  gint64 now = start (&clock, LIMIT);

  starling_question_clock_set_running (&clock, FALSE, now += 4000 * MS);
  now += 60000 * MS;
  g_assert_cmpint (starling_question_clock_get_left (&clock, now), ==, 16);
  g_assert_cmpint (starling_question_clock_get_wait (&clock, now), ==, -1);
  g_assert_cmpint (starling_question_clock_get_spent_ms (&clock, now), ==,
                   4000);

  starling_question_clock_set_running (&clock, TRUE, now);
  starling_question_clock_set_running (&clock, TRUE, now += 250 * MS);
  now += 250 * MS;
  g_assert_cmpint (starling_question_clock_get_spent_ms (&clock, now), ==,
                   4500);
  g_assert_cmpint (starling_question_clock_get_wait (&clock, now), ==,
                   500 * MS);
}

static void
test_ask (void)
{
  StarlingQuestionClock clock;
  gint64 now = start (&clock, LIMIT);

  /* the next one, while it runs */
  starling_question_clock_ask (&clock, 0, now += 7000 * MS);
  now += 2000 * MS;
  g_assert_cmpint (starling_question_clock_get_spent_ms (&clock, now), ==,
                   2000);
  g_assert_cmpint (starling_question_clock_get_left (&clock, now), ==, 18);

  /* one that was left, while it stands */
  starling_question_clock_set_running (&clock, FALSE, now);
  starling_question_clock_ask (&clock, 12300, now += 9000 * MS);
  now += 8000 * MS;
  g_assert_cmpint (starling_question_clock_get_spent_ms (&clock, now), ==,
                   12300);
  starling_question_clock_set_running (&clock, TRUE, now);
  g_assert_cmpint (starling_question_clock_get_left (&clock, now), ==, 8);
}

/* The whole limit is there after a sleep; what was spent before it counts as
 * time taken. */
static void
test_sleep (void)
{
  static const struct
  {
    gint64 slept_ms;
    int left;
  } cases[] = { { 70, 8 }, { 569, 8 }, { 570, 20 }, { 3600000, 20 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StarlingQuestionClock clock;
      gint64 now = start (&clock, LIMIT) + 12000 * MS;

      starling_question_clock_look (&clock, now, cases[i].slept_ms * MS);
      g_assert_cmpint (starling_question_clock_get_left (&clock, now), ==,
                       cases[i].left);
      now += 3000 * MS;
      starling_question_clock_look (&clock, now, cases[i].slept_ms * MS);
      g_assert_cmpint (starling_question_clock_get_left (&clock, now), ==,
                       cases[i].left - 3);
      g_assert_cmpint (starling_question_clock_get_spent_ms (&clock, now), ==,
                       15000);

      /* that was the matter of one question */
      starling_question_clock_ask (&clock, 1000, now);
      g_assert_cmpint (starling_question_clock_get_left (&clock, now), ==, 19);
    }
}

/* How long it has slept since the machine was started says nothing. */
static void
test_first_look (void)
{
  StarlingQuestionClock clock;

  starling_question_clock_init (&clock, LIMIT);
  starling_question_clock_ask (&clock, 9000, 0);
  starling_question_clock_look (&clock, 0, 3600000 * MS);
  g_assert_cmpint (starling_question_clock_get_left (&clock, 0), ==, 11);
}

/* A limit that comes late, or again, is there as a whole. */
static void
test_set_limit (void)
{
  StarlingQuestionClock clock;
  gint64 now = start (&clock, LIMIT) + 15000 * MS;

  starling_question_clock_set_limit (&clock, LIMIT, now);
  g_assert_cmpint (starling_question_clock_get_left (&clock, now), ==, 5);
  starling_question_clock_set_limit (&clock, 0, now);
  g_assert_cmpint (starling_question_clock_get_left (&clock, now), ==, -1);
  now += 9000 * MS;
  starling_question_clock_set_limit (&clock, LIMIT, now);
  g_assert_cmpint (starling_question_clock_get_left (&clock, now), ==, 20);
  g_assert_cmpint (starling_question_clock_get_spent_ms (&clock, now), ==,
                   24000);
}

static void
test_calls (void)
{
  static const struct
  {
    gint64 limit_ms;
    int before;
    int left;
    gboolean calls;
  } cases[] = {
    { LIMIT, 20, 11, FALSE }, { LIMIT, 11, 10, TRUE }, { LIMIT, 10, 9, FALSE },
    { LIMIT, 12, 8, TRUE },   { LIMIT, 6, 5, TRUE },   { LIMIT, 5, 4, FALSE },
    { LIMIT, 20, 1, TRUE },   { LIMIT, 20, 0, FALSE }, { LIMIT, 1, 0, FALSE },
    { LIMIT, 3, 20, FALSE },  { 60000, 31, 30, TRUE }, { 60000, 11, 10, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StarlingQuestionClock clock;

      starling_question_clock_init (&clock, cases[i].limit_ms);
      g_test_message ("%d to %d", cases[i].before, cases[i].left);
      g_assert_cmpint (starling_question_clock_calls (&clock, cases[i].before,
                                                      cases[i].left),
                       ==, cases[i].calls);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/question-clock/left", test_left);
  g_test_add_func ("/question-clock/no-limit", test_no_limit);
  g_test_add_func ("/question-clock/stands", test_stands);
  g_test_add_func ("/question-clock/ask", test_ask);
  g_test_add_func ("/question-clock/sleep", test_sleep);
  g_test_add_func ("/question-clock/first-look", test_first_look);
  g_test_add_func ("/question-clock/set-limit", test_set_limit);
  g_test_add_func ("/question-clock/calls", test_calls);

  return g_test_run ();
}

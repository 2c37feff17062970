/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/loop.h"

enum
{
  NOT_RATED = STARLING_LOOP_NOT_RATED,
  INCLINED = STARLING_LOOP_INCLINED,
  MIXED = STARLING_LOOP_MIXED,
  NOT_INCLINED = STARLING_LOOP_NOT_INCLINED,
};

static void
test_interview (void)
{
  static const struct
  {
    guint ratings, n_ratings, n_weak;
    int verdict;
  } cases[] = {
    { 0, 0, 0, NOT_RATED },
    { 1, 1, 1, NOT_INCLINED },
    { 2, 1, 0, NOT_INCLINED },
    { 3, 1, 0, INCLINED },
    { 4, 1, 0, INCLINED },
    /* 2.5 is no longer too little */
    { 5, 2, 0, MIXED },
    { 12, 5, 0, NOT_INCLINED },
    { 13, 5, 0, MIXED },
    { 249, 100, 0, NOT_INCLINED },
    { 250, 100, 0, MIXED },
    { 251, 100, 1, MIXED },
    /* 3 is enough, if no answer is weak */
    { 299, 100, 0, MIXED },
    { 300, 100, 0, INCLINED },
    { 300, 100, 1, MIXED },
    { 400, 100, 2, MIXED },
    { 14, 5, 0, MIXED },
    { 15, 5, 0, INCLINED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (starling_loop_judge_interview (cases[i].ratings,
                                                    cases[i].n_ratings,
                                                    cases[i].n_weak),
                     ==, cases[i].verdict);
}

static void
test_day (void)
{
  static const struct
  {
    guint n_inclined, n_mixed, n_not;
    int verdict;
  } cases[] = {
    { 0, 0, 0, NOT_RATED },
    { 1, 0, 0, INCLINED },
    { 0, 1, 0, MIXED },
    { 0, 0, 1, NOT_INCLINED },
    { 1, 1, 0, MIXED },
    { 2, 1, 0, MIXED },
    { 3, 0, 0, INCLINED },
    /* Three in four, and nobody against it */
    { 4, 0, 0, INCLINED },
    { 3, 1, 0, INCLINED },
    { 2, 2, 0, MIXED },
    { 3, 0, 1, MIXED },
    { 5, 0, 0, INCLINED },
    { 4, 1, 0, INCLINED },
    { 3, 2, 0, MIXED },
    { 4, 0, 1, MIXED },
    /* At least half against it */
    { 2, 0, 2, NOT_INCLINED },
    { 1, 1, 2, NOT_INCLINED },
    { 2, 1, 1, MIXED },
    { 1, 0, 1, NOT_INCLINED },
    { 2, 0, 1, MIXED },
    { 3, 0, 2, MIXED },
    { 2, 0, 3, NOT_INCLINED },
    { 0, 3, 2, MIXED },
    { 0, 2, 3, NOT_INCLINED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (starling_loop_judge_day (cases[i].n_inclined,
                                              cases[i].n_mixed, cases[i].n_not),
                     ==, cases[i].verdict);
}

/* Whoever reads the mean knows on which side of a threshold it lies. */
static void
test_tenths (void)
{
  static const struct
  {
    guint ratings, n_ratings;
    int tenths;
  } cases[] = {
    { 0, 0, 0 },   { 1, 1, 10 },       { 4, 1, 40 },     { 5, 2, 25 },
    { 8, 3, 26 },  { 299, 100, 29 },   { 300, 100, 30 }, { 249, 100, 24 },
    { 11, 6, 18 }, { 1999, 1000, 19 }, { 400, 100, 40 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (starling_loop_get_tenths (cases[i].ratings,
                                               cases[i].n_ratings),
                     ==, cases[i].tenths);
}

static void
test_sums (void)
{
  static const StarlingLoopAnswer answers[] = {
    /* The first one: 18 of 6, on time and over */
    { 0, 3, TRUE, 4, 12, 175000, 170000 },
    { 0, 0, TRUE, 2, 6, 200000, 170000 },
    /* The second one: 11 of 4, one of them weak and short */
    { 1, 7, TRUE, 3, 10, 170000, 170000 },
    { 1, 7, TRUE, 1, 1, 100000, 170000 },
    /* The third one: nothing rated, one without target, one not answered */
    { 2, 3, TRUE, 0, 0, 60000, 0 },
    { 2, -1, FALSE, 0, 0, 0, 0 },
    /* Nobody */
    { 4, 9, TRUE, 1, 4, 1, 1 },
  };
  g_autoptr (StarlingLoopDebrief) debrief
      = starling_loop_debrief_new (answers, G_N_ELEMENTS (answers), 4);
  const StarlingLoopFigures *f = debrief->interviews;

  g_assert_cmpint (f[0].verdict, ==, INCLINED);
  g_assert_cmpuint (f[0].n_over, ==, 1);
  g_assert_cmpuint (f[0].n_short, ==, 0);
  g_assert_cmpint (f[1].verdict, ==, MIXED);
  g_assert_cmpuint (f[1].n_weak, ==, 1);
  g_assert_cmpuint (f[1].n_short, ==, 1);
  g_assert_cmpint (f[2].verdict, ==, NOT_RATED);
  g_assert_cmpuint (f[2].n_questions, ==, 2);
  g_assert_cmpuint (f[2].n_answers, ==, 1);
  g_assert_cmpuint (f[2].n_over, ==, 0);
  g_assert_cmpuint (f[3].n_questions, ==, 0);
  g_assert_cmpint (f[3].verdict, ==, NOT_RATED);

  g_assert_cmpuint (debrief->all.n_questions, ==, 6);
  g_assert_cmpuint (debrief->all.n_answers, ==, 5);
  g_assert_cmpuint (debrief->all.ratings, ==, 29);
  g_assert_cmpuint (debrief->all.n_ratings, ==, 10);
  g_assert_cmpint (debrief->all.spent_ms, ==, 705000);
  g_assert_cmpint (debrief->all.target_ms, ==, 680000);
  g_assert_cmpint (debrief->all.verdict, ==, MIXED);
  g_assert_cmpuint (debrief->n_verdicts[NOT_RATED], ==, 2);
  g_assert_cmpuint (debrief->n_verdicts[INCLINED], ==, 1);

  g_assert_cmpuint (debrief->asked, ==,
                    STARLING_PRINCIPLE_BIT (0) | STARLING_PRINCIPLE_BIT (3)
                        | STARLING_PRINCIPLE_BIT (7));
  g_assert_cmpuint (debrief->principles[3].n_answers, ==, 2);
  g_assert_cmpuint (debrief->principles[3].ratings, ==, 12);
  g_assert_cmpint (debrief->principles[3].verdict, ==, INCLINED);
  g_assert_cmpint (debrief->principles[7].verdict, ==, MIXED);
}

static void
test_nothing (void)
{
  g_autoptr (StarlingLoopDebrief) debrief
      = starling_loop_debrief_new (NULL, 0, 0);

  g_assert_cmpint (debrief->all.verdict, ==, NOT_RATED);
  g_assert_cmpuint (debrief->asked, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/loop-debrief/interview", test_interview);
  g_test_add_func ("/loop-debrief/day", test_day);
  g_test_add_func ("/loop-debrief/tenths", test_tenths);
  g_test_add_func ("/loop-debrief/sums", test_sums);
  g_test_add_func ("/loop-debrief/nothing", test_nothing);
  return g_test_run ();
}

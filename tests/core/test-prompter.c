/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/prompter.h"

/* 4, 10, none, 6: at 150 words a minute a word takes 400 ms */
static const guint text[] = { 4, 10, 0, 6 };

static void
assert_place (const guint *words,
              guint n_passages,
              int rate,
              gint64 spent_ms,
              int nudge,
              guint passage,
              guint word,
              double fraction)
{
  StarlingPrompterPlace place;

  starling_prompter_place_init (&place, words, n_passages, rate, spent_ms,
                                nudge);
  g_test_message ("%d ms at %d, nudged by %d", (int) spent_ms, rate, nudge);
  g_assert_cmpuint (place.passage, ==, passage);
  g_assert_cmpuint (place.word, ==, word);
  g_assert_cmpfloat_with_epsilon (place.fraction, fraction, 1e-9);
}

static void
test_place (void)
{
  static const struct
  {
    int rate;
    gint64 spent_ms;
    int nudge;
    guint passage, word;
    double fraction;
  } cases[] = {
    { 150, 0, 0, 0, 0, 0 },
    { 150, 399, 0, 0, 0, 0.249375 },
    { 150, 400, 0, 0, 1, 0.25 },
    { 150, 1599, 0, 0, 3, 0.999375 },
    { 150, 1600, 0, 1, 0, 0 },
    { 150, 5599, 0, 1, 9, 0.99975 },
    { 150, 5600, 0, 3, 0, 0 }, /* past the one without words */
    { 150, 7999, 0, 3, 5, 0.9995833333333333 },
    { 150, 8000, 0, 3, 5, 1 },
    { 150, 3600000, 0, 3, 5, 1 },
    { 110, 1600, 0, 0, 2, 0.7333333333333333 },
    { 190, 1600, 0, 1, 1, 0.1066666666666667 },
    { 0, 3600000, 0, 0, 0, 0 },
    { 150, -5000, 0, 0, 0, 0 },
    { 150, -5000, 2, 0, 2, 0.5 },
    { -150, 5000, 2, 0, 2, 0.5 },
    { 150, 400, 13, 3, 0, 0 },
    { 150, 600, 13, 3, 0, 0.0833333333333333 },
    { 150, 3600000, -8986, 3, 0, 0 },
    { 150, 600, -1, 0, 0, 0.125 },
    { 150, 600, -2, 0, 0, 0 }, /* before the first word */
    { 150, 0, 1000, 3, 5, 1 },
    { 150, 0, G_MAXINT, 3, 5, 1 },
    { 150, 0, G_MININT, 0, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_place (text, G_N_ELEMENTS (text), cases[i].rate, cases[i].spent_ms,
                  cases[i].nudge, cases[i].passage, cases[i].word,
                  cases[i].fraction);
}

static void
test_without_words (void)
{
  static const guint none[] = { 0, 0 };

  assert_place (NULL, 0, 150, 60000, 7, 0, 0, 0);
  assert_place (none, G_N_ELEMENTS (none), 150, 60000, -7, 0, 0, 0);
  for (int by = -1; by <= 1; by += 2)
    {
      int nudge = starling_prompter_nudge_by (NULL, 0, 150, 60000, 0, by);

      assert_place (NULL, 0, 150, 60000, nudge, 0, 0, 0);
      nudge = starling_prompter_nudge_by (none, G_N_ELEMENTS (none), 150, 60000,
                                          0, by);
      assert_place (none, G_N_ELEMENTS (none), 150, 60000, nudge, 0, 0, 0);
    }
}

/* To the first word of a passage, at whatever time, and on from there. */
static void
test_nudge (void)
{
  static const struct
  {
    gint64 spent_ms;
    int nudge, by;
    guint passage;
  } cases[] = {
    { 0, 0, 1, 1 },       { 0, 0, 2, 3 }, /* not to the one without words */
    { 3000, 0, 1, 3 },    { 3000, 0, -1, 0 },
    { 7000, 0, -1, 1 },   { 7000, 0, -2, 0 },
    { 7000, 0, -9, 0 },   { 1000, 0, -1, 0 },    /* begins the first anew */
    { 1000, 0, 9, 3 },    { 3600000, 0, -1, 1 }, /* long after the end */
    { 1200, -900, 1, 1 }, /* held at the beginning so far */
    { 1200, 13, -1, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int nudge = starling_prompter_nudge_by (text, G_N_ELEMENTS (text), 150,
                                              cases[i].spent_ms, cases[i].nudge,
                                              cases[i].by);
      gint64 started = cases[i].spent_ms - cases[i].spent_ms % 400;

      assert_place (text, G_N_ELEMENTS (text), 150, started, nudge,
                    cases[i].passage, 0, 0);
      assert_place (text, G_N_ELEMENTS (text), 150, started + 400 * 3, nudge,
                    cases[i].passage, 3, 3.0 / text[cases[i].passage]);
    }
}

/* From the last passage there is nowhere to go on to: nothing jumps. */
static void
test_nudge_end (void)
{
  static const struct
  {
    gint64 spent_ms;
    int nudge;
  } cases[] = {
    { 5600, 0 }, { 7000, 0 }, { 3600000, 0 }, { 1200, 13 }, { 1200, 500 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (starling_prompter_nudge_by (text, G_N_ELEMENTS (text), 150,
                                                 cases[i].spent_ms,
                                                 cases[i].nudge, 1),
                     ==, cases[i].nudge);
  g_assert_cmpint (starling_prompter_nudge_by (text, G_N_ELEMENTS (text), 150,
                                               3000, 2, 0),
                   ==, 2);
}

/* On and back again, many times, at odd times and rates: always where the
 * number of presses leads. */
static void
test_nudge_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 500; round++)
    {
      guint words[12];
      gint64 spent_ms = g_rand_int_range (random, 0, 600000);
      int rate = g_rand_int_range (random, 110, 191);
      int nudge = g_rand_int_range (random, -500, 500);
      StarlingPrompterPlace place;
      int expected;

      for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        words[i] = (guint) g_rand_int_range (random, 1, 40);
      starling_prompter_place_init (&place, words, G_N_ELEMENTS (words), rate,
                                    spent_ms, nudge);
      expected = (int) place.passage;
      for (guint press = 0; press < 20; press++)
        {
          int by = g_rand_boolean (random) ? 1 : -1;

          expected = CLAMP (expected + by, 0, (int) G_N_ELEMENTS (words) - 1);
          nudge = starling_prompter_nudge_by (words, G_N_ELEMENTS (words), rate,
                                              spent_ms, nudge, by);
          starling_prompter_place_init (&place, words, G_N_ELEMENTS (words),
                                        rate, spent_ms, nudge);
          g_assert_cmpuint (place.passage, ==, (guint) expected);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/prompter/place", test_place);
  g_test_add_func ("/prompter/without-words", test_without_words);
  g_test_add_func ("/prompter/nudge", test_nudge);
  g_test_add_func ("/prompter/nudge/end", test_nudge_end);
  g_test_add_func ("/prompter/nudge/random", test_nudge_random);
  return g_test_run ();
}

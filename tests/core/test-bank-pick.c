/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/bank.h"

#define BIT STARLING_PRINCIPLE_BIT
#define N_SEEDS 400

/* Meant for 1, perhaps for 2 and 3; named are a, then b. */
static const StarlingBankQuestion question = {
  .id = (char *) "q",
  .principle = 1,
  .also = BIT (2) | BIT (3),
  .scenarios = (char *[]){ (char *) "a", (char *) "b", NULL },
};

static void
test_angle (void)
{
  static const struct
  {
    const char *what;
    int principle;
    StarlingPrincipleSet angles;
    int expected;
  } cases[] = {
    { "the question's principle", 7, BIT (1) | BIT (2), 1 },
    { "… even where it is about another that may be meant", 2, BIT (1), 1 },
    { "a story is told as it is for its own", 1, BIT (2), STARLING_AS_TOLD },
    { "… and for another that may be meant", 3, BIT (2), STARLING_AS_TOLD },
    { "the first of the others", 7, BIT (3) | BIT (2), 2 },
    { "none fits", 7, BIT (8), STARLING_AS_TOLD },
    { "none is offered", 63, 0, STARLING_AS_TOLD },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StarlingBankStory story = { .id = "x",
                                  .principle = cases[i].principle,
                                  .angles = cases[i].angles };

      g_test_message ("%s", cases[i].what);
      g_assert_cmpint (starling_bank_choose_angle (&question, &story), ==,
                       cases[i].expected);
    }
}

/* Their ids in order, with the fit of each. */
static char *
list (const StarlingBankStory *stories, guint n)
{
  static const char fits[] = "npa-";
  g_autofree StarlingBankAnswer *answers = g_new (StarlingBankAnswer, n + 1);
  guint n_answers = starling_bank_list_answers (&question, stories, n, answers);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_answers; i++)
    g_string_append_printf (text, "%s%s:%c", i > 0 ? " " : "",
                            stories[answers[i].story].id, fits[answers[i].fit]);
  return g_string_free (text, FALSE);
}

static void
test_answers (void)
{
  static const struct
  {
    const char *what;
    StarlingBankStory stories[6];
    const char *expected;
  } cases[] = {
    { "no stories", { { NULL } }, "" },
    { "named, best first, whatever they are about",
      { { "b", 9, 0, FALSE, 0 },
        { "x", 1, 0, FALSE, 0 },
        { "a", 9, 0, FALSE, 5 } },
      "a:n b:n" },
    { "one's own come first if they fit, and last if not",
      { { "a", 1, 0, FALSE, 0 },
        { "mine", 9, 0, TRUE, 0 },
        { "yours", 9, BIT (3), TRUE, 0 } },
      "yours:a a:n mine:-" },
    { "the principle before others that may be meant",
      { { "m", 2, 0, TRUE, 0 }, { "n", 9, BIT (1), TRUE, 0 } },
      "n:p m:a" },
    { "of equals the least rehearsed, then as they stand",
      { { "m", 1, 0, TRUE, 2 },
        { "n", 1, 0, TRUE, 1 },
        { "o", 9, BIT (1), TRUE, 1 } },
      "n:p o:p m:p" },
    { "one's own that is named",
      { { "m", 1, 0, TRUE, 0 }, { "b", 9, 0, TRUE, 3 } },
      "b:n m:p" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;
      guint n = 0;

      while (cases[i].stories[n].id != NULL)
        n++;
      g_test_message ("%s", cases[i].what);
      text = list (cases[i].stories, n);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

/* Which are picked by many seeds, a bit each. */
static guint
gather (const StarlingBankRecord *records,
        guint n,
        StarlingPrincipleSet ticked,
        int last)
{
  guint picked = 0;

  for (guint64 seed = 0; seed < N_SEEDS; seed++)
    {
      int index = starling_bank_pick (records, n, ticked, last, seed);

      g_assert_cmpint (index, >=, 0);
      g_assert_cmpint (index, <, (int) n);
      g_assert_cmpint (index, ==,
                       starling_bank_pick (records, n, ticked, last, seed));
      picked |= 1u << index;
    }
  return picked;
}

static void
test_pick (void)
{
  static const struct
  {
    const char *what;
    StarlingBankRecord records[4]; /* principles, takes, asked */
    guint n;
    StarlingPrincipleSet ticked;
    int last;
    guint expected;
  } cases[] = {
    { "any, even after many takes",
      { { 1, 0, 0 }, { 1, 5, 0 }, { 1, 99, 0 } },
      3,
      0,
      -1,
      7 },
    { "not what was asked",
      { { 1, 0, 1 }, { 1, 0, 0 }, { 1, 0, 1 } },
      3,
      0,
      0,
      2 },
    { "all were asked: not the last one",
      { { 1, 0, 1 }, { 1, 0, 1 }, { 1, 0, 1 } },
      3,
      0,
      1,
      5 },
    { "… nor what came twice already",
      { { 1, 0, 2 }, { 1, 0, 1 }, { 1, 0, 1 } },
      3,
      0,
      0,
      6 },
    { "there is but one", { { 1, 0, 3 } }, 1, 0, 0, 1 },
    { "ticked ones first",
      { { 1, 0, 0 }, { 2, 0, 0 }, { 6, 0, 0 } },
      3,
      4 | 8,
      -1,
      4 },
    { "… until they were asked",
      { { 1, 0, 0 }, { 2, 0, 0 }, { 6, 0, 1 } },
      3,
      4 | 8,
      2,
      3 },
    { "… whatever was rehearsed", { { 1, 0, 0 }, { 4, 99, 0 } }, 2, 4, -1, 2 },
  };

  g_assert_cmpint (starling_bank_pick (cases[0].records, 0, 0, -1, 1), ==, -1);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].what);
      g_assert_cmpuint (gather (cases[i].records, cases[i].n, cases[i].ticked,
                                cases[i].last),
                        ==, cases[i].expected);
    }
}

/* Of two, the one whose stories were never told comes about eight times as
 * often as one whose stories were told three times. */
static void
test_rehearsed (void)
{
  static const StarlingBankRecord records[] = { { 1, 3, 0 }, { 1, 0, 0 } };
  guint n = 0;

  for (guint64 seed = 0; seed < 9000; seed++)
    n += starling_bank_pick (records, 2, 0, -1, seed) == 0;
  g_assert_cmpuint (n, >, 800);
  g_assert_cmpuint (n, <, 1200);
}

/* Run after run, each comes once, and none twice in a row. */
static void
test_rounds (void)
{
  StarlingBankRecord records[7] = { 0 };
  int last = -1;

  for (guint64 i = 0; i < 70; i++)
    {
      int index
          = starling_bank_pick (records, G_N_ELEMENTS (records), 0, last, i);

      g_assert_cmpint (index, !=, last);
      records[index].n_asked++;
      last = index;
      for (guint j = 0; j < G_N_ELEMENTS (records); j++)
        {
          g_assert_cmpuint (records[j].n_asked, >=, i / 7);
          g_assert_cmpuint (records[j].n_asked, <=, i / 7 + 1);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bank-pick/angle", test_angle);
  g_test_add_func ("/bank-pick/answers", test_answers);
  g_test_add_func ("/bank-pick/pick", test_pick);
  g_test_add_func ("/bank-pick/rehearsed", test_rehearsed);
  g_test_add_func ("/bank-pick/rounds", test_rounds);
  return g_test_run ();
}

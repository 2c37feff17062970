/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/suggestion.h"

#define ALL 0
#define BIT STARLING_PRINCIPLE_BIT

static void
test_story (void)
{
  static const struct
  {
    const char *what;
    StarlingStoryRecord stories[6];
    guint n_stories;
    StarlingPrincipleSet ticked;
    int expected;
  } cases[] = {
    { "nothing to tell", { { 0 } }, 0, ALL, -1 },
    { "of equals the first", { { 3, { 0, 0 } }, { 1, { 0, 0 } } }, 2, ALL, 0 },
    { "the principle told least, not the story",
      { { 0, { 0, 0 } }, { 0, { 3, 10 } }, { 1, { 1, 50 } }, { 1, { 1, 60 } } },
      4,
      ALL,
      2 },
    { "of these, told longest ago",
      { { 0, { 1, 50 } }, { 1, { 1, 20 } }, { 2, { 1, 30 } } },
      3,
      ALL,
      1 },
    { "a principle was told when any of its stories was",
      { { 0, { 1, 10 } }, { 0, { 1, 90 } }, { 1, { 2, 50 } } },
      3,
      ALL,
      2 },
    { "... and when the newest of them was, wherever it stands",
      { { 0, { 1, 90 } }, { 0, { 1, 10 } }, { 1, { 2, 50 } } },
      3,
      ALL,
      2 },
    { "inside a principle, told least, then longest ago",
      { { 4, { 2, 10 } }, { 4, { 1, 30 } }, { 4, { 1, 20 } } },
      3,
      ALL,
      2 },
    { "ticked ones only",
      { { 0, { 0, 0 } }, { 1, { 5, 10 } }, { 2, { 6, 10 } } },
      3,
      BIT (1) | BIT (2),
      1 },
    { "no ticked one has a story: any",
      { { 0, { 1, 5 } }, { 1, { 0, 0 } } },
      2,
      BIT (7),
      1 },
    { "the last principle there can be",
      { { 63, { 2, 5 } }, { 0, { 3, 5 } } },
      2,
      BIT (63),
      0 },
    { "no principle at all is left out",
      { { -1, { 0, 0 } }, { 64, { 0, 0 } }, { 2, { 1, 1 } } },
      3,
      ALL,
      2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].what);
      g_assert_cmpint (starling_suggestion_find_story (cases[i].stories,
                                                       cases[i].n_stories,
                                                       cases[i].ticked),
                       ==, cases[i].expected);
    }
}

static void
test_quiz (void)
{
  static const struct
  {
    const char *what;
    StarlingQuizRecord principles[4];
    guint n_principles;
    StarlingPrincipleSet ticked;
    int expected;
  } cases[] = {
    { "no principles", { { 0 } }, 0, ALL, -1 },
    { "no questions", { { 0, 0, 0 }, { 0, 0, 0 } }, 2, ALL, -1 },
    { "never asked: the first one",
      { { 0, 0, 0 }, { 5, 0, 0 }, { 5, 0, 0 } },
      3,
      ALL,
      1 },
    { "the least share",
      { { 5, 5, 4 }, { 5, 5, 2 }, { 12, 10, 5 } },
      3,
      ALL,
      1 },
    { "a wrong answer before what was never asked",
      { { 5, 0, 0 }, { 5, 5, 4 } },
      2,
      ALL,
      1 },
    { "what was never asked before what is all right",
      { { 5, 5, 5 }, { 5, 0, 0 } },
      2,
      ALL,
      1 },
    { "equal shares: more wrong answers",
      { { 5, 2, 1 }, { 10, 8, 4 } },
      2,
      ALL,
      1 },
    { "all right: the fewest answers",
      { { 5, 5, 5 }, { 5, 3, 3 } },
      2,
      ALL,
      1 },
    { "ticked ones only",
      { { 5, 5, 0 }, { 5, 5, 4 }, { 5, 0, 0 } },
      3,
      BIT (1) | BIT (2),
      1 },
    { "no ticked one has a question: any",
      { { 5, 5, 0 }, { 0, 0, 0 } },
      2,
      BIT (1),
      0 },
    { "answers to questions that are gone",
      { { 0, 4, 0 }, { 5, 5, 4 } },
      2,
      ALL,
      1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].what);
      g_assert_cmpint (starling_suggestion_find_quiz (cases[i].principles,
                                                      cases[i].n_principles,
                                                      cases[i].ticked),
                       ==, cases[i].expected);
    }
}

static void
test_minutes (void)
{
  gint64 many[60];
  static const struct
  {
    gint64 ms[3];
    guint n_ms;
    guint n_cards;
    guint minutes;
  } cases[] = {
    { { 0 }, 0, 0, 0 },
    { { 0 }, 0, 1, 1 },
    { { 0 }, 0, 20, 14 },            /* 800 s */
    { { 0 }, 0, 3, 2 },              /* exactly */
    { { 30000 }, 1, 20, 10 },        /* the user's own pace */
    { { 20000, 40000 }, 2, 20, 10 }, /* the mean */
    { { 3600000, 60000 }, 2, 2, 3 }, /* an hour counts as two minutes */
    { { 1, 1, 1 }, 3, 200, 1 },      /* never no time at all */
    { { -5, 60000, 60000 }, 3, 3, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (starling_suggestion_get_minutes (cases[i].ms,
                                                       cases[i].n_ms,
                                                       cases[i].n_cards),
                      ==, cases[i].minutes);

  /* older ones than the newest fifty do not count */
  for (guint i = 0; i < G_N_ELEMENTS (many); i++)
    many[i] = i < 40 ? 24000 : i < 50 ? 54000 : 90000;
  g_assert_cmpuint (starling_suggestion_get_minutes (many, G_N_ELEMENTS (many),
                                                     1000),
                    ==, 500);
}

static void
test_days (void)
{
  static const StarlingActivity days[] = {
    { .day = 71, .n_due = 3 },
    { .day = 72, .n_due = 3 },
    { .day = 73 }, /* undone */
    { .day = 90, .n_takes = 1 },
    { .day = 98, .n_questions = 2 },
    { .day = 99, .n_new = 2 },
    { .day = 100, .n_learning = 1 },
  };
  static const struct
  {
    guint n_days;
    int today;
    guint expected;
  } cases[] = {
    { 0, 100, 0 },  { 7, 100, 4 }, /* 73 to 100 */
    { 7, 101, 4 },                 /* 73 to 100: nothing was done yet today */
    { 7, 102, 4 },                 /* 74 to 101 */
    { 6, 100, 4 },                 /* 72 to 99 */
    { 6, 99, 4 },                  /* 72 to 99: something was done today */
    { 7, 98, 4 }, /* 71 to 98; what is yet to come does not count */
    { 7, 1000, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (starling_suggestion_count_days (days, cases[i].n_days,
                                                      cases[i].today, 28),
                      ==, cases[i].expected);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/suggestion/story", test_story);
  g_test_add_func ("/suggestion/quiz", test_quiz);
  g_test_add_func ("/suggestion/minutes", test_minutes);
  g_test_add_func ("/suggestion/days", test_days);
  return g_test_run ();
}

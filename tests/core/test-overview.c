/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/overview.h"

#define MONDAY 20780

static void
test_percent (void)
{
  static const struct
  {
    guint n_right, n;
    int percent;
  } cases[] = {
    { 0, 0, -1 }, { 0, 3, 0 },    { 1, 3, 33 },      { 2, 3, 67 },
    { 1, 8, 13 }, { 1, 200, 1 },  { 1, 201, 0 },     { 3, 3, 100 },
    { 1, 40, 3 }, { 39, 40, 98 }, { 199, 200, 100 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (starling_overview_get_percent (cases[i].n_right,
                                                    cases[i].n),
                     ==, cases[i].percent);
}

/* Four principles at one level; the other levels must not matter. */
static void
test_first (void)
{
  static const struct
  {
    const char *what;
    struct
    {
      guint n_stories;
      double mastery;
      guint n_answers, n_right;
      gboolean begun;
    } cells[4];
    StarlingPrincipleSet wanted;
    int first;
  } cases[] = {
    { "nothing", { { 1 }, { 1 }, { 1 }, { 1 } }, 0, -1 },
    { "the weakest",
      { { 1, .6, 2, 1, TRUE }, { 1, .5, 2, 1, TRUE }, { 1 } },
      0,
      1 },
    { "the first of equals",
      { { 1, .5, 2, 1, TRUE }, { 1, .5, 2, 1, TRUE } },
      0,
      0 },
    { "never asked is not known",
      { { 1, .9, 10, 2, TRUE }, { 1, .9, 0, 0, TRUE } },
      0,
      1 },
    { "well begun, then what is open",
      { { 1, .9, 10, 8, TRUE }, { 0 }, { 2 }, { 2 } },
      0,
      2 },
    { "not open without stories", { { 1, .9, 10, 8, TRUE } }, 0, 0 },
    { "of those to prepare",
      { { 1, .1, 0, 0, TRUE }, { 1, .5, 2, 1, TRUE }, { 1 } },
      STARLING_PRINCIPLE_BIT (1) | STARLING_PRINCIPLE_BIT (2),
      1 },
    { "none of those to prepare is begun",
      { { 1, .1, 0, 0, TRUE }, { 1 } },
      STARLING_PRINCIPLE_BIT (1),
      -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StarlingOverviewCell cells[4 * STARLING_N_LEVELS] = { 0 };

      for (guint j = 0; j < 4; j++)
        {
          cells[j * STARLING_N_LEVELS] = (StarlingOverviewCell){
            .n_stories = 1,
            .begun = TRUE,
          };
          cells[j * STARLING_N_LEVELS + 1] = (StarlingOverviewCell){
            .n_stories = cases[i].cells[j].n_stories,
            .mastery = cases[i].cells[j].mastery,
            .n_answers = cases[i].cells[j].n_answers,
            .n_right = cases[i].cells[j].n_right,
            .begun = cases[i].cells[j].begun,
          };
        }
      g_test_message ("%s", cases[i].what);
      g_assert_cmpint (starling_overview_find_first (cells, 4,
                                                     STARLING_LEVEL_SDE2,
                                                     cases[i].wanted),
                       ==, cases[i].first);
    }
}

static void
test_next (void)
{
  static const struct
  {
    const char *what;
    guint n;
    StarlingOverviewStory stories[4];
    StarlingPrincipleSet wanted;
    StarlingOverviewNext next;
  } cases[] = {
    { "no stories", 0, { { 0 } }, 0, { STARLING_OVERVIEW_NOTHING, -1, 0 } },
    { "none told: one of those to prepare",
      2,
      { { .principle = 0 }, { .principle = 2 } },
      STARLING_PRINCIPLE_BIT (2),
      { STARLING_OVERVIEW_BEGIN, 2, 1 } },
    { "none told: an own one",
      2,
      { { .principle = 0 }, { .principle = 2, .own = TRUE } },
      0,
      { STARLING_OVERVIEW_BEGIN, -1, 1 } },
    { "a gap",
      3,
      { { .principle = 0, .n_takes = 1, .last_take_at = 9 },
        { .principle = 1 },
        { .principle = 1 } },
      0,
      { STARLING_OVERVIEW_GAP, 1, 1 } },
    { "an angle fills it",
      2,
      { { .principle = 0,
          .angles = STARLING_PRINCIPLE_BIT (1),
          .n_takes = 1,
          .last_take_at = 9 },
        { .principle = 1 } },
      0,
      { STARLING_OVERVIEW_OLDEST, -1, 0 } },
    { "an own story fills it, and is to be told",
      3,
      { { .principle = 0, .n_takes = 1, .last_take_at = 9 },
        { .principle = 1 },
        { .principle = 1, .own = TRUE } },
      0,
      { STARLING_OVERVIEW_UNTOLD, -1, 2 } },
    { "not to be prepared",
      2,
      { { .principle = 0, .n_takes = 1, .last_take_at = 9 },
        { .principle = 1 } },
      STARLING_PRINCIPLE_BIT (0),
      { STARLING_OVERVIEW_OLDEST, -1, 0 } },
    { "the oldest",
      3,
      { { .principle = 0, .n_takes = 1, .last_take_at = 9 },
        { .principle = 1, .n_takes = 1, .last_take_at = 7 },
        { .principle = 1, .n_takes = 1, .last_take_at = 8 } },
      0,
      { STARLING_OVERVIEW_OLDEST, -1, 1 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StarlingOverviewNext next;

      starling_overview_find_next (cases[i].stories, cases[i].n, 3,
                                   cases[i].wanted, &next);
      g_test_message ("%s", cases[i].what);
      g_assert_cmpint (next.kind, ==, cases[i].next.kind);
      g_assert_cmpint (next.principle, ==, cases[i].next.principle);
      g_assert_cmpuint (next.story, ==, cases[i].next.story);
    }
}

static void
test_weeks (void)
{
  static const StarlingActivity days[] = {
    { .day = MONDAY - 22, .n_questions = 9, .n_right = 9 },
    { .day = MONDAY - 14, .n_questions = 4, .n_right = 1 },
    { .day = MONDAY - 8, .n_questions = 2, .n_right = 2, .n_due = 1 },
    { .day = MONDAY - 7, .n_takes = 1 },
    { .day = MONDAY - 1, .n_due = 10, .n_recalled = 9 },
    { .day = MONDAY, .n_questions = 1, .n_due = 5, .n_recalled = 4 },
  };
  StarlingOverviewWeek weeks[2];

  /* the week without questions is left out, the one before does not fit */
  g_assert_cmpuint (starling_overview_list_weeks (days, G_N_ELEMENTS (days),
                                                  G_DATE_MONDAY,
                                                  STARLING_WEEKS_ANSWERS, weeks,
                                                  2),
                    ==, 2);
  g_assert_cmpint (weeks[0].first, ==, MONDAY - 14);
  g_assert_cmpuint (weeks[0].n, ==, 6);
  g_assert_cmpuint (weeks[0].n_good, ==, 3);
  g_assert_cmpint (weeks[1].first, ==, MONDAY);
  g_assert_cmpuint (weeks[1].n, ==, 1);
  g_assert_cmpuint (weeks[1].n_good, ==, 0);

  /* where weeks begin on Sunday, the last two days are of the same */
  g_assert_cmpuint (starling_overview_list_weeks (days, G_N_ELEMENTS (days),
                                                  G_DATE_SUNDAY,
                                                  STARLING_WEEKS_RECALL, weeks,
                                                  2),
                    ==, 2);
  g_assert_cmpint (weeks[0].first, ==, MONDAY - 8);
  g_assert_cmpuint (weeks[0].n_good, ==, 0);
  g_assert_cmpint (weeks[1].first, ==, MONDAY - 1);
  g_assert_cmpuint (weeks[1].n, ==, 15);
  g_assert_cmpuint (weeks[1].n_good, ==, 13);

  g_assert_cmpuint (starling_overview_list_weeks (NULL, 0, G_DATE_MONDAY,
                                                  STARLING_WEEKS_RECALL, weeks,
                                                  2),
                    ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/overview/percent", test_percent);
  g_test_add_func ("/overview/first", test_first);
  g_test_add_func ("/overview/next", test_next);
  g_test_add_func ("/overview/weeks", test_weeks);
  return g_test_run ();
}

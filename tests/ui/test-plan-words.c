/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>
#include <string.h>

#include "plan-words.h"

#define TODAY 20780 /* 2026-11-23, a Monday */

typedef struct
{
  const char *name;
  StarlingOutlook outlook;
  StarlingPrincipleSet principles;
  int days_left;
  int by; /* days from today on; -1: none */
  guint new_a_day, n_empty;
  guint n_left_out, needed_new, needed_reviews;
  guint recent_days, recent_studied;
  const char *verdict;
  const char *detail;
  const char *outlook_words; /* NULL: the verdict */
} Case;

/* clang-format off */
static const Case cases[] = {
  { "none", STARLING_OUTLOOK_NONE, 0, -1, -1, 20, 0, 0, 0, 0, 0, 0,
    "", "", NULL },
  { "on course", STARLING_OUTLOOK_ON_COURSE, 0xf, 17, 14, 6, 0, 0, 0, 0, 0, 0,
    "On course: all four principles by 7 December",
    "6 new cards a day, and a last look at everything from 7 December on.",
    NULL },
  { "some done today", STARLING_OUTLOOK_ON_COURSE, 0xf, 17, 14, 6, 0, 0, 0, 0,
    3, 1,
    "On course: all four principles by 7 December",
    "6 new cards a day, and a last look at everything from 7 December on.",
    NULL },
  { "weekends", STARLING_OUTLOOK_ON_COURSE, 0x3ff, 17, 13, 1, 0, 0, 0, 0, 14,
    4,
    "On course: all 10 principles by 6 December",
    "1 new card on each day that you study, and a last look at everything"
    " from 7 December on.",
    NULL },
  { "a week", STARLING_OUTLOOK_ON_COURSE, 0x3, 17, 1, 2, 0, 0, 0, 0, 7, 6,
    "On course: both principles by 24 November",
    "2 new cards on each day that you study, and a last look at everything"
    " from 7 December on.",
    NULL },
  { "less than a week", STARLING_OUTLOOK_ON_COURSE, 0x3, 17, 1, 2, 0, 0, 0, 0,
    6, 1,
    "On course: both principles by 24 November",
    "2 new cards a day, and a last look at everything from 7 December on.",
    NULL },
  { "every day", STARLING_OUTLOOK_ON_COURSE, 0x3, 17, 1, 1, 0, 0, 0, 0, 14, 14,
    "On course: both principles by 24 November",
    "1 new card a day, and a last look at everything from 7 December on.",
    NULL },
  { "one principle", STARLING_OUTLOOK_ON_COURSE, 0x8000, 3, 0, 5, 0, 0, 0, 0,
    0, 0,
    "On course: your principle by 23 November", "5 new cards a day.", NULL },
  { "everything", STARLING_OUTLOOK_ON_COURSE, 0, 40, 37, 0, 0, 0, 0, 0, 0, 0,
    "On course: all cards by 30 December",
    "The last look at everything begins on 30 December.", NULL },
  { "ready", STARLING_OUTLOOK_READY, 0x7, 17, -1, 0, 0, 0, 0, 0, 0, 0,
    "Ready: no new cards are left",
    "The last look at everything begins on 7 December.", NULL },
  { "ready, one", STARLING_OUTLOOK_READY, 0x2, 2, -1, 0, 0, 0, 0, 0, 0, 0,
    "Ready: no new cards are left", "", NULL },
  { "ready, all", STARLING_OUTLOOK_READY, 0, 1, -1, 0, 0, 0, 0, 0, 0, 0,
    "Ready: no new cards are left", "", NULL },
  { "some without cards", STARLING_OUTLOOK_ON_COURSE, 0xf, 17, 14, 6, 2, 0, 0,
    0, 0, 0,
    "On course: two of four principles by 7 December",
    "6 new cards a day, and a last look at everything from 7 December on."
    " There are no cards for the other two.",
    "On course: two of four principles by 7 December. There are no cards for"
    " the other two." },
  { "one without cards", STARLING_OUTLOOK_ON_COURSE, 0xffff, 17, 14, 6, 1, 0,
    0, 0, 0, 0,
    "On course: 15 of 16 principles by 7 December",
    "6 new cards a day, and a last look at everything from 7 December on."
    " There are no cards for the other one.",
    "On course: 15 of 16 principles by 7 December. There are no cards for the"
    " other one." },
  { "ready, some without cards", STARLING_OUTLOOK_READY, 0x7, 2, -1, 0, 1, 0, 0,
    0, 0, 0,
    "Ready: no new cards are left", "There are no cards for the other one.",
    "Ready: no new cards are left. There are no cards for the other one." },
  { "nothing", STARLING_OUTLOOK_NOTHING, 0x7, 17, -1, 0, 3, 0, 0, 0, 0, 0,
    "No cards for your principles",
    "Choose others as well, or add stories of your own.",
    "No cards for your principles. Choose others as well, or add stories of"
    " your own." },
  { "nothing, one", STARLING_OUTLOOK_NOTHING, 0x8, 17, -1, 0, 1, 0, 0, 0, 0, 0,
    "No cards for your principle",
    "Choose others as well, or add stories of your own.",
    "No cards for your principle. Choose others as well, or add stories of"
    " your own." },
  { "nothing at all", STARLING_OUTLOOK_NOTHING, 0, 17, -1, 0, 0, 0, 0, 0, 0, 0,
    "There are no cards yet", "", NULL },
  { "too many", STARLING_OUTLOOK_TOO_MANY, 0xf, 5, -1, 20, 0, 38, 26, 0, 0, 0,
    "Not all in time: 38 cards would be left out",
    "26 new cards a day, or fewer principles, would do.",
    "Not all in time: 38 cards would be left out. 26 new cards a day, or"
    " fewer principles, would do." },
  { "too many of one", STARLING_OUTLOOK_TOO_MANY, 0x1, 5, -1, 20, 0, 1, 21, 0,
    0, 0,
    "Not all in time: 1 card would be left out",
    "21 new cards a day, or a later date, would do.",
    "Not all in time: 1 card would be left out. 21 new cards a day, or a"
    " later date, would do." },
  { "far too many", STARLING_OUTLOOK_TOO_MANY, 0, 4, -1, 20, 0, 900, 460, 0, 0,
    0,
    "Not all in time: 900 cards would be left out",
    "Fewer principles, or a later date, would do.",
    "Not all in time: 900 cards would be left out. Fewer principles, or a"
    " later date, would do." },
  { "too many of one, far", STARLING_OUTLOOK_TOO_MANY, 0x1, 4, -1, 20, 0, 900,
    460, 0, 0, 0,
    "Not all in time: 900 cards would be left out", "A later date would do.",
    "Not all in time: 900 cards would be left out. A later date would do." },
  { "too many to look at", STARLING_OUTLOOK_TOO_MANY, 0xf, 6, -1, 20, 0, 480,
    188, 250, 0, 0,
    "Not all in time: 480 cards would be left out",
    "188 new cards and 250 reviews a day, or fewer principles, would do.",
    "Not all in time: 480 cards would be left out. 188 new cards and 250"
    " reviews a day, or fewer principles, would do." },
  { "too many to look at, one", STARLING_OUTLOOK_TOO_MANY, 0x2, 6, -1, 20, 0,
    2, 21, 250, 0, 0,
    "Not all in time: 2 cards would be left out",
    "21 new cards and 250 reviews a day would do.",
    "Not all in time: 2 cards would be left out. 21 new cards and 250 reviews a"
    " day would do." },
  { "far too many to look at", STARLING_OUTLOOK_TOO_MANY, 0, 6, -1, 20, 0, 980,
    250, 340, 0, 0,
    "Not all in time: 980 cards would be left out",
    "Fewer principles, or a later date and 340 reviews a day, would do.",
    "Not all in time: 980 cards would be left out. Fewer principles, or a later"
    " date and 340 reviews a day, would do." },
  { "far too many to look at, one", STARLING_OUTLOOK_TOO_MANY, 0x1, 6, -1, 20,
    0, 980, 250, 340, 0, 0,
    "Not all in time: 980 cards would be left out",
    "A later date and 340 reviews a day would do.",
    "Not all in time: 980 cards would be left out. A later date and 340 reviews"
    " a day would do." },
  { "too late", STARLING_OUTLOOK_TOO_LATE, 0xf, 2, -1, 0, 0, 12, 0, 0, 0, 0,
    "Too late for 12 new cards",
    "The last days are for what you know already. A later date, or fewer"
    " principles, would do.",
    "Too late for 12 new cards. The last days are for what you know already."
    " A later date, or fewer principles, would do." },
  { "too late, one", STARLING_OUTLOOK_TOO_LATE, 0x4, 2, -1, 0, 0, 12, 0, 0, 0,
    0,
    "Too late for 12 new cards",
    "The last days are for what you know already. A later date would do.",
    "Too late for 12 new cards. The last days are for what you know already."
    " A later date would do." },
  { "no look", STARLING_OUTLOOK_NO_LOOK, 0xf, 17, 14, 20, 0, 0, 0, 260, 0, 0,
    "All cards by 7 December, but no last look at everything",
    "It takes 260 reviews a day; your limit is 200.",
    "All cards by 7 December, but no last look at everything. It takes 260"
    " reviews a day; your limit is 200." },
  { "no look, known", STARLING_OUTLOOK_NO_LOOK, 0xf, 2, -1, 0, 0, 0, 0, 1, 0,
    0,
    "No last look at everything",
    "It takes 1 review a day; your limit is 200.",
    "No last look at everything. It takes 1 review a day; your limit is"
    " 200." },
};
/* clang-format on */

static void
test_words (gconstpointer data)
{
  const Case *c = data;
  StarlingPlanInput input = {
    .today = TODAY,
    .settings = { STARLING_DEFAULT_RETENTION, STARLING_DEFAULT_NEW_PER_DAY,
                  STARLING_DEFAULT_REVIEWS_PER_DAY },
    .goal = { c->days_left < 0 ? STARLING_NO_DAY : TODAY + c->days_left,
              c->principles },
    .recent_days = c->recent_days,
    .recent_studied = c->recent_studied,
  };
  StarlingPlan plan = {
    .n_ticked = (guint) __builtin_popcountll (c->principles) - c->n_empty,
    .n_empty = c->n_empty,
    .new_a_day = c->new_a_day,
    .outlook = c->outlook,
    .days_left = c->days_left,
    .introduced_by = c->by < 0 ? STARLING_NO_DAY : TODAY + c->by,
    .n_left_out = c->n_left_out,
    .needed_new = c->needed_new,
    .needed_reviews = c->needed_reviews,
  };
  g_autofree char *verdict = starling_plan_words_verdict (&plan, &input);
  g_autofree char *detail = starling_plan_words_detail (&plan, &input);
  g_autofree char *outlook = starling_plan_words_outlook (&plan, &input);

  g_assert_cmpstr (verdict, ==, c->verdict);
  g_assert_cmpstr (detail, ==, c->detail);
  g_assert_cmpstr (outlook, ==,
                   c->outlook_words != NULL ? c->outlook_words : c->verdict);
}

static void
test_dates (void)
{
  static const struct
  {
    const char *date;
    const char *with_weekday;
    const char *without;
  } dates[] = {
    { "2026-12-10", "Thursday 10 December", "10 December" },
    { "2026-12-07", "Monday 7 December", "7 December" },
    { "2028-02-29", "Tuesday 29 February", "29 February" },
    { "1969-12-31", "Wednesday 31 December", "31 December" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *with_weekday = NULL;
      g_autofree char *without = NULL;
      int day = 0;

      g_assert_true (starling_day_parse (dates[i].date, &day));
      with_weekday = starling_plan_words_date (day, TRUE);
      without = starling_plan_words_date (day, FALSE);
      g_assert_cmpstr (with_weekday, ==, dates[i].with_weekday);
      g_assert_cmpstr (without, ==, dates[i].without);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan-words/dates", test_dates);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path
          = g_strdelimit (g_strdup_printf ("/plan-words/%s", cases[i].name),
                          " ", '-');

      g_test_add_data_func (path, &cases[i], test_words);
    }
  return g_test_run ();
}

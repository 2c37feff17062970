/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/today/words.h"
#include "support.h"

#define TODAY 20780 /* Monday 23 November 2026 */

static void
test_head (void)
{
  static const struct
  {
    int interview;
    StarlingPlan plan;
    const char *number, *title, *caption;
    gboolean is_upcoming;
  } cases[] = {
    { STARLING_NO_DAY,
      { 0 },
      NULL,
      "No interview date yet",
      "With a date, new cards are spread so that all of them come in time.",
      FALSE },
    { TODAY + 17,
      { .outlook = STARLING_OUTLOOK_ON_COURSE,
        .introduced_by = TODAY + 14,
        .n_ticked = 4 },
      "17",
      "days to your interview",
      "Thursday 10 December · On course: all four principles by 7 December",
      TRUE },
    { TODAY + 2,
      { .outlook = STARLING_OUTLOOK_NONE },
      "2",
      "days to your interview",
      "Wednesday 25 November",
      TRUE },
    { TODAY + 1,
      { .outlook = STARLING_OUTLOOK_READY },
      "1",
      "day to your interview",
      "Tuesday 24 November · Ready: no new cards are left",
      TRUE },
    { TODAY,
      { .outlook = STARLING_OUTLOOK_TOO_LATE },
      NULL,
      "Your interview is today",
      "What is new can wait until after it.",
      TRUE },
    { TODAY - 1,
      { .outlook = STARLING_OUTLOOK_NONE },
      NULL,
      "Your interview was on Sunday 22 November",
      "Set the next date as soon as you know it.",
      FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StarlingPlanInput input = { .today = TODAY, .goal.principles = 0xf };
      g_auto (StarlingTodayHead) head = { 0 };

      input.goal.interview = cases[i].interview;
      starling_today_head_init (&head, &cases[i].plan, &input);
      g_assert_cmpstr (head.number, ==, cases[i].number);
      g_assert_cmpstr (head.title, ==, cases[i].title);
      g_assert_cmpstr (head.caption, ==, cases[i].caption);
      g_assert_cmpint (head.is_upcoming, ==, cases[i].is_upcoming);
    }
}

/* What cannot be met is said with what would. */
static void
test_head_left_out (void)
{
  StarlingPlanInput input = { .today = TODAY };
  StarlingPlan plan = { .outlook = STARLING_OUTLOOK_TOO_MANY,
                        .n_left_out = 38,
                        .needed_new = 26 };
  g_auto (StarlingTodayHead) head = { 0 };

  input.goal.interview = TODAY + 17;
  starling_today_head_init (&head, &plan, &input);
  g_assert_cmpstr (head.caption, ==,
                   "Thursday 10 December · Not all in time: 38 cards would be "
                   "left out. 26 new cards a day, or fewer principles, would "
                   "do.");
}

static const struct
{
  StarlingPlan plan;
  guint done, n_all, minutes;
  int tomorrow;
  const char *title, *caption;
} card_cases[] = {
  { { .n_new = 6, .n_learning = 3, .n_due = 11 },
    0,
    100,
    14,
    -1,
    "20 cards today",
    "6 new · 3 learning · 11 due · about 14 minutes" },
  { { .n_due = 1 }, 5, 100, 1, -1, "1 card today", "1 due · about 1 minute" },
  { { .n_new = 20 },
    0,
    99,
    14,
    -1,
    "20 cards today",
    "20 new · about 14 minutes" },
  { { .n_due = 20, .n_waiting = 84, .in_portions = TRUE },
    0,
    200,
    13,
    -1,
    "20 cards to start with. The rest can wait.",
    "20 due · about 13 minutes" },
  { { .n_due = 20, .n_waiting = 64, .in_portions = TRUE },
    20,
    200,
    13,
    -1,
    "20 more cards, if you like. The rest can wait.",
    "20 due · about 13 minutes" },
  /* the last portion */
  { { .n_due = 20, .in_portions = TRUE },
    0,
    200,
    13,
    -1,
    "20 cards today",
    "20 due · about 13 minutes" },
  { { .n_due = 20, .in_portions = TRUE },
    40,
    200,
    13,
    -1,
    "20 cards today",
    "20 due · about 13 minutes" },
  { { .outlook = STARLING_OUTLOOK_TOO_LATE },
    0,
    200,
    0,
    0,
    "No cards today",
    "The last days are for what you know already." },
  /* too late for new ones, but there is more to say than that */
  { { .outlook = STARLING_OUTLOOK_TOO_LATE },
    20,
    200,
    0,
    12,
    "Done for today",
    "Tomorrow: 12 cards" },
  { { .outlook = STARLING_OUTLOOK_TOO_LATE, .n_waiting = 84 },
    20,
    200,
    0,
    0,
    "Done for today",
    "84 more cards can wait." },
  /* over the limit of a day, but not in portions */
  { { .n_due = 200, .n_waiting = 10 },
    0,
    999,
    133,
    -1,
    "200 cards today",
    "200 due · about 133 minutes" },
  { { .n_waiting = 84, .in_portions = TRUE },
    20,
    200,
    0,
    12,
    "Done for today",
    "84 more cards can wait." },
  { { 0 }, 20, 200, 0, 12, "Done for today", "Tomorrow: 12 cards" },
  { { 0 }, 20, 200, 0, 1, "Done for today", "Tomorrow: 1 card" },
  { { 0 }, 20, 200, 0, 0, "Done for today", "Tomorrow is free, too." },
  { { 0 },
    20,
    200,
    0,
    -1,
    "Done for today",
    "The next ones come tomorrow or later." },
  { { 0 }, 0, 200, 0, 3, "No cards today", "Tomorrow: 3 cards" },
  { { 0 },
    0,
    0,
    0,
    0,
    "No cards yet",
    "They come with the stories of a pack." },
};

static void
test_cards (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (card_cases); i++)
    {
      const StarlingPlan *plan = &card_cases[i].plan;
      StarlingPlanInput input = { .reviews_done = card_cases[i].done };
      g_autofree char *title
          = starling_today_format_cards (plan, &input, card_cases[i].n_all);
      g_autofree char *caption
          = card_cases[i].minutes > 0
                ? starling_today_format_piles (plan, card_cases[i].minutes)
                : starling_today_format_rest (plan, card_cases[i].tomorrow,
                                              card_cases[i].n_all);

      g_assert_cmpstr (title, ==, card_cases[i].title);
      g_assert_cmpstr (caption, ==, card_cases[i].caption);
    }
}

static void
test_reasons (void)
{
  static const struct
  {
    guint n_takes;
    int days_ago;
    gboolean has_verdict;
    StarlingVerdict last;
    const char *text;
  } cases[] = {
    { 0, 0, FALSE, { 0 }, "Never rehearsed" },
    { 1, 0, FALSE, { 0 }, "Told today" },
    { 1, 1, FALSE, { 0 }, "Told yesterday" },
    { 1, 2, FALSE, { 0 }, "Not told for two days" },
    { 2,
      9,
      TRUE,
      { STARLING_VERDICT_LEFT_OUT, STARLING_STEP_REFLECTION, 0, 0 },
      "Not told for nine days; the last take left out the Reflection" },
    { 2,
      10,
      TRUE,
      { STARLING_VERDICT_STOPPED, STARLING_STEP_REFLECTION, 0, 0 },
      "Not told for 10 days; the last take left out the Reflection" },
    { 2,
      10,
      TRUE,
      { STARLING_VERDICT_STOPPED, STARLING_STEP_RESULT, 0, 0 },
      "Not told for 10 days; the last take stopped before the Result" },
    { 2,
      1,
      TRUE,
      { STARLING_VERDICT_OVER_IN, STARLING_STEP_ACTION, 77, 0 },
      "Told yesterday; the last take was 1 min 17 s over" },
    { 2,
      3,
      TRUE,
      { STARLING_VERDICT_SHORT, STARLING_STEP_ACTION, 20, 0 },
      "Not told for three days; the last take was 20 s short" },
    { 2,
      3,
      TRUE,
      { STARLING_VERDICT_ON_TIME, STARLING_STEP_ACTION, 0, 55 },
      "Not told for three days" },
    { 2,
      3,
      TRUE,
      { STARLING_VERDICT_NOTHING, STARLING_STEP_SITUATION, 0, 0 },
      "Not told for three days" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text
          = starling_today_format_reason (cases[i].n_takes, cases[i].days_ago,
                                          cases[i].has_verdict ? &cases[i].last
                                                               : NULL);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_questions (void)
{
  static const struct
  {
    StarlingQuizRecord record;
    const char *title, *caption;
  } cases[] = {
    { { 1, 0, 0 }, "One question on Bias for Action", "Not asked yet" },
    { { 2, 0, 0 }, "Two questions on Bias for Action", "Not asked yet" },
    { { 5, 5, 2 },
      "Five questions on Bias for Action",
      "Your least certain principle so far: 2 of 5 right" },
    { { 9, 4, 4 }, "Nine questions on Bias for Action", "4 of 4 right so far" },
    { { 10, 3, 0 },
      "10 questions on Bias for Action",
      "Your least certain principle so far: 0 of 3 right" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *title
          = starling_today_format_questions (cases[i].record.n_questions,
                                             "Bias for Action");
      g_autofree char *caption
          = starling_today_format_certainty (&cases[i].record);

      g_assert_cmpstr (title, ==, cases[i].title);
      g_assert_cmpstr (caption, ==, cases[i].caption);
    }
}

static void
test_forecast (void)
{
  static const struct
  {
    guint n_reviews[4], n_new[4];
    const char *average, *description;
  } cases[] = {
    { { 14, 11, 0, 12 },
      { 6, 0, 0, 2 },
      "11 cards a day on average",
      "20 cards today. The most after that on Thursday 26 November: 14 cards, "
      "2 new." },
    { { 0, 0, 0, 0 },
      { 0, 0, 0, 0 },
      "Nothing is due",
      "No cards today. None after that." },
    { { 1, 0, 0, 0 },
      { 0, 0, 0, 0 },
      "Less than one card a day",
      "1 card today. None after that." },
    { { 0, 3, 3, 0 },
      { 0, 0, 0, 0 },
      "2 cards a day on average",
      "No cards today. The most after that on Tuesday 24 November: 3 cards." },
    { { 1, 1, 1, 1 },
      { 0, 0, 0, 0 },
      "1 card a day on average",
      "1 card today. The most after that on Tuesday 24 November: 1 card." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StarlingForecastDay days[4];
      g_autofree char *average = NULL;
      g_autofree char *description = NULL;

      for (guint j = 0; j < 4; j++)
        days[j] = (StarlingForecastDay){ TODAY + (int) j, cases[i].n_reviews[j],
                                         cases[i].n_new[j] };
      average = starling_today_format_average (days, 4);
      description = starling_today_describe_forecast (days, 4);
      g_assert_cmpstr (average, ==, cases[i].average);
      g_assert_cmpstr (description, ==, cases[i].description);
    }
}

static void
test_days (void)
{
  static const struct
  {
    StarlingForecastDay day;
    const char *text;
  } loads[] = {
    { { TODAY, 14, 6 }, "Monday 23 November: 20 cards, 6 new" },
    { { TODAY, 0, 20 }, "Monday 23 November: 20 new cards" },
    { { TODAY, 0, 1 }, "Monday 23 November: 1 new card" },
    { { TODAY + 1, 1, 0 }, "Tuesday 24 November: 1 card" },
    { { TODAY + 1, 0, 0 }, "Tuesday 24 November: none" },
  };
  static const struct
  {
    guint n;
    const char *studied, *streak;
  } counts[] = {
    { 0, "None yet", NULL },
    { 1, "1 of the last 28", NULL },
    { 2, "2 of the last 28", "2 days in a row" },
    { 21, "21 of the last 28", "21 days in a row" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (loads); i++)
    {
      g_autofree char *text = starling_today_format_load (&loads[i].day);

      g_assert_cmpstr (text, ==, loads[i].text);
    }
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *studied = starling_today_format_studied (counts[i].n);
      g_autofree char *streak = starling_today_format_streak (counts[i].n);

      g_assert_cmpstr (studied, ==, counts[i].studied);
      g_assert_cmpstr (streak, ==, counts[i].streak);
    }
}

int
main (int argc, char *argv[])
{
  starling_test_init (&argc, &argv);
  g_test_add_func ("/today-words/head", test_head);
  g_test_add_func ("/today-words/head-left-out", test_head_left_out);
  g_test_add_func ("/today-words/cards", test_cards);
  g_test_add_func ("/today-words/reasons", test_reasons);
  g_test_add_func ("/today-words/questions", test_questions);
  g_test_add_func ("/today-words/forecast", test_forecast);
  g_test_add_func ("/today-words/days", test_days);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/quiz/end-words.h"
#include "support.h"

#define TODAY 20780 /* 2026-11-23, a Monday */

static void
test_rest (void)
{
  static const struct
  {
    guint n_asked, n_right, n_mended, n_expired;
    const char *score;
    const char *rest;
  } cases[] = {
    { 10, 10, 0, 0, "10 of 10 right", "" },
    { 10, 7, 0, 0, "7 of 10 right", "" },
    { 1, 0, 0, 0, "0 of 1 right", "" },
    { 10, 9, 1, 0, "9 of 10 right",
      "The other one was right when it came back." },
    { 10, 8, 2, 0, "8 of 10 right",
      "The other 2 were right when they came back." },
    { 10, 8, 1, 0, "8 of 10 right",
      "1 of the other 2 was right when it came back." },
    { 10, 7, 2, 0, "7 of 10 right",
      "2 of the other 3 were right when they came back." },
    { 10, 9, 0, 1, "9 of 10 right", "Time ran out on 1 question." },
    { 10, 5, 2, 3, "5 of 10 right",
      "2 of the other 5 were right when they came back. Time ran out on 3 "
      "questions." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const StarlingQuizReport report = {
        .total = { cases[i].n_asked, cases[i].n_right },
        .n_mended = cases[i].n_mended,
        .n_expired = cases[i].n_expired,
      };
      g_autofree char *score = starling_quiz_format_score (&report.total);
      g_autofree char *rest = starling_quiz_format_rest (&report);

      g_assert_cmpstr (score, ==, cases[i].score);
      g_assert_cmpstr (rest, ==, cases[i].rest);
    }
}

static void
test_next (void)
{
  static const struct
  {
    int step;
    const char *probe;
    const char *next;
    const char *read;
  } cases[] = {
    { STARLING_NO_STEP, NULL, "Start with “A”.", "Read the story" },
    { STARLING_STEP_SITUATION, NULL, "Start with the Situation of “A”.",
      "Read the Situation" },
    { STARLING_STEP_TASK, NULL, "Start with the Task of “A”.",
      "Read the Task" },
    { STARLING_STEP_ACTION, NULL, "Start with the Action of “A”.",
      "Read the Action" },
    { STARLING_STEP_RESULT, NULL, "Start with the Result of “A”.",
      "Read the Result" },
    { STARLING_STEP_REFLECTION, NULL, "Start with the Reflection of “A”.",
      "Read the Reflection" },
    { STARLING_NO_STEP, "own-part", "Start with a follow-up to “A”.",
      "Read the follow-up" },
    { STARLING_STEP_ACTION, "own-part", "Start with a follow-up to “A”.",
      "Read the follow-up" },
  };
  g_autofree char *one = starling_quiz_format_retell ("A");
  g_autofree char *any = starling_quiz_format_retell (NULL);
  g_autofree char *title = starling_quiz_format_about ("A", 1);
  g_autofree char *count_one = starling_quiz_format_about (NULL, 1);
  g_autofree char *count = starling_quiz_format_about (NULL, 3);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *next
          = starling_quiz_format_next ("A", cases[i].step, cases[i].probe);

      g_assert_cmpstr (next, ==, cases[i].next);
      g_assert_cmpstr (starling_quiz_get_read_label (cases[i].step,
                                                     cases[i].probe),
                       ==, cases[i].read);
    }
  g_assert_cmpstr (one, ==, "Nothing to look up. Next, tell “A” out loud.");
  g_assert_cmpstr (any, ==,
                   "Nothing to look up. Next, tell one of these stories out "
                   "loud.");
  g_assert_cmpstr (title, ==, "A");
  g_assert_cmpstr (count_one, ==, "Questions on 1 story");
  g_assert_cmpstr (count, ==, "Questions on 3 stories");
}

static void
test_percent (void)
{
  static const struct
  {
    guint n_right, n, percent;
  } cases[] = {
    { 0, 1, 0 },    { 1, 1, 100 },    { 1, 2, 50 },        { 1, 3, 33 },
    { 2, 3, 67 },   { 1, 1000, 1 },   { 999, 1000, 99 },   { 0, 1000, 0 },
    { 16, 20, 80 }, { 199, 200, 99 }, { 1000, 1000, 100 }, { 1, 8, 13 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (starling_quiz_get_percent (cases[i].n_right, cases[i].n),
                      ==, cases[i].percent);
}

static void
test_day_words (void)
{
  static const struct
  {
    StarlingQuizDay day;
    const char *value;
    const char *date;
    const char *point;
  } cases[] = {
    { { TODAY, 20, 16 },
      "80% of 20 answers today",
      "Today",
      "Today: 80% of 20 answers" },
    { { TODAY, 1, 0 },
      "0% of 1 answer today",
      "Today",
      "Today: 0% of 1 answer" },
    { { TODAY - 1, 3, 3 },
      "100% of 3 answers on 22 November",
      "22 Nov",
      "Sunday 22 November: 100% of 3 answers" },
  };
  static const StarlingQuizDay days[]
      = { { TODAY - 9, 5, 3 }, { TODAY - 2, 4, 4 }, { TODAY, 20, 16 } };
  g_autofree char *all = starling_quiz_describe_days (days, 3);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *value = starling_quiz_format_day (&cases[i].day, TODAY);
      g_autofree char *date
          = starling_quiz_format_date (cases[i].day.day, TODAY);
      g_autofree char *point
          = starling_quiz_format_point (&cases[i].day, TODAY);

      g_assert_cmpstr (value, ==, cases[i].value);
      g_assert_cmpstr (date, ==, cases[i].date);
      g_assert_cmpstr (point, ==, cases[i].point);
    }
  g_assert_cmpstr (all, ==, "From 60% to 80%, over 3 days with answers.");
}

int
main (int argc, char **argv)
{
  starling_test_init (&argc, &argv);

  g_test_add_func ("/quiz-end-words/rest", test_rest);
  g_test_add_func ("/quiz-end-words/next", test_next);
  g_test_add_func ("/quiz-end-words/percent", test_percent);
  g_test_add_func ("/quiz-end-words/day", test_day_words);

  return g_test_run ();
}

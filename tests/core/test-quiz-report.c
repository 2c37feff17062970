/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/quiz/report.h"

#include <string.h>

/* Questions by their stories, each a letter; the kind is that of its place,
 * the principle 2 for a, 63 for b, none for others; the step its place. */
static StarlingQuiz *
new_quiz (const char *stories)
{
  StarlingQuiz *quiz = starling_quiz_new (4);

  for (guint i = 0; stories[i] != '\0'; i++)
    {
      const char scenario[] = { stories[i], '\0' };
      g_autofree char *question = g_strdup_printf ("q%u", i);
      g_autofree char *probe = g_strdup_printf ("p%u", i);
      const StarlingQuizItem item = {
        .scenario = (char *) scenario,
        .question = question,
        .kind = (StarlingQuestionKind) (i % STARLING_N_QUESTION_KINDS),
        .principle = *scenario == 'a'   ? 2
                     : *scenario == 'b' ? STARLING_MAX_PRINCIPLES - 1
                                        : STARLING_AS_TOLD,
        .step = (int) i % STARLING_N_STEPS,
        .probe = i % 2 == 0 ? probe : NULL,
        .n_options = 3,
        .correct = i % 3,
      };

      starling_quiz_add (quiz, &item);
    }
  return quiz;
}

/* y: right, n: wrong, x: time runs out, u: undo, d: dropped */
static void
play (StarlingQuiz *quiz, const char *acts)
{
  for (const char *p = acts; *p != '\0'; p++)
    {
      const StarlingQuizItem *item = starling_quiz_get_current (quiz);

      if (*p == 'x')
        g_assert_true (starling_quiz_expire (quiz));
      else if (*p == 'u')
        g_assert_true (starling_quiz_undo (quiz));
      else if (*p == 'd')
        starling_quiz_drop_current (quiz);
      else
        {
          for (guint slot = 0; slot < item->n_options; slot++)
            if ((starling_quiz_get_option (quiz, slot) == item->correct)
                == (*p == 'y'))
              starling_quiz_choose (quiz, slot);
          g_assert_true (starling_quiz_check (quiz));
        }
      starling_quiz_next (quiz);
    }
}

static void
test_reports (void)
{
  static const struct
  {
    const char *stories;
    const char *acts;
    guint n_asked;
    guint n_right;
    guint n_mended;
    guint n_expired;
    guint n_stories;
    const char *next; /* story, step and probe */
  } cases[] = {
    { "", "", 0, 0, 0, 0, 0, "-" },
    { "aab", "", 0, 0, 0, 0, 0, "-" },
    { "aab", "y", 1, 1, 0, 0, 1, "-" },
    { "aab", "yyy", 3, 3, 0, 0, 2, "-" },
    { "aab", "n", 1, 0, 0, 0, 1, "a 0 p0" },
    { "aab", "x", 1, 0, 0, 1, 1, "a 0 p0" },
    { "aab", "nu", 0, 0, 0, 0, 0, "-" },
    { "aab", "yn", 2, 1, 0, 0, 1, "a 1 -" },
    { "aab", "yyn", 3, 2, 0, 0, 2, "b 2 p2" },
    /* when they come back: right at last, and not */
    { "aab", "yyny", 3, 2, 1, 0, 2, "b 2 p2" },
    { "aab", "yynn", 3, 2, 0, 0, 2, "b 2 p2" },
    { "aab", "yynny", 3, 2, 1, 0, 2, "b 2 p2" },
    { "aab", "yynnn", 3, 2, 0, 0, 2, "b 2 p2" },
    { "aab", "yyxx", 3, 2, 0, 1, 2, "b 2 p2" },
    { "aab", "yynyu", 3, 2, 0, 0, 2, "b 2 p2" },
    { "aab", "yynyuu", 2, 2, 0, 0, 1, "-" },
    { "aab", "yynd", 3, 2, 0, 0, 2, "b 2 p2" },
    { "aab", "dyn", 2, 1, 0, 0, 2, "b 2 p2" },
    /* most wrong ones; of several, the earlier met, wrong there or not */
    { "abab", "ynyn", 4, 2, 0, 0, 2, "b 1 -" },
    { "abba", "ynnn", 4, 1, 0, 0, 2, "b 1 -" },
    { "abba", "nnnn", 4, 0, 0, 0, 2, "a 0 p0" },
    { "abba", "ynyn", 4, 2, 0, 0, 2, "a 3 -" },
    { "abcccc", "nnyyyyyy", 6, 4, 2, 0, 3, "a 0 p0" },
    { "abcccc", "nyyyynn", 6, 3, 1, 0, 3, "c 4 p4" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StarlingQuiz) quiz = new_quiz (cases[i].stories);
      StarlingQuizReport report;
      g_autofree char *next = NULL;

      play (quiz, cases[i].acts);
      memset (&report, 0xff, sizeof report);
      starling_quiz_report (quiz, &report);
      g_assert_cmpuint (report.total.n_asked, ==, cases[i].n_asked);
      g_assert_cmpuint (report.total.n_right, ==, cases[i].n_right);
      g_assert_cmpuint (report.n_mended, ==, cases[i].n_mended);
      g_assert_cmpuint (report.n_expired, ==, cases[i].n_expired);
      g_assert_cmpuint (report.n_stories, ==, cases[i].n_stories);
      if (report.next == NULL)
        {
          g_assert_cmpint (report.next_step, ==, STARLING_NO_STEP);
          g_assert_null (report.next_probe);
          next = g_strdup ("-");
        }
      else
        next = g_strdup_printf ("%s %d %s", report.next, report.next_step,
                                report.next_probe != NULL ? report.next_probe
                                                          : "-");
      g_assert_cmpstr (next, ==, cases[i].next);
    }
}

static void
assert_score (const StarlingQuizScore *score, guint n_right, guint n_asked)
{
  g_assert_cmpuint (score->n_right, ==, n_right);
  g_assert_cmpuint (score->n_asked, ==, n_asked);
}

static void
test_shares (void)
{
  g_autoptr (StarlingQuiz) quiz = new_quiz ("abcabcabca");
  StarlingQuizReport report;

  play (quiz, "yyyyxyynyy"); /* the one at 4 comes back at 8 */
  starling_quiz_report (quiz, &report);
  assert_score (&report.total, 7, 9);
  for (guint i = 0; i < STARLING_N_QUESTION_KINDS; i++)
    assert_score (&report.kinds[i],
                  i == 0             ? 2
                  : i == 4 || i == 7 ? 0
                                     : 1,
                  i == 0 ? 2 : 1);
  for (guint i = 0; i < STARLING_MAX_PRINCIPLES; i++)
    assert_score (&report.principles[i],
                  i == 2                             ? 3
                  : i == STARLING_MAX_PRINCIPLES - 1 ? 1
                                                     : 0,
                  i == 2 || i == STARLING_MAX_PRINCIPLES - 1 ? 3 : 0);
  g_assert_cmpuint (report.n_mended, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quiz-report/reports", test_reports);
  g_test_add_func ("/quiz-report/shares", test_shares);

  return g_test_run ();
}

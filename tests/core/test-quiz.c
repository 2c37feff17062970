/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/quiz/quiz.h"

#include "base/random.h"

#include <string.h>

#define N_SEEDS 200

static void
add (StarlingQuiz *quiz, const char *id, guint n_options, guint correct)
{
  const StarlingQuizItem item = {
    .scenario = (char *) "story",
    .question = (char *) id,
    .kind = STARLING_QUESTION_STEP,
    .principle = 3,
    .step = STARLING_STEP_TASK,
    .probe = (char *) "why",
    .n_options = n_options,
    .correct = correct,
    .round = 7, /* means nothing */
  };

  starling_quiz_add (quiz, &item);
}

/* Questions a, b, c… */
static StarlingQuiz *
new_quiz (guint64 seed, guint n, guint n_options)
{
  StarlingQuiz *quiz = starling_quiz_new (seed);

  for (guint i = 0; i < n; i++)
    {
      const char id[] = { (char) ('a' + i), '\0' };

      add (quiz, id, n_options, i % n_options);
    }
  return quiz;
}

/* The options of the current item as they lie. */
static char *
describe_options (StarlingQuiz *quiz)
{
  const StarlingQuizItem *item = starling_quiz_get_current (quiz);
  GString *text = g_string_new (NULL);

  for (guint slot = 0; slot < item->n_options; slot++)
    g_string_append_printf (text, "%u", starling_quiz_get_option (quiz, slot));
  return g_string_free (text, FALSE);
}

static guint
slot_of (StarlingQuiz *quiz, guint option)
{
  const StarlingQuizItem *item = starling_quiz_get_current (quiz);

  for (guint slot = 0; slot < item->n_options; slot++)
    if (starling_quiz_get_option (quiz, slot) == option)
      return slot;

  g_assert_not_reached ();
}

/* y: right, n: wrong, x: time runs out */
static void
answer (StarlingQuiz *quiz, char how)
{
  const StarlingQuizItem *item = starling_quiz_get_current (quiz);
  guint option
      = how == 'y' ? item->correct : (item->correct + 1) % item->n_options;

  if (how == 'x')
    {
      g_assert_true (starling_quiz_expire (quiz));
      return;
    }
  g_assert_true (starling_quiz_choose (quiz, slot_of (quiz, option)));
  g_assert_true (starling_quiz_check (quiz));
}

/* The items that there are, with as many bars as they were asked before. */
static char *
describe_items (StarlingQuiz *quiz)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < starling_quiz_get_length (quiz); i++)
    {
      const StarlingQuizItem *item = starling_quiz_get_item (quiz, i);

      g_string_append (text, item->question);
      for (guint round = 0; round < item->round; round++)
        g_string_append_c (text, '\'');
    }
  return g_string_free (text, FALSE);
}

/* What these seeds give must never change: they are kept in drafts. */
static void
test_stable (void)
{
  static const struct
  {
    guint64 seed;
    const char *expected;
  } cases[] = {
    { 0, "a:0231 b:0123 a:1203 b:0321 a:2301 b:0231 " },
    { 1, "a:0123 b:1023 a:0213 b:0132 a:1023 b:0123 " },
    { G_MAXUINT64, "a:2130 b:1023 a:2013 b:1203 a:2031 b:2013 " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StarlingQuiz) quiz = new_quiz (cases[i].seed, 2, 4);
      g_autoptr (GString) text = g_string_new (NULL);

      while (!starling_quiz_is_finished (quiz))
        {
          g_autofree char *options = describe_options (quiz);

          g_string_append_printf (text, "%s:%s ",
                                  starling_quiz_get_current (quiz)->question,
                                  options);
          answer (quiz, 'n');
          starling_quiz_next (quiz);
        }
      g_assert_cmpstr (text->str, ==, cases[i].expected);
    }

  /* The first number of SplitMix64 from state 0, as published. */
  g_assert_cmpuint (starling_quiz_next_seed (0), ==,
                    G_GUINT64_CONSTANT (0xe220a8397b1dcdaf));
}

/* The options are all there, and all places are as likely for the right one:
 * over seeds, over questions and over rounds. */
static void
test_fair (void)
{
  guint seeds[4] = { 0 };
  guint questions[4] = { 0 };
  guint rounds[4] = { 0 };
  g_autoptr (StarlingQuiz) one = starling_quiz_new (1);

  for (guint i = 0; i < 4000; i++)
    {
      g_autoptr (StarlingQuiz) quiz = new_quiz (i, 1, 4);
      g_autofree char *id = g_strdup_printf ("q%u", i);
      guint seen = 0;

      for (guint slot = 0; slot < 4; slot++)
        seen |= 1u << starling_quiz_get_option (quiz, slot);
      g_assert_cmpuint (seen, ==, 15);
      seeds[slot_of (quiz, 0)]++;
      answer (quiz, 'n');
      starling_quiz_next (quiz);
      rounds[slot_of (quiz, 0)]++;
      add (one, id, 4, 2);
    }
  while (!starling_quiz_is_finished (one))
    {
      questions[slot_of (one, 2)]++;
      answer (one, 'y');
      starling_quiz_next (one);
    }

  for (guint i = 0; i < 4; i++)
    {
      /* 1000 expected; five standard deviations are 137 */
      g_assert_cmpfloat_with_epsilon (seeds[i], 1000, 137);
      g_assert_cmpfloat_with_epsilon (questions[i], 1000, 137);
      g_assert_cmpfloat_with_epsilon (rounds[i], 1000, 137);
    }
}

/* Where options lie does not depend on the company of their question. */
static void
test_company (void)
{
  g_autoptr (StarlingQuiz) alone = starling_quiz_new (9);
  g_autoptr (StarlingQuiz) last = new_quiz (9, 5, 4);
  g_autofree char *expected = NULL;
  g_autofree char *options = NULL;

  add (alone, "e", 4, 0);
  expected = describe_options (alone);
  for (guint i = 0; i < 4; i++)
    {
      answer (last, 'y');
      starling_quiz_next (last);
    }
  g_assert_cmpstr (starling_quiz_get_current (last)->question, ==, "e");
  options = describe_options (last);
  g_assert_cmpstr (options, ==, expected);
}

static void
test_states (void)
{
  g_autoptr (StarlingQuiz) quiz = new_quiz (7, 2, 3);

  g_assert_cmpuint (starling_quiz_get_seed (quiz), ==, 7);
  g_assert_false (starling_quiz_check (quiz));
  g_assert_false (starling_quiz_next (quiz));
  g_assert_false (starling_quiz_undo (quiz));
  g_assert_false (starling_quiz_choose (quiz, 3));
  g_assert_cmpint (starling_quiz_get_chosen (quiz), ==, -1);

  g_assert_true (starling_quiz_choose (quiz, 2));
  g_assert_true (starling_quiz_choose (quiz, slot_of (quiz, 0)));
  g_assert_cmpint (starling_quiz_get_chosen (quiz), ==, slot_of (quiz, 0));
  g_assert_false (starling_quiz_next (quiz));
  g_assert_cmpuint (starling_quiz_get_n_answers (quiz), ==, 0);

  g_assert_true (starling_quiz_check (quiz));
  g_assert_true (starling_quiz_is_checked (quiz));
  g_assert_false (starling_quiz_check (quiz));
  g_assert_false (starling_quiz_expire (quiz));
  g_assert_false (starling_quiz_choose (quiz, 0));
  g_assert_cmpint (starling_quiz_get_chosen (quiz), ==, slot_of (quiz, 0));
  g_assert_cmpuint (starling_quiz_get_n_answers (quiz), ==, 1);
  g_assert_cmpint (starling_quiz_get_answer (quiz, 0)->choice, ==, 0);
  g_assert_cmpuint (starling_quiz_get_answer (quiz, 0)->position, ==, 0);
  g_assert_true (starling_quiz_get_answer (quiz, 0)->correct);

  g_assert_true (starling_quiz_next (quiz));
  g_assert_false (starling_quiz_is_checked (quiz));
  g_assert_cmpuint (starling_quiz_get_position (quiz), ==, 1);
  g_assert_cmpint (starling_quiz_get_chosen (quiz), ==, -1);
  answer (quiz, 'y');
  g_assert_true (starling_quiz_next (quiz));
  g_assert_true (starling_quiz_is_finished (quiz));
  g_assert_null (starling_quiz_get_current (quiz));
  g_assert_false (starling_quiz_choose (quiz, 0));
  g_assert_false (starling_quiz_check (quiz));
  g_assert_false (starling_quiz_expire (quiz));
  g_assert_false (starling_quiz_next (quiz));
  g_assert_null (starling_quiz_get_answer (quiz, 2));
  g_assert_null (starling_quiz_get_item (quiz, 2));
}

/* Time that runs out is a wrong answer, whatever was pointed at. */
static void
test_expire (void)
{
  for (guint chosen = 0; chosen < 2; chosen++)
    {
      g_autoptr (StarlingQuiz) quiz = new_quiz (7, 2, 3);
      const StarlingQuizAnswer *given = NULL;

      if (chosen)
        starling_quiz_choose (quiz, slot_of (quiz, 0));
      g_assert_true (starling_quiz_expire (quiz));
      given = starling_quiz_get_answer (quiz, 0);
      g_assert_cmpint (given->choice, ==, -1);
      g_assert_false (given->correct);
      g_assert_cmpint (starling_quiz_get_chosen (quiz), ==, -1);
      g_assert_true (starling_quiz_is_checked (quiz));
      g_assert_cmpuint (starling_quiz_get_length (quiz), ==, 3);
      g_assert_true (starling_quiz_next (quiz));
    }
}

/* Items are copies, each with all that was said of it. */
static void
test_items (void)
{
  g_autoptr (StarlingQuiz) quiz = new_quiz (0, 2, 3);
  const StarlingQuizItem *item = NULL;

  answer (quiz, 'n');
  for (guint i = 0; i < 3; i += 2)
    {
      item = starling_quiz_get_item (quiz, i);
      g_assert_cmpstr (item->scenario, ==, "story");
      g_assert_cmpstr (item->question, ==, "a");
      g_assert_cmpint (item->kind, ==, STARLING_QUESTION_STEP);
      g_assert_cmpint (item->principle, ==, 3);
      g_assert_cmpint (item->step, ==, STARLING_STEP_TASK);
      g_assert_cmpstr (item->probe, ==, "why");
      g_assert_cmpuint (item->n_options, ==, 3);
      g_assert_cmpuint (item->correct, ==, 0);
      g_assert_cmpuint (item->round, ==, i / 2);
    }
  g_assert_cmpuint (starling_quiz_get_item (quiz, 1)->correct, ==, 1);
}

/* Wrong answers bring questions back, and undo takes that back too. */
static void
test_returns (void)
{
  static const struct
  {
    guint n;
    const char *answers; /* y, n, x as above, with next; u: undo */
    const char *items;
    guint position;
    guint n_right;
  } cases[] = {
    { 5, "", "abcde", 0, 0 },
    { 5, "y", "abcde", 1, 1 },
    { 5, "n", "abcda'e", 1, 0 },
    { 5, "x", "abcda'e", 1, 0 },
    { 5, "nu", "abcde", 0, 0 },
    { 5, "nn", "abcda'b'e", 2, 0 },
    { 5, "nnu", "abcda'e", 1, 0 },
    { 5, "nnuu", "abcde", 0, 0 },
    { 5, "ny", "abcda'e", 2, 1 },
    { 5, "nyu", "abcda'e", 1, 0 },
    { 5, "nyyyy", "abcda'e", 5, 3 }, /* right at last does not count */
    { 5, "nyyyn", "abcda'ea''", 5, 3 },
    { 5, "nyyynu", "abcda'e", 4, 3 },
    { 5, "nyyynyn", "abcda'ea''", 7, 4 }, /* and no more */
    { 5, "nyyynynu", "abcda'ea''", 6, 4 },
    { 9, "nyyyn", "abcda'efghia''", 5, 3 }, /* twice as far as at first */
    { 9, "nnnn", "abcda'b'c'd'efghi", 4, 0 },
    { 5, "yyyyn", "abcdee'", 5, 4 }, /* at the end: at once */
    { 5, "yyyynnn", "abcdee'e''", 7, 4 },
    { 5, "yyyynnuy", "abcdee'", 6, 4 },
    { 5, "yyyynuy", "abcde", 5, 5 },
    { 5, "yyn", "abcdec'", 3, 2 },
    { 1, "n", "aa'", 1, 0 },
    { 1, "nuuu", "a", 0, 0 },
    { 3, "nnn", "abca'b'c'", 3, 0 },
    { 3, "nnnnnn", "abca'b'c'a''b''c''", 6, 0 },
    { 3, "nnnnnnuuuuuu", "abc", 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StarlingQuiz) quiz = new_quiz (i, cases[i].n, 4);
      g_autofree char *items = NULL;

      for (const char *p = cases[i].answers; *p != '\0'; p++)
        {
          if (*p == 'u')
            {
              starling_quiz_undo (quiz);
              continue;
            }
          answer (quiz, *p);
          g_assert_true (starling_quiz_next (quiz));
        }
      items = describe_items (quiz);
      g_assert_cmpstr (items, ==, cases[i].items);
      g_assert_cmpuint (starling_quiz_get_position (quiz), ==,
                        cases[i].position);
      g_assert_cmpuint (starling_quiz_get_n_answers (quiz), ==,
                        cases[i].position);
      g_assert_cmpuint (starling_quiz_get_n_right (quiz), ==, cases[i].n_right);
      g_assert_cmpuint (starling_quiz_get_n_questions (quiz), ==, cases[i].n);
    }
}

/* Undo goes back to the same question with its options in the same places,
 * from the verdict, from the next question and from the end. */
static void
test_undo (void)
{
  for (guint steps = 0; steps < 3; steps++)
    {
      g_autoptr (StarlingQuiz) quiz = new_quiz (3, steps == 2 ? 1 : 2, 4);
      g_autofree char *before = describe_options (quiz);
      g_autofree char *after = NULL;

      answer (quiz, steps == 2 ? 'y' : 'n');
      if (steps > 0)
        starling_quiz_next (quiz);
      if (steps == 1)
        starling_quiz_choose (quiz, 2);

      g_assert_true (starling_quiz_undo (quiz));
      g_assert_cmpuint (starling_quiz_get_position (quiz), ==, 0);
      g_assert_cmpint (starling_quiz_get_chosen (quiz), ==, -1);
      g_assert_false (starling_quiz_is_checked (quiz));
      after = describe_options (quiz);
      g_assert_cmpstr (after, ==, before);
      answer (quiz, 'y');
      g_assert_cmpuint (starling_quiz_get_n_right (quiz), ==, 1);
      g_assert_cmpuint (starling_quiz_get_n_answers (quiz), ==, 1);
    }
}

static void
test_reopen (void)
{
  g_autoptr (StarlingQuiz) quiz = new_quiz (11, 2, 4);
  g_autofree char *before = describe_options (quiz);
  g_autofree char *after = NULL;
  g_autofree char *fewer = NULL;

  g_assert_false (starling_quiz_reopen_current (quiz, 0, 0));
  g_assert_false (starling_quiz_reopen_current (quiz, 7, 0));
  g_assert_false (starling_quiz_reopen_current (quiz, 4, 4));

  /* the same one: nothing happens */
  starling_quiz_choose (quiz, 2);
  g_assert_true (starling_quiz_reopen_current (quiz, 4, 0));
  g_assert_cmpint (starling_quiz_get_chosen (quiz), ==, 2);

  /* another one: it is asked anew */
  g_assert_true (starling_quiz_reopen_current (quiz, 6, 5));
  starling_quiz_choose (quiz, 5);
  g_assert_true (starling_quiz_reopen_current (quiz, 4, 1));
  g_assert_cmpint (starling_quiz_get_chosen (quiz), ==, -1);
  g_assert_cmpuint (starling_quiz_get_current (quiz)->correct, ==, 1);
  after = describe_options (quiz);
  g_assert_cmpstr (after, ==, before);
  g_assert_true (starling_quiz_reopen_current (quiz, 2, 1));
  fewer = describe_options (quiz);
  g_assert_cmpuint (strlen (fewer), ==, 2);
  g_assert_false (starling_quiz_choose (quiz, 2));

  /* what was answered stays as it was */
  answer (quiz, 'n');
  g_assert_true (starling_quiz_reopen_current (quiz, 2, 1));
  g_assert_false (starling_quiz_reopen_current (quiz, 2, 0));
  g_assert_false (starling_quiz_reopen_current (quiz, 3, 1));
  g_assert_true (starling_quiz_next (quiz));
  answer (quiz, 'y');
  g_assert_true (starling_quiz_next (quiz));
  g_assert_cmpuint (starling_quiz_get_current (quiz)->n_options, ==, 2);
  answer (quiz, 'y');
  starling_quiz_next (quiz);
  g_assert_false (starling_quiz_reopen_current (quiz, 2, 1));
}

static void
test_drop (void)
{
  static const struct
  {
    const char *acts; /* as above; d: drop, c: check only */
    const char *items;
    guint position;
    guint n_questions;
  } cases[] = {
    { "d", "bcde", 0, 4 },          { "dd", "cde", 0, 3 },
    { "ddddd", "", 0, 0 },          { "dddddd", "", 0, 0 },
    { "yd", "acde", 1, 4 },         { "yyyyd", "abcd", 4, 4 },
    { "yyyydd", "abcd", 4, 4 },     { "nd", "acda'e", 1, 4 },
    { "nyyyd", "abcde", 4, 5 },     { "nyyydu", "abcde", 3, 5 },
    { "nyyyduuuu", "abcde", 0, 5 }, { "nyyyduuuun", "abcda'e", 1, 5 },
    { "cd", "abcda'e", 0, 5 }, /* answered: it stays */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StarlingQuiz) quiz = new_quiz (i, 5, 4);
      g_autofree char *items = NULL;

      for (const char *p = cases[i].acts; *p != '\0'; p++)
        if (*p == 'd')
          starling_quiz_drop_current (quiz);
        else if (*p == 'u')
          g_assert_true (starling_quiz_undo (quiz));
        else
          {
            answer (quiz, *p == 'c' ? 'n' : *p);
            if (*p != 'c')
              starling_quiz_next (quiz);
          }
      items = describe_items (quiz);
      g_assert_cmpstr (items, ==, cases[i].items);
      g_assert_cmpuint (starling_quiz_get_position (quiz), ==,
                        cases[i].position);
      g_assert_cmpuint (starling_quiz_get_n_questions (quiz), ==,
                        cases[i].n_questions);
    }
}

/* The next question has its own options after one that was dropped. */
static void
test_drop_deals (void)
{
  g_autoptr (StarlingQuiz) quiz = new_quiz (2, 2, 5);
  g_autoptr (StarlingQuiz) other = starling_quiz_new (2);
  g_autofree char *options = NULL;
  g_autofree char *expected = NULL;

  starling_quiz_choose (quiz, 1);
  starling_quiz_drop_current (quiz);
  add (other, "b", 5, 1);
  options = describe_options (quiz);
  expected = describe_options (other);
  g_assert_cmpstr (options, ==, expected);
  g_assert_cmpint (starling_quiz_get_chosen (quiz), ==, -1);
}

/* What must hold however one plays: each question comes up, again after each
 * wrong answer until it was asked three times, and undo of everything leads
 * back to the beginning. */
static void
test_random (void)
{
  for (guint64 seed = 0; seed < N_SEEDS; seed++)
    {
      guint n = 1 + (guint) (seed % 12);
      g_autoptr (StarlingQuiz) quiz = new_quiz (seed, n, 2 + seed % 5);
      g_autofree char *before = describe_items (quiz);
      g_autofree char *after = NULL;
      guint asked[12] = { 0 };
      guint wrong[12] = { 0 };
      guint n_right = 0;
      guint64 state = seed;

      while (!starling_quiz_is_finished (quiz))
        {
          const StarlingQuizItem *item = starling_quiz_get_current (quiz);
          guint q = (guint) (item->question[0] - 'a');
          char how = "ynx"[starling_random_below (&state, 3)];

          g_assert_cmpuint (item->round, ==, asked[q]);
          g_assert_cmpuint (wrong[q], ==, asked[q]);
          asked[q]++;
          answer (quiz, how);
          if (how != 'y')
            wrong[q]++;
          else if (item->round == 0)
            n_right++;
          g_assert_cmpuint (starling_quiz_get_n_right (quiz), ==, n_right);
          if (starling_random_below (&state, 3) == 0)
            {
              g_assert_true (starling_quiz_undo (quiz));
              asked[q]--;
              wrong[q] -= how != 'y' ? 1 : 0;
              n_right -= how == 'y' && item->round == 0 ? 1 : 0;
            }
          else
            g_assert_true (starling_quiz_next (quiz));
        }
      for (guint q = 0; q < n; q++)
        {
          g_assert_cmpuint (asked[q], >=, 1);
          g_assert_cmpuint (asked[q], ==,
                            MIN (wrong[q] + 1, STARLING_QUIZ_MAX_RETURNS + 1));
        }
      while (starling_quiz_undo (quiz))
        ;
      after = describe_items (quiz);
      g_assert_cmpstr (after, ==, before);
      g_assert_cmpuint (starling_quiz_get_position (quiz), ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quiz/stable", test_stable);
  g_test_add_func ("/quiz/fair", test_fair);
  g_test_add_func ("/quiz/company", test_company);
  g_test_add_func ("/quiz/states", test_states);
  g_test_add_func ("/quiz/expire", test_expire);
  g_test_add_func ("/quiz/items", test_items);
  g_test_add_func ("/quiz/returns", test_returns);
  g_test_add_func ("/quiz/undo", test_undo);
  g_test_add_func ("/quiz/reopen", test_reopen);
  g_test_add_func ("/quiz/drop", test_drop);
  g_test_add_func ("/quiz/drop-deals", test_drop_deals);
  g_test_add_func ("/quiz/random", test_random);

  return g_test_run ();
}

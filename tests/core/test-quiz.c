/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/quiz/quiz.h"

#define N_SEEDS 200

static StarlingQuiz *
new_quiz (guint64 seed, guint n, guint n_options)
{
  StarlingQuiz *quiz = starling_quiz_new (seed);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("q%u", i);

      starling_quiz_add_opened (quiz, "story", id, n_options, i % n_options);
    }
  starling_quiz_start (quiz);
  return quiz;
}

/* Order of questions and options as one text. */
static char *
describe (StarlingQuiz *quiz)
{
  GString *text = g_string_new (NULL);

  while (!starling_quiz_is_finished (quiz))
    {
      const StarlingQuizItem *item = starling_quiz_get_current (quiz);

      g_string_append_printf (text, "%s:", item->question);
      for (guint slot = 0; slot < item->n_options; slot++)
        g_string_append_printf (text, "%u",
                                starling_quiz_get_option (quiz, slot));
      g_string_append_c (text, ' ');
      g_assert_true (starling_quiz_choose (quiz, 0));
      g_assert_true (starling_quiz_check (quiz));
      g_assert_true (starling_quiz_next (quiz));
    }

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

static void
answer (StarlingQuiz *quiz, gboolean right)
{
  const StarlingQuizItem *item = starling_quiz_get_current (quiz);
  guint option = right ? item->correct : (item->correct + 1) % item->n_options;

  g_assert_true (starling_quiz_choose (quiz, slot_of (quiz, option)));
  g_assert_true (starling_quiz_check (quiz));
}

/* What these seeds give must never change: seeds may be kept in files. */
static void
test_stable (void)
{
  static const struct
  {
    guint64 seed;
    const char *expected;
  } cases[] = {
    { 0, "q2:1203 q3:3201 q1:1230 q4:1302 q0:1032 " },
    { 1, "q2:3210 q1:2031 q4:1203 q3:1023 q0:1302 " },
    { G_MAXUINT64, "q2:3102 q0:3012 q3:0321 q4:3012 q1:3021 " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StarlingQuiz) quiz = new_quiz (cases[i].seed, 5, 4);
      g_autofree char *text = describe (quiz);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }

  /* The first number of SplitMix64 from state 0, as published. */
  g_assert_cmpuint (starling_quiz_next_seed (0), ==,
                    G_GUINT64_CONSTANT (0xe220a8397b1dcdaf));
}

static void
test_each_once (void)
{
  for (guint64 seed = 0; seed < N_SEEDS; seed++)
    {
      guint n = (guint) (seed % 12);
      guint n_options = 2 + (guint) (seed % 5);
      g_autoptr (StarlingQuiz) quiz = new_quiz (seed, n, n_options);
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

      g_assert_cmpuint (starling_quiz_get_length (quiz), ==, n);
      for (guint i = 0; i < n; i++)
        {
          const StarlingQuizItem *item = starling_quiz_get_current (quiz);
          guint options = 0;

          g_assert_true (g_hash_table_add (seen, item->question));
          for (guint slot = 0; slot < n_options; slot++)
            options |= 1u << starling_quiz_get_option (quiz, slot);
          g_assert_cmpuint (options, ==, (1u << n_options) - 1);
          answer (quiz, TRUE);
          starling_quiz_next (quiz);
        }
      g_assert_true (starling_quiz_is_finished (quiz));
      g_assert_cmpuint (starling_quiz_get_n_right (quiz), ==, n);
    }
}

static void
test_seeds (void)
{
  g_autoptr (GHashTable) orders
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint64 seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr (StarlingQuiz) first = new_quiz (seed, 10, 4);
      g_autoptr (StarlingQuiz) second = new_quiz (seed, 10, 4);
      g_autofree char *one = describe (first);
      g_autofree char *other = describe (second);

      g_assert_cmpstr (one, ==, other);
      g_assert_true (g_hash_table_add (orders, g_steal_pointer (&one)));
    }
}

/* Every place is as likely as any other, for question and right option. */
static void
test_fair (void)
{
  guint first[4] = { 0 };
  guint slots[4] = { 0 };
  const guint n = 4000;

  for (guint64 seed = 0; seed < n; seed++)
    {
      g_autoptr (StarlingQuiz) quiz = new_quiz (seed, 4, 4);
      const StarlingQuizItem *item = starling_quiz_get_current (quiz);

      first[item->question[1] - '0']++;
      slots[slot_of (quiz, item->correct)]++;
    }

  for (guint i = 0; i < 4; i++)
    {
      /* 1000 expected; five standard deviations are 137 */
      g_assert_cmpuint (first[i], >, 863);
      g_assert_cmpuint (first[i], <, 1137);
      g_assert_cmpuint (slots[i], >, 863);
      g_assert_cmpuint (slots[i], <, 1137);
    }
}

static void
test_states (void)
{
  g_autoptr (StarlingQuiz) quiz = new_quiz (7, 2, 3);

  g_assert_false (starling_quiz_check (quiz));
  g_assert_false (starling_quiz_next (quiz));
  g_assert_false (starling_quiz_undo (quiz));
  g_assert_false (starling_quiz_choose (quiz, 3));
  g_assert_cmpint (starling_quiz_get_chosen (quiz), ==, -1);

  g_assert_true (starling_quiz_choose (quiz, 2));
  g_assert_true (starling_quiz_choose (quiz, 1));
  g_assert_cmpint (starling_quiz_get_chosen (quiz), ==, 1);
  g_assert_false (starling_quiz_next (quiz));
  g_assert_cmpuint (starling_quiz_get_n_answers (quiz), ==, 0);

  g_assert_true (starling_quiz_check (quiz));
  g_assert_true (starling_quiz_is_checked (quiz));
  g_assert_false (starling_quiz_check (quiz));
  g_assert_false (starling_quiz_choose (quiz, 0));
  g_assert_cmpint (starling_quiz_get_chosen (quiz), ==, 1);
  g_assert_cmpuint (starling_quiz_get_n_answers (quiz), ==, 1);
  g_assert_cmpuint (starling_quiz_get_answer (quiz, 0)->choice, ==,
                    starling_quiz_get_option (quiz, 1));

  g_assert_true (starling_quiz_next (quiz));
  g_assert_cmpuint (starling_quiz_get_position (quiz), ==, 1);
  g_assert_cmpint (starling_quiz_get_chosen (quiz), ==, -1);
  answer (quiz, TRUE);
  g_assert_true (starling_quiz_next (quiz));
  g_assert_true (starling_quiz_is_finished (quiz));
  g_assert_null (starling_quiz_get_current (quiz));
  g_assert_false (starling_quiz_choose (quiz, 0));
  g_assert_false (starling_quiz_check (quiz));
  g_assert_false (starling_quiz_next (quiz));
  g_assert_null (starling_quiz_get_answer (quiz, 2));
}

static void
test_score (void)
{
  static const struct
  {
    const char *answers; /* y right, n wrong, u undo */
    guint n_right;
    guint n_answers;
  } cases[] = {
    { "", 0, 0 },         { "y", 1, 1 },
    { "n", 0, 1 },        { "yu", 0, 0 },
    { "yyu", 1, 1 },      { "ynu", 1, 1 },
    { "ynuy", 2, 2 },     { "yynuu", 1, 1 },
    { "ynynyuyn", 3, 6 }, { "yyyyyyyyuuuu", 4, 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StarlingQuiz) quiz = new_quiz (i, 8, 4);

      for (const char *p = cases[i].answers; *p != '\0'; p++)
        {
          if (*p == 'u')
            {
              g_assert_true (starling_quiz_undo (quiz));
              continue;
            }
          answer (quiz, *p == 'y');
          starling_quiz_next (quiz);
        }
      g_assert_cmpuint (starling_quiz_get_n_right (quiz), ==, cases[i].n_right);
      g_assert_cmpuint (starling_quiz_get_n_answers (quiz), ==,
                        cases[i].n_answers);
      g_assert_cmpuint (starling_quiz_get_position (quiz), ==,
                        cases[i].n_answers);
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
      guint before[4];

      for (guint slot = 0; slot < 4; slot++)
        before[slot] = starling_quiz_get_option (quiz, slot);
      answer (quiz, FALSE);
      if (steps > 0)
        starling_quiz_next (quiz);
      if (steps == 1)
        starling_quiz_choose (quiz, 2);

      g_assert_true (starling_quiz_undo (quiz));
      g_assert_cmpuint (starling_quiz_get_position (quiz), ==, 0);
      g_assert_cmpint (starling_quiz_get_chosen (quiz), ==, -1);
      g_assert_false (starling_quiz_is_checked (quiz));
      for (guint slot = 0; slot < 4; slot++)
        g_assert_cmpuint (starling_quiz_get_option (quiz, slot), ==,
                          before[slot]);
      answer (quiz, TRUE);
      g_assert_cmpuint (starling_quiz_get_n_right (quiz), ==, 1);
      g_assert_cmpuint (starling_quiz_get_n_answers (quiz), ==, 1);
    }
}

/* Questions of which only the place is known are opened when reached, with
 * the same order and options as if all had been known; some may be gone. */
static void
test_lazy (void)
{
  g_autoptr (StarlingQuiz) known = new_quiz (11, 6, 4);
  g_autoptr (StarlingQuiz) lazy = starling_quiz_new (11);
  g_autofree char *expected = describe (known);
  g_autofree char *text = NULL;

  for (guint i = 0; i < 6; i++)
    starling_quiz_add (lazy, "story", i);
  starling_quiz_start (lazy);
  for (guint i = 0; i < 6; i++)
    {
      guint index = starling_quiz_get_current (lazy)->index;
      g_autofree char *id = g_strdup_printf ("q%u", index);

      g_assert_cmpuint (starling_quiz_get_current (lazy)->n_options, ==, 0);
      g_assert_false (starling_quiz_choose (lazy, 0));
      g_assert_false (starling_quiz_open_current (lazy, id, 0, 0));
      g_assert_false (starling_quiz_open_current (lazy, id, 7, 0));
      g_assert_false (starling_quiz_open_current (lazy, id, 4, 4));
      g_assert_true (starling_quiz_open_current (lazy, id, 4, index % 4));
      answer (lazy, TRUE);
      g_assert_true (starling_quiz_open_current (lazy, id, 4, index % 4));
      g_assert_false (starling_quiz_open_current (lazy, id, 3, 0));
      starling_quiz_next (lazy);
    }
  while (starling_quiz_undo (lazy))
    ;
  text = describe (lazy);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_drop (void)
{
  g_autoptr (StarlingQuiz) quiz = new_quiz (5, 3, 4);
  g_autofree char *gone = g_strdup (starling_quiz_get_current (quiz)->question);

  starling_quiz_drop_current (quiz);
  g_assert_cmpuint (starling_quiz_get_length (quiz), ==, 2);
  g_assert_cmpstr (starling_quiz_get_current (quiz)->question, !=, gone);

  answer (quiz, TRUE);
  starling_quiz_drop_current (quiz);
  g_assert_cmpuint (starling_quiz_get_length (quiz), ==, 2);
  starling_quiz_next (quiz);
  starling_quiz_drop_current (quiz);
  g_assert_true (starling_quiz_is_finished (quiz));
  g_assert_cmpuint (starling_quiz_get_length (quiz), ==, 1);
  g_assert_cmpuint (starling_quiz_get_n_right (quiz), ==, 1);
  starling_quiz_drop_current (quiz);
  g_assert_cmpuint (starling_quiz_get_length (quiz), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quiz/stable", test_stable);
  g_test_add_func ("/quiz/each-once", test_each_once);
  g_test_add_func ("/quiz/seeds", test_seeds);
  g_test_add_func ("/quiz/fair", test_fair);
  g_test_add_func ("/quiz/states", test_states);
  g_test_add_func ("/quiz/score", test_score);
  g_test_add_func ("/quiz/undo", test_undo);
  g_test_add_func ("/quiz/lazy", test_lazy);
  g_test_add_func ("/quiz/drop", test_drop);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/activity.h"

#include <string.h>

#define TODAY 20780

/* Days in a row of letters, the last of them today: `.` nothing, `r` a
 * review, `n` a new card, `l` one in learning, `t` a take, `q` a question. */
static GArray *
make_days (const char *letters)
{
  GArray *days = g_array_new (FALSE, TRUE, sizeof (StarlingActivity));
  int n = (int) strlen (letters);

  for (int i = 0; i < n; i++)
    {
      StarlingActivity day = { .day = TODAY - (n - 1 - i) };

      day.n_due = letters[i] == 'r';
      day.n_new = letters[i] == 'n';
      day.n_learning = letters[i] == 'l';
      day.n_takes = letters[i] == 't';
      day.n_questions = letters[i] == 'q';
      if (letters[i] != '.')
        g_array_append_val (days, day);
    }
  return days;
}

static guint
get_streak (const char *letters, int today)
{
  g_autoptr (GArray) days = make_days (letters);

  return starling_activity_get_streak (
      (const StarlingActivity *) (gpointer) days->data, days->len, today);
}

static void
test_streak (void)
{
  static const struct
  {
    const char *days;
    guint streak;
  } cases[] = {
    { "", 0 },
    { ".", 0 },
    { "r", 1 },
    { "rr", 2 },
    { "nlrtq", 5 },
    /* Today is not over */
    { "r.", 1 },
    { "rrr.", 3 },
    /* One missed day is forgiven, and not counted */
    { "r.r", 2 },
    { "r..", 1 },
    { "rr.rr", 4 },
    { "rr.rr.", 4 },
    { "rr.", 2 },
    { "rr..", 2 },
    /* A second one within the week breaks */
    { "r...", 0 },
    { "r..r", 1 },
    { "rrr..rr", 2 },
    { "r.r.r", 2 },
    { "rr.r.rr", 3 },
    { "rr.rr.rr", 4 },
    { "rr.rrr.rr", 5 },
    { "rr.rrrr.rr", 6 },
    { "rr.rrrrr.rr", 7 },
    /* Seven days later it is another week */
    { "rr.rrrrrr.rr", 10 },
    { "rr.rrrrrr.", 8 },
    { "rr.rrrrr..", 5 },
    { "rr.rrrrrr..", 8 },
    { "r.rrrrrr.rrrrrr.rrrrrr.r", 20 },
    /* Far back */
    { "rr............................r", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].days);
      g_assert_cmpuint (get_streak (cases[i].days, TODAY), ==, cases[i].streak);
    }
  /* What a wrong clock has dated later does not count */
  g_assert_cmpuint (get_streak ("rrrrr", TODAY - 2), ==, 3);
  g_assert_cmpuint (get_streak ("rr..r", TODAY - 2), ==, 2);
  g_assert_cmpuint (get_streak ("r", TODAY + 1), ==, 1);
  g_assert_cmpuint (get_streak ("r", TODAY + 3), ==, 0);
}

/* Days are numbers below 0 before 1970, to which a wrong clock leads. */
static void
test_streak_early (void)
{
  static const StarlingActivity days[] = {
    { .day = -5, .n_due = 1 }, { .day = -4, .n_due = 1 },
    { .day = -3, .n_due = 1 }, { .day = -1, .n_due = 1 },
    { .day = 0, .n_due = 1 },
  };
  static const struct
  {
    int today;
    guint streak;
  } cases[] = {
    { -6, 0 }, { -5, 1 }, { -3, 3 }, { -2, 3 }, { -1, 4 }, { 0, 5 }, { 1, 5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (starling_activity_get_streak (days, G_N_ELEMENTS (days),
                                                    cases[i].today),
                      ==, cases[i].streak);
}

/* The plain definition: the longest run that ends today or yesterday, begins
 * with study, and has no two missed days within seven days. */
static guint
find_streak (const gboolean *studied, int n)
{
  int end = studied[n - 1] ? n - 1 : n - 2;
  guint best = 0;

  for (int begin = end; begin >= 0; begin--)
    {
      guint count = 0;
      int last = -G_MAXINT16;
      gboolean broken = FALSE;

      for (int i = begin; i <= end; i++)
        {
          count += studied[i] ? 1 : 0;
          if (studied[i])
            continue;
          broken |= i - last < 7;
          last = i;
        }
      if (studied[begin] && !broken)
        best = MAX (best, count);
    }
  return best;
}

static void
test_streak_random (void)
{
  for (guint round = 0; round < 5000; round++)
    {
      g_autofree char *letters = g_strnfill (40, '.');
      gboolean studied[40];
      int rate = g_test_rand_int_range (50, 100);

      for (guint i = 0; i < G_N_ELEMENTS (studied); i++)
        {
          studied[i] = g_test_rand_int_range (0, 100) < rate;
          letters[i] = studied[i] ? 'r' : '.';
        }
      g_test_message ("%s", letters);
      g_assert_cmpuint (get_streak (letters, TODAY), ==,
                        find_streak (studied, G_N_ELEMENTS (studied)));
    }
}

static void
test_find (void)
{
  g_autoptr (GArray) days = make_days ("r.nl..t");
  const StarlingActivity *first
      = (const StarlingActivity *) (gpointer) days->data;

  g_assert_cmpuint (days->len, ==, 4);
  g_assert_true (starling_activity_find (first, 4, TODAY) == &first[3]);
  g_assert_true (starling_activity_find (first, 4, TODAY - 6) == &first[0]);
  g_assert_true (starling_activity_find (first, 4, TODAY - 4) == &first[1]);
  g_assert_null (starling_activity_find (first, 4, TODAY - 5));
  g_assert_null (starling_activity_find (first, 4, TODAY + 1));
  g_assert_null (starling_activity_find (first, 4, TODAY - 7));
  g_assert_null (starling_activity_find (NULL, 0, TODAY));
}

static void
test_count (void)
{
  const StarlingActivity day = { TODAY, 1, 20, 300, 4000, 50000 };

  g_assert_cmpuint (starling_activity_count (&day), ==, 54321);
  g_assert_cmpuint (starling_activity_count_reviews (&day), ==, 321);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/activity/streak", test_streak);
  g_test_add_func ("/activity/streak-early", test_streak_early);
  g_test_add_func ("/activity/streak-random", test_streak_random);
  g_test_add_func ("/activity/find", test_find);
  g_test_add_func ("/activity/count", test_count);
  return g_test_run ();
}

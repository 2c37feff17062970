/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/take-review.h"

#include <string.h>

static const gint64 targets[STARLING_N_STEPS]
    = { 30000, 20000, 90000, 20000, 15000 };

/* All key phrases said, no follow-up questions. */
#define SAID { 3, 3, 3, 3, 3 }, { 3, 3, 3, 3, 3 }, { 0 }, FALSE

#define BIT(step) (1u << STARLING_STEP_##step)

#define NOT_TOLD(step, steps, n)                                               \
  {                                                                            \
    STARLING_REMARK_NOT_TOLD, STARLING_STEP_##step, steps, 0, 0, 0, n, 0       \
  }
#define OVER(step, seconds, target)                                            \
  {                                                                            \
    STARLING_REMARK_STEP_OVER, STARLING_STEP_##step, 0, seconds, target, 0, 0, \
        0                                                                      \
  }
#define SHARE(kind, percent)                                                   \
  {                                                                            \
    STARLING_REMARK_ACTION_##kind, STARLING_STEP_ACTION, 0, 0, 0, percent, 0,  \
        0                                                                      \
  }
#define PROBES(n, n_of)                                                        \
  {                                                                            \
    STARLING_REMARK_PROBES, 0, 0, 0, 0, 0, n, n_of                             \
  }
#define PHRASES(step, n, n_of)                                                 \
  {                                                                            \
    STARLING_REMARK_PHRASES, STARLING_STEP_##step, 0, 0, 0, 0, n, n_of         \
  }

/* What was done against 30, 20, 90, 20, 15 s, and what is to change. */
static const struct
{
  const char *name;
  gint64 spent[STARLING_N_STEPS];
  guint n_said[STARLING_N_STEPS];
  guint n_phrases[STARLING_N_STEPS];
  int probes[4]; /* ratings; -1: not rated; 0: no more of them */
  gboolean bare;
  guint n_remarks;
  StarlingRemark remarks[STARLING_MAX_REMARKS];
} cases[] = {
  { "nothing-told", { 0 }, { 0 }, { 3, 3 }, { 0 }, FALSE, 0, { { 0 } } },
  { "fine", { 30000, 20000, 90000, 20000, 15000 }, SAID, 0, { { 0 } } },
  { "just-not-over",
    { 34499, 24499, 94499, 20000, 15000 },
    SAID,
    0,
    { { 0 } } },
  { "just-over",
    { 34500, 20000, 90000, 20000, 15000 },
    SAID,
    1,
    { OVER (SITUATION, 35, 30) } },
  { "one-step-told",
    { 30000, 0, 0, 0, 0 },
    SAID,
    1,
    { NOT_TOLD (TASK,
                BIT (TASK) | BIT (ACTION) | BIT (RESULT) | BIT (REFLECTION),
                4) } },
  { "first-not-told",
    { 0, 20000, 60000, 20000, 15000 },
    SAID,
    1,
    { NOT_TOLD (SITUATION, BIT (SITUATION), 1) } },
  { "just-not-low", { 20000, 10000, 50000, 10000, 10000 }, SAID, 0, { { 0 } } },
  { "just-not-high", { 20000, 10000, 60000, 5000, 5000 }, SAID, 0, { { 0 } } },
  { "over-as-shown",
    { 48000, 19000, 97000, 17000, 11000 },
    SAID,
    2,
    { OVER (SITUATION, 48, 30), OVER (ACTION, 97, 90) } },
  { "two-greatest",
    { 36000, 27000, 97000, 29000, 20000 },
    SAID,
    3,
    { OVER (RESULT, 29, 20), OVER (TASK, 27, 20), SHARE (LOW, 46) } },
  { "one-not-told",
    { 30000, 20000, 90000, 20000, 0 },
    SAID,
    1,
    { NOT_TOLD (REFLECTION, BIT (REFLECTION), 1) } },
  { "two-not-told",
    { 30000, 0, 140000, 20000, 0 },
    SAID,
    2,
    { NOT_TOLD (TASK, BIT (TASK) | BIT (REFLECTION), 2),
      OVER (ACTION, 140, 90) } },
  { "low-though-not-whole",
    { 40000, 20000, 50000, 0, 0 },
    SAID,
    3,
    { NOT_TOLD (RESULT, BIT (RESULT) | BIT (REFLECTION), 2),
      OVER (SITUATION, 40, 30), SHARE (LOW, 45) } },
  { "action-not-told",
    { 30000, 20000, 0, 20000, 15000 },
    SAID,
    1,
    { NOT_TOLD (ACTION, BIT (ACTION), 1) } },
  { "high",
    { 20000, 12000, 90000, 14000, 10000 },
    SAID,
    1,
    { SHARE (HIGH, 62) } },
  { "weak-answers",
    { 30000, 20000, 90000, 20000, 15000 },
    { 3, 3, 3, 3, 3 },
    { 3, 3, 3, 3, 3 },
    { 2, -1, 1, 3 },
    FALSE,
    1,
    { PROBES (2, 4) } },
  { "phrases-just-enough",
    { 30000, 20000, 90000, 20000, 15000 },
    { 3, 3, 3, 3, 0 },
    { 3, 3, 3, 3, 3 },
    { 0 },
    FALSE,
    0,
    { { 0 } } },
  { "phrases",
    { 30000, 20000, 90000, 20000, 15000 },
    { 3, 3, 2, 3, 0 },
    { 3, 3, 3, 3, 3 },
    { 3, 4 },
    FALSE,
    1,
    { PHRASES (REFLECTION, 4, 3) } },
  { "a-quarter-of-the-phrases",
    { 30000, 20000, 90000, 20000, 15000 },
    { 1, 1, 2, 1, 1 },
    { 1, 2, 3, 1, 1 },
    { 0 },
    FALSE,
    1,
    { PHRASES (TASK, 2, 1) } },
  { "one-phrase",
    { 30000, 20000, 90000, 20000, 15000 },
    { 1, 0, 0, 0, 0 },
    { 1, 0, 1, 0, 0 },
    { 0 },
    FALSE,
    0,
    { { 0 } } },
  { "phrases-of-what-was-told",
    { 30000, 20000, 90000, 20000, 0 },
    { 2, 3, 3, 3, 0 },
    { 3, 3, 3, 3, 9 },
    { 0 },
    FALSE,
    1,
    { NOT_TOLD (REFLECTION, BIT (REFLECTION), 1) } },
  { "nothing-to-tick",
    { 30000, 20000, 90000, 20000, 15000 },
    { 0 },
    { 3, 3, 3, 3, 3 },
    { 0 },
    TRUE,
    0,
    { { 0 } } },
  { "something-ticked-before",
    { 30000, 20000, 90000, 20000, 15000 },
    { 3 },
    { 3, 3, 3, 3, 3 },
    { 0 },
    TRUE,
    1,
    { PHRASES (TASK, 12, 3) } },
  { "no-more-than-four",
    { 60000, 40000, 60000, 0, 0 },
    { 0 },
    { 3, 3, 3, 3, 3 },
    { 1 },
    FALSE,
    4,
    { NOT_TOLD (RESULT, BIT (RESULT) | BIT (REFLECTION), 2),
      OVER (SITUATION, 60, 30), OVER (TASK, 40, 20), SHARE (LOW, 38) } },
};

/* A follow-up may take 60 s, unless its event says otherwise. */
static void
test_probe_target (void)
{
  g_autoptr (StarlingTakeReview) review = starling_take_review_new ();

  starling_take_review_add_probe (review, "p", 1000, 0, 2);
  starling_take_review_add_probe (review, "q", -1, 90000, 2);
  g_assert_cmpint (review->probes[0].target_ms, ==, 60000);
  g_assert_cmpint (review->probes[0].ms, ==, 1000);
  g_assert_cmpint (review->probes[1].target_ms, ==, 90000);
  g_assert_cmpint (review->probes[1].ms, ==, 0);
}

static void
test_remarks (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (StarlingTakeReview) review = starling_take_review_new ();
  StarlingVerdict verdict;

  memcpy (review->n_said, cases[index].n_said, sizeof review->n_said);
  memcpy (review->n_phrases, cases[index].n_phrases, sizeof review->n_phrases);
  review->bare = cases[index].bare;
  for (guint i = 0; i < 4 && cases[index].probes[i] != 0; i++)
    starling_take_review_add_probe (review, "p", 1000, 0,
                                    MAX (cases[index].probes[i], 0));
  starling_take_review_conclude (review, cases[index].spent, targets);

  starling_verdict_init (&verdict, &review->tally);
  g_assert_cmpint (review->verdict.kind, ==, verdict.kind);
  g_assert_cmpint (review->verdict.percent, ==, verdict.percent);
  g_assert_cmpuint (review->n_remarks, ==, cases[index].n_remarks);
  for (guint i = 0; i < review->n_remarks; i++)
    {
      const StarlingRemark *remark = &review->remarks[i];
      const StarlingRemark *wanted = &cases[index].remarks[i];

      g_test_message ("kind %d, step %d, %d of %d s, %d %%, %u of %u",
                      remark->kind, remark->step, remark->seconds,
                      remark->target, remark->percent, remark->n, remark->n_of);
      g_assert_cmpint (remark->kind, ==, wanted->kind);
      g_assert_cmpint (remark->step, ==, wanted->step);
      g_assert_cmpuint (remark->steps, ==, wanted->steps);
      g_assert_cmpint (remark->seconds, ==, wanted->seconds);
      g_assert_cmpint (remark->target, ==, wanted->target);
      g_assert_cmpint (remark->percent, ==, wanted->percent);
      g_assert_cmpuint (remark->n, ==, wanted->n);
      g_assert_cmpuint (remark->n_of, ==, wanted->n_of);
    }
}

static void
test_mean_rating (void)
{
  static const struct
  {
    int rating[STARLING_N_DIMENSIONS];
    int tenths;
  } ratings[] = {
    { { 0 }, -1 },          { { 4, 4, 4, 4, 4 }, 40 }, { { 0, 3 }, 30 },
    { { 3, 4 }, 35 },       { { 1, 1, 2 }, 13 },       { { 1, 2, 2 }, 17 },
    { { 1, 2, 2, 2 }, 18 }, { { 1, 1, 1, 2, 0 }, 13 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ratings); i++)
    {
      g_autoptr (StarlingTakeReview) review = starling_take_review_new ();

      memcpy (review->rating, ratings[i].rating, sizeof review->rating);
      g_assert_cmpint (starling_take_review_get_mean_rating (review), ==,
                       ratings[i].tenths);
    }
}

static void
add_take (GPtrArray *reviews, const gint64 spent[STARLING_N_STEPS])
{
  StarlingTakeReview *review = starling_take_review_new ();

  starling_take_review_conclude (review, spent, targets);
  g_ptr_array_add (reviews, review);
}

/* Takes in order, their distance, and what is compared with the next one. */
static void
test_standing (void)
{
  static const struct
  {
    gint64 spent[STARLING_N_STEPS];
    gint64 distance;
    int last, best; /* of this take */
  } takes[] = {
    { { 0 }, 175000, -1, -1 },
    { { 40000, 20000, 90000, 20000, 15000 }, 10000, -1, -1 },
    { { 30000, 20000, 90000, 20000, 0 }, 15000, 1, 1 },
    { { 26000, 24000, 90000, 20000, 15000 }, 8000, 2, 1 },
    { { 0 }, 175000, 3, 3 },
    { { 30000, 20000, 90000, 20000, 23000 }, 8000, 3, 3 },
    { { 30000, 20000, 90000, 20000, 23001 }, 8001, 5, 5 },
    { { 48000, 19000, 97000, 17000, 11000 }, 33000, 6, 5 },
  };
  g_autoptr (GPtrArray) reviews = g_ptr_array_new_with_free_func (
      (GDestroyNotify) starling_take_review_unref);

  for (guint i = 0; i < G_N_ELEMENTS (takes); i++)
    {
      StarlingTakeStanding standing;

      starling_take_standing_init (&standing, reviews, i);
      g_assert_cmpuint (standing.number, ==, i + 1);
      g_assert_cmpint (standing.last, ==, takes[i].last);
      g_assert_cmpint (standing.best, ==, takes[i].best);
      add_take (reviews, takes[i].spent);
      g_assert_cmpint (starling_take_review_get_distance (
                           g_ptr_array_index (reviews, i)),
                       ==, takes[i].distance);
    }
  /* Those after a take do not count */
  for (guint i = 0; i < G_N_ELEMENTS (takes); i++)
    {
      StarlingTakeStanding standing;

      starling_take_standing_init (&standing, reviews, i);
      g_assert_cmpint (standing.last, ==, takes[i].last);
      g_assert_cmpint (standing.best, ==, takes[i].best);
    }
}

static void
test_lens (void)
{
  g_autoptr (StarlingTakeReview) review = starling_take_review_new ();

  g_assert_true (starling_take_review_has_lens (review, -1, NULL));
  review->level = STARLING_LEVEL_SENIOR;
  review->angle = g_strdup ("dive-deep");
  g_assert_true (starling_take_review_has_lens (review, STARLING_LEVEL_SENIOR,
                                                "dive-deep"));
  g_assert_false (
      starling_take_review_has_lens (review, STARLING_LEVEL_SENIOR, NULL));
  g_assert_false (
      starling_take_review_has_lens (review, STARLING_LEVEL_SDE1, "dive-deep"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path
          = g_strconcat ("/take-review/remarks/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_remarks);
    }
  g_test_add_func ("/take-review/mean-rating", test_mean_rating);
  g_test_add_func ("/take-review/standing", test_standing);
  g_test_add_func ("/take-review/probe-target", test_probe_target);
  g_test_add_func ("/take-review/lens", test_lens);

  return g_test_run ();
}

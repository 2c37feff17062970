/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/loop.h"

#define BIT STARLING_PRINCIPLE_BIT
#define MAX_STORIES 7
#define MAX_QUESTIONS 6

/* What an assignment is worth: earlier members count before later ones. */
typedef struct
{
  guint n_told;
  guint n_principles; /* asked for at all */
  guint n_own;        /* told for what they are about */
  guint n_takes;      /* of the stories: how often they were told */
} Worth;

static gboolean
is_better (const Worth *a, const Worth *b)
{
  if (a->n_told != b->n_told)
    return a->n_told > b->n_told;
  if (a->n_principles != b->n_principles)
    return a->n_principles > b->n_principles;
  if (a->n_own != b->n_own)
    return a->n_own > b->n_own;
  return a->n_takes < b->n_takes;
}

typedef struct
{
  const StarlingLoopStory *stories;
  guint n_stories;
  int principles[MAX_QUESTIONS]; /* of the questions */
  guint n_questions;
  gboolean used[MAX_STORIES];
  Worth best;
} Brute;

/* Tries everything from @question on. */
static void
try_all (Brute *brute, guint question, Worth worth, StarlingPrincipleSet told)
{
  if (question == brute->n_questions)
    {
      for (; told != 0; told &= told - 1)
        worth.n_principles++;
      if (is_better (&worth, &brute->best))
        brute->best = worth;
      return;
    }
  try_all (brute, question + 1, worth, told);
  for (guint i = 0; i < brute->n_stories; i++)
    {
      const StarlingLoopStory *story = &brute->stories[i];
      int principle = brute->principles[question];
      gboolean own = story->principle == principle;
      Worth with = worth;

      if (brute->used[i] || !(own || story->principles & BIT (principle)))
        continue;
      with.n_told++;
      with.n_own += own ? 1 : 0;
      with.n_takes += story->record.n_takes;
      brute->used[i] = TRUE;
      try_all (brute, question + 1, with, told | BIT (principle));
      brute->used[i] = FALSE;
    }
}

/* Stories that differ in how often they were told: by 0, 1, 2 …, so that the
 * place in the order and the number of takes are the same. */
static void
make_stories (GRand *rand, StarlingLoopStory *stories, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      guint j = (guint) g_rand_int_range (rand, 0, (gint32) i + 1);

      stories[i] = (StarlingLoopStory){
        .principle = g_rand_int_range (rand, 0, 4),
        .principles = g_rand_boolean (rand)
                          ? g_rand_int (rand) % 16 & g_rand_int (rand) % 16
                          : 0,
      };
      stories[i].record.n_takes = stories[j].record.n_takes;
      stories[j].record.n_takes = i;
    }
}

static void
make_plan (GRand *rand, StarlingLoopPlan *plan, Brute *brute)
{
  int principle = 0;

  *plan = (StarlingLoopPlan){ 0 };
  plan->n_interviews = (guint) g_rand_int_range (rand, 1, 3);
  for (guint i = 0; i < plan->n_interviews; i++)
    {
      StarlingLoopInterview *interview = &plan->interviews[i];

      interview->n_principles = (guint) g_rand_int_range (rand, 1, 3);
      interview->n_questions
          = interview->n_principles
            + (guint) g_rand_int_range (rand, 0,
                                        4 - (gint32) interview->n_principles);
      for (guint j = 0; j < interview->n_principles; j++)
        interview->principles[j] = principle++;
      for (guint j = 0; j < interview->n_questions; j++)
        {
          interview->questions[j].principle
              = interview->principles[j % interview->n_principles];
          brute->principles[brute->n_questions++]
              = interview->questions[j].principle;
        }
    }
}

static Worth
get_worth (const StarlingLoopPlan *plan, const StarlingLoopStory *stories)
{
  Worth worth = { 0 };

  for (guint i = 0; i < plan->n_interviews; i++)
    {
      worth.n_principles += plan->interviews[i].n_principles;
      for (guint j = 0; j < plan->interviews[i].n_questions; j++)
        {
          const StarlingLoopQuestion *question
              = &plan->interviews[i].questions[j];

          worth.n_told++;
          worth.n_own
              += stories[question->story].principle == question->principle ? 1
                                                                           : 0;
          worth.n_takes += stories[question->story].record.n_takes;
        }
    }
  return worth;
}

/* What stays unasked: of which principles. */
static StarlingPrincipleSet
get_missing (const StarlingLoopPlan *plan, const Brute *brute)
{
  StarlingPrincipleSet missing = 0;

  for (int principle = 0; principle < 4; principle++)
    {
      int n = 0;

      for (guint i = 0; i < brute->n_questions; i++)
        n += brute->principles[i] == principle ? 1 : 0;
      for (guint i = 0; i < plan->n_interviews; i++)
        for (guint j = 0; j < plan->interviews[i].n_questions; j++)
          n -= plan->interviews[i].questions[j].principle == principle ? 1 : 0;
      g_assert_cmpint (n, >=, 0);
      missing |= n > 0 ? BIT (principle) : 0;
    }
  return missing;
}

static void
check_uses (const StarlingLoopPlan *plan, const Brute *brute)
{
  gboolean used[MAX_STORIES] = { FALSE };

  for (guint i = 0; i < plan->n_interviews; i++)
    {
      const StarlingLoopInterview *interview = &plan->interviews[i];

      g_assert_cmpuint (interview->n_questions, >, 0);
      for (guint j = 0; j < interview->n_questions; j++)
        {
          const StarlingLoopQuestion *question = &interview->questions[j];
          const StarlingLoopStory *story = &brute->stories[question->story];

          g_assert_cmpint (question->principle, ==,
                           interview->principles[j % interview->n_principles]);
          g_assert_true (story->principle == question->principle
                         || story->principles & BIT (question->principle));
          g_assert_false (used[question->story]);
          used[question->story] = TRUE;
        }
    }
}

static void
test_brute_force (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  guint n_full = 0, n_empty = 0, n_angles = 0;

  for (guint round = 0; round < 4000; round++)
    {
      StarlingLoopStory stories[MAX_STORIES] = { 0 };
      Brute brute = { .stories = stories };
      StarlingLoopPlan plan;
      Worth worth;

      brute.n_stories = (guint) g_rand_int_range (rand, 0, MAX_STORIES + 1);
      make_stories (rand, stories, brute.n_stories);
      make_plan (rand, &plan, &brute);
      try_all (&brute, 0, (Worth){ 0 }, 0);
      starling_loop_assign (stories, brute.n_stories, round, &plan);
      check_uses (&plan, &brute);
      worth = get_worth (&plan, stories);
      g_assert_cmpuint (worth.n_told, ==, brute.best.n_told);
      g_assert_cmpuint (worth.n_principles, ==, brute.best.n_principles);
      g_assert_cmpuint (worth.n_own, ==, brute.best.n_own);
      g_assert_cmpuint (worth.n_takes, ==, brute.best.n_takes);
      g_assert_cmpuint (plan.n_questions, ==, worth.n_told);
      g_assert_cmpuint (plan.too_few, ==, get_missing (&plan, &brute));
      n_full += worth.n_told == brute.n_questions ? 1 : 0;
      n_empty += worth.n_told == 0 ? 1 : 0;
      n_angles += worth.n_own < worth.n_told ? 1 : 0;
    }
  /* All kinds of cases came up. */
  g_assert_cmpuint (n_full, >, 400);
  g_assert_cmpuint (n_empty, >, 100);
  g_assert_cmpuint (n_angles, >, 400);
}

/* One question for principle 0, and which of three stories is told. */
static void
test_choice (void)
{
  static const struct
  {
    const char *what;
    StarlingLoopStory stories[3];
    int expected; /* -1: now this one, now that one */
  } cases[] = {
    { "its own before an angle, told often or not",
      { { 1, BIT (0), { 0, 0 } }, { 0, 0, { 9, 90 } }, { 2, 0, { 0, 0 } } },
      1 },
    { "told least",
      { { 0, 0, { 2, 10 } }, { 0, 0, { 1, 50 } }, { 0, 0, { 2, 5 } } },
      1 },
    { "told longest ago",
      { { 0, 0, { 2, 30 } }, { 0, 0, { 2, 20 } }, { 0, 0, { 2, 10 } } },
      2 },
    { "an angle rather than nothing",
      { { 1, 0, { 0, 0 } }, { 2, 0, { 0, 0 } }, { 3, BIT (0), { 7, 70 } } },
      2 },
    { "of equals any",
      { { 0, 0, { 2, 10 } }, { 0, BIT (1), { 2, 10 } }, { 0, 0, { 2, 10 } } },
      -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint counts[3] = { 0 };

      g_test_message ("%s", cases[i].what);
      for (guint64 seed = 0; seed < 90; seed++)
        {
          StarlingLoopPlan plan = { .n_interviews = 1 };

          plan.interviews[0]
              = (StarlingLoopInterview){ .n_principles = 1, .n_questions = 1 };
          starling_loop_assign (cases[i].stories, 3, seed, &plan);
          g_assert_cmpuint (plan.n_questions, ==, 1);
          counts[plan.interviews[0].questions[0].story]++;
        }
      for (guint j = 0; j < 3; j++)
        if (cases[i].expected < 0)
          g_assert_cmpuint (counts[j], >, 10);
        else
          g_assert_cmpuint (counts[j], ==,
                            (int) j == cases[i].expected ? 90 : 0);
    }
}

/* An interviewer without any question goes; the others move up. */
static void
test_dropped (void)
{
  const StarlingLoopStory stories[]
      = { { 3, 0, { 0, 0 } }, { 5, 0, { 0, 0 } }, { 5, 0, { 1, 1 } } };
  /* What an earlier assignment left does not count */
  StarlingLoopPlan plan
      = { .n_interviews = 3, .n_questions = 9, .too_few = BIT (5) };

  for (guint i = 0; i < 3; i++)
    plan.interviews[i] = (StarlingLoopInterview){
      .n_principles = 2,
      .principles = { 2 * (int) i, 2 * (int) i + 1 },
      .n_questions = 3,
      .questions
      = { { 2 * (int) i, 7 }, { 2 * (int) i + 1, 7 }, { 2 * (int) i, 7 } },
    };
  starling_loop_assign (stories, 3, 1, &plan);
  g_assert_cmpuint (plan.n_interviews, ==, 2);
  g_assert_cmpuint (plan.n_questions, ==, 2);
  g_assert_cmpuint (plan.too_few, ==, BIT (0) | BIT (1) | BIT (2) | BIT (4));
  g_assert_cmpuint (plan.interviews[0].n_principles, ==, 1);
  g_assert_cmpint (plan.interviews[0].principles[0], ==, 3);
  g_assert_cmpint (plan.interviews[0].questions[0].story, ==, 0);
  g_assert_cmpint (plan.interviews[1].principles[0], ==, 5);
  g_assert_cmpint (plan.interviews[1].questions[0].story, ==, 1);
}

/* The largest loop out of more stories than a pack may have. */
static void
test_many (void)
{
  guint n = 5000;
  g_autofree StarlingLoopStory *stories = g_new0 (StarlingLoopStory, n);
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  StarlingLoopRequest request
      = { .n_interviewers = 5, .n_principles = 2, .n_questions = 3, .seed = 9 };
  StarlingLoopPlan plan;
  gint64 begun = 0;

  for (guint i = 0; i < n; i++)
    {
      stories[i].principle = g_rand_int_range (rand, 0, 16);
      stories[i].principles = g_rand_int (rand) & 0xffff;
      stories[i].record.n_takes = (guint) g_rand_int_range (rand, 0, 50);
      stories[i].record.last_at = g_rand_int_range (rand, 0, 1000);
    }
  begun = g_get_monotonic_time ();
  starling_loop_plan (&request, stories, n, &plan);
  g_test_message ("%" G_GINT64_FORMAT " us", g_get_monotonic_time () - begun);
  g_assert_cmpuint (plan.n_questions, ==, 15);
  for (guint i = 0; i < plan.n_interviews; i++)
    for (guint j = 0; j < plan.interviews[i].n_questions; j++)
      g_assert_cmpuint (
          stories[plan.interviews[i].questions[j].story].record.n_takes, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/loop-assign/brute-force", test_brute_force);
  g_test_add_func ("/loop-assign/choice", test_choice);
  g_test_add_func ("/loop-assign/dropped", test_dropped);
  g_test_add_func ("/loop-assign/many", test_many);
  return g_test_run ();
}

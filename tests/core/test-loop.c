/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/loop.h"

#define BIT STARLING_PRINCIPLE_BIT
#define N_STORIES 32

/* Two stories for each of the first @n_principles principles. */
static void
make_stories (StarlingLoopStory *stories, guint n_principles)
{
  for (guint i = 0; i < 2 * n_principles; i++)
    stories[i] = (StarlingLoopStory){ .principle = (int) i / 2 };
}

static StarlingLoopRequest
make_request (guint n_interviewers, guint n_principles, guint n_questions)
{
  return (StarlingLoopRequest){ .n_interviewers = n_interviewers,
                                .n_principles = n_principles,
                                .n_questions = n_questions,
                                .minutes = 30,
                                .seed = 1,
                                .principle = -1 };
}

static StarlingPrincipleSet
get_dealt (const StarlingLoopPlan *plan)
{
  StarlingPrincipleSet set = 0;

  for (guint i = 0; i < plan->n_interviews; i++)
    for (guint j = 0; j < plan->interviews[i].n_principles; j++)
      {
        StarlingPrincipleSet bit = BIT (plan->interviews[i].principles[j]);

        g_assert_cmpuint (set & bit, ==, 0);
        set |= bit;
      }
  return set;
}

static guint
count_bits (StarlingPrincipleSet set)
{
  guint n = 0;

  for (; set != 0; set &= set - 1)
    n++;
  return n;
}

/* What holds of every plan, whatever was asked for. */
static void
check_plan (const StarlingLoopPlan *plan,
            const StarlingLoopStory *stories,
            guint n_stories)
{
  g_autofree gboolean *used = g_new0 (gboolean, n_stories);
  guint n = 0;

  get_dealt (plan);
  for (guint i = 0; i < plan->n_interviews; i++)
    {
      const StarlingLoopInterview *interview = &plan->interviews[i];

      g_assert_cmpuint (interview->n_questions, >=, interview->n_principles);
      g_assert_cmpuint (interview->n_principles, >, 0);
      for (guint j = 0; j < interview->n_questions; j++)
        {
          const StarlingLoopQuestion *question = &interview->questions[j];

          g_assert_cmpint (question->principle, ==,
                           interview->principles[starling_loop_get_asked (
                               interview->n_principles, j)]);
          g_assert_cmpint (question->story, >=, 0);
          g_assert_cmpint (question->story, <, (int) n_stories);
          g_assert_false (used[question->story]);
          used[question->story] = TRUE;
          g_assert_true (stories[question->story].principle
                             == question->principle
                         || stories[question->story].principles
                                & BIT (question->principle));
          n++;
        }
    }
  g_assert_cmpuint (plan->n_questions, ==, n);
}

static void
test_shape (void)
{
  static const struct
  {
    guint interviewers, principles, questions; /* wanted of each */
    guint stories;                             /* principles with two each */
    guint n_interviews, n_principles, n_questions, n_wanted; /* in all */
    guint n_each; /* questions of an interviewer, before any is left out */
  } cases[] = {
    { 4, 1, 1, 16, 4, 4, 4, 4, 1 },
    { 4, 1, 2, 16, 4, 4, 8, 8, 2 },
    { 4, 2, 2, 16, 4, 8, 8, 8, 2 },
    { 5, 2, 3, 16, 5, 10, 15, 15, 3 },
    { 5, 1, 2, 5, 5, 5, 10, 10, 2 },
    /* One question for each principle at least, and no more than three */
    { 4, 2, 1, 16, 4, 8, 8, 8, 2 },
    { 9, 9, 9, 16, 5, 10, 15, 15, 3 },
    /* More questions than stories of their principle */
    { 4, 1, 3, 16, 4, 4, 8, 12, 3 },
    /* Fewer principles, and then fewer interviewers */
    { 4, 2, 2, 6, 4, 6, 8, 8, 2 },
    { 4, 2, 3, 3, 3, 3, 6, 12, 3 },
    { 5, 1, 1, 1, 1, 1, 1, 5, 1 },
    { 4, 1, 2, 0, 0, 0, 0, 8, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StarlingLoopStory stories[N_STORIES];
      StarlingLoopRequest request
          = make_request (cases[i].interviewers, cases[i].principles,
                          cases[i].questions);
      StarlingLoopPlan plan;

      make_stories (stories, cases[i].stories);
      for (request.seed = 0; request.seed < 20; request.seed++)
        {
          guint n = 2 * cases[i].stories;

          starling_loop_plan (&request, stories, n, &plan);
          check_plan (&plan, stories, n);
          g_assert_cmpuint (plan.n_interviews, ==, cases[i].n_interviews);
          g_assert_cmpuint (count_bits (get_dealt (&plan)), ==,
                            cases[i].n_principles);
          g_assert_cmpuint (plan.n_questions, ==, cases[i].n_questions);
          g_assert_cmpuint (plan.n_wanted, ==, cases[i].n_wanted);
          g_assert_cmpint (plan.too_few != 0, ==,
                           plan.n_questions
                               < plan.n_interviews * cases[i].n_each);
        }
    }
}

/* What has to be in, then what is wanted, then what is left. */
static void
test_wanted (void)
{
  static const struct
  {
    StarlingPrincipleSet wanted;
    int principle;
    guint stories;               /* principles with two each */
    StarlingPrincipleSet always; /* in every deal */
    StarlingPrincipleSet never;
    StarlingPrincipleSet without;
  } cases[] = {
    { 0, -1, 16, 0, 0, 0 },
    { 0, 7, 16, BIT (7), 0, 0 },
    { 0, 0, 16, BIT (0), 0, 0 },
    { BIT (1) | BIT (2), -1, 16, BIT (1) | BIT (2), 0, 0 },
    { BIT (1) | BIT (2), 2, 16, BIT (1) | BIT (2), 0, 0 },
    /* Enough of what is wanted: nothing else but what has to be in */
    { 0x3f, -1, 16, 0, ~(StarlingPrincipleSet) 0x3f, 0 },
    { 0x3f, 9, 16, BIT (9), ~(StarlingPrincipleSet) 0x23f, 0 },
    { 0x0f, 9, 16, BIT (9), ~(StarlingPrincipleSet) 0x20f, 0 },
    { 0x0f, -1, 16, 0x0f, ~(StarlingPrincipleSet) 0x0f, 0 },
    /* What has no story makes room for others */
    { BIT (1) | BIT (40), 50, 16, BIT (1), 0, BIT (40) | BIT (50) },
    { BIT (1) | BIT (63), 63, 4, 0x0f, ~(StarlingPrincipleSet) 0x0f, BIT (63) },
    { 0, 63, 4, 0x0f, 0, BIT (63) },
    { 0, 64, 4, 0x0f, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StarlingLoopStory stories[N_STORIES];
      StarlingLoopRequest request = make_request (4, 1, 1);
      StarlingPrincipleSet either = 0, both = ~(StarlingPrincipleSet) 0;

      make_stories (stories, cases[i].stories);
      request.wanted = cases[i].wanted;
      request.principle = cases[i].principle;
      for (request.seed = 0; request.seed < 60; request.seed++)
        {
          StarlingLoopPlan plan;

          starling_loop_plan (&request, stories, 2 * cases[i].stories, &plan);
          check_plan (&plan, stories, 2 * cases[i].stories);
          either |= get_dealt (&plan);
          both &= get_dealt (&plan);
          g_assert_cmpuint (plan.without, ==, cases[i].without);
        }
      /* Nothing else is certain, and nothing else is ruled out. */
      g_assert_cmpuint (both, ==, cases[i].always);
      g_assert_cmpuint (either & cases[i].never, ==, 0);
      if (cases[i].stories == 16)
        g_assert_cmpuint (either | cases[i].never, ==, 0xffff | cases[i].never);
    }
}

/* A principle is dealt as long as each can get a story, by whatever detour. */
static void
test_detour (void)
{
  /* Each tells its own principle and the next one, the last one only its own,
   * and a fifth principle has no story of its own. */
  const StarlingLoopStory stories[] = {
    { 0, BIT (1), { 0 } },
    { 1, BIT (2), { 0 } },
    { 2, BIT (3), { 0 } },
    { 3, BIT (4), { 0 } },
  };
  StarlingLoopRequest request = make_request (4, 1, 1);
  StarlingLoopPlan plan;

  request.principle = 4;
  for (request.seed = 0; request.seed < 50; request.seed++)
    {
      starling_loop_plan (&request, stories, 4, &plan);
      check_plan (&plan, stories, 4);
      g_assert_cmpuint (plan.n_questions, ==, 4);
      g_assert_cmpuint (get_dealt (&plan) & BIT (4), !=, 0);
    }

  /* Three principles share two stories: two of them are asked. */
  const StarlingLoopStory shared[] = {
    { 0, BIT (1) | BIT (2), { 0 } },
    { 0, BIT (1) | BIT (2), { 0 } },
  };

  request.principle = -1;
  request.wanted = BIT (0) | BIT (1) | BIT (2);
  starling_loop_plan (&request, shared, 2, &plan);
  check_plan (&plan, shared, 2);
  g_assert_cmpuint (plan.n_interviews, ==, 2);
  g_assert_cmpuint (plan.without, ==, request.wanted & ~get_dealt (&plan));
}

/* Of principles that are wanted alike, those with a story for each question
 * come first; of those that an interviewer has, the one with more of them. */
static void
test_enough (void)
{
  static const struct
  {
    StarlingPrincipleSet wanted;
    guint n_each, n_questions;
    guint expected; /* questions that get a story */
  } cases[] = {
    { 0, 1, 2, 8 },
    { BIT (0) | BIT (1), 1, 2, 8 },
    /* 8 to 15 have one story only */
    { BIT (9), 1, 2, 7 },
    { 0x0f00, 1, 2, 4 },
    { 0x0f00, 1, 1, 4 },
    { 0x0f00, 2, 3, 12 },
    { 0xff00, 2, 2, 8 },
    { 0xff00, 2, 3, 8 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StarlingLoopStory stories[24];
      StarlingLoopRequest request
          = make_request (4, cases[i].n_each, cases[i].n_questions);

      make_stories (stories, 8);
      for (int j = 0; j < 8; j++)
        stories[16 + j] = (StarlingLoopStory){ .principle = 8 + j };
      request.wanted = cases[i].wanted;
      for (request.seed = 0; request.seed < 50; request.seed++)
        {
          StarlingLoopPlan plan;

          starling_loop_plan (&request, stories, 24, &plan);
          check_plan (&plan, stories, 24);
          g_assert_cmpuint (plan.n_questions, ==, cases[i].expected);
          g_assert_cmpuint (count_bits (get_dealt (&plan)), ==,
                            4 * cases[i].n_each);
        }
    }
}

/* Few stories, a principle for each interviewer: what is always dealt, and how
 * many questions there are. */
static void
test_shared (void)
{
  static const struct
  {
    const char *what;
    StarlingLoopStory stories[5];
    guint n_stories, n_interviewers, n_each; /* questions of each */
    StarlingPrincipleSet wanted;
    StarlingPrincipleSet dealt;
    guint n_questions;
  } cases[] = {
    { "who could have another story gives up the only one",
      { { 0, BIT (1), { 0 } }, { 1, 0, { 0 } } },
      2,
      2,
      1,
      BIT (0) | BIT (1),
      BIT (0) | BIT (1),
      2 },
    { "and may take one from a third one, who has yet another",
      { { 0, BIT (1), { 0 } }, { 1, BIT (2), { 0 } }, { 2, 0, { 0 } } },
      3,
      3,
      1,
      BIT (0) | BIT (1) | BIT (2),
      BIT (0) | BIT (1) | BIT (2),
      3 },
    { "who has two stories gives up one of them",
      { { 0, 0, { 0 } }, { 0, BIT (1), { 0 } } },
      2,
      2,
      2,
      BIT (0) | BIT (1),
      BIT (0) | BIT (1),
      2 },
    { "but keeps both where that would help nobody",
      { { 0, BIT (1), { 0 } },
        { 0, BIT (1), { 0 } },
        { 1, 0, { 0 } },
        { 2, 0, { 0 } },
        { 2, 0, { 0 } } },
      5,
      2,
      2,
      BIT (0) | BIT (9),
      BIT (0) | BIT (2),
      4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StarlingLoopRequest request
          = make_request (cases[i].n_interviewers, 1, cases[i].n_each);
      StarlingLoopPlan plan;

      g_test_message ("%s", cases[i].what);
      request.wanted = cases[i].wanted;
      for (request.seed = 0; request.seed < 50; request.seed++)
        {
          starling_loop_plan (&request, cases[i].stories, cases[i].n_stories,
                              &plan);
          check_plan (&plan, cases[i].stories, cases[i].n_stories);
          g_assert_cmpuint (get_dealt (&plan), ==, cases[i].dealt);
          g_assert_cmpuint (plan.n_questions, ==, cases[i].n_questions);
          g_assert_cmpuint (plan.without, ==,
                            cases[i].wanted & ~cases[i].dealt);
        }
    }
}

/* What has to be in may be asked by anybody, and the deal has no stories. */
static void
test_anywhere (void)
{
  StarlingLoopStory stories[N_STORIES];
  StarlingLoopRequest request = make_request (4, 1, 2);
  gboolean seen[4] = { FALSE };

  make_stories (stories, 16);
  request.principle = 7;
  for (request.seed = 0; request.seed < 60; request.seed++)
    {
      StarlingLoopPlan plan;

      starling_loop_deal (&request, stories, N_STORIES, &plan);
      g_assert_cmpuint (plan.n_interviews, ==, 4);
      g_assert_cmpuint (plan.n_questions, ==, 0);
      for (guint i = 0; i < 4; i++)
        {
          if (plan.interviews[i].principles[0] == 7)
            seen[i] = TRUE;
          for (guint j = 0; j < 2; j++)
            g_assert_cmpint (plan.interviews[i].questions[j].story, ==,
                             STARLING_LOOP_NO_STORY);
        }
    }
  for (guint i = 0; i < 4; i++)
    g_assert_true (seen[i]);
}

static char *
dump_plan (const StarlingLoopPlan *plan)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < plan->n_interviews; i++)
    for (guint j = 0; j < plan->interviews[i].n_questions; j++)
      g_string_append_printf (text, "%u:%d:%d ", i,
                              plan->interviews[i].questions[j].principle,
                              plan->interviews[i].questions[j].story);
  return g_string_free (text, FALSE);
}

/* The same seed is the same loop; another one mostly another. */
static void
test_seed (void)
{
  g_autoptr (GHashTable) seen
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  StarlingLoopStory stories[N_STORIES];
  StarlingLoopRequest request = make_request (4, 2, 3);
  StarlingLoopPlan plan;

  make_stories (stories, 16);
  for (request.seed = 0; request.seed < 100; request.seed++)
    {
      g_autofree char *again = NULL;
      char *once = NULL;

      starling_loop_plan (&request, stories, N_STORIES, &plan);
      once = dump_plan (&plan);
      starling_loop_plan (&request, stories, N_STORIES, &plan);
      again = dump_plan (&plan);
      g_assert_cmpstr (once, ==, again);
      g_hash_table_add (seen, once);
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/loop/shape", test_shape);
  g_test_add_func ("/loop/wanted", test_wanted);
  g_test_add_func ("/loop/detour", test_detour);
  g_test_add_func ("/loop/enough", test_enough);
  g_test_add_func ("/loop/shared", test_shared);
  g_test_add_func ("/loop/anywhere", test_anywhere);
  g_test_add_func ("/loop/seed", test_seed);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/loop.h"

#include "base/random.h"

/* Principles that are dealt, and which story could be told for each: so that
 * none is dealt that could not be asked for. */
typedef struct
{
  const StarlingLoopStory *stories;
  guint n_stories;
  int *owners;       /* of each story: a principle, or -1 */
  gboolean *visited; /* of each story, in this search */
  int principles[STARLING_LOOP_MAX_ALL];
  guint n_principles;
} Deal;

static gboolean
can_tell (const StarlingLoopStory *story, int principle)
{
  return story->principle == principle
         || story->principles & STARLING_PRINCIPLE_BIT (principle);
}

/*
 * Finds a story for @principle, and another one for whom it is taken from:
 * Kuhn, "The Hungarian method for the assignment problem", Naval Research
 * Logistics Quarterly 2 (1955), by augmenting paths.
 */
static gboolean
find_story (Deal *deal, int principle)
{
  for (guint i = 0; i < deal->n_stories; i++)
    if (deal->owners[i] < 0 && can_tell (&deal->stories[i], principle))
      {
        deal->owners[i] = principle;
        return TRUE;
      }
  for (guint i = 0; i < deal->n_stories; i++)
    if (!deal->visited[i] && can_tell (&deal->stories[i], principle))
      {
        deal->visited[i] = TRUE;
        if (!find_story (deal, deal->owners[i]))
          continue;
        deal->owners[i] = principle;
        return TRUE;
      }
  return FALSE;
}

/*
 * Deals those of @set, in any order, up to @n_most in all. One that finds no
 * story never takes another's chance: what can be served together is a
 * matroid, so that whoever takes one after the other gets the most.
 *
 * Returns: those that found no story
 */
static StarlingPrincipleSet
deal_some (Deal *deal, StarlingPrincipleSet set, guint64 *state, guint n_most)
{
  guint order[STARLING_MAX_PRINCIPLES];
  StarlingPrincipleSet without = 0;
  guint n = 0;

  for (guint i = 0; i < STARLING_MAX_PRINCIPLES; i++)
    if (set & STARLING_PRINCIPLE_BIT (i))
      order[n++] = i;
  starling_random_shuffle (state, order, n);
  for (guint i = 0; i < n && deal->n_principles < n_most; i++)
    {
      for (guint j = 0; j < deal->n_stories; j++)
        deal->visited[j] = FALSE;
      if (find_story (deal, (int) order[i]))
        deal->principles[deal->n_principles++] = (int) order[i];
      else
        without |= STARLING_PRINCIPLE_BIT (order[i]);
    }
  return without;
}

/* Hands the principles round, so that no interviewer has two more. */
static void
hand_round (const Deal *deal,
            guint n_interviewers,
            guint n_questions,
            guint64 *state,
            StarlingLoopPlan *plan)
{
  guint order[STARLING_LOOP_MAX_ALL];

  for (guint i = 0; i < deal->n_principles; i++)
    order[i] = i;
  starling_random_shuffle (state, order, deal->n_principles);
  plan->n_interviews = MIN (deal->n_principles, n_interviewers);
  for (guint i = 0; i < deal->n_principles; i++)
    {
      StarlingLoopInterview *interview
          = &plan->interviews[i % plan->n_interviews];

      interview->principles[interview->n_principles++]
          = deal->principles[order[i]];
    }
  for (guint i = 0; i < plan->n_interviews; i++)
    {
      StarlingLoopInterview *interview = &plan->interviews[i];

      interview->n_questions = n_questions;
      for (guint j = 0; j < n_questions; j++)
        interview->questions[j] = (StarlingLoopQuestion){
          .principle = interview->principles[starling_loop_get_asked (
              interview->n_principles, j)],
          .story = STARLING_LOOP_NO_STORY,
        };
    }
}

/**
 * starling_loop_get_asked:
 * @n_principles: how many principles an interviewer has, not 0
 * @question: index of a question of theirs
 *
 * Returns: index of the principle that is asked for: they alternate
 */
guint
starling_loop_get_asked (guint n_principles, guint question)
{
  g_return_val_if_fail (n_principles > 0, 0);

  return question % n_principles;
}

/**
 * starling_loop_deal:
 * @request: what is wanted; what is out of range is cut
 * @stories: (array length=n_stories): the stories there are
 * @n_stories: how many
 * @plan: (out caller-allocates): the interviews, their questions without
 *   stories yet
 *
 * Deals principles, none of them twice: the one that has to be in, then those
 * that are wanted, then others; only such that each can get a story of its own.
 * Where these do not suffice, interviewers have fewer, or there are fewer
 * interviewers.
 */
void
starling_loop_deal (const StarlingLoopRequest *request,
                    const StarlingLoopStory *stories,
                    guint n_stories,
                    StarlingLoopPlan *plan)
{
  g_autofree int *owners = g_new (int, n_stories);
  g_autofree gboolean *visited = g_new (gboolean, n_stories);
  Deal deal = { .stories = stories,
                .n_stories = n_stories,
                .owners = owners,
                .visited = visited };
  guint n_interviewers
      = CLAMP (request->n_interviewers, 1, STARLING_LOOP_MAX_INTERVIEWERS);
  guint n_each = CLAMP (request->n_principles, 1, STARLING_LOOP_MAX_PRINCIPLES);
  guint n_questions
      = CLAMP (request->n_questions, n_each, STARLING_LOOP_MAX_QUESTIONS);
  StarlingPrincipleSet first = 0, wanted = request->wanted;
  guint64 state = request->seed;

  *plan = (StarlingLoopPlan){ .n_wanted = n_interviewers * n_questions };
  if (request->principle >= 0 && request->principle < STARLING_MAX_PRINCIPLES)
    first = STARLING_PRINCIPLE_BIT (request->principle);
  wanted &= ~first;
  for (guint i = 0; i < n_stories; i++)
    owners[i] = -1;
  plan->without = deal_some (&deal, first, &state, n_interviewers * n_each);
  plan->without |= deal_some (&deal, wanted, &state, n_interviewers * n_each);
  deal_some (&deal, ~(first | wanted), &state, n_interviewers * n_each);
  hand_round (&deal, n_interviewers, n_questions, &state, plan);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/loop.h"

#include "base/random.h"

/* A principle that is dealt, and how many stories are kept for it. */
typedef struct
{
  int principle;
  guint n_stories;
} Hand;

/* What is dealt so far, and which story could be told for each: so that none
 * is dealt that could not be asked for. */
typedef struct
{
  const StarlingLoopStory *stories;
  guint n_stories;
  int *owners;       /* of each story: a principle, or -1 */
  gboolean *visited; /* of each story, in this search */
  Hand hands[STARLING_LOOP_MAX_ALL];
  guint n_hands;
  guint n_most;   /* hands to deal */
  guint n_enough; /* stories that a principle should have */
  guint64 random; /* state */
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

/* Whether all hands can have their stories at once. */
static gboolean
can_serve (Deal *deal)
{
  for (guint i = 0; i < deal->n_stories; i++)
    deal->owners[i] = -1;
  for (guint i = 0; i < deal->n_hands; i++)
    for (guint j = 0; j < deal->hands[i].n_stories; j++)
      {
        for (guint k = 0; k < deal->n_stories; k++)
          deal->visited[k] = FALSE;
        if (!find_story (deal, deal->hands[i].principle))
          return FALSE;
      }
  return TRUE;
}

/* Deals a principle if there are so many stories for it. */
static gboolean
add (Deal *deal, int principle, guint n_stories)
{
  deal->hands[deal->n_hands++] = (Hand){ principle, n_stories };
  if (can_serve (deal))
    return TRUE;
  deal->n_hands--;
  return FALSE;
}

/* Deals a principle if there is a story for it, were it from the last ones of
 * the others. */
static gboolean
squeeze_in (Deal *deal, int principle)
{
  Hand before[STARLING_LOOP_MAX_ALL];

  for (guint i = 0; i < deal->n_hands; i++)
    {
      before[i] = deal->hands[i];
      deal->hands[i].n_stories = 1;
    }
  if (add (deal, principle, 1))
    return TRUE;
  for (guint i = 0; i < deal->n_hands; i++)
    deal->hands[i] = before[i];
  return FALSE;
}

/*
 * Deals those of @set, in any order: first those with enough stories, then
 * those with any. What can be served together with a story each is a matroid:
 * one that finds none never takes another's chance, and whoever takes one after
 * the other gets the most. With more stories each it is none, so that the order
 * may cost somebody a story; that is put up with.
 *
 * Returns: those that found no story
 */
static StarlingPrincipleSet
deal_some (Deal *deal, StarlingPrincipleSet set)
{
  guint order[STARLING_MAX_PRINCIPLES];
  StarlingPrincipleSet without = 0;
  guint n = 0, n_left = 0;

  for (guint i = 0; i < STARLING_MAX_PRINCIPLES; i++)
    if (set & STARLING_PRINCIPLE_BIT (i))
      order[n++] = i;
  starling_random_shuffle (&deal->random, order, n);
  for (guint i = 0; i < n && deal->n_hands < deal->n_most; i++)
    if (!add (deal, (int) order[i], deal->n_enough))
      order[n_left++] = order[i];
  for (guint i = 0; i < n_left && deal->n_hands < deal->n_most; i++)
    if (!add (deal, (int) order[i], 1) && !squeeze_in (deal, (int) order[i]))
      without |= STARLING_PRINCIPLE_BIT (order[i]);
  return without;
}

static int
compare_hands (gconstpointer a, gconstpointer b, gpointer data)
{
  const Hand *hands = data;
  guint first = hands[*(const guint *) a].n_stories;
  guint second = hands[*(const guint *) b].n_stories;

  return (second > first) - (second < first);
}

/* Hands the principles round, those with more stories first: they are asked for
 * first, and so at least as often as what comes next. */
static void
hand_round (Deal *deal,
            guint n_interviewers,
            guint n_questions,
            StarlingLoopPlan *plan)
{
  guint order[STARLING_LOOP_MAX_ALL];

  for (guint i = 0; i < deal->n_hands; i++)
    order[i] = i;
  starling_random_shuffle (&deal->random, order, deal->n_hands);
  g_qsort_with_data (order, (int) deal->n_hands, sizeof *order, compare_hands,
                     deal->hands);
  plan->n_interviews = MIN (deal->n_hands, n_interviewers);
  for (guint i = 0; i < deal->n_hands; i++)
    {
      StarlingLoopInterview *interview
          = &plan->interviews[i % plan->n_interviews];

      interview->principles[interview->n_principles++]
          = deal->hands[order[i]].principle;
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
 * that are wanted, then others; of these first such that have a story for each
 * question, and only such that each can get a story of its own. Where these do
 * not suffice, interviewers have fewer, or there are fewer interviewers.
 */
void
starling_loop_deal (const StarlingLoopRequest *request,
                    const StarlingLoopStory *stories,
                    guint n_stories,
                    StarlingLoopPlan *plan)
{
  g_autofree int *owners = g_new (int, n_stories);
  g_autofree gboolean *visited = g_new (gboolean, n_stories);
  guint n_interviewers
      = CLAMP (request->n_interviewers, 1, STARLING_LOOP_MAX_INTERVIEWERS);
  guint n_each = CLAMP (request->n_principles, 1, STARLING_LOOP_MAX_PRINCIPLES);
  guint n_questions
      = CLAMP (request->n_questions, n_each, STARLING_LOOP_MAX_QUESTIONS);
  Deal deal = { .stories = stories,
                .n_stories = n_stories,
                .owners = owners,
                .visited = visited,
                .n_most = n_interviewers * n_each,
                .n_enough = (n_questions + n_each - 1) / n_each,
                .random = request->seed };
  StarlingPrincipleSet first = 0;

  *plan = (StarlingLoopPlan){ .n_wanted = n_interviewers * n_questions };
  if (request->principle >= 0 && request->principle < STARLING_MAX_PRINCIPLES)
    first = STARLING_PRINCIPLE_BIT (request->principle);
  plan->without = deal_some (&deal, first);
  plan->without |= deal_some (&deal, request->wanted & ~first);
  deal_some (&deal, ~(first | request->wanted));
  hand_round (&deal, n_interviewers, n_questions, plan);
}

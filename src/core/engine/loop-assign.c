/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/loop.h"

#include "base/random.h"

/* A question of the plan. */
typedef struct
{
  int principle;
  gboolean first; /* of its principle */
} Row;

/*
 * Who tells what for whom: rows are questions, columns are stories, and then
 * one for each question, which is to leave one without a story. Every question
 * can have one of those, so that what cannot be told is never chosen.
 */
typedef struct
{
  const StarlingLoopStory *stories;
  guint n_stories;
  Row rows[STARLING_LOOP_MAX_ALL];
  guint n_rows;
  guint n_columns;
  guint *ranks; /* of each story: 0 for the one to tell before all others */

  /* Each costs more than all that follow it can come to. */
  gint64 cost_impossible;
  gint64 cost_empty;       /* no story at all */
  gint64 cost_empty_first; /* and for the first question of a principle */
  gint64 cost_angle;       /* told for an angle */
} Problem;

static int
compare_stories (gconstpointer a, gconstpointer b, gpointer data)
{
  const StarlingLoopStory *stories = data;
  const StarlingRehearsalRecord *first = &stories[*(const guint *) a].record;
  const StarlingRehearsalRecord *second = &stories[*(const guint *) b].record;

  if (first->n_takes != second->n_takes)
    return first->n_takes < second->n_takes ? -1 : 1;
  if (first->last_at != second->last_at)
    return first->last_at < second->last_at ? -1 : 1;
  return 0;
}

/* Ranks stories: the least rehearsed first, then the one longest ago, then by
 * the seed (the sort keeps the order of equal ones). */
static guint *
rank_stories (const StarlingLoopStory *stories, guint n_stories, guint64 seed)
{
  g_autofree guint *order = g_new (guint, n_stories);
  guint *ranks = g_new (guint, n_stories);

  for (guint i = 0; i < n_stories; i++)
    order[i] = i;
  starling_random_shuffle (&seed, order, n_stories);
  g_qsort_with_data (order, (int) n_stories, sizeof *order, compare_stories,
                     (gpointer) stories);
  for (guint i = 0; i < n_stories; i++)
    ranks[order[i]] = i;
  return ranks;
}

static void
list_rows (Problem *problem, const StarlingLoopPlan *plan)
{
  StarlingPrincipleSet seen = 0;

  for (guint i = 0; i < plan->n_interviews; i++)
    for (guint j = 0; j < plan->interviews[i].n_questions; j++)
      {
        int principle = plan->interviews[i].questions[j].principle;

        problem->rows[problem->n_rows++] = (Row){
          .principle = principle,
          .first = !(seen & STARLING_PRINCIPLE_BIT (principle)),
        };
        seen |= STARLING_PRINCIPLE_BIT (principle);
      }
}

static void
set_costs (Problem *problem)
{
  gint64 n = MAX (problem->n_rows, 1);

  problem->cost_angle = n * problem->n_stories + 1;
  problem->cost_empty_first = n * (problem->cost_angle + problem->n_stories);
  problem->cost_empty = n
                        * (problem->cost_empty_first + problem->cost_angle
                           + problem->n_stories);
  problem->cost_impossible
      = 2 * (problem->cost_empty + problem->cost_empty_first);
}

static gint64
get_cost (const Problem *problem, guint row, guint column)
{
  const Row *question = &problem->rows[row];
  const StarlingLoopStory *story = NULL;

  if (column >= problem->n_stories)
    return problem->cost_empty
           + (question->first ? problem->cost_empty_first : 0);
  story = &problem->stories[column];
  if (story->principle == question->principle)
    return problem->ranks[column];
  if (story->principles & STARLING_PRINCIPLE_BIT (question->principle))
    return problem->ranks[column] + problem->cost_angle;
  return problem->cost_impossible;
}

/* Places in which a search goes on; the last column is where a row begins. */
typedef struct
{
  gint64 *row_prices;
  gint64 *column_prices;
  guint *row_of; /* of each column: a row, or NO_ROW */
  gint64 *least; /* of each column: what it costs to get there */
  guint *from;   /* of each column: by which other one */
  gboolean *done;
} Search;

#define NO_ROW G_MAXUINT

/* Goes on from @column: how far the others are then, and which is nearest. */
static guint
find_nearest (const Problem *problem,
              Search *search,
              guint column,
              gint64 *distance)
{
  guint row = search->row_of[column];
  guint nearest = column;

  *distance = G_MAXINT64;
  for (guint i = 0; i < problem->n_columns; i++)
    {
      gint64 cost = 0;

      if (search->done[i])
        continue;
      cost = get_cost (problem, row, i) - search->row_prices[row]
             - search->column_prices[i];
      if (cost < search->least[i])
        {
          search->least[i] = cost;
          search->from[i] = column;
        }
      if (search->least[i] < *distance)
        {
          *distance = search->least[i];
          nearest = i;
        }
    }
  return nearest;
}

/* Gives @row a column on the cheapest way, on which others move on. */
static void
add_row (const Problem *problem, Search *search, guint row)
{
  guint start = problem->n_columns;
  guint column = start;

  for (guint i = 0; i <= problem->n_columns; i++)
    {
      search->least[i] = G_MAXINT64;
      search->done[i] = FALSE;
    }
  search->row_of[start] = row;
  while (search->row_of[column] != NO_ROW)
    {
      gint64 distance = 0;
      guint next = 0;

      search->done[column] = TRUE;
      next = find_nearest (problem, search, column, &distance);
      for (guint i = 0; i <= problem->n_columns; i++)
        if (search->done[i])
          {
            search->row_prices[search->row_of[i]] += distance;
            search->column_prices[i] -= distance;
          }
        else
          search->least[i] -= distance;
      column = next;
    }
  while (column != start)
    {
      search->row_of[column] = search->row_of[search->from[column]];
      column = search->from[column];
    }
}

/*
 * Finds the assignment that costs least, row by row along shortest augmenting
 * paths: Kuhn 1955 and Munkres 1957, in the form of Jonker and Volgenant, "A
 * shortest augmenting path algorithm for dense and sparse linear assignment
 * problems", Computing 38 (1987). Takes rows² · columns steps.
 */
static void
solve (const Problem *problem, int *stories)
{
  guint n = problem->n_columns + 1;
  g_autofree gint64 *row_prices = g_new0 (gint64, problem->n_rows + 1);
  g_autofree gint64 *column_prices = g_new0 (gint64, n);
  g_autofree guint *row_of = g_new (guint, n);
  g_autofree gint64 *least = g_new (gint64, n);
  g_autofree guint *from = g_new0 (guint, n);
  g_autofree gboolean *done = g_new (gboolean, n);
  Search search = { row_prices, column_prices, row_of, least, from, done };

  for (guint i = 0; i < n; i++)
    row_of[i] = NO_ROW;
  for (guint i = 0; i < problem->n_rows; i++)
    add_row (problem, &search, i);
  for (guint i = 0; i < problem->n_rows; i++)
    stories[i] = STARLING_LOOP_NO_STORY;
  for (guint i = 0; i < problem->n_stories; i++)
    if (row_of[i] != NO_ROW)
      stories[row_of[i]] = (int) i;
}

/* Takes the first story away that an interviewer has for @principle. */
static int
take_story (StarlingLoopInterview *interview, int principle)
{
  for (guint i = 0; i < interview->n_questions; i++)
    if (interview->questions[i].principle == principle
        && interview->questions[i].story != STARLING_LOOP_NO_STORY)
      {
        int story = interview->questions[i].story;

        interview->questions[i].story = STARLING_LOOP_NO_STORY;
        return story;
      }
  return STARLING_LOOP_NO_STORY;
}

/* Leaves out the questions without a story, and principles without a question;
 * what is left alternates again. */
static void
close_gaps (StarlingLoopPlan *plan, StarlingLoopInterview *interview)
{
  StarlingLoopInterview before = *interview;

  *interview = (StarlingLoopInterview){ 0 };
  for (guint i = 0; i < before.n_questions; i++)
    {
      int principle
          = before.principles[starling_loop_get_asked (before.n_principles, i)];
      int story = take_story (&before, principle);

      if (story == STARLING_LOOP_NO_STORY)
        {
          plan->too_few |= STARLING_PRINCIPLE_BIT (principle);
          continue;
        }
      if (i < before.n_principles)
        interview->principles[interview->n_principles++] = principle;
      interview->questions[interview->n_questions++]
          = (StarlingLoopQuestion){ principle, story };
      plan->n_questions++;
    }
}

/**
 * starling_loop_assign:
 * @stories: (array length=n_stories): the stories there are
 * @n_stories: how many
 * @seed: decides between equal ones
 * @plan: (inout): what starling_loop_deal() dealt
 *
 * Gives each question a story that can be told for its principle, none of them
 * twice: as many questions as can be, of those each principle once before any
 * twice; then as few as can be told for an angle; then those least rehearsed,
 * then longest ago. Questions that stay without are left out, as are
 * interviewers without any.
 */
void
starling_loop_assign (const StarlingLoopStory *stories,
                      guint n_stories,
                      guint64 seed,
                      StarlingLoopPlan *plan)
{
  Problem problem = { .stories = stories, .n_stories = n_stories };
  g_autofree guint *ranks = rank_stories (stories, n_stories, seed);
  int chosen[STARLING_LOOP_MAX_ALL];
  guint row = 0, n_left = 0;

  problem.ranks = ranks;
  list_rows (&problem, plan);
  problem.n_columns = n_stories + problem.n_rows;
  set_costs (&problem);
  solve (&problem, chosen);

  plan->n_questions = 0;
  plan->too_few = 0;
  for (guint i = 0; i < plan->n_interviews; i++)
    {
      StarlingLoopInterview *interview = &plan->interviews[i];

      for (guint j = 0; j < interview->n_questions; j++)
        interview->questions[j].story = chosen[row++];
      close_gaps (plan, interview);
      if (interview->n_questions > 0)
        plan->interviews[n_left++] = *interview;
    }
  plan->n_interviews = n_left;
}

/**
 * starling_loop_plan:
 * @request: what is wanted
 * @stories: (array length=n_stories): the stories there are
 * @n_stories: how many
 * @plan: (out caller-allocates): the loop
 *
 * Deals the principles and finds the stories. The plan has no question if there
 * is no story; then no loop can be started.
 */
void
starling_loop_plan (const StarlingLoopRequest *request,
                    const StarlingLoopStory *stories,
                    guint n_stories,
                    StarlingLoopPlan *plan)
{
  g_return_if_fail (request != NULL);
  g_return_if_fail (plan != NULL);

  starling_loop_deal (request, stories, n_stories, plan);
  starling_loop_assign (stories, n_stories, ~request->seed, plan);
}

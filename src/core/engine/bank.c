/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/bank.h"

#include "base/random.h"

/* The weight of a question whose stories were never rehearsed. Each take halves
 * it, down to 1. */
#define WEIGHT 8

/* What a story can be told for, its own principle included. */
static StarlingPrincipleSet
get_offered (const StarlingBankStory *story)
{
  return story->angles | STARLING_PRINCIPLE_BIT (story->principle);
}

/* The place of a story among those that a question names; -1: none. */
static int
find_named (const StarlingBankQuestion *question, const char *id)
{
  for (guint i = 0; question->scenarios[i] != NULL; i++)
    if (g_str_equal (question->scenarios[i], id))
      return (int) i;
  return -1;
}

static StarlingFit
get_fit (const StarlingBankQuestion *question, const StarlingBankStory *story)
{
  StarlingPrincipleSet offered = get_offered (story);

  if (find_named (question, story->id) >= 0)
    return STARLING_FIT_NAMED;
  if (offered & STARLING_PRINCIPLE_BIT (question->principle))
    return STARLING_FIT_PRINCIPLE;
  return offered & question->also ? STARLING_FIT_ALSO : STARLING_FIT_NONE;
}

/**
 * starling_bank_choose_angle:
 * @question: a question
 * @story: a story
 *
 * Chooses the angle through which a story answers a question: that of its
 * principle, where the story offers it; else that of another principle that
 * the question may be meant for. A story is told as it is for its own
 * principle, and where no angle fits.
 *
 * Returns: index of a principle, or STARLING_AS_TOLD
 */
int
starling_bank_choose_angle (const StarlingBankQuestion *question,
                            const StarlingBankStory *story)
{
  StarlingPrincipleSet also = story->angles & question->also;

  if (story->angles & STARLING_PRINCIPLE_BIT (question->principle))
    return question->principle;
  if (starling_bank_question_get_principles (question)
      & STARLING_PRINCIPLE_BIT (story->principle))
    return STARLING_AS_TOLD;
  for (int i = 0; i < STARLING_MAX_PRINCIPLES; i++)
    if (also & STARLING_PRINCIPLE_BIT (i))
      return i;
  return STARLING_AS_TOLD;
}

/**
 * starling_bank_fits:
 * @question: a question
 * @story: a story
 *
 * Returns: whether the story could answer the question: it is named by it or,
 *   being the user's own, can be told for a principle that it may be meant for
 */
gboolean
starling_bank_fits (const StarlingBankQuestion *question,
                    const StarlingBankStory *story)
{
  StarlingFit fit = get_fit (question, story);

  return fit == STARLING_FIT_NAMED || (story->own && fit < STARLING_FIT_NONE);
}

typedef struct
{
  StarlingBankAnswer answer;
  const StarlingBankStory *story;
  int named;
} Candidate;

/* The user's own stories that fit, then those that are named, then what is
 * left of the user's own. */
static int
get_group (const Candidate *self)
{
  if (self->answer.fit == STARLING_FIT_NONE)
    return 2;
  return self->story->own ? 0 : 1;
}

static int
compare_candidates_cb (gconstpointer a, gconstpointer b)
{
  const Candidate *left = a, *right = b;

  if (get_group (left) != get_group (right))
    return get_group (left) - get_group (right);
  if (left->answer.fit != right->answer.fit)
    return (int) left->answer.fit - (int) right->answer.fit;
  if (left->named != right->named)
    return left->named - right->named;
  if (left->story->n_takes != right->story->n_takes)
    return left->story->n_takes < right->story->n_takes ? -1 : 1;
  return left->answer.story < right->answer.story ? -1 : 1;
}

/**
 * starling_bank_list_answers:
 * @question: a question
 * @stories: (array length=n_stories): all stories
 * @n_stories: how many
 * @answers: (out caller-allocates) (array length=n_stories): what could be
 *   told
 *
 * Lists the stories to choose from: the user's own ones that fit, best first
 * and of equals the least rehearsed; those that the question names, in its
 * order; then all other stories of the user, which do not fit.
 *
 * Returns: how many @answers there are
 */
guint
starling_bank_list_answers (const StarlingBankQuestion *question,
                            const StarlingBankStory *stories,
                            guint n_stories,
                            StarlingBankAnswer *answers)
{
  g_autoptr (GArray) candidates
      = g_array_sized_new (FALSE, FALSE, sizeof (Candidate), n_stories + 1);

  for (guint i = 0; i < n_stories; i++)
    {
      Candidate candidate = { .story = &stories[i] };

      if (!stories[i].own && !starling_bank_fits (question, &stories[i]))
        continue;
      candidate.answer.story = i;
      candidate.answer.fit = get_fit (question, &stories[i]);
      candidate.answer.angle
          = starling_bank_choose_angle (question, &stories[i]);
      candidate.named = find_named (question, stories[i].id);
      g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare_candidates_cb);
  for (guint i = 0; i < candidates->len; i++)
    answers[i] = g_array_index (candidates, Candidate, i).answer;
  return candidates->len;
}

/* The weights of what may come next: 0 for all that was asked oftener than
 * others, for the last one, and beside ticked ones for those that are not. */
static guint
weigh (const StarlingBankRecord *records,
       guint n_records,
       StarlingPrincipleSet ticked,
       int last,
       guint *weights)
{
  guint least = G_MAXUINT, sum = 0;
  gboolean any_ticked = FALSE;

  for (guint i = 0; i < n_records; i++)
    if ((int) i != last || n_records == 1)
      least = MIN (least, records[i].n_asked);
  for (guint i = 0; i < n_records; i++)
    {
      gboolean open
          = records[i].n_asked == least && ((int) i != last || n_records == 1);

      weights[i] = open ? MAX (WEIGHT >> MIN (records[i].n_takes, 31), 1) : 0;
      any_ticked |= open && records[i].principles & ticked;
    }
  for (guint i = 0; i < n_records; i++)
    {
      if (any_ticked && !(records[i].principles & ticked))
        weights[i] = 0;
      sum += weights[i];
    }
  return sum;
}

/**
 * starling_bank_pick:
 * @records: (array length=n_records): the questions there are
 * @n_records: how many
 * @ticked: the principles to prepare; 0: all
 * @last: index of the one that was asked last; -1: none
 * @seed: the same one picks the same question
 *
 * Picks a question at random. None comes again before all were asked, nor
 * twice in a row; those of ticked principles come before all others; and one
 * is the likelier the less its stories were rehearsed.
 *
 * Returns: index of a question; -1: there is none
 */
int
starling_bank_pick (const StarlingBankRecord *records,
                    guint n_records,
                    StarlingPrincipleSet ticked,
                    int last,
                    guint64 seed)
{
  g_autofree guint *weights = g_new (guint, n_records + 1);
  guint64 state = seed;
  guint left;

  if (n_records == 0)
    return -1;
  left = starling_random_below (&state, weigh (records, n_records, ticked, last,
                                               weights));
  for (guint i = 0; i < n_records; i++)
    {
      if (left < weights[i])
        return (int) i;
      left -= weights[i];
    }
  g_return_val_if_reached (-1);
}

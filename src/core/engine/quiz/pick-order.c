/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/quiz/pick-private.h"

#include "base/random.h"

/* No place, or none before. */
#define NONE G_MAXUINT

/* Questions that are alike: about the same scenario, and of the same kind. */
typedef struct
{
  const StarlingQuizCandidate *candidates;
  guint *left; /* what is not placed yet */
  guint n_left;
  guint *groups; /* by place in the list of groups; of each in @left */
  guint *counts; /* how many of each group are left */
  guint n_groups;
} Rest;

static gboolean
is_written (const Rest *self, guint place)
{
  return self->candidates[self->left[place]].question->kind
         == STARLING_QUESTION_WRITTEN;
}

static gboolean
is_alike (const StarlingQuizCandidate *a, const StarlingQuizCandidate *b)
{
  return a->scenario == b->scenario && a->question->kind == b->question->kind;
}

static void
find_groups (Rest *self)
{
  g_autofree guint *firsts = g_new (guint, self->n_left);

  for (guint i = 0; i < self->n_left; i++)
    {
      guint group = 0;

      while (group < self->n_groups
             && !is_alike (&self->candidates[self->left[firsts[group]]],
                           &self->candidates[self->left[i]]))
        group++;
      if (group == self->n_groups)
        firsts[self->n_groups++] = i;
      self->groups[i] = group;
      self->counts[group]++;
    }
}

/* A group that has to come now: of which so many are left that they would
 * stand side by side otherwise. */
static guint
find_pressing (const Rest *self, guint before)
{
  for (guint group = 0; group < self->n_groups; group++)
    if (group != before && self->counts[group] > self->n_left / 2)
      return group;
  return NONE;
}

/* The first place of a question that is of @group or, if that is NONE, not of
 * the group @before. */
static guint
find_place (const Rest *self, guint group, guint before, gboolean written)
{
  for (guint i = 0; i < self->n_left; i++)
    if ((group == NONE ? self->groups[i] != before : self->groups[i] == group)
        && (!written || is_written (self, i)))
      return i;
  return NONE;
}

/* What comes next, behind one of the group @before. */
static guint
find_next (const Rest *self, guint before)
{
  guint pressing = find_pressing (self, before);
  guint place = NONE;

  if (before == NONE)
    {
      place = find_place (self, pressing, NONE, TRUE);
      if (place == NONE)
        place = find_place (self, NONE, NONE, TRUE);
    }
  if (place == NONE)
    place = find_place (self, pressing, before, FALSE);
  return place != NONE ? place : 0;
}

static void
take (Rest *self, guint place)
{
  self->counts[self->groups[place]]--;
  self->n_left--;
  for (guint i = place; i < self->n_left; i++)
    {
      self->left[i] = self->left[i + 1];
      self->groups[i] = self->groups[i + 1];
    }
}

/**
 * starling_quiz_arrange:
 * @candidates: what there is
 * @picked: (array length=n_picked) (inout): which of them are asked
 * @n_picked: how many
 * @state: (inout): of random numbers
 *
 * Puts questions into any order, but a written one first if there is any, and
 * none next to one of the same kind about the same scenario unless there are
 * too few others.
 */
void
starling_quiz_arrange (const StarlingQuizCandidate *candidates,
                       guint *picked,
                       guint n_picked,
                       guint64 *state)
{
  g_autofree guint *left = g_new (guint, n_picked);
  g_autofree guint *groups = g_new (guint, n_picked);
  g_autofree guint *counts = g_new0 (guint, n_picked);
  Rest rest = {
    .candidates = candidates,
    .left = left,
    .n_left = n_picked,
    .groups = groups,
    .counts = counts,
  };
  guint before = NONE;

  for (guint i = 0; i < n_picked; i++)
    left[i] = picked[i];
  starling_random_shuffle (state, left, n_picked);
  find_groups (&rest);
  for (guint i = 0; i < n_picked; i++)
    {
      guint place = find_next (&rest, before);

      picked[i] = left[place];
      before = groups[place];
      take (&rest, place);
    }
}

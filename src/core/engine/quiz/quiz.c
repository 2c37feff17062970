/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/quiz/quiz-private.h"

#include "base/random.h"
#include "engine/scheduler.h"

static void
item_free (gpointer data)
{
  StarlingQuizItem *item = data;

  g_free (item->scenario);
  g_free (item->question);
  g_free (item->probe);
  g_free (item);
}

/**
 * starling_quiz_item_copy:
 * @item: an item
 *
 * Returns: (transfer full): another one like it
 */
StarlingQuizItem *
starling_quiz_item_copy (const StarlingQuizItem *item)
{
  StarlingQuizItem *copy = g_memdup2 (item, sizeof *item);

  copy->scenario = g_strdup (item->scenario);
  copy->question = g_strdup (item->question);
  copy->probe = g_strdup (item->probe);
  return copy;
}

static StarlingQuizItem *
get_item (const StarlingQuiz *self, guint position)
{
  return g_ptr_array_index (self->items, position);
}

static StarlingQuizItem *
get_current (const StarlingQuiz *self)
{
  return starling_quiz_is_finished (self) ? NULL
                                          : get_item (self, self->position);
}

/**
 * starling_quiz_item_is_same:
 * @a: an item
 * @b: another one
 *
 * Returns: whether both ask the same question, in whichever round
 */
gboolean
starling_quiz_item_is_same (const StarlingQuizItem *a,
                            const StarlingQuizItem *b)
{
  return g_str_equal (a->scenario, b->scenario)
         && g_str_equal (a->question, b->question);
}

/**
 * starling_quiz_add_round:
 * @self: a quiz
 * @item: what to ask; copied
 *
 * Adds an item behind all others, in the round that it says.
 */
void
starling_quiz_add_round (StarlingQuiz *self, const StarlingQuizItem *item)
{
  g_ptr_array_add (self->items, starling_quiz_item_copy (item));
}

/**
 * starling_quiz_drop_returns:
 * @self: a quiz that is not finished
 *
 * Sees to it that the current question does not come back.
 */
void
starling_quiz_drop_returns (StarlingQuiz *self)
{
  const StarlingQuizItem *item = get_item (self, self->position);

  for (guint i = self->items->len - 1; i > self->position; i--)
    if (starling_quiz_item_is_same (get_item (self, i), item))
      g_ptr_array_remove_index (self->items, i);
}

/**
 * starling_quiz_deal:
 * @self: a quiz
 *
 * Forgets the choice and deals the options of the current item. They follow
 * from the seed, the question and the round alone, so that they lie where they
 * lay before, whatever was dropped, added or taken back meanwhile.
 */
void
starling_quiz_deal (StarlingQuiz *self)
{
  const StarlingQuizItem *item = get_current (self);
  g_autofree char *name = NULL;
  guint64 state = self->seed;

  self->chosen = -1;
  self->checked = FALSE;
  if (item == NULL)
    return;

  name = g_strconcat (item->scenario, "#", item->question, NULL);
  state = starling_random_next (&state) ^ starling_scheduler_hash_name (name);
  state = starling_random_next (&state) ^ item->round;
  for (guint i = 0; i < item->n_options; i++)
    self->options[i] = i;
  starling_random_shuffle (&state, self->options, item->n_options);
}

/**
 * starling_quiz_new:
 * @seed: decides on the order of the options
 *
 * Returns: (transfer full): a quiz without questions
 */
StarlingQuiz *
starling_quiz_new (guint64 seed)
{
  StarlingQuiz *self = g_new0 (StarlingQuiz, 1);

  self->seed = seed;
  self->chosen = -1;
  self->items = g_ptr_array_new_with_free_func (item_free);
  self->answers = g_array_new (FALSE, FALSE, sizeof (StarlingQuizAnswer));
  return self;
}

/**
 * starling_quiz_free:
 * @self: (transfer full): a quiz
 */
void
starling_quiz_free (StarlingQuiz *self)
{
  g_ptr_array_unref (self->items);
  g_array_unref (self->answers);
  g_free (self);
}

/**
 * starling_quiz_add:
 * @self: a quiz of which nothing was answered yet
 * @item: what to ask; copied, but asked for the first time
 *
 * Adds a question behind the others. Each is added once.
 */
void
starling_quiz_add (StarlingQuiz *self, const StarlingQuizItem *item)
{
  StarlingQuizItem first;

  g_return_if_fail (self->answers->len == 0);
  g_return_if_fail (item->scenario != NULL && item->question != NULL);
  g_return_if_fail (item->n_options > 0
                    && item->n_options <= STARLING_QUIZ_MAX_OPTIONS);
  g_return_if_fail (item->correct < item->n_options);

  first = *item;
  first.round = 0;
  starling_quiz_add_round (self, &first);
  if (self->items->len == 1)
    starling_quiz_deal (self);
}

/**
 * starling_quiz_reopen_current:
 * @self: a quiz
 * @n_options: how many options the current question has now
 * @correct: the right one
 *
 * Says what the current question is like now, since what it is made from may
 * have changed. If it is another one, its options are dealt anew.
 *
 * Returns: %FALSE if such a question cannot be asked, or was answered as
 *   another one already
 */
gboolean
starling_quiz_reopen_current (StarlingQuiz *self,
                              guint n_options,
                              guint correct)
{
  StarlingQuizItem *item = get_current (self);

  if (item == NULL || n_options == 0 || n_options > STARLING_QUIZ_MAX_OPTIONS
      || correct >= n_options)
    return FALSE;

  if (item->n_options == n_options && item->correct == correct)
    return TRUE;

  if (self->checked)
    return FALSE;

  item->n_options = n_options;
  item->correct = correct;
  starling_quiz_deal (self);
  return TRUE;
}

/**
 * starling_quiz_drop_current:
 * @self: a quiz
 *
 * Takes the current question out of the quiz, because it is gone; it does not
 * come back either. What was answered stays.
 */
void
starling_quiz_drop_current (StarlingQuiz *self)
{
  if (starling_quiz_is_finished (self) || self->checked)
    return;

  starling_quiz_drop_returns (self);
  g_ptr_array_remove_index (self->items, self->position);
  starling_quiz_deal (self);
}

/**
 * starling_quiz_get_seed:
 * @self: a quiz
 *
 * Returns: the seed it was made with
 */
guint64
starling_quiz_get_seed (const StarlingQuiz *self)
{
  return self->seed;
}

/**
 * starling_quiz_get_length:
 * @self: a quiz
 *
 * Returns: how many items there are, with those that came back
 */
guint
starling_quiz_get_length (const StarlingQuiz *self)
{
  return self->items->len;
}

/**
 * starling_quiz_get_n_questions:
 * @self: a quiz
 *
 * Returns: how many different questions there are
 */
guint
starling_quiz_get_n_questions (const StarlingQuiz *self)
{
  guint n = 0;

  for (guint i = 0; i < self->items->len; i++)
    n += get_item (self, i)->round == 0 ? 1 : 0;
  return n;
}

/**
 * starling_quiz_get_position:
 * @self: a quiz
 *
 * Returns: the current item, from 0; the length when finished
 */
guint
starling_quiz_get_position (const StarlingQuiz *self)
{
  return self->position;
}

/**
 * starling_quiz_is_finished:
 * @self: a quiz
 *
 * Returns: whether the last item is behind
 */
gboolean
starling_quiz_is_finished (const StarlingQuiz *self)
{
  return self->position >= self->items->len;
}

/**
 * starling_quiz_get_item:
 * @self: a quiz
 * @position: from 0
 *
 * Returns: (transfer none) (nullable): the item at @position
 */
const StarlingQuizItem *
starling_quiz_get_item (const StarlingQuiz *self, guint position)
{
  return position < self->items->len ? get_item (self, position) : NULL;
}

/**
 * starling_quiz_get_current:
 * @self: a quiz
 *
 * Returns: (transfer none) (nullable): the item that is asked
 */
const StarlingQuizItem *
starling_quiz_get_current (const StarlingQuiz *self)
{
  return get_current (self);
}

/**
 * starling_quiz_get_option:
 * @self: a quiz that is not finished
 * @slot: a place among the current question's options
 *
 * Returns: the option that is shown there, in the question's order
 */
guint
starling_quiz_get_option (const StarlingQuiz *self, guint slot)
{
  const StarlingQuizItem *item = get_current (self);

  g_return_val_if_fail (item != NULL && slot < item->n_options, 0);

  return self->options[slot];
}

/**
 * starling_quiz_get_chosen:
 * @self: a quiz
 *
 * Returns: the chosen slot, -1 for none
 */
int
starling_quiz_get_chosen (const StarlingQuiz *self)
{
  return self->chosen;
}

/**
 * starling_quiz_is_checked:
 * @self: a quiz
 *
 * Returns: whether the current item is answered
 */
gboolean
starling_quiz_is_checked (const StarlingQuiz *self)
{
  return self->checked;
}

/**
 * starling_quiz_get_n_right:
 * @self: a quiz
 *
 * Returns: how many questions were answered right when they were asked first
 */
guint
starling_quiz_get_n_right (const StarlingQuiz *self)
{
  guint n = 0;

  for (guint i = 0; i < self->answers->len; i++)
    n += starling_quiz_get_answer (self, i)->correct
                 && get_item (self, i)->round == 0
             ? 1
             : 0;
  return n;
}

/**
 * starling_quiz_get_n_answers:
 * @self: a quiz
 *
 * Returns: how many items were answered
 */
guint
starling_quiz_get_n_answers (const StarlingQuiz *self)
{
  return self->answers->len;
}

/**
 * starling_quiz_get_answer:
 * @self: a quiz
 * @n: from 0, in the order of answering
 *
 * Returns: (transfer none) (nullable): the answer, valid until the next change
 */
const StarlingQuizAnswer *
starling_quiz_get_answer (const StarlingQuiz *self, guint n)
{
  if (n >= self->answers->len)
    return NULL;

  return &g_array_index (self->answers, StarlingQuizAnswer, n);
}

/**
 * starling_quiz_next_seed:
 * @seed: of a quiz
 *
 * Returns: a seed for another round
 */
guint64
starling_quiz_next_seed (guint64 seed)
{
  return starling_random_next (&seed);
}

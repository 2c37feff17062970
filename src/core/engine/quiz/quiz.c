/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/quiz/quiz.h"

#include "base/random.h"

typedef struct
{
  StarlingQuizItem item;
  guint ordinal; /* place in which it was added */
} Entry;

struct _StarlingQuiz
{
  guint64 seed;
  gboolean started;
  GPtrArray *entries; /* (element-type Entry), in the order of the quiz */
  GArray *answers;    /* (element-type StarlingQuizAnswer), by position */
  guint position;
  int chosen; /* slot, -1: none */
  gboolean checked;
  guint n_right;
  guint options[STARLING_QUIZ_MAX_OPTIONS]; /* slot → the pack's index */
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->item.scenario);
  g_free (entry->item.question);
  g_free (entry);
}

static Entry *
get_entry (const StarlingQuiz *self)
{
  if (self->position >= self->entries->len)
    return NULL;

  return g_ptr_array_index (self->entries, self->position);
}

/* Forgets the choice and deals the options of the current question, by the
 * seed and the place in which the question was added: so the options do not
 * depend on what was opened, dropped or taken back before. */
static void
deal (StarlingQuiz *self)
{
  Entry *entry = get_entry (self);
  guint64 state;

  self->chosen = -1;
  self->checked = FALSE;
  if (entry == NULL)
    return;

  state = self->seed;
  state = starling_random_next (&state) + entry->ordinal;
  for (guint i = 0; i < entry->item.n_options; i++)
    {
      guint j = starling_random_below (&state, i + 1);

      self->options[i] = self->options[j];
      self->options[j] = i;
    }
}

static Entry *
add_entry (StarlingQuiz *self, const char *scenario)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->item.scenario = g_strdup (scenario);
  entry->ordinal = self->entries->len;
  g_ptr_array_add (self->entries, entry);
  return entry;
}

/**
 * starling_quiz_new:
 * @seed: decides on the order of questions and options
 *
 * An empty quiz: add questions, then call starling_quiz_start().
 *
 * Returns: (transfer full): a new quiz
 */
StarlingQuiz *
starling_quiz_new (guint64 seed)
{
  StarlingQuiz *self = g_new0 (StarlingQuiz, 1);

  self->seed = seed;
  self->chosen = -1;
  self->entries = g_ptr_array_new_with_free_func (entry_free);
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
  g_ptr_array_unref (self->entries);
  g_array_unref (self->answers);
  g_free (self);
}

/**
 * starling_quiz_add:
 * @scenario: a scenario's id
 * @index: of the question among those of its scenario
 *
 * Adds a question that is opened when it is reached, before the start.
 */
void
starling_quiz_add (StarlingQuiz *self, const char *scenario, guint index)
{
  g_return_if_fail (!self->started);

  add_entry (self, scenario)->item.index = index;
}

/**
 * starling_quiz_add_opened:
 * @scenario: a scenario's id
 * @question: the question's id
 * @n_options: how many options it has, 1 to %STARLING_QUIZ_MAX_OPTIONS
 * @correct: index of the right one
 *
 * Adds a question of which all is known, before the start.
 */
void
starling_quiz_add_opened (StarlingQuiz *self,
                          const char *scenario,
                          const char *question,
                          guint n_options,
                          guint correct)
{
  Entry *entry;

  g_return_if_fail (!self->started);
  g_return_if_fail (n_options > 0 && n_options <= STARLING_QUIZ_MAX_OPTIONS);
  g_return_if_fail (correct < n_options);

  entry = add_entry (self, scenario);
  entry->item.question = g_strdup (question);
  entry->item.n_options = n_options;
  entry->item.correct = correct;
}

/**
 * starling_quiz_start:
 *
 * Shuffles the questions (Fisher and Yates) and shows the first one.
 */
void
starling_quiz_start (StarlingQuiz *self)
{
  guint64 state = self->seed;

  g_return_if_fail (!self->started);

  self->started = TRUE;
  for (guint i = self->entries->len; i > 1; i--)
    {
      guint j = starling_random_below (&state, i);
      gpointer last = self->entries->pdata[i - 1];

      self->entries->pdata[i - 1] = self->entries->pdata[j];
      self->entries->pdata[j] = last;
    }
  deal (self);
}

/**
 * starling_quiz_open_current:
 * @question: the question's id
 * @n_options: how many options it has
 * @correct: index of the right one
 *
 * Fills in what was not known of the current question. If it is known already
 * and differs (its pack was edited meanwhile), it is dealt anew.
 *
 * Returns: whether such a question can be asked; if not, drop it
 */
gboolean
starling_quiz_open_current (StarlingQuiz *self,
                            const char *question,
                            guint n_options,
                            guint correct)
{
  Entry *entry = get_entry (self);

  if (entry == NULL || n_options == 0 || n_options > STARLING_QUIZ_MAX_OPTIONS
      || correct >= n_options)
    return FALSE;

  if (entry->item.n_options == n_options && entry->item.correct == correct
      && g_strcmp0 (entry->item.question, question) == 0)
    return TRUE;

  if (self->checked)
    return FALSE;

  g_free (entry->item.question);
  entry->item.question = g_strdup (question);
  entry->item.n_options = n_options;
  entry->item.correct = correct;
  deal (self);
  return TRUE;
}

/**
 * starling_quiz_drop_current:
 *
 * Takes the current question out of the quiz, because it is gone. Questions
 * that were answered stay.
 */
void
starling_quiz_drop_current (StarlingQuiz *self)
{
  if (get_entry (self) == NULL || self->checked)
    return;

  g_ptr_array_remove_index (self->entries, self->position);
  deal (self);
}

/**
 * starling_quiz_get_seed:
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
 *
 * Returns: how many questions there are
 */
guint
starling_quiz_get_length (const StarlingQuiz *self)
{
  return self->entries->len;
}

/**
 * starling_quiz_get_position:
 *
 * Returns: the current question, from 0; the length when finished
 */
guint
starling_quiz_get_position (const StarlingQuiz *self)
{
  return self->position;
}

/**
 * starling_quiz_is_finished:
 *
 * Returns: whether the last question is behind
 */
gboolean
starling_quiz_is_finished (const StarlingQuiz *self)
{
  return self->position >= self->entries->len;
}

/**
 * starling_quiz_get_item:
 * @position: from 0
 *
 * Returns: (transfer none) (nullable): the question at @position
 */
const StarlingQuizItem *
starling_quiz_get_item (const StarlingQuiz *self, guint position)
{
  if (position >= self->entries->len)
    return NULL;

  return &((Entry *) g_ptr_array_index (self->entries, position))->item;
}

/**
 * starling_quiz_get_current:
 *
 * Returns: (transfer none) (nullable): the question that is asked
 */
const StarlingQuizItem *
starling_quiz_get_current (const StarlingQuiz *self)
{
  return starling_quiz_get_item (self, self->position);
}

/**
 * starling_quiz_get_option:
 * @slot: a place among the current question's options
 *
 * Returns: the option that is shown there, as index in the pack's order
 */
guint
starling_quiz_get_option (const StarlingQuiz *self, guint slot)
{
  const StarlingQuizItem *item = starling_quiz_get_current (self);

  g_return_val_if_fail (item != NULL && slot < item->n_options, 0);

  return self->options[slot];
}

/**
 * starling_quiz_get_chosen:
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
 *
 * Returns: whether the current question is answered
 */
gboolean
starling_quiz_is_checked (const StarlingQuiz *self)
{
  return self->checked;
}

/**
 * starling_quiz_get_n_right:
 *
 * Returns: how many answers were right
 */
guint
starling_quiz_get_n_right (const StarlingQuiz *self)
{
  return self->n_right;
}

/**
 * starling_quiz_get_n_answers:
 *
 * Returns: how many questions were answered
 */
guint
starling_quiz_get_n_answers (const StarlingQuiz *self)
{
  return self->answers->len;
}

/**
 * starling_quiz_get_answer:
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
 * starling_quiz_choose:
 * @slot: a place among the options
 *
 * Chooses an option; another one may be chosen until the check.
 *
 * Returns: whether it could be chosen
 */
gboolean
starling_quiz_choose (StarlingQuiz *self, guint slot)
{
  const StarlingQuizItem *item = starling_quiz_get_current (self);

  if (item == NULL || self->checked || slot >= item->n_options)
    return FALSE;

  self->chosen = (int) slot;
  return TRUE;
}

/**
 * starling_quiz_check:
 *
 * Makes the choice an answer.
 *
 * Returns: whether there was a choice to check
 */
gboolean
starling_quiz_check (StarlingQuiz *self)
{
  const StarlingQuizItem *item = starling_quiz_get_current (self);
  StarlingQuizAnswer answer;

  if (item == NULL || self->checked || self->chosen < 0)
    return FALSE;

  answer.position = self->position;
  answer.choice = self->options[self->chosen];
  answer.correct = answer.choice == item->correct;
  g_array_append_val (self->answers, answer);
  self->n_right += answer.correct ? 1 : 0;
  self->checked = TRUE;
  return TRUE;
}

/**
 * starling_quiz_next:
 *
 * Goes on from an answered question: to the next one, or to the end.
 *
 * Returns: whether the current question was answered
 */
gboolean
starling_quiz_next (StarlingQuiz *self)
{
  if (!self->checked)
    return FALSE;

  self->position++;
  deal (self);
  return TRUE;
}

/**
 * starling_quiz_undo:
 *
 * Takes the last answer back: its question is asked again, with the options in
 * the same places and none chosen.
 *
 * Returns: whether there was an answer
 */
gboolean
starling_quiz_undo (StarlingQuiz *self)
{
  const StarlingQuizAnswer *answer;

  if (self->answers->len == 0)
    return FALSE;

  answer = starling_quiz_get_answer (self, self->answers->len - 1);
  self->position = answer->position;
  self->n_right -= answer->correct ? 1 : 0;
  g_array_set_size (self->answers, self->answers->len - 1);
  deal (self);
  return TRUE;
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

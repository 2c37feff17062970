/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/quiz/derive-private.h"

#include <string.h>

#include "base/random.h"
#include "base/text.h"
#include "engine/scheduler.h"

static const char *const step_names[STARLING_N_STEPS] = {
  [STARLING_STEP_SITUATION] = N_ ("Situation"),
  [STARLING_STEP_TASK] = N_ ("Task"),
  [STARLING_STEP_ACTION] = N_ ("Action"),
  [STARLING_STEP_RESULT] = N_ ("Result"),
  [STARLING_STEP_REFLECTION] = N_ ("Reflection"),
};

/**
 * starling_derive_tr:
 * @self: what is being made
 * @text: an English text of ours
 *
 * Returns: (transfer none): @text in the reader's language
 */
const char *
starling_derive_tr (const StarlingDerive *self, const char *text)
{
  return self->source->translate != NULL ? self->source->translate (text)
                                         : text;
}

/**
 * starling_derive_say:
 * @self: what is being made
 * @format: an English text of ours, for printf()
 * @...: what it has places for
 *
 * Returns: (transfer full): the text in the reader's language, filled in
 */
char *
starling_derive_say (const StarlingDerive *self, const char *format, ...)
{
  va_list args;
  char *text;

  va_start (args, format);
  text = g_strdup_vprintf (starling_derive_tr (self, format), args);
  va_end (args);
  return text;
}

/**
 * starling_derive_step_name:
 * @self: what is being made
 * @step: a step
 *
 * Returns: (transfer none): its name in the reader's language
 */
const char *
starling_derive_step_name (const StarlingDerive *self, StarlingStepId step)
{
  return starling_derive_tr (self, step_names[step]);
}

/**
 * starling_derive_principle_name:
 * @self: what is being made
 * @principle: index of a principle
 *
 * Returns: (transfer none): its name
 */
const char *
starling_derive_principle_name (const StarlingDerive *self, int principle)
{
  return starling_catalogue_get_principle (self->source->catalogue,
                                           (guint) principle)
      ->name;
}

/**
 * starling_derive_principle_id:
 * @self: what is being made
 * @principle: index of a principle
 *
 * Returns: (transfer none): its id
 */
const char *
starling_derive_principle_id (const StarlingDerive *self, int principle)
{
  return starling_catalogue_get_principle (self->source->catalogue,
                                           (guint) principle)
      ->id;
}

/**
 * starling_derive_begin:
 * @self: what is being made
 * @kind: what sort of question it is
 * @prefix: what the id begins with
 * @name: the rest of it: what the question is about
 *
 * Of two questions that would have the same id, the later one gets a number,
 * whether the first one can be made or not.
 *
 * Returns: (transfer full): a question to fill in and to hand to
 *   starling_derive_finish()
 */
StarlingQuestion *
starling_derive_begin (StarlingDerive *self,
                       StarlingQuestionKind kind,
                       const char *prefix,
                       const char *name)
{
  StarlingQuestion *question = starling_question_new ();

  question->kind = kind;
  question->id = g_strdup_printf ("%s.%s", prefix, name);
  for (guint n = 2; g_hash_table_contains (self->ids, question->id); n++)
    {
      g_free (question->id);
      question->id = g_strdup_printf ("%s.%s-%u", prefix, name, n);
    }
  g_hash_table_add (self->ids, g_strdup (question->id));
  return question;
}

/**
 * starling_derive_get_state:
 * @self: what is being made
 * @id: of a question
 *
 * Returns: where the random numbers for that question begin
 */
guint64
starling_derive_get_state (const StarlingDerive *self, const char *id)
{
  return self->source->seed ^ starling_scheduler_hash_name (id);
}

static gboolean
can_be_chosen (const StarlingDerive *self,
               const GPtrArray *chosen,
               const StarlingOption *option)
{
  if (g_utf8_strlen (option->text, -1) > STARLING_OPTION_MAX_LENGTH)
    return FALSE;
  for (guint i = 0; i < chosen->len; i++)
    {
      const StarlingOption *other = g_ptr_array_index (chosen, i);

      if (starling_derive_is_near (self, option->text, other->text))
        return FALSE;
    }
  return TRUE;
}

/* Adds up to @n of the wrong options that are longer than the right one, or of
 * the others, in the order given. */
static void
choose (const StarlingDerive *self,
        GPtrArray *chosen,
        GPtrArray *wrong,
        const guint *order,
        gboolean longer,
        guint n)
{
  const StarlingOption *right = g_ptr_array_index (chosen, 0);
  glong length = g_utf8_strlen (right->text, -1);

  for (guint i = 0; i < wrong->len && n > 0; i++)
    {
      StarlingOption *option = g_ptr_array_index (wrong, order[i]);

      if ((g_utf8_strlen (option->text, -1) > length) != longer
          || !can_be_chosen (self, chosen, option))
        continue;
      g_ptr_array_add (chosen, option);
      n--;
    }
}

/* The right option and wrong ones beside it, in their own order. */
static GPtrArray *
take_options (const StarlingDerive *self,
              const StarlingOption *right,
              GPtrArray *wrong)
{
  GPtrArray *taken = g_ptr_array_new ();

  g_ptr_array_add (taken, (gpointer) right);
  for (guint i = 0; i < wrong->len && taken->len < STARLING_DERIVE_OPTIONS; i++)
    if (can_be_chosen (self, taken, g_ptr_array_index (wrong, i)))
      g_ptr_array_add (taken, g_ptr_array_index (wrong, i));
  return taken;
}

/* The right option and wrong ones beside it, as many longer as shorter ones on
 * average, so that its length does not give it away. Whether there are enough
 * does not depend on the seed: where those that it chooses keep too many
 * others away, which are much like them, the first ones are taken. */
static GPtrArray *
choose_options (const StarlingDerive *self,
                const StarlingOption *right,
                GPtrArray *wrong,
                guint n_least,
                guint64 *state)
{
  const guint n_wrong = STARLING_DERIVE_OPTIONS - 1;
  GPtrArray *chosen = take_options (self, right, wrong);
  GPtrArray *taken = g_ptr_array_new ();
  g_autofree guint *order = g_new (guint, MAX (wrong->len, 1));
  guint n_longer = starling_random_below (state, n_wrong + 1);

  for (guint i = 0; i < wrong->len; i++)
    order[i] = i;
  starling_random_shuffle (state, order, wrong->len);
  g_ptr_array_add (taken, (gpointer) right);
  choose (self, taken, wrong, order, TRUE, n_longer);
  choose (self, taken, wrong, order, FALSE, n_wrong + 1 - taken->len);
  choose (self, taken, wrong, order, TRUE, n_wrong + 1 - taken->len);
  if (chosen->len > n_least && taken->len > n_least)
    {
      g_ptr_array_unref (chosen);
      return taken;
    }
  g_ptr_array_unref (taken);
  return chosen;
}

/**
 * starling_derive_finish:
 * @self: what is being made
 * @question: (transfer full): a question with all but options
 * @right: the right option
 * @wrong: (element-type StarlingOption): options that are wrong for certain
 * @n_wrong_least: how many of these it takes at least
 *
 * Adds a question to those that are made, if enough options are left that are
 * neither too long nor much like each other.
 *
 * Returns: whether it was added
 */
gboolean
starling_derive_finish (StarlingDerive *self,
                        StarlingQuestion *question,
                        const StarlingOption *right,
                        GPtrArray *wrong,
                        guint n_wrong_least)
{
  guint64 state = starling_derive_get_state (self, question->id);
  g_autoptr (GPtrArray) chosen
      = choose_options (self, right, wrong, n_wrong_least, &state);
  guint order[STARLING_DERIVE_OPTIONS];

  if (chosen->len < n_wrong_least + 1
      || g_utf8_strlen (right->text, -1) > STARLING_OPTION_MAX_LENGTH)
    {
      starling_question_free (question);
      return FALSE;
    }
  for (guint i = 0; i < chosen->len; i++)
    order[i] = i;
  starling_random_shuffle (&state, order, chosen->len);
  for (guint i = 0; i < chosen->len; i++)
    {
      const StarlingOption *option = g_ptr_array_index (chosen, order[i]);

      starling_question_add_option (question, option->text, option->why);
      if (order[i] == 0)
        question->correct = i;
    }
  g_ptr_array_add (self->questions, question);
  return TRUE;
}

/* The step that a written question names. "Task" is one, "task" need not be;
 * nobody reflects by chance. */
static int
find_step (const char *text)
{
  for (guint i = 0; i < STARLING_N_STEPS; i++)
    if (starling_derive_has_word (text, step_names[i]))
      return (int) i;
  return starling_derive_has_word (text, "reflection")
             ? STARLING_STEP_REFLECTION
             : STARLING_NO_STEP;
}

static void
add_written (StarlingDerive *self)
{
  const StarlingScenario *scenario = self->scenario;

  for (guint i = 0; i < scenario->quiz->len; i++)
    {
      StarlingQuestion *question
          = starling_question_copy (g_ptr_array_index (scenario->quiz, i));

      question->step = find_step (question->question);
      for (guint j = 0; j < scenario->probes->len; j++)
        {
          const StarlingProbe *probe = g_ptr_array_index (scenario->probes, j);

          if (starling_text_find (question->question, probe->question, 0, NULL)
              && question->probe == NULL)
            {
              question->probe = g_strdup (probe->id);
              question->subject = g_strconcat ("probe.", probe->id, NULL);
            }
        }
      g_hash_table_add (self->ids, g_strdup (question->id));
      g_ptr_array_add (self->questions, question);
    }
}

static void
add_spoken (StarlingDerive *self, GPtrArray *passages, StarlingStepId step)
{
  for (guint i = 0; i < passages->len; i++)
    {
      StarlingSpoken spoken
          = { .passage = g_ptr_array_index (passages, i), .step = step };

      if (spoken.passage->levels & (1u << self->source->level))
        g_array_append_val (self->spoken, spoken);
    }
}

static gboolean
is_english (const char *language)
{
  return language != NULL && g_str_has_prefix (language, "en")
         && (language[2] == '\0' || language[2] == '-');
}

/**
 * starling_quiz_list_questions:
 * @source: what they are made from
 *
 * Makes the questions about a scenario: the written ones, then those that
 * follow from its data. A question is made only if it is certain which of its
 * options is right: so a scenario that lacks something has fewer of them, and
 * one in another language than English has none of the kinds that depend on
 * its words.
 *
 * Returns: (transfer full) (element-type StarlingQuestion): the questions
 */
GPtrArray *
starling_quiz_list_questions (const StarlingQuizSource *source)
{
  const StarlingScenario *scenario = source->scenario;
  g_autoptr (GArray) spoken
      = g_array_new (FALSE, FALSE, sizeof (StarlingSpoken));
  g_autoptr (GHashTable) ids
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) words
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                               (GDestroyNotify) g_hash_table_unref);
  StarlingDerive self = {
    .source = source,
    .scenario = scenario,
    .english = is_english (scenario->language),
    .spoken = spoken,
    .questions
    = g_ptr_array_new_with_free_func ((GDestroyNotify) starling_question_free),
    .ids = ids,
    .words = words,
  };

  for (guint i = 0; i < STARLING_N_STEPS; i++)
    add_spoken (&self,
                i == STARLING_STEP_REFLECTION
                    ? scenario->levels[source->level].reflection
                    : scenario->steps[i].answer,
                (StarlingStepId) i);
  add_written (&self);
  starling_derive_answers (&self);
  starling_derive_steps (&self);
  starling_derive_angles (&self);
  starling_derive_results (&self);
  starling_derive_levels (&self);
  starling_derive_flags (&self);
  starling_derive_phrases (&self);
  return self.questions;
}

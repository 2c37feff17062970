/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/quiz/derive-private.h"

#include "base/text.h"

/* What the sentences of a step do. */
static const char *const roles[STARLING_N_STEPS] = {
  [STARLING_STEP_SITUATION]
  = N_ ("The Situation says what was wrong, and why it mattered."),
  [STARLING_STEP_TASK]
  = N_ ("The Task says what you took on, and where its limits were."),
  [STARLING_STEP_ACTION] = N_ ("The Action says what you did yourself, and "
                               "how."),
  [STARLING_STEP_RESULT] = N_ ("The Result says what changed, and by how "
                               "much."),
  [STARLING_STEP_REFLECTION] = N_ ("The Reflection says what you took away "
                                   "from it."),
};

static gboolean
is_in (guint steps, StarlingStepId step)
{
  return (steps & (1u << step)) != 0;
}

/* The steps that a sentence of @step is certainly not of. Situation and Task
 * flow into each other; what somebody did may stand in each of the others; and
 * a lesson may sound like something done. */
static guint
list_other_steps (StarlingDerive *self, StarlingStepId step, const char *text)
{
  const guint situation = 1u << STARLING_STEP_SITUATION;
  const guint task = 1u << STARLING_STEP_TASK;
  const guint action = 1u << STARLING_STEP_ACTION;
  const guint result = 1u << STARLING_STEP_RESULT;
  const guint reflection = 1u << STARLING_STEP_REFLECTION;
  gboolean did = starling_derive_has_word (text, "I");
  gboolean first_person = did || starling_derive_has_word (text, "my");
  gboolean learned = starling_derive_has_word (text, "learned")
                     || starling_derive_has_word (text, "learnt");

  switch (step)
    {
    case STARLING_STEP_SITUATION:
      return result | reflection
             | (self->english && !first_person ? action : 0);
    case STARLING_STEP_TASK:
      return result | reflection
             | (self->english && !first_person ? action : 0);
    case STARLING_STEP_ACTION:
      return self->english && did
                 ? situation | task | reflection
                       | (starling_derive_has_digit (text) ? 0 : result)
                 : 0;
    case STARLING_STEP_RESULT:
      if (self->english && did)
        return 0;
      return situation | task | reflection
             | (self->english && !first_person ? action : 0);
    case STARLING_STEP_REFLECTION:
      return situation | task
             | (self->english && learned ? action | result : 0);
    default:
      return 0;
    }
}

/* The key phrase that @text has, if it has none of another step. */
static const char *
find_own_phrase (StarlingDerive *self, StarlingStepId step, const char *text)
{
  for (guint i = 0; i < STARLING_N_STEPS; i++)
    if (i != step
        && starling_derive_find_phrase (text,
                                        self->scenario->steps[i].key_phrases)
               != NULL)
      return NULL;
  return starling_derive_find_phrase (text,
                                      self->scenario->steps[step].key_phrases);
}

static gboolean
is_repeated (StarlingDerive *self, const StarlingSpoken *spoken)
{
  for (guint i = 0; i < self->spoken->len; i++)
    {
      const StarlingSpoken *other
          = &g_array_index (self->spoken, StarlingSpoken, i);

      if (other->step != spoken->step
          && starling_derive_is_near (self, spoken->passage->text,
                                      other->passage->text))
        return TRUE;
    }
  return FALSE;
}

static StarlingOption *
new_step_option (StarlingDerive *self, StarlingStepId step)
{
  return starling_derive_option_new (
      g_strdup (starling_derive_step_name (self, step)),
      g_strdup (starling_derive_tr (self, roles[step])));
}

static void
add_step (StarlingDerive *self, const StarlingSpoken *spoken)
{
  const StarlingStep *step = &self->scenario->steps[spoken->step];
  const char *text = spoken->passage->text;
  const char *phrase = find_own_phrase (self, spoken->step, text);
  guint others = list_other_steps (self, spoken->step, text);
  g_autoptr (StarlingOption) right = new_step_option (self, spoken->step);
  g_autoptr (GPtrArray) wrong = starling_derive_options_new ();
  g_autofree char *slug = NULL;
  g_autofree char *prefix = NULL;
  g_autofree char *found = NULL;
  StarlingQuestion *question;

  if (phrase == NULL || is_repeated (self, spoken)
      || starling_text_count_words (text) < STARLING_DERIVE_WORDS)
    return;

  for (guint i = 0; i < STARLING_N_STEPS; i++)
    if (is_in (others, (StarlingStepId) i))
      g_ptr_array_add (wrong, new_step_option (self, (StarlingStepId) i));
  slug = starling_derive_slug (text);
  prefix = g_strconcat ("step.", starling_step_to_id (spoken->step), NULL);
  question = starling_derive_begin (self, STARLING_QUESTION_STEP, prefix, slug);
  question->question
      = starling_derive_say (self,
                             N_ ("Which step does this sentence belong to?"));
  question->quote = g_strdup (text);
  found = starling_derive_say (self, N_ ("“%s” is one of its key phrases."),
                               phrase);
  question->explanation = step->coaching != NULL
                              ? g_strdup_printf ("%s %s", found, step->coaching)
                              : g_strdup (found);
  question->step = (int) spoken->step;
  starling_derive_finish (self, question, right, wrong, 2);
}

/**
 * starling_derive_steps:
 * @self: what is being made
 *
 * Adds the questions which step a sentence belongs to: about sentences with a
 * key phrase of their step, and none of another one.
 */
void
starling_derive_steps (StarlingDerive *self)
{
  for (guint i = 0; i < self->spoken->len; i++)
    add_step (self, &g_array_index (self->spoken, StarlingSpoken, i));
}

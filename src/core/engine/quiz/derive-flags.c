/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/quiz/derive-private.h"

#include "base/text.h"

/* Words of a phrase, so that it can be judged alone. */
#define LEAST_WORDS 2

static gboolean
is_in_list (GPtrArray *options, const char *text)
{
  for (guint i = 0; i < options->len; i++)
    if (g_str_equal (((StarlingOption *) g_ptr_array_index (options, i))->text,
                     text))
      return TRUE;
  return FALSE;
}

static void
add_key_phrases (StarlingDerive *self,
                 const StarlingScenario *scenario,
                 GPtrArray *wrong)
{
  for (guint i = 0; i < STARLING_N_STEPS; i++)
    for (char **phrase = scenario->steps[i].key_phrases; *phrase != NULL;
         phrase++)
      {
        g_autofree char *quoted = starling_derive_quote (*phrase);

        if (starling_text_count_words (*phrase) < LEAST_WORDS
            || is_in_list (wrong, quoted)
            || (self->scenario->weak_text != NULL
                && starling_text_find (self->scenario->weak_text, *phrase, 0,
                                       NULL)))
          continue;
        g_ptr_array_add (
            wrong,
            starling_derive_option_new (
                g_steal_pointer (&quoted),
                starling_derive_say (
                    self, N_ ("A key phrase of the %s."),
                    starling_derive_step_name (self, (StarlingStepId) i))));
      }
}

/* The sentence of the weak answer that has the flag in it. */
static char *
dup_sentence (const StarlingScenario *scenario, const char *flag)
{
  g_autoptr (GPtrArray) sentences
      = starling_text_split_sentences (scenario->weak_text);

  for (guint i = 0; i < sentences->len; i++)
    if (starling_text_find (g_ptr_array_index (sentences, i), flag, 0, NULL))
      return g_strdup (g_ptr_array_index (sentences, i));
  return g_strdup (flag);
}

static void
add_flag (StarlingDerive *self, const char *flag, GPtrArray *wrong)
{
  g_autofree char *slug = starling_derive_slug (flag);
  g_autofree char *sentence = dup_sentence (self->scenario, flag);
  g_autofree char *quoted = starling_derive_quote (sentence);
  g_autoptr (StarlingOption) right = starling_derive_option_new (
      starling_derive_quote (flag),
      starling_derive_say (self, N_ ("It is from the weak answer: %s"),
                           quoted));
  StarlingQuestion *question
      = starling_derive_begin (self, STARLING_QUESTION_FLAG, "flag", slug);

  question->question = starling_derive_say (self,
                                            N_ ("“%s” Which of these "
                                                "phrases disqualifies "
                                                "you?"),
                                            self->scenario->question);
  question->explanation = g_strdup (self->scenario->weak_verdict);
  question->subject = g_strdup ("weak");
  starling_derive_finish (self, question, right, wrong, 2);
}

/**
 * starling_derive_flags:
 * @self: what is being made
 *
 * Adds the questions which phrase disqualifies: a flag of the weak answer among
 * words that are to be said.
 */
void
starling_derive_flags (StarlingDerive *self)
{
  const StarlingScenario *scenario = self->scenario;
  g_autoptr (GPtrArray) wrong = NULL;

  if (scenario->weak_text == NULL)
    return;

  wrong = starling_derive_options_new ();
  add_key_phrases (self, scenario, wrong);
  for (guint i = 0;
       i < self->source->n_others && wrong->len < STARLING_DERIVE_OPTIONS - 1;
       i++)
    add_key_phrases (self, self->source->others[i], wrong);
  for (char **flag = scenario->weak_flags; *flag != NULL; flag++)
    if (starling_text_find (scenario->weak_text, *flag, 0, NULL))
      add_flag (self, *flag, wrong);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/quiz/derive-private.h"

#include "base/text.h"

/* The sentences of a step with @phrase in them, or those without. */
static char *
join (StarlingDerive *self,
      StarlingStepId step,
      const char *phrase,
      gboolean with)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->spoken->len; i++)
    {
      const StarlingSpoken *spoken
          = &g_array_index (self->spoken, StarlingSpoken, i);

      if (spoken->step != step
          || starling_text_find (spoken->passage->text, phrase, 0, NULL)
                 != with)
        continue;
      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, spoken->passage->text);
    }
  return g_string_free (text, FALSE);
}

/* The other key phrases of the step, as far as they are in @rest. */
static GPtrArray *
list_there (StarlingDerive *self,
            StarlingStepId step,
            const char *missing,
            const char *rest)
{
  GPtrArray *there = starling_derive_options_new ();
  g_autoptr (GPtrArray) sentences = starling_text_split_sentences (rest);

  for (char **phrase = self->scenario->steps[step].key_phrases; *phrase != NULL;
       phrase++)
    for (guint i = 0; i < sentences->len; i++)
      {
        const char *sentence = g_ptr_array_index (sentences, i);
        g_autofree char *quoted = NULL;

        if (g_str_equal (*phrase, missing)
            || !starling_text_find (sentence, *phrase, 0, NULL))
          continue;
        quoted = starling_derive_quote (sentence);
        g_ptr_array_add (there,
                         starling_derive_option_new (
                             starling_derive_quote (*phrase),
                             starling_derive_say (self, N_ ("It is there: %s"),
                                                  quoted)));
        break;
      }
  return there;
}

static void
add_missing (StarlingDerive *self, StarlingStepId id, const char *phrase)
{
  const StarlingStep *step = &self->scenario->steps[id];
  g_autofree char *removed = join (self, id, phrase, TRUE);
  g_autofree char *rest = join (self, id, phrase, FALSE);
  g_autoptr (GPtrArray) there = list_there (self, id, phrase, rest);
  g_autofree char *slug = starling_derive_slug (phrase);
  g_autofree char *prefix
      = g_strconcat ("phrase.", starling_step_to_id (id), NULL);
  g_autofree char *tells = NULL;
  g_autoptr (StarlingOption) right = NULL;
  StarlingQuestion *question;

  if (*removed == '\0' || *rest == '\0')
    return;

  tells = starling_derive_quote (removed);
  right = starling_derive_option_new (
      starling_derive_quote (phrase),
      starling_derive_say (self, N_ ("The story tells it: %s"), tells));
  question
      = starling_derive_begin (self, STARLING_QUESTION_PHRASE, prefix, slug);
  question->question
      = starling_derive_say (self,
                             N_ ("Which key phrase is missing from this %s?"),
                             starling_derive_step_name (self, id));
  question->quote = g_steal_pointer (&rest);
  question->explanation = g_strdup (
      step->coaching != NULL
          ? step->coaching
          : starling_derive_tr (
              self, N_ ("Key phrases are the words that have to be said.")));
  question->step = (int) id;
  question->subject = g_strdup (prefix);
  starling_derive_finish (self, question, right, there, 2);
}

/**
 * starling_derive_phrases:
 * @self: what is being made
 *
 * Adds the questions which key phrase is missing from a step out of which its
 * sentences were taken; the others are there.
 */
void
starling_derive_phrases (StarlingDerive *self)
{
  for (guint i = 0; i < STARLING_N_STEPS; i++)
    for (char **phrase = self->scenario->steps[i].key_phrases; *phrase != NULL;
         phrase++)
      add_missing (self, (StarlingStepId) i, *phrase);
}

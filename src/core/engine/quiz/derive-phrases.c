/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/quiz/derive-private.h"

#include "base/random.h"
#include "base/text.h"

/* Phrases that are there, beside the one that is missing. */
#define N_THERE (STARLING_DERIVE_OPTIONS - 1)

/* Whether a sentence has a phrase and, if there is another one, not that. */
static gboolean
has (const StarlingSpoken *spoken,
     StarlingStepId step,
     const char *phrase,
     const char *without)
{
  const char *text = spoken->passage->text;

  return spoken->step == step && starling_text_find (text, phrase, 0, NULL)
         && (without == NULL || !starling_text_find (text, without, 0, NULL));
}

/* The first sentence of the step that has @phrase, and not @without. */
static const char *
find_sentence (StarlingDerive *self,
               StarlingStepId step,
               const char *phrase,
               const char *without)
{
  for (guint i = 0; i < self->spoken->len; i++)
    {
      const StarlingSpoken *spoken
          = &g_array_index (self->spoken, StarlingSpoken, i);

      if (has (spoken, step, phrase, without))
        return spoken->passage->text;
    }
  return NULL;
}

static gboolean
is_near_any (StarlingDerive *self, GPtrArray *phrases, const char *phrase)
{
  for (guint i = 0; i < phrases->len; i++)
    if (starling_derive_is_near (self, g_ptr_array_index (phrases, i), phrase))
      return TRUE;
  return FALSE;
}

/* Some of the step's other key phrases that stand in other sentences. */
static GPtrArray *
choose_phrases (StarlingDerive *self,
                StarlingStepId step,
                const char *missing,
                const char *id)
{
  char **all = self->scenario->steps[step].key_phrases;
  guint n = g_strv_length (all);
  g_autofree guint *order = g_new (guint, n);
  guint64 state = starling_derive_get_state (self, id);
  GPtrArray *phrases = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    order[i] = i;
  starling_random_shuffle (&state, order, n);
  for (guint i = 0; i < n && phrases->len < N_THERE; i++)
    if (!starling_derive_is_near (self, all[order[i]], missing)
        && !is_near_any (self, phrases, all[order[i]])
        && find_sentence (self, step, all[order[i]], missing) != NULL)
      g_ptr_array_add (phrases, all[order[i]]);
  return phrases;
}

/* The sentences that have one of @phrases, in their order. */
static char *
join (StarlingDerive *self,
      StarlingStepId step,
      GPtrArray *phrases,
      const char *missing)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->spoken->len; i++)
    for (guint j = 0; j < phrases->len; j++)
      {
        const StarlingSpoken *spoken
            = &g_array_index (self->spoken, StarlingSpoken, i);

        if (!has (spoken, step, g_ptr_array_index (phrases, j), missing))
          continue;
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                                spoken->passage->text);
        break;
      }
  return g_string_free (text, FALSE);
}

static StarlingOption *
new_option (const char *phrase, char *why)
{
  return starling_derive_option_new (starling_derive_quote (phrase), why);
}

static GPtrArray *
list_there (StarlingDerive *self,
            StarlingStepId step,
            GPtrArray *phrases,
            const char *missing)
{
  GPtrArray *there = starling_derive_options_new ();

  for (guint i = 0; i < phrases->len; i++)
    {
      const char *phrase = g_ptr_array_index (phrases, i);
      g_autofree char *sentence
          = starling_derive_quote (find_sentence (self, step, phrase, missing));

      g_ptr_array_add (
          there,
          new_option (phrase, starling_derive_say (self, N_ ("It is there: %s"),
                                                   sentence)));
    }
  return there;
}

static void
fill_in (StarlingDerive *self, StarlingQuestion *question, StarlingStepId id)
{
  const StarlingStep *step = &self->scenario->steps[id];

  question->question
      = starling_derive_say (self,
                             N_ ("Which key phrase is missing from this %s?"),
                             starling_derive_step_name (self, id));
  question->explanation
      = step->coaching != NULL
            ? g_strdup (step->coaching)
            : starling_derive_say (
                self, N_ ("Key phrases are the words that have to be said."));
  question->step = (int) id;
  question->subject = g_strconcat ("phrase.", starling_step_to_id (id), NULL);
}

static void
add_missing (StarlingDerive *self, StarlingStepId step, const char *missing)
{
  const char *sentence = find_sentence (self, step, missing, NULL);
  g_autofree char *slug = starling_derive_slug (missing);
  g_autofree char *prefix
      = g_strconcat ("phrase.", starling_step_to_id (step), NULL);
  g_autofree char *told = NULL;
  g_autoptr (GPtrArray) phrases = NULL;
  g_autoptr (GPtrArray) there = NULL;
  g_autoptr (StarlingOption) right = NULL;
  StarlingQuestion *question;

  if (sentence == NULL)
    return;

  told = starling_derive_quote (sentence);
  right = new_option (missing,
                      starling_derive_say (self, N_ ("The story tells it: %s"),
                                           told));
  question
      = starling_derive_begin (self, STARLING_QUESTION_PHRASE, prefix, slug);
  phrases = choose_phrases (self, step, missing, question->id);
  there = list_there (self, step, phrases, missing);
  question->quote = join (self, step, phrases, missing);
  fill_in (self, question, step);
  starling_derive_finish (self, question, right, there, 2);
}

/**
 * starling_derive_phrases:
 * @self: what is being made
 *
 * Adds the questions which key phrase is missing from some sentences of a
 * step: the other options are in them.
 */
void
starling_derive_phrases (StarlingDerive *self)
{
  for (guint i = 0; i < STARLING_N_STEPS; i++)
    for (char **phrase = self->scenario->steps[i].key_phrases; *phrase != NULL;
         phrase++)
      add_missing (self, (StarlingStepId) i, *phrase);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/quiz/derive-private.h"

typedef struct
{
  StarlingSpoken spoken;
  guint levels; /* at which it is said */
} Sentence;

static void
add_sentences (GArray *sentences,
               GPtrArray *passages,
               StarlingStepId step,
               guint levels)
{
  for (guint i = 0; i < passages->len; i++)
    {
      const StarlingPassage *passage = g_ptr_array_index (passages, i);
      Sentence sentence = { .spoken = { .passage = passage, .step = step },
                            .levels = passage->levels & levels };

      /* what an SDE 1 met and took on, everybody else did, too */
      if (step < STARLING_STEP_ACTION
          && sentence.levels & (1u << STARLING_LEVEL_SDE1))
        continue;
      if (starling_derive_stands_alone (passage->text))
        g_array_append_val (sentences, sentence);
    }
}

static GArray *
list_sentences (const StarlingScenario *scenario)
{
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (Sentence));

  for (guint i = 0; i < STARLING_N_STEPS; i++)
    add_sentences (sentences, scenario->steps[i].answer, (StarlingStepId) i,
                   STARLING_ALL_LEVELS);
  for (guint i = 0; i < STARLING_N_LEVELS; i++)
    add_sentences (sentences, scenario->levels[i].reflection,
                   STARLING_STEP_REFLECTION, 1u << i);
  return sentences;
}

static const char *
get_level_name (StarlingDerive *self, StarlingLevel level)
{
  return starling_catalogue_get_level (self->source->catalogue, level)->name;
}

/* What is said at the level @no, and at no other one. */
static GPtrArray *
list_wrong (StarlingDerive *self, GArray *sentences, StarlingLevel no)
{
  GPtrArray *wrong = starling_derive_options_new ();

  for (guint i = 0; i < sentences->len; i++)
    {
      const Sentence *sentence = &g_array_index (sentences, Sentence, i);

      if (sentence->levels == 1u << no)
        g_ptr_array_add (
            wrong, starling_derive_option_new (
                       starling_derive_quote (sentence->spoken.passage->text),
                       starling_derive_say (self, N_ ("This fits %s."),
                                            get_level_name (self, no))));
    }
  return wrong;
}

static void
add_sentence (StarlingDerive *self,
              const Sentence *sentence,
              GPtrArray *wrong,
              StarlingLevel yes,
              StarlingLevel no)
{
  const StarlingLevelView *view = &self->scenario->levels[yes];
  const StarlingLevelInfo *info
      = starling_catalogue_get_level (self->source->catalogue, yes);
  const char *text = sentence->spoken.passage->text;
  g_autofree char *slug = starling_derive_slug (text);
  g_autofree char *prefix
      = g_strconcat ("level.", starling_level_to_id (yes), NULL);
  g_autoptr (StarlingOption) right = starling_derive_option_new (
      starling_derive_quote (text),
      starling_derive_say (self, N_ ("This fits %s."), info->name));
  StarlingQuestion *question
      = starling_derive_begin (self, STARLING_QUESTION_LEVEL, prefix, slug);

  question->question
      = starling_derive_say (self, N_ ("Which sentence fits %s, but not %s?"),
                             info->name, get_level_name (self, no));
  question->explanation = g_strdup (view->bar != NULL ? view->bar : info->bar);
  question->step = (int) sentence->spoken.step;
  question->subject = g_strdup (prefix);
  starling_derive_finish (self, question, right, wrong, 2);
}

static void
add_level (StarlingDerive *self,
           GArray *sentences,
           StarlingLevel yes,
           StarlingLevel no)
{
  g_autoptr (GPtrArray) wrong = list_wrong (self, sentences, no);

  for (guint i = 0; i < sentences->len; i++)
    {
      const Sentence *sentence = &g_array_index (sentences, Sentence, i);

      if (sentence->levels == 1u << yes)
        add_sentence (self, sentence, wrong, yes, no);
    }
}

/**
 * starling_derive_levels:
 * @self: what is being made
 *
 * Adds the questions what one says as a Senior SDE and not as an SDE 1, and
 * the other way round.
 */
void
starling_derive_levels (StarlingDerive *self)
{
  g_autoptr (GArray) sentences = list_sentences (self->scenario);

  add_level (self, sentences, STARLING_LEVEL_SENIOR, STARLING_LEVEL_SDE1);
  add_level (self, sentences, STARLING_LEVEL_SDE1, STARLING_LEVEL_SENIOR);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/quiz/derive-private.h"

#include "base/text.h"

/* Sentences of the story that are asked about, at most. */
#define MAX_SENTENCES 2

/* Words of a sentence of a strong answer: shorter ones only lead on. */
#define LEAST_WORDS 8

static void
set_probe (StarlingQuestion *question, const StarlingProbe *probe)
{
  question->probe = g_strdup (probe->id);
  question->subject = g_strconcat ("probe.", probe->id, NULL);
}

/* Weak or strong? An answer to a follow-up, and what is thought of it. */
static void
add_verdict (StarlingDerive *self, const StarlingProbe *probe, gboolean weak)
{
  g_autofree char *tested
      = starling_derive_say (self, N_ ("What is tested: %s."), probe->probes);
  g_autofree char *takeaway
      = starling_derive_say (self, N_ ("A strong answer follows this: %s"),
                             probe->strong_takeaway);
  g_autofree char *shown = starling_derive_say (
      self, N_ ("A weak answer would leave out what is tested: %s."),
      probe->probes);
  StarlingOption is_weak
      = { .text = (char *) starling_derive_tr (self, N_ ("Weak")),
          .why = weak ? probe->weak_why : shown };
  StarlingOption is_strong
      = { .text = (char *) starling_derive_tr (self, N_ ("Strong")),
          .why = weak ? takeaway : probe->strong_takeaway };
  g_autoptr (GPtrArray) wrong = g_ptr_array_new ();
  StarlingQuestion *question
      = starling_derive_begin (self, STARLING_QUESTION_ANSWER,
                               weak ? "answer.weak" : "answer.strong",
                               probe->id);

  question->question
      = starling_derive_say (self, N_ ("“%s” Is this answer weak or strong?"),
                             probe->question);
  question->quote = g_strdup (weak ? probe->weak_answer : probe->strong_answer);
  question->explanation = g_steal_pointer (&tested);
  set_probe (question, probe);
  g_ptr_array_add (wrong, weak ? &is_strong : &is_weak);
  starling_derive_finish (self, question, weak ? &is_weak : &is_strong, wrong,
                          1);
}

/* The sentence among those of a weak answer that @span is in, or NULL. */
static const char *
find_sentence (const char *answer, const StarlingSpan *span, GPtrArray *all)
{
  g_autofree char *words
      = g_strndup (answer + span->start, span->end - span->start);

  for (guint i = 0; i < all->len; i++)
    if (starling_text_find (g_ptr_array_index (all, i), words, 0, NULL))
      return g_ptr_array_index (all, i);
  return NULL;
}

/* One sentence of a weak answer whose words are found fault with. */
static StarlingOption *
find_fault (const StarlingProbe *probe)
{
  g_autoptr (GPtrArray) reasons = NULL;
  g_autoptr (GArray) spans
      = starling_text_find_reasons (probe->weak_answer, probe->weak_why,
                                    &reasons);
  g_autoptr (GPtrArray) sentences
      = starling_text_split_sentences (probe->weak_answer);

  for (guint i = 0; i < spans->len; i++)
    {
      const StarlingSpan *span = &g_array_index (spans, StarlingSpan, i);
      const char *sentence
          = find_sentence (probe->weak_answer, span, sentences);

      if (sentence != NULL
          && starling_text_count_words (sentence) >= STARLING_DERIVE_WORDS)
        return starling_derive_option_new (
            starling_derive_quote (sentence),
            g_strdup (g_ptr_array_index (reasons, span->index)));
    }
  return NULL;
}

/* Which sentence weakens the answer? The others are of the strong one. */
static void
add_fault (StarlingDerive *self, const StarlingProbe *probe)
{
  g_autoptr (StarlingOption) fault = find_fault (probe);
  g_autoptr (GPtrArray) sentences
      = starling_text_split_sentences (probe->strong_answer);
  g_autoptr (GPtrArray) wrong = starling_derive_options_new ();
  StarlingQuestion *question;

  if (fault == NULL)
    return;

  for (guint i = 0; i < sentences->len; i++)
    {
      const char *sentence = g_ptr_array_index (sentences, i);

      if (starling_text_count_words (sentence) >= LEAST_WORDS
          && starling_derive_stands_alone (sentence))
        g_ptr_array_add (
            wrong,
            starling_derive_option_new (
                starling_derive_quote (sentence),
                starling_derive_say (self, N_ ("Part of the strong answer."))));
    }
  question = starling_derive_begin (self, STARLING_QUESTION_ANSWER,
                                    "answer.sentence", probe->id);
  question->question = starling_derive_say (
      self, N_ ("“%s” Which of these sentences weakens the answer?"),
      probe->question);
  question->explanation
      = starling_derive_say (self, N_ ("A strong answer follows this: %s"),
                             probe->strong_takeaway);
  set_probe (question, probe);
  starling_derive_finish (self, question, fault, wrong, 2);
}

/* The sentences of a weak answer that have a flag in them. */
static void
add_flagged (StarlingDerive *self,
             const StarlingScenario *scenario,
             GPtrArray *wrong)
{
  g_autoptr (GPtrArray) sentences = NULL;

  if (scenario->weak_text == NULL)
    return;

  sentences = starling_text_split_sentences (scenario->weak_text);
  for (guint i = 0; i < sentences->len; i++)
    {
      const char *sentence = g_ptr_array_index (sentences, i);
      const char *flag
          = starling_derive_find_phrase (sentence, scenario->weak_flags);

      if (flag != NULL)
        g_ptr_array_add (wrong,
                         starling_derive_option_new (
                             starling_derive_quote (sentence),
                             starling_derive_say (
                                 self, N_ ("“%s” would be held against you."),
                                 flag)));
    }
}

static void
add_sentence (StarlingDerive *self,
              const StarlingSpoken *spoken,
              const char *phrase,
              GPtrArray *wrong)
{
  const char *text = spoken->passage->text;
  const StarlingStep *step = &self->scenario->steps[spoken->step];
  g_autofree char *slug = starling_derive_slug (text);
  g_autoptr (StarlingOption) right = starling_derive_option_new (
      starling_derive_quote (text),
      starling_derive_say (
          self, N_ ("Part of the story told well: “%s” is a key phrase."),
          phrase));
  StarlingQuestion *question
      = starling_derive_begin (self, STARLING_QUESTION_ANSWER, "answer.story",
                               slug);

  question->question = starling_derive_say (self,
                                            N_ ("“%s” Which sentence "
                                                "would strengthen your "
                                                "answer?"),
                                            self->scenario->question);
  question->explanation = g_strdup (
      step->coaching != NULL ? step->coaching : self->scenario->weak_verdict);
  question->step = (int) spoken->step;
  question->subject = g_strdup ("weak");
  starling_derive_finish (self, question, right, wrong, 2);
}

/* Which sentence strengthens the answer? The others are of weak answers. */
static void
add_sentences (StarlingDerive *self)
{
  g_autoptr (GPtrArray) wrong = starling_derive_options_new ();
  guint n = 0;

  add_flagged (self, self->scenario, wrong);
  for (guint i = 0;
       i < self->source->n_others && wrong->len < STARLING_DERIVE_OPTIONS - 1;
       i++)
    add_flagged (self, self->source->others[i], wrong);
  for (guint i = 0; i < self->spoken->len && n < MAX_SENTENCES; i++)
    {
      const StarlingSpoken *spoken
          = &g_array_index (self->spoken, StarlingSpoken, i);
      const char *phrase = starling_derive_find_phrase (
          spoken->passage->text,
          self->scenario->steps[spoken->step].key_phrases);

      if (phrase == NULL
          || !starling_derive_stands_alone (spoken->passage->text)
          || (self->scenario->steps[spoken->step].coaching == NULL
              && self->scenario->weak_verdict == NULL))
        continue;
      add_sentence (self, spoken, phrase, wrong);
      n++;
    }
}

/**
 * starling_derive_answers:
 * @self: what is being made
 *
 * Adds the questions of the kind weak or strong.
 */
void
starling_derive_answers (StarlingDerive *self)
{
  for (guint i = 0; i < self->scenario->probes->len; i++)
    {
      const StarlingProbe *probe
          = g_ptr_array_index (self->scenario->probes, i);

      add_verdict (self, probe, TRUE);
      add_verdict (self, probe, FALSE);
      add_fault (self, probe);
    }
  add_sentences (self);
}

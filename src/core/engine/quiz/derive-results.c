/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/quiz/derive-private.h"

/* What a Result has to have. */
typedef enum
{
  METRIC,
  MONEY,
  EFFECT,
  NONE, /* none of these for certain */
} Beat;

#define N_BEATS NONE

static const char *const beat_ids[N_BEATS] = { "metric", "money", "effect" };
static const char *const beat_names[N_BEATS] = {
  N_ ("The change in the metric, from what to what"),
  N_ ("What the change was worth in money"),
  N_ ("What followed from it afterwards, for others"),
};

/* What belongs elsewhere, so that no Result lacks it. */
static const struct
{
  const char *name;
  const char *why;
} elsewhere[] = {
  { N_ ("How the solution works inside"), N_ ("That belongs in the Action.") },
  { N_ ("How you came across the problem"),
    N_ ("That belongs in the Situation.") },
};

/* Words that tell a quantity without a digit. */
static const char *const number_words[]
    = { "half",    "halved",  "doubled",    "tripled", "twice",  "zero",
        "third",   "quarter", "percent",    "two",     "three",  "four",
        "five",    "six",     "seven",      "eight",   "nine",   "ten",
        "one",     "hundred", "thousand",   "dozen",   "faster", "slower",
        "fewer",   "less",    "more",       "fell",    "rose",   "none",
        "dropped", "grew",    "quadrupled", "million", "billion" };

/* Words beside a number that make it a change. */
static const char *const change_words[]
    = { "from", "down", "up", "fell",   "rose",    "dropped",
        "grew", "cut",  "by", "halved", "doubled", "tripled" };

static const char *const money_words[]
    = { "dollars", "euros", "pounds", "USD", "EUR" };

/* Numbers that may be a sum, but as well count people. */
static const char *const big_words[] = { "million", "billion" };

static gboolean
has_any (const char *text, const char *const *words, guint n_words)
{
  for (guint i = 0; i < n_words; i++)
    if (starling_derive_has_word (text, words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
has_number (const char *text)
{
  return starling_derive_has_digit (text)
         || has_any (text, number_words, G_N_ELEMENTS (number_words));
}

/* A sum is one, whatever else is counted beside it. What has a number but does
 * not say that it changed, or says what one did, may be anything. */
static Beat
get_beat (const char *text)
{
  if (starling_derive_has_money (text)
      || has_any (text, money_words, G_N_ELEMENTS (money_words)))
    return MONEY;
  if (starling_derive_has_digit (text))
    return has_any (text, change_words, G_N_ELEMENTS (change_words)) ? METRIC
                                                                     : NONE;
  return has_number (text) || starling_derive_has_word (text, "I") ? NONE
                                                                   : EFFECT;
}

/* The sentences of the Result that are a beat, or all but these. */
static char *
join (StarlingDerive *self, Beat beat, gboolean others)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->spoken->len; i++)
    {
      const StarlingSpoken *spoken
          = &g_array_index (self->spoken, StarlingSpoken, i);

      if (spoken->step != STARLING_STEP_RESULT
          || (get_beat (spoken->passage->text) == beat) == others)
        continue;
      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, spoken->passage->text);
    }
  return g_string_free (text, FALSE);
}

/* Whether @text, the sentences of a beat, is one for certain: what followed can
 * be told by its key phrase only. */
static gboolean
is_beat (StarlingDerive *self, Beat beat, const char *text)
{
  char **phrases = self->scenario->steps[STARLING_STEP_RESULT].key_phrases;

  return *text != '\0'
         && (beat != EFFECT
             || starling_derive_find_phrase (text, phrases) != NULL);
}

/* Whether what is left when @beat is taken out certainly lacks it. */
static gboolean
is_lacking (StarlingDerive *self, Beat beat)
{
  for (guint i = 0; i < self->spoken->len; i++)
    {
      const StarlingSpoken *spoken
          = &g_array_index (self->spoken, StarlingSpoken, i);
      const char *text = spoken->passage->text;
      Beat other
          = spoken->step == STARLING_STEP_RESULT ? get_beat (text) : beat;

      if (other == beat)
        continue;
      if (beat == EFFECT && other == NONE)
        return FALSE;
      if (beat == MONEY && has_any (text, big_words, G_N_ELEMENTS (big_words)))
        return FALSE;
      /* a sum that has changed is a change, too */
      if (beat == METRIC
          && (other == MONEY
                  ? has_any (text, change_words, G_N_ELEMENTS (change_words))
                  : has_number (text)))
        return FALSE;
    }
  return TRUE;
}

static GPtrArray *
list_wrong (StarlingDerive *self, Beat missing)
{
  GPtrArray *wrong = starling_derive_options_new ();

  for (guint beat = 0; beat < N_BEATS; beat++)
    {
      g_autofree char *there = join (self, (Beat) beat, FALSE);
      g_autofree char *quoted = starling_derive_quote (there);

      if (beat != missing && is_beat (self, (Beat) beat, there))
        g_ptr_array_add (
            wrong,
            starling_derive_option_new (
                g_strdup (starling_derive_tr (self, beat_names[beat])),
                starling_derive_say (self, N_ ("It is there: %s"), quoted)));
    }
  for (guint i = 0; i < G_N_ELEMENTS (elsewhere); i++)
    g_ptr_array_add (
        wrong, starling_derive_option_new (
                   g_strdup (starling_derive_tr (self, elsewhere[i].name)),
                   g_strdup (starling_derive_tr (self, elsewhere[i].why))));
  return wrong;
}

static void
add_missing (StarlingDerive *self, Beat beat)
{
  const StarlingStep *step = &self->scenario->steps[STARLING_STEP_RESULT];
  g_autofree char *removed = join (self, beat, FALSE);
  g_autofree char *rest = join (self, beat, TRUE);
  g_autofree char *tells = starling_derive_quote (removed);
  g_autoptr (GPtrArray) wrong = NULL;
  g_autoptr (StarlingOption) right = NULL;
  StarlingQuestion *question;

  if (!is_beat (self, beat, removed) || *rest == '\0'
      || !is_lacking (self, beat))
    return;

  wrong = list_wrong (self, beat);
  right = starling_derive_option_new (
      g_strdup (starling_derive_tr (self, beat_names[beat])),
      starling_derive_say (self, N_ ("The story tells it: %s"), tells));
  question = starling_derive_begin (self, STARLING_QUESTION_RESULT, "result",
                                    beat_ids[beat]);
  question->question
      = starling_derive_say (self, N_ ("What is missing from this Result?"));
  question->quote = g_steal_pointer (&rest);
  question->explanation = g_strdup (
      step->coaching != NULL
          ? step->coaching
          : starling_derive_tr (
              self, N_ ("A Result has three beats: the change, what it was "
                        "worth, and what followed from it.")));
  question->step = STARLING_STEP_RESULT;
  question->subject = g_strdup ("result");
  starling_derive_finish (self, question, right, wrong, 3);
}

/**
 * starling_derive_results:
 * @self: what is being made
 *
 * Adds the questions what is missing from a Result out of which the sentences
 * with the metric, the money or the effect were taken: in English only, since
 * a change may be told without digits.
 */
void
starling_derive_results (StarlingDerive *self)
{
  if (!self->english)
    return;
  for (guint beat = 0; beat < N_BEATS; beat++)
    add_missing (self, (Beat) beat);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "quiz-words.h"

#include <glib/gi18n.h>

static const struct
{
  const char *name;
  const char *detail;
} kinds[STARLING_N_QUESTION_KINDS] = {
  /* Translators: kinds of questions of a quiz, and what they ask. */
  [STARLING_QUESTION_WRITTEN]
  = { N_ ("Written for the story"), N_ ("Questions that stand in the pack") },
  [STARLING_QUESTION_ANSWER]
  = { N_ ("Weak or strong"), N_ ("Which answer to a follow-up holds up") },
  [STARLING_QUESTION_STEP]
  = { N_ ("Which step"), N_ ("Where in the story a sentence belongs") },
  [STARLING_QUESTION_ANGLE]
  = { N_ ("Which angle"), N_ ("The principle that an opening serves") },
  [STARLING_QUESTION_RESULT]
  = { N_ ("Missing from the Result"), N_ ("What a Result leaves unsaid") },
  [STARLING_QUESTION_LEVEL]
  = { N_ ("Which level"), N_ ("The sentence that fits your level") },
  [STARLING_QUESTION_FLAG]
  = { N_ ("Spot the flag"), N_ ("The phrase that disqualifies an answer") },
  [STARLING_QUESTION_PHRASE]
  = { N_ ("Missing key phrase"), N_ ("What a step has to mention as well") },
};

/**
 * starling_quiz_kind_get_name:
 * @kind: a kind of question
 *
 * Returns: (transfer none): what it is called, such as "Which step"
 */
const char *
starling_quiz_kind_get_name (StarlingQuestionKind kind)
{
  g_return_val_if_fail ((guint) kind < STARLING_N_QUESTION_KINDS, NULL);

  return _ (kinds[kind].name);
}

/**
 * starling_quiz_kind_get_detail:
 * @kind: a kind of question
 *
 * Returns: (transfer none): what it asks, in one line
 */
const char *
starling_quiz_kind_get_detail (StarlingQuestionKind kind)
{
  g_return_val_if_fail ((guint) kind < STARLING_N_QUESTION_KINDS, NULL);

  return _ (kinds[kind].detail);
}

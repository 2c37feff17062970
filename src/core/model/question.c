/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/question.h"

static const char *const kind_ids[STARLING_N_QUESTION_KINDS] = {
  [STARLING_QUESTION_WRITTEN] = "written",
  [STARLING_QUESTION_ANSWER] = "answer",
  [STARLING_QUESTION_STEP] = "step",
  [STARLING_QUESTION_ANGLE] = "angle",
  [STARLING_QUESTION_RESULT] = "result",
  [STARLING_QUESTION_LEVEL] = "level",
  [STARLING_QUESTION_FLAG] = "flag",
  [STARLING_QUESTION_PHRASE] = "phrase",
};

/**
 * starling_question_new:
 *
 * Returns: (transfer full): a written question without options, to fill in
 */
StarlingQuestion *
starling_question_new (void)
{
  StarlingQuestion *self = g_new0 (StarlingQuestion, 1);

  self->options
      = g_ptr_array_new_with_free_func ((GDestroyNotify) starling_option_free);
  self->step = STARLING_NO_STEP;
  return self;
}

/**
 * starling_question_copy:
 * @self: a question
 *
 * Returns: (transfer full): another one like it
 */
StarlingQuestion *
starling_question_copy (const StarlingQuestion *self)
{
  StarlingQuestion *copy = starling_question_new ();

  copy->id = g_strdup (self->id);
  copy->kind = self->kind;
  copy->question = g_strdup (self->question);
  copy->quote = g_strdup (self->quote);
  for (guint i = 0; i < self->options->len; i++)
    {
      const StarlingOption *option = g_ptr_array_index (self->options, i);

      starling_question_add_option (copy, option->text, option->why);
    }
  copy->correct = self->correct;
  copy->explanation = g_strdup (self->explanation);
  copy->step = self->step;
  copy->probe = g_strdup (self->probe);
  copy->subject = g_strdup (self->subject);
  return copy;
}

/**
 * starling_question_free:
 * @self: (transfer full): a question
 *
 * Frees @self with its options.
 */
void
starling_question_free (StarlingQuestion *self)
{
  g_free (self->id);
  g_free (self->question);
  g_free (self->quote);
  g_ptr_array_unref (self->options);
  g_free (self->explanation);
  g_free (self->probe);
  g_free (self->subject);
  g_free (self);
}

/**
 * starling_option_new:
 *
 * Returns: (transfer full): an option to fill in and add to a question
 */
StarlingOption *
starling_option_new (void)
{
  return g_new0 (StarlingOption, 1);
}

/**
 * starling_option_free:
 * @self: (transfer full): an option
 *
 * Frees @self.
 */
void
starling_option_free (StarlingOption *self)
{
  g_free (self->text);
  g_free (self->why);
  g_free (self);
}

/**
 * starling_question_add_option:
 * @self: a question that nobody else sees yet
 * @text: what can be chosen; copied
 * @why: (nullable): why it is right or wrong; copied
 *
 * Adds an option after the others.
 */
void
starling_question_add_option (StarlingQuestion *self,
                              const char *text,
                              const char *why)
{
  StarlingOption *option = starling_option_new ();

  option->text = g_strdup (text);
  option->why = g_strdup (why);
  g_ptr_array_add (self->options, option);
}

/**
 * starling_question_kind_to_id:
 * @kind: a kind of question
 *
 * Returns: (transfer none): its name in journal, settings and drafts
 */
const char *
starling_question_kind_to_id (StarlingQuestionKind kind)
{
  g_return_val_if_fail ((guint) kind < STARLING_N_QUESTION_KINDS, NULL);

  return kind_ids[kind];
}

/**
 * starling_question_kind_from_id:
 * @id: a name
 * @kind: (out): the kind of question of that name
 *
 * Returns: whether there is one
 */
gboolean
starling_question_kind_from_id (const char *id, StarlingQuestionKind *kind)
{
  for (guint i = 0; i < STARLING_N_QUESTION_KINDS; i++)
    if (g_str_equal (id, kind_ids[i]))
      {
        *kind = (StarlingQuestionKind) i;
        return TRUE;
      }
  return FALSE;
}

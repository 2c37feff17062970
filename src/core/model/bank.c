/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/bank-private.h"

G_DEFINE_BOXED_TYPE (StarlingBank,
                     starling_bank,
                     starling_bank_ref,
                     starling_bank_unref)

static void
question_free (gpointer data)
{
  StarlingBankQuestion *question = data;

  g_free (question->id);
  g_free (question->question);
  g_free (question->probes);
  g_strfreev (question->scenarios);
  g_free (question);
}

static void
bank_clear (gpointer data)
{
  StarlingBank *self = data;

  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->questions);
}

/**
 * starling_bank_new:
 *
 * Returns: (transfer full): a bank to fill in
 */
StarlingBank *
starling_bank_new (void)
{
  StarlingBank *self = g_atomic_rc_box_new0 (StarlingBank);

  self->questions = g_ptr_array_new_with_free_func (question_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

/**
 * starling_bank_add:
 * @self: a bank that nobody else has yet
 * @question: (transfer full): a question with an id of its own
 */
void
starling_bank_add (StarlingBank *self, StarlingBankQuestion *question)
{
  g_ptr_array_add (self->questions, question);
  g_hash_table_insert (self->by_id, question->id, question);
}

/**
 * starling_bank_ref:
 * @self: a bank
 *
 * Returns: (transfer full): @self; from any thread
 */
StarlingBank *
starling_bank_ref (StarlingBank *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * starling_bank_unref:
 * @self: (transfer full): a bank
 *
 * Frees @self with its last reference; from any thread.
 */
void
starling_bank_unref (StarlingBank *self)
{
  g_atomic_rc_box_release_full (self, bank_clear);
}

/**
 * starling_bank_get_n_questions:
 * @self: a bank
 *
 * Returns: how many questions there are
 */
guint
starling_bank_get_n_questions (StarlingBank *self)
{
  return self->questions->len;
}

/**
 * starling_bank_get_question:
 * @self: a bank
 * @index: below the number of questions; they stand as in the file
 *
 * Returns: (transfer none): a question
 */
const StarlingBankQuestion *
starling_bank_get_question (StarlingBank *self, guint index)
{
  g_return_val_if_fail (index < self->questions->len, NULL);

  return g_ptr_array_index (self->questions, index);
}

/**
 * starling_bank_find_question:
 * @self: a bank
 * @id: id of a question
 *
 * Returns: (transfer none) (nullable): the question
 */
const StarlingBankQuestion *
starling_bank_find_question (StarlingBank *self, const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->by_id, id);
}

/**
 * starling_bank_question_get_principles:
 * @question: a question
 *
 * Returns: all principles that it may be meant for, its own among them
 */
StarlingPrincipleSet
starling_bank_question_get_principles (const StarlingBankQuestion *question)
{
  return question->also | STARLING_PRINCIPLE_BIT (question->principle);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "library-private.h"

#include <string.h>

struct _StarlingSummary
{
  GObject parent_instance;

  StarlingPack *pack; /* owns what entry points to */
  guint entry;
  StarlingSource source;
};

G_DEFINE_FINAL_TYPE (StarlingSummary, starling_summary, G_TYPE_OBJECT)

static void
starling_summary_finalize (GObject *object)
{
  StarlingSummary *self = STARLING_SUMMARY (object);

  g_clear_pointer (&self->pack, starling_pack_unref);

  G_OBJECT_CLASS (starling_summary_parent_class)->finalize (object);
}

static void
starling_summary_class_init (StarlingSummaryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = starling_summary_finalize;
}

static void
starling_summary_init (StarlingSummary *self)
{
}

/**
 * starling_summary_new:
 * @pack: a pack without errors
 * @entry: which of its scenarios
 * @source: where the pack comes from
 *
 * Returns: (transfer full): a summary, which keeps @pack alive
 */
StarlingSummary *
starling_summary_new (StarlingPack *pack, guint entry, StarlingSource source)
{
  StarlingSummary *self = g_object_new (STARLING_TYPE_SUMMARY, NULL);

  self->pack = starling_pack_ref (pack);
  self->entry = entry;
  self->source = source;
  return self;
}

static const StarlingPackEntry *
get_entry (StarlingSummary *self)
{
  return g_ptr_array_index (self->pack->entries, self->entry);
}

/**
 * starling_summary_get_pack:
 * @self: a summary
 *
 * Returns: (transfer none): the pack that has the scenario
 */
StarlingPack *
starling_summary_get_pack (StarlingSummary *self)
{
  return self->pack;
}

/**
 * starling_summary_get_entry:
 * @self: a summary
 *
 * Returns: which of the pack's scenarios it is
 */
guint
starling_summary_get_entry (StarlingSummary *self)
{
  return self->entry;
}

/**
 * starling_summary_get_id:
 * @self: a summary
 *
 * Returns: (transfer none): the scenario's id
 */
const char *
starling_summary_get_id (StarlingSummary *self)
{
  g_return_val_if_fail (STARLING_IS_SUMMARY (self), NULL);

  return get_entry (self)->id;
}

/**
 * starling_summary_get_title:
 * @self: a summary
 *
 * Returns: (transfer none): the scenario's title
 */
const char *
starling_summary_get_title (StarlingSummary *self)
{
  g_return_val_if_fail (STARLING_IS_SUMMARY (self), NULL);

  return get_entry (self)->title;
}

/**
 * starling_summary_get_question:
 * @self: a summary
 *
 * Returns: (transfer none): the interviewer's question
 */
const char *
starling_summary_get_question (StarlingSummary *self)
{
  g_return_val_if_fail (STARLING_IS_SUMMARY (self), NULL);

  return get_entry (self)->question;
}

/**
 * starling_summary_get_principle:
 * @self: a summary
 *
 * Returns: the index of the scenario's principle in the catalogue
 */
int
starling_summary_get_principle (StarlingSummary *self)
{
  g_return_val_if_fail (STARLING_IS_SUMMARY (self), 0);

  return get_entry (self)->principle;
}

/**
 * starling_summary_get_source:
 * @self: a summary
 *
 * Returns: where the scenario comes from
 */
StarlingSource
starling_summary_get_source (StarlingSummary *self)
{
  g_return_val_if_fail (STARLING_IS_SUMMARY (self), STARLING_SOURCE_BUNDLED);

  return self->source;
}

/**
 * starling_summary_get_n_cards:
 * @self: a summary
 *
 * Returns: how many cards the scenario makes
 */
guint
starling_summary_get_n_cards (StarlingSummary *self)
{
  g_return_val_if_fail (STARLING_IS_SUMMARY (self), 0);

  return get_entry (self)->cards->len;
}

/**
 * starling_summary_get_cards:
 * @self: a summary
 *
 * Returns: (transfer none) (element-type StarlingCard): the cards that the
 *   scenario makes, in the order in which they are learned
 */
GPtrArray *
starling_summary_get_cards (StarlingSummary *self)
{
  g_return_val_if_fail (STARLING_IS_SUMMARY (self), NULL);

  return get_entry (self)->cards;
}

/**
 * starling_summary_get_angles:
 * @self: a summary
 * @catalogue: the catalogue whose principles it refers to
 *
 * Returns: the principles that the story can be told for as angles
 */
StarlingPrincipleSet
starling_summary_get_angles (StarlingSummary *self,
                             StarlingCatalogue *catalogue)
{
  GPtrArray *cards = starling_summary_get_cards (self);
  StarlingPrincipleSet angles = 0;

  for (guint i = 0; i < cards->len; i++)
    {
      const StarlingCard *card = g_ptr_array_index (cards, i);
      int principle = -1;

      if (card->kind == STARLING_CARD_ANGLE)
        principle = starling_catalogue_find_principle (catalogue, card->key);
      if (principle >= 0)
        angles |= STARLING_PRINCIPLE_BIT (principle);
    }
  return angles;
}

/**
 * starling_summary_get_n_questions:
 * @self: a summary
 *
 * Returns: how many quiz questions the scenario has
 */
guint
starling_summary_get_n_questions (StarlingSummary *self)
{
  g_return_val_if_fail (STARLING_IS_SUMMARY (self), 0);

  return get_entry (self)->n_questions;
}

/**
 * starling_summary_matches:
 * @self: a summary
 * @folded_words: (array zero-terminated=1) (nullable): words as
 *   starling_text_fold() returns them
 *
 * Returns: whether title, question, principle, tags and key phrases together
 *   contain all of the words
 */
gboolean
starling_summary_matches (StarlingSummary *self,
                          const char *const *folded_words)
{
  g_return_val_if_fail (STARLING_IS_SUMMARY (self), FALSE);

  for (guint i = 0; folded_words != NULL && folded_words[i] != NULL; i++)
    if (strstr (get_entry (self)->search, folded_words[i]) == NULL)
      return FALSE;
  return TRUE;
}

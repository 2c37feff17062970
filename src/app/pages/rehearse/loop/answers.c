/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/loop/answers.h"

#include "engine/take.h"

static void
add_ratings (StarlingLoopAnswer *answer, const StarlingEvent *take)
{
  for (guint i = 0; take->rating != NULL && i < STARLING_N_DIMENSIONS; i++)
    {
      int rating = GPOINTER_TO_INT (g_hash_table_lookup (
          take->rating, starling_dimension_to_id ((StarlingDimension) i)));

      answer->ratings += (guint) rating;
      answer->n_ratings += rating > 0 ? 1 : 0;
    }
  for (guint i = 0; take->probes != NULL && i < take->probes->len; i++)
    {
      const StarlingProbeTake *probe = g_ptr_array_index (take->probes, i);

      answer->ratings += (guint) probe->rating;
      answer->n_ratings += probe->rating > 0 ? 1 : 0;
    }
}

/**
 * starling_rehearse_init_answer:
 * @answer: (out caller-allocates): an answer
 * @item: a question of a loop, answered or not
 * @catalogue: the catalogue
 *
 * Says what the debrief of a loop has to know of an answer: its ratings, and
 * the time of the story without the follow-ups.
 */
void
starling_rehearse_init_answer (StarlingLoopAnswer *answer,
                               const StarlingLoopItem *item,
                               StarlingCatalogue *catalogue)
{
  const StarlingEvent *take = item->take;

  *answer = (StarlingLoopAnswer){
    .interview = item->slot,
    .principle = -1,
    .answered = take != NULL,
  };
  if (item->principle != NULL)
    answer->principle
        = starling_catalogue_find_principle (catalogue, item->principle);
  if (take == NULL)
    return;
  add_ratings (answer, take);
  for (guint i = 0; take->steps != NULL && i < take->steps->len; i++)
    {
      const StarlingStepTime *time
          = &g_array_index (take->steps, StarlingStepTime, i);

      answer->spent_ms += time->spent_ms;
      answer->target_ms += time->target_ms;
    }
}

/**
 * starling_rehearse_add_up_loop:
 * @record: a loop
 * @catalogue: the catalogue
 *
 * Returns: (transfer full): its debrief, as far as it was answered
 */
StarlingLoopDebrief *
starling_rehearse_add_up_loop (const StarlingLoopRecord *record,
                               StarlingCatalogue *catalogue)
{
  g_autofree StarlingLoopAnswer *answers
      = g_new (StarlingLoopAnswer, record->items->len);
  guint n_slots = record->event->slots != NULL ? record->event->slots->len : 0;

  for (guint i = 0; i < record->items->len; i++)
    starling_rehearse_init_answer (&answers[i],
                                   starling_loop_record_get_item (record, i),
                                   catalogue);
  return starling_loop_debrief_new (answers, record->items->len, n_slots);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/take-reviews.h"

/* Of one step, however often it is listed. */
#define MAX_MS (G_GINT64_CONSTANT (366) * 24 * 3600 * 1000)

static void
read_times (const StarlingEvent *event,
            const StarlingLens *lens,
            gint64 spent_ms[STARLING_N_STEPS],
            gint64 target_ms[STARLING_N_STEPS])
{
  for (guint i = 0; i < STARLING_N_STEPS; i++)
    spent_ms[i] = target_ms[i] = 0;
  for (guint i = 0; event->steps != NULL && i < event->steps->len; i++)
    {
      const StarlingStepTime *time
          = &g_array_index (event->steps, StarlingStepTime, i);
      guint step = (guint) time->step;

      if (step >= STARLING_N_STEPS)
        continue;
      spent_ms[step] += CLAMP (time->spent_ms, 0, MAX_MS);
      spent_ms[step] = MIN (spent_ms[step], MAX_MS);
      target_ms[step]
          = MAX (target_ms[step], CLAMP (time->target_ms, 0, MAX_MS));
    }
  for (guint i = 0; lens != NULL && i < STARLING_N_STEPS; i++)
    if (target_ms[i] == 0)
      target_ms[i] = (gint64) lens->steps[i].target * 1000;
}

/* Takes @phrase out of what was said, once. */
static gboolean
take_phrase (GPtrArray *said, const char *phrase)
{
  guint index;

  if (!g_ptr_array_find_with_equal_func (said, phrase, g_str_equal, &index))
    return FALSE;
  g_ptr_array_remove_index_fast (said, index);
  return TRUE;
}

static void
read_phrases (StarlingTakeReview *self,
              const StarlingEvent *event,
              const StarlingLens *lens)
{
  g_autoptr (GPtrArray) said = g_ptr_array_new ();

  for (guint i = 0; event->said != NULL && event->said[i] != NULL; i++)
    g_ptr_array_add (said, event->said[i]);
  for (guint i = 0; i < STARLING_N_STEPS; i++)
    {
      g_auto (GStrv) phrases
          = starling_take_list_phrases (lens, (StarlingStepId) i);

      for (guint j = 0; phrases[j] != NULL; j++)
        {
          self->n_phrases[i]++;
          self->n_said[i] += take_phrase (said, phrases[j]) ? 1 : 0;
        }
    }
}

static void
read_rating (StarlingTakeReview *self, const StarlingEvent *event)
{
  for (guint i = 0; event->rating != NULL && i < STARLING_N_DIMENSIONS; i++)
    {
      int value = GPOINTER_TO_INT (g_hash_table_lookup (
          event->rating, starling_dimension_to_id ((StarlingDimension) i)));

      self->rating[i] = CLAMP (value, 0, 4);
    }
}

/**
 * starling_take_review_new_from_event:
 * @event: a rehearsal, recorded or not
 * @lens: (nullable): the lens that it was told through; %NULL: not known
 *
 * Reviews a take. Its steps may stand in any order: the time of one that is
 * listed twice adds up, and one that is not listed was not told. A target that
 * the event does not give is that of @lens. A phrase counts as said where
 * @lens has it; one that two steps have, and that was said once, counts for the
 * first.
 *
 * Returns: (transfer full): a review
 */
StarlingTakeReview *
starling_take_review_new_from_event (const StarlingEvent *event,
                                     const StarlingLens *lens)
{
  StarlingTakeReview *self;
  gint64 spent_ms[STARLING_N_STEPS], target_ms[STARLING_N_STEPS];

  g_return_val_if_fail (event != NULL, NULL);
  g_return_val_if_fail (event->type == STARLING_EVENT_REHEARSAL, NULL);

  self = starling_take_review_new ();
  self->id = g_strdup (event->id);
  self->at = event->at;
  self->offset = event->offset;
  self->level = event->level;
  self->angle = g_strdup (event->angle);
  self->bare
      = g_strcmp0 (event->prompt, starling_prompt_to_id (STARLING_PROMPT_BARE))
        == 0;
  self->note = g_strdup (event->note);
  if (lens != NULL)
    read_phrases (self, event, lens);
  for (guint i = 0; event->probes != NULL && i < event->probes->len; i++)
    {
      const StarlingProbeTake *probe = g_ptr_array_index (event->probes, i);

      starling_take_review_add_probe (self, probe->probe, probe->ms,
                                      probe->target_ms,
                                      CLAMP (probe->rating, 0, 4));
    }
  read_rating (self, event);
  read_times (event, lens, spent_ms, target_ms);
  starling_take_review_conclude (self, spent_ms, target_ms);
  return self;
}

/* The lens of a take, made once for all takes through it. */
static const StarlingLens *
ensure_lens (GHashTable *lenses,
             StarlingCatalogue *catalogue,
             StarlingScenario *scenario,
             const StarlingEvent *event)
{
  g_autofree char *key = NULL;
  StarlingLens *lens;
  int angle = STARLING_AS_TOLD;

  if (event->level < 0 || event->level >= STARLING_N_LEVELS)
    return NULL;
  key = g_strdup_printf ("%d %s", event->level,
                         event->angle != NULL ? event->angle : "");
  lens = g_hash_table_lookup (lenses, key);
  if (lens != NULL)
    return lens;
  if (event->angle != NULL)
    angle = starling_catalogue_find_principle (catalogue, event->angle);
  lens = starling_lens_new (catalogue, scenario, (StarlingLevel) event->level,
                            angle);
  g_hash_table_insert (lenses, g_steal_pointer (&key), lens);
  return lens;
}

/**
 * starling_take_reviews_list:
 * @progress: progress
 * @catalogue: the principles
 * @scenario: a scenario
 *
 * Returns: (transfer full) (element-type StarlingTakeReview): all its takes,
 *   through whatever lens, oldest first, without deleted ones
 */
GPtrArray *
starling_take_reviews_list (StarlingProgress *progress,
                            StarlingCatalogue *catalogue,
                            StarlingScenario *scenario)
{
  g_autoptr (GPtrArray) takes = NULL;
  g_autoptr (GHashTable) lenses = NULL;
  GPtrArray *reviews;

  g_return_val_if_fail (progress != NULL, NULL);
  g_return_val_if_fail (scenario != NULL, NULL);

  takes = starling_progress_get_takes (progress, scenario->id);
  lenses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                  (GDestroyNotify) starling_lens_unref);
  reviews = g_ptr_array_new_with_free_func (
      (GDestroyNotify) starling_take_review_unref);
  for (guint i = 0; i < takes->len; i++)
    {
      const StarlingEvent *event = g_ptr_array_index (takes, i);

      g_ptr_array_add (reviews, starling_take_review_new_from_event (
                                    event, ensure_lens (lenses, catalogue,
                                                        scenario, event)));
    }
  return reviews;
}

/**
 * starling_take_reviews_filter:
 * @reviews: (element-type StarlingTakeReview): takes
 * @level: a level
 * @angle: (nullable): a principle's id; %NULL: as told
 *
 * Returns: (transfer full) (element-type StarlingTakeReview): those through
 *   that lens, in the same order
 */
GPtrArray *
starling_take_reviews_filter (GPtrArray *reviews, int level, const char *angle)
{
  GPtrArray *some = g_ptr_array_new_with_free_func (
      (GDestroyNotify) starling_take_review_unref);

  for (guint i = 0; i < reviews->len; i++)
    {
      StarlingTakeReview *review = g_ptr_array_index (reviews, i);

      if (starling_take_review_has_lens (review, level, angle))
        g_ptr_array_add (some, starling_take_review_ref (review));
    }
  return some;
}

/**
 * starling_take_reviews_find:
 * @reviews: (element-type StarlingTakeReview): takes
 * @id: (nullable): the id of an event
 *
 * Returns: the place of the take; the length of @reviews if it is not there
 */
guint
starling_take_reviews_find (GPtrArray *reviews, const char *id)
{
  for (guint i = 0; i < reviews->len; i++)
    {
      const StarlingTakeReview *review = g_ptr_array_index (reviews, i);

      if (id != NULL && g_strcmp0 (review->id, id) == 0)
        return i;
    }
  return reviews->len;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/draft.h"

#define NAME "rehearsal"

/**
 * starling_rehearse_draft_load:
 * @library: the library
 *
 * Returns: (transfer full) (nullable): the take that was left unfinished; %NULL
 *   if there is none that can be read, or it is in the journal already
 */
StarlingTake *
starling_rehearse_draft_load (StarlingLibrary *library)
{
  g_autoptr (JsonNode) node
      = starling_drafts_load_json (starling_library_get_drafts (library), NAME);
  StarlingTake *take = starling_take_from_json (node);

  /* The program ended between recording it and forgetting its draft */
  if (take != NULL && take->id != NULL
      && starling_progress_has_event (starling_library_get_progress (library),
                                      take->id))
    {
      g_clear_pointer (&take, starling_take_free);
      starling_rehearse_draft_keep (library, NULL);
    }
  return take;
}

/**
 * starling_rehearse_draft_keep:
 * @library: the library
 * @take: (nullable): a take as it stands; %NULL: none is unfinished
 *
 * Keeps a take for the next start, or forgets it. Does not wait for the disk.
 * While a clock runs, its draft is behind by what is spent since.
 */
void
starling_rehearse_draft_keep (StarlingLibrary *library,
                              const StarlingTake *take)
{
  StarlingDrafts *drafts = starling_library_get_drafts (library);
  gint64 now
      = starling_clock_get_monotonic (starling_library_get_clock (library));
  g_autoptr (JsonNode) node = NULL;

  if (take == NULL)
    {
      starling_drafts_delete_async (drafts, NAME, NULL, NULL);
      return;
    }
  node = starling_take_to_json (take, now);
  starling_drafts_save_json (drafts, NAME, node);
}

static GArray *
list_steps (const StarlingTake *take)
{
  GArray *steps = g_array_new (FALSE, TRUE, sizeof (StarlingStepTime));

  for (guint i = 0; i < STARLING_N_STEPS; i++)
    {
      StarlingStepTime time = { 0 };

      time.step = (StarlingStepId) i;
      time.target_ms = take->clock.target_ms[i];
      time.spent_ms
          = starling_rehearsal_get_spent_ms (&take->clock, time.step, 0);
      g_array_append_val (steps, time);
    }
  return steps;
}

/* The probes that were reached. */
static GPtrArray *
list_probes (const StarlingTake *take)
{
  GPtrArray *probes = g_ptr_array_new_with_free_func (
      (GDestroyNotify) starling_probe_take_free);

  for (guint i = 0; i < take->probes->len; i++)
    {
      const StarlingTakeProbe *probe = g_ptr_array_index (take->probes, i);
      gint64 ms = starling_rehearsal_get_probe_ms (&take->clock, i, 0);
      StarlingProbeTake *answer;

      if (ms == 0 && probe->rating == 0)
        continue;
      answer = starling_probe_take_new (probe->id);
      answer->ms = ms;
      answer->target_ms = take->clock.probe_target_ms;
      answer->rating = probe->rating;
      g_ptr_array_add (probes, answer);
    }
  return probes;
}

static GHashTable *
list_rating (const StarlingTake *take)
{
  GHashTable *rating = NULL;

  for (guint i = 0; i < STARLING_N_DIMENSIONS; i++)
    {
      if (take->rating[i] == 0)
        continue;
      if (rating == NULL)
        rating = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_insert (
          rating, g_strdup (starling_dimension_to_id ((StarlingDimension) i)),
          GINT_TO_POINTER (take->rating[i]));
    }
  return rating;
}

/**
 * starling_rehearse_draft_to_event:
 * @take: a take that is over
 *
 * Returns: (transfer full): the event that it becomes. All five steps are in
 *   it, those that were not told with no time spent, and the probes that were
 *   reached
 */
StarlingEvent *
starling_rehearse_draft_to_event (const StarlingTake *take)
{
  StarlingEvent *event = starling_event_new (STARLING_EVENT_REHEARSAL);

  event->id = g_strdup (take->id);
  event->scenario = g_strdup (take->scenario);
  event->level = (int) take->level;
  event->angle = g_strdup (take->angle);
  event->prompt = g_strdup (starling_prompt_to_id (take->prompt));
  event->steps = list_steps (take);
  event->said = starling_take_list_said (take);
  event->probes = list_probes (take);
  event->rating = list_rating (take);
  event->note = g_strdup (take->note);
  event->loop = g_strdup (take->loop);
  event->slot = take->loop != NULL ? take->slot : -1;
  return event;
}

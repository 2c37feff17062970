/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/loop/loop-private.h"

#include "base/random.h"

/* What there is to tell; their ids go into self->ids. */
static GArray *
list_stories (StarlingRehearseLoop *self)
{
  GListModel *summaries = starling_library_get_summaries (self->library);
  guint n_summaries = g_list_model_get_n_items (summaries);
  /* One more, so that there is an array even without any */
  GArray *stories = g_array_sized_new (FALSE, FALSE, sizeof (StarlingLoopStory),
                                       n_summaries + 1);

  g_ptr_array_set_size (self->ids, 0);
  for (guint i = 0; i < n_summaries; i++)
    {
      g_autoptr (StarlingSummary) summary
          = g_list_model_get_item (summaries, i);
      const char *id = starling_summary_get_id (summary);
      StarlingScenarioProgress progress;
      StarlingLoopStory story = { 0 };

      if (self->own_only
          && starling_summary_get_source (summary) != STARLING_SOURCE_STORIES)
        continue;
      starling_progress_get_scenario (starling_library_get_progress (
                                          self->library),
                                      id, &progress);
      story.principle = starling_summary_get_principle (summary);
      story.principles = starling_summary_get_angles (
          summary, starling_library_get_catalogue (self->library));
      story.record.n_takes = progress.n_takes;
      story.record.last_at = progress.last_take_at;
      g_array_append_val (stories, story);
      g_ptr_array_add (self->ids, g_strdup (id));
    }
  return stories;
}

static void
deal (StarlingRehearseLoop *self)
{
  g_autoptr (GArray) stories = list_stories (self);
  StarlingGoal goal;

  starling_progress_get_goal (starling_library_get_progress (self->library),
                              starling_library_get_catalogue (self->library),
                              &goal);
  self->request.wanted = goal.principles;
  self->request.seed = self->seed;
  starling_loop_plan (&self->request,
                      &g_array_index (stories, StarlingLoopStory, 0),
                      stories->len, &self->plan);
}

/**
 * starling_rehearse_loop_deal:
 * @self: a loop
 * @request: what is wanted; its seed and wanted principles do not count
 * @own_only: whether only the user's own stories are told
 *
 * Deals a loop. As long as the stories and @request stay, it is the same one,
 * until it is dealt again or started.
 */
void
starling_rehearse_loop_deal (StarlingRehearseLoop *self,
                             const StarlingLoopRequest *request,
                             gboolean own_only)
{
  g_return_if_fail (STARLING_IS_REHEARSE_LOOP (self));
  g_return_if_fail (request != NULL);

  self->request = *request;
  self->own_only = own_only;
  deal (self);
}

/**
 * starling_rehearse_loop_deal_again:
 * @self: a loop that was dealt
 *
 * Deals another one.
 */
void
starling_rehearse_loop_deal_again (StarlingRehearseLoop *self)
{
  g_return_if_fail (STARLING_IS_REHEARSE_LOOP (self));

  starling_random_next (&self->seed);
  deal (self);
}

/**
 * starling_rehearse_loop_get_plan:
 * @self: a loop that was dealt
 *
 * Returns: (transfer none): the deal
 */
const StarlingLoopPlan *
starling_rehearse_loop_get_plan (StarlingRehearseLoop *self)
{
  g_return_val_if_fail (STARLING_IS_REHEARSE_LOOP (self), NULL);

  return &self->plan;
}

/**
 * starling_rehearse_loop_get_request:
 * @self: a loop that was dealt
 *
 * Returns: (transfer none): what was wanted, the principles of the goal
 *   included
 */
const StarlingLoopRequest *
starling_rehearse_loop_get_request (StarlingRehearseLoop *self)
{
  g_return_val_if_fail (STARLING_IS_REHEARSE_LOOP (self), NULL);

  return &self->request;
}

static StarlingLoopSlot *
make_slot (StarlingRehearseLoop *self,
           const StarlingLoopInterview *interview,
           guint index)
{
  StarlingCatalogue *catalogue = starling_library_get_catalogue (self->library);
  g_autoptr (GStrvBuilder) principles = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) scenarios = g_strv_builder_new ();
  StarlingLoopSlot *slot = g_new0 (StarlingLoopSlot, 1);

  for (guint i = 0; i < interview->n_principles; i++)
    g_strv_builder_add (principles,
                        starling_catalogue_get_principle (
                            catalogue, (guint) interview->principles[i])
                            ->id);
  for (guint i = 0; i < interview->n_questions; i++)
    g_strv_builder_add (scenarios,
                        g_ptr_array_index (self->ids,
                                           interview->questions[i].story));
  slot->interviewer = (int) index + 1;
  slot->principles = g_strv_builder_end (principles);
  slot->scenarios = g_strv_builder_end (scenarios);
  slot->minutes = (int) self->request.minutes;
  return slot;
}

/**
 * starling_rehearse_loop_start:
 * @self: a loop that was dealt
 *
 * Records the beginning of the loop that was dealt; it is open then. The next
 * deal is another one. `failed` may follow.
 *
 * Returns: %FALSE if it has no question
 */
gboolean
starling_rehearse_loop_start (StarlingRehearseLoop *self)
{
  g_autoptr (StarlingEvent) event = NULL;

  g_return_val_if_fail (STARLING_IS_REHEARSE_LOOP (self), FALSE);

  if (self->plan.n_questions == 0)
    return FALSE;
  event = starling_event_new (STARLING_EVENT_LOOP);
  event->level = (int) self->request.level;
  event->slots = g_ptr_array_new_with_free_func (
      (GDestroyNotify) starling_loop_slot_free);
  for (guint i = 0; i < self->plan.n_interviews; i++)
    g_ptr_array_add (event->slots,
                     make_slot (self, &self->plan.interviews[i], i));
  self->plan = (StarlingLoopPlan){ 0 };
  starling_random_next (&self->seed);
  starling_rehearse_loop_record (self, event);
  return TRUE;
}

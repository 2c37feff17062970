/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "library-overview.h"

#include "storage/take-reviews.h"

static void
take_clear (gpointer data)
{
  StarlingOverviewTake *take = data;

  starling_take_review_unref (take->review);
  g_free (take->title);
}

/**
 * starling_overview_free:
 * @self: (transfer full): an overview
 */
void
starling_overview_free (StarlingOverview *self)
{
  starling_catalogue_unref (self->catalogue);
  g_ptr_array_unref (self->summaries);
  g_array_unref (self->stories);
  g_array_unref (self->takes);
  g_array_unref (self->days);
  g_free (self->cells);
  g_free (self);
}

static void
add_stories (StarlingOverview *self, StarlingLibrary *library)
{
  GListModel *summaries = starling_library_get_summaries (library);
  StarlingProgress *progress = starling_library_get_progress (library);

  for (guint i = 0; i < g_list_model_get_n_items (summaries); i++)
    {
      StarlingSummary *summary = g_list_model_get_item (summaries, i);
      StarlingScenarioProgress figures;
      StarlingOverviewStory story = {
        .id = starling_summary_get_id (summary),
        .title = starling_summary_get_title (summary),
        .principle = starling_summary_get_principle (summary),
        .angles = starling_summary_get_angles (summary, self->catalogue),
        .own = starling_summary_get_source (summary) == STARLING_SOURCE_STORIES,
      };

      starling_progress_get_scenario (progress, story.id, &figures);
      story.n_takes = figures.n_takes;
      story.last_take_at = figures.last_take_at;
      for (guint j = 0; j < STARLING_N_LEVELS; j++)
        story.levels[j] = figures.levels[j];
      g_array_append_val (self->stories, story);
      g_ptr_array_add (self->summaries, summary);
    }
}

static int
compare_told_cb (gconstpointer a, gconstpointer b)
{
  const StarlingOverviewStory *left = *(const StarlingOverviewStory *const *) a;
  const StarlingOverviewStory *right
      = *(const StarlingOverviewStory *const *) b;

  return (left->last_take_at < right->last_take_at)
         - (left->last_take_at > right->last_take_at);
}

static int
compare_takes_cb (gconstpointer a, gconstpointer b)
{
  const StarlingOverviewTake *left = a;
  const StarlingOverviewTake *right = b;

  if (left->review->at != right->review->at)
    return left->review->at < right->review->at ? -1 : 1;
  return g_strcmp0 (left->review->id, right->review->id);
}

/* Takes of which nothing was told say nothing. */
static void
add_takes_of (StarlingOverview *self,
              StarlingProgress *progress,
              const StarlingOverviewStory *story)
{
  g_autoptr (GPtrArray) events
      = starling_progress_get_takes (progress, story->id);

  for (guint i = 0; i < events->len; i++)
    {
      StarlingOverviewTake take = { starling_take_review_new_from_event (
                                        g_ptr_array_index (events, i), NULL),
                                    g_strdup (story->title) };

      if (take.review->tally.n_told > 0)
        g_array_append_val (self->takes, take);
      else
        take_clear (&take);
    }
}

/* The last takes of all stories. Enough are looked at once there are as many
 * as are wanted, and the next story was told before the first of these. */
static void
add_takes (StarlingOverview *self, StarlingProgress *progress)
{
  g_autoptr (GPtrArray) told = g_ptr_array_new ();

  for (guint i = 0; i < self->stories->len; i++)
    {
      StarlingOverviewStory *story
          = &g_array_index (self->stories, StarlingOverviewStory, i);

      if (story->n_takes > 0)
        g_ptr_array_add (told, story);
    }
  g_ptr_array_sort (told, compare_told_cb);
  for (guint i = 0; i < told->len; i++)
    {
      const StarlingOverviewStory *story = g_ptr_array_index (told, i);

      if (self->takes->len == STARLING_OVERVIEW_TREND
          && g_array_index (self->takes, StarlingOverviewTake, 0).review->at
                 > story->last_take_at)
        break;
      add_takes_of (self, progress, story);
      g_array_sort (self->takes, compare_takes_cb);
      if (self->takes->len > STARLING_OVERVIEW_TREND)
        g_array_remove_range (self->takes, 0,
                              self->takes->len - STARLING_OVERVIEW_TREND);
    }
}

static void
add_days (StarlingOverview *self, StarlingProgress *progress, int week_start)
{
  guint n_days;
  const StarlingActivity *days = starling_progress_get_days (progress, &n_days);

  g_array_append_vals (self->days, days, n_days);
  self->n_answers
      = starling_overview_list_weeks (days, n_days, week_start,
                                      STARLING_WEEKS_ANSWERS, self->answers,
                                      STARLING_OVERVIEW_TREND);
  self->n_recall
      = starling_overview_list_weeks (days, n_days, week_start,
                                      STARLING_WEEKS_RECALL, self->recall,
                                      STARLING_OVERVIEW_TREND);
}

static StarlingOverview *
overview_new (StarlingLibrary *library, StarlingLevel level)
{
  StarlingOverview *self = g_new0 (StarlingOverview, 1);
  StarlingPlanInput input;

  starling_library_get_plan_input (library, (int) level, &input);
  self->now = input.now;
  self->today = input.today;
  self->settings = input.settings;
  self->goal = input.goal;
  self->level = level;
  self->catalogue
      = starling_catalogue_ref (starling_library_get_catalogue (library));
  self->n_principles = starling_catalogue_get_n_principles (self->catalogue);
  self->cells
      = g_new (StarlingOverviewCell, self->n_principles * STARLING_N_LEVELS);
  self->summaries = g_ptr_array_new_with_free_func (g_object_unref);
  self->stories = g_array_new (FALSE, FALSE, sizeof (StarlingOverviewStory));
  self->takes = g_array_new (FALSE, FALSE, sizeof (StarlingOverviewTake));
  g_array_set_clear_func (self->takes, take_clear);
  self->days = g_array_new (FALSE, FALSE, sizeof (StarlingActivity));
  return self;
}

/**
 * starling_library_make_overview:
 * @self: a loaded library
 * @level: the level that is practised
 * @week_start: a #GDateWeekday, on which weeks begin
 *
 * Returns: (transfer full): where the user stands now, by the library's clock
 */
StarlingOverview *
starling_library_make_overview (StarlingLibrary *self,
                                StarlingLevel level,
                                int week_start)
{
  StarlingOverview *overview;
  StarlingProgress *progress;
  const StarlingOverviewStory *stories;

  g_return_val_if_fail (STARLING_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (level < STARLING_N_LEVELS, NULL);

  overview = overview_new (self, level);
  progress = starling_library_get_progress (self);
  add_stories (overview, self);
  add_takes (overview, progress);
  add_days (overview, progress, week_start);
  stories = (gconstpointer) overview->stories->data;
  starling_overview_fill (overview->cells, overview->n_principles, stories,
                          overview->stories->len,
                          starling_library_get_deck (self),
                          starling_progress_get_scheduler (progress),
                          overview->now);
  overview->n_begun
      = starling_overview_count_begun (overview->cells, overview->n_principles);
  overview->first
      = starling_overview_find_first (overview->cells, overview->n_principles,
                                      level, overview->goal.principles);
  starling_overview_find_next (stories, overview->stories->len,
                               overview->n_principles,
                               overview->goal.principles, &overview->next);
  return overview;
}

/**
 * starling_overview_is_empty:
 * @self: an overview
 *
 * Returns: whether there is nothing to show yet
 */
gboolean
starling_overview_is_empty (const StarlingOverview *self)
{
  return self->n_begun == 0 && self->days->len == 0;
}

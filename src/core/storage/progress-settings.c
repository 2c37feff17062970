/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/progress-private.h"

/* The last value of each setting counts (DESIGN 6). */
static StarlingStudySettings
find_settings (StarlingProgress *self)
{
  StarlingStudySettings study = {
    .retention = STARLING_DEFAULT_RETENTION,
    .new_per_day = STARLING_DEFAULT_NEW_PER_DAY,
    .reviews_per_day = STARLING_DEFAULT_REVIEWS_PER_DAY,
  };

  for (guint i = 0; i < self->settings->len; i++)
    {
      guint number = g_array_index (self->settings, guint32, i);
      const StarlingEvent *event = NULL;

      if (!starling_progress_is_live (self, number))
        continue;
      event = starling_progress_give (self, number);
      if (event->has_retention)
        study.retention = event->retention;
      if (event->has_new_per_day)
        study.new_per_day = event->new_per_day;
      if (event->has_reviews_per_day)
        study.reviews_per_day = event->reviews_per_day;
    }
  return study;
}

/**
 * starling_progress_ensure_settings:
 * @self: progress
 *
 * Brings settings and scheduler up to date. When cards are due depends on the
 * retention: if it is another one now, all chapters are to be replayed.
 */
void
starling_progress_ensure_settings (StarlingProgress *self)
{
  double before = self->study.retention;

  if (self->settings_valid)
    return;
  self->study = find_settings (self);
  self->settings_valid = TRUE;
  if (self->study.retention == before)
    return;
  starling_scheduler_init_default (&self->scheduler, self->study.retention);
  starling_progress_touch_all (self);
}

/**
 * starling_progress_get_settings:
 * @self: progress
 * @out: (out caller-allocates): the settings that scheduling depends on
 */
void
starling_progress_get_settings (StarlingProgress *self,
                                StarlingStudySettings *out)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (out != NULL);

  starling_progress_ensure_settings (self);
  *out = self->study;
}

/**
 * starling_progress_get_scheduler:
 * @self: progress
 *
 * Returns: (transfer none): the scheduler at the user's retention; valid until
 *   @self changes
 */
const StarlingScheduler *
starling_progress_get_scheduler (StarlingProgress *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  starling_progress_ensure_settings (self);
  return &self->scheduler;
}

/**
 * starling_progress_get_goal:
 * @self: progress
 * @catalogue: (nullable): what knows the principles; others are left out
 * @out: (out caller-allocates): what the user prepares for; nothing special if
 *   that was never said
 */
void
starling_progress_get_goal (StarlingProgress *self,
                            StarlingCatalogue *catalogue,
                            StarlingGoal *out)
{
  const StarlingEvent *goal = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (out != NULL);

  *out = (StarlingGoal){ .interview = STARLING_NO_DAY };
  for (guint i = self->goals->len; i > 0 && goal == NULL; i--)
    {
      guint number = g_array_index (self->goals, guint32, i - 1);

      if (starling_progress_is_live (self, number))
        goal = starling_progress_give (self, number);
    }
  if (goal == NULL)
    return;
  if (!starling_day_parse (goal->interview, &out->interview))
    out->interview = STARLING_NO_DAY;
  for (char **id = goal->principles;
       catalogue != NULL && id != NULL && *id != NULL; id++)
    {
      int principle = starling_catalogue_find_principle (catalogue, *id);

      if (principle >= 0)
        out->principles |= STARLING_PRINCIPLE_BIT (principle);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/progress-private.h"

static GPtrArray *
list_live_of (StarlingProgress *self, const char *scenario)
{
  StarlingChapter *chapter = starling_progress_find_chapter (self, scenario);

  return chapter == NULL ? g_ptr_array_new ()
                         : starling_progress_list_live (self, chapter->events);
}

/**
 * starling_progress_get_scenario:
 * @self: progress
 * @scenario: a scenario's id, known or not
 * @out: (out caller-allocates): what the journal says of it
 */
void
starling_progress_get_scenario (StarlingProgress *self,
                                const char *scenario,
                                StarlingScenarioProgress *out)
{
  StarlingChapter *chapter = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (scenario != NULL);
  g_return_if_fail (out != NULL);

  *out = (StarlingScenarioProgress){ 0 };
  chapter = starling_progress_find_chapter (self, scenario);
  if (chapter == NULL)
    return;
  starling_progress_ensure_chapter (self, chapter);
  *out = chapter->figures;
}

/**
 * starling_progress_get_takes:
 * @self: progress
 * @scenario: a scenario's id
 *
 * Returns: (transfer full) (element-type StarlingEvent): its takes, oldest
 *   first, without deleted ones
 */
GPtrArray *
starling_progress_get_takes (StarlingProgress *self, const char *scenario)
{
  g_autoptr (GPtrArray) live = list_live_of (self, scenario);
  GPtrArray *takes
      = g_ptr_array_new_with_free_func ((GDestroyNotify) starling_event_unref);

  for (guint i = 0; i < live->len; i++)
    {
      StarlingEvent *event = g_ptr_array_index (live, i);

      if (event->type == STARLING_EVENT_REHEARSAL)
        g_ptr_array_add (takes, starling_event_ref (event));
    }
  return takes;
}

static gboolean
is_take_at (const StarlingEvent *event, StarlingLevel level, const char *angle)
{
  return event->type == STARLING_EVENT_REHEARSAL && event->level == (int) level
         && g_strcmp0 (event->angle, angle) == 0;
}

/**
 * starling_progress_get_last_take:
 * @self: progress
 * @scenario: a scenario's id
 * @level: the level it was told at
 * @angle: (nullable): the id of the principle it was told for; %NULL: as told
 *
 * Returns: (transfer none) (nullable): the newest take through that lens;
 *   valid until @self changes
 */
const StarlingEvent *
starling_progress_get_last_take (StarlingProgress *self,
                                 const char *scenario,
                                 StarlingLevel level,
                                 const char *angle)
{
  g_autoptr (GPtrArray) live = list_live_of (self, scenario);

  for (guint i = live->len; i > 0; i--)
    if (is_take_at (g_ptr_array_index (live, i - 1), level, angle))
      return g_ptr_array_index (live, i - 1);

  return NULL;
}

/**
 * starling_progress_count_takes:
 * @self: progress
 * @scenario: a scenario's id
 * @level: the level it was told at
 * @angle: (nullable): the id of the principle it was told for; %NULL: as told
 *
 * Returns: the number of takes through that lens
 */
guint
starling_progress_count_takes (StarlingProgress *self,
                               const char *scenario,
                               StarlingLevel level,
                               const char *angle)
{
  g_autoptr (GPtrArray) live = list_live_of (self, scenario);
  guint n = 0;

  for (guint i = 0; i < live->len; i++)
    n += is_take_at (g_ptr_array_index (live, i), level, angle) ? 1 : 0;
  return n;
}

/**
 * starling_progress_count_probe:
 * @self: progress
 * @scenario: a scenario's id
 * @probe: the id of one of its probes
 *
 * Returns: in how many takes the probe was answered
 */
guint
starling_progress_count_probe (StarlingProgress *self,
                               const char *scenario,
                               const char *probe)
{
  g_autoptr (GPtrArray) takes = starling_progress_get_takes (self, scenario);
  guint n = 0;

  for (guint i = 0; i < takes->len; i++)
    {
      StarlingEvent *event = g_ptr_array_index (takes, i);

      for (guint j = 0; event->probes != NULL && j < event->probes->len; j++)
        {
          StarlingProbeTake *take = g_ptr_array_index (event->probes, j);

          if (g_strcmp0 (take->probe, probe) == 0)
            {
              n++;
              break;
            }
        }
    }
  return n;
}

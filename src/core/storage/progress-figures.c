/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/progress-private.h"

/* The takes of a scenario that count. */
static GArray *
list_takes (StarlingProgress *self, const char *scenario)
{
  GArray *takes = g_array_new (FALSE, FALSE, sizeof (guint32));
  StarlingChapter *chapter = starling_progress_find_chapter (self, scenario);
  g_autoptr (GArray) live = NULL;

  if (chapter == NULL)
    return takes;
  live = starling_progress_list_live (self, chapter->events);
  starling_ledger_lock (self->ledger);
  for (guint i = 0; i < live->len; i++)
    {
      guint32 number = g_array_index (live, guint32, i);

      if (starling_ledger_get (self->ledger, number)->type
          == STARLING_EVENT_REHEARSAL)
        g_array_append_val (takes, number);
    }
  starling_ledger_unlock (self->ledger);
  return takes;
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
  g_autoptr (GArray) numbers = list_takes (self, scenario);
  GPtrArray *takes
      = g_ptr_array_new_with_free_func ((GDestroyNotify) starling_event_unref);

  for (guint i = 0; i < numbers->len; i++)
    g_ptr_array_add (takes,
                     starling_ledger_dup_event (self->ledger,
                                                g_array_index (numbers, guint32,
                                                               i)));
  return takes;
}

/* Whether a take was told through a lens. */
static gboolean
is_take_at (StarlingProgress *self,
            guint number,
            StarlingLevel level,
            const char *angle)
{
  gboolean is_at = FALSE;

  starling_ledger_lock (self->ledger);
  is_at = starling_ledger_get (self->ledger, number)->level == (int) level
          && g_strcmp0 (starling_ledger_get_topic (self->ledger, number)->angle,
                        angle)
                 == 0;
  starling_ledger_unlock (self->ledger);
  return is_at;
}

/**
 * starling_progress_get_last_take:
 * @self: progress
 * @scenario: a scenario's id
 * @level: the level it was told at
 * @angle: (nullable): the id of the principle it was told for; %NULL: as told
 *
 * Returns: (transfer none) (nullable): the newest take through that lens;
 *   valid as long as @self
 */
const StarlingEvent *
starling_progress_get_last_take (StarlingProgress *self,
                                 const char *scenario,
                                 StarlingLevel level,
                                 const char *angle)
{
  g_autoptr (GArray) takes = list_takes (self, scenario);

  for (guint i = takes->len; i > 0; i--)
    {
      guint number = g_array_index (takes, guint32, i - 1);

      if (is_take_at (self, number, level, angle))
        return starling_progress_give (self, number);
    }

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
  g_autoptr (GArray) takes = list_takes (self, scenario);
  guint n = 0;

  for (guint i = 0; i < takes->len; i++)
    n += is_take_at (self, g_array_index (takes, guint32, i), level, angle) ? 1
                                                                            : 0;
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

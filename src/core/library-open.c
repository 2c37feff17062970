/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "library-private.h"

#include "base/error.h"

/* Scenarios that are kept, so that going back and forth reads no file. */
#define MAX_OPENED 8

typedef struct
{
  StarlingSummary *summary;
  StarlingScenario *scenario;
} Opened;

static void
opened_free (gpointer data)
{
  Opened *opened = data;

  g_object_unref (opened->summary);
  starling_scenario_unref (opened->scenario);
  g_free (opened);
}

/**
 * starling_library_forget_opened:
 * @self: a library
 *
 * Drops the scenarios that were kept.
 */
void
starling_library_forget_opened (StarlingLibrary *self)
{
  g_queue_clear_full (self->opened, opened_free);
}

static StarlingScenario *
find_opened (StarlingLibrary *self, StarlingSummary *summary)
{
  for (GList *l = self->opened->head; l != NULL; l = l->next)
    {
      Opened *opened = l->data;

      if (opened->summary != summary)
        continue;
      g_queue_unlink (self->opened, l);
      g_queue_push_head_link (self->opened, l);
      return starling_scenario_ref (opened->scenario);
    }
  return NULL;
}

static void
keep (StarlingLibrary *self,
      StarlingSummary *summary,
      StarlingScenario *scenario)
{
  Opened *opened = g_new0 (Opened, 1);

  opened->summary = g_object_ref (summary);
  opened->scenario = starling_scenario_ref (scenario);
  g_queue_push_head (self->opened, opened);
  while (g_queue_get_length (self->opened) > MAX_OPENED)
    opened_free (g_queue_pop_tail (self->opened));
}

/* Loads packs again whose files have changed. */
static void
reload (StarlingLibrary *self)
{
  g_autoptr (StarlingStock) stock
      = starling_stock_load (self->data_dir, self->user_dir, self->catalogue,
                             self->stock);

  starling_library_take_stock (self, stock);
}

/**
 * starling_library_try_open:
 * @self: a loaded library
 * @id: a scenario's id
 * @error: return location for an error
 *
 * Reads a whole scenario as starling_library_open_scenario() does, but loads
 * nothing again: so nothing else changes meanwhile.
 *
 * Returns: (transfer full) (nullable): the scenario, or %NULL with an error
 */
StarlingScenario *
starling_library_try_open (StarlingLibrary *self,
                           const char *id,
                           GError **error)
{
  StarlingSummary *summary = starling_library_find_summary (self, id);
  StarlingScenario *scenario = NULL;

  if (summary == NULL)
    {
      g_set_error (error, STARLING_LIBRARY_ERROR,
                   STARLING_LIBRARY_ERROR_NO_SCENARIO,
                   "There is no scenario “%s”", id);
      return NULL;
    }
  scenario = find_opened (self, summary);
  if (scenario != NULL)
    return scenario;

  scenario = starling_pack_open_scenario (starling_summary_get_pack (summary),
                                          starling_summary_get_entry (summary),
                                          self->catalogue, error);
  if (scenario != NULL)
    keep (self, summary, scenario);
  return scenario;
}

/**
 * starling_library_open_scenario:
 * @self: a loaded library
 * @id: a scenario's id
 * @error: return location for an error
 *
 * Reads a whole scenario; the ones opened last are kept. If the file was
 * changed since it was loaded, it is loaded again first.
 *
 * Returns: (transfer full) (nullable): the scenario; %NULL with
 *   %STARLING_LIBRARY_ERROR_NO_SCENARIO, a #StarlingPackError or a
 *   #GIOErrorEnum
 */
StarlingScenario *
starling_library_open_scenario (StarlingLibrary *self,
                                const char *id,
                                GError **error)
{
  g_autoptr (GError) local = NULL;
  StarlingScenario *scenario = NULL;

  g_return_val_if_fail (STARLING_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  scenario = starling_library_try_open (self, id, &local);
  if (scenario == NULL
      && g_error_matches (local, STARLING_PACK_ERROR,
                          STARLING_PACK_ERROR_CHANGED))
    {
      /* @id may be that of a summary, which goes with the reload */
      g_autofree char *kept = g_strdup (id);

      g_clear_error (&local);
      reload (self);
      scenario = starling_library_try_open (self, kept, &local);
    }
  if (scenario == NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return scenario;
}

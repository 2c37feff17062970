/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session.h"

#include <string.h>

/* What a session's scope holds. */

#define SCOPE_SCENARIO "scenario:"
#define SCOPE_PRINCIPLE "principle:"
#define SCOPE_STORIES "my-stories"

/**
 * starling_session_get_scope_principle:
 * @self: a session
 *
 * Returns: the index of the principle that the scope is, or -1
 */
int
starling_session_get_scope_principle (StarlingSession *self)
{
  const char *scope;

  g_return_val_if_fail (STARLING_IS_SESSION (self), -1);

  scope = starling_session_get_scope (self);
  if (!g_str_has_prefix (scope, SCOPE_PRINCIPLE))
    return -1;
  return starling_catalogue_find_principle (
      starling_library_get_catalogue (starling_session_get_library (self)),
      scope + strlen (SCOPE_PRINCIPLE));
}

/**
 * starling_session_is_in_scope:
 * @self: a session
 * @summary: a scenario
 *
 * Returns: whether the scope is or holds @summary; Today holds all
 */
gboolean
starling_session_is_in_scope (StarlingSession *self, StarlingSummary *summary)
{
  const char *scope;

  g_return_val_if_fail (STARLING_IS_SESSION (self), FALSE);
  g_return_val_if_fail (STARLING_IS_SUMMARY (summary), FALSE);

  scope = starling_session_get_scope (self);
  if (g_str_has_prefix (scope, SCOPE_SCENARIO))
    return strcmp (starling_summary_get_id (summary),
                   scope + strlen (SCOPE_SCENARIO))
           == 0;
  if (g_str_has_prefix (scope, SCOPE_PRINCIPLE))
    return starling_summary_get_principle (summary)
           == starling_session_get_scope_principle (self);
  if (strcmp (scope, SCOPE_STORIES) == 0)
    return starling_summary_get_source (summary) == STARLING_SOURCE_STORIES;
  return TRUE;
}

/**
 * starling_session_list_scenarios:
 * @self: a session
 *
 * Returns: (transfer full): the ids of the scenarios in the scope, in the
 *   sidebar's order; of all of them for Today
 */
GStrv
starling_session_list_scenarios (StarlingSession *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GListModel *summaries;

  g_return_val_if_fail (STARLING_IS_SESSION (self), NULL);

  summaries
      = starling_library_get_summaries (starling_session_get_library (self));
  for (guint i = 0; i < g_list_model_get_n_items (summaries); i++)
    {
      g_autoptr (StarlingSummary) summary
          = g_list_model_get_item (summaries, i);

      if (starling_session_is_in_scope (self, summary))
        g_strv_builder_add (builder, starling_summary_get_id (summary));
    }
  return g_strv_builder_end (builder);
}

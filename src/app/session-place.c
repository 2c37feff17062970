/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session-private.h"

/* Where in the scope's story Study is to go. */

/* Takes @place; NULL: nowhere in particular. */
void
starling_session_set_place (StarlingSession *self, StarlingPlace *place)
{
  if (place == NULL && self->place == NULL)
    return;
  g_clear_pointer (&self->place, starling_place_free);
  self->place = place;
  g_object_notify (G_OBJECT (self), "place");
}

/**
 * starling_session_show_place:
 * @self: a session
 * @scenario: the id of a scenario, whether or not there is one
 * @step: a StarlingStepId, or %STARLING_NO_STEP
 * @probe: (nullable): the id of a follow-up question; goes before @step
 *
 * Opens the walkthrough of a story at a place. It is kept until Study shows
 * the story, also if that cannot be opened yet; the lens stays as it is.
 */
void
starling_session_show_place (StarlingSession *self,
                             const char *scenario,
                             int step,
                             const char *probe)
{
  g_autofree char *scope = NULL;

  g_return_if_fail (STARLING_IS_SESSION (self));
  g_return_if_fail (scenario != NULL);

  scope = g_strconcat ("scenario:", scenario, NULL);
  g_object_freeze_notify (G_OBJECT (self));
  starling_session_set_study_view (self, STARLING_VIEW_WALKTHROUGH);
  starling_session_set_scope (self, scope);
  starling_session_set_place (self, starling_place_new (step, probe));
  starling_session_set_mode (self, STARLING_MODE_STUDY);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * starling_session_take_place:
 * @self: a session
 *
 * For whoever goes there: the place is not wanted any more afterwards.
 *
 * Returns: (transfer full) (nullable): where to go
 */
StarlingPlace *
starling_session_take_place (StarlingSession *self)
{
  StarlingPlace *place;

  g_return_val_if_fail (STARLING_IS_SESSION (self), NULL);

  place = g_steal_pointer (&self->place);
  if (place != NULL)
    g_object_notify (G_OBJECT (self), "place");
  return place;
}

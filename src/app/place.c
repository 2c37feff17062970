/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "place.h"

G_DEFINE_BOXED_TYPE (StarlingPlace,
                     starling_place,
                     starling_place_copy,
                     starling_place_free)

/**
 * starling_place_new:
 * @step: a StarlingStepId, or %STARLING_NO_STEP
 * @probe: (nullable): the id of a follow-up question
 *
 * Returns: (transfer full): a place in a story
 */
StarlingPlace *
starling_place_new (int step, const char *probe)
{
  StarlingPlace *self = g_new0 (StarlingPlace, 1);

  self->step = step;
  self->probe = g_strdup (probe);
  return self;
}

/**
 * starling_place_copy:
 * @self: a place
 *
 * Returns: (transfer full): another one like it
 */
StarlingPlace *
starling_place_copy (const StarlingPlace *self)
{
  return starling_place_new (self->step, self->probe);
}

/**
 * starling_place_free:
 * @self: (transfer full): a place
 *
 * Frees @self.
 */
void
starling_place_free (StarlingPlace *self)
{
  g_free (self->probe);
  g_free (self);
}

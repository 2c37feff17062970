/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/catalogue-private.h"

G_DEFINE_BOXED_TYPE (StarlingCatalogue,
                     starling_catalogue,
                     starling_catalogue_ref,
                     starling_catalogue_unref)

static const char *const level_ids[] = { "sde1", "sde2", "senior" };
static const char *const step_ids[]
    = { "situation", "task", "action", "result", "reflection" };

G_STATIC_ASSERT (G_N_ELEMENTS (level_ids) == STARLING_N_LEVELS);
G_STATIC_ASSERT (G_N_ELEMENTS (step_ids) == STARLING_N_STEPS);

static void
principle_free (gpointer data)
{
  StarlingPrinciple *principle = data;

  g_free (principle->id);
  g_free (principle->name);
  g_free (principle->summary);
  g_strfreev (principle->looks_for);
  g_free (principle);
}

static void
catalogue_clear (gpointer data)
{
  StarlingCatalogue *self = data;

  g_ptr_array_unref (self->principles);
  for (guint i = 0; i < STARLING_N_LEVELS; i++)
    {
      g_free (self->levels[i].id);
      g_free (self->levels[i].name);
      g_free (self->levels[i].guidance);
      g_free (self->levels[i].bar);
    }
}

/**
 * starling_catalogue_new:
 *
 * Returns: (transfer full): a catalogue to fill in
 */
StarlingCatalogue *
starling_catalogue_new (void)
{
  StarlingCatalogue *self = g_atomic_rc_box_new0 (StarlingCatalogue);

  self->principles = g_ptr_array_new_with_free_func (principle_free);
  return self;
}

/**
 * starling_catalogue_ref:
 * @self: a catalogue
 *
 * Returns: (transfer full): @self; from any thread
 */
StarlingCatalogue *
starling_catalogue_ref (StarlingCatalogue *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * starling_catalogue_unref:
 * @self: (transfer full): a catalogue
 *
 * Frees @self with its last reference; from any thread.
 */
void
starling_catalogue_unref (StarlingCatalogue *self)
{
  g_atomic_rc_box_release_full (self, catalogue_clear);
}

/**
 * starling_catalogue_get_n_principles:
 * @self: a catalogue
 *
 * Returns: how many principles there are, at most %STARLING_MAX_PRINCIPLES
 */
guint
starling_catalogue_get_n_principles (StarlingCatalogue *self)
{
  return self->principles->len;
}

/**
 * starling_catalogue_get_principle:
 * @self: a catalogue
 * @index: index of a principle
 *
 * Returns: (transfer none): that principle
 */
const StarlingPrinciple *
starling_catalogue_get_principle (StarlingCatalogue *self, guint index)
{
  g_return_val_if_fail (index < self->principles->len, NULL);

  return g_ptr_array_index (self->principles, index);
}

/**
 * starling_catalogue_find_principle:
 * @self: a catalogue
 * @id: id of a principle
 *
 * Returns: its index, or %STARLING_AS_TOLD if there is none of that id
 */
int
starling_catalogue_find_principle (StarlingCatalogue *self, const char *id)
{
  for (guint i = 0; i < self->principles->len; i++)
    {
      const StarlingPrinciple *principle
          = g_ptr_array_index (self->principles, i);

      if (g_str_equal (principle->id, id))
        return (int) i;
    }
  return STARLING_AS_TOLD;
}

/**
 * starling_catalogue_get_level:
 * @self: a catalogue
 * @level: a level
 *
 * Returns: (transfer none): what the catalogue says of it
 */
const StarlingLevelInfo *
starling_catalogue_get_level (StarlingCatalogue *self, StarlingLevel level)
{
  g_return_val_if_fail ((guint) level < STARLING_N_LEVELS, NULL);

  return &self->levels[level];
}

/* Index of @id in @ids, or -1. */
static int
find_id (const char *const *ids, guint n_ids, const char *id)
{
  for (guint i = 0; i < n_ids; i++)
    if (g_strcmp0 (ids[i], id) == 0)
      return (int) i;
  return -1;
}

/**
 * starling_level_to_id:
 * @level: a level
 *
 * Returns: its id in files
 */
const char *
starling_level_to_id (StarlingLevel level)
{
  g_return_val_if_fail ((guint) level < STARLING_N_LEVELS, NULL);

  return level_ids[level];
}

/**
 * starling_level_from_id:
 * @id: (nullable): id of a level
 * @level: (out) (optional): the level
 *
 * Returns: whether there is a level of that id
 */
gboolean
starling_level_from_id (const char *id, StarlingLevel *level)
{
  int index = find_id (level_ids, G_N_ELEMENTS (level_ids), id);

  if (index >= 0 && level != NULL)
    *level = (StarlingLevel) index;
  return index >= 0;
}

/**
 * starling_step_to_id:
 * @step: a step
 *
 * Returns: its id in files
 */
const char *
starling_step_to_id (StarlingStepId step)
{
  g_return_val_if_fail ((guint) step < STARLING_N_STEPS, NULL);

  return step_ids[step];
}

/**
 * starling_step_from_id:
 * @id: (nullable): id of a step
 * @step: (out) (optional): the step
 *
 * Returns: whether there is a step of that id
 */
gboolean
starling_step_from_id (const char *id, StarlingStepId *step)
{
  int index = find_id (step_ids, G_N_ELEMENTS (step_ids), id);

  if (index >= 0 && step != NULL)
    *step = (StarlingStepId) index;
  return index >= 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/card.h"

#include <string.h>

static const struct
{
  const char *prefix; /* behind the scenario's id */
  gboolean has_key;
} kinds[] = {
  [STARLING_CARD_STEP] = { "#step.", TRUE },
  [STARLING_CARD_PROBE] = { "#probe.", TRUE },
  [STARLING_CARD_WEAK] = { "#weak", FALSE },
  [STARLING_CARD_ANGLE] = { "#angle.", TRUE },
};

/* A card in one piece of memory: there are many thousands. */
static StarlingCard *
card_new (const StarlingScenario *scenario,
          StarlingCardKind kind,
          const char *key,
          guint levels)
{
  gsize before_key = strlen (scenario->id) + strlen (kinds[kind].prefix);
  gsize size = before_key + strlen (key) + 1;
  StarlingCard *self = g_malloc (sizeof *self + size);

  self->name = (char *) (self + 1);
  g_snprintf (self->name, size, "%s%s%s", scenario->id, kinds[kind].prefix,
              key);
  self->kind = kind;
  self->key = self->name + before_key;
  self->levels = levels;
  return self;
}

/**
 * starling_card_free:
 * @self: (transfer full): a card
 */
void
starling_card_free (StarlingCard *self)
{
  g_free (self);
}

/* The levels at which the lens yields a passage of the step. */
static guint
get_step_levels (const StarlingScenario *scenario, StarlingStepId step)
{
  guint levels = 0;

  for (guint i = 0; i < STARLING_N_LEVELS; i++)
    {
      GPtrArray *passages = step == STARLING_STEP_REFLECTION
                                ? scenario->levels[i].reflection
                                : scenario->steps[step].answer;

      for (guint j = 0; j < passages->len; j++)
        levels |= ((StarlingPassage *) g_ptr_array_index (passages, j))->levels
                  & (1u << i);
    }
  return levels;
}

/**
 * starling_card_list:
 * @catalogue: the catalogue that the scenario was read with
 * @scenario: a scenario
 *
 * Lists the cards of a scenario: its steps that have text at some level, in
 * order, its angles, its probes, and the weak answer (DESIGN 1 and 5).
 *
 * Returns: (transfer full) (element-type StarlingCard): the cards
 */
GPtrArray *
starling_card_list (StarlingCatalogue *catalogue,
                    const StarlingScenario *scenario)
{
  GPtrArray *cards
      = g_ptr_array_new_with_free_func ((GDestroyNotify) starling_card_free);

  for (guint i = 0; i < STARLING_N_STEPS; i++)
    {
      StarlingStepId step = (StarlingStepId) i;
      guint levels = get_step_levels (scenario, step);

      if (levels != 0)
        g_ptr_array_add (cards, card_new (scenario, STARLING_CARD_STEP,
                                          starling_step_to_id (step), levels));
    }
  for (guint i = 0; i < scenario->angles->len; i++)
    {
      const StarlingAngle *angle = g_ptr_array_index (scenario->angles, i);
      const StarlingPrinciple *principle
          = starling_catalogue_get_principle (catalogue,
                                              (guint) angle->principle);

      g_ptr_array_add (cards, card_new (scenario, STARLING_CARD_ANGLE,
                                        principle->id, STARLING_ALL_LEVELS));
    }
  for (guint i = 0; i < scenario->probes->len; i++)
    {
      const StarlingProbe *probe = g_ptr_array_index (scenario->probes, i);

      g_ptr_array_add (cards, card_new (scenario, STARLING_CARD_PROBE,
                                        probe->id, STARLING_ALL_LEVELS));
    }
  if (scenario->weak_text != NULL)
    g_ptr_array_add (cards, card_new (scenario, STARLING_CARD_WEAK, "",
                                      STARLING_ALL_LEVELS));
  return cards;
}

/**
 * starling_card_parse:
 * @name: (nullable): what may be the name of a card
 * @scenario_length: (out) (optional): how many bytes of it are the scenario's
 *   id
 * @kind: (out) (optional): the card's kind
 * @key: (out) (optional) (transfer none): the part of @name that is the step's,
 *   probe's or principle's id; "" for the weak answer
 *
 * Takes the name of a card apart (DESIGN 6). Whether there is such a scenario,
 * probe or principle is not looked at.
 *
 * Returns: %FALSE if @name is not the name of a card
 */
gboolean
starling_card_parse (const char *name,
                     gsize *scenario_length,
                     StarlingCardKind *kind,
                     const char **key)
{
  const char *hash = name != NULL ? strchr (name, '#') : NULL;
  StarlingStepId step;

  if (hash == NULL || hash == name)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const char *rest = NULL;

      if (!g_str_has_prefix (hash, kinds[i].prefix))
        continue;
      rest = hash + strlen (kinds[i].prefix);
      if ((*rest != '\0') != kinds[i].has_key
          || (i == STARLING_CARD_STEP && !starling_step_from_id (rest, &step)))
        return FALSE;
      if (scenario_length != NULL)
        *scenario_length = (gsize) (hash - name);
      if (kind != NULL)
        *kind = (StarlingCardKind) i;
      if (key != NULL)
        *key = rest;
      return TRUE;
    }
  return FALSE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/lens.h"

#include "base/text.h"

G_DEFINE_BOXED_TYPE (StarlingLens,
                     starling_lens,
                     starling_lens_ref,
                     starling_lens_unref)

static void
lens_clear (gpointer data)
{
  StarlingLens *self = data;

  for (guint i = 0; i < STARLING_N_STEPS; i++)
    {
      g_free ((gpointer) self->steps[i].passages);
      g_free ((gpointer) self->steps[i].key_phrases);
    }
  starling_scenario_unref (self->scenario);
  starling_catalogue_unref (self->catalogue);
}

static StarlingEmphasis
get_emphasis (const StarlingPassage *passage, int angle)
{
  if (angle == STARLING_AS_TOLD)
    return STARLING_EMPHASIS_NEUTRAL;
  if (passage->emphasize & STARLING_PRINCIPLE_BIT (angle))
    return STARLING_EMPHASIS_LEAN_ON;
  if (passage->downplay & STARLING_PRINCIPLE_BIT (angle))
    return STARLING_EMPHASIS_SHORT;
  return STARLING_EMPHASIS_NEUTRAL;
}

/* Picks the passages of @all that are spoken at the lens's level. */
static void
set_passages (StarlingLens *self, StarlingLensStep *step, GPtrArray *all)
{
  StarlingLensPassage *passages = g_new0 (StarlingLensPassage, all->len);
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const StarlingPassage *passage = g_ptr_array_index (all, i);

      if (!(passage->levels & (1u << self->level)))
        continue;
      passages[n].passage = passage;
      passages[n].emphasis = get_emphasis (passage, self->angle);
      n++;
    }
  step->passages = passages;
  step->n_passages = n;
}

static GPtrArray *
get_passages (const StarlingScenario *scenario,
              const StarlingStep *step,
              guint level)
{
  return step->step == STARLING_STEP_REFLECTION
             ? scenario->levels[level].reflection
             : step->answer;
}

static gboolean
is_said (GPtrArray *all, guint level, const char *phrase)
{
  for (guint i = 0; i < all->len; i++)
    {
      const StarlingPassage *passage = g_ptr_array_index (all, i);

      if ((passage->levels & (1u << level)) != 0
          && starling_text_find (passage->text, phrase, 0, NULL))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_of_other_levels (const StarlingLens *self,
                    const StarlingLensStep *step,
                    const StarlingStep *from,
                    const char *phrase)
{
  if (starling_lens_step_says (step, phrase))
    return FALSE;
  for (guint i = 0; i < STARLING_N_LEVELS; i++)
    if (is_said (get_passages (self->scenario, from, i), i, phrase))
      return TRUE;
  return FALSE;
}

/* Picks the key phrases that are for the lens's level; where nothing is written
 * for it, all. */
static void
set_key_phrases (StarlingLens *self,
                 StarlingLensStep *step,
                 const StarlingStep *from)
{
  char **all = from->key_phrases;
  const char **phrases = g_new0 (const char *, g_strv_length (all) + 1);
  guint n = 0;

  for (guint i = 0; all[i] != NULL; i++)
    if (step->n_passages == 0 || !is_of_other_levels (self, step, from, all[i]))
      phrases[n++] = all[i];
  step->key_phrases = phrases;
}

static void
set_steps (StarlingLens *self)
{
  const StarlingScenario *scenario = self->scenario;
  guint seconds[STARLING_N_STEPS], targets[STARLING_N_STEPS];

  for (guint i = 0; i < STARLING_N_STEPS; i++)
    seconds[i] = scenario->steps[i].seconds;
  starling_lens_allot (seconds, self->min_seconds, self->max_seconds, targets);

  for (guint i = 0; i < STARLING_N_STEPS; i++)
    {
      const StarlingStep *from = &scenario->steps[i];
      StarlingLensStep *step = &self->steps[i];

      step->step = from->step;
      step->target = targets[i];
      self->target += targets[i];
      step->coaching = from->coaching;
      step->mistake = from->mistake;
      set_passages (self, step, get_passages (scenario, from, self->level));
      set_key_phrases (self, step, from);
    }
}

/**
 * starling_lens_new:
 * @catalogue: the catalogue that the scenario was read with
 * @scenario: a scenario
 * @level: the level
 * @wanted_angle: index of a principle, or %STARLING_AS_TOLD; where the
 *   scenario does not offer it, it is seen as told
 *
 * The members of a level that the scenario lacks are the catalogue's, one by
 * one; its reflection never is. A key phrase that only other levels say is left
 * out; one that none says stays, as it is yet to be worked in.
 *
 * Returns: (transfer full): the scenario through the lens
 */
StarlingLens *
starling_lens_new (StarlingCatalogue *catalogue,
                   StarlingScenario *scenario,
                   StarlingLevel level,
                   int wanted_angle)
{
  StarlingLens *self = g_atomic_rc_box_new0 (StarlingLens);
  const StarlingLevelView *view = &scenario->levels[level];
  const StarlingLevelInfo *info
      = starling_catalogue_get_level (catalogue, level);
  const StarlingAngle *angle
      = starling_scenario_find_angle (scenario, wanted_angle);
  gboolean own_range = view->max_seconds > 0;

  self->catalogue = starling_catalogue_ref (catalogue);
  self->scenario = starling_scenario_ref (scenario);
  self->level = level;
  self->angle = starling_scenario_get_effective_angle (scenario, wanted_angle);
  self->min_seconds = own_range ? view->min_seconds : info->min_seconds;
  self->max_seconds = own_range ? view->max_seconds : info->max_seconds;
  self->guidance = view->guidance != NULL ? view->guidance : info->guidance;
  self->bar = view->bar != NULL ? view->bar : info->bar;
  if (angle != NULL)
    {
      self->lead = angle->lead;
      self->emphasize = angle->emphasize;
      self->downplay = angle->downplay;
    }
  set_steps (self);
  return self;
}

/**
 * starling_lens_ref:
 * @self: a lens
 *
 * Returns: (transfer full): @self
 */
StarlingLens *
starling_lens_ref (StarlingLens *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * starling_lens_unref:
 * @self: (transfer full): a lens
 *
 * Frees @self with its last reference.
 */
void
starling_lens_unref (StarlingLens *self)
{
  g_atomic_rc_box_release_full (self, lens_clear);
}

/**
 * starling_lens_step_says:
 * @step: a step seen through a lens
 * @phrase: some words
 *
 * Returns: whether they occur in what is spoken of it, ignoring case
 */
gboolean
starling_lens_step_says (const StarlingLensStep *step, const char *phrase)
{
  for (guint i = 0; i < step->n_passages; i++)
    if (starling_text_find (step->passages[i].passage->text, phrase, 0, NULL))
      return TRUE;
  return FALSE;
}

/**
 * starling_lens_allot:
 * @seconds: what each step takes as written
 * @min_seconds: of the whole
 * @max_seconds: of the whole, not below @min_seconds
 * @targets: (out caller-allocates): the target of each step, in seconds
 *
 * Fits the steps into a range (DESIGN 5): with Σ the sum of @seconds, and W
 * the value of the range that is nearest to Σ, step i gets floor (sᵢ·W/Σ); the
 * seconds that remain go one each to the largest remainders, of equal ones to
 * the earlier step. The sum of @targets is W, or 0 if all @seconds are.
 */
void
starling_lens_allot (const guint seconds[STARLING_N_STEPS],
                     guint min_seconds,
                     guint max_seconds,
                     guint targets[STARLING_N_STEPS])
{
  guint64 remainders[STARLING_N_STEPS] = { 0 };
  guint64 sum = 0, whole, left;

  g_return_if_fail (min_seconds <= max_seconds);

  for (guint i = 0; i < STARLING_N_STEPS; i++)
    {
      sum += seconds[i];
      targets[i] = 0;
    }
  if (sum == 0)
    return;

  whole = CLAMP (sum, min_seconds, max_seconds);
  left = whole;
  for (guint i = 0; i < STARLING_N_STEPS; i++)
    {
      targets[i] = (guint) (seconds[i] * whole / sum);
      remainders[i] = seconds[i] * whole % sum;
      left -= targets[i];
    }

  /* The remainders sum to left · sum, each below sum: each gets one at most */
  for (; left > 0; left--)
    {
      guint largest = 0;

      for (guint i = 1; i < STARLING_N_STEPS; i++)
        if (remainders[i] > remainders[largest])
          largest = i;
      targets[largest]++;
      remainders[largest] = 0;
    }
}

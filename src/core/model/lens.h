/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/scenario.h"

G_BEGIN_DECLS

typedef enum
{
  STARLING_EMPHASIS_NEUTRAL,
  STARLING_EMPHASIS_LEAN_ON, /* emphasised for the angle */
  STARLING_EMPHASIS_SHORT,   /* downplayed for the angle */
} StarlingEmphasis;

typedef struct
{
  const StarlingPassage *passage;
  StarlingEmphasis emphasis;
} StarlingLensPassage;

typedef struct
{
  StarlingStepId step;
  guint target; /* seconds */
  const StarlingLensPassage *passages;
  guint n_passages;
  const char *const *key_phrases; /* NULL-terminated, never NULL */
  const char *coaching;
  const char *mistake;
} StarlingLensStep;

/*
 * A scenario seen through level and angle (DESIGN "The lens"): immutable,
 * keeps its scenario and catalogue alive. Every mode shows a scenario through
 * one of these.
 */
typedef struct _StarlingLens
{
  StarlingCatalogue *catalogue;
  StarlingScenario *scenario;
  StarlingLevel level;
  int angle; /* the effective one: index of a principle or STARLING_AS_TOLD */
  StarlingLensStep steps[STARLING_N_STEPS]; /* reflection included */
  guint target;                             /* seconds, the sum of the steps */
  guint min_seconds;
  guint max_seconds;
  const char *lead; /* NULL as told, as are the next two */
  const char *emphasize;
  const char *downplay;
  const char *guidance;
  const char *bar;
} StarlingLens;

#define STARLING_TYPE_LENS (starling_lens_get_type ())
GType starling_lens_get_type (void);

StarlingLens *starling_lens_new (StarlingCatalogue *catalogue,
                                 StarlingScenario *scenario,
                                 StarlingLevel level,
                                 int wanted_angle);
StarlingLens *starling_lens_ref (StarlingLens *self);
void starling_lens_unref (StarlingLens *self);

gboolean
starling_lens_step_says (const StarlingLensStep *step, const char *phrase);
void starling_lens_allot (const guint seconds[STARLING_N_STEPS],
                          guint min_seconds,
                          guint max_seconds,
                          guint targets[STARLING_N_STEPS]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StarlingLens, starling_lens_unref)

G_END_DECLS

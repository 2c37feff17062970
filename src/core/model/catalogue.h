/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* A level of seniority; the order is that of the catalogue. */
typedef enum
{
  STARLING_LEVEL_SDE1,
  STARLING_LEVEL_SDE2,
  STARLING_LEVEL_SENIOR,
} StarlingLevel;

#define STARLING_N_LEVELS 3

/* A step of a story, in the order in which it is told. */
typedef enum
{
  STARLING_STEP_SITUATION,
  STARLING_STEP_TASK,
  STARLING_STEP_ACTION,
  STARLING_STEP_RESULT,
  STARLING_STEP_REFLECTION,
} StarlingStepId;

#define STARLING_N_STEPS 5

/*
 * A principle is named in memory by its index in the catalogue, in files by
 * its id. The angle "As told" is STARLING_AS_TOLD. A set of principles is a
 * bit for each index.
 */
#define STARLING_AS_TOLD (-1)
#define STARLING_MAX_PRINCIPLES 64
typedef guint64 StarlingPrincipleSet;
#define STARLING_PRINCIPLE_BIT(i) (G_GUINT64_CONSTANT (1) << (i))

typedef struct
{
  char *id;
  char *name;
  char *summary;
  char **looks_for; /* what interviewers look for; NULL-terminated */
} StarlingPrinciple;

typedef struct
{
  char *id;
  char *name;
  char *guidance;
  char *bar;
  guint min_seconds; /* of a whole story */
  guint max_seconds;
} StarlingLevelInfo;

/* The principles and levels that everything refers to. Immutable. */
typedef struct _StarlingCatalogue StarlingCatalogue;

#define STARLING_TYPE_CATALOGUE (starling_catalogue_get_type ())
GType starling_catalogue_get_type (void);

StarlingCatalogue *starling_catalogue_new_from_bytes (GBytes *bytes,
                                                      const char *file,
                                                      GError **error);
StarlingCatalogue *starling_catalogue_ref (StarlingCatalogue *self);
void starling_catalogue_unref (StarlingCatalogue *self);

guint starling_catalogue_get_n_principles (StarlingCatalogue *self);
const StarlingPrinciple *
starling_catalogue_get_principle (StarlingCatalogue *self, guint index);
int starling_catalogue_find_principle (StarlingCatalogue *self, const char *id);
const StarlingLevelInfo *
starling_catalogue_get_level (StarlingCatalogue *self, StarlingLevel level);

const char *starling_level_to_id (StarlingLevel level);
gboolean starling_level_from_id (const char *id, StarlingLevel *level);
const char *starling_step_to_id (StarlingStepId step);
gboolean starling_step_from_id (const char *id, StarlingStepId *step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StarlingCatalogue, starling_catalogue_unref)

G_END_DECLS

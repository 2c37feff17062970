/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "engine/rehearsal.h"
#include "model/lens.h"

G_BEGIN_DECLS

typedef enum
{
  STARLING_PROMPT_FULL, /* the text */
  STARLING_PROMPT_CUES, /* the key phrases */
  STARLING_PROMPT_BARE, /* the question */
} StarlingPrompt;

#define STARLING_N_PROMPTS 3

const char *starling_prompt_to_id (StarlingPrompt prompt);
gboolean starling_prompt_from_id (const char *id, StarlingPrompt *prompt);

/* What a user may rate in a take of their own. */
typedef enum
{
  STARLING_DIMENSION_OWNERSHIP,
  STARLING_DIMENSION_SPECIFICITY,
  STARLING_DIMENSION_METRICS,
  STARLING_DIMENSION_REFLECTION,
  STARLING_DIMENSION_DELIVERY,
} StarlingDimension;

#define STARLING_N_DIMENSIONS 5

const char *starling_dimension_to_id (StarlingDimension dimension);

/* A probe that was drawn for a take. */
typedef struct
{
  char *id;
  int rating; /* 1–4: nearer to the weak or the strong answer; 0: not rated */
} StarlingTakeProbe;

/* Best rating of an answer to a probe. */
#define STARLING_MAX_RATING 4

/* One rehearsal of a scenario through a lens, while it is made. */
typedef struct
{
  char *id;       /* (nullable): of the event that it becomes */
  char *scenario; /* id */
  StarlingLevel level;
  char *angle; /* a principle's id; NULL: as told */
  StarlingPrompt prompt;
  gint64 started_at; /* Unix ms */
  StarlingRehearsal clock;
  GPtrArray *said[STARLING_N_STEPS]; /* (element-type utf8), as ticked */
  int rating[STARLING_N_DIMENSIONS]; /* 1–4; 0: not rated */
  char *note;                        /* (nullable) */
  GPtrArray *probes; /* (element-type StarlingTakeProbe), in order */
  char *loop;        /* (nullable): of the mock loop that it belongs to */
  int slot;          /* of the loop, from 0; -1: none */
  char *question;    /* (nullable): what is asked in the place of the
                        scenario's own; not in the journal */
} StarlingTake;

StarlingTake *starling_take_new (const StarlingLens *lens,
                                 StarlingPrompt prompt,
                                 gint64 started_at);
StarlingTake *starling_take_new_empty (void);
StarlingTake *starling_take_copy (const StarlingTake *self);
void starling_take_free (StarlingTake *self);

void starling_take_set_probes (StarlingTake *self,
                               const char *const *ids,
                               gint64 target_ms);
void starling_take_add_probe (StarlingTake *self, const char *id, int rating);
void starling_take_set_question (StarlingTake *self, const char *question);
void starling_take_set_loop (StarlingTake *self, const char *loop, int slot);
StarlingTakeProbe *starling_take_get_probe (const StarlingTake *self);

gboolean starling_take_has_said (const StarlingTake *self,
                                 StarlingStepId step,
                                 const char *phrase);
void starling_take_set_said (StarlingTake *self,
                             StarlingStepId step,
                             const char *phrase,
                             gboolean said);
guint starling_take_count_said (const StarlingTake *self);
GStrv starling_take_list_said (const StarlingTake *self);

GStrv
starling_take_list_phrases (const StarlingLens *lens, StarlingStepId step);
guint starling_take_count_phrases (const StarlingLens *lens);

JsonNode *starling_take_to_json (const StarlingTake *self, gint64 now);
StarlingTake *starling_take_from_json (JsonNode *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StarlingTake, starling_take_free)

G_END_DECLS

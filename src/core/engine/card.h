/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/scheduler.h"
#include "model/scenario.h"

G_BEGIN_DECLS

typedef enum
{
  STARLING_CARD_STEP,
  STARLING_CARD_PROBE,
  STARLING_CARD_WEAK,
  STARLING_CARD_ANGLE,
} StarlingCardKind;

/* A thing to recall, made from a scenario (DESIGN 1 and 6). Immutable. */
typedef struct
{
  char *name; /* SCENARIO#step.STEP and so on */
  StarlingCardKind kind;
  const char *key; /* in name: the step's, probe's, principle's id, or "" */
  guint levels;    /* bit (1 << level) for each at which there is one */
} StarlingCard;

GPtrArray *starling_card_list (StarlingCatalogue *catalogue,
                               const StarlingScenario *scenario);
void starling_card_free (StarlingCard *self);
gboolean starling_card_parse (const char *name,
                              gsize *scenario_length,
                              StarlingCardKind *kind,
                              const char **key);

/* A card that was failed as often as this is set aside, and then again after
 * every STARLING_LEECH_AGAIN lapses more. */
#define STARLING_LEECH_LAPSES 8
#define STARLING_LEECH_AGAIN 4

/* What the journal says of one card: derived by replay, a plain value. */
typedef struct
{
  StarlingMemory memory;
  gint64 introduced_at; /* Unix ms of the first review; 0: never graded */
  int introduced_day;   /* study day of it, in its own offset */
  gint64 last_at;       /* Unix ms of the last review; 0: never */
  int last_day;         /* study day of it, in its own offset */
  int buried_day;       /* study day on which it was buried last */
  gboolean suspended;   /* by the user */
  gboolean leech;       /* set aside after too many lapses */
  guint spared;         /* lapses below which it is none again; 0: the usual */
  guint levels;         /* bit (1 << level) for each it was graded at */
} StarlingCardRecord;

void starling_card_record_init (StarlingCardRecord *self);
void starling_card_record_review (StarlingCardRecord *self,
                                  const StarlingScheduler *scheduler,
                                  const char *name,
                                  gint64 at,
                                  int offset,
                                  int grade,
                                  int level);
void starling_card_record_act (StarlingCardRecord *self,
                               const char *action,
                               gint64 at,
                               int offset);
gboolean
starling_card_record_is_aside (const StarlingCardRecord *self, int today);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StarlingCard, starling_card_free)

G_END_DECLS

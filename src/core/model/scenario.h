/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/question.h"

G_BEGIN_DECLS

/*
 * One interview question with its worked answer. The structs are open to
 * read; nobody writes to them once the pack loader has handed them out.
 * Strings that may be absent in the file are NULL then; arrays never are.
 */

/* One sentence as it is spoken. */
typedef struct
{
  char *text;
  StarlingPrincipleSet emphasize;
  StarlingPrincipleSet downplay;
  guint levels; /* bit (1 << level) for each at which it is spoken */
} StarlingPassage;

#define STARLING_ALL_LEVELS ((1u << STARLING_N_LEVELS) - 1)

typedef struct
{
  StarlingStepId step;
  guint seconds;
  GPtrArray *answer;  /* (element-type StarlingPassage) */
  char **key_phrases; /* NULL-terminated, never NULL */
  char *coaching;
  char *mistake;
} StarlingStep;

typedef struct
{
  char *guidance;
  GPtrArray *reflection; /* (element-type StarlingPassage) */
  char *bar;
  guint min_seconds; /* 0: the catalogue's */
  guint max_seconds; /* 0: the catalogue's */
} StarlingLevelView;

typedef struct
{
  int principle;
  char *lead;
  char *emphasize;
  char *downplay;
} StarlingAngle;

typedef enum
{
  STARLING_PROBE_UNSPECIFIED,
  STARLING_PROBE_CONTRIBUTION,
  STARLING_PROBE_INFLUENCE,
  STARLING_PROBE_TECHNICAL,
  STARLING_PROBE_IMPACT,
  STARLING_PROBE_ALTERNATIVES,
  STARLING_PROBE_DISAGREEMENT,
  STARLING_PROBE_FAILURE,
  STARLING_PROBE_LEARNING,
  STARLING_PROBE_SCALE,
  STARLING_PROBE_ANOTHER_EXAMPLE,
  STARLING_PROBE_OTHER_PRINCIPLE,
} StarlingProbeKind;

typedef struct
{
  char *id;
  char *question;
  char *probes; /* what the interviewer is testing */
  char *weak_answer;
  char *weak_why;
  char *strong_answer;
  char *strong_takeaway;
  StarlingProbeKind kind;
} StarlingProbe;

typedef struct _StarlingScenario
{
  char *id;
  char *title;
  char *question;
  int principle;
  char **tags;    /* NULL-terminated, never NULL */
  char *language; /* of its pack: a language tag such as `en`; NULL: unknown */

  /* the overview; all NULL where there is none */
  char *situation;
  char *walkthrough;
  char **takeaways;

  StarlingStep steps[STARLING_N_STEPS];
  StarlingLevelView levels[STARLING_N_LEVELS];
  GPtrArray *angles; /* (element-type StarlingAngle) */
  GPtrArray *probes; /* (element-type StarlingProbe) */

  /* the weak answer; all NULL where there is none */
  char *weak_text;
  char **weak_flags;
  char *weak_verdict;

  GPtrArray *quiz; /* (element-type StarlingQuestion) */
} StarlingScenario;

#define STARLING_TYPE_SCENARIO (starling_scenario_get_type ())
GType starling_scenario_get_type (void);

StarlingScenario *starling_scenario_new (void);
StarlingScenario *starling_scenario_ref (StarlingScenario *self);
void starling_scenario_unref (StarlingScenario *self);

StarlingPassage *starling_passage_new (const char *text);
StarlingAngle *starling_angle_new (void);
StarlingProbe *starling_probe_new (void);

const StarlingAngle *
starling_scenario_find_angle (const StarlingScenario *self, int principle);
int starling_scenario_get_effective_angle (const StarlingScenario *self,
                                           int wanted);
const StarlingProbe *
starling_scenario_find_probe (const StarlingScenario *self, const char *id);
const StarlingQuestion *
starling_scenario_find_question (const StarlingScenario *self, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StarlingScenario, starling_scenario_unref)

G_END_DECLS

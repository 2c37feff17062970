/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/catalogue.h"

G_BEGIN_DECLS

/* Share of the Action in the whole that is wanted, in percent (FACTS 3). */
#define STARLING_ACTION_SHARE_MIN 50
#define STARLING_ACTION_SHARE_MAX 60

/* What the times of a take come to; all of it follows from its event. */
typedef struct
{
  gint64 spent_ms[STARLING_N_STEPS]; /* 0: not told */
  gint64 target_ms[STARLING_N_STEPS];
  gint64 total_ms;
  gint64 target_total_ms;
  guint n_over;     /* steps over their target */
  guint n_told;     /* steps told */
  int action_share; /* percent of the whole; -1: nothing was told */
} StarlingTally;

void starling_tally_init (StarlingTally *self,
                          const gint64 spent_ms[STARLING_N_STEPS],
                          const gint64 target_ms[STARLING_N_STEPS]);

/* What the debrief says in its one sentence. */
typedef enum
{
  STARLING_VERDICT_NOTHING,     /* nothing was told */
  STARLING_VERDICT_STOPPED,     /* before `step`, and none after it was told */
  STARLING_VERDICT_LEFT_OUT,    /* `step` was not told, a later one was */
  STARLING_VERDICT_OVER_IN,     /* `seconds` over, most of it in `step` */
  STARLING_VERDICT_OVER,        /* `seconds` over, spread over the steps */
  STARLING_VERDICT_SHORT_IN,    /* `seconds` short, most of it in `step` */
  STARLING_VERDICT_SHORT,       /* `seconds` short, spread over the steps */
  STARLING_VERDICT_STEP_OVER,   /* on time, but `step` was `seconds` over */
  STARLING_VERDICT_ACTION_LOW,  /* on time, the Action only `percent` */
  STARLING_VERDICT_ACTION_HIGH, /* on time, the Action `percent` */
  STARLING_VERDICT_ON_TIME,     /* on time, the Action `percent` */
} StarlingVerdictKind;

typedef struct
{
  StarlingVerdictKind kind;
  StarlingStepId step;
  int seconds;
  int percent;
} StarlingVerdict;

void starling_verdict_init (StarlingVerdict *self, const StarlingTally *tally);

int starling_tally_round (gint64 ms);
int starling_tally_compare (gint64 total_ms, gint64 target_ms);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/debrief.h"
#include "engine/take.h"

G_BEGIN_DECLS

/* What the answer to a follow-up question may take, unless told otherwise. */
#define STARLING_PROBE_TARGET_MS 60000

#define STARLING_MAX_REMARKS 4

/* What a take suggests to change; figures are as the debrief shows them. */
typedef enum
{
  STARLING_REMARK_NOT_TOLD,    /* the `steps` were not told */
  STARLING_REMARK_STEP_OVER,   /* `step` took `seconds` of `target` */
  STARLING_REMARK_ACTION_LOW,  /* the Action had only `percent` */
  STARLING_REMARK_ACTION_HIGH, /* the Action had `percent` */
  STARLING_REMARK_PROBES,      /* `n` of `n_of` answers were rated 1 or 2 */
  STARLING_REMARK_PHRASES,     /* `n` key phrases of what was told were left
                                  unsaid, `n_of` of them in `step` */
} StarlingRemarkKind;

typedef struct
{
  StarlingRemarkKind kind;
  StarlingStepId step;
  guint steps; /* bit (1 << step) for each */
  int seconds;
  int target; /* seconds */
  int percent;
  guint n;
  guint n_of;
} StarlingRemark;

/* The answer to one follow-up question. */
typedef struct
{
  char *probe;      /* id */
  gint64 ms;        /* 0: not answered */
  gint64 target_ms; /* what it might take */
  int rating;       /* 1–4; 0: not rated */
} StarlingProbeReview;

/*
 * All that is said of one take, whether it is saved or not. Whoever makes one
 * fills in what was done, then calls starling_take_review_conclude(); nobody
 * writes to it afterwards.
 */
typedef struct
{
  char *id;      /* (nullable): of its event */
  gint64 at;     /* Unix ms */
  int offset;    /* minutes east of UTC */
  int level;     /* StarlingLevel; -1: none */
  char *angle;   /* a principle's id; NULL: as told */
  gboolean bare; /* the key phrases could not be ticked */
  guint n_said[STARLING_N_STEPS];
  guint n_phrases[STARLING_N_STEPS];
  StarlingProbeReview *probes;
  guint n_probes;
  int rating[STARLING_N_DIMENSIONS]; /* 1–4; 0: not rated */
  char *note;                        /* (nullable) */

  /* What follows from it. */
  StarlingTally tally;
  StarlingVerdict verdict;
  StarlingRemark remarks[STARLING_MAX_REMARKS];
  guint n_remarks;
} StarlingTakeReview;

StarlingTakeReview *starling_take_review_new (void);
StarlingTakeReview *starling_take_review_ref (StarlingTakeReview *self);
void starling_take_review_unref (StarlingTakeReview *self);

void starling_take_review_add_probe (StarlingTakeReview *self,
                                     const char *probe,
                                     gint64 ms,
                                     gint64 target_ms,
                                     int rating);
void starling_take_review_conclude (StarlingTakeReview *self,
                                    const gint64 spent_ms[STARLING_N_STEPS],
                                    const gint64 target_ms[STARLING_N_STEPS]);

guint starling_take_review_count_said (const StarlingTakeReview *self);
guint starling_take_review_count_phrases (const StarlingTakeReview *self);
int starling_take_review_get_mean_rating (const StarlingTakeReview *self);
gint64 starling_take_review_get_distance (const StarlingTakeReview *self);
gboolean starling_take_review_has_lens (const StarlingTakeReview *self,
                                        int level,
                                        const char *angle);

/* A take among the others of its lens. */
typedef struct
{
  guint number; /* from 1 */
  int last;     /* index of the one before; -1: none */
  int best;     /* index of the best one before; -1: none */
} StarlingTakeStanding;

void starling_take_standing_init (StarlingTakeStanding *self,
                                  GPtrArray *reviews,
                                  guint index);

/* take-remarks.c */
guint starling_take_review_make_remarks (
    const StarlingTakeReview *self,
    StarlingRemark remarks[STARLING_MAX_REMARKS]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StarlingTakeReview, starling_take_review_unref)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/catalogue.h"

G_BEGIN_DECLS

/* As many as a scenario may have (pack.schema.json). */
#define STARLING_MAX_PROBES 20

typedef enum
{
  STARLING_REHEARSAL_READY,     /* nothing has been told */
  STARLING_REHEARSAL_LEAD_IN,   /* a few seconds before the first step */
  STARLING_REHEARSAL_TELLING,   /* a step is being told */
  STARLING_REHEARSAL_ANSWERING, /* a probe is being answered */
  STARLING_REHEARSAL_COMPARING, /* its weak and strong answers are looked at */
  STARLING_REHEARSAL_DEBRIEF,   /* over; the times stand */
} StarlingRehearsalPhase;

/*
 * The clock of one rehearsal: a plain value, copied by assignment. Time is
 * handed in as monotonic microseconds, which leave suspension out; what runs
 * since `since` is in none of the times yet. Lead-in, steps and the answers to
 * probes can be paused; while answers are compared no time is taken.
 */
typedef struct
{
  StarlingRehearsalPhase phase;
  StarlingStepId step; /* the one being told; the last one told afterwards */
  guint probe;         /* answered or compared, from 0 */
  gboolean paused;
  gint64 since; /* monotonic µs */
  gint64 slept; /* µs suspended, when last looked; -1: not looked yet */
  gint64 lead_in_ms;
  gint64 lead_in_us; /* of it, spent */
  gint64 spent_us[STARLING_N_STEPS];
  gint64 target_ms[STARLING_N_STEPS];
  guint n_probes;
  gint64 probe_us[STARLING_MAX_PROBES]; /* spent on the answers */
  gint64 probe_target_ms;               /* wanted for each */
} StarlingRehearsal;

void starling_rehearsal_init (StarlingRehearsal *self,
                              const guint targets[STARLING_N_STEPS]);
void starling_rehearsal_set_lead_in (StarlingRehearsal *self, gint64 ms);
void starling_rehearsal_set_probes (StarlingRehearsal *self,
                                    guint n_probes,
                                    gint64 target_ms);

gboolean starling_rehearsal_start (StarlingRehearsal *self, gint64 now);
gboolean starling_rehearsal_next (StarlingRehearsal *self, gint64 now);
gboolean starling_rehearsal_back (StarlingRehearsal *self, gint64 now);
gboolean starling_rehearsal_can_go_back (const StarlingRehearsal *self);
gboolean starling_rehearsal_pause (StarlingRehearsal *self, gint64 now);
gboolean starling_rehearsal_resume (StarlingRehearsal *self, gint64 now);
gboolean starling_rehearsal_finish (StarlingRehearsal *self, gint64 now);
gboolean starling_rehearsal_restart (StarlingRehearsal *self, gint64 now);
gboolean
starling_rehearsal_update (StarlingRehearsal *self, gint64 now, gint64 slept);

gboolean starling_rehearsal_is_under_way (const StarlingRehearsal *self);
gboolean starling_rehearsal_is_running (const StarlingRehearsal *self);
gint64 starling_rehearsal_get_spent_ms (const StarlingRehearsal *self,
                                        StarlingStepId step,
                                        gint64 now);
gint64 starling_rehearsal_get_probe_ms (const StarlingRehearsal *self,
                                        guint probe,
                                        gint64 now);
gint64
starling_rehearsal_get_total_ms (const StarlingRehearsal *self, gint64 now);
int starling_rehearsal_get_target (const StarlingRehearsal *self, gint64 now);
int starling_rehearsal_get_left (const StarlingRehearsal *self, gint64 now);
gint64 starling_rehearsal_get_wait (const StarlingRehearsal *self, gint64 now);

/* What the eye is told once: that the target, or half as much again, is up. */
typedef enum
{
  STARLING_NUDGE_NONE,
  STARLING_NUDGE_TARGET,
  STARLING_NUDGE_FAR_OVER,
} StarlingNudge;

StarlingNudge starling_rehearsal_get_nudge (int target, int left);

/* What the ear is told, and no more often. */
typedef enum
{
  STARLING_CALL_NONE,
  STARLING_CALL_HALF,
  STARLING_CALL_TEN,
  STARLING_CALL_ZERO,
} StarlingCall;

StarlingCall starling_rehearsal_get_call (int target, int before, int left);

/* How often, and when last, a scenario was rehearsed. */
typedef struct
{
  guint n_takes;
  gint64 last_at; /* Unix ms; 0: never */
} StarlingRehearsalRecord;

void starling_rehearsal_propose (const StarlingRehearsalRecord *records,
                                 guint n_records,
                                 guint *order);
int starling_rehearsal_days_ago (gint64 at, gint64 now, int offset);

guint starling_rehearsal_draw_probes (const guint *practised,
                                      guint n_probes,
                                      guint wanted,
                                      guint64 seed,
                                      guint *order);

G_END_DECLS

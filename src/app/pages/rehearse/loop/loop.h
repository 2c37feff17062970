/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/loop.h"
#include "library.h"

G_BEGIN_DECLS

/* The next question of the open loop, and where it stands in the day. */
typedef struct
{
  const char *loop; /* id of the event that began it */
  StarlingLevel level;
  guint n_interviewers;
  guint n_all;          /* questions of the day that can be asked */
  guint n_answered;     /* of these */
  const char *scenario; /* id; NULL: no question is left */
  int principle;        /* that is asked for; -1: not known */
  int angle;            /* that the story is told for, or STARLING_AS_TOLD */
  guint slot;           /* index of the interviewer */
  guint place;          /* index of the question, of this interviewer */
  guint n_places;       /* questions of this interviewer */
  int minutes;          /* of this interviewer; 0: not said */
  gint64 spent_ms;      /* of these, on stories and probes */
} StarlingRehearseLoopNext;

/* Status of the end of a loop of which no question was left. */
#define STARLING_REHEARSE_LOOP_FINISHED "finished"

/*
 * The mock loop: the deal of one that may be started, and the one that is
 * open, as the journal has it. Questions whose story is gone are passed over.
 *
 * Signals:
 * - `changed`: another loop is open, or none, or another question is next
 * - `failed` (char *message): it could not be recorded
 */
#define STARLING_TYPE_REHEARSE_LOOP (starling_rehearse_loop_get_type ())
G_DECLARE_FINAL_TYPE (StarlingRehearseLoop,
                      starling_rehearse_loop,
                      STARLING,
                      REHEARSE_LOOP,
                      GObject)

StarlingRehearseLoop *starling_rehearse_loop_new (StarlingLibrary *library);

StarlingLibrary *
starling_rehearse_loop_get_library (StarlingRehearseLoop *self);

void starling_rehearse_loop_deal (StarlingRehearseLoop *self,
                                  const StarlingLoopRequest *request,
                                  gboolean own_only);
void starling_rehearse_loop_deal_again (StarlingRehearseLoop *self);
const StarlingLoopPlan *
starling_rehearse_loop_get_plan (StarlingRehearseLoop *self);
const StarlingLoopRequest *
starling_rehearse_loop_get_request (StarlingRehearseLoop *self);

gboolean starling_rehearse_loop_start (StarlingRehearseLoop *self);
char *starling_rehearse_loop_end (StarlingRehearseLoop *self);
const char *starling_rehearse_loop_get_open (StarlingRehearseLoop *self);
gboolean starling_rehearse_loop_get_next (StarlingRehearseLoop *self,
                                          StarlingRehearseLoopNext *next);

G_END_DECLS

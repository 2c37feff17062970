/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "engine/take.h"
#include "library.h"

G_BEGIN_DECLS

/*
 * The take that is being made: runs its clock, keeps its draft, records it in
 * the end. At the start it picks up a take that was left unfinished, which has
 * no lens until it is taken up again.
 *
 * Signals:
 * - `changed`: anything but the time
 * - `ticked`: the time that is shown, once a second at most
 * - `saved` (char *event_id): it is in the journal, and gone from here
 * - `failed` (char *message): it is not, and is still here
 */
#define STARLING_TYPE_REHEARSE_RUN (starling_rehearse_run_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingRehearseRun, starling_rehearse_run, STARLING, REHEARSE_RUN, GObject)

/* What a take is begun with. */
typedef struct
{
  StarlingPrompt prompt;
  gint64 lead_in_ms;    /* before the first step; 0: none */
  guint n_probes;       /* to be asked after the story, as far as there are */
  gint64 probe_ms;      /* wanted for the answer to each */
  const char *loop;     /* (nullable): the id of a mock loop */
  int slot;             /* of it, from 0 */
  const char *question; /* (nullable): asked instead of the scenario's own */
} StarlingRehearseOptions;

StarlingRehearseRun *starling_rehearse_run_new (StarlingLibrary *library);

StarlingLibrary *starling_rehearse_run_get_library (StarlingRehearseRun *self);
const StarlingTake *starling_rehearse_run_get_take (StarlingRehearseRun *self);
StarlingLens *starling_rehearse_run_get_lens (StarlingRehearseRun *self);
gint64 starling_rehearse_run_get_now (StarlingRehearseRun *self);
gboolean starling_rehearse_run_is_saving (StarlingRehearseRun *self);

void starling_rehearse_run_begin (StarlingRehearseRun *self,
                                  StarlingLens *lens,
                                  const StarlingRehearseOptions *options);
void
starling_rehearse_run_take_up (StarlingRehearseRun *self, StarlingLens *lens);
gboolean starling_rehearse_run_next (StarlingRehearseRun *self);
gboolean starling_rehearse_run_back (StarlingRehearseRun *self);
gboolean starling_rehearse_run_pause (StarlingRehearseRun *self);
gboolean starling_rehearse_run_resume (StarlingRehearseRun *self);
gboolean starling_rehearse_run_finish (StarlingRehearseRun *self);
void starling_rehearse_run_restart (StarlingRehearseRun *self);
void starling_rehearse_run_discard (StarlingRehearseRun *self);
void starling_rehearse_run_save (StarlingRehearseRun *self);

void starling_rehearse_run_set_prompt (StarlingRehearseRun *self,
                                       StarlingPrompt prompt);
void starling_rehearse_run_set_said (StarlingRehearseRun *self,
                                     StarlingStepId step,
                                     const char *phrase,
                                     gboolean said);
void starling_rehearse_run_set_rating (StarlingRehearseRun *self,
                                       StarlingDimension dimension,
                                       int value);
void starling_rehearse_run_rate_probe (StarlingRehearseRun *self, int rating);
void
starling_rehearse_run_set_note (StarlingRehearseRun *self, const char *note);

/* What can be taken back: the take that was there before. */
typedef enum
{
  STARLING_REHEARSE_UNDO_NONE,
  STARLING_REHEARSE_UNDO_RESTART,
  STARLING_REHEARSE_UNDO_DISCARD,
  STARLING_REHEARSE_UNDO_REPLACE, /* another take was begun over it */
} StarlingRehearseUndo;

StarlingRehearseUndo starling_rehearse_run_get_undo (StarlingRehearseRun *self);
void starling_rehearse_run_undo (StarlingRehearseRun *self);
void starling_rehearse_run_forget_undo (StarlingRehearseRun *self);

G_END_DECLS

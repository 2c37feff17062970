/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/rehearse/run.h"

G_BEGIN_DECLS

/* Shared by the rehearse-run*.c only. */

struct _StarlingRehearseRun
{
  GObject parent_instance;

  StarlingLibrary *library;
  StarlingTake *take;       /* (nullable) */
  StarlingLens *lens;       /* (nullable) */
  StarlingEvent *recording; /* (nullable): on its way to the journal */

  StarlingRehearseUndo undo;
  StarlingTake *before; /* (nullable): what undo brings back, its clock */
  StarlingLens *before_lens;
  gboolean before_ran; /* … which ran then, and is paused here */

  guint tick_source;
  guint note_source;
  gint64 drafted_at; /* monotonic µs */
};

void starling_rehearse_run_keep_draft (StarlingRehearseRun *self);
void starling_rehearse_run_changed (StarlingRehearseRun *self);
gboolean starling_rehearse_run_look (StarlingRehearseRun *self);
void starling_rehearse_run_set_before (StarlingRehearseRun *self,
                                       StarlingRehearseUndo undo);
void starling_rehearse_run_clear_before (StarlingRehearseRun *self);

G_END_DECLS

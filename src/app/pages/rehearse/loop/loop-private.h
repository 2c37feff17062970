/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/rehearse/loop/loop.h"

G_BEGIN_DECLS

/* Shared by loop.c and loop-deal.c only. */

struct _StarlingRehearseLoop
{
  GObject parent_instance;

  StarlingLibrary *library;

  guint64 seed; /* of the deal */
  StarlingLoopRequest request;
  gboolean own_only;
  StarlingLoopPlan plan;
  GPtrArray *ids; /* (element-type utf8): of the stories of the plan */

  StarlingLoopRecord *open; /* (nullable) */
  char *state;              /* of `open`, to tell whether it changed */
};

void starling_rehearse_loop_record (StarlingRehearseLoop *self,
                                    StarlingEvent *event);

G_END_DECLS

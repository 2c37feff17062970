/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/progress.h"

G_BEGIN_DECLS

/* Shared by the progress*.c only. */

/* The events of one scenario, in the order of replay. */
typedef struct
{
  GPtrArray *events; /* (element-type StarlingEvent), not owned */
  gboolean valid;    /* whether the figures are up to date */
  StarlingScenarioProgress figures;
} StarlingChapter;

struct _StarlingProgress
{
  GPtrArray *events;    /* (element-type StarlingEvent), sorted, owned */
  GHashTable *by_id;    /* id → StarlingEvent, of all events */
  GHashTable *chapters; /* scenario id → StarlingChapter */
  GPtrArray *undos;     /* (element-type StarlingEvent), not owned */
  GHashTable *voids;    /* ids of void events; NULL: to be found out */
};

/* progress-rules.c: what needs nothing but a list of events */
GHashTable *starling_progress_find_voids (GPtrArray *undos);
GPtrArray *starling_progress_find_due (GPtrArray *live, gint64 now);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/progress.h"

G_BEGIN_DECLS

/* Shared by the progress*.c only. */

/* The events of one scenario, in the order of replay. */
typedef struct
{
  GPtrArray *events; /* (element-type StarlingEvent), not owned */
  char *scenario;
  GList link;     /* in recent */
  guint64 serial; /* of its last change */
  gboolean stale; /* among the stale ones */

  /* What the events say, if valid. */
  gboolean valid;
  StarlingScenarioProgress figures;
  GHashTable *cards;     /* name → StarlingCardRecord */
  GHashTable *questions; /* id → StarlingQuestionRecord */
  GArray *days;          /* (element-type StarlingActivity), ascending */
} StarlingChapter;

/* What belongs to one mock loop, or to one that is not known (yet). */
typedef struct
{
  GPtrArray *takes; /* (element-type StarlingEvent), sorted, not owned */
  GPtrArray *ends;  /* (element-type StarlingEvent), sorted, not owned */
} StarlingLoopFile;

struct _StarlingProgress
{
  GPtrArray *events;    /* (element-type StarlingEvent), sorted, owned */
  GHashTable *by_id;    /* id → StarlingEvent, of all events */
  GHashTable *chapters; /* scenario id → StarlingChapter */

  GPtrArray *undos;  /* (element-type StarlingEvent), not owned */
  GHashTable *voids; /* id → how many live undos name it, not 0; NULL: to be
                        found out */

  guint64 serial;   /* of the last change */
  guint64 replayed; /* serial of the last replay of everything */
  GQueue recent;    /* of StarlingChapter, changed last first */
  GPtrArray *stale; /* (element-type StarlingChapter): days are to be asked */
  GArray *days;     /* (element-type StarlingActivity): sum over valid ones */

  GPtrArray *goals;       /* (element-type StarlingEvent), sorted, not owned */
  GPtrArray *settings;    /* (element-type StarlingEvent), sorted, not owned */
  GPtrArray *loops;       /* (element-type StarlingEvent), sorted, not owned */
  GHashTable *loop_files; /* id of a loop → StarlingLoopFile */
  gboolean settings_valid;
  StarlingStudySettings study;
  StarlingScheduler scheduler; /* at study.retention */
};

/* progress.c */
void starling_progress_insert_sorted (GPtrArray *events, StarlingEvent *event);
StarlingChapter *
starling_progress_find_chapter (StarlingProgress *self, const char *scenario);
void starling_progress_touch (StarlingProgress *self, StarlingChapter *chapter);
void starling_progress_touch_all (StarlingProgress *self);

/* progress-voids.c */
void starling_progress_file_undo (StarlingProgress *self, StarlingEvent *undo);
gboolean
starling_progress_is_live (StarlingProgress *self, const StarlingEvent *event);
StarlingEvent *
starling_progress_find_end (StarlingProgress *self, StarlingEvent *event);

/* progress-cards.c */
GPtrArray *
starling_progress_list_live (StarlingProgress *self, GPtrArray *events);
void starling_progress_ensure_chapter (StarlingProgress *self,
                                       StarlingChapter *chapter);

/* progress-questions.c */
void starling_progress_replay_answer (StarlingChapter *chapter,
                                      const StarlingEvent *event);

/* progress-loops.c */
void starling_loop_file_free (gpointer data);
void starling_progress_file_loop (StarlingProgress *self, StarlingEvent *event);

/* progress-settings.c */
void starling_progress_ensure_settings (StarlingProgress *self);

G_END_DECLS

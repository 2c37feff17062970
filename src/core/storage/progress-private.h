/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/blob.h"
#include "storage/progress.h"

G_BEGIN_DECLS

/* Shared by the progress*.c and snapshot.c only. */

/* The events of one scenario, in the order of replay. */
typedef struct
{
  GArray *events;       /* (element-type guint32): numbers in the ledger */
  const char *scenario; /* of the ledger's */
  GList link;           /* in recent */
  guint64 serial;       /* of its last change */
  gboolean stale;       /* among the stale ones */

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
  GArray *takes; /* (element-type guint32), sorted */
  GArray *ends;  /* (element-type guint32), sorted */
} StarlingLoopFile;

struct _StarlingProgress
{
  StarlingLedger *ledger; /* that has the events */
  GArray *events;         /* (element-type guint32): all that count, sorted */
  GHashTable *given;      /* number → StarlingEvent, owned: those given out */
  GHashTable *chapters;   /* scenario id → StarlingChapter */

  GArray *undos;     /* (element-type guint32): numbers */
  GHashTable *voids; /* number → how many live undos name it, not 0; NULL: to
                        be found out */

  guint64 serial;   /* of the last change */
  guint64 replayed; /* serial of the last replay of everything */
  GQueue recent;    /* of StarlingChapter, changed last first */
  GPtrArray *stale; /* (element-type StarlingChapter): days are to be asked */
  GArray *days;     /* (element-type StarlingActivity): sum over valid ones */

  GArray *goals;          /* (element-type guint32), sorted */
  GArray *settings;       /* (element-type guint32), sorted */
  GArray *loops;          /* (element-type guint32), sorted */
  GHashTable *loop_files; /* id of a loop → StarlingLoopFile */
  gboolean settings_valid;
  StarlingStudySettings study;
  StarlingScheduler scheduler; /* at study.retention */
};

/* progress.c */
StarlingChapter *
starling_progress_find_chapter (StarlingProgress *self, const char *scenario);
StarlingChapter *
starling_progress_ensure (StarlingProgress *self, const char *scenario);
void starling_progress_touch (StarlingProgress *self, StarlingChapter *chapter);
void starling_progress_touch_all (StarlingProgress *self);
StarlingEvent *starling_progress_give (StarlingProgress *self, guint number);

/* progress-file.c */
void starling_progress_clear (StarlingProgress *self);
void starling_progress_insert (StarlingProgress *self, guint number);
void starling_progress_file_all (StarlingProgress *self);

/* progress-snapshot.c */
void starling_progress_put (StarlingProgress *self,
                            GHashTable *strings,
                            GByteArray *blob);
gboolean starling_progress_take (StarlingProgress *self,
                                 GPtrArray *strings,
                                 StarlingBlobReader *reader);

/* progress-voids.c */
void starling_progress_file_undo (StarlingProgress *self, guint undo);
gboolean starling_progress_is_live (StarlingProgress *self, guint number);
guint starling_progress_find_end (StarlingProgress *self, guint number);

/* progress-cards.c */
GArray *starling_progress_list_live (StarlingProgress *self, GArray *events);
void starling_progress_ensure_chapter (StarlingProgress *self,
                                       StarlingChapter *chapter);
gboolean starling_progress_extend_chapter (StarlingProgress *self,
                                           StarlingChapter *chapter,
                                           guint number);
void starling_progress_add_days (GArray *sum, const GArray *days);

/* progress-questions.c */
void starling_progress_replay_answer (StarlingChapter *chapter,
                                      const StarlingLedgerEntry *entry,
                                      const char *question);

/* progress-loops.c */
void starling_loop_file_free (gpointer data);
void starling_progress_file_loop (StarlingProgress *self, guint number);

/* progress-settings.c */
void starling_progress_ensure_settings (StarlingProgress *self);

G_END_DECLS

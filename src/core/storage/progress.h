/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/activity.h"
#include "engine/overview.h"
#include "engine/plan.h"
#include "engine/quiz/leitner.h"
#include "storage/ledger.h"

G_BEGIN_DECLS

typedef enum
{
  STARLING_STATE_NEW,
  STARLING_STATE_IN_PROGRESS,
  STARLING_STATE_REHEARSED,
} StarlingState;

/* What the journal says of one scenario. */
typedef struct
{
  StarlingState state;
  guint n_takes;
  gint64 last_take_at;    /* Unix ms; 0: never */
  guint n_cards_reviewed; /* different cards graded */
  guint n_questions;      /* different ones answered, written or derived */
  guint n_right;          /* of those, right at the last answer */
  guint n_reviews;        /* of cards, each time one was graded */
  guint n_answers;        /* to questions, each time */
  guint n_answers_right;  /* of those */
  StarlingLevelFigures levels[STARLING_N_LEVELS]; /* what was done at each */
} StarlingScenarioProgress;

/* One question of a mock loop, in the order in which they are asked. */
typedef struct
{
  guint slot;  /* the interviewer, from 0 */
  guint place; /* among the questions of that slot, from 0 */
  const char *scenario;
  const char *principle; /* id of what is asked for; NULL: not said */
  StarlingEvent *take;   /* (nullable): the answer */
} StarlingLoopItem;

/* What the journal says of one mock loop. */
typedef struct
{
  StarlingEvent *event; /* that began it */
  StarlingEvent *end;   /* (nullable): that ended it */
  GArray *items;        /* (element-type StarlingLoopItem) */
  guint n_taken;        /* of them, answered */
} StarlingLoopRecord;

/* What was answered on one study day. */
typedef struct
{
  int day;
  guint n_answers;
  guint n_right; /* of those */
} StarlingQuizDay;

/* All that is derived from the journal; never stored. Main thread only. */
typedef struct _StarlingProgress StarlingProgress;

StarlingProgress *starling_progress_new (void);
StarlingProgress *starling_progress_new_for_ledger (StarlingLedger *ledger);
void starling_progress_free (StarlingProgress *self);

gboolean starling_progress_take_in (StarlingProgress *self);
void starling_progress_replay (StarlingProgress *self, GPtrArray *events);
void starling_progress_add (StarlingProgress *self, StarlingEvent *event);
void starling_progress_add_all (StarlingProgress *self, GPtrArray *events);
gboolean starling_progress_has_event (StarlingProgress *self, const char *id);
gboolean starling_progress_is_void (StarlingProgress *self, const char *id);
const StarlingEvent *
starling_progress_get_event (StarlingProgress *self, const char *id);
gint64 starling_progress_get_newest_at (StarlingProgress *self);
StarlingProgress *
starling_progress_copy_until (StarlingProgress *self, gint64 utc_ms);
char *starling_progress_dup_affected (StarlingProgress *self,
                                      const StarlingEvent *event);
guint64 starling_progress_get_serial (StarlingProgress *self);
gboolean starling_progress_find_changes (StarlingProgress *self,
                                         guint64 since,
                                         GPtrArray *scenarios);

void starling_progress_get_scenario (StarlingProgress *self,
                                     const char *scenario,
                                     StarlingScenarioProgress *out);
GPtrArray *
starling_progress_get_takes (StarlingProgress *self, const char *scenario);
const StarlingEvent *starling_progress_get_last_take (StarlingProgress *self,
                                                      const char *scenario,
                                                      StarlingLevel level,
                                                      const char *angle);
guint starling_progress_count_takes (StarlingProgress *self,
                                     const char *scenario,
                                     StarlingLevel level,
                                     const char *angle);
guint starling_progress_count_probe (StarlingProgress *self,
                                     const char *scenario,
                                     const char *probe);
const StarlingCardRecord *
starling_progress_get_card (StarlingProgress *self, const char *name);
GHashTable *
starling_progress_get_questions (StarlingProgress *self, const char *scenario);
const StarlingQuestionRecord *
starling_progress_get_question (StarlingProgress *self,
                                const char *scenario,
                                const char *question);
void starling_progress_list_quiz_days (StarlingProgress *self,
                                       const char *const *scenarios,
                                       GArray *out);
void starling_progress_get_settings (StarlingProgress *self,
                                     StarlingStudySettings *out);
void starling_progress_get_goal (StarlingProgress *self,
                                 StarlingCatalogue *catalogue,
                                 StarlingGoal *out);
const StarlingActivity *
starling_progress_get_days (StarlingProgress *self, guint *n_days);
const StarlingScheduler *
starling_progress_get_scheduler (StarlingProgress *self);
guint
starling_progress_list_pace (StarlingProgress *self, gint64 *ms, guint n_ms);

GPtrArray *starling_progress_list_loops (StarlingProgress *self);
StarlingLoopRecord *
starling_progress_get_loop (StarlingProgress *self, const char *id);
StarlingLoopRecord *starling_progress_get_open_loop (StarlingProgress *self);
void starling_loop_record_free (StarlingLoopRecord *self);
const StarlingLoopItem *
starling_loop_record_get_item (const StarlingLoopRecord *self, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StarlingProgress, starling_progress_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StarlingLoopRecord, starling_loop_record_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/clock.h"
#include "engine/plan.h"
#include "model/lens.h"
#include "storage/drafts.h"
#include "storage/event.h"
#include "storage/progress.h"

G_BEGIN_DECLS

/* Where a scenario comes from; an earlier one shadows a later one. */
typedef enum
{
  STARLING_SOURCE_STORIES,
  STARLING_SOURCE_IMPORTED,
  STARLING_SOURCE_BUNDLED,
} StarlingSource;

/* What is known of a scenario without opening it. Immutable. */
#define STARLING_TYPE_SUMMARY (starling_summary_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingSummary, starling_summary, STARLING, SUMMARY, GObject)

const char *starling_summary_get_id (StarlingSummary *self);
const char *starling_summary_get_title (StarlingSummary *self);
const char *starling_summary_get_question (StarlingSummary *self);
int starling_summary_get_principle (StarlingSummary *self);
StarlingSource starling_summary_get_source (StarlingSummary *self);
guint starling_summary_get_n_cards (StarlingSummary *self);
GPtrArray *starling_summary_get_cards (StarlingSummary *self);
StarlingPrincipleSet starling_summary_get_angles (StarlingSummary *self,
                                                  StarlingCatalogue *catalogue);
guint starling_summary_get_n_questions (StarlingSummary *self);
gboolean starling_summary_matches (StarlingSummary *self,
                                   const char *const *folded_words);

/* What the window can offer to do about a notice. */
typedef enum
{
  STARLING_REMEDY_NONE,
  STARLING_REMEDY_MERGE_COPIES, /* starling_library_merge_copies_async() */
  STARLING_REMEDY_TRY_AGAIN,    /* starling_library_retry_async() */
} StarlingRemedy;

/* A thing that the user should know of: a broken pack, a damaged journal. */
typedef struct
{
  gboolean is_error; /* else a notice */
  char *summary;     /* one sentence: what happened, what is safe, what to do */
  char *details;     /* (nullable): one complaint a line */
  StarlingRemedy remedy;
} StarlingNotice;

/*
 * The facade of core: owns packs, journal, progress and clock. Its methods
 * belong to the main thread; files are read and written on others.
 *
 * Signals:
 * - `scenarios-changed`: packs came, went or changed
 * - `progress-changed` (char *scenario, nullable: all of them)
 * - `notices-changed`: see starling_library_get_notices()
 * - `saving-changed`: all is durable, or why it is not has changed: see
 *   starling_library_count_unsaved() and starling_library_get_trouble()
 */
#define STARLING_TYPE_LIBRARY (starling_library_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingLibrary, starling_library, STARLING, LIBRARY, GObject)

StarlingLibrary *starling_library_new (const char *data_dir,
                                       const char *user_dir,
                                       StarlingClock *clock);

gboolean starling_library_load (StarlingLibrary *self, GError **error);
gboolean starling_library_load_packs (StarlingLibrary *self, GError **error);
void starling_library_load_async (StarlingLibrary *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean starling_library_load_finish (StarlingLibrary *self,
                                       GAsyncResult *result,
                                       GError **error);

StarlingClock *starling_library_get_clock (StarlingLibrary *self);
StarlingCatalogue *starling_library_get_catalogue (StarlingLibrary *self);
GListModel *starling_library_get_summaries (StarlingLibrary *self);
StarlingSummary *
starling_library_find_summary (StarlingLibrary *self, const char *id);
StarlingScenario *starling_library_open_scenario (StarlingLibrary *self,
                                                  const char *id,
                                                  GError **error);
StarlingProgress *starling_library_get_progress (StarlingLibrary *self);
const StarlingDeck *starling_library_get_deck (StarlingLibrary *self);
const StarlingDeckCard *
starling_library_find_card (StarlingLibrary *self, const char *name);
void starling_library_get_plan_input (StarlingLibrary *self,
                                      int level,
                                      StarlingPlanInput *out);
StarlingDrafts *starling_library_get_drafts (StarlingLibrary *self);
void
starling_library_set_cache_dir (StarlingLibrary *self, const char *cache_dir);
const char *starling_library_get_user_dir (StarlingLibrary *self);
const char *starling_library_get_data_dir (StarlingLibrary *self);
GPtrArray *starling_library_get_notices (StarlingLibrary *self);
gboolean starling_library_is_saved (StarlingLibrary *self);
guint starling_library_count_unsaved (StarlingLibrary *self);
const StarlingNotice *starling_library_get_trouble (StarlingLibrary *self);

void starling_library_record_async (StarlingLibrary *self,
                                    StarlingEvent *event,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean starling_library_record_finish (StarlingLibrary *self,
                                         GAsyncResult *result,
                                         GError **error);
gboolean starling_library_undo (StarlingLibrary *self, const char *event_id);
void starling_library_flush (StarlingLibrary *self);
void starling_library_retry_async (StarlingLibrary *self,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean starling_library_retry_finish (StarlingLibrary *self,
                                        GAsyncResult *result,
                                        GError **error);

/* For programs without a main loop: nothing is watched, calls block. */
gboolean starling_library_open_journal (StarlingLibrary *self,
                                        guint wait_ms,
                                        GError **error);
gboolean starling_library_record_sync (StarlingLibrary *self,
                                       GPtrArray *events,
                                       GError **error);
void starling_library_rewind (StarlingLibrary *self);

char *starling_library_find_data_dir (void);
char *starling_library_find_user_dir (void);
char *starling_library_find_cache_dir (void);

G_END_DECLS

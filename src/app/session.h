/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "agenda.h"
#include "library.h"
#include "place.h"

G_BEGIN_DECLS

typedef enum
{
  STARLING_MODE_STUDY,
  STARLING_MODE_REHEARSE,
  STARLING_MODE_QUIZ,
} StarlingMode;

/* How Study shows its scope. */
typedef enum
{
  STARLING_VIEW_WALKTHROUGH,
  STARLING_VIEW_FLASHCARDS,
} StarlingStudyView;

/*
 * The view-model of a window: scope × mode × lens. Pages read from it and
 * listen to `notify`; they change it through the window's actions.
 *
 * Properties (all notify only on change):
 * - `library` (construct-only)
 * - `scope` (string): `today`, `my-stories`, `principle:ID`, `scenario:ID`
 * - `scenario` (StarlingScenario, nullable): the one of the scope, if it is one
 * - `mode` (int, StarlingMode)
 * - `study-view` (int, StarlingStudyView)
 * - `level` (int, StarlingLevel)
 * - `wanted-angle`, `angle` (int): index of a principle or STARLING_AS_TOLD;
 *   `angle` is the effective one, read-only
 * - `lens` (StarlingLens, nullable): the scenario through level and angle;
 *   a new one at each change of any of them
 * - `error` (string, nullable): why the scope's scenario cannot be opened
 * - `place` (StarlingPlace, nullable, read-only): where in the scope's story
 *   Study is to go; NULL once it took it, and when the scope changes
 * - `stage` (boolean): a rehearsal is running; sidebar and lens bar retract
 *
 * Signal `toast` (char *message, char *event_id): one line at the bottom, with
 * an Undo button where event_id is not NULL.
 */
#define STARLING_TYPE_SESSION (starling_session_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingSession, starling_session, STARLING, SESSION, GObject)

StarlingSession *starling_session_new (StarlingLibrary *library);

StarlingLibrary *starling_session_get_library (StarlingSession *self);
StarlingAgenda *starling_session_get_agenda (StarlingSession *self);
const char *starling_session_get_scope (StarlingSession *self);
void starling_session_set_scope (StarlingSession *self, const char *scope);
StarlingScenario *starling_session_get_scenario (StarlingSession *self);
StarlingLens *starling_session_get_lens (StarlingSession *self);
const char *starling_session_get_error (StarlingSession *self);
StarlingMode starling_session_get_mode (StarlingSession *self);
void starling_session_set_mode (StarlingSession *self, StarlingMode mode);
StarlingStudyView starling_session_get_study_view (StarlingSession *self);
void
starling_session_set_study_view (StarlingSession *self, StarlingStudyView view);
StarlingLevel starling_session_get_level (StarlingSession *self);
void starling_session_set_level (StarlingSession *self, StarlingLevel level);
int starling_session_get_wanted_angle (StarlingSession *self);
void starling_session_set_wanted_angle (StarlingSession *self, int angle);
int starling_session_get_angle (StarlingSession *self);
gboolean starling_session_get_stage (StarlingSession *self);
void starling_session_set_stage (StarlingSession *self, gboolean stage);
void starling_session_toast (StarlingSession *self,
                             const char *message,
                             const char *event_id);
void starling_session_show_place (StarlingSession *self,
                                  const char *scenario,
                                  int step,
                                  const char *probe);
StarlingPlace *starling_session_take_place (StarlingSession *self);
int starling_session_get_scope_principle (StarlingSession *self);

gboolean
starling_session_is_in_scope (StarlingSession *self, StarlingSummary *summary);
GStrv starling_session_list_scenarios (StarlingSession *self);

G_END_DECLS

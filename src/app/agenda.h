/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library.h"

G_BEGIN_DECLS

/*
 * What today's study consists of, over all scenarios, at one level: kept up to
 * date with library and clock. Sidebar, Today and Flashcards read from it.
 *
 * Property `level` (int, StarlingLevel).
 * Signal `changed`: plan or input are not what they were; emitted from idle,
 * after several events once.
 */
#define STARLING_TYPE_AGENDA (starling_agenda_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingAgenda, starling_agenda, STARLING, AGENDA, GObject)

StarlingAgenda *starling_agenda_new (StarlingLibrary *library);
const StarlingPlan *starling_agenda_get_plan (StarlingAgenda *self);
const StarlingPlanInput *starling_agenda_get_input (StarlingAgenda *self);
guint starling_agenda_count (StarlingAgenda *self);
void starling_agenda_set_level (StarlingAgenda *self, StarlingLevel level);
void starling_agenda_refresh (StarlingAgenda *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/take.h"
#include "library.h"

G_BEGIN_DECLS

StarlingTake *starling_rehearse_draft_load (StarlingLibrary *library);
void starling_rehearse_draft_keep (StarlingLibrary *library,
                                   const StarlingTake *take);
StarlingEvent *starling_rehearse_draft_to_event (const StarlingTake *take);

G_END_DECLS

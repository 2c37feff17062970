/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/loop.h"
#include "library.h"

G_BEGIN_DECLS

void starling_rehearse_init_answer (StarlingLoopAnswer *answer,
                                    const StarlingLoopItem *item,
                                    StarlingCatalogue *catalogue);
StarlingLoopDebrief *
starling_rehearse_add_up_loop (const StarlingLoopRecord *record,
                               StarlingCatalogue *catalogue);

G_END_DECLS

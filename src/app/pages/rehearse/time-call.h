/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/rehearse/bar.h"
#include "widgets/ring.h"

G_BEGIN_DECLS

void starling_rehearse_tell_time (StarlingRehearseBar *bar,
                                  StarlingRing *ring,
                                  int target,
                                  int before,
                                  int left);

G_END_DECLS

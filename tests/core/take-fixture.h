/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/take.h"

G_BEGIN_DECLS

/* A story with a few key phrases and one angle, as the tests of takes need
 * it; at SDE 2, or at any level. */
StarlingLens *take_lens (int angle);
StarlingLens *take_lens_at (StarlingLevel level, int angle);

G_END_DECLS

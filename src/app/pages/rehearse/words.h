/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/debrief.h"
#include "model/lens.h"

G_BEGIN_DECLS

char *starling_rehearse_format_lens (const StarlingLens *lens);
char *starling_rehearse_format_verdict (const StarlingVerdict *verdict);
const char *starling_rehearse_get_rating_word (int rating);
char *starling_rehearse_format_reason (guint n_takes, int days_ago);
char *starling_rehearse_format_time (gint64 at, int offset, gboolean with_day);

G_END_DECLS

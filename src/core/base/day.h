/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * A study day: the number of days from 1970-01-01 to the local date on which
 * it began, at 04:00. Times are Unix milliseconds, offsets minutes east of
 * UTC (a huge negative one, as of an event without any, counts as 0).
 */

/* A day begins this long after midnight. */
#define STARLING_DAY_START_SECONDS (4 * 3600)

#define STARLING_DAY_MS (G_GINT64_CONSTANT (24) * 3600 * 1000)

/* No day at all. */
#define STARLING_NO_DAY G_MININT

int starling_day_of (gint64 utc_ms, int offset);
gint64 starling_day_get_start (int day, int offset);
gint64 starling_day_get_shift (int offset);
int starling_day_get_weekday (int day);
char *starling_day_format (int day);
gboolean starling_day_parse (const char *text, int *day);

G_END_DECLS

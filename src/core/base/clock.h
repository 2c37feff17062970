/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define STARLING_TYPE_CLOCK (starling_clock_get_type ())
G_DECLARE_FINAL_TYPE (StarlingClock, starling_clock, STARLING, CLOCK, GObject)

/*
 * The one owner of "now". UTC times are milliseconds since 1970 (Unix time,
 * no leap seconds); offsets are minutes east of UTC; monotonic times are
 * microseconds from an arbitrary start and stand still while the machine is
 * suspended; for how long that was, says the time slept.
 */

StarlingClock *starling_clock_new_system (void);
StarlingClock *starling_clock_new_at (gint64 utc_ms, int offset);
StarlingClock *starling_clock_new_fake (gint64 utc_ms, int offset);

gint64 starling_clock_get_utc (StarlingClock *self);
int starling_clock_get_offset (StarlingClock *self, gint64 utc_ms);
gint64 starling_clock_get_monotonic (StarlingClock *self);
gint64 starling_clock_get_slept (StarlingClock *self);

void starling_clock_advance (StarlingClock *self, gint64 ms);
void starling_clock_sleep (StarlingClock *self, gint64 ms);
void starling_clock_set_offset (StarlingClock *self, int offset);
gboolean starling_clock_set_zone (StarlingClock *self, const char *zone);

char *starling_time_format_utc (gint64 utc_ms);
gboolean
starling_time_parse_utc (const char *text, gint64 *utc_ms, int *offset);

G_END_DECLS

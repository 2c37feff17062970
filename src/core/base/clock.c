/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/clock.h"

#include <time.h>

#define N_LOOKS 3

typedef enum
{
  KIND_SYSTEM, /* the machine's */
  KIND_AT,     /* starts at a given time and runs */
  KIND_FAKE,   /* moves only when told to */
} Kind;

struct _StarlingClock
{
  GObject parent_instance;

  Kind kind;
  gint64 utc_ms;       /* at the start, or now where fake */
  gint64 monotonic_us; /* at the start, or now where fake */
  gint64 slept_us;     /* where fake */
  int offset;          /* minutes east of UTC, unless the system's */
  GTimeZone *zone;     /* (nullable): says the offset instead */
};

G_DEFINE_FINAL_TYPE (StarlingClock, starling_clock, G_TYPE_OBJECT)

static void
starling_clock_finalize (GObject *object)
{
  StarlingClock *self = STARLING_CLOCK (object);

  g_clear_pointer (&self->zone, g_time_zone_unref);

  G_OBJECT_CLASS (starling_clock_parent_class)->finalize (object);
}

static void
starling_clock_class_init (StarlingClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = starling_clock_finalize;
}

static void
starling_clock_init (StarlingClock *self)
{
}

static StarlingClock *
clock_new (Kind kind, gint64 utc_ms, int offset)
{
  StarlingClock *self = g_object_new (STARLING_TYPE_CLOCK, NULL);

  self->kind = kind;
  self->utc_ms = utc_ms;
  self->monotonic_us = kind == KIND_FAKE ? 0 : g_get_monotonic_time ();
  self->offset = offset;
  return self;
}

/**
 * starling_clock_new_system:
 *
 * Returns: (transfer full): the machine's clock and time zone
 */
StarlingClock *
starling_clock_new_system (void)
{
  return clock_new (KIND_SYSTEM, 0, 0);
}

/**
 * starling_clock_new_at:
 * @utc_ms: the time that it shows first, in Unix milliseconds
 * @offset: minutes east of UTC
 *
 * Returns: (transfer full): a clock that starts at @utc_ms and runs on
 */
StarlingClock *
starling_clock_new_at (gint64 utc_ms, int offset)
{
  return clock_new (KIND_AT, utc_ms, offset);
}

/**
 * starling_clock_new_fake:
 * @utc_ms: the time that it shows, in Unix milliseconds
 * @offset: minutes east of UTC
 *
 * Returns: (transfer full): a clock that stands still but for
 *   starling_clock_advance() and starling_clock_sleep(); its monotonic time
 *   and the time slept begin at 0
 */
StarlingClock *
starling_clock_new_fake (gint64 utc_ms, int offset)
{
  return clock_new (KIND_FAKE, utc_ms, offset);
}

/**
 * starling_clock_get_utc:
 * @self: a clock
 *
 * Returns: now, in Unix milliseconds
 */
gint64
starling_clock_get_utc (StarlingClock *self)
{
  g_return_val_if_fail (STARLING_IS_CLOCK (self), 0);

  switch (self->kind)
    {
    case KIND_AT:
      return self->utc_ms
             + (g_get_monotonic_time () - self->monotonic_us) / 1000;
    case KIND_FAKE:
      return self->utc_ms;
    case KIND_SYSTEM:
    default:
      return g_get_real_time () / 1000;
    }
}

/**
 * starling_clock_get_offset:
 * @self: a clock
 * @utc_ms: a time, in Unix milliseconds
 *
 * Returns: minutes east of UTC that local time is at @utc_ms, summer time
 *   included
 */
int
starling_clock_get_offset (StarlingClock *self, gint64 utc_ms)
{
  g_autoptr (GDateTime) local = NULL;

  g_return_val_if_fail (STARLING_IS_CLOCK (self), 0);

  if (self->zone != NULL)
    return g_time_zone_get_offset (
               self->zone,
               g_time_zone_find_interval (self->zone, G_TIME_TYPE_UNIVERSAL,
                                          utc_ms / 1000))
           / 60;
  if (self->kind != KIND_SYSTEM)
    return self->offset;

  local = g_date_time_new_from_unix_local (utc_ms / 1000);
  return local == NULL
             ? 0
             : (int) (g_date_time_get_utc_offset (local) / G_TIME_SPAN_MINUTE);
}

/**
 * starling_clock_get_monotonic:
 * @self: a clock
 *
 * Returns: microseconds that never go backwards, suspended time left out
 */
gint64
starling_clock_get_monotonic (StarlingClock *self)
{
  g_return_val_if_fail (STARLING_IS_CLOCK (self), 0);

  return self->kind == KIND_FAKE ? self->monotonic_us : g_get_monotonic_time ();
}

#ifdef CLOCK_BOOTTIME
static gint64
read_us (clockid_t clock)
{
  struct timespec time;

  if (clock_gettime (clock, &time) != 0)
    return 0;
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

/* The clock that runs on while suspended is read between two looks at the one
 * that stands still. Where they lie far apart we did not run in between: the
 * closest of a few counts. */
static gint64
read_slept (void)
{
  gint64 slept = 0, closest = G_MAXINT64;

  for (guint i = 0; i < N_LOOKS; i++)
    {
      gint64 before = read_us (CLOCK_MONOTONIC);
      gint64 boot = read_us (CLOCK_BOOTTIME);
      gint64 after = read_us (CLOCK_MONOTONIC);

      if (after - before >= closest)
        continue;
      closest = after - before;
      slept = boot - after;
    }
  return MAX (slept, 0);
}
#else
static gint64
read_slept (void)
{
  return 0;
}
#endif

/**
 * starling_clock_get_slept:
 * @self: a clock
 *
 * How long the machine was suspended (clock_gettime(2): `CLOCK_BOOTTIME` −
 * `CLOCK_MONOTONIC`, so that setting the wall clock is no sleep). Only the
 * difference of two such times means something; it may be off by some
 * microseconds in either direction.
 *
 * Returns: microseconds suspended since an arbitrary start; always 0 where
 *   nobody can tell
 */
gint64
starling_clock_get_slept (StarlingClock *self)
{
  g_return_val_if_fail (STARLING_IS_CLOCK (self), 0);

  return self->kind == KIND_FAKE ? self->slept_us : read_slept ();
}

/**
 * starling_clock_advance:
 * @self: a fake clock
 * @ms: milliseconds; negative ones set the wall clock back and leave the
 *   monotonic time as it is
 *
 * Moves a fake clock.
 */
void
starling_clock_advance (StarlingClock *self, gint64 ms)
{
  g_return_if_fail (STARLING_IS_CLOCK (self));
  g_return_if_fail (self->kind == KIND_FAKE);

  self->utc_ms += ms;
  self->monotonic_us += MAX (ms, 0) * 1000;
}

/**
 * starling_clock_sleep:
 * @self: a fake clock
 * @ms: milliseconds, not negative
 *
 * Lets a fake clock's machine be suspended: the wall clock goes on, and the
 * monotonic time does not.
 */
void
starling_clock_sleep (StarlingClock *self, gint64 ms)
{
  g_return_if_fail (STARLING_IS_CLOCK (self));
  g_return_if_fail (self->kind == KIND_FAKE);
  g_return_if_fail (ms >= 0);

  self->utc_ms += ms;
  self->slept_us += ms * 1000;
}

/**
 * starling_clock_set_offset:
 * @self: a clock that is not the system's
 * @offset: minutes east of UTC
 *
 * Moves the clock to another time zone.
 */
void
starling_clock_set_offset (StarlingClock *self, int offset)
{
  g_return_if_fail (STARLING_IS_CLOCK (self));
  g_return_if_fail (self->kind != KIND_SYSTEM);

  self->offset = offset;
  g_clear_pointer (&self->zone, g_time_zone_unref);
}

/**
 * starling_clock_set_zone:
 * @self: a clock that is not the system's
 * @zone: a time zone, as in the variable TZ
 *
 * Moves the clock to a time zone that can have summer time.
 *
 * Returns: %FALSE if there is no such zone
 */
gboolean
starling_clock_set_zone (StarlingClock *self, const char *zone)
{
  GTimeZone *found = NULL;

  g_return_val_if_fail (STARLING_IS_CLOCK (self), FALSE);
  g_return_val_if_fail (self->kind != KIND_SYSTEM, FALSE);

  found = g_time_zone_new_identifier (zone);
  if (found == NULL)
    return FALSE;
  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = found;
  return TRUE;
}

/**
 * starling_time_format_utc:
 * @utc_ms: Unix milliseconds
 *
 * Returns: (transfer full): ISO 8601 in UTC with milliseconds, such as
 *   `2026-11-23T09:15:00.250Z`
 */
char *
starling_time_format_utc (gint64 utc_ms)
{
  gint64 ms = ((utc_ms % 1000) + 1000) % 1000;
  g_autoptr (GDateTime) time
      = g_date_time_new_from_unix_utc ((utc_ms - ms) / 1000);
  g_autofree char *text = NULL;

  g_return_val_if_fail (time != NULL, NULL);

  /* %Y would leave out the zeros that a year before 1000 begins with. */
  text = g_date_time_format (time, "-%m-%dT%H:%M:%S");
  return g_strdup_printf ("%04d%s.%03dZ", g_date_time_get_year (time), text,
                          (int) ms);
}

/**
 * starling_time_parse_utc:
 * @text: ISO 8601 with a time zone (`Z` or `±HH:MM`)
 * @utc_ms: (out): Unix milliseconds
 * @offset: (out) (optional): the zone's minutes east of UTC
 *
 * Returns: %FALSE if @text is not such a time
 */
gboolean
starling_time_parse_utc (const char *text, gint64 *utc_ms, int *offset)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, NULL);

  if (time == NULL)
    return FALSE;

  *utc_ms = g_date_time_to_unix (time) * 1000
            + g_date_time_get_microsecond (time) / 1000;
  if (offset != NULL)
    *offset = (int) (g_date_time_get_utc_offset (time) / G_TIME_SPAN_MINUTE);
  return TRUE;
}

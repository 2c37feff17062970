/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/clock.h"

#define NOON G_GINT64_CONSTANT (1795435200000) /* 2026-11-23T12:00:00Z */

static void
test_fake (void)
{
  g_autoptr (StarlingClock) clock = starling_clock_new_fake (NOON, 60);

  g_assert_cmpint (starling_clock_get_utc (clock), ==, NOON);
  g_assert_cmpint (starling_clock_get_monotonic (clock), ==, 0);
  g_assert_cmpint (starling_clock_get_offset (clock, NOON), ==, 60);

  starling_clock_advance (clock, 1500);
  g_assert_cmpint (starling_clock_get_utc (clock), ==, NOON + 1500);
  g_assert_cmpint (starling_clock_get_monotonic (clock), ==, 1500000);

  /* Somebody sets the wall clock back: time that was spent stays spent */
  starling_clock_advance (clock, -1000);
  g_assert_cmpint (starling_clock_get_utc (clock), ==, NOON + 500);
  g_assert_cmpint (starling_clock_get_monotonic (clock), ==, 1500000);

  starling_clock_set_offset (clock, -300);
  g_assert_cmpint (starling_clock_get_offset (clock, NOON), ==, -300);

  /* A zone with summer time, until somebody sets an offset again */
  g_assert_true (starling_clock_set_zone (clock, "CET-1CEST,M3.5.0,M10.5.0/3"));
  g_assert_cmpint (starling_clock_get_offset (clock, NOON), ==, 60);
  g_assert_cmpint (
      starling_clock_get_offset (clock, NOON - G_GINT64_CONSTANT (12700800000)),
      ==, 120);
  g_assert_false (starling_clock_set_zone (clock, "Nowhere/At-All"));
  g_assert_cmpint (starling_clock_get_offset (clock, NOON), ==, 60);
  starling_clock_set_offset (clock, -300);
  g_assert_cmpint (starling_clock_get_offset (clock, NOON), ==, -300);
}

/* Suspended, the wall clock goes on alone; nobody else makes time slept. */
static void
test_sleep (void)
{
  static const struct
  {
    gint64 advance, sleep, offset; /* ms, ms, minutes */
    gint64 utc, monotonic, slept;  /* ms since the start */
  } steps[] = {
    { 1000, 0, 60, 1000, 1000, 0 },
    { 0, 600000, 60, 601000, 1000, 600000 },
    { 500, 0, 60, 601500, 1500, 600000 },
    { -3600000, 0, 60, -2998500, 1500, 600000 },
    { 0, 1, -300, -2998499, 1500, 600001 },
    { 250, 250, 0, -2997999, 1750, 600251 },
  };
  g_autoptr (StarlingClock) clock = starling_clock_new_fake (NOON, 60);

  g_assert_cmpint (starling_clock_get_slept (clock), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (steps[i].advance != 0)
        starling_clock_advance (clock, steps[i].advance);
      starling_clock_sleep (clock, steps[i].sleep);
      starling_clock_set_offset (clock, (int) steps[i].offset);
      g_assert_cmpint (starling_clock_get_utc (clock), ==, NOON + steps[i].utc);
      g_assert_cmpint (starling_clock_get_monotonic (clock), ==,
                       steps[i].monotonic * 1000);
      g_assert_cmpint (starling_clock_get_slept (clock), ==,
                       steps[i].slept * 1000);
    }
}

/* While a test runs, no machine is suspended: what is told stays where it is,
 * however busy the machine. */
static void
test_awake (void)
{
  g_autoptr (StarlingClock) system = starling_clock_new_system ();
  g_autoptr (StarlingClock) at = starling_clock_new_at (NOON, 0);
  gint64 first = starling_clock_get_slept (system);

  g_assert_cmpint (first, >=, 0);
  for (guint i = 0; i < 2000; i++)
    {
      gint64 slept = starling_clock_get_slept (i % 2 == 0 ? system : at);

      g_assert_cmpint (ABS (slept - first), <, G_USEC_PER_SEC / 2);
    }
}

static void
test_at (void)
{
  g_autoptr (StarlingClock) clock = starling_clock_new_at (NOON, -90);
  gint64 first = starling_clock_get_utc (clock);
  gint64 monotonic = starling_clock_get_monotonic (clock);

  g_assert_cmpint (first, >=, NOON);
  g_assert_cmpint (first, <, NOON + 60000);
  g_assert_cmpint (starling_clock_get_offset (clock, 0), ==, -90);
  while (starling_clock_get_monotonic (clock) < monotonic + 3000)
    g_thread_yield ();
  g_assert_cmpint (starling_clock_get_utc (clock), >, first);
}

static void
test_system (void)
{
  g_autoptr (StarlingClock) clock = starling_clock_new_system ();
  gint64 before = g_get_real_time () / 1000;
  gint64 now = starling_clock_get_utc (clock);

  g_assert_cmpint (now, >=, before);
  g_assert_cmpint (now, <=, g_get_real_time () / 1000);
  g_assert_cmpint (starling_clock_get_monotonic (clock), <=,
                   g_get_monotonic_time ());
}

/* Runs in a process of its own, since the zone is read once. */
static void
test_summer_time (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (StarlingClock) clock = NULL;

      g_setenv ("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", TRUE);
      clock = starling_clock_new_system ();
      g_assert_cmpint (starling_clock_get_offset (clock, NOON), ==, 60);
      g_assert_cmpint (starling_clock_get_offset (clock, G_GINT64_CONSTANT (
                                                             1782820800000)),
                       ==, 120); /* 2026-06-30 */
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

static void
test_format (void)
{
  const struct
  {
    gint64 utc_ms;
    const char *text;
  } cases[] = {
    { NOON, "2026-11-23T12:00:00.000Z" },
    { NOON + 250, "2026-11-23T12:00:00.250Z" },
    { NOON + 999, "2026-11-23T12:00:00.999Z" },
    { 0, "1970-01-01T00:00:00.000Z" },
    { -1, "1969-12-31T23:59:59.999Z" },
    { G_GINT64_CONSTANT (1709164800000), "2024-02-29T00:00:00.000Z" },
    { G_GINT64_CONSTANT (-62135596800000), "0001-01-01T00:00:00.000Z" },
    { G_GINT64_CONSTANT (-30610224000001), "0999-12-31T23:59:59.999Z" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = starling_time_format_utc (cases[i].utc_ms);
      gint64 back = -2;
      int offset = -2;

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_true (starling_time_parse_utc (text, &back, &offset));
      g_assert_cmpint (back, ==, cases[i].utc_ms);
      g_assert_cmpint (offset, ==, 0);
    }
}

static void
test_parse (void)
{
  const struct
  {
    const char *text;
    gint64 utc_ms; /* -2: no time */
    int offset;
  } cases[] = {
    { "2026-11-23T12:00:00Z", NOON, 0 },
    { "2026-11-23T13:30:00+01:30", NOON, 90 },
    { "2026-11-23T07:00:00-05:00", NOON, -300 },
    { "2026-11-23T12:00:00.5Z", NOON + 500, 0 },
    { "20261123T120000Z", NOON, 0 },
    { "2026-11-23T12:00:00", -2, 0 },
    { "2026-11-23", -2, 0 },
    { "2026-13-23T12:00:00Z", -2, 0 },
    { "2026-02-30T12:00:00Z", -2, 0 },
    { "noon", -2, 0 },
    { "", -2, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 utc_ms = -2;
      int offset = 0;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (starling_time_parse_utc (cases[i].text, &utc_ms,
                                                &offset),
                       ==, cases[i].utc_ms != -2);
      g_assert_cmpint (utc_ms, ==, cases[i].utc_ms);
      g_assert_cmpint (offset, ==, cases[i].offset);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clock/fake", test_fake);
  g_test_add_func ("/clock/sleep", test_sleep);
  g_test_add_func ("/clock/awake", test_awake);
  g_test_add_func ("/clock/at", test_at);
  g_test_add_func ("/clock/system", test_system);
  g_test_add_func ("/clock/summer-time", test_summer_time);
  g_test_add_func ("/clock/format", test_format);
  g_test_add_func ("/clock/parse", test_parse);
  return g_test_run ();
}

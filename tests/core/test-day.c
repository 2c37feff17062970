/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/clock.h"
#include "base/day.h"

#define HOUR (G_GINT64_CONSTANT (3600) * 1000)

/* Berlin's and New York's rules, so that no data of zones is needed. */
#define BERLIN "CET-1CEST,M3.5.0,M10.5.0/3"
#define NEW_YORK "EST5EDT,M3.2.0,M11.1.0"

static gint64
parse_time (const char *text)
{
  gint64 utc_ms = 0;

  g_assert_true (starling_time_parse_utc (text, &utc_ms, NULL));
  return utc_ms;
}

/* A study day begins at 04:00 and not a millisecond earlier. */
static void
test_of (void)
{
  static const struct
  {
    const char *at;
    int offset;
    const char *day;
  } cases[] = {
    { "2026-11-23T12:00:00Z", 0, "2026-11-23" },
    { "2026-11-23T03:59:59.999Z", 0, "2026-11-22" },
    { "2026-11-23T04:00:00Z", 0, "2026-11-23" },
    { "2026-11-24T03:59:59.999Z", 0, "2026-11-23" },
    { "2026-11-23T02:59:59.999Z", 60, "2026-11-22" },
    { "2026-11-23T03:00:00Z", 60, "2026-11-23" },
    { "2026-11-23T08:59:59.999Z", -300, "2026-11-22" },
    { "2026-11-23T09:00:00Z", -300, "2026-11-23" },
    { "2026-11-23T13:59:59.999Z", 14 * 60, "2026-11-23" },
    { "2026-11-23T14:00:00Z", 14 * 60, "2026-11-24" },
    { "2026-11-23T17:59:59.999Z", -14 * 60, "2026-11-22" },
    { "2026-11-23T18:00:00Z", -14 * 60, "2026-11-23" },
    { "2026-11-22T22:14:59.999Z", 345, "2026-11-22" },
    { "2026-11-22T22:15:00Z", 345, "2026-11-23" },
    { "2026-11-23T03:59:59.999Z", G_MININT, "2026-11-22" },
    { "2026-11-23T04:00:00Z", G_MININT, "2026-11-23" },
    { "1970-01-01T04:00:00Z", 0, "1970-01-01" },
    { "1970-01-01T00:00:00Z", 0, "1969-12-31" },
    { "1969-12-31T04:00:00Z", 0, "1969-12-31" },
    { "1969-12-31T03:59:59.999Z", 0, "1969-12-30" },
    { "1900-03-01T03:00:00Z", 0, "1900-02-28" },
    { "2024-03-01T03:00:00Z", 0, "2024-02-29" },
    { "9999-12-31T12:00:00Z", 0, "9999-12-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int day = starling_day_of (parse_time (cases[i].at), cases[i].offset);
      g_autofree char *text = starling_day_format (day);

      g_assert_cmpstr (text, ==, cases[i].day);
    }
  g_assert_cmpint (starling_day_of (4 * HOUR, 0), ==, 0);
  g_assert_cmpint (starling_day_of (4 * HOUR - 1, 0), ==, -1);
}

/* Start, day and the scheduler's shift say the same, at any time anywhere. */
static void
test_start (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      int day = g_test_rand_int_range (-200000, 200000);
      int offset = g_test_rand_int_range (-14 * 60, 14 * 60 + 1);
      gint64 start = starling_day_get_start (day, offset);
      gint64 at = start + g_test_rand_int_range (0, 24 * 3600 * 1000);
      gint64 shifted
          = at - starling_day_get_shift (offset) * 1000 - day * STARLING_DAY_MS;

      g_assert_cmpint (starling_day_of (start, offset), ==, day);
      g_assert_cmpint (starling_day_of (start - 1, offset), ==, day - 1);
      g_assert_cmpint (starling_day_of (at, offset), ==, day);
      g_assert_cmpint (shifted, >=, 0);
      g_assert_cmpint (shifted, <, STARLING_DAY_MS);
    }
  g_assert_cmpint (starling_day_get_shift (0), ==, 14400);
  g_assert_cmpint (starling_day_get_shift (60), ==, 10800);
  g_assert_cmpint (starling_day_get_shift (-300), ==, 32400);
  g_assert_cmpint (starling_day_get_shift (G_MININT), ==, 14400);
}

static void
test_weekday (void)
{
  static const struct
  {
    const char *date;
    int weekday;
  } cases[] = {
    { "1970-01-01", G_DATE_THURSDAY }, { "1969-12-31", G_DATE_WEDNESDAY },
    { "2026-11-23", G_DATE_MONDAY },   { "2026-11-22", G_DATE_SUNDAY },
    { "2024-02-29", G_DATE_THURSDAY }, { "1969-12-29", G_DATE_MONDAY },
    { "1969-12-28", G_DATE_SUNDAY },   { "0001-01-01", G_DATE_MONDAY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int day = 0;

      g_assert_true (starling_day_parse (cases[i].date, &day));
      g_assert_cmpint (starling_day_get_weekday (day), ==, cases[i].weekday);
    }
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    int day; /* G_MAXINT: none */
  } cases[] = {
    { "1970-01-01", 0 },
    { "1970-01-02", 1 },
    { "1969-12-31", -1 },
    { "2000-02-29", 11016 },
    { "2024-02-29", 19782 },
    { "2026-11-23", 20780 },
    { "0001-01-01", -719162 },
    { "9999-12-31", 2932896 },
    { "1900-02-29", G_MAXINT },
    { "2023-02-29", G_MAXINT },
    { "2026-04-31", G_MAXINT },
    { "2026-13-01", G_MAXINT },
    { "2026-00-01", G_MAXINT },
    { "2026-01-00", G_MAXINT },
    { "2026-01-32", G_MAXINT },
    { "0000-01-01", G_MAXINT },
    { "2026-1-01", G_MAXINT },
    { "2026-01-1", G_MAXINT },
    { "2026- 1- 1", G_MAXINT },
    { "2026-+1-01", G_MAXINT },
    { "-202-01-01", G_MAXINT },
    { "20260-1-01", G_MAXINT },
    { "2026/01/01", G_MAXINT },
    { "2026-01-01 ", G_MAXINT },
    { " 2026-01-01", G_MAXINT },
    { "2026-01-01T00:00:00Z", G_MAXINT },
    { "20260101", G_MAXINT },
    { "tomorrow", G_MAXINT },
    { "", G_MAXINT },
    { NULL, G_MAXINT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int day = 42;
      g_autofree char *text = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (starling_day_parse (cases[i].text, NULL), ==,
                       cases[i].day != G_MAXINT);
      if (!starling_day_parse (cases[i].text, &day))
        {
          g_assert_cmpint (day, ==, 42);
          continue;
        }
      g_assert_cmpint (day, ==, cases[i].day);
      text = starling_day_format (day);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
  g_assert_null (starling_day_format (-719163));
  g_assert_null (starling_day_format (2932897));
  g_assert_null (starling_day_format (STARLING_NO_DAY));
}

/* The study day as a calendar on the wall has it. */
static int
get_day_on_the_wall (gint64 utc_ms, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (utc_ms / 1000);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);
  g_autofree char *date = g_date_time_format (local, "%Y-%m-%d");
  int day = 0;

  g_assert_true (starling_day_parse (date, &day));
  return g_date_time_get_hour (local) < 4 ? day - 1 : day;
}

/* When @day begins in a zone with summer time. */
static gint64
find_start (StarlingClock *clock, int day, int offset)
{
  gint64 start = starling_day_get_start (day, offset);

  return starling_day_get_start (day, starling_clock_get_offset (clock, start));
}

/* Two years of half hours, and the edges of the nights of the change. */
static void
test_summer_time (void)
{
  static const struct
  {
    const char *zone, *at, *day;
    int hours; /* of the study day that @at lies in */
  } nights[] = {
    /* 02:00 becomes 03:00 */
    { BERLIN, "2027-03-28T01:59:59.999Z", "2027-03-27", 23 },
    { BERLIN, "2027-03-28T02:00:00Z", "2027-03-28", 24 },
    /* 03:00 becomes 02:00 */
    { BERLIN, "2026-10-25T02:59:59.999Z", "2026-10-24", 25 },
    { BERLIN, "2026-10-25T03:00:00Z", "2026-10-25", 24 },
    { NEW_YORK, "2027-03-14T07:59:59.999Z", "2027-03-13", 23 },
    { NEW_YORK, "2027-03-14T08:00:00Z", "2027-03-14", 24 },
    { NEW_YORK, "2026-11-01T08:59:59.999Z", "2026-10-31", 25 },
    { NEW_YORK, "2026-11-01T09:00:00Z", "2026-11-01", 24 },
  };
  g_autoptr (StarlingClock) clock = starling_clock_new_fake (0, 0);

  for (guint i = 0; i < G_N_ELEMENTS (nights); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (nights[i].zone);
      gint64 at = parse_time (nights[i].at);
      gint64 first = at - 365 * 24 * HOUR;
      g_autofree char *text = NULL;
      int day, offset;
      gint64 start, end;

      g_assert_true (starling_clock_set_zone (clock, nights[i].zone));
      offset = starling_clock_get_offset (clock, at);
      day = starling_day_of (at, offset);
      text = starling_day_format (day);
      g_assert_cmpstr (text, ==, nights[i].day);

      for (guint j = 0; j < 2 * 365 * 48; j++)
        {
          gint64 then = first + j * HOUR / 2;

          g_assert_cmpint (
              starling_day_of (then, starling_clock_get_offset (clock, then)),
              ==, get_day_on_the_wall (then, zone));
        }
      start = find_start (clock, day, offset);
      end = find_start (clock, day + 1, offset);
      g_assert_cmpint (end - start, ==, nights[i].hours * HOUR);
    }
  g_assert_false (starling_clock_set_zone (clock, "Nowhere/At-All"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/day/of", test_of);
  g_test_add_func ("/day/start", test_start);
  g_test_add_func ("/day/weekday", test_weekday);
  g_test_add_func ("/day/parse", test_parse);
  g_test_add_func ("/day/summer-time", test_summer_time);
  return g_test_run ();
}

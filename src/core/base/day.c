/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/day.h"

#include <string.h>

#define MINUTE_MS (60 * 1000)
#define DAY_START_MS (STARLING_DAY_START_SECONDS * 1000)
#define DAYS_A_WEEK 7

/* No place on earth is farther from UTC, in minutes. */
#define MAX_OFFSET (24 * 60)

/* 1970-01-01 as GDate counts days: from 0001-01-01, which is 1. */
#define EPOCH_JULIAN 719163

/* 9999-12-31 likewise. */
#define LAST_JULIAN 3652059

/* 1970-01-01 was a Thursday. */
#define EPOCH_WEEKDAY G_DATE_THURSDAY

/* Rounds down, below 0 too. */
static gint64
divide (gint64 value, gint64 by)
{
  return value / by - (value % by < 0 ? 1 : 0);
}

static gint64
get_offset_ms (int offset)
{
  return offset < -MAX_OFFSET ? 0 : (gint64) offset * MINUTE_MS;
}

/**
 * starling_day_of:
 * @utc_ms: Unix milliseconds
 * @offset: minutes east of UTC
 *
 * Returns: the study day of @utc_ms, by a clock at @offset
 */
int
starling_day_of (gint64 utc_ms, int offset)
{
  return (int) divide (utc_ms + get_offset_ms (offset) - DAY_START_MS,
                       STARLING_DAY_MS);
}

/**
 * starling_day_get_start:
 * @day: a study day
 * @offset: minutes east of UTC
 *
 * Returns: when that day begins by a clock at @offset, in Unix milliseconds
 */
gint64
starling_day_get_start (int day, int offset)
{
  return day * STARLING_DAY_MS + DAY_START_MS - get_offset_ms (offset);
}

/**
 * starling_day_get_shift:
 * @offset: minutes east of UTC
 *
 * Returns: how far the days of the scheduler are shifted against those of UTC,
 *   in seconds (DESIGN 6): 14400 − 60 · @offset
 */
gint64
starling_day_get_shift (int offset)
{
  return STARLING_DAY_START_SECONDS - get_offset_ms (offset) / 1000;
}

/**
 * starling_day_get_weekday:
 * @day: a study day
 *
 * Returns: a #GDateWeekday: 1 for Monday to 7 for Sunday
 */
int
starling_day_get_weekday (int day)
{
  gint64 days = (gint64) day + EPOCH_WEEKDAY - G_DATE_MONDAY;

  return (int) (days - divide (days, DAYS_A_WEEK) * DAYS_A_WEEK)
         + G_DATE_MONDAY;
}

/**
 * starling_day_format:
 * @day: a study day of the years 1 to 9999
 *
 * Returns: (transfer full) (nullable): its date as YYYY-MM-DD; %NULL for days
 *   of other years
 */
char *
starling_day_format (int day)
{
  gint64 julian = (gint64) day + EPOCH_JULIAN;
  GDate date;

  if (julian < 1 || julian > LAST_JULIAN)
    return NULL;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) julian);
  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&date),
                          g_date_get_month (&date), g_date_get_day (&date));
}

/* Reads @n digits; -1 if they are not all digits. */
static int
read_digits (const char *text, guint n)
{
  int value = 0;

  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      value = value * 10 + g_ascii_digit_value (text[i]);
    }
  return value;
}

/**
 * starling_day_parse:
 * @text: (nullable): a date
 * @day: (out) (optional): the study day that begins on it
 *
 * Returns: %FALSE if @text is not exactly YYYY-MM-DD, or there is no such date
 */
gboolean
starling_day_parse (const char *text, int *day)
{
  int year, month, day_of_month;
  GDate date;

  if (text == NULL || strlen (text) != strlen ("YYYY-MM-DD") || text[4] != '-'
      || text[7] != '-')
    return FALSE;
  year = read_digits (text, 4);
  month = read_digits (text + 5, 2);
  day_of_month = read_digits (text + 8, 2);
  if (year <= 0 || month <= 0 || day_of_month <= 0
      || !g_date_valid_dmy ((GDateDay) day_of_month, (GDateMonth) month,
                            (GDateYear) year))
    return FALSE;
  if (day != NULL)
    {
      g_date_clear (&date, 1);
      g_date_set_dmy (&date, (GDateDay) day_of_month, (GDateMonth) month,
                      (GDateYear) year);
      *day = (int) g_date_get_julian (&date) - EPOCH_JULIAN;
    }
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/week.h"

#include <langinfo.h>
#include <locale.h>

/* As glibc has it: the date that its first day of the week is counted from. */
#define ORIGIN_SUNDAY 19971130
#define ORIGIN_MONDAY 19971201

/**
 * starling_week_resolve_start:
 * @locale: (nullable): the name of the locale for dates
 * @origin: its _NL_TIME_WEEK_1STDAY, a date as YYYYMMDD
 * @first_weekday: its _NL_TIME_FIRST_WEEKDAY, 1 to 7 from the day of @origin on
 *
 * Weeks begin on Monday where the locale does not say anything sensible, and
 * where there is none (glibc's own default is Sunday).
 *
 * Returns: a #GDateWeekday, on which weeks begin
 */
int
starling_week_resolve_start (const char *locale,
                             guint origin,
                             guint first_weekday)
{
  guint monday_based;

  if (locale == NULL || g_str_equal (locale, "C")
      || g_str_has_prefix (locale, "C.") || g_str_equal (locale, "POSIX"))
    return G_DATE_MONDAY;
  if (first_weekday < 1 || first_weekday > 7
      || (origin != ORIGIN_SUNDAY && origin != ORIGIN_MONDAY))
    return G_DATE_MONDAY;

  monday_based = first_weekday - 1 + (origin == ORIGIN_SUNDAY ? 6 : 0);
  return (int) (monday_based % 7) + G_DATE_MONDAY;
}

/**
 * starling_week_get_start:
 *
 * Returns: a #GDateWeekday, on which weeks begin in the user's locale
 */
int
starling_week_get_start (void)
{
#ifdef __GLIBC__
  const char *first = nl_langinfo (_NL_TIME_FIRST_WEEKDAY);
  /* this one is a number in the place of a pointer */
  guint origin = GPOINTER_TO_UINT (nl_langinfo (_NL_TIME_WEEK_1STDAY));

  return starling_week_resolve_start (setlocale (LC_TIME, NULL), origin,
                                      first != NULL ? (guchar) first[0] : 0);
#else
  return G_DATE_MONDAY;
#endif
}

/**
 * starling_week_format_day:
 * @weekday: a #GDateWeekday
 * @n_chars: how many characters
 *
 * Returns: (transfer full): the beginning of its name, such as "M" or "Mo"
 */
char *
starling_week_format_day (int weekday, guint n_chars)
{
  /* a Monday to begin with */
  g_autoptr (GDateTime) date
      = g_date_time_new_utc (2026, 11, 22 + weekday, 12, 0, 0);
  g_autofree char *name = date != NULL ? g_date_time_format (date, "%a") : NULL;

  if (name == NULL)
    return g_strdup ("");
  return g_utf8_substring (name, 0,
                           MIN ((glong) n_chars, g_utf8_strlen (name, -1)));
}

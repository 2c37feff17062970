/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/today/words.h"

#include "plan-words.h"

#include <glib/gi18n.h>

static guint
get_load (const StarlingForecastDay *day)
{
  return day->n_reviews + day->n_new;
}

/**
 * starling_today_format_load:
 * @day: a day to come
 *
 * Returns: (transfer full): its cards, in words
 */
char *
starling_today_format_load (const StarlingForecastDay *day)
{
  g_autofree char *date = starling_plan_words_date (day->day, TRUE);
  guint n = get_load (day);

  if (n == 0)
    /* Translators: a date; no cards on it */
    return g_strdup_printf (_ ("%s: none"), date);
  if (day->n_new == 0)
    return g_strdup_printf (ngettext ("%s: %u card", "%s: %u cards", n), date,
                            n);
  if (day->n_new == n)
    return g_strdup_printf (ngettext ("%s: %u new card", "%s: %u new cards", n),
                            date, n);
  /* Translators: a date, a number of cards, and how many of them are new */
  return g_strdup_printf (ngettext ("%s: %u card, %u new",
                                    "%s: %u cards, %u new", n),
                          date, n, day->n_new);
}

/**
 * starling_today_format_average:
 * @days: (array length=n_days): days to come
 * @n_days: how many, at least 1
 *
 * Returns: (transfer full): how many cards that are a day
 */
char *
starling_today_format_average (const StarlingForecastDay *days, guint n_days)
{
  guint sum = 0, mean;

  for (guint i = 0; i < n_days; i++)
    sum += get_load (&days[i]);
  if (sum == 0)
    return g_strdup (_ ("Nothing is due"));
  mean = (sum + n_days / 2) / n_days;
  if (mean == 0)
    return g_strdup (_ ("Less than one card a day"));
  return g_strdup_printf (ngettext ("%u card a day on average",
                                    "%u cards a day on average", mean),
                          mean);
}

/**
 * starling_today_describe_forecast:
 * @days: (array length=n_days): days to come, from today on
 * @n_days: how many, at least 2
 *
 * Returns: (transfer full): what the plot shows
 */
char *
starling_today_describe_forecast (const StarlingForecastDay *days, guint n_days)
{
  g_autofree char *today = NULL;
  g_autofree char *most = NULL;
  guint n = get_load (&days[0]);
  guint at = 1;

  for (guint i = 2; i < n_days; i++)
    if (get_load (&days[i]) > get_load (&days[at]))
      at = i;
  today = n == 0 ? g_strdup (_ ("No cards today."))
                 : g_strdup_printf (ngettext ("%u card today.",
                                              "%u cards today.", n),
                                    n);
  if (get_load (&days[at]) == 0)
    most = g_strdup (_ ("None after that."));
  else
    {
      g_autofree char *load = starling_today_format_load (&days[at]);

      /* Translators: "Tuesday 1 December: 14 cards" */
      most = g_strdup_printf (_ ("The most after that on %s."), load);
    }
  return g_strdup_printf ("%s %s", today, most);
}

/**
 * starling_today_format_studied:
 * @n_days: how many of the last STARLING_TODAY_COUNTED_DAYS were studied
 *
 * Returns: (transfer full): that
 */
char *
starling_today_format_studied (guint n_days)
{
  if (n_days == 0)
    return g_strdup (_ ("None yet"));
  /* Translators: days; the second number is always 28 */
  return g_strdup_printf (ngettext ("%u of the last %d", "%u of the last %d",
                                    n_days),
                          n_days, STARLING_TODAY_COUNTED_DAYS);
}

/**
 * starling_today_format_streak:
 * @n_days: days of study in a row
 *
 * Returns: (transfer full) (nullable): that, if it is worth a word
 */
char *
starling_today_format_streak (guint n_days)
{
  if (n_days < 2)
    return NULL;
  return g_strdup_printf (ngettext ("%u day in a row", "%u days in a row",
                                    n_days),
                          n_days);
}

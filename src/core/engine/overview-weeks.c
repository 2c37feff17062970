/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/overview.h"

static void
get_counts (const StarlingActivity *day,
            StarlingWeeksKind kind,
            guint *n,
            guint *n_good)
{
  gboolean answers = kind == STARLING_WEEKS_ANSWERS;

  *n = answers ? day->n_questions : day->n_due;
  *n_good = answers ? day->n_right : day->n_recalled;
}

/**
 * starling_overview_list_weeks:
 * @days: (array length=n_days): what was done on each study day, ascending
 * @n_days: how many
 * @week_start: a #GDateWeekday, on which weeks begin
 * @kind: what is counted
 * @weeks: (out caller-allocates) (array length=n_weeks): the last weeks in
 *   which there was any, ascending
 * @n_weeks: how many at most, at least 1
 *
 * Adds up what was done by weeks. Weeks without any are left out: nothing is
 * known of them.
 *
 * Returns: how many there are
 */
guint
starling_overview_list_weeks (const StarlingActivity *days,
                              guint n_days,
                              int week_start,
                              StarlingWeeksKind kind,
                              StarlingOverviewWeek *weeks,
                              guint n_weeks)
{
  guint found = 0;

  g_return_val_if_fail (weeks != NULL && n_weeks > 0, 0);

  /* From the last one back, then turned round. */
  for (guint i = n_days; i > 0; i--)
    {
      const StarlingActivity *day = &days[i - 1];
      int first = day->day
                  - (starling_day_get_weekday (day->day) - week_start + 7) % 7;
      guint n, n_good;

      get_counts (day, kind, &n, &n_good);
      if (n == 0)
        continue;
      if (found == 0 || weeks[found - 1].first != first)
        {
          if (found == n_weeks)
            break;
          weeks[found++] = (StarlingOverviewWeek){ .first = first };
        }
      weeks[found - 1].n += n;
      weeks[found - 1].n_good += n_good;
    }
  for (guint i = 0; i < found / 2; i++)
    {
      StarlingOverviewWeek week = weeks[i];

      weeks[i] = weeks[found - 1 - i];
      weeks[found - 1 - i] = week;
    }
  return found;
}

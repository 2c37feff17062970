/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/activity.h"

/* One missed day in any so many is forgiven. */
#define FORGIVING_DAYS 7

/**
 * starling_activity_count:
 * @self: what was done on a day
 *
 * Returns: how many things that were: reviews, takes and questions
 */
guint
starling_activity_count (const StarlingActivity *self)
{
  return starling_activity_count_reviews (self) + self->n_takes
         + self->n_questions;
}

/**
 * starling_activity_count_reviews:
 * @self: what was done on a day
 *
 * Returns: how many reviews of cards that were, of all kinds
 */
guint
starling_activity_count_reviews (const StarlingActivity *self)
{
  return self->n_new + self->n_learning + self->n_due;
}

/* How many of @days lie before @day. */
static guint
find_place (const StarlingActivity *days, guint n_days, int day)
{
  guint low = 0;
  guint high = n_days;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (days[middle].day < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * starling_activity_find:
 * @days: (array length=n_days): days, ascending
 * @n_days: how many there are
 * @day: the one to find
 *
 * Returns: (transfer none) (nullable): that day
 */
const StarlingActivity *
starling_activity_find (const StarlingActivity *days, guint n_days, int day)
{
  guint place = find_place (days, n_days, day);

  return place < n_days && days[place].day == day ? &days[place] : NULL;
}

/**
 * starling_activity_get_streak:
 * @days: (array length=n_days): days, ascending
 * @n_days: how many there are
 * @today: the study day of now; later ones do not count
 *
 * Goes back from today, or from yesterday if nothing was done yet today. A
 * missed day is passed over, unless another one was missed within the six
 * days after it.
 *
 * Returns: the number of days with study in a row
 */
guint
starling_activity_get_streak (const StarlingActivity *days,
                              guint n_days,
                              int today)
{
  guint left = find_place (days, n_days, today + 1);
  gint64 missed = 0;
  gboolean has_missed = FALSE;
  gint64 day = today;
  guint streak = 0;

  while (left > 0)
    {
      const StarlingActivity *last = &days[left - 1];

      if (starling_activity_count (last) == 0)
        left--;
      else if (last->day == day)
        {
          streak++;
          left--;
          day--;
        }
      else if (day == today)
        day--;
      else if (has_missed && missed - day < FORGIVING_DAYS)
        break;
      else
        {
          has_missed = TRUE;
          missed = day--;
        }
    }
  return streak;
}

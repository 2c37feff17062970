/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/progress/words.h"

#include "base/text.h"
#include "engine/suggestion.h"
#include "plan-words.h"

#include <glib/gi18n.h>

#define COUNTED_DAYS 28

static const StarlingOverviewTake *
get_take (const StarlingOverview *overview, guint index)
{
  return &g_array_index (overview->takes, StarlingOverviewTake, index);
}

static const StarlingTally *
get_tally (const StarlingOverview *overview, guint index)
{
  return &get_take (overview, index)->review->tally;
}

/**
 * starling_progress_get_unit:
 * @overview: where the user stands
 *
 * Returns: how to compare the total times of the last takes
 */
StarlingTotalsUnit
starling_progress_get_unit (const StarlingOverview *overview)
{
  for (guint i = 1; i < overview->takes->len; i++)
    if (starling_tally_round (get_tally (overview, i)->target_total_ms)
        != starling_tally_round (get_tally (overview, 0)->target_total_ms))
      return STARLING_TOTALS_PERCENT;
  return STARLING_TOTALS_SECONDS;
}

/**
 * starling_progress_get_total:
 * @overview: where the user stands
 * @index: one of the last takes
 *
 * Returns: its total time, in seconds or in percent of its target; 0 percent
 *   where there was no target
 */
double
starling_progress_get_total (const StarlingOverview *overview, guint index)
{
  const StarlingTally *tally = get_tally (overview, index);

  if (starling_progress_get_unit (overview) == STARLING_TOTALS_SECONDS)
    return starling_tally_round (tally->total_ms);
  if (tally->target_total_ms <= 0)
    return 0;
  return starling_overview_round ((double) tally->total_ms
                                  / (double) tally->target_total_ms);
}

/**
 * starling_progress_format_total:
 * @overview: where the user stands
 * @index: one of the last takes
 *
 * Returns: (transfer full): its total time against the target
 */
char *
starling_progress_format_total (const StarlingOverview *overview, guint index)
{
  const StarlingTally *tally = get_tally (overview, index);
  g_autofree char *total
      = starling_text_format_duration (starling_tally_round (tally->total_ms));
  g_autofree char *target = NULL;

  if (tally->target_total_ms <= 0)
    return g_steal_pointer (&total);
  target = starling_text_format_duration (
      starling_tally_round (tally->target_total_ms));
  /* Translators: two times, such as "3 min 12 s" */
  return g_strdup_printf (_ ("%s, target %s"), total, target);
}

/* When a take was made, and of which story. */
static char *
format_take (const StarlingOverview *overview, guint index, const char *value)
{
  const StarlingOverviewTake *take = get_take (overview, index);
  g_autofree char *date = starling_plan_words_date (
      starling_day_of (take->review->at, take->review->offset), FALSE);

  /* Translators: a date, the title of a story, and a value */
  return g_strdup_printf (_ ("%s, %s: %s"), date, take->title, value);
}

/**
 * starling_progress_format_total_point:
 * @overview: where the user stands
 * @index: one of the last takes
 *
 * Returns: (transfer full): its total time in a sentence
 */
char *
starling_progress_format_total_point (const StarlingOverview *overview,
                                      guint index)
{
  g_autofree char *value = starling_progress_format_total (overview, index);

  return format_take (overview, index, value);
}

/**
 * starling_progress_format_share_point:
 * @overview: where the user stands
 * @index: one of the last takes
 *
 * Returns: (transfer full): the share of its Action in a sentence
 */
char *
starling_progress_format_share_point (const StarlingOverview *overview,
                                      guint index)
{
  g_autofree char *value = starling_progress_format_percent (
      get_tally (overview, index)->action_share);

  return format_take (overview, index, value);
}

/**
 * starling_progress_format_share:
 * @overview: where the user stands, with takes
 *
 * Returns: (transfer full): the share of the Action in the last take
 */
char *
starling_progress_format_share (const StarlingOverview *overview)
{
  /* Translators: percent; "goal 50–60%" */
  return g_strdup_printf (
      _ ("%d%%, goal %d–%d%%"),
      get_tally (overview, overview->takes->len - 1)->action_share,
      STARLING_ACTION_SHARE_MIN, STARLING_ACTION_SHARE_MAX);
}

/**
 * starling_progress_format_answers:
 * @overview: where the user stands, with answers
 *
 * Returns: (transfer full): how many of the answers of the last week were right
 */
char *
starling_progress_format_answers (const StarlingOverview *overview)
{
  const StarlingOverviewWeek *week
      = &overview->answers[overview->n_answers - 1];

  return g_strdup_printf (ngettext ("%d%% of %u answer", "%d%% of %u answers",
                                    week->n),
                          starling_overview_get_percent (week->n_good, week->n),
                          week->n);
}

/**
 * starling_progress_format_recall:
 * @overview: where the user stands, with reviews of due cards
 *
 * Returns: (transfer full): how many were recalled in the last week
 */
char *
starling_progress_format_recall (const StarlingOverview *overview)
{
  const StarlingOverviewWeek *week = &overview->recall[overview->n_recall - 1];

  /* Translators: what was recalled, and what is wanted, in percent */
  return g_strdup_printf (_ ("%d%%, wanted %d%%"),
                          starling_overview_get_percent (week->n_good, week->n),
                          starling_overview_round (
                              overview->settings.retention));
}

/**
 * starling_progress_format_week:
 * @week: a week
 * @answers: whether it is about answers, else about due cards
 *
 * Returns: (transfer full): what came of it in a sentence
 */
char *
starling_progress_format_week (const StarlingOverviewWeek *week,
                               gboolean answers)
{
  g_autofree char *date = starling_plan_words_date (week->first, FALSE);
  int percent = starling_overview_get_percent (week->n_good, week->n);

  if (answers)
    /* Translators: a date, percent, and numbers of answers */
    return g_strdup_printf (
        ngettext ("Week of %s: %d%%, %u of %u answer right",
                  "Week of %s: %d%%, %u of %u answers right", week->n),
        date, percent, week->n_good, week->n);
  /* Translators: a date, percent, and numbers of cards */
  return g_strdup_printf (
      ngettext ("Week of %s: %d%%, %u of %u due card recalled",
                "Week of %s: %d%%, %u of %u due cards recalled", week->n),
      date, percent, week->n_good, week->n);
}

/**
 * starling_progress_get_reviews:
 * @overview: where the user stands
 * @day: a study day
 *
 * Returns: how often a card was graded on it
 */
guint
starling_progress_get_reviews (const StarlingOverview *overview, int day)
{
  const StarlingActivity *activity
      = starling_activity_find ((gconstpointer) overview->days->data,
                                overview->days->len, day);

  return activity != NULL ? starling_activity_count_reviews (activity) : 0;
}

/**
 * starling_progress_format_reviews:
 * @overview: where the user stands
 *
 * Returns: (transfer full): how many reviews a day that was of late
 */
char *
starling_progress_format_reviews (const StarlingOverview *overview)
{
  guint sum = 0, mean;

  for (int i = 0; i < STARLING_PROGRESS_DAYS; i++)
    sum += starling_progress_get_reviews (overview, overview->today - i);
  mean = (sum + STARLING_PROGRESS_DAYS / 2) / STARLING_PROGRESS_DAYS;
  if (sum == 0)
    return g_strdup (_ ("None in the last 14 days"));
  if (mean == 0)
    return g_strdup (_ ("Less than one a day on average"));
  return g_strdup_printf (ngettext ("%u a day on average",
                                    "%u a day on average", mean),
                          mean);
}

/**
 * starling_progress_format_reviews_day:
 * @overview: where the user stands
 * @day: a study day
 *
 * Returns: (transfer full): the reviews of that day in a sentence
 */
char *
starling_progress_format_reviews_day (const StarlingOverview *overview, int day)
{
  guint n = starling_progress_get_reviews (overview, day);
  g_autofree char *date = starling_plan_words_date (day, TRUE);

  return g_strdup_printf (ngettext ("%s: %u review", "%s: %u reviews", n), date,
                          n);
}

/**
 * starling_progress_format_studied:
 * @overview: where the user stands
 *
 * Returns: (transfer full): on how many days there was study of late
 */
char *
starling_progress_format_studied (const StarlingOverview *overview)
{
  guint n
      = starling_suggestion_count_days ((gconstpointer) overview->days->data,
                                        overview->days->len, overview->today,
                                        COUNTED_DAYS);

  if (n == 0)
    return g_strdup (_ ("None yet"));
  /* Translators: days; the second number is always 28 */
  return g_strdup_printf (ngettext ("%u of the last %d", "%u of the last %d",
                                    n),
                          n, COUNTED_DAYS);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/quiz/end-words.h"

#include "plan-words.h"
#include "widgets/labels.h"

#include <glib/gi18n.h>

/* --- the score --- */

/**
 * starling_quiz_format_score:
 * @score: how questions went
 *
 * Returns: (transfer full): the score, such as "7 of 10 right"
 */
char *
starling_quiz_format_score (const StarlingQuizScore *score)
{
  /* Translators: the score of a quiz: right answers of all questions */
  return g_strdup_printf (_ ("%u of %u right"), score->n_right, score->n_asked);
}

/* How those went that came back; NULL: nothing to tell. */
static char *
format_mended (guint n_mended, guint n_wrong)
{
  if (n_mended == 0)
    return NULL;
  if (n_wrong == 1)
    return g_strdup (_ ("The other one was right when it came back."));
  if (n_mended == n_wrong)
    return g_strdup_printf (
        ngettext ("The other %u was right when it came back.",
                  "The other %u were right when they came back.", n_wrong),
        n_wrong);
  /* Translators: of the questions that were wrong at first */
  return g_strdup_printf (
      ngettext ("%u of the other %u was right when it came back.",
                "%u of the other %u were right when they came back.", n_mended),
      n_mended, n_wrong);
}

/**
 * starling_quiz_format_rest:
 * @report: what a quiz came to
 *
 * Returns: (transfer full): what there is to say of the questions that were
 *   not right at first; empty: nothing
 */
char *
starling_quiz_format_rest (const StarlingQuizReport *report)
{
  g_autofree char *mended
      = format_mended (report->n_mended,
                       report->total.n_asked - report->total.n_right);
  g_autofree char *expired = NULL;

  if (report->n_expired > 0)
    expired = g_strdup_printf (ngettext ("Time ran out on %u question.",
                                         "Time ran out on %u questions.",
                                         report->n_expired),
                               report->n_expired);
  if (mended != NULL && expired != NULL)
    return g_strjoin (" ", mended, expired, NULL);
  if (mended != NULL)
    return g_steal_pointer (&mended);
  return expired != NULL ? g_steal_pointer (&expired) : g_strdup ("");
}

/**
 * starling_quiz_format_about:
 * @title: (nullable): of the only story that was asked about
 * @n_stories: how many there were
 *
 * Returns: (transfer full): what the quiz was about
 */
char *
starling_quiz_format_about (const char *title, guint n_stories)
{
  if (title != NULL)
    return g_strdup (title);
  return g_strdup_printf (ngettext ("Questions on %u story",
                                    "Questions on %u stories", n_stories),
                          n_stories);
}

/* --- what to do next --- */

/**
 * starling_quiz_format_next:
 * @title: of the story to read first
 * @step: where to read, or STARLING_NO_STEP
 * @probe: (nullable): the follow-up to read
 *
 * Returns: (transfer full): the advice to read it
 */
char *
starling_quiz_format_next (const char *title, int step, const char *probe)
{
  if (probe != NULL)
    return g_strdup_printf (_ ("Start with a follow-up to “%s”."), title);
  if (step != STARLING_NO_STEP)
    /* Translators: a step, such as "Action", and the title of a story */
    return g_strdup_printf (_ ("Start with the %s of “%s”."),
                            starling_step_get_title ((StarlingStepId) step),
                            title);
  return g_strdup_printf (_ ("Start with “%s”."), title);
}

/**
 * starling_quiz_format_retell:
 * @title: (nullable): of the only story that was asked about
 *
 * Returns: (transfer full): the advice for when all was right
 */
char *
starling_quiz_format_retell (const char *title)
{
  if (title == NULL)
    return g_strdup (_ ("Nothing to look up. Next, tell one of these stories "
                        "out loud."));
  return g_strdup_printf (_ ("Nothing to look up. Next, tell “%s” out loud."),
                          title);
}

/**
 * starling_quiz_get_read_label:
 * @step: where to read, or STARLING_NO_STEP
 * @probe: (nullable): the follow-up to read
 *
 * Returns: (transfer none): the name of the button that leads there
 */
const char *
starling_quiz_get_read_label (int step, const char *probe)
{
  if (probe != NULL)
    return _ ("Read the follow-up");
  switch (step)
    {
    case STARLING_STEP_SITUATION:
      return _ ("Read the Situation");
    case STARLING_STEP_TASK:
      return _ ("Read the Task");
    case STARLING_STEP_ACTION:
      return _ ("Read the Action");
    case STARLING_STEP_RESULT:
      return _ ("Read the Result");
    case STARLING_STEP_REFLECTION:
      return _ ("Read the Reflection");
    case STARLING_NO_STEP:
    default:
      return _ ("Read the story");
    }
}

/* --- over time --- */

/**
 * starling_quiz_get_percent:
 * @n_right: how many answers were right
 * @n: of how many, at least 1
 *
 * Returns: the share in percent, rounded; 0 and 100 are none and all
 */
guint
starling_quiz_get_percent (guint n_right, guint n)
{
  guint percent;

  g_return_val_if_fail (n > 0 && n_right <= n, 0);

  percent = (100 * n_right + n / 2) / n;
  if (n_right > 0 && n_right < n)
    return CLAMP (percent, 1, 99);
  return percent;
}

/* "80% of 20 answers" */
static char *
format_answers (const StarlingQuizDay *day)
{
  return g_strdup_printf (
      ngettext ("%u%% of %u answer", "%u%% of %u answers", day->n_answers),
      starling_quiz_get_percent (day->n_right, day->n_answers), day->n_answers);
}

/**
 * starling_quiz_format_day:
 * @day: a day with answers
 * @today: the study day of now
 *
 * Returns: (transfer full): how it went, such as "80% of 20 answers today"
 */
char *
starling_quiz_format_day (const StarlingQuizDay *day, int today)
{
  g_autofree char *answers = format_answers (day);
  g_autofree char *date = NULL;

  if (day->day == today)
    /* Translators: "80% of 20 answers" */
    return g_strdup_printf (_ ("%s today"), answers);
  date = starling_plan_words_date (day->day, FALSE);
  /* Translators: "80% of 20 answers"; a date, such as "10 December" */
  return g_strdup_printf (_ ("%s on %s"), answers, date);
}

/**
 * starling_quiz_format_date:
 * @day: a study day
 * @today: the study day of now
 *
 * Returns: (transfer full): its date below the plot, short
 */
char *
starling_quiz_format_date (int day, int today)
{
  g_autoptr (GDateTime) date = NULL;

  if (day == today)
    return g_strdup (_ ("Today"));
  date = g_date_time_new_from_unix_utc ((gint64) day * 24 * 3600);
  /* Translators: see g_date_time_format(); a short date such as "10 Dec" */
  return date != NULL ? g_date_time_format (date, _ ("%-d %b")) : g_strdup ("");
}

/**
 * starling_quiz_format_point:
 * @day: a day with answers
 * @today: the study day of now
 *
 * Returns: (transfer full): the same for the plot, the date first
 */
char *
starling_quiz_format_point (const StarlingQuizDay *day, int today)
{
  g_autofree char *answers = format_answers (day);
  g_autofree char *date = day->day == today
                              ? g_strdup (_ ("Today"))
                              : starling_plan_words_date (day->day, TRUE);

  /* Translators: a date or "Today"; "80% of 20 answers" */
  return g_strdup_printf (_ ("%s: %s"), date, answers);
}

/**
 * starling_quiz_describe_days:
 * @days: (array length=n_days): days with answers, ascending
 * @n_days: how many, at least 2
 *
 * Returns: (transfer full): the plot in words
 */
char *
starling_quiz_describe_days (const StarlingQuizDay *days, guint n_days)
{
  const StarlingQuizDay *first = &days[0];
  const StarlingQuizDay *last = &days[n_days - 1];

  /* Translators: shares of right answers, and on how many days there were any
   */
  return g_strdup_printf (
      ngettext ("From %u%% to %u%%, over %u day with answers.",
                "From %u%% to %u%%, over %u days with answers.", n_days),
      starling_quiz_get_percent (first->n_right, first->n_answers),
      starling_quiz_get_percent (last->n_right, last->n_answers), n_days);
}

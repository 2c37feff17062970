/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/words.h"

#include "base/text.h"
#include "widgets/labels.h"

#include <glib/gi18n.h>

/**
 * starling_rehearse_format_lens:
 * @lens: a lens
 *
 * Returns: (transfer full): it in words, such as "Senior SDE · Dive Deep"
 */
char *
starling_rehearse_format_lens (const StarlingLens *lens)
{
  const char *angle = _ ("As told");

  if (lens->angle != STARLING_AS_TOLD)
    angle = starling_catalogue_get_principle (lens->catalogue,
                                              (guint) lens->angle)
                ->name;
  return g_strdup_printf ("%s · %s", starling_level_get_name (lens->level),
                          angle);
}

static char *
format_order (const StarlingVerdict *verdict, const char *step)
{
  if (verdict->kind == STARLING_VERDICT_LEFT_OUT)
    return g_strdup_printf (_ ("You left out the %s."), step);
  return g_strdup_printf (_ ("You stopped before the %s."), step);
}

static char *
format_total (const StarlingVerdict *verdict, const char *step)
{
  g_autofree char *off = starling_text_format_duration (verdict->seconds);

  switch ((int) verdict->kind)
    {
    case STARLING_VERDICT_OVER_IN:
      return g_strdup_printf (_ ("You were %s over, most of it in the %s."),
                              off, step);
    case STARLING_VERDICT_OVER:
      return g_strdup_printf (_ ("You were %s over, a little in many steps."),
                              off);
    case STARLING_VERDICT_SHORT_IN:
      return g_strdup_printf (_ ("You were %s short, most of it in the %s."),
                              off, step);
    case STARLING_VERDICT_SHORT:
    default:
      return g_strdup_printf (_ ("You were %s short, a little in many steps."),
                              off);
    }
}

static char *
format_on_time (const StarlingVerdict *verdict, const char *step)
{
  switch ((int) verdict->kind)
    {
    case STARLING_VERDICT_STEP_OVER:
      return g_strdup_printf (_ ("On time, but the %s was %d s over."), step,
                              verdict->seconds);
    case STARLING_VERDICT_ACTION_LOW:
      return g_strdup_printf (
          _ ("On time, but the Action had only %d%% of it."), verdict->percent);
    case STARLING_VERDICT_ACTION_HIGH:
      return g_strdup_printf (_ ("On time, but the Action took %d%% of it."),
                              verdict->percent);
    case STARLING_VERDICT_ON_TIME:
    default:
      return g_strdup_printf (_ ("On time, with %d%% of it in the Action."),
                              verdict->percent);
    }
}

/**
 * starling_rehearse_format_verdict:
 * @verdict: a verdict
 *
 * Returns: (transfer full): it in one sentence
 */
char *
starling_rehearse_format_verdict (const StarlingVerdict *verdict)
{
  const char *step = starling_step_get_title (verdict->step);

  switch (verdict->kind)
    {
    case STARLING_VERDICT_NOTHING:
      return g_strdup (_ ("Nothing was told this time."));
    case STARLING_VERDICT_STOPPED:
    case STARLING_VERDICT_LEFT_OUT:
      return format_order (verdict, step);
    case STARLING_VERDICT_OVER_IN:
    case STARLING_VERDICT_OVER:
    case STARLING_VERDICT_SHORT_IN:
    case STARLING_VERDICT_SHORT:
      return format_total (verdict, step);
    case STARLING_VERDICT_STEP_OVER:
    case STARLING_VERDICT_ACTION_LOW:
    case STARLING_VERDICT_ACTION_HIGH:
    case STARLING_VERDICT_ON_TIME:
    default:
      return format_on_time (verdict, step);
    }
}

/**
 * starling_rehearse_get_rating_word:
 * @rating: 1–4: how an answer to a follow-up was; 0: not rated
 *
 * Returns: (transfer none): it in words
 */
const char *
starling_rehearse_get_rating_word (int rating)
{
  const char *const words[] = {
    _ ("Not rated"),     _ ("Weak"),   _ ("Rather weak"),
    _ ("Rather strong"), _ ("Strong"),
  };

  g_return_val_if_fail (rating >= 0 && rating < (int) G_N_ELEMENTS (words), "");

  return words[rating];
}

/**
 * starling_rehearse_format_reason:
 * @n_takes: how often a scenario was rehearsed
 * @days_ago: when last, in days
 *
 * Returns: (transfer full): why it is proposed, or when it was rehearsed
 */
char *
starling_rehearse_format_reason (guint n_takes, int days_ago)
{
  if (n_takes == 0)
    return g_strdup (_ ("Not rehearsed yet"));
  if (days_ago == 0)
    return g_strdup (_ ("Last rehearsed today"));
  if (days_ago == 1)
    return g_strdup (_ ("Last rehearsed yesterday"));
  return g_strdup_printf (ngettext ("Last rehearsed %d day ago",
                                    "Last rehearsed %d days ago",
                                    (gulong) days_ago),
                          days_ago);
}

/**
 * starling_rehearse_format_time:
 * @at: Unix ms
 * @offset: minutes east of UTC
 * @with_day: whether the day is told as well
 *
 * Returns: (transfer full): when that was, such as "14:05" or "21 November,
 *   14:05"
 */
char *
starling_rehearse_format_time (gint64 at, int offset, gboolean with_day)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at / 1000);
  g_autoptr (GDateTime) local
      = utc != NULL ? g_date_time_add_minutes (utc, offset) : NULL;

  if (local == NULL)
    return g_strdup ("");
  return g_date_time_format (local, with_day ? _ ("%-d %B, %H:%M") : "%H:%M");
}

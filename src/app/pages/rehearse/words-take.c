/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/words-take.h"

#include "storage/event.h"
#include "widgets/labels.h"

#include <glib/gi18n.h>

/**
 * starling_rehearse_words_lens:
 * @catalogue: the principles
 * @level: a level; -1: none
 * @angle: (nullable): a principle's id; %NULL: as told
 *
 * Returns: (transfer full): the lens in words, such as "Senior SDE · Dive Deep"
 */
char *
starling_rehearse_words_lens (StarlingCatalogue *catalogue,
                              int level,
                              const char *angle)
{
  int principle = angle != NULL
                      ? starling_catalogue_find_principle (catalogue, angle)
                      : STARLING_AS_TOLD;
  const char *name = angle != NULL ? angle : _ ("As told");

  if (principle != STARLING_AS_TOLD)
    name
        = starling_catalogue_get_principle (catalogue, (guint) principle)->name;
  if (level < 0 || level >= STARLING_N_LEVELS)
    return g_strdup (name);
  return g_strdup_printf ("%s · %s",
                          starling_level_get_name ((StarlingLevel) level),
                          name);
}

static GDateTime *
new_local (gint64 at, int offset)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at / 1000);

  return utc != NULL && offset != STARLING_OFFSET_UNSET
             ? g_date_time_add_minutes (utc, offset)
             : g_steal_pointer (&utc);
}

/**
 * starling_rehearse_words_date:
 * @at: when a take was made, Unix ms
 * @offset: minutes east of UTC
 * @now: Unix ms
 *
 * Returns: (transfer full): when that was, such as "21 November, 14:05", with
 *   the year if it is another one
 */
char *
starling_rehearse_words_date (gint64 at, int offset, gint64 now)
{
  g_autoptr (GDateTime) then = new_local (at, offset);
  g_autoptr (GDateTime) today = new_local (now, offset);

  if (then == NULL)
    return g_strdup ("");
  if (today != NULL
      && g_date_time_get_year (then) != g_date_time_get_year (today))
    return g_date_time_format (then, _ ("%-d %B %Y, %H:%M"));
  return g_date_time_format (then, _ ("%-d %B, %H:%M"));
}

static char *
format_not_told (const StarlingRemark *remark)
{
  const char *step = starling_step_get_title (remark->step);

  if (remark->n == 1)
    return g_strdup_printf (_ ("The %s was not told."), step);
  if (remark->n == 2)
    {
      guint other = 0;

      for (guint i = 0; i < STARLING_N_STEPS; i++)
        if (remark->steps & 1u << i && i != (guint) remark->step)
          other = i;
      return g_strdup_printf (_ ("The %s and the %s were not told."), step,
                              starling_step_get_title ((StarlingStepId) other));
    }
  return g_strdup_printf (ngettext ("%u step was not told, the %s first.",
                                    "%u steps were not told, the %s first.",
                                    remark->n),
                          remark->n, step);
}

static char *
format_over (const StarlingRemark *remark)
{
  const char *step = starling_step_get_title (remark->step);

  if (remark->step == STARLING_STEP_SITUATION)
    return g_strdup_printf (_ ("%s took %d s of %d: the commonest fault."),
                            step, remark->seconds, remark->target);
  return g_strdup_printf (_ ("%s took %d s of %d."), step, remark->seconds,
                          remark->target);
}

static char *
format_phrases (const StarlingRemark *remark)
{
  const char *step = starling_step_get_title (remark->step);

  if (remark->n == remark->n_of)
    return g_strdup_printf (
        ngettext ("%u key phrase was left out, in the %s.",
                  "%u key phrases were left out, all in the %s.", remark->n),
        remark->n, step);
  return g_strdup_printf (
      ngettext ("%u key phrase was left out, %u of them in the %s.",
                "%u key phrases were left out, %u of them in the %s.",
                remark->n),
      remark->n, remark->n_of, step);
}

/**
 * starling_rehearse_words_fact:
 * @remark: what a take suggests to change
 *
 * Returns: (transfer full): what was, in one sentence
 */
char *
starling_rehearse_words_fact (const StarlingRemark *remark)
{
  switch (remark->kind)
    {
    case STARLING_REMARK_NOT_TOLD:
      return format_not_told (remark);
    case STARLING_REMARK_STEP_OVER:
      return format_over (remark);
    case STARLING_REMARK_ACTION_LOW:
    case STARLING_REMARK_ACTION_HIGH:
      return g_strdup_printf (
          _ ("The Action had %d%% of the time; %d–%d%% is wanted."),
          remark->percent, STARLING_ACTION_SHARE_MIN,
          STARLING_ACTION_SHARE_MAX);
    case STARLING_REMARK_PROBES:
      return g_strdup_printf (
          ngettext ("You found %u of %u follow-up answer weak.",
                    "You found %u of %u follow-up answers weak.", remark->n_of),
          remark->n, remark->n_of);
    case STARLING_REMARK_PHRASES:
    default:
      return format_phrases (remark);
    }
}

static const char *
get_step_advice (StarlingStepId step, gboolean over)
{
  switch (step)
    {
    case STARLING_STEP_SITUATION:
      return over ? _ ("Keep what one has to know to follow your Action.")
                  : _ ("Begin with where it was, and what was at stake.");
    case STARLING_STEP_TASK:
      return over ? _ ("One sentence for the aim, one for your part in it.")
                  : _ ("Say in one sentence what was yours to do.");
    case STARLING_STEP_ACTION:
      return over ? _ ("Keep the two or three deeds that decided it.")
                  : _ ("Plan half of the time for what you did.");
    case STARLING_STEP_RESULT:
      return over ? _ ("The figure first, then who noticed it.")
                  : _ ("Say what came of it, with a figure.");
    case STARLING_STEP_REFLECTION:
    default:
      return over ? _ ("One lesson, and what you do differently since.")
                  : _ ("Close with what you do differently since.");
    }
}

/**
 * starling_rehearse_words_advice:
 * @remark: what a take suggests to change
 *
 * Returns: (transfer none): what to do next time, in one sentence
 */
const char *
starling_rehearse_words_advice (const StarlingRemark *remark)
{
  switch (remark->kind)
    {
    case STARLING_REMARK_NOT_TOLD:
      if (remark->n > 1)
        return _ ("Go through all five, if only in a sentence each.");
      return get_step_advice (remark->step, FALSE);
    case STARLING_REMARK_STEP_OVER:
      return get_step_advice (remark->step, TRUE);
    case STARLING_REMARK_ACTION_LOW:
      return _ ("Shorten what comes before it, and tell more of what you did.");
    case STARLING_REMARK_ACTION_HIGH:
      return _ ("Leave more room for what came of it.");
    case STARLING_REMARK_PROBES:
      return _ ("Compare them with the strong answers in Study.");
    case STARLING_REMARK_PHRASES:
    default:
      return _ ("Glance through them before the next take.");
    }
}

/**
 * starling_rehearse_words_answer:
 * @probe: the answer to a follow-up question
 * @number: (out) (transfer full) (nullable): the part of it that was spent
 *
 * Returns: (transfer full): its time, such as "72 of 60 s"
 */
char *
starling_rehearse_words_answer (const StarlingProbeReview *probe, char **number)
{
  int spent = starling_tally_round (probe->ms);

  *number = NULL;
  if (probe->ms == 0)
    return g_strdup (_ ("not answered"));
  *number = g_strdup_printf ("%d", spent);
  return g_strdup_printf (_ ("%d of %d s"), spent,
                          starling_tally_round (probe->target_ms));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/loop/words.h"

#include "base/text.h"
#include "engine/debrief.h"

#include <glib/gi18n.h>

/* Each verdict is a word and a shape; the colour repeats it. */
static const struct
{
  const char *word;
  const char *sentence;
  const char *icon;
  const char *css_class;
} verdicts[STARLING_LOOP_N_VERDICTS] = {
  [STARLING_LOOP_NOT_RATED]
  = { N_ ("Not rated"), N_ ("No practice verdict yet"),
      "starling-state-new-symbolic", "not-rated" },
  [STARLING_LOOP_INCLINED]
  = { N_ ("Inclined"), N_ ("Practice verdict: inclined"),
      "starling-state-done-symbolic", "inclined" },
  [STARLING_LOOP_MIXED] = { N_ ("Mixed"), N_ ("Practice verdict: mixed"),
                            "starling-state-progress-symbolic", "mixed" },
  [STARLING_LOOP_NOT_INCLINED]
  = { N_ ("Not inclined"), N_ ("Practice verdict: not inclined"),
      "starling-cross-symbolic", "not-inclined" },
};

/**
 * starling_rehearse_get_loop_verdict:
 * @verdict: a verdict
 *
 * Returns: (transfer none): its word, such as "Inclined"
 */
const char *
starling_rehearse_get_loop_verdict (StarlingLoopVerdict verdict)
{
  return _ (verdicts[verdict].word);
}

/**
 * starling_rehearse_get_day_verdict:
 * @verdict: that of a whole loop
 *
 * Returns: (transfer none): it as a heading, which says that it is practice
 */
const char *
starling_rehearse_get_day_verdict (StarlingLoopVerdict verdict)
{
  return _ (verdicts[verdict].sentence);
}

/**
 * starling_rehearse_get_loop_icon:
 * @verdict: a verdict
 *
 * Returns: (transfer none): the name of its shape
 */
const char *
starling_rehearse_get_loop_icon (StarlingLoopVerdict verdict)
{
  return verdicts[verdict].icon;
}

/**
 * starling_rehearse_get_loop_class:
 * @verdict: a verdict
 *
 * Returns: (transfer none): the CSS class of its shape
 */
const char *
starling_rehearse_get_loop_class (StarlingLoopVerdict verdict)
{
  return verdicts[verdict].css_class;
}

/**
 * starling_rehearse_format_mean:
 * @figures: what some answers come to
 *
 * Returns: (transfer full): their mean rating, such as "2.8"; a dash if nothing
 *   was rated
 */
char *
starling_rehearse_format_mean (const StarlingLoopFigures *figures)
{
  int tenths = starling_loop_get_tenths (figures->ratings, figures->n_ratings);

  if (tenths == 0)
    return g_strdup ("–");
  return g_strdup_printf ("%.1f", tenths / 10.0);
}

/**
 * starling_rehearse_format_principles:
 * @catalogue: the catalogue
 * @principles: (array length=n_principles): indexes of principles
 * @n_principles: how many
 *
 * Returns: (transfer full): their names, side by side
 */
char *
starling_rehearse_format_principles (StarlingCatalogue *catalogue,
                                     const int *principles,
                                     guint n_principles)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_principles; i++)
    g_string_append_printf (
        text, "%s%s", i > 0 ? "\u00a0· " : "",
        starling_catalogue_get_principle (catalogue, (guint) principles[i])
            ->name);
  return g_string_free (text, FALSE);
}

/**
 * starling_rehearse_format_set:
 * @catalogue: the catalogue
 * @set: principles
 *
 * Returns: (transfer full): their names, side by side
 */
char *
starling_rehearse_format_set (StarlingCatalogue *catalogue,
                              StarlingPrincipleSet set)
{
  int principles[STARLING_MAX_PRINCIPLES];
  guint n = 0;

  for (guint i = 0; i < starling_catalogue_get_n_principles (catalogue); i++)
    if (set & STARLING_PRINCIPLE_BIT (i))
      principles[n++] = (int) i;
  return starling_rehearse_format_principles (catalogue, principles, n);
}

/**
 * starling_rehearse_format_deal:
 * @plan: a deal
 * @minutes: of each interviewer
 *
 * Returns: (transfer full): how much it is, such as "8 questions, 2 hours"
 */
char *
starling_rehearse_format_deal (const StarlingLoopPlan *plan, guint minutes)
{
  guint all = plan->n_interviews * minutes;
  g_autofree char *questions
      = g_strdup_printf (ngettext ("%u question", "%u questions",
                                   plan->n_questions),
                         plan->n_questions);
  g_autofree char *hours = NULL;

  if (all < 60)
    hours = g_strdup_printf (_ ("%u min"), all);
  else if (all % 60 == 0)
    hours = g_strdup_printf (_ ("%u h"), all / 60);
  else
    hours = g_strdup_printf (_ ("%u h %u min"), all / 60, all % 60);
  /* Translators: how many questions, and how long all of it takes */
  return g_strdup_printf (_ ("%s in %s"), questions, hours);
}

static void
append_sentence (GString *text, const char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
}

/**
 * starling_rehearse_format_shortage:
 * @catalogue: the catalogue
 * @plan: a deal
 * @own_only: whether only own stories are told
 *
 * Returns: (transfer full) (nullable): in how far there are too few stories,
 *   and what becomes of it; %NULL if there are enough
 */
char *
starling_rehearse_format_shortage (StarlingCatalogue *catalogue,
                                   const StarlingLoopPlan *plan,
                                   gboolean own_only)
{
  GString *text = NULL;

  if (plan->n_questions >= plan->n_wanted)
    return NULL;
  if (plan->n_questions == 0)
    return g_strdup (own_only ? _ ("You have no story of your own to tell yet.")
                              : _ ("There is no story to tell yet."));
  text = g_string_new (NULL);
  g_string_append_printf (text,
                          ngettext ("There is %u story for %u questions.",
                                    "There are %u stories for %u questions.",
                                    plan->n_questions),
                          plan->n_questions, plan->n_wanted);
  if (plan->without != 0)
    {
      g_autofree char *names
          = starling_rehearse_format_set (catalogue, plan->without);
      g_autofree char *sentence
          = g_strdup_printf (_ ("None is left for %s."), names);

      append_sentence (text, sentence);
    }
  if (plan->too_few != 0)
    {
      g_autofree char *names
          = starling_rehearse_format_set (catalogue, plan->too_few);
      g_autofree char *sentence
          = g_strdup_printf (_ ("There are too few for %s."), names);

      append_sentence (text, sentence);
    }
  append_sentence (text, _ ("The loop goes with what there is."));
  return g_string_free (text, FALSE);
}

/* The one of several with the lowest mean; -1 unless another has a higher. */
static int
find_lowest (const StarlingLoopFigures *figures, guint n_figures)
{
  int lowest = -1, highest = -1;

  for (guint i = 0; i < n_figures; i++)
    {
      guint64 ratings = figures[i].ratings, n = figures[i].n_ratings;

      if (n == 0)
        continue;
      if (lowest < 0
          || ratings * figures[lowest].n_ratings < figures[lowest].ratings * n)
        lowest = (int) i;
      if (highest < 0
          || ratings * figures[highest].n_ratings
                 > figures[highest].ratings * n)
        highest = (int) i;
    }
  return lowest == highest ? -1 : lowest;
}

/* Where to look first; NULL where all is alike. */
static char *
format_lowest (const StarlingLoopDebrief *debrief, StarlingCatalogue *catalogue)
{
  int interviewer = find_lowest (debrief->interviews, debrief->n_interviews);
  int principle = find_lowest (debrief->principles,
                               starling_catalogue_get_n_principles (catalogue));
  g_autofree char *mean
      = interviewer < 0
            ? NULL
            : starling_rehearse_format_mean (&debrief->interviews[interviewer]);
  g_autofree char *principle_mean
      = principle < 0
            ? NULL
            : starling_rehearse_format_mean (&debrief->principles[principle]);
  const char *name
      = principle < 0
            ? NULL
            : starling_catalogue_get_principle (catalogue, (guint) principle)
                  ->name;

  if (mean != NULL && name != NULL)
    return g_strdup_printf (_ ("Look first at interviewer %d (%s) and at %s "
                               "(%s)."),
                            interviewer + 1, mean, name, principle_mean);
  if (mean != NULL)
    return g_strdup_printf (_ ("Look first at interviewer %d (%s)."),
                            interviewer + 1, mean);
  if (name != NULL)
    return g_strdup_printf (_ ("Look first at %s (%s)."), name, principle_mean);
  return NULL;
}

/**
 * starling_rehearse_format_day:
 * @debrief: a debrief
 * @catalogue: the catalogue
 *
 * Returns: (transfer full): how many interviewers are for it, and which of
 *   them, and which principle, had the lowest mean
 */
char *
starling_rehearse_format_day (const StarlingLoopDebrief *debrief,
                              StarlingCatalogue *catalogue)
{
  const guint *n = debrief->n_verdicts;
  guint n_rated = n[STARLING_LOOP_INCLINED] + n[STARLING_LOOP_MIXED]
                  + n[STARLING_LOOP_NOT_INCLINED];
  g_autofree char *lowest = format_lowest (debrief, catalogue);
  GString *text = g_string_new (NULL);

  if (n_rated == 0)
    return g_string_free (
        g_string_append (text, _ ("Nothing was rated. Rate your answers after "
                                  "each, and the next loop has a verdict.")),
        FALSE);
  if (n_rated < debrief->n_interviews)
    g_string_append_printf (text,
                            ngettext ("%u of %u interviewer with a rated "
                                      "answer is inclined.",
                                      "%u of %u interviewers with a rated "
                                      "answer are inclined.",
                                      n_rated),
                            n[STARLING_LOOP_INCLINED], n_rated);
  else
    g_string_append_printf (text,
                            ngettext ("%u of %u interviewer is inclined.",
                                      "%u of %u interviewers are inclined.",
                                      n_rated),
                            n[STARLING_LOOP_INCLINED], n_rated);
  if (lowest != NULL)
    append_sentence (text, lowest);
  return g_string_free (text, FALSE);
}

/**
 * starling_rehearse_format_against:
 * @spent_ms: what was spent
 * @target_ms: of what was wanted; 0: nothing was
 *
 * Returns: (transfer full): both, such as "3:12 of 2:55"
 */
char *
starling_rehearse_format_against (gint64 spent_ms, gint64 target_ms)
{
  g_autofree char *spent
      = starling_text_format_clock (starling_tally_round (spent_ms));
  g_autofree char *target
      = starling_text_format_clock (starling_tally_round (target_ms));

  if (target_ms <= 0)
    return g_steal_pointer (&spent);
  return g_strdup_printf (_ ("%s of %s"), spent, target);
}

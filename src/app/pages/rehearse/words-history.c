/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/words-history.h"

#include "base/text.h"

#include <glib/gi18n.h>
#include <string.h>

static char *
format_distance (const StarlingTakeReview *review)
{
  return starling_text_format_duration (
      starling_tally_round (starling_take_review_get_distance (review)));
}

/**
 * starling_rehearse_words_summary:
 * @reviews: (element-type StarlingTakeReview): the takes of a lens, oldest
 *   first, one at least
 *
 * Returns: (transfer full): how near the last and the best one are to their
 *   targets, in one sentence
 */
char *
starling_rehearse_words_summary (GPtrArray *reviews)
{
  StarlingTakeStanding standing;
  g_autofree char *last = NULL;
  g_autofree char *best = NULL;

  starling_take_standing_init (&standing, reviews, reviews->len);
  if (standing.last < 0)
    return g_strdup_printf (ngettext ("%u take, nothing told.",
                                      "%u takes, nothing told.", reviews->len),
                            reviews->len);
  last = format_distance (g_ptr_array_index (reviews, standing.last));
  best = format_distance (g_ptr_array_index (reviews, standing.best));
  if (reviews->len == 1)
    return g_strdup_printf (_ ("One take, %s off its targets."), last);
  if (standing.last == standing.best)
    return g_strdup_printf (
        _ ("Your last take is your best: %s off its targets."), last);
  return g_strdup_printf (
      _ ("Your last take was %s off its targets, your best %s."), last, best);
}

/**
 * starling_rehearse_words_all:
 * @reviews: (element-type StarlingTakeReview): takes through whatever lens
 *
 * Returns: (transfer full): how many they are, in one sentence
 */
char *
starling_rehearse_words_all (GPtrArray *reviews)
{
  guint n_lenses = 0;
  g_autofree char *takes = NULL;
  g_autofree char *lenses = NULL;

  for (guint i = 0; i < reviews->len; i++)
    {
      const StarlingTakeReview *review = g_ptr_array_index (reviews, i);
      guint j = 0;

      while (j < i
             && !starling_take_review_has_lens (g_ptr_array_index (reviews, j),
                                                review->level, review->angle))
        j++;
      n_lenses += j == i;
    }
  takes = g_strdup_printf (ngettext ("%u take", "%u takes", reviews->len),
                           reviews->len);
  lenses
      = g_strdup_printf (ngettext ("%u lens", "%u lenses", n_lenses), n_lenses);
  /* Translators: "12 takes", "3 lenses" */
  return g_strdup_printf (_ ("%s through %s."), takes, lenses);
}

/**
 * starling_rehearse_words_total:
 * @review: a take
 *
 * Returns: (transfer full): its time against the target, such as "3:12 of 2:55"
 */
char *
starling_rehearse_words_total (const StarlingTakeReview *review)
{
  g_autofree char *spent = starling_text_format_clock (
      starling_tally_round (review->tally.total_ms));
  g_autofree char *target = starling_text_format_clock (
      starling_tally_round (review->tally.target_total_ms));

  if (review->tally.target_total_ms == 0)
    return g_steal_pointer (&spent);
  return g_strdup_printf (_ ("%s of %s"), spent, target);
}

/**
 * starling_rehearse_words_details:
 * @review: a take
 * @lens: its lens, in words
 *
 * Returns: (transfer full): what a list says of it, such as "Senior SDE · As
 *   told · 2 steps over · Action 51% · rated 3.2 of
 *   4"
 */
char *
starling_rehearse_words_details (const StarlingTakeReview *review,
                                 const char *lens)
{
  GString *text = g_string_new (lens);
  guint n_left = STARLING_N_STEPS - review->tally.n_told;
  int mean = starling_take_review_get_mean_rating (review);

  g_string_append (text, " · ");
  g_string_append_printf (text,
                          ngettext ("%u step over", "%u steps over",
                                    review->tally.n_over),
                          review->tally.n_over);
  if (n_left > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text,
                              ngettext ("%u not told", "%u not told", n_left),
                              n_left);
    }
  if (review->tally.action_share >= 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, _ ("Action %d%%"),
                              review->tally.action_share);
    }
  if (mean >= 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, _ ("rated %.1f of 4"), mean / 10.0);
    }
  return g_string_free (text, FALSE);
}

/**
 * starling_rehearse_words_first_line:
 * @note: (nullable): free text
 *
 * Returns: (transfer full) (nullable): its first line that is not blank
 */
char *
starling_rehearse_words_first_line (const char *note)
{
  g_auto (GStrv) lines = g_strsplit (note != NULL ? note : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      return g_strdup (lines[i]);
  return NULL;
}

static gint64
get_spent (const StarlingTakeReview *review, guint part)
{
  return part < STARLING_N_STEPS ? review->tally.spent_ms[part]
                                 : review->tally.total_ms;
}

static gint64
get_target (const StarlingTakeReview *review, guint part)
{
  return part < STARLING_N_STEPS ? review->tally.target_ms[part]
                                 : review->tally.target_total_ms;
}

/**
 * starling_rehearse_history_get_share:
 * @review: a take
 * @part: a step, or %STARLING_HISTORY_WHOLE
 *
 * Returns: what was spent, in percent of the target, halves up; 0 without one
 */
int
starling_rehearse_history_get_share (const StarlingTakeReview *review,
                                     guint part)
{
  gint64 target = get_target (review, part);

  return target > 0
             ? (int) ((200 * get_spent (review, part) + target) / (2 * target))
             : 0;
}

/**
 * starling_rehearse_words_short:
 * @review: a take
 * @part: a step
 * @one_lens: whether times are told, else shares of the target
 *
 * Returns: (transfer full): the value above a small plot, such as "48 of 30 s"
 */
char *
starling_rehearse_words_short (const StarlingTakeReview *review,
                               guint part,
                               gboolean one_lens)
{
  if (get_spent (review, part) == 0)
    return g_strdup (_ ("not told"));
  if (!one_lens)
    return g_strdup_printf (_ ("%d%%"),
                            starling_rehearse_history_get_share (review, part));
  return g_strdup_printf (_ ("%d of %d s"),
                          starling_tally_round (get_spent (review, part)),
                          starling_tally_round (get_target (review, part)));
}

static char *
format_time (guint part, gint64 ms)
{
  int seconds = starling_tally_round (ms);

  if (part == STARLING_HISTORY_WHOLE)
    return starling_text_format_clock (seconds);
  return g_strdup_printf (_ ("%d s"), seconds);
}

/**
 * starling_rehearse_words_figure:
 * @review: a take
 * @part: a step, or %STARLING_HISTORY_WHOLE
 * @one_lens: whether times are told, else shares of the target
 *
 * Returns: (transfer full): the figure in the plot
 */
char *
starling_rehearse_words_figure (const StarlingTakeReview *review,
                                guint part,
                                gboolean one_lens)
{
  if (get_spent (review, part) == 0)
    return g_strdup ("–");
  if (!one_lens)
    return g_strdup_printf (_ ("%d%%"),
                            starling_rehearse_history_get_share (review, part));
  if (part == STARLING_HISTORY_WHOLE)
    return format_time (part, get_spent (review, part));
  return g_strdup_printf ("%d",
                          starling_tally_round (get_spent (review, part)));
}

/**
 * starling_rehearse_words_value:
 * @review: a take
 * @part: a step, or %STARLING_HISTORY_WHOLE
 * @one_lens: whether times are told, else shares of the target
 *
 * Returns: (transfer full): the value and its target, in words
 */
char *
starling_rehearse_words_value (const StarlingTakeReview *review,
                               guint part,
                               gboolean one_lens)
{
  g_autofree char *spent = format_time (part, get_spent (review, part));
  g_autofree char *target = format_time (part, get_target (review, part));

  if (get_spent (review, part) == 0)
    return g_strdup_printf (_ ("not told, target %s"), target);
  if (!one_lens)
    return g_strdup_printf (_ ("%d%% of its target"),
                            starling_rehearse_history_get_share (review, part));
  return g_strdup_printf (_ ("%s, target %s"), spent, target);
}

/**
 * starling_rehearse_words_trend:
 * @first: the first take that is shown
 * @last: the last one
 * @n_takes: how many there are
 * @part: a step, or %STARLING_HISTORY_WHOLE
 * @one_lens: whether times are told, else shares of the target
 *
 * Returns: (transfer full): a trend in words
 */
char *
starling_rehearse_words_trend (const StarlingTakeReview *first,
                               const StarlingTakeReview *last,
                               guint n_takes,
                               guint part,
                               gboolean one_lens)
{
  g_autofree char *before
      = starling_rehearse_words_value (first, part, one_lens);
  g_autofree char *after = starling_rehearse_words_value (last, part, one_lens);

  return g_strdup_printf (ngettext ("%u take. At first: %s. Last: %s.",
                                    "%u takes. At first: %s. Last: %s.",
                                    n_takes),
                          n_takes, before, after);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/target-plot-words.h"

#include "base/text.h"

#include <glib/gi18n.h>

/**
 * starling_target_plot_format_difference:
 * @seconds: a difference
 *
 * Returns: (transfer full): it with its sign, such as `+7 s`, `−5 s`, `0 s`
 */
char *
starling_target_plot_format_difference (int seconds)
{
  if (seconds > 0)
    return g_strdup_printf (_ ("+%d s"), seconds);
  if (seconds < 0)
    return g_strdup_printf (_ ("−%d s"), -seconds);
  return g_strdup (_ ("0 s"));
}

/**
 * starling_target_plot_format_spent:
 * @figures: a row
 * @number: (out) (transfer full) (nullable): the part of it that was spent
 *
 * Returns: (transfer full): such as `48 of 30 s`, `3:12 of 2:55`, `not told`
 */
char *
starling_target_plot_format_spent (const StarlingPlotFigures *figures,
                                   char **number)
{
  *number = NULL;
  if (!figures->told)
    return g_strdup (_ ("not told"));
  if (figures->whole)
    {
      g_autofree char *target = starling_text_format_clock (figures->target);

      *number = starling_text_format_clock (figures->spent);
      return g_strdup_printf (_ ("%s of %s"), *number, target);
    }
  *number = g_strdup_printf ("%d", figures->spent);
  return g_strdup_printf (_ ("%d of %d s"), figures->spent, figures->target);
}

/**
 * starling_target_plot_format_since:
 * @figures: a row
 *
 * Returns: (transfer full): what changed since the last take; an empty text
 *   where there is nothing to compare
 */
char *
starling_target_plot_format_since (const StarlingPlotFigures *figures)
{
  if (!figures->told || !figures->last.shown)
    return g_strdup ("");
  if (!figures->last.told)
    return g_strdup (_ ("new"));
  return starling_target_plot_format_difference (figures->spent
                                                 - figures->last.seconds);
}

/**
 * starling_target_plot_format_best:
 * @figures: a row
 *
 * Returns: (transfer full): what the best take spent
 */
char *
starling_target_plot_format_best (const StarlingPlotFigures *figures)
{
  if (!figures->best.shown)
    return g_strdup ("");
  if (!figures->best.told)
    return g_strdup ("–");
  if (figures->whole)
    return starling_text_format_clock (figures->best.seconds);
  return g_strdup_printf (_ ("%d s"), figures->best.seconds);
}

static char *
format_time (const StarlingPlotFigures *figures, int seconds)
{
  if (figures->whole)
    return starling_text_format_duration (seconds);
  return g_strdup_printf (_ ("%d s"), seconds);
}

/**
 * starling_target_plot_describe:
 * @figures: a row
 * @text: what is read aloud
 *
 * Adds the row in words to @text.
 */
void
starling_target_plot_describe (const StarlingPlotFigures *figures,
                               GString *text)
{
  g_autofree char *target = format_time (figures, figures->target);
  g_autofree char *spent = format_time (figures, figures->spent);
  g_autofree char *last = format_time (figures, figures->last.seconds);
  g_autofree char *best = format_time (figures, figures->best.seconds);

  if (text->len > 0)
    g_string_append_c (text, ' ');
  if (figures->told)
    g_string_append_printf (text, _ ("%s %s of %s"), figures->title, spent,
                            target);
  else
    g_string_append_printf (text, _ ("%s not told, target %s"), figures->title,
                            target);
  if (figures->last.shown && figures->last.told)
    g_string_append_printf (text, _ (", last take %s"), last);
  if (figures->best.shown && figures->best.told)
    g_string_append_printf (text, _ (", best take %s"), best);
  g_string_append_c (text, '.');
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/progress/words.h"

#include "widgets/labels.h"

#include <glib/gi18n.h>

static const char *
get_name (const StarlingOverview *overview, guint principle)
{
  return starling_catalogue_get_principle (overview->catalogue, principle)
      ->name;
}

/**
 * starling_progress_format_percent:
 * @percent: 0 to 100, or -1
 *
 * Returns: (transfer full): that, such as "48%"; a dash for -1
 */
char *
starling_progress_format_percent (int percent)
{
  return percent < 0 ? g_strdup ("–") : g_strdup_printf (_ ("%d%%"), percent);
}

/**
 * starling_progress_get_open:
 * @cell: a cell that was not begun
 *
 * Returns: what stands there: there may be nothing to begin with
 */
const char *
starling_progress_get_open (const StarlingOverviewCell *cell)
{
  return cell->n_stories > 0 ? _ ("Not started") : _ ("No stories");
}

/* Why there is nothing in a cell. */
static char *
format_open (const StarlingOverviewCell *cell)
{
  if (cell->n_stories == 0)
    return g_strdup (_ ("no stories"));
  return g_strdup_printf (ngettext ("not started, %u story",
                                    "not started, %u stories", cell->n_stories),
                          cell->n_stories);
}

static char *
format_begun (const StarlingOverviewCell *cell)
{
  g_autofree char *told
      = g_strdup_printf (ngettext ("%u of %u story rehearsed",
                                   "%u of %u stories rehearsed",
                                   cell->n_stories),
                         cell->n_rehearsed, cell->n_stories);
  g_autofree char *quiz = NULL;

  if (cell->n_answers == 0)
    quiz = g_strdup (_ ("no questions answered"));
  else
    /* Translators: a share in percent, and of how many answers */
    quiz = g_strdup_printf (ngettext ("%d%% of %u answer right",
                                      "%d%% of %u answers right",
                                      cell->n_answers),
                            starling_overview_get_percent (cell->n_right,
                                                           cell->n_answers),
                            cell->n_answers);
  /* Translators: "2 of 4 stories rehearsed", mastery in percent, and "67% of 3
   * answers right" */
  return g_strdup_printf (_ ("%s, mastery %d%%, %s"), told,
                          starling_overview_round (cell->mastery), quiz);
}

/**
 * starling_progress_format_cell:
 * @overview: where the user stands
 * @principle: index of a principle
 * @level: a level
 *
 * Returns: (transfer full): that cell of the matrix in a sentence
 */
char *
starling_progress_format_cell (const StarlingOverview *overview,
                               guint principle,
                               StarlingLevel level)
{
  const StarlingOverviewCell *cell
      = starling_overview_get_cell (overview->cells, principle, level);
  g_autofree char *state
      = cell->begun ? format_begun (cell) : format_open (cell);
  const char *name = get_name (overview, principle);
  const char *at = starling_level_get_name (level);

  if (overview->first == (int) principle && overview->level == level)
    /* Translators: a principle, a level and its figures */
    return g_strdup_printf (_ ("%s, %s: %s. Look here first"), name, at, state);
  /* Translators: a principle, a level and its figures */
  return g_strdup_printf (_ ("%s, %s: %s"), name, at, state);
}

/**
 * starling_progress_format_headline:
 * @overview: where the user stands
 *
 * Returns: (transfer full): how far that is, and where to look first
 */
char *
starling_progress_format_headline (const StarlingOverview *overview)
{
  guint n = overview->n_principles * STARLING_N_LEVELS;
  g_autofree char *begun
      = g_strdup_printf (ngettext ("%u of %u begun", "%u of %u begun", n),
                         overview->n_begun, n);

  if (overview->first < 0)
    return g_steal_pointer (&begun);
  /* Translators: "33 of 48 begun", a principle, and a level */
  return g_strdup_printf (_ ("%s · next: %s, %s"), begun,
                          get_name (overview, (guint) overview->first),
                          starling_level_get_name (overview->level));
}

/**
 * starling_progress_format_paper:
 * @overview: where the user stands
 *
 * Returns: (transfer full): the headline of what is printed: paper is kept, so
 *   it says of what day and year it is
 */
char *
starling_progress_format_paper (const StarlingOverview *overview)
{
  g_autoptr (GDateTime) day
      = g_date_time_new_from_unix_utc ((gint64) overview->today * 24 * 60 * 60);
  g_autofree char *headline = starling_progress_format_headline (overview);
  g_autofree char *date = NULL;

  if (day == NULL)
    return g_steal_pointer (&headline);
  /* Translators: see g_date_time_format() */
  date = g_date_time_format (day, _ ("%A %-d %B %Y"));
  /* Translators: a date, and "33 of 48 begun" */
  return g_strdup_printf (_ ("%s · %s"), date, headline);
}

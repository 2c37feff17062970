/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/sidebar-words.h"

#include <glib/gi18n.h>

/**
 * starling_sidebar_describe:
 * @progress: what the journal says of a scenario
 * @n_cards: how many cards it has
 *
 * Returns: (transfer full): its state in words, such as
 *   "Rehearsed 3 times · quiz 4 of 5"
 */
char *
starling_sidebar_describe (const StarlingScenarioProgress *progress,
                           guint n_cards)
{
  g_autofree char *state = NULL;
  g_autofree char *quiz = NULL;

  if (progress->n_questions > 0)
    quiz = g_strdup_printf (_ ("quiz %u of %u"), progress->n_right,
                            progress->n_questions);
  switch (progress->state)
    {
    case STARLING_STATE_REHEARSED:
      state = progress->n_takes == 1
                  ? g_strdup (_ ("Rehearsed once"))
                  : g_strdup_printf (ngettext ("Rehearsed %u time",
                                               "Rehearsed %u times",
                                               progress->n_takes),
                                     progress->n_takes);
      break;
    case STARLING_STATE_IN_PROGRESS:
      state = progress->n_cards_reviewed > 0
                  ? g_strdup_printf (_ ("In progress · %u of %u cards"),
                                     progress->n_cards_reviewed, n_cards)
                  : g_strdup (_ ("In progress"));
      break;
    case STARLING_STATE_NEW:
    default:
      return g_strdup (_ ("New"));
    }
  return quiz == NULL ? g_steal_pointer (&state)
                      : g_strconcat (state, " · ", quiz, NULL);
}

static void
add_part (GStrvBuilder *builder, char *part)
{
  g_strv_builder_add (builder, part);
  g_free (part);
}

/**
 * starling_sidebar_describe_today:
 * @plan: today's plan
 *
 * Returns: (transfer full): what there is to do today, such as
 *   "20 cards: 6 new, 3 learning, 11 due"
 */
char *
starling_sidebar_describe_today (const StarlingPlan *plan)
{
  guint n = plan->n_new + plan->n_learning + plan->n_due;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  g_autofree char *cards = NULL;
  g_autofree char *list = NULL;

  if (n == 0)
    return g_strdup (_ ("No cards left today"));
  /* Translators: one of the parts of "20 cards: 6 new, 3 learning, 11 due" */
  if (plan->n_new > 0)
    add_part (builder, g_strdup_printf (_ ("%u new"), plan->n_new));
  if (plan->n_learning > 0)
    add_part (builder, g_strdup_printf (_ ("%u learning"), plan->n_learning));
  if (plan->n_due > 0)
    add_part (builder, g_strdup_printf (_ ("%u due"), plan->n_due));
  parts = g_strv_builder_end (builder);
  list = g_strjoinv (", ", parts);
  cards = g_strdup_printf (ngettext ("%u card", "%u cards", n), n);
  return g_strconcat (cards, ": ", list, NULL);
}

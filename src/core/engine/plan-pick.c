/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/plan-private.h"

#include <string.h>

static int
compare_picks (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const StarlingPlanPick *one = a;
  const StarlingPlanPick *other = b;
  const StarlingDeck *deck = user_data;

  if (one->key != other->key)
    return one->key < other->key ? -1 : 1;
  return strcmp (deck->cards[one->index].name, deck->cards[other->index].name);
}

/* The one in the middle of three, so that sorted input is no bad case. */
static StarlingPlanPick
get_pivot (const StarlingPlanPick *picks, guint n, const StarlingDeck *deck)
{
  StarlingPlanPick three[] = { picks[0], picks[n / 2], picks[n - 1] };

  g_qsort_with_data (three, G_N_ELEMENTS (three), sizeof *three, compare_picks,
                     (gpointer) deck);
  return three[1];
}

/**
 * starling_plan_pick:
 * @picks: (element-type StarlingPlanPick): to choose from
 * @n_wanted: how many
 * @deck: what the picks belong to
 *
 * Leaves the lowest ones, in order; ties go by name. Takes time in proportion
 * to the length of @picks when few are wanted (C. A. R. Hoare, "Algorithm 65:
 * Find", CACM 4, 1961).
 */
void
starling_plan_pick (GArray *picks, guint n_wanted, const StarlingDeck *deck)
{
  StarlingPlanPick *array = (StarlingPlanPick *) (gpointer) picks->data;
  guint start = 0;
  guint end = picks->len;

  /* Those before start belong to the lowest ones, those from end on do not. */
  while (n_wanted < picks->len && end - start > 1 && start < n_wanted)
    {
      StarlingPlanPick pivot = get_pivot (array + start, end - start, deck);
      guint low = start;
      guint high = end - 1;

      while (TRUE)
        {
          StarlingPlanPick held;

          while (compare_picks (&array[low], &pivot, (gpointer) deck) < 0)
            low++;
          while (compare_picks (&array[high], &pivot, (gpointer) deck) > 0)
            high--;
          if (low >= high)
            break;
          held = array[low];
          array[low++] = array[high];
          array[high--] = held;
        }
      if (n_wanted <= low)
        end = low;
      else
        start = low;
    }

  g_array_set_size (picks, MIN (n_wanted, picks->len));
  g_array_sort_with_data (picks, compare_picks, (gpointer) deck);
}

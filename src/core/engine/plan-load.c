/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/plan.h"

#include <math.h>

#define N_CARDS 100
#define DAY_SECONDS (24 * 3600)

/* Reviews count the less the later they are: by 1/e after so many days. */
#define FADE_DAYS 90.0

/* When they count so little that they are left out. */
#define MIN_WEIGHT 0.001

/* Below this chance only success is followed, which makes the result up to
 * 4 % too low. */
#define MIN_CHANCE 0.001

static double
get_weight (gint64 seconds)
{
  return exp (-(double) seconds / DAY_SECONDS / FADE_DAYS);
}

/* The weight of all reviews to come of a card that is in review, if it gets
 * there with this chance. */
static double
walk (const StarlingScheduler *scheduler,
      const StarlingMemory *memory,
      double chance)
{
  double weight = get_weight (memory->due);
  double total = chance * weight;
  gint64 elapsed = 0;
  double recall = 0;
  StarlingMemory next;

  if (weight < MIN_WEIGHT)
    return 0;

  elapsed = starling_memory_get_elapsed_days (memory, memory->due, 0);
  recall = starling_scheduler_get_recall (scheduler, (double) elapsed,
                                          memory->stability);
  starling_scheduler_review (scheduler, memory, memory->due, 0,
                             STARLING_GRADE_GOOD, 0, &next);
  if (chance < MIN_CHANCE)
    return total + walk (scheduler, &next, chance);
  total += walk (scheduler, &next, chance * recall);

  starling_scheduler_review (scheduler, memory, memory->due, 0,
                             STARLING_GRADE_AGAIN, 0, &next);
  while (next.state == STARLING_MEMORY_RELEARNING)
    {
      StarlingMemory before = next;

      total += chance * (1 - recall) * weight;
      starling_scheduler_review (scheduler, &before, before.due, 0,
                                 STARLING_GRADE_GOOD, 0, &next);
    }
  return total + walk (scheduler, &next, chance * (1 - recall));
}

/**
 * starling_plan_get_load:
 * @retention: the desired retention, 0 to 1
 *
 * What a desired retention costs in the months after the cards were learnt.
 *
 * The model: a card is learnt with Good; each review takes place when it is
 * due, and succeeds with the chance that FSRS-6 with its default weights gives
 * it: then Good, else Again, and Good in relearning, which is a review more.
 * All branches are followed; reviews t days after the first count with weight
 * exp (−t / 90), so that no sharp end makes the curve jump. Learning itself is
 * left out, as it costs the same at every retention.
 *
 * Returns: reviews a day for 100 cards learnt
 */
double
starling_plan_get_load (double retention)
{
  StarlingScheduler scheduler;
  StarlingMemory memory;

  starling_scheduler_init_default (&scheduler, retention);
  starling_memory_init (&memory, 0);
  while (memory.state != STARLING_MEMORY_REVIEW)
    {
      StarlingMemory before = memory;

      starling_scheduler_review (&scheduler, &before, before.due, 0,
                                 STARLING_GRADE_GOOD, 0, &memory);
    }

  /* Weights of the days 1, 2, 3 … add up to 1 / (exp (1 / 90) − 1). */
  return N_CARDS * walk (&scheduler, &memory, 1) * expm1 (1 / FADE_DAYS);
}

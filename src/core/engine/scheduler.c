/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/scheduler.h"

#include "engine/scheduler-private.h"

#define SECONDS_A_MINUTE G_GINT64_CONSTANT (60)
#define MINUTES_A_DAY 1440

#define LEAST_FIRST_STABILITY 0.1

/* What a review knows before the grade counts. */
typedef struct
{
  const StarlingScheduler *scheduler;
  const StarlingMemory *before;
  gint64 now;
  gint64 elapsed; /* days, never negative */
  double fuzz_factor;
  double stabilities[STARLING_N_GRADES]; /* after it, where asked for */
} Review;

static gboolean
is_first (const StarlingMemory *memory)
{
  return memory->state == STARLING_MEMORY_NEW || !(memory->stability > 0);
}

/* Stability after a lapse: at most what is left of the old one. */
static double
forget (const StarlingScheduler *self,
        const StarlingMemory *before,
        double recall)
{
  const double *w = self->w;
  double s = before->stability;
  double left = starling_round8 (
      starling_clamp (w[11] * pow (before->difficulty, -w[12])
                          * (pow (s + 1, w[13]) - 1)
                          * exp ((1 - recall) * w[14]),
                      STARLING_STABILITY_MIN, STARLING_STABILITY_MAX));

  return starling_clamp (starling_round8 (s / self->cut),
                         STARLING_STABILITY_MIN, left);
}

/* Stabilities after a pass. The powers are the same for all grades. */
static void
remember (Review *review, double recall, int from, int to)
{
  const StarlingScheduler *self = review->scheduler;
  const double *w = self->w;
  double s = review->before->stability;
  double gain = self->growth * (11 - review->before->difficulty)
                * pow (s, -w[9]) * (exp ((1 - recall) * w[10]) - 1);

  for (int grade = from; grade <= to; grade++)
    {
      double penalty = grade == STARLING_GRADE_HARD ? w[15] : 1;
      double bonus = grade == STARLING_GRADE_EASY ? w[16] : 1;

      review->stabilities[grade - 1] = starling_round8 (
          starling_clamp (s * (1 + gain * penalty * bonus),
                          STARLING_STABILITY_MIN, STARLING_STABILITY_MAX));
    }
}

/* Stabilities after another review on the day of the last one. */
static void
repeat (Review *review, int from, int to)
{
  const StarlingScheduler *self = review->scheduler;
  double s = review->before->stability;
  double power = pow (s, -self->w[19]);

  for (int grade = from; grade <= to; grade++)
    {
      double q = power * self->same_day[grade - 1];

      if (grade >= STARLING_GRADE_HARD)
        q = MAX (q, 1);
      review->stabilities[grade - 1]
          = starling_round8 (starling_clamp (s * q, STARLING_STABILITY_MIN,
                                             STARLING_STABILITY_MAX));
    }
}

/* Computes the stabilities for the grades @from to @to. They are what costs,
 * so nobody asks for more than the grade given needs. */
static void
compute (Review *review, int from, int to)
{
  const StarlingScheduler *self = review->scheduler;
  double recall;

  if (is_first (review->before))
    {
      for (int grade = from; grade <= to; grade++)
        review->stabilities[grade - 1]
            = MAX (self->w[grade - 1], LEAST_FIRST_STABILITY);
      return;
    }
  if (self->short_term && review->elapsed == 0)
    {
      repeat (review, from, to);
      return;
    }
  recall = starling_scheduler_get_recall (self, review->elapsed,
                                          review->before->stability);
  if (from == STARLING_GRADE_AGAIN)
    review->stabilities[0] = forget (self, review->before, recall);
  if (to > STARLING_GRADE_AGAIN)
    remember (review, recall, MAX (from, STARLING_GRADE_HARD), to);
}

static double
next_difficulty (const StarlingScheduler *self,
                 const StarlingMemory *before,
                 int grade)
{
  const double *w = self->w;
  double d = before->difficulty;

  if (is_first (before))
    d = starling_first_difficulty (w, grade);
  else
    {
      double change = -w[6] * (grade - 3);

      d += starling_round8 (change * (10 - d) / 9);
      d = starling_round8 (w[7] * self->easiest + (1 - w[7]) * d);
    }
  return starling_clamp (d, STARLING_DIFFICULTY_MIN, STARLING_DIFFICULTY_MAX);
}

static gint64
get_interval (const Review *review, int grade)
{
  return starling_scheduler_get_interval (review->scheduler,
                                          review->stabilities[grade - 1],
                                          review->elapsed, review->fuzz_factor);
}

/* The card comes back after @days. */
static void
give_days (const Review *review, gint64 days, StarlingMemory *after)
{
  after->state = STARLING_MEMORY_REVIEW;
  after->step = 0;
  after->scheduled_days = days;
  after->due = review->now + days * STARLING_SECONDS_A_DAY;
}

/* The card comes back after a step, of a day or more as a review card. */
static void
give_step (const Review *review,
           gint64 minutes,
           guint step,
           StarlingMemoryState state,
           StarlingMemory *after)
{
  after->state = minutes < MINUTES_A_DAY ? state : STARLING_MEMORY_REVIEW;
  after->step = step;
  after->scheduled_days = minutes / MINUTES_A_DAY;
  after->due = review->now + minutes * SECONDS_A_MINUTE;
}

/* Step mode, a card that is new, learned or learned again. */
static void
review_in_steps (Review *review, int grade, StarlingMemory *after)
{
  const StarlingScheduler *self = review->scheduler;
  const StarlingMemory *before = review->before;
  gboolean again = before->state == STARLING_MEMORY_RELEARNING;
  const int *steps = again ? self->relearning_steps : self->learning_steps;
  guint n = again ? self->n_relearning_steps : self->n_learning_steps;
  guint step = before->state == STARLING_MEMORY_NEW ? 0 : before->step;
  StarlingMemoryState state
      = again ? STARLING_MEMORY_RELEARNING : STARLING_MEMORY_LEARNING;

  compute (review, grade, grade);
  if (step >= n || grade == STARLING_GRADE_EASY
      || (grade == STARLING_GRADE_GOOD && step + 1 >= n))
    give_days (review, get_interval (review, grade), after);
  else if (grade == STARLING_GRADE_AGAIN)
    give_step (review, steps[0], 0, state, after);
  else if (grade == STARLING_GRADE_GOOD)
    give_step (review, steps[step + 1], step + 1, state, after);
  else
    {
      /* Half-way to twice the first step, or to the second; halves up. */
      gint64 twice
          = (gint64) steps[0] + (n > 1 ? steps[1] : 2 * (gint64) steps[0]);

      give_step (review, (twice + 1) / 2, step, state, after);
    }
}

static void
lapse_in_steps (Review *review, StarlingMemory *after)
{
  const StarlingScheduler *self = review->scheduler;
  guint step = review->before->step;

  compute (review, STARLING_GRADE_AGAIN, STARLING_GRADE_AGAIN);
  after->lapses++;
  if (step >= self->n_relearning_steps)
    give_days (review, get_interval (review, STARLING_GRADE_AGAIN), after);
  else
    give_step (review, self->relearning_steps[step], 0,
               STARLING_MEMORY_RELEARNING, after);
}

/* Step mode, a review card passed: a better grade never comes back sooner. */
static void
pass_in_steps (Review *review, int grade, StarlingMemory *after)
{
  gint64 hard, good, easy;

  compute (review, STARLING_GRADE_HARD, MAX (grade, STARLING_GRADE_GOOD));
  hard = get_interval (review, STARLING_GRADE_HARD);
  good = get_interval (review, STARLING_GRADE_GOOD);
  hard = MIN (hard, good);
  good = MAX (good, hard + 1);
  if (grade == STARLING_GRADE_HARD)
    give_days (review, hard, after);
  else if (grade == STARLING_GRADE_GOOD)
    give_days (review, good, after);
  else
    {
      easy = get_interval (review, STARLING_GRADE_EASY);
      give_days (review, MAX (easy, good + 1), after);
    }
}

/* Long-term mode: no steps in any state, all grades in order. */
static void
review_long_term (Review *review, int grade, StarlingMemory *after)
{
  gint64 days, next;

  compute (review, STARLING_GRADE_AGAIN, MAX (grade, STARLING_GRADE_HARD));
  days = get_interval (review, STARLING_GRADE_AGAIN);
  next = get_interval (review, STARLING_GRADE_HARD);
  days = MIN (days, next);
  for (int i = STARLING_GRADE_HARD; i <= grade; i++)
    {
      next = get_interval (review, i);
      days = MAX (next, days + 1);
    }
  if (grade == STARLING_GRADE_AGAIN
      && review->before->state != STARLING_MEMORY_NEW)
    after->lapses++;
  give_days (review, days, after);
}

/**
 * starling_memory_init:
 * @self: (out caller-allocates): a memory
 * @now: Unix seconds
 *
 * Makes @self that of a card which was never reviewed and is due now.
 */
void
starling_memory_init (StarlingMemory *self, gint64 now)
{
  g_return_if_fail (self != NULL);

  *self = (StarlingMemory){
    .state = STARLING_MEMORY_NEW,
    .due = now,
    .last_review = STARLING_NEVER,
  };
}

/**
 * starling_memory_get_elapsed_days:
 * @self: a memory
 * @now: Unix seconds
 * @shift: how long after midnight UTC a day begins, in seconds
 *
 * Counts the days that began between the last review and @now, each time in
 * the shift that was in force then.
 *
 * Returns: days; negative if the last review lies on a later day, 0 if the
 *   card is new
 */
gint64
starling_memory_get_elapsed_days (const StarlingMemory *self,
                                  gint64 now,
                                  gint64 shift)
{
  g_return_val_if_fail (self != NULL, 0);

  if (self->state == STARLING_MEMORY_NEW || self->last_review == STARLING_NEVER)
    return 0;
  return starling_count_days (now - shift)
         - starling_count_days (self->last_review - self->last_shift);
}

/**
 * starling_scheduler_review:
 * @self: a scheduler
 * @before: the memory before the review
 * @now: Unix seconds
 * @shift: how long after midnight UTC a day begins, in seconds
 * @grade: a #StarlingGrade
 * @fuzz_factor: at least 0, below 1; ignored unless the settings have fuzz
 * @after: (out caller-allocates): the memory after it; may be @before
 *
 * Grades a card, as FSRS-6 in ts-fsrs 5.4.2 does. A last review on a later
 * day counts as one of today.
 */
void
starling_scheduler_review (const StarlingScheduler *self,
                           const StarlingMemory *before,
                           gint64 now,
                           gint64 shift,
                           int grade,
                           double fuzz_factor,
                           StarlingMemory *after)
{
  Review review = {
    .scheduler = self,
    .before = before,
    .now = now,
    .fuzz_factor = fuzz_factor,
  };
  StarlingMemory memory;

  g_return_if_fail (self != NULL && before != NULL && after != NULL);
  g_return_if_fail (grade >= STARLING_GRADE_AGAIN
                    && grade <= STARLING_GRADE_EASY);
  g_return_if_fail (!self->fuzz || (fuzz_factor >= 0 && fuzz_factor < 1));

  memory = *before;
  review.elapsed = starling_memory_get_elapsed_days (before, now, shift);
  review.elapsed = MAX (review.elapsed, 0);
  if (!self->short_term)
    review_long_term (&review, grade, &memory);
  else if (before->state != STARLING_MEMORY_REVIEW)
    review_in_steps (&review, grade, &memory);
  else if (grade == STARLING_GRADE_AGAIN)
    lapse_in_steps (&review, &memory);
  else
    pass_in_steps (&review, grade, &memory);

  memory.stability = review.stabilities[grade - 1];
  memory.difficulty = next_difficulty (self, before, grade);
  memory.last_review = now;
  memory.last_shift = shift;
  memory.elapsed_days = review.elapsed;
  memory.reps++;
  *after = memory;
}

/**
 * starling_scheduler_preview:
 * @self: a scheduler
 * @before: the memory before the review
 * @now: Unix seconds
 * @shift: how long after midnight UTC a day begins, in seconds
 * @fuzz_factor: at least 0, below 1; ignored unless the settings have fuzz
 * @after: (out caller-allocates) (array fixed-size=4): the memory after each
 *   grade, Again first
 *
 * Says what starling_scheduler_review() would do.
 */
void
starling_scheduler_preview (const StarlingScheduler *self,
                            const StarlingMemory *before,
                            gint64 now,
                            gint64 shift,
                            double fuzz_factor,
                            StarlingMemory after[STARLING_N_GRADES])
{
  for (int grade = STARLING_GRADE_AGAIN; grade <= STARLING_GRADE_EASY; grade++)
    starling_scheduler_review (self, before, now, shift, grade, fuzz_factor,
                               &after[grade - 1]);
}

/**
 * starling_scheduler_forget:
 * @self: a memory
 * @now: Unix seconds
 *
 * Makes the card new again, due now. The counts of reviews and lapses and the
 * time of the last review stay.
 */
void
starling_scheduler_forget (StarlingMemory *self, gint64 now)
{
  g_return_if_fail (self != NULL);

  self->state = STARLING_MEMORY_NEW;
  self->step = 0;
  self->stability = 0;
  self->difficulty = 0;
  self->due = now;
  self->scheduled_days = 0;
  self->elapsed_days = 0;
}

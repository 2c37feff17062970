/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * FSRS-6 as published by the Open Spaced Repetition project (reference:
 * ts-fsrs 5.4.2): values and pure functions. Times are Unix seconds.
 */

typedef enum
{
  STARLING_GRADE_AGAIN = 1,
  STARLING_GRADE_HARD,
  STARLING_GRADE_GOOD,
  STARLING_GRADE_EASY,
} StarlingGrade;

#define STARLING_N_GRADES 4

typedef enum
{
  STARLING_MEMORY_NEW,
  STARLING_MEMORY_LEARNING,
  STARLING_MEMORY_REVIEW,
  STARLING_MEMORY_RELEARNING,
} StarlingMemoryState;

#define STARLING_NEVER G_MININT64

/* What is known of how well one card is remembered. */
typedef struct
{
  StarlingMemoryState state;
  guint step;            /* index into the list of steps */
  double stability;      /* days until recall is 90 % likely; 0: none */
  double difficulty;     /* 1 to 10; 0: none */
  gint64 due;            /* Unix seconds */
  gint64 last_review;    /* Unix seconds, or STARLING_NEVER */
  gint64 last_shift;     /* day start shift in force then, seconds */
  gint64 scheduled_days; /* whole days given at the last review */
  gint64 elapsed_days;   /* days between the last two reviews */
  guint reps;
  guint lapses;
} StarlingMemory;

#define STARLING_N_WEIGHTS 21
#define STARLING_MAX_LEARNING_STEPS 16

/* As a user hands them in; see starling_scheduler_init(). */
typedef struct
{
  const double *weights;     /* NULL: the default ones */
  guint n_weights;           /* 17, 19 or 21 */
  double retention;          /* desired, above 0, 1 at most */
  int maximum_interval;      /* days, at least 1 */
  gboolean short_term;       /* step mode, else long-term mode */
  const int *learning_steps; /* whole minutes, at least 1 */
  guint n_learning_steps;
  const int *relearning_steps;
  guint n_relearning_steps;
  gboolean fuzz;
} StarlingSchedulerSettings;

/* Prepared settings: a plain value, copied by assignment. */
typedef struct
{
  double w[STARLING_N_WEIGHTS];
  double retention;
  int maximum_interval;
  gboolean short_term;
  gboolean fuzz;
  int learning_steps[STARLING_MAX_LEARNING_STEPS];
  guint n_learning_steps;
  int relearning_steps[STARLING_MAX_LEARNING_STEPS];
  guint n_relearning_steps;
  double decay;    /* of the forgetting curve, negative */
  double factor;   /* of the forgetting curve */
  double modifier; /* interval at the desired retention / stability */
  double growth;   /* of the stability after recall: exp (w[8]) */
  double easiest;  /* difficulty that all tend to */
  double cut;      /* stability / this is its most after a lapse */
  double same_day[STARLING_N_GRADES]; /* growth on the same day */
} StarlingScheduler;

void starling_scheduler_settings_init (StarlingSchedulerSettings *self);
gboolean starling_scheduler_init (StarlingScheduler *self,
                                  const StarlingSchedulerSettings *settings,
                                  GError **error);
void
starling_scheduler_init_default (StarlingScheduler *self, double retention);

void starling_memory_init (StarlingMemory *self, gint64 now);
gint64 starling_memory_get_elapsed_days (const StarlingMemory *self,
                                         gint64 now,
                                         gint64 shift);

void starling_scheduler_review (const StarlingScheduler *self,
                                const StarlingMemory *before,
                                gint64 now,
                                gint64 shift,
                                int grade,
                                double fuzz_factor,
                                StarlingMemory *after);
void starling_scheduler_preview (const StarlingScheduler *self,
                                 const StarlingMemory *before,
                                 gint64 now,
                                 gint64 shift,
                                 double fuzz_factor,
                                 StarlingMemory after[STARLING_N_GRADES]);
void starling_scheduler_forget (StarlingMemory *self, gint64 now);

double starling_scheduler_get_recall (const StarlingScheduler *self,
                                      double elapsed_days,
                                      double stability);
double starling_scheduler_get_recall_now (const StarlingScheduler *self,
                                          const StarlingMemory *memory,
                                          gint64 now);
gint64 starling_scheduler_get_interval (const StarlingScheduler *self,
                                        double stability,
                                        gint64 elapsed_days,
                                        double fuzz_factor);
void starling_scheduler_get_fuzz_range (gint64 interval,
                                        gint64 elapsed_days,
                                        gint64 maximum_interval,
                                        gint64 *min,
                                        gint64 *max);
double starling_scheduler_get_fuzz_factor (guint64 card_id, guint64 reps);
guint64 starling_scheduler_hash_name (const char *name);

G_END_DECLS

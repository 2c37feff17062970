/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/scheduler.h"

#include "base/error.h"
#include "engine/scheduler-private.h"

#include <string.h>

#define DEFAULT_RETENTION 0.9
#define DEFAULT_MAXIMUM_INTERVAL 36500

/* Limits of the weights, and what they are unless told otherwise: those of
 * FSRS-6. w[17] to w[19] have limits that depend on other settings. */
static const struct
{
  double value;
  double low;
  double high;
} weights[STARLING_N_WEIGHTS] = {
  { 0.212, 0.001, 100 },   { 1.2931, 0.001, 100 }, { 2.3065, 0.001, 100 },
  { 8.2956, 0.001, 100 },  { 6.4133, 1, 10 },      { 0.8334, 0.001, 4 },
  { 3.0194, 0.001, 4 },    { 0.001, 0.001, 0.75 }, { 1.8722, 0, 4.5 },
  { 0.1666, 0, 0.8 },      { 0.796, 0.001, 3.5 },  { 1.4835, 0.001, 5 },
  { 0.0614, 0.001, 0.25 }, { 0.2629, 0.001, 0.9 }, { 1.6483, 0, 4 },
  { 0.6014, 0, 1 },        { 1.8729, 1, 6 },       { 0.5425, 0, 2 },
  { 0.0912, 0, 2 },        { 0.0658, 0, 0.8 },     { 0.1542, 0.1, 0.8 },
};

/* Where short-term memory counts, forgetting it cannot be free. */
#define LEAST_W19_SHORT_TERM 0.01

static const int default_learning_steps[] = { 1, 10 };
static const int default_relearning_steps[] = { 10 };

/*
 * Highest w[17] and w[18]. With several relearning steps, all of them passed
 * must not lift a card above the stability that it had before the lapse.
 */
static double
get_short_term_ceiling (const double w[STARLING_N_WEIGHTS], guint n_steps)
{
  double room;

  if (n_steps < 2)
    return weights[17].high;
  room = -(log (w[11]) + log (pow (2.0, w[13]) - 1.0) + 0.3 * w[14]) / n_steps;
  return starling_clamp (starling_round8 (sqrt (MAX (room, 0))), 0.01,
                         weights[17].high);
}

/* Clips the first @n weights. */
static void
clip_weights (StarlingScheduler *self, guint n)
{
  double ceiling;

  for (guint i = 0; i < MIN (n, 17); i++)
    self->w[i] = starling_clamp (self->w[i], weights[i].low, weights[i].high);
  if (n <= 17)
    return;

  ceiling = get_short_term_ceiling (self->w, self->n_relearning_steps);
  self->w[17] = starling_clamp (self->w[17], weights[17].low, ceiling);
  self->w[18] = starling_clamp (self->w[18], weights[18].low, ceiling);
  if (n <= 19)
    {
      /* FSRS-5 has no w[19]. */
      return;
    }
  self->w[19] = starling_clamp (self->w[19],
                                self->short_term ? LEAST_W19_SHORT_TERM
                                                 : weights[19].low,
                                weights[19].high);
  self->w[20] = starling_clamp (self->w[20], weights[20].low, weights[20].high);
}

/* Completes the weights of FSRS 4 and 4.5 (17) and FSRS-5 (19) and clips. */
static void
prepare_weights (StarlingScheduler *self, const double *given, guint n)
{
  double *w = self->w;

  memcpy (w, given, n * sizeof *w);
  clip_weights (self, n);
  if (n == 17)
    {
      w[4] = starling_round8 (w[4] + 2.0 * w[5]);
      w[5] = starling_round8 (log (3.0 * w[5] + 1.0) / 3.0);
      w[6] = starling_round8 (w[6] + 0.5);
      w[17] = 0;
      w[18] = 0;
    }
  if (n < STARLING_N_WEIGHTS)
    {
      w[19] = 0;
      w[20] = 0.5;
    }
  clip_weights (self, STARLING_N_WEIGHTS);
}

/* What follows from the settings alone, computed once. */
static void
derive (StarlingScheduler *self)
{
  const double *w = self->w;

  self->decay = -w[20];
  self->factor = starling_round8 (exp (log (0.9) / self->decay) - 1);
  self->modifier = starling_round8 ((pow (self->retention, 1 / self->decay) - 1)
                                    / self->factor);
  self->growth = exp (w[8]);
  self->easiest = starling_first_difficulty (w, STARLING_GRADE_EASY);
  self->cut = self->short_term ? exp (w[17] * w[18]) : 1;
  for (int grade = STARLING_GRADE_AGAIN; grade <= STARLING_GRADE_EASY; grade++)
    self->same_day[grade - 1] = exp (w[17] * (grade - 3 + w[18]));
}

static gboolean
check_weights (const StarlingSchedulerSettings *settings, GError **error)
{
  if (settings->n_weights != 17 && settings->n_weights != 19
      && settings->n_weights != STARLING_N_WEIGHTS)
    {
      g_set_error (error, STARLING_SCHEDULER_ERROR,
                   STARLING_SCHEDULER_ERROR_WEIGHTS,
                   "there must be 17, 19 or 21 weights, not %u",
                   settings->n_weights);
      return FALSE;
    }
  for (guint i = 0; i < settings->n_weights; i++)
    {
      if (!isfinite (settings->weights[i]))
        {
          g_set_error (error, STARLING_SCHEDULER_ERROR,
                       STARLING_SCHEDULER_ERROR_WEIGHTS,
                       "weight %u must be a finite number", i);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
check_steps (const int *steps, guint n, const char *what, GError **error)
{
  g_return_val_if_fail (steps != NULL || n == 0, FALSE);

  if (n > STARLING_MAX_LEARNING_STEPS)
    {
      g_set_error (error, STARLING_SCHEDULER_ERROR,
                   STARLING_SCHEDULER_ERROR_STEPS,
                   "there must be at most %d %s steps, not %u",
                   STARLING_MAX_LEARNING_STEPS, what, n);
      return FALSE;
    }
  for (guint i = 0; i < n; i++)
    {
      if (steps[i] < 1)
        {
          g_set_error (error, STARLING_SCHEDULER_ERROR,
                       STARLING_SCHEDULER_ERROR_STEPS,
                       "%s step %u must be at least one minute, not %d", what,
                       i + 1, steps[i]);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
check_settings (const StarlingSchedulerSettings *settings, GError **error)
{
  if (settings->weights != NULL && !check_weights (settings, error))
    return FALSE;
  if (!(settings->retention > 0 && settings->retention <= 1))
    {
      g_set_error (error, STARLING_SCHEDULER_ERROR,
                   STARLING_SCHEDULER_ERROR_RETENTION,
                   "the desired retention must be above 0 and at most 1,"
                   " not %g",
                   settings->retention);
      return FALSE;
    }
  if (settings->maximum_interval < 1)
    {
      g_set_error (error, STARLING_SCHEDULER_ERROR,
                   STARLING_SCHEDULER_ERROR_MAXIMUM,
                   "the longest interval must be at least one day, not %d",
                   settings->maximum_interval);
      return FALSE;
    }
  return check_steps (settings->learning_steps, settings->n_learning_steps,
                      "learning", error)
         && check_steps (settings->relearning_steps,
                         settings->n_relearning_steps, "relearning", error);
}

/**
 * starling_scheduler_settings_init:
 * @self: (out caller-allocates): settings
 *
 * Sets the defaults: the weights of FSRS-6, a retention of 0.9, at most 36500
 * days, step mode with 1 and 10 minutes, 10 minutes after a lapse, no fuzz.
 */
void
starling_scheduler_settings_init (StarlingSchedulerSettings *self)
{
  g_return_if_fail (self != NULL);

  *self = (StarlingSchedulerSettings){
    .retention = DEFAULT_RETENTION,
    .maximum_interval = DEFAULT_MAXIMUM_INTERVAL,
    .short_term = TRUE,
    .learning_steps = default_learning_steps,
    .n_learning_steps = G_N_ELEMENTS (default_learning_steps),
    .relearning_steps = default_relearning_steps,
    .n_relearning_steps = G_N_ELEMENTS (default_relearning_steps),
  };
}

/**
 * starling_scheduler_init:
 * @self: (out caller-allocates): a scheduler
 * @settings: as a user hands them in; not needed afterwards
 * @error: return location for a #StarlingSchedulerError
 *
 * Prepares the settings as ts-fsrs 5.4.2 does: weights are clipped to the
 * limits of FSRS-6, those of FSRS 4, 4.5 and 5 completed. What ts-fsrs
 * silently replaces (a wrong number of weights) or does not check is an error.
 *
 * Returns: %FALSE if the settings cannot be used; @self is then unchanged
 */
gboolean
starling_scheduler_init (StarlingScheduler *self,
                         const StarlingSchedulerSettings *settings,
                         GError **error)
{
  double given[STARLING_N_WEIGHTS];

  g_return_val_if_fail (self != NULL && settings != NULL, FALSE);

  if (!check_settings (settings, error))
    return FALSE;

  *self = (StarlingScheduler){
    .retention = settings->retention,
    .maximum_interval = settings->maximum_interval,
    .short_term = settings->short_term,
    .fuzz = settings->fuzz,
    .n_learning_steps = settings->n_learning_steps,
    .n_relearning_steps = settings->n_relearning_steps,
  };
  for (guint i = 0; i < settings->n_learning_steps; i++)
    self->learning_steps[i] = settings->learning_steps[i];
  for (guint i = 0; i < settings->n_relearning_steps; i++)
    self->relearning_steps[i] = settings->relearning_steps[i];

  for (guint i = 0; i < STARLING_N_WEIGHTS; i++)
    given[i] = weights[i].value;
  if (settings->weights != NULL)
    prepare_weights (self, settings->weights, settings->n_weights);
  else
    prepare_weights (self, given, STARLING_N_WEIGHTS);
  derive (self);
  return TRUE;
}

/**
 * starling_scheduler_init_default:
 * @self: (out caller-allocates): a scheduler
 * @retention: desired retention, above 0 and at most 1; any other value
 *   counts as 0.9
 *
 * Prepares the defaults of starling_scheduler_settings_init() with another
 * retention.
 */
void
starling_scheduler_init_default (StarlingScheduler *self, double retention)
{
  StarlingSchedulerSettings settings;

  starling_scheduler_settings_init (&settings);
  if (retention > 0 && retention <= 1)
    settings.retention = retention;
  starling_scheduler_init (self, &settings, NULL);
}

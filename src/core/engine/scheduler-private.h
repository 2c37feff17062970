/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/scheduler.h"

#include <math.h>

G_BEGIN_DECLS

/* Shared by the scheduler's own files only. */

#ifdef __FAST_MATH__
#error "The scheduler's arithmetic is part of FSRS-6: not with -ffast-math"
#endif

#define STARLING_STABILITY_MIN 0.001
#define STARLING_STABILITY_MAX 36500.0
#define STARLING_DIFFICULTY_MIN 1.0
#define STARLING_DIFFICULTY_MAX 10.0

#define STARLING_SECONDS_A_DAY G_GINT64_CONSTANT (86400)

/* Whole days, rounded down before 1970 too. */
static inline gint64
starling_count_days (gint64 seconds)
{
  return seconds / STARLING_SECONDS_A_DAY
         - (seconds % STARLING_SECONDS_A_DAY < 0);
}

/* The nearest integer, halves upward. rint() goes to the even one, round()
 * away from zero, and floor (x + 0.5) errs just below a half. */
static inline double
starling_round_half_up (double x)
{
  double below = floor (x);

  /* Without a branch, which would be taken as often as not. */
  return below + !(x - below < 0.5);
}

/* To eight decimals, which FSRS-6 does at fixed places and nowhere else. */
static inline double
starling_round8 (double x)
{
  return starling_round_half_up (x * 1e8) / 1e8;
}

/* @high, should @low be above it. */
static inline double
starling_clamp (double x, double low, double high)
{
  return MIN (MAX (x, low), high);
}

/* Difficulty after the first review, which may lie outside 1 to 10. */
static inline double
starling_first_difficulty (const double w[STARLING_N_WEIGHTS], int grade)
{
  return starling_round8 (w[4] - exp ((grade - 1) * w[5]) + 1);
}

G_END_DECLS

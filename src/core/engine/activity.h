/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/day.h"

G_BEGIN_DECLS

/* What was done on one study day. */
typedef struct
{
  int day;
  guint n_new;      /* cards introduced */
  guint n_learning; /* reviews of cards in learning or relearning */
  guint n_due;      /* reviews of cards that had been due */
  guint n_takes;
  guint n_questions;
  guint n_right;    /* of those */
  guint n_recalled; /* of n_due, those not graded Again */
} StarlingActivity;

guint starling_activity_count (const StarlingActivity *self);
guint starling_activity_count_reviews (const StarlingActivity *self);

/*
 * Days studied in a row. Today need not be over: if nothing was done yet, the
 * count ends yesterday. One missed day in any seven is forgiven, and not
 * counted.
 */
guint starling_activity_get_streak (const StarlingActivity *days,
                                    guint n_days,
                                    int today);
const StarlingActivity *
starling_activity_find (const StarlingActivity *days, guint n_days, int day);

G_END_DECLS

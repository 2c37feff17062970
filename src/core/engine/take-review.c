/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/take-review.h"

/**
 * starling_take_review_new:
 *
 * Returns: (transfer full): a review of nothing, through no lens
 */
StarlingTakeReview *
starling_take_review_new (void)
{
  StarlingTakeReview *self = g_rc_box_new0 (StarlingTakeReview);

  self->level = -1;
  return self;
}

/**
 * starling_take_review_ref:
 * @self: a review
 *
 * Returns: (transfer full): @self
 */
StarlingTakeReview *
starling_take_review_ref (StarlingTakeReview *self)
{
  return g_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  StarlingTakeReview *self = data;

  for (guint i = 0; i < self->n_probes; i++)
    g_free (self->probes[i].probe);
  g_free (self->probes);
  g_free (self->id);
  g_free (self->angle);
  g_free (self->note);
}

/**
 * starling_take_review_unref:
 * @self: (transfer full): a review
 */
void
starling_take_review_unref (StarlingTakeReview *self)
{
  g_rc_box_release_full (self, clear);
}

/**
 * starling_take_review_add_probe:
 * @self: a review that is being made
 * @probe: the id of a follow-up question
 * @ms: how long the answer took, in milliseconds
 * @target_ms: how long it might take; 0: not said
 * @rating: 1–4; 0: not rated
 *
 * Adds an answer.
 */
void
starling_take_review_add_probe (StarlingTakeReview *self,
                                const char *probe,
                                gint64 ms,
                                gint64 target_ms,
                                int rating)
{
  g_return_if_fail (self != NULL);

  self->probes
      = g_renew (StarlingProbeReview, self->probes, self->n_probes + 1);
  self->probes[self->n_probes++] = (StarlingProbeReview){
    .probe = g_strdup (probe),
    .ms = MAX (ms, 0),
    .target_ms = target_ms > 0 ? target_ms : STARLING_PROBE_TARGET_MS,
    .rating = rating,
  };
}

/**
 * starling_take_review_conclude:
 * @self: a review that is being made
 * @spent_ms: milliseconds spent in each step; 0: not told
 * @target_ms: milliseconds wanted
 *
 * Draws the conclusions from all that was filled in before.
 */
void
starling_take_review_conclude (StarlingTakeReview *self,
                               const gint64 spent_ms[STARLING_N_STEPS],
                               const gint64 target_ms[STARLING_N_STEPS])
{
  g_return_if_fail (self != NULL);

  starling_tally_init (&self->tally, spent_ms, target_ms);
  starling_verdict_init (&self->verdict, &self->tally);
  self->n_remarks = starling_take_review_make_remarks (self, self->remarks);
}

static guint
sum (const guint counts[STARLING_N_STEPS])
{
  guint n = 0;

  for (guint i = 0; i < STARLING_N_STEPS; i++)
    n += counts[i];
  return n;
}

/**
 * starling_take_review_count_said:
 * @self: a review
 *
 * Returns: how many key phrases were said
 */
guint
starling_take_review_count_said (const StarlingTakeReview *self)
{
  return sum (self->n_said);
}

/**
 * starling_take_review_count_phrases:
 * @self: a review
 *
 * Returns: how many key phrases there were to say
 */
guint
starling_take_review_count_phrases (const StarlingTakeReview *self)
{
  return sum (self->n_phrases);
}

/**
 * starling_take_review_get_mean_rating:
 * @self: a review
 *
 * Returns: the mean of the dimensions that were rated, in tenths, halves up;
 *   -1: none was
 */
int
starling_take_review_get_mean_rating (const StarlingTakeReview *self)
{
  int total = 0, n = 0;

  for (guint i = 0; i < STARLING_N_DIMENSIONS; i++)
    {
      total += self->rating[i];
      n += self->rating[i] > 0;
    }
  return n > 0 ? (20 * total + n) / (2 * n) : -1;
}

/**
 * starling_take_review_get_distance:
 * @self: a review
 *
 * Returns: how far the take is from its targets, in milliseconds: what the
 *   steps are over or short, added up. A step that was not told costs its whole
 *   target
 */
gint64
starling_take_review_get_distance (const StarlingTakeReview *self)
{
  gint64 distance = 0;

  for (guint i = 0; i < STARLING_N_STEPS; i++)
    distance += ABS (self->tally.spent_ms[i] - self->tally.target_ms[i]);
  return distance;
}

/**
 * starling_take_review_has_lens:
 * @self: a review
 * @level: a level
 * @angle: (nullable): a principle's id; %NULL: as told
 *
 * Returns: whether the take was told through that lens
 */
gboolean
starling_take_review_has_lens (const StarlingTakeReview *self,
                               int level,
                               const char *angle)
{
  return self->level == level && g_strcmp0 (self->angle, angle) == 0;
}

/**
 * starling_take_standing_init:
 * @self: (out caller-allocates): how the take stands
 * @reviews: (element-type StarlingTakeReview): the takes of a lens, oldest
 *   first
 * @index: the take; the length of @reviews: one that is not among them yet
 *
 * Finds what to compare a take with, among those before it: the last one, and
 * the best one, which is the nearest to its targets (see
 * starling_take_review_get_distance()), the later one of two as near. Takes of
 * which nothing was told count for the number only.
 */
void
starling_take_standing_init (StarlingTakeStanding *self,
                             GPtrArray *reviews,
                             guint index)
{
  gint64 least = 0;

  g_return_if_fail (index <= reviews->len);

  *self = (StarlingTakeStanding){ index + 1, -1, -1 };
  for (guint i = 0; i < index; i++)
    {
      const StarlingTakeReview *review = g_ptr_array_index (reviews, i);
      gint64 distance = starling_take_review_get_distance (review);

      if (review->tally.n_told == 0)
        continue;
      self->last = (int) i;
      if (self->best < 0 || distance <= least)
        {
          self->best = (int) i;
          least = distance;
        }
    }
}

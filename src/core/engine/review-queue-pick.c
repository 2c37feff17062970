/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/review-queue-private.h"

/* How far a card has to be from the last ones. */
enum
{
  ANY,           /* it may be the last one itself */
  OTHER_CARD,    /* another card, perhaps of the same scenario */
  OTHER_STORY,   /* not a sibling of the last card */
  OTHER_STORIES, /* nor of the one before */
};

/* The card shown @n places before the next one. */
static const StarlingQueueEntry *
get_shown (const StarlingReviewQueue *self, guint n)
{
  return n <= self->shown->len
             ? g_ptr_array_index (self->shown, self->shown->len - n)
             : NULL;
}

static gboolean
is_sibling (const StarlingQueueEntry *entry, guint siblings)
{
  return entry != NULL && entry->siblings == siblings;
}

static gboolean
is_apart (const StarlingReviewQueue *self,
          const StarlingQueueEntry *entry,
          int distance)
{
  const StarlingQueueEntry *last = get_shown (self, 1);

  if (distance >= OTHER_STORIES
      && is_sibling (get_shown (self, 2), entry->siblings))
    return FALSE;
  if (distance >= OTHER_STORY && is_sibling (last, entry->siblings))
    return FALSE;
  return distance < OTHER_CARD || !is_sibling (last, entry->siblings)
         || !g_str_equal (last->name, entry->name);
}

/* The first one of those in learning that come back until @until, in Unix
 * seconds, at this distance. */
static StarlingQueueEntry *
find_learning (const StarlingReviewQueue *self, gint64 until, int distance)
{
  for (const GList *l = self->learning.head; l != NULL; l = l->next)
    {
      StarlingQueueEntry *entry = l->data;

      if (entry->due > until)
        return NULL;
      if (is_apart (self, entry, distance))
        return entry;
    }
  return NULL;
}

/* The first one of those that are new or due, at this distance. */
static StarlingQueueEntry *
find_ready (const StarlingReviewQueue *self, int distance)
{
  for (const GList *l = self->ready.head; l != NULL; l = l->next)
    if (is_apart (self, l->data, distance))
      return l->data;
  return NULL;
}

/* How many cards each scenario has that could be shown now; returns of all. */
static guint
count_left (const StarlingReviewQueue *self, gint64 now, guint *n_left)
{
  guint n = self->ready.length;

  for (guint i = 0; i < self->n_ready->len; i++)
    n_left[i] = g_array_index (self->n_ready, guint, i);
  for (const GList *l = self->learning.head; l != NULL; l = l->next)
    {
      const StarlingQueueEntry *entry = l->data;

      if (entry->due > now)
        break;
      n_left[entry->siblings]++;
      n++;
    }
  return n;
}

/* A scenario that has more than every @share-th of the @n_all cards would be
 * left over in the end: it has to take each such place from now on, with a card
 * in learning first. */
static StarlingQueueEntry *
find_crowded (const StarlingReviewQueue *self,
              const guint *n_left,
              guint n_all,
              guint share,
              int distance)
{
  const GList *heads[] = { self->learning.head, self->ready.head };
  StarlingQueueEntry *found = NULL;
  guint most = n_all / share;

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    for (const GList *l = heads[i]; l != NULL; l = l->next)
      {
        StarlingQueueEntry *entry = l->data;

        if (entry->place == STARLING_PLACE_LEARNING
            && entry->due > self->now / 1000)
          break;
        if (n_left[entry->siblings] > most && is_apart (self, entry, distance))
          {
            found = entry;
            most = n_left[entry->siblings];
          }
      }
  return found;
}

/**
 * starling_review_queue_pick:
 * @self: a queue
 *
 * Chooses the next card: one in learning whose time has come, else a new or
 * due one, with two others between siblings if that can be; unless a scenario
 * has so many of the cards that its own would be left over side by side. Rather
 * than a sibling right after another any other card that may be shown; only if
 * there is none at all, one in learning that comes back within
 * %STARLING_LEARN_AHEAD_SECONDS, and the same card twice only if it is alone.
 *
 * Returns: (transfer none) (nullable): the entry, still in its list
 */
StarlingQueueEntry *
starling_review_queue_pick (StarlingReviewQueue *self)
{
  gint64 now = self->now / 1000;
  gint64 ahead = now + STARLING_LEARN_AHEAD_SECONDS;
  g_autofree guint *n_left = g_new (guint, self->n_ready->len + 1);
  guint n_all = count_left (self, now, n_left);
  StarlingQueueEntry *entry
      = find_crowded (self, n_left, n_all, 2, OTHER_STORY);

  for (int i = OTHER_STORIES; entry == NULL && i >= OTHER_STORY; i--)
    entry = find_learning (self, now, i);
  if (entry == NULL)
    entry = find_crowded (self, n_left, n_all, 3, OTHER_STORIES);
  for (int i = OTHER_STORIES; entry == NULL && i >= OTHER_STORY; i--)
    entry = find_ready (self, i);
  for (int i = OTHER_CARD; entry == NULL && i >= ANY; i--)
    {
      entry = find_learning (self, now, i);
      if (entry == NULL)
        entry = find_ready (self, i);
    }
  for (int i = OTHER_STORY; entry == NULL && i >= ANY; i--)
    entry = find_learning (self, ahead, i);
  return entry;
}

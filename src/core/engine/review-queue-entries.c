/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/review-queue-private.h"

#include <string.h>

static void
entry_free (gpointer data)
{
  StarlingQueueEntry *entry = data;

  g_free (entry->name);
  g_free (entry);
}

/**
 * starling_review_queue_new_empty:
 *
 * Returns: (transfer full): a queue without cards
 */
StarlingReviewQueue *
starling_review_queue_new_empty (void)
{
  StarlingReviewQueue *self = g_new0 (StarlingReviewQueue, 1);

  self->entries
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, entry_free);
  self->siblings = g_hash_table_new (NULL, NULL);
  self->n_ready = g_array_new (FALSE, TRUE, sizeof (guint));
  g_queue_init (&self->ready);
  g_queue_init (&self->learning);
  self->shown = g_ptr_array_new ();
  return self;
}

/**
 * starling_review_queue_find_siblings:
 * @self: a queue
 * @scenario: a scenario's number in the deck
 *
 * Returns: what the queue calls the cards of that scenario
 */
guint
starling_review_queue_find_siblings (StarlingReviewQueue *self, guint scenario)
{
  gpointer value = NULL;

  if (!g_hash_table_lookup_extended (self->siblings,
                                     GUINT_TO_POINTER (scenario), NULL, &value))
    {
      value = GUINT_TO_POINTER (self->n_ready->len);
      g_hash_table_insert (self->siblings, GUINT_TO_POINTER (scenario), value);
      g_array_set_size (self->n_ready, self->n_ready->len + 1);
    }
  return GPOINTER_TO_UINT (value);
}

/**
 * starling_review_queue_add:
 * @self: a queue
 * @name: a card that the queue does not know
 * @siblings: see starling_review_queue_find_siblings()
 *
 * Returns: (transfer none): a new entry, in no list
 */
StarlingQueueEntry *
starling_review_queue_add (StarlingReviewQueue *self,
                           const char *name,
                           guint siblings)
{
  StarlingQueueEntry *entry = g_new0 (StarlingQueueEntry, 1);

  entry->link.data = entry;
  entry->name = g_strdup (name);
  entry->siblings = siblings;
  entry->place = STARLING_PLACE_OUT;
  g_hash_table_insert (self->entries, entry->name, entry);
  return entry;
}

/**
 * starling_review_queue_adopt:
 * @self: a queue
 * @name: a card that the queue does not know, nor its scenario's number
 *
 * Its siblings are found by name: what precedes the `#` is the scenario.
 *
 * Returns: (transfer none): a new entry, in no list
 */
StarlingQueueEntry *
starling_review_queue_adopt (StarlingReviewQueue *self, const char *name)
{
  gsize length = strcspn (name, "#");
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const StarlingQueueEntry *other = value;

      if (strcspn (other->name, "#") == length
          && strncmp (other->name, name, length) == 0)
        return starling_review_queue_add (self, name, other->siblings);
    }

  g_array_set_size (self->n_ready, self->n_ready->len + 1);
  return starling_review_queue_add (self, name, self->n_ready->len - 1);
}

static int
compare_due (const StarlingQueueEntry *a, const StarlingQueueEntry *b)
{
  if (a->due != b->due)
    return a->due < b->due ? -1 : 1;
  return strcmp (a->name, b->name);
}

/**
 * starling_review_queue_attach:
 * @self: a queue
 * @entry: an entry that is in no list
 * @first: whether it is the next one of those that have no time
 *
 * Puts it into the list of its pile, and counts it.
 */
void
starling_review_queue_attach (StarlingReviewQueue *self,
                              StarlingQueueEntry *entry,
                              gboolean first)
{
  GList *before = self->learning.tail;

  self->counts[entry->pile]++;
  if (entry->pile != STARLING_PILE_LEARNING)
    {
      entry->place = STARLING_PLACE_READY;
      g_array_index (self->n_ready, guint, entry->siblings)++;
      if (first)
        g_queue_push_head_link (&self->ready, &entry->link);
      else
        g_queue_push_tail_link (&self->ready, &entry->link);
      return;
    }

  entry->place = STARLING_PLACE_LEARNING;
  while (before != NULL && compare_due (before->data, entry) > 0)
    before = before->prev;
  g_queue_insert_after_link (&self->learning, before, &entry->link);
}

/**
 * starling_review_queue_detach:
 * @self: a queue
 * @entry: one of its entries
 *
 * Takes it out of the list it is in, or from the screen, and out of the count.
 */
void
starling_review_queue_detach (StarlingReviewQueue *self,
                              StarlingQueueEntry *entry)
{
  switch (entry->place)
    {
    case STARLING_PLACE_READY:
      g_queue_unlink (&self->ready, &entry->link);
      g_array_index (self->n_ready, guint, entry->siblings)--;
      break;
    case STARLING_PLACE_LEARNING:
      g_queue_unlink (&self->learning, &entry->link);
      break;
    case STARLING_PLACE_CURRENT:
      self->current = NULL;
      break;
    case STARLING_PLACE_OUT:
    default:
      return;
    }
  self->counts[entry->pile]--;
  entry->place = STARLING_PLACE_OUT;
}

/**
 * starling_review_queue_show:
 * @self: a queue without a current card
 * @entry: an entry that is in no list
 *
 * Makes it current, and counts it.
 */
void
starling_review_queue_show (StarlingReviewQueue *self,
                            StarlingQueueEntry *entry)
{
  entry->place = STARLING_PLACE_CURRENT;
  self->current = entry;
  self->counts[entry->pile]++;
}

/**
 * starling_review_queue_leave:
 * @self: a queue
 * @entry: one of its entries
 *
 * Detaches it; if it was shown, its siblings have to wait a little.
 */
void
starling_review_queue_leave (StarlingReviewQueue *self,
                             StarlingQueueEntry *entry)
{
  if (entry->place == STARLING_PLACE_CURRENT)
    g_ptr_array_add (self->shown, entry);
  starling_review_queue_detach (self, entry);
}

/**
 * starling_review_queue_unleave:
 * @self: a queue
 * @entry: one of its entries
 *
 * Takes back that it was shown and settled, if it was: the last time.
 */
void
starling_review_queue_unleave (StarlingReviewQueue *self,
                               const StarlingQueueEntry *entry)
{
  for (guint i = self->shown->len; i > 0; i--)
    if (g_ptr_array_index (self->shown, i - 1) == entry)
      {
        g_ptr_array_remove_index (self->shown, i - 1);
        return;
      }
}

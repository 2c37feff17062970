/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/review-queue.h"

#include "engine/plan-private.h"
#include "engine/review-queue-private.h"

#include <string.h>

static void
add_picks (StarlingReviewQueue *self,
           const StarlingDeck *deck,
           const GArray *picks,
           guint index,
           StarlingPile pile)
{
  const StarlingPlanPick *pick
      = &g_array_index (picks, StarlingPlanPick, index);
  const StarlingDeckCard *card = &deck->cards[pick->index];
  StarlingQueueEntry *entry = NULL;

  if (g_hash_table_contains (self->entries, card->name))
    return;

  entry = starling_review_queue_add (
      self, card->name,
      starling_review_queue_find_siblings (self, card->scenario));
  entry->pile = pile;
  entry->due = card->record.memory.due;
  starling_review_queue_attach (self, entry, FALSE);
}

/* Which card of its scenario one is. */
static guint
get_ordinal (const StarlingDeck *deck, guint index)
{
  guint first = index;

  while (first > 0
         && deck->cards[first - 1].scenario == deck->cards[index].scenario)
    first--;
  return index - first;
}

/*
 * Arranges the new cards of the session, which the plan has story by story:
 * what comes first in each of them, then what comes next, and so on. That keeps
 * siblings apart, and tells each story in its order.
 */
static void
take_turns (GArray *fresh, const StarlingDeck *deck)
{
  for (guint i = 0; i < fresh->len; i++)
    {
      StarlingPlanPick *pick = &g_array_index (fresh, StarlingPlanPick, i);

      pick->key = (double) get_ordinal (deck, pick->index) * fresh->len + i;
    }
  starling_plan_pick (fresh, G_MAXUINT, deck);
}

/* Spreads the new cards evenly through those that are due. */
static void
mix (StarlingReviewQueue *self,
     const StarlingDeck *deck,
     const StarlingPlanShare *share)
{
  gint64 n_due = share->due->len;
  gint64 n_new = share->fresh->len;
  gint64 due = 0;
  gint64 fresh = 0;

  while (due < n_due || fresh < n_new)
    if (fresh == n_new
        || (due < n_due && (2 * due + 1) * n_new <= (2 * fresh + 1) * n_due))
      add_picks (self, deck, share->due, (guint) due++, STARLING_PILE_DUE);
    else
      add_picks (self, deck, share->fresh, (guint) fresh++, STARLING_PILE_NEW);
}

/**
 * starling_review_queue_new:
 * @input: the day
 * @deck: all cards; not needed any more afterwards
 * @filter: (nullable) (scope call): which cards are in the session's scope;
 *   %NULL: all
 * @user_data: for @filter
 * @extra_new: new cards beyond the day's quota that the user asked for
 *
 * The cards of a session: what the plan of the day holds for that scope, with
 * the limits that are left today. No card is current until
 * starling_review_queue_advance() is called.
 *
 * Returns: (transfer full): a new queue
 */
StarlingReviewQueue *
starling_review_queue_new (const StarlingPlanInput *input,
                           const StarlingDeck *deck,
                           StarlingDeckFilter filter,
                           gpointer user_data,
                           guint extra_new)
{
  StarlingReviewQueue *self = starling_review_queue_new_empty ();
  g_auto (StarlingPlanShare) share = { 0 };

  starling_plan_share_init (&share, input, deck, NULL, filter, user_data,
                            extra_new);
  for (guint i = 0; i < share.learning->len; i++)
    add_picks (self, deck, share.learning, i, STARLING_PILE_LEARNING);
  take_turns (share.fresh, deck);
  mix (self, deck, &share);
  self->today = input->today;
  self->now = input->now;
  self->n_waiting = share.n_waiting;
  self->n_unseen = share.n_unseen_left;
  return self;
}

/**
 * starling_review_queue_free:
 * @self: (transfer full): a queue
 */
void
starling_review_queue_free (StarlingReviewQueue *self)
{
  g_hash_table_unref (self->entries);
  g_hash_table_unref (self->siblings);
  g_array_unref (self->n_ready);
  g_ptr_array_unref (self->shown);
  g_free (self);
}

/**
 * starling_review_queue_continue:
 * @self: a queue that nothing was shown of yet
 * @before: the queue that it takes the place of
 *
 * Takes over which cards were shown last, so that siblings stay apart.
 */
void
starling_review_queue_continue (StarlingReviewQueue *self,
                                const StarlingReviewQueue *before)
{
  for (guint i = 0; i < before->shown->len; i++)
    {
      const StarlingQueueEntry *old = g_ptr_array_index (before->shown, i);
      StarlingQueueEntry *entry
          = g_hash_table_lookup (self->entries, old->name);

      if (entry == NULL)
        entry = starling_review_queue_adopt (self, old->name);
      g_ptr_array_add (self->shown, entry);
    }
}

/**
 * starling_review_queue_get_current:
 * @self: a queue
 *
 * Returns: (nullable): the name of the card that is shown; %NULL before the
 *   first and after the last one, and between settling one and advancing
 */
const char *
starling_review_queue_get_current (StarlingReviewQueue *self)
{
  return self->current != NULL ? self->current->name : NULL;
}

/**
 * starling_review_queue_get_current_pile:
 * @self: a queue
 *
 * Returns: the pile that the current card counts in; %STARLING_PILE_NEW when
 *   there is none
 */
StarlingPile
starling_review_queue_get_current_pile (StarlingReviewQueue *self)
{
  return self->current != NULL ? self->current->pile : STARLING_PILE_NEW;
}

/**
 * starling_review_queue_advance:
 * @self: a queue
 * @now: Unix milliseconds
 *
 * Makes the next card current, unless one still is. At the end of the queue
 * cards in learning may be left for later; advance again when their time has
 * come, see starling_review_queue_get_next_time().
 *
 * Returns: %FALSE if there is nothing to show now
 */
gboolean
starling_review_queue_advance (StarlingReviewQueue *self, gint64 now)
{
  StarlingQueueEntry *entry = NULL;

  self->now = now;
  if (self->current != NULL)
    return TRUE;

  entry = starling_review_queue_pick (self);
  if (entry == NULL)
    return FALSE;
  starling_review_queue_detach (self, entry);
  starling_review_queue_show (self, entry);
  return TRUE;
}

static void
set_unseen (StarlingReviewQueue *self,
            StarlingQueueEntry *entry,
            gboolean unseen)
{
  self->n_unseen += (unseen ? 1 : 0) - (entry->unseen ? 1 : 0);
  entry->unseen = unseen;
}

static StarlingMemoryState
get_state (const StarlingCardRecord *record)
{
  return record != NULL ? record->memory.state : STARLING_MEMORY_NEW;
}

static gboolean
is_in_learning (const StarlingCardRecord *record)
{
  return get_state (record) == STARLING_MEMORY_LEARNING
         || get_state (record) == STARLING_MEMORY_RELEARNING;
}

/**
 * starling_review_queue_settle:
 * @self: a queue
 * @name: a card
 * @record: (nullable): what it is now; %NULL: never graded
 * @now: Unix milliseconds
 *
 * Says that a card was graded, set aside or reset. In learning it comes back
 * when its time has come, else it leaves the queue. It is not current any
 * more: advance. A card that was never in this queue is ignored.
 */
void
starling_review_queue_settle (StarlingReviewQueue *self,
                              const char *name,
                              const StarlingCardRecord *record,
                              gint64 now)
{
  StarlingQueueEntry *entry = g_hash_table_lookup (self->entries, name);
  gboolean aside
      = record != NULL && starling_card_record_is_aside (record, self->today);

  self->now = now;
  if (entry == NULL)
    return;

  starling_review_queue_leave (self, entry);
  set_unseen (self, entry, !aside && get_state (record) == STARLING_MEMORY_NEW);
  if (aside || !is_in_learning (record))
    return;
  entry->pile = STARLING_PILE_LEARNING;
  entry->due = record->memory.due;
  starling_review_queue_attach (self, entry, FALSE);
}

/**
 * starling_review_queue_put_back:
 * @self: a queue
 * @name: a card
 * @record: (nullable): what it is again; %NULL: never graded
 * @now: Unix milliseconds
 *
 * Makes a card current again after its review was undone. The counts are as
 * before that review. A card that was current comes next. Any card can be put
 * back, also one that was settled in an earlier session.
 */
void
starling_review_queue_put_back (StarlingReviewQueue *self,
                                const char *name,
                                const StarlingCardRecord *record,
                                gint64 now)
{
  StarlingQueueEntry *entry = g_hash_table_lookup (self->entries, name);
  StarlingQueueEntry *current = self->current;

  self->now = now;
  if (entry == NULL)
    entry = starling_review_queue_adopt (self, name);
  if (current != NULL && current != entry)
    {
      starling_review_queue_detach (self, current);
      starling_review_queue_attach (self, current, TRUE);
    }
  starling_review_queue_detach (self, entry);
  starling_review_queue_unleave (self, entry);
  set_unseen (self, entry, FALSE);

  if (is_in_learning (record))
    entry->pile = STARLING_PILE_LEARNING;
  else if (get_state (record) == STARLING_MEMORY_REVIEW)
    entry->pile = STARLING_PILE_DUE;
  else
    entry->pile = STARLING_PILE_NEW;
  entry->due = record != NULL ? record->memory.due : 0;
  starling_review_queue_show (self, entry);
}

/**
 * starling_review_queue_count:
 * @self: a queue
 * @counts: (out): cards left by #StarlingPile, the current one included
 */
void
starling_review_queue_count (StarlingReviewQueue *self,
                             guint counts[STARLING_N_PILES])
{
  memcpy (counts, self->counts, sizeof self->counts);
}

/**
 * starling_review_queue_get_next_time:
 * @self: a queue
 *
 * Returns: when the next card in learning comes back, the current one left
 *   out: Unix seconds, or %STARLING_NEVER
 */
gint64
starling_review_queue_get_next_time (StarlingReviewQueue *self)
{
  const StarlingQueueEntry *entry = g_queue_peek_head (&self->learning);

  return entry != NULL ? entry->due : STARLING_NEVER;
}

/**
 * starling_review_queue_get_n_waiting:
 * @self: a queue
 *
 * Returns: how many cards of the scope are due as well, but left for later:
 *   over the daily limit, or after the portion
 */
guint
starling_review_queue_get_n_waiting (StarlingReviewQueue *self)
{
  return self->n_waiting;
}

/**
 * starling_review_queue_get_n_unseen:
 * @self: a queue
 *
 * Returns: how many new cards of the scope are left beyond today's; so many
 *   extra ones can be had
 */
guint
starling_review_queue_get_n_unseen (StarlingReviewQueue *self)
{
  return self->n_unseen;
}

static StarlingReviewQueue *
copy (const StarlingReviewQueue *self)
{
  StarlingReviewQueue *other = starling_review_queue_new_empty ();
  const GQueue *lists[] = { &self->ready, &self->learning };

  g_array_set_size (other->n_ready, self->n_ready->len);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (const GList *l = lists[i]->head; l != NULL; l = l->next)
      {
        const StarlingQueueEntry *old = l->data;
        StarlingQueueEntry *entry
            = starling_review_queue_add (other, old->name, old->siblings);

        entry->pile = old->pile;
        entry->due = old->due;
        starling_review_queue_attach (other, entry, FALSE);
      }
  g_ptr_array_extend (other->shown, self->shown, NULL, NULL);
  other->now = self->now;
  return other;
}

/**
 * starling_review_queue_list:
 * @self: a queue
 *
 * The cards that are left, in the order in which they would be shown if each
 * left the queue at once and no time passed: the current one first, those in
 * learning that come back much later last.
 *
 * Returns: (transfer full) (element-type utf8): names of cards
 */
GPtrArray *
starling_review_queue_list (StarlingReviewQueue *self)
{
  g_autoptr (StarlingReviewQueue) left = copy (self);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  if (self->current != NULL)
    {
      g_ptr_array_add (names, g_strdup (self->current->name));
      g_ptr_array_add (left->shown, self->current);
    }
  while (starling_review_queue_advance (left, left->now))
    {
      g_ptr_array_add (names, g_strdup (left->current->name));
      starling_review_queue_leave (left, left->current);
    }
  for (const GList *l = left->learning.head; l != NULL; l = l->next)
    g_ptr_array_add (names,
                     g_strdup (((const StarlingQueueEntry *) l->data)->name));
  return names;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/cards-run-private.h"

#include <string.h>

/* How far ahead the next cards are looked for. */
#define FORECAST_DAYS 60

#define DAY_SECONDS (24 * 3600)

static gboolean
is_same_day (StarlingCardsRun *self)
{
  gint64 now = starling_cards_run_now (self);

  return now < self->input.tomorrow && now >= self->input.now - STARLING_DAY_MS;
}

/**
 * starling_cards_run_follow:
 * @self: a run
 *
 * Makes queue and card those of the session's scope and lens, of today, and of
 * the library as it is now. What fits already stays as it is; an answer stays
 * on screen as long as its card is in the scope and has a text at the level.
 *
 * Returns: whether the queue was made again
 */
gboolean
starling_cards_run_follow (StarlingCardsRun *self)
{
  const char *scope = starling_session_get_scope (self->session);
  int level = (int) starling_session_get_level (self->session);
  gboolean moved = self->queue == NULL || g_strcmp0 (scope, self->scope) != 0;

  if (!moved && level == self->input.level && !self->is_stale
      && is_same_day (self))
    {
      if (self->card != NULL)
        starling_cards_run_open (self);
      return FALSE;
    }

  if (moved)
    g_clear_pointer (&self->card, g_free);
  starling_cards_run_build (self);
  starling_cards_run_open (self);
  return TRUE;
}

/**
 * starling_cards_run_wake:
 * @self: a run without a card on screen
 *
 * Looks whether the time of a card has come.
 *
 * Returns: whether there is a card now, or another day
 */
gboolean
starling_cards_run_wake (StarlingCardsRun *self)
{
  gint64 now = starling_cards_run_now (self);

  if (self->queue == NULL || self->card != NULL)
    return FALSE;
  if (!is_same_day (self))
    return starling_cards_run_follow (self);
  if (!starling_review_queue_advance (self->queue, now))
    return FALSE;
  starling_cards_run_open (self);
  return self->card != NULL;
}

/**
 * starling_cards_run_add:
 * @self: a run
 * @extra_new: how many new cards, beyond those of today; 0: another portion of
 *   what is due
 *
 * Adds cards to the queue.
 */
void
starling_cards_run_add (StarlingCardsRun *self, guint extra_new)
{
  self->extra_new += extra_new;
  if (extra_new == 0)
    {
      gint64 left;

      starling_library_get_plan_input (starling_cards_run_get_library (self),
                                       self->input.level, &self->input);
      left = self->input.settings.reviews_per_day + (gint64) self->extra_reviews
             - self->input.reviews_done;
      if (left < STARLING_PORTION)
        self->extra_reviews += (guint) (STARLING_PORTION - MAX (left, 0));
    }
  starling_cards_run_build (self);
  starling_cards_run_open (self);
}

/**
 * starling_cards_run_get_card:
 * @self: a run
 *
 * Returns: (transfer none) (nullable): the name of the card on screen
 */
const char *
starling_cards_run_get_card (StarlingCardsRun *self)
{
  return self->card;
}

/**
 * starling_cards_run_get_view:
 * @self: a run
 *
 * Returns: (transfer none) (nullable): the card on screen through the lens;
 *   valid until the run is told something
 */
const StarlingCardView *
starling_cards_run_get_view (StarlingCardsRun *self)
{
  return self->card != NULL ? &self->view : NULL;
}

/**
 * starling_cards_run_is_shown:
 * @self: a run
 *
 * Returns: whether the answer is on screen
 */
gboolean
starling_cards_run_is_shown (StarlingCardsRun *self)
{
  return self->card != NULL && self->shown;
}

/**
 * starling_cards_run_show:
 * @self: a run
 *
 * Shows the answer, so that it can be graded.
 *
 * Returns: %FALSE if there is no card, or it is shown already
 */
gboolean
starling_cards_run_show (StarlingCardsRun *self)
{
  if (self->card == NULL || self->shown)
    return FALSE;
  self->shown = TRUE;
  return TRUE;
}

/**
 * starling_cards_run_count:
 * @self: a run
 * @counts: (out caller-allocates): cards still to come in this session
 */
void
starling_cards_run_count (StarlingCardsRun *self,
                          guint counts[STARLING_N_PILES])
{
  memset (counts, 0, STARLING_N_PILES * sizeof *counts);
  if (self->queue != NULL)
    starling_review_queue_count (self->queue, counts);
}

/**
 * starling_cards_run_get_pile:
 * @self: a run with a card on screen
 *
 * Returns: the count that the card belongs to
 */
StarlingPile
starling_cards_run_get_pile (StarlingCardsRun *self)
{
  return starling_review_queue_get_current_pile (self->queue);
}

/**
 * starling_cards_run_get_portion:
 * @self: a run
 *
 * Returns: after days away, before the first grade: how many cards there are
 *   to start with; else 0
 */
guint
starling_cards_run_get_portion (StarlingCardsRun *self)
{
  return self->n_portion;
}

/**
 * starling_cards_run_get_interval:
 * @self: a run with a card on screen
 * @grade: a #StarlingGrade
 *
 * When the card would come back, computed as the replay of the journal will,
 * and never later than the interview allows.
 *
 * Returns: seconds; 86,400 for each day where it comes back on another day
 */
gint64
starling_cards_run_get_interval (StarlingCardsRun *self, int grade)
{
  StarlingLibrary *library = starling_cards_run_get_library (self);
  StarlingClock *clock = starling_library_get_clock (library);
  gint64 now = starling_clock_get_utc (clock);
  int offset = starling_clock_get_offset (clock, now);
  const StarlingDeckCard *card
      = starling_library_find_card (library, self->card);
  StarlingDeckCard after;
  gint64 due;

  if (card == NULL)
    return 0;
  after = *card;
  starling_card_record_review (&after.record,
                               starling_progress_get_scheduler (
                                   starling_library_get_progress (library)),
                               after.name, now, offset, grade,
                               self->input.level);
  due = starling_plan_get_due (&self->input, &after);
  if (after.record.memory.state != STARLING_MEMORY_REVIEW)
    return after.record.memory.due - now / 1000;
  return (gint64) MAX (starling_day_of (due, offset)
                           - starling_day_of (now, offset),
                       1)
         * DAY_SECONDS;
}

/**
 * starling_cards_run_set_running:
 * @self: a run
 * @running: whether somebody looks at the card
 *
 * Starts or stops the time that a card takes.
 */
void
starling_cards_run_set_running (StarlingCardsRun *self, gboolean running)
{
  gint64 now = starling_clock_get_monotonic (
      starling_library_get_clock (starling_cards_run_get_library (self)));

  if (self->running)
    self->spent += now - self->since;
  self->running = running;
  self->since = now;
}

/**
 * starling_cards_run_get_spent:
 * @self: a run
 *
 * Returns: time on the card on screen, ms
 */
gint64
starling_cards_run_get_spent (StarlingCardsRun *self)
{
  starling_cards_run_set_running (self, self->running);
  return self->spent / 1000;
}

/* The cards of the scope alone, for a forecast of them. */
static GArray *
list_scope (StarlingCardsRun *self, const StarlingDeck *deck)
{
  GArray *cards = g_array_new (FALSE, FALSE, sizeof (StarlingDeckCard));
  gboolean is_in = FALSE;

  for (guint i = 0; i < deck->n_cards; i++)
    {
      const StarlingDeckCard *card = &deck->cards[i];

      if (i == 0 || card->scenario != deck->cards[i - 1].scenario)
        is_in = starling_cards_run_has_in_scope (self, card->name);
      if (is_in)
        g_array_append_val (cards, *card);
    }
  return cards;
}

static void
find_next_day (StarlingCardsRun *self,
               const StarlingDeck *deck,
               StarlingCardsFacts *facts)
{
  StarlingForecastDay days[FORECAST_DAYS];
  StarlingPlanInput input;

  starling_library_get_plan_input (starling_cards_run_get_library (self),
                                   self->input.level, &input);
  starling_plan_forecast (&input, deck, days, G_N_ELEMENTS (days));
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      guint n = days[i].n_reviews + days[i].n_new;

      if (days[i].day <= input.today || n == 0)
        continue;
      facts->next_days = days[i].day - input.today;
      facts->n_next = n;
      return;
    }
}

/**
 * starling_cards_run_get_wait:
 * @self: a run with a queue
 *
 * Returns: ms until the next card in learning comes back; -1: none does
 */
gint64
starling_cards_run_get_wait (StarlingCardsRun *self)
{
  gint64 next = starling_review_queue_get_next_time (self->queue);

  if (next == STARLING_NEVER)
    return -1;
  return MAX (next * 1000 - starling_cards_run_now (self), 0);
}

/**
 * starling_cards_run_get_facts:
 * @self: a run with a queue
 * @facts: (out caller-allocates): how things stand when there is no card
 */
void
starling_cards_run_get_facts (StarlingCardsRun *self, StarlingCardsFacts *facts)
{
  StarlingLibrary *library = starling_cards_run_get_library (self);
  g_autoptr (GArray) cards
      = list_scope (self, starling_library_get_deck (library));
  StarlingDeck deck
      = { &g_array_index (cards, StarlingDeckCard, 0), cards->len };

  *facts = (StarlingCardsFacts){
    .n_done = self->n_done,
    .ms = self->done_ms,
    .wait_ms = starling_cards_run_get_wait (self),
    .n_waiting = starling_review_queue_get_n_waiting (self->queue),
    .n_unseen = starling_review_queue_get_n_unseen (self->queue),
    .n_cards = self->n_cards,
    .is_story = g_str_has_prefix (self->scope, "scenario:"),
  };
  for (guint i = 0; i < deck.n_cards; i++)
    facts->n_aside
        += deck.cards[i].record.suspended || deck.cards[i].record.leech;
  find_next_day (self, &deck, facts);
}

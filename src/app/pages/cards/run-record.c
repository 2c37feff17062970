/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/cards/run-private.h"

#include <string.h>

#include "pages/cards/words.h"

void
starling_cards_deed_free (StarlingCardsDeed *deed)
{
  g_free (deed->event_id);
  g_free (deed->card);
  g_free (deed);
}

static StarlingCardsDeed *
add_deed (StarlingCardsRun *self, const StarlingEvent *event, gint64 ms)
{
  StarlingCardsDeed *deed = g_new0 (StarlingCardsDeed, 1);

  deed->event_id = g_strdup (event->id);
  deed->card = g_strdup (event->card);
  deed->ms = ms;
  g_ptr_array_add (self->deeds, deed);
  return deed;
}

static void
recorded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StarlingSession) session = user_data;
  g_autoptr (GError) error = NULL;

  if (!starling_library_record_finish (STARLING_LIBRARY (source), result,
                                       &error))
    starling_session_toast (session, error->message, NULL);
}

/* Records what was done with a card; never waits for the disk. */
static void
record (StarlingCardsRun *self, StarlingEvent *event)
{
  event->id = g_uuid_string_random ();
  self->recording = TRUE;
  starling_library_record_async (starling_cards_run_get_library (self), event,
                                 NULL, recorded_cb,
                                 g_object_ref (self->session));
  self->recording = FALSE;
}

/* Tells the queue what became of the card on screen, and goes on; what was done
 * other than a review changes how many others there are today. */
static void
settle (StarlingCardsRun *self, gboolean is_review)
{
  gint64 now = starling_cards_run_now (self);
  const StarlingDeckCard *card
      = starling_library_find_card (starling_cards_run_get_library (self),
                                    self->card);

  if (card != NULL)
    starling_review_queue_settle (self->queue, self->card, &card->record, now);
  g_clear_pointer (&self->card, g_free);
  self->shown = FALSE;
  if (self->is_stale || !is_review || card == NULL
      || now >= self->input.tomorrow)
    starling_cards_run_build (self);
  else
    starling_review_queue_advance (self->queue, now);
  starling_cards_run_open (self);
}

/* Counts a review of a card, or one less. */
static void
count_done (StarlingCardsRun *self, const char *card, int change)
{
  int n = GPOINTER_TO_INT (g_hash_table_lookup (self->done, card)) + change;

  if (n > 0)
    g_hash_table_insert (self->done, g_strdup (card), GINT_TO_POINTER (n));
  else
    g_hash_table_remove (self->done, card);
}

/**
 * starling_cards_run_grade:
 * @self: a run
 * @grade: a #StarlingGrade
 *
 * Records how well the card on screen was known, and puts the next one there.
 *
 * Returns: %FALSE unless an answer was on screen
 */
gboolean
starling_cards_run_grade (StarlingCardsRun *self, int grade)
{
  g_autoptr (StarlingEvent) event = NULL;
  StarlingCardsDeed *deed = NULL;
  const StarlingDeckCard *card = NULL;
  gboolean was_leech = self->record.leech;

  g_return_val_if_fail (grade >= STARLING_GRADE_AGAIN
                            && grade <= STARLING_GRADE_EASY,
                        FALSE);

  if (self->card == NULL || !self->shown)
    return FALSE;

  event = starling_event_new (STARLING_EVENT_REVIEW);
  event->card = g_strdup (self->card);
  event->grade = grade;
  event->ms = starling_cards_run_get_spent (self);
  event->level = (int) self->lens->level;
  if (self->lens->angle != STARLING_AS_TOLD)
    event->angle
        = g_strdup (starling_catalogue_get_principle (self->lens->catalogue,
                                                      (guint) self->lens->angle)
                        ->id);
  record (self, event);
  deed = add_deed (self, event, event->ms);
  count_done (self, event->card, 1);
  self->done_ms += event->ms;

  card = starling_library_find_card (starling_cards_run_get_library (self),
                                     self->card);
  deed->has_toast = card != NULL && card->record.leech && !was_leech;
  if (deed->has_toast)
    {
      g_autofree char *text
          = starling_cards_words_leech (card->record.memory.lapses);

      starling_session_toast (self->session, text, event->id);
    }
  settle (self, TRUE);
  return TRUE;
}

/**
 * starling_cards_run_act:
 * @self: a run
 * @action: `bury`, `suspend` or `reset`
 *
 * Does something with the card on screen other than grading it.
 *
 * Returns: %FALSE if there is none
 */
gboolean
starling_cards_run_act (StarlingCardsRun *self, const char *action)
{
  g_autoptr (StarlingEvent) event = NULL;

  if (self->card == NULL)
    return FALSE;

  event = starling_event_new (STARLING_EVENT_CARD);
  event->card = g_strdup (self->card);
  event->action = g_strdup (action);
  record (self, event);
  add_deed (self, event, -1)->has_toast = TRUE;
  starling_session_toast (self->session, starling_cards_words_acted (action),
                          event->id);
  settle (self, FALSE);
  return TRUE;
}

/**
 * starling_cards_run_bring_back:
 * @self: a run
 *
 * Unsuspends all cards of the scope that were set aside.
 *
 * Returns: how many there were
 */
guint
starling_cards_run_bring_back (StarlingCardsRun *self)
{
  const StarlingDeck *deck
      = starling_library_get_deck (starling_cards_run_get_library (self));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < deck->n_cards; i++)
    {
      const StarlingDeckCard *card = &deck->cards[i];

      if ((card->record.suspended || card->record.leech)
          && starling_cards_run_has_in_scope (self, card->name))
        g_ptr_array_add (names, g_strdup (card->name));
    }
  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (StarlingEvent) event
          = starling_event_new (STARLING_EVENT_CARD);

      event->card = g_strdup (g_ptr_array_index (names, i));
      event->action = g_strdup ("unsuspend");
      record (self, event);
      add_deed (self, event, -1)->is_joined = i > 0;
    }
  if (names->len > 0)
    {
      starling_cards_run_build (self);
      starling_cards_run_open (self);
    }
  return names->len;
}

/* Forgets a deed that does not count any more, and puts its card back on
 * screen, if it is one to be studied in the scope. */
static void
take_back (StarlingCardsRun *self, guint index)
{
  StarlingCardsDeed *deed = g_ptr_array_steal_index (self->deeds, index);
  gint64 now = starling_cards_run_now (self);
  const StarlingDeckCard *card
      = starling_library_find_card (starling_cards_run_get_library (self),
                                    deed->card);

  if (deed->ms >= 0 && g_hash_table_contains (self->done, deed->card))
    {
      count_done (self, deed->card, -1);
      self->done_ms -= MIN (self->done_ms, deed->ms);
    }
  if (self->queue == NULL || card == NULL
      || !starling_cards_run_has_in_scope (self, deed->card))
    ;
  else if ((card->levels & (1u << self->input.level)) == 0
           || starling_card_record_is_aside (&card->record, self->input.today))
    self->is_stale = TRUE;
  else
    {
      if (deed->ms < 0)
        {
          /* it may have been there only in the place of this one */
          g_clear_pointer (&self->card, g_free);
          starling_cards_run_build (self);
        }
      starling_review_queue_put_back (self->queue, deed->card, &card->record,
                                      now);
      g_clear_pointer (&self->card, g_free);
      starling_cards_run_open (self);
    }
  starling_cards_deed_free (deed);
}

/**
 * starling_cards_run_can_undo:
 * @self: a run
 *
 * Returns: whether there is anything to take back
 */
gboolean
starling_cards_run_can_undo (StarlingCardsRun *self)
{
  return self->deeds->len > 0;
}

/**
 * starling_cards_run_undo:
 * @self: a run
 *
 * Takes back what was done last: the card is on screen again, with its front.
 *
 * Returns: %FALSE if there is nothing to take back
 */
gboolean
starling_cards_run_undo (StarlingCardsRun *self)
{
  gboolean is_joined = self->deeds->len > 0;
  gboolean toast = FALSE;

  if (self->deeds->len == 0)
    return FALSE;

  while (is_joined)
    {
      guint last = self->deeds->len - 1;
      const StarlingCardsDeed *deed = g_ptr_array_index (self->deeds, last);

      is_joined = deed->is_joined && last > 0;
      /* in the place of one that offers the same, or where nothing shows it */
      toast = toast || deed->has_toast
              || !starling_cards_run_has_in_scope (self, deed->card);
      self->recording = TRUE;
      starling_library_undo (starling_cards_run_get_library (self),
                             deed->event_id);
      self->recording = FALSE;
      take_back (self, last);
    }
  if (toast)
    starling_session_toast (self->session, starling_cards_words_undone (),
                            NULL);
  starling_cards_run_follow (self);
  return TRUE;
}

/*
 * Somebody else changed the journal: a toast took something back, settings
 * were changed, or another machine was merged. The queue follows, but an
 * answer that is on screen stays until it is graded.
 */
void
starling_cards_run_progress_changed (StarlingCardsRun *self)
{
  StarlingProgress *progress
      = starling_library_get_progress (starling_cards_run_get_library (self));
  gboolean changed = FALSE;

  if (self->recording)
    return;
  if (self->is_opening)
    {
      self->is_stale = TRUE;
      return;
    }

  for (guint i = self->deeds->len; i > 0; i--)
    {
      const StarlingCardsDeed *deed = g_ptr_array_index (self->deeds, i - 1);

      if (starling_progress_is_void (progress, deed->event_id))
        {
          take_back (self, i - 1);
          changed = TRUE;
        }
    }
  if (!changed)
    self->is_stale = TRUE;
  g_signal_emit_by_name (self, "changed");
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/progress-private.h"

#include <string.h>

/* What stands in a chapter while it is replayed. */
typedef struct
{
  StarlingProgress *progress;
  StarlingChapter *chapter;
} Replay;

/**
 * starling_progress_list_live:
 * @self: progress
 * @events: (element-type guint32): events of a scenario, in order
 *
 * Returns: (transfer full) (element-type guint32): those that count: after the
 *   last forget that counts, without it and without void ones
 */
GArray *
starling_progress_list_live (StarlingProgress *self, GArray *events)
{
  GArray *live
      = g_array_sized_new (FALSE, FALSE, sizeof (guint32), events->len);

  starling_ledger_lock (self->ledger);
  for (guint i = 0; i < events->len; i++)
    {
      guint32 number = g_array_index (events, guint32, i);

      if (!starling_progress_is_live (self, number))
        continue;
      if (starling_ledger_get (self->ledger, number)->type
          == STARLING_EVENT_FORGET)
        g_array_set_size (live, 0);
      else
        g_array_append_val (live, number);
    }
  starling_ledger_unlock (self->ledger);
  return live;
}

/* What was done at the level of an event; NULL: it was done at none. */
static StarlingLevelFigures *
get_level (StarlingChapter *chapter, const StarlingLedgerEntry *entry)
{
  if (entry->level < 0 || entry->level >= STARLING_N_LEVELS)
    return NULL;
  return &chapter->figures.levels[entry->level];
}

/* The place of @day in @days, which it is put into. */
static StarlingActivity *
ensure_day (GArray *days, int day)
{
  guint low = 0;
  guint high = days->len;
  StarlingActivity activity = { .day = day };

  /* Mostly it is the last one. */
  if (high > 0 && g_array_index (days, StarlingActivity, high - 1).day < day)
    low = high;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (days, StarlingActivity, middle).day < day)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == days->len
      || g_array_index (days, StarlingActivity, low).day != day)
    g_array_insert_val (days, low, activity);
  return &g_array_index (days, StarlingActivity, low);
}

/**
 * starling_progress_add_days:
 * @sum: (element-type StarlingActivity): what was done at all, ascending
 * @days: (element-type StarlingActivity): what was done in a scenario
 *
 * Adds what was done in the scenario.
 */
void
starling_progress_add_days (GArray *sum, const GArray *days)
{
  for (guint i = 0; i < days->len; i++)
    {
      const StarlingActivity *part = &g_array_index (days, StarlingActivity, i);
      StarlingActivity *day = ensure_day (sum, part->day);

      day->n_new += part->n_new;
      day->n_learning += part->n_learning;
      day->n_due += part->n_due;
      day->n_takes += part->n_takes;
      day->n_questions += part->n_questions;
      day->n_right += part->n_right;
      day->n_recalled += part->n_recalled;
    }
}

/* Takes that away again; a day without anything is gone. */
static void
subtract_days (GArray *sum, const GArray *days)
{
  for (guint i = 0; i < days->len; i++)
    {
      const StarlingActivity *part = &g_array_index (days, StarlingActivity, i);
      StarlingActivity *day = ensure_day (sum, part->day);

      day->n_new -= part->n_new;
      day->n_learning -= part->n_learning;
      day->n_due -= part->n_due;
      day->n_takes -= part->n_takes;
      day->n_questions -= part->n_questions;
      day->n_right -= part->n_right;
      day->n_recalled -= part->n_recalled;
      if (starling_activity_count (day) == 0)
        g_array_remove_index (
            sum, (guint) (day - &g_array_index (sum, StarlingActivity, 0)));
    }
}

static StarlingCardRecord *
ensure_card (StarlingChapter *chapter, const char *name)
{
  StarlingCardRecord *record = g_hash_table_lookup (chapter->cards, name);

  if (record == NULL)
    {
      record = g_new (StarlingCardRecord, 1);
      starling_card_record_init (record);
      g_hash_table_insert (chapter->cards, (gpointer) name, record);
    }
  return record;
}

static void
replay_review (Replay *self,
               const StarlingLedgerEntry *entry,
               const char *card,
               StarlingActivity *day)
{
  StarlingCardRecord *record = ensure_card (self->chapter, card);
  StarlingLevelFigures *level = get_level (self->chapter, entry);

  self->chapter->figures.n_reviews++;
  if (level != NULL)
    level->n_reviews++;
  if (record->memory.state == STARLING_MEMORY_NEW)
    day->n_new++;
  else if (record->memory.state == STARLING_MEMORY_REVIEW)
    {
      day->n_due++;
      day->n_recalled += entry->value > STARLING_GRADE_AGAIN ? 1 : 0;
    }
  else
    day->n_learning++;
  starling_card_record_review (record, &self->progress->scheduler, card,
                               entry->at, entry->offset, entry->value,
                               entry->level);
}

static void
replay_quiz (Replay *self,
             const StarlingLedgerEntry *entry,
             const char *question,
             StarlingActivity *day)
{
  StarlingLevelFigures *level = get_level (self->chapter, entry);

  day->n_questions++;
  day->n_right += entry->value;
  if (level != NULL)
    {
      level->n_answers++;
      level->n_right += entry->value;
    }
  starling_progress_replay_answer (self->chapter, entry, question);
}

/* The ledger is locked meanwhile. */
static void
replay_event (Replay *self, guint number)
{
  StarlingLedger *ledger = self->progress->ledger;
  const StarlingLedgerEntry *entry = starling_ledger_get (ledger, number);
  const StarlingLedgerTopic *topic = starling_ledger_get_topic (ledger, number);
  StarlingScenarioProgress *figures = &self->chapter->figures;
  StarlingLevelFigures *level = get_level (self->chapter, entry);
  int day = starling_day_of (entry->at, entry->offset);

  if (entry->type == STARLING_EVENT_REVIEW)
    replay_review (self, entry, topic->card,
                   ensure_day (self->chapter->days, day));
  else if (entry->type == STARLING_EVENT_CARD)
    starling_card_record_act (ensure_card (self->chapter, topic->card),
                              starling_ledger_get_action (entry->value),
                              entry->at, entry->offset);
  else if (entry->type == STARLING_EVENT_REHEARSAL)
    {
      ensure_day (self->chapter->days, day)->n_takes++;
      figures->n_takes++;
      if (level != NULL)
        level->n_takes++;
      figures->last_take_at = entry->at;
    }
  else if (entry->type == STARLING_EVENT_QUIZ)
    replay_quiz (self, entry, topic->question,
                 ensure_day (self->chapter->days, day));
}

/* What follows from all events together. */
static void
finish_figures (Replay *self, guint n_live)
{
  StarlingScenarioProgress *figures = &self->chapter->figures;
  GHashTableIter iter;
  gpointer value = NULL;

  figures->n_cards_reviewed = 0;
  g_hash_table_iter_init (&iter, self->chapter->cards);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((StarlingCardRecord *) value)->memory.state != STARLING_MEMORY_NEW)
      figures->n_cards_reviewed++;
  if (figures->n_takes > 0)
    figures->state = STARLING_STATE_REHEARSED;
  else if (n_live > 0)
    figures->state = STARLING_STATE_IN_PROGRESS;
}

/**
 * starling_progress_ensure_chapter:
 * @self: progress
 * @chapter: one of its chapters
 *
 * Replays the chapter's events unless it is up to date.
 */
void
starling_progress_ensure_chapter (StarlingProgress *self,
                                  StarlingChapter *chapter)
{
  g_autoptr (GArray) live = NULL;
  Replay replay = { .progress = self, .chapter = chapter };

  starling_progress_ensure_settings (self);
  if (chapter->valid)
    return;

  live = starling_progress_list_live (self, chapter->events);
  subtract_days (self->days, chapter->days);
  g_array_set_size (chapter->days, 0);
  g_hash_table_remove_all (chapter->cards);
  g_hash_table_remove_all (chapter->questions);
  chapter->figures = (StarlingScenarioProgress){ 0 };
  starling_ledger_lock (self->ledger);
  for (guint i = 0; i < live->len; i++)
    replay_event (&replay, g_array_index (live, guint32, i));
  starling_ledger_unlock (self->ledger);
  finish_figures (&replay, live->len);
  starling_progress_add_days (self->days, chapter->days);
  chapter->valid = TRUE;
}

/* What was done in a chapter on one day: an array of one, or of none. */
static GArray *
copy_day (StarlingChapter *chapter, int day)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (StarlingActivity));
  const StarlingActivity *activity
      = starling_activity_find ((gconstpointer) chapter->days->data,
                                chapter->days->len, day);

  if (activity != NULL)
    g_array_append_vals (days, activity, 1);
  return days;
}

/* Whether an event changes nothing of what those before it say. */
static gboolean
is_last_of (StarlingProgress *self, StarlingChapter *chapter, guint number)
{
  return g_array_index (chapter->events, guint32, chapter->events->len - 1)
             == number
         && starling_ledger_get (self->ledger, number)->type
                != STARLING_EVENT_FORGET
         && starling_progress_is_live (self, number);
}

/**
 * starling_progress_extend_chapter:
 * @self: progress, its ledger locked
 * @chapter: one of its chapters
 * @number: of an event that was put into the chapter just now
 *
 * Adds what the event says, without going through all the others again, if
 * the chapter is up to date and the event its newest.
 *
 * Returns: whether the chapter is still up to date
 */
gboolean
starling_progress_extend_chapter (StarlingProgress *self,
                                  StarlingChapter *chapter,
                                  guint number)
{
  Replay replay = { .progress = self, .chapter = chapter };
  const StarlingLedgerEntry *entry = starling_ledger_get (self->ledger, number);
  int day = starling_day_of (entry->at, entry->offset);
  g_autoptr (GArray) before = NULL;
  g_autoptr (GArray) after = NULL;

  /* Other settings make all chapters stale, when they are looked at. */
  if (!chapter->valid || !is_last_of (self, chapter, number))
    return FALSE;
  before = copy_day (chapter, day);
  replay_event (&replay, number);
  finish_figures (&replay, 1);
  after = copy_day (chapter, day);
  subtract_days (self->days, before);
  starling_progress_add_days (self->days, after);
  return TRUE;
}

/**
 * starling_progress_get_card:
 * @self: progress
 * @name: a card's name, known or not
 *
 * Returns: (transfer none) (nullable): what the journal says of the card;
 *   %NULL if nothing; valid until @self changes
 */
const StarlingCardRecord *
starling_progress_get_card (StarlingProgress *self, const char *name)
{
  g_autofree char *scenario = NULL;
  StarlingChapter *chapter = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  scenario = g_strndup (name, strcspn (name, "#"));
  chapter = starling_progress_find_chapter (self, scenario);
  if (chapter == NULL)
    return NULL;
  starling_progress_ensure_chapter (self, chapter);
  return g_hash_table_lookup (chapter->cards, name);
}

/**
 * starling_progress_get_days:
 * @self: progress
 * @n_days: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_days): what was done on each study
 *   day on which anything was, ascending; a day is that of the event's own
 *   offset; valid until @self changes
 */
const StarlingActivity *
starling_progress_get_days (StarlingProgress *self, guint *n_days)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_days != NULL, NULL);

  starling_progress_ensure_settings (self);
  for (guint i = 0; i < self->stale->len; i++)
    {
      StarlingChapter *chapter = g_ptr_array_index (self->stale, i);

      starling_progress_ensure_chapter (self, chapter);
      chapter->stale = FALSE;
    }
  g_ptr_array_set_size (self->stale, 0);
  *n_days = self->days->len;
  return (gconstpointer) self->days->data;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/progress-private.h"

static gboolean
is_void (StarlingProgress *self, const StarlingEvent *event)
{
  if (self->voids == NULL)
    self->voids = starling_progress_find_voids (self->undos);
  return g_hash_table_contains (self->voids, event->id);
}

/**
 * starling_progress_is_void:
 * @self: progress
 * @id: an event's id
 *
 * Returns: whether that event is undone; %FALSE for one that is not known
 */
gboolean
starling_progress_is_void (StarlingProgress *self, const char *id)
{
  const StarlingEvent *event = starling_progress_get_event (self, id);

  return event != NULL && is_void (self, event);
}

/*
 * The events of a scenario that count, in the order of replay: those after
 * the last forget that counts, without it and without void ones.
 */
static GPtrArray *
list_live (StarlingProgress *self, GPtrArray *events)
{
  GPtrArray *live = g_ptr_array_new ();

  for (guint i = 0; i < events->len; i++)
    {
      StarlingEvent *event = g_ptr_array_index (events, i);

      if (is_void (self, event))
        continue;
      if (event->type == STARLING_EVENT_FORGET)
        g_ptr_array_set_size (live, 0);
      else
        g_ptr_array_add (live, event);
    }
  return live;
}

static GPtrArray *
list_live_of (StarlingProgress *self, const char *scenario)
{
  StarlingChapter *chapter = g_hash_table_lookup (self->chapters, scenario);

  return chapter == NULL ? g_ptr_array_new ()
                         : list_live (self, chapter->events);
}

static void
compute_figures (GPtrArray *live, StarlingScenarioProgress *out)
{
  g_autoptr (GHashTable) cards = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) answers = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer right = NULL;

  *out = (StarlingScenarioProgress){ 0 };
  for (guint i = 0; i < live->len; i++)
    {
      const StarlingEvent *event = g_ptr_array_index (live, i);

      if (event->type == STARLING_EVENT_REHEARSAL)
        {
          out->n_takes++;
          out->last_take_at = event->at;
        }
      else if (event->type == STARLING_EVENT_REVIEW)
        g_hash_table_add (cards, event->card);
      else if (event->type == STARLING_EVENT_CARD
               && g_str_equal (event->action, "reset"))
        g_hash_table_remove (cards, event->card);
      else if (event->type == STARLING_EVENT_QUIZ && event->kind == NULL
               && event->question != NULL)
        g_hash_table_insert (answers, event->question,
                             GINT_TO_POINTER (event->correct));
    }

  out->n_cards_reviewed = g_hash_table_size (cards);
  out->n_questions = g_hash_table_size (answers);
  g_hash_table_iter_init (&iter, answers);
  while (g_hash_table_iter_next (&iter, NULL, &right))
    out->n_right += GPOINTER_TO_INT (right) ? 1 : 0;
  if (out->n_takes > 0)
    out->state = STARLING_STATE_REHEARSED;
  else if (live->len > 0)
    out->state = STARLING_STATE_IN_PROGRESS;
}

/**
 * starling_progress_get_scenario:
 * @self: progress
 * @scenario: a scenario's id, known or not
 * @out: (out caller-allocates): what the journal says of it
 */
void
starling_progress_get_scenario (StarlingProgress *self,
                                const char *scenario,
                                StarlingScenarioProgress *out)
{
  StarlingChapter *chapter = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (scenario != NULL);
  g_return_if_fail (out != NULL);

  *out = (StarlingScenarioProgress){ 0 };
  chapter = g_hash_table_lookup (self->chapters, scenario);
  if (chapter == NULL)
    return;
  if (!chapter->valid)
    {
      g_autoptr (GPtrArray) live = list_live (self, chapter->events);

      compute_figures (live, &chapter->figures);
      chapter->valid = TRUE;
    }
  *out = chapter->figures;
}

/**
 * starling_progress_get_takes:
 * @self: progress
 * @scenario: a scenario's id
 *
 * Returns: (transfer full) (element-type StarlingEvent): its takes, oldest
 *   first, without deleted ones
 */
GPtrArray *
starling_progress_get_takes (StarlingProgress *self, const char *scenario)
{
  g_autoptr (GPtrArray) live = list_live_of (self, scenario);
  GPtrArray *takes
      = g_ptr_array_new_with_free_func ((GDestroyNotify) starling_event_unref);

  for (guint i = 0; i < live->len; i++)
    {
      StarlingEvent *event = g_ptr_array_index (live, i);

      if (event->type == STARLING_EVENT_REHEARSAL)
        g_ptr_array_add (takes, starling_event_ref (event));
    }
  return takes;
}

static gboolean
is_take_at (const StarlingEvent *event, StarlingLevel level, const char *angle)
{
  return event->type == STARLING_EVENT_REHEARSAL && event->level == (int) level
         && g_strcmp0 (event->angle, angle) == 0;
}

/**
 * starling_progress_get_last_take:
 * @self: progress
 * @scenario: a scenario's id
 * @level: the level it was told at
 * @angle: (nullable): the id of the principle it was told for; %NULL: as told
 *
 * Returns: (transfer none) (nullable): the newest take through that lens;
 *   valid until @self changes
 */
const StarlingEvent *
starling_progress_get_last_take (StarlingProgress *self,
                                 const char *scenario,
                                 StarlingLevel level,
                                 const char *angle)
{
  g_autoptr (GPtrArray) live = list_live_of (self, scenario);

  for (guint i = live->len; i > 0; i--)
    if (is_take_at (g_ptr_array_index (live, i - 1), level, angle))
      return g_ptr_array_index (live, i - 1);

  return NULL;
}

/**
 * starling_progress_count_takes:
 * @self: progress
 * @scenario: a scenario's id
 * @level: the level it was told at
 * @angle: (nullable): the id of the principle it was told for; %NULL: as told
 *
 * Returns: the number of takes through that lens
 */
guint
starling_progress_count_takes (StarlingProgress *self,
                               const char *scenario,
                               StarlingLevel level,
                               const char *angle)
{
  g_autoptr (GPtrArray) live = list_live_of (self, scenario);
  guint n = 0;

  for (guint i = 0; i < live->len; i++)
    n += is_take_at (g_ptr_array_index (live, i), level, angle) ? 1 : 0;
  return n;
}

/**
 * starling_progress_get_due_cards:
 * @self: progress
 * @scenario: a scenario's id
 * @now: Unix milliseconds
 *
 * Lists the cards that wait for a review. A card that was never graded is
 * new, which is not due. A graded one is due from the study day after its
 * last review or burial on, unless it is suspended: the plainest rule that
 * needs no model of memory.
 *
 * Returns: (transfer full) (element-type utf8): names of cards, sorted
 */
GPtrArray *
starling_progress_get_due_cards (StarlingProgress *self,
                                 const char *scenario,
                                 gint64 now)
{
  g_autoptr (GPtrArray) live = list_live_of (self, scenario);

  return starling_progress_find_due (live, now);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/loop/loop-private.h"

#define ENDED "ended"

enum
{
  CHANGED,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StarlingRehearseLoop,
                     starling_rehearse_loop,
                     G_TYPE_OBJECT)

static gboolean
can_ask (StarlingRehearseLoop *self, const StarlingLoopItem *item)
{
  return item->take != NULL
         || starling_library_find_summary (self->library, item->scenario)
                != NULL;
}

/* The loop and its answers, and which of the rest cannot be asked. */
static char *
dup_state (StarlingRehearseLoop *self)
{
  GString *state = g_string_new (NULL);

  if (self->open == NULL)
    return g_string_free (state, FALSE);
  g_string_append (state, self->open->event->id);
  for (guint i = 0; i < self->open->items->len; i++)
    {
      const StarlingLoopItem *item
          = starling_loop_record_get_item (self->open, i);

      g_string_append_printf (state, " %s",
                              item->take != NULL     ? item->take->id
                              : can_ask (self, item) ? "-"
                                                     : "gone");
    }
  return g_string_free (state, FALSE);
}

static void
refresh (StarlingRehearseLoop *self)
{
  g_autofree char *before = g_steal_pointer (&self->state);

  g_clear_pointer (&self->open, starling_loop_record_free);
  self->open = starling_progress_get_open_loop (
      starling_library_get_progress (self->library));
  self->state = dup_state (self);
  if (g_strcmp0 (before, self->state) != 0)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
starling_rehearse_loop_dispose (GObject *object)
{
  StarlingRehearseLoop *self = STARLING_REHEARSE_LOOP (object);

  g_clear_pointer (&self->open, starling_loop_record_free);
  g_clear_pointer (&self->state, g_free);
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (starling_rehearse_loop_parent_class)->dispose (object);
}

static void
starling_rehearse_loop_class_init (StarlingRehearseLoopClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_rehearse_loop_dispose;

  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
starling_rehearse_loop_init (StarlingRehearseLoop *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
}

/**
 * starling_rehearse_loop_new:
 * @library: where loops are kept
 *
 * Returns: (transfer full): the open loop, if there is one; no deal yet
 */
StarlingRehearseLoop *
starling_rehearse_loop_new (StarlingLibrary *library)
{
  StarlingRehearseLoop *self = g_object_new (STARLING_TYPE_REHEARSE_LOOP, NULL);

  self->library = g_object_ref (library);
  self->seed
      = (guint64) starling_clock_get_utc (starling_library_get_clock (library));
  g_signal_connect_object (library, "progress-changed", G_CALLBACK (refresh),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "scenarios-changed", G_CALLBACK (refresh),
                           self, G_CONNECT_SWAPPED);
  refresh (self);
  return self;
}

/**
 * starling_rehearse_loop_get_library:
 * @self: a loop
 *
 * Returns: (transfer none): its library
 */
StarlingLibrary *
starling_rehearse_loop_get_library (StarlingRehearseLoop *self)
{
  g_return_val_if_fail (STARLING_IS_REHEARSE_LOOP (self), NULL);

  return self->library;
}

static void
recorded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (StarlingRehearseLoop) self = data;
  g_autoptr (GError) error = NULL;

  if (!starling_library_record_finish (STARLING_LIBRARY (source), result,
                                       &error))
    g_signal_emit (self, signals[FAILED], 0, error->message);
}

/**
 * starling_rehearse_loop_record:
 * @self: a loop
 * @event: that it begins or ends
 *
 * Records it; `changed` or `failed` follows.
 */
void
starling_rehearse_loop_record (StarlingRehearseLoop *self, StarlingEvent *event)
{
  starling_library_record_async (self->library, event, NULL, recorded_cb,
                                 g_object_ref (self));
}

/**
 * starling_rehearse_loop_end:
 * @self: a loop
 *
 * Records the end of the open loop: finished if no question is left, ended
 * otherwise. `failed` may follow.
 *
 * Returns: (transfer full) (nullable): the id of the event that ends it; %NULL
 *   if none is open
 */
char *
starling_rehearse_loop_end (StarlingRehearseLoop *self)
{
  g_autoptr (StarlingEvent) event = NULL;
  StarlingRehearseLoopNext next;

  g_return_val_if_fail (STARLING_IS_REHEARSE_LOOP (self), NULL);

  if (!starling_rehearse_loop_get_next (self, &next))
    return NULL;
  event = starling_event_new (STARLING_EVENT_LOOP_END);
  event->id = g_uuid_string_random ();
  event->loop = g_strdup (next.loop);
  event->status = g_strdup (
      next.scenario == NULL ? STARLING_REHEARSE_LOOP_FINISHED : ENDED);
  starling_rehearse_loop_record (self, event);
  return g_strdup (event->id);
}

/**
 * starling_rehearse_loop_get_open:
 * @self: a loop
 *
 * Returns: (transfer none) (nullable): the id of the loop that is open
 */
const char *
starling_rehearse_loop_get_open (StarlingRehearseLoop *self)
{
  g_return_val_if_fail (STARLING_IS_REHEARSE_LOOP (self), NULL);

  return self->open != NULL ? self->open->event->id : NULL;
}

static gint64
sum_spent (const StarlingEvent *take)
{
  gint64 sum = 0;

  for (guint i = 0; take->steps != NULL && i < take->steps->len; i++)
    sum += g_array_index (take->steps, StarlingStepTime, i).spent_ms;
  for (guint i = 0; take->probes != NULL && i < take->probes->len; i++)
    sum += ((StarlingProbeTake *) g_ptr_array_index (take->probes, i))->ms;
  return sum;
}

static void
set_question (StarlingRehearseLoop *self,
              const StarlingLoopItem *item,
              StarlingRehearseLoopNext *next)
{
  StarlingSummary *summary
      = starling_library_find_summary (self->library, item->scenario);

  next->scenario = item->scenario;
  next->slot = item->slot;
  next->place = item->place;
  if (item->principle != NULL)
    next->principle = starling_catalogue_find_principle (
        starling_library_get_catalogue (self->library), item->principle);
  if (next->principle >= 0
      && starling_summary_get_angles (summary, starling_library_get_catalogue (
                                                   self->library))
             & STARLING_PRINCIPLE_BIT (next->principle))
    next->angle = next->principle;
}

/* What there is, and was spent, with the interviewer whose turn it is. */
static void
set_slot (StarlingRehearseLoop *self, StarlingRehearseLoopNext *next)
{
  const StarlingLoopSlot *slot
      = g_ptr_array_index (self->open->event->slots, next->slot);

  next->minutes = slot->minutes;
  for (guint i = 0; i < self->open->items->len; i++)
    {
      const StarlingLoopItem *item
          = starling_loop_record_get_item (self->open, i);

      if (item->slot != next->slot)
        continue;
      next->n_places++;
      if (item->take != NULL)
        next->spent_ms += sum_spent (item->take);
    }
}

/**
 * starling_rehearse_loop_get_next:
 * @self: a loop
 * @next: (out caller-allocates): the next question; its strings are valid until
 *   the next `changed`
 *
 * Tells where the open loop stands: the first question that is not answered,
 * and whose story there is, is next.
 *
 * Returns: %FALSE if no loop is open
 */
gboolean
starling_rehearse_loop_get_next (StarlingRehearseLoop *self,
                                 StarlingRehearseLoopNext *next)
{
  g_return_val_if_fail (STARLING_IS_REHEARSE_LOOP (self), FALSE);
  g_return_val_if_fail (next != NULL, FALSE);

  *next = (StarlingRehearseLoopNext){ .principle = -1,
                                      .angle = STARLING_AS_TOLD,
                                      .level = STARLING_LEVEL_SDE2 };
  if (self->open == NULL)
    return FALSE;
  next->loop = self->open->event->id;
  if (self->open->event->level >= 0)
    next->level = (StarlingLevel) self->open->event->level;
  next->n_interviewers = self->open->event->slots->len;
  for (guint i = 0; i < self->open->items->len; i++)
    {
      const StarlingLoopItem *item
          = starling_loop_record_get_item (self->open, i);

      if (!can_ask (self, item))
        continue;
      next->n_all++;
      if (item->take != NULL)
        next->n_answered++;
      else if (next->scenario == NULL)
        set_question (self, item, next);
    }
  if (next->scenario != NULL)
    set_slot (self, next);
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/event.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (StarlingEvent,
                     starling_event,
                     starling_event_ref,
                     starling_event_unref)

static const char *const type_ids[] = {
  [STARLING_EVENT_UNKNOWN] = NULL,
  [STARLING_EVENT_REVIEW] = "review",
  [STARLING_EVENT_REHEARSAL] = "rehearsal",
  [STARLING_EVENT_QUIZ] = "quiz",
  [STARLING_EVENT_CARD] = "card",
  [STARLING_EVENT_UNDO] = "undo",
  [STARLING_EVENT_FORGET] = "forget",
  [STARLING_EVENT_GOAL] = "goal",
  [STARLING_EVENT_SETTINGS] = "settings",
  [STARLING_EVENT_LOOP] = "loop",
  [STARLING_EVENT_LOOP_END] = "loop-end",
  [STARLING_EVENT_FINDING] = "finding",
};

/**
 * starling_event_type_to_id:
 * @type: a type of event
 *
 * Returns: (nullable): its name in the journal; %NULL for
 *   %STARLING_EVENT_UNKNOWN
 */
const char *
starling_event_type_to_id (StarlingEventType type)
{
  g_return_val_if_fail ((gsize) type < G_N_ELEMENTS (type_ids), NULL);

  return type_ids[type];
}

/**
 * starling_event_type_from_id:
 * @id: the value of a `type` member
 *
 * Returns: the type, or %STARLING_EVENT_UNKNOWN
 */
StarlingEventType
starling_event_type_from_id (const char *id)
{
  for (guint i = 1; i < G_N_ELEMENTS (type_ids); i++)
    if (g_str_equal (id, type_ids[i]))
      return (StarlingEventType) i;

  return STARLING_EVENT_UNKNOWN;
}

/**
 * starling_event_new:
 * @type: what happened
 *
 * Makes an event with nothing set but `type`; `level`, `slot` and `choice`
 * are -1. Before it is recorded, these must be set: review: `card`, `grade`;
 * rehearsal: `scenario`; quiz: `scenario`, `correct`, and `question` and
 * `choice`, or `kind` and `text`; card: `card`, `action`; undo: `of`; forget:
 * `scenario`; settings: one of the three; loop-end: `loop`, `status`;
 * finding: `scenario`, `rule`, `action`. The strings belong to the event.
 *
 * Returns: (transfer full): a new event
 */
StarlingEvent *
starling_event_new (StarlingEventType type)
{
  StarlingEvent *self = g_atomic_rc_box_new0 (StarlingEvent);

  self->type = type;
  self->at = STARLING_AT_UNSET;
  self->offset = STARLING_OFFSET_UNSET;
  self->level = -1;
  self->slot = -1;
  self->choice = -1;
  return self;
}

/**
 * starling_event_ref:
 * @self: an event
 *
 * Safe from any thread.
 *
 * Returns: (transfer full): @self
 */
StarlingEvent *
starling_event_ref (StarlingEvent *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
event_clear (gpointer data)
{
  StarlingEvent *self = data;

  g_free (self->id);
  g_free (self->line);
  g_free (self->scenario);
  g_free (self->card);
  g_free (self->angle);
  g_free (self->action);
  g_free (self->of);
  g_free (self->prompt);
  g_clear_pointer (&self->steps, g_array_unref);
  g_strfreev (self->said);
  g_clear_pointer (&self->probes, g_ptr_array_unref);
  g_clear_pointer (&self->rating, g_hash_table_unref);
  g_free (self->note);
  g_free (self->loop);
  g_free (self->question);
  g_free (self->kind);
  g_free (self->text);
  g_free (self->interview);
  g_strfreev (self->principles);
  g_clear_pointer (&self->slots, g_ptr_array_unref);
  g_free (self->status);
  g_free (self->rule);
  g_free (self->excerpt);
  g_free (self->members);
}

/**
 * starling_event_unref:
 * @self: (transfer full): an event
 *
 * Safe from any thread.
 */
void
starling_event_unref (StarlingEvent *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, event_clear);
}

/**
 * starling_probe_take_new:
 * @probe: (nullable): the probe's id
 *
 * Returns: (transfer full): what was answered to a probe, not rated; free
 *   with starling_probe_take_free()
 */
StarlingProbeTake *
starling_probe_take_new (const char *probe)
{
  StarlingProbeTake *self = g_new0 (StarlingProbeTake, 1);

  self->probe = g_strdup (probe);
  return self;
}

/**
 * starling_probe_take_free:
 * @self: (transfer full): what was answered to a probe
 */
void
starling_probe_take_free (StarlingProbeTake *self)
{
  g_free (self->probe);
  g_free (self);
}

/**
 * starling_loop_slot_free:
 * @self: (transfer full): an interview of a loop
 */
void
starling_loop_slot_free (StarlingLoopSlot *self)
{
  g_strfreev (self->principles);
  g_strfreev (self->scenarios);
  g_free (self);
}

/**
 * starling_event_dup_scenario:
 * @self: an event
 *
 * Returns: (transfer full) (nullable): the id of the scenario that the event
 *   is about: its member `scenario`, or what stands before `#` in its card
 */
char *
starling_event_dup_scenario (const StarlingEvent *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->scenario != NULL)
    return g_strdup (self->scenario);
  if (self->card != NULL)
    return g_strndup (self->card, strcspn (self->card, "#"));
  return NULL;
}

/**
 * starling_event_compare:
 * @a: an event with id
 * @b: another
 *
 * Compares in the order of replay: by time, then by id.
 *
 * Returns: negative, 0 or positive
 */
int
starling_event_compare (const StarlingEvent *a, const StarlingEvent *b)
{
  if (a->at != b->at)
    return a->at < b->at ? -1 : 1;
  return strcmp (a->id, b->id);
}

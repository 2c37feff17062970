/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/event-reader.h"

#include "base/day.h"

static gboolean
read_review (StarlingReader *reader, StarlingEvent *event)
{
  return starling_reader_id (reader, "card", STARLING_REQUIRED, &event->card)
         && starling_reader_small (reader, "grade", STARLING_REQUIRED, 1, 4,
                                   &event->grade)
         && starling_reader_int (reader, "ms", STARLING_OPTIONAL, 0,
                                 STARLING_READER_MAX_MS, &event->ms)
         && starling_reader_level (reader, STARLING_OPTIONAL, &event->level)
         && starling_reader_id (reader, "angle", STARLING_OPTIONAL,
                                &event->angle);
}

static gboolean
read_step_time (StarlingReader *item, StarlingEvent *event)
{
  StarlingStepTime time = { 0 };
  g_autofree char *id = NULL;

  if (!starling_reader_choice (item, "step", STARLING_REQUIRED,
                               "situation|task|action|result|reflection", &id)
      || !starling_reader_int (item, "target_ms", STARLING_OPTIONAL, 0,
                               STARLING_READER_MAX_MS, &time.target_ms)
      || !starling_reader_int (item, "spent_ms", STARLING_REQUIRED, 0,
                               STARLING_READER_MAX_MS, &time.spent_ms)
      || !starling_step_from_id (id, &time.step))
    return FALSE;
  g_array_append_val (event->steps, time);
  return TRUE;
}

static gboolean
read_probe_take (StarlingReader *item, StarlingEvent *event)
{
  StarlingProbeTake *take = starling_probe_take_new (NULL);

  g_ptr_array_add (event->probes, take);
  return starling_reader_id (item, "probe", STARLING_REQUIRED, &take->probe)
         && starling_reader_int (item, "ms", STARLING_OPTIONAL, 0,
                                 STARLING_READER_MAX_MS, &take->ms)
         && starling_reader_int (item, "target_ms", STARLING_OPTIONAL, 0,
                                 STARLING_READER_MAX_MS, &take->target_ms)
         && starling_reader_small (item, "rating", STARLING_OPTIONAL, 1, 4,
                                   &take->rating);
}

static gboolean
read_rating (StarlingReader *reader, StarlingEvent *event)
{
  guint node = starling_reader_get (reader, "rating", STARLING_OPTIONAL);
  StarlingReader inner = *reader;

  if (node == 0)
    return reader->complaint == NULL;
  if (starling_json_get (reader->json, node)->kind != STARLING_JSON_OBJECT)
    return starling_reader_refuse (reader, "rating", node, "an object in { }");

  event->rating = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  inner.object = node;
  for (guint child = starling_json_get_first (reader->json, node); child != 0;
       child = starling_json_get_next (reader->json, child))
    {
      g_autofree char *name = starling_json_dup_name (reader->json, child);
      int grade = 0;

      if (!starling_reader_small (&inner, name, STARLING_REQUIRED, 1, 4,
                                  &grade))
        {
          reader->complaint = inner.complaint;
          return FALSE;
        }
      g_hash_table_insert (event->rating, g_steal_pointer (&name),
                           GINT_TO_POINTER (grade));
    }
  return TRUE;
}

static gboolean
read_rehearsal (StarlingReader *reader, StarlingEvent *event)
{
  event->steps = g_array_new (FALSE, TRUE, sizeof (StarlingStepTime));
  event->probes = g_ptr_array_new_with_free_func (
      (GDestroyNotify) starling_probe_take_free);
  return starling_reader_id (reader, "scenario", STARLING_REQUIRED,
                             &event->scenario)
         && starling_reader_level (reader, STARLING_OPTIONAL, &event->level)
         && starling_reader_id (reader, "angle", STARLING_OPTIONAL,
                                &event->angle)
         && starling_reader_choice (reader, "prompt", STARLING_OPTIONAL,
                                    "full|cues|bare", &event->prompt)
         && starling_reader_objects (reader, "steps", read_step_time, event)
         && starling_reader_strings (reader, "said", &event->said)
         && starling_reader_objects (reader, "probes", read_probe_take, event)
         && read_rating (reader, event)
         && starling_reader_text (reader, "note", &event->note)
         && starling_reader_id (reader, "loop", STARLING_OPTIONAL, &event->loop)
         && starling_reader_small (reader, "slot", STARLING_OPTIONAL, 0, 999,
                                   &event->slot);
}

static gboolean
read_quiz (StarlingReader *reader, StarlingEvent *event)
{
  if (!starling_reader_id (reader, "scenario", STARLING_REQUIRED,
                           &event->scenario)
      || !starling_reader_level (reader, STARLING_OPTIONAL, &event->level)
      || !starling_reader_id (reader, "angle", STARLING_OPTIONAL, &event->angle)
      || !starling_reader_id (reader, "question", STARLING_OPTIONAL,
                              &event->question)
      || !starling_reader_small (reader, "choice", STARLING_OPTIONAL, 0, 999,
                                 &event->choice)
      || !starling_reader_id (reader, "kind", STARLING_OPTIONAL, &event->kind)
      || !starling_reader_text (reader, "text", &event->text)
      || !starling_reader_boolean (reader, "correct", &event->correct)
      || !starling_reader_int (reader, "ms", STARLING_OPTIONAL, 0,
                               STARLING_READER_MAX_MS, &event->ms))
    return FALSE;
  if (event->question == NULL && event->kind == NULL)
    return starling_reader_complain (
        reader, "\"question\" is missing; a derived question "
                "has \"kind\" instead");
  return TRUE;
}

static gboolean
read_card (StarlingReader *reader, StarlingEvent *event)
{
  return starling_reader_id (reader, "card", STARLING_REQUIRED, &event->card)
         && starling_reader_choice (reader, "action", STARLING_REQUIRED,
                                    "suspend|unsuspend|bury|reset",
                                    &event->action);
}

static gboolean
read_undo (StarlingReader *reader, StarlingEvent *event)
{
  return starling_reader_id (reader, "of", STARLING_REQUIRED, &event->of);
}

static gboolean
read_forget (StarlingReader *reader, StarlingEvent *event)
{
  return starling_reader_id (reader, "scenario", STARLING_REQUIRED,
                             &event->scenario);
}

static gboolean
read_goal (StarlingReader *reader, StarlingEvent *event)
{
  if (!starling_reader_text (reader, "interview", &event->interview)
      || !starling_reader_strings (reader, "principles", &event->principles))
    return FALSE;
  if (event->interview != NULL && !starling_day_parse (event->interview, NULL))
    return starling_reader_complain (reader,
                                     "\"interview\" must be a date such as "
                                     "\"2027-03-01\", or null");
  return TRUE;
}

static gboolean
read_retention (StarlingReader *reader, StarlingEvent *event)
{
  guint node = starling_reader_get (reader, "retention", STARLING_OPTIONAL);

  if (node == 0)
    return reader->complaint == NULL;
  if (starling_json_get (reader->json, node)->kind == STARLING_JSON_NUMBER)
    {
      g_autofree char *text = starling_reader_dup_raw (reader, node);

      event->retention = g_ascii_strtod (text, NULL);
    }
  if (!(event->retention > 0 && event->retention <= 1))
    return starling_reader_refuse (reader, "retention", node,
                                   "a number above 0 and at most 1");
  event->has_retention = TRUE;
  return TRUE;
}

static gboolean
read_settings (StarlingReader *reader, StarlingEvent *event)
{
  event->new_per_day = -1;
  event->reviews_per_day = -1;
  if (!read_retention (reader, event)
      || !starling_reader_small (reader, "new_per_day", STARLING_OPTIONAL, 0,
                                 9999, &event->new_per_day)
      || !starling_reader_small (reader, "reviews_per_day", STARLING_OPTIONAL,
                                 0, 9999, &event->reviews_per_day))
    return FALSE;
  event->has_new_per_day = event->new_per_day >= 0;
  event->has_reviews_per_day = event->reviews_per_day >= 0;
  event->new_per_day = MAX (event->new_per_day, 0);
  event->reviews_per_day = MAX (event->reviews_per_day, 0);
  if (!event->has_retention && !event->has_new_per_day
      && !event->has_reviews_per_day)
    return starling_reader_complain (reader,
                                     "\"retention\", \"new_per_day\" or "
                                     "\"reviews_per_day\" is missing");
  return TRUE;
}

/* An interviewer is a number, or a name, which nothing depends on. */
static gboolean
read_interviewer (StarlingReader *item, StarlingLoopSlot *slot)
{
  guint node = starling_reader_get (item, "interviewer", STARLING_OPTIONAL);

  if (node != 0
      && starling_json_get (item->json, node)->kind == STARLING_JSON_STRING)
    return TRUE;
  return starling_reader_small (item, "interviewer", STARLING_OPTIONAL, 0, 999,
                                &slot->interviewer);
}

static gboolean
read_slot (StarlingReader *item, StarlingEvent *event)
{
  StarlingLoopSlot *slot = g_new0 (StarlingLoopSlot, 1);

  g_ptr_array_add (event->slots, slot);
  return read_interviewer (item, slot)
         && starling_reader_strings (item, "principles", &slot->principles)
         && starling_reader_strings (item, "scenarios", &slot->scenarios)
         && starling_reader_small (item, "minutes", STARLING_OPTIONAL, 0, 999,
                                   &slot->minutes);
}

static gboolean
read_loop (StarlingReader *reader, StarlingEvent *event)
{
  event->slots = g_ptr_array_new_with_free_func (
      (GDestroyNotify) starling_loop_slot_free);
  return starling_reader_level (reader, STARLING_OPTIONAL, &event->level)
         && starling_reader_objects (reader, "slots", read_slot, event);
}

static gboolean
read_loop_end (StarlingReader *reader, StarlingEvent *event)
{
  return starling_reader_id (reader, "loop", STARLING_REQUIRED, &event->loop)
         && starling_reader_id (reader, "status", STARLING_REQUIRED,
                                &event->status);
}

static gboolean
read_finding (StarlingReader *reader, StarlingEvent *event)
{
  return starling_reader_id (reader, "scenario", STARLING_REQUIRED,
                             &event->scenario)
         && starling_reader_id (reader, "rule", STARLING_REQUIRED, &event->rule)
         && starling_reader_text (reader, "excerpt", &event->excerpt)
         && starling_reader_choice (reader, "action", STARLING_REQUIRED,
                                    "dismiss|restore", &event->action);
}

static gboolean (*const read_members[]) (StarlingReader *, StarlingEvent *) = {
  [STARLING_EVENT_UNKNOWN] = NULL,
  [STARLING_EVENT_REVIEW] = read_review,
  [STARLING_EVENT_REHEARSAL] = read_rehearsal,
  [STARLING_EVENT_QUIZ] = read_quiz,
  [STARLING_EVENT_CARD] = read_card,
  [STARLING_EVENT_UNDO] = read_undo,
  [STARLING_EVENT_FORGET] = read_forget,
  [STARLING_EVENT_GOAL] = read_goal,
  [STARLING_EVENT_SETTINGS] = read_settings,
  [STARLING_EVENT_LOOP] = read_loop,
  [STARLING_EVENT_LOOP_END] = read_loop_end,
  [STARLING_EVENT_FINDING] = read_finding,
};

/**
 * starling_event_read_members:
 * @self: an event whose type is known
 * @reader: of the object that the event is written as
 *
 * Reads the members of the event's type; those of other types are ignored.
 *
 * Returns: %FALSE with a complaint in @reader if one is missing or wrong
 */
gboolean
starling_event_read_members (StarlingEvent *self, StarlingReader *reader)
{
  return read_members[self->type](reader, self);
}

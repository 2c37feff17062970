/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/take.h"

#include "base/clock.h"

#define VERSION 1
#define MAX_MS (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)
#define MAX_PHRASES 64

static void
add_steps (JsonBuilder *builder, const StarlingTake *self, gint64 now)
{
  json_builder_set_member_name (builder, "steps");
  json_builder_begin_array (builder);
  for (guint i = 0; i < STARLING_N_STEPS; i++)
    {
      StarlingStepId step = (StarlingStepId) i;

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "step");
      json_builder_add_string_value (builder, starling_step_to_id (step));
      json_builder_set_member_name (builder, "target_ms");
      json_builder_add_int_value (builder, self->clock.target_ms[i]);
      json_builder_set_member_name (builder, "spent_ms");
      json_builder_add_int_value (builder,
                                  starling_rehearsal_get_spent_ms (&self->clock,
                                                                   step, now));
      json_builder_set_member_name (builder, "said");
      json_builder_begin_array (builder);
      for (guint j = 0; j < self->said[i]->len; j++)
        json_builder_add_string_value (builder,
                                       g_ptr_array_index (self->said[i], j));
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_rating (JsonBuilder *builder, const StarlingTake *self)
{
  json_builder_set_member_name (builder, "rating");
  json_builder_begin_object (builder);
  for (guint i = 0; i < STARLING_N_DIMENSIONS; i++)
    {
      if (self->rating[i] == 0)
        continue;
      json_builder_set_member_name (builder, starling_dimension_to_id (
                                                 (StarlingDimension) i));
      json_builder_add_int_value (builder, self->rating[i]);
    }
  json_builder_end_object (builder);
}

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  if (text == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

/**
 * starling_take_to_json:
 * @self: a take that has begun
 * @now: monotonic µs
 *
 * Writes a take down as it stands, to go on with it later. Times are cut to
 * whole milliseconds.
 *
 * Returns: (transfer full): an object
 */
JsonNode *
starling_take_to_json (const StarlingTake *self, gint64 now)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autofree char *started = starling_time_format_utc (self->started_at);
  gboolean over = self->clock.phase == STARLING_REHEARSAL_DEBRIEF;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "v");
  json_builder_add_int_value (builder, VERSION);
  add_text (builder, "id", self->id);
  add_text (builder, "scenario", self->scenario);
  add_text (builder, "level", starling_level_to_id (self->level));
  add_text (builder, "angle", self->angle);
  add_text (builder, "prompt", starling_prompt_to_id (self->prompt));
  add_text (builder, "started", started);
  add_text (builder, "phase", over ? "debrief" : "telling");
  add_text (builder, "step", starling_step_to_id (self->clock.step));
  add_steps (builder, self, now);
  add_rating (builder, self);
  add_text (builder, "note", self->note);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static const char *
get_string (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

static gboolean
get_int (
    JsonObject *object, const char *name, gint64 min, gint64 max, gint64 *value)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_INT64)
    return FALSE;
  *value = json_node_get_int (node);
  return *value >= min && *value <= max;
}

static JsonArray *
get_array (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node)
             ? json_node_get_array (node)
             : NULL;
}

static gboolean
read_step (StarlingTake *self, guint index, JsonNode *node)
{
  StarlingRehearsal *clock = &self->clock;
  StarlingStepId step;
  JsonObject *object;
  JsonArray *said;
  gint64 spent;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  object = json_node_get_object (node);
  said = get_array (object, "said");
  if (get_string (object, "step") == NULL
      || !starling_step_from_id (get_string (object, "step"), &step)
      || step != (StarlingStepId) index
      || !get_int (object, "target_ms", 0, MAX_MS, &clock->target_ms[index])
      || !get_int (object, "spent_ms", 0, MAX_MS, &spent) || said == NULL
      || json_array_get_length (said) > MAX_PHRASES)
    return FALSE;

  clock->spent_us[index] = spent * 1000;
  for (guint i = 0; i < json_array_get_length (said); i++)
    {
      JsonNode *phrase = json_array_get_element (said, i);

      if (json_node_get_value_type (phrase) != G_TYPE_STRING)
        return FALSE;
      starling_take_set_said (self, step, json_node_get_string (phrase), TRUE);
    }
  return TRUE;
}

static gboolean
read_steps (StarlingTake *self, JsonObject *object)
{
  JsonArray *steps = get_array (object, "steps");

  if (steps == NULL || json_array_get_length (steps) != STARLING_N_STEPS)
    return FALSE;
  for (guint i = 0; i < STARLING_N_STEPS; i++)
    if (!read_step (self, i, json_array_get_element (steps, i)))
      return FALSE;
  return TRUE;
}

static void
read_rating (StarlingTake *self, JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "rating");
  gint64 value;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return;
  for (guint i = 0; i < STARLING_N_DIMENSIONS; i++)
    if (get_int (json_node_get_object (node),
                 starling_dimension_to_id ((StarlingDimension) i), 1, 4,
                 &value))
      self->rating[i] = (int) value;
}

static gboolean
read_head (StarlingTake *self, JsonObject *object)
{
  const char *scenario = get_string (object, "scenario");
  const char *level = get_string (object, "level");
  const char *started = get_string (object, "started");
  const char *phase = get_string (object, "phase");
  const char *step = get_string (object, "step");
  gint64 version;

  if (!get_int (object, "v", VERSION, VERSION, &version) || scenario == NULL
      || level == NULL || !starling_level_from_id (level, &self->level)
      || !starling_prompt_from_id (get_string (object, "prompt"), &self->prompt)
      || started == NULL
      || !starling_time_parse_utc (started, &self->started_at, NULL)
      || step == NULL || !starling_step_from_id (step, &self->clock.step))
    return FALSE;

  if (g_strcmp0 (phase, "debrief") == 0)
    self->clock.phase = STARLING_REHEARSAL_DEBRIEF;
  else if (g_strcmp0 (phase, "telling") == 0)
    self->clock.phase = STARLING_REHEARSAL_TELLING;
  else
    return FALSE;
  self->clock.paused = self->clock.phase == STARLING_REHEARSAL_TELLING;
  self->id = g_strdup (get_string (object, "id"));
  self->scenario = g_strdup (scenario);
  self->angle = g_strdup (get_string (object, "angle"));
  self->note = g_strdup (get_string (object, "note"));
  return TRUE;
}

/**
 * starling_take_from_json:
 * @node: (nullable): what starling_take_to_json() wrote
 *
 * Returns: (transfer full) (nullable): the take, paused if it was being told;
 *   %NULL if @node is not such a take
 */
StarlingTake *
starling_take_from_json (JsonNode *node)
{
  g_autoptr (StarlingTake) self = NULL;
  JsonObject *object;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;

  object = json_node_get_object (node);
  self = starling_take_new_empty ();
  if (!read_head (self, object) || !read_steps (self, object))
    return NULL;
  read_rating (self, object);
  return g_steal_pointer (&self);
}

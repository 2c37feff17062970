/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/take.h"

#include "base/clock.h"

#define VERSION 1
#define MAX_MS (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)
#define MAX_PHRASES 64
#define MAX_SLOT 999

static const char *const phase_ids[] = {
  [STARLING_REHEARSAL_READY] = "ready",
  [STARLING_REHEARSAL_LEAD_IN] = "lead-in",
  [STARLING_REHEARSAL_TELLING] = "telling",
  [STARLING_REHEARSAL_ANSWERING] = "answering",
  [STARLING_REHEARSAL_COMPARING] = "comparing",
  [STARLING_REHEARSAL_DEBRIEF] = "debrief",
};

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
      json_builder_add_int_value (
          builder,
          MIN (starling_rehearsal_get_spent_ms (&self->clock, step, now),
               MAX_MS));
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
add_probes (JsonBuilder *builder, const StarlingTake *self, gint64 now)
{
  json_builder_set_member_name (builder, "probe_target_ms");
  json_builder_add_int_value (builder, self->clock.probe_target_ms);
  json_builder_set_member_name (builder, "probe");
  json_builder_add_int_value (builder, self->clock.probe);
  json_builder_set_member_name (builder, "probes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->probes->len; i++)
    {
      StarlingTakeProbe *probe = g_ptr_array_index (self->probes, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "probe");
      json_builder_add_string_value (builder, probe->id);
      json_builder_set_member_name (builder, "ms");
      json_builder_add_int_value (
          builder,
          MIN (starling_rehearsal_get_probe_ms (&self->clock, i, now), MAX_MS));
      json_builder_set_member_name (builder, "rating");
      json_builder_add_int_value (builder, probe->rating);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_loop (JsonBuilder *builder, const StarlingTake *self)
{
  if (self->loop == NULL)
    return;
  json_builder_set_member_name (builder, "loop");
  json_builder_add_string_value (builder, self->loop);
  json_builder_set_member_name (builder, "slot");
  json_builder_add_int_value (builder, self->slot);
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
  StarlingRehearsal clock = self->clock;

  starling_rehearsal_update (&clock, now, clock.slept);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "v");
  json_builder_add_int_value (builder, VERSION);
  add_text (builder, "id", self->id);
  add_text (builder, "scenario", self->scenario);
  add_text (builder, "level", starling_level_to_id (self->level));
  add_text (builder, "angle", self->angle);
  add_text (builder, "prompt", starling_prompt_to_id (self->prompt));
  add_text (builder, "started", started);
  add_text (builder, "phase", phase_ids[clock.phase]);
  add_text (builder, "step", starling_step_to_id (clock.step));
  json_builder_set_member_name (builder, "lead_in_ms");
  json_builder_add_int_value (builder, clock.lead_in_ms);
  add_steps (builder, self, now);
  add_probes (builder, self, now);
  add_loop (builder, self);
  add_text (builder, "question", self->question);
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

/* Drafts of releases without probes have none. */
static gboolean
read_probes (StarlingTake *self, JsonObject *object)
{
  StarlingRehearsal *clock = &self->clock;
  JsonArray *probes = get_array (object, "probes");
  guint n = probes != NULL ? json_array_get_length (probes) : 0;
  gint64 current = 0, ms, rating;

  if (n > STARLING_MAX_PROBES)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = json_array_get_element (probes, i);
      JsonObject *probe
          = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

      if (probe == NULL || get_string (probe, "probe") == NULL
          || !get_int (probe, "ms", 0, MAX_MS, &ms)
          || !get_int (probe, "rating", 0, STARLING_MAX_RATING, &rating))
        return FALSE;
      starling_take_add_probe (self, get_string (probe, "probe"), (int) rating);
      clock->probe_us[i] = ms * 1000;
    }
  if (n > 0
      && (!get_int (object, "probe", 0, n - 1, &current)
          || !get_int (object, "probe_target_ms", 0, MAX_MS,
                       &clock->probe_target_ms)))
    return FALSE;
  clock->probe = (guint) current;
  clock->n_probes = n;
  return n > 0
         || (clock->phase != STARLING_REHEARSAL_ANSWERING
             && clock->phase != STARLING_REHEARSAL_COMPARING);
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

/* READY is no phase of a draft. */
static gboolean
read_phase (const char *id, StarlingRehearsalPhase *phase)
{
  for (guint i = STARLING_REHEARSAL_LEAD_IN; i < G_N_ELEMENTS (phase_ids); i++)
    if (g_strcmp0 (id, phase_ids[i]) == 0)
      {
        *phase = (StarlingRehearsalPhase) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_head (StarlingTake *self, JsonObject *object)
{
  const char *scenario = get_string (object, "scenario");
  const char *level = get_string (object, "level");
  const char *started = get_string (object, "started");
  const char *step = get_string (object, "step");
  gint64 version, slot;

  if (!get_int (object, "v", VERSION, VERSION, &version) || scenario == NULL
      || level == NULL || !starling_level_from_id (level, &self->level)
      || !starling_prompt_from_id (get_string (object, "prompt"), &self->prompt)
      || started == NULL
      || !starling_time_parse_utc (started, &self->started_at, NULL)
      || step == NULL || !starling_step_from_id (step, &self->clock.step))
    return FALSE;

  if (!read_phase (get_string (object, "phase"), &self->clock.phase))
    return FALSE;
  self->clock.paused = starling_rehearsal_is_running (&self->clock);
  if (!get_int (object, "lead_in_ms", 0, MAX_MS, &self->clock.lead_in_ms))
    self->clock.lead_in_ms = 0;
  starling_take_set_loop (self, get_string (object, "loop"), -1);
  if (self->loop != NULL && get_int (object, "slot", 0, MAX_SLOT, &slot))
    self->slot = (int) slot;
  starling_take_set_question (self, get_string (object, "question"));
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
  if (!read_head (self, object) || !read_steps (self, object)
      || !read_probes (self, object))
    return NULL;
  read_rating (self, object);
  return g_steal_pointer (&self);
}

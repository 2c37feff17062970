/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "random-takes.h"

#include <json-glib/json-glib.h>

static const char *const steps[]
    = { "situation", "task", "action", "result", "reflection" };
static const int targets[] = { 30, 20, 90, 20, 15 };

const TestRandomLens test_random_lenses[TEST_N_RANDOM_LENSES] = {
  { "senior", "dive-deep" },
  { "sde2", NULL },
  { "sde1", "ownership" },
};

static const char *const phrases[] = { "I noticed",
                                       "outside my sprint",
                                       "no alert",
                                       "no ticket",
                                       "no ticket",
                                       "not my team",
                                       "nobody asked",
                                       "I pulled",
                                       "I traced",
                                       "I reproduced",
                                       "I wrote",
                                       "I added",
                                       "I submitted",
                                       "0.3% to zero",
                                       "$8,000",
                                       "shared visibility",
                                       "proactively monitoring",
                                       "never a phrase" };

static const char *const probes[]
    = { "fix-without-assignment", "outside-your-code", "why-the-alert",
        "business-impact", "gone" };

static const char *const dimensions[]
    = { "ownership", "specificity", "metrics", "reflection", "delivery" };

static gboolean
chance (GRand *rand, double share)
{
  return g_rand_double (rand) < share;
}

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  if (value == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_int (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

/**
 * test_random_choose_ms:
 * @rand: where chance comes from
 * @step: a step
 *
 * Returns: what somebody may spend on it: nothing, next to nothing, about the
 *   target, or anything
 */
gint64
test_random_choose_ms (GRand *rand, guint step)
{
  int target = targets[step];

  if (chance (rand, 0.1))
    return 0;
  if (chance (rand, 0.05))
    return g_rand_int_range (rand, 1, 700);
  if (chance (rand, 0.2))
    return target * 1000 + g_rand_int_range (rand, -2, 3) * 500;
  return (gint64) (target * 1000 * g_rand_double_range (rand, 0.3, 1.7));
}

/* In any order, some of them twice, some not at all. */
static void
add_steps (JsonBuilder *builder, GRand *rand)
{
  guint order[] = { 0, 1, 2, 3, 4 };
  double left_out = chance (rand, 0.6) ? 0 : 0.2;

  json_builder_set_member_name (builder, "steps");
  json_builder_begin_array (builder);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      guint other = (guint) g_rand_int_range (rand, (int) i, 5);
      guint step = order[other];
      guint n = chance (rand, 0.1) ? 2 : 1;
      gboolean wanted = !chance (rand, 0.1);

      order[other] = order[i];
      if (chance (rand, left_out))
        continue;
      for (; n > 0; n--)
        {
          json_builder_begin_object (builder);
          add_string (builder, "step", steps[step]);
          if (wanted)
            add_int (builder, "target_ms", targets[step] * 1000);
          add_int (builder, "spent_ms", test_random_choose_ms (rand, step));
          json_builder_end_object (builder);
        }
    }
  json_builder_end_array (builder);
}

static void
add_said (JsonBuilder *builder, GRand *rand)
{
  double share = g_rand_double (rand);

  json_builder_set_member_name (builder, "said");
  json_builder_begin_array (builder);
  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    if (chance (rand, share))
      json_builder_add_string_value (builder, phrases[i]);
  json_builder_end_array (builder);
}

static void
add_answers (JsonBuilder *builder, GRand *rand)
{
  json_builder_set_member_name (builder, "probes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < G_N_ELEMENTS (probes); i++)
    {
      if (!chance (rand, 0.3))
        continue;
      json_builder_begin_object (builder);
      add_string (builder, "probe", probes[i]);
      if (chance (rand, 0.9))
        add_int (builder, "ms", g_rand_int_range (rand, 1, 130000));
      if (chance (rand, 0.5))
        add_int (builder, "target_ms", g_rand_int_range (rand, 1, 8) * 15000);
      if (chance (rand, 0.8))
        add_int (builder, "rating", g_rand_int_range (rand, 1, 5));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_rating (JsonBuilder *builder, GRand *rand)
{
  json_builder_set_member_name (builder, "rating");
  json_builder_begin_object (builder);
  for (guint i = 0; i < G_N_ELEMENTS (dimensions); i++)
    if (chance (rand, 0.6))
      add_int (builder, dimensions[i], g_rand_int_range (rand, 1, 5));
  add_int (builder, "charm", 2);
  json_builder_end_object (builder);
}

static void
add_line (GString *journal, JsonBuilder *builder)
{
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *line = NULL;

  json_builder_end_object (builder);
  node = json_builder_get_root (builder);
  line = json_to_string (node, FALSE);
  g_string_append_printf (journal, "%s\n", line);
}

static JsonBuilder *
begin_event (const char *type, const char *id, guint minute)
{
  JsonBuilder *builder = json_builder_new ();
  g_autofree char *at
      = g_strdup_printf ("2026-11-%02uT%02u:%02u:00.000Z", 1 + minute / 240,
                         6 + minute / 20 % 12, minute % 20 * 3);

  json_builder_begin_object (builder);
  add_int (builder, "v", 1);
  add_string (builder, "id", id);
  add_string (builder, "at", at);
  add_string (builder, "type", type);
  return builder;
}

/**
 * test_random_add_take:
 * @journal: the text of a journal
 * @rand: where chance comes from
 * @index: how many takes there are already
 *
 * Adds a take of webhook-drops, and now and then what deletes it.
 */
void
test_random_add_take (GString *journal, GRand *rand, guint index)
{
  static const char *const prompts[] = { "full", "cues", "bare", NULL };
  static const int offsets[] = { -300, 0, 60, 330 };
  g_autofree char *id
      = g_strdup_printf ("take-%u-%u", g_rand_int (rand) % 1000, index);
  /* Some at the same time: then the ids decide */
  g_autoptr (JsonBuilder) builder
      = begin_event ("rehearsal", id, index * 3 / 4 * 70);
  guint lens = (guint) g_rand_int_range (rand, 0, TEST_N_RANDOM_LENSES);

  add_int (builder, "offset", offsets[g_rand_int_range (rand, 0, 4)]);
  add_string (builder, "scenario", "webhook-drops");
  add_string (builder, "level", test_random_lenses[lens].level);
  add_string (builder, "angle", test_random_lenses[lens].angle);
  add_string (builder, "prompt", prompts[g_rand_int_range (rand, 0, 4)]);
  if (chance (rand, 0.95))
    add_steps (builder, rand);
  if (chance (rand, 0.8))
    add_said (builder, rand);
  if (chance (rand, 0.5))
    add_answers (builder, rand);
  if (chance (rand, 0.5))
    add_rating (builder, rand);
  add_string (builder, "note", chance (rand, 0.3) ? "Slower." : NULL);
  add_line (journal, builder);

  /* Deleted, and perhaps brought back */
  for (guint depth = 0; chance (rand, 0.2) && depth < 3; depth++)
    {
      g_autofree char *undo = g_strdup_printf ("undo-%u-%s", depth, id);
      g_autoptr (JsonBuilder) event = begin_event ("undo", undo, 6000 + depth);

      add_string (event, "of", id);
      add_line (journal, event);
      g_free (id);
      id = g_steal_pointer (&undo);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/pack-private.h"

#include "base/text.h"

/*
 * What a pack must keep to beyond the types and limits of its values, and what
 * is merely odd. The values may be of any type here: a wrong one has been
 * complained of already and is left alone.
 */

#define ERROR(json, node, ...)                                                 \
  starling_json_complain ((json), STARLING_SEVERITY_ERROR, (node), __VA_ARGS__)
#define WARN(json, node, ...)                                                  \
  starling_json_complain ((json), STARLING_SEVERITY_WARNING, (node),           \
                          __VA_ARGS__)

/* The first item of the list @name of @object, or 0. */
static guint
find_first (StarlingJson *json, guint object, const char *name)
{
  guint list = starling_json_find (json, object, name);

  if (list == 0 || starling_json_get (json, list)->kind != STARLING_JSON_ARRAY)
    return 0;
  return starling_json_get_first (json, list);
}

/* Reads the integer @name of @object; returns its node, or 0. */
static guint
find_integer (StarlingJson *json, guint object, const char *name, gint64 *value)
{
  guint node = starling_json_find (json, object, name);

  return node != 0 && starling_json_get_integer (json, node, value) ? node : 0;
}

/**
 * starling_pack_check_passage:
 * @json: the index
 * @node: a passage
 * @data: not used
 *
 * No principle is both emphasised and downplayed.
 */
void
starling_pack_check_passage (StarlingJson *json, guint node, gpointer data)
{
  g_auto (GStrv) emphasize
      = starling_json_dup_strings (json, starling_json_find (json, node,
                                                             "emphasize"));

  if (emphasize[0] == NULL)
    return;
  for (guint item = find_first (json, node, "downplay"); item != 0;
       item = starling_json_get_next (json, item))
    {
      g_autofree char *id = starling_json_dup_string (json, item);

      if (id != NULL && g_strv_contains ((const char *const *) emphasize, id))
        ERROR (json, item,
               "remove this here or in \"emphasize\": a passage cannot be "
               "both emphasized and downplayed");
    }
}

/**
 * starling_pack_check_seconds:
 * @json: the index
 * @node: the range of a level
 * @data: not used
 *
 * The range is not empty.
 */
void
starling_pack_check_seconds (StarlingJson *json, guint node, gpointer data)
{
  gint64 min, max;
  guint min_node = find_integer (json, node, "min", &min);

  if (min_node != 0 && find_integer (json, node, "max", &max) != 0 && min > max)
    ERROR (json, min_node,
           "write at most the number of \"max\" here (%" G_GINT64_FORMAT
           "), or raise that one",
           max);
}

/**
 * starling_pack_check_step:
 * @json: the index
 * @node: a step
 * @data: not used
 *
 * The words of the reflection stand in the levels.
 */
void
starling_pack_check_step (StarlingJson *json, guint node, gpointer data)
{
  g_autofree char *id = starling_json_dup_member (json, node, "step");
  guint answer = starling_json_find (json, node, "answer");

  if (answer != 0 && g_strcmp0 (id, "reflection") == 0)
    WARN (json, answer,
          "move this to the \"reflection\" of the levels: it is not shown "
          "here");
}

/**
 * starling_pack_check_steps:
 * @json: the index
 * @node: the list of steps
 * @data: not used
 *
 * The steps stand in the order in which they are told.
 */
void
starling_pack_check_steps (StarlingJson *json, guint node, gpointer data)
{
  guint i = 0;

  if (starling_json_get (json, node)->n_children != STARLING_N_STEPS)
    return;
  for (guint item = starling_json_get_first (json, node); item != 0;
       item = starling_json_get_next (json, item), i++)
    {
      g_autofree char *id = starling_json_dup_member (json, item, "step");
      StarlingStepId step;

      if (starling_step_from_id (id, &step) && step != (StarlingStepId) i)
        ERROR (json, starling_json_find (json, item, "step"),
               "write \"%s\" here: the steps stand in the order situation, "
               "task, action, result, reflection",
               starling_step_to_id ((StarlingStepId) i));
    }
}

/**
 * starling_pack_check_question:
 * @json: the index
 * @node: a question of the quiz
 * @data: not used
 *
 * The right option is one of the options.
 */
void
starling_pack_check_question (StarlingJson *json, guint node, gpointer data)
{
  guint options = starling_json_find (json, node, "options");
  gint64 correct, n_options;
  guint correct_node = find_integer (json, node, "correct", &correct);

  if (correct_node == 0 || options == 0
      || starling_json_get (json, options)->kind != STARLING_JSON_ARRAY)
    return;
  n_options = starling_json_get (json, options)->n_children;
  if (correct >= n_options && n_options > 0)
    ERROR (json, correct_node,
           "write a number from 0 to %d here: there are %d options, counted "
           "from 0",
           (int) n_options - 1, (int) n_options);
}

/* Adds the texts of the passages @name of @object to @texts. */
static void
collect_passages (StarlingJson *json,
                  guint object,
                  const char *name,
                  GPtrArray *texts)
{
  for (guint item = find_first (json, object, name); item != 0;
       item = starling_json_get_next (json, item))
    {
      char *text = starling_json_dup_member (json, item, "text");

      if (text != NULL)
        g_ptr_array_add (texts, text);
    }
}

/* What is spoken in @step, by passage; of a reflection, at any level. */
static GPtrArray *
collect_answer (StarlingJson *json, guint scenario, guint step)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *id = starling_json_dup_member (json, step, "step");
  guint levels = starling_json_find (json, scenario, "levels");

  if (g_strcmp0 (id, "reflection") != 0)
    collect_passages (json, step, "answer", texts);
  else if (levels != 0)
    for (guint i = 0; i < STARLING_N_LEVELS; i++)
      {
        guint view
            = starling_json_find (json, levels,
                                  starling_level_to_id ((StarlingLevel) i));

        if (view != 0)
          collect_passages (json, view, "reflection", texts);
      }
  return texts;
}

static gboolean
is_said (const char *phrase, GPtrArray *texts)
{
  for (guint i = 0; i < texts->len; i++)
    if (starling_text_find (g_ptr_array_index (texts, i), phrase, 0, NULL))
      return TRUE;
  return FALSE;
}

/* Warns of key phrases that nobody can mark in the answer. */
static void
check_key_phrases (StarlingJson *json, guint scenario, guint step)
{
  g_autoptr (GPtrArray) texts = collect_answer (json, scenario, step);

  if (texts->len == 0)
    return; /* not written yet */
  for (guint item = find_first (json, step, "key_phrases"); item != 0;
       item = starling_json_get_next (json, item))
    {
      g_autofree char *phrase = starling_json_dup_string (json, item);

      if (phrase != NULL && *phrase != '\0' && !is_said (phrase, texts))
        WARN (json, item,
              "write words here that a passage of the answer contains, or "
              "change the answer");
    }
}

/**
 * starling_pack_check_scenario:
 * @json: the index
 * @node: a scenario
 * @data: not used
 *
 * Warns of what is odd in a scenario: key phrases that its answer does not
 * contain, no probes.
 */
void
starling_pack_check_scenario (StarlingJson *json, guint node, gpointer data)
{
  guint probes = starling_json_find (json, node, "probes");

  for (guint step = find_first (json, node, "steps"); step != 0;
       step = starling_json_get_next (json, step))
    check_key_phrases (json, node, step);

  if (probes == 0)
    WARN (json, node, "add \"probes\": follow-up questions with answers");
  else if (starling_json_get (json, probes)->kind == STARLING_JSON_ARRAY
           && starling_json_get (json, probes)->n_children == 0)
    WARN (json, probes, "list at least one follow-up question here");
}

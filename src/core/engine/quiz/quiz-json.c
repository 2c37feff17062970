/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/quiz/quiz-private.h"

#include <string.h>

#define VERSION 1
#define MAX_ITEMS 10000
#define SEED_DIGITS 16

static void
add_int (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  if (text == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_item (JsonBuilder *builder, const StarlingQuizItem *item)
{
  json_builder_begin_object (builder);
  add_text (builder, "scenario", item->scenario);
  add_text (builder, "question", item->question);
  add_text (builder, "kind", starling_question_kind_to_id (item->kind));
  if (item->principle != STARLING_AS_TOLD)
    add_int (builder, "principle", item->principle);
  if (item->step != STARLING_NO_STEP)
    add_text (builder, "step",
              starling_step_to_id ((StarlingStepId) item->step));
  add_text (builder, "probe", item->probe);
  add_int (builder, "options", item->n_options);
  add_int (builder, "correct", item->correct);
  add_int (builder, "round", item->round);
  json_builder_end_object (builder);
}

/**
 * starling_quiz_to_json:
 * @self: a quiz
 *
 * Writes a quiz down as it stands, to go on with it later. The seed is written
 * in hexadecimal digits, since not all of them are numbers of JSON; a choice
 * counts in the question's order, and is -1 where time ran out.
 *
 * Returns: (transfer full): an object
 */
JsonNode *
starling_quiz_to_json (const StarlingQuiz *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autofree char *seed
      = g_strdup_printf ("%016" G_GINT64_MODIFIER "x", self->seed);

  json_builder_begin_object (builder);
  add_int (builder, "v", VERSION);
  add_text (builder, "seed", seed);
  json_builder_set_member_name (builder, "items");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->items->len; i++)
    add_item (builder, g_ptr_array_index (self->items, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "answers");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->answers->len; i++)
    json_builder_add_int_value (builder,
                                starling_quiz_get_answer (self, i)->choice);
  json_builder_end_array (builder);
  add_int (builder, "position", self->position);
  add_int (builder, "chosen", self->chosen);
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
read_int (JsonNode *node, gint64 min, gint64 max, gint64 *value)
{
  if (node == NULL || json_node_get_value_type (node) != G_TYPE_INT64)
    return FALSE;
  *value = json_node_get_int (node);
  return *value >= min && *value <= max;
}

static gboolean
get_int (
    JsonObject *object, const char *name, gint64 min, gint64 max, gint64 *value)
{
  return read_int (json_object_get_member (object, name), min, max, value);
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
read_seed (const char *text, guint64 *seed)
{
  if (text == NULL || strlen (text) != SEED_DIGITS
      || strspn (text, "0123456789abcdef") != SEED_DIGITS)
    return FALSE;
  *seed = g_ascii_strtoull (text, NULL, 16);
  return TRUE;
}

/* Members that need not be there. */
static gboolean
read_place (JsonObject *object, StarlingQuizItem *item)
{
  gint64 principle = STARLING_AS_TOLD;
  StarlingStepId step;

  if (json_object_has_member (object, "principle")
      && !get_int (object, "principle", 0, STARLING_MAX_PRINCIPLES - 1,
                   &principle))
    return FALSE;
  item->principle = (int) principle;
  item->step = STARLING_NO_STEP;
  if (json_object_has_member (object, "step"))
    {
      if (get_string (object, "step") == NULL
          || !starling_step_from_id (get_string (object, "step"), &step))
        return FALSE;
      item->step = (int) step;
    }
  item->probe = (char *) get_string (object, "probe");
  return item->probe != NULL || !json_object_has_member (object, "probe");
}

/* Reads an item; its texts are those of @node. */
static gboolean
read_item (JsonNode *node, StarlingQuizItem *item)
{
  JsonObject *object
      = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  gint64 n_options, correct, round;

  *item = (StarlingQuizItem){ 0 };
  if (object == NULL || get_string (object, "scenario") == NULL
      || get_string (object, "question") == NULL
      || get_string (object, "kind") == NULL
      || !starling_question_kind_from_id (get_string (object, "kind"),
                                          &item->kind)
      || !read_place (object, item)
      || !get_int (object, "options", 1, STARLING_QUIZ_MAX_OPTIONS, &n_options)
      || !get_int (object, "correct", 0, n_options - 1, &correct)
      || !get_int (object, "round", 0, STARLING_QUIZ_MAX_RETURNS, &round))
    return FALSE;

  item->scenario = (char *) get_string (object, "scenario");
  item->question = (char *) get_string (object, "question");
  item->n_options = (guint) n_options;
  item->correct = (guint) correct;
  item->round = (guint) round;
  return TRUE;
}

/* The items with the answers that there are, one after the other. */
static gboolean
read_items (StarlingQuiz *self, JsonArray *items, JsonArray *answers)
{
  guint n = json_array_get_length (items);
  guint n_answers = json_array_get_length (answers);

  if (n > MAX_ITEMS || n_answers > n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      StarlingQuizItem item;
      StarlingQuizAnswer answer = { .position = i };
      gint64 choice;

      if (!read_item (json_array_get_element (items, i), &item))
        return FALSE;
      starling_quiz_add_round (self, &item);
      if (i >= n_answers)
        continue;
      if (!read_int (json_array_get_element (answers, i), -1,
                     item.n_options - 1, &choice))
        return FALSE;
      answer.choice = (int) choice;
      answer.correct = choice == item.correct;
      g_array_append_val (self->answers, answer);
    }
  return TRUE;
}

/* Whether each question is asked for the first time once, and again only
 * after a wrong answer. */
static gboolean
check_rounds (const StarlingQuiz *self)
{
  g_autoptr (GHashTable) last
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      const StarlingQuizItem *item = g_ptr_array_index (self->items, i);
      /* no id has a line break */
      g_autofree char *name
          = g_strconcat (item->scenario, "\n", item->question, NULL);
      gpointer place = g_hash_table_lookup (last, name);
      guint before = GPOINTER_TO_UINT (place);
      const StarlingQuizAnswer *answer = NULL;

      if ((item->round == 0) != (place == NULL))
        return FALSE;
      if (place != NULL)
        {
          const StarlingQuizItem *earlier
              = g_ptr_array_index (self->items, before - 1);

          answer = starling_quiz_get_answer (self, before - 1);
          if (answer == NULL || answer->correct
              || earlier->round + 1 != item->round
              || earlier->kind != item->kind)
            return FALSE;
        }
      g_hash_table_insert (last, g_steal_pointer (&name),
                           GUINT_TO_POINTER (i + 1));
    }
  return TRUE;
}

/* The slot at which the current item shows an option, or none. */
static int
find_slot (const StarlingQuiz *self, int option)
{
  const StarlingQuizItem *item = starling_quiz_get_current (self);

  for (guint slot = 0; slot < item->n_options; slot++)
    if ((int) self->options[slot] == option)
      return (int) slot;
  return -1;
}

/* Where the quiz stands: at the last answer, or behind it. */
static gboolean
read_state (StarlingQuiz *self, JsonObject *object)
{
  guint n = self->answers->len;
  const StarlingQuizItem *item = NULL;
  gint64 position, chosen;

  if (!get_int (object, "position", n > 0 ? n - 1 : 0, n, &position))
    return FALSE;
  self->position = (guint) position;
  starling_quiz_deal (self);
  item = starling_quiz_get_current (self);
  if (!get_int (object, "chosen", -1,
                item != NULL ? (gint64) item->n_options - 1 : -1, &chosen))
    return FALSE;
  self->chosen = (int) chosen;
  self->checked = position < n;
  return !self->checked
         || chosen
                == find_slot (self,
                              starling_quiz_get_answer (self, n - 1)->choice);
}

/**
 * starling_quiz_from_json:
 * @node: (nullable): what starling_quiz_to_json() wrote
 *
 * Returns: (transfer full) (nullable): the quiz as it stood; %NULL if @node is
 *   no quiz, or one that cannot have come about
 */
StarlingQuiz *
starling_quiz_from_json (JsonNode *node)
{
  g_autoptr (StarlingQuiz) self = NULL;
  JsonObject *object;
  JsonArray *items, *answers;
  gint64 version;
  guint64 seed;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;

  object = json_node_get_object (node);
  items = get_array (object, "items");
  answers = get_array (object, "answers");
  if (!get_int (object, "v", VERSION, VERSION, &version)
      || !read_seed (get_string (object, "seed"), &seed) || items == NULL
      || answers == NULL)
    return NULL;

  self = starling_quiz_new (seed);
  if (!read_items (self, items, answers) || !check_rounds (self)
      || !read_state (self, object))
    return NULL;
  return g_steal_pointer (&self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "quiz-draft.h"

#define NAME "quiz"
#define VERSION 1
#define MAX_MS (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)

static const char *
get_string (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_STRING
      || *json_node_get_string (node) == '\0')
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

static gboolean
get_boolean (JsonObject *object, const char *name, gboolean *value)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return FALSE;
  *value = json_node_get_boolean (node);
  return TRUE;
}

/* The ids of the events, one for each answer. */
static gboolean
read_events (StarlingQuizDraft *self, JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "events");
  JsonArray *events = node != NULL && JSON_NODE_HOLDS_ARRAY (node)
                          ? json_node_get_array (node)
                          : NULL;
  guint n = events != NULL ? json_array_get_length (events) : 0;

  if (events == NULL || n != starling_quiz_get_n_answers (self->quiz))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      JsonNode *event = json_array_get_element (events, i);

      if (json_node_get_value_type (event) != G_TYPE_STRING)
        return FALSE;
      g_ptr_array_add (self->events, json_node_dup_string (event));
    }
  return TRUE;
}

/* A draft as it was written; NULL if @node is none. */
static StarlingQuizDraft *
read_draft (JsonNode *node)
{
  g_autoptr (StarlingQuizDraft) self = g_new0 (StarlingQuizDraft, 1);
  JsonObject *object = node != NULL && JSON_NODE_HOLDS_OBJECT (node)
                           ? json_node_get_object (node)
                           : NULL;
  gint64 version;

  self->events = g_ptr_array_new_with_free_func (g_free);
  if (object == NULL || !get_int (object, "v", VERSION, VERSION, &version)
      || get_string (object, "scope") == NULL
      || get_string (object, "level") == NULL
      || !starling_level_from_id (get_string (object, "level"), &self->level)
      || !get_boolean (object, "timed", &self->timed)
      || get_string (object, "next") == NULL
      || !get_int (object, "spent_ms", 0, MAX_MS, &self->spent_ms))
    return NULL;

  self->scope = g_strdup (get_string (object, "scope"));
  self->next = g_strdup (get_string (object, "next"));
  self->quiz
      = starling_quiz_from_json (json_object_get_member (object, "quiz"));
  if (self->quiz == NULL || !read_events (self, object))
    return NULL;
  return g_steal_pointer (&self);
}

static gboolean
has_answer (StarlingProgress *progress, const char *event)
{
  return starling_progress_has_event (progress, event)
         && !starling_progress_is_void (progress, event);
}

/* The program may have ended before an answer was in the journal, and answers
 * can be taken back elsewhere: those questions are asked again. */
static void
drop_lost_answers (StarlingQuizDraft *self, StarlingProgress *progress)
{
  while (self->events->len > 0
         && !has_answer (progress, g_ptr_array_index (self->events,
                                                      self->events->len - 1)))
    {
      starling_quiz_undo (self->quiz);
      g_ptr_array_set_size (self->events, (int) self->events->len - 1);
      self->spent_ms = 0;
    }
}

/**
 * starling_quiz_draft_load:
 * @library: a loaded library
 *
 * Returns: (transfer full) (nullable): the quiz that was left, in which
 *   something was answered and not all is behind; %NULL if there is none that
 *   can be read
 */
StarlingQuizDraft *
starling_quiz_draft_load (StarlingLibrary *library)
{
  g_autoptr (JsonNode) node
      = starling_drafts_load_json (starling_library_get_drafts (library), NAME);
  g_autoptr (StarlingQuizDraft) self = read_draft (node);

  if (self == NULL)
    return NULL;
  drop_lost_answers (self, starling_library_get_progress (library));
  if (self->events->len == 0 || starling_quiz_is_finished (self->quiz))
    return NULL;
  return g_steal_pointer (&self);
}

static void
add_string (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

/**
 * starling_quiz_draft_save:
 * @library: the library
 * @draft: a quiz as it stands
 *
 * Keeps a quiz in the place of the one that is kept. Does not wait for the
 * disk.
 */
void
starling_quiz_draft_save (StarlingLibrary *library,
                          const StarlingQuizDraft *draft)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) node = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "v");
  json_builder_add_int_value (builder, VERSION);
  add_string (builder, "scope", draft->scope);
  add_string (builder, "level", starling_level_to_id (draft->level));
  json_builder_set_member_name (builder, "timed");
  json_builder_add_boolean_value (builder, draft->timed);
  json_builder_set_member_name (builder, "events");
  json_builder_begin_array (builder);
  for (guint i = 0; i < draft->events->len; i++)
    json_builder_add_string_value (builder,
                                   g_ptr_array_index (draft->events, i));
  json_builder_end_array (builder);
  add_string (builder, "next", draft->next);
  json_builder_set_member_name (builder, "spent_ms");
  json_builder_add_int_value (builder, MIN (draft->spent_ms, MAX_MS));
  json_builder_set_member_name (builder, "quiz");
  json_builder_add_value (builder, starling_quiz_to_json (draft->quiz));
  json_builder_end_object (builder);

  node = json_builder_get_root (builder);
  starling_drafts_save_json (starling_library_get_drafts (library), NAME, node);
}

/**
 * starling_quiz_draft_forget:
 * @library: the library
 *
 * Keeps no quiz any longer. Does not wait for the disk.
 */
void
starling_quiz_draft_forget (StarlingLibrary *library)
{
  starling_drafts_delete_async (starling_library_get_drafts (library), NAME,
                                NULL, NULL);
}

/**
 * starling_quiz_draft_free:
 * @self: (transfer full): a draft
 */
void
starling_quiz_draft_free (StarlingQuizDraft *self)
{
  g_clear_pointer (&self->scope, g_free);
  g_clear_pointer (&self->next, g_free);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_pointer (&self->quiz, starling_quiz_free);
  g_free (self);
}

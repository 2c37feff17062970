/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "take-oracle.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define STORY "webhook-drops"

static const char *const step_ids[TEST_N_STEPS]
    = { "situation", "task", "action", "result", "reflection" };
static const char *const dimension_ids[TEST_N_DIMENSIONS]
    = { "ownership", "specificity", "metrics", "reflection", "delivery" };

static JsonObject *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string (text, &error);

  g_assert_no_error (error);
  return json_object_ref (json_node_get_object (node));
}

static JsonArray *
get_list (JsonObject *object, const char *name)
{
  return json_object_has_member (object, name)
             ? json_object_get_array_member (object, name)
             : NULL;
}

static guint
get_length (JsonArray *list)
{
  return list != NULL ? json_array_get_length (list) : 0;
}

static const char *
get_text (JsonObject *object, const char *name)
{
  return json_object_get_string_member_with_default (object, name, "");
}

static int
find (const char *const *ids, const char *id)
{
  for (int i = 0; i < TEST_N_STEPS; i++)
    if (g_str_equal (ids[i], id))
      return i;
  return -1;
}

/* --- the story --- */

static JsonObject *
find_by_id (JsonArray *list, const char *member, const char *id)
{
  for (guint i = 0; i < get_length (list); i++)
    {
      JsonObject *object = json_array_get_object_element (list, i);

      if (g_str_equal (get_text (object, member), id))
        return object;
    }
  return NULL;
}

static gboolean
has_level (JsonObject *passage, const char *level)
{
  JsonArray *levels = get_list (passage, "levels");

  for (guint i = 0; i < get_length (levels); i++)
    if (g_str_equal (json_array_get_string_element (levels, i), level))
      return TRUE;
  return levels == NULL;
}

/* In small letters, with one sort of apostrophe. */
static char *
plain (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "’", -1);
  g_autofree char *joined = g_strjoinv ("'", parts);

  return g_utf8_strdown (joined, -1);
}

/* All that is spoken of a step. */
static char *
list_spoken (JsonObject *story, guint step, const char *level)
{
  JsonArray *passages
      = get_list (json_array_get_object_element (get_list (story, "steps"),
                                                 step),
                  "answer");
  g_autoptr (GString) spoken = g_string_new (NULL);

  if (step == TEST_N_STEPS - 1)
    passages
        = get_list (json_object_get_object_member (
                        json_object_get_object_member (story, "levels"), level),
                    "reflection");
  for (guint i = 0; i < get_length (passages); i++)
    {
      JsonObject *passage = json_array_get_object_element (passages, i);

      if (has_level (passage, level))
        g_string_append_printf (spoken, "%s\n", get_text (passage, "text"));
    }
  return plain (spoken->str);
}

static void
count_phrases (TestTake *take, JsonObject *story, JsonArray *said)
{
  g_autofree gboolean *used = g_new0 (gboolean, get_length (said) + 1);

  for (guint step = 0; step < TEST_N_STEPS; step++)
    {
      g_autofree char *spoken = list_spoken (story, step, take->level);
      JsonArray *phrases
          = get_list (json_array_get_object_element (get_list (story, "steps"),
                                                     step),
                      "key_phrases");

      for (guint i = 0; i < get_length (phrases); i++)
        {
          const char *phrase = json_array_get_string_element (phrases, i);
          g_autofree char *wanted = plain (phrase);

          if (strstr (spoken, wanted) == NULL)
            continue;
          take->phrases[step]++;
          for (guint j = 0; j < get_length (said); j++)
            if (!used[j]
                && g_str_equal (json_array_get_string_element (said, j),
                                phrase))
              {
                used[j] = TRUE;
                take->said[step]++;
                break;
              }
        }
    }
}

/* --- takes --- */

/* As DESIGN 5 has them for this story. */
static void
set_targets (TestTake *take)
{
  static const int short_ones[] = { 20, 14, 62, 14, 10 };
  static const int long_ones[] = { 30, 20, 90, 20, 15 };

  for (guint i = 0; i < TEST_N_STEPS; i++)
    if (take->target[i] == 0)
      take->target[i]
          = 1000
            * (g_str_equal (take->level, "sde1") ? short_ones : long_ones)[i];
}

static void
read_steps (TestTake *take, JsonArray *steps)
{
  for (guint i = 0; i < get_length (steps); i++)
    {
      JsonObject *object = json_array_get_object_element (steps, i);
      int step = find (step_ids, get_text (object, "step"));

      take->spent[step] += json_object_get_int_member (object, "spent_ms");
      take->target[step]
          = MAX (take->target[step],
                 json_object_get_int_member_with_default (object, "target_ms",
                                                          0));
    }
  set_targets (take);
}

static void
read_answers (TestTake *take, JsonObject *story, JsonArray *probes)
{
  static const char *const words[]
      = { "Not rated", "Weak", "Rather weak", "Rather strong", "Strong" };

  for (guint i = 0; i < get_length (probes); i++)
    {
      JsonObject *object = json_array_get_object_element (probes, i);
      JsonObject *probe = find_by_id (get_list (story, "probes"), "id",
                                      get_text (object, "probe"));
      gint64 ms = json_object_get_int_member_with_default (object, "ms", 0);
      gint64 target
          = json_object_get_int_member_with_default (object, "target_ms",
                                                     60000);
      gint64 rating
          = json_object_get_int_member_with_default (object, "rating", 0);

      take->n_answers++;
      take->n_weak += rating == 1 || rating == 2;
      g_string_append_printf (take->answers, "%s\n%s\n",
                              probe != NULL
                                  ? get_text (probe, "question")
                                  : "A question that the story no longer has",
                              words[rating]);
      if (ms == 0)
        g_string_append (take->answers, "not answered\n");
      else
        g_string_append_printf (take->answers,
                                "%" G_GINT64_FORMAT " of %" G_GINT64_FORMAT
                                " s\n",
                                (ms + 500) / 1000, (target + 500) / 1000);
    }
}

static void
read_rating (TestTake *take, JsonObject *rating)
{
  for (guint i = 0; i < TEST_N_DIMENSIONS; i++)
    if (json_object_has_member (rating, dimension_ids[i]))
      take->rating[i]
          = (int) json_object_get_int_member (rating, dimension_ids[i]);
}

static TestTake *
read_take (JsonObject *event, JsonObject *story)
{
  TestTake *take = g_new0 (TestTake, 1);

  take->id = g_strdup (get_text (event, "id"));
  take->at = g_strdup (get_text (event, "at"));
  take->offset
      = (int) json_object_get_int_member_with_default (event, "offset", 0);
  take->level = g_strdup (get_text (event, "level"));
  take->angle = g_strdup (get_text (event, "angle"));
  take->prompt = g_strdup (get_text (event, "prompt"));
  take->note = g_strdup (get_text (event, "note"));
  take->answers = g_string_new (NULL);
  read_steps (take, get_list (event, "steps"));
  count_phrases (take, story, get_list (event, "said"));
  read_answers (take, story, get_list (event, "probes"));
  if (json_object_has_member (event, "rating"))
    read_rating (take, json_object_get_object_member (event, "rating"));
  return take;
}

static void
free_take (gpointer data)
{
  TestTake *take = data;

  g_free (take->id);
  g_free (take->at);
  g_free (take->level);
  g_free (take->angle);
  g_free (take->prompt);
  g_free (take->note);
  g_string_free (take->answers, TRUE);
  g_free (take);
}

/* --- the journal --- */

/* An undo that is itself undone does not count. */
static gboolean
is_void (GPtrArray *events, const char *id)
{
  for (guint i = 0; i < events->len; i++)
    {
      JsonObject *event = g_ptr_array_index (events, i);

      if (g_str_equal (get_text (event, "type"), "undo")
          && g_str_equal (get_text (event, "of"), id)
          && !is_void (events, get_text (event, "id")))
        return TRUE;
    }
  return FALSE;
}

/* The times have one shape, so that their order is that of the letters. */
static int
compare (gconstpointer a, gconstpointer b)
{
  const TestTake *one = *(TestTake *const *) a, *other = *(TestTake *const *) b;
  int order = strcmp (one->at, other->at);

  return order != 0 ? order : strcmp (one->id, other->id);
}

static char *
load (const char *file)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (file, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/**
 * test_takes_read:
 * @journal: a journal's file
 * @pack: the file of the story's pack
 *
 * Returns: (transfer full) (element-type TestTake): the takes of the story that
 *   count, oldest first
 */
GPtrArray *
test_takes_read (const char *journal, const char *pack)
{
  g_autofree char *pack_text = load (pack);
  g_autofree char *text = load (journal);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (JsonObject) root = parse (pack_text);
  g_autoptr (GPtrArray) events
      = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
  JsonObject *story = find_by_id (get_list (root, "scenarios"), "id", STORY);
  GPtrArray *takes = g_ptr_array_new_with_free_func (free_take);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      g_ptr_array_add (events, parse (lines[i]));
  for (guint i = 0; i < events->len; i++)
    {
      JsonObject *event = g_ptr_array_index (events, i);

      if (g_str_equal (get_text (event, "type"), "rehearsal")
          && g_str_equal (get_text (event, "scenario"), STORY)
          && !is_void (events, get_text (event, "id")))
        g_ptr_array_add (takes, read_take (event, story));
    }
  g_ptr_array_sort (takes, compare);
  return takes;
}

/**
 * test_takes_find:
 * @takes: (element-type TestTake): takes
 * @id: the id of an event
 *
 * Returns: (transfer none): the take
 */
TestTake *
test_takes_find (GPtrArray *takes, const char *id)
{
  for (guint i = 0; i < takes->len; i++)
    {
      TestTake *take = g_ptr_array_index (takes, i);

      if (g_str_equal (take->id, id))
        return take;
    }
  g_error ("There is no take %s", id);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/json-shape.h"

#include <string.h>

const StarlingShape starling_shape_any = { .kind = STARLING_SHAPE_ANY };

const StarlingShape starling_shape_id = {
  .kind = STARLING_SHAPE_STRING,
  .what = "an id of small letters and digits, joined by single hyphens "
          "(such as \"my-story\")",
  .min = 1,
  .max = STARLING_SHAPE_ID_MAX,
  .accepts = starling_shape_is_id,
};

const StarlingShape starling_shape_line = {
  .kind = STARLING_SHAPE_STRING,
  .what = "a text of 1 to 300 characters",
  .min = 1,
  .max = STARLING_SHAPE_LINE_MAX,
};

const StarlingShape starling_shape_text = {
  .kind = STARLING_SHAPE_STRING,
  .what = "a text of 1 to 4000 characters",
  .min = 1,
  .max = STARLING_SHAPE_TEXT_MAX,
};

/* [a-z]{2,3}(-[A-Za-z0-9]{2,8})* */
static gboolean
is_language (const char *value, gpointer data)
{
  guint n = 0;

  while (g_ascii_islower (value[n]))
    n++;
  if (n < 2 || n > 3)
    return FALSE;
  for (value += n; *value == '-'; value += n + 1)
    {
      for (n = 0; g_ascii_isalnum (value[n + 1]);)
        n++;
      if (n < 2 || n > 8)
        return FALSE;
    }
  return *value == '\0';
}

const StarlingShape starling_shape_version = {
  .kind = STARLING_SHAPE_INTEGER,
  .what = "1",
  .min = 1,
  .max = 1,
};

const StarlingShape starling_shape_language = {
  .kind = STARLING_SHAPE_STRING,
  .what = "a language tag (such as \"en\" or \"pt-BR\")",
  .accepts = is_language,
};

const StarlingShape starling_shape_authors = {
  .kind = STARLING_SHAPE_ARRAY,
  .what = "a list of authors",
  .max = 64,
  .items = &starling_shape_line,
};

#define MAX_EXCERPT 40

/* Complains of @node: an error. */
#define COMPLAIN(json, node, ...)                                              \
  starling_json_complain ((json), STARLING_SEVERITY_ERROR, (node), __VA_ARGS__)

static const char *
describe_kind (StarlingJsonKind kind)
{
  static const char *const names[] = {
    [STARLING_JSON_BAD] = "this",          [STARLING_JSON_NULL] = "null",
    [STARLING_JSON_BOOLEAN] = "a boolean", [STARLING_JSON_NUMBER] = "a number",
    [STARLING_JSON_STRING] = "a text",     [STARLING_JSON_ARRAY] = "a list",
    [STARLING_JSON_OBJECT] = "an object",
  };

  return names[kind];
}

/* @value for a message: its beginning, without what may not be shown. */
static char *
excerpt (const char *value)
{
  GString *text = g_string_new (NULL);
  guint n = 0;

  for (const char *p = value; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (n++ == MAX_EXCERPT)
        {
          g_string_append (text, "…");
          break;
        }
      g_string_append_unichar (text, g_unichar_isprint (c) ? c : 0xfffd);
    }
  return g_string_free (text, FALSE);
}

static void
check_string (const StarlingShape *shape,
              StarlingJson *json,
              guint node,
              gpointer data)
{
  g_autofree char *value = starling_json_dup_string (json, node);
  glong length = g_utf8_strlen (value, -1);

  if (length < shape->min)
    COMPLAIN (json, node, "write %s here: the text is empty", shape->what);
  else if (shape->max > 0 && length > shape->max)
    COMPLAIN (json, node,
              "write %s here: this has %ld characters, at most %d are allowed",
              shape->what, length, (int) shape->max);
  else if (shape->accepts != NULL && !shape->accepts (value, data))
    {
      g_autofree char *start = excerpt (value);

      COMPLAIN (json, node, "write %s here, not \"%s\"", shape->what, start);
    }
}

static void
check_integer (const StarlingShape *shape, StarlingJson *json, guint node)
{
  gint64 value;

  if (!starling_json_get_integer (json, node, &value) || value < shape->min
      || value > shape->max)
    COMPLAIN (json, node, "write %s here", shape->what);
}

/* The text by which @item must differ from the others, or NULL. */
static char *
dup_key (const StarlingShape *shape, StarlingJson *json, guint *item)
{
  if (shape->unique_member != NULL)
    {
      *item = starling_json_find (json, *item, shape->unique_member);
      if (*item == 0)
        return NULL;
    }
  return starling_json_dup_string (json, *item);
}

static void
check_unique (const StarlingShape *shape, StarlingJson *json, guint node)
{
  g_autoptr (GHashTable) seen
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint item = starling_json_get_first (json, node); item != 0;
       item = starling_json_get_next (json, item))
    {
      guint at = item;
      char *key = dup_key (shape, json, &at);

      if (key != NULL && g_hash_table_contains (seen, key))
        {
          g_autofree char *start = excerpt (key);

          COMPLAIN (json, at, "%s: \"%s\" stands further up in the list",
                    shape->unique_member != NULL ? "write another one here"
                                                 : "remove this",
                    start);
        }
      if (key != NULL)
        g_hash_table_add (seen, key);
    }
}

static void
check_array (const StarlingShape *shape,
             StarlingJson *json,
             guint node,
             gpointer data)
{
  const gint64 n_items = starling_json_get (json, node)->n_children;
  gint64 i = 0;

  if (n_items < shape->min)
    COMPLAIN (json, node, "list at least %d here: there %s %d",
              (int) shape->min, n_items == 1 ? "is" : "are", (int) n_items);
  if (shape->max > 0 && n_items > shape->max)
    COMPLAIN (json, node, "list at most %d here: there are %d",
              (int) shape->max, (int) n_items);

  for (guint item = starling_json_get_first (json, node);
       item != 0 && (shape->max == 0 || i < shape->max);
       item = starling_json_get_next (json, item), i++)
    starling_shape_check (shape->items, json, item, data);
  if (shape->unique || shape->unique_member != NULL)
    check_unique (shape, json, node);
}

static const StarlingShapeMember *
find_member (const StarlingShape *shape, StarlingJson *json, guint node)
{
  for (const StarlingShapeMember *member = shape->members; member->name != NULL;
       member++)
    if (starling_json_has_name (json, node, member->name))
      return member;
  return NULL;
}

static void
complain_unknown (const StarlingShape *shape, StarlingJson *json, guint node)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (const StarlingShapeMember *member = shape->members; member->name != NULL;
       member++)
    g_string_append_printf (names, "%s\"%s\"", names->len > 0 ? ", " : "",
                            member->name);
  COMPLAIN (json, node, "remove this: only %s may stand here", names->str);
}

static void
check_object (const StarlingShape *shape,
              StarlingJson *json,
              guint node,
              gpointer data)
{
  for (guint child = starling_json_get_first (json, node); child != 0;
       child = starling_json_get_next (json, child))
    {
      const StarlingShapeMember *member = find_member (shape, json, child);

      if (member != NULL)
        starling_shape_check (member->shape, json, child, data);
      else if (shape->closed)
        complain_unknown (shape, json, child);
    }

  for (const StarlingShapeMember *member = shape->members; member->name != NULL;
       member++)
    if (member->required && starling_json_find (json, node, member->name) == 0)
      COMPLAIN (json, node, "add the member \"%s\": %s", member->name,
                member->shape->what);
}

/**
 * starling_shape_check:
 * @shape: what the value has to look like
 * @json: an index that was scanned
 * @node: number of the value
 * @data: for the functions of @shape and the shapes inside it
 *
 * Complains of everything in the value that does not fit. Members that
 * @shape does not name are left alone, unless it is closed.
 */
void
starling_shape_check (const StarlingShape *shape,
                      StarlingJson *json,
                      guint node,
                      gpointer data)
{
  static const StarlingJsonKind kinds[] = {
    [STARLING_SHAPE_STRING] = STARLING_JSON_STRING,
    [STARLING_SHAPE_INTEGER] = STARLING_JSON_NUMBER,
    [STARLING_SHAPE_ARRAY] = STARLING_JSON_ARRAY,
    [STARLING_SHAPE_OBJECT] = STARLING_JSON_OBJECT,
  };
  const StarlingJsonKind kind = starling_json_get (json, node)->kind;

  if (shape->kind == STARLING_SHAPE_ANY || kind == STARLING_JSON_BAD)
    return;
  if (kind != kinds[shape->kind])
    {
      COMPLAIN (json, node, "write %s here, not %s", shape->what,
                describe_kind (kind));
      return;
    }

  switch (shape->kind)
    {
    case STARLING_SHAPE_STRING:
      check_string (shape, json, node, data);
      break;
    case STARLING_SHAPE_INTEGER:
      check_integer (shape, json, node);
      break;
    case STARLING_SHAPE_ARRAY:
      check_array (shape, json, node, data);
      break;
    case STARLING_SHAPE_OBJECT:
      check_object (shape, json, node, data);
      break;
    case STARLING_SHAPE_ANY:
    default:
      break;
    }
  if (shape->check != NULL)
    shape->check (json, node, data);
}

/**
 * starling_shape_is_id:
 * @value: a text
 * @data: not used
 *
 * Returns: whether @value is `[a-z0-9]+(-[a-z0-9]+)*`
 */
gboolean
starling_shape_is_id (const char *value, gpointer data)
{
  gboolean after_hyphen = TRUE;

  for (const char *p = value; *p != '\0'; p++)
    {
      if (!g_ascii_islower (*p) && !g_ascii_isdigit (*p)
          && (*p != '-' || after_hyphen))
        return FALSE;
      after_hyphen = *p == '-';
    }
  return !after_hyphen;
}

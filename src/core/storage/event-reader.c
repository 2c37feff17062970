/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/event-reader.h"

#include <string.h>

/**
 * starling_reader_complain:
 * @reader: of an object
 * @format: what is wrong, as for printf()
 *
 * Keeps the complaint, unless there is one already.
 *
 * Returns: %FALSE
 */
gboolean
starling_reader_complain (StarlingReader *reader, const char *format, ...)
{
  va_list args;

  if (reader->complaint != NULL)
    return FALSE;
  va_start (args, format);
  reader->complaint = g_strdup_vprintf (format, args);
  va_end (args);
  return FALSE;
}

static gboolean
is_kind (StarlingReader *reader, guint node, StarlingJsonKind kind)
{
  return starling_json_get (reader->json, node)->kind == kind;
}

/**
 * starling_reader_dup_raw:
 * @reader: of an object
 * @node: a value
 *
 * Returns: (transfer full): the value as it is written
 */
char *
starling_reader_dup_raw (StarlingReader *reader, guint node)
{
  const StarlingJsonNode *value = starling_json_get (reader->json, node);

  return g_strndup (reader->text + value->start, value->end - value->start);
}

/* What a value is, short enough for a message. */
static char *
describe (StarlingReader *reader, guint node)
{
  g_autofree char *text = starling_reader_dup_raw (reader, node);

  if (g_utf8_strlen (text, -1) > 40)
    {
      g_autofree char *head = g_utf8_substring (text, 0, 39);

      return g_strconcat (head, "…", NULL);
    }
  return g_steal_pointer (&text);
}

/**
 * starling_reader_get:
 * @reader: of an object
 * @name: a member
 * @required: whether it must be there
 *
 * Looks a member up. An optional one that is null counts as absent.
 *
 * Returns: the number of its value; 0 with a complaint if it is required and
 *   missing, else without one
 */
guint
starling_reader_get (StarlingReader *reader,
                     const char *name,
                     gboolean required)
{
  guint node = starling_json_find (reader->json, reader->object, name);

  if (node == 0 && required)
    starling_reader_complain (reader, "\"%s\" is missing", name);
  if (node != 0 && !required && is_kind (reader, node, STARLING_JSON_NULL))
    return 0;
  return node;
}

/**
 * starling_reader_refuse:
 * @reader: of an object
 * @name: a member
 * @node: what it holds
 * @wanted: what it must be instead
 *
 * Complains of the value of a member.
 *
 * Returns: %FALSE
 */
gboolean
starling_reader_refuse (StarlingReader *reader,
                        const char *name,
                        guint node,
                        const char *wanted)
{
  g_autofree char *got = describe (reader, node);

  return starling_reader_complain (reader, "\"%s\" must be %s, not %s", name,
                                   wanted, got);
}

/**
 * starling_reader_text:
 * @reader: of an object
 * @name: an optional member
 * @out: (out) (transfer full): any text
 *
 * Returns: %FALSE on a complaint
 */
gboolean
starling_reader_text (StarlingReader *reader, const char *name, char **out)
{
  guint node = starling_reader_get (reader, name, STARLING_OPTIONAL);

  if (node == 0)
    return reader->complaint == NULL;
  if (!is_kind (reader, node, STARLING_JSON_STRING))
    return starling_reader_refuse (reader, name, node, "a string");
  *out = starling_json_dup_string (reader->json, node);
  return TRUE;
}

/* Whether no reader shows @c: control characters, and those that reorder. */
static gboolean
is_hidden (gunichar c)
{
  return g_unichar_iscntrl (c) || (c >= 0x202a && c <= 0x202e)
         || (c >= 0x2066 && c <= 0x2069);
}

static gboolean
is_id (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (is_hidden (g_utf8_get_char (p)))
      return FALSE;
  return *text != '\0' && g_utf8_strlen (text, -1) <= STARLING_EVENT_MAX_ID;
}

/**
 * starling_reader_id:
 * @reader: of an object
 * @name: a member
 * @required: whether it must be there
 * @out: (out) (transfer full): a name: one line, neither empty nor long
 *
 * Returns: %FALSE on a complaint
 */
gboolean
starling_reader_id (StarlingReader *reader,
                    const char *name,
                    gboolean required,
                    char **out)
{
  guint node = starling_reader_get (reader, name, required);
  g_autofree char *text = NULL;

  if (node == 0)
    return reader->complaint == NULL;
  if (is_kind (reader, node, STARLING_JSON_STRING))
    text = starling_json_dup_string (reader->json, node);
  if (text == NULL || !is_id (text))
    return starling_reader_refuse (reader, name, node,
                                   "a name, written as a string");
  *out = g_steal_pointer (&text);
  return TRUE;
}

/**
 * starling_reader_int:
 * @reader: of an object
 * @name: a member
 * @required: whether it must be there
 * @min: the least allowed
 * @max: the most allowed
 * @out: (out): a whole number
 *
 * Returns: %FALSE on a complaint
 */
gboolean
starling_reader_int (StarlingReader *reader,
                     const char *name,
                     gboolean required,
                     gint64 min,
                     gint64 max,
                     gint64 *out)
{
  guint node = starling_reader_get (reader, name, required);
  g_autofree char *wanted = NULL;
  gint64 value = 0;

  if (node == 0)
    return reader->complaint == NULL;
  if (starling_json_get_integer (reader->json, node, &value) && value >= min
      && value <= max)
    {
      *out = value;
      return TRUE;
    }
  wanted = g_strdup_printf ("a whole number from %" G_GINT64_FORMAT
                            " to %" G_GINT64_FORMAT,
                            min, max);
  return starling_reader_refuse (reader, name, node, wanted);
}

/**
 * starling_reader_small:
 * @reader: of an object
 * @name: a member
 * @required: whether it must be there
 * @min: the least allowed
 * @max: the most allowed
 * @out: (out): a whole number
 *
 * As starling_reader_int(), for numbers that an int holds.
 *
 * Returns: %FALSE on a complaint
 */
gboolean
starling_reader_small (StarlingReader *reader,
                       const char *name,
                       gboolean required,
                       int min,
                       int max,
                       int *out)
{
  gint64 value = *out;

  if (!starling_reader_int (reader, name, required, min, max, &value))
    return FALSE;
  *out = (int) value;
  return TRUE;
}

/**
 * starling_reader_boolean:
 * @reader: of an object
 * @name: a member that must be there
 * @out: (out): its value
 *
 * Returns: %FALSE on a complaint
 */
gboolean
starling_reader_boolean (StarlingReader *reader,
                         const char *name,
                         gboolean *out)
{
  guint node = starling_reader_get (reader, name, STARLING_REQUIRED);

  if (node == 0)
    return FALSE;
  if (!is_kind (reader, node, STARLING_JSON_BOOLEAN))
    return starling_reader_refuse (reader, name, node, "true or false");
  *out = reader->text[starling_json_get (reader->json, node)->start] == 't';
  return TRUE;
}

/* Whether @text is one of @choices, a list with bars between. */
static gboolean
is_choice (const char *text, const char *choices)
{
  gsize length = strlen (text);

  for (const char *p = choices; p != NULL;)
    {
      const char *bar = strchr (p, '|');
      gsize n = bar == NULL ? strlen (p) : (gsize) (bar - p);

      if (n == length && strncmp (p, text, n) == 0)
        return TRUE;
      p = bar == NULL ? NULL : bar + 1;
    }
  return FALSE;
}

/**
 * starling_reader_choice:
 * @reader: of an object
 * @name: a member
 * @required: whether it must be there
 * @choices: the strings allowed, such as `full|cues|bare`
 * @out: (out) (transfer full): the string
 *
 * Reads one of a few words.
 *
 * Returns: %FALSE on a complaint
 */
gboolean
starling_reader_choice (StarlingReader *reader,
                        const char *name,
                        gboolean required,
                        const char *choices,
                        char **out)
{
  guint node = starling_reader_get (reader, name, required);
  g_autofree char *text = NULL;

  if (node == 0)
    return reader->complaint == NULL;
  if (is_kind (reader, node, STARLING_JSON_STRING))
    text = starling_json_dup_string (reader->json, node);
  if (text == NULL || !is_choice (text, choices))
    {
      g_auto (GStrv) list = g_strsplit (choices, "|", -1);
      g_autofree char *joined = g_strjoinv (", ", list);
      g_autofree char *wanted = g_strconcat ("one of ", joined, NULL);

      return starling_reader_refuse (reader, name, node, wanted);
    }
  *out = g_steal_pointer (&text);
  return TRUE;
}

/**
 * starling_reader_level:
 * @reader: of an object with a member `level`
 * @required: whether it must be there
 * @out: (out): a #StarlingLevel
 *
 * Returns: %FALSE on a complaint
 */
gboolean
starling_reader_level (StarlingReader *reader, gboolean required, int *out)
{
  g_autofree char *id = NULL;
  StarlingLevel level = STARLING_LEVEL_SDE1;

  if (!starling_reader_choice (reader, "level", required, "sde1|sde2|senior",
                               &id))
    return FALSE;
  if (id != NULL && starling_level_from_id (id, &level))
    *out = (int) level;
  return TRUE;
}

/* Looks an optional list up; 0 if there is none. */
static guint
get_list (StarlingReader *reader, const char *name)
{
  guint node = starling_reader_get (reader, name, STARLING_OPTIONAL);

  if (node != 0 && !is_kind (reader, node, STARLING_JSON_ARRAY))
    {
      starling_reader_refuse (reader, name, node, "a list in [ ]");
      return 0;
    }
  return node;
}

/**
 * starling_reader_strings:
 * @reader: of an object
 * @name: an optional member
 * @out: (out) (transfer full) (array zero-terminated=1): any texts
 *
 * Returns: %FALSE on a complaint
 */
gboolean
starling_reader_strings (StarlingReader *reader, const char *name, char ***out)
{
  guint list = get_list (reader, name);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (list == 0)
    return reader->complaint == NULL;
  for (guint node = starling_json_get_first (reader->json, list); node != 0;
       node = starling_json_get_next (reader->json, node))
    {
      g_autofree char *text = NULL;

      if (!is_kind (reader, node, STARLING_JSON_STRING))
        return starling_reader_refuse (reader, name, node, "a list of strings");
      text = starling_json_dup_string (reader->json, node);
      g_strv_builder_add (builder, text);
    }
  *out = g_strv_builder_end (builder);
  return TRUE;
}

/**
 * starling_reader_objects:
 * @reader: of an object
 * @name: an optional member
 * @read_item: reads one object of the list into the event
 * @event: the event
 *
 * Reads a list of objects.
 *
 * Returns: %FALSE on a complaint, which then names the place in the list
 */
gboolean
starling_reader_objects (StarlingReader *reader,
                         const char *name,
                         gboolean (*read_item) (StarlingReader *item,
                                                StarlingEvent *event),
                         StarlingEvent *event)
{
  guint list = get_list (reader, name);
  guint place = 0;

  if (list == 0)
    return reader->complaint == NULL;
  for (guint node = starling_json_get_first (reader->json, list); node != 0;
       node = starling_json_get_next (reader->json, node))
    {
      StarlingReader item = *reader;

      place++;
      if (!is_kind (reader, node, STARLING_JSON_OBJECT))
        return starling_reader_refuse (reader, name, node,
                                       "a list of objects in { }");
      item.object = node;
      if (!read_item (&item, event))
        {
          starling_reader_complain (reader, "in \"%s\" at place %u: %s", name,
                                    place, item.complaint);
          g_free (item.complaint);
          return FALSE;
        }
    }
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/event-reader.h"

#include "base/clock.h"
#include "base/error.h"

#include <string.h>

#define VERSION 1
#define MAX_OFFSET (24 * 60)

/* Members that every event has; the others belong to its type. */
static const char *const header[] = { "v", "id", "at", "offset", "type", NULL };

static gboolean
set_invalid (GError **error, const char *complaint)
{
  g_set_error_literal (error, STARLING_JOURNAL_ERROR,
                       STARLING_JOURNAL_ERROR_INVALID_EVENT, complaint);
  return FALSE;
}

/* Reads strict JSON; @text is followed by a 0 byte, and must be kept. */
static StarlingJson *
parse_object (const char *text, gsize length, GError **error)
{
  g_autoptr (StarlingJson) json = NULL;
  g_autoptr (GPtrArray) complaints = NULL;

  if (length >= STARLING_EVENT_MAX_BYTES)
    {
      g_set_error_literal (error, STARLING_JOURNAL_ERROR,
                           STARLING_JOURNAL_ERROR_TOO_LONG,
                           "an event must be shorter than 1 MiB");
      return NULL;
    }

  json = starling_json_new (text, length);
  starling_json_set_lenient (json);
  if (starling_json_scan (json) && starling_json_get_n_errors (json) == 0)
    {
      if (starling_json_get (json, 0)->kind == STARLING_JSON_OBJECT
          && memchr (text, '\n', length) == NULL)
        return g_steal_pointer (&json);
      set_invalid (error, "an event must be a JSON object on one line");
      return NULL;
    }

  complaints = starling_json_steal_complaints (json);
  if (complaints->len == 0)
    set_invalid (error, "this is not JSON");
  else
    {
      const StarlingComplaint *first = g_ptr_array_index (complaints, 0);
      g_autofree char *message
          = g_strdup_printf ("%s (at byte %" G_GSIZE_FORMAT ")", first->message,
                             first->offset + 1);

      set_invalid (error, message);
    }
  return NULL;
}

/* Reads `id` and `at`, without which a line has no place in the journal, and
 * the zone that `at` is written in. */
static gboolean
read_identity (StarlingEvent *self,
               StarlingReader *reader,
               gboolean required,
               int *zone)
{
  g_autofree char *at = NULL;

  if (!starling_reader_id (reader, "id", required, &self->id)
      || !starling_reader_id (reader, "at", required, &at))
    return FALSE;
  if (at != NULL && !starling_time_parse_utc (at, &self->at, zone))
    return starling_reader_complain (
        reader,
        "\"at\" must be a time such as \"2026-11-23T09:15:00.250Z\", not "
        "\"%s\"",
        at);
  return TRUE;
}

/* Reads the rest: version, offset, type and the members of the type. */
static gboolean
read_rest (StarlingEvent *self, StarlingReader *reader)
{
  g_autofree char *type = NULL;
  int v = VERSION;

  if (!starling_reader_small (reader, "v", STARLING_OPTIONAL, VERSION, VERSION,
                              &v)
      || !starling_reader_small (reader, "offset", STARLING_OPTIONAL,
                                 -MAX_OFFSET, MAX_OFFSET, &self->offset)
      || !starling_reader_id (reader, "type", STARLING_REQUIRED, &type))
    return FALSE;
  self->type = starling_event_type_from_id (type);
  if (self->type == STARLING_EVENT_UNKNOWN)
    return starling_reader_complain (
        reader,
        "\"type\" must be one of review, rehearsal, quiz, card, undo, forget, "
        "goal, settings, loop, loop-end, finding, not \"%s\"",
        type);
  return starling_event_read_members (self, reader);
}

/* Whether the line is of a newer version, or of an unknown type. */
static gboolean
is_foreign (StarlingReader *reader)
{
  guint v = starling_json_find (reader->json, 0, "v");
  guint type = starling_json_find (reader->json, 0, "type");
  gint64 version = VERSION;
  g_autofree char *id = NULL;

  if (v != 0 && starling_json_get_integer (reader->json, v, &version)
      && version > VERSION)
    return TRUE;
  if (type != 0)
    id = starling_json_dup_string (reader->json, type);
  return id != NULL
         && starling_event_type_from_id (id) == STARLING_EVENT_UNKNOWN;
}

/* The members of the type, unknown ones included, as they are written. */
static char *
dup_members (StarlingReader *reader)
{
  GString *text = g_string_new (NULL);

  for (guint node = starling_json_get_first (reader->json, 0); node != 0;
       node = starling_json_get_next (reader->json, node))
    {
      g_autofree char *name = starling_json_dup_name (reader->json, node);
      const StarlingJsonNode *value = starling_json_get (reader->json, node);

      if (g_strv_contains (header, name))
        continue;
      if (text->len > 0)
        g_string_append_c (text, ',');
      g_string_append_len (text, reader->text + value->name,
                           value->end - value->name);
    }
  return g_string_free (text, FALSE);
}

/**
 * starling_event_parse:
 * @line: a line of the journal
 * @length: its bytes, newline not included; -1 if it is NUL-terminated
 * @error: return location for an error
 *
 * Reads what stands in the journal. A line of an unknown type, of a newer
 * version or with wrong members is an event %STARLING_EVENT_UNKNOWN, which
 * keeps its place and is otherwise ignored.
 *
 * Returns: (transfer full) (nullable): the event; %NULL with
 *   %STARLING_JOURNAL_ERROR_INVALID_EVENT if @line is not a JSON object with
 *   `id` and `at`, with %STARLING_JOURNAL_ERROR_FOREIGN if it lacks these, but
 *   is of a newer version or an unknown type, with
 *   %STARLING_JOURNAL_ERROR_TOO_LONG from 1 MiB
 */
StarlingEvent *
starling_event_parse (const char *line, gssize length, GError **error)
{
  g_autoptr (StarlingEvent) self = NULL;
  g_autoptr (StarlingJson) json = NULL;
  StarlingReader reader = { 0 };
  gsize n = length < 0 ? strlen (line) : (gsize) length;
  g_autofree char *text = g_strndup (line, n);

  json = parse_object (text, n, error);
  if (json == NULL)
    return NULL;

  self = starling_event_new (STARLING_EVENT_UNKNOWN);
  self->offset = 0;
  reader.json = json;
  reader.text = text;
  if (!read_identity (self, &reader, STARLING_REQUIRED, NULL))
    {
      g_set_error_literal (error, STARLING_JOURNAL_ERROR,
                           is_foreign (&reader)
                               ? STARLING_JOURNAL_ERROR_FOREIGN
                               : STARLING_JOURNAL_ERROR_INVALID_EVENT,
                           reader.complaint);
      g_free (reader.complaint);
      return NULL;
    }
  if (!read_rest (self, &reader))
    {
      g_autoptr (StarlingEvent) unknown
          = starling_event_new (STARLING_EVENT_UNKNOWN);

      unknown->id = g_strdup (self->id);
      unknown->at = self->at;
      unknown->offset = 0;
      unknown->line = g_steal_pointer (&text);
      g_free (reader.complaint);
      return g_steal_pointer (&unknown);
    }
  self->line = g_steal_pointer (&text);
  return g_steal_pointer (&self);
}

/**
 * starling_event_parse_input:
 * @line: a JSON object
 * @length: its bytes; -1 if it is NUL-terminated
 * @error: return location for an error
 *
 * Reads an event that is to be recorded. `v`, `id`, `at` and `offset` may be
 * absent: `id` is %NULL then, `at` %STARLING_AT_UNSET; an absent `offset` is
 * that of the time, if it is given in a zone of its own. Unknown members are
 * kept.
 *
 * Returns: (transfer full) (nullable): the event; %NULL with
 *   %STARLING_JOURNAL_ERROR_INVALID_EVENT and a message that says what to
 *   write, or with %STARLING_JOURNAL_ERROR_TOO_LONG from 1 MiB
 */
StarlingEvent *
starling_event_parse_input (const char *line, gssize length, GError **error)
{
  g_autoptr (StarlingEvent) self = NULL;
  g_autoptr (StarlingJson) json = NULL;
  StarlingReader reader = { 0 };
  gsize n = length < 0 ? strlen (line) : (gsize) length;
  g_autofree char *text = g_strndup (line, n);
  int zone = 0;

  json = parse_object (text, n, error);
  if (json == NULL)
    return NULL;

  self = starling_event_new (STARLING_EVENT_UNKNOWN);
  reader.json = json;
  reader.text = text;
  if (!read_identity (self, &reader, STARLING_OPTIONAL, &zone)
      || !read_rest (self, &reader))
    {
      set_invalid (error, reader.complaint);
      g_free (reader.complaint);
      return NULL;
    }
  if (self->offset == STARLING_OFFSET_UNSET && zone != 0)
    self->offset = zone;
  self->members = dup_members (&reader);
  return g_steal_pointer (&self);
}

/**
 * starling_event_validate:
 * @self: an event that is to be recorded
 * @error: return location for an error
 *
 * Returns: %FALSE with %STARLING_JOURNAL_ERROR_INVALID_EVENT if a member is
 *   missing or has a wrong value, with %STARLING_JOURNAL_ERROR_TOO_LONG if
 *   the event would take more than 1 MiB
 */
gboolean
starling_event_validate (const StarlingEvent *self, GError **error)
{
  g_autofree char *line = starling_event_to_line (self);
  g_autoptr (StarlingEvent) copy = starling_event_parse_input (line, -1, error);

  return copy != NULL;
}

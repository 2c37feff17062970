/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/json-private.h"

#include <string.h>

/*
 * The pass over the text. A fault that leaves no doubt about what follows
 * (a comment, a trailing comma, a wrong number) is complained of and skipped;
 * any other stops the pass.
 */

static guint scan_value (StarlingJson *self, guint position, gsize name);

static gsize
get_offset (StarlingJson *self)
{
  return (gsize) (self->p - self->text);
}

static void
skip_comment (StarlingJson *self)
{
  const char *end;

  starling_json_complain_here (self, get_offset (self),
                               "remove this comment: JSON has none");
  if (self->p[0] == '/' && self->p[1] == '*')
    {
      end = g_strstr_len (self->p + 2, self->end - self->p - 2, "*/");
      self->p = end != NULL ? end + 2 : self->end;
    }
  else
    {
      end = memchr (self->p, '\n', (gsize) (self->end - self->p));
      self->p = end != NULL ? end : self->end;
    }
}

static void
skip_space (StarlingJson *self)
{
  for (;;)
    {
      char c = *self->p;

      if (c == ' ' || c == '\n' || c == '\r' || c == '\t')
        self->p++;
      else if (c == '#'
               || (c == '/' && (self->p[1] == '/' || self->p[1] == '*')))
        skip_comment (self);
      else
        return;
    }
}

/* Goes into the container @node; FALSE if that is too deep. */
static gboolean
enter (StarlingJson *self, guint node)
{
  if (self->depth == STARLING_JSON_MAX_DEPTH)
    {
      self->doubtful = FALSE;
      starling_json_stop (self, "nest less deeply: at most 64 levels");
      return FALSE;
    }
  self->container = node;
  self->depth++;
  self->p++;
  skip_space (self);
  return TRUE;
}

static void
leave (StarlingJson *self, guint node)
{
  self->container = starling_json_get (self, node)->parent;
  self->depth--;
}

/* Moves behind a comma, or @close; returns whether another value follows. */
static gboolean
scan_separator (StarlingJson *self, char close)
{
  gsize comma;

  skip_space (self);
  comma = get_offset (self);
  if (*self->p == close)
    {
      self->p++;
      return FALSE;
    }
  if (*self->p != ',')
    {
      starling_json_stop_at_next (self, close == '}' ? "a comma or }"
                                                     : "a comma or ]");
      return FALSE;
    }
  self->p++;
  skip_space (self);
  if (*self->p != close)
    return TRUE;
  starling_json_complain_here (self, comma,
                               "remove this comma: no value follows it");
  self->p++;
  return FALSE;
}

static void
scan_array (StarlingJson *self, guint node)
{
  guint position = 0, last = 0;

  if (!enter (self, node))
    return;
  if (*self->p == ']')
    self->p++;
  else
    do
      {
        guint child = scan_value (self, position++, 0);

        if (self->stopped)
          return;
        if (last != 0)
          g_array_index (self->nodes, StarlingJsonNode, last).next = child;
        last = child;
      }
    while (scan_separator (self, ']'));
  if (self->stopped)
    return;
  g_array_index (self->nodes, StarlingJsonNode, node).n_children = position;
  leave (self, node);
}

/* Moves behind a member's name and colon. */
static gboolean
scan_name (StarlingJson *self, guint object, guint32 *name)
{
  *name = (guint32) get_offset (self);
  if (*self->p != '"' && *self->p != '\'')
    {
      starling_json_stop_at_next (self, "a name in double quotation marks");
      return FALSE;
    }
  starling_json_scan_string (self, object, TRUE);
  if (self->stopped)
    return FALSE;
  g_array_append_val (self->names, *name);
  skip_space (self);
  if (*self->p != ':')
    {
      starling_json_stop_at_next (self, "a colon");
      return FALSE;
    }
  self->p++;
  skip_space (self);
  return TRUE;
}

static void
scan_object (StarlingJson *self, guint node)
{
  guint first_name = self->names->len;
  guint position = 0, last = 0;

  if (!enter (self, node))
    return;
  if (*self->p == '}')
    self->p++;
  else
    do
      {
        guint32 name;
        guint child;

        if (!scan_name (self, node, &name))
          return;
        child = scan_value (self, position++, name);
        if (self->stopped)
          return;
        if (last != 0)
          g_array_index (self->nodes, StarlingJsonNode, last).next = child;
        last = child;
      }
    while (scan_separator (self, '}'));
  if (self->stopped)
    return;
  starling_json_check_names (self, node, first_name);
  g_array_set_size (self->names, first_name);
  g_array_index (self->nodes, StarlingJsonNode, node).n_children = position;
  leave (self, node);
}

/* Hands a complete value over and forgets what is inside it. */
static void
finish_item (StarlingJson *self, guint node)
{
  self->item_func (self, node, self->item_data);
  g_array_index (self->nodes, StarlingJsonNode, node).n_children = 0;
  g_array_set_size (self->nodes, node + 1);
}

/* Reads the value at the reading position; returns its number. */
static guint
scan_value (StarlingJson *self, guint position, gsize name)
{
  guint node = self->nodes->len;
  StarlingJsonNode value = {
    .start = (guint32) get_offset (self),
    .name = (guint32) name,
    .parent = self->container,
    .position = position,
  };
  StarlingJsonKind kind = STARLING_JSON_BAD;

  if (node >= STARLING_JSON_MAX_NODES)
    {
      starling_json_stop (
          self, "shorten the file: it holds more than a million values");
      return 0;
    }
  g_array_append_val (self->nodes, value);
  switch (*self->p)
    {
    case '{':
      kind = STARLING_JSON_OBJECT;
      scan_object (self, node);
      break;
    case '[':
      kind = STARLING_JSON_ARRAY;
      scan_array (self, node);
      break;
    case '"':
    case '\'':
      kind = STARLING_JSON_STRING;
      starling_json_scan_string (self, node, FALSE);
      break;
    default:
      kind = starling_json_scan_token (self, node);
      break;
    }

  g_array_index (self->nodes, StarlingJsonNode, node).kind = kind;
  g_array_index (self->nodes, StarlingJsonNode, node).end
      = (guint32) get_offset (self);
  if (!self->stopped && self->item_func != NULL
      && self->depth == self->item_depth)
    finish_item (self, node);
  return node;
}

/* Complains of what is not UTF-8; FALSE if there is any. */
static gboolean
check_encoding (StarlingJson *self)
{
  const char *bad;

  if (g_utf8_validate_len (self->text, self->length, &bad))
    return TRUE;
  self->p = bad;
  starling_json_stop (self, *bad == '\0'
                                ? "remove this 0 byte"
                                : "save the file as UTF-8: this byte is not");
  return FALSE;
}

/**
 * starling_json_scan:
 * @self: a new index
 *
 * Reads the text, once. What is wrong becomes complaints; after a fault that
 * makes the rest unreadable, the values from there on are missing.
 *
 * Returns: whether it was read to the end, with complaints or without
 */
gboolean
starling_json_scan (StarlingJson *self)
{
  g_return_val_if_fail (self->nodes->len == 0, FALSE);

  self->p = self->text;
  if (!check_encoding (self))
    return FALSE;
  if (g_str_has_prefix (self->text, "\xef\xbb\xbf"))
    {
      starling_json_complain_here (self, 0,
                                   "save the file without a byte order mark");
      self->p += 3;
    }
  skip_space (self);
  if (self->p == self->end)
    {
      starling_json_stop (self, "write a JSON object here: the file is empty");
      return FALSE;
    }

  scan_value (self, 0, 0);
  if (self->stopped)
    return FALSE;
  skip_space (self);
  if (self->p < self->end && !self->doubtful)
    starling_json_complain_here (
        self, get_offset (self),
        "remove what follows: the file ends with its first value");
  return TRUE;
}

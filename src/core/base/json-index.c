/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/json-private.h"

#include <math.h>
#include <string.h>

#define MAX_NAME_IN_PATH 64

/**
 * starling_json_new:
 * @text: the text, which must outlive the index and be followed by a 0 byte
 * @length: its bytes, below 4 GiB
 *
 * Returns: (transfer full): an empty index, for starling_json_scan()
 */
StarlingJson *
starling_json_new (const char *text, gsize length)
{
  StarlingJson *self = g_new0 (StarlingJson, 1);

  g_return_val_if_fail (length < G_MAXUINT32, self);

  self->text = text;
  self->length = length;
  self->end = text + length;
  self->nodes = g_array_new (FALSE, TRUE, sizeof (StarlingJsonNode));
  self->names = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->complaints = g_ptr_array_new_with_free_func (
      (GDestroyNotify) starling_complaint_free);
  return self;
}

/**
 * starling_json_free:
 * @self: (transfer full): an index
 *
 * Frees @self, not the text.
 */
void
starling_json_free (StarlingJson *self)
{
  g_clear_pointer (&self->nodes, g_array_unref);
  g_clear_pointer (&self->names, g_array_unref);
  g_clear_pointer (&self->complaints, g_ptr_array_unref);
  g_free (self);
}

/**
 * starling_json_set_item_func:
 * @self: an index that is not scanned yet
 * @depth: how many containers are around the values to hand over, from 1
 * @func: (scope async): called with each of them when it is complete
 * @data: for @func
 *
 * Has the values at @depth handed over as they are read, and what is inside
 * them forgotten afterwards: so a long list takes no more memory than its
 * longest item. The names around a value are known then, what follows is not.
 */
void
starling_json_set_item_func (StarlingJson *self,
                             guint depth,
                             StarlingJsonItemFunc func,
                             gpointer data)
{
  self->item_depth = depth;
  self->item_func = func;
  self->item_data = data;
}

/**
 * starling_json_set_lenient:
 * @self: an index that is not scanned yet
 *
 * Takes all that RFC 8259 does: control characters, characters that reorder
 * text and half surrogate pairs, too, where a text has them escaped.
 */
void
starling_json_set_lenient (StarlingJson *self)
{
  self->lenient = TRUE;
}

/**
 * starling_json_get:
 * @self: an index
 * @node: number of a value
 *
 * Returns: (transfer none): what is known of it; until the next is read
 */
const StarlingJsonNode *
starling_json_get (StarlingJson *self, guint node)
{
  return &g_array_index (self->nodes, StarlingJsonNode, node);
}

/**
 * starling_json_get_first:
 * @self: an index
 * @node: number of a value
 *
 * Returns: number of the first value inside @node, or 0
 */
guint
starling_json_get_first (StarlingJson *self, guint node)
{
  return starling_json_get (self, node)->n_children > 0 ? node + 1 : 0;
}

/**
 * starling_json_get_next:
 * @self: an index
 * @node: number of a value
 *
 * Returns: number of the value after @node in the same container, or 0
 */
guint
starling_json_get_next (StarlingJson *self, guint node)
{
  return starling_json_get (self, node)->next;
}

/**
 * starling_json_find_string_end:
 * @self: an index
 * @start: byte of the quotation mark that opens a string, already scanned
 *
 * Returns: byte of the quotation mark that closes it
 */
gsize
starling_json_find_string_end (StarlingJson *self, gsize start)
{
  const char *p = self->text + start + 1;

  while (p < self->end && *p != self->text[start])
    p += *p == '\\' ? 2 : 1;
  return (gsize) (MIN (p, self->end) - self->text);
}

/**
 * starling_json_dup_name:
 * @self: an index
 * @node: number of a member of an object
 *
 * Returns: (transfer full): its name
 */
char *
starling_json_dup_name (StarlingJson *self, guint node)
{
  gsize name = starling_json_get (self, node)->name;

  return starling_json_unescape (self->text + name + 1,
                                 self->text
                                     + starling_json_find_string_end (self,
                                                                      name));
}

/**
 * starling_json_has_name:
 * @self: an index
 * @node: number of a member of an object
 * @name: a name
 *
 * Returns: whether @node is the member @name
 */
gboolean
starling_json_has_name (StarlingJson *self, guint node, const char *name)
{
  gsize start = starling_json_get (self, node)->name;
  const char *raw = self->text + start + 1;
  g_autofree char *own = NULL;
  gsize length;

  if (start == 0)
    return FALSE;
  length = starling_json_find_string_end (self, start) - start - 1;
  if (memchr (raw, '\\', length) == NULL)
    return strlen (name) == length && memcmp (raw, name, length) == 0;
  own = starling_json_dup_name (self, node);
  return g_str_equal (own, name);
}

/**
 * starling_json_find:
 * @self: an index
 * @object: number of a value
 * @name: name of a member
 *
 * Returns: number of the member @name, or 0 if there is none or @object is no
 *   object
 */
guint
starling_json_find (StarlingJson *self, guint object, const char *name)
{
  if (starling_json_get (self, object)->kind != STARLING_JSON_OBJECT)
    return 0;
  for (guint node = starling_json_get_first (self, object); node != 0;
       node = starling_json_get_next (self, node))
    if (starling_json_has_name (self, node, name))
      return node;
  return 0;
}

/**
 * starling_json_dup_string:
 * @self: an index
 * @node: number of a value
 *
 * Returns: (transfer full) (nullable): the text, or %NULL if it is not one
 */
char *
starling_json_dup_string (StarlingJson *self, guint node)
{
  const StarlingJsonNode *value = starling_json_get (self, node);

  if (value->kind != STARLING_JSON_STRING)
    return NULL;
  return starling_json_unescape (self->text + value->start + 1,
                                 self->text + value->end - 1);
}

/**
 * starling_json_dup_member:
 * @self: an index
 * @object: number of an object
 * @name: of a member
 *
 * Returns: (transfer full) (nullable): its text; %NULL if there is none, or it
 *   is no text
 */
char *
starling_json_dup_member (StarlingJson *self, guint object, const char *name)
{
  guint node = starling_json_find (self, object, name);

  return node != 0 ? starling_json_dup_string (self, node) : NULL;
}

/**
 * starling_json_dup_strings:
 * @self: an index
 * @node: number of a value, or 0: none
 *
 * Returns: (transfer full): the texts that an array holds; of anything else,
 *   none
 */
char **
starling_json_dup_strings (StarlingJson *self, guint node)
{
  GPtrArray *strings = g_ptr_array_new ();

  if (node != 0 && starling_json_get (self, node)->kind == STARLING_JSON_ARRAY)
    for (guint item = starling_json_get_first (self, node); item != 0;
         item = starling_json_get_next (self, item))
      if (starling_json_get (self, item)->kind == STARLING_JSON_STRING)
        g_ptr_array_add (strings, starling_json_dup_string (self, item));
  g_ptr_array_add (strings, NULL);
  return (char **) g_ptr_array_free (strings, FALSE);
}

/**
 * starling_json_get_integer:
 * @self: an index
 * @node: number of a value
 * @value: (out): the number; beyond ±2⁵³ the nearest that is not
 *
 * As in JSON Schema, 5.0 and 50e-1 are integers.
 *
 * Returns: whether @node is an integer
 */
gboolean
starling_json_get_integer (StarlingJson *self, guint node, gint64 *value)
{
  const StarlingJsonNode *number = starling_json_get (self, node);
  const double limit = 9007199254740992.0;
  g_autofree char *digits = NULL;
  double d;

  if (number->kind != STARLING_JSON_NUMBER)
    return FALSE;
  digits = g_strndup (self->text + number->start, number->end - number->start);
  d = g_ascii_strtod (digits, NULL);
  if (floor (d) < d)
    return FALSE;
  *value = (gint64) CLAMP (d, -limit, limit);
  return TRUE;
}

/* Appends the raw name in [@start, @end) as JSON path has it. */
static void
append_name (GString *path, const char *start, const char *end)
{
  g_autofree char *name = starling_json_unescape (start, end);
  gboolean plain = g_ascii_isalpha (*name) || *name == '_';
  guint n = 0;

  for (const char *p = name; plain && *p != '\0'; p++)
    plain = g_ascii_isalnum (*p) || *p == '_';
  g_string_append (path, plain ? "." : "[\"");
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (n++ == MAX_NAME_IN_PATH)
        {
          g_string_append (path, "…");
          break;
        }
      if (c == '"' || c == '\\')
        g_string_append_c (path, '\\');
      if (g_unichar_isprint (c))
        g_string_append_unichar (path, c);
      else
        g_string_append_printf (path, "\\u%04x", c);
    }
  if (!plain)
    g_string_append (path, "\"]");
}

/**
 * starling_json_dup_path:
 * @self: an index
 * @node: number of a value
 *
 * Returns: (transfer full): its JSON path, such as `$.scenarios[0].title`
 */
char *
starling_json_dup_path (StarlingJson *self, guint node)
{
  GString *path = g_string_new ("$");
  guint32 steps[STARLING_JSON_MAX_DEPTH + 1];
  guint n = 0;

  for (guint32 at = node; at != 0 && n < G_N_ELEMENTS (steps);
       at = starling_json_get (self, at)->parent)
    steps[n++] = at;
  while (n-- > 0)
    {
      const StarlingJsonNode *step = starling_json_get (self, steps[n]);

      if (step->name == 0)
        g_string_append_printf (path, "[%u]", step->position);
      else
        append_name (path, self->text + step->name + 1,
                     self->text
                         + starling_json_find_string_end (self, step->name));
    }
  return g_string_free (path, FALSE);
}

/**
 * starling_json_dup_member_path:
 * @self: an index
 * @object: number of an object
 * @name: byte of the name of one of its members, indexed or not
 *
 * Returns: (transfer full): the member's JSON path
 */
char *
starling_json_dup_member_path (StarlingJson *self, guint object, gsize name)
{
  g_autofree char *parent = starling_json_dup_path (self, object);
  GString *path = g_string_new (parent);

  append_name (path, self->text + name + 1,
               self->text + starling_json_find_string_end (self, name));
  return g_string_free (path, FALSE);
}

/**
 * starling_json_complain_at:
 * @self: an index
 * @severity: how bad it is
 * @offset: byte of the text
 * @path: JSON path
 * @message: what to write instead
 *
 * Adds a complaint; after %STARLING_JSON_MAX_COMPLAINTS only one more, which
 * says so.
 */
void
starling_json_complain_at (StarlingJson *self,
                           StarlingSeverity severity,
                           gsize offset,
                           const char *path,
                           const char *message)
{
  if (severity == STARLING_SEVERITY_ERROR)
    self->n_errors++;
  if (self->complaints->len > STARLING_JSON_MAX_COMPLAINTS)
    return;
  if (self->complaints->len == STARLING_JSON_MAX_COMPLAINTS)
    {
      severity = STARLING_SEVERITY_ERROR;
      message = "there are more complaints than these: mend these first";
    }
  g_ptr_array_add (self->complaints,
                   starling_complaint_new (severity, offset, path, message));
}

/**
 * starling_json_complain:
 * @self: an index
 * @severity: how bad it is
 * @node: number of the offending value
 * @format: what to write instead
 *
 * Adds a complaint about a value.
 */
void
starling_json_complain (StarlingJson *self,
                        StarlingSeverity severity,
                        guint node,
                        const char *format,
                        ...)
{
  g_autofree char *path = starling_json_dup_path (self, node);
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  starling_json_complain_at (self, severity,
                             starling_json_get (self, node)->start, path,
                             message);
}

/**
 * starling_json_get_n_errors:
 * @self: an index
 *
 * Returns: how many errors there are so far, warnings left out
 */
guint
starling_json_get_n_errors (StarlingJson *self)
{
  return self->n_errors;
}

/**
 * starling_json_steal_complaints:
 * @self: an index
 *
 * Returns: (transfer full) (element-type StarlingComplaint): all complaints,
 *   as they come in the text, with line and column; @self has none afterwards
 */
GPtrArray *
starling_json_steal_complaints (StarlingJson *self)
{
  GPtrArray *complaints = self->complaints;

  self->complaints = g_ptr_array_new_with_free_func (
      (GDestroyNotify) starling_complaint_free);
  starling_complaints_place (complaints, self->text, self->length);
  return complaints;
}

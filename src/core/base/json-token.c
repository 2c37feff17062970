/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/json-private.h"

#include <errno.h>
#include <math.h>
#include <string.h>

/**
 * starling_json_complain_here:
 * @self: an index
 * @offset: byte of the text
 * @message: what to write instead
 *
 * Complains of the text at @offset, with the path of the innermost container.
 */
void
starling_json_complain_here (StarlingJson *self,
                             gsize offset,
                             const char *message)
{
  g_autofree char *path = starling_json_dup_path (self, self->container);

  starling_json_complain_at (self, STARLING_SEVERITY_ERROR, offset, path,
                             message);
}

/**
 * starling_json_stop:
 * @self: an index
 * @message: what to write instead
 *
 * Complains of the text at the reading position, and stops reading.
 */
void
starling_json_stop (StarlingJson *self, const char *message)
{
  if (!self->doubtful || self->n_errors == 0)
    starling_json_complain_here (self, (gsize) (self->p - self->text), message);
  self->stopped = TRUE;
}

/* What stands at the reading position, for a message. */
static char *
describe_next (StarlingJson *self)
{
  gunichar c;

  if (self->p >= self->end)
    return g_strdup ("the end of the text");
  c = g_utf8_get_char (self->p);
  if (c == 0x201c || c == 0x201d || c == 0x201e)
    return g_strdup ("a typographic quotation mark (write \"straight\" ones)");
  if (!g_unichar_isprint (c) || g_unichar_isspace (c))
    return g_strdup_printf ("the character U+%04X", c);
  return g_strdup_printf ("‘%.*s’",
                          (int) (g_utf8_next_char (self->p) - self->p),
                          self->p);
}

/**
 * starling_json_stop_at_next:
 * @self: an index
 * @wanted: what should stand here
 *
 * Complains of what stands at the reading position, and stops reading.
 */
void
starling_json_stop_at_next (StarlingJson *self, const char *wanted)
{
  g_autofree char *next = describe_next (self);
  g_autofree char *message
      = g_strdup_printf ("write %s here, not %s", wanted, next);

  starling_json_stop (self, message);
}

/* Moves over one digit or more; FALSE if there is none. */
static gboolean
skip_digits (const char **p)
{
  const char *start = *p;

  while (g_ascii_isdigit (**p))
    (*p)++;
  return *p > start;
}

/* Whether @token is a number as RFC 8259 has it. */
static gboolean
is_number (const char *token, gboolean *is_integer)
{
  const char *p = token;

  if (*p == '-')
    p++;
  if (*p == '0')
    p++;
  else if (!skip_digits (&p))
    return FALSE;
  *is_integer = *p == '\0';
  if (*p == '.')
    {
      p++;
      if (!skip_digits (&p))
        return FALSE;
    }
  if (*p == 'e' || *p == 'E')
    {
      p++;
      if (*p == '+' || *p == '-')
        p++;
      if (!skip_digits (&p))
        return FALSE;
    }
  return *p == '\0';
}

/* Whether the number is beyond what a program holds (64 bits, a double). */
static gboolean
is_too_large (const char *token, gboolean is_integer)
{
  errno = 0;
  if (is_integer)
    {
      (void) g_ascii_strtoll (token, NULL, 10);
      return errno == ERANGE;
    }
  return isinf (g_ascii_strtod (token, NULL)) != 0;
}

/**
 * starling_json_scan_token:
 * @self: an index
 * @node: number of the value
 *
 * Reads the number or the word at the reading position.
 *
 * Returns: what it is; %STARLING_JSON_BAD with a complaint
 */
StarlingJsonKind
starling_json_scan_token (StarlingJson *self, guint node)
{
  const char *start = self->p;
  g_autofree char *token = NULL;
  gboolean is_integer = FALSE;

  while (g_ascii_isalnum (*self->p)
         || (*self->p != '\0' && strchr ("+-._", *self->p) != NULL))
    self->p++;
  if (self->p == start)
    {
      starling_json_stop_at_next (self, "a value");
      return STARLING_JSON_BAD;
    }

  token = g_strndup (start, (gsize) (self->p - start));
  if (g_str_equal (token, "null"))
    return STARLING_JSON_NULL;
  if (g_str_equal (token, "true") || g_str_equal (token, "false"))
    return STARLING_JSON_BOOLEAN;
  if (!is_number (token, &is_integer))
    {
      starling_json_complain (
          self, STARLING_SEVERITY_ERROR, node,
          "write a plain decimal number, true, false, null or a text in "
          "double quotation marks here, not ‘%.40s’",
          token);
      return STARLING_JSON_BAD;
    }
  if (is_too_large (token, is_integer))
    {
      starling_json_complain (self, STARLING_SEVERITY_ERROR, node,
                              "write a smaller number here: ‘%.40s’ is beyond "
                              "the range of 64 bits",
                              token);
      return STARLING_JSON_BAD;
    }
  return STARLING_JSON_NUMBER;
}

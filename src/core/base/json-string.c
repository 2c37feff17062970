/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/json-private.h"

#include <string.h>

#define REPLACEMENT 0xfffd

/* Reads the four hexadecimal digits behind \u; FALSE if there are not. */
static gboolean
read_hex (const char *p, const char *end, gunichar *value)
{
  *value = 0;
  if (end - p < 4)
    return FALSE;
  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (p[i]);

      if (digit < 0)
        return FALSE;
      *value = *value * 16 + (gunichar) digit;
    }
  return TRUE;
}

/* Reads what follows `\u` at @p; moves @p behind it, a second half included. */
static gunichar
read_unicode (const char **p, const char *end)
{
  gunichar value, low;

  if (!read_hex (*p, end, &value))
    return REPLACEMENT;
  *p += 4;
  if (value >= 0xd800 && value < 0xdc00 && end - *p >= 6 && (*p)[0] == '\\'
      && (*p)[1] == 'u' && read_hex (*p + 2, end, &low) && low >= 0xdc00
      && low < 0xe000)
    {
      *p += 6;
      return 0x10000 + ((value - 0xd800) << 10) + (low - 0xdc00);
    }
  if (value == 0 || (value >= 0xd800 && value < 0xe000))
    return REPLACEMENT;
  return value;
}

/**
 * starling_json_unescape:
 * @start: first byte inside a JSON string
 * @end: its closing quotation mark
 *
 * Returns: (transfer full): the text that it stands for; what is no character
 *   (and was complained of) becomes U+FFFD
 */
char *
starling_json_unescape (const char *start, const char *end)
{
  static const char escapes[] = "bfnrt";
  static const char meanings[] = "\b\f\n\r\t";
  GString *text = g_string_sized_new ((gsize) (end - start));

  for (const char *p = start; p < end;)
    {
      const char *backslash = memchr (p, '\\', (gsize) (end - p));
      const char *escape;

      if (backslash == NULL || backslash + 1 == end)
        backslash = end;
      g_string_append_len (text, p, backslash - p);
      if (backslash == end)
        break;

      p = backslash + 2;
      escape = strchr (escapes, backslash[1]);
      if (backslash[1] == 'u')
        g_string_append_unichar (text, read_unicode (&p, end));
      else if (escape != NULL && *escape != '\0')
        g_string_append_c (text, meanings[escape - escapes]);
      else if ((guchar) backslash[1] < 0x80)
        g_string_append_c (text, backslash[1]);
      else
        p = backslash + 1;
    }
  return g_string_free (text, FALSE);
}

/* Control characters but \n and \t, and those that reorder text. */
static gboolean
is_forbidden (gunichar c)
{
  return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7f && c < 0xa0)
         || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/* What is wrong inside one string; only the first of each sort is shown. */
typedef struct
{
  const char *raw; /* a control character that stands as it is */
  const char *bad_escape;
  const char *lone; /* half of a surrogate pair */
  const char *forbidden;
  gunichar forbidden_char;
} StringFaults;

/* Moves behind the escape at the reading position. */
static void
scan_escape (StarlingJson *self, StringFaults *faults)
{
  const char *start = self->p;
  gunichar c = 0, low;

  self->p += 2;
  if (start + 1 == self->end || strchr ("\"\\/bfnrtu", start[1]) == NULL)
    {
      faults->bad_escape = faults->bad_escape ? faults->bad_escape : start;
      self->p = start + (start[1] == '\'' ? 2 : 1);
      return;
    }
  if (strchr ("bfr", start[1]) != NULL)
    c = start[1] == 'b' ? '\b' : start[1] == 'f' ? '\f' : '\r';
  else if (start[1] != 'u')
    return;
  else if (!read_hex (start + 2, self->end, &c))
    {
      faults->bad_escape = faults->bad_escape ? faults->bad_escape : start;
      return;
    }
  else
    self->p += 4;

  if (c >= 0xd800 && c < 0xdc00 && self->p[0] == '\\' && self->p[1] == 'u'
      && read_hex (self->p + 2, self->end, &low) && low >= 0xdc00
      && low < 0xe000)
    self->p += 6;
  else if (c >= 0xd800 && c < 0xe000)
    faults->lone = faults->lone ? faults->lone : start;
  else if (is_forbidden (c) && faults->forbidden == NULL)
    {
      faults->forbidden = start;
      faults->forbidden_char = c;
    }
}

static const char *
describe_raw (char c)
{
  if (c == '\n')
    return "close the text with a quotation mark before the line ends, or "
           "write \\n for a line break in it";
  if (c == '\t')
    return "write \\t, or a space, instead of a tabulator inside a text";
  return "remove the control character";
}

/* Complains of what is wrong in the string at @start, with @path. */
static void
report_faults (StarlingJson *self,
               const StringFaults *faults,
               const char *start,
               const char *path)
{
  const gsize offset = (gsize) (start - self->text);

  if (faults->raw != NULL)
    starling_json_complain_at (self, STARLING_SEVERITY_ERROR,
                               (gsize) (faults->raw - self->text), path,
                               describe_raw (*faults->raw));
  if (faults->bad_escape != NULL)
    starling_json_complain_at (
        self, STARLING_SEVERITY_ERROR,
        (gsize) (faults->bad_escape - self->text), path,
        "write \\\\ for a backslash; other escapes are \\\" \\/ \\n \\t and "
        "\\u with four hexadecimal digits");
  if (faults->lone != NULL)
    starling_json_complain_at (
        self, STARLING_SEVERITY_ERROR, offset, path,
        "write both halves of this surrogate pair (\\ud83d\\ude00), or the "
        "character itself");
  if (faults->forbidden != NULL)
    {
      g_autofree char *message = g_strdup_printf (
          "remove the character U+%04X (at %ld in this text): control and "
          "text-direction characters are not allowed",
          faults->forbidden_char,
          g_utf8_strlen (start + 1, faults->forbidden - start - 1) + 1);

      starling_json_complain_at (self, STARLING_SEVERITY_ERROR, offset, path,
                                 message);
    }
}

/* Moves behind the closing mark; FALSE if there is none. */
static gboolean
scan_characters (StarlingJson *self, StringFaults *faults)
{
  const char quote = *self->p++;

  while (self->p < self->end && *self->p != quote)
    {
      guchar c = (guchar) *self->p;

      if (c == '\\')
        scan_escape (self, faults);
      else if (c < 0x20)
        {
          faults->raw = faults->raw ? faults->raw : self->p;
          self->doubtful |= c == '\n';
          self->p++;
        }
      else if (c < 0x7f)
        self->p++;
      else
        {
          gunichar wide = g_utf8_get_char (self->p);

          if (is_forbidden (wide) && faults->forbidden == NULL)
            {
              faults->forbidden = self->p;
              faults->forbidden_char = wide;
            }
          self->p = g_utf8_next_char (self->p);
        }
    }
  if (self->p >= self->end)
    return FALSE;
  self->p++;
  return TRUE;
}

/**
 * starling_json_scan_string:
 * @self: an index
 * @node: number of the value; of the object, for a name
 * @is_name: whether it is a member's name
 *
 * Reads the string at the reading position.
 */
void
starling_json_scan_string (StarlingJson *self, guint node, gboolean is_name)
{
  StringFaults faults = { 0 };
  const char *start = self->p;
  const gsize offset = (gsize) (start - self->text);
  gboolean closed = scan_characters (self, &faults);
  g_autofree char *path = NULL;

  if (!closed)
    {
      self->p = start;
      self->doubtful = FALSE;
      starling_json_stop (
          self, "close the text that begins here with a quotation mark");
      return;
    }
  if (self->lenient)
    faults.lone = faults.forbidden = NULL;
  if (*start == '"' && faults.raw == NULL && faults.bad_escape == NULL
      && faults.lone == NULL && faults.forbidden == NULL)
    return;

  path = is_name ? starling_json_dup_member_path (self, node, offset)
                 : starling_json_dup_path (self, node);
  if (*start != '"')
    {
      self->doubtful = TRUE;
      starling_json_complain_at (
          self, STARLING_SEVERITY_ERROR, offset, path,
          "write double quotation marks, not single ones");
    }
  report_faults (self, &faults, start, path);
}

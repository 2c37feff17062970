/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/text.h"

#include <string.h>

/*
 * Simple case folding, one character for one character: through upper case, so
 * that letters with several small forms (sigma, long s) meet. Apostrophes are
 * one, whichever way they are typed.
 */
static gunichar
fold_char (gunichar c)
{
  if (c < 0x80)
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;

  switch (c)
    {
    case 0x2018: /* ‘ */
    case 0x2019: /* ’ */
    case 0x02bc: /* ʼ */
      return '\'';
    case 0x0130: /* İ and ı are letters of their own */
    case 0x0131:
      return c;
    default:
      return g_unichar_tolower (g_unichar_toupper (c));
    }
}

/* Whether @text begins with @phrase; @end is set behind it. */
static gboolean
has_prefix (const char *text, const char *phrase, const char **end)
{
  while (*phrase != '\0')
    {
      if (*text == '\0'
          || fold_char (g_utf8_get_char (text))
                 != fold_char (g_utf8_get_char (phrase)))
        return FALSE;
      text = g_utf8_next_char (text);
      phrase = g_utf8_next_char (phrase);
    }
  *end = text;
  return TRUE;
}

/**
 * starling_text_find:
 * @text: valid UTF-8
 * @phrase: valid UTF-8; an empty one is found nowhere
 * @from: byte of @text to begin at, at the start of a character
 * @span: (out) (optional): where @phrase is, in bytes of @text; index is 0
 *
 * Finds the first occurrence of @phrase, also inside words, ignoring case
 * (Unicode simple case folding) and the shape of apostrophes.
 *
 * Returns: whether @phrase occurs
 */
gboolean
starling_text_find (const char *text,
                    const char *phrase,
                    gsize from,
                    StarlingSpan *span)
{
  gunichar first;

  g_return_val_if_fail (text != NULL && phrase != NULL, FALSE);
  g_return_val_if_fail (from <= strlen (text), FALSE);

  if (*phrase == '\0')
    return FALSE;

  first = fold_char (g_utf8_get_char (phrase));
  for (const char *p = text + from; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *end;

      if (fold_char (g_utf8_get_char (p)) != first
          || !has_prefix (p, phrase, &end))
        continue;
      if (span != NULL)
        {
          span->start = (gsize) (p - text);
          span->end = (gsize) (end - text);
          span->index = 0;
        }
      return TRUE;
    }
  return FALSE;
}

/* Longer spans first, then those of earlier phrases, then from the left. */
static int
compare_rank (gconstpointer a, gconstpointer b)
{
  const StarlingSpan *one = a, *other = b;
  gsize length = one->end - one->start;
  gsize other_length = other->end - other->start;

  if (length != other_length)
    return length > other_length ? -1 : 1;
  if (one->index != other->index)
    return one->index < other->index ? -1 : 1;
  return one->start < other->start ? -1 : one->start > other->start;
}

static int
compare_start (gconstpointer a, gconstpointer b)
{
  const StarlingSpan *one = a, *other = b;

  return one->start < other->start ? -1 : one->start > other->start;
}

static gboolean
overlaps (GArray *spans, const StarlingSpan *span)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const StarlingSpan *taken = &g_array_index (spans, StarlingSpan, i);

      if (span->start < taken->end && taken->start < span->end)
        return TRUE;
    }
  return FALSE;
}

/**
 * starling_text_find_phrases:
 * @text: valid UTF-8
 * @phrases: (array zero-terminated=1): what to look for
 *
 * Finds every occurrence of every phrase, as starling_text_find() does. Where
 * two overlap, the longer one counts; of two that are equally long, that of
 * the earlier phrase.
 *
 * Returns: (transfer full) (element-type StarlingSpan): spans that do not
 *   overlap, from the left; their index is that of the phrase
 */
GArray *
starling_text_find_phrases (const char *text, const char *const *phrases)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (StarlingSpan));
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (StarlingSpan));

  g_return_val_if_fail (text != NULL && phrases != NULL, spans);

  for (guint i = 0; phrases[i] != NULL; i++)
    {
      StarlingSpan span = { 0 };

      while (starling_text_find (text, phrases[i], span.end, &span))
        {
          span.index = i;
          g_array_append_val (found, span);
        }
    }

  g_array_sort (found, compare_rank);
  for (guint i = 0; i < found->len; i++)
    {
      StarlingSpan *span = &g_array_index (found, StarlingSpan, i);

      if (!overlaps (spans, span))
        g_array_append_vals (spans, span, 1);
    }
  g_array_sort (spans, compare_start);
  return spans;
}

static gboolean
is_open_quote (gunichar c)
{
  return c == '"' || c == 0x201c; /* “ */
}

/* What closes a quotation that @open began: itself, or ”. */
static gunichar
get_closing_quote (gunichar open)
{
  return open == '"' ? '"' : 0x201d;
}

/* The quotation mark that closes the one at @open, before @end, or NULL. */
static const char *
find_closing_quote (const char *open, const char *end)
{
  gunichar closing = get_closing_quote (g_utf8_get_char (open));

  for (const char *p = g_utf8_next_char (open); p < end;
       p = g_utf8_next_char (p))
    if (g_utf8_get_char (p) == closing)
      return p;
  return NULL;
}

/* Whether a sentence that stops at @p, behind its mark, ends there. */
static gboolean
is_sentence_end (const char *p)
{
  const char *next = p;

  if (!g_unichar_isspace (g_utf8_get_char (p)))
    return FALSE;
  while (*next != '\0' && g_unichar_isspace (g_utf8_get_char (next)))
    next = g_utf8_next_char (next);
  return !g_unichar_islower (g_utf8_get_char (next));
}

static gboolean
is_stop (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == 0x2026; /* … */
}

/* The end of the sentence that begins at @start; quotations are whole. */
static const char *
find_sentence_end (const char *start)
{
  const char *end = start + strlen (start);
  gboolean stopped = FALSE; /* all since the last stop are quotes, brackets */

  for (const char *p = start; p < end;)
    {
      gunichar c = g_utf8_get_char (p);
      const char *closing
          = is_open_quote (c) ? find_closing_quote (p, end) : NULL;

      if (c == '\n' || (stopped && is_sentence_end (p)))
        return p;
      if (closing != NULL)
        {
          const char *last = g_utf8_prev_char (closing);

          stopped = last > p && is_stop (g_utf8_get_char (last));
          p = g_utf8_next_char (closing);
          continue;
        }
      stopped = is_stop (c) || (stopped && (c == ')' || c == 0x2019));
      p = g_utf8_next_char (p);
    }
  return end;
}

/* A copy of [@start, @end) without blanks and punctuation at its ends. */
static char *
trim_quotation (const char *start, const char *end)
{
  while (start < end && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start)
    {
      const char *last = g_utf8_prev_char (end);
      gunichar c = g_utf8_get_char (last);

      if (!g_unichar_isspace (c) && !is_stop (c) && c != ',' && c != ';'
          && c != ':')
        break;
      end = last;
    }
  return g_strndup (start, (gsize) (end - start));
}

/* Adds to @spans where the quotations of [@start, @end) stand in @text. */
static void
find_quotations (const char *text,
                 const char *start,
                 const char *end,
                 guint index,
                 GArray *spans)
{
  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      g_autofree char *phrase = NULL;
      const char *closing;
      StarlingSpan span = { 0 };

      if (!is_open_quote (g_utf8_get_char (p)))
        continue;
      closing = find_closing_quote (p, end);
      if (closing == NULL)
        continue;
      phrase = trim_quotation (g_utf8_next_char (p), closing);
      while (starling_text_find (text, phrase, span.end, &span))
        if (!overlaps (spans, &span))
          {
            span.index = index;
            g_array_append_val (spans, span);
            break;
          }
      p = closing;
    }
}

/**
 * starling_text_find_reasons:
 * @text: the answer that is judged
 * @why: why it is weak, in sentences; some quote the answer between curly or
 *   straight double quotation marks
 * @reasons: (out) (transfer full) (element-type utf8): the sentences of @why
 *
 * Finds the words of @text that @why quotes, to mark and number them.
 *
 * Returns: (transfer full) (element-type StarlingSpan): spans of @text that do
 *   not overlap, from the left; their index is that of the sentence in
 *   @reasons. Empty if nothing is quoted
 */
GArray *
starling_text_find_reasons (const char *text,
                            const char *why,
                            GPtrArray **reasons)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (StarlingSpan));
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  for (const char *p = why; *p != '\0';)
    {
      const char *end = find_sentence_end (p);
      g_autofree char *sentence = g_strstrip (g_strndup (p, (gsize) (end - p)));

      if (*sentence != '\0')
        {
          find_quotations (text, p, end, sentences->len, spans);
          g_ptr_array_add (sentences, g_steal_pointer (&sentence));
        }
      p = end;
      while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
    }

  g_array_sort (spans, compare_start);
  *reasons = sentences;
  return spans;
}

/**
 * starling_text_split_sentences:
 * @text: valid UTF-8
 *
 * Splits where a full stop, an exclamation or question mark or an ellipsis is
 * followed by blanks and no small letter; what is quoted stays whole.
 *
 * Returns: (transfer full) (element-type utf8): the sentences, without blanks
 *   around them
 */
GPtrArray *
starling_text_split_sentences (const char *text)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  for (const char *p = text; *p != '\0';)
    {
      const char *end = find_sentence_end (p);
      g_autofree char *sentence = g_strstrip (g_strndup (p, (gsize) (end - p)));

      if (*sentence != '\0')
        g_ptr_array_add (sentences, g_steal_pointer (&sentence));
      p = end;
      while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
    }
  return sentences;
}

/**
 * starling_text_fold:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): @text for searching: without case, accents and
 *   compatibility forms (full case folding, then NFKD without marks), with
 *   ASCII apostrophes
 */
char *
starling_text_fold (const char *text)
{
  g_autofree char *lower = g_utf8_casefold (text, -1);
  g_autofree char *parts = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);
  GString *folded = g_string_sized_new (strlen (text));

  for (const char *p = parts; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_ismark (c))
        g_string_append_unichar (folded, fold_char (c));
    }
  return g_string_free (folded, FALSE);
}

/**
 * starling_text_count_words:
 * @text: valid UTF-8
 *
 * Returns: how many words are spoken: stretches between blanks that have at
 *   least one letter or digit
 */
guint
starling_text_count_words (const char *text)
{
  guint n_words = 0;
  gboolean counted = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        counted = FALSE;
      else if (!counted && g_unichar_isalnum (c))
        {
          counted = TRUE;
          n_words++;
        }
    }
  return n_words;
}

/**
 * starling_text_format_clock:
 * @seconds: a length of time; its sign is left out
 *
 * Returns: (transfer full): as a clock shows it: `0:54`, `12:05`, `1:02:03`
 */
char *
starling_text_format_clock (gint64 seconds)
{
  guint64 s = seconds < 0 ? -(guint64) seconds : (guint64) seconds;
  guint64 hours = s / 3600, minutes = s / 60 % 60;

  s %= 60;
  if (hours > 0)
    return g_strdup_printf ("%" G_GUINT64_FORMAT ":%02u:%02u", hours,
                            (guint) minutes, (guint) s);
  return g_strdup_printf ("%u:%02u", (guint) minutes, (guint) s);
}

/**
 * starling_text_format_duration:
 * @seconds: a length of time; its sign is left out
 *
 * Returns: (transfer full): in words: `30 s`, `2 min`, `2 min 55 s`, `1 h 5 s`
 */
char *
starling_text_format_duration (gint64 seconds)
{
  guint64 s = seconds < 0 ? -(guint64) seconds : (guint64) seconds;
  const guint64 counts[] = { s / 3600, s / 60 % 60, s % 60 };
  const char *const units[] = { "h", "min", "s" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > 0 || (s == 0 && i == G_N_ELEMENTS (counts) - 1))
      g_string_append_printf (text, "%s%" G_GUINT64_FORMAT " %s",
                              text->len > 0 ? " " : "", counts[i], units[i]);
  return g_string_free (text, FALSE);
}

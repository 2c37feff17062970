/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/quiz/derive-private.h"

#include <string.h>

#include "base/text.h"

/* What of a text its name is made of. */
#define SLUG_WORDS 5
#define SLUG_CHARACTERS 40

/* Texts that share this part of the shorter one's words are near each other. */
#define NEAR_SHARE 0.7

static gboolean
is_word (gunichar c)
{
  return g_unichar_isalnum (c) || c == '\'';
}

/* Where the next word of a text is, in bytes, and where the search for another
 * one goes on; NULL: there is none. */
static const char *
find_word (const char **text, gsize *length)
{
  const char *start = *text;
  const char *end;

  while (*start != '\0' && !g_unichar_isalnum (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  end = start;
  while (*end != '\0' && is_word (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  *text = end;
  *length = (gsize) (end - start);
  return *length > 0 ? start : NULL;
}

static char *
next_word (const char **text)
{
  gsize length = 0;
  const char *word = find_word (text, &length);

  return word != NULL ? g_strndup (word, length) : NULL;
}

/**
 * starling_derive_slug:
 * @text: words of a story
 *
 * Names a text by its first words, so that the name survives a change of the
 * later ones, and of what stands around it.
 *
 * Returns: (transfer full): a name of small letters, digits and hyphens
 */
char *
starling_derive_slug (const char *text)
{
  g_autofree char *folded = starling_text_fold (text);
  GString *slug = g_string_new (NULL);
  const char *p = folded;
  char *word;

  for (guint n = 0; n < SLUG_WORDS && (word = next_word (&p)) != NULL; n++)
    {
      if (n > 0)
        g_string_append_c (slug, '-');
      for (const char *c = word; *c != '\0'; c = g_utf8_next_char (c))
        if (*c != '\'')
          g_string_append_unichar (slug, g_utf8_get_char (c));
      g_free (word);
    }
  if (g_utf8_strlen (slug->str, -1) > SLUG_CHARACTERS)
    g_string_truncate (slug, (gsize) (g_utf8_offset_to_pointer (slug->str,
                                                                SLUG_CHARACTERS)
                                      - slug->str));
  if (slug->len == 0)
    g_string_append (slug, "text");
  return g_string_free (slug, FALSE);
}

/**
 * starling_derive_quote:
 * @text: words of a story
 *
 * Returns: (transfer full): @text between quotation marks, its own ones single
 */
char *
starling_derive_quote (const char *text)
{
  GString *quoted = g_string_new ("“");

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (quoted, c == 0x201c   ? 0x2018
                                       : c == 0x201d ? 0x2019
                                                     : c);
    }
  g_string_append (quoted, "”");
  return g_string_free (quoted, FALSE);
}

/**
 * starling_derive_has_word:
 * @text: any text
 * @word: a word, as it is written
 *
 * Returns: whether @text has @word as a word of its own
 */
gboolean
starling_derive_has_word (const char *text, const char *word)
{
  const char *other;
  gsize length = 0;

  while ((other = find_word (&text, &length)) != NULL)
    if (length == strlen (word) && memcmp (other, word, length) == 0)
      return TRUE;
  return FALSE;
}

/* What leans on the sentence before, in English. */
static const char *const leaning_first[]
    = { "That", "This", "It",  "They", "Those", "These", "So",  "And",
        "But",  "Then", "She", "He",   "Both",  "Each",  "Also" };
static const char *const leaning[] = { "both", "those", "these" };

/**
 * starling_derive_stands_alone:
 * @text: a sentence
 *
 * Returns: whether a reader understands @text without what stands before it,
 *   as far as its words tell: it has at least %STARLING_DERIVE_WORDS of them
 */
gboolean
starling_derive_stands_alone (const char *text)
{
  const char *rest = text;
  g_autofree char *first = next_word (&rest);
  g_autofree char *second = next_word (&rest);

  if (starling_text_count_words (text) < STARLING_DERIVE_WORDS || first == NULL
      || second == NULL || g_str_equal (second, "that"))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (leaning_first); i++)
    if (g_str_equal (first, leaning_first[i]))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (leaning); i++)
    if (starling_derive_has_word (text, leaning[i]))
      return FALSE;
  return TRUE;
}

/**
 * starling_derive_has_digit:
 * @text: any text
 *
 * Returns: whether @text has a number in digits
 */
gboolean
starling_derive_has_digit (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isdigit (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

/**
 * starling_derive_has_money:
 * @text: any text
 *
 * Returns: whether @text has the sign of a currency
 */
gboolean
starling_derive_has_money (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_type (g_utf8_get_char (text)) == G_UNICODE_CURRENCY_SYMBOL)
      return TRUE;
  return FALSE;
}

/* The words of a text, which are looked up often; folded, each once. */
static GHashTable *
list_words (const StarlingDerive *self, const char *text)
{
  GHashTable *words = g_hash_table_lookup (self->words, text);
  g_autofree char *folded = NULL;
  const char *p = NULL;
  char *word;

  if (words != NULL)
    return words;

  words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  folded = starling_text_fold (text);
  p = folded;
  while ((word = next_word (&p)) != NULL)
    g_hash_table_add (words, word);
  g_hash_table_insert (self->words, g_strdup (text), words);
  return words;
}

/**
 * starling_derive_is_near:
 * @self: what is being made
 * @a: any text
 * @b: another one
 *
 * Returns: whether most words of the shorter one are in the other one, so that
 *   a reader would take them for the same
 */
gboolean
starling_derive_is_near (const StarlingDerive *self,
                         const char *a,
                         const char *b)
{
  GHashTable *a_words = list_words (self, a);
  GHashTable *b_words = list_words (self, b);
  guint least = MIN (g_hash_table_size (a_words), g_hash_table_size (b_words));
  guint shared = 0;
  GHashTableIter iter;
  gpointer word = NULL;

  g_hash_table_iter_init (&iter, a_words);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    shared += g_hash_table_contains (b_words, word) ? 1 : 0;
  return shared >= NEAR_SHARE * least;
}

/**
 * starling_derive_find_phrase:
 * @text: any text
 * @phrases: (array zero-terminated=1): what to look for
 *
 * Returns: (transfer none) (nullable): the first of @phrases that is in @text
 */
const char *
starling_derive_find_phrase (const char *text, char *const *phrases)
{
  for (; phrases != NULL && *phrases != NULL; phrases++)
    if (starling_text_find (text, *phrases, 0, NULL))
      return *phrases;
  return NULL;
}

/**
 * starling_derive_options_new:
 *
 * Returns: (transfer full) (element-type StarlingOption): a list that owns the
 *   options in it
 */
GPtrArray *
starling_derive_options_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) starling_option_free);
}

/**
 * starling_derive_option_new:
 * @text: (transfer full): what can be chosen
 * @why: (transfer full): why it is right or wrong
 *
 * Returns: (transfer full): an option
 */
StarlingOption *
starling_derive_option_new (char *text, char *why)
{
  StarlingOption *option = starling_option_new ();

  option->text = text;
  option->why = why;
  return option;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/json-index.h"

#include <string.h>

/* Complaints as `LINE:COLUMN PATH` each, joined by blanks. */
static char *
describe (GPtrArray *complaints)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < complaints->len; i++)
    {
      const StarlingComplaint *complaint = g_ptr_array_index (complaints, i);

      g_assert_cmpint (complaint->severity, ==, STARLING_SEVERITY_ERROR);
      g_assert_true (g_utf8_validate (complaint->message, -1, NULL));
      g_assert_true (g_utf8_validate (complaint->path, -1, NULL));
      g_string_append_printf (text, "%s%u:%u %s", i > 0 ? " " : "",
                              complaint->line, complaint->column,
                              complaint->path);
    }
  return g_string_free (text, FALSE);
}

typedef struct
{
  const char *text;
  const char *complaints; /* as describe() has them */
  const char *message;    /* part of the first one's */
  gboolean goes_on;       /* it is read to the end all the same */
} FaultCase;

#define NAME_64                                                                \
  "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"

static const FaultCase faults[] = {
  { "", "1:1 $", "empty", FALSE },
  { " \n ", "2:2 $", "empty", FALSE },
  { "{\"a\":1", "1:7 $", "a comma or } here, not the end", FALSE },
  { "[1", "1:3 $", "a comma or ]", FALSE },
  { "[1 2]", "1:4 $", "not ‘2’", FALSE },
  { "[,1]", "1:2 $", "a value here, not ‘,’", FALSE },
  { "{,}", "1:2 $", "a name", FALSE },
  { "{1:2}", "1:2 $", "a name in double", FALSE },
  { "{a:2}", "1:2 $", "a name in double", FALSE },
  { "{\"a\" 2}", "1:6 $", "a colon", FALSE },
  { "{\"a\":}", "1:6 $", "a value", FALSE },
  { "[1,\n 2,]", "2:3 $", "this comma", TRUE },
  { "{\"a\":{\"b\":1,}}", "1:12 $.a", "this comma", TRUE },
  { "[1] [2]", "1:5 $", "what follows", TRUE },
  { "[1]]", "1:4 $", "what follows", TRUE },
  { "// no\n[1]", "1:1 $", "comment", TRUE },
  { "[1, # no\n2]", "1:5 $", "comment", TRUE },
  { "[/* no */1/* no */]", "1:2 $ 1:11 $", "comment", TRUE },
  { "[1/* no", "1:3 $ 1:8 $", "comment", FALSE },
  { "['a']", "1:2 $[0]", "double quotation marks", TRUE },
  { "{'a':1}", "1:2 $.a", "double quotation marks", TRUE },
  { "['it\\'s']", "1:2 $[0] 1:5 $[0]", "double quotation marks", TRUE },
  { "[“a”]", "1:2 $", "typographic", FALSE },
  { "[012]", "1:2 $[0]", "‘012’", TRUE },
  { "[-012]", "1:2 $[0]", "decimal number", TRUE },
  { "[0x1F]", "1:2 $[0]", "‘0x1F’", TRUE },
  { "[+1]", "1:2 $[0]", "decimal number", TRUE },
  { "[.5]", "1:2 $[0]", "decimal number", TRUE },
  { "[5.]", "1:2 $[0]", "decimal number", TRUE },
  { "[1e]", "1:2 $[0]", "decimal number", TRUE },
  { "[1e+]", "1:2 $[0]", "decimal number", TRUE },
  { "[-]", "1:2 $[0]", "decimal number", TRUE },
  { "[1_000]", "1:2 $[0]", "decimal number", TRUE },
  { "[NaN, Infinity, -Infinity]", "1:2 $[0] 1:7 $[1] 1:17 $[2]", "NaN", TRUE },
  { "[True, nil]", "1:2 $[0] 1:8 $[1]", "true, false, null", TRUE },
  { "[1e309]", "1:2 $[0]", "smaller number", TRUE },
  { "[-1e309]", "1:2 $[0]", "smaller number", TRUE },
  { "[9223372036854775808]", "1:2 $[0]", "smaller number", TRUE },
  { "[-9223372036854775809]", "1:2 $[0]", "smaller number", TRUE },
  { "[\"a\nb\"]", "1:4 $[0]", "write \\n", TRUE },
  { "[\"a\nb]", "1:2 $", "close the text", FALSE },
  { "[\"a\n\"b]", "1:4 $[0]", "close the text", FALSE },
  { "[\"a\tb\"]", "1:4 $[0]", "\\t", TRUE },
  { "[\"a\x01\"]", "1:4 $[0]", "control", TRUE },
  { "[\"abc]", "1:2 $", "close the text", FALSE },
  { "[\"abc\\", "1:2 $", "close the text", FALSE },
  { "[\"a\\x\"]", "1:4 $[0]", "backslash", TRUE },
  { "[\"a\\u12g4\"]", "1:4 $[0]", "hexadecimal", TRUE },
  { "[\"a\\u12\"]", "1:4 $[0]", "hexadecimal", TRUE },
  { "[\"é\\é\"]", "1:4 $[0]", "backslash", TRUE },
  { "[1, \"\\ud800\"]", "1:5 $[1]", "surrogate", TRUE },
  { "[\"\\ud800\\ud800\"]", "1:2 $[0]", "surrogate", TRUE },
  { "[\"\\ud800x\"]", "1:2 $[0]", "surrogate", TRUE },
  { "[\"\\udc00\"]", "1:2 $[0]", "surrogate", TRUE },
  { "[\"\\u0000\"]", "1:2 $[0]", "U+0000", TRUE },
  { "[\"ab\\u0007\"]", "1:2 $[0]", "U+0007 (at 3", TRUE },
  { "[\"\\b\"]", "1:2 $[0]", "U+0008", TRUE },
  { "[\"\\f\"]", "1:2 $[0]", "U+000C", TRUE },
  { "[\"\\r\"]", "1:2 $[0]", "U+000D", TRUE },
  { "[\"\x7f\"]", "1:2 $[0]", "U+007F", TRUE },
  { "[\"\xc2\x80\"]", "1:2 $[0]", "U+0080", TRUE },
  { "[\"\\u009f\"]", "1:2 $[0]", "U+009F", TRUE },
  { "[\"é\xe2\x80\xaa\"]", "1:2 $[0]", "U+202A (at 2", TRUE },
  { "[\"\\u202e\"]", "1:2 $[0]", "U+202E", TRUE },
  { "[\"\\u2066\"]", "1:2 $[0]", "U+2066", TRUE },
  { "[\"\xe2\x81\xa9\"]", "1:2 $[0]", "U+2069", TRUE },
  { "{\"a\\u202b\":1}", "1:2 $[\"a\\u202b\"]", "U+202B", TRUE },
  { "{\"a\":1,\n\"a\":2}", "2:1 $.a", "same name", TRUE },
  { "{\"a\":1,\"\\u0061\":2}", "1:8 $.a", "same name", TRUE },
  { "{\"a\":1,\"a\":2,\"a\":3}", "1:8 $.a 1:14 $.a", "same name", TRUE },
  { "{\"é b\":[{\"x\":1,\"x\":1}]}", "1:16 $[\"é b\"][0].x", "same name",
    TRUE },
  { "{\"" NAME_64 "\":1,\"" NAME_64 "bc\":xx}", "1:140 $." NAME_64 "…",
    "decimal", TRUE },
  { "\xef\xbb\xbf[1, x]", "1:1 $ 1:5 $[1]", "byte order mark", TRUE },
  { "[\"\xff\"]", "1:3 $", "UTF-8", FALSE },
  { "[\"\xed\xa0\x80\"]", "1:3 $", "UTF-8", FALSE },
  { "[\"\xc0\xaf\"]", "1:3 $", "UTF-8", FALSE },
  { "[1]\f", "1:4 $", "what follows", TRUE },
  { "[\f1]", "1:2 $", "U+000C", FALSE },
  { "[\xc2\xa0"
    "1]",
    "1:2 $", "U+00A0", FALSE },
  { "[\"äö\", 😀]", "1:8 $", "‘😀’", FALSE },
};

static void
test_faults (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      const FaultCase *c = &faults[i];
      g_autoptr (StarlingJson) json
          = starling_json_new (c->text, strlen (c->text));
      gboolean complete = starling_json_scan (json);
      guint n_errors = starling_json_get_n_errors (json);
      g_autoptr (GPtrArray) complaints = starling_json_steal_complaints (json);
      g_autofree char *found = describe (complaints);
      g_autofree char *escaped = g_strescape (c->text, NULL);
      const StarlingComplaint *first;

      g_test_message ("%s", escaped);
      g_assert_cmpstr (found, ==, c->complaints);
      g_assert_cmpuint (n_errors, ==, complaints->len);
      g_assert_cmpint (complete, ==, c->goes_on);
      first = g_ptr_array_index (complaints, 0);
      if (strstr (first->message, c->message) == NULL)
        g_error ("‘%s’ does not say ‘%s’", first->message, c->message);
    }
}

/* A 0 byte does not end the text. */
static void
test_zero_byte (void)
{
  const char text[] = "[\"a\0b\"]";
  g_autoptr (StarlingJson) json = starling_json_new (text, sizeof text - 1);
  g_autoptr (GPtrArray) complaints = NULL;
  g_autofree char *found = NULL;

  g_assert_false (starling_json_scan (json));
  complaints = starling_json_steal_complaints (json);
  found = describe (complaints);
  g_assert_cmpstr (found, ==, "1:4 $");
}

/* @n opening brackets or braces, their closing ones, around nothing. */
static char *
nest (guint n, gboolean objects)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, !objects ? "[" : i + 1 < n ? "{\"a\":" : "{");
  for (guint i = 0; i < n; i++)
    g_string_append_c (text, objects ? '}' : ']');
  return g_string_free (text, FALSE);
}

static void
test_depth (void)
{
  for (guint i = 0; i < 2; i++)
    for (guint n = 64; n <= 100000; n = n == 64 ? 65 : n == 65 ? 100000 : n + 1)
      {
        g_autofree char *text = nest (n, i == 1);
        g_autoptr (StarlingJson) json = starling_json_new (text, strlen (text));

        g_assert_cmpint (starling_json_scan (json), ==, n == 64);
        g_assert_cmpuint (starling_json_get_n_errors (json), ==, n != 64);
        if (n != 64)
          {
            g_autoptr (GPtrArray) complaints
                = starling_json_steal_complaints (json);
            const StarlingComplaint *complaint = complaints->pdata[0];

            g_assert_nonnull (strstr (complaint->message, "64 levels"));
            g_assert_cmpuint (complaint->column, ==, i == 0 ? 65 : 64 * 5 + 1);
          }
      }
}

static void
test_strings (void)
{
  const struct
  {
    const char *text;
    const char *value;
  } cases[] = {
    { "\"\"", "" },
    { "\"plain\"", "plain" },
    { "\"\\\"\\\\\\/\\n\\t\"", "\"\\/\n\t" },
    { "\"\\u00e9\\u20AC\"", "é€" },
    { "\"\\ud83d\\ude00!\"", "😀!" },
    { "\"\\uD834\\uDD1E\"", "𝄞" },
    { "\"é😀\"", "é😀" },
    { "\"a\\\\\"", "a\\" },
    { "1", NULL },
    { "null", NULL },
    { "[]", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StarlingJson) json
          = starling_json_new (cases[i].text, strlen (cases[i].text));
      g_autofree char *value = NULL;

      g_assert_true (starling_json_scan (json));
      g_assert_cmpuint (starling_json_get_n_errors (json), ==, 0);
      value = starling_json_dup_string (json, 0);
      g_assert_cmpstr (value, ==, cases[i].value);
    }
}

static void
test_integers (void)
{
  const struct
  {
    const char *text;
    gboolean is_integer;
    gint64 value;
  } cases[] = {
    { "0", TRUE, 0 },
    { "-0", TRUE, 0 },
    { "5", TRUE, 5 },
    { "-17", TRUE, -17 },
    { "5.0", TRUE, 5 },
    { "50e-1", TRUE, 5 },
    { "5E+2", TRUE, 500 },
    { "5.5", FALSE, 0 },
    { "1e-400", TRUE, 0 },
    { "9007199254740991", TRUE, 9007199254740991 },
    { "1e300", TRUE, 9007199254740992 },
    { "-1e300", TRUE, -9007199254740992 },
    { "9223372036854775807", TRUE, 9007199254740992 },
    { "true", FALSE, 0 },
    { "\"5\"", FALSE, 0 },
    { "null", FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StarlingJson) json
          = starling_json_new (cases[i].text, strlen (cases[i].text));
      gint64 value = 0;

      g_test_message ("%s", cases[i].text);
      g_assert_true (starling_json_scan (json));
      g_assert_cmpuint (starling_json_get_n_errors (json), ==, 0);
      g_assert_cmpint (starling_json_get_integer (json, 0, &value), ==,
                       cases[i].is_integer);
      g_assert_cmpint (value, ==, cases[i].value);
    }
}

static void
test_index (void)
{
  const char *text = " {\"a\": [10, {\"b\": null}, \"x\"],\n"
                     "  \"c d\": true, \"\\u0065\": {}, \"\": 1}\n";
  g_autoptr (StarlingJson) json = starling_json_new (text, strlen (text));
  const struct
  {
    const char *name;
    const char *path;
    const char *slice;
  } members[] = {
    { "a", "$.a", "[10, {\"b\": null}, \"x\"]" },
    { "c d", "$[\"c d\"]", "true" },
    { "e", "$.e", "{}" },
    { "", "$[\"\"]", "1" },
  };
  guint node, item;
  g_autofree char *path = NULL;

  g_assert_true (starling_json_scan (json));
  g_assert_cmpuint (starling_json_get_n_errors (json), ==, 0);
  g_assert_cmpuint (starling_json_get (json, 0)->n_children, ==, 4);

  node = starling_json_get_first (json, 0);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const StarlingJsonNode *value = starling_json_get (json, node);
      g_autofree char *name = starling_json_dup_name (json, node);
      g_autofree char *at = starling_json_dup_path (json, node);
      g_autofree char *slice
          = g_strndup (text + value->start, value->end - value->start);

      g_assert_cmpstr (name, ==, members[i].name);
      g_assert_cmpstr (at, ==, members[i].path);
      g_assert_cmpstr (slice, ==, members[i].slice);
      g_assert_cmpuint (starling_json_find (json, 0, members[i].name), ==,
                        node);
      node = starling_json_get_next (json, node);
    }
  g_assert_cmpuint (node, ==, 0);
  g_assert_cmpuint (starling_json_find (json, 0, "b"), ==, 0);

  node = starling_json_find (json, 0, "a");
  g_assert_cmpuint (starling_json_find (json, node, "b"), ==, 0);
  item = starling_json_get_next (json, starling_json_get_first (json, node));
  item = starling_json_find (json, item, "b");
  path = starling_json_dup_path (json, item);
  g_assert_cmpstr (path, ==, "$.a[1].b");
}

static void
collect_item_cb (StarlingJson *json, guint node, gpointer data)
{
  const StarlingJsonNode *value = starling_json_get (json, node);
  g_autofree char *path = starling_json_dup_path (json, node);

  g_string_append_printf (data, "%s(%u) ", path, value->n_children);
}

/* What is inside an item is forgotten, the item itself stays. */
static void
test_items (void)
{
  const char *text = "{\"a\":[{\"x\":1,\"y\":[2,3]},[4],5],\"b\":{\"c\":[6]}}";
  g_autoptr (StarlingJson) json = starling_json_new (text, strlen (text));
  g_autoptr (GString) items = g_string_new (NULL);
  guint list;

  starling_json_set_item_func (json, 2, collect_item_cb, items);
  g_assert_true (starling_json_scan (json));
  g_assert_cmpstr (items->str, ==, "$.a[0](2) $.a[1](1) $.a[2](0) $.b.c(1) ");
  list = starling_json_find (json, 0, "a");
  g_assert_cmpuint (starling_json_get (json, list)->n_children, ==, 3);
  g_assert_cmpuint (starling_json_get (json,
                                       starling_json_get_first (json, list))
                        ->n_children,
                    ==, 0);
}

/* Too many values, and too many complaints, end with a complaint. */
static void
test_bounds (void)
{
  g_autofree char *zeros = g_strnfill (2 * (STARLING_JSON_MAX_NODES + 10), '0');
  g_autoptr (StarlingJson) large = NULL;
  g_autoptr (StarlingJson) wrong = NULL;
  g_autoptr (GPtrArray) complaints = NULL;
  const StarlingComplaint *last;
  gsize length = strlen (zeros);

  for (gsize i = 0; i < length; i += 2)
    zeros[i] = i == 0 ? '[' : ',';
  zeros[length - 1] = ']';
  zeros[length - 2] = '0';
  zeros[length - 3] = ',';
  large = starling_json_new (zeros, length);
  g_assert_false (starling_json_scan (large));
  complaints = starling_json_steal_complaints (large);
  g_assert_cmpuint (complaints->len, ==, 1);
  last = g_ptr_array_index (complaints, 0);
  g_assert_nonnull (strstr (last->message, "a million values"));

  for (gsize i = 1; i < length; i += 2)
    if (zeros[i] == '0')
      zeros[i] = 'x';
  zeros[40000] = '\0';
  zeros[39999] = ']';
  wrong = starling_json_new (zeros, 40000);
  g_assert_true (starling_json_scan (wrong));
  g_clear_pointer (&complaints, g_ptr_array_unref);
  complaints = starling_json_steal_complaints (wrong);
  g_assert_cmpuint (complaints->len, ==, STARLING_JSON_MAX_COMPLAINTS + 1);
  last = g_ptr_array_index (complaints, complaints->len - 1);
  g_assert_nonnull (strstr (last->message, "more complaints"));
}

/* Whatever the bytes are, reading ends, and what it says can be shown. */
static void
test_damage (void)
{
  const char *text = "{\"format\":\"p\",'n':[1,-2.5e3,true,null,\"\\ud83d"
                     "\\ude00é\\n\"],\"o\":{\"a\":{},\"a\":[]},//\n\"z\":0x1}";
  const char bytes[] = "{}[]\",:'\\/#\n\t\x01 u0e-\x80\xc3\xe2\xff";
  g_autoptr (GRand) random = g_rand_new_with_seed (4);
  gsize length = strlen (text);

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *damaged = g_strdup (text);
      gsize n = (gsize) g_rand_int_range (random, 0, (gint32) length + 1);
      g_autoptr (StarlingJson) json = NULL;
      g_autoptr (GPtrArray) complaints = NULL;
      g_autofree char *found = NULL;

      damaged[n] = '\0';
      for (gint32 j = g_rand_int_range (random, 0, 4); j > 0 && n > 0; j--)
        damaged[g_rand_int_range (random, 0, (gint32) n)]
            = bytes[g_rand_int_range (random, 0, sizeof bytes - 1)];
      json = starling_json_new (damaged, n);
      starling_json_scan (json);
      complaints = starling_json_steal_complaints (json);
      found = describe (complaints);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/faults", test_faults);
  g_test_add_func ("/json/zero-byte", test_zero_byte);
  g_test_add_func ("/json/depth", test_depth);
  g_test_add_func ("/json/strings", test_strings);
  g_test_add_func ("/json/integers", test_integers);
  g_test_add_func ("/json/index", test_index);
  g_test_add_func ("/json/items", test_items);
  g_test_add_func ("/json/bounds", test_bounds);
  g_test_add_func ("/json/damage", test_damage);
  return g_test_run ();
}

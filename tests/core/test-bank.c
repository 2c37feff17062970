/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/bank-file.h"
#include "support.h"

#include <string.h>

#define FULL "tests/core/data/questions/full.json"

static GHashTable *
new_set (const char *const *ids)
{
  GHashTable *set = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; ids[i] != NULL; i++)
    g_hash_table_add (set, (gpointer) ids[i]);
  return set;
}

/* All complaints, a line each. */
static char *
format_complaints (GPtrArray *complaints)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < complaints->len; i++)
    {
      g_autofree char *line
          = starling_complaint_format (g_ptr_array_index (complaints, i), "q");

      g_string_append_printf (lines, "%s\n", line);
    }
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

static void
test_good (void)
{
  static const char *const named[] = { "slow-builds", "two-lines", NULL };
  g_autoptr (StarlingCatalogue) catalogue = test_load_catalogue ();
  g_autofree char *file = test_dup_source_file (FULL);
  g_autoptr (StarlingBankFile) loaded
      = starling_bank_file_load (file, catalogue, NULL);
  const StarlingBankQuestion *question;
  StarlingPrincipleSet also
      = STARLING_PRINCIPLE_BIT (
            starling_catalogue_find_principle (catalogue, "ownership"))
        | STARLING_PRINCIPLE_BIT (
            starling_catalogue_find_principle (catalogue, "dive-deep"));

  g_assert_true (starling_bank_file_is_one (file));
  g_assert_cmpuint (loaded->complaints->len, ==, 0);
  g_assert_nonnull (loaded->bank);
  g_assert_cmpuint (starling_bank_get_n_questions (loaded->bank), ==, 2);
  question = starling_bank_get_question (loaded->bank, 0);
  g_assert_cmpstr (question->id, ==, "slow-tool");
  g_assert_cmpstr (question->question, ==,
                   "Which tool did everybody complain of until you did "
                   "something about it?");
  g_assert_cmpint (question->principle, ==,
                   starling_catalogue_find_principle (catalogue,
                                                      "invent-and-simplify"));
  g_assert_true (question->also == also);
  g_assert_true (starling_bank_question_get_principles (question)
                 == (also | STARLING_PRINCIPLE_BIT (question->principle)));
  g_assert_cmpstr (question->probes, ==,
                   "Whether you see what others have got used to.");
  g_assert_cmpstrv (question->scenarios, named);

  question = starling_bank_find_question (loaded->bank, "own-mistake");
  g_assert_true (question == starling_bank_get_question (loaded->bank, 1));
  g_assert_true (question->also == 0);
  g_assert_null (starling_bank_find_question (loaded->bank, "slow"));
}

/* The bank that the program brings has neither errors nor warnings, as far as
 * the catalogue goes. */
static void
test_own (void)
{
  g_autoptr (StarlingCatalogue) catalogue = test_load_catalogue ();
  g_autofree char *file = test_dup_source_file ("data/questions.json");
  g_autoptr (StarlingBankFile) loaded
      = starling_bank_file_load (file, catalogue, NULL);
  g_autofree char *lines = format_complaints (loaded->complaints);

  g_assert_cmpstr (lines, ==, "");
  g_assert_nonnull (loaded->bank);
}

/* The good file with the first occurrence of a text replaced. */
static char *
change (const char *from, const char *to)
{
  g_autofree char *file = test_dup_source_file (FULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *good = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (file, &good, &length, NULL));
  g_string_append_len (text, good, (gssize) length);
  g_assert_cmpuint (g_string_replace (text, from, to, 1), ==, 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

#define WARNS "warning: "
#define KNOWN "write the id of a scenario that is known here"

/* Each change of the good file, and all that is said of it. */
static void
test_complaints (void)
{
  static const struct
  {
    const char *from; /* the first occurrence */
    const char *to;
    const char *said; /* a line of it begins so */
    gboolean usable;
  } cases[] = {
    { "starling-questions", "starling-quiz",
      "q:2:13: error: $.format: write "
      "\"starling-questions\" here" },
    { "\"version\": 1", "\"version\": 2", "q:3:14: error: $.version: write 1" },
    { "\"en-GB\"", "\"English\"", "q:4:15: error: $.language: write a " },
    { "\"Somebody\", ", "7, ", "q:6:15: error: $.authors[0]: write a text" },
    { "\"version\": 1,", "", "q:1:1: error: $: add the member \"version\"" },
    { "\"id\": \"slow-tool\"", "\"id\": \"Slow tool\"",
      "q:9:13: error: $.questions[0].id: write an id of small letters" },
    { "own-mistake", "slow-tool",
      "q:17:13: error: $.questions[1].id: write another one here" },
    { "\"Which tool", "\"\", \"x\": \"",
      "q:10:19: error: $.questions[0].question: " },
    { "invent-and-simplify", "invent",
      "q:11:20: error: $.questions[0].principle: write the id of a principle" },
    { "\"dive-deep\"", "\"diving\"",
      "q:12:29: error: $.questions[0].also[1]: write the id of a principle" },
    { "\"dive-deep\"", "\"ownership\"",
      "q:12:29: error: $.questions[0].also[1]: remove this" },
    { "\"dive-deep\"", "\"invent-and-simplify\"",
      "q:12:29: " WARNS "$.questions[0].also[1]: remove this", TRUE },
    { "\"dive-deep\"", "\"frugality\", \"think-big\", \"earn-trust\"",
      "q:12:15: error: $.questions[0].also: list at most 3 here" },
    { "[\"ownership\", \"dive-deep\"]", "\"ownership\"",
      "q:12:15: error: $.questions[0].also: write a list" },
    { "\"probes\": \"Whether you see what others have got used to.\",", "",
      "q:8:5: error: $.questions[0]: add the member \"probes\"" },
    { "\"two-lines\"", "\"slow-builds\"",
      "q:14:36: error: $.questions[0].scenarios[1]: remove this" },
    { "\"two-lines\"", "\"two lines\"",
      "q:14:36: error: $.questions[0].scenarios[1]: write the id" },
    { "\"two-lines\"", "\"three-lines\"",
      "q:14:36: " WARNS "$.questions[0].scenarios[1]: " KNOWN, TRUE },
    { "[\"slow-builds\", \"two-lines\"]", "[]",
      "q:14:20: error: $.questions[0].scenarios: list at least 1 here" },
    { "\"two-lines\"", "\"a\", \"b\", \"c\", \"d\", \"e\", \"f\"",
      "q:14:20: error: $.questions[0].scenarios: list at most 6 here" },
    { "\"own-mistake\"", "\"own-mistake\", \"id\": \"x\"",
      "q:17:28: error: $.questions[1].id: remove this member" },
    { "\"Somebody else\"", "\"Somebody else\",",
      "q:6:42: error: $.authors: remove this comma" },
  };
  static const char *const known[]
      = { "slow-builds", "two-lines", "a", "b", "c", "d", "e", "f", NULL };
  g_autoptr (StarlingCatalogue) catalogue = test_load_catalogue ();
  g_autoptr (GHashTable) scenarios = new_set (known);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = change (cases[i].from, cases[i].to);
      g_autoptr (GPtrArray) complaints = NULL;
      g_autoptr (StarlingBank) bank
          = starling_bank_new_from_text (text, strlen (text), catalogue,
                                         scenarios, &complaints);
      g_autofree char *said = NULL;

      said = format_complaints (complaints);
      if (!g_str_has_prefix (said, cases[i].said))
        g_error ("‘%s’ does not begin with ‘%s’", said, cases[i].said);
      g_assert_cmpuint (complaints->len, ==, 1);
      g_assert_true ((bank != NULL) == cases[i].usable);
    }
}

/* Nobody can say which stories there are. */
static void
test_unknown_stories (void)
{
  static const char *const none[] = { NULL };
  g_autoptr (StarlingCatalogue) catalogue = test_load_catalogue ();
  g_autoptr (GHashTable) scenarios = new_set (none);
  g_autofree char *file = test_dup_source_file (FULL);
  g_autoptr (StarlingBankFile) lenient
      = starling_bank_file_load (file, catalogue, NULL);
  g_autoptr (StarlingBankFile) strict
      = starling_bank_file_load (file, catalogue, scenarios);

  g_assert_cmpuint (lenient->n_warnings, ==, 0);
  g_assert_cmpuint (strict->n_warnings, ==, 3);
  g_assert_cmpuint (strict->n_errors, ==, 0);
  g_assert_nonnull (strict->bank);
}

static void
test_no_file (void)
{
  g_autoptr (StarlingCatalogue) catalogue = test_load_catalogue ();
  const char *const files[] = { "/nowhere/questions.json", "/", "/dev/null" };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (StarlingBankFile) loaded
          = starling_bank_file_load (files[i], catalogue, NULL);

      g_assert_null (loaded->bank);
      g_assert_cmpuint (loaded->n_errors, ==, 1);
      g_assert_false (starling_bank_file_is_one (files[i]));
    }
}

static void
test_recognised (void)
{
  static const struct
  {
    const char *text;
    gboolean expected;
  } cases[] = {
    { "{\"format\": \"starling-questions\"}", TRUE },
    { "{\"x\": [1], \"format\": \"starling-\\u0071uestions\"}", TRUE },
    { "{\"format\": \"starling-pack\"}", FALSE },
    { "{\"questions\": []}", FALSE },
    { "{\"format\": 7}", FALSE },
    { "{\"format\": [\"starling-questions\"]}", FALSE },
    { "[\"format\", \"starling-questions\"]", FALSE },
    { "\"starling-questions\"", FALSE },
    { "{\"format\": \"starling-questions\"", FALSE },
    { "{", FALSE },
    { "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_true (starling_bank_is_text (cases[i].text, strlen (cases[i].text))
                   == cases[i].expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bank/good", test_good);
  g_test_add_func ("/bank/own", test_own);
  g_test_add_func ("/bank/complaints", test_complaints);
  g_test_add_func ("/bank/unknown-stories", test_unknown_stories);
  g_test_add_func ("/bank/no-file", test_no_file);
  g_test_add_func ("/bank/recognised", test_recognised);
  return g_test_run ();
}

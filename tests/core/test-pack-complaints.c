/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/pack.h"
#include "support.h"

#include <string.h>

/*
 * A change of the pack good/full.json, and what is said of it. The first
 * `from` becomes `to`, without the @, which marks where the complaint is.
 */
typedef struct
{
  const char *from;
  const char *to;
  const char *path;
  const char *message; /* part of it */
} Case;

#define S0 "$.scenarios[0]"
#define ID_64 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define CHARACTERS_50 "123456789 123456789 123456789 123456789 ééééééééé "
#define CHARACTERS_100 CHARACTERS_50 CHARACTERS_50
#define CHARACTERS_300 CHARACTERS_100 CHARACTERS_100 CHARACTERS_100
#define CHARACTERS_1000                                                        \
  CHARACTERS_300 CHARACTERS_300 CHARACTERS_300 CHARACTERS_100
#define CHARACTERS_4000                                                        \
  CHARACTERS_1000 CHARACTERS_1000 CHARACTERS_1000 CHARACTERS_1000
#define TEN(x) x x x x x x x x x x

static const Case pack_cases[] = {
  { "\"starling-pack\"", "@\"starling-story\"", "$.format",
    "write \"starling-pack\" here, not \"starling-story\"" },
  { "\"starling-pack\"", "@1", "$.format", "not a number" },
  { "\"version\": 1", "\"version\": @2", "$.version", "write 1 here" },
  { "\"version\": 1", "\"version\": @\"1\"", "$.version", "not a text" },
  { "\"version\": 1", "\"version\": @true", "$.version", "not a boolean" },
  { "{\n  \"format\": \"starling-pack\",", "@{", "$",
    "add the member \"format\": \"starling-pack\"" },
  { "{\n  \"format\": \"starling-pack\",\n  \"version\": 1,",
    "@{\"format\": \"starling-pack\",", "$", "add the member \"version\": 1" },
  { "\"test-pack\"", "@\"Test pack\"", "$.id",
    "write an id of small letters and digits" },
  { "\"test-pack\"", "@\"\"", "$.id", "the text is empty" },
  { "\"test-pack\"", "@\"-a\"", "$.id", "not \"-a\"" },
  { "\"test-pack\"", "@\"a-\"", "$.id", "not \"a-\"" },
  { "\"test-pack\"", "@\"a--b\"", "$.id", "not \"a--b\"" },
  { "\"test-pack\"", "@\"a\\n\"", "$.id", "write an id" },
  { "\"test-pack\"", "@\"é\"", "$.id", "not \"é\"" },
  { "\"test-pack\"", "@\"" ID_64 "a\"", "$.id", "65 characters, at most 64" },
  { "\"A pack that uses everything\"", "@\"\"", "$.title", "empty" },
  { "\"A pack that uses everything\"", "@\"" CHARACTERS_300 "1\"", "$.title",
    "301 characters, at most 300" },
  { "\"A pack that uses everything\"", "@null", "$.title", "not null" },
  { "\"en-GB\"", "@\"EN\"", "$.language", "write a language tag" },
  { "\"en-GB\"", "@\"e\"", "$.language", "not \"e\"" },
  { "\"en-GB\"", "@\"engl\"", "$.language", "not \"engl\"" },
  { "\"en-GB\"", "@\"en-\"", "$.language", "not \"en-\"" },
  { "\"en-GB\"", "@\"en-G\"", "$.language", "not \"en-G\"" },
  { "\"en-GB\"", "@\"en-123456789\"", "$.language", "not \"en-123456789\"" },
  { "\"en-GB\"", "@\"en_GB\"", "$.language", "not \"en_GB\"" },
  { "\"en-GB\"", "@\"" CHARACTERS_50 "\"", "$.language",
    "not \"123456789 123456789 123456789 123456789 …\"" },
  { "\"CC0-1.0\"", "@[]", "$.license", "not a list" },
  { "[\"A. Tester\", \"Zoë\"]", "@\"A. Tester\"", "$.authors",
    "write a list of authors here, not a text" },
  { "[\"A. Tester\",",
    "@[" TEN (
        "\"a\",\"a\",\"a\",\"a\",\"a\",\"a\",") "\"a\",\"a\",\"a\",\"a\",",
    "$.authors", "list at most 64 here: there are 65" },
  { "\"Zoë\"]", "@\"\"]", "$.authors[1]", "empty" },
  { "\"Zoë\"]", "@{}]", "$.authors[1]", "not an object" },
};

static const Case scenario_cases[] = {
  { "\"slow-builds\"", "@\"slow builds\"", S0 ".id", "write an id" },
  { "    {\n      \"id\": \"slow-builds\",", "    @{", S0,
    "add the member \"id\": an id" },
  { "\"two-lines\"", "@\"slow-builds\"", "$.scenarios[1].id",
    "belongs to $.scenarios[0]" },
  { "\"The build that took an hour\"", "@\"\"", S0 ".title", "empty" },
  { "\"Tell me about a time when you made something simpler.\"", "@7",
    S0 ".question", "write a text of 1 to 300 characters here" },
  { "\"invent-and-simplify\",\n      \"tags\"", "@\"humility\", \"tags\"",
    S0 ".principle",
    "the id of a principle in the catalogue (such as \"ownership\") here, not "
    "\"humility\"" },
  { "\"cross-team\"", "@\"cross team\"", S0 ".tags[1]", "write an id" },
  { "[\"tooling\",", "@[" TEN ("\"a\",") "\"a\",\"a\",", S0 ".tags",
    "list at most 12 here: there are 13" },
  { "\"A build took an hour.\"", "@{}", S0 ".overview.situation",
    "write a text of 1 to 4000 characters here, not an object" },
  { "\"A build took an hour.\"", "@\"" CHARACTERS_4000 "!\"",
    S0 ".overview.situation", "4001 characters, at most 4000" },
  { "{\n        \"situation\": \"A build took an hour.\",", "@{",
    S0 ".overview", "add the member \"situation\"" },
  { "[\"Measure first.\", \"Leave a guard behind.\"]", "@[]",
    S0 ".overview.takeaways", "list at least 1 here: there are 0" },
  { "[\"Measure first.\",",
    "@[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\",",
    S0 ".overview.takeaways", "list at most 8 here: there are 9" },
  { "\"angles\": [\n        {\"principle\": \"dive-deep\", \"lead\"",
    "\"angles\": [\n        @{\"lead\"", S0 ".angles[0]",
    "add the member \"principle\"" },
  { "{\"principle\": \"ownership\"", "{\"principle\": @\"dive-deep\"",
    S0 ".angles[1].principle", "write another one here: \"dive-deep\"" },
  { "{\"principle\": \"ownership\"", "{\"principle\": @\"grit\"",
    S0 ".angles[1].principle", "the id of a principle in the catalogue" },
  { "\"lead\": \"Lead with the decision.\", ", "\"lead\": @\"\",",
    S0 ".angles[1].lead", "empty" },
  { "\"lead\": \"Lead with the decision.\", \"emphasize\": \"Nobody asked.\"",
    "\"lead\": \"d\", \"emphasize\": @[\"Nobody\"]", S0 ".angles[1].emphasize",
    "not a list" },
};

static const Case step_cases[] = {
  { "\"step\": \"task\"", "\"step\": @\"action\"", S0 ".steps[1].step",
    "write \"task\" here: the steps stand in the order situation, task" },
  { "\"step\": \"situation\"", "\"step\": @\"intro\"", S0 ".steps[0].step",
    "write \"situation\", \"task\"" },
  { "{\n          \"step\": \"task\",", "@{", S0 ".steps[1]",
    "add the member \"step\"" },
  { "{\"step\": \"task\", \"seconds\": 600},\n", "", "$.scenarios[1].steps",
    "list at least 5 here: there are 4" },
  { "{\"step\": \"task\", \"seconds\": 600},",
    "{\"step\": \"task\", \"seconds\": 600},{\"step\": \"task\", \"seconds\": "
    "5},",
    "$.scenarios[1].steps", "list at most 5 here: there are 6" },
  { "\"seconds\": 30", "\"seconds\": @4", S0 ".steps[0].seconds",
    "write a whole number of seconds from 5 to 600 here" },
  { "\"seconds\": 30", "\"seconds\": @601", S0 ".steps[0].seconds", "600" },
  { "\"seconds\": 30", "\"seconds\": @30.5", S0 ".steps[0].seconds", "whole" },
  { "\"seconds\": 30", "\"seconds\": @\"30\"", S0 ".steps[0].seconds",
    "not a text" },
  { "\"seconds\": 30", "\"seconds\": @1e300", S0 ".steps[0].seconds", "600" },
  { "\"seconds\": 20,\n          \"answer\": [\n            {\"text\": \"I "
    "decided "
    "to bring it under ten minutes.\"}\n          ]",
    "\"seconds\": 20, \"answer\": @[]", S0 ".steps[1].answer",
    "list at least 1" },
  { "{\"text\": \"Twelve people waited for it.\", ", "@{",
    S0 ".steps[0].answer[1]", "add the member \"text\"" },
  { "\"emphasize\": [\"dive-deep\"]", "\"emphasize\": [@\"deep\"]",
    S0 ".steps[0].answer[0].emphasize[0]", "not \"deep\"" },
  { "\"emphasize\": [\"dive-deep\"]",
    "\"emphasize\": [\"dive-deep\", "
    "@\"dive-deep\"]",
    S0 ".steps[0].answer[0].emphasize[1]", "remove this: \"dive-deep\"" },
  { "\"downplay\": [\"dive-deep\"], \"levels\"",
    "\"emphasize\": [\"frugality\", \"dive-deep\"], \"downplay\": "
    "[\"ownership\", @\"dive-deep\"], \"levels\"",
    S0 ".steps[0].answer[1].downplay[1]", "both emphasized and downplayed" },
  { "\"levels\": [\"sde2\", \"senior\"]", "\"levels\": @[]",
    S0 ".steps[0].answer[1].levels", "list at least 1" },
  { "\"levels\": [\"sde2\", \"senior\"]", "\"levels\": [\"sde2\", @\"sde2\"]",
    S0 ".steps[0].answer[1].levels[1]", "remove this" },
  { "\"levels\": [\"sde2\", \"senior\"]", "\"levels\": [@\"sde4\"]",
    S0 ".steps[0].answer[1].levels[0]", "write \"sde1\", \"sde2\" or" },
  { "\"key_phrases\": [\"took an hour\", \"Nobody's ticket\"]",
    "\"key_phrases\": [@\"\"]", S0 ".steps[0].key_phrases[0]", "empty" },
  { "[\"took an hour\", \"Nobody's ticket\"]",
    "@[" TEN ("\"took an hour\",") "\"took\", \"an\", \"hour\"]",
    S0 ".steps[0].key_phrases", "list at most 12 here: there are 13" },
  { "\"The problem first.\"", "@3", S0 ".steps[0].coaching", "not a number" },
  { "\"No number.\"", "@\"\"", S0 ".steps[1].mistake", "empty" },
};

static const Case level_cases[] = {
  { "\"sde1\": {\n", "\"staff\": @{},\n\"sde1\": {\n", S0 ".levels.staff",
    "remove this: only \"sde1\", \"sde2\", \"senior\" may stand here" },
  { "\"sde1\": {\n", "\"SDE1\": @{},\n\"sde1\": {\n", S0 ".levels.SDE1",
    "remove this" },
  { "\"Your own part.\"", "@\"\"", S0 ".levels.sde1.guidance", "empty" },
  { "\"A clear contribution.\"", "@0", S0 ".levels.sde1.bar", "not a number" },
  { "[{\"text\": \"Now every stage has a budget.\"}]", "@[]",
    S0 ".levels.sde2.reflection", "list at least 1" },
  { "{\"min\": 90, \"max\": 120}", "{\"min\": @29, \"max\": 120}",
    S0 ".levels.sde1.seconds.min", "at least 30" },
  { "{\"min\": 90, \"max\": 120}", "{\"min\": 90, \"max\": @901}",
    S0 ".levels.sde1.seconds.max", "at most 900" },
  { "{\"min\": 90, \"max\": 120}", "{\"min\": @121, \"max\": 120}",
    S0 ".levels.sde1.seconds.min", "at most the number of \"max\" here (120)" },
  { "{\"min\": 90, \"max\": 120}", "{\"min\": @90, \"max\": -5}",
    S0 ".levels.sde1.seconds.min", "(-5)" },
  { "{\"min\": 90, \"max\": 120}", "@{\"min\": 90}", S0 ".levels.sde1.seconds",
    "add the member \"max\"" },
  { "{\"min\": 90, \"max\": 120}", "@[90, 120]", S0 ".levels.sde1.seconds",
    "write an object of \"min\" and \"max\" seconds here, not a list" },
};

static const Case question_cases[] = {
  { "\"id\": \"scale\"", "\"id\": @\"who\"", S0 ".probes[1].id",
    "write another one here: \"who\"" },
  { "\"id\": \"scale\"", "\"id\": @\"Scale\"", S0 ".probes[1].id",
    "write an id" },
  { "{\"answer\": \"We looked at it together.\", ", "@{", S0 ".probes[0].weak",
    "add the member \"answer\"" },
  { "{\"answer\": \"I would shard the slowest stage.\", ", "@{",
    S0 ".probes[1].strong", "add the member \"answer\"" },
  { "\"One person, named acts.\"", "@\"" CHARACTERS_300 ".\"",
    S0 ".probes[0].strong.takeaway", "301 characters" },
  { "\"kind\": \"contribution\"", "\"kind\": @\"teamwork\"",
    S0 ".probes[0].kind", "write \"contribution\", \"influence\"" },
  { "[\"sometimes\", \"no figures\"]", "@[]", S0 ".weak_answer.flags",
    "list at least 1" },
  { "\"Nothing to hold on to.\"", "@false", S0 ".weak_answer.verdict",
    "not a boolean" },
  { "{\n        \"text\": \"The build was slow sometimes, and we made it "
    "faster.\",",
    "@{", S0 ".weak_answer", "add the member \"text\"" },
  { "\"id\": \"missing\"", "\"id\": @\"owner\"", S0 ".quiz[1].id",
    "write another one here: \"owner\"" },
  { "\"correct\": 0", "\"correct\": @3", S0 ".quiz[0].correct",
    "write a number from 0 to 2 here: there are 3 options" },
  { "\"correct\": 0", "\"correct\": @1e300", S0 ".quiz[0].correct",
    "from 0 to 2" },
  { "\"correct\": 0", "\"correct\": @-1", S0 ".quiz[0].correct",
    "counted from 0" },
  { "\"correct\": 0", "\"correct\": @0.5", S0 ".quiz[0].correct",
    "counted from 0" },
  { "[{\"text\": \"A number\"}, {\"text\": \"A name\"}]",
    "@[{\"text\": \"A number\"}]", S0 ".quiz[1].options",
    "list at least 2 here: there is 1" },
  { "[{\"text\": \"A number\"},", "@[" TEN ("{\"text\": \"A\"},"),
    S0 ".quiz[1].options", "list at most 6 here: there are 11" },
  { "{\"text\": \"We discussed it.\"}", "@{\"why\": \"We.\"}",
    S0 ".quiz[0].options[2]", "add the member \"text\"" },
  { "\"Nobody acts.\"", "@\"\"", S0 ".quiz[0].options[1].why", "empty" },
  { "\"Only the first names a person.\"", "@{}", S0 ".quiz[0].explanation",
    "not an object" },
};

static const Case warning_cases[] = {
  { "\"took an hour\"", "@\"took two hours\"", S0 ".steps[0].key_phrases[0]",
    "words here that a passage of the answer contains" },
  { "\"a budget\"]", "@\"a mechanism\"]", S0 ".steps[4].key_phrases[1]",
    "words here" },
  { "{\"step\": \"reflection\", \"seconds\": 15}",
    "{\"step\": \"reflection\", \"seconds\": 15, \"answer\": @[{\"text\": "
    "\"So.\"}]}",
    "$.scenarios[1].steps[4].answer", "the \"reflection\" of the levels" },
  { "\"probes\": [\n        {\n          \"id\": \"why\",",
    "\"probes\": @[], \"x\": [{\"id\": \"why\",", "$.scenarios[1].probes",
    "at least one follow-up" },
  { "    {\n      \"id\": \"two-lines\",",
    "    @{ \"id\": \"three\", \"title\": \"Three\", \"question\": \"What?\",\n"
    "\"principle\": \"ownership\", \"steps\": [{\"step\": \"situation\", "
    "\"seconds\": 5}, {\"step\": \"task\", \"seconds\": 5}, {\"step\": "
    "\"action\", \"seconds\": 5, \"key_phrases\": [\"not written yet\"]}, "
    "{\"step\": \"result\", \"seconds\": 5}, {\"step\": \"reflection\", "
    "\"seconds\": 5, \"key_phrases\": [\"nor this\"]}]},\n"
    "{ \"id\": \"two-lines\",",
    "$.scenarios[1]", "add \"probes\"" },
};

typedef struct
{
  const char *name;
  const Case *cases;
  guint n_cases;
  StarlingSeverity severity;
} Table;

static const Table tables[] = {
  { "pack", pack_cases, G_N_ELEMENTS (pack_cases), STARLING_SEVERITY_ERROR },
  { "scenario", scenario_cases, G_N_ELEMENTS (scenario_cases),
    STARLING_SEVERITY_ERROR },
  { "step", step_cases, G_N_ELEMENTS (step_cases), STARLING_SEVERITY_ERROR },
  { "level", level_cases, G_N_ELEMENTS (level_cases), STARLING_SEVERITY_ERROR },
  { "question", question_cases, G_N_ELEMENTS (question_cases),
    STARLING_SEVERITY_ERROR },
  { "warning", warning_cases, G_N_ELEMENTS (warning_cases),
    STARLING_SEVERITY_WARNING },
};

/* Takes the @ out of @text and says where it was, as LINE:COLUMN. */
static char *
take_mark (GString *text)
{
  guint line = 1, column = 1;
  char *mark = strchr (text->str, '@');

  if (mark == NULL)
    return NULL;
  for (const char *p = text->str; p < mark; p = g_utf8_next_char (p))
    if (*p == '\n')
      {
        line++;
        column = 1;
      }
    else
      column++;
  g_string_erase (text, mark - text->str, 1);
  return g_strdup_printf ("%u:%u", line, column);
}

static StarlingPack *
load_text (const char *text, StarlingCatalogue *catalogue)
{
  g_autofree char *folder = test_make_folder ();
  g_autofree char *file = g_build_filename (folder, "pack.json", NULL);
  g_autoptr (GError) error = NULL;
  StarlingPack *pack;

  g_file_set_contents (file, text, -1, &error);
  g_assert_no_error (error);
  pack = starling_pack_load (file, catalogue);
  test_remove_folder (folder);
  return pack;
}

static void
check_case (const Case *c,
            StarlingSeverity severity,
            const char *full,
            StarlingCatalogue *catalogue)
{
  const gboolean is_error = severity == STARLING_SEVERITY_ERROR;
  const char *from = strstr (full, c->from);
  g_autoptr (GString) text = g_string_new (full);
  g_autoptr (StarlingPack) pack = NULL;
  g_autofree char *mark = NULL;
  g_autofree char *position = NULL;
  const StarlingComplaint *complaint;

  g_test_message ("%s: %s", c->path, c->message);
  g_assert_nonnull (from);
  g_string_erase (text, from - full, (gssize) strlen (c->from));
  g_string_insert (text, from - full, c->to);
  mark = take_mark (text);
  pack = load_text (text->str, catalogue);

  for (guint i = 0; i < pack->complaints->len; i++)
    {
      complaint = g_ptr_array_index (pack->complaints, i);
      g_test_message ("  %u:%u %s %s", complaint->line, complaint->column,
                      complaint->path, complaint->message);
    }
  g_assert_cmpuint (pack->complaints->len, ==, 1);
  complaint = g_ptr_array_index (pack->complaints, 0);
  position = g_strdup_printf ("%u:%u", complaint->line, complaint->column);
  g_assert_cmpint (complaint->severity, ==, severity);
  g_assert_cmpstr (complaint->path, ==, c->path);
  g_assert_nonnull (strstr (complaint->message, c->message));
  if (mark != NULL)
    g_assert_cmpstr (position, ==, mark);
  g_assert_cmpuint (pack->n_errors, ==, is_error ? 1 : 0);
  g_assert_cmpuint (pack->n_warnings, ==, is_error ? 0 : 1);
  g_assert_cmpint (pack->entries->len > 0, ==, !is_error);
}

static void
test_table (gconstpointer data)
{
  const Table *table = data;
  g_autofree char *file
      = test_dup_source_file ("tests/core/data/packs/good/full.json");
  g_autofree char *full = NULL;
  g_autoptr (StarlingCatalogue) catalogue = test_load_catalogue ();

  g_assert_true (g_file_get_contents (file, &full, NULL, NULL));
  for (guint i = 0; i < table->n_cases; i++)
    check_case (&table->cases[i], table->severity, full, catalogue);
}

/* All that is wrong is said at once, as it comes in the file. */
static void
test_all_at_once (void)
{
  static const char text[]
      = "{\n"
        "  \"format\": \"starling-pack\", // a comment\n"
        "  \"version\": 02,\n"
        "  \"id\": \"Ä\", \"title\": \"\\u202e\",\n"
        "  \"scenarios\": [\n"
        "    {\"id\": \"a\", \"principle\": \"x\", \"steps\": [1],},\n"
        "    7\n"
        "  ]\n"
        "}\n";
  static const char *const expected[] = {
    "p.json:1:1: error: $: add the member \"language\": a language tag",
    "p.json:2:30: error: $: remove this comment: JSON has none",
    "p.json:3:14: error: $.version: ",
    "p.json:4:9: error: $.id: ",
    "p.json:4:23: error: $.title: remove the character U+202E",
    "p.json:6:5: error: $.scenarios[0]: add the member \"title\"",
    "p.json:6:5: error: $.scenarios[0]: add the member \"question\"",
    "p.json:6:5: warning: $.scenarios[0]: add \"probes\"",
    "p.json:6:30: error: $.scenarios[0].principle: ",
    "p.json:6:44: error: $.scenarios[0].steps: list at least 5 here",
    "p.json:6:45: error: $.scenarios[0].steps[0]: write an object",
    "p.json:6:47: error: $.scenarios[0]: remove this comma",
    "p.json:7:5: error: $.scenarios[1]: write an object",
  };
  g_autoptr (StarlingCatalogue) catalogue = test_load_catalogue ();
  g_autoptr (StarlingPack) pack = load_text (text, catalogue);

  for (guint i = 0; i < pack->complaints->len; i++)
    {
      g_autofree char *line
          = starling_complaint_format (g_ptr_array_index (pack->complaints, i),
                                       "p.json");

      g_test_message ("%s", line);
      g_assert_cmpuint (i, <, G_N_ELEMENTS (expected));
      g_assert_true (g_str_has_prefix (line, expected[i]));
    }
  g_assert_cmpuint (pack->complaints->len, ==, G_N_ELEMENTS (expected));
  g_assert_cmpuint (pack->n_warnings, ==, 1);
}

/* What can be shown of a value in a message is short and harmless. */
static void
test_excerpt (void)
{
  g_autoptr (StarlingCatalogue) catalogue = test_load_catalogue ();
  g_autoptr (StarlingPack) pack
      = load_text ("{\"id\": \"" ID_64 "\xe2\x80\xae\"}", catalogue);

  for (guint i = 0; i < pack->complaints->len; i++)
    {
      const StarlingComplaint *complaint
          = g_ptr_array_index (pack->complaints, i);

      g_assert_null (strstr (complaint->message, "\xe2\x80\xae"));
      g_assert_cmpuint (strlen (complaint->message), <, 300);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *path
          = g_strconcat ("/pack-complaints/", tables[i].name, NULL);

      g_test_add_data_func (path, &tables[i], test_table);
    }
  g_test_add_func ("/pack-complaints/all-at-once", test_all_at_once);
  g_test_add_func ("/pack-complaints/excerpt", test_excerpt);
  return g_test_run ();
}

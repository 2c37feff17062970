/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/bank-private.h"

#include "base/json-shape.h"

#include <string.h>

#define FORMAT "starling-questions"
#define PROBES_MAX 200
#define MAX_ALSO 3
#define MAX_SCENARIOS 6

/* What the shapes get as data. */
typedef struct
{
  StarlingCatalogue *catalogue;
  GHashTable *scenarios; /* (nullable): the ids that are known */
} Reader;

/* The file format, as tables: the same as data/questions.schema.json */

static gboolean
is_format (const char *value, gpointer data)
{
  return g_str_equal (value, FORMAT);
}

static gboolean
is_principle (const char *value, gpointer data)
{
  Reader *reader = data;

  return starling_catalogue_find_principle (reader->catalogue, value) >= 0;
}

/* Warns of a story that nobody can be shown. */
static void
check_scenario (StarlingJson *json, guint node, gpointer data)
{
  Reader *reader = data;
  g_autofree char *id = starling_json_dup_string (json, node);

  if (reader->scenarios != NULL && starling_shape_is_id (id, NULL)
      && !g_hash_table_contains (reader->scenarios, id))
    starling_json_complain (json, STARLING_SEVERITY_WARNING, node,
                            "write the id of a scenario that is known here, "
                            "not \"%s\"",
                            id);
}

/* Warns of a principle that is said twice. */
static void
check_question (StarlingJson *json, guint node, gpointer data)
{
  guint also = starling_json_find (json, node, "also");
  g_autofree char *id = starling_json_dup_member (json, node, "principle");

  if (id == NULL || also == 0
      || starling_json_get (json, also)->kind != STARLING_JSON_ARRAY)
    return;
  for (guint item = starling_json_get_first (json, also); item != 0;
       item = starling_json_get_next (json, item))
    {
      g_autofree char *other = starling_json_dup_string (json, item);

      if (g_strcmp0 (id, other) == 0)
        starling_json_complain (json, STARLING_SEVERITY_WARNING, item,
                                "remove this: it is the \"principle\" of the "
                                "question");
    }
}

static const StarlingShape format_shape = {
  .kind = STARLING_SHAPE_STRING,
  .what = "\"" FORMAT "\"",
  .accepts = is_format,
};

static const StarlingShape principle_shape = {
  .kind = STARLING_SHAPE_STRING,
  .what = "the id of a principle in the catalogue (such as \"ownership\")",
  .accepts = is_principle,
};

static const StarlingShape also_shape = {
  .kind = STARLING_SHAPE_ARRAY,
  .what = "a list of other principles that it may be meant for",
  .max = MAX_ALSO,
  .items = &principle_shape,
  .unique = TRUE,
};

static const StarlingShape probes_shape = {
  .kind = STARLING_SHAPE_STRING,
  .what = "a text of 1 to 200 characters that says what is tested",
  .min = 1,
  .max = PROBES_MAX,
};

static const StarlingShape scenario_shape = {
  .kind = STARLING_SHAPE_STRING,
  .what = "the id of a scenario (such as \"webhook-drops\")",
  .min = 1,
  .max = STARLING_SHAPE_ID_MAX,
  .accepts = starling_shape_is_id,
  .check = check_scenario,
};

static const StarlingShape scenarios_shape = {
  .kind = STARLING_SHAPE_ARRAY,
  .what = "a list of the scenarios that answer it, best first",
  .min = 1,
  .max = MAX_SCENARIOS,
  .items = &scenario_shape,
  .unique = TRUE,
};

static const StarlingShape question_shape = {
  .kind = STARLING_SHAPE_OBJECT,
  .what = "an object that describes a question",
  .members = (const StarlingShapeMember[]) {
      { "id", &starling_shape_id, TRUE },
      { "question", &starling_shape_line, TRUE },
      { "principle", &principle_shape, TRUE },
      { "also", &also_shape, FALSE },
      { "probes", &probes_shape, TRUE },
      { "scenarios", &scenarios_shape, TRUE },
      { NULL },
  },
  .check = check_question,
};

static const StarlingShape questions_shape = {
  .kind = STARLING_SHAPE_ARRAY,
  .what = "a list of questions",
  .min = 1,
  .max = STARLING_BANK_MAX_QUESTIONS,
  .items = &question_shape,
  .unique_member = "id",
};

static const StarlingShape bank_shape = {
  .kind = STARLING_SHAPE_OBJECT,
  .what = "an object that describes a question bank",
  .members = (const StarlingShapeMember[]) {
      { "format", &format_shape, TRUE },
      { "version", &starling_shape_version, TRUE },
      { "language", &starling_shape_language, TRUE },
      { "license", &starling_shape_line, FALSE },
      { "authors", &starling_shape_authors, FALSE },
      { "questions", &questions_shape, TRUE },
      { NULL },
  },
};

/* Reading: the file has its shape by then */

static char **
dup_list (StarlingJson *json, guint object, const char *name)
{
  return starling_json_dup_strings (json,
                                    starling_json_find (json, object, name));
}

static StarlingBankQuestion *
read_question (StarlingJson *json, guint node, StarlingCatalogue *catalogue)
{
  StarlingBankQuestion *question = g_new0 (StarlingBankQuestion, 1);
  g_autofree char *principle
      = starling_json_dup_member (json, node, "principle");
  g_auto (GStrv) also = dup_list (json, node, "also");

  question->id = starling_json_dup_member (json, node, "id");
  question->question = starling_json_dup_member (json, node, "question");
  question->probes = starling_json_dup_member (json, node, "probes");
  question->scenarios = dup_list (json, node, "scenarios");
  question->principle
      = starling_catalogue_find_principle (catalogue, principle);
  for (guint i = 0; also[i] != NULL; i++)
    question->also |= STARLING_PRINCIPLE_BIT (
        starling_catalogue_find_principle (catalogue, also[i]));
  question->also &= ~STARLING_PRINCIPLE_BIT (question->principle);
  return question;
}

/**
 * starling_bank_new_from_text:
 * @text: a file, with a 0 byte behind it
 * @length: its bytes
 * @catalogue: the catalogue whose principles it refers to
 * @scenarios: (nullable): a set of the ids that are known; others that a
 *   question names are warned of
 * @complaints: (out) (transfer full) (element-type StarlingComplaint): all
 *   that is wrong, with its place, as in the file
 *
 * Reads a question bank: `{"format":"starling-questions","version":1,
 * "language","license","authors","questions":[{id,question,principle,also,
 * probes,scenarios}…]}`, as data/questions.schema.json says. Belongs to no
 * thread.
 *
 * Returns: (transfer full) (nullable): the bank; %NULL if there is an error
 *   among the complaints
 */
StarlingBank *
starling_bank_new_from_text (const char *text,
                             gsize length,
                             StarlingCatalogue *catalogue,
                             GHashTable *scenarios,
                             GPtrArray **complaints)
{
  g_autoptr (StarlingJson) json = starling_json_new (text, length);
  Reader reader = { .catalogue = catalogue, .scenarios = scenarios };
  StarlingBank *self = NULL;

  if (starling_json_scan (json))
    starling_shape_check (&bank_shape, json, 0, &reader);
  if (starling_json_get_n_errors (json) == 0)
    {
      guint list = starling_json_find (json, 0, "questions");

      self = starling_bank_new ();
      for (guint node = starling_json_get_first (json, list); node != 0;
           node = starling_json_get_next (json, node))
        starling_bank_add (self, read_question (json, node, catalogue));
    }
  *complaints = starling_json_steal_complaints (json);
  return self;
}

/**
 * starling_bank_is_text:
 * @text: a file, with a 0 byte behind it
 * @length: its bytes
 *
 * Returns: whether it says of itself that it is a question bank
 */
gboolean
starling_bank_is_text (const char *text, gsize length)
{
  g_autoptr (StarlingJson) json = NULL;
  g_autofree char *format = NULL;

  /* A pack may have many times the length of a bank: only where the format is
   * written, or may be with escapes, it is looked at. */
  if (memmem (text, length, FORMAT, strlen (FORMAT)) == NULL
      && memmem (text, length, "\\u", 2) == NULL)
    return FALSE;
  json = starling_json_new (text, length);
  if (!starling_json_scan (json)
      || starling_json_get (json, 0)->kind != STARLING_JSON_OBJECT)
    return FALSE;
  format = starling_json_dup_member (json, 0, "format");
  return g_strcmp0 (format, FORMAT) == 0;
}

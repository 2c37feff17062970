/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "scheduler-vectors-private.h"

#include <math.h>
#include <string.h>

#define FORMAT "fsrs-vectors/1"

/* Storage for what settings point to. */
typedef struct
{
  double w[STARLING_N_WEIGHTS];
  int learning[STARLING_MAX_LEARNING_STEPS + 1];
  int relearning[STARLING_MAX_LEARNING_STEPS + 1];
} Lists;

/* One more than fits is kept, for the scheduler to refuse. */
static guint
get_steps (VectorsCheck *check,
           JsonObject *object,
           const char *name,
           int steps[STARLING_MAX_LEARNING_STEPS + 1])
{
  JsonArray *array = vectors_get_array (check, object, name);
  guint n = array != NULL ? json_array_get_length (array) : 0;

  n = MIN (n, STARLING_MAX_LEARNING_STEPS + 1);
  for (guint i = 0; i < n; i++)
    {
      gint64 minutes
          = vectors_read_integer (check, json_array_get_element (array, i),
                                  name);

      steps[i] = (int) CLAMP (minutes, G_MININT, G_MAXINT);
    }
  return n;
}

static void
get_settings (VectorsCheck *check,
              JsonObject *parameters,
              Lists *lists,
              StarlingSchedulerSettings *settings)
{
  JsonArray *w = vectors_get_array (check, parameters, "w");

  starling_scheduler_settings_init (settings);
  settings->weights = lists->w;
  settings->n_weights = w != NULL ? json_array_get_length (w) : 0;
  for (guint i = 0; i < MIN (settings->n_weights, STARLING_N_WEIGHTS); i++)
    lists->w[i]
        = vectors_read_number (check, json_array_get_element (w, i), "w");
  settings->retention
      = vectors_get_number (check, parameters, "request_retention");
  settings->maximum_interval = (int) CLAMP (
      vectors_get_integer (check, parameters, "maximum_interval"), 0, G_MAXINT);
  settings->short_term
      = vectors_get_boolean (check, parameters, "enable_short_term");
  settings->learning_steps = lists->learning;
  settings->n_learning_steps
      = get_steps (check, parameters, "learning_steps_minutes",
                   lists->learning);
  settings->relearning_steps = lists->relearning;
  settings->n_relearning_steps
      = get_steps (check, parameters, "relearning_steps_minutes",
                   lists->relearning);
  settings->fuzz = vectors_get_boolean (check, parameters, "enable_fuzz");
}

/* Returns: whether the record has a scheduler, with the effective weights. */
static gboolean
get_scheduler (VectorsCheck *check,
               JsonObject *record,
               StarlingScheduler *scheduler)
{
  Lists lists = { 0 };
  StarlingSchedulerSettings settings;
  JsonObject *parameters = vectors_get_object (check, record, "parameters");
  JsonArray *w = vectors_get_array (check, record, "w_effective");
  g_autoptr (GError) error = NULL;

  if (check->bad)
    return FALSE;
  get_settings (check, parameters, &lists, &settings);
  if (check->bad)
    return FALSE;
  if (!starling_scheduler_init (scheduler, &settings, &error))
    {
      vectors_complain (check, "settings refused: %s", error->message);
      return FALSE;
    }
  if (json_array_get_length (w) != STARLING_N_WEIGHTS)
    {
      vectors_complain (check, "'w_effective' has %u numbers, not %d",
                        json_array_get_length (w), STARLING_N_WEIGHTS);
      return FALSE;
    }
  for (guint i = 0; i < STARLING_N_WEIGHTS; i++)
    {
      g_autofree char *name = g_strdup_printf ("w_effective[%u]", i);

      vectors_expect_number (
          check, name,
          vectors_read_number (check, json_array_get_element (w, i), name),
          scheduler->w[i], 1, check->w_tolerance, &check->report->w);
    }
  return !check->bad;
}

static gboolean
equals (const StarlingMemory *a, const StarlingMemory *b)
{
  return a->state == b->state && a->step == b->step
         && a->stability == b->stability && a->difficulty == b->difficulty
         && a->due == b->due && a->last_review == b->last_review
         && a->last_shift == b->last_shift
         && a->scheduled_days == b->scheduled_days
         && a->elapsed_days == b->elapsed_days && a->reps == b->reps
         && a->lapses == b->lapses;
}

/* Does the review that @record tells of, and compares. */
static void
check_review (VectorsCheck *check,
              const StarlingScheduler *scheduler,
              JsonObject *record,
              JsonObject *expected,
              StarlingMemory *memory)
{
  StarlingMemory preview[STARLING_N_GRADES], after;
  gint64 now = vectors_get_time (check, record, "review_time_iso");
  gint64 grade = vectors_get_integer (check, record, "grade");
  double fuzz_factor = 0;

  if (scheduler->fuzz)
    {
      fuzz_factor = vectors_get_number (check, record, "fuzz_factor");
      if (!(fuzz_factor >= 0 && fuzz_factor < 1))
        vectors_complain (check, "'fuzz_factor' is not from 0 to below 1");
    }
  if (grade < STARLING_GRADE_AGAIN || grade > STARLING_GRADE_EASY)
    vectors_complain (check, "no such grade: %" G_GINT64_FORMAT, grade);
  if (starling_memory_get_elapsed_days (memory, now, 0) < 0)
    vectors_complain (check, "the review lies before the last one");
  if (check->bad || expected == NULL)
    return;

  starling_scheduler_preview (scheduler, memory, now, 0, fuzz_factor, preview);
  starling_scheduler_review (scheduler, memory, now, 0, (int) grade,
                             fuzz_factor, &after);
  check->report->n_reviews++;
  vectors_expect_memory (check, expected, &after);
  check->report->n_checks++;
  if (!equals (&preview[grade - 1], &after))
    vectors_complain (check,
                      "the preview says something else than the review does");
  *memory = after;
}

static JsonObject *
get_element (VectorsCheck *check, JsonArray *array, guint i, const char *name)
{
  JsonNode *node = json_array_get_element (array, i);

  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  vectors_complain (check, "'%s[%u]' is no object", name, i);
  return NULL;
}

static void
check_case (VectorsCheck *check,
            JsonObject *record,
            const char *table,
            guint number)
{
  StarlingScheduler scheduler;
  StarlingMemory memory;
  JsonArray *reviews, *expected;
  const char *id;

  vectors_begin (check, "%s[%u]", table, number);
  id = vectors_get_string (check, record, "id");
  vectors_begin (check, "%s, case %s", table, id);
  reviews = vectors_get_array (check, record, "reviews");
  expected = vectors_get_array (check, record, "expected");
  if (!get_scheduler (check, record, &scheduler) || check->bad)
    return;
  if (json_array_get_length (reviews) != json_array_get_length (expected)
      || json_array_get_length (reviews) == 0)
    {
      vectors_complain (check, "there are %u reviews and %u expected ones",
                        json_array_get_length (reviews),
                        json_array_get_length (expected));
      return;
    }
  /* After an error, what follows says nothing. */
  for (guint i = 0; i < json_array_get_length (reviews) && !check->bad; i++)
    {
      JsonObject *review;

      vectors_begin (check, "%s, case %s, review %u", table, id, i + 1);
      review = get_element (check, reviews, i, "reviews");
      if (i == 0)
        starling_memory_init (&memory, vectors_get_time (check, review,
                                                         "review_time_iso"));
      check_review (check, &scheduler, review,
                    get_element (check, expected, i, "expected"), &memory);
    }
}

static void
check_transition (VectorsCheck *check,
                  JsonObject *record,
                  const char *table,
                  guint number)
{
  StarlingScheduler scheduler;
  StarlingMemory memory;
  JsonObject *card;
  JsonNode *last;

  vectors_begin (check, "%s[%u]", table, number);
  vectors_begin (check, "%s, %s", table,
                 vectors_get_string (check, record, "id"));
  card = vectors_get_object (check, record, "card");
  if (!get_scheduler (check, record, &scheduler) || check->bad)
    return;

  starling_memory_init (&memory, 0);
  memory.state = vectors_get_state (check, card);
  memory.step
      = (guint) CLAMP (vectors_get_integer (check, card, "step"), 0, G_MAXINT);
  memory.stability = vectors_get_number (check, card, "stability");
  memory.difficulty = vectors_get_number (check, card, "difficulty");
  last = card != NULL ? json_object_get_member (card, "last_review_iso") : NULL;
  if (last == NULL || !JSON_NODE_HOLDS_NULL (last))
    memory.last_review = vectors_get_time (check, card, "last_review_iso");
  memory.scheduled_days = vectors_get_integer (check, card, "scheduled_days");
  memory.elapsed_days = vectors_get_integer (check, card, "elapsed_days");
  memory.reps = (guint) vectors_get_integer (check, card, "reps");
  memory.lapses = (guint) vectors_get_integer (check, card, "lapses");
  check_review (check, &scheduler, record,
                vectors_get_object (check, record, "expected"), &memory);
}

/* Its leading number, of "1e-6 * max(1, |expected|)" as of "1e-6". */
static double
get_tolerance (VectorsCheck *check, JsonObject *tolerance, const char *name)
{
  const char *text = vectors_get_string (check, tolerance, name);
  char *end;
  double value = g_ascii_strtod (text, &end);

  if (end == text || !(value > 0 && value < 1))
    vectors_complain (check, "'%s' is no tolerance: '%s'", name, text);
  return value;
}

static void
get_tolerances (VectorsCheck *check, JsonObject *root)
{
  JsonObject *tolerance = vectors_get_object (check, root, "tolerance");

  if (tolerance == NULL)
    return;
  vectors_begin (check, "tolerance");
  check->stability_tolerance = get_tolerance (check, tolerance, "stability");
  check->difficulty_tolerance = get_tolerance (check, tolerance, "difficulty");
  check->w_tolerance = get_tolerance (check, tolerance, "w_effective");
  check->units_tolerance = get_tolerance (check, tolerance, "units");
}

typedef void (*CheckRecord) (VectorsCheck *check,
                             JsonObject *record,
                             const char *table,
                             guint number);

/* Returns: how many records there are */
static guint
check_table (VectorsCheck *check,
             JsonObject *root,
             const char *table,
             CheckRecord check_record)
{
  JsonArray *records;

  if (!json_object_has_member (root, table))
    {
      g_ptr_array_add (check->report->remarks,
                       g_strdup_printf ("the file has no '%s'", table));
      return 0;
    }
  vectors_begin (check, "file");
  records = vectors_get_array (check, root, table);
  if (records == NULL)
    return 0;
  for (guint i = 0; i < json_array_get_length (records); i++)
    {
      JsonObject *record;

      vectors_begin (check, "%s", table);
      record = get_element (check, records, i, table);
      if (record != NULL)
        check_record (check, record, table, i);
    }
  return json_array_get_length (records);
}

static void
check_root (VectorsCheck *check, JsonNode *root_node)
{
  TestVectors *report = check->report;
  JsonObject *root;
  const char *format;

  if (root_node == NULL || !JSON_NODE_HOLDS_OBJECT (root_node))
    {
      vectors_complain (check, "no JSON object");
      return;
    }
  root = json_node_get_object (root_node);
  format = vectors_get_string (check, root, "format");
  if (strcmp (format, FORMAT) != 0)
    vectors_complain (check, "the format is '%s', not '" FORMAT "'", format);
  get_tolerances (check, root);
  if (report->n_complaints > 0)
    return;

  report->n_cases = check_table (check, root, "cases", check_case);
  report->n_fuzz_cases = check_table (check, root, "fuzz_cases", check_case);
  report->n_transitions
      = check_table (check, root, "transitions", check_transition);
  vectors_begin (check, "file");
  if (json_object_has_member (root, "units"))
    vectors_check_units (check, vectors_get_object (check, root, "units"));
  else
    g_ptr_array_add (report->remarks, g_strdup ("the file has no 'units'"));
  vectors_begin (check, "file");
  if (report->n_reviews + report->n_units == 0)
    vectors_complain (check, "there is nothing to check in it");
}

/* Checks against @text, which is that of @name. */
static void
check_text (TestVectors *self, const char *name, const char *text)
{
  VectorsCheck check = { .report = self };
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;

  vectors_begin (&check, "%s", name);
  if (json_parser_load_from_data (parser, text, -1, &error))
    check_root (&check, json_parser_get_root (parser));
  else
    vectors_complain (&check, "%s", error->message);
  g_free (check.where);
}

static void
start (TestVectors *self)
{
  *self = (TestVectors){
    .complaints = g_ptr_array_new_with_free_func (g_free),
    .remarks = g_ptr_array_new_with_free_func (g_free),
  };
}

void
test_vectors_check_text (TestVectors *self, const char *text)
{
  start (self);
  check_text (self, "text", text);
}

void
test_vectors_check_file (TestVectors *self, const char *file)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  start (self);
  if (g_file_get_contents (file, &text, NULL, &error))
    {
      check_text (self, file, text);
      return;
    }
  self->n_complaints = 1;
  g_ptr_array_add (self->complaints, g_strdup (error->message));
}

void
test_vectors_clear (TestVectors *self)
{
  g_clear_pointer (&self->complaints, g_ptr_array_unref);
  g_clear_pointer (&self->remarks, g_ptr_array_unref);
}

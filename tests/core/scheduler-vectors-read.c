/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "scheduler-vectors-private.h"

#include <math.h>
#include <string.h>

#define MAX_COMPLAINTS 40

static const char *const state_names[]
    = { "new", "learning", "review", "relearning" };

/* Notes what is wrong with the record. */
void
vectors_complain (VectorsCheck *check, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  check->bad = TRUE;
  if (check->report->n_complaints++ >= MAX_COMPLAINTS)
    return;
  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (check->report->complaints,
                   g_strdup_printf ("%s: %s", check->where, text));
}

/* Begins with another record, or part of one. */
void
vectors_begin (VectorsCheck *check, const char *format, ...)
{
  va_list arguments;

  g_free (check->where);
  va_start (arguments, format);
  check->where = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  check->bad = FALSE;
}

static JsonNode *
get_member (VectorsCheck *check, JsonObject *object, const char *name)
{
  JsonNode *node
      = object != NULL ? json_object_get_member (object, name) : NULL;

  if (node == NULL)
    vectors_complain (check, "there is no '%s'", name);
  return node;
}

JsonObject *
vectors_get_object (VectorsCheck *check, JsonObject *object, const char *name)
{
  JsonNode *node = get_member (check, object, name);

  if (node == NULL || JSON_NODE_HOLDS_OBJECT (node))
    return node != NULL ? json_node_get_object (node) : NULL;
  vectors_complain (check, "'%s' is no object", name);
  return NULL;
}

JsonArray *
vectors_get_array (VectorsCheck *check, JsonObject *object, const char *name)
{
  JsonNode *node = get_member (check, object, name);

  if (node == NULL || JSON_NODE_HOLDS_ARRAY (node))
    return node != NULL ? json_node_get_array (node) : NULL;
  vectors_complain (check, "'%s' is no array", name);
  return NULL;
}

double
vectors_read_number (VectorsCheck *check, JsonNode *node, const char *name)
{
  if (node != NULL && JSON_NODE_HOLDS_VALUE (node))
    {
      GType type = json_node_get_value_type (node);

      if (type == G_TYPE_INT64)
        return json_node_get_int (node);
      if (type == G_TYPE_DOUBLE)
        return json_node_get_double (node);
    }
  if (node != NULL)
    vectors_complain (check, "'%s' is no number", name);
  return NAN;
}

double
vectors_get_number (VectorsCheck *check, JsonObject *object, const char *name)
{
  return vectors_read_number (check, get_member (check, object, name), name);
}

gint64
vectors_read_integer (VectorsCheck *check, JsonNode *node, const char *name)
{
  double number = vectors_read_number (check, node, name);

  if (!(fabs (number) < 9e15) || floor (number) != number)
    {
      if (!isnan (number))
        vectors_complain (check, "'%s' is no whole number", name);
      return 0;
    }
  return (gint64) number;
}

gint64
vectors_get_integer (VectorsCheck *check, JsonObject *object, const char *name)
{
  return vectors_read_integer (check, get_member (check, object, name), name);
}

gboolean
vectors_get_boolean (VectorsCheck *check, JsonObject *object, const char *name)
{
  JsonNode *node = get_member (check, object, name);

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node)
      && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return json_node_get_boolean (node);
  if (node != NULL)
    vectors_complain (check, "'%s' is neither true nor false", name);
  return FALSE;
}

const char *
vectors_get_string (VectorsCheck *check, JsonObject *object, const char *name)
{
  JsonNode *node = get_member (check, object, name);

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node)
      && json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_get_string (node);
  if (node != NULL)
    vectors_complain (check, "'%s' is no text", name);
  return "";
}

gint64
vectors_get_time (VectorsCheck *check, JsonObject *object, const char *name)
{
  const char *text = vectors_get_string (check, object, name);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, NULL);

  if (time != NULL)
    return g_date_time_to_unix (time);
  if (*text != '\0')
    vectors_complain (check, "'%s' is no time: %s", name, text);
  return 0;
}

StarlingMemoryState
vectors_get_state (VectorsCheck *check, JsonObject *object)
{
  const char *text = vectors_get_string (check, object, "state");

  for (guint i = 0; i < G_N_ELEMENTS (state_names); i++)
    {
      if (strcmp (text, state_names[i]) == 0)
        return (StarlingMemoryState) i;
    }
  vectors_complain (check, "no such state: '%s'", text);
  return STARLING_MEMORY_NEW;
}

/* Compares with what is expected; @scale is that of the tolerance. */
void
vectors_expect_number (VectorsCheck *check,
                       const char *name,
                       double expected,
                       double got,
                       double scale,
                       double tolerance,
                       double *worst)
{
  double off = fabs (got - expected) / scale;

  check->report->n_checks++;
  if (off > *worst || isnan (off))
    *worst = off;
  if (!(off <= tolerance))
    vectors_complain (check,
                      "%s: expected %.17g, got %.17g (off by %g, allowed %g)",
                      name, expected, got, off, tolerance);
}

static void
expect_integer (VectorsCheck *check,
                const char *name,
                gint64 expected,
                gint64 got)
{
  check->report->n_checks++;
  if (expected != got)
    vectors_complain (check,
                      "%s: expected %" G_GINT64_FORMAT
                      ", got %" G_GINT64_FORMAT,
                      name, expected, got);
}

void
vectors_expect_unit (VectorsCheck *check,
                     JsonObject *record,
                     const char *name,
                     double got)
{
  vectors_expect_number (check, name, vectors_get_number (check, record, name),
                         got, 1, check->units_tolerance, &check->report->units);
}

static void
expect_due (VectorsCheck *check, JsonObject *expected, gint64 due)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (due);
  g_autofree char *text = time != NULL
                              ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ")
                              : g_strdup_printf ("%" G_GINT64_FORMAT, due);
  gint64 wanted = vectors_get_time (check, expected, "due_iso");

  check->report->n_checks++;
  if (wanted != due)
    vectors_complain (check, "due: expected %s, got %s",
                      vectors_get_string (check, expected, "due_iso"), text);
}

void
vectors_expect_memory (VectorsCheck *check,
                       JsonObject *expected,
                       const StarlingMemory *got)
{
  StarlingMemoryState state = vectors_get_state (check, expected);
  double stability = vectors_get_number (check, expected, "stability");

  check->report->n_checks++;
  if (state != got->state)
    vectors_complain (check, "state: expected %s, got %s", state_names[state],
                      state_names[got->state]);
  vectors_expect_number (check, "stability", stability, got->stability,
                         fmax (1, fabs (stability)), check->stability_tolerance,
                         &check->report->stability);
  vectors_expect_number (check, "difficulty",
                         vectors_get_number (check, expected, "difficulty"),
                         got->difficulty, 1, check->difficulty_tolerance,
                         &check->report->difficulty);
  expect_due (check, expected, got->due);
  expect_integer (check, "step", vectors_get_integer (check, expected, "step"),
                  got->step);
  expect_integer (check, "scheduled_days",
                  vectors_get_integer (check, expected, "scheduled_days"),
                  got->scheduled_days);
  expect_integer (check, "elapsed_days",
                  vectors_get_integer (check, expected, "elapsed_days"),
                  got->elapsed_days);
  expect_integer (check, "reps", vectors_get_integer (check, expected, "reps"),
                  got->reps);
  expect_integer (check, "lapses",
                  vectors_get_integer (check, expected, "lapses"), got->lapses);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scheduler-vectors.h"

#include "engine/scheduler.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The record being read and checked. Every reader complains of a member that
 * is missing or of another type, and then returns something harmless. */
typedef struct
{
  TestVectors *report;
  char *where;
  gboolean bad; /* it has a complaint */
  double stability_tolerance;
  double difficulty_tolerance;
  double w_tolerance;
  double units_tolerance;
} VectorsCheck;

void vectors_begin (VectorsCheck *check, const char *format, ...)
    G_GNUC_PRINTF (2, 3);
void vectors_complain (VectorsCheck *check, const char *format, ...)
    G_GNUC_PRINTF (2, 3);

JsonObject *
vectors_get_object (VectorsCheck *check, JsonObject *object, const char *name);
JsonArray *
vectors_get_array (VectorsCheck *check, JsonObject *object, const char *name);
double
vectors_read_number (VectorsCheck *check, JsonNode *node, const char *name);
double
vectors_get_number (VectorsCheck *check, JsonObject *object, const char *name);
gint64
vectors_read_integer (VectorsCheck *check, JsonNode *node, const char *name);
gint64
vectors_get_integer (VectorsCheck *check, JsonObject *object, const char *name);
gboolean
vectors_get_boolean (VectorsCheck *check, JsonObject *object, const char *name);
const char *
vectors_get_string (VectorsCheck *check, JsonObject *object, const char *name);
gint64
vectors_get_time (VectorsCheck *check, JsonObject *object, const char *name);
StarlingMemoryState vectors_get_state (VectorsCheck *check, JsonObject *object);

void vectors_expect_number (VectorsCheck *check,
                            const char *name,
                            double expected,
                            double got,
                            double scale,
                            double tolerance,
                            double *worst);
void vectors_expect_unit (VectorsCheck *check,
                          JsonObject *record,
                          const char *name,
                          double got);
void vectors_expect_memory (VectorsCheck *check,
                            JsonObject *expected,
                            const StarlingMemory *got);

void vectors_check_units (VectorsCheck *check, JsonObject *units);

G_END_DECLS

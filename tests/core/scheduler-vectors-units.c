/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "scheduler-vectors-private.h"

#include <string.h>

/* The defaults with what @record has of its own. */
static gboolean
get_scheduler (VectorsCheck *check,
               JsonObject *record,
               StarlingScheduler *scheduler)
{
  StarlingSchedulerSettings settings;
  double w[STARLING_N_WEIGHTS];
  g_autoptr (GError) error = NULL;

  starling_scheduler_settings_init (&settings);
  starling_scheduler_init (scheduler, &settings, &error);
  g_assert_no_error (error);
  memcpy (w, scheduler->w, sizeof w);
  settings.weights = w;
  settings.n_weights = STARLING_N_WEIGHTS;
  if (json_object_has_member (record, "w20"))
    w[20] = vectors_get_number (check, record, "w20");
  if (json_object_has_member (record, "request_retention"))
    settings.retention
        = vectors_get_number (check, record, "request_retention");
  if (json_object_has_member (record, "maximum_interval"))
    settings.maximum_interval
        = (int) CLAMP (vectors_get_integer (check, record, "maximum_interval"),
                       0, G_MAXINT);
  if (check->bad)
    return FALSE;
  if (starling_scheduler_init (scheduler, &settings, &error))
    return TRUE;
  vectors_complain (check, "settings refused: %s", error->message);
  return FALSE;
}

static void
check_forgetting_curve (VectorsCheck *check, JsonObject *record)
{
  StarlingScheduler scheduler;
  double elapsed = vectors_get_number (check, record, "elapsed_days");
  double stability = vectors_get_number (check, record, "stability");

  vectors_get_number (check, record, "w20");
  if (get_scheduler (check, record, &scheduler))
    vectors_expect_unit (check, record, "retrievability",
                         starling_scheduler_get_recall (&scheduler, elapsed,
                                                        stability));
}

static void
check_interval_modifier (VectorsCheck *check, JsonObject *record)
{
  StarlingScheduler scheduler;

  vectors_get_number (check, record, "w20");
  vectors_get_number (check, record, "request_retention");
  if (get_scheduler (check, record, &scheduler))
    vectors_expect_unit (check, record, "modifier", scheduler.modifier);
}

static void
check_next_interval (VectorsCheck *check, JsonObject *record)
{
  StarlingScheduler scheduler;
  double stability = vectors_get_number (check, record, "stability");

  vectors_get_number (check, record, "w20");
  vectors_get_number (check, record, "request_retention");
  vectors_get_number (check, record, "maximum_interval");
  if (get_scheduler (check, record, &scheduler))
    vectors_expect_unit (check, record, "days",
                         starling_scheduler_get_interval (&scheduler, stability,
                                                          0, 0));
}

static void
check_fuzz_range (VectorsCheck *check, JsonObject *record)
{
  gint64 interval = vectors_get_integer (check, record, "interval");
  gint64 elapsed = vectors_get_integer (check, record, "elapsed_days");
  gint64 maximum = vectors_get_integer (check, record, "maximum_interval");
  gint64 min, max;

  if (check->bad)
    return;
  starling_scheduler_get_fuzz_range (interval, elapsed, maximum, &min, &max);
  vectors_expect_unit (check, record, "min", min);
  vectors_expect_unit (check, record, "max", max);
}

static void
check_display_retrievability (VectorsCheck *check, JsonObject *record)
{
  StarlingScheduler scheduler;
  StarlingMemory memory;
  gint64 now = vectors_get_time (check, record, "now_iso");

  starling_memory_init (&memory, now);
  memory.state = STARLING_MEMORY_REVIEW;
  memory.difficulty = 5;
  memory.stability = vectors_get_number (check, record, "stability");
  memory.last_review = vectors_get_time (check, record, "last_review_iso");
  if (get_scheduler (check, record, &scheduler))
    vectors_expect_unit (check, record, "retrievability",
                         starling_scheduler_get_recall_now (&scheduler, &memory,
                                                            now));
}

static const struct
{
  const char *name;
  void (*check) (VectorsCheck *check, JsonObject *record);
} tables[] = {
  { "forgetting_curve", check_forgetting_curve },
  { "interval_modifier", check_interval_modifier },
  { "next_interval", check_next_interval },
  { "fuzz_range", check_fuzz_range },
  { "display_retrievability", check_display_retrievability },
};

static void
check_table (VectorsCheck *check, JsonArray *records, guint table)
{
  for (guint i = 0; i < json_array_get_length (records); i++)
    {
      JsonNode *node = json_array_get_element (records, i);

      vectors_begin (check, "units, %s[%u]", tables[table].name, i);
      check->report->n_units++;
      if (JSON_NODE_HOLDS_OBJECT (node))
        tables[table].check (check, json_node_get_object (node));
      else
        vectors_complain (check, "no object");
    }
}

/* Checks the tables of single function calls. */
void
vectors_check_units (VectorsCheck *check, JsonObject *units)
{
  g_autoptr (GList) names = NULL;

  if (units == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      JsonArray *records;

      if (!json_object_has_member (units, tables[i].name))
        {
          g_ptr_array_add (check->report->remarks,
                           g_strdup_printf ("the units have no '%s'",
                                            tables[i].name));
          continue;
        }
      vectors_begin (check, "units");
      records = vectors_get_array (check, units, tables[i].name);
      if (records != NULL)
        check_table (check, records, i);
    }

  names = json_object_get_members (units);
  for (GList *l = names; l != NULL; l = l->next)
    {
      gboolean known = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
        known |= strcmp (l->data, tables[i].name) == 0;
      if (!known)
        g_ptr_array_add (check->report->remarks,
                         g_strdup_printf ("not checked: '%s'",
                                          (char *) l->data));
    }
}

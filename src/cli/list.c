/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"

#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>

#define N_COLUMNS 5
#define GAP 2

static const char *const columns[N_COLUMNS]
    = { "scenario", "title", "principle", "cards", "due" };

/* One scenario as it is printed. */
typedef struct
{
  char *cells[N_COLUMNS];
  guint n_cards;
  guint n_due;
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  for (guint i = 0; i < N_COLUMNS; i++)
    g_free (row->cells[i]);
  g_free (row);
}

static gboolean
has_step_card (const StarlingScenario *scenario, const char *id)
{
  StarlingStepId step = STARLING_STEP_SITUATION;
  gboolean found = FALSE;

  if (!starling_step_from_id (id, &step))
    return FALSE;
  if (step != STARLING_STEP_REFLECTION)
    return scenario->steps[step].answer->len > 0;
  for (guint i = 0; i < STARLING_N_LEVELS; i++)
    found |= scenario->levels[i].reflection->len > 0;
  return found;
}

static gboolean
has_probe_card (const StarlingScenario *scenario, const char *id)
{
  for (guint i = 0; i < scenario->probes->len; i++)
    {
      const StarlingProbe *probe = g_ptr_array_index (scenario->probes, i);

      if (g_str_equal (probe->id, id))
        return TRUE;
    }
  return FALSE;
}

/* Whether @card, such as `webhook-drops#step.task`, is one of @scenario. */
static gboolean
has_card (StarlingCatalogue *catalogue,
          const StarlingScenario *scenario,
          const char *card)
{
  const char *name = strchr (card, '#');
  int principle = 0;

  if (name == NULL)
    return FALSE;
  name++;
  if (g_str_equal (name, "weak"))
    return scenario->weak_text != NULL;
  if (g_str_has_prefix (name, "step."))
    return has_step_card (scenario, name + strlen ("step."));
  if (g_str_has_prefix (name, "probe."))
    return has_probe_card (scenario, name + strlen ("probe."));
  if (!g_str_has_prefix (name, "angle."))
    return FALSE;
  principle
      = starling_catalogue_find_principle (catalogue, name + strlen ("angle."));
  return principle >= 0
         && starling_scenario_find_angle (scenario, principle) != NULL;
}

/*
 * How many cards of a scenario wait for a review. A text that was changed can
 * have lost cards that the journal still knows: those do not count.
 */
static guint
count_due (StarlingLibrary *library,
           StarlingProgress *progress,
           const char *id,
           gint64 now)
{
  g_autoptr (GPtrArray) due
      = starling_progress_get_due_cards (progress, id, now);
  g_autoptr (StarlingScenario) scenario = NULL;
  guint n = 0;

  if (due->len == 0)
    return 0;
  scenario = starling_library_open_scenario (library, id, NULL);
  for (guint i = 0; scenario != NULL && i < due->len; i++)
    n += has_card (starling_library_get_catalogue (library), scenario,
                   g_ptr_array_index (due, i))
             ? 1
             : 0;
  return n;
}

static GPtrArray *
collect_rows (StarlingLibrary *library)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);
  StarlingCatalogue *catalogue = starling_library_get_catalogue (library);
  gint64 now = starling_clock_get_utc (starling_library_get_clock (library));
  g_autoptr (StarlingProgress) progress
      = starling_progress_copy_until (starling_library_get_progress (library),
                                      now);
  GListModel *summaries = starling_library_get_summaries (library);

  for (guint i = 0; i < g_list_model_get_n_items (summaries); i++)
    {
      g_autoptr (StarlingSummary) summary
          = g_list_model_get_item (summaries, i);
      const char *id = starling_summary_get_id (summary);
      int principle = starling_summary_get_principle (summary);
      Row *row = g_new0 (Row, 1);

      row->n_cards = starling_summary_get_n_cards (summary);
      row->n_due = count_due (library, progress, id, now);
      row->cells[0] = g_strdup (id);
      row->cells[1] = g_strdup (starling_summary_get_title (summary));
      row->cells[2] = g_strdup (
          starling_catalogue_get_principle (catalogue, (guint) principle)->id);
      row->cells[3] = g_strdup_printf ("%u", row->n_cards);
      row->cells[4] = g_strdup_printf ("%u", row->n_due);
      g_ptr_array_add (rows, row);
    }
  return rows;
}

static void
print_cells (const char *const *cells, const glong *widths)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      int pad = (int) (widths[i] - g_utf8_strlen (cells[i], -1));

      /* Figures line up at the right. */
      if (i >= 3)
        command_print ("%*s%s", pad, "", cells[i]);
      else
        command_print ("%s%*s", cells[i], pad, "");
      command_print ("%*s", i + 1 < N_COLUMNS ? GAP : 0, "");
    }
  command_print ("\n");
}

static void
print_table (GPtrArray *rows)
{
  glong widths[N_COLUMNS];

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      widths[i] = g_utf8_strlen (columns[i], -1);
      for (guint j = 0; j < rows->len; j++)
        {
          const Row *row = g_ptr_array_index (rows, j);

          widths[i] = MAX (widths[i], g_utf8_strlen (row->cells[i], -1));
        }
    }
  print_cells (columns, widths);
  for (guint i = 0; i < rows->len; i++)
    print_cells (
        (const char *const *) ((Row *) g_ptr_array_index (rows, i))->cells,
        widths);
}

static void
print_json (GPtrArray *rows)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = g_ptr_array_index (rows, i);

      json_builder_begin_object (builder);
      for (guint j = 0; j < 3; j++)
        {
          json_builder_set_member_name (builder, columns[j]);
          json_builder_add_string_value (builder, row->cells[j]);
        }
      json_builder_set_member_name (builder, columns[3]);
      json_builder_add_int_value (builder, row->n_cards);
      json_builder_set_member_name (builder, columns[4]);
      json_builder_add_int_value (builder, row->n_due);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  command_print ("%s\n", text);
}

/* Says on standard error what the user should know of. */
static void
print_notices (StarlingLibrary *library)
{
  GPtrArray *notices = starling_library_get_notices (library);

  for (guint i = 0; i < notices->len; i++)
    {
      const StarlingNotice *notice = g_ptr_array_index (notices, i);

      fprintf (stderr, "starling-cli: %s\n", notice->summary);
      if (notice->details != NULL)
        fprintf (stderr, "%s\n", notice->details);
    }
}

/**
 * command_list:
 * @argc: number of words
 * @argv: `list` and its words
 *
 * Prints the scenarios that are known: as a table, or as a JSON array of
 * objects whose members are the columns. What cannot be used is told on
 * standard error, and does not change the exit status.
 *
 * Returns: an #ExitStatus
 */
int
command_list (int argc, char **argv)
{
  g_auto (CommandOptions) options = { 0 };
  g_autoptr (StarlingLibrary) library = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  int status = EXIT_FINE;

  if (!command_parse (&options, COMMAND_NOW | COMMAND_JSON, argc, argv, NULL,
                      "[OPTION…]", "Lists the scenarios that are known.",
                      &status))
    return status;
  if (options.rest[0] != NULL)
    return command_usage (argv[0], "list takes no other words, not ‘%s’",
                          options.rest[0]);

  library = command_open_library (&options);
  if (library == NULL)
    return EXIT_FINDINGS;
  rows = collect_rows (library);
  if (options.json)
    print_json (rows);
  else
    print_table (rows);
  fflush (stdout);
  print_notices (library);
  return EXIT_FINE;
}

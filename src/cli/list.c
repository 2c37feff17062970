/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"

#define N_WORDS 3 /* columns that are no figures */

static const char *const columns[]
    = { "scenario", "title", "principle", "cards", "due", NULL };

/* How many cards of each scenario wait for a review. */
static GArray *
count_due (StarlingLibrary *library)
{
  const StarlingDeck *deck = starling_library_get_deck (library);
  GArray *n_due = g_array_new (FALSE, TRUE, sizeof (guint));
  g_autoptr (GArray) due = NULL;
  StarlingPlanInput input;

  starling_library_get_plan_input (library, -1, &input);
  g_array_set_size (n_due, g_list_model_get_n_items (
                               starling_library_get_summaries (library)));
  due = starling_plan_find_due (&input, deck);
  for (guint i = 0; i < due->len; i++)
    {
      guint index = g_array_index (due, guint, i);

      g_array_index (n_due, guint, deck->cards[index].scenario)++;
    }
  return n_due;
}

static GPtrArray *
collect_rows (StarlingLibrary *library)
{
  GPtrArray *rows
      = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  StarlingCatalogue *catalogue = starling_library_get_catalogue (library);
  g_autoptr (GArray) n_due = count_due (library);
  GListModel *summaries = starling_library_get_summaries (library);

  for (guint i = 0; i < g_list_model_get_n_items (summaries); i++)
    {
      g_autoptr (StarlingSummary) summary
          = g_list_model_get_item (summaries, i);
      int principle = starling_summary_get_principle (summary);
      char **cells = g_new0 (char *, G_N_ELEMENTS (columns));

      cells[0] = g_strdup (starling_summary_get_id (summary));
      cells[1] = g_strdup (starling_summary_get_title (summary));
      cells[2] = g_strdup (
          starling_catalogue_get_principle (catalogue, (guint) principle)->id);
      cells[3] = g_strdup_printf ("%u", starling_summary_get_n_cards (summary));
      cells[4] = g_strdup_printf ("%u", g_array_index (n_due, guint, i));
      g_ptr_array_add (rows, cells);
    }
  return rows;
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
  command_print_rows (columns, N_WORDS, rows, options.json);
  command_print_notices (library);
  return EXIT_FINE;
}

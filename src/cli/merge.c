/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"

#include <stdio.h>

#include "library-data.h"

#define LOCK_WAIT_MS 2000

static void
print_json (const StarlingMergeReport *report)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const struct
  {
    const char *name;
    guint n;
  } figures[] = {
    { "added", report->n_added },
    { "known", report->n_known },
    { "damaged", report->n_damaged },
  };

  json_builder_begin_object (builder);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      json_builder_set_member_name (builder, figures[i].name);
      json_builder_add_int_value (builder, figures[i].n);
    }
  json_builder_end_object (builder);
  command_print_json (builder);
}

/**
 * command_merge:
 * @argc: number of words
 * @argv: `merge`, a journal and shared options
 *
 * Adds the events of another journal that are missing here, and prints how
 * many they are, and how many were there already. Lines that are no events
 * are told of on standard error, and make the exit status 1.
 *
 * Returns: an #ExitStatus
 */
int
command_merge (int argc, char **argv)
{
  g_auto (CommandOptions) options = { 0 };
  g_auto (StarlingMergeReport) report = { 0 };
  g_autoptr (StarlingLibrary) library = NULL;
  g_autoptr (GError) error = NULL;
  int status = EXIT_FINE;

  if (!command_parse (
          &options, COMMAND_JSON, argc, argv, NULL, "[OPTION…] JOURNAL",
          "Adds the events of another journal, or of a backup (….jsonl.gz), "
          "that are missing here.\nThe other file is not changed.",
          &status))
    return status;
  if (options.rest[0] == NULL || options.rest[1] != NULL)
    return command_usage (argv[0], "merge takes one journal");

  library = command_new_library (&options);
  if (!starling_library_open_journal (library, LOCK_WAIT_MS, &error)
      || !starling_library_merge_sync (library, options.rest[0], &report,
                                       &error))
    return command_refuse ("%s", error->message);
  if (options.json)
    print_json (&report);
  else
    command_print ("%u added, %u already there\n", report.n_added,
                   report.n_known);
  if (report.details != NULL)
    fprintf (stderr, "%s\n", report.details);
  command_print_notices (library);
  return report.n_damaged == 0 ? EXIT_FINE : EXIT_FINDINGS;
}

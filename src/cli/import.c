/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"

#include <stdio.h>

#include "library-data.h"

static void
print_outcome (const StarlingPack *pack, const StarlingImportReport *report)
{
  g_autofree char *path = g_filename_display_name (report->path);
  guint n = pack->entries->len;

  if (report->unchanged)
    command_print ("%s is there already, as it is: %s\n", pack->id, path);
  else
    command_print ("%s %s, %u %s: %s\n", pack->id,
                   report->replaced ? "replaced" : "imported", n,
                   n == 1 ? "scenario" : "scenarios", path);
  fflush (stdout);
  for (guint i = 0; i < report->hidden->len; i++)
    fprintf (stderr, "starling-cli: %s\n",
             (const char *) g_ptr_array_index (report->hidden, i));
}

static int
import (StarlingLibrary *library, const char *file)
{
  g_auto (StarlingImportReport) report = { 0 };
  g_autoptr (StarlingPack) pack
      = starling_pack_load (file, starling_library_get_catalogue (library));
  g_autoptr (GError) error = NULL;

  command_print_complaints (pack->complaints, file);
  fflush (stdout);
  if (pack->n_errors > 0)
    return command_refuse ("%s is not imported: it has %u %s", file,
                           pack->n_errors,
                           pack->n_errors == 1 ? "error" : "errors");
  if (!starling_library_import_sync (library, pack, &report, &error))
    return command_refuse ("%s is not imported: %s", file, error->message);
  print_outcome (pack, &report);
  return EXIT_FINE;
}

/**
 * command_import:
 * @argc: number of words
 * @argv: `import`, a pack and options
 *
 * Copies a pack into the folder of the user's packs, unless there is an error
 * in it, and prints what is wrong with it. A window that is open takes it in.
 *
 * Returns: an #ExitStatus
 */
int
command_import (int argc, char **argv)
{
  g_auto (CommandOptions) options = { 0 };
  g_autoptr (StarlingLibrary) library = NULL;
  int status = EXIT_FINE;

  if (!command_parse (
          &options, COMMAND_NONE, argc, argv, NULL, "PACK",
          "Adds a pack of scenarios, or a newer version of one. What is wrong "
          "with it is\nprinted as check does; with an error it is not "
          "imported. "
          "Another pack with the\nsame id stays as it is.",
          &status))
    return status;
  if (options.rest[0] == NULL || options.rest[1] != NULL)
    return command_usage (argv[0], "import takes one pack");

  library = command_open_packs (&options);
  return library == NULL ? EXIT_FINDINGS : import (library, options.rest[0]);
}

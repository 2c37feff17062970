/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"

/* Prints what is wrong with @file; returns whether that counts. */
static gboolean
check_pack (const char *file, StarlingCatalogue *catalogue, gboolean strict)
{
  g_autoptr (StarlingPack) pack = starling_pack_load (file, catalogue);

  command_print_complaints (pack, file);
  return pack->n_errors > 0 || (strict && pack->n_warnings > 0);
}

/**
 * command_check:
 * @argc: number of words
 * @argv: `check [--strict] PACK…`
 *
 * Prints every complaint about the packs, one a line.
 *
 * Returns: %EXIT_FINDINGS if there is an error or, with --strict, a warning
 */
int
command_check (int argc, char **argv)
{
  g_auto (CommandOptions) options = { 0 };
  g_autoptr (StarlingCatalogue) catalogue = NULL;
  gboolean strict = FALSE;
  const GOptionEntry own[] = { { "strict", 0, 0, G_OPTION_ARG_NONE, &strict,
                                 "Let warnings count, too", NULL },
                               G_OPTION_ENTRY_NULL };
  int status = EXIT_FINE;

  if (!command_parse (
          &options, COMMAND_NONE, argc, argv, own, "[--strict] PACK…",
          "Says what is wrong with packs: FILE:LINE:COLUMN: error: PATH: "
          "message, a line each.",
          &status))
    return status;
  if (options.rest[0] == NULL)
    return command_usage (argv[0], "name at least one pack");

  catalogue = command_load_catalogue ();
  if (catalogue == NULL)
    return EXIT_FINDINGS;
  for (guint i = 0; options.rest[i] != NULL; i++)
    if (check_pack (options.rest[i], catalogue, strict))
      status = EXIT_FINDINGS;
  return status;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"

#include "library-data.h"

#define HELP                                                                   \
  "Writes what you have done, or your flashcards, into a file. FORMAT is one " \
  "of\n\n"                                                                     \
  "  journal   all events, as they are: a clean copy that can be merged\n"     \
  "  csv       one table of all takes, reviews of cards and answers in\n"      \
  "            quizzes, without what was undone or forgotten; times are in\n"  \
  "            seconds, dates and times of day those of the place and time\n"  \
  "  markdown  a report to read: each principle, its stories and their "       \
  "takes\n"                                                                    \
  "  anki      all flashcards, as a text that Anki imports: a deck for each\n" \
  "            principle; importing again changes texts, and makes no doubles"

/* Without the journal the file would say that nothing was ever done. */
static gboolean
has_errors (StarlingLibrary *library)
{
  GPtrArray *notices = starling_library_get_notices (library);

  for (guint i = 0; i < notices->len; i++)
    if (((const StarlingNotice *) g_ptr_array_index (notices, i))->is_error)
      return TRUE;
  return FALSE;
}

/* What --level says; flashcards hold no notes. */
static gboolean
parse_lens (const char *command,
            const char *level,
            StarlingExportOptions *export)
{
  if (!command_parse_level (command, level, &export->level))
    return FALSE;
  if (export->format != STARLING_EXPORT_ANKI || !export->notes)
    return TRUE;
  command_usage (command, "there are no notes on flashcards");
  return FALSE;
}

static gboolean
find_angle (const char *command,
            StarlingLibrary *library,
            const char *id,
            StarlingExportOptions *export)
{
  if (id == NULL || g_str_equal (id, "as-told"))
    return TRUE;
  export->angle = starling_catalogue_find_principle (
      starling_library_get_catalogue (library), id);
  if (export->angle != STARLING_AS_TOLD)
    return TRUE;
  command_usage (command,
                 "--angle takes the id of a principle, or as-told, not ‘%s’",
                 id);
  return FALSE;
}

/**
 * command_export:
 * @argc: number of words
 * @argv: `export`, a format, a file and options
 *
 * Writes the journal, a table, a report or the flashcards into a file, whole or
 * not at all.
 *
 * Returns: an #ExitStatus
 */
int
command_export (int argc, char **argv)
{
  g_auto (CommandOptions) options = { 0 };
  StarlingExportOptions export = { .until = G_MAXINT64,
                                   .level = STARLING_LEVEL_SDE2,
                                   .angle = STARLING_AS_TOLD };
  g_autofree char *level = NULL;
  g_autofree char *angle = NULL;
  const GOptionEntry own[]
      = { { "notes", 0, 0, G_OPTION_ARG_NONE, &export.notes,
            "Include your notes", NULL },
          { "force", 0, 0, G_OPTION_ARG_NONE, &export.overwrite,
            "Replace OUT if it exists", NULL },
          { "level", 0, 0, G_OPTION_ARG_STRING, &level,
            "Flashcards as sde1, sde2 or senior (sde2 if absent)", "LEVEL" },
          { "angle", 0, 0, G_OPTION_ARG_STRING, &angle,
            "Flashcards for a principle, by its id (as-told if absent)",
            "ANGLE" },
          G_OPTION_ENTRY_NULL };
  g_autoptr (StarlingLibrary) library = NULL;
  g_autoptr (GError) error = NULL;
  int status = EXIT_FINE;

  if (!command_parse (&options, COMMAND_NOW, argc, argv, own,
                      "[OPTION…] FORMAT OUT", HELP, &status))
    return status;
  if (g_strv_length (options.rest) != 2)
    return command_usage (argv[0], "export takes a format and a file");
  if (!starling_export_format_from_id (options.rest[0], &export.format))
    return command_usage (argv[0],
                          "the format is journal, csv, markdown or anki, not "
                          "‘%s’",
                          options.rest[0]);
  if ((level != NULL || angle != NULL) && export.format != STARLING_EXPORT_ANKI)
    return command_usage (argv[0], "--level and --angle are for anki only");
  if (!parse_lens (argv[0], level, &export))
    return EXIT_USAGE;

  library = command_open_library (&options);
  if (library == NULL)
    return EXIT_FINDINGS;
  if (!find_angle (argv[0], library, angle, &export))
    return EXIT_USAGE;
  if (options.now != NULL)
    export.until = options.now_ms;
  if (!starling_library_export_sync (library, &export, options.rest[1], &error))
    return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS)
               ? command_refuse ("%s; --force replaces it", error->message)
               : command_refuse ("%s", error->message);
  command_print_notices (library);
  return has_errors (library) ? EXIT_FINDINGS : EXIT_FINE;
}

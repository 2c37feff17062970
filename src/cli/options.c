/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"

#include <stdio.h>
#include <string.h>

/* Adds to @context the options that @flags ask for. */
static void
add_shared (CommandOptions *options,
            CommandFlags flags,
            GOptionContext *context)
{
  const GOptionEntry now[]
      = { { "now", 0, 0, G_OPTION_ARG_STRING, &options->now,
            "Take this time for the present; later events are ignored",
            "ISO-TIME" },
          G_OPTION_ENTRY_NULL };
  const GOptionEntry json[]
      = { { "json", 0, 0, G_OPTION_ARG_NONE, &options->json,
            "Print JSON instead of text", NULL },
          G_OPTION_ENTRY_NULL };
  const GOptionEntry rest[]
      = { { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY,
            &options->rest, NULL, NULL },
          G_OPTION_ENTRY_NULL };

  if (flags & COMMAND_NOW)
    g_option_context_add_main_entries (context, now, NULL);
  if (flags & COMMAND_JSON)
    g_option_context_add_main_entries (context, json, NULL);
  g_option_context_add_main_entries (context, rest, NULL);
}

/* Sets the clock after --now; FALSE if that is not a time. */
static gboolean
set_clock (CommandOptions *options)
{
  int offset = 0;

  if (options->now == NULL)
    {
      options->clock = starling_clock_new_system ();
      return TRUE;
    }
  if (!starling_time_parse_utc (options->now, &options->now_ms, &offset))
    return FALSE;
  options->clock = starling_clock_new_fake (options->now_ms, offset);
  return TRUE;
}

/**
 * command_parse:
 * @options: (out caller-allocates): what was given; clear it in any case
 * @flags: which shared options the command has
 * @argc: number of words
 * @argv: the command and its words
 * @own: (nullable): the command's own options
 * @parameters: what follows the options, for the help
 * @summary: what the command does, for the help
 * @status: (out): exit status if the command is over already
 *
 * Reads the options of a command; answers --help and complains of wrong ones.
 *
 * Returns: whether to go on
 */
gboolean
command_parse (CommandOptions *options,
               CommandFlags flags,
               int argc,
               char **argv,
               const GOptionEntry *own,
               const char *parameters,
               const char *summary,
               int *status)
{
  g_autofree char *call = g_strconcat (argv[0], " ", parameters, NULL);
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_auto (GStrv) words = g_new0 (char *, (gsize) argc + 1);
  g_autoptr (GError) error = NULL;
  gboolean help = FALSE;
  const GOptionEntry help_entry[]
      = { { "help", 'h', 0, G_OPTION_ARG_NONE, &help, "Show this help", NULL },
          G_OPTION_ENTRY_NULL };

  *options = (CommandOptions){ 0 };
  for (int i = 0; i < argc; i++)
    words[i] = g_strdup (argv[i]);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, summary);
  if (own != NULL)
    g_option_context_add_main_entries (context, own, NULL);
  add_shared (options, flags, context);
  g_option_context_add_main_entries (context, help_entry, NULL);

  if (!g_option_context_parse_strv (context, &words, &error))
    {
      *status = command_usage (argv[0], "%s", error->message);
      return FALSE;
    }
  if (options->rest == NULL)
    options->rest = g_new0 (char *, 1);
  if (help)
    {
      g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);
      const char *body = strstr (text, "\n\n"); /* behind its own usage */

      command_print ("Usage: starling-cli %s%s", call,
                     body != NULL ? body : "\n");
      *status = EXIT_FINE;
      return FALSE;
    }
  if (!set_clock (options))
    {
      *status = command_usage (
          argv[0], "--now takes a time such as 2026-11-23T09:15:00Z, not ‘%s’",
          options->now);
      return FALSE;
    }
  return TRUE;
}

/**
 * command_options_clear:
 * @options: what command_parse() read
 *
 * Frees what @options holds.
 */
void
command_options_clear (CommandOptions *options)
{
  g_clear_pointer (&options->now, g_free);
  g_clear_pointer (&options->rest, g_strfreev);
  g_clear_object (&options->clock);
}

/**
 * command_parse_level:
 * @command: the command that has the option
 * @id: (nullable): what --level says
 * @level: (inout): the level; left alone if @id is absent
 *
 * Reads a level; complains of a wrong one.
 *
 * Returns: whether to go on
 */
gboolean
command_parse_level (const char *command, const char *id, StarlingLevel *level)
{
  if (id == NULL || starling_level_from_id (id, level))
    return TRUE;
  command_usage (command, "--level takes sde1, sde2 or senior, not ‘%s’", id);
  return FALSE;
}

/**
 * command_print:
 * @format: what to print, in UTF-8
 *
 * Prints to standard output as it is, whatever the locale's encoding.
 */
void
command_print (const char *format, ...)
{
  va_list args;

  va_start (args, format);
  vprintf (format, args);
  va_end (args);
}

/**
 * command_usage:
 * @command: (nullable): the command that was called wrongly
 * @format: what is wrong, without a full stop
 *
 * Says on standard error what is wrong with the call, in one line.
 *
 * Returns: %EXIT_USAGE
 */
int
command_usage (const char *command, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  fprintf (stderr, "starling-cli: %s; see starling-cli %s%s--help\n", message,
           command != NULL ? command : "", command != NULL ? " " : "");
  return EXIT_USAGE;
}

/**
 * command_refuse:
 * @format: what is wrong
 *
 * Says on standard error why something cannot be done, in one line.
 *
 * Returns: %EXIT_FINDINGS
 */
int
command_refuse (const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  fprintf (stderr, "starling-cli: %s\n", message);
  return EXIT_FINDINGS;
}

/**
 * command_load_catalogue:
 *
 * Reads the program's own catalogue; complains if it cannot.
 *
 * Returns: (transfer full) (nullable): the catalogue
 */
StarlingCatalogue *
command_load_catalogue (void)
{
  g_autofree char *data_dir = starling_library_find_data_dir ();
  g_autofree char *file = g_build_filename (data_dir, "catalogue.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  StarlingCatalogue *catalogue = NULL;
  gsize length;

  if (g_file_get_contents (file, &text, &length, &error))
    {
      bytes = g_bytes_new_take (g_steal_pointer (&text), length);
      catalogue = starling_catalogue_new_from_bytes (bytes, file, &error);
    }
  if (catalogue == NULL)
    command_refuse ("the program's own data is damaged: %s; install it again",
                    error->message);
  return catalogue;
}

/**
 * command_new_library:
 * @options: what command_parse() read
 *
 * Returns: (transfer full): the library in its usual places, nothing loaded
 */
StarlingLibrary *
command_new_library (CommandOptions *options)
{
  g_autofree char *data_dir = starling_library_find_data_dir ();
  g_autofree char *user_dir = starling_library_find_user_dir ();
  g_autofree char *cache_dir = starling_library_find_cache_dir ();
  StarlingLibrary *library
      = starling_library_new (data_dir, user_dir, options->clock);

  starling_library_set_cache_dir (library, cache_dir);
  return library;
}

/* Loads what is asked for; complains if that is not possible. */
static StarlingLibrary *
open_with (CommandOptions *options,
           gboolean (*load) (StarlingLibrary *library, GError **error))
{
  g_autoptr (StarlingLibrary) library = command_new_library (options);
  g_autoptr (GError) error = NULL;

  if (load (library, &error))
    return g_steal_pointer (&library);
  command_refuse ("%s", error->message);
  return NULL;
}

/**
 * command_open_library:
 * @options: what command_parse() read
 *
 * Loads packs and journal, as of --now; complains if that is not possible.
 *
 * Returns: (transfer full) (nullable): the library
 */
StarlingLibrary *
command_open_library (CommandOptions *options)
{
  StarlingLibrary *library = open_with (options, starling_library_load);

  if (library != NULL && options->now != NULL)
    starling_library_rewind (library);
  return library;
}

/**
 * command_open_packs:
 * @options: what command_parse() read
 *
 * Loads packs alone, for what has nothing to do with progress; complains if
 * that is not possible.
 *
 * Returns: (transfer full) (nullable): the library
 */
StarlingLibrary *
command_open_packs (CommandOptions *options)
{
  return open_with (options, starling_library_load_packs);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <stdio.h>
#include <unistd.h>

#define COLUMN 23 /* of the help, behind the call */

typedef struct
{
  const char *name;
  CommandFunc run;
  const char *parameters;
  const char *help; /* one line */
} Command;

static const Command commands[] = {
  { "list", command_list, "", "list the scenarios that are known" },
  { "check", command_check, "PACK…", "say what is wrong with packs" },
  { "render", command_render, "SCENARIO", "print a scenario through the lens" },
  { "questions", command_questions, "[SCENARIO…]",
    "print what a quiz asks about scenarios" },
  { "record", command_record, "", "record events from standard input" },
  { "merge", command_merge, "JOURNAL", "add what another journal has" },
  { "import", command_import, "PACK", "add a pack of scenarios" },
  { "export", command_export, "FORMAT OUT", "write what was done to a file" },
  { "due", command_due, "", "list the flashcards to study now" },
  { "stats", command_stats, "", "say what was done so far" },
};

static void
print_help (void)
{
  command_print (
      "Usage: starling-cli COMMAND [OPTION…]\n\n"
      "Practise behavioural interviews: the headless side of Starling.\n\n"
      "Commands:\n");
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *call
          = g_strconcat (commands[i].name, " ", commands[i].parameters, NULL);
      const glong width = g_utf8_strlen (g_strchomp (call), -1);

      command_print ("  %s%*s%s\n", call, (int) MAX (COLUMN - width, 1), "",
                     commands[i].help);
    }
  command_print (
      "\nOptions:\n"
      "  --help             this page; COMMAND --help: the command's\n"
      "  --version          the version\n\n"
      "The exit status is 0 if all is fine, 1 for findings or refused\n"
      "input, 2 for a call that is not as above.\n");
}

/*
 * Opens what the caller has closed of the standard streams, so that no other
 * file takes their place and what is printed ends up in it.
 */
static void
open_streams (void)
{
  int fd = open ("/dev/null", O_RDWR);

  while (fd >= 0 && fd <= STDERR_FILENO)
    fd = open ("/dev/null", O_RDWR);
  if (fd >= 0)
    close (fd);
}

static int
run (int argc, char **argv)
{
  if (argc < 2)
    return command_usage (NULL, "a command is missing");
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h")
      || g_str_equal (argv[1], "help"))
    {
      print_help ();
      return EXIT_FINE;
    }
  if (g_str_equal (argv[1], "--version"))
    {
      command_print ("starling-cli %s\n", STARLING_VERSION);
      return EXIT_FINE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (argv[1], commands[i].name))
      return commands[i].run (argc - 1, argv + 1);
  return command_usage (NULL, "there is no command ‘%s’", argv[1]);
}

int
main (int argc, char **argv)
{
  int status = EXIT_FINE;

  open_streams ();
  setlocale (LC_ALL, "");
  g_set_prgname ("starling-cli");

  status = run (argc, argv);
  errno = 0;
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;
  return command_refuse ("standard output cannot be written%s%s",
                         errno != 0 ? ": " : "",
                         errno != 0 ? g_strerror (errno) : "");
}

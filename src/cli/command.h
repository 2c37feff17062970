/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library.h"
#include "storage/pack.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Exit statuses of starling-cli. */
typedef enum
{
  EXIT_FINE = 0,
  EXIT_FINDINGS = 1, /* findings, or refused input */
  EXIT_USAGE = 2,
} ExitStatus;

/* A command: its words, argv[0] being its name; returns an ExitStatus. */
typedef int (*CommandFunc) (int argc, char **argv);

int command_list (int argc, char **argv);
int command_check (int argc, char **argv);
int command_render (int argc, char **argv);
int command_record (int argc, char **argv);
int command_merge (int argc, char **argv);
int command_import (int argc, char **argv);
int command_export (int argc, char **argv);
int command_due (int argc, char **argv);
int command_stats (int argc, char **argv);
int command_questions (int argc, char **argv);

/* What every command shares: options.c */
typedef struct
{
  char *now;     /* --now */
  gboolean json; /* --json */
  char **rest;   /* the other words, never NULL */

  gint64 now_ms;        /* what --now says, or 0 */
  StarlingClock *clock; /* at --now, or the system's */
} CommandOptions;

typedef enum
{
  COMMAND_NONE = 0,
  COMMAND_NOW = 1 << 0,  /* has --now */
  COMMAND_JSON = 1 << 1, /* has --json */
} CommandFlags;

gboolean command_parse (CommandOptions *options,
                        CommandFlags flags,
                        int argc,
                        char **argv,
                        const GOptionEntry *own,
                        const char *parameters,
                        const char *summary,
                        int *status);
void command_options_clear (CommandOptions *options);
gboolean
command_parse_level (const char *command, const char *id, StarlingLevel *level);
void command_print (const char *format, ...) G_GNUC_PRINTF (1, 2);
int command_usage (const char *command, const char *format, ...)
    G_GNUC_PRINTF (2, 3);
int command_refuse (const char *format, ...) G_GNUC_PRINTF (1, 2);
StarlingCatalogue *command_load_catalogue (void);
StarlingLibrary *command_new_library (CommandOptions *options);
StarlingLibrary *command_open_library (CommandOptions *options);
StarlingLibrary *command_open_packs (CommandOptions *options);

/* bank.c */
int command_print_bank (StarlingLibrary *library,
                        const char *principle,
                        gboolean json);

/* Output: table.c */
void command_print_line (const char *label, const char *text);
void command_print_list (const char *label, const char *const *texts);
void command_print_rows (const char *const *columns,
                         guint n_words,
                         GPtrArray *rows,
                         gboolean json);
void command_print_json (JsonBuilder *builder);
void command_print_notices (StarlingLibrary *library);
void command_print_complaints (GPtrArray *complaints, const char *file);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CommandOptions, command_options_clear)

G_END_DECLS

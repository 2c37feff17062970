/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"
#include "storage/bank-file.h"

typedef struct
{
  CommandOptions options;
  StarlingCatalogue *catalogue;
  GHashTable *scenarios; /* ids of all that are known; NULL: not needed yet */
  gboolean strict;
} Check;

/* What questions may refer to: the stories that a window would show. */
static GHashTable *
list_scenarios (CommandOptions *options)
{
  GHashTable *ids
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (StarlingLibrary) library = command_open_packs (options);
  GListModel *summaries = NULL;

  if (library == NULL)
    return ids;
  summaries = starling_library_get_summaries (library);
  for (guint i = 0; i < g_list_model_get_n_items (summaries); i++)
    {
      g_autoptr (StarlingSummary) summary
          = g_list_model_get_item (summaries, i);

      g_hash_table_add (ids, g_strdup (starling_summary_get_id (summary)));
    }
  return ids;
}

/* Prints what is wrong with a file; returns whether that counts. */
static gboolean
report (const Check *self,
        GPtrArray *complaints,
        const char *file,
        guint n_errors,
        guint n_warnings)
{
  command_print_complaints (complaints, file);
  return n_errors > 0 || (self->strict && n_warnings > 0);
}

static gboolean
check_file (Check *self, const char *file)
{
  g_autoptr (StarlingPack) pack = NULL;

  if (starling_bank_file_is_one (file))
    {
      g_autoptr (StarlingBankFile) bank = NULL;

      if (self->scenarios == NULL)
        self->scenarios = list_scenarios (&self->options);
      bank = starling_bank_file_load (file, self->catalogue, self->scenarios);
      return report (self, bank->complaints, file, bank->n_errors,
                     bank->n_warnings);
    }
  pack = starling_pack_load (file, self->catalogue);
  return report (self, pack->complaints, file, pack->n_errors,
                 pack->n_warnings);
}

static void
check_clear (Check *self)
{
  command_options_clear (&self->options);
  g_clear_pointer (&self->catalogue, starling_catalogue_unref);
  g_clear_pointer (&self->scenarios, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Check, check_clear)

/**
 * command_check:
 * @argc: number of words
 * @argv: `check [--strict] FILE…`
 *
 * Prints every complaint about packs and question banks, one a line.
 *
 * Returns: %EXIT_FINDINGS if there is an error or, with --strict, a warning
 */
int
command_check (int argc, char **argv)
{
  g_auto (Check) self = { 0 };
  const GOptionEntry own[]
      = { { "strict", 0, 0, G_OPTION_ARG_NONE, &self.strict,
            "Let warnings count, too", NULL },
          G_OPTION_ENTRY_NULL };
  int status = EXIT_FINE;

  if (!command_parse (&self.options, COMMAND_NONE, argc, argv, own,
                      "[--strict] PACK…",
                      "Says what is wrong with packs, or with a question bank: "
                      "FILE:LINE:COLUMN: error:\nPATH: message, a line each.",
                      &status))
    return status;
  if (self.options.rest[0] == NULL)
    return command_usage (argv[0], "name at least one pack");

  self.catalogue = command_load_catalogue ();
  if (self.catalogue == NULL)
    return EXIT_FINDINGS;
  for (guint i = 0; self.options.rest[i] != NULL; i++)
    if (check_file (&self, self.options.rest[i]))
      status = EXIT_FINDINGS;
  return status;
}

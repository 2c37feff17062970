/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"
#include "library-bank.h"

#define N_WORDS 4 /* columns that are no figures */

static const char *const columns[]
    = { "id", "principle", "stories", "question", NULL };

/* The ids of the stories that could answer a question, best first. */
static char *
join_stories (StarlingLibrary *library, const StarlingBankQuestion *question)
{
  g_autoptr (GArray) answers
      = starling_library_list_answers (library, question, FALSE);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < answers->len; i++)
    {
      const StarlingLibraryAnswer *answer
          = &g_array_index (answers, StarlingLibraryAnswer, i);

      if (answer->fit != STARLING_FIT_NONE)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                                starling_summary_get_id (answer->summary));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_rows (StarlingLibrary *library, int principle, GPtrArray *rows)
{
  const StarlingBankScope scope = { .principle = principle };
  g_autoptr (GPtrArray) questions
      = starling_library_list_bank (library, &scope);
  StarlingCatalogue *catalogue = starling_library_get_catalogue (library);

  for (guint i = 0; i < questions->len; i++)
    {
      const StarlingBankQuestion *question = g_ptr_array_index (questions, i);
      char **cells = g_new0 (char *, G_N_ELEMENTS (columns));

      cells[0] = g_strdup (question->id);
      cells[1] = g_strdup (
          starling_catalogue_get_principle (catalogue,
                                            (guint) question->principle)
              ->id);
      cells[2] = join_stories (library, question);
      cells[3] = g_strdup (question->question);
      g_ptr_array_add (rows, cells);
    }
}

/**
 * command_print_bank:
 * @library: a loaded library
 * @principle: (nullable): id of a principle
 * @json: whether to print JSON
 *
 * Prints the questions of the bank, or those that may be meant for a
 * principle, with the stories that could answer each.
 *
 * Returns: %EXIT_FINDINGS if there is no such principle
 */
int
command_print_bank (StarlingLibrary *library,
                    const char *principle,
                    gboolean json)
{
  g_autoptr (GPtrArray) rows
      = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  int index = -1;

  if (principle != NULL)
    index = starling_catalogue_find_principle (starling_library_get_catalogue (
                                                   library),
                                               principle);
  if (principle != NULL && index < 0)
    return command_refuse ("there is no principle ‘%s’", principle);
  add_rows (library, index, rows);
  command_print_rows (columns, N_WORDS, rows, json);
  command_print_notices (library);
  return EXIT_FINE;
}

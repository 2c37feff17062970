/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"
#include "engine/review-queue.h"

#define N_WORDS 3 /* columns that are no figures */

static const char *const columns[] = { "card", "state", "due", NULL };

static const char *
get_state (const StarlingDeckCard *card)
{
  switch (card->record.memory.state)
    {
    case STARLING_MEMORY_LEARNING:
      return "learning";
    case STARLING_MEMORY_REVIEW:
      return "review";
    case STARLING_MEMORY_RELEARNING:
      return "relearning";
    case STARLING_MEMORY_NEW:
    default:
      return "new";
    }
}

/* Whether a card of the queue is in its minutes of learning, and comes back
 * later in the session. */
static gboolean
comes_later (const StarlingPlanInput *input, const StarlingDeckCard *card)
{
  const StarlingMemory *memory = &card->record.memory;

  return (memory->state == STARLING_MEMORY_LEARNING
          || memory->state == STARLING_MEMORY_RELEARNING)
         && memory->due * 1000 > input->now;
}

/* The queue of now, as cells of the columns above. */
static GPtrArray *
collect_rows (StarlingLibrary *library, int level)
{
  GPtrArray *rows
      = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (StarlingReviewQueue) queue = NULL;
  g_autoptr (GPtrArray) names = NULL;
  StarlingPlanInput input;

  starling_library_get_plan_input (library, level, &input);
  queue
      = starling_review_queue_new (&input, starling_library_get_deck (library),
                                   NULL, NULL, 0);
  names = starling_review_queue_list (queue);
  for (guint i = 0; i < names->len; i++)
    {
      const StarlingDeckCard *card
          = starling_library_find_card (library, g_ptr_array_index (names, i));
      char **cells = NULL;

      if (comes_later (&input, card))
        continue;
      cells = g_new0 (char *, G_N_ELEMENTS (columns));
      cells[0] = g_strdup (card->name);
      cells[1] = g_strdup (get_state (card));
      cells[2]
          = starling_time_format_utc (starling_plan_get_due (&input, card));
      g_ptr_array_add (rows, cells);
    }
  return rows;
}

/**
 * command_due:
 * @argc: number of words
 * @argv: `due [--level L]` and shared options
 *
 * Prints the flashcards that there are to study now, in the order in which
 * they would come, over all scenarios: as a table, or as a JSON array of
 * objects whose members are the columns. `due` is the time that counts with
 * the interview in view, in UTC; new cards are due now.
 *
 * Returns: an #ExitStatus
 */
int
command_due (int argc, char **argv)
{
  g_auto (CommandOptions) options = { 0 };
  g_autoptr (StarlingLibrary) library = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *level_id = NULL;
  StarlingLevel level = STARLING_LEVEL_SDE2;
  const GOptionEntry own[]
      = { { "level", 0, 0, G_OPTION_ARG_STRING, &level_id,
            "Only cards of sde1, sde2 or senior (default: all)", "LEVEL" },
          G_OPTION_ENTRY_NULL };
  int status = EXIT_FINE;

  if (!command_parse (&options, COMMAND_NOW | COMMAND_JSON, argc, argv, own,
                      "[--level LEVEL]",
                      "Lists the flashcards to study now, in their order.",
                      &status))
    return status;
  if (options.rest[0] != NULL)
    return command_usage (argv[0], "due takes no other words, not ‘%s’",
                          options.rest[0]);
  if (level_id != NULL && !starling_level_from_id (level_id, &level))
    return command_usage (argv[0],
                          "--level takes sde1, sde2 or senior, not ‘%s’",
                          level_id);

  library = command_open_library (&options);
  if (library == NULL)
    return EXIT_FINDINGS;
  rows = collect_rows (library, level_id != NULL ? (int) level : -1);
  command_print_rows (columns, N_WORDS, rows, options.json);
  command_print_notices (library);
  return EXIT_FINE;
}

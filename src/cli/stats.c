/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"

/* What was done and is left to do, of everything or of one principle. */
typedef enum
{
  REVIEWS,
  TAKES,
  QUIZ,
  RIGHT,
  STREAK, /* of everything only, as the next one */
  DAYS,
  CARDS, /* of a principle only, as those below */
  INTRODUCED,
  DUE,
  N_FIGURES,
} Figure;

static const char *const names[N_FIGURES]
    = { "reviews", "takes", "quiz",       "right", "streak",
        "days",    "cards", "introduced", "due" };

static const Figure total_figures[]
    = { REVIEWS, TAKES, QUIZ, RIGHT, STREAK, DAYS };
static const Figure principle_figures[]
    = { REVIEWS, TAKES, QUIZ, RIGHT, CARDS, INTRODUCED, DUE };

typedef struct
{
  guint figures[N_FIGURES];
} Row;

typedef struct
{
  StarlingCatalogue *catalogue;
  Row total;
  GArray *principles; /* (element-type Row), in the catalogue's order */
} Stats;

static void
count_total (Stats *self, StarlingLibrary *library, int today)
{
  guint n_days = 0;
  const StarlingActivity *days
      = starling_progress_get_days (starling_library_get_progress (library),
                                    &n_days);
  guint *figures = self->total.figures;

  for (guint i = 0; i < n_days; i++)
    {
      figures[REVIEWS] += starling_activity_count_reviews (&days[i]);
      figures[TAKES] += days[i].n_takes;
      figures[QUIZ] += days[i].n_questions;
      figures[RIGHT] += days[i].n_right;
    }
  figures[DAYS] = n_days;
  figures[STREAK] = starling_activity_get_streak (days, n_days, today);
}

static void
count_scenarios (Stats *self, StarlingLibrary *library)
{
  GListModel *summaries = starling_library_get_summaries (library);

  for (guint i = 0; i < g_list_model_get_n_items (summaries); i++)
    {
      g_autoptr (StarlingSummary) summary
          = g_list_model_get_item (summaries, i);
      guint *figures
          = g_array_index (self->principles, Row,
                           (guint) starling_summary_get_principle (summary))
                .figures;
      StarlingScenarioProgress progress;

      starling_progress_get_scenario (starling_library_get_progress (library),
                                      starling_summary_get_id (summary),
                                      &progress);
      figures[REVIEWS] += progress.n_reviews;
      figures[TAKES] += progress.n_takes;
      figures[QUIZ] += progress.n_answers;
      figures[RIGHT] += progress.n_answers_right;
    }
}

static guint *
get_figures (Stats *self, const StarlingDeckCard *card)
{
  return g_array_index (self->principles, Row, (guint) card->principle).figures;
}

static void
count_cards (Stats *self,
             StarlingLibrary *library,
             const StarlingPlanInput *input)
{
  const StarlingDeck *deck = starling_library_get_deck (library);
  g_autoptr (GArray) due = starling_plan_find_due (input, deck);

  for (guint i = 0; i < deck->n_cards; i++)
    {
      guint *figures = get_figures (self, &deck->cards[i]);

      figures[CARDS]++;
      if (deck->cards[i].record.memory.state != STARLING_MEMORY_NEW)
        figures[INTRODUCED]++;
    }
  for (guint i = 0; i < due->len; i++)
    get_figures (self, &deck->cards[g_array_index (due, guint, i)])[DUE]++;
}

static void
print_text (const Stats *self)
{
  g_autoptr (GPtrArray) rows
      = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const char *columns[G_N_ELEMENTS (principle_figures) + 2] = { "principle" };

  for (guint i = 0; i < G_N_ELEMENTS (total_figures); i++)
    command_print ("%s: %u\n", names[total_figures[i]],
                   self->total.figures[total_figures[i]]);
  command_print ("\n");

  for (guint i = 0; i < G_N_ELEMENTS (principle_figures); i++)
    columns[i + 1] = names[principle_figures[i]];
  for (guint i = 0; i < self->principles->len; i++)
    {
      const Row *row = &g_array_index (self->principles, Row, i);
      char **cells = g_new0 (char *, G_N_ELEMENTS (columns));

      cells[0] = g_strdup (
          starling_catalogue_get_principle (self->catalogue, i)->id);
      for (guint j = 0; j < G_N_ELEMENTS (principle_figures); j++)
        cells[j + 1]
            = g_strdup_printf ("%u", row->figures[principle_figures[j]]);
      g_ptr_array_add (rows, cells);
    }
  command_print_rows (columns, 1, rows, FALSE);
}

static void
add_figures (JsonBuilder *builder,
             const Row *row,
             const Figure *figures,
             guint n_figures)
{
  for (guint i = 0; i < n_figures; i++)
    {
      json_builder_set_member_name (builder, names[figures[i]]);
      json_builder_add_int_value (builder, row->figures[figures[i]]);
    }
}

static void
print_json (const Stats *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_figures (builder, &self->total, total_figures,
               G_N_ELEMENTS (total_figures));
  json_builder_set_member_name (builder, "principles");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->principles->len; i++)
    {
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "principle");
      json_builder_add_string_value (
          builder, starling_catalogue_get_principle (self->catalogue, i)->id);
      add_figures (builder, &g_array_index (self->principles, Row, i),
                   principle_figures, G_N_ELEMENTS (principle_figures));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  command_print_json (builder);
}

/**
 * command_stats:
 * @argc: number of words
 * @argv: `stats` and shared options
 *
 * Prints what was done so far, as text or as a JSON object: how many cards
 * were reviewed, takes saved, questions answered and answered right, the days
 * of study in a row and at all, and the same of each principle, with its cards,
 * those introduced and those due. The principles count what belongs to
 * scenarios that are known; the totals count everything.
 *
 * Returns: an #ExitStatus
 */
int
command_stats (int argc, char **argv)
{
  g_auto (CommandOptions) options = { 0 };
  g_autoptr (StarlingLibrary) library = NULL;
  g_autoptr (GArray) principles = g_array_new (FALSE, TRUE, sizeof (Row));
  Stats stats = { .principles = principles };
  StarlingPlanInput input;
  int status = EXIT_FINE;

  if (!command_parse (&options, COMMAND_NOW | COMMAND_JSON, argc, argv, NULL,
                      "[OPTION…]", "Says what was done so far.", &status))
    return status;
  if (options.rest[0] != NULL)
    return command_usage (argv[0], "stats takes no other words, not ‘%s’",
                          options.rest[0]);

  library = command_open_library (&options);
  if (library == NULL)
    return EXIT_FINDINGS;
  stats.catalogue = starling_library_get_catalogue (library);
  g_array_set_size (principles,
                    starling_catalogue_get_n_principles (stats.catalogue));
  starling_library_get_plan_input (library, -1, &input);
  count_total (&stats, library, input.today);
  count_scenarios (&stats, library);
  count_cards (&stats, library, &input);
  if (options.json)
    print_json (&stats);
  else
    print_text (&stats);
  command_print_notices (library);
  return EXIT_FINE;
}

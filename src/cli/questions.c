/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"
#include "library-quiz.h"

/* What is asked for, and where it goes. */
typedef struct
{
  StarlingLibrary *library;
  StarlingLevel level;
  guint64 seed;
  guint kinds;          /* bit (1 << StarlingQuestionKind) for each */
  JsonBuilder *builder; /* NULL: text */
} Request;

static gboolean
is_wanted (const Request *self, const StarlingQuestion *question)
{
  return (self->kinds & (1u << question->kind)) != 0;
}

/* How many there are of each kind, such as "9 (7 written, 2 step)". */
static char *
count_kinds (const Request *self, GPtrArray *questions)
{
  guint n_questions = 0;
  guint counts[STARLING_N_QUESTION_KINDS] = { 0 };
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint i = 0; i < questions->len; i++)
    {
      const StarlingQuestion *question = g_ptr_array_index (questions, i);

      if (!is_wanted (self, question))
        continue;
      n_questions++;
      counts[question->kind]++;
    }
  for (guint i = 0; i < STARLING_N_QUESTION_KINDS; i++)
    if (counts[i] > 0)
      g_ptr_array_add (words, g_strdup_printf ("%u %s", counts[i],
                                               starling_question_kind_to_id (
                                                   (StarlingQuestionKind) i)));
  g_ptr_array_add (words, NULL);
  list = g_strjoinv (", ", (char **) words->pdata);
  return n_questions > 0 ? g_strdup_printf ("%u (%s)", n_questions, list)
                         : g_strdup ("0");
}

/* Where in the story one can read about it. */
static void
print_place (const StarlingQuestion *question)
{
  if (question->step != STARLING_NO_STEP)
    command_print_line ("Step: ",
                        starling_step_to_id ((StarlingStepId) question->step));
  command_print_line ("Probe: ", question->probe);
}

static void
print_question (const StarlingQuestion *question)
{
  command_print ("\n## %s: %s\n", starling_question_kind_to_id (question->kind),
                 question->id);
  command_print_line ("Question: ", question->question);
  command_print_line ("Quote: ", question->quote);
  for (guint i = 0; i < question->options->len; i++)
    {
      const StarlingOption *option = g_ptr_array_index (question->options, i);

      command_print_line (i == question->correct ? "* " : "  ", option->text);
      command_print_line ("    ", option->why);
    }
  command_print_line ("Explanation: ", question->explanation);
  print_place (question);
}

static void
add_member (JsonBuilder *builder, const char *name, const char *text)
{
  if (text == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_options (JsonBuilder *builder, const StarlingQuestion *question)
{
  json_builder_set_member_name (builder, "options");
  json_builder_begin_array (builder);
  for (guint i = 0; i < question->options->len; i++)
    {
      const StarlingOption *option = g_ptr_array_index (question->options, i);

      json_builder_begin_object (builder);
      add_member (builder, "text", option->text);
      add_member (builder, "why", option->why);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "correct");
  json_builder_add_int_value (builder, question->correct);
}

static void
add_question (JsonBuilder *builder,
              const char *scenario,
              const StarlingQuestion *question)
{
  json_builder_begin_object (builder);
  add_member (builder, "scenario", scenario);
  add_member (builder, "id", question->id);
  add_member (builder, "kind", starling_question_kind_to_id (question->kind));
  add_member (builder, "question", question->question);
  add_member (builder, "quote", question->quote);
  add_options (builder, question);
  add_member (builder, "explanation", question->explanation);
  if (question->step != STARLING_NO_STEP)
    add_member (builder, "step",
                starling_step_to_id ((StarlingStepId) question->step));
  add_member (builder, "probe", question->probe);
  json_builder_end_object (builder);
}

static void
print_head (const Request *self, const char *id, GPtrArray *questions)
{
  StarlingCatalogue *catalogue = starling_library_get_catalogue (self->library);
  g_autofree char *count = count_kinds (self, questions);

  command_print_line ("# ",
                      starling_summary_get_title (
                          starling_library_find_summary (self->library, id)));
  command_print ("Level: %s\nQuestions: %s\n",
                 starling_catalogue_get_level (catalogue, self->level)->name,
                 count);
}

/* Prints the questions about one scenario; says why if that is not possible. */
static int
print_scenario (const Request *self, const char *id, gboolean first)
{
  g_autoptr (GPtrArray) questions = NULL;
  g_autoptr (GError) error = NULL;

  questions = starling_library_list_questions (self->library, id, self->level,
                                               self->seed, NULL, &error);
  if (questions == NULL)
    return command_refuse ("%s", error->message);

  if (self->builder == NULL)
    {
      if (!first)
        command_print ("\n");
      print_head (self, id, questions);
    }
  for (guint i = 0; i < questions->len; i++)
    {
      const StarlingQuestion *question = g_ptr_array_index (questions, i);

      if (!is_wanted (self, question))
        continue;
      if (self->builder != NULL)
        add_question (self->builder, id, question);
      else
        print_question (question);
    }
  return EXIT_FINE;
}

/* Those that are named; all of the library if none is. */
static GStrv
list_scenarios (const Request *self, char **named)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GListModel *summaries = starling_library_get_summaries (self->library);

  if (named[0] != NULL)
    return g_strdupv (named);
  for (guint i = 0; i < g_list_model_get_n_items (summaries); i++)
    {
      g_autoptr (StarlingSummary) summary
          = g_list_model_get_item (summaries, i);

      g_strv_builder_add (builder, starling_summary_get_id (summary));
    }
  return g_strv_builder_end (builder);
}

static int
print_all (Request *self, char **named)
{
  g_auto (GStrv) scenarios = list_scenarios (self, named);
  int status = EXIT_FINE;

  for (guint i = 0; named[i] != NULL; i++)
    if (starling_library_find_summary (self->library, named[i]) == NULL)
      return command_refuse ("there is no scenario ‘%s’; starling-cli list "
                             "names those that there are",
                             named[i]);
  if (self->builder != NULL)
    json_builder_begin_array (self->builder);
  for (guint i = 0; scenarios[i] != NULL; i++)
    if (print_scenario (self, scenarios[i], i == 0) != EXIT_FINE)
      status = EXIT_FINDINGS;
  if (self->builder != NULL)
    {
      json_builder_end_array (self->builder);
      command_print_json (self->builder);
    }
  return status;
}

/* Reads the kinds that are asked for; all if none is. */
static gboolean
parse_kinds (const char *command, char **ids, guint *kinds)
{
  *kinds = ids == NULL ? STARLING_ALL_QUESTION_KINDS : 0;
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      StarlingQuestionKind kind;

      if (!starling_question_kind_from_id (ids[i], &kind))
        {
          command_usage (command,
                         "--kind takes written, answer, step, angle, result, "
                         "level, flag or phrase, not ‘%s’",
                         ids[i]);
          return FALSE;
        }
      *kinds |= 1u << kind;
    }
  return TRUE;
}

/**
 * command_questions:
 * @argc: number of words
 * @argv: `questions [SCENARIO…] [--level L] [--seed N] [--kind K]… [--json]`,
 *   or `questions --bank [PRINCIPLE] [--json]`
 *
 * Prints all questions that a quiz may ask about scenarios, with what is right
 * and why. Options begin with `* ` or with two spaces and a letter, reasons
 * with four spaces; no other line does. With --json an array of objects, one
 * for each question, with its options in the same order. With --bank what
 * interviewers ask, in a table.
 *
 * Returns: %EXIT_FINDINGS if there is no such scenario, or one cannot be
 *   opened; the others are printed all the same
 */
int
command_questions (int argc, char **argv)
{
  g_auto (CommandOptions) options = { 0 };
  g_autoptr (StarlingLibrary) library = NULL;
  g_autoptr (JsonBuilder) builder = NULL;
  g_autofree char *level_id = NULL;
  g_autofree char *seed = NULL;
  g_auto (GStrv) kind_ids = NULL;
  gboolean bank = FALSE;
  Request request = { .level = STARLING_LEVEL_SDE2 };
  const GOptionEntry own[]
      = { { "level", 0, 0, G_OPTION_ARG_STRING, &level_id,
            "sde1, sde2 or senior (sde2 if absent)", "LEVEL" },
          { "seed", 0, 0, G_OPTION_ARG_STRING, &seed,
            "Another number chooses other wrong options (0 if absent)",
            "NUMBER" },
          { "kind", 0, 0, G_OPTION_ARG_STRING_ARRAY, &kind_ids,
            "written, answer, step, angle, result, level, flag or phrase; may "
            "be repeated (all if absent)",
            "KIND" },
          { "bank", 0, 0, G_OPTION_ARG_NONE, &bank,
            "List what interviewers ask, of all principles or of one", NULL },
          G_OPTION_ENTRY_NULL };
  int status = EXIT_FINE;

  if (!command_parse (
          &options, COMMAND_JSON, argc, argv, own,
          "[SCENARIO…] [--level LEVEL] [--seed NUMBER] [--kind KIND]…",
          "Prints what a quiz asks about scenarios, or about all "
          "that are known. '* ' is\nbefore the option that is "
          "right; reasons are indented.",
          &status))
    return status;
  if (!command_parse_level (argv[0], level_id, &request.level)
      || !parse_kinds (argv[0], kind_ids, &request.kinds))
    return EXIT_USAGE;
  if (seed != NULL
      && !g_ascii_string_to_unsigned (seed, 10, 0, G_MAXUINT64, &request.seed,
                                      NULL))
    return command_usage (argv[0], "--seed takes a number from 0 up, not ‘%s’",
                          seed);

  if (bank && options.rest[0] != NULL && options.rest[1] != NULL)
    return command_usage (argv[0], "--bank takes one principle");

  library = command_open_library (&options);
  if (library == NULL)
    return EXIT_FINDINGS;
  if (bank)
    return command_print_bank (library, options.rest[0], options.json);
  if (options.json)
    builder = json_builder_new ();
  request.library = library;
  request.builder = builder;
  return print_all (&request, options.rest);
}

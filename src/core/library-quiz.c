/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "library-quiz.h"

#include "base/random.h"
#include "engine/scheduler.h"
#include "library-private.h"

/* Other scenarios that wrong options are taken from. */
#define MAX_OTHERS 4

/* Where questions come from, while one quiz is dealt or one question opened. */
typedef struct
{
  StarlingLibrary *library;
  GHashTable *opened; /* id → StarlingScenario; NULL: cannot be opened */
} Source;

static void
scenario_unref (gpointer scenario)
{
  if (scenario != NULL)
    starling_scenario_unref (scenario);
}

static void
source_init (Source *self, StarlingLibrary *library)
{
  self->library = library;
  self->opened
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, scenario_unref);
}

static void
source_clear (Source *self)
{
  g_hash_table_unref (self->opened);
}

/* The scenario, as long as the source lives; NULL if it cannot be opened. */
static StarlingScenario *
open_scenario (Source *self, const char *id)
{
  gpointer scenario = NULL;

  if (!g_hash_table_lookup_extended (self->opened, id, NULL, &scenario))
    {
      scenario = starling_library_open_scenario (self->library, id, NULL);
      g_hash_table_insert (self->opened, g_strdup (id), scenario);
    }
  return scenario;
}

/* Only the written ones so far. */
static GPtrArray *
list_questions (const StarlingQuizSource *source)
{
  GPtrArray *questions = g_ptr_array_new_with_free_func (
      (GDestroyNotify) starling_question_free);

  for (guint i = 0; i < source->scenario->quiz->len; i++)
    g_ptr_array_add (questions,
                     starling_question_copy (
                         g_ptr_array_index (source->scenario->quiz, i)));
  return questions;
}

static GPtrArray *
list_of_scenario (Source *self,
                  StarlingScenario *scenario,
                  StarlingLevel level,
                  guint64 seed,
                  StarlingTranslateFunc translate)
{
  const StarlingQuizSource source = {
    .scenario = scenario,
    .catalogue = starling_library_get_catalogue (self->library),
    .level = level,
    .seed = seed,
    .translate = translate,
  };

  return list_questions (&source);
}

static void
add_item (StarlingQuiz *quiz,
          const StarlingScenario *scenario,
          const StarlingQuestion *question)
{
  const StarlingQuizItem item = {
    .scenario = scenario->id,
    .question = question->id,
    .kind = question->kind,
    .principle = scenario->principle,
    .step = question->step,
    .probe = question->probe,
    .n_options = question->options->len,
    .correct = question->correct,
  };

  starling_quiz_add (quiz, &item);
}

/**
 * starling_library_deal_quiz:
 * @self: a loaded library
 * @request: what to ask about, and how much
 *
 * Chooses questions. Scenarios that cannot be opened are left out.
 *
 * Returns: (transfer full): a quiz, without questions if there are none
 */
StarlingQuiz *
starling_library_deal_quiz (StarlingLibrary *self,
                            const StarlingQuizRequest *request)
{
  StarlingQuiz *quiz = NULL;
  g_autoptr (GPtrArray) lists
      = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) scenarios = g_ptr_array_new ();
  g_autoptr (GPtrArray) questions = g_ptr_array_new ();
  guint64 state = 0;
  Source source;

  g_return_val_if_fail (STARLING_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (request != NULL, NULL);

  source_init (&source, self);
  for (guint i = 0; request->scenarios[i] != NULL; i++)
    {
      StarlingScenario *scenario
          = open_scenario (&source, request->scenarios[i]);
      GPtrArray *list = NULL;

      if (scenario == NULL)
        continue;
      list = list_of_scenario (&source, scenario, request->level, request->seed,
                               NULL);
      g_ptr_array_add (lists, list);
      for (guint j = 0; j < list->len; j++)
        {
          StarlingQuestion *question = g_ptr_array_index (list, j);

          if ((request->kinds & (1u << question->kind)) == 0)
            continue;
          g_ptr_array_add (scenarios, scenario);
          g_ptr_array_add (questions, question);
        }
    }

  quiz = starling_quiz_new (request->seed);
  state = request->seed;
  for (guint left = questions->len; left > 0; left--)
    {
      guint index = starling_random_below (&state, left);

      if (request->length > 0
          && starling_quiz_get_length (quiz) >= request->length)
        break;
      add_item (quiz, g_ptr_array_index (scenarios, index),
                g_ptr_array_index (questions, index));
      g_ptr_array_remove_index_fast (scenarios, index);
      g_ptr_array_remove_index_fast (questions, index);
    }
  source_clear (&source);
  return quiz;
}

/**
 * starling_library_open_question:
 * @self: a loaded library
 * @scenario: a scenario's id
 * @question: the id of one of its questions
 * @level: as in the request that it was dealt for
 * @seed: likewise
 * @translate: (nullable): turns what it says into the reader's language
 * @opened: (out) (optional) (transfer full) (nullable): its scenario
 *
 * Opens a question of a quiz to show it.
 *
 * Returns: (transfer full) (nullable): the question, with its options as they
 *   were dealt; %NULL if it is gone, and @opened too
 */
StarlingQuestion *
starling_library_open_question (StarlingLibrary *self,
                                const char *scenario,
                                const char *question,
                                StarlingLevel level,
                                guint64 seed,
                                StarlingTranslateFunc translate,
                                StarlingScenario **opened)
{
  StarlingQuestion *found = NULL;
  StarlingScenario *its_scenario = NULL;
  Source source;

  g_return_val_if_fail (STARLING_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (scenario != NULL && question != NULL, NULL);

  if (opened != NULL)
    *opened = NULL;
  source_init (&source, self);
  its_scenario = open_scenario (&source, scenario);
  if (its_scenario != NULL)
    {
      g_autoptr (GPtrArray) list
          = list_of_scenario (&source, its_scenario, level, seed, translate);

      for (guint i = 0; found == NULL && i < list->len; i++)
        if (g_str_equal (((StarlingQuestion *) g_ptr_array_index (list, i))->id,
                         question))
          found = starling_question_copy (g_ptr_array_index (list, i));
      if (found != NULL && opened != NULL)
        *opened = starling_scenario_ref (its_scenario);
    }
  source_clear (&source);
  return found;
}

/**
 * starling_library_list_questions:
 * @self: a loaded library
 * @scenario: a scenario's id
 * @level: the level of the lens
 * @seed: of a quiz
 * @translate: (nullable): turns what they say into the reader's language
 * @error: why the scenario cannot be opened, as
 *   starling_library_open_scenario() has it
 *
 * Lists all questions about a scenario as a quiz of that level and seed would
 * ask them.
 *
 * Returns: (transfer full) (element-type StarlingQuestion) (nullable): those
 */
GPtrArray *
starling_library_list_questions (StarlingLibrary *self,
                                 const char *scenario,
                                 StarlingLevel level,
                                 guint64 seed,
                                 StarlingTranslateFunc translate,
                                 GError **error)
{
  g_autoptr (StarlingScenario) opened = NULL;
  GPtrArray *list = NULL;
  Source source;

  g_return_val_if_fail (STARLING_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (scenario != NULL, NULL);

  opened = starling_library_open_scenario (self, scenario, error);
  if (opened == NULL)
    return NULL;
  source_init (&source, self);
  list = list_of_scenario (&source, opened, level, seed, translate);
  source_clear (&source);
  return list;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "library-quiz-private.h"

#include "base/random.h"
#include "engine/scheduler.h"

/* Other scenarios that wrong options are taken from. */
#define MAX_OTHERS 4

/* A scenario that may be such another one, with the lot that it has drawn. */
typedef struct
{
  StarlingSummary *summary;
  guint64 lot;
} Other;

static void
other_clear (gpointer data)
{
  Other *other = data;

  g_object_unref (other->summary);
}

static void
scenario_unref (gpointer scenario)
{
  if (scenario != NULL)
    starling_scenario_unref (scenario);
}

/* Puts @other where its lot belongs, and drops the last one if it is one too
 * many. */
static void
insert_other (GArray *others, const Other *other)
{
  guint place = others->len;

  while (place > 0 && g_array_index (others, Other, place - 1).lot > other->lot)
    place--;
  if (place > MAX_OTHERS)
    return;

  g_array_insert_vals (others, place, other, 1);
  g_object_ref (other->summary);
  if (others->len > MAX_OTHERS + 1)
    g_array_set_size (others, MAX_OTHERS + 1);
}

/* The scenarios in a language that have drawn the least lots, one more than it
 * takes. A lot follows from the seed and the scenario's id: so they are the
 * same ones for each question of a quiz, and mostly so if others are added. */
static GArray *
draw_others (StarlingQuizSupply *self, const char *language)
{
  GListModel *summaries = starling_library_get_summaries (self->library);
  GArray *others = g_array_new (FALSE, FALSE, sizeof (Other));

  g_array_set_clear_func (others, other_clear);
  for (guint i = 0; i < g_list_model_get_n_items (summaries); i++)
    {
      g_autoptr (StarlingSummary) summary
          = g_list_model_get_item (summaries, i);
      Other other = { .summary = summary };

      if (g_strcmp0 (starling_summary_get_pack (summary)->language, language)
          != 0)
        continue;
      other.lot
          = self->seed
            ^ starling_scheduler_hash_name (starling_summary_get_id (summary));
      other.lot = starling_random_next (&other.lot);
      insert_other (others, &other);
    }
  return others;
}

/**
 * starling_quiz_supply_init:
 * @self: (out caller-allocates): a supply of questions, to be cleared
 * @library: a loaded library
 * @level: whose questions are asked
 * @seed: of the quiz
 * @translate: (nullable): turns what they say into the reader's language
 */
void
starling_quiz_supply_init (StarlingQuizSupply *self,
                           StarlingLibrary *library,
                           StarlingLevel level,
                           guint64 seed,
                           StarlingTranslateFunc translate)
{
  *self = (StarlingQuizSupply){
    .library = library,
    .level = level,
    .seed = seed,
    .translate = translate,
  };
  self->opened
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, scenario_unref);
  self->others = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) g_array_unref);
}

/**
 * starling_quiz_supply_clear:
 * @self: a supply
 *
 * Frees what it holds, scenarios included.
 */
void
starling_quiz_supply_clear (StarlingQuizSupply *self)
{
  g_hash_table_unref (self->opened);
  g_hash_table_unref (self->others);
}

/**
 * starling_quiz_supply_open:
 * @self: a supply
 * @id: a scenario's id
 *
 * Returns: (transfer none) (nullable): the scenario, which lives as long as
 *   @self; %NULL if it cannot be opened
 */
StarlingScenario *
starling_quiz_supply_open (StarlingQuizSupply *self, const char *id)
{
  gpointer scenario = NULL;

  if (!g_hash_table_lookup_extended (self->opened, id, NULL, &scenario))
    {
      scenario = starling_library_try_open (self->library, id, NULL);
      g_hash_table_insert (self->opened, g_strdup (id), scenario);
    }
  return scenario;
}

/* Scenarios in the same language that are not @scenario. */
static GPtrArray *
list_others (StarlingQuizSupply *self, const StarlingScenario *scenario)
{
  const char *key = scenario->language != NULL ? scenario->language : "";
  GArray *drawn = g_hash_table_lookup (self->others, key);
  GPtrArray *others = g_ptr_array_new ();

  if (drawn == NULL)
    {
      drawn = draw_others (self, scenario->language);
      g_hash_table_insert (self->others, g_strdup (key), drawn);
    }
  for (guint i = 0; i < drawn->len && others->len < MAX_OTHERS; i++)
    {
      const char *id
          = starling_summary_get_id (g_array_index (drawn, Other, i).summary);
      StarlingScenario *other = g_str_equal (id, scenario->id)
                                    ? NULL
                                    : starling_quiz_supply_open (self, id);

      if (other != NULL)
        g_ptr_array_add (others, other);
    }
  return others;
}

/**
 * starling_quiz_supply_list:
 * @self: a supply
 * @scenario: a scenario
 *
 * Returns: (transfer full) (element-type StarlingQuestion): the questions
 *   about it
 */
GPtrArray *
starling_quiz_supply_list (StarlingQuizSupply *self,
                           const StarlingScenario *scenario)
{
  g_autoptr (GPtrArray) others = list_others (self, scenario);
  const StarlingQuizSource source = {
    .scenario = scenario,
    .catalogue = starling_library_get_catalogue (self->library),
    .others = (gconstpointer) others->pdata,
    .n_others = others->len,
    .level = self->level,
    .seed = self->seed,
    .translate = self->translate,
  };

  return starling_quiz_list_questions (&source);
}

/* All questions about a scenario, and the scenario, whose file is loaded again
 * if it has changed. */
static GPtrArray *
list_questions (StarlingLibrary *self,
                const char *scenario,
                StarlingLevel level,
                guint64 seed,
                StarlingTranslateFunc translate,
                StarlingScenario **opened,
                GError **error)
{
  StarlingQuizSupply supply;
  GPtrArray *questions = NULL;

  *opened = starling_library_open_scenario (self, scenario, error);
  if (*opened == NULL)
    return NULL;

  starling_quiz_supply_init (&supply, self, level, seed, translate);
  questions = starling_quiz_supply_list (&supply, *opened);
  starling_quiz_supply_clear (&supply);
  return questions;
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

  g_return_val_if_fail (STARLING_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (scenario != NULL, NULL);

  return list_questions (self, scenario, level, seed, translate, &opened,
                         error);
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
 * Opens a question of a quiz to show it. If the file of its scenario was
 * changed since it was loaded, it is loaded again first.
 *
 * Returns: (transfer full) (nullable): the question, with its options as they
 *   were dealt unless scenarios have changed; %NULL if it is gone, and @opened
 *   too
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
  g_autoptr (StarlingScenario) source = NULL;
  g_autoptr (GPtrArray) questions = NULL;

  g_return_val_if_fail (STARLING_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (scenario != NULL, NULL);
  g_return_val_if_fail (question != NULL, NULL);

  if (opened != NULL)
    *opened = NULL;
  questions
      = list_questions (self, scenario, level, seed, translate, &source, NULL);
  for (guint i = 0; questions != NULL && i < questions->len; i++)
    {
      const StarlingQuestion *found = g_ptr_array_index (questions, i);

      if (!g_str_equal (found->id, question))
        continue;
      if (opened != NULL)
        *opened = g_steal_pointer (&source);
      return starling_question_copy (found);
    }
  return NULL;
}

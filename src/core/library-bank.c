/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "library-bank.h"

#include "library-private.h"

/**
 * starling_library_get_bank:
 * @self: a library
 *
 * Returns: (transfer none) (nullable): the question bank; %NULL before it is
 *   loaded, and where it cannot be used
 */
StarlingBank *
starling_library_get_bank (StarlingLibrary *self)
{
  g_return_val_if_fail (STARLING_IS_LIBRARY (self), NULL);

  return self->bank;
}

static void
fill_story (StarlingLibrary *self,
            StarlingSummary *summary,
            StarlingBankStory *story)
{
  StarlingScenarioProgress progress;

  starling_progress_get_scenario (self->progress,
                                  starling_summary_get_id (summary), &progress);
  story->id = starling_summary_get_id (summary);
  story->principle = starling_summary_get_principle (summary);
  story->angles = starling_summary_get_angles (summary, self->catalogue);
  story->own = starling_summary_get_source (summary) == STARLING_SOURCE_STORIES;
  story->n_takes = progress.n_takes;
}

/* All stories there are, each at the index of its summary. */
static GArray *
list_stories (StarlingLibrary *self, gboolean own_only)
{
  GListModel *summaries = G_LIST_MODEL (self->summaries);
  guint n = g_list_model_get_n_items (summaries);
  /* One more, so that there is an array even without any */
  GArray *stories
      = g_array_sized_new (FALSE, FALSE, sizeof (StarlingBankStory), n + 1);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (StarlingSummary) summary
          = g_list_model_get_item (summaries, i);
      StarlingBankStory story;

      if (own_only
          && starling_summary_get_source (summary) != STARLING_SOURCE_STORIES)
        continue;
      fill_story (self, summary, &story);
      g_array_append_val (stories, story);
    }
  return stories;
}

/* Whether any of the stories answers the question; counts their takes, if
 * somebody wants to know. */
static gboolean
is_answered (const StarlingBankQuestion *question,
             GArray *stories,
             guint *n_takes)
{
  gboolean answered = FALSE;

  for (guint i = 0; i < stories->len; i++)
    {
      const StarlingBankStory *story
          = &g_array_index (stories, StarlingBankStory, i);

      if (!starling_bank_fits (question, story))
        continue;
      if (n_takes == NULL)
        return TRUE;
      answered = TRUE;
      *n_takes += story->n_takes;
    }
  return answered;
}

/* The questions of a scope, with what a pick has to know of each. */
static GPtrArray *
list_scope (StarlingLibrary *self,
            const StarlingBankScope *scope,
            GArray *records)
{
  GPtrArray *questions = g_ptr_array_new ();
  g_autoptr (GArray) stories = NULL;

  if (self->bank == NULL)
    return questions;
  stories = list_stories (self, scope->own_only);
  for (guint i = 0; i < starling_bank_get_n_questions (self->bank); i++)
    {
      const StarlingBankQuestion *question
          = starling_bank_get_question (self->bank, i);
      StarlingBankRecord record
          = { .principles = starling_bank_question_get_principles (question) };

      if (scope->principle >= 0
          && !(record.principles & STARLING_PRINCIPLE_BIT (scope->principle)))
        continue;
      if (!is_answered (question, stories,
                        records != NULL ? &record.n_takes : NULL))
        continue;
      g_ptr_array_add (questions, (gpointer) question);
      if (records != NULL)
        g_array_append_val (records, record);
    }
  return questions;
}

/**
 * starling_library_list_bank:
 * @self: a loaded library
 * @scope: which questions are meant
 *
 * Returns: (transfer container) (element-type StarlingBankQuestion): the
 *   questions that a story there is could answer, as in the bank; they belong
 *   to it
 */
GPtrArray *
starling_library_list_bank (StarlingLibrary *self,
                            const StarlingBankScope *scope)
{
  g_return_val_if_fail (STARLING_IS_LIBRARY (self), NULL);

  return list_scope (self, scope, NULL);
}

/**
 * starling_library_list_bank_for:
 * @self: a loaded library
 * @scenario: id of a scenario
 *
 * Returns: (transfer container) (element-type StarlingBankQuestion): the
 *   questions that its story could answer, as in the bank; they belong to it
 */
GPtrArray *
starling_library_list_bank_for (StarlingLibrary *self, const char *scenario)
{
  GPtrArray *questions = g_ptr_array_new ();
  StarlingSummary *summary;
  StarlingBankStory story;

  g_return_val_if_fail (STARLING_IS_LIBRARY (self), questions);

  summary = starling_library_find_summary (self, scenario);
  if (summary == NULL || self->bank == NULL)
    return questions;
  fill_story (self, summary, &story);
  for (guint i = 0; i < starling_bank_get_n_questions (self->bank); i++)
    {
      const StarlingBankQuestion *question
          = starling_bank_get_question (self->bank, i);

      if (starling_bank_fits (question, &story))
        g_ptr_array_add (questions, (gpointer) question);
    }
  return questions;
}

/* Counts how often each was asked; returns which was the last, or -1. */
static int
count_asked (GPtrArray *questions, GArray *records, const char *const *asked)
{
  int last = -1;

  for (guint i = 0; asked[i] != NULL; i++)
    {
      last = -1;
      for (guint j = 0; j < questions->len; j++)
        {
          const StarlingBankQuestion *question
              = g_ptr_array_index (questions, j);

          if (!g_str_equal (question->id, asked[i]))
            continue;
          g_array_index (records, StarlingBankRecord, j).n_asked++;
          last = (int) j;
        }
    }
  return last;
}

/**
 * starling_library_pick_from_bank:
 * @self: a loaded library
 * @scope: which questions are meant
 * @asked: (array zero-terminated=1): ids of the questions that were picked so
 *   far in this run, in their order
 * @seed: the same one picks the same question
 *
 * Picks a question as starling_bank_pick() does, by the goal and what was
 * rehearsed. To go on, its id is to be added to @asked.
 *
 * Returns: (transfer none) (nullable): a question of the bank, or %NULL if
 *   there is none to ask
 */
const StarlingBankQuestion *
starling_library_pick_from_bank (StarlingLibrary *self,
                                 const StarlingBankScope *scope,
                                 const char *const *asked,
                                 guint64 seed)
{
  g_autoptr (GArray) records
      = g_array_sized_new (FALSE, FALSE, sizeof (StarlingBankRecord), 1);
  g_autoptr (GPtrArray) questions = NULL;
  StarlingGoal goal;
  int last, picked;

  g_return_val_if_fail (STARLING_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (self->catalogue != NULL, NULL);

  questions = list_scope (self, scope, records);
  last = count_asked (questions, records, asked);
  starling_progress_get_goal (self->progress, self->catalogue, &goal);
  picked = starling_bank_pick (&g_array_index (records, StarlingBankRecord, 0),
                               records->len, goal.principles, last, seed);
  return picked >= 0 ? g_ptr_array_index (questions, picked) : NULL;
}

static void
answer_clear (gpointer data)
{
  StarlingLibraryAnswer *answer = data;

  g_clear_object (&answer->summary);
}

/**
 * starling_library_list_answers:
 * @self: a loaded library
 * @question: a question of the bank
 * @own_only: whether only the user's own stories are told
 *
 * Returns: (transfer full) (element-type StarlingLibraryAnswer): the stories
 *   to choose from, in the order of starling_bank_list_answers()
 */
GArray *
starling_library_list_answers (StarlingLibrary *self,
                               const StarlingBankQuestion *question,
                               gboolean own_only)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (StarlingLibraryAnswer));
  g_autoptr (GArray) stories = list_stories (self, own_only);
  g_autofree StarlingBankAnswer *answers
      = g_new (StarlingBankAnswer, stories->len + 1);
  guint n = starling_bank_list_answers (question,
                                        &g_array_index (stories,
                                                        StarlingBankStory, 0),
                                        stories->len, answers);

  g_array_set_clear_func (list, answer_clear);
  for (guint i = 0; i < n; i++)
    {
      const char *id
          = g_array_index (stories, StarlingBankStory, answers[i].story).id;
      StarlingScenarioProgress progress;
      StarlingLibraryAnswer answer = {
        .summary = g_object_ref (starling_library_find_summary (self, id)),
        .fit = answers[i].fit,
        .angle = answers[i].angle,
      };

      starling_progress_get_scenario (self->progress, id, &progress);
      answer.state = progress.state;
      answer.n_takes = progress.n_takes;
      g_array_append_val (list, answer);
    }
  return list;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/progress-private.h"

/**
 * starling_progress_replay_answer:
 * @chapter: a chapter that is replayed
 * @entry: an answer to a question, of those that count
 * @question: (nullable): the question's id
 *
 * Adds an answer to what the chapter's events say. Answers to derived
 * questions of which only the kind is known belong to no question.
 */
void
starling_progress_replay_answer (StarlingChapter *chapter,
                                 const StarlingLedgerEntry *entry,
                                 const char *question)
{
  StarlingScenarioProgress *figures = &chapter->figures;
  StarlingQuestionRecord *record = NULL;

  figures->n_answers++;
  figures->n_answers_right += entry->value;
  if (question == NULL)
    return;

  record = g_hash_table_lookup (chapter->questions, question);
  if (record == NULL)
    {
      record = g_new (StarlingQuestionRecord, 1);
      starling_question_record_init (record);
      g_hash_table_insert (chapter->questions, (gpointer) question, record);
      figures->n_questions++;
    }
  figures->n_right -= record->right ? 1 : 0;
  starling_question_record_answer (record, entry->value != 0, entry->at,
                                   entry->offset);
  figures->n_right += record->right ? 1 : 0;
}

/**
 * starling_progress_get_questions:
 * @self: progress
 * @scenario: a scenario's id, known or not
 *
 * Returns: (transfer none) (nullable) (element-type utf8
 *   StarlingQuestionRecord): what the journal says of the questions of a
 *   scenario that were answered, by id, whether they are still there or not;
 *   only to be read, and valid until @self changes
 */
GHashTable *
starling_progress_get_questions (StarlingProgress *self, const char *scenario)
{
  StarlingChapter *chapter = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (scenario != NULL, NULL);

  chapter = starling_progress_find_chapter (self, scenario);
  if (chapter == NULL)
    return NULL;
  starling_progress_ensure_chapter (self, chapter);
  return chapter->questions;
}

/**
 * starling_progress_get_question:
 * @self: progress
 * @scenario: a scenario's id, known or not
 * @question: the id of a written or derived question
 *
 * Returns: (transfer none) (nullable): what the journal says of the question;
 *   %NULL if it was never answered; valid until @self changes
 */
const StarlingQuestionRecord *
starling_progress_get_question (StarlingProgress *self,
                                const char *scenario,
                                const char *question)
{
  GHashTable *questions = NULL;

  g_return_val_if_fail (question != NULL, NULL);

  questions = starling_progress_get_questions (self, scenario);
  return questions == NULL ? NULL : g_hash_table_lookup (questions, question);
}

static int
compare_days_cb (gconstpointer a, gconstpointer b)
{
  const StarlingQuizDay *left = a;
  const StarlingQuizDay *right = b;

  return (left->day > right->day) - (left->day < right->day);
}

static void
add_days (GArray *out, const StarlingActivity *days, guint n_days)
{
  for (guint i = 0; i < n_days; i++)
    {
      const StarlingQuizDay day = {
        .day = days[i].day,
        .n_answers = days[i].n_questions,
        .n_right = days[i].n_right,
      };

      if (day.n_answers > 0)
        g_array_append_val (out, day);
    }
}

/* Makes one entry of those about the same day. */
static void
join_days (GArray *days)
{
  guint n = 0;

  g_array_sort (days, compare_days_cb);
  for (guint i = 0; i < days->len; i++)
    {
      const StarlingQuizDay day = g_array_index (days, StarlingQuizDay, i);
      StarlingQuizDay *last
          = n > 0 ? &g_array_index (days, StarlingQuizDay, n - 1) : NULL;

      if (last != NULL && last->day == day.day)
        {
          last->n_answers += day.n_answers;
          last->n_right += day.n_right;
        }
      else
        g_array_index (days, StarlingQuizDay, n++) = day;
    }
  g_array_set_size (days, n);
}

/**
 * starling_progress_list_quiz_days:
 * @self: progress
 * @scenarios: (array zero-terminated=1) (nullable): ids of scenarios, each
 *   once; %NULL: all, even those that are gone
 * @out: (element-type StarlingQuizDay): gets each study day on which questions
 *   about them were answered, ascending; what it held before is gone
 *
 * Lists how many answers were given on each day, and how many were right, the
 * answers to questions that came back in the same quiz included.
 */
void
starling_progress_list_quiz_days (StarlingProgress *self,
                                  const char *const *scenarios,
                                  GArray *out)
{
  guint n_days = 0;
  const StarlingActivity *days = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (out != NULL);

  g_array_set_size (out, 0);
  if (scenarios == NULL)
    {
      days = starling_progress_get_days (self, &n_days);
      add_days (out, days, n_days);
      return;
    }

  for (guint i = 0; scenarios[i] != NULL; i++)
    {
      StarlingChapter *chapter
          = starling_progress_find_chapter (self, scenarios[i]);

      if (chapter == NULL)
        continue;
      starling_progress_ensure_chapter (self, chapter);
      add_days (out, (gconstpointer) chapter->days->data, chapter->days->len);
    }
  join_days (out);
}

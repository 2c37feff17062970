/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/quiz/report.h"

/* How the questions about one scenario went. */
typedef struct
{
  guint n_wrong;
  const StarlingQuizItem *first_wrong;
} Story;

static void
count (StarlingQuizScore *score, gboolean right)
{
  score->n_asked++;
  score->n_right += right ? 1 : 0;
}

/* The story of @item; a new one goes behind the others. */
static Story *
ensure_story (GHashTable *by_id, GPtrArray *stories, char *scenario)
{
  Story *story = g_hash_table_lookup (by_id, scenario);

  if (story == NULL)
    {
      story = g_new0 (Story, 1);
      g_ptr_array_add (stories, story);
      g_hash_table_insert (by_id, scenario, story);
    }
  return story;
}

static void
find_next (StarlingQuizReport *report, GPtrArray *stories)
{
  const Story *worst = NULL;

  for (guint i = 0; i < stories->len; i++)
    {
      const Story *story = g_ptr_array_index (stories, i);

      if (story->n_wrong > (worst != NULL ? worst->n_wrong : 0))
        worst = story;
    }
  if (worst == NULL)
    return;

  report->next = worst->first_wrong->scenario;
  report->next_step = worst->first_wrong->step;
  report->next_probe = worst->first_wrong->probe;
}

/**
 * starling_quiz_report:
 * @quiz: a quiz, over or not
 * @report: (out caller-allocates): how the questions went that were answered;
 *   its texts are those of @quiz
 *
 * Sums up a quiz. To read next is the story with the most questions that were
 * answered wrong at first; of several, the one that was asked about earlier.
 * Where in it: where its first one of these says.
 */
void
starling_quiz_report (const StarlingQuiz *quiz, StarlingQuizReport *report)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) stories = g_ptr_array_new_with_free_func (g_free);

  g_return_if_fail (quiz != NULL);
  g_return_if_fail (report != NULL);

  *report = (StarlingQuizReport){ .next_step = STARLING_NO_STEP };
  for (guint i = 0; i < starling_quiz_get_n_answers (quiz); i++)
    {
      const StarlingQuizAnswer *answer = starling_quiz_get_answer (quiz, i);
      const StarlingQuizItem *item
          = starling_quiz_get_item (quiz, answer->position);
      Story *story = NULL;

      if (item->round > 0)
        {
          report->n_mended += answer->correct ? 1 : 0;
          continue;
        }
      count (&report->total, answer->correct);
      count (&report->kinds[item->kind], answer->correct);
      if (item->principle != STARLING_AS_TOLD)
        count (&report->principles[item->principle], answer->correct);
      report->n_expired += answer->choice < 0 ? 1 : 0;
      story = ensure_story (by_id, stories, item->scenario);
      if (!answer->correct && story->n_wrong++ == 0)
        story->first_wrong = item;
    }
  report->n_stories = stories->len;
  find_next (report, stories);
}

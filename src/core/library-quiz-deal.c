/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "library-quiz-private.h"

#include "base/random.h"
#include "engine/quiz/pick.h"

#include <string.h>

/* New questions are a choice when there are so many for each place. */
#define CHOICE 4

/* How many stories are looked into at most; and how many more than there are
 * places to find what is due, which may be gone, or not wanted. */
#define MAX_LISTED 200
#define MAX_IN_VAIN 5

/* A scenario that may be asked about, as the journal knows it. */
typedef struct
{
  const char *id;
  GHashTable *records; /* (nullable): question → StarlingQuestionRecord */
  guint n_answers;
  guint box;  /* of the most urgent question that is due; 0: none is */
  int due;    /* since when */
  guint rank; /* which of equals comes first */
  gboolean is_listed;
} Story;

typedef struct
{
  const StarlingQuizRequest *request;
  StarlingQuizSupply supply;
  int today;
  GArray *stories; /* (element-type Story) */
  guint n_listed;  /* of these */

  GPtrArray *lists;   /* owns the questions */
  GPtrArray *sources; /* (element-type StarlingScenario): of the candidates */
  GArray *candidates; /* (element-type StarlingQuizCandidate) */
} Deal;

static gboolean
is_due (const Deal *self, const StarlingQuestionRecord *record)
{
  return record != NULL && record->box > 0
         && starling_question_record_get_due (record) <= self->today;
}

/* What is due comes by its box, then by its day. */
static int
compare_due (guint box, int due, guint other_box, int other_due)
{
  if (box != other_box)
    return box < other_box ? -1 : 1;
  return (due > other_due) - (due < other_due);
}

/* Whether a question may be of the kinds that are wanted, by its id alone. */
static gboolean
may_be_wanted (const Deal *self, const char *question)
{
  guint written = 1u << STARLING_QUESTION_WRITTEN;
  guint kinds = strchr (question, '.') == NULL
                    ? written
                    : STARLING_ALL_QUESTION_KINDS & ~written;

  return (self->request->kinds & kinds) != 0;
}

static void
read_records (Deal *self, Story *story)
{
  GHashTableIter iter;
  gpointer id = NULL;
  gpointer value = NULL;

  if (story->records == NULL)
    return;
  g_hash_table_iter_init (&iter, story->records);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      const StarlingQuestionRecord *record = value;
      int due = starling_question_record_get_due (record);

      story->n_answers += record->n_answers;
      if (!is_due (self, record) || !may_be_wanted (self, id)
          || (story->box > 0
              && compare_due (record->box, due, story->box, story->due) >= 0))
        continue;
      story->box = record->box;
      story->due = due;
    }
}

/* Whether the scenario may have questions of the kinds that are wanted, as far
 * as one can tell without opening it. */
static gboolean
may_have_questions (const Deal *self, const char *id)
{
  StarlingSummary *summary
      = starling_library_find_summary (self->supply.library, id);

  return summary != NULL
         && (self->request->kinds & STARLING_ALL_QUESTION_KINDS) != 0
         && (self->request->kinds != 1u << STARLING_QUESTION_WRITTEN
             || starling_summary_get_n_questions (summary) > 0);
}

static void
collect_stories (Deal *self)
{
  StarlingProgress *progress
      = starling_library_get_progress (self->supply.library);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree guint *ranks = NULL;
  guint64 state = self->request->seed;

  for (guint i = 0; self->request->scenarios[i] != NULL; i++)
    {
      Story story = { .id = self->request->scenarios[i] };

      if (!may_have_questions (self, story.id)
          || !g_hash_table_add (seen, (gpointer) story.id))
        continue;
      story.records = starling_progress_get_questions (progress, story.id);
      read_records (self, &story);
      g_array_append_val (self->stories, story);
    }

  ranks = g_new (guint, self->stories->len);
  for (guint i = 0; i < self->stories->len; i++)
    ranks[i] = i;
  starling_random_shuffle (&state, ranks, self->stories->len);
  for (guint i = 0; i < self->stories->len; i++)
    g_array_index (self->stories, Story, i).rank = ranks[i];
}

/* Those in which something is due, the most urgent first. */
static int
compare_urgency_cb (gconstpointer a, gconstpointer b)
{
  const Story *left = a;
  const Story *right = b;

  int order = compare_due (left->box, left->due, right->box, right->due);

  if ((left->box > 0) != (right->box > 0))
    return left->box > 0 ? -1 : 1;
  if (order != 0)
    return order;
  return left->rank < right->rank ? -1 : 1;
}

/* Those with the fewest answers first. */
static int
compare_freshness_cb (gconstpointer a, gconstpointer b)
{
  const Story *left = a;
  const Story *right = b;

  if (left->n_answers != right->n_answers)
    return left->n_answers < right->n_answers ? -1 : 1;
  return left->rank < right->rank ? -1 : 1;
}

/* Makes candidates of the questions about a story. */
static void
list_story (Deal *self, Story *story)
{
  StarlingScenario *scenario
      = starling_quiz_supply_open (&self->supply, story->id);
  GPtrArray *questions = NULL;

  story->is_listed = TRUE;
  self->n_listed++;
  if (scenario == NULL)
    return;
  questions = starling_quiz_supply_list (&self->supply, scenario);
  g_ptr_array_add (self->lists, questions);
  for (guint i = 0; i < questions->len; i++)
    {
      const StarlingQuestion *question = g_ptr_array_index (questions, i);
      const StarlingQuizCandidate candidate = {
        .scenario = self->lists->len,
        .question = question,
        .record = story->records != NULL
                      ? g_hash_table_lookup (story->records, question->id)
                      : NULL,
      };

      if ((self->request->kinds & (1u << question->kind)) == 0)
        continue;
      g_array_append_val (self->candidates, candidate);
      g_ptr_array_add (self->sources, scenario);
    }
}

/* How many candidates are due, and nothing of @story more urgent. */
static guint
count_due (const Deal *self, const Story *story)
{
  guint n = 0;

  for (guint i = 0; i < self->candidates->len; i++)
    {
      const StarlingQuestionRecord *record
          = g_array_index (self->candidates, StarlingQuizCandidate, i).record;

      if (is_due (self, record)
          && compare_due (record->box,
                          starling_question_record_get_due (record), story->box,
                          story->due)
                 <= 0)
        n++;
    }
  return n;
}

static guint
count_new (const Deal *self)
{
  guint n = 0;

  for (guint i = 0; i < self->candidates->len; i++)
    n += g_array_index (self->candidates, StarlingQuizCandidate, i).record
                 == NULL
             ? 1
             : 0;
  return n;
}

/* Whether nothing more is to be listed, however much is asked. */
static gboolean
is_full (const Deal *self)
{
  return self->n_listed >= MAX_LISTED
         || (self->request->length == 0
             && self->candidates->len >= STARLING_QUIZ_MAX_LENGTH);
}

/* Lists the stories in which something is due, until all that is most urgent
 * is among the candidates. */
static void
list_urgent (Deal *self)
{
  guint length = self->request->length;

  g_array_sort (self->stories, compare_urgency_cb);
  for (guint i = 0; i < self->stories->len; i++)
    {
      Story *story = &g_array_index (self->stories, Story, i);

      if (story->box == 0 || is_full (self)
          || (length > 0
              && (self->n_listed >= length + MAX_IN_VAIN
                  || count_due (self, story) >= length)))
        break;
      list_story (self, story);
    }
}

/* Lists stories that were asked about least, until there is a choice of new
 * questions, about as many stories as there are places, a third of them
 * others than those in which something is due. */
static void
list_fresh (Deal *self)
{
  guint length = self->request->length;
  guint n_least = MAX (length, self->n_listed + (length + 1) / 3);

  g_array_sort (self->stories, compare_freshness_cb);
  for (guint i = 0; i < self->stories->len; i++)
    {
      Story *story = &g_array_index (self->stories, Story, i);

      if (is_full (self)
          || (length > 0 && self->n_listed >= n_least
              && count_new (self) >= CHOICE * length))
        break;
      if (!story->is_listed)
        list_story (self, story);
    }
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

static StarlingQuiz *
pick (const Deal *self)
{
  StarlingQuiz *quiz = starling_quiz_new (self->request->seed);
  guint length = self->request->length;
  guint n_picked = 0;
  g_autofree guint *picked = NULL;

  if (length == 0 && self->candidates->len > STARLING_QUIZ_MAX_LENGTH)
    length = STARLING_QUIZ_MAX_LENGTH;
  picked = starling_quiz_pick ((gconstpointer) self->candidates->data,
                               self->candidates->len, length, self->today,
                               self->request->seed, &n_picked);
  for (guint i = 0; i < n_picked; i++)
    add_item (quiz, g_ptr_array_index (self->sources, picked[i]),
              g_array_index (self->candidates, StarlingQuizCandidate, picked[i])
                  .question);
  return quiz;
}

/**
 * starling_library_deal_quiz:
 * @self: a loaded library
 * @request: what to ask about, and how much
 *
 * Chooses questions by what the journal says of them, at the time of the
 * library's clock. Scenarios that cannot be opened are left out, and of many
 * only as many are opened as it takes: those with something that is due come
 * first, then those that were asked about least. Nothing is loaded again, and
 * no signal emitted.
 *
 * Returns: (transfer full): a quiz, without questions if there are none
 */
StarlingQuiz *
starling_library_deal_quiz (StarlingLibrary *self,
                            const StarlingQuizRequest *request)
{
  Deal deal = { .request = request };
  StarlingQuiz *quiz = NULL;
  gint64 now;

  g_return_val_if_fail (STARLING_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (request != NULL && request->scenarios != NULL, NULL);
  g_return_val_if_fail (request->length <= STARLING_QUIZ_MAX_LENGTH, NULL);

  now = starling_clock_get_utc (self->clock);
  deal.today
      = starling_day_of (now, starling_clock_get_offset (self->clock, now));
  deal.stories = g_array_new (FALSE, FALSE, sizeof (Story));
  deal.lists
      = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  deal.sources = g_ptr_array_new ();
  deal.candidates = g_array_new (FALSE, FALSE, sizeof (StarlingQuizCandidate));
  starling_quiz_supply_init (&deal.supply, self, request->level, request->seed,
                             NULL);
  collect_stories (&deal);
  list_urgent (&deal);
  list_fresh (&deal);
  quiz = pick (&deal);

  starling_quiz_supply_clear (&deal.supply);
  g_array_unref (deal.candidates);
  g_ptr_array_unref (deal.sources);
  g_ptr_array_unref (deal.lists);
  g_array_unref (deal.stories);
  return quiz;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/today/advice.h"

#include "library-quiz.h"
#include "settings.h"

static StarlingPrincipleSet
get_ticked (StarlingSession *session)
{
  return starling_agenda_get_input (starling_session_get_agenda (session))
      ->goal.principles;
}

static StarlingProgress *
get_progress (StarlingSession *session)
{
  return starling_library_get_progress (starling_session_get_library (session));
}

static GListModel *
get_summaries (StarlingSession *session)
{
  return starling_library_get_summaries (
      starling_session_get_library (session));
}

/* --- a story to rehearse --- */

/* What the times of a take come to; FALSE where it has none. */
static gboolean
judge (const StarlingEvent *take, StarlingVerdict *verdict)
{
  gint64 spent_ms[STARLING_N_STEPS] = { 0 };
  gint64 target_ms[STARLING_N_STEPS] = { 0 };
  StarlingTally tally;

  if (take->steps == NULL || take->steps->len == 0)
    return FALSE;
  for (guint i = 0; i < take->steps->len; i++)
    {
      const StarlingStepTime *time
          = &g_array_index (take->steps, StarlingStepTime, i);

      spent_ms[time->step] = time->spent_ms;
      target_ms[time->step] = time->target_ms;
    }
  starling_tally_init (&tally, spent_ms, target_ms);
  starling_verdict_init (verdict, &tally);
  return TRUE;
}

static void
fill_story (StarlingTodayStory *self,
            StarlingSession *session,
            StarlingSummary *summary)
{
  StarlingClock *clock
      = starling_library_get_clock (starling_session_get_library (session));
  const char *id = starling_summary_get_id (summary);
  gint64 now = starling_clock_get_utc (clock);
  g_autoptr (GPtrArray) takes = NULL;

  self->scope = g_strconcat ("scenario:", id, NULL);
  self->title = g_strdup (starling_summary_get_title (summary));
  if (self->record.n_takes == 0)
    return;
  self->days_ago
      = starling_rehearsal_days_ago (self->record.last_at, now,
                                     starling_clock_get_offset (clock, now));
  takes = starling_progress_get_takes (get_progress (session), id);
  if (takes->len > 0)
    self->has_verdict
        = judge (g_ptr_array_index (takes, takes->len - 1), &self->verdict);
}

/**
 * starling_today_find_story:
 * @session: a session
 * @out: (out caller-allocates): the story to rehearse next, and what is known
 *   of it; to be cleared in any case
 *
 * Returns: whether there is one
 */
gboolean
starling_today_find_story (StarlingSession *session, StarlingTodayStory *out)
{
  GListModel *summaries = get_summaries (session);
  guint n = g_list_model_get_n_items (summaries);
  g_autofree StarlingStoryRecord *stories = g_new0 (StarlingStoryRecord, n);
  g_autoptr (StarlingSummary) found = NULL;
  int index;

  *out = (StarlingTodayStory){ 0 };
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (StarlingSummary) summary
          = g_list_model_get_item (summaries, i);
      StarlingScenarioProgress progress;

      starling_progress_get_scenario (get_progress (session),
                                      starling_summary_get_id (summary),
                                      &progress);
      stories[i].principle = starling_summary_get_principle (summary);
      stories[i].record = (StarlingRehearsalRecord){ progress.n_takes,
                                                     progress.last_take_at };
    }

  index = starling_suggestion_find_story (stories, n, get_ticked (session));
  if (index < 0)
    return FALSE;
  found = g_list_model_get_item (summaries, (guint) index);
  out->record = stories[index].record;
  fill_story (out, session, found);
  return TRUE;
}

/**
 * starling_today_story_clear:
 * @self: a story
 *
 * Frees the texts.
 */
void
starling_today_story_clear (StarlingTodayStory *self)
{
  g_clear_pointer (&self->scope, g_free);
  g_clear_pointer (&self->title, g_free);
}

/* --- questions --- */

/* How many questions the packs have for a principle; enough to know how many a
 * quiz asks, where there are more than that. */
static guint
count_written (StarlingSession *session, int principle)
{
  GListModel *summaries = get_summaries (session);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (summaries); i++)
    {
      g_autoptr (StarlingSummary) summary
          = g_list_model_get_item (summaries, i);

      if (starling_summary_get_principle (summary) == principle)
        n += starling_summary_get_n_questions (summary);
    }
  return n;
}

static GStrv
list_stories (StarlingSession *session, int principle)
{
  GListModel *summaries = get_summaries (session);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (summaries); i++)
    {
      g_autoptr (StarlingSummary) summary
          = g_list_model_get_item (summaries, i);

      if (starling_summary_get_principle (summary) == principle)
        g_strv_builder_add (ids, starling_summary_get_id (summary));
    }
  return g_strv_builder_end (ids);
}

/* How many questions a quiz about a principle asks. Which ones it would be does
 * not matter, so neither does the seed. */
static guint
count_asked (StarlingSession *session, int principle)
{
  guint kinds = starling_settings_get_quiz_kinds ();
  guint length
      = (guint) g_settings_get_int (starling_settings_get (), "quiz-length");
  g_auto (GStrv) stories = NULL;
  g_autoptr (StarlingQuiz) quiz = NULL;

  if (length > 0 && (kinds & (1u << STARLING_QUESTION_WRITTEN)) != 0
      && count_written (session, principle) >= length)
    return length;

  stories = list_stories (session, principle);
  quiz = starling_library_deal_quiz (
      starling_session_get_library (session),
      &(StarlingQuizRequest){ .scenarios = (const char *const *) stories,
                              .length = length,
                              .kinds = kinds,
                              .level = starling_session_get_level (session) });
  return starling_quiz_get_n_questions (quiz);
}

/* How the questions of each principle went, and whether it has a story that
 * something could be asked about. */
static void
fill_records (StarlingSession *session, StarlingQuizRecord *records)
{
  GListModel *summaries = get_summaries (session);

  for (guint i = 0; i < g_list_model_get_n_items (summaries); i++)
    {
      g_autoptr (StarlingSummary) summary
          = g_list_model_get_item (summaries, i);
      StarlingScenarioProgress progress;
      StarlingQuizRecord *record
          = &records[starling_summary_get_principle (summary)];

      starling_progress_get_scenario (get_progress (session),
                                      starling_summary_get_id (summary),
                                      &progress);
      record->n_questions
          += MAX (starling_summary_get_n_questions (summary), 1);
      record->n_answered += progress.n_questions;
      record->n_right += progress.n_right;
    }
}

/**
 * starling_today_find_quiz:
 * @session: a session
 * @out: (out caller-allocates): the principle to be asked about, how its
 *   questions went, and how many of them a quiz asks; to be cleared in any case
 *
 * Returns: whether there is one
 */
gboolean
starling_today_find_quiz (StarlingSession *session, StarlingTodayQuiz *out)
{
  StarlingCatalogue *catalogue
      = starling_library_get_catalogue (starling_session_get_library (session));
  guint n = starling_catalogue_get_n_principles (catalogue);
  StarlingQuizRecord records[STARLING_MAX_PRINCIPLES] = { 0 };
  int index;

  *out = (StarlingTodayQuiz){ 0 };
  fill_records (session, records);
  while (
      (index = starling_suggestion_find_quiz (records, n, get_ticked (session)))
      >= 0)
    {
      const StarlingPrinciple *principle
          = starling_catalogue_get_principle (catalogue, (guint) index);

      out->n_asked = count_asked (session, index);
      if (out->n_asked > 0)
        {
          out->scope = g_strconcat ("principle:", principle->id, NULL);
          out->name = principle->name;
          out->record = records[index];
          return TRUE;
        }
      records[index].n_questions = 0;
    }
  return FALSE;
}

/**
 * starling_today_quiz_clear:
 * @self: questions
 *
 * Frees the texts.
 */
void
starling_today_quiz_clear (StarlingTodayQuiz *self)
{
  g_clear_pointer (&self->scope, g_free);
}

/**
 * starling_today_get_minutes:
 * @session: a session
 * @n_cards: how many cards there are to study
 *
 * Returns: how many minutes they take, at the user's own pace
 */
guint
starling_today_get_minutes (StarlingSession *session, guint n_cards)
{
  gint64 ms[STARLING_PACE_REVIEWS];
  guint n = starling_progress_list_pace (get_progress (session), ms,
                                         G_N_ELEMENTS (ms));

  return starling_suggestion_get_minutes (ms, n, n_cards);
}

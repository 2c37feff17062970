/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/quiz/run.h"

struct _StarlingQuizRun
{
  StarlingSession *session;
  char *scope;
  gboolean pooled;
  StarlingQuiz *quiz;

  StarlingLevel level;        /* that it was dealt for */
  StarlingScenario *scenario; /* of the question opened last */
  StarlingQuestion *question; /* in it; NULL: none could be opened */
  GPtrArray *events;          /* (element-type utf8): ids, by answer */

  gboolean running;
  gint64 since; /* monotonic µs, while running */
  gint64 spent; /* µs on the current question before that */
};

static StarlingClock *
get_clock (StarlingQuizRun *self)
{
  return starling_library_get_clock (
      starling_session_get_library (self->session));
}

static StarlingQuestion *
open_question (StarlingQuizRun *self,
               const StarlingQuizItem *item,
               StarlingScenario **scenario)
{
  return starling_library_open_question (
      starling_session_get_library (self->session), item->scenario,
      item->question, self->level, starling_quiz_get_seed (self->quiz), NULL,
      scenario);
}

static StarlingQuiz *
deal (StarlingQuizRun *self, guint64 seed)
{
  g_auto (GStrv) ids = starling_session_list_scenarios (self->session);
  const char *const none[] = { NULL };
  const StarlingQuizRequest request = {
    .scenarios = ids != NULL ? (const char *const *) ids : none,
    .kinds = STARLING_ALL_QUESTION_KINDS,
    .level = self->level,
    .seed = seed,
  };

  return starling_library_deal_quiz (starling_session_get_library (
                                         self->session),
                                     &request);
}

static void
recorded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StarlingSession) session = user_data;
  g_autoptr (GError) error = NULL;

  if (!starling_library_record_finish (STARLING_LIBRARY (source), result,
                                       &error))
    starling_session_toast (session, error->message, NULL);
}

/* The choice counts in the pack's order, so that it can be read later. */
static void
record (StarlingQuizRun *self, const StarlingQuizAnswer *answer, gint64 ms)
{
  g_autoptr (StarlingEvent) event = starling_event_new (STARLING_EVENT_QUIZ);
  StarlingLibrary *library = starling_session_get_library (self->session);
  int angle = starling_scenario_get_effective_angle (
      self->scenario, starling_session_get_wanted_angle (self->session));

  event->id = g_uuid_string_random ();
  event->scenario = g_strdup (self->scenario->id);
  event->level = (int) starling_session_get_level (self->session);
  if (angle != STARLING_AS_TOLD)
    event->angle
        = g_strdup (starling_catalogue_get_principle (
                        starling_library_get_catalogue (library), (guint) angle)
                        ->id);
  event->question = g_strdup (self->question->id);
  if (self->question->kind == STARLING_QUESTION_WRITTEN)
    event->choice = answer->choice;
  else
    {
      const StarlingOption *option
          = g_ptr_array_index (self->question->options, answer->choice);

      event->kind
          = g_strdup (starling_question_kind_to_id (self->question->kind));
      event->text = g_strdup (option->text);
    }
  event->correct = answer->correct;
  event->ms = ms;
  g_ptr_array_add (self->events, g_strdup (event->id));
  starling_library_record_async (library, event, NULL, recorded_cb,
                                 g_object_ref (self->session));
}

static void
mistake_free (gpointer data)
{
  StarlingQuizMistake *mistake = data;

  starling_scenario_unref (mistake->scenario);
  starling_question_free (mistake->question);
  g_free (mistake);
}

/**
 * starling_quiz_run_new:
 * @session: its scope at this moment decides on the questions
 * @seed: decides on their order
 *
 * Returns: (transfer full): a quiz that has not opened a question yet
 */
StarlingQuizRun *
starling_quiz_run_new (StarlingSession *session, guint64 seed)
{
  StarlingQuizRun *self = g_new0 (StarlingQuizRun, 1);

  self->session = g_object_ref (session);
  self->scope = g_strdup (starling_session_get_scope (session));
  self->pooled = !g_str_has_prefix (self->scope, "scenario:");
  self->events = g_ptr_array_new_with_free_func (g_free);
  self->level = starling_session_get_level (session);
  self->quiz = deal (self, seed);
  return self;
}

/**
 * starling_quiz_run_free:
 * @self: (transfer full): a run
 */
void
starling_quiz_run_free (StarlingQuizRun *self)
{
  g_clear_pointer (&self->question, starling_question_free);
  g_clear_pointer (&self->scenario, starling_scenario_unref);
  g_ptr_array_unref (self->events);
  starling_quiz_free (self->quiz);
  g_free (self->scope);
  g_object_unref (self->session);
  g_free (self);
}

/**
 * starling_quiz_run_get_scope:
 * @self: a run
 *
 * Returns: (transfer none): the scope that it was made for
 */
const char *
starling_quiz_run_get_scope (StarlingQuizRun *self)
{
  return self->scope;
}

/**
 * starling_quiz_run_is_pooled:
 * @self: a run
 *
 * Returns: whether the scope is more than one scenario
 */
gboolean
starling_quiz_run_is_pooled (StarlingQuizRun *self)
{
  return self->pooled;
}

/**
 * starling_quiz_run_get_quiz:
 * @self: a run
 *
 * Returns: (transfer none): the state of the quiz; check and undo through the
 *   run, so that they are recorded
 */
StarlingQuiz *
starling_quiz_run_get_quiz (StarlingQuizRun *self)
{
  return self->quiz;
}

/**
 * starling_quiz_run_get_scenario:
 * @self: a run
 *
 * Returns: (transfer none) (nullable): that of the question opened last
 */
const StarlingScenario *
starling_quiz_run_get_scenario (StarlingQuizRun *self)
{
  return self->scenario;
}

/**
 * starling_quiz_run_get_question:
 * @self: a run
 *
 * Returns: (transfer none) (nullable): the question that is asked, once
 *   starling_quiz_run_open() has opened it
 */
const StarlingQuestion *
starling_quiz_run_get_question (StarlingQuizRun *self)
{
  return self->question;
}

/**
 * starling_quiz_run_open:
 * @self: a run
 *
 * Opens the current question and drops those that cannot be opened any more.
 *
 * Returns: whether there is a question to show
 */
gboolean
starling_quiz_run_open (StarlingQuizRun *self)
{
  const StarlingQuizItem *item;

  if (starling_quiz_is_checked (self->quiz))
    return TRUE;

  g_clear_pointer (&self->question, starling_question_free);
  while ((item = starling_quiz_get_current (self->quiz)) != NULL)
    {
      g_autoptr (StarlingScenario) scenario = NULL;
      g_autoptr (StarlingQuestion) question
          = open_question (self, item, &scenario);

      if (question != NULL
          && starling_quiz_reopen_current (self->quiz, question->options->len,
                                           question->correct))
        {
          g_clear_pointer (&self->scenario, starling_scenario_unref);
          self->scenario = g_steal_pointer (&scenario);
          self->question = g_steal_pointer (&question);
          return TRUE;
        }
      starling_quiz_drop_current (self->quiz);
    }
  return FALSE;
}

/**
 * starling_quiz_run_set_running:
 * @self: a run
 * @running: whether the question is on screen
 *
 * Starts or stops the time that a question takes.
 */
void
starling_quiz_run_set_running (StarlingQuizRun *self, gboolean running)
{
  gint64 now = starling_clock_get_monotonic (get_clock (self));

  if (self->running)
    self->spent += now - self->since;
  self->running = running;
  self->since = now;
}

/**
 * starling_quiz_run_check:
 * @self: a run
 *
 * Makes the choice an answer, and records it.
 *
 * Returns: whether there was a choice
 */
gboolean
starling_quiz_run_check (StarlingQuizRun *self)
{
  if (self->question == NULL || !starling_quiz_check (self->quiz))
    return FALSE;

  starling_quiz_run_set_running (self, self->running);
  record (self,
          starling_quiz_get_answer (self->quiz,
                                    starling_quiz_get_n_answers (self->quiz)
                                        - 1),
          self->spent / 1000);
  self->spent = 0;
  return TRUE;
}

/**
 * starling_quiz_run_undo:
 * @self: a run
 *
 * Takes the last answer back, in the journal too.
 *
 * Returns: whether there was an answer
 */
gboolean
starling_quiz_run_undo (StarlingQuizRun *self)
{
  guint n = self->events->len;

  if (!starling_quiz_undo (self->quiz))
    return FALSE;

  g_assert (n > 0);
  starling_library_undo (starling_session_get_library (self->session),
                         g_ptr_array_index (self->events, n - 1));
  g_ptr_array_remove_index (self->events, n - 1);
  starling_quiz_run_set_running (self, self->running);
  self->spent = 0;
  return TRUE;
}

static void
add_mistake (StarlingQuizRun *self,
             const StarlingQuizItem *item,
             GPtrArray *mistakes)
{
  StarlingScenario *scenario = NULL;
  StarlingQuestion *question = open_question (self, item, &scenario);
  StarlingQuizMistake *mistake;

  if (question == NULL)
    return;
  mistake = g_new0 (StarlingQuizMistake, 1);
  mistake->scenario = scenario;
  mistake->question = question;
  g_ptr_array_add (mistakes, mistake);
}

/**
 * starling_quiz_run_list_mistakes:
 * @self: a run
 *
 * Returns: (transfer full) (element-type StarlingQuizMistake): the questions
 *   answered wrong at first, those of one scenario together, in the order in
 *   which they were met; without those that are gone
 */
GPtrArray *
starling_quiz_run_list_mistakes (StarlingQuizRun *self)
{
  GPtrArray *mistakes = g_ptr_array_new_with_free_func (mistake_free);
  g_autoptr (GPtrArray) wrong = g_ptr_array_new ();
  guint n = starling_quiz_get_n_answers (self->quiz);

  for (guint i = 0; i < n; i++)
    {
      const StarlingQuizAnswer *answer
          = starling_quiz_get_answer (self->quiz, i);
      const StarlingQuizItem *item
          = starling_quiz_get_item (self->quiz, answer->position);

      if (!answer->correct && item->round == 0)
        g_ptr_array_add (wrong, (gpointer) item);
    }

  while (wrong->len > 0)
    {
      const StarlingQuizItem *first = g_ptr_array_index (wrong, 0);

      for (guint i = 0; i < wrong->len;)
        {
          const StarlingQuizItem *item = g_ptr_array_index (wrong, i);

          if (g_strcmp0 (item->scenario, first->scenario) != 0)
            {
              i++;
              continue;
            }
          add_mistake (self, item, mistakes);
          g_ptr_array_remove_index (wrong, i);
        }
    }
  return mistakes;
}

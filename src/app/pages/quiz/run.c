/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/quiz/run-private.h"

#include <glib/gi18n.h>

/* What questions are made of besides the words of a story. */
static const char *
translate (const char *text)
{
  return _ (text);
}

StarlingLibrary *
starling_quiz_run_get_library (StarlingQuizRun *self)
{
  return starling_session_get_library (self->session);
}

/* Opens any question of the quiz, as it was dealt. */
StarlingQuestion *
starling_quiz_run_open_item (StarlingQuizRun *self,
                             const StarlingQuizItem *item,
                             StarlingScenario **scenario)
{
  return starling_library_open_question (
      starling_quiz_run_get_library (self), item->scenario, item->question,
      self->state->level, starling_quiz_get_seed (self->state->quiz), translate,
      scenario);
}

/* The clock runs while a question is to be answered. */
void
starling_quiz_run_update_clock (StarlingQuizRun *self)
{
  gboolean running = self->shown
                     && !starling_quiz_is_checked (self->state->quiz)
                     && !starling_quiz_is_finished (self->state->quiz);

  starling_question_clock_set_running (&self->clock, running,
                                       starling_quiz_run_get_now (self));
}

static StarlingQuiz *
deal (StarlingQuizRun *self, const StarlingQuizOptions *options)
{
  g_auto (GStrv) ids = starling_session_list_scenarios (self->session);
  const StarlingQuizRequest request = {
    .scenarios = (const char *const *) ids,
    .length = options->length,
    .kinds = options->kinds,
    .level = self->state->level,
    .seed = options->seed,
  };

  return starling_library_deal_quiz (starling_quiz_run_get_library (self),
                                     &request);
}

/**
 * starling_quiz_run_new:
 * @session: its scope and level at this moment decide on the questions
 * @options: what else does
 *
 * Returns: (transfer full): a quiz that has not opened a question yet
 */
StarlingQuizRun *
starling_quiz_run_new (StarlingSession *session,
                       const StarlingQuizOptions *options)
{
  StarlingQuizRun *self = g_new0 (StarlingQuizRun, 1);

  self->session = g_object_ref (session);
  self->state = g_new0 (StarlingQuizDraft, 1);
  self->state->scope = g_strdup (starling_session_get_scope (session));
  self->state->level = starling_session_get_level (session);
  self->state->events = g_ptr_array_new_with_free_func (g_free);
  self->state->next = g_uuid_string_random ();
  self->state->quiz = deal (self, options);
  starling_question_clock_init (&self->clock, 0);
  starling_quiz_run_set_timed (self, options->timed);
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
  starling_quiz_draft_free (self->state);
  g_object_unref (self->session);
  g_free (self);
}

/**
 * starling_quiz_run_get_scope:
 * @self: a run
 *
 * Returns: (transfer none): the scope that it was dealt for
 */
const char *
starling_quiz_run_get_scope (StarlingQuizRun *self)
{
  return self->state->scope;
}

/**
 * starling_quiz_run_get_level:
 * @self: a run
 *
 * Returns: the level that it was dealt for
 */
StarlingLevel
starling_quiz_run_get_level (StarlingQuizRun *self)
{
  return self->state->level;
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
  return !g_str_has_prefix (self->state->scope, "scenario:");
}

/**
 * starling_quiz_run_is_untouched:
 * @self: a run
 *
 * Returns: whether nothing was answered: another quiz may take its place
 */
gboolean
starling_quiz_run_is_untouched (StarlingQuizRun *self)
{
  return starling_quiz_get_n_answers (self->state->quiz) == 0;
}

/**
 * starling_quiz_run_get_quiz:
 * @self: a run
 *
 * Returns: (transfer none): the state of the quiz; but for the choice of an
 *   option it is changed through the run
 */
StarlingQuiz *
starling_quiz_run_get_quiz (StarlingQuizRun *self)
{
  return self->state->quiz;
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

/* Opens the current question, if it can be asked still. */
static gboolean
open_current (StarlingQuizRun *self)
{
  g_autoptr (StarlingScenario) scenario = NULL;
  g_autoptr (StarlingQuestion) question = starling_quiz_run_open_item (
      self, starling_quiz_get_current (self->state->quiz), &scenario);

  if (question == NULL
      || !starling_quiz_reopen_current (self->state->quiz,
                                        question->options->len,
                                        question->correct))
    return FALSE;

  g_clear_pointer (&self->scenario, starling_scenario_unref);
  g_clear_pointer (&self->question, starling_question_free);
  self->scenario = g_steal_pointer (&scenario);
  self->question = g_steal_pointer (&question);
  return TRUE;
}

/**
 * starling_quiz_run_open:
 * @self: a run
 *
 * Opens the current question and leaves out those that cannot be opened any
 * more. One that is answered stays as it was when it was.
 *
 * Returns: whether there is a question to show
 */
gboolean
starling_quiz_run_open (StarlingQuizRun *self)
{
  if (starling_quiz_is_checked (self->state->quiz) && self->question != NULL)
    return TRUE;

  while (!starling_quiz_is_finished (self->state->quiz) && !open_current (self))
    {
      if (!starling_quiz_next (self->state->quiz))
        starling_quiz_drop_current (self->state->quiz);
      starling_question_clock_ask (&self->clock, 0,
                                   starling_quiz_run_get_now (self));
      starling_quiz_run_keep (self);
    }
  if (starling_quiz_is_finished (self->state->quiz))
    g_clear_pointer (&self->question, starling_question_free);
  starling_quiz_run_update_clock (self);
  return self->question != NULL;
}

/**
 * starling_quiz_run_set_shown:
 * @self: a run
 * @shown: whether the question is on screen
 *
 * Starts or stops the time that a question takes. What was answered is kept for
 * later.
 */
void
starling_quiz_run_set_shown (StarlingQuizRun *self, gboolean shown)
{
  starling_quiz_run_look (self);
  self->shown = shown;
  starling_quiz_run_update_clock (self);
  if (!shown)
    starling_quiz_run_keep (self);
}

/**
 * starling_quiz_run_set_timed:
 * @self: a run
 * @timed: whether the user wants a limit for each question
 *
 * Takes the limit away, or brings it back. A quiz that was dealt without one
 * gets one only while nothing was answered.
 */
void
starling_quiz_run_set_timed (StarlingQuizRun *self, gboolean timed)
{
  if (starling_quiz_run_is_untouched (self))
    self->state->timed = timed;
  starling_question_clock_set_limit (&self->clock,
                                     self->state->timed && timed
                                         ? STARLING_QUIZ_LIMIT_MS
                                         : 0,
                                     starling_quiz_run_get_now (self));
}

/**
 * starling_quiz_run_get_clock:
 * @self: a run
 *
 * Returns: (transfer none): the time of the current question
 */
const StarlingQuestionClock *
starling_quiz_run_get_clock (StarlingQuizRun *self)
{
  return &self->clock;
}

/**
 * starling_quiz_run_get_now:
 * @self: a run
 *
 * Returns: the monotonic time that its clock goes by, in µs
 */
gint64
starling_quiz_run_get_now (StarlingQuizRun *self)
{
  return starling_clock_get_monotonic (
      starling_library_get_clock (starling_quiz_run_get_library (self)));
}

/**
 * starling_quiz_run_look:
 * @self: a run
 *
 * Has the clock note what happened by itself.
 *
 * Returns: whether the time for a question that is still to be answered is up
 */
gboolean
starling_quiz_run_look (StarlingQuizRun *self)
{
  StarlingClock *clock
      = starling_library_get_clock (starling_quiz_run_get_library (self));
  gint64 now = starling_clock_get_monotonic (clock);

  starling_question_clock_look (&self->clock, now,
                                starling_clock_get_slept (clock));
  return self->clock.running
         && starling_question_clock_get_left (&self->clock, now) == 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/quiz/run-private.h"

/* Keeps the quiz as it stands, or forgets it where nothing was answered or
 * nothing is left. A draft of another quiz stays until there is an answer. */
void
starling_quiz_run_keep (StarlingQuizRun *self)
{
  StarlingLibrary *library = starling_quiz_run_get_library (self);

  if (starling_quiz_run_is_untouched (self)
      || starling_quiz_is_finished (self->state->quiz))
    {
      starling_quiz_run_forget (self);
      return;
    }
  self->state->spent_ms
      = starling_question_clock_get_spent_ms (&self->clock,
                                              starling_quiz_run_get_now (self));
  starling_quiz_draft_save (library, self->state);
  self->kept = TRUE;
}

/**
 * starling_quiz_run_forget:
 * @self: a run
 *
 * Removes its draft: the quiz does not go on later.
 */
void
starling_quiz_run_forget (StarlingQuizRun *self)
{
  if (self->kept)
    starling_quiz_draft_forget (starling_quiz_run_get_library (self));
  self->kept = FALSE;
}

/* Chooses what an event says was chosen; nothing, if time was up. */
static void
choose (StarlingQuizRun *self, const StarlingEvent *event)
{
  StarlingQuiz *quiz = self->state->quiz;

  for (guint slot = 0; slot < self->question->options->len; slot++)
    {
      guint index = starling_quiz_get_option (quiz, slot);
      const StarlingOption *option
          = g_ptr_array_index (self->question->options, index);

      if (event->text != NULL ? g_str_equal (event->text, option->text)
                              : event->choice == (int) index)
        starling_quiz_choose (quiz, slot);
    }
}

/* The program may have ended between recording an answer and keeping the quiz:
 * what the journal has is not asked again. */
static void
catch_up (StarlingQuizRun *self)
{
  StarlingQuizDraft *state = self->state;
  StarlingProgress *progress
      = starling_library_get_progress (starling_quiz_run_get_library (self));
  const StarlingEvent *event
      = starling_progress_get_event (progress, state->next);

  if (event == NULL || starling_progress_is_void (progress, state->next)
      || event->type != STARLING_EVENT_QUIZ)
    return;
  starling_quiz_next (state->quiz);
  if (!starling_quiz_run_open (self)
      || g_strcmp0 (event->scenario, self->scenario->id) != 0
      || g_strcmp0 (event->question, self->question->id) != 0)
    return;

  choose (self, event);
  if (!starling_quiz_check (state->quiz))
    starling_quiz_expire (state->quiz);
  g_ptr_array_add (state->events, state->next);
  state->next = g_uuid_string_random ();
  starling_quiz_run_update_clock (self);
}

/**
 * starling_quiz_run_resume:
 * @session: a session
 * @timed: whether the user wants a limit for each question
 *
 * Takes up the quiz that was left, if it is one of the scope of @session. It
 * keeps its level.
 *
 * Returns: (transfer full) (nullable): a quiz that has not opened a question
 *   yet; its time stands. %NULL if there is none
 */
StarlingQuizRun *
starling_quiz_run_resume (StarlingSession *session, gboolean timed)
{
  g_autoptr (StarlingQuizDraft) draft
      = starling_quiz_draft_load (starling_session_get_library (session));
  StarlingQuizRun *self;

  if (draft == NULL
      || !g_str_equal (draft->scope, starling_session_get_scope (session)))
    return NULL;

  self = g_new0 (StarlingQuizRun, 1);
  self->session = g_object_ref (session);
  self->state = g_steal_pointer (&draft);
  self->kept = TRUE;
  starling_question_clock_init (&self->clock, self->state->timed && timed
                                                  ? STARLING_QUIZ_LIMIT_MS
                                                  : 0);
  starling_question_clock_ask (&self->clock, self->state->spent_ms,
                               starling_quiz_run_get_now (self));
  catch_up (self);
  return self;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/quiz/run-private.h"

/* What a question can take, as far as the journal is concerned: a day. */
#define MAX_MS (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)

static void
recorded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StarlingSession) session = user_data;
  g_autoptr (GError) error = NULL;

  if (!starling_library_record_finish (STARLING_LIBRARY (source), result,
                                       &error))
    starling_session_toast (session, error->message, NULL);
}

/* What was chosen: in the pack's order, so that it can be read later; of a
 * question that no pack has, its text. */
static void
set_choice (StarlingEvent *event,
            const StarlingQuestion *question,
            const StarlingQuizAnswer *answer)
{
  event->question = g_strdup (question->id);
  event->correct = answer->correct;
  if (question->kind == STARLING_QUESTION_WRITTEN)
    {
      event->choice = answer->choice;
      return;
    }
  event->kind = g_strdup (starling_question_kind_to_id (question->kind));
  if (answer->choice >= 0)
    {
      const StarlingOption *option
          = g_ptr_array_index (question->options, answer->choice);

      event->text = g_strdup (option->text);
    }
}

static void
record (StarlingQuizRun *self, const StarlingQuizAnswer *answer)
{
  g_autoptr (StarlingEvent) event = starling_event_new (STARLING_EVENT_QUIZ);
  StarlingLibrary *library = starling_quiz_run_get_library (self);
  int angle = starling_scenario_get_effective_angle (
      self->scenario, starling_session_get_wanted_angle (self->session));
  gint64 ms
      = starling_question_clock_get_spent_ms (&self->clock,
                                              starling_quiz_run_get_now (self));

  event->id = g_strdup (self->state->next);
  event->scenario = g_strdup (self->scenario->id);
  event->level = (int) self->state->level;
  if (angle != STARLING_AS_TOLD)
    event->angle
        = g_strdup (starling_catalogue_get_principle (
                        starling_library_get_catalogue (library), (guint) angle)
                        ->id);
  set_choice (event, self->question, answer);
  event->ms = MIN (ms, MAX_MS);
  g_ptr_array_add (self->state->events, self->state->next);
  self->state->next = g_uuid_string_random ();
  starling_library_record_async (library, event, NULL, recorded_cb,
                                 g_object_ref (self->session));
}

/* The next question, or the same one again, is to be opened; its time
 * begins. */
static void
begin_question (StarlingQuizRun *self)
{
  g_clear_pointer (&self->question, starling_question_free);
  starling_question_clock_ask (&self->clock, 0,
                               starling_quiz_run_get_now (self));
  starling_quiz_run_update_clock (self);
  starling_quiz_run_keep (self);
}

/**
 * starling_quiz_run_check:
 * @self: a run
 *
 * Makes the choice an answer, and records it. Where time is up, there need not
 * be a choice.
 *
 * Returns: whether there is an answer now
 */
gboolean
starling_quiz_run_check (StarlingQuizRun *self)
{
  gboolean is_up;

  if (self->question == NULL)
    return FALSE;
  is_up = starling_quiz_run_look (self);
  if (!starling_quiz_check (self->state->quiz)
      && !(is_up && starling_quiz_expire (self->state->quiz)))
    return FALSE;

  starling_quiz_run_update_clock (self);
  record (self, starling_quiz_get_answer (self->state->quiz,
                                          self->state->events->len));
  starling_quiz_run_keep (self);
  return TRUE;
}

/**
 * starling_quiz_run_next:
 * @self: a run
 *
 * Goes on from an answered question.
 *
 * Returns: whether it was answered
 */
gboolean
starling_quiz_run_next (StarlingQuizRun *self)
{
  if (!starling_quiz_next (self->state->quiz))
    return FALSE;

  begin_question (self);
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
  guint n = self->state->events->len;

  if (!starling_quiz_undo (self->state->quiz))
    return FALSE;

  g_assert (n > 0);
  starling_library_undo (starling_quiz_run_get_library (self),
                         g_ptr_array_index (self->state->events, n - 1));
  g_ptr_array_set_size (self->state->events, (int) n - 1);
  begin_question (self);
  return TRUE;
}

static void
mistake_free (gpointer data)
{
  StarlingQuizMistake *mistake = data;

  starling_scenario_unref (mistake->scenario);
  starling_question_free (mistake->question);
  g_free (mistake);
}

static void
add_mistake (StarlingQuizRun *self,
             const StarlingQuizItem *item,
             GPtrArray *mistakes)
{
  StarlingScenario *scenario = NULL;
  StarlingQuestion *question
      = starling_quiz_run_open_item (self, item, &scenario);
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
  guint n = starling_quiz_get_n_answers (self->state->quiz);

  for (guint i = 0; i < n; i++)
    {
      const StarlingQuizAnswer *answer
          = starling_quiz_get_answer (self->state->quiz, i);
      const StarlingQuizItem *item
          = starling_quiz_get_item (self->state->quiz, answer->position);

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

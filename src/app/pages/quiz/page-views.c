/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/quiz/page-private.h"

#include "pages/quiz/end-words.h"
#include "settings.h"
#include "widgets/focus.h"

#include <glib/gi18n.h>

static void
scroll_to_top (StarlingQuizPage *self)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (
                                self->scroller),
                            0);
}

static StarlingQuizStage
get_stage (const StarlingQuiz *quiz)
{
  if (starling_quiz_is_finished (quiz))
    return STARLING_QUIZ_STAGE_END;
  return starling_quiz_is_checked (quiz) ? STARLING_QUIZ_STAGE_TOLD
                                         : STARLING_QUIZ_STAGE_ASKED;
}

/* Where the story says more. Before the verdict that would give it away, and at
 * the end there is more than one place. */
static const char *
get_read_label (StarlingQuizPage *self, StarlingQuizStage stage)
{
  const StarlingQuestion *question = starling_quiz_run_get_question (self->run);

  if (stage != STARLING_QUIZ_STAGE_TOLD || question == NULL)
    return NULL;
  return starling_quiz_get_read_label (question->step, question->probe);
}

void
starling_quiz_page_update_actions (StarlingQuizPage *self)
{
  StarlingQuiz *quiz = starling_quiz_run_get_quiz (self->run);
  GtkWidget *widget = GTK_WIDGET (self);
  StarlingQuizStage stage = get_stage (quiz);
  const char *read = get_read_label (self, stage);

  gtk_widget_action_set_enabled (widget, "quiz.undo",
                                 !starling_quiz_run_is_untouched (self->run));
  gtk_widget_action_set_enabled (widget, "quiz.check",
                                 stage == STARLING_QUIZ_STAGE_ASKED
                                     && starling_quiz_get_chosen (quiz) >= 0);
  gtk_widget_action_set_enabled (widget, "quiz.next",
                                 stage == STARLING_QUIZ_STAGE_TOLD);
  gtk_widget_action_set_enabled (widget, "quiz.read", read != NULL);
  starling_quiz_bar_set_stage (self->bar, stage);
  starling_quiz_bar_set_read (self->bar, read);
  starling_quiz_setup_set_begun (self->setup,
                                 stage != STARLING_QUIZ_STAGE_END
                                     && !starling_quiz_run_is_untouched (
                                         self->run));
}

/* Whether there would be questions of other kinds, most likely. */
static gboolean
lacks_kinds (StarlingQuizPage *self)
{
  g_auto (GStrv) scenarios = starling_session_list_scenarios (self->session);

  return starling_settings_get_quiz_kinds () != STARLING_ALL_QUESTION_KINDS
         && g_strv_length (scenarios) > 0;
}

static void
show_empty (StarlingQuizPage *self)
{
  const char *text;

  if (lacks_kinds (self))
    text = _ ("There is none of the kinds that you chose. Choose more of them "
              "above.");
  else if (starling_quiz_run_is_pooled (self->run))
    text = _ ("None of these stories has questions. Choose another one, or "
              "study instead.");
  else
    text = _ ("This story comes without questions. Study or rehearse it "
              "instead.");
  gtk_label_set_label (self->empty_text, text);
}

static void
show_question (StarlingQuizPage *self)
{
  StarlingQuiz *quiz = starling_quiz_run_get_quiz (self->run);
  const StarlingQuestion *question = starling_quiz_run_get_question (self->run);

  starling_quiz_head_set_quiz (self->head, quiz);
  starling_quiz_question_ask (self->question,
                              starling_quiz_run_get_scenario (self->run)->title,
                              question, quiz);
  starling_quiz_question_set_chosen (self->question,
                                     starling_quiz_get_chosen (quiz));
  if (starling_quiz_is_checked (quiz))
    g_free (starling_quiz_question_tell (self->question, question, quiz));
}

/* Shows the whole state of the quiz. */
void
starling_quiz_page_update (StarlingQuizPage *self)
{
  StarlingQuiz *quiz = starling_quiz_run_get_quiz (self->run);
  gboolean had_focus = starling_focus_is_within (GTK_WIDGET (self));
  gboolean asking = starling_quiz_run_open (self->run);
  gboolean empty = starling_quiz_get_length (quiz) == 0;

  gtk_widget_set_visible (GTK_WIDGET (self->head), asking);
  gtk_widget_set_visible (GTK_WIDGET (self->about), !asking && !empty);
  gtk_widget_set_hexpand (GTK_WIDGET (self->setup), empty);
  gtk_widget_set_visible (GTK_WIDGET (self->question), asking);
  gtk_widget_set_visible (GTK_WIDGET (self->end), !asking && !empty);
  gtk_widget_set_visible (self->empty, empty);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), !empty);
  starling_quiz_page_update_actions (self);
  if (asking)
    show_question (self);
  else if (empty)
    show_empty (self);
  else
    starling_quiz_page_show_end (self);
  starling_quiz_page_update_clock (self);
  if (had_focus && !starling_focus_is_within (GTK_WIDGET (self)))
    starling_quiz_page_take_focus (self);
}

/* Puts the focus where the next key is wanted. */
void
starling_quiz_page_take_focus (StarlingQuizPage *self)
{
  StarlingQuiz *quiz = starling_quiz_run_get_quiz (self->run);

  if (gtk_widget_get_visible (GTK_WIDGET (self->question))
      && !starling_quiz_is_checked (quiz))
    starling_quiz_question_focus (self->question,
                                  MAX (starling_quiz_get_chosen (quiz), 0));
  else
    starling_quiz_bar_focus (self->bar);
}

/* Shows where the quiz went, from the top. */
void
starling_quiz_page_go_on (StarlingQuizPage *self)
{
  starling_quiz_page_update (self);
  starling_quiz_page_take_focus (self);
  scroll_to_top (self);
}

/* Says what the answer was worth. Whoever is elsewhere in the window stays
 * there: time can be up at any moment. */
void
starling_quiz_page_tell (StarlingQuizPage *self)
{
  StarlingQuiz *quiz = starling_quiz_run_get_quiz (self->run);
  gboolean had_focus = starling_focus_is_within (GTK_WIDGET (self));
  g_autofree char *verdict
      = starling_quiz_question_tell (self->question,
                                     starling_quiz_run_get_question (self->run),
                                     quiz);

  starling_quiz_head_set_quiz (self->head, quiz);
  starling_quiz_page_update_actions (self);
  starling_quiz_page_update_clock (self);
  if (had_focus)
    starling_quiz_bar_focus (self->bar);
  starling_quiz_bar_announce (self->bar, verdict);
  starling_quiz_question_show_explanation (self->question);
}

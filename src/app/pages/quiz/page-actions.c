/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/quiz/page-private.h"

#include "pages/quiz/keys.h"

void
starling_quiz_page_choose (StarlingQuizPage *self, guint slot)
{
  StarlingQuiz *quiz = starling_quiz_run_get_quiz (self->run);

  if (starling_quiz_page_look (self) || !starling_quiz_choose (quiz, slot))
    return;

  starling_quiz_question_set_chosen (self->question, (int) slot);
  starling_quiz_page_update_actions (self);
  /* by way of the option, which scrolls it into view */
  starling_quiz_question_focus (self->question, (int) slot);
  starling_quiz_bar_focus (self->bar);
}

static void
check_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StarlingQuizPage *self = STARLING_QUIZ_PAGE (widget);

  if (starling_quiz_run_check (self->run))
    starling_quiz_page_tell (self);
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StarlingQuizPage *self = STARLING_QUIZ_PAGE (widget);

  if (starling_quiz_run_next (self->run))
    starling_quiz_page_go_on (self);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StarlingQuizPage *self = STARLING_QUIZ_PAGE (widget);

  if (starling_quiz_run_undo (self->run))
    starling_quiz_page_go_on (self);
}

static void
again_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StarlingQuizPage *self = STARLING_QUIZ_PAGE (widget);
  guint64 seed
      = starling_quiz_get_seed (starling_quiz_run_get_quiz (self->run));

  starling_quiz_run_forget (self->run);
  starling_quiz_page_start (self, starling_quiz_next_seed (seed));
  starling_quiz_page_go_on (self);
}

/* Opens a story where it says more about a question. Whoever comes back from
 * there finds the quiz as it was left. */
void
starling_quiz_page_read_place (StarlingQuizPage *self,
                               const char *scenario,
                               const char *step,
                               const char *probe)
{
  g_free (self->reading);
  self->reading = g_strconcat ("scenario:", scenario, NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-place", "(sss)",
                              scenario, step, probe);
}

static void
read_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StarlingQuizPage *self = STARLING_QUIZ_PAGE (widget);
  const StarlingScenario *scenario = starling_quiz_run_get_scenario (self->run);
  const StarlingQuestion *question = starling_quiz_run_get_question (self->run);
  g_autofree char *id = NULL;

  if (scenario == NULL)
    return;
  id = g_strdup (scenario->id);
  starling_quiz_page_read_place (
      self, id,
      question == NULL || question->step == STARLING_NO_STEP
          ? ""
          : starling_step_to_id ((StarlingStepId) question->step),
      question != NULL && question->probe != NULL ? question->probe : "");
}

static gboolean
takes_keys (StarlingQuizPage *self)
{
  return self->run != NULL && starling_quiz_keys_apply (GTK_WIDGET (self));
}

/* A digit chooses; the same one again checks. */
static gboolean
digit_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  StarlingQuizPage *self = STARLING_QUIZ_PAGE (widget);
  guint slot = g_variant_get_uint32 (args);
  StarlingQuiz *quiz;

  if (!takes_keys (self))
    return FALSE;

  quiz = starling_quiz_run_get_quiz (self->run);
  if (starling_quiz_is_finished (quiz) || starling_quiz_is_checked (quiz))
    return FALSE;

  if (starling_quiz_get_chosen (quiz) == (int) slot)
    gtk_widget_activate_action (widget, "quiz.check", NULL);
  else
    starling_quiz_page_choose (self, slot);
  return TRUE;
}

static gboolean
undo_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  StarlingQuizPage *self = STARLING_QUIZ_PAGE (widget);

  return takes_keys (self) && !starling_quiz_run_is_untouched (self->run)
         && gtk_widget_activate_action (widget, "quiz.undo", NULL);
}

static gboolean
arrow_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  StarlingQuizPage *self = STARLING_QUIZ_PAGE (widget);

  return takes_keys (self)
         && gtk_widget_get_visible (GTK_WIDGET (self->question))
         && starling_quiz_question_move_focus (self->question,
                                               g_variant_get_int32 (args));
}

/* What is long can be read from the bar below it, where the focus is. */
static gboolean
scroll_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  StarlingQuizPage *self = STARLING_QUIZ_PAGE (widget);
  gboolean scrolled;

  if (!takes_keys (self))
    return FALSE;
  g_signal_emit_by_name (self->scroller, "scroll-child",
                         g_variant_get_int32 (args), FALSE, &scrolled);
  return TRUE;
}

void
starling_quiz_page_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "quiz.check", check_action }, { "quiz.next", next_action },
    { "quiz.undo", undo_action },   { "quiz.again", again_action },
    { "quiz.read", read_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL,
                                     actions[i].activate);
}

void
starling_quiz_page_add_keys (StarlingQuizPage *self)
{
  starling_quiz_keys_add (GTK_WIDGET (self), digit_cb, arrow_cb, scroll_cb,
                          undo_key_cb);
}

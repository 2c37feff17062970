/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/quiz/question.h"

#include <glib/gi18n.h>

#include "pages/quiz/explanation.h"
#include "quiz-words.h"
#include "widgets/badge.h"
#include "widgets/quiz-option.h"

struct _StarlingQuizQuestion
{
  GtkWidget parent_instance;

  GtkWidget *content;
  StarlingBadge *badge;
  GtkLabel *caption;
  GtkLabel *question;
  GtkLabel *quote;
  GtkWidget *options;
  StarlingQuizExplanation *explanation;

  GPtrArray *buttons; /* (element-type StarlingQuizOption), by slot */
  int chosen;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StarlingQuizQuestion,
                     starling_quiz_question,
                     GTK_TYPE_WIDGET)

static void
clicked_cb (StarlingQuizQuestion *self, GtkWidget *button)
{
  guint slot;

  if (g_ptr_array_find (self->buttons, button, &slot))
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, slot);
}

static void
starling_quiz_question_dispose (GObject *object)
{
  StarlingQuizQuestion *self = STARLING_QUIZ_QUESTION (object);

  if (self->buttons != NULL)
    g_ptr_array_set_size (self->buttons, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), STARLING_TYPE_QUIZ_QUESTION);

  G_OBJECT_CLASS (starling_quiz_question_parent_class)->dispose (object);
}

static void
starling_quiz_question_finalize (GObject *object)
{
  StarlingQuizQuestion *self = STARLING_QUIZ_QUESTION (object);

  g_ptr_array_unref (self->buttons);

  G_OBJECT_CLASS (starling_quiz_question_parent_class)->finalize (object);
}

static void
starling_quiz_question_class_init (StarlingQuizQuestionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = starling_quiz_question_dispose;
  object_class->finalize = starling_quiz_question_finalize;

  signals[SIGNAL_CHOSEN]
      = g_signal_new ("chosen", STARLING_TYPE_QUIZ_QUESTION, G_SIGNAL_RUN_LAST,
                      0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (STARLING_TYPE_BADGE);
  g_type_ensure (STARLING_TYPE_QUIZ_EXPLANATION);
  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/starlingapp/Starling/ui/pages/quiz/question.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingQuizQuestion,
                                        content);
  gtk_widget_class_bind_template_child (widget_class, StarlingQuizQuestion,
                                        badge);
  gtk_widget_class_bind_template_child (widget_class, StarlingQuizQuestion,
                                        caption);
  gtk_widget_class_bind_template_child (widget_class, StarlingQuizQuestion,
                                        question);
  gtk_widget_class_bind_template_child (widget_class, StarlingQuizQuestion,
                                        quote);
  gtk_widget_class_bind_template_child (widget_class, StarlingQuizQuestion,
                                        options);
  gtk_widget_class_bind_template_child (widget_class, StarlingQuizQuestion,
                                        explanation);

  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_quiz_question_init (StarlingQuizQuestion *self)
{
  self->chosen = -1;
  self->buttons = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The badge of the step that it is about; where that would give the right
 * option away, not before it is told. */
static void
show_badge (StarlingQuizQuestion *self,
            const StarlingQuestion *question,
            gboolean told)
{
  gboolean gives_away = question->kind == STARLING_QUESTION_STEP
                        || question->kind == STARLING_QUESTION_LEVEL;

  if (question->step == STARLING_NO_STEP || (gives_away && !told))
    starling_badge_set_icon (self->badge, "starling-question-symbolic");
  else
    starling_badge_set_step (self->badge, (StarlingStepId) question->step);
}

static void
show_caption (StarlingQuizQuestion *self,
              const char *title,
              const StarlingQuestion *question,
              guint round)
{
  const char *kind = starling_quiz_kind_get_name (question->kind);
  g_autofree char *caption = NULL;

  /* Translators: a story's title and a kind of question; in the second case
   * it comes back because it was answered wrong */
  caption
      = g_strdup_printf (round == 0 ? _ ("%s · %s") : _ ("%s · %s · once more"),
                         title, kind);
  gtk_label_set_label (self->caption, caption);
}

static void
add_options (StarlingQuizQuestion *self,
             const StarlingQuestion *question,
             const StarlingQuiz *quiz)
{
  for (guint slot = 0; slot < question->options->len; slot++)
    {
      const StarlingOption *option
          = g_ptr_array_index (question->options,
                               starling_quiz_get_option (quiz, slot));
      GtkWidget *button = starling_quiz_option_new (slot + 1, option->text);

      g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self,
                               G_CONNECT_SWAPPED);
      g_ptr_array_add (self->buttons, button);
      gtk_box_append (GTK_BOX (self->options), button);
    }
}

/**
 * starling_quiz_question_ask:
 * @self: the view of a question
 * @title: of its scenario
 * @question: what is asked
 * @quiz: the run, whose current question it is
 *
 * Shows a question, none of its options chosen.
 */
void
starling_quiz_question_ask (StarlingQuizQuestion *self,
                            const char *title,
                            const StarlingQuestion *question,
                            const StarlingQuiz *quiz)
{
  g_return_if_fail (STARLING_IS_QUIZ_QUESTION (self));

  for (guint i = 0; i < self->buttons->len; i++)
    gtk_box_remove (GTK_BOX (self->options),
                    g_ptr_array_index (self->buttons, i));
  g_ptr_array_set_size (self->buttons, 0);
  self->chosen = -1;

  show_badge (self, question, FALSE);
  show_caption (self, title, question, starling_quiz_get_current (quiz)->round);
  gtk_label_set_label (self->question, question->question);
  gtk_label_set_label (self->quote,
                       question->quote != NULL ? question->quote : "");
  gtk_widget_set_visible (GTK_WIDGET (self->quote), question->quote != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->explanation), FALSE);
  add_options (self, question, quiz);
  /* read out when the focus comes to the options */
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->options), GTK_ACCESSIBLE_PROPERTY_LABEL,
      question->question, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      question->quote != NULL ? question->quote : "", -1);
}

/**
 * starling_quiz_question_set_chosen:
 * @self: the view of a question
 * @slot: an option, -1 for none
 *
 * Highlights the option that a check would take.
 */
void
starling_quiz_question_set_chosen (StarlingQuizQuestion *self, int slot)
{
  g_return_if_fail (STARLING_IS_QUIZ_QUESTION (self));

  self->chosen = slot;
  for (guint i = 0; i < self->buttons->len; i++)
    starling_quiz_option_set_chosen (g_ptr_array_index (self->buttons, i),
                                     (int) i == slot);
}

/* Shows for each option whether it is right, and why. */
static void
tell_options (StarlingQuizQuestion *self,
              const StarlingQuestion *question,
              const StarlingQuiz *quiz)
{
  for (guint slot = 0; slot < self->buttons->len; slot++)
    {
      guint index = starling_quiz_get_option (quiz, slot);
      const StarlingOption *option
          = g_ptr_array_index (question->options, index);

      starling_quiz_option_tell (g_ptr_array_index (self->buttons, slot),
                                 index == question->correct,
                                 (int) slot == self->chosen, option->why);
    }
}

/**
 * starling_quiz_question_tell:
 * @self: the view of a question
 * @question: what was asked
 * @quiz: the run, whose current question is checked; with no option chosen:
 *   time ran out
 *
 * Shows the verdict, a reason for each option and the explanation.
 *
 * Returns: (transfer full): the verdict in one sentence
 */
char *
starling_quiz_question_tell (StarlingQuizQuestion *self,
                             const StarlingQuestion *question,
                             const StarlingQuiz *quiz)
{
  int chosen = starling_quiz_get_chosen (quiz);
  const StarlingOption *right
      = g_ptr_array_index (question->options, question->correct);
  const char *verdict = _ ("Time is up.");

  g_return_val_if_fail (STARLING_IS_QUIZ_QUESTION (self), NULL);

  self->chosen = chosen;
  if (chosen >= 0)
    verdict
        = starling_quiz_get_option (quiz, (guint) chosen) == question->correct
              ? _ ("Right.")
              : _ ("Not this one.");
  show_badge (self, question, TRUE);
  tell_options (self, question, quiz);
  starling_quiz_explanation_set_text (self->explanation, verdict,
                                      question->explanation);
  gtk_widget_set_visible (GTK_WIDGET (self->explanation), TRUE);

  if (g_str_equal (verdict, _ ("Right.")))
    return g_strdup (verdict);

  /* Translators: told to screen readers: "Not this one." or "Time is up.", and
   * the right option's text */
  return g_strdup_printf (_ ("%s Right answer: %s"), verdict, right->text);
}

/**
 * starling_quiz_question_focus:
 * @self: the view of a question
 * @slot: an option
 *
 * Gives the keyboard focus to an option.
 */
void
starling_quiz_question_focus (StarlingQuizQuestion *self, int slot)
{
  g_return_if_fail (STARLING_IS_QUIZ_QUESTION (self));

  if (slot >= 0 && (guint) slot < self->buttons->len)
    gtk_widget_grab_focus (g_ptr_array_index (self->buttons, slot));
}

/* The slot of the option that has the focus; -1: none has. */
static int
find_focus (StarlingQuizQuestion *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_widget_has_focus (g_ptr_array_index (self->buttons, i)))
      return (int) i;
  return -1;
}

/**
 * starling_quiz_question_announce:
 * @self: the view of a question
 * @words: what a screen reader should say
 *
 * Says it by the name of the option that has the focus.
 *
 * Returns: %FALSE if none has
 */
gboolean
starling_quiz_question_announce (StarlingQuizQuestion *self, const char *words)
{
  int slot;

  g_return_val_if_fail (STARLING_IS_QUIZ_QUESTION (self), FALSE);

  slot = find_focus (self);
  if (slot >= 0)
    starling_quiz_option_announce (g_ptr_array_index (self->buttons, slot),
                                   words);
  return slot >= 0;
}

/**
 * starling_quiz_question_move_focus:
 * @self: the view of a question
 * @by: 1 for the next option, -1 for the one before
 *
 * Moves the focus among the options; from elsewhere it goes to the neighbour
 * of the chosen one, or to the first or last.
 *
 * Returns: whether there are options
 */
gboolean
starling_quiz_question_move_focus (StarlingQuizQuestion *self, int by)
{
  int n, from;

  g_return_val_if_fail (STARLING_IS_QUIZ_QUESTION (self), FALSE);

  n = (int) self->buttons->len;
  from = find_focus (self);
  if (from < 0)
    from = self->chosen;
  if (from < 0)
    from = by > 0 ? -1 : n;
  starling_quiz_question_focus (self, CLAMP (from + by, 0, n - 1));
  return n > 0;
}

/**
 * starling_quiz_question_show_explanation:
 * @self: the view of a question
 *
 * Scrolls down, once the verdict has been laid out, as far as the explanation
 * needs.
 */
void
starling_quiz_question_show_explanation (StarlingQuizQuestion *self)
{
  g_return_if_fail (STARLING_IS_QUIZ_QUESTION (self));

  starling_quiz_explanation_scroll_to (self->explanation);
}

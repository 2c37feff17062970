/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/quiz/end.h"

#include <glib/gi18n.h>

struct _StarlingQuizEnd
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkLabel *score;
  GtkLabel *advice;
  GtkWidget *heading;
  GtkWidget *wrong;
};

enum
{
  SIGNAL_STUDY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StarlingQuizEnd, starling_quiz_end, GTK_TYPE_WIDGET)

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
study_cb (StarlingQuizEnd *self, GtkWidget *button)
{
  g_signal_emit (self, signals[SIGNAL_STUDY], 0,
                 g_object_get_data (G_OBJECT (button), "scenario"));
}

static void
starling_quiz_end_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), STARLING_TYPE_QUIZ_END);

  G_OBJECT_CLASS (starling_quiz_end_parent_class)->dispose (object);
}

static void
starling_quiz_end_class_init (StarlingQuizEndClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = starling_quiz_end_dispose;

  signals[SIGNAL_STUDY]
      = g_signal_new ("study", STARLING_TYPE_QUIZ_END, G_SIGNAL_RUN_LAST, 0,
                      NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/starlingapp/Starling/ui/pages/quiz/end.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingQuizEnd, content);
  gtk_widget_class_bind_template_child (widget_class, StarlingQuizEnd, score);
  gtk_widget_class_bind_template_child (widget_class, StarlingQuizEnd, advice);
  gtk_widget_class_bind_template_child (widget_class, StarlingQuizEnd, heading);
  gtk_widget_class_bind_template_child (widget_class, StarlingQuizEnd, wrong);

  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_quiz_end_init (StarlingQuizEnd *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * starling_quiz_end_set_score:
 * @self: the end of a quiz
 * @n_right: how many answers were right
 * @n_answers: of how many
 * @pooled: whether they were about several stories
 *
 * Shows a score, and no wrong answers yet.
 *
 * Returns: (transfer full): the score in words
 */
char *
starling_quiz_end_set_score (StarlingQuizEnd *self,
                             guint n_right,
                             guint n_answers,
                             gboolean pooled)
{
  gboolean all_right = n_right == n_answers;
  const char *advice;
  GtkWidget *child;
  char *score;

  g_return_val_if_fail (STARLING_IS_QUIZ_END (self), NULL);

  while ((child = gtk_widget_get_first_child (self->wrong)) != NULL)
    gtk_box_remove (GTK_BOX (self->wrong), child);

  /* Translators: the score of a quiz: right answers of all answers */
  score = g_strdup_printf (_ ("%u of %u right"), n_right, n_answers);
  gtk_label_set_label (self->score, score);
  if (all_right)
    advice = pooled
                 ? _ ("No answer to look up. Next, tell one of the stories "
                      "out loud.")
                 : _ ("No answer to look up. Next, tell the story out loud.");
  else
    advice = pooled ? _ ("Read these stories once more, then take the quiz "
                         "again.")
                    : _ ("Read the story once more, then take the quiz again.");
  gtk_label_set_label (self->advice, advice);
  gtk_widget_set_visible (self->heading, !all_right);
  gtk_widget_set_visible (self->wrong, !all_right);
  return score;
}

/**
 * starling_quiz_end_add_story:
 * @self: the end of a quiz
 * @scenario: the story that the next wrong answers belong to
 *
 * Where questions of several stories were pooled: names one, with a button
 * that opens it.
 */
void
starling_quiz_end_add_story (StarlingQuizEnd *self,
                             const StarlingScenario *scenario)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *title = new_label (scenario->title, "step-title");
  GtkWidget *button = gtk_button_new_with_label (_ ("Study this story"));

  g_return_if_fail (STARLING_IS_QUIZ_END (self));

  gtk_widget_add_css_class (row, "story-row");
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "plain");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  scenario->title, -1);
  g_object_set_data_full (G_OBJECT (button), "scenario",
                          g_strdup (scenario->id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (study_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), title);
  gtk_box_append (GTK_BOX (row), button);
  gtk_box_append (GTK_BOX (self->wrong), row);
}

/**
 * starling_quiz_end_add_wrong:
 * @self: the end of a quiz
 * @question: one that was answered wrong
 *
 * Lists a question with its right answer.
 */
void
starling_quiz_end_add_wrong (StarlingQuizEnd *self,
                             const StarlingQuestion *question)
{
  const StarlingOption *right
      = g_ptr_array_index (question->options, question->correct);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *mark
      = g_object_new (GTK_TYPE_IMAGE, "icon-name", "starling-check-symbolic",
                      "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                      "valign", GTK_ALIGN_START, NULL);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_return_if_fail (STARLING_IS_QUIZ_END (self));

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (mark, "right-mark");
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (card), new_label (question->question, "step-title"));
  gtk_box_append (GTK_BOX (text), new_label (_ ("Right answer"), "verdict"));
  gtk_box_append (GTK_BOX (text), new_label (right->text, "text"));
  gtk_box_append (GTK_BOX (row), mark);
  gtk_box_append (GTK_BOX (row), text);
  gtk_box_append (GTK_BOX (card), row);
  gtk_box_append (GTK_BOX (self->wrong), card);
}

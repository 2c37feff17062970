/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/quiz/mistakes.h"

#include "pages/quiz/end-words.h"
#include "pages/quiz/run.h"
#include "quiz-words.h"
#include "widgets/fold.h"

#include <glib/gi18n.h>

/* So many are listed at once; of a quote, so many lines. */
#define MOST_LISTED 5
#define QUOTE_LINES 4

struct _StarlingQuizMistakes
{
  GtkBox parent_instance;

  GtkWidget *heading;
  GtkBox *list;
  GPtrArray *mistakes; /* (element-type StarlingQuizMistake) */
  gboolean pooled;
};

enum
{
  SIGNAL_STUDY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StarlingQuizMistakes, starling_quiz_mistakes, GTK_TYPE_BOX)

static void
starling_quiz_mistakes_dispose (GObject *object)
{
  StarlingQuizMistakes *self = STARLING_QUIZ_MISTAKES (object);

  g_clear_pointer (&self->mistakes, g_ptr_array_unref);

  G_OBJECT_CLASS (starling_quiz_mistakes_parent_class)->dispose (object);
}

static void
starling_quiz_mistakes_class_init (StarlingQuizMistakesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = starling_quiz_mistakes_dispose;

  signals[SIGNAL_STUDY]
      = g_signal_new ("study", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                      NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_STRING,
                      G_TYPE_STRING, G_TYPE_STRING);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass),
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap",
                       TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "css-classes",
                       (const char *[]){ css_class, NULL }, NULL);
}

static void
starling_quiz_mistakes_init (StarlingQuizMistakes *self)
{
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "mistakes");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->heading = new_label (_ ("To look at again"), "section");
  g_object_set (self->heading, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                NULL);
  gtk_widget_add_css_class (list, "boxed");
  self->list = GTK_BOX (list);
  gtk_box_append (GTK_BOX (self), self->heading);
  gtk_box_append (GTK_BOX (self), list);
}

/* --- one of them --- */

static GtkWidget *
new_icon (const char *name)
{
  return g_object_new (GTK_TYPE_IMAGE, "icon-name", name, "accessible-role",
                       GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign",
                       GTK_ALIGN_START, NULL);
}

static void
read_cb (StarlingQuizMistakes *self, GtkWidget *button)
{
  const StarlingQuizMistake *mistake
      = g_object_get_data (G_OBJECT (button), "mistake");
  const StarlingQuestion *question = mistake->question;
  const char *step = question->step != STARLING_NO_STEP
                         ? starling_step_to_id ((StarlingStepId) question->step)
                         : "";
  const char *probe = question->probe != NULL ? question->probe : "";

  g_signal_emit (self, signals[SIGNAL_STUDY], 0, mistake->scenario->id, step,
                 probe);
}

static GtkWidget *
new_button (StarlingQuizMistakes *self, const StarlingQuizMistake *mistake)
{
  GtkWidget *button = gtk_button_new_with_label (
      starling_quiz_get_read_label (mistake->question->step,
                                    mistake->question->probe));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "plain");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  mistake->question->question, -1);
  g_object_set_data (G_OBJECT (button), "mistake", (gpointer) mistake);
  g_signal_connect_object (button, "clicked", G_CALLBACK (read_cb), self,
                           G_CONNECT_SWAPPED);
  return button;
}

/* The right option, with a tick and in words. */
static GtkWidget *
new_right (const StarlingQuestion *question)
{
  const StarlingOption *option
      = g_ptr_array_index (question->options, question->correct);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *mark = new_icon ("starling-check-symbolic");
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (mark, "right-mark");
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (text), new_label (_ ("Right answer"), "verdict"));
  gtk_box_append (GTK_BOX (text), new_label (option->text, "text"));
  gtk_box_append (GTK_BOX (row), mark);
  gtk_box_append (GTK_BOX (row), text);
  return row;
}

static GtkWidget *
new_caption (StarlingQuizMistakes *self, const StarlingQuizMistake *mistake)
{
  const char *kind = starling_quiz_kind_get_name (mistake->question->kind);
  g_autofree char *text
      = self->pooled
            /* Translators: the title of a story, and the kind of a question */
            ? g_strdup_printf (_ ("%s · %s"), mistake->scenario->title, kind)
            : g_strdup (kind);
  GtkWidget *caption = new_label (text, "caption");

  gtk_widget_add_css_class (caption, "soft");
  return caption;
}

static GtkWidget *
new_row (StarlingQuizMistakes *self, const StarlingQuizMistake *mistake)
{
  const StarlingQuestion *question = mistake->question;
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_add_css_class (row, "row");
  gtk_box_append (GTK_BOX (row), new_caption (self, mistake));
  gtk_box_append (GTK_BOX (row), new_label (question->question, "step-title"));
  if (question->quote != NULL)
    {
      GtkWidget *quote = new_label (question->quote, "quote");

      g_object_set (quote, "lines", QUOTE_LINES, "ellipsize",
                    PANGO_ELLIPSIZE_END, NULL);
      gtk_box_append (GTK_BOX (row), quote);
    }
  gtk_box_append (GTK_BOX (row), new_right (question));
  gtk_box_append (GTK_BOX (row), new_button (self, mistake));
  return row;
}

/* --- all of them --- */

/* Rules between them, and above them where something stands there. */
static void
fill (StarlingQuizMistakes *self, GtkBox *list, gboolean below)
{
  for (guint i = 0; i < self->mistakes->len; i++)
    {
      if (i > 0 || below)
        gtk_box_append (list, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
      gtk_box_append (list,
                      new_row (self, g_ptr_array_index (self->mistakes, i)));
    }
}

static void
opened_cb (StarlingQuizMistakes *self, StarlingFold *fold)
{
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fill (self, GTK_BOX (list), TRUE);
  starling_fold_set_child (fold, list);
}

static void
add_fold (StarlingQuizMistakes *self)
{
  guint n = self->mistakes->len;
  g_autofree char *title
      = g_strdup_printf (ngettext ("%u question to look at again",
                                   "%u questions to look at again", n),
                         n);
  GtkWidget *fold = starling_fold_new (title);

  g_signal_connect_object (fold, "first-opened", G_CALLBACK (opened_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->list, fold);
}

/**
 * starling_quiz_mistakes_set:
 * @self: the questions
 * @mistakes: (element-type StarlingQuizMistake): those that were answered
 *   wrong; kept, not to be changed any more
 * @pooled: whether they may be about several stories, and are to name them
 *
 * Shows other ones.
 */
void
starling_quiz_mistakes_set (StarlingQuizMistakes *self,
                            GPtrArray *mistakes,
                            gboolean pooled)
{
  gboolean folded = mistakes->len > MOST_LISTED;
  GtkWidget *child;

  g_return_if_fail (STARLING_IS_QUIZ_MISTAKES (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);
  g_ptr_array_ref (mistakes);
  g_clear_pointer (&self->mistakes, g_ptr_array_unref);
  self->mistakes = mistakes;
  self->pooled = pooled;
  gtk_widget_set_visible (GTK_WIDGET (self), mistakes->len > 0);
  gtk_widget_set_visible (self->heading, !folded);
  if (folded)
    add_fold (self);
  else
    fill (self, self->list, FALSE);
}

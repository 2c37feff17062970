/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/bank/question.h"

#include "pages/rehearse/bank/row.h"
#include "pages/rehearse/bank/words.h"
#include "widgets/column.h"
#include "widgets/fold.h"
#include "widgets/wrap-box.h"

struct _StarlingRehearseQuestion
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkScrolledWindow *scrolled;
  GtkLabel *question;
  StarlingFold *fold;
  GtkLabel *tests;
  GtkLabel *principles;
  GtkWidget *fitting_heading;
  GtkBox *fitting;
  GtkWidget *others_heading;
  GtkBox *others;
  GtkWidget *next;

  char *shown;   /* (nullable): id of the question */
  char *stories; /* (nullable): what the rows say, to tell a change by */
};

G_DEFINE_FINAL_TYPE (StarlingRehearseQuestion,
                     starling_rehearse_question,
                     GTK_TYPE_WIDGET)

static void
starling_rehearse_question_dispose (GObject *object)
{
  StarlingRehearseQuestion *self = STARLING_REHEARSE_QUESTION (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->shown, g_free);
  g_clear_pointer (&self->stories, g_free);

  G_OBJECT_CLASS (starling_rehearse_question_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    gssize offset;
  } children[] = {
    { "content", G_STRUCT_OFFSET (StarlingRehearseQuestion, content) },
    { "scrolled", G_STRUCT_OFFSET (StarlingRehearseQuestion, scrolled) },
    { "question", G_STRUCT_OFFSET (StarlingRehearseQuestion, question) },
    { "fold", G_STRUCT_OFFSET (StarlingRehearseQuestion, fold) },
    { "fitting_heading",
      G_STRUCT_OFFSET (StarlingRehearseQuestion, fitting_heading) },
    { "fitting", G_STRUCT_OFFSET (StarlingRehearseQuestion, fitting) },
    { "others_heading",
      G_STRUCT_OFFSET (StarlingRehearseQuestion, others_heading) },
    { "others", G_STRUCT_OFFSET (StarlingRehearseQuestion, others) },
    { "next", G_STRUCT_OFFSET (StarlingRehearseQuestion, next) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    gtk_widget_class_bind_template_child_full (widget_class, children[i].name,
                                               FALSE, children[i].offset);
}

static void
starling_rehearse_question_class_init (StarlingRehearseQuestionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_rehearse_question_dispose;

  g_type_ensure (STARLING_TYPE_COLUMN);
  g_type_ensure (STARLING_TYPE_FOLD);
  g_type_ensure (STARLING_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/starlingapp/Starling/ui/pages/rehearse/bank/question.ui");
  bind_children (widget_class);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkLabel *
append_label (GtkBox *box, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "xalign", 0.0f, NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static void
starling_rehearse_question_init (StarlingRehearseQuestion *self)
{
  GtkWidget *tests = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_css_class (tests, "bank-tests");
  self->tests = append_label (GTK_BOX (tests), "tests");
  self->principles = append_label (GTK_BOX (tests), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->principles), "soft");
  starling_fold_set_child (self->fold, tests);
}

static void
remove_all (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
show_stories (StarlingRehearseQuestion *self,
              StarlingCatalogue *catalogue,
              GArray *answers)
{
  remove_all (self->fitting);
  remove_all (self->others);
  for (guint i = 0; i < answers->len; i++)
    {
      const StarlingLibraryAnswer *answer
          = &g_array_index (answers, StarlingLibraryAnswer, i);

      gtk_box_append (answer->fit == STARLING_FIT_NONE ? self->others
                                                       : self->fitting,
                      starling_rehearse_answer_row_new (catalogue, answer));
    }
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *rows = GTK_WIDGET (i == 0 ? self->fitting : self->others);
      gboolean any = gtk_widget_get_first_child (rows) != NULL;

      gtk_widget_set_visible (rows, any);
      gtk_widget_set_visible (i == 0 ? self->fitting_heading
                                     : self->others_heading,
                              any);
    }
}

/* All that the rows say of the stories. */
static char *
describe_stories (GArray *answers)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < answers->len; i++)
    {
      const StarlingLibraryAnswer *answer
          = &g_array_index (answers, StarlingLibraryAnswer, i);

      g_string_append_printf (text, "%p %d %d %d %u\n",
                              (gpointer) answer->summary, answer->fit,
                              answer->angle, answer->state, answer->n_takes);
    }
  return g_string_free (text, FALSE);
}

/* Another question is seen from its beginning, and not what it tests. The one
 * who has asked for it hears it, too. */
static void
show_question (StarlingRehearseQuestion *self,
               StarlingCatalogue *catalogue,
               const StarlingBankQuestion *question)
{
  g_autofree char *principles
      = starling_rehearse_format_tests (catalogue, question);

  if (g_strcmp0 (self->shown, question->id) == 0)
    return;
  g_free (self->shown);
  self->shown = g_strdup (question->id);
  gtk_label_set_label (self->question, question->question);
  gtk_label_set_label (self->tests, question->probes);
  gtk_label_set_label (self->principles, principles);
  starling_fold_set_expanded (self->fold, FALSE);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (
                                self->scrolled),
                            0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->next),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  question->question, -1);
}

/**
 * starling_rehearse_question_update:
 * @self: a view
 * @deal: a deal that has asked a question
 *
 * Shows the question, and the stories as they stand.
 */
void
starling_rehearse_question_update (StarlingRehearseQuestion *self,
                                   const StarlingRehearseDeal *deal)
{
  StarlingCatalogue *catalogue = starling_library_get_catalogue (deal->library);
  g_autoptr (GArray) answers = NULL;
  g_autofree char *stories = NULL;

  g_return_if_fail (STARLING_IS_REHEARSE_QUESTION (self));
  g_return_if_fail (deal->question != NULL);

  answers = starling_library_list_answers (deal->library, deal->question,
                                           deal->scope.own_only);
  stories = describe_stories (answers);
  if (g_strcmp0 (stories, self->stories) != 0)
    {
      show_stories (self, catalogue, answers);
      g_free (self->stories);
      self->stories = g_steal_pointer (&stories);
    }
  show_question (self, catalogue, deal->question);
  gtk_widget_set_visible (self->next,
                          starling_rehearse_deal_can_ask (deal->library,
                                                          &deal->scope, 2));
}

/**
 * starling_rehearse_question_take_focus:
 * @self: a view
 *
 * Puts the focus on the first story.
 */
void
starling_rehearse_question_take_focus (StarlingRehearseQuestion *self)
{
  GtkWidget *row;

  g_return_if_fail (STARLING_IS_REHEARSE_QUESTION (self));

  row = gtk_widget_get_first_child (GTK_WIDGET (self->fitting));
  if (row == NULL)
    row = gtk_widget_get_first_child (GTK_WIDGET (self->others));
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

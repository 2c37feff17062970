/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/debrief/remarks.h"

#include "pages/rehearse/words-take.h"
#include "widgets/badge.h"

#define ROW_SPACING 9

struct _StarlingRehearseRemarks
{
  GtkBox parent_instance;

  GtkBox *list;
};

G_DEFINE_FINAL_TYPE (StarlingRehearseRemarks,
                     starling_rehearse_remarks,
                     GTK_TYPE_BOX)

static void
starling_rehearse_remarks_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object),
                               STARLING_TYPE_REHEARSE_REMARKS);

  G_OBJECT_CLASS (starling_rehearse_remarks_parent_class)->dispose (object);
}

static void
starling_rehearse_remarks_class_init (StarlingRehearseRemarksClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_rehearse_remarks_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/starlingapp/Starling/ui/pages/rehearse/debrief/remarks.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseRemarks,
                                        list);
}

static void
starling_rehearse_remarks_init (StarlingRehearseRemarks *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The step it is about, whose name is in the text. */
static GtkWidget *
new_mark (const StarlingRemark *remark)
{
  GtkWidget *mark;

  if (remark->kind == STARLING_REMARK_PROBES)
    {
      mark = g_object_new (GTK_TYPE_IMAGE, "icon-name",
                           "starling-question-symbolic", "accessible-role",
                           GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_widget_add_css_class (mark, "mark");
    }
  else
    {
      mark = starling_badge_new (remark->step);
      gtk_widget_add_css_class (mark, "small");
    }
  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  return mark;
}

static GtkWidget *
new_text (const char *text)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode",
                       PANGO_WRAP_WORD_CHAR, "xalign", 0.0f, NULL);
}

static GtkWidget *
new_row (const StarlingRemark *remark)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, ROW_SPACING);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *fact = starling_rehearse_words_fact (remark);
  GtkWidget *advice = new_text (starling_rehearse_words_advice (remark));

  gtk_widget_add_css_class (advice, "caption");
  gtk_widget_add_css_class (advice, "soft");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), new_text (fact));
  gtk_box_append (GTK_BOX (texts), advice);
  gtk_box_append (GTK_BOX (row), new_mark (remark));
  gtk_box_append (GTK_BOX (row), texts);
  return row;
}

/**
 * starling_rehearse_remarks_set:
 * @self: a list
 * @review: a take
 *
 * Shows what to change.
 */
void
starling_rehearse_remarks_set (StarlingRehearseRemarks *self,
                               const StarlingTakeReview *review)
{
  GtkWidget *child;

  g_return_if_fail (STARLING_IS_REHEARSE_REMARKS (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);
  for (guint i = 0; i < review->n_remarks; i++)
    gtk_box_append (self->list, new_row (&review->remarks[i]));
  gtk_widget_set_visible (GTK_WIDGET (self), review->n_remarks > 0);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/cards/back.h"

#include <glib/gi18n.h>

#include "widgets/passage-list.h"
#include "widgets/passage-row.h"
#include "widgets/probe-answers.h"
#include "widgets/weak-answer.h"

#define PASSAGES "passages"

static GtkWidget *
new_text (const char *text, const char *css_class)
{
  GtkWidget *label
      = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode",
                      PANGO_WRAP_WORD_CHAR, "width-chars", 10, "xalign", 0.0f,
                      "hexpand", TRUE, NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* A line of advice behind a sign that says of which kind it is. */
static GtkWidget *
new_advice (const char *icon, const char *kind, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = new_text (text, "running");

  gtk_widget_add_css_class (box, "advice");
  gtk_box_append (GTK_BOX (box),
                  g_object_new (GTK_TYPE_IMAGE, "icon-name", icon,
                                "accessible-role",
                                GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign",
                                GTK_ALIGN_START, "tooltip-text", kind, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (label),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, kind,
                                  -1);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
append_step (GtkBox *box, const StarlingLensStep *step)
{
  GtkWidget *passages = starling_passage_list_new ();

  starling_passage_list_set_step (STARLING_PASSAGE_LIST (passages), step,
                                  FALSE);
  gtk_box_append (box, passages);
  g_object_set_data (G_OBJECT (box), PASSAGES, passages);
  if (step->coaching != NULL)
    gtk_box_append (box, new_advice ("starling-lamp-symbolic", _ ("Coaching"),
                                     step->coaching));
  if (step->mistake != NULL)
    gtk_box_append (box, new_advice ("starling-warning-symbolic",
                                     _ ("Common mistake"), step->mistake));
}

/* What to lead with, bold, then what the marks of sentences will follow. */
static void
append_angle (GtkBox *box, const StarlingAngle *angle)
{
  GtkWidget *note = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *lead = new_text (angle->lead, "running");

  gtk_widget_add_css_class (note, "note");
  gtk_widget_add_css_class (lead, "strong");
  gtk_box_append (GTK_BOX (note),
                  g_object_new (GTK_TYPE_IMAGE, "icon-name",
                                "starling-star-symbolic", "accessible-role",
                                GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign",
                                GTK_ALIGN_START, NULL));
  gtk_box_append (GTK_BOX (texts), lead);
  if (angle->emphasize != NULL)
    gtk_box_append (GTK_BOX (texts),
                    starling_passage_row_new_compact (
                        angle->emphasize, STARLING_EMPHASIS_LEAN_ON));
  if (angle->downplay != NULL)
    gtk_box_append (GTK_BOX (texts),
                    starling_passage_row_new_compact (angle->downplay,
                                                      STARLING_EMPHASIS_SHORT));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (note), texts);
  gtk_box_append (box, note);
}

/**
 * starling_cards_back_new:
 * @view: a card
 *
 * Returns: (transfer floating): its answer, through the lens
 */
GtkWidget *
starling_cards_back_new (const StarlingCardView *view)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *weak = NULL;

  gtk_widget_add_css_class (box, "back");
  gtk_box_append (GTK_BOX (box),
                  g_object_new (GTK_TYPE_SEPARATOR, "accessible-role",
                                GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  switch (view->kind)
    {
    case STARLING_CARD_PROBE:
      gtk_box_append (GTK_BOX (box), starling_probe_answers_new (view->probe));
      break;
    case STARLING_CARD_WEAK:
      weak = g_object_new (STARLING_TYPE_WEAK_ANSWER, NULL);
      starling_weak_answer_set_scenario (STARLING_WEAK_ANSWER (weak),
                                         view->lens->scenario);
      gtk_box_append (GTK_BOX (box), weak);
      break;
    case STARLING_CARD_ANGLE:
      append_angle (GTK_BOX (box), view->angle);
      break;
    case STARLING_CARD_STEP:
    default:
      append_step (GTK_BOX (box), &view->lens->steps[view->step]);
    }
  return box;
}

/**
 * starling_cards_back_set_view:
 * @back: the answer of a card
 * @view: the same card through another lens
 *
 * Lets the sentences of a step fade over to those of the lens; nothing else
 * depends on it.
 */
void
starling_cards_back_set_view (GtkWidget *back, const StarlingCardView *view)
{
  gpointer passages = g_object_get_data (G_OBJECT (back), PASSAGES);

  if (passages != NULL && view->kind == STARLING_CARD_STEP)
    starling_passage_list_set_step (passages, &view->lens->steps[view->step],
                                    TRUE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/debrief/follow-ups.h"

#include "pages/rehearse/words-take.h"
#include "pages/rehearse/words.h"
#include "widgets/target-plot-bar.h"
#include "widgets/wrap-box.h"

#include <glib/gi18n.h>
#include <string.h>

#define SPACING 12
#define TIME_CHARS 11

#define TEMPLATE                                                               \
  "/io/github/starlingapp/Starling/ui/pages/rehearse/debrief/follow-ups.ui"

struct _StarlingRehearseFollowUps
{
  GtkBox parent_instance;

  GtkBox *list;
};

G_DEFINE_FINAL_TYPE (StarlingRehearseFollowUps,
                     starling_rehearse_follow_ups,
                     GTK_TYPE_BOX)

static void
starling_rehearse_follow_ups_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object),
                               STARLING_TYPE_REHEARSE_FOLLOW_UPS);

  G_OBJECT_CLASS (starling_rehearse_follow_ups_parent_class)->dispose (object);
}

static void
starling_rehearse_follow_ups_class_init (StarlingRehearseFollowUpsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_rehearse_follow_ups_dispose;

  g_type_ensure (STARLING_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, TEMPLATE);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseFollowUps,
                                        list);
}

static void
starling_rehearse_follow_ups_init (StarlingRehearseFollowUps *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A question may be gone from the story since. */
static const char *
find_question (const StarlingScenario *scenario, const char *id)
{
  for (guint i = 0; i < scenario->probes->len; i++)
    {
      const StarlingProbe *probe = g_ptr_array_index (scenario->probes, i);

      if (g_strcmp0 (probe->id, id) == 0)
        return probe->question;
    }
  return _ ("A question that the story no longer has");
}

/* What was spent is bold where it is over the target. */
static GtkWidget *
new_time (const StarlingProbeReview *probe)
{
  g_autofree char *number = NULL;
  g_autofree char *text = starling_rehearse_words_answer (probe, &number);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign",
                                   1.0f, "width-chars", TIME_CHARS, NULL);
  const char *place = number != NULL ? strstr (text, number) : NULL;

  gtk_widget_add_css_class (label, "figure");
  gtk_widget_add_css_class (label, "answer-time");
  if (place != NULL
      && starling_tally_round (probe->ms)
             > starling_tally_round (probe->target_ms))
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      bold->start_index = (guint) (place - text);
      bold->end_index = bold->start_index + (guint) strlen (number);
      pango_attr_list_insert (attributes, bold);
      gtk_label_set_attributes (GTK_LABEL (label), attributes);
      gtk_widget_add_css_class (label, "over");
    }
  return label;
}

static GtkWidget *
new_line (GtkWidget *start, GtkWidget *end)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);

  gtk_widget_set_hexpand (start, TRUE);
  gtk_box_append (GTK_BOX (line), start);
  gtk_box_append (GTK_BOX (line), end);
  return line;
}

static GtkWidget *
new_row (const StarlingProbeReview *probe, const char *question, gint64 whole)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = starling_target_plot_bar_new ();
  GtkWidget *asked
      = g_object_new (GTK_TYPE_LABEL, "label", question, "wrap", TRUE,
                      "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0f, NULL);
  GtkWidget *rating
      = g_object_new (GTK_TYPE_LABEL, "label",
                      starling_rehearse_get_rating_word (probe->rating),
                      "valign", GTK_ALIGN_START, NULL);

  gtk_widget_add_css_class (rating, "answer-rating");
  starling_target_plot_bar_set_times (STARLING_TARGET_PLOT_BAR (bar), whole,
                                      probe->target_ms, probe->ms, -1, -1);
  gtk_box_append (GTK_BOX (row), new_line (asked, rating));
  gtk_box_append (GTK_BOX (row), new_line (bar, new_time (probe)));
  return row;
}

/**
 * starling_rehearse_follow_ups_set:
 * @self: a list
 * @review: a take
 * @scenario: what was told
 *
 * Shows the answers in the order in which they were given.
 */
void
starling_rehearse_follow_ups_set (StarlingRehearseFollowUps *self,
                                  const StarlingTakeReview *review,
                                  const StarlingScenario *scenario)
{
  gint64 whole = 0;
  GtkWidget *child;

  g_return_if_fail (STARLING_IS_REHEARSE_FOLLOW_UPS (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);
  for (guint i = 0; i < review->n_probes; i++)
    whole
        = MAX (whole, MAX (review->probes[i].ms, review->probes[i].target_ms));
  for (guint i = 0; i < review->n_probes; i++)
    gtk_box_append (self->list,
                    new_row (&review->probes[i],
                             find_question (scenario, review->probes[i].probe),
                             whole + whole / 16));
  gtk_widget_set_visible (GTK_WIDGET (self), review->n_probes > 0);
}

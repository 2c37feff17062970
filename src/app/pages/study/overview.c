/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/study/overview.h"

#include "widgets/pair.h"

struct _StarlingStudyOverview
{
  GtkBox parent_instance;

  GtkLabel *situation;
  GtkLabel *walkthrough;
  GtkBox *takeaways;
};

G_DEFINE_FINAL_TYPE (StarlingStudyOverview,
                     starling_study_overview,
                     GTK_TYPE_BOX)

static void
starling_study_overview_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object),
                               STARLING_TYPE_STUDY_OVERVIEW);

  G_OBJECT_CLASS (starling_study_overview_parent_class)->dispose (object);
}

static void
starling_study_overview_class_init (StarlingStudyOverviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = starling_study_overview_dispose;

  g_type_ensure (STARLING_TYPE_PAIR);
  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/starlingapp/Starling/ui/pages/study/overview.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingStudyOverview,
                                        situation);
  gtk_widget_class_bind_template_child (widget_class, StarlingStudyOverview,
                                        walkthrough);
  gtk_widget_class_bind_template_child (widget_class, StarlingStudyOverview,
                                        takeaways);
}

static void
starling_study_overview_init (StarlingStudyOverview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * starling_study_overview_new:
 * @scenario: a scenario that has an overview
 *
 * Returns: (transfer floating): the overview of @scenario
 */
GtkWidget *
starling_study_overview_new (StarlingScenario *scenario)
{
  StarlingStudyOverview *self
      = g_object_new (STARLING_TYPE_STUDY_OVERVIEW, NULL);

  gtk_label_set_text (self->situation, scenario->situation);
  gtk_label_set_text (self->walkthrough, scenario->walkthrough);
  for (guint i = 0; scenario->takeaways[i] != NULL; i++)
    {
      GtkWidget *takeaway
          = g_object_new (GTK_TYPE_LABEL, "label", scenario->takeaways[i],
                          "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                          "xalign", 0.0f, NULL);

      gtk_widget_add_css_class (takeaway, "soft");
      gtk_box_append (self->takeaways, takeaway);
    }
  return GTK_WIDGET (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/study/weak.h"

#include "widgets/weak-answer.h"

struct _StarlingStudyWeak
{
  GtkBox parent_instance;

  StarlingWeakAnswer *answer;
};

G_DEFINE_FINAL_TYPE (StarlingStudyWeak, starling_study_weak, GTK_TYPE_BOX)

static void
starling_study_weak_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), STARLING_TYPE_STUDY_WEAK);

  G_OBJECT_CLASS (starling_study_weak_parent_class)->dispose (object);
}

static void
starling_study_weak_class_init (StarlingStudyWeakClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = starling_study_weak_dispose;

  g_type_ensure (STARLING_TYPE_WEAK_ANSWER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/starlingapp/Starling/ui/pages/study/weak.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingStudyWeak,
                                        answer);
}

static void
starling_study_weak_init (StarlingStudyWeak *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * starling_study_weak_new:
 * @scenario: a scenario that has a weak answer
 *
 * Returns: (transfer floating): the weak answer of @scenario
 */
GtkWidget *
starling_study_weak_new (StarlingScenario *scenario)
{
  StarlingStudyWeak *self = g_object_new (STARLING_TYPE_STUDY_WEAK, NULL);

  starling_weak_answer_set_scenario (self->answer, scenario);
  return GTK_WIDGET (self);
}

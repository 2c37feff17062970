/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/study/probes.h"

#include "widgets/probe-answers.h"

struct _StarlingStudyProbes
{
  GtkBox parent_instance;

  GtkBox *list;
  StarlingScenario *scenario;
};

G_DEFINE_FINAL_TYPE (StarlingStudyProbes, starling_study_probes, GTK_TYPE_BOX)

static void
starling_study_probes_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), STARLING_TYPE_STUDY_PROBES);

  G_OBJECT_CLASS (starling_study_probes_parent_class)->dispose (object);
}

static void
starling_study_probes_finalize (GObject *object)
{
  StarlingStudyProbes *self = STARLING_STUDY_PROBES (object);

  g_clear_pointer (&self->scenario, starling_scenario_unref);

  G_OBJECT_CLASS (starling_study_probes_parent_class)->finalize (object);
}

static void
starling_study_probes_class_init (StarlingStudyProbesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = starling_study_probes_dispose;
  object_class->finalize = starling_study_probes_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/starlingapp/Starling/ui/pages/study/probes.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingStudyProbes,
                                        list);
}

static void
starling_study_probes_init (StarlingStudyProbes *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The probe lives as long as the scenario, which the section keeps. */
static void
opened_cb (StarlingFold *fold, gpointer probe)
{
  starling_fold_set_child (fold, starling_probe_answers_new (probe));
}

/**
 * starling_study_probes_new:
 * @scenario: a scenario
 *
 * Returns: (transfer floating): the follow-up questions of @scenario
 */
GtkWidget *
starling_study_probes_new (StarlingScenario *scenario)
{
  StarlingStudyProbes *self = g_object_new (STARLING_TYPE_STUDY_PROBES, NULL);

  self->scenario = starling_scenario_ref (scenario);
  for (guint i = 0; i < scenario->probes->len; i++)
    {
      const StarlingProbe *probe = g_ptr_array_index (scenario->probes, i);
      GtkWidget *fold = starling_fold_new (probe->question);

      gtk_widget_add_css_class (fold, "probe");
      g_signal_connect (fold, "first-opened", G_CALLBACK (opened_cb),
                        (gpointer) probe);
      gtk_box_append (self->list, fold);
    }
  return GTK_WIDGET (self);
}

/**
 * starling_study_probes_find:
 * @self: follow-up questions
 * @id: the id of one of them
 *
 * Returns: (transfer none) (nullable): that one
 */
StarlingFold *
starling_study_probes_find (StarlingStudyProbes *self, const char *id)
{
  GtkWidget *fold;

  g_return_val_if_fail (STARLING_IS_STUDY_PROBES (self), NULL);

  fold = gtk_widget_get_first_child (GTK_WIDGET (self->list));
  for (guint i = 0; fold != NULL; i++)
    {
      const StarlingProbe *probe
          = g_ptr_array_index (self->scenario->probes, i);

      if (g_str_equal (probe->id, id))
        return STARLING_FOLD (fold);
      fold = gtk_widget_get_next_sibling (fold);
    }
  return NULL;
}

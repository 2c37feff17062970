/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/study/head.h"

#include "base/text.h"
#include "pages/study/overview.h"
#include "widgets/fold.h"
#include "widgets/legend.h"
#include "widgets/study-switcher.h"

#include <glib/gi18n.h>
#include <string.h>

struct _StarlingStudyHead
{
  GtkBox parent_instance;

  GtkLabel *duration;
  GtkLabel *question;
  StarlingFold *overview;
  GtkWidget *note;
  GtkLabel *lead;
  GtkLabel *emphasize;
  GtkLabel *downplay;
  GtkLabel *not_offered;
  GtkWidget *legend;

  StarlingScenario *scenario;
};

G_DEFINE_FINAL_TYPE (StarlingStudyHead, starling_study_head, GTK_TYPE_BOX)

static void
overview_opened_cb (StarlingStudyHead *self)
{
  if (self->scenario != NULL && self->scenario->situation != NULL)
    starling_fold_set_child (self->overview,
                             starling_study_overview_new (self->scenario));
}

static void
starling_study_head_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), STARLING_TYPE_STUDY_HEAD);

  G_OBJECT_CLASS (starling_study_head_parent_class)->dispose (object);
}

static void
starling_study_head_finalize (GObject *object)
{
  StarlingStudyHead *self = STARLING_STUDY_HEAD (object);

  g_clear_pointer (&self->scenario, starling_scenario_unref);

  G_OBJECT_CLASS (starling_study_head_parent_class)->finalize (object);
}

static void
starling_study_head_class_init (StarlingStudyHeadClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = starling_study_head_dispose;
  object_class->finalize = starling_study_head_finalize;

  g_type_ensure (STARLING_TYPE_FOLD);
  g_type_ensure (STARLING_TYPE_LEGEND);
  g_type_ensure (STARLING_TYPE_STUDY_SWITCHER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/starlingapp/Starling/ui/pages/study/head.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingStudyHead,
                                        duration);
  gtk_widget_class_bind_template_child (widget_class, StarlingStudyHead,
                                        question);
  gtk_widget_class_bind_template_child (widget_class, StarlingStudyHead,
                                        overview);
  gtk_widget_class_bind_template_child (widget_class, StarlingStudyHead, note);
  gtk_widget_class_bind_template_child (widget_class, StarlingStudyHead, lead);
  gtk_widget_class_bind_template_child (widget_class, StarlingStudyHead,
                                        emphasize);
  gtk_widget_class_bind_template_child (widget_class, StarlingStudyHead,
                                        downplay);
  gtk_widget_class_bind_template_child (widget_class, StarlingStudyHead,
                                        not_offered);
  gtk_widget_class_bind_template_child (widget_class, StarlingStudyHead,
                                        legend);
  gtk_widget_class_bind_template_callback (widget_class, overview_opened_cb);
}

static void
starling_study_head_init (StarlingStudyHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The length in bytes of the first sentence of @text. */
static gsize
get_first_sentence (const char *text)
{
  const char *p;

  for (p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (strchr (".!?", *p) != NULL && (p[1] == ' ' || p[1] == '\0'))
      return (gsize) (p - text) + 1;
  return (gsize) (p - text);
}

static void
set_lead (StarlingStudyHead *self, const char *text)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  bold->start_index = 0;
  bold->end_index = (guint) get_first_sentence (text);
  pango_attr_list_insert (attributes, bold);
  gtk_label_set_text (self->lead, text);
  gtk_label_set_attributes (self->lead, attributes);
}

static void
set_angle (StarlingStudyHead *self, StarlingLens *lens, int wanted_angle)
{
  gboolean is_told = lens->angle == STARLING_AS_TOLD;
  g_autofree char *text = NULL;

  if (lens->lead != NULL)
    set_lead (self, lens->lead);
  gtk_label_set_text (self->emphasize,
                      lens->emphasize != NULL ? lens->emphasize : "");
  gtk_label_set_text (self->downplay,
                      lens->downplay != NULL ? lens->downplay : "");
  gtk_widget_set_visible (self->note, lens->lead != NULL);
  gtk_widget_set_visible (self->legend, !is_told);

  if (is_told && wanted_angle != STARLING_AS_TOLD)
    text = g_strdup_printf (
        /* Translators: %s is a leadership principle */
        _ ("This story has no angle for %s. It is shown as told."),
        starling_catalogue_get_principle (lens->catalogue, (guint) wanted_angle)
            ->name);
  gtk_label_set_text (self->not_offered, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->not_offered), text != NULL);
}

static void
set_scenario (StarlingStudyHead *self, StarlingScenario *scenario)
{
  gboolean has_overview = scenario->situation != NULL;

  g_clear_pointer (&self->scenario, starling_scenario_unref);
  self->scenario = starling_scenario_ref (scenario);
  gtk_label_set_text (self->question, scenario->question);
  gtk_widget_set_visible (GTK_WIDGET (self->overview), has_overview);
  if (has_overview && starling_fold_get_child (self->overview) != NULL)
    starling_fold_set_child (self->overview,
                             starling_study_overview_new (scenario));
}

/**
 * starling_study_head_new:
 *
 * Returns: (transfer floating): a head without a story
 */
GtkWidget *
starling_study_head_new (void)
{
  return g_object_new (STARLING_TYPE_STUDY_HEAD, NULL);
}

/**
 * starling_study_head_set_lens:
 * @self: a head
 * @lens: the story through the lens
 * @wanted_angle: the angle that was asked for; where the story does not offer
 *   it, a line says so
 *
 * Shows @lens.
 */
void
starling_study_head_set_lens (StarlingStudyHead *self,
                              StarlingLens *lens,
                              int wanted_angle)
{
  g_autofree char *duration = starling_text_format_duration (lens->target);

  g_return_if_fail (STARLING_IS_STUDY_HEAD (self));

  gtk_label_set_text (self->duration, duration);
  if (lens->scenario != self->scenario)
    set_scenario (self, lens->scenario);
  set_angle (self, lens, wanted_angle);
}

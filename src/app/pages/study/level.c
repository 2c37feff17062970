/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/study/level.h"

#include "widgets/labels.h"

#include <glib/gi18n.h>

struct _StarlingStudyLevel
{
  GtkBox parent_instance;

  GtkLabel *title;
  GtkLabel *guidance;
  GtkLabel *bar;
};

G_DEFINE_FINAL_TYPE (StarlingStudyLevel, starling_study_level, GTK_TYPE_BOX)

static void
starling_study_level_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), STARLING_TYPE_STUDY_LEVEL);

  G_OBJECT_CLASS (starling_study_level_parent_class)->dispose (object);
}

static void
starling_study_level_class_init (StarlingStudyLevelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = starling_study_level_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/starlingapp/Starling/ui/pages/study/level.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingStudyLevel,
                                        title);
  gtk_widget_class_bind_template_child (widget_class, StarlingStudyLevel,
                                        guidance);
  gtk_widget_class_bind_template_child (widget_class, StarlingStudyLevel, bar);
}

static void
starling_study_level_init (StarlingStudyLevel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * starling_study_level_new:
 *
 * Returns: (transfer floating): a section without a level
 */
GtkWidget *
starling_study_level_new (void)
{
  return g_object_new (STARLING_TYPE_STUDY_LEVEL, NULL);
}

/**
 * starling_study_level_set_lens:
 * @self: a section
 * @lens: the story through the lens
 *
 * Shows guidance and bar of the level of @lens.
 */
void
starling_study_level_set_lens (StarlingStudyLevel *self, StarlingLens *lens)
{
  g_autofree char *title = NULL;

  g_return_if_fail (STARLING_IS_STUDY_LEVEL (self));

  /* Translators: %s is a level, such as Senior SDE */
  title = g_strdup_printf (_ ("At this level: %s"),
                           starling_level_get_name (lens->level));
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->guidance, lens->guidance);
  gtk_label_set_text (self->bar, lens->bar);
}

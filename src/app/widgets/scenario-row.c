/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/scenario-row.h"

#include "widgets/sidebar-words.h"

struct _StarlingScenarioRow
{
  GtkButton parent_instance;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *question;
  GtkLabel *state;

  StarlingSummary *summary;
};

G_DEFINE_FINAL_TYPE (StarlingScenarioRow,
                     starling_scenario_row,
                     GTK_TYPE_BUTTON)

static void
starling_scenario_row_dispose (GObject *object)
{
  StarlingScenarioRow *self = STARLING_SCENARIO_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), STARLING_TYPE_SCENARIO_ROW);
  g_clear_object (&self->summary);

  G_OBJECT_CLASS (starling_scenario_row_parent_class)->dispose (object);
}

static void
starling_scenario_row_class_init (StarlingScenarioRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = starling_scenario_row_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/starlingapp/Starling/ui/widgets/scenario-row.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingScenarioRow,
                                        icon);
  gtk_widget_class_bind_template_child (widget_class, StarlingScenarioRow,
                                        title);
  gtk_widget_class_bind_template_child (widget_class, StarlingScenarioRow,
                                        question);
  gtk_widget_class_bind_template_child (widget_class, StarlingScenarioRow,
                                        state);
}

static void
starling_scenario_row_init (StarlingScenarioRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_state (StarlingScenarioRow *self, StarlingState state)
{
  static const struct
  {
    const char *icon;
    const char *class;
  } looks[] = {
    [STARLING_STATE_NEW] = { "starling-state-new-symbolic", "new" },
    [STARLING_STATE_IN_PROGRESS]
    = { "starling-state-progress-symbolic", "begun" },
    [STARLING_STATE_REHEARSED] = { "starling-state-done-symbolic", "done" },
  };
  const char *const classes[] = { "state", looks[state].class, NULL };

  gtk_image_set_from_icon_name (self->icon, looks[state].icon);
  gtk_widget_set_css_classes (GTK_WIDGET (self->icon), (const char **) classes);
}

/**
 * starling_scenario_row_new:
 * @summary: what is known of the story
 *
 * Returns: (transfer floating): a row that opens the story
 */
GtkWidget *
starling_scenario_row_new (StarlingSummary *summary)
{
  StarlingScenarioRow *self = g_object_new (STARLING_TYPE_SCENARIO_ROW, NULL);
  const char *title = starling_summary_get_title (summary);

  self->summary = g_object_ref (summary);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->question, starling_summary_get_question (summary));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s",
                                    starling_summary_get_id (summary));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return GTK_WIDGET (self);
}

/**
 * starling_scenario_row_get_id:
 * @self: a row
 *
 * Returns: (transfer none): the id of its story
 */
const char *
starling_scenario_row_get_id (StarlingScenarioRow *self)
{
  g_return_val_if_fail (STARLING_IS_SCENARIO_ROW (self), NULL);

  return starling_summary_get_id (self->summary);
}

/**
 * starling_scenario_row_set_progress:
 * @self: a row
 * @progress: what the journal says
 *
 * Shows the state of the story, as a shape and in words.
 */
void
starling_scenario_row_set_progress (StarlingScenarioRow *self,
                                    StarlingProgress *progress)
{
  StarlingScenarioProgress own;
  g_autofree char *words = NULL;
  g_autofree char *description = NULL;

  g_return_if_fail (STARLING_IS_SCENARIO_ROW (self));

  starling_progress_get_scenario (progress,
                                  starling_summary_get_id (self->summary),
                                  &own);
  words = starling_sidebar_describe (&own, starling_summary_get_n_cards (
                                               self->summary));
  description
      = g_strdup_printf ("%s %s", starling_summary_get_question (self->summary),
                         words);
  set_state (self, own.state);
  gtk_label_set_text (self->state, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
}

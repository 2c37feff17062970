/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/study/compare.h"

#include "base/text.h"
#include "widgets/comparison.h"
#include "widgets/fold.h"
#include "widgets/labels.h"
#include "widgets/passage-row.h"

#include <glib/gi18n.h>

/* Name, lead, lean on, keep short, and one for each step */
#define N_ANGLE_ROWS (4 + STARLING_N_STEPS)
/* Name, guidance, bar, and one for each step */
#define N_LEVEL_ROWS (3 + STARLING_N_STEPS)

struct _StarlingStudyCompare
{
  GtkBox parent_instance;

  StarlingFold *angles;
  StarlingFold *levels;

  StarlingLens *lens;
  StarlingLevel angles_level; /* that the angles are shown at */
};

G_DEFINE_FINAL_TYPE (StarlingStudyCompare, starling_study_compare, GTK_TYPE_BOX)

static GtkWidget *
create_name (const char *name, const char *caption)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label
      = g_object_new (GTK_TYPE_LABEL, "label", name, "wrap", TRUE, "wrap-mode",
                      PANGO_WRAP_WORD_CHAR, "xalign", 0.0f, NULL);

  gtk_widget_add_css_class (label, "strong");
  gtk_box_append (GTK_BOX (box), label);
  if (caption != NULL)
    {
      GtkWidget *second = g_object_new (GTK_TYPE_LABEL, "label", caption,
                                        "xalign", 0.0f, NULL);

      gtk_widget_add_css_class (second, "caption");
      gtk_widget_add_css_class (second, "soft");
      gtk_box_append (GTK_BOX (box), second);
    }
  return box;
}

/* A cell with a title and room for sentences below. */
static GtkWidget *
create_sentences (const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *head = g_object_new (GTK_TYPE_LABEL, "label", title, "wrap", TRUE,
                                  "xalign", 0.0f, NULL);

  gtk_widget_add_css_class (box, "caption");
  gtk_widget_add_css_class (head, "strong");
  gtk_box_append (GTK_BOX (box), head);
  gtk_widget_set_visible (box, FALSE);
  return box;
}

static void
append_sentence (GtkWidget *cell,
                 const StarlingPassage *passage,
                 StarlingEmphasis emphasis,
                 guint levels)
{
  GtkWidget *row = starling_passage_row_new_compact (passage->text, emphasis);

  starling_passage_row_set (STARLING_PASSAGE_ROW (row), passage->text, emphasis,
                            NULL, levels);
  gtk_box_append (GTK_BOX (cell), row);
  gtk_widget_set_visible (cell, TRUE);
}

static GtkWidget *
create_angle_step (const StarlingLensStep *step)
{
  GtkWidget *cell = create_sentences (starling_step_get_title (step->step));

  for (guint i = 0; i < step->n_passages; i++)
    if (step->passages[i].emphasis == STARLING_EMPHASIS_LEAN_ON)
      append_sentence (cell, step->passages[i].passage,
                       STARLING_EMPHASIS_LEAN_ON, STARLING_ALL_LEVELS);
  return cell;
}

static void
append_angle (StarlingComparison *comparison,
              StarlingLens *shown,
              const StarlingAngle *angle)
{
  g_autoptr (StarlingLens) lens
      = starling_lens_new (shown->catalogue, shown->scenario, shown->level,
                           angle->principle);
  const StarlingPrinciple *principle
      = starling_catalogue_get_principle (shown->catalogue,
                                          (guint) angle->principle);

  starling_comparison_append (comparison, create_name (principle->name, NULL));
  starling_comparison_append_text (comparison, _ ("Lead"), angle->lead);
  starling_comparison_append_text (comparison, _ ("Lean on"), angle->emphasize);
  starling_comparison_append_text (comparison, _ ("Keep short"),
                                   angle->downplay);
  for (guint i = 0; i < STARLING_N_STEPS; i++)
    starling_comparison_append (comparison,
                                create_angle_step (&lens->steps[i]));
}

static void
fill_angles (StarlingStudyCompare *self)
{
  StarlingScenario *scenario = self->lens->scenario;
  GtkWidget *comparison = starling_comparison_new (N_ANGLE_ROWS);

  for (guint i = 0; i < scenario->angles->len; i++)
    append_angle (STARLING_COMPARISON (comparison), self->lens,
                  g_ptr_array_index (scenario->angles, i));
  self->angles_level = self->lens->level;
  starling_fold_set_child (self->angles, comparison);
}

/* What is spoken in a step at this level, but not at every one; a reflection is
 * another one at each. */
static GtkWidget *
create_level_step (const StarlingLensStep *step)
{
  GtkWidget *cell = create_sentences (starling_step_get_title (step->step));
  gboolean is_reflection = step->step == STARLING_STEP_REFLECTION;

  for (guint i = 0; i < step->n_passages; i++)
    {
      const StarlingPassage *passage = step->passages[i].passage;

      if (is_reflection)
        append_sentence (cell, passage, STARLING_EMPHASIS_NEUTRAL,
                         STARLING_ALL_LEVELS);
      else if (passage->levels != STARLING_ALL_LEVELS)
        append_sentence (cell, passage, STARLING_EMPHASIS_NEUTRAL,
                         passage->levels);
    }
  return cell;
}

static void
append_level (StarlingComparison *comparison,
              StarlingLens *shown,
              StarlingLevel level)
{
  g_autoptr (StarlingLens) lens
      = starling_lens_new (shown->catalogue, shown->scenario, level,
                           STARLING_AS_TOLD);
  g_autofree char *target = starling_text_format_duration (lens->target);

  starling_comparison_append (comparison,
                              create_name (starling_level_get_name (level),
                                           target));
  starling_comparison_append_text (comparison, _ ("Guidance"), lens->guidance);
  starling_comparison_append_text (comparison, _ ("The bar"), lens->bar);
  for (guint i = 0; i < STARLING_N_STEPS; i++)
    starling_comparison_append (comparison,
                                create_level_step (&lens->steps[i]));
}

static void
fill_levels (StarlingStudyCompare *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *note = g_object_new (
      GTK_TYPE_LABEL, "label",
      _ ("Sentences that are said at every level are left out."), "wrap", TRUE,
      "xalign", 0.0f, "css-classes",
      (const char *[]){ "caption", "soft", "remark", NULL }, NULL);
  GtkWidget *comparison = starling_comparison_new (N_LEVEL_ROWS);

  for (guint i = 0; i < STARLING_N_LEVELS; i++)
    append_level (STARLING_COMPARISON (comparison), self->lens,
                  (StarlingLevel) i);
  gtk_box_append (GTK_BOX (box), note);
  gtk_box_append (GTK_BOX (box), comparison);
  starling_fold_set_child (self->levels, box);
}

static void
angles_opened_cb (StarlingStudyCompare *self)
{
  fill_angles (self);
}

static void
levels_opened_cb (StarlingStudyCompare *self)
{
  fill_levels (self);
}

static void
starling_study_compare_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object),
                               STARLING_TYPE_STUDY_COMPARE);

  G_OBJECT_CLASS (starling_study_compare_parent_class)->dispose (object);
}

static void
starling_study_compare_finalize (GObject *object)
{
  StarlingStudyCompare *self = STARLING_STUDY_COMPARE (object);

  g_clear_pointer (&self->lens, starling_lens_unref);

  G_OBJECT_CLASS (starling_study_compare_parent_class)->finalize (object);
}

static void
starling_study_compare_class_init (StarlingStudyCompareClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = starling_study_compare_dispose;
  object_class->finalize = starling_study_compare_finalize;

  g_type_ensure (STARLING_TYPE_FOLD);
  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/starlingapp/Starling/ui/pages/study/compare.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingStudyCompare,
                                        angles);
  gtk_widget_class_bind_template_child (widget_class, StarlingStudyCompare,
                                        levels);
  gtk_widget_class_bind_template_callback (widget_class, angles_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, levels_opened_cb);
}

static void
starling_study_compare_init (StarlingStudyCompare *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * starling_study_compare_new:
 *
 * Returns: (transfer floating): a section without a story
 */
GtkWidget *
starling_study_compare_new (void)
{
  return g_object_new (STARLING_TYPE_STUDY_COMPARE, NULL);
}

/**
 * starling_study_compare_set_lens:
 * @self: a section
 * @lens: the story through the lens; its level counts for the angles
 *
 * Compares the angles and levels of the story of @lens.
 */
void
starling_study_compare_set_lens (StarlingStudyCompare *self, StarlingLens *lens)
{
  gboolean is_new;

  g_return_if_fail (STARLING_IS_STUDY_COMPARE (self));

  is_new = self->lens == NULL || self->lens->scenario != lens->scenario;
  starling_lens_ref (lens);
  g_clear_pointer (&self->lens, starling_lens_unref);
  self->lens = lens;

  gtk_widget_set_visible (GTK_WIDGET (self->angles),
                          lens->scenario->angles->len > 0);
  if (starling_fold_get_child (self->angles) != NULL
      && (is_new || self->angles_level != lens->level))
    fill_angles (self);
  if (starling_fold_get_child (self->levels) != NULL && is_new)
    fill_levels (self);
}

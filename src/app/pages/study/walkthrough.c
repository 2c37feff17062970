/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/study/walkthrough.h"

#include "pages/study/compare.h"
#include "pages/study/head.h"
#include "pages/study/level.h"
#include "pages/study/probes.h"
#include "pages/study/weak.h"
#include "widgets/step-card.h"

#define SPACING 12

typedef enum
{
  PART_HEAD,
  PART_STEPS,
  PART_LEVEL = PART_STEPS + STARLING_N_STEPS,
  PART_PROBES,
  PART_WEAK,
  PART_COMPARE,
  N_PARTS,
} Part;

#define N_PARTS_AT_ONCE (PART_STEPS + 1)

struct _StarlingStudyWalkthrough
{
  GtkBox parent_instance;

  GtkWidget *parts[N_PARTS]; /* NULL: not made, or the story has none */
  guint n_built;
  StarlingLens *lens;
  int wanted_angle;
};

G_DEFINE_FINAL_TYPE (StarlingStudyWalkthrough,
                     starling_study_walkthrough,
                     GTK_TYPE_BOX)

static void
starling_study_walkthrough_finalize (GObject *object)
{
  StarlingStudyWalkthrough *self = STARLING_STUDY_WALKTHROUGH (object);

  g_clear_pointer (&self->lens, starling_lens_unref);

  G_OBJECT_CLASS (starling_study_walkthrough_parent_class)->finalize (object);
}

static void
starling_study_walkthrough_class_init (StarlingStudyWalkthroughClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = starling_study_walkthrough_finalize;

  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_study_walkthrough_init (StarlingStudyWalkthrough *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), SPACING);
  gtk_widget_add_css_class (GTK_WIDGET (self), "walkthrough");
}

/* NULL where the story has nothing for it. */
static GtkWidget *
create_part (StarlingStudyWalkthrough *self, Part part)
{
  StarlingScenario *scenario = self->lens->scenario;

  switch ((int) part)
    {
    case PART_HEAD:
      return starling_study_head_new ();
    case PART_LEVEL:
      return starling_study_level_new ();
    case PART_PROBES:
      return scenario->probes->len > 0 ? starling_study_probes_new (scenario)
                                       : NULL;
    case PART_WEAK:
      return scenario->weak_text != NULL ? starling_study_weak_new (scenario)
                                         : NULL;
    case PART_COMPARE:
      return starling_study_compare_new ();
    default:
      return starling_step_card_new ();
    }
}

/* Shows the lens in a part that follows it. */
static void
update_part (StarlingStudyWalkthrough *self, Part part, gboolean animate)
{
  GtkWidget *widget = self->parts[part];

  if (widget == NULL)
    return;
  switch ((int) part)
    {
    case PART_HEAD:
      starling_study_head_set_lens (STARLING_STUDY_HEAD (widget), self->lens,
                                    self->wanted_angle);
      break;
    case PART_LEVEL:
      starling_study_level_set_lens (STARLING_STUDY_LEVEL (widget), self->lens);
      break;
    case PART_PROBES:
    case PART_WEAK:
      break;
    case PART_COMPARE:
      starling_study_compare_set_lens (STARLING_STUDY_COMPARE (widget),
                                       self->lens);
      break;
    default:
      starling_step_card_set_step (STARLING_STEP_CARD (widget),
                                   &self->lens->steps[part - PART_STEPS],
                                   animate);
    }
}

static GtkWidget *
find_previous (StarlingStudyWalkthrough *self, guint part)
{
  while (part > 0)
    if (self->parts[--part] != NULL)
      return self->parts[part];
  return NULL;
}

static void
remove_part (StarlingStudyWalkthrough *self, Part part)
{
  if (self->parts[part] != NULL)
    gtk_box_remove (GTK_BOX (self), self->parts[part]);
  self->parts[part] = NULL;
}

/* Takes away what belongs to another story and is made anew. */
static void
forget_story (StarlingStudyWalkthrough *self)
{
  remove_part (self, PART_PROBES);
  remove_part (self, PART_WEAK);
  if (self->n_built > PART_PROBES)
    self->n_built = PART_PROBES;
}

/**
 * starling_study_walkthrough_new:
 *
 * Returns: (transfer floating): a walkthrough without a story
 */
GtkWidget *
starling_study_walkthrough_new (void)
{
  return g_object_new (STARLING_TYPE_STUDY_WALKTHROUGH, NULL);
}

/**
 * starling_study_walkthrough_set_lens:
 * @self: a walkthrough
 * @lens: the story through the lens
 * @wanted_angle: the angle that was asked for
 *
 * Shows @lens. Of the same story only what differs is changed; of another one
 * some parts are left to starling_study_walkthrough_build_part().
 */
void
starling_study_walkthrough_set_lens (StarlingStudyWalkthrough *self,
                                     StarlingLens *lens,
                                     int wanted_angle)
{
  gboolean same_story;

  g_return_if_fail (STARLING_IS_STUDY_WALKTHROUGH (self));
  g_return_if_fail (lens != NULL);

  same_story = self->lens != NULL && self->lens->scenario == lens->scenario;
  starling_lens_ref (lens);
  g_clear_pointer (&self->lens, starling_lens_unref);
  self->lens = lens;
  self->wanted_angle = wanted_angle;

  if (!same_story)
    forget_story (self);
  for (guint i = 0; i < N_PARTS; i++)
    update_part (self, (Part) i, same_story);
  while (self->n_built < N_PARTS_AT_ONCE)
    starling_study_walkthrough_build_part (self);
}

/**
 * starling_study_walkthrough_get_lens:
 * @self: a walkthrough
 *
 * Returns: (transfer none) (nullable): what is shown
 */
StarlingLens *
starling_study_walkthrough_get_lens (StarlingStudyWalkthrough *self)
{
  g_return_val_if_fail (STARLING_IS_STUDY_WALKTHROUGH (self), NULL);

  return self->lens;
}

/**
 * starling_study_walkthrough_build_part:
 * @self: a walkthrough
 *
 * Makes the next part of the story, from the top down.
 *
 * Returns: whether there is more to make
 */
gboolean
starling_study_walkthrough_build_part (StarlingStudyWalkthrough *self)
{
  guint part;

  g_return_val_if_fail (STARLING_IS_STUDY_WALKTHROUGH (self), FALSE);

  if (self->lens == NULL || self->n_built >= N_PARTS)
    return FALSE;

  part = self->n_built++;
  if (self->parts[part] == NULL)
    self->parts[part] = create_part (self, (Part) part);
  if (self->parts[part] != NULL
      && gtk_widget_get_parent (self->parts[part]) == NULL)
    {
      gtk_box_insert_child_after (GTK_BOX (self), self->parts[part],
                                  find_previous (self, part));
      update_part (self, (Part) part, FALSE);
    }
  return self->n_built < N_PARTS;
}

/**
 * starling_study_walkthrough_find_place:
 * @self: a walkthrough, all of which has been made
 * @place: a place in its story
 *
 * Returns: (transfer none) (nullable): the card of the step, or the fold of
 *   the follow-up question
 */
GtkWidget *
starling_study_walkthrough_find_place (StarlingStudyWalkthrough *self,
                                       const StarlingPlace *place)
{
  StarlingFold *probe = NULL;

  g_return_val_if_fail (STARLING_IS_STUDY_WALKTHROUGH (self), NULL);

  if (place->probe != NULL && self->parts[PART_PROBES] != NULL)
    probe = starling_study_probes_find (STARLING_STUDY_PROBES (
                                            self->parts[PART_PROBES]),
                                        place->probe);
  if (probe != NULL)
    return GTK_WIDGET (probe);
  if (place->step < 0 || place->step >= STARLING_N_STEPS)
    return NULL;
  return self->parts[PART_STEPS + place->step];
}

/**
 * starling_study_walkthrough_find_part:
 * @self: a walkthrough
 * @y: px from its top
 *
 * Returns: (transfer none) (nullable): the part at @y, as allocated last
 */
GtkWidget *
starling_study_walkthrough_find_part (StarlingStudyWalkthrough *self, int y)
{
  graphene_rect_t bounds;

  g_return_val_if_fail (STARLING_IS_STUDY_WALKTHROUGH (self), NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_compute_bounds (child, GTK_WIDGET (self), &bounds)
        && bounds.origin.y + bounds.size.height > y)
      return child;
  return NULL;
}

/**
 * starling_study_walkthrough_get_top:
 * @self: a walkthrough
 * @part: one of its parts
 *
 * Returns: px from the top of @self to @part, as allocated last
 */
int
starling_study_walkthrough_get_top (StarlingStudyWalkthrough *self,
                                    GtkWidget *part)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (part, GTK_WIDGET (self), &bounds))
    return 0;
  return (int) bounds.origin.y;
}

/**
 * starling_study_walkthrough_measure_top:
 * @self: a walkthrough
 * @part: one of its parts
 *
 * Returns: px from the top of @self to @part, as it will be when the changes
 *   since the last allocation are laid out in the same width
 */
int
starling_study_walkthrough_measure_top (StarlingStudyWalkthrough *self,
                                        GtkWidget *part)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
       child != NULL && child != part;
       child = gtk_widget_get_next_sibling (child))
    {
      int height;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &height, NULL,
                          NULL, NULL);
      y += height + SPACING;
    }
  return y;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/study/story.h"

#include "pages/study/walkthrough.h"
#include "widgets/after-paint.h"
#include "widgets/column.h"
#include "widgets/fold.h"
#include "widgets/mark.h"
#include "widgets/step-card.h"

/* How many parts of a story are made before the window may draw again. Each
 * time everything is laid out anew, so one by one would take longer. */
#define N_PARTS_AT_A_TIME 4

/* How far below the upper edge the part begins that stays where it is. */
#define ANCHOR_DEPTH 48

/* How far below the upper edge a place begins to which the view goes. */
#define PLACE_DEPTH 9

struct _StarlingStudyStory
{
  GtkWidget parent_instance;

  GtkScrolledWindow *scroller;
  StarlingStudyWalkthrough *walkthrough;

  int shown_wanted; /* the wanted angle that is shown */
  gboolean is_complete;
  StarlingAfterPaint *waiting; /* for the first frame, or NULL */
  guint build_source;

  GtkWidget *marked; /* pointed at last, or NULL */
  GtkWidget *place;  /* to go to; NULL: nowhere, or there already */
  double place_top;  /* px from the top of all, as painted last; or -1 */
  StarlingAfterPaint *laying_out, *settling; /* on the way, or NULL */
};

G_DEFINE_FINAL_TYPE (StarlingStudyStory, starling_study_story, GTK_TYPE_WIDGET)

static void
stop_waiting (StarlingStudyStory *self)
{
  g_clear_pointer (&self->waiting, starling_after_paint_free);
}

static gboolean
build_cb (gpointer user_data)
{
  StarlingStudyStory *self = user_data;

  for (guint i = 0; i < N_PARTS_AT_A_TIME; i++)
    if (!starling_study_walkthrough_build_part (self->walkthrough))
      {
        self->build_source = 0;
        self->is_complete = TRUE;
        return G_SOURCE_REMOVE;
      }
  return G_SOURCE_CONTINUE;
}

static void
after_paint_cb (gpointer user_data)
{
  StarlingStudyStory *self = user_data;

  stop_waiting (self);
  if (self->build_source == 0)
    self->build_source = g_idle_add_full (G_PRIORITY_LOW, build_cb, self, NULL);
}

/* What is below the first screen is made once that has been painted. */
static void
build_rest (StarlingStudyStory *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->is_complete = FALSE;
  if (self->waiting == NULL && self->build_source == 0
      && gtk_widget_get_mapped (widget))
    self->waiting = starling_after_paint_new (widget, after_paint_cb, self);
}

/* Moves the view along with what moves when the lens changes: the part at the
 * upper edge stays there, without a frame in between. */
static void
update_lens (StarlingStudyStory *self, StarlingLens *lens, int wanted)
{
  GtkAdjustment *adjustment
      = gtk_scrolled_window_get_vadjustment (self->scroller);
  double value = gtk_adjustment_get_value (adjustment);
  GtkWidget *anchor;
  int top, moved;

  anchor = starling_study_walkthrough_find_part (self->walkthrough,
                                                 (int) value + ANCHOR_DEPTH);
  if (anchor == NULL || value <= 0)
    {
      starling_study_walkthrough_set_lens (self->walkthrough, lens, wanted);
      return;
    }

  top = starling_study_walkthrough_get_top (self->walkthrough, anchor);
  starling_study_walkthrough_set_lens (self->walkthrough, lens, wanted);
  moved = starling_study_walkthrough_measure_top (self->walkthrough, anchor)
          - top;
  if (moved == 0)
    return;
  gtk_adjustment_set_upper (adjustment,
                            gtk_adjustment_get_upper (adjustment) + moved);
  gtk_adjustment_set_value (adjustment, value + moved);
}

/* All at once: what lies above and below a place decides where it lies. */
static void
build_all (StarlingStudyStory *self)
{
  stop_waiting (self);
  g_clear_handle_id (&self->build_source, g_source_remove);
  while (starling_study_walkthrough_build_part (self->walkthrough))
    ;
  self->is_complete = TRUE;
}

static void
stop_landing (StarlingStudyStory *self)
{
  g_clear_pointer (&self->laying_out, starling_after_paint_free);
  g_clear_pointer (&self->settling, starling_after_paint_free);
}

/* px from the top of all to the place, as laid out last; -1: not yet */
static double
find_place_top (StarlingStudyStory *self)
{
  GtkAdjustment *adjustment
      = gtk_scrolled_window_get_vadjustment (self->scroller);
  graphene_rect_t bounds;

  if (self->place == NULL || gtk_widget_get_height (self->place) == 0
      || !gtk_widget_compute_bounds (
          self->place, gtk_scrolled_window_get_child (self->scroller), &bounds))
    return -1;
  return gtk_adjustment_get_value (adjustment) + bounds.origin.y;
}

/* Before anything of it is seen. */
static void
laid_out_cb (gpointer user_data)
{
  StarlingStudyStory *self = user_data;
  double top = find_place_top (self);

  if (top >= 0)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (
                                  self->scroller),
                              top - PLACE_DEPTH);
}

/* There, once a frame moved nothing any more: some widgets learn only from
 * how wide they are that they need another height. */
static void
settled_cb (gpointer user_data)
{
  StarlingStudyStory *self = user_data;
  double top = find_place_top (self);

  if (self->place != NULL && (top < 0 || top != self->place_top))
    {
      self->place_top = top;
      gtk_widget_queue_draw (GTK_WIDGET (self));
      return;
    }
  g_clear_weak_pointer (&self->place);
  stop_landing (self);
}

/* Points at @place and at nothing else; NULL: at nothing. */
static void
mark (StarlingStudyStory *self, GtkWidget *place)
{
  if (self->marked != NULL)
    starling_mark_hide (self->marked);
  g_set_weak_pointer (&self->marked, place);
  if (place != NULL)
    starling_mark_show (place);
}

/* Not before it is on screen: a focus that GTK is given earlier, it may take
 * away at the first layout. */
static void
land (StarlingStudyStory *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (!gtk_widget_get_mapped (widget))
    return;
  stop_landing (self);
  self->place_top = -1;
  self->laying_out
      = starling_after_paint_new_layout (widget, laid_out_cb, self);
  self->settling = starling_after_paint_new (widget, settled_cb, self);
  mark (self, self->place);
  if (STARLING_IS_FOLD (self->place))
    starling_fold_open (STARLING_FOLD (self->place));
  else
    starling_step_card_focus (STARLING_STEP_CARD (self->place));
}

static void
starling_study_story_map (GtkWidget *widget)
{
  StarlingStudyStory *self = STARLING_STUDY_STORY (widget);

  GTK_WIDGET_CLASS (starling_study_story_parent_class)->map (widget);

  if (!self->is_complete)
    build_rest (self);
  if (self->place != NULL)
    land (self);
}

static void
starling_study_story_unmap (GtkWidget *widget)
{
  StarlingStudyStory *self = STARLING_STUDY_STORY (widget);

  stop_waiting (self);
  stop_landing (self);
  g_clear_weak_pointer (&self->place);
  mark (self, NULL);
  g_clear_handle_id (&self->build_source, g_source_remove);

  GTK_WIDGET_CLASS (starling_study_story_parent_class)->unmap (widget);
}

static void
starling_study_story_dispose (GObject *object)
{
  StarlingStudyStory *self = STARLING_STUDY_STORY (object);

  stop_waiting (self);
  stop_landing (self);
  g_clear_weak_pointer (&self->place);
  g_clear_weak_pointer (&self->marked);
  g_clear_handle_id (&self->build_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), STARLING_TYPE_STUDY_STORY);

  G_OBJECT_CLASS (starling_study_story_parent_class)->dispose (object);
}

static void
starling_study_story_class_init (StarlingStudyStoryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_study_story_dispose;
  widget_class->map = starling_study_story_map;
  widget_class->unmap = starling_study_story_unmap;

  g_type_ensure (STARLING_TYPE_COLUMN);
  g_type_ensure (STARLING_TYPE_STUDY_WALKTHROUGH);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/starlingapp/Starling/ui/pages/study/story.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingStudyStory,
                                        scroller);
  gtk_widget_class_bind_template_child (widget_class, StarlingStudyStory,
                                        walkthrough);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_study_story_init (StarlingStudyStory *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * starling_study_story_new:
 *
 * Returns: (transfer floating): a walkthrough without a story
 */
GtkWidget *
starling_study_story_new (void)
{
  return g_object_new (STARLING_TYPE_STUDY_STORY, NULL);
}

/**
 * starling_study_story_set_lens:
 * @self: a walkthrough
 * @lens: the story through the lens
 * @wanted_angle: the angle that was asked for
 *
 * Shows @lens: from the top, if it is another story.
 */
void
starling_study_story_set_lens (StarlingStudyStory *self,
                               StarlingLens *lens,
                               int wanted_angle)
{
  StarlingLens *shown;

  g_return_if_fail (STARLING_IS_STUDY_STORY (self));

  shown = starling_study_walkthrough_get_lens (self->walkthrough);
  if (shown == lens && wanted_angle == self->shown_wanted)
    return;

  self->shown_wanted = wanted_angle;
  if (shown != NULL && shown->scenario == lens->scenario)
    update_lens (self, lens, wanted_angle);
  else
    {
      starling_study_walkthrough_set_lens (self->walkthrough, lens,
                                           wanted_angle);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (
                                    self->scroller),
                                0);
    }
  build_rest (self);
}

/**
 * starling_study_story_go_to:
 * @self: a walkthrough with a story
 * @place: a place in that
 *
 * Brings a step, or a follow-up question and its answers, to the upper edge,
 * with the keyboard focus, and points at it for a moment. Stays where it is if
 * the story has no such place.
 */
void
starling_study_story_go_to (StarlingStudyStory *self,
                            const StarlingPlace *place)
{
  GtkWidget *widget;

  g_return_if_fail (STARLING_IS_STUDY_STORY (self));
  g_return_if_fail (place != NULL);

  build_all (self);
  widget = starling_study_walkthrough_find_place (self->walkthrough, place);
  if (widget == NULL)
    return;
  g_set_weak_pointer (&self->place, widget);
  land (self);
}

/**
 * starling_study_story_is_complete:
 * @self: a walkthrough
 *
 * Returns: whether all of the story is there, below the first screen too
 */
gboolean
starling_study_story_is_complete (StarlingStudyStory *self)
{
  g_return_val_if_fail (STARLING_IS_STUDY_STORY (self), FALSE);

  return self->is_complete;
}

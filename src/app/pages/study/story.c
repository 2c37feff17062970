/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/study/story.h"

#include "pages/study/walkthrough.h"
#include "widgets/after-paint.h"
#include "widgets/column.h"

/* How many parts of a story are made before the window may draw again. Each
 * time everything is laid out anew, so one by one would take longer. */
#define N_PARTS_AT_A_TIME 4

/* How far below the upper edge the part begins that stays where it is. */
#define ANCHOR_DEPTH 48

struct _StarlingStudyStory
{
  GtkWidget parent_instance;

  GtkScrolledWindow *scroller;
  StarlingStudyWalkthrough *walkthrough;

  int shown_wanted; /* the wanted angle that is shown */
  gboolean is_complete;
  StarlingAfterPaint *waiting; /* for the first frame, or NULL */
  guint build_source;
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

static void
starling_study_story_map (GtkWidget *widget)
{
  StarlingStudyStory *self = STARLING_STUDY_STORY (widget);

  GTK_WIDGET_CLASS (starling_study_story_parent_class)->map (widget);

  if (!self->is_complete)
    build_rest (self);
}

static void
starling_study_story_unmap (GtkWidget *widget)
{
  StarlingStudyStory *self = STARLING_STUDY_STORY (widget);

  stop_waiting (self);
  g_clear_handle_id (&self->build_source, g_source_remove);

  GTK_WIDGET_CLASS (starling_study_story_parent_class)->unmap (widget);
}

static void
starling_study_story_dispose (GObject *object)
{
  StarlingStudyStory *self = STARLING_STUDY_STORY (object);

  stop_waiting (self);
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

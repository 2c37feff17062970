/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/passage-list.h"

#include "widgets/passage-row.h"

#define FADE_US (120 * 1000)

struct _StarlingPassageList
{
  GtkWidget parent_instance;

  GskRenderNode *shown;  /* what was drawn last */
  GskRenderNode *fading; /* what fades away; NULL: nothing does */
  gint64 fade_start;     /* frame time in µs; 0: with the next frame */
  double progress;
  guint tick;
};

G_DEFINE_FINAL_TYPE (StarlingPassageList,
                     starling_passage_list,
                     GTK_TYPE_WIDGET)

static void
stop_fading (StarlingPassageList *self)
{
  g_clear_pointer (&self->fading, gsk_render_node_unref);
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  StarlingPassageList *self = STARLING_PASSAGE_LIST (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);

  if (self->fade_start == 0)
    self->fade_start = now;
  self->progress = (double) (now - self->fade_start) / FADE_US;
  gtk_widget_queue_draw (widget);
  if (self->progress < 1)
    return G_SOURCE_CONTINUE;

  self->tick = 0;
  stop_fading (self);
  return G_SOURCE_REMOVE;
}

static void
start_fading (StarlingPassageList *self)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self));
  gboolean animations;

  g_object_get (settings, "gtk-enable-animations", &animations, NULL);
  stop_fading (self);
  if (!animations || self->shown == NULL
      || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  self->fading = gsk_render_node_ref (self->shown);
  self->fade_start = 0;
  self->progress = 0;
  self->tick
      = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

static void
starling_passage_list_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StarlingPassageList *self = STARLING_PASSAGE_LIST (widget);
  GtkSnapshot *own = gtk_snapshot_new ();

  GTK_WIDGET_CLASS (starling_passage_list_parent_class)->snapshot (widget, own);
  g_clear_pointer (&self->shown, gsk_render_node_unref);
  self->shown = gtk_snapshot_free_to_node (own);

  if (self->fading != NULL)
    {
      gtk_snapshot_push_cross_fade (snapshot, CLAMP (self->progress, 0, 1));
      gtk_snapshot_append_node (snapshot, self->fading);
      gtk_snapshot_pop (snapshot);
    }
  if (self->shown != NULL)
    gtk_snapshot_append_node (snapshot, self->shown);
  if (self->fading != NULL)
    gtk_snapshot_pop (snapshot);
}

static void
starling_passage_list_unmap (GtkWidget *widget)
{
  StarlingPassageList *self = STARLING_PASSAGE_LIST (widget);

  stop_fading (self);
  g_clear_pointer (&self->shown, gsk_render_node_unref);

  GTK_WIDGET_CLASS (starling_passage_list_parent_class)->unmap (widget);
}

static void
starling_passage_list_dispose (GObject *object)
{
  StarlingPassageList *self = STARLING_PASSAGE_LIST (object);
  GtkWidget *child;

  stop_fading (self);
  g_clear_pointer (&self->shown, gsk_render_node_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (starling_passage_list_parent_class)->dispose (object);
}

static void
starling_passage_list_class_init (StarlingPassageListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = starling_passage_list_dispose;
  widget_class->snapshot = starling_passage_list_snapshot;
  widget_class->unmap = starling_passage_list_unmap;

  gtk_widget_class_set_css_name (widget_class, "passages");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_passage_list_init (StarlingPassageList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
}

/* Makes the rows those of @step; returns whether any of them changed. */
static gboolean
update_rows (StarlingPassageList *self, const StarlingLensStep *step)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
  gboolean changed = FALSE;

  for (guint i = 0; i < step->n_passages; i++)
    {
      const StarlingLensPassage *passage = &step->passages[i];

      if (child == NULL)
        {
          child = starling_passage_row_new ();
          gtk_widget_set_parent (child, GTK_WIDGET (self));
        }
      if (starling_passage_row_set (STARLING_PASSAGE_ROW (child),
                                    passage->passage->text, passage->emphasis,
                                    step->key_phrases,
                                    passage->passage->levels))
        changed = TRUE;
      child = gtk_widget_get_next_sibling (child);
    }
  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      gtk_widget_unparent (child);
      child = next;
      changed = TRUE;
    }
  return changed;
}

/**
 * starling_passage_list_new:
 *
 * Returns: (transfer floating): a list without sentences
 */
GtkWidget *
starling_passage_list_new (void)
{
  return g_object_new (STARLING_TYPE_PASSAGE_LIST, NULL);
}

/**
 * starling_passage_list_set_step:
 * @self: a list
 * @step: the step to show
 * @animate: whether the change should fade
 *
 * Shows the sentences of @step; rows are kept and changed in place.
 */
void
starling_passage_list_set_step (StarlingPassageList *self,
                                const StarlingLensStep *step,
                                gboolean animate)
{
  g_return_if_fail (STARLING_IS_PASSAGE_LIST (self));

  if (!update_rows (self, step))
    return;
  if (animate)
    start_fading (self);
  else
    stop_fading (self);
}

/**
 * starling_passage_list_get_n_rows:
 * @self: a list
 *
 * Returns: how many sentences there are
 */
guint
starling_passage_list_get_n_rows (StarlingPassageList *self)
{
  guint n_rows = 0;

  g_return_val_if_fail (STARLING_IS_PASSAGE_LIST (self), 0);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    n_rows++;
  return n_rows;
}

/**
 * starling_passage_list_get_text:
 * @self: a list
 *
 * Returns: (transfer full): its sentences, one after the other
 */
char *
starling_passage_list_get_text (StarlingPassageList *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (STARLING_IS_PASSAGE_LIST (self), NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, starling_passage_row_get_text (
                                 STARLING_PASSAGE_ROW (child)));
    }
  return g_string_free (text, FALSE);
}

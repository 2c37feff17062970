/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/flip.h"

#define TURN_US (160 * 1000)
#define RISE 12 /* px */

struct _StarlingFlip
{
  GtkWidget parent_instance;

  GtkWidget *child;
  GskRenderNode *shown; /* what was drawn last */
  GskRenderNode *old;   /* what fades away; NULL: nothing turns */
  gint64 start;         /* frame time in µs; 0: with the next frame */
  double progress;
  guint tick;
};

G_DEFINE_FINAL_TYPE (StarlingFlip, starling_flip, GTK_TYPE_WIDGET)

static void
stop (StarlingFlip *self)
{
  g_clear_pointer (&self->old, gsk_render_node_unref);
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  StarlingFlip *self = STARLING_FLIP (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);

  if (self->start == 0)
    self->start = now;
  self->progress = (double) (now - self->start) / TURN_US;
  gtk_widget_queue_draw (widget);
  if (self->progress < 1)
    return G_SOURCE_CONTINUE;

  self->tick = 0;
  stop (self);
  return G_SOURCE_REMOVE;
}

static void
start (StarlingFlip *self)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self));
  gboolean animations;

  g_object_get (settings, "gtk-enable-animations", &animations, NULL);
  stop (self);
  if (!animations || self->shown == NULL
      || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  self->old = gsk_render_node_ref (self->shown);
  self->start = 0;
  self->progress = 0;
  self->tick
      = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

static void
snapshot_turning (StarlingFlip *self, GtkSnapshot *snapshot)
{
  double left = 1 - CLAMP (self->progress, 0, 1);
  float rise = (float) (RISE * left * left);

  gtk_snapshot_push_cross_fade (snapshot, 1 - left);
  gtk_snapshot_append_node (snapshot, self->old);
  gtk_snapshot_pop (snapshot);
  if (self->shown != NULL)
    {
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, rise));
      gtk_snapshot_append_node (snapshot, self->shown);
    }
  gtk_snapshot_pop (snapshot);
}

static void
starling_flip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StarlingFlip *self = STARLING_FLIP (widget);
  GtkSnapshot *own = gtk_snapshot_new ();

  if (self->child != NULL)
    gtk_widget_snapshot_child (widget, self->child, own);
  g_clear_pointer (&self->shown, gsk_render_node_unref);
  self->shown = gtk_snapshot_free_to_node (own);

  if (self->old != NULL)
    snapshot_turning (self, snapshot);
  else if (self->shown != NULL)
    gtk_snapshot_append_node (snapshot, self->shown);
}

static void
starling_flip_unmap (GtkWidget *widget)
{
  StarlingFlip *self = STARLING_FLIP (widget);

  stop (self);
  g_clear_pointer (&self->shown, gsk_render_node_unref);

  GTK_WIDGET_CLASS (starling_flip_parent_class)->unmap (widget);
}

static void
starling_flip_dispose (GObject *object)
{
  StarlingFlip *self = STARLING_FLIP (object);

  stop (self);
  g_clear_pointer (&self->shown, gsk_render_node_unref);
  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (starling_flip_parent_class)->dispose (object);
}

static void
starling_flip_class_init (StarlingFlipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_flip_dispose;
  widget_class->snapshot = starling_flip_snapshot;
  widget_class->unmap = starling_flip_unmap;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_flip_init (StarlingFlip *self)
{
}

/**
 * starling_flip_set_child:
 * @self: a flip
 * @child: (nullable): what is to be seen; the old child goes
 * @animate: whether the change should be seen
 *
 * Turns over.
 */
void
starling_flip_set_child (StarlingFlip *self, GtkWidget *child, gboolean animate)
{
  g_return_if_fail (STARLING_IS_FLIP (self));
  g_return_if_fail (child == NULL || GTK_IS_WIDGET (child));

  if (animate)
    start (self);
  else
    stop (self);
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * starling_flip_get_child:
 * @self: a flip
 *
 * Returns: (transfer none) (nullable): what is to be seen
 */
GtkWidget *
starling_flip_get_child (StarlingFlip *self)
{
  g_return_val_if_fail (STARLING_IS_FLIP (self), NULL);

  return self->child;
}

/**
 * starling_flip_is_turning:
 * @self: a flip
 *
 * Returns: whether the old child still fades
 */
gboolean
starling_flip_is_turning (StarlingFlip *self)
{
  g_return_val_if_fail (STARLING_IS_FLIP (self), FALSE);

  return self->old != NULL;
}

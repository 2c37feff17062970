/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/after-paint.h"

struct _StarlingAfterPaint
{
  GdkFrameClock *clock;
  gulong handler;
  GSourceOnceFunc callback;
  gpointer user_data;
};

static void
after_paint_cb (StarlingAfterPaint *self)
{
  self->callback (self->user_data);
}

/**
 * starling_after_paint_new:
 * @widget: a mapped widget
 * @callback: called after each frame, from the next one on, until
 *   starling_after_paint_free(); it may call that
 * @user_data: for @callback
 *
 * What need not be there at once can be made after what is seen first. A frame
 * is asked for.
 *
 * Returns: (transfer full): to be freed once it has called back, or before, so
 *   that it does not
 */
StarlingAfterPaint *
starling_after_paint_new (GtkWidget *widget,
                          GSourceOnceFunc callback,
                          gpointer user_data)
{
  StarlingAfterPaint *self = g_new0 (StarlingAfterPaint, 1);

  self->clock = g_object_ref (gtk_widget_get_frame_clock (widget));
  self->callback = callback;
  self->user_data = user_data;
  self->handler = g_signal_connect_swapped (self->clock, "after-paint",
                                            G_CALLBACK (after_paint_cb), self);
  gtk_widget_queue_draw (widget);
  return self;
}

/**
 * starling_after_paint_free:
 * @self: (transfer full): what waits
 *
 * Does not wait any longer.
 */
void
starling_after_paint_free (StarlingAfterPaint *self)
{
  g_signal_handler_disconnect (self->clock, self->handler);
  g_object_unref (self->clock);
  g_free (self);
}

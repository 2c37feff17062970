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
reached_cb (StarlingAfterPaint *self)
{
  self->callback (self->user_data);
}

/* @signal is one of a frame clock. */
static StarlingAfterPaint *
wait_for (GtkWidget *widget,
          const char *signal,
          GSourceOnceFunc callback,
          gpointer user_data)
{
  StarlingAfterPaint *self = g_new0 (StarlingAfterPaint, 1);

  self->clock = g_object_ref (gtk_widget_get_frame_clock (widget));
  self->callback = callback;
  self->user_data = user_data;
  self->handler = g_signal_connect_swapped (self->clock, signal,
                                            G_CALLBACK (reached_cb), self);
  return self;
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
  StarlingAfterPaint *self
      = wait_for (widget, "after-paint", callback, user_data);

  gtk_widget_queue_draw (widget);
  return self;
}

/**
 * starling_after_paint_new_layout:
 * @widget: a mapped widget
 * @callback: called each time the window of @widget has been laid out, before
 *   that is painted, until starling_after_paint_free(); it may call that
 * @user_data: for @callback
 *
 * What depends on where things lie can be put right before it is seen: the
 * window is laid out again for what the callback changed. A frame is asked
 * for.
 *
 * Returns: (transfer full): to be freed once it has called back, or before
 */
StarlingAfterPaint *
starling_after_paint_new_layout (GtkWidget *widget,
                                 GSourceOnceFunc callback,
                                 gpointer user_data)
{
  StarlingAfterPaint *self = wait_for (widget, "layout", callback, user_data);

  gtk_widget_queue_allocate (widget);
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

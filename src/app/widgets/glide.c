/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/glide.h"

#include <math.h>

#define GLIDE_US (200 * 1000)

static void
set_value (StarlingGlide *self, double value)
{
  self->moving = TRUE;
  gtk_adjustment_set_value (self->adjustment, value);
  self->moving = FALSE;
}

/* Ease-out: the cube of what is left. */
static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  StarlingGlide *self = user_data;
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double left;

  if (self->start == 0)
    self->start = now;
  left = 1 - MIN ((double) (now - self->start) / GLIDE_US, 1);
  if (left <= 0)
    self->tick = 0;
  set_value (self,
             round (self->to - (self->to - self->from) * left * left * left));
  return left > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/**
 * starling_glide_to:
 * @self: a glide, zeroed before its first use
 * @widget: a mapped widget whose frames it takes
 * @adjustment: what to scroll
 * @value: where to, in the adjustment's units
 *
 * Scrolls to @value; does nothing where that is so, or under way.
 */
void
starling_glide_to (StarlingGlide *self,
                   GtkWidget *widget,
                   GtkAdjustment *adjustment,
                   double value)
{
  double from = gtk_adjustment_get_value (adjustment);
  gboolean animations;

  if (self->tick != 0 ? self->to == value : from == value)
    return;
  starling_glide_stop (self);
  self->widget = widget;
  self->adjustment = adjustment;
  g_object_get (gtk_widget_get_settings (widget), "gtk-enable-animations",
                &animations, NULL);
  if (!animations)
    {
      set_value (self, value);
      return;
    }
  self->start = 0;
  self->from = from;
  self->to = value;
  self->tick = gtk_widget_add_tick_callback (widget, tick_cb, self, NULL);
}

/**
 * starling_glide_stop:
 * @self: a glide
 *
 * Stays where it is.
 */
void
starling_glide_stop (StarlingGlide *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (self->widget, self->tick);
  self->tick = 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/bar.h"

#include "widgets/labels.h"

#include <glib/gi18n.h>

#define GAP 12
#define CALL_MS 3000

struct _StarlingRehearseBar
{
  GtkWidget parent_instance;

  GtkWidget *start;
  GtkWidget *center;
  GtkWidget *end;
  GtkWidget *pause;
  GtkImage *pause_icon;
  GtkLabel *pause_label;
  GtkWidget *next;
  GtkLabel *next_label;
  gboolean paused;
  StarlingRehearsalPhase phase; /* shown, with the step and the probe */
  StarlingStepId step;
  guint probe;
  guint call_source;
};

G_DEFINE_FINAL_TYPE (StarlingRehearseBar,
                     starling_rehearse_bar,
                     GTK_TYPE_WIDGET)

static int
measure (GtkWidget *child, GtkOrientation orientation)
{
  int natural;

  gtk_widget_measure (child, orientation, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* Whether all fit one row, with the middle in its middle. */
static gboolean
fits (StarlingRehearseBar *self, int width)
{
  int side = MAX (measure (self->start, GTK_ORIENTATION_HORIZONTAL),
                  measure (self->end, GTK_ORIENTATION_HORIZONTAL));

  return 2 * (side + GAP) + measure (self->center, GTK_ORIENTATION_HORIZONTAL)
         <= width;
}

static int
get_side_height (StarlingRehearseBar *self)
{
  return MAX (measure (self->start, GTK_ORIENTATION_VERTICAL),
              measure (self->end, GTK_ORIENTATION_VERTICAL));
}

static GtkSizeRequestMode
starling_rehearse_bar_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
starling_rehearse_bar_measure (GtkWidget *widget,
                               GtkOrientation orientation,
                               int for_size,
                               int *minimum,
                               int *natural,
                               int *minimum_baseline,
                               int *natural_baseline)
{
  StarlingRehearseBar *self = STARLING_REHEARSE_BAR (widget);
  int start = measure (self->start, orientation);
  int center = measure (self->center, orientation);
  int end = measure (self->end, orientation);

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (center, start + GAP + end);
      *natural = MAX (*minimum, center + 2 * (GAP + MAX (start, end)));
    }
  else if (for_size < 0 || fits (self, for_size))
    *minimum = *natural = MAX (center, MAX (start, end));
  else
    *minimum = *natural = center + GAP / 2 + MAX (start, end);
}

static void
allocate (StarlingRehearseBar *self,
          GtkWidget *child,
          int x,
          int y,
          int width,
          int height)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

static void
starling_rehearse_bar_size_allocate (GtkWidget *widget,
                                     int width,
                                     int height,
                                     int baseline)
{
  StarlingRehearseBar *self = STARLING_REHEARSE_BAR (widget);
  int start = measure (self->start, GTK_ORIENTATION_HORIZONTAL);
  int center = measure (self->center, GTK_ORIENTATION_HORIZONTAL);
  int end = measure (self->end, GTK_ORIENTATION_HORIZONTAL);
  int y = 0;

  if (fits (self, width))
    allocate (self, self->center, (width - center) / 2, 0, center, height);
  else
    {
      y = height - get_side_height (self);
      allocate (self, self->center, 0, 0, width, y - GAP / 2);
    }
  allocate (self, self->start, 0, y, start, height - y);
  allocate (self, self->end, width - end, y, end, height - y);
}

static void
set_next_name (StarlingRehearseBar *self, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->next),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
end_call (StarlingRehearseBar *self)
{
  g_clear_handle_id (&self->call_source, g_source_remove);
  set_next_name (self, _ ("Next step"));
}

static void
call_over_cb (gpointer data)
{
  StarlingRehearseBar *self = STARLING_REHEARSE_BAR (data);

  self->call_source = 0;
  end_call (self);
}

static void
starling_rehearse_bar_dispose (GObject *object)
{
  StarlingRehearseBar *self = STARLING_REHEARSE_BAR (object);

  g_clear_handle_id (&self->call_source, g_source_remove);
  g_clear_pointer (&self->start, gtk_widget_unparent);
  g_clear_pointer (&self->center, gtk_widget_unparent);
  g_clear_pointer (&self->end, gtk_widget_unparent);

  G_OBJECT_CLASS (starling_rehearse_bar_parent_class)->dispose (object);
}

static void
starling_rehearse_bar_class_init (StarlingRehearseBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_rehearse_bar_dispose;
  widget_class->get_request_mode = starling_rehearse_bar_get_request_mode;
  widget_class->measure = starling_rehearse_bar_measure;
  widget_class->size_allocate = starling_rehearse_bar_size_allocate;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/starlingapp/Starling/ui/pages/rehearse/bar.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseBar,
                                        start);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseBar,
                                        center);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseBar, end);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseBar,
                                        pause);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseBar,
                                        pause_icon);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseBar,
                                        pause_label);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseBar,
                                        next);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseBar,
                                        next_label);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_rehearse_bar_init (StarlingRehearseBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_next_name (self, _ ("Next step"));
}

static char *
format_next_timed (const char *name, gint64 target_ms)
{
  return g_markup_printf_escaped (_ ("Next: <b>%s</b> · %d s"), name,
                                  (int) (target_ms / 1000));
}

/* What the main button leads to, in markup. */
static char *
format_next (const StarlingRehearsal *clock)
{
  gboolean comparing = clock->phase == STARLING_REHEARSAL_COMPARING;
  guint step = clock->phase == STARLING_REHEARSAL_LEAD_IN ? 0 : clock->step + 1;
  guint probe = comparing ? clock->probe + 1 : 0;

  if (clock->phase == STARLING_REHEARSAL_ANSWERING)
    return g_strdup (_ ("Next: <b>Two answers</b>"));
  if (!comparing && step < STARLING_N_STEPS)
    return format_next_timed (starling_step_get_title ((StarlingStepId) step),
                              clock->target_ms[step]);
  if (probe < clock->n_probes)
    return format_next_timed (_ ("Follow-up"), clock->probe_target_ms);
  return g_strdup (_ ("Next: <b>Debrief</b>"));
}

/**
 * starling_rehearse_bar_set_state:
 * @self: a bar
 * @clock: where the take stands
 *
 * Shows what the buttons do now.
 */
void
starling_rehearse_bar_set_state (StarlingRehearseBar *self,
                                 const StarlingRehearsal *clock)
{
  const char *pause = clock->paused ? _ ("Resume") : _ ("Pause");
  g_autofree char *next = format_next (clock);

  g_return_if_fail (STARLING_IS_REHEARSE_BAR (self));

  /* What was told of the time belongs to what is over now */
  if (self->phase != clock->phase || self->step != clock->step
      || self->probe != clock->probe)
    end_call (self);
  self->phase = clock->phase;
  self->step = clock->step;
  self->probe = clock->probe;
  self->paused = clock->paused;
  gtk_label_set_label (self->pause_label, pause);
  gtk_image_set_from_icon_name (self->pause_icon,
                                clock->paused ? "starling-play-symbolic"
                                              : "starling-pause-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pause),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, pause, -1);
  gtk_label_set_markup (self->next_label, next);
}

/**
 * starling_rehearse_bar_call:
 * @self: a bar
 * @call: what is told; %STARLING_CALL_NONE does nothing
 * @left: seconds left
 *
 * Tells the time to those who listen: GTK 4.8 cannot announce, so the button
 * that has the focus is named after it for a moment.
 */
void
starling_rehearse_bar_call (StarlingRehearseBar *self,
                            StarlingCall call,
                            int left)
{
  g_autofree char *name = NULL;

  g_return_if_fail (STARLING_IS_REHEARSE_BAR (self));

  if (call == STARLING_CALL_NONE)
    return;
  if (left > 0)
    name = g_strdup_printf (ngettext ("Next step, %d second left",
                                      "Next step, %d seconds left",
                                      (gulong) left),
                            left);
  else
    name = g_strdup (_ ("Next step, time is up"));
  end_call (self);
  set_next_name (self, name);
  self->call_source = g_timeout_add_once (CALL_MS, call_over_cb, self);
}

/**
 * starling_rehearse_bar_set_description:
 * @self: a bar
 * @description: what is to be answered
 *
 * Has it read out with the main button, which has the focus.
 */
void
starling_rehearse_bar_set_description (StarlingRehearseBar *self,
                                       const char *description)
{
  g_return_if_fail (STARLING_IS_REHEARSE_BAR (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->next),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
}

/**
 * starling_rehearse_bar_take_focus:
 * @self: a bar
 *
 * Puts the focus on what comes next: Next step, or Resume while paused.
 */
void
starling_rehearse_bar_take_focus (StarlingRehearseBar *self)
{
  g_return_if_fail (STARLING_IS_REHEARSE_BAR (self));

  gtk_widget_grab_focus (self->paused ? self->pause : self->next);
}

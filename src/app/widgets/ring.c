/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/ring-private.h"

#include "base/text.h"
#include "engine/rehearsal.h"
#include "widgets/badge.h"
#include "widgets/labels.h"
#include "widgets/ring-paint.h"

#include <glib/gi18n.h>

#define PULSE_MS 300
#define STILL_MS 1000

G_DEFINE_FINAL_TYPE (StarlingRing, starling_ring, GTK_TYPE_WIDGET)

/* What is said about the time. */
char *
starling_ring_format_caption (guint what, int left, gboolean paused)
{
  const char *first = starling_step_get_title (STARLING_STEP_SITUATION);

  if (what == STARLING_RING_LEAD_IN)
    return paused ? g_strdup_printf (_ ("paused before the %s"), first)
                  : g_strdup_printf (_ ("until the %s"), first);
  if (what == STARLING_RING_PROBE && left > 0)
    return g_strdup (paused ? _ ("paused in your answer")
                            : _ ("left for your answer"));
  if (what == STARLING_RING_PROBE)
    return g_strdup (paused ? _ ("paused in your answer")
                            : _ ("over; come to the end"));
  if (paused)
    return g_strdup_printf (_ ("paused in the %s"),
                            starling_step_get_title ((StarlingStepId) what));
  if (left > 0)
    return g_strdup_printf (_ ("left for the %s"),
                            starling_step_get_title ((StarlingStepId) what));
  if (what + 1 < STARLING_N_STEPS)
    return g_strdup_printf (_ ("over; go on to the %s"),
                            starling_step_get_title (
                                (StarlingStepId) (what + 1)));
  return g_strdup (_ ("over; come to the end"));
}

/* For assistive technology: all of it in one line. */
static char *
format_label (guint what, int target, int left)
{
  const char *name;

  if (what == STARLING_RING_LEAD_IN)
    return g_strdup_printf (ngettext ("%d second until the %s",
                                      "%d seconds until the %s", (gulong) left),
                            left,
                            starling_step_get_title (STARLING_STEP_SITUATION));
  name = what == STARLING_RING_PROBE
             ? _ ("Follow-up")
             : starling_step_get_title ((StarlingStepId) what);
  if (left < 0)
    return g_strdup_printf (_ ("%s: %d s over the target of %d s"), name, -left,
                            target);
  return g_strdup_printf (_ ("%s: %d s left of %d s"), name, left, target);
}

static char *
format_clock (guint what, int left)
{
  g_autofree char *time = starling_text_format_clock (left);

  if (what == STARLING_RING_LEAD_IN)
    return g_strdup_printf ("%d", MAX (left, 0));
  return left < 0 ? g_strconcat ("+", time, NULL) : g_steal_pointer (&time);
}

static GtkSizeRequestMode
starling_ring_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
starling_ring_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StarlingRing *self = STARLING_RING (widget);
  double x, y;
  int spent = self->target - self->left;
  double share = self->target > 0 ? (double) spent / self->target : 1.0;
  cairo_t *cr;

  self->n_draws++;
  starling_ring_get_center (self, &x, &y);
  cr = gtk_snapshot_append_cairo (
      snapshot,
      &GRAPHENE_RECT_INIT ((float) (x - self->diameter / 2.0),
                           (float) (y - self->diameter / 2.0),
                           (float) self->diameter, (float) self->diameter));
  cairo_translate (cr, x, y);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    cairo_scale (cr, -1, 1);

  starling_paint_ring (cr, widget, self->diameter, share,
                       self->paused ? "starling_edge" : "starling_accent");
  cairo_destroy (cr);

  GTK_WIDGET_CLASS (starling_ring_parent_class)->snapshot (widget, snapshot);
}

static void
starling_ring_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (starling_ring_parent_class)->css_changed (widget, change);
  gtk_widget_queue_draw (widget);
}

static void
update (StarlingRing *self)
{
  g_autofree char *clock = format_clock (self->what, self->left);
  g_autofree char *caption
      = starling_ring_format_caption (self->what, self->left, self->paused);
  g_autofree char *label = format_label (self->what, self->target, self->left);

  if (self->what == STARLING_RING_PROBE)
    starling_badge_set_icon (STARLING_BADGE (self->badge),
                             "starling-question-symbolic");
  else
    starling_badge_set_step (STARLING_BADGE (self->badge),
                             self->what == STARLING_RING_LEAD_IN
                                 ? STARLING_STEP_SITUATION
                                 : (StarlingStepId) self->what);
  gtk_label_set_label (GTK_LABEL (self->clock), clock);
  gtk_label_set_label (GTK_LABEL (self->caption), caption);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (self->left < 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "over");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "over");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
stop_pulse (StarlingRing *self)
{
  g_clear_handle_id (&self->pulse_source, g_source_remove);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "pulse");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "still");
}

static void
starling_ring_dispose (GObject *object)
{
  StarlingRing *self = STARLING_RING (object);

  g_clear_handle_id (&self->pulse_source, g_source_remove);
  g_clear_pointer (&self->badge, gtk_widget_unparent);
  g_clear_pointer (&self->clock, gtk_widget_unparent);
  g_clear_pointer (&self->caption, gtk_widget_unparent);

  G_OBJECT_CLASS (starling_ring_parent_class)->dispose (object);
}

static void
starling_ring_class_init (StarlingRingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_ring_dispose;
  widget_class->get_request_mode = starling_ring_get_request_mode;
  widget_class->measure = starling_ring_measure;
  widget_class->size_allocate = starling_ring_size_allocate;
  widget_class->snapshot = starling_ring_snapshot;
  widget_class->css_changed = starling_ring_css_changed;

  gtk_widget_class_set_css_name (widget_class, "ring");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
starling_ring_init (StarlingRing *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->target = self->left = 30;
  self->badge = starling_badge_new ((StarlingStepId) self->what);
  gtk_widget_set_halign (self->badge, GTK_ALIGN_FILL);
  gtk_widget_set_valign (self->badge, GTK_ALIGN_FILL);
  gtk_widget_add_css_class (self->badge, "current");
  self->clock = gtk_label_new (NULL);
  gtk_widget_set_direction (self->clock, GTK_TEXT_DIR_LTR);
  gtk_widget_add_css_class (self->clock, "display");
  self->caption = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->caption, "ring-caption");
  gtk_label_set_wrap (GTK_LABEL (self->caption), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->caption), GTK_JUSTIFY_CENTER);
  gtk_widget_set_parent (self->badge, widget);
  gtk_widget_set_parent (self->clock, widget);
  gtk_widget_set_parent (self->caption, widget);
  update (self);
}

/**
 * starling_ring_new:
 *
 * Returns: (transfer floating): a ring
 */
GtkWidget *
starling_ring_new (void)
{
  return g_object_new (STARLING_TYPE_RING, NULL);
}

/**
 * starling_ring_set_time:
 * @self: a ring
 * @what: the step being told, or what STARLING_RING_… names
 * @target: its seconds
 * @left: how many of them are left; negative: over
 *
 * Shows a time. Does nothing where that is shown already.
 */
void
starling_ring_set_time (StarlingRing *self, guint what, int target, int left)
{
  g_return_if_fail (STARLING_IS_RING (self));
  g_return_if_fail (what <= STARLING_RING_PROBE);

  if (self->what == what && self->target == target && self->left == left)
    return;
  if (self->what != what)
    stop_pulse (self);
  self->what = what;
  self->target = target;
  self->left = left;
  update (self);
}

/**
 * starling_ring_set_paused:
 * @self: a ring
 * @paused: whether the clock stands
 *
 * Shows whether the clock stands.
 */
void
starling_ring_set_paused (StarlingRing *self, gboolean paused)
{
  g_return_if_fail (STARLING_IS_RING (self));

  if (self->paused == paused)
    return;
  self->paused = paused;
  if (paused)
    gtk_widget_add_css_class (GTK_WIDGET (self), "paused");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "paused");
  update (self);
}

static void
pulse_over_cb (gpointer data)
{
  StarlingRing *self = STARLING_RING (data);

  self->pulse_source = 0;
  stop_pulse (self);
}

/**
 * starling_ring_pulse:
 * @self: a ring
 *
 * Draws the eye to the ring once: it swells for a moment, or has an outline
 * where animations are off.
 */
void
starling_ring_pulse (StarlingRing *self)
{
  gboolean animations;

  g_return_if_fail (STARLING_IS_RING (self));

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)),
                "gtk-enable-animations", &animations, NULL);
  stop_pulse (self);
  gtk_widget_add_css_class (GTK_WIDGET (self), "pulse");
  if (!animations)
    gtk_widget_add_css_class (GTK_WIDGET (self), "still");
  self->pulse_source = g_timeout_add_once (animations ? PULSE_MS : STILL_MS,
                                           pulse_over_cb, self);
}

/**
 * starling_ring_get_n_draws:
 * @self: a ring
 *
 * Returns: how often it has drawn itself, for measuring
 */
guint
starling_ring_get_n_draws (StarlingRing *self)
{
  g_return_val_if_fail (STARLING_IS_RING (self), 0);

  return self->n_draws;
}

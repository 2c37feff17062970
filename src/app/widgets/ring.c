/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/ring.h"

#include "base/text.h"
#include "engine/rehearsal.h"
#include "widgets/badge.h"
#include "widgets/labels.h"
#include "widgets/ring-paint.h"

#include <glib/gi18n.h>
#include <math.h>

#define DIAMETER 264
#define DIAMETER_NARROW 200
#define DIAMETER_MIN 160
#define DIAMETER_MAX 360 /* with large text */
#define NARROW_WIDTH 472
#define ARC STARLING_PAINT_RING_WIDTH
#define GAP 6
#define MAX_LINES 3
/* Of the width inside: what a clock of four characters gets where there is
 * room, and what any may take. */
#define CLOCK_SHARE 0.56
#define CLOCK_SHARE_MAX 0.74
#define PULSE_MS 300
#define STILL_MS 1000

struct _StarlingRing
{
  GtkWidget parent_instance;

  GtkWidget *badge;
  GtkWidget *clock;
  GtkWidget *caption;
  guint what; /* StarlingStepId, or STARLING_RING_… */
  int target;
  int left;
  gboolean paused;
  int diameter;           /* as allocated */
  gboolean caption_below; /* the ring */
  guint pulse_source;
  guint n_draws;
};

G_DEFINE_FINAL_TYPE (StarlingRing, starling_ring, GTK_TYPE_WIDGET)

static char *
format_caption (guint what, int left, gboolean paused)
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

static int
measure (GtkWidget *child, GtkOrientation orientation, int for_size)
{
  int natural;

  gtk_widget_measure (child, orientation, for_size, NULL, &natural, NULL, NULL);
  return natural;
}

/* The width of the clock, whatever it shows: the ring must not move. */
static int
get_clock_width (StarlingRing *self)
{
  g_autoptr (PangoLayout) layout
      = gtk_widget_create_pango_layout (self->clock, "0:00");
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* What the diameter would be with all the room there is in a width. */
static int
get_wanted_diameter (StarlingRing *self, int width)
{
  gboolean narrow = width >= 0 && width < NARROW_WIDTH;
  int usual = narrow ? DIAMETER_NARROW : DIAMETER;
  int for_clock = (int) ceil (get_clock_width (self) / CLOCK_SHARE + 2 * ARC);
  int diameter = CLAMP (for_clock, usual, narrow ? usual : DIAMETER_MAX);

  return width >= 0 ? MIN (diameter, width) : diameter;
}

/* Width inside the ring at a distance from its centre. */
static int
get_chord (int diameter, double distance)
{
  double radius = diameter / 2.0 - ARC - GAP;

  return distance >= radius
             ? 0
             : (int) (2 * sqrt (radius * radius - distance * distance));
}

static GtkSizeRequestMode
starling_ring_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
starling_ring_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  StarlingRing *self = STARLING_RING (widget);

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = DIAMETER_MIN;
      *natural = get_wanted_diameter (self, -1);
      return;
    }
  *minimum
      = DIAMETER_MIN + GAP + measure (self->caption, orientation, for_size);
  *natural = MAX (*minimum, get_wanted_diameter (self, for_size));
}

static void
allocate (GtkWidget *child, int x, int y, int width, int height)
{
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

/* How much smaller the clock must be to stand in a ring. */
static double
get_clock_scale (StarlingRing *self, int diameter)
{
  double inside = diameter - 2 * ARC;
  int width = measure (self->clock, GTK_ORIENTATION_HORIZONTAL, -1);
  double usual = inside * CLOCK_SHARE / get_clock_width (self);
  double most = inside * CLOCK_SHARE_MAX / width;

  return MIN (1.0, MIN (usual, most));
}

/* Allocates the clock around a point. */
static void
allocate_clock (StarlingRing *self, double x, double y, double scale)
{
  int width = measure (self->clock, GTK_ORIENTATION_HORIZONTAL, -1);
  int height = measure (self->clock, GTK_ORIENTATION_VERTICAL, width);
  GskTransform *transform = gsk_transform_translate (
      NULL, &GRAPHENE_POINT_INIT ((float) (x - width * scale / 2),
                                  (float) (y - height * scale / 2)));

  if (scale < 1.0)
    transform = gsk_transform_scale (transform, (float) scale, (float) scale);
  gtk_widget_allocate (self->clock, width, height, -1, transform);
}

/* The longest caption of the step, so that the layout does not depend on what
 * is shown right now. */
static int
measure_caption (StarlingRing *self, int width)
{
  g_autofree char *text = format_caption (self->what, -1, FALSE);
  g_autoptr (PangoLayout) layout
      = gtk_widget_create_pango_layout (self->caption, text);
  int height, natural;

  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_get_pixel_size (layout, &natural, &height);
  return natural <= width ? height : G_MAXINT;
}

/* Height of a caption below the clock that reaches @middle below the centre;
 * its width in @chord. Returns 0 if none fits. */
static int
fit_caption (StarlingRing *self, int diameter, int middle, int *chord)
{
  int line = measure_caption (self, G_MAXINT / PANGO_SCALE);

  for (int n = 1; n <= MAX_LINES; n++)
    {
      *chord = get_chord (diameter, middle + n * line);
      if (*chord > 0 && measure_caption (self, *chord) <= n * line)
        return n * line;
    }
  return 0;
}

/*
 * Puts clock and caption into the ring: around its centre and below the badge,
 * or without the badge and higher up. Returns FALSE if the caption does not
 * fit below the clock.
 */
static gboolean
allocate_inside (StarlingRing *self,
                 int width,
                 int height,
                 int diameter,
                 gboolean with_badge)
{
  double scale = get_clock_scale (self, diameter);
  /* Digits have no descenders */
  int clock = (int) (measure (self->clock, GTK_ORIENTATION_VERTICAL, -1) * scale
                     * 0.80);
  int badge = MAX (measure (self->badge, GTK_ORIENTATION_VERTICAL, -1),
                   measure (self->badge, GTK_ORIENTATION_HORIZONTAL, -1));
  int center = height / 2 - (with_badge ? 0 : clock / 4);
  int below = center + clock / 2 + GAP / 2; /* where the caption begins */
  int chord, caption;

  caption = fit_caption (self, diameter, below - height / 2, &chord);
  if (caption == 0
      || (with_badge && clock / 2 + GAP / 2 + badge + GAP > diameter / 2 - ARC))
    return FALSE;

  gtk_widget_set_child_visible (self->badge, with_badge);
  if (with_badge)
    allocate (self->badge, (width - badge) / 2,
              center - clock / 2 - GAP / 2 - badge, badge, badge);
  allocate_clock (self, width / 2.0, center, scale);
  allocate (self->caption, (width - chord) / 2, below, chord,
            measure (self->caption, GTK_ORIENTATION_VERTICAL, chord));
  return TRUE;
}

static void
starling_ring_size_allocate (GtkWidget *widget,
                             int width,
                             int height,
                             int baseline)
{
  StarlingRing *self = STARLING_RING (widget);
  int caption;

  self->diameter = MIN (get_wanted_diameter (self, width), height);
  self->caption_below = FALSE;
  if (allocate_inside (self, width, height, self->diameter, TRUE)
      || allocate_inside (self, width, height, self->diameter, FALSE))
    return;

  /* Too small: the clock alone inside, the caption below */
  self->caption_below = TRUE;
  caption = measure (self->caption, GTK_ORIENTATION_VERTICAL, width);
  self->diameter = MIN (get_wanted_diameter (self, width),
                        MAX (height - caption - GAP, 2 * ARC));
  gtk_widget_set_child_visible (self->badge, FALSE);
  allocate_clock (self, width / 2.0, (height - caption - GAP) / 2.0,
                  get_clock_scale (self, self->diameter));
  allocate (self->caption, 0, (height + self->diameter - caption + GAP) / 2,
            width, caption);
}

/* Where the circle is: above the caption where that is below it. */
static double
get_center (StarlingRing *self, int height)
{
  if (!self->caption_below)
    return height / 2.0;
  return (height - gtk_widget_get_height (self->caption) - GAP) / 2.0;
}

static void
starling_ring_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StarlingRing *self = STARLING_RING (widget);
  int width = gtk_widget_get_width (widget);
  double y = get_center (self, gtk_widget_get_height (widget));
  int spent = self->target - self->left;
  double share = self->target > 0 ? (double) spent / self->target : 1.0;
  cairo_t *cr;

  self->n_draws++;
  cr = gtk_snapshot_append_cairo (
      snapshot,
      &GRAPHENE_RECT_INIT ((float) (width - self->diameter) / 2,
                           (float) (y - self->diameter / 2.0),
                           (float) self->diameter, (float) self->diameter));
  cairo_translate (cr, width / 2.0, y);
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
      = format_caption (self->what, self->left, self->paused);
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

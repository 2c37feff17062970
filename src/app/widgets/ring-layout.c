/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/ring-private.h"

#include "widgets/ring-paint.h"

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

void
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
  g_autofree char *text = starling_ring_format_caption (self->what, -1, FALSE);
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

void
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
double
starling_ring_get_center (StarlingRing *self, int height)
{
  if (!self->caption_below)
    return height / 2.0;
  return (height - gtk_widget_get_height (self->caption) - GAP) / 2.0;
}

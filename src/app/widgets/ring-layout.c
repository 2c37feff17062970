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
/* All of it in a line: its height, and what the clock gets of the width. */
#define LINE 64
#define LINE_GAP 12
#define LINE_SHARE 0.3

static int
measure (GtkWidget *child, GtkOrientation orientation, int for_size)
{
  int natural;

  gtk_widget_measure (child, orientation, for_size, NULL, &natural, NULL, NULL);
  return natural;
}

static int
measure_clock (StarlingRing *self, const char *text)
{
  g_autoptr (PangoLayout) layout
      = gtk_widget_create_pango_layout (self->clock, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* The width of the clock, whatever it shows: the ring must not move. */
static int
get_clock_width (StarlingRing *self)
{
  return measure_clock (self, "0:00");
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

static double
get_line_scale (StarlingRing *self, int width)
{
  return MIN (1.0, width * LINE_SHARE / get_clock_width (self));
}

/* The width of the clock in a line: the caption beside it must not move. */
static int
get_line_clock_width (StarlingRing *self, int width)
{
  int clock = MAX (measure_clock (self, "+0:00"),
                   measure (self->clock, GTK_ORIENTATION_HORIZONTAL, -1));

  return (int) ceil (clock * get_line_scale (self, width));
}

static int
get_line_caption_width (StarlingRing *self, int width)
{
  return width - LINE - 2 * LINE_GAP - get_line_clock_width (self, width);
}

/* The height of all in a line, or of the ring where that is not lower. */
static int
get_line_height (StarlingRing *self, int width)
{
  int round = starling_ring_get_round_height (self, width);
  int room = get_line_caption_width (self, width);
  int caption = room > 0 ? measure_caption (self, room) : G_MAXINT;

  return MIN (round, MAX (LINE, caption));
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
  *natural = MAX (starling_ring_get_round_height (self, for_size),
                  get_wanted_diameter (self, for_size));
  *minimum = for_size >= 0 ? get_line_height (self, for_size)
                           : starling_ring_get_round_height (self, -1);
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

/* A small ring around the badge, the clock beside it, the caption at the end.
 */
static void
allocate_line (StarlingRing *self, int width, int height)
{
  gboolean rtl
      = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  double scale = get_line_scale (self, width);
  int clock
      = (int) (measure (self->clock, GTK_ORIENTATION_HORIZONTAL, -1) * scale);
  int badge = MAX (measure (self->badge, GTK_ORIENTATION_VERTICAL, -1),
                   measure (self->badge, GTK_ORIENTATION_HORIZONTAL, -1));
  int room = get_line_caption_width (self, width);
  int wide
      = MIN (measure (self->caption, GTK_ORIENTATION_HORIZONTAL, -1), room);
  int high = measure (self->caption, GTK_ORIENTATION_VERTICAL, wide);
  int clock_x = LINE + LINE_GAP;
  int caption_x = width - room;
  gboolean has_badge = badge <= LINE - 2 * ARC;

  self->diameter = LINE;
  gtk_widget_set_child_visible (self->badge, has_badge);
  if (has_badge)
    allocate (self->badge, (rtl ? width - LINE : 0) + (LINE - badge) / 2,
              (height - badge) / 2, badge, badge);
  allocate_clock (self, (rtl ? width - clock_x - clock : clock_x) + clock / 2.0,
                  height / 2.0, scale);
  allocate (self->caption, rtl ? width - caption_x - wide : caption_x,
            (height - high) / 2, wide, high);
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
  self->in_line = height < starling_ring_get_round_height (self, width)
                  && height >= get_line_height (self, width);
  if (self->in_line)
    {
      allocate_line (self, width, height);
      return;
    }
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
void
starling_ring_get_center (StarlingRing *self, double *x, double *y)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  *x = width / 2.0;
  if (self->in_line)
    *x = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL
             ? width - LINE / 2.0
             : LINE / 2.0;
  if (self->caption_below)
    height -= gtk_widget_get_height (self->caption) + GAP;
  *y = height / 2.0;
}

/**
 * starling_ring_get_round_height:
 * @self: a ring
 * @width: its width; -1: any
 *
 * Returns: the least height of the ring; given less, it is small and stands in
 *   a line with its clock and its caption
 */
int
starling_ring_get_round_height (StarlingRing *self, int width)
{
  g_return_val_if_fail (STARLING_IS_RING (self), 0);

  return DIAMETER_MIN + GAP
         + measure (self->caption, GTK_ORIENTATION_VERTICAL, width);
}

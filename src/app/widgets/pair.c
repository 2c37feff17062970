/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/pair.h"

#define THRESHOLD 560
#define SPACING 12

struct _StarlingPair
{
  GtkWidget parent_instance;

  GtkWidget *start;
  GtkWidget *end;
  GtkWidget *separator; /* NULL: none */
  int threshold;
  int end_width;
  int spacing;
};

enum
{
  PROP_0,
  PROP_START,
  PROP_END,
  PROP_THRESHOLD,
  PROP_END_WIDTH,
  PROP_SPACING,
  PROP_LINE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (StarlingPair, starling_pair, GTK_TYPE_WIDGET)

static gboolean
is_shown (GtkWidget *child)
{
  return child != NULL && gtk_widget_should_layout (child);
}

static int
measure (GtkWidget *child, GtkOrientation orientation, int for_size)
{
  int natural = 0;

  if (is_shown (child))
    gtk_widget_measure (child, orientation, for_size, NULL, &natural, NULL,
                        NULL);
  return natural;
}

static int
measure_minimum (GtkWidget *child)
{
  int minimum = 0;

  if (is_shown (child))
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                        NULL, NULL);
  return minimum;
}

/* Between the two: twice the spacing and the rule where there is one. */
static int
gap (StarlingPair *self)
{
  return self->separator == NULL
             ? self->spacing
             : 2 * self->spacing
                   + measure (self->separator, GTK_ORIENTATION_HORIZONTAL, -1);
}

/* Whether @width is too narrow for both; else the widths of both. */
static gboolean
divide (StarlingPair *self, int width, int *start_width, int *end_width)
{
  int start, end;

  if (width < self->threshold)
    return FALSE;
  end = self->end_width >= 0 ? self->end_width : (width - gap (self)) / 2;
  end = MAX (end, measure_minimum (self->end));
  start = width - gap (self) - end;
  if (start < measure_minimum (self->start))
    return FALSE;

  *start_width = start;
  *end_width = end;
  return TRUE;
}

static GtkSizeRequestMode
starling_pair_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
measure_height (StarlingPair *self, int width)
{
  int start_width, end_width, start, end;

  if (!is_shown (self->end) || !is_shown (self->start))
    return measure (is_shown (self->start) ? self->start : self->end,
                    GTK_ORIENTATION_VERTICAL, width);
  if (width >= 0 && divide (self, width, &start_width, &end_width))
    return MAX (measure (self->start, GTK_ORIENTATION_VERTICAL, start_width),
                measure (self->end, GTK_ORIENTATION_VERTICAL, end_width));

  start = measure (self->start, GTK_ORIENTATION_VERTICAL, width);
  end = measure (self->end, GTK_ORIENTATION_VERTICAL, width);
  return start + self->spacing + end;
}

static void
starling_pair_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  StarlingPair *self = STARLING_PAIR (widget);

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = measure_height (self, for_size);
      return;
    }

  *minimum = MAX (measure_minimum (self->start), measure_minimum (self->end));
  *natural = measure (self->start, orientation, -1) + gap (self)
             + (self->end_width >= 0 ? self->end_width
                                     : measure (self->end, orientation, -1));
  *natural = MAX (*natural, *minimum);
}

static void
allocate (GtkWidget *child, int x, int y, int width, int height)
{
  if (is_shown (child))
    gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height },
                              -1);
}

static void
allocate_side_by_side (
    StarlingPair *self, int width, int height, int start_width, int end_width)
{
  gboolean rtl
      = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int rule = self->separator == NULL
                 ? 0
                 : measure (self->separator, GTK_ORIENTATION_HORIZONTAL, -1);
  int at = start_width + self->spacing;

  allocate (self->start, rtl ? width - start_width : 0, 0, start_width, height);
  allocate (self->end, rtl ? 0 : width - end_width, 0, end_width, height);
  if (self->separator != NULL)
    allocate (self->separator, rtl ? width - at - rule : at, 0, rule, height);
}

static void
starling_pair_size_allocate (GtkWidget *widget,
                             int width,
                             int height,
                             int baseline)
{
  StarlingPair *self = STARLING_PAIR (widget);
  gboolean both = is_shown (self->start) && is_shown (self->end);
  int start_width = width, end_width = width;
  gboolean beside = both && divide (self, width, &start_width, &end_width);
  int start_height;

  if (self->separator != NULL)
    gtk_widget_set_child_visible (self->separator, beside);
  if (both && beside == gtk_widget_has_css_class (widget, "stacked"))
    {
      if (beside)
        gtk_widget_remove_css_class (widget, "stacked");
      else
        gtk_widget_add_css_class (widget, "stacked");
    }
  if (beside)
    {
      allocate_side_by_side (self, width, height, start_width, end_width);
      return;
    }

  start_height = measure (self->start, GTK_ORIENTATION_VERTICAL, width);
  if (!both)
    start_height = height;
  allocate (self->start, 0, 0, width, start_height);
  allocate (self->end, 0, both ? start_height + self->spacing : 0, width,
            both ? height - start_height - self->spacing : height);
}

static void
set_child (StarlingPair *self, GtkWidget **place, GtkWidget *child)
{
  if (*place == child)
    return;
  g_clear_pointer (place, gtk_widget_unparent);
  *place = child;
  if (child == NULL)
    return;
  if (place == &self->start)
    gtk_widget_insert_after (child, GTK_WIDGET (self), NULL);
  else
    gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}

static void
set_line (StarlingPair *self, gboolean line)
{
  if (line == (self->separator != NULL))
    return;
  if (!line)
    {
      g_clear_pointer (&self->separator, gtk_widget_unparent);
      return;
    }
  self->separator = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  gtk_widget_insert_after (self->separator, GTK_WIDGET (self), self->start);
}

static void
starling_pair_get_property (GObject *object,
                            guint prop_id,
                            GValue *value,
                            GParamSpec *pspec)
{
  StarlingPair *self = STARLING_PAIR (object);

  switch (prop_id)
    {
    case PROP_START:
      g_value_set_object (value, self->start);
      break;
    case PROP_END:
      g_value_set_object (value, self->end);
      break;
    case PROP_THRESHOLD:
      g_value_set_int (value, self->threshold);
      break;
    case PROP_END_WIDTH:
      g_value_set_int (value, self->end_width);
      break;
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;
    case PROP_LINE:
      g_value_set_boolean (value, self->separator != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
starling_pair_set_property (GObject *object,
                            guint prop_id,
                            const GValue *value,
                            GParamSpec *pspec)
{
  StarlingPair *self = STARLING_PAIR (object);

  switch (prop_id)
    {
    case PROP_START:
      set_child (self, &self->start, g_value_get_object (value));
      break;
    case PROP_END:
      set_child (self, &self->end, g_value_get_object (value));
      break;
    case PROP_THRESHOLD:
      self->threshold = g_value_get_int (value);
      break;
    case PROP_END_WIDTH:
      self->end_width = g_value_get_int (value);
      break;
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;
    case PROP_LINE:
      set_line (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
starling_pair_dispose (GObject *object)
{
  StarlingPair *self = STARLING_PAIR (object);

  g_clear_pointer (&self->start, gtk_widget_unparent);
  g_clear_pointer (&self->separator, gtk_widget_unparent);
  g_clear_pointer (&self->end, gtk_widget_unparent);

  G_OBJECT_CLASS (starling_pair_parent_class)->dispose (object);
}

static void
starling_pair_class_init (StarlingPairClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = starling_pair_dispose;
  object_class->get_property = starling_pair_get_property;
  object_class->set_property = starling_pair_set_property;
  widget_class->get_request_mode = starling_pair_get_request_mode;
  widget_class->measure = starling_pair_measure;
  widget_class->size_allocate = starling_pair_size_allocate;

  properties[PROP_START]
      = g_param_spec_object ("start", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_END]
      = g_param_spec_object ("end", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_THRESHOLD] = g_param_spec_int ("threshold", NULL, NULL, 0,
                                                 G_MAXINT, THRESHOLD, flags);
  properties[PROP_END_WIDTH]
      = g_param_spec_int ("end-width", NULL, NULL, -1, G_MAXINT, -1, flags);
  properties[PROP_SPACING]
      = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, SPACING, flags);
  properties[PROP_LINE]
      = g_param_spec_boolean ("line", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "pair");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_pair_init (StarlingPair *self)
{
  self->threshold = THRESHOLD;
  self->end_width = -1;
  self->spacing = SPACING;
}

/**
 * starling_pair_new:
 * @start: (nullable) (transfer full): the first
 * @end: (nullable) (transfer full): the second
 *
 * Returns: (transfer floating): the two, equal and side by side
 */
GtkWidget *
starling_pair_new (GtkWidget *start, GtkWidget *end)
{
  return g_object_new (STARLING_TYPE_PAIR, "start", start, "end", end, NULL);
}

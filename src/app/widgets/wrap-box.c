/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/wrap-box.h"

#define SPACING 6

struct _StarlingWrapBox
{
  GtkWidget parent_instance;

  int spacing;
  int line_spacing;
  float xalign;
  gboolean justify;
};

enum
{
  PROP_0,
  PROP_SPACING,
  PROP_LINE_SPACING,
  PROP_XALIGN,
  PROP_JUSTIFY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static GtkBuildableIface *parent_buildable;

static void starling_wrap_box_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (
    StarlingWrapBox,
    starling_wrap_box,
    GTK_TYPE_WIDGET,
    G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                           starling_wrap_box_buildable_init))

/* One row: children from first up to, not including, end. */
typedef struct
{
  GtkWidget *first;
  GtkWidget *end;
  int n_children;
  int width;
  int height;
} Row;

static void
starling_wrap_box_add_child (GtkBuildable *buildable,
                             GtkBuilder *builder,
                             GObject *child,
                             const char *type)
{
  if (GTK_IS_WIDGET (child))
    starling_wrap_box_append (STARLING_WRAP_BOX (buildable),
                              GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
starling_wrap_box_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = starling_wrap_box_add_child;
}

/* The width that @child gets where @available is at hand: its natural one,
 * less only where a row of its own is too narrow for it. */
static int
measure_width (GtkWidget *child, int available)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural,
                      NULL, NULL);
  return available < 0 ? natural : MAX (minimum, MIN (natural, available));
}

static int
measure_height (GtkWidget *child, int width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural,
                      NULL, NULL);
  return natural;
}

/* Fills @row with the children from @first on that fit into @available. */
static void
take_row (StarlingWrapBox *self, GtkWidget *first, int available, Row *row)
{
  GtkWidget *child;

  *row = (Row){ first, NULL, 0, 0, 0 };
  for (child = first; child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int width;

      if (!gtk_widget_should_layout (child))
        continue;
      width = measure_width (child, available);
      if (row->n_children > 0)
        {
          if (available >= 0 && row->width + self->spacing + width > available)
            break;
          row->width += self->spacing;
        }
      row->width += width;
      row->height = MAX (row->height, measure_height (child, width));
      row->n_children++;
    }
  row->end = child;
}

static GtkSizeRequestMode
starling_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_horizontally (StarlingWrapBox *self, int *minimum, int *natural)
{
  GtkWidget *child;
  Row row;

  take_row (self, gtk_widget_get_first_child (GTK_WIDGET (self)), -1, &row);
  *natural = row.width;
  *minimum = 0;
  for (child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least = 0;

      if (gtk_widget_should_layout (child))
        gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL,
                            NULL, NULL);
      *minimum = MAX (*minimum, least);
    }
  *natural = MAX (*natural, *minimum);
}

static void
starling_wrap_box_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  StarlingWrapBox *self = STARLING_WRAP_BOX (widget);
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int height = 0;

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_horizontally (self, minimum, natural);
      return;
    }

  while (child != NULL)
    {
      Row row;

      take_row (self, child, for_size, &row);
      if (row.n_children > 0)
        height += row.height + (height > 0 ? self->line_spacing : 0);
      child = row.end;
    }
  *minimum = *natural = height;
}

static void
allocate_row (StarlingWrapBox *self, const Row *row, int y, int width)
{
  gboolean rtl
      = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean justify
      = self->justify && row->n_children > 1 && row->end == NULL
        && row->first == gtk_widget_get_first_child (GTK_WIDGET (self));
  int x = justify ? 0 : (int) ((width - row->width) * self->xalign);
  int left = row->n_children;
  GtkWidget *child;

  for (child = row->first; child != row->end;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_width;

      if (!gtk_widget_should_layout (child))
        continue;
      child_width = measure_width (child, width);
      if (justify && --left == 0)
        x = MAX (x, width - child_width);
      gtk_widget_size_allocate (child,
                                &(GtkAllocation){ rtl ? width - x - child_width
                                                      : x,
                                                  y, child_width, row->height },
                                -1);
      x += child_width + self->spacing;
    }
}

static void
starling_wrap_box_size_allocate (GtkWidget *widget,
                                 int width,
                                 int height,
                                 int baseline)
{
  StarlingWrapBox *self = STARLING_WRAP_BOX (widget);
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int y = 0;

  while (child != NULL)
    {
      Row row;

      take_row (self, child, width, &row);
      allocate_row (self, &row, y, width);
      if (row.n_children > 0)
        y += row.height + self->line_spacing;
      child = row.end;
    }
}

static void
starling_wrap_box_get_property (GObject *object,
                                guint prop_id,
                                GValue *value,
                                GParamSpec *pspec)
{
  StarlingWrapBox *self = STARLING_WRAP_BOX (object);

  switch (prop_id)
    {
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;
    case PROP_LINE_SPACING:
      g_value_set_int (value, self->line_spacing);
      break;
    case PROP_XALIGN:
      g_value_set_float (value, self->xalign);
      break;
    case PROP_JUSTIFY:
      g_value_set_boolean (value, self->justify);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
starling_wrap_box_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  StarlingWrapBox *self = STARLING_WRAP_BOX (object);

  switch (prop_id)
    {
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;
    case PROP_LINE_SPACING:
      self->line_spacing = g_value_get_int (value);
      break;
    case PROP_XALIGN:
      self->xalign = g_value_get_float (value);
      break;
    case PROP_JUSTIFY:
      self->justify = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
starling_wrap_box_dispose (GObject *object)
{
  starling_wrap_box_remove_all (STARLING_WRAP_BOX (object));

  G_OBJECT_CLASS (starling_wrap_box_parent_class)->dispose (object);
}

static void
starling_wrap_box_class_init (StarlingWrapBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = starling_wrap_box_dispose;
  object_class->get_property = starling_wrap_box_get_property;
  object_class->set_property = starling_wrap_box_set_property;
  widget_class->get_request_mode = starling_wrap_box_get_request_mode;
  widget_class->measure = starling_wrap_box_measure;
  widget_class->size_allocate = starling_wrap_box_size_allocate;

  properties[PROP_SPACING]
      = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, SPACING, flags);
  properties[PROP_LINE_SPACING]
      = g_param_spec_int ("line-spacing", NULL, NULL, 0, G_MAXINT, SPACING,
                          flags);
  properties[PROP_XALIGN]
      = g_param_spec_float ("xalign", NULL, NULL, 0, 1, 0, flags);
  properties[PROP_JUSTIFY]
      = g_param_spec_boolean ("justify", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "wrapbox");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_wrap_box_init (StarlingWrapBox *self)
{
  self->spacing = SPACING;
  self->line_spacing = SPACING;
}

/**
 * starling_wrap_box_new:
 *
 * Returns: (transfer floating): an empty box
 */
GtkWidget *
starling_wrap_box_new (void)
{
  return g_object_new (STARLING_TYPE_WRAP_BOX, NULL);
}

/**
 * starling_wrap_box_append:
 * @self: a box
 * @child: (transfer full): a widget
 *
 * Adds @child after the last one.
 */
void
starling_wrap_box_append (StarlingWrapBox *self, GtkWidget *child)
{
  g_return_if_fail (STARLING_IS_WRAP_BOX (self));

  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}

/**
 * starling_wrap_box_remove_all:
 * @self: a box
 *
 * Removes every child.
 */
void
starling_wrap_box_remove_all (StarlingWrapBox *self)
{
  GtkWidget *child;

  g_return_if_fail (STARLING_IS_WRAP_BOX (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/column.h"

#define MAXIMUM_WIDTH 728
#define PADDING 24
#define PADDING_NARROW 14
#define NARROW 500

struct _StarlingColumn
{
  GtkWidget parent_instance;

  GtkWidget *child;
  int maximum_width;
};

enum
{
  PROP_0,
  PROP_MAXIMUM_WIDTH,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static GtkBuildableIface *parent_buildable;

static void starling_column_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (
    StarlingColumn,
    starling_column,
    GTK_TYPE_WIDGET,
    G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, starling_column_buildable_init))

/* The width of the child in a column of @width. */
static int
child_width (StarlingColumn *self, int width)
{
  int padding = width < NARROW ? PADDING_NARROW : PADDING;

  return CLAMP (width - 2 * padding, 0, self->maximum_width);
}

static void
starling_column_add_child (GtkBuildable *buildable,
                           GtkBuilder *builder,
                           GObject *child,
                           const char *type)
{
  if (GTK_IS_WIDGET (child))
    starling_column_set_child (STARLING_COLUMN (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
starling_column_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = starling_column_add_child;
}

static GtkSizeRequestMode
starling_column_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
starling_column_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  StarlingColumn *self = STARLING_COLUMN (widget);
  int least;

  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  if (self->child == NULL || !gtk_widget_should_layout (self->child))
    return;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->child, orientation, -1, minimum, natural, NULL,
                          NULL);
      *minimum += 2 * PADDING_NARROW;
      *natural = MAX (*minimum, self->maximum_width + 2 * PADDING);
      return;
    }

  /* at any width: the lowest is the widest, and that is no wider than this */
  if (for_size < 0)
    for_size = self->maximum_width + 2 * PADDING;
  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL,
                      NULL, NULL);
  for_size = MAX (child_width (self, for_size), least);
  gtk_widget_measure (self->child, orientation, for_size, minimum, natural,
                      NULL, NULL);
}

static void
starling_column_size_allocate (GtkWidget *widget,
                               int width,
                               int height,
                               int baseline)
{
  StarlingColumn *self = STARLING_COLUMN (widget);
  int inner = child_width (self, width);
  int least;

  if (self->child == NULL || !gtk_widget_should_layout (self->child))
    return;

  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL,
                      NULL, NULL);
  inner = MAX (inner, least);
  gtk_widget_size_allocate (self->child,
                            &(GtkAllocation){ MAX ((width - inner) / 2, 0), 0,
                                              inner, height },
                            -1);
}

static void
starling_column_get_property (GObject *object,
                              guint prop_id,
                              GValue *value,
                              GParamSpec *pspec)
{
  StarlingColumn *self = STARLING_COLUMN (object);

  if (prop_id == PROP_MAXIMUM_WIDTH)
    g_value_set_int (value, self->maximum_width);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
starling_column_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  StarlingColumn *self = STARLING_COLUMN (object);
  int width;

  if (prop_id != PROP_MAXIMUM_WIDTH)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }

  width = g_value_get_int (value);
  if (width == self->maximum_width)
    return;
  self->maximum_width = width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (object, pspec);
}

static void
starling_column_dispose (GObject *object)
{
  StarlingColumn *self = STARLING_COLUMN (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (starling_column_parent_class)->dispose (object);
}

static void
starling_column_class_init (StarlingColumnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = starling_column_dispose;
  object_class->get_property = starling_column_get_property;
  object_class->set_property = starling_column_set_property;
  widget_class->get_request_mode = starling_column_get_request_mode;
  widget_class->measure = starling_column_measure;
  widget_class->size_allocate = starling_column_size_allocate;

  properties[PROP_MAXIMUM_WIDTH]
      = g_param_spec_int ("maximum-width", NULL, NULL, 1, G_MAXINT,
                          MAXIMUM_WIDTH,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                              | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "column");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_column_init (StarlingColumn *self)
{
  self->maximum_width = MAXIMUM_WIDTH;
}

/**
 * starling_column_new:
 *
 * Returns: (transfer floating): an empty column
 */
GtkWidget *
starling_column_new (void)
{
  return g_object_new (STARLING_TYPE_COLUMN, NULL);
}

/**
 * starling_column_set_child:
 * @self: a column
 * @child: (nullable) (transfer full): the content
 *
 * Replaces the content.
 */
void
starling_column_set_child (StarlingColumn *self, GtkWidget *child)
{
  g_return_if_fail (STARLING_IS_COLUMN (self));

  if (self->child == child)
    return;
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}

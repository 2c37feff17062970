/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/even-box.h"

#define SPACING 10

struct _StarlingEvenBox
{
  GtkWidget parent_instance;

  int spacing;
};

enum
{
  PROP_0,
  PROP_SPACING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static GtkBuildableIface *parent_buildable;

static void starling_even_box_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (
    StarlingEvenBox,
    starling_even_box,
    GTK_TYPE_WIDGET,
    G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                           starling_even_box_buildable_init))

static void
starling_even_box_add_child (GtkBuildable *buildable,
                             GtkBuilder *builder,
                             GObject *child,
                             const char *type)
{
  if (GTK_IS_WIDGET (child))
    gtk_widget_set_parent (GTK_WIDGET (child), GTK_WIDGET (buildable));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
starling_even_box_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = starling_even_box_add_child;
}

/* The children that are shown, and the most that one of them needs. */
static guint
count (StarlingEvenBox *self,
       GtkOrientation orientation,
       int for_size,
       int *minimum,
       int *natural)
{
  guint n = 0;

  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, for_size, &child_minimum,
                          &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
      n++;
    }
  return n;
}

static int
add_up (StarlingEvenBox *self, guint n, int size)
{
  return n == 0 ? 0 : (int) n * size + ((int) n - 1) * self->spacing;
}

/* How many columns of their natural width find room, and the width of one. */
static guint
choose_columns (StarlingEvenBox *self, guint n, int natural, int width)
{
  guint n_columns = MAX (n, 1);

  while (n_columns > 1 && add_up (self, n_columns, natural) > width)
    n_columns = (n_columns + 1) / 2;
  return n_columns;
}

static int
get_column_width (StarlingEvenBox *self, guint n_columns, int width)
{
  return MAX ((width - ((int) n_columns - 1) * self->spacing) / (int) n_columns,
              0);
}

static GtkSizeRequestMode
starling_even_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
starling_even_box_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  StarlingEvenBox *self = STARLING_EVEN_BOX (widget);
  int least, most, height;
  guint n = count (self, GTK_ORIENTATION_HORIZONTAL, -1, &least, &most);
  guint n_columns = n;

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = add_up (self, n, most);
      return;
    }

  if (for_size >= 0)
    {
      n_columns = choose_columns (self, n, most, for_size);
      for_size = MAX (get_column_width (self, n_columns, for_size), least);
    }
  count (self, GTK_ORIENTATION_VERTICAL, for_size, &least, &height);
  *minimum = *natural
      = add_up (self, (n + MAX (n_columns, 1) - 1) / MAX (n_columns, 1),
                height);
}

static void
starling_even_box_size_allocate (GtkWidget *widget,
                                 int width,
                                 int height,
                                 int baseline)
{
  StarlingEvenBox *self = STARLING_EVEN_BOX (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int least, most;
  guint n = count (self, GTK_ORIENTATION_HORIZONTAL, -1, &least, &most);
  guint n_columns = choose_columns (self, n, most, width);
  guint n_rows = (MAX (n, 1) + n_columns - 1) / n_columns;
  int row_height
      = MAX ((height - ((int) n_rows - 1) * self->spacing) / (int) n_rows, 0);
  guint i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      guint column = i % n_columns;
      int start, end;

      if (!gtk_widget_should_layout (child))
        continue;
      /* What cannot be divided goes one pixel each to the last ones. */
      start = (int) column * (width + self->spacing) / (int) n_columns;
      end = (int) (column + 1) * (width + self->spacing) / (int) n_columns
            - self->spacing;
      gtk_widget_size_allocate (child,
                                &(GtkAllocation){
                                    rtl ? width - end : start,
                                    (int) (i / n_columns)
                                        * (row_height + self->spacing),
                                    MAX (end - start, least), row_height },
                                -1);
      i++;
    }
}

static void
starling_even_box_get_property (GObject *object,
                                guint prop_id,
                                GValue *value,
                                GParamSpec *pspec)
{
  if (prop_id == PROP_SPACING)
    g_value_set_int (value, STARLING_EVEN_BOX (object)->spacing);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
starling_even_box_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  if (prop_id != PROP_SPACING)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  STARLING_EVEN_BOX (object)->spacing = g_value_get_int (value);
  gtk_widget_queue_resize (GTK_WIDGET (object));
}

static void
starling_even_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (starling_even_box_parent_class)->dispose (object);
}

static void
starling_even_box_class_init (StarlingEvenBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = starling_even_box_dispose;
  object_class->get_property = starling_even_box_get_property;
  object_class->set_property = starling_even_box_set_property;
  widget_class->get_request_mode = starling_even_box_get_request_mode;
  widget_class->measure = starling_even_box_measure;
  widget_class->size_allocate = starling_even_box_size_allocate;

  properties[PROP_SPACING]
      = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, SPACING,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_even_box_init (StarlingEvenBox *self)
{
  self->spacing = SPACING;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/scene.h"

#define GAP 24
#define GAP_MIN 12
#define PROMPT_MIN 84 /* of a prompt that scrolls: two rows of chips */

struct _StarlingRehearseScene
{
  GtkWidget parent_instance;

  int reserve;
};

enum
{
  PROP_0,
  PROP_RESERVE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static GtkBuildableIface *parent_buildable;

static void starling_rehearse_scene_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (
    StarlingRehearseScene,
    starling_rehearse_scene,
    GTK_TYPE_WIDGET,
    G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                           starling_rehearse_scene_buildable_init))

static void
starling_rehearse_scene_add_child (GtkBuildable *buildable,
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
starling_rehearse_scene_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = starling_rehearse_scene_add_child;
}

/* A scrolled window does not know how high its content is for a width. */
static void
measure (GtkWidget *child,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural)
{
  *minimum = *natural = 0;
  if (GTK_IS_SCROLLED_WINDOW (child))
    child = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (child));
  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL,
                        NULL);
}

static GtkSizeRequestMode
starling_rehearse_scene_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
starling_rehearse_scene_measure (GtkWidget *widget,
                                 GtkOrientation orientation,
                                 int for_size,
                                 int *minimum,
                                 int *natural,
                                 int *minimum_baseline,
                                 int *natural_baseline)
{
  int ring_min, ring, prompt_min, prompt;

  *minimum_baseline = *natural_baseline = -1;
  measure (gtk_widget_get_first_child (widget), orientation, for_size,
           &ring_min, &ring);
  measure (gtk_widget_get_last_child (widget), orientation, for_size,
           &prompt_min, &prompt);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (ring_min, prompt_min);
      *natural = MAX (ring, prompt);
      return;
    }
  *minimum = ring_min + GAP_MIN + MIN (prompt, PROMPT_MIN);
  *natural
      = ring + GAP + MAX (prompt, STARLING_REHEARSE_SCENE (widget)->reserve);
}

static void
allocate (GtkWidget *child, int y, int width, int height)
{
  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_size_allocate (child, &(GtkAllocation){ 0, y, width, height },
                              -1);
}

static void
starling_rehearse_scene_size_allocate (GtkWidget *widget,
                                       int width,
                                       int height,
                                       int baseline)
{
  StarlingRehearseScene *self = STARLING_REHEARSE_SCENE (widget);
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *last = gtk_widget_get_last_child (widget);
  int ring_min, ring, prompt_min, prompt, left;
  int gap = GAP, y = 0;

  measure (first, GTK_ORIENTATION_VERTICAL, width, &ring_min, &ring);
  measure (last, GTK_ORIENTATION_VERTICAL, width, &prompt_min, &prompt);
  left = height - ring - gap - MAX (prompt, self->reserve);
  if (left >= 0)
    y = left / 2;
  else
    {
      gap = CLAMP (height - ring_min - prompt, GAP_MIN, GAP);
      ring = CLAMP (height - gap - prompt, ring_min, ring);
      prompt = MIN (prompt, height - gap - ring);
    }
  allocate (first, y, width, ring);
  allocate (last, y + ring + gap, width, prompt);
}

static void
starling_rehearse_scene_get_property (GObject *object,
                                      guint prop_id,
                                      GValue *value,
                                      GParamSpec *pspec)
{
  if (prop_id == PROP_RESERVE)
    g_value_set_int (value, STARLING_REHEARSE_SCENE (object)->reserve);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
starling_rehearse_scene_set_property (GObject *object,
                                      guint prop_id,
                                      const GValue *value,
                                      GParamSpec *pspec)
{
  if (prop_id == PROP_RESERVE)
    {
      STARLING_REHEARSE_SCENE (object)->reserve = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (object));
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
starling_rehearse_scene_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (starling_rehearse_scene_parent_class)->dispose (object);
}

static void
starling_rehearse_scene_class_init (StarlingRehearseSceneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = starling_rehearse_scene_dispose;
  object_class->get_property = starling_rehearse_scene_get_property;
  object_class->set_property = starling_rehearse_scene_set_property;
  widget_class->get_request_mode = starling_rehearse_scene_get_request_mode;
  widget_class->measure = starling_rehearse_scene_measure;
  widget_class->size_allocate = starling_rehearse_scene_size_allocate;

  properties[PROP_RESERVE]
      = g_param_spec_int ("reserve", NULL, NULL, 0, G_MAXINT, 0,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_rehearse_scene_init (StarlingRehearseScene *self)
{
}

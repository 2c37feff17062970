/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/scene.h"

#include "widgets/ring.h"

#define GAP 24
#define GAP_MIN 12
#define LEAD_TOP 6    /* above a lead, where there is room */
#define PROMPT_MIN 84 /* of a prompt that scrolls: two rows of chips */
#define PROMPT_ONE 45 /* one row of them */
/* With a text: */
#define TEXT_GAP 18 /* between it and the ring */
#define TEXT_GAP_MIN 9
#define RING_WIDTH 180
#define BESIDE_MIN 560 /* the width from which all else is beside the ring */
#define TEXT_GOOD 168  /* what the text gets before all else, */
#define TEXT_LEAST 120 /* and before a row of chips */

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

/* What there is to lay out. A scrolled window does not know how high its
 * content is for a width, so that is asked. */
typedef struct
{
  GtkWidget *lead;
  GtkWidget *ring;
  GtkWidget *text;
  GtkWidget *prompt;
} Parts;

static void
find_parts (GtkWidget *widget, Parts *parts)
{
  *parts = (Parts){ NULL };
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget **part = &parts->prompt;

      if (STARLING_IS_RING (child))
        part = &parts->ring;
      else if (parts->ring == NULL)
        part = &parts->lead;
      else if (gtk_widget_get_next_sibling (child) != NULL)
        part = &parts->text;
      *part = gtk_widget_should_layout (child) ? child : NULL;
    }
}

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

static int
get_height (GtkWidget *child, int width)
{
  int minimum, natural;

  measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural);
  return natural;
}

static int
get_least_height (GtkWidget *child, int width)
{
  int minimum, natural;

  measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural);
  return minimum;
}

static int
get_round_height (const Parts *parts, int width)
{
  return starling_ring_get_round_height (STARLING_RING (parts->ring), width);
}

/* Of the ring above a text. Where all else is not beside it, it has to leave
 * room for a row of phrases too. */
static int
get_ring_height (const Parts *parts, int width, int height)
{
  int round = get_round_height (parts, RING_WIDTH);

  if (width < 0 || width >= BESIDE_MIN
      || height - round - 2 * GAP_MIN - PROMPT_ONE >= TEXT_GOOD)
    return round;
  return get_least_height (parts->ring, width);
}

static GtkSizeRequestMode
starling_rehearse_scene_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (const Parts *parts, int *minimum, int *natural)
{
  GtkWidget *const all[]
      = { parts->lead, parts->ring, parts->text, parts->prompt };

  *minimum = *natural = 0;
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      int least, usual;

      measure (all[i], GTK_ORIENTATION_HORIZONTAL, -1, &least, &usual);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, usual);
    }
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
  int reserve = STARLING_REHEARSE_SCENE (widget)->reserve;
  int ring_min, ring, prompt;
  Parts parts;

  *minimum_baseline = *natural_baseline = -1;
  find_parts (widget, &parts);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (&parts, minimum, natural);
      return;
    }
  ring_min = get_round_height (&parts, for_size);
  ring = get_height (parts.ring, for_size);
  if (parts.text != NULL)
    {
      *minimum = get_ring_height (&parts, for_size, 0) + TEXT_GAP_MIN
                 + get_least_height (parts.text, for_size);
      *natural = *minimum + get_height (parts.text, for_size);
      return;
    }
  prompt = get_height (parts.prompt, for_size);
  *minimum = ring_min + GAP_MIN + MIN (prompt, PROMPT_MIN);
  *natural = ring + GAP + MAX (prompt, reserve);
}

/* @x is from the start edge. */
static void
allocate (
    GtkWidget *scene, GtkWidget *child, int x, int y, int width, int height)
{
  if (child == NULL)
    return;
  if (gtk_widget_get_direction (scene) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (scene) - x - width;
  gtk_widget_set_child_visible (child, TRUE);
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

static void
drop (GtkWidget *child)
{
  if (child != NULL)
    gtk_widget_set_child_visible (child, FALSE);
}

/* The ring large in the middle, the prompt below it. */
static void
allocate_ring (GtkWidget *scene, const Parts *parts, int width, int height)
{
  int reserve = STARLING_REHEARSE_SCENE (scene)->reserve;
  int lead = get_height (parts->lead, width);
  int prompt = get_height (parts->prompt, width);
  int gap = GAP;
  int ring_min, ring, left, y;

  ring_min = get_round_height (parts, width);
  ring = get_height (parts->ring, width);
  left = height - ring - gap - MAX (prompt, reserve);
  if (left < 0)
    {
      gap = CLAMP (height - ring_min - prompt, GAP_MIN, GAP);
      ring = CLAMP (height - gap - prompt, ring_min, ring);
      prompt = MIN (prompt, height - gap - ring);
    }
  y = MAX (left / 2, 0);
  if (lead > 0 && left >= lead + GAP_MIN)
    {
      y = MAX (y, lead + GAP_MIN);
      allocate (scene, parts->lead, 0, MIN (y - lead - GAP_MIN, LEAD_TOP),
                width, lead);
    }
  else
    drop (parts->lead);
  allocate (scene, parts->ring, 0, y, width, ring);
  allocate (scene, parts->prompt, 0, y + ring + gap, width, prompt);
}

/* Lead and prompt beside the ring, in the middle of its height. */
static void
allocate_beside (
    GtkWidget *scene, const Parts *parts, int width, int y, int ring)
{
  int x = RING_WIDTH + GAP;
  int lead = get_height (parts->lead, width - x);
  int prompt = get_height (parts->prompt, width - x);
  int between = lead > 0 && prompt > 0 ? GAP_MIN : 0;

  if (lead + between + MIN (prompt, PROMPT_ONE) > ring)
    lead = between = 0;
  prompt = MIN (prompt, ring - lead - between);
  y += (ring - lead - between - prompt) / 2;
  if (lead > 0)
    allocate (scene, parts->lead, x, y, width - x, lead);
  else
    drop (parts->lead);
  allocate (scene, parts->prompt, x, y + lead + between, width - x, prompt);
}

/* Lead above the ring and prompt below the text, as far as they leave @room
 * for the text, which is returned; @y: where the ring begins. */
static int
allocate_around (GtkWidget *scene,
                 const Parts *parts,
                 int width,
                 int height,
                 int room,
                 int *y)
{
  int lead = get_height (parts->lead, width);
  int prompt = MIN (get_height (parts->prompt, width), PROMPT_MIN);

  if (room - prompt - GAP_MIN < TEXT_GOOD)
    prompt = MIN (prompt, PROMPT_ONE);
  if (prompt > 0 && room - prompt - GAP_MIN >= TEXT_LEAST)
    {
      allocate (scene, parts->prompt, 0, height - prompt, width, prompt);
      room -= prompt + GAP_MIN;
    }
  else
    drop (parts->prompt);
  if (lead > 0 && room - lead - GAP_MIN >= TEXT_GOOD)
    {
      allocate (scene, parts->lead, 0, 0, width, lead);
      *y = lead + GAP_MIN;
      room -= lead + GAP_MIN;
    }
  else
    drop (parts->lead);
  return room;
}

/* The text large, and the ring small above it. */
static void
allocate_text (GtkWidget *scene, const Parts *parts, int width, int height)
{
  int ring = get_ring_height (parts, width, height);
  int gap = CLAMP ((height - ring - TEXT_GOOD) / 2, TEXT_GAP_MIN, TEXT_GAP);
  int y = gap - TEXT_GAP_MIN;
  int room = height - y - ring - gap;

  if (width >= BESIDE_MIN)
    {
      allocate (scene, parts->ring, 0, y, RING_WIDTH, ring);
      allocate_beside (scene, parts, width, y, ring);
    }
  else
    {
      room = allocate_around (scene, parts, width, height, room, &y);
      allocate (scene, parts->ring, 0, y, width, ring);
    }
  allocate (scene, parts->text, 0, y + ring + gap, width, room);
}

static void
starling_rehearse_scene_size_allocate (GtkWidget *widget,
                                       int width,
                                       int height,
                                       int baseline)
{
  Parts parts;

  find_parts (widget, &parts);
  if (parts.text != NULL)
    allocate_text (widget, &parts, width, height);
  else
    allocate_ring (widget, &parts, width, height);
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

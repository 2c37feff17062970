/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/split.h"

#define SIDEBAR_WIDTH 284
#define SIDEBAR_LEAST 240
#define SIDEBAR_MOST 360
#define PICTURE_WIDTH 1100 /* of the window that SIDEBAR_WIDTH is meant for */
#define LEAST_WIDTH 360
#define LEAST_HEIGHT 480
#define NATURAL_HEIGHT 720
#define GRIP_WIDTH 6
#define SLIDE_US 200000

struct _StarlingSplit
{
  GtkWidget parent_instance;

  GtkWidget *sidebar;
  GtkWidget *content;
  GtkWidget *scrim;
  GtkWidget *grip;

  gboolean show_sidebar;
  gboolean show_overlay;
  gboolean suppressed;
  gboolean narrow;
  int sidebar_width;
  int drag_start;

  double shown; /* 0: hidden, 1: wholly visible; between: sliding */
  double slide_from;
  gint64 slide_start;
  guint tick_id;
  guint narrow_id;
  guint settle_id; /* until what is narrow has its styles */
  gboolean styled;
};

enum
{
  PROP_0,
  PROP_SIDEBAR,
  PROP_CONTENT,
  PROP_SHOW_SIDEBAR,
  PROP_SHOW_OVERLAY,
  PROP_SUPPRESSED,
  PROP_NARROW,
  PROP_SIDEBAR_WIDTH,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (StarlingSplit, starling_split, GTK_TYPE_WIDGET)

/* Whether the sidebar is to be seen, once any sliding is over. */
static gboolean
wants_sidebar (StarlingSplit *self)
{
  if (self->narrow)
    return self->show_overlay;
  return self->show_sidebar && !self->suppressed;
}

static void
apply_shown (StarlingSplit *self, double shown)
{
  self->shown = shown;
  if (self->sidebar != NULL)
    gtk_widget_set_visible (self->sidebar, shown > 0);
  gtk_widget_set_visible (self->scrim, self->narrow && shown > 0);
  gtk_widget_set_opacity (self->scrim, shown);
  gtk_widget_set_visible (self->grip, !self->narrow && shown >= 1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
slide_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  StarlingSplit *self = STARLING_SPLIT (widget);
  double target = wants_sidebar (self) ? 1 : 0;
  double t;

  if (self->slide_start == 0)
    self->slide_start = gdk_frame_clock_get_frame_time (clock);
  t = (double) (gdk_frame_clock_get_frame_time (clock) - self->slide_start)
      / SLIDE_US;
  if (t >= 1)
    {
      self->tick_id = 0;
      apply_shown (self, target);
      return G_SOURCE_REMOVE;
    }

  t = 1 - (1 - t) * (1 - t) * (1 - t); /* ease-out */
  /* never quite 0 while sliding in, so that it is visible at all */
  apply_shown (self,
               MAX (self->slide_from + (target - self->slide_from) * t, .01));
  return G_SOURCE_CONTINUE;
}

static void
stop_sliding (StarlingSplit *self)
{
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
}

/* Brings the sidebar to where it is wanted, sliding if asked and allowed. */
static void
update_shown (StarlingSplit *self, gboolean slide)
{
  gboolean animations = TRUE;
  double target = wants_sidebar (self) ? 1 : 0;

  stop_sliding (self);
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)),
                "gtk-enable-animations", &animations, NULL);
  if (!slide || !animations || !gtk_widget_get_mapped (GTK_WIDGET (self))
      || self->shown == target)
    {
      apply_shown (self, target);
      return;
    }

  self->slide_from = self->shown;
  self->slide_start = 0;
  self->tick_id
      = gtk_widget_add_tick_callback (GTK_WIDGET (self), slide_cb, NULL, NULL);
}

/* The frame in which it became narrow still measures with the old styles. */
static gboolean
settle_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  StarlingSplit *self = STARLING_SPLIT (widget);

  if (!self->styled)
    {
      self->styled = TRUE;
      return G_SOURCE_CONTINUE;
    }
  self->settle_id = 0;
  gtk_widget_queue_resize (widget);
  return G_SOURCE_REMOVE;
}

static void
set_narrow (StarlingSplit *self, gboolean narrow)
{
  if (narrow == self->narrow)
    return;
  self->narrow = narrow;
  self->styled = FALSE;
  if (self->settle_id == 0)
    self->settle_id = gtk_widget_add_tick_callback (GTK_WIDGET (self),
                                                    settle_cb, NULL, NULL);
  if (!narrow)
    self->show_overlay = FALSE;
  update_shown (self, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_OVERLAY]);
}

static gboolean
narrow_cb (gpointer user_data)
{
  StarlingSplit *self = user_data;

  self->narrow_id = 0;
  set_narrow (self,
              gtk_widget_get_width (GTK_WIDGET (self)) < STARLING_SPLIT_NARROW);
  return G_SOURCE_REMOVE;
}

/* The width of the sidebar in a window of @width. */
static int
fit_sidebar (StarlingSplit *self, int width)
{
  int most = MAX (width * SIDEBAR_WIDTH / PICTURE_WIDTH, SIDEBAR_LEAST);
  int least;

  gtk_widget_measure (self->sidebar, GTK_ORIENTATION_HORIZONTAL, -1, &least,
                      NULL, NULL, NULL);
  if (self->narrow)
    return MAX (MIN (SIDEBAR_WIDTH, width - 44), least);
  return MAX (MIN (self->sidebar_width, most), least);
}

static void
starling_split_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  StarlingSplit *self = STARLING_SPLIT (widget);

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      /* All that is high scrolls. Asking it how high would cost a layout of
       * every sentence for each width that comes by. */
      *minimum = LEAST_HEIGHT;
      *natural = MAX (LEAST_HEIGHT, NATURAL_HEIGHT);
      return;
    }

  /* The sidebar asks for nothing: where it does not fit beside the content it
   * lies over it. */
  gtk_widget_measure (self->content, orientation, -1, minimum, natural, NULL,
                      NULL);
  /* It is going to need less as soon as it is narrow, and looks so: a window
   * that is made narrow at one stroke must not be held up by what it needs
   * while it is wide. */
  if (!self->narrow || self->settle_id != 0)
    *minimum = MIN (*minimum, LEAST_WIDTH);
}

static void
allocate (GtkWidget *child, gboolean rtl, int total, GtkAllocation *area)
{
  if (!gtk_widget_should_layout (child))
    return;
  if (rtl)
    area->x = total - area->x - area->width;
  gtk_widget_size_allocate (child, area, -1);
}

static void
starling_split_size_allocate (GtkWidget *widget,
                              int width,
                              int height,
                              int baseline)
{
  StarlingSplit *self = STARLING_SPLIT (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int side = fit_sidebar (self, width);
  int visible = (int) (side * self->shown);
  int beside = self->narrow ? 0 : visible;
  int least;

  if ((width < STARLING_SPLIT_NARROW) != self->narrow && self->narrow_id == 0)
    self->narrow_id
        = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, narrow_cb, self, NULL);

  gtk_widget_measure (self->content, GTK_ORIENTATION_HORIZONTAL, -1, &least,
                      NULL, NULL, NULL);
  allocate (self->content, rtl, width,
            &(GtkAllocation){ beside, 0, MAX (width - beside, least), height });
  allocate (self->scrim, rtl, width, &(GtkAllocation){ 0, 0, width, height });
  allocate (self->sidebar, rtl, width,
            &(GtkAllocation){ visible - side, 0, side, height });
  allocate (self->grip, rtl, width,
            &(GtkAllocation){ visible - GRIP_WIDTH / 2, 0, GRIP_WIDTH,
                              height });
}

static void
scrim_pressed_cb (StarlingSplit *self)
{
  g_object_set (self, "show-overlay", FALSE, NULL);
}

static void
drag_begin_cb (StarlingSplit *self)
{
  self->drag_start = gtk_widget_get_width (self->sidebar);
}

static void
drag_update_cb (StarlingSplit *self, double dx, double dy)
{
  gboolean rtl
      = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int width = self->drag_start + (int) (rtl ? -dx : dx);

  g_object_set (self, "sidebar-width",
                CLAMP (width, SIDEBAR_LEAST, SIDEBAR_MOST), NULL);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  StarlingSplit *self = STARLING_SPLIT (widget);

  if (!self->narrow || !self->show_overlay)
    return FALSE;
  g_object_set (self, "show-overlay", FALSE, NULL);
  return TRUE;
}

static void
set_child (StarlingSplit *self, GtkWidget **place, GtkWidget *child)
{
  if (*place == child)
    return;
  g_clear_pointer (place, gtk_widget_unparent);
  *place = child;
  if (child == NULL)
    return;
  if (place == &self->content)
    gtk_widget_insert_after (child, GTK_WIDGET (self), NULL);
  else
    gtk_widget_insert_after (child, GTK_WIDGET (self), self->scrim);
  update_shown (self, FALSE);
}

static void
set_flag (StarlingSplit *self, gboolean *flag, gboolean value, int prop)
{
  if (*flag == value)
    return;
  *flag = value;
  update_shown (self, TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

static void
starling_split_get_property (GObject *object,
                             guint prop_id,
                             GValue *value,
                             GParamSpec *pspec)
{
  StarlingSplit *self = STARLING_SPLIT (object);

  switch (prop_id)
    {
    case PROP_SIDEBAR:
      g_value_set_object (value, self->sidebar);
      break;
    case PROP_CONTENT:
      g_value_set_object (value, self->content);
      break;
    case PROP_SHOW_SIDEBAR:
      g_value_set_boolean (value, self->show_sidebar);
      break;
    case PROP_SHOW_OVERLAY:
      g_value_set_boolean (value, self->show_overlay);
      break;
    case PROP_SUPPRESSED:
      g_value_set_boolean (value, self->suppressed);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_SIDEBAR_WIDTH:
      g_value_set_int (value, self->sidebar_width);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
starling_split_set_property (GObject *object,
                             guint prop_id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  StarlingSplit *self = STARLING_SPLIT (object);

  switch (prop_id)
    {
    case PROP_SIDEBAR:
      set_child (self, &self->sidebar, g_value_get_object (value));
      break;
    case PROP_CONTENT:
      set_child (self, &self->content, g_value_get_object (value));
      break;
    case PROP_SHOW_SIDEBAR:
      set_flag (self, &self->show_sidebar, g_value_get_boolean (value),
                PROP_SHOW_SIDEBAR);
      break;
    case PROP_SHOW_OVERLAY:
      set_flag (self, &self->show_overlay, g_value_get_boolean (value),
                PROP_SHOW_OVERLAY);
      break;
    case PROP_SUPPRESSED:
      set_flag (self, &self->suppressed, g_value_get_boolean (value),
                PROP_SUPPRESSED);
      break;
    case PROP_SIDEBAR_WIDTH:
      if (self->sidebar_width == g_value_get_int (value))
        break;
      self->sidebar_width = g_value_get_int (value);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
starling_split_dispose (GObject *object)
{
  StarlingSplit *self = STARLING_SPLIT (object);

  stop_sliding (self);
  if (self->settle_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->settle_id);
  self->settle_id = 0;
  g_clear_handle_id (&self->narrow_id, g_source_remove);
  g_clear_pointer (&self->sidebar, gtk_widget_unparent);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->scrim, gtk_widget_unparent);
  g_clear_pointer (&self->grip, gtk_widget_unparent);

  G_OBJECT_CLASS (starling_split_parent_class)->dispose (object);
}

static void
starling_split_class_init (StarlingSplitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags
      = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = starling_split_dispose;
  object_class->get_property = starling_split_get_property;
  object_class->set_property = starling_split_set_property;
  widget_class->measure = starling_split_measure;
  widget_class->size_allocate = starling_split_size_allocate;

  properties[PROP_SIDEBAR]
      = g_param_spec_object ("sidebar", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_CONTENT]
      = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_SHOW_SIDEBAR]
      = g_param_spec_boolean ("show-sidebar", NULL, NULL, TRUE, flags);
  properties[PROP_SHOW_OVERLAY]
      = g_param_spec_boolean ("show-overlay", NULL, NULL, FALSE, flags);
  properties[PROP_SUPPRESSED]
      = g_param_spec_boolean ("suppressed", NULL, NULL, FALSE, flags);
  properties[PROP_NARROW]
      = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SIDEBAR_WIDTH]
      = g_param_spec_int ("sidebar-width", NULL, NULL, 0, G_MAXINT,
                          SIDEBAR_WIDTH, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb,
                                NULL);
  gtk_widget_class_set_css_name (widget_class, "split");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

/* The edge of the sidebar, by which it is dragged wider. */
static GtkWidget *
create_grip (StarlingSplit *self)
{
  GtkWidget *grip = g_object_new (GTK_TYPE_BOX, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_widget_set_cursor_from_name (grip, "col-resize");
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb),
                            self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb),
                            self);
  gtk_widget_add_controller (grip, GTK_EVENT_CONTROLLER (drag));
  return grip;
}

static void
starling_split_init (StarlingSplit *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->show_sidebar = TRUE;
  self->sidebar_width = SIDEBAR_WIDTH;
  self->shown = 1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  self->scrim
      = g_object_new (GTK_TYPE_BOX, "accessible-role",
                      GTK_ACCESSIBLE_ROLE_PRESENTATION, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->scrim, "scrim");
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (scrim_pressed_cb),
                            self);
  gtk_widget_add_controller (self->scrim, GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_parent (self->scrim, GTK_WIDGET (self));

  self->grip = create_grip (self);
  gtk_widget_set_parent (self->grip, GTK_WIDGET (self));
}

/**
 * starling_split_get_narrow:
 * @self: a split
 *
 * Returns: whether the sidebar lies over the content
 */
gboolean
starling_split_get_narrow (StarlingSplit *self)
{
  g_return_val_if_fail (STARLING_IS_SPLIT (self), FALSE);

  return self->narrow;
}

/**
 * starling_split_expect_width:
 * @self: a split that was not laid out yet
 * @width: the width that it is going to have, in px
 *
 * Spares a first layout for the wrong width.
 */
void
starling_split_expect_width (StarlingSplit *self, int width)
{
  g_return_if_fail (STARLING_IS_SPLIT (self));

  set_narrow (self, width < STARLING_SPLIT_NARROW);
}

/**
 * starling_split_get_sidebar_shown:
 * @self: a split
 *
 * Returns: whether the sidebar is to be seen, beside the content or over it
 */
gboolean
starling_split_get_sidebar_shown (StarlingSplit *self)
{
  g_return_val_if_fail (STARLING_IS_SPLIT (self), FALSE);

  return wants_sidebar (self);
}

/**
 * starling_split_toggle:
 * @self: a split
 *
 * Shows or hides the sidebar; where it was suppressed, it comes back.
 */
void
starling_split_toggle (StarlingSplit *self)
{
  g_return_if_fail (STARLING_IS_SPLIT (self));

  if (self->narrow)
    g_object_set (self, "show-overlay", !self->show_overlay, NULL);
  else if (self->suppressed)
    g_object_set (self, "show-sidebar", TRUE, "suppressed", FALSE, NULL);
  else
    g_object_set (self, "show-sidebar", !self->show_sidebar, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/chart-cursor.h"

struct _StarlingChartCursor
{
  GObject parent_instance;

  GtkWidget *widget; /* not owned: it owns the cursor */
  const StarlingChartCursorFuncs *funcs;
  char *name;
  GPtrArray *texts; /* (element-type utf8) */
  guint n_columns;  /* 0: all in one row */
  int start;        /* where it begins */
  int index;        /* -1: nowhere */
};

G_DEFINE_FINAL_TYPE (StarlingChartCursor, starling_chart_cursor, G_TYPE_OBJECT)

static void
tell (StarlingChartCursor *self)
{
  const char *name = self->name;

  if (self->index >= 0)
    name = g_ptr_array_index (self->texts, self->index);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->widget),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_queue_draw (self->widget);
}

static void
go_to (StarlingChartCursor *self, int index)
{
  if (index == self->index)
    return;
  self->index = index;
  tell (self);
}

/* By how many values a key moves; 0: by none. */
static int
get_step (StarlingChartCursor *self, guint keyval)
{
  gboolean rtl = gtk_widget_get_direction (self->widget) == GTK_TEXT_DIR_RTL;
  int forward = rtl ? -1 : 1;

  switch (keyval)
    {
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return forward;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return -forward;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return (int) self->n_columns;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return -(int) self->n_columns;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return -G_MAXINT / 2;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return G_MAXINT / 2;
    default:
      return 0;
    }
}

/* Beyond the first and last row, Up and Down are left to the page. */
static gboolean
key_pressed_cb (StarlingChartCursor *self,
                guint keyval,
                guint keycode,
                GdkModifierType state)
{
  int step = get_step (self, keyval);
  int n = (int) self->texts->len;
  int to;

  if (step == 0 || n == 0 || (state & gtk_accelerator_get_default_mod_mask ()))
    return GDK_EVENT_PROPAGATE;
  if (self->index < 0 && ABS (step) < n)
    {
      go_to (self, CLAMP (self->start, 0, n - 1));
      return GDK_EVENT_STOP;
    }

  to = MAX (self->index, 0) + step;
  if (ABS (step) == (int) self->n_columns && (to < 0 || to >= n))
    return GDK_EVENT_PROPAGATE;
  go_to (self, CLAMP (to, 0, n - 1));
  return GDK_EVENT_STOP;
}

static void
leave_cb (StarlingChartCursor *self)
{
  go_to (self, -1);
}

static gboolean
query_tooltip_cb (StarlingChartCursor *self,
                  int x,
                  int y,
                  gboolean keyboard,
                  GtkTooltip *tooltip)
{
  int index = keyboard ? self->index : self->funcs->find (self->widget, x, y);
  GdkRectangle area;

  if (index < 0 || (guint) index >= self->texts->len)
    return FALSE;
  self->funcs->get_area (self->widget, index, &area);
  gtk_tooltip_set_text (tooltip, g_ptr_array_index (self->texts, index));
  gtk_tooltip_set_tip_area (tooltip, &area);
  return TRUE;
}

static void
starling_chart_cursor_finalize (GObject *object)
{
  StarlingChartCursor *self = STARLING_CHART_CURSOR (object);

  g_free (self->name);
  g_ptr_array_unref (self->texts);

  G_OBJECT_CLASS (starling_chart_cursor_parent_class)->finalize (object);
}

static void
starling_chart_cursor_class_init (StarlingChartCursorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = starling_chart_cursor_finalize;
}

static void
starling_chart_cursor_init (StarlingChartCursor *self)
{
  self->name = g_strdup ("");
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->index = -1;
}

/**
 * starling_chart_cursor_new:
 * @widget: a plot, which has to keep the cursor until it is disposed of
 * @funcs: (scope forever): where its values lie
 *
 * Returns: (transfer full): a cursor, for no values yet
 */
StarlingChartCursor *
starling_chart_cursor_new (GtkWidget *widget,
                           const StarlingChartCursorFuncs *funcs)
{
  StarlingChartCursor *self = g_object_new (STARLING_TYPE_CHART_CURSOR, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->widget = widget;
  self->funcs = funcs;
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (widget, "query-tooltip",
                           G_CALLBACK (query_tooltip_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_controller (widget, focus);
  gtk_widget_set_has_tooltip (widget, TRUE);
  return self;
}

/**
 * starling_chart_cursor_set_name:
 * @self: a cursor
 * @name: what the plot is called while no value is told
 */
void
starling_chart_cursor_set_name (StarlingChartCursor *self, const char *name)
{
  g_return_if_fail (STARLING_IS_CHART_CURSOR (self));

  if (g_str_equal (name, self->name))
    return;
  g_free (self->name);
  self->name = g_strdup (name);
  tell (self);
}

/**
 * starling_chart_cursor_set_texts:
 * @self: a cursor
 * @texts: (transfer full) (element-type utf8): each value in words
 * @n_columns: how many values make a row; 0: all of them
 * @start: the value at which the arrow keys begin
 * @description: the whole plot in words
 *
 * Replaces the values; the cursor stays where it is, if there still is one.
 */
void
starling_chart_cursor_set_texts (StarlingChartCursor *self,
                                 GPtrArray *texts,
                                 guint n_columns,
                                 int start,
                                 const char *description)
{
  g_return_if_fail (STARLING_IS_CHART_CURSOR (self));

  g_ptr_array_unref (self->texts);
  self->texts = texts;
  self->n_columns = n_columns;
  self->start = start;
  if (self->index >= (int) texts->len)
    self->index = -1;
  gtk_widget_set_focusable (self->widget, texts->len > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->widget),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
  tell (self);
}

/**
 * starling_chart_cursor_get_index:
 * @self: a cursor
 *
 * Returns: the value that is told; -1: none
 */
int
starling_chart_cursor_get_index (StarlingChartCursor *self)
{
  g_return_val_if_fail (STARLING_IS_CHART_CURSOR (self), -1);

  return self->index;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/chart.h"

#include "widgets/chart-cursor.h"
#include "widgets/chart-geometry.h"
#include "widgets/chart-paint.h"

#define MIN_WIDTH 60
#define NATURAL_WIDTH 120
#define NATURAL_PLOT 132

struct _StarlingChart
{
  GtkWidget parent_instance;

  StarlingChartKind kind;
  StarlingChartData data;
  char *target_label;
  char *least_label;
  char *most_label;
  StarlingChartCursor *cursor;
};

enum
{
  PROP_0,
  PROP_KIND,
  PROP_COMPACT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (StarlingChart, starling_chart, GTK_TYPE_WIDGET)

static gboolean
is_mirrored (GtkWidget *widget)
{
  return gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
}

static int
find_item (GtkWidget *widget, double x, double y)
{
  StarlingChart *self = STARLING_CHART (widget);

  if (is_mirrored (widget))
    x = gtk_widget_get_width (widget) - x;
  return starling_chart_slot_find (self->kind == STARLING_CHART_BARS,
                                   starling_chart_get_plot_width (widget,
                                                                  &self->data),
                                   self->data.n_items, x);
}

static void
get_item_area (GtkWidget *widget, int index, GdkRectangle *area)
{
  StarlingChart *self = STARLING_CHART (widget);
  int width = starling_chart_get_plot_width (widget, &self->data);
  StarlingChartSlot slot;

  starling_chart_slot_init (&slot, self->kind == STARLING_CHART_BARS, width,
                            self->data.n_items, (guint) index);
  *area = (GdkRectangle){ (int) slot.start, 0, (int) (slot.end - slot.start),
                          gtk_widget_get_height (widget) };
  if (is_mirrored (widget))
    area->x = gtk_widget_get_width (widget) - area->x - area->width;
}

static const StarlingChartCursorFuncs cursor_funcs
    = { find_item, get_item_area };

/* Target and range stay. */
static void
clear_data (StarlingChartData *data)
{
  for (guint i = 0; i < data->n_items; i++)
    {
      g_free (data->labels[i]);
      g_free (data->figures[i]);
    }
  g_free (data->labels);
  g_free (data->figures);
  g_free (data->values);
  data->labels = data->figures = NULL;
  data->values = NULL;
  data->n_items = 0;
  data->current = data->cursor = data->marked = -1;
}

static void
starling_chart_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  StarlingChart *self = STARLING_CHART (widget);
  StarlingChartRows rows;

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }
  starling_chart_measure_rows (widget, &self->data, &rows);
  *minimum = rows.figure + rows.plot + rows.label;
  *natural = *minimum;
  if (!self->data.compact)
    *natural += MAX (NATURAL_PLOT - rows.plot, 0);
}

static void
starling_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StarlingChart *self = STARLING_CHART (widget);

  self->data.bars = self->kind == STARLING_CHART_BARS;
  self->data.cursor = starling_chart_cursor_get_index (self->cursor);
  starling_chart_paint (widget, snapshot, &self->data);
}

static void
starling_chart_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (starling_chart_parent_class)->css_changed (widget, change);
  gtk_widget_queue_resize (widget); /* the font may have changed */
}

static void
starling_chart_get_property (GObject *object,
                             guint prop_id,
                             GValue *value,
                             GParamSpec *pspec)
{
  StarlingChart *self = STARLING_CHART (object);

  if (prop_id == PROP_KIND)
    g_value_set_int (value, (int) self->kind);
  else if (prop_id == PROP_COMPACT)
    g_value_set_boolean (value, self->data.compact);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
starling_chart_set_property (GObject *object,
                             guint prop_id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  StarlingChart *self = STARLING_CHART (object);

  if (prop_id == PROP_KIND)
    self->kind = (StarlingChartKind) g_value_get_int (value);
  else if (prop_id == PROP_COMPACT)
    self->data.compact = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
starling_chart_finalize (GObject *object)
{
  StarlingChart *self = STARLING_CHART (object);

  clear_data (&self->data);
  g_free (self->target_label);
  g_free (self->least_label);
  g_free (self->most_label);
  g_clear_object (&self->cursor);

  G_OBJECT_CLASS (starling_chart_parent_class)->finalize (object);
}

static void
starling_chart_class_init (StarlingChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = starling_chart_finalize;
  object_class->get_property = starling_chart_get_property;
  object_class->set_property = starling_chart_set_property;
  widget_class->measure = starling_chart_measure;
  widget_class->snapshot = starling_chart_snapshot;
  widget_class->css_changed = starling_chart_css_changed;

  properties[PROP_KIND]
      = g_param_spec_int ("kind", NULL, NULL, STARLING_CHART_BARS,
                          STARLING_CHART_LINE, STARLING_CHART_BARS,
                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                              | G_PARAM_STATIC_STRINGS);
  properties[PROP_COMPACT]
      = g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                  | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
starling_chart_init (StarlingChart *self)
{
  self->cursor = starling_chart_cursor_new (GTK_WIDGET (self), &cursor_funcs);
  clear_data (&self->data);
}

/**
 * starling_chart_new:
 * @kind: how values are drawn
 *
 * Returns: (transfer floating): an empty chart
 */
GtkWidget *
starling_chart_new (StarlingChartKind kind)
{
  return g_object_new (STARLING_TYPE_CHART, "kind", (int) kind, NULL);
}

/**
 * starling_chart_set_name:
 * @self: a chart
 * @name: its accessible name, such as its heading
 */
void
starling_chart_set_name (StarlingChart *self, const char *name)
{
  g_return_if_fail (STARLING_IS_CHART (self));
  g_return_if_fail (name != NULL);

  starling_chart_cursor_set_name (self->cursor, name);
}

/**
 * starling_chart_set_items:
 * @self: a chart
 * @items: (array length=n_items): the values, from the start of the line
 * @n_items: how many
 * @current: the one that stands out; -1: none
 * @description: the whole plot in words, its accessible description
 *
 * Shows values. The figures of the current one, of the greatest of bars and of
 * the one at the cursor are shown; labels as far as there is room, the current
 * one's in any case.
 */
void
starling_chart_set_items (StarlingChart *self,
                          const StarlingChartItem *items,
                          guint n_items,
                          int current,
                          const char *description)
{
  StarlingChartData *data;
  GPtrArray *texts;

  g_return_if_fail (STARLING_IS_CHART (self));
  g_return_if_fail (current < (int) n_items);

  texts = g_ptr_array_new_with_free_func (g_free);
  data = &self->data;
  clear_data (data);
  data->n_items = n_items;
  data->current = current;
  data->values = g_new (double, n_items);
  data->labels = g_new (char *, n_items);
  data->figures = g_new (char *, n_items);
  for (guint i = 0; i < n_items; i++)
    {
      data->values[i] = items[i].value;
      data->labels[i] = g_strdup (items[i].label);
      data->figures[i] = g_strdup (items[i].figure);
      g_ptr_array_add (texts, g_strdup (items[i].text));
    }
  starling_chart_cursor_set_texts (self->cursor, texts, 0, MAX (current, 0),
                                   description);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * starling_chart_set_marked:
 * @self: a chart
 * @marked: the value that gets a ring, and its figure; -1: none, as after
 *   starling_chart_set_items()
 */
void
starling_chart_set_marked (StarlingChart *self, int marked)
{
  g_return_if_fail (STARLING_IS_CHART (self));
  g_return_if_fail (marked >= -1 && marked < (int) self->data.n_items);

  self->data.marked = marked;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * starling_chart_set_target:
 * @self: a chart
 * @target: the value of a dashed line that stays in sight
 * @label: (nullable): what stands beside it, short
 *
 * Shows what is wanted; starling_chart_set_items() leaves it as it is, and has
 * to tell of it in its texts.
 */
void
starling_chart_set_target (StarlingChart *self,
                           double target,
                           const char *label)
{
  g_return_if_fail (STARLING_IS_CHART (self));

  g_free (self->target_label);
  self->target_label = g_strdup (label);
  self->data.has_target = TRUE;
  self->data.target = target;
  self->data.half = 0;
  self->data.target_label = self->target_label;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * starling_chart_set_band:
 * @self: a chart
 * @least: the value at the lower edge of a band that stays in sight
 * @most: the value at its upper edge, greater than @least
 * @label: (nullable): what stands beside it, short
 *
 * Shows between what values is wanted, instead of a target; otherwise as
 * starling_chart_set_target().
 */
void
starling_chart_set_band (StarlingChart *self,
                         double least,
                         double most,
                         const char *label)
{
  g_return_if_fail (STARLING_IS_CHART (self));
  g_return_if_fail (least < most);

  starling_chart_set_target (self, (least + most) / 2, label);
  self->data.half = (most - least) / 2;
}

/**
 * starling_chart_set_range:
 * @self: a chart of the kind line
 * @least: the value at the lower edge
 * @most: the value at the upper edge, greater than @least
 * @least_label: (nullable): what stands beside the lower edge, short
 * @most_label: (nullable): what stands beside the upper edge, short
 *
 * Lets the height stand for the same at all times, else it is chosen by the
 * values. starling_chart_set_items() leaves it as it is.
 */
void
starling_chart_set_range (StarlingChart *self,
                          double least,
                          double most,
                          const char *least_label,
                          const char *most_label)
{
  g_return_if_fail (STARLING_IS_CHART (self));
  g_return_if_fail (least < most);

  g_free (self->least_label);
  g_free (self->most_label);
  self->least_label = g_strdup (least_label);
  self->most_label = g_strdup (most_label);
  self->data.has_range = TRUE;
  self->data.least = least;
  self->data.most = most;
  self->data.least_label = self->least_label;
  self->data.most_label = self->most_label;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * starling_chart_get_cursor:
 * @self: a chart
 *
 * Returns: the value that the keyboard is at; -1: none
 */
int
starling_chart_get_cursor (StarlingChart *self)
{
  g_return_val_if_fail (STARLING_IS_CHART (self), -1);

  return starling_chart_cursor_get_index (self->cursor);
}

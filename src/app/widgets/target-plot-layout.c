/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/target-plot-private.h"

#define BADGE_GAP 9
#define COLUMN_GAP 18
#define FIGURE_GAP 12
#define ROW_GAP 4
#define HEAD_GAP 3
#define RULE_GAP 6
#define BESIDE_WIDTH 160 /* of a bar, at least, to stand beside its figures */

/* Widths of the columns. */
typedef struct
{
  int badge; /* with the gap behind it */
  int name;  /* with the badge */
  int spent;
  int since; /* 0: not shown */
  int best;  /* 0: not shown */
  int bar;   /* 0: below the figures */
} Columns;

static int
measure (GtkWidget *child, GtkOrientation orientation)
{
  int natural = 0;

  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_measure (child, orientation, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
get_figures_width (const Columns *columns)
{
  return columns->spent + (columns->since > 0 ? FIGURE_GAP + columns->since : 0)
         + (columns->best > 0 ? FIGURE_GAP + columns->best : 0);
}

static void
measure_columns (StarlingTargetPlot *self, Columns *columns)
{
  *columns = (Columns){ 0 };
  for (guint i = 0; i < STARLING_PLOT_N_ROWS; i++)
    {
      StarlingPlotRow *row = &self->rows[i];
      int badge = measure (row->badge, GTK_ORIENTATION_HORIZONTAL);

      columns->badge = MAX (columns->badge, badge > 0 ? badge + BADGE_GAP : 0);
      columns->name = MAX (columns->name,
                           measure (row->name, GTK_ORIENTATION_HORIZONTAL));
      columns->spent = MAX (columns->spent,
                            measure (row->spent, GTK_ORIENTATION_HORIZONTAL));
      columns->since = MAX (columns->since,
                            measure (row->since, GTK_ORIENTATION_HORIZONTAL));
      columns->best = MAX (columns->best,
                           measure (row->best, GTK_ORIENTATION_HORIZONTAL));
    }
  columns->name += columns->badge;
}

/* The best take is a mark at least: where there is no room for its figures,
 * they go. */
static void
get_columns (StarlingTargetPlot *self, int width, Columns *columns)
{
  measure_columns (self, columns);
  columns->bar
      = width - columns->name - 2 * COLUMN_GAP - get_figures_width (columns);
  if (columns->bar < BESIDE_WIDTH)
    columns->bar = 0;
  if (columns->name + FIGURE_GAP + get_figures_width (columns) > width)
    columns->best = 0;
}

static int
get_text_height (StarlingPlotRow *row)
{
  int height = measure (row->badge, GTK_ORIENTATION_VERTICAL);

  height = MAX (height, measure (row->name, GTK_ORIENTATION_VERTICAL));
  height = MAX (height, measure (row->spent, GTK_ORIENTATION_VERTICAL));
  height = MAX (height, measure (row->since, GTK_ORIENTATION_VERTICAL));
  return MAX (height, measure (row->best, GTK_ORIENTATION_VERTICAL));
}

static int
get_row_height (StarlingPlotRow *row, gboolean beside)
{
  int text = get_text_height (row);
  int bar = measure (row->bar, GTK_ORIENTATION_VERTICAL);

  if (beside || bar == 0)
    return MAX (text, bar);
  return text + HEAD_GAP + bar;
}

/* What lies above a row. */
static int
get_gap (StarlingTargetPlot *self, guint index)
{
  if (index == 0)
    return 0;
  if (index == 1)
    return HEAD_GAP;
  if (index < STARLING_PLOT_TOTAL)
    return ROW_GAP;
  return 2 * RULE_GAP + measure (self->rule, GTK_ORIENTATION_VERTICAL);
}

/**
 * starling_target_plot_measure:
 * @widget: a plot
 *
 * #GtkWidgetClass.measure of plots.
 */
void
starling_target_plot_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  StarlingTargetPlot *self = STARLING_TARGET_PLOT (widget);
  Columns columns;

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_columns (self, &columns);
      *natural = columns.name + 2 * COLUMN_GAP + get_figures_width (&columns)
                 + BESIDE_WIDTH;
      columns.best = 0;
      *minimum = columns.name + FIGURE_GAP + get_figures_width (&columns);
      return;
    }
  get_columns (self, for_size < 0 ? G_MAXINT / 2 : for_size, &columns);
  *minimum = 0;
  for (guint i = 0; i < STARLING_PLOT_N_ROWS; i++)
    *minimum
        += get_gap (self, i) + get_row_height (&self->rows[i], columns.bar > 0);
  *natural = *minimum;
}

static void
allocate (StarlingTargetPlot *self,
          GtkWidget *child,
          int x,
          int y,
          int width,
          int height)
{
  if (child == NULL || !gtk_widget_should_layout (child))
    return;
  gtk_widget_set_child_visible (child, width > 0);
  if (width == 0)
    return;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

static void
allocate_row (StarlingTargetPlot *self,
              StarlingPlotRow *row,
              const Columns *columns,
              int width,
              int y)
{
  gboolean beside = columns->bar > 0;
  int height = beside ? get_row_height (row, TRUE) : get_text_height (row);
  int x = width - get_figures_width (columns);

  if (row->bar != NULL)
    {
      allocate (self, row->badge, 0, y,
                measure (row->badge, GTK_ORIENTATION_HORIZONTAL), height);
      allocate (self, row->name, columns->badge, y,
                columns->name - columns->badge, height);
      if (beside)
        allocate (self, row->bar, columns->name + COLUMN_GAP, y, columns->bar,
                  height);
      else
        allocate (self, row->bar, 0, y + height + HEAD_GAP, width,
                  measure (row->bar, GTK_ORIENTATION_VERTICAL));
    }
  allocate (self, row->spent, x, y, columns->spent, height);
  x += columns->spent + FIGURE_GAP;
  allocate (self, row->since, x, y, columns->since, height);
  if (columns->since > 0)
    x += columns->since + FIGURE_GAP;
  allocate (self, row->best, x, y, columns->best, height);
}

/**
 * starling_target_plot_size_allocate:
 * @widget: a plot
 *
 * #GtkWidgetClass.size_allocate of plots.
 */
void
starling_target_plot_size_allocate (GtkWidget *widget,
                                    int width,
                                    int height,
                                    int baseline)
{
  StarlingTargetPlot *self = STARLING_TARGET_PLOT (widget);
  int rule = measure (self->rule, GTK_ORIENTATION_VERTICAL);
  Columns columns;
  int y = 0;

  get_columns (self, width, &columns);
  for (guint i = 0; i < STARLING_PLOT_N_ROWS; i++)
    {
      y += get_gap (self, i);
      if (i == STARLING_PLOT_TOTAL)
        allocate (self, self->rule, 0, y - RULE_GAP - rule, width, rule);
      allocate_row (self, &self->rows[i], &columns, width, y);
      y += get_row_height (&self->rows[i], columns.bar > 0);
    }
}

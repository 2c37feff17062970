/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/comparison.h"

#define LEAST_WIDTH 200 /* of a column, where there is more than one */
#define COLUMN_SPACING 24
#define ROW_SPACING 9
#define BLOCK_SPACING 24 /* between columns one below the other */

/* Children are cells, column by column. */
struct _StarlingComparison
{
  GtkWidget parent_instance;

  guint n_rows;
  guint n_cells;
};

/* Called with each cell's place. */
typedef void (*PlaceFunc) (GtkWidget *cell, const GtkAllocation *place);

G_DEFINE_FINAL_TYPE (StarlingComparison, starling_comparison, GTK_TYPE_WIDGET)

static int
measure_cell (GtkWidget *cell, int width)
{
  int least, height = 0;

  if (cell == NULL || !gtk_widget_should_layout (cell))
    return 0;
  gtk_widget_measure (cell, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL,
                      NULL);
  gtk_widget_measure (cell, GTK_ORIENTATION_VERTICAL, MAX (width, least),
                      &height, NULL, NULL, NULL);
  return height;
}

/* The cells of up to @n_beside columns from @first on, row by row. */
static int
place_block (StarlingComparison *self,
             GtkWidget *const *first,
             guint n_beside,
             int width,
             int top,
             PlaceFunc func)
{
  int y = top;

  for (guint row = 0; row < self->n_rows; row++)
    {
      int height = 0;

      for (guint column = 0; column < n_beside; column++)
        height = MAX (height,
                      measure_cell (first[column * self->n_rows + row], width));
      if (height == 0)
        continue;
      for (guint column = 0; func != NULL && column < n_beside; column++)
        func (first[column * self->n_rows + row],
              &(GtkAllocation){ (int) column * (width + COLUMN_SPACING), y,
                                width, height });
      y += height + ROW_SPACING;
    }
  return MAX (y - ROW_SPACING, top) - top;
}

/* What the widest cell needs. */
static int
measure_least (StarlingComparison *self)
{
  int most = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int least = 0;

      if (gtk_widget_should_layout (child))
        gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL,
                            NULL, NULL);
      most = MAX (most, least);
    }
  return most;
}

/* How many columns go side by side: as many as fit, in blocks that are as
 * even as can be. */
static guint
count_beside (StarlingComparison *self, int width)
{
  int n_columns = (int) starling_comparison_get_n_columns (self);
  int least = MAX (LEAST_WIDTH, measure_least (self));
  int n_fitting = (width + COLUMN_SPACING) / (least + COLUMN_SPACING);
  int n_blocks;

  n_fitting = CLAMP (n_fitting, 1, n_columns);
  n_blocks = (n_columns + n_fitting - 1) / n_fitting;
  return (guint) ((n_columns + n_blocks - 1) / n_blocks);
}

/* Places all cells in @width; returns the height. */
static int
place_all (StarlingComparison *self, int width, PlaceFunc func)
{
  guint n_columns = starling_comparison_get_n_columns (self);
  g_autofree GtkWidget **cells
      = g_new0 (GtkWidget *, (gsize) n_columns * self->n_rows + 1);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
  int column_width, y = 0;
  guint n_beside;

  if (n_columns == 0)
    return 0;
  for (guint i = 0; child != NULL; i++)
    {
      cells[i] = child;
      child = gtk_widget_get_next_sibling (child);
    }

  n_beside = count_beside (self, width);
  column_width
      = (width - ((int) n_beside - 1) * COLUMN_SPACING) / (int) n_beside;
  for (guint i = 0; i < n_columns; i += n_beside)
    {
      if (i > 0)
        y += BLOCK_SPACING;
      y += place_block (self, cells + (gsize) i * self->n_rows,
                        MIN (n_beside, n_columns - i), column_width, y, func);
    }
  return y;
}

static GtkSizeRequestMode
starling_comparison_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
starling_comparison_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  StarlingComparison *self = STARLING_COMPARISON (widget);
  int n_columns = (int) starling_comparison_get_n_columns (self);

  *minimum_baseline = *natural_baseline = -1;
  *minimum = measure_least (self);
  *natural = MAX (*minimum, n_columns * (LEAST_WIDTH + COLUMN_SPACING));
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural
        = place_all (self, for_size < 0 ? *natural : for_size, NULL);
}

static void
allocate_cell (GtkWidget *cell, const GtkAllocation *place)
{
  GtkAllocation mirrored = *place;
  GtkWidget *parent;
  int least;

  if (cell == NULL || !gtk_widget_should_layout (cell))
    return;
  parent = gtk_widget_get_parent (cell);
  gtk_widget_measure (cell, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL,
                      NULL);
  mirrored.width = MAX (place->width, least);
  if (gtk_widget_get_direction (parent) == GTK_TEXT_DIR_RTL)
    mirrored.x = gtk_widget_get_width (parent) - place->x - mirrored.width;
  gtk_widget_size_allocate (cell, &mirrored, -1);
}

static void
starling_comparison_size_allocate (GtkWidget *widget,
                                   int width,
                                   int height,
                                   int baseline)
{
  place_all (STARLING_COMPARISON (widget), width, allocate_cell);
}

static void
starling_comparison_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (starling_comparison_parent_class)->dispose (object);
}

static void
starling_comparison_class_init (StarlingComparisonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = starling_comparison_dispose;
  widget_class->get_request_mode = starling_comparison_get_request_mode;
  widget_class->measure = starling_comparison_measure;
  widget_class->size_allocate = starling_comparison_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "comparison");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_comparison_init (StarlingComparison *self)
{
  self->n_rows = 1;
}

/**
 * starling_comparison_new:
 * @n_rows: how many cells a column has
 *
 * Returns: (transfer floating): a comparison without columns
 */
GtkWidget *
starling_comparison_new (guint n_rows)
{
  StarlingComparison *self = g_object_new (STARLING_TYPE_COMPARISON, NULL);

  g_return_val_if_fail (n_rows > 0, GTK_WIDGET (self));

  self->n_rows = n_rows;
  return GTK_WIDGET (self);
}

/**
 * starling_comparison_append:
 * @self: a comparison
 * @cell: the next cell: of the last column, or, when that has all of its
 *   rows, of a new one. One that is not visible is an empty cell
 *
 * Adds @cell.
 */
void
starling_comparison_append (StarlingComparison *self, GtkWidget *cell)
{
  g_return_if_fail (STARLING_IS_COMPARISON (self));

  gtk_widget_insert_before (cell, GTK_WIDGET (self), NULL);
  self->n_cells++;
}

/**
 * starling_comparison_append_text:
 * @self: a comparison
 * @title: what the cell is about
 * @text: (nullable): %NULL: an empty cell
 *
 * Adds a cell with a text below its title.
 */
void
starling_comparison_append_text (StarlingComparison *self,
                                 const char *title,
                                 const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *head = g_object_new (GTK_TYPE_LABEL, "label", title, "wrap", TRUE,
                                  "xalign", 0.0f, NULL);
  GtkWidget *body
      = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode",
                      PANGO_WRAP_WORD_CHAR, "xalign", 0.0f, NULL);

  gtk_widget_add_css_class (box, "caption");
  gtk_widget_add_css_class (head, "strong");
  gtk_widget_add_css_class (body, "soft");
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), body);
  gtk_widget_set_visible (box, text != NULL);
  starling_comparison_append (self, box);
}

/**
 * starling_comparison_get_n_columns:
 * @self: a comparison
 *
 * Returns: how many columns it has, the unfinished one included
 */
guint
starling_comparison_get_n_columns (StarlingComparison *self)
{
  g_return_val_if_fail (STARLING_IS_COMPARISON (self), 0);

  return (self->n_cells + self->n_rows - 1) / self->n_rows;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/progress/matrix.h"

#include "pages/progress/cell.h"
#include "pages/progress/words.h"
#include "widgets/labels.h"

#include <glib/gi18n.h>

#define NAME_CHARS 16
#define CELL_WIDTH 128

struct _StarlingProgressMatrix
{
  GtkWidget parent_instance;

  GtkGrid *grid;
  GtkWidget *heads[STARLING_N_LEVELS];
  GPtrArray *cells; /* (element-type GtkWidget): buttons, by principle */
  guint n_principles;
  StarlingLevel level; /* that is shown where it is narrow */
  gboolean narrow;
  guint current; /* the cell that Tab goes to */
};

G_DEFINE_FINAL_TYPE (StarlingProgressMatrix,
                     starling_progress_matrix,
                     GTK_TYPE_WIDGET)

static GtkWidget *
get_cell (StarlingProgressMatrix *self, guint index)
{
  return g_ptr_array_index (self->cells, index);
}

/* --- moving --- */

static void
set_current (StarlingProgressMatrix *self, guint index)
{
  if (self->current < self->cells->len)
    gtk_widget_set_focusable (get_cell (self, self->current), FALSE);
  self->current = index;
  gtk_widget_set_focusable (get_cell (self, index), TRUE);
}

/* Whether @key moves, by how many rows and columns. */
static gboolean
find_step (StarlingProgressMatrix *self, guint key, int *rows, int *columns)
{
  int forward = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL
                    ? -1
                    : 1;

  *rows = *columns = 0;
  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      *rows = -1;
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      *rows = 1;
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      *columns = -forward;
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      *columns = forward;
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      *rows = -(int) self->n_principles;
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      *rows = (int) self->n_principles;
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
key_cb (GtkEventController *controller,
        guint key,
        guint code,
        GdkModifierType state,
        gpointer user_data)
{
  StarlingProgressMatrix *self = user_data;
  int rows, columns, row, column;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0
      || !find_step (self, key, &rows, &columns))
    return GDK_EVENT_PROPAGATE;
  row = CLAMP ((int) (self->current / STARLING_N_LEVELS) + rows, 0,
               (int) self->n_principles - 1);
  column = (int) (self->current % STARLING_N_LEVELS);
  if (!self->narrow)
    column = CLAMP (column + columns, 0, STARLING_N_LEVELS - 1);
  set_current (self, (guint) (row * STARLING_N_LEVELS + column));
  gtk_widget_grab_focus (get_cell (self, self->current));
  return GDK_EVENT_STOP;
}

static void
clicked_cb (StarlingProgressMatrix *self, GtkWidget *cell)
{
  guint index;

  if (g_ptr_array_find (self->cells, cell, &index))
    set_current (self, index);
  gtk_widget_activate_action (cell, "win.level", "s",
                              starling_level_to_id (
                                  (StarlingLevel) (index % STARLING_N_LEVELS)));
  gtk_widget_activate_action (cell, "win.practise", "(ss)",
                              (const char *) g_object_get_data (G_OBJECT (cell),
                                                                "scope"),
                              "study");
}

/* --- building --- */

static void
add_cell (StarlingProgressMatrix *self,
          const StarlingPrinciple *principle,
          int column,
          int row)
{
  GtkWidget *cell = gtk_button_new ();

  gtk_widget_add_css_class (cell, "cell");
  gtk_widget_set_overflow (cell, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_focusable (cell, FALSE);
  gtk_widget_set_size_request (cell, CELL_WIDTH, -1);
  gtk_widget_set_hexpand (cell, TRUE);
  gtk_button_set_child (GTK_BUTTON (cell), starling_progress_cell_new ());
  g_object_set_data_full (G_OBJECT (cell), "scope",
                          g_strconcat ("principle:", principle->id, NULL),
                          g_free);
  g_signal_connect_swapped (cell, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_grid_attach (self->grid, cell, column, row, 1, 1);
  g_ptr_array_add (self->cells, cell);
}

static void
add_row (StarlingProgressMatrix *self,
         const StarlingPrinciple *principle,
         int row)
{
  GtkWidget *name = gtk_label_new (principle->name);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (name), NAME_CHARS);
  gtk_widget_set_tooltip_text (name, principle->name);
  gtk_grid_attach (self->grid, name, 0, row, 1, 1);
  for (int i = 0; i < STARLING_N_LEVELS; i++)
    add_cell (self, principle, i + 1, row);
}

static void
ensure_rows (StarlingProgressMatrix *self, const StarlingOverview *overview)
{
  if (self->cells->len > 0)
    return;
  self->n_principles = overview->n_principles;
  for (int i = 0; i < STARLING_N_LEVELS; i++)
    {
      self->heads[i]
          = gtk_label_new (starling_level_get_name ((StarlingLevel) i));
      gtk_widget_add_css_class (self->heads[i], "strong");
      gtk_grid_attach (self->grid, self->heads[i], i + 1, 0, 1, 1);
    }
  for (guint i = 0; i < overview->n_principles; i++)
    add_row (self, starling_catalogue_get_principle (overview->catalogue, i),
             (int) i + 1);
}

static void
set_class (GtkWidget *widget, const char *name, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
update_cell (StarlingProgressMatrix *self,
             const StarlingOverview *overview,
             guint index)
{
  guint principle = index / STARLING_N_LEVELS;
  StarlingLevel level = (StarlingLevel) (index % STARLING_N_LEVELS);
  const StarlingOverviewCell *cell
      = starling_overview_get_cell (overview->cells, principle, level);
  gboolean is_first
      = overview->first == (int) principle && overview->level == level;
  const StarlingCellFigures figures = {
    .begun = cell->begun,
    .outlined = cell->n_stories > 0 && !is_first,
    .open = starling_progress_get_open (cell),
    .n_rehearsed = cell->n_rehearsed,
    .mastery = starling_overview_round (cell->mastery),
    .quiz = starling_overview_get_percent (cell->n_right, cell->n_answers),
  };
  GtkWidget *button = get_cell (self, index);
  g_autofree char *text
      = starling_progress_format_cell (overview, principle, level);

  set_class (button, "open", !cell->begun);
  set_class (button, "first", is_first);
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  starling_progress_cell_set (STARLING_PROGRESS_CELL (
                                  gtk_button_get_child (GTK_BUTTON (button))),
                              &figures);
}

static void
update_columns (StarlingProgressMatrix *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    gtk_widget_set_visible (get_cell (self, i),
                            !self->narrow
                                || i % STARLING_N_LEVELS == self->level);
  for (guint i = 0; i < STARLING_N_LEVELS && self->heads[i] != NULL; i++)
    gtk_widget_set_visible (self->heads[i], !self->narrow);
  if (self->narrow && self->cells->len > 0
      && self->current % STARLING_N_LEVELS != self->level)
    set_current (self, self->current / STARLING_N_LEVELS * STARLING_N_LEVELS
                           + self->level);
}

static gboolean
starling_progress_matrix_grab_focus (GtkWidget *widget)
{
  StarlingProgressMatrix *self = STARLING_PROGRESS_MATRIX (widget);

  return self->cells->len > 0
         && gtk_widget_grab_focus (get_cell (self, self->current));
}

/* Tab comes to all that there is, one after the other. GTK would grab the
 * focus where Tab comes in, and again where it leads out. */
static gboolean
starling_progress_matrix_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (GTK_WIDGET (
                                     STARLING_PROGRESS_MATRIX (widget)->grid),
                                 direction);
}

static void
starling_progress_matrix_dispose (GObject *object)
{
  StarlingProgressMatrix *self = STARLING_PROGRESS_MATRIX (object);

  g_ptr_array_set_size (self->cells, 0);
  if (self->grid != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->grid));
  self->grid = NULL;

  G_OBJECT_CLASS (starling_progress_matrix_parent_class)->dispose (object);
}

static void
starling_progress_matrix_finalize (GObject *object)
{
  g_ptr_array_unref (STARLING_PROGRESS_MATRIX (object)->cells);

  G_OBJECT_CLASS (starling_progress_matrix_parent_class)->finalize (object);
}

static void
starling_progress_matrix_class_init (StarlingProgressMatrixClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_progress_matrix_dispose;
  G_OBJECT_CLASS (klass)->finalize = starling_progress_matrix_finalize;
  widget_class->focus = starling_progress_matrix_focus;
  widget_class->grab_focus = starling_progress_matrix_grab_focus;

  gtk_widget_class_set_css_name (widget_class, "matrix");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_progress_matrix_init (StarlingProgressMatrix *self)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->cells = g_ptr_array_new ();
  self->grid = GTK_GRID (grid);
  gtk_grid_set_row_spacing (self->grid, 3);
  gtk_grid_set_column_spacing (self->grid, 6);
  gtk_widget_set_parent (grid, GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Principles by level"), -1);
}

/**
 * starling_progress_matrix_set:
 * @self: a matrix
 * @overview: where the user stands
 */
void
starling_progress_matrix_set (StarlingProgressMatrix *self,
                              const StarlingOverview *overview)
{
  gboolean is_new;

  g_return_if_fail (STARLING_IS_PROGRESS_MATRIX (self));
  g_return_if_fail (overview != NULL);

  is_new = self->cells->len == 0;
  self->level = overview->level;
  ensure_rows (self, overview);
  for (guint i = 0; i < self->cells->len; i++)
    update_cell (self, overview, i);
  if (is_new && self->cells->len > 0)
    set_current (self, (guint) MAX (overview->first, 0) * STARLING_N_LEVELS
                           + (guint) self->level);
  update_columns (self);
}

/**
 * starling_progress_matrix_set_narrow:
 * @self: a matrix
 * @narrow: whether there is room for one level only
 */
void
starling_progress_matrix_set_narrow (StarlingProgressMatrix *self,
                                     gboolean narrow)
{
  g_return_if_fail (STARLING_IS_PROGRESS_MATRIX (self));

  self->narrow = narrow;
  update_columns (self);
}

/**
 * starling_progress_matrix_get_cell:
 * @self: a matrix that was filled
 * @principle: index of a principle
 * @level: a level
 *
 * Returns: (transfer none): the button of that cell
 */
GtkWidget *
starling_progress_matrix_get_cell (StarlingProgressMatrix *self,
                                   guint principle,
                                   StarlingLevel level)
{
  g_return_val_if_fail (STARLING_IS_PROGRESS_MATRIX (self), NULL);
  g_return_val_if_fail (principle < self->n_principles, NULL);

  return get_cell (self, principle * STARLING_N_LEVELS + (guint) level);
}

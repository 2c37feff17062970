/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/target-plot.h"

#include "engine/debrief.h"
#include "widgets/badge.h"
#include "widgets/labels.h"
#include "widgets/target-plot-bar.h"

#include <glib/gi18n.h>

#define BADGE_GAP 9
#define COLUMN_GAP 18
#define FIGURE_GAP 12
#define ROW_GAP 4
#define HEAD_GAP 3
#define BESIDE_WIDTH 160 /* of a bar, at least, to stand beside its figures */
#define N_ROWS (STARLING_N_STEPS + 1) /* with the head */

typedef struct
{
  GtkWidget *badge; /* NULL in the head, as are the next two */
  GtkWidget *name;
  GtkWidget *bar;
  GtkWidget *spent;
  GtkWidget *since;
} Row;

struct _StarlingTargetPlot
{
  GtkWidget parent_instance;

  Row rows[N_ROWS]; /* the head first */
};

/* Widths of the columns. */
typedef struct
{
  int name; /* with the badge */
  int spent;
  int since; /* 0: not shown */
  int bar;   /* 0: below the figures */
} Columns;

G_DEFINE_FINAL_TYPE (StarlingTargetPlot, starling_target_plot, GTK_TYPE_WIDGET)

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
  return columns->spent
         + (columns->since > 0 ? FIGURE_GAP + columns->since : 0);
}

static void
get_columns (StarlingTargetPlot *self, int width, Columns *columns)
{
  *columns = (Columns){ 0 };
  for (guint i = 0; i < N_ROWS; i++)
    {
      Row *row = &self->rows[i];
      int badge = measure (row->badge, GTK_ORIENTATION_HORIZONTAL);

      columns->name
          = MAX (columns->name,
                 badge + (badge > 0 ? BADGE_GAP : 0)
                     + measure (row->name, GTK_ORIENTATION_HORIZONTAL));
      columns->spent = MAX (columns->spent,
                            measure (row->spent, GTK_ORIENTATION_HORIZONTAL));
      columns->since = MAX (columns->since,
                            measure (row->since, GTK_ORIENTATION_HORIZONTAL));
    }
  columns->bar
      = width - columns->name - 2 * COLUMN_GAP - get_figures_width (columns);
  if (columns->bar < BESIDE_WIDTH)
    columns->bar = 0;
}

static int
get_text_height (Row *row)
{
  int height = measure (row->badge, GTK_ORIENTATION_VERTICAL);

  height = MAX (height, measure (row->name, GTK_ORIENTATION_VERTICAL));
  height = MAX (height, measure (row->spent, GTK_ORIENTATION_VERTICAL));
  return MAX (height, measure (row->since, GTK_ORIENTATION_VERTICAL));
}

static int
get_row_height (Row *row, gboolean beside)
{
  int text = get_text_height (row);
  int bar = measure (row->bar, GTK_ORIENTATION_VERTICAL);

  if (beside || bar == 0)
    return MAX (text, bar);
  return text + HEAD_GAP + bar;
}

static GtkSizeRequestMode
starling_target_plot_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
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
  get_columns (self, for_size < 0 ? G_MAXINT / 2 : for_size, &columns);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = columns.name + FIGURE_GAP + get_figures_width (&columns);
      *natural = *minimum + 2 * COLUMN_GAP + BESIDE_WIDTH;
      return;
    }
  *minimum = 0;
  for (guint i = 0; i < N_ROWS; i++)
    *minimum += get_row_height (&self->rows[i], columns.bar > 0)
                + (i > 1   ? ROW_GAP
                   : i > 0 ? HEAD_GAP
                           : 0);
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
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

static void
allocate_row (StarlingTargetPlot *self,
              Row *row,
              const Columns *columns,
              int width,
              int y)
{
  gboolean beside = columns->bar > 0;
  int height = beside ? get_row_height (row, TRUE) : get_text_height (row);
  int badge = measure (row->badge, GTK_ORIENTATION_HORIZONTAL);
  int figures = width - get_figures_width (columns);

  if (row->badge != NULL)
    {
      int name = badge + BADGE_GAP;

      allocate (self, row->badge, 0, y, badge, height);
      allocate (self, row->name, name, y, columns->name - name, height);
      if (beside)
        allocate (self, row->bar, columns->name + COLUMN_GAP, y, columns->bar,
                  height);
      else
        allocate (self, row->bar, 0, y + height + HEAD_GAP, width,
                  measure (row->bar, GTK_ORIENTATION_VERTICAL));
    }
  allocate (self, row->spent, figures, y, columns->spent, height);
  allocate (self, row->since, figures + columns->spent + FIGURE_GAP, y,
            columns->since, height);
}

static void
starling_target_plot_size_allocate (GtkWidget *widget,
                                    int width,
                                    int height,
                                    int baseline)
{
  StarlingTargetPlot *self = STARLING_TARGET_PLOT (widget);
  Columns columns;
  int y = 0;

  get_columns (self, width, &columns);
  for (guint i = 0; i < N_ROWS; i++)
    {
      allocate_row (self, &self->rows[i], &columns, width, y);
      y += get_row_height (&self->rows[i], columns.bar > 0)
           + (i > 0 ? ROW_GAP : HEAD_GAP);
    }
}

static void
starling_target_plot_dispose (GObject *object)
{
  StarlingTargetPlot *self = STARLING_TARGET_PLOT (object);

  for (guint i = 0; i < N_ROWS; i++)
    {
      Row *row = &self->rows[i];

      g_clear_pointer (&row->badge, gtk_widget_unparent);
      g_clear_pointer (&row->name, gtk_widget_unparent);
      g_clear_pointer (&row->bar, gtk_widget_unparent);
      g_clear_pointer (&row->spent, gtk_widget_unparent);
      g_clear_pointer (&row->since, gtk_widget_unparent);
    }

  G_OBJECT_CLASS (starling_target_plot_parent_class)->dispose (object);
}

static void
starling_target_plot_class_init (StarlingTargetPlotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_target_plot_dispose;
  widget_class->get_request_mode = starling_target_plot_get_request_mode;
  widget_class->measure = starling_target_plot_measure;
  widget_class->size_allocate = starling_target_plot_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "targetplot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static GtkWidget *
add_label (StarlingTargetPlot *self, const char *text, float xalign)
{
  GtkWidget *label
      = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", xalign, NULL);

  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
starling_target_plot_init (StarlingTargetPlot *self)
{
  for (guint i = 0; i < N_ROWS; i++)
    {
      Row *row = &self->rows[i];

      if (i > 0)
        {
          StarlingStepId step = (StarlingStepId) (i - 1);

          row->badge = starling_badge_new (step);
          gtk_widget_add_css_class (row->badge, "small");
          gtk_widget_set_parent (row->badge, GTK_WIDGET (self));
          row->name = add_label (self, starling_step_get_title (step), 0);
          row->bar = starling_target_plot_bar_new ();
          gtk_widget_set_parent (row->bar, GTK_WIDGET (self));
        }
      row->spent = add_label (self, i == 0 ? _ ("Spent") : "", 1);
      row->since = add_label (self, i == 0 ? _ ("Since last") : "", 1);
      gtk_widget_add_css_class (row->spent, i == 0 ? "head" : "figure");
      gtk_widget_add_css_class (row->since, i == 0 ? "head" : "figure");
    }
}

/**
 * starling_target_plot_new:
 *
 * Returns: (transfer floating): an empty plot
 */
GtkWidget *
starling_target_plot_new (void)
{
  return g_object_new (STARLING_TYPE_TARGET_PLOT, NULL);
}

/**
 * starling_target_plot_format_difference:
 * @seconds: a difference
 *
 * Returns: (transfer full): it with its sign, such as `+7 s`, `−5 s`, `0 s`
 */
char *
starling_target_plot_format_difference (int seconds)
{
  if (seconds > 0)
    return g_strdup_printf (_ ("+%d s"), seconds);
  if (seconds < 0)
    return g_strdup_printf (_ ("−%d s"), -seconds);
  return g_strdup (_ ("0 s"));
}

/* Adds a step in words to what is read aloud. */
static void
describe_row (GString *text,
              StarlingStepId step,
              gboolean told,
              int target,
              int spent,
              int last)
{
  const char *title = starling_step_get_title (step);

  if (!told)
    g_string_append_printf (text, _ ("%s not told, target %d s. "), title,
                            target);
  else if (last <= 0)
    g_string_append_printf (text, _ ("%s %d s of %d s. "), title, spent,
                            target);
  else
    g_string_append_printf (text, _ ("%s %d s of %d s, last take %d s. "),
                            title, spent, target, last);
}

static void
set_row (Row *row, gboolean told, int target, int spent, int last)
{
  g_autofree char *figures = NULL;
  g_autofree char *since = NULL;

  if (!told)
    figures = g_strdup (_ ("not told"));
  else
    figures = g_strdup_printf (_ ("%d of %d s"), spent, target);
  if (told && last == 0)
    since = g_strdup (_ ("new"));
  else if (told && last > 0)
    since = starling_target_plot_format_difference (spent - last);

  gtk_label_set_label (GTK_LABEL (row->spent), figures);
  gtk_label_set_label (GTK_LABEL (row->since), since != NULL ? since : "");
  if (spent > target)
    gtk_widget_add_css_class (row->spent, "over");
  else
    gtk_widget_remove_css_class (row->spent, "over");
}

/**
 * starling_target_plot_set_times:
 * @self: a plot
 * @target_ms: what was wanted
 * @spent_ms: what was spent; 0: not told
 * @last_ms: (array fixed-size=5) (nullable): what the take before spent
 *
 * Shows a take.
 */
void
starling_target_plot_set_times (StarlingTargetPlot *self,
                                const gint64 target_ms[STARLING_N_STEPS],
                                const gint64 spent_ms[STARLING_N_STEPS],
                                const gint64 *last_ms)
{
  GString *text = g_string_new (NULL);
  gint64 whole = 1;

  g_return_if_fail (STARLING_IS_TARGET_PLOT (self));

  for (guint i = 0; i < STARLING_N_STEPS; i++)
    {
      whole = MAX (whole, MAX (target_ms[i], spent_ms[i]));
      if (last_ms != NULL)
        whole = MAX (whole, last_ms[i]);
    }
  whole += whole / 16;

  for (guint i = 0; i < STARLING_N_STEPS; i++)
    {
      Row *row = &self->rows[i + 1];
      gint64 last = last_ms != NULL ? last_ms[i] : -1;
      int target = starling_tally_round (target_ms[i]);
      int spent = starling_tally_round (spent_ms[i]);
      int before = last >= 0 ? starling_tally_round (last) : -1;

      starling_target_plot_bar_set_times (STARLING_TARGET_PLOT_BAR (row->bar),
                                          whole, target_ms[i], spent_ms[i],
                                          last > 0 ? last : -1);
      set_row (row, spent_ms[i] > 0, target, spent, before);
      describe_row (text, (StarlingStepId) i, spent_ms[i] > 0, target, spent,
                    before);
    }
  for (guint i = 0; i < N_ROWS; i++)
    gtk_widget_set_visible (self->rows[i].since, last_ms != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  g_strchomp (text->str), -1);
  g_string_free (text, TRUE);
}

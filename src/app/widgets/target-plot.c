/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/target-plot-private.h"

#include "engine/debrief.h"
#include "widgets/badge.h"
#include "widgets/labels.h"
#include "widgets/target-plot-bar.h"
#include "widgets/target-plot-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* What is shown beside each other, in milliseconds: of each step, and of the
 * whole story behind them. NULL: there is no such take. */
enum
{
  TARGET,
  SPENT,
  LAST,
  BEST,
  N_SERIES,
};

typedef gint64 *Series[N_SERIES];

G_DEFINE_FINAL_TYPE (StarlingTargetPlot, starling_target_plot, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
starling_target_plot_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
starling_target_plot_dispose (GObject *object)
{
  StarlingTargetPlot *self = STARLING_TARGET_PLOT (object);

  for (guint i = 0; i < STARLING_PLOT_N_ROWS; i++)
    {
      StarlingPlotRow *row = &self->rows[i];

      g_clear_pointer (&row->badge, gtk_widget_unparent);
      g_clear_pointer (&row->name, gtk_widget_unparent);
      g_clear_pointer (&row->bar, gtk_widget_unparent);
      g_clear_pointer (&row->spent, gtk_widget_unparent);
      g_clear_pointer (&row->since, gtk_widget_unparent);
      g_clear_pointer (&row->best, gtk_widget_unparent);
    }
  g_clear_pointer (&self->rule, gtk_widget_unparent);

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
add_figures (StarlingTargetPlot *self, StarlingPlotRow *row, gboolean head)
{
  GtkWidget **const labels[] = { &row->spent, &row->since, &row->best };
  const char *const titles[] = { _ ("Spent"), _ ("Since last"), _ ("Best") };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      *labels[i] = add_label (self, head ? titles[i] : "", 1);
      gtk_widget_add_css_class (*labels[i], head ? "head" : "figure");
    }
}

static void
starling_target_plot_init (StarlingTargetPlot *self)
{
  for (guint i = 0; i < STARLING_PLOT_N_ROWS; i++)
    {
      StarlingPlotRow *row = &self->rows[i];

      if (i > 0 && i < STARLING_PLOT_TOTAL)
        {
          StarlingStepId step = (StarlingStepId) (i - 1);

          row->badge = starling_badge_new (step);
          gtk_widget_add_css_class (row->badge, "small");
          gtk_widget_set_parent (row->badge, GTK_WIDGET (self));
          row->name = add_label (self, starling_step_get_title (step), 0);
        }
      else if (i == STARLING_PLOT_TOTAL)
        {
          self->rule = g_object_new (GTK_TYPE_SEPARATOR, "accessible-role",
                                     GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
          gtk_widget_set_parent (self->rule, GTK_WIDGET (self));
          row->name = add_label (self, _ ("Total"), 0);
        }
      if (i > 0)
        {
          row->bar = starling_target_plot_bar_new ();
          gtk_widget_set_parent (row->bar, GTK_WIDGET (self));
        }
      add_figures (self, row, i == 0);
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

/* Shows the figures, with what was spent in bold where it is over. */
static void
set_figures (StarlingPlotRow *row, const StarlingPlotFigures *figures)
{
  g_autofree char *number = NULL;
  g_autofree char *spent = starling_target_plot_format_spent (figures, &number);
  g_autofree char *since = starling_target_plot_format_since (figures);
  g_autofree char *best = starling_target_plot_format_best (figures);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  const char *place = number != NULL ? strstr (spent, number) : NULL;

  gtk_widget_remove_css_class (row->spent, "over");
  if (place != NULL && figures->spent > figures->target)
    {
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      bold->start_index = (guint) (place - spent);
      bold->end_index = bold->start_index + (guint) strlen (number);
      pango_attr_list_insert (attributes, bold);
      gtk_widget_add_css_class (row->spent, "over");
    }
  gtk_label_set_label (GTK_LABEL (row->spent), spent);
  gtk_label_set_attributes (GTK_LABEL (row->spent), attributes);
  gtk_label_set_label (GTK_LABEL (row->since), since);
  gtk_label_set_label (GTK_LABEL (row->best), best);
}

static StarlingPlotTime
get_time (const gint64 *ms, guint index)
{
  StarlingPlotTime time = { ms != NULL, FALSE, 0 };

  if (ms != NULL)
    {
      time.told = ms[index] > 0;
      time.seconds = starling_tally_round (ms[index]);
    }
  return time;
}

/* Shows a row, whose bar goes up to @most, and adds it to @text. */
static void
set_row (StarlingTargetPlot *self,
         guint index,
         const Series series,
         gint64 most,
         GString *text)
{
  StarlingPlotRow *row = &self->rows[index + 1];
  gboolean whole = index == STARLING_N_STEPS;
  StarlingPlotFigures figures = {
    .title
    = whole ? _ ("Total") : starling_step_get_title ((StarlingStepId) index),
    .whole = whole,
    .told = series[SPENT][index] > 0,
    .target = starling_tally_round (series[TARGET][index]),
    .spent = starling_tally_round (series[SPENT][index]),
    .last = get_time (series[LAST], index),
    .best = get_time (series[BEST], index),
  };

  starling_target_plot_bar_set_times (
      STARLING_TARGET_PLOT_BAR (row->bar), most + most / 16,
      series[TARGET][index], series[SPENT][index],
      figures.last.told ? series[LAST][index] : -1,
      figures.best.told ? series[BEST][index] : -1);
  set_figures (row, &figures);
  starling_target_plot_describe (&figures, text);
}

/* With the whole story behind the steps. */
static gint64 *
add_up (const gint64 *ms)
{
  gint64 *all = g_new0 (gint64, STARLING_N_STEPS + 1);

  for (guint i = 0; i < STARLING_N_STEPS; i++)
    {
      all[i] = ms[i];
      all[STARLING_N_STEPS] += ms[i];
    }
  return all;
}

/**
 * starling_target_plot_set_times:
 * @self: a plot
 * @target_ms: what was wanted
 * @spent_ms: what was spent; 0: not told
 * @last_ms: (array fixed-size=5) (nullable): what the take before spent
 * @best_ms: (array fixed-size=5) (nullable): what the best take spent, if it is
 *   another one
 *
 * Shows a take. The bars of the steps have one scale, that of the whole story
 * has its own.
 */
void
starling_target_plot_set_times (StarlingTargetPlot *self,
                                const gint64 target_ms[STARLING_N_STEPS],
                                const gint64 spent_ms[STARLING_N_STEPS],
                                const gint64 *last_ms,
                                const gint64 *best_ms)
{
  const gint64 *const given[N_SERIES]
      = { target_ms, spent_ms, last_ms, best_ms };
  Series series = { NULL };
  gint64 most = 1, most_total = 1;
  GString *text = g_string_new (NULL);

  g_return_if_fail (STARLING_IS_TARGET_PLOT (self));

  for (guint i = 0; i < N_SERIES; i++)
    {
      if (given[i] == NULL)
        continue;
      series[i] = add_up (given[i]);
      for (guint j = 0; j < STARLING_N_STEPS; j++)
        most = MAX (most, series[i][j]);
      most_total = MAX (most_total, series[i][STARLING_N_STEPS]);
    }
  for (guint i = 0; i <= STARLING_N_STEPS; i++)
    set_row (self, i, series, i < STARLING_N_STEPS ? most : most_total, text);
  for (guint i = 0; i < STARLING_PLOT_N_ROWS; i++)
    {
      gtk_widget_set_visible (self->rows[i].since, last_ms != NULL);
      gtk_widget_set_visible (self->rows[i].best, best_ms != NULL);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text->str, -1);
  g_string_free (text, TRUE);
  for (guint i = 0; i < N_SERIES; i++)
    g_free (series[i]);
}

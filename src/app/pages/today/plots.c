/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/today/plots.h"

#include "pages/today/words.h"
#include "widgets/chart.h"
#include "widgets/day-grid.h"
#include "widgets/pair.h"
#include "widgets/week.h"
#include "widgets/wrap-box.h"

#include <glib/gi18n.h>

struct _StarlingTodayPlots
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkLabel *average;
  StarlingChart *forecast;
  GtkLabel *studied;
  StarlingDayGrid *days;
  GtkLabel *streak;
};

G_DEFINE_FINAL_TYPE (StarlingTodayPlots, starling_today_plots, GTK_TYPE_WIDGET)

static void
starling_today_plots_dispose (GObject *object)
{
  g_clear_pointer (&STARLING_TODAY_PLOTS (object)->content,
                   gtk_widget_unparent);

  G_OBJECT_CLASS (starling_today_plots_parent_class)->dispose (object);
}

static void
starling_today_plots_class_init (StarlingTodayPlotsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_today_plots_dispose;

  g_type_ensure (STARLING_TYPE_CHART);
  g_type_ensure (STARLING_TYPE_DAY_GRID);
  g_type_ensure (STARLING_TYPE_PAIR);
  g_type_ensure (STARLING_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/starlingapp/Starling/ui/pages/today/plots.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingTodayPlots,
                                        content);
  gtk_widget_class_bind_template_child (widget_class, StarlingTodayPlots,
                                        average);
  gtk_widget_class_bind_template_child (widget_class, StarlingTodayPlots,
                                        forecast);
  gtk_widget_class_bind_template_child (widget_class, StarlingTodayPlots,
                                        studied);
  gtk_widget_class_bind_template_child (widget_class, StarlingTodayPlots, days);
  gtk_widget_class_bind_template_child (widget_class, StarlingTodayPlots,
                                        streak);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_today_plots_init (StarlingTodayPlots *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  starling_chart_set_name (self->forecast, _ ("Next 14 days"));
  starling_day_grid_set_name (self->days, _ ("Days studied"));
}

/**
 * starling_today_plots_set_forecast:
 * @self: the plots
 * @days: (array length=n_days): days to come, from today on
 * @n_days: how many
 *
 * Shows what there will be to study.
 */
void
starling_today_plots_set_forecast (StarlingTodayPlots *self,
                                   const StarlingForecastDay *days,
                                   guint n_days)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree StarlingChartItem *items = g_new0 (StarlingChartItem, n_days);
  g_autofree char *average = NULL;
  g_autofree char *text = NULL;
  g_autofree char *description = NULL;

  g_return_if_fail (STARLING_IS_TODAY_PLOTS (self));

  for (guint i = 0; i < n_days; i++)
    {
      guint n = days[i].n_reviews + days[i].n_new;
      char *label
          = starling_week_format_day (starling_day_get_weekday (days[i].day),
                                      2);
      char *figure = g_strdup_printf ("%u", n);
      char *load = starling_today_format_load (&days[i]);

      items[i] = (StarlingChartItem){ n, label, figure, load };
      g_ptr_array_add (texts, label);
      g_ptr_array_add (texts, figure);
      g_ptr_array_add (texts, load);
    }
  average = starling_today_format_average (days, n_days);
  text = starling_today_describe_forecast (days, n_days);
  description = g_strdup_printf ("%s. %s", average, text);
  gtk_label_set_label (self->average, average);
  starling_chart_set_items (self->forecast, items, n_days, 0, description);
}

/**
 * starling_today_plots_set_days:
 * @self: the plots
 * @days: (array length=n_days): what was done, ascending
 * @n_days: how many days that are
 * @today: the study day of now
 * @with_streak: whether to tell how many days in a row there was study
 *
 * Shows what was studied.
 */
void
starling_today_plots_set_days (StarlingTodayPlots *self,
                               const StarlingActivity *days,
                               guint n_days,
                               int today,
                               gboolean with_streak)
{
  g_autofree char *studied = NULL;
  g_autofree char *streak = NULL;
  g_autofree char *description = NULL;

  g_return_if_fail (STARLING_IS_TODAY_PLOTS (self));

  studied = starling_today_format_studied (
      starling_suggestion_count_days (days, n_days, today,
                                      STARLING_TODAY_COUNTED_DAYS));
  if (with_streak)
    streak = starling_today_format_streak (
        starling_activity_get_streak (days, n_days, today));
  description = streak == NULL ? g_strdup (studied)
                               : g_strdup_printf ("%s. %s", studied, streak);
  gtk_label_set_label (self->studied, studied);
  gtk_label_set_label (self->streak, streak != NULL ? streak : "");
  gtk_widget_set_visible (GTK_WIDGET (self->streak), streak != NULL);
  starling_day_grid_set_days (self->days, days, n_days, today, description);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/progress/trends.h"

#include "base/text.h"
#include "pages/progress/plot-card.h"
#include "pages/progress/words.h"
#include "widgets/chart.h"
#include "widgets/day-grid.h"
#include "widgets/week.h"

#include <glib/gi18n.h>

#define SPACING 12
#define CHART_HEIGHT 92
#define RANGE_PADDING 0.08 /* of the difference, so that no point is cut */
#define TOTAL_MARGIN 0.15  /* of the target, which is in sight around it */
#define RECALL_MARGIN 10   /* percent, below what is wanted */

struct _StarlingProgressTrends
{
  GtkBox parent_instance;

  StarlingPlotCard *totals;
  StarlingPlotCard *shares;
  StarlingPlotCard *answers;
  StarlingPlotCard *recall;
  StarlingPlotCard *reviews;
  StarlingPlotCard *days;
};

G_DEFINE_FINAL_TYPE (StarlingProgressTrends,
                     starling_progress_trends,
                     GTK_TYPE_BOX)

/* The values of a plot, as they are gathered; the texts are owned. */
typedef struct
{
  GArray *items;
  GPtrArray *texts;
} Series;

static void
series_init (Series *self)
{
  self->items = g_array_new (FALSE, TRUE, sizeof (StarlingChartItem));
  self->texts = g_ptr_array_new_with_free_func (g_free);
}

static void
series_clear (Series *self)
{
  g_array_unref (self->items);
  g_ptr_array_unref (self->texts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Series, series_clear)

/* @label may be NULL; the texts are taken over. */
static void
series_add (Series *self, double value, char *label, char *figure, char *text)
{
  const StarlingChartItem item = { value, label, figure, text };

  g_array_append_val (self->items, item);
  if (label != NULL)
    g_ptr_array_add (self->texts, label);
  g_ptr_array_add (self->texts, figure);
  g_ptr_array_add (self->texts, text);
}

/* Shows the values, and says in words what the plot shows: its first and its
 * last one. */
static void
show (StarlingPlotCard *card, const Series *series, const char *value)
{
  StarlingChart *chart = STARLING_CHART (starling_plot_card_get_plot (card));
  const StarlingChartItem *items = (gconstpointer) series->items->data;
  guint n = series->items->len;
  g_autofree char *description = NULL;

  if (n > 1)
    /* Translators: the first and the last value of a plot, in words */
    description = g_strdup_printf (_ ("First: %s. Last: %s."), items[0].text,
                                   items[n - 1].text);
  else
    description = g_strdup (n == 1 ? items[0].text : value);
  starling_chart_set_items (chart, items, n, (int) n - 1, description);
  starling_plot_card_set_value (card, value);
}

/* The height stands for at least what lies between @least and @most: a second
 * or a percent more or less must not look like a leap. */
static void
fix_range (StarlingChart *chart,
           const Series *series,
           double least,
           double most)
{
  double padding;

  for (guint i = 0; i < series->items->len; i++)
    {
      double value = g_array_index (series->items, StarlingChartItem, i).value;

      least = MIN (least, value);
      most = MAX (most, value);
    }
  padding = (most - least) * RANGE_PADDING;
  starling_chart_set_range (chart, least - padding, most + padding, NULL, NULL);
}

static void
show_totals (StarlingProgressTrends *self, const StarlingOverview *overview)
{
  StarlingChart *chart
      = STARLING_CHART (starling_plot_card_get_plot (self->totals));
  gboolean seconds
      = starling_progress_get_unit (overview) == STARLING_TOTALS_SECONDS;
  guint n = overview->takes->len;
  g_auto (Series) series = { 0 };
  g_autofree char *value = NULL;
  g_autofree char *label = NULL;
  double target = 100;

  series_init (&series);
  for (guint i = 0; i < n; i++)
    {
      double total = starling_progress_get_total (overview, i);

      series_add (&series, total, NULL,
                  seconds ? starling_text_format_clock ((gint64) total)
                          : starling_progress_format_percent ((int) total),
                  starling_progress_format_total_point (overview, i));
    }
  if (n > 0 && seconds)
    target = starling_tally_round (
        g_array_index (overview->takes, StarlingOverviewTake, n - 1)
            .review->tally.target_total_ms);
  label = seconds ? starling_text_format_clock ((gint64) target)
                  : starling_progress_format_percent ((int) target);
  if (n > 0)
    starling_chart_set_target (chart, target, label);
  fix_range (chart, &series, target * (1 - TOTAL_MARGIN),
             target * (1 + TOTAL_MARGIN));
  value = n > 0 ? starling_progress_format_total (overview, n - 1)
                : g_strdup (_ ("Shown with your first take"));
  show (self->totals, &series, value);
}

static void
show_shares (StarlingProgressTrends *self, const StarlingOverview *overview)
{
  guint n = overview->takes->len;
  g_auto (Series) series = { 0 };
  g_autofree char *value = n > 0 ? starling_progress_format_share (overview)
                                 : g_strdup (_ ("Shown with your first take"));

  series_init (&series);
  for (guint i = 0; i < n; i++)
    {
      int share = g_array_index (overview->takes, StarlingOverviewTake, i)
                      .review->tally.action_share;

      series_add (&series, share, NULL,
                  starling_progress_format_percent (share),
                  starling_progress_format_share_point (overview, i));
    }
  show (self->shares, &series, value);
}

static void
add_weeks (Series *series,
           const StarlingOverviewWeek *weeks,
           guint n_weeks,
           gboolean answers)
{
  for (guint i = 0; i < n_weeks; i++)
    {
      int percent = starling_overview_get_percent (weeks[i].n_good, weeks[i].n);

      series_add (series, percent, NULL,
                  starling_progress_format_percent (percent),
                  starling_progress_format_week (&weeks[i], answers));
    }
}

static void
show_answers (StarlingProgressTrends *self, const StarlingOverview *overview)
{
  StarlingChart *chart
      = STARLING_CHART (starling_plot_card_get_plot (self->answers));
  g_auto (Series) series = { 0 };
  g_autofree char *value = overview->n_answers > 0
                               ? starling_progress_format_answers (overview)
                               : g_strdup (_ ("Shown with your first quiz"));
  g_autofree char *least_label = NULL;
  g_autofree char *most_label = starling_progress_format_percent (100);
  int least = 50;

  series_init (&series);
  add_weeks (&series, overview->answers, overview->n_answers, TRUE);
  for (guint i = 0; i < series.items->len; i++)
    if (g_array_index (series.items, StarlingChartItem, i).value < least)
      least = 0;
  least_label = starling_progress_format_percent (least);
  starling_chart_set_range (chart, least, 100, least_label, most_label);
  show (self->answers, &series, value);
}

static void
show_recall (StarlingProgressTrends *self, const StarlingOverview *overview)
{
  StarlingChart *chart
      = STARLING_CHART (starling_plot_card_get_plot (self->recall));
  g_auto (Series) series = { 0 };
  g_autofree char *value = overview->n_recall > 0
                               ? starling_progress_format_recall (overview)
                               : g_strdup (_ ("Shown once cards come back"));
  int wanted = starling_overview_round (overview->settings.retention);
  g_autofree char *label = starling_progress_format_percent (wanted);

  series_init (&series);
  add_weeks (&series, overview->recall, overview->n_recall, FALSE);
  starling_chart_set_target (chart, wanted, label);
  fix_range (chart, &series, wanted - RECALL_MARGIN, 100);
  show (self->recall, &series, value);
}

static void
show_reviews (StarlingProgressTrends *self, const StarlingOverview *overview)
{
  g_auto (Series) series = { 0 };
  g_autofree char *value = starling_progress_format_reviews (overview);

  series_init (&series);
  for (int i = STARLING_PROGRESS_DAYS - 1; i >= 0; i--)
    {
      int day = overview->today - i;
      guint n = starling_progress_get_reviews (overview, day);

      series_add (&series, n,
                  starling_week_format_day (starling_day_get_weekday (day), 2),
                  g_strdup_printf ("%u", n),
                  starling_progress_format_reviews_day (overview, day));
    }
  show (self->reviews, &series, value);
}

static void
show_days (StarlingProgressTrends *self, const StarlingOverview *overview)
{
  g_autofree char *value = starling_progress_format_studied (overview);

  starling_plot_card_set_value (self->days, value);
  starling_day_grid_set_days (STARLING_DAY_GRID (
                                  starling_plot_card_get_plot (self->days)),
                              (gconstpointer) overview->days->data,
                              overview->days->len, overview->today, value);
}

static StarlingPlotCard *
add_card (StarlingProgressTrends *self,
          const char *title,
          StarlingProgressTable table,
          GtkWidget *plot)
{
  GtkWidget *card = starling_plot_card_new (title, table, plot);

  gtk_box_append (GTK_BOX (self), card);
  return STARLING_PLOT_CARD (card);
}

static StarlingPlotCard *
add_chart (StarlingProgressTrends *self,
           const char *title,
           StarlingProgressTable table,
           StarlingChartKind kind)
{
  GtkWidget *chart
      = g_object_new (STARLING_TYPE_CHART, "kind", (int) kind, "compact", TRUE,
                      "height-request", CHART_HEIGHT, NULL);

  starling_chart_set_name (STARLING_CHART (chart), title);
  return add_card (self, title, table, chart);
}

static void
starling_progress_trends_class_init (StarlingProgressTrendsClass *klass)
{
}

static void
starling_progress_trends_init (StarlingProgressTrends *self)
{
  GtkWidget *grid = starling_day_grid_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), SPACING);
  self->totals = add_chart (self, _ ("Total time"), STARLING_TABLE_TOTALS,
                            STARLING_CHART_LINE);
  self->shares = add_chart (self, _ ("Share of the Action"),
                            STARLING_TABLE_SHARES, STARLING_CHART_LINE);
  self->answers = add_chart (self, _ ("Quiz, right answers"),
                             STARLING_TABLE_ANSWERS, STARLING_CHART_LINE);
  self->recall = add_chart (self, _ ("Recall of due cards"),
                            STARLING_TABLE_RECALL, STARLING_CHART_LINE);
  self->reviews = add_chart (self, _ ("Reviews"), STARLING_TABLE_REVIEWS,
                             STARLING_CHART_BARS);
  starling_day_grid_set_name (STARLING_DAY_GRID (grid), _ ("Days studied"));
  self->days = add_card (self, _ ("Days studied"), STARLING_TABLE_DAYS, grid);
  starling_chart_set_band (STARLING_CHART (
                               starling_plot_card_get_plot (self->shares)),
                           STARLING_ACTION_SHARE_MIN, STARLING_ACTION_SHARE_MAX,
                           _ ("goal"));
}

/**
 * starling_progress_trends_set:
 * @self: the plots
 * @overview: where the user stands
 */
void
starling_progress_trends_set (StarlingProgressTrends *self,
                              const StarlingOverview *overview)
{
  g_return_if_fail (STARLING_IS_PROGRESS_TRENDS (self));
  g_return_if_fail (overview != NULL);

  show_totals (self, overview);
  show_shares (self, overview);
  show_answers (self, overview);
  show_recall (self, overview);
  show_reviews (self, overview);
  show_days (self, overview);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/history/plots.h"

#include "base/text.h"
#include "pages/rehearse/words-history.h"
#include "pages/rehearse/words-take.h"
#include "widgets/chart-mark.h"
#include "widgets/even-box.h"
#include "widgets/labels.h"
#include "widgets/trend.h"
#include "widgets/wrap-box.h"

#include <glib/gi18n.h>

#define MAX_TAKES 30
#define N_PARTS (STARLING_N_STEPS + 1)

struct _StarlingRehearseHistoryPlots
{
  GtkBox parent_instance;

  GtkBox *total_box;
  GtkWidget *steps_box;
  StarlingWrapBox *legend;
  GtkWidget *best_key;
  StarlingTrend *trends[N_PARTS]; /* the whole story last */
};

/* What is plotted. */
typedef struct
{
  GPtrArray *reviews; /* (element-type StarlingTakeReview), not owned */
  gboolean one_lens;
  int best; /* -1: not marked */
  gint64 now;
} Series;

G_DEFINE_FINAL_TYPE (StarlingRehearseHistoryPlots,
                     starling_rehearse_history_plots,
                     GTK_TYPE_BOX)

static void
starling_rehearse_history_plots_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object),
                               STARLING_TYPE_REHEARSE_HISTORY_PLOTS);

  G_OBJECT_CLASS (starling_rehearse_history_plots_parent_class)
      ->dispose (object);
}

static void
starling_rehearse_history_plots_class_init (
    StarlingRehearseHistoryPlotsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_rehearse_history_plots_dispose;

  g_type_ensure (STARLING_TYPE_EVEN_BOX);
  g_type_ensure (STARLING_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/starlingapp/Starling/ui/pages/rehearse/history/plots.ui");
  gtk_widget_class_bind_template_child (widget_class,
                                        StarlingRehearseHistoryPlots,
                                        total_box);
  gtk_widget_class_bind_template_child (widget_class,
                                        StarlingRehearseHistoryPlots,
                                        steps_box);
  gtk_widget_class_bind_template_child (widget_class,
                                        StarlingRehearseHistoryPlots, legend);
}

static GtkWidget *
add_key (StarlingRehearseHistoryPlots *self,
         StarlingChartMark mark,
         const char *text)
{
  GtkWidget *key = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 7);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "soft");
  gtk_box_append (GTK_BOX (key), starling_chart_mark_new (mark));
  gtk_box_append (GTK_BOX (key), label);
  starling_wrap_box_append (self->legend, key);
  return key;
}

static void
starling_rehearse_history_plots_init (StarlingRehearseHistoryPlots *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_PARTS; i++)
    {
      gboolean whole = i == STARLING_HISTORY_WHOLE;
      GtkWidget *trend = starling_trend_new (whole ? _ ("Total time")
                                                   : starling_step_get_title (
                                                       (StarlingStepId) i),
                                             !whole);

      self->trends[i] = STARLING_TREND (trend);
      if (whole)
        gtk_box_append (self->total_box, trend);
      else
        gtk_widget_set_parent (trend, self->steps_box);
      gtk_widget_set_hexpand (trend, whole);
    }
  add_key (self, STARLING_CHART_MARK_CURRENT, _ ("Last take"));
  self->best_key = add_key (self, STARLING_CHART_MARK_MARKED,
                            _ ("Best: nearest to the targets"));
  add_key (self, STARLING_CHART_MARK_TARGET, _ ("Target"));
}

static double
get_value (const Series *series, guint index, guint part)
{
  const StarlingTakeReview *review = g_ptr_array_index (series->reviews, index);

  if (!series->one_lens)
    return starling_rehearse_history_get_share (review, part);
  return starling_tally_round (part == STARLING_HISTORY_WHOLE
                                   ? review->tally.total_ms
                                   : review->tally.spent_ms[part]);
}

/* One take in a sentence, such as "21 November, 14:05: 48 s, target 30 s". */
static char *
format_point (const Series *series, guint index, guint part)
{
  const StarlingTakeReview *review = g_ptr_array_index (series->reviews, index);
  g_autofree char *date
      = starling_rehearse_words_date (review->at, review->offset, series->now);
  g_autofree char *value
      = starling_rehearse_words_value (review, part, series->one_lens);

  if ((int) index == series->best)
    return g_strdup_printf (_ ("%s, your best: %s"), date, value);
  return g_strdup_printf ("%s: %s", date, value);
}

/* The target of the last take; takes before it may have had another one. */
static void
set_target (StarlingChart *chart, const Series *series, guint part)
{
  const StarlingTakeReview *last
      = g_ptr_array_index (series->reviews, series->reviews->len - 1);
  gint64 target = part == STARLING_HISTORY_WHOLE ? last->tally.target_total_ms
                                                 : last->tally.target_ms[part];
  g_autofree char *label = NULL;

  if (part == STARLING_HISTORY_WHOLE)
    label = series->one_lens
                ? starling_text_format_clock (starling_tally_round (target))
                : g_strdup_printf (_ ("%d%%"), 100);
  starling_chart_set_target (chart,
                             series->one_lens ? starling_tally_round (target)
                                              : 100,
                             label);
}

static void
show_trend (StarlingTrend *trend, const Series *series, guint part)
{
  StarlingChart *chart = starling_trend_get_chart (trend);
  guint n = series->reviews->len;
  const StarlingTakeReview *last = g_ptr_array_index (series->reviews, n - 1);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree StarlingChartItem *items = g_new0 (StarlingChartItem, n);
  g_autofree char *value
      = part == STARLING_HISTORY_WHOLE
            ? starling_rehearse_words_value (last, part, series->one_lens)
            : starling_rehearse_words_short (last, part, series->one_lens);
  g_autofree char *description
      = starling_rehearse_words_trend (g_ptr_array_index (series->reviews, 0),
                                       last, n, part, series->one_lens);

  for (guint i = 0; i < n; i++)
    {
      const StarlingTakeReview *review = g_ptr_array_index (series->reviews, i);
      char *figure
          = starling_rehearse_words_figure (review, part, series->one_lens);
      char *text = format_point (series, i, part);

      items[i] = (StarlingChartItem){ get_value (series, i, part), NULL, figure,
                                      text };
      g_ptr_array_add (texts, figure);
      g_ptr_array_add (texts, text);
    }
  set_target (chart, series, part);
  starling_chart_set_items (chart, items, n, (int) n - 1, description);
  starling_chart_set_marked (chart, series->best);
  starling_trend_set_value (trend, value);
}

/* Those of which something was told, the last ones only. */
static GPtrArray *
list_shown (GPtrArray *reviews, gboolean one_lens)
{
  GPtrArray *shown = g_ptr_array_new ();

  for (guint i = 0; i < reviews->len; i++)
    {
      StarlingTakeReview *review = g_ptr_array_index (reviews, i);

      if (review->tally.n_told > 0
          && (one_lens || review->tally.target_total_ms > 0))
        g_ptr_array_add (shown, review);
    }
  if (shown->len > MAX_TAKES)
    g_ptr_array_remove_range (shown, 0, shown->len - MAX_TAKES);
  return shown;
}

/**
 * starling_rehearse_history_plots_set:
 * @self: the plots
 * @reviews: (element-type StarlingTakeReview): takes, oldest first
 * @one_lens: whether they all have the same lens
 * @now: Unix ms
 *
 * Shows the last thirty takes; a single one is no trend, and not shown.
 */
void
starling_rehearse_history_plots_set (StarlingRehearseHistoryPlots *self,
                                     GPtrArray *reviews,
                                     gboolean one_lens,
                                     gint64 now)
{
  g_autoptr (GPtrArray) shown = list_shown (reviews, one_lens);
  Series series = { shown, one_lens, -1, now };
  StarlingTakeStanding standing;
  guint best;

  g_return_if_fail (STARLING_IS_REHEARSE_HISTORY_PLOTS (self));

  gtk_widget_set_visible (GTK_WIDGET (self), shown->len > 1);
  if (shown->len < 2)
    return;

  starling_take_standing_init (&standing, reviews, reviews->len);
  if (one_lens && standing.best >= 0
      && g_ptr_array_find (shown, g_ptr_array_index (reviews, standing.best),
                           &best))
    series.best = (int) best;
  gtk_widget_set_visible (self->best_key, series.best >= 0);
  for (guint i = 0; i < N_PARTS; i++)
    show_trend (self->trends[i], &series, i);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/debrief/times.h"

#include "widgets/target-plot-bar.h"
#include "widgets/target-plot.h"
#include "widgets/wrap-box.h"

#include <glib/gi18n.h>

struct _StarlingRehearseTimes
{
  GtkBox parent_instance;

  StarlingTargetPlot *plot;
  StarlingWrapBox *legend;
  GtkWidget *last_key;
  GtkWidget *best_key;
};

G_DEFINE_FINAL_TYPE (StarlingRehearseTimes,
                     starling_rehearse_times,
                     GTK_TYPE_BOX)

static GtkWidget *
add_key (StarlingRehearseTimes *self, StarlingPlotMark mark, const char *text)
{
  GtkWidget *key = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 7);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "soft");
  gtk_box_append (GTK_BOX (key), starling_plot_mark_new (mark));
  gtk_box_append (GTK_BOX (key), label);
  starling_wrap_box_append (self->legend, key);
  return key;
}

static void
starling_rehearse_times_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object),
                               STARLING_TYPE_REHEARSE_TIMES);

  G_OBJECT_CLASS (starling_rehearse_times_parent_class)->dispose (object);
}

static void
starling_rehearse_times_class_init (StarlingRehearseTimesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_rehearse_times_dispose;

  g_type_ensure (STARLING_TYPE_TARGET_PLOT);
  g_type_ensure (STARLING_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/starlingapp/Starling/ui/pages/rehearse/debrief/times.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseTimes,
                                        plot);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseTimes,
                                        legend);
}

static void
starling_rehearse_times_init (StarlingRehearseTimes *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_key (self, STARLING_PLOT_MARK_SPENT, _ ("Spent"));
  add_key (self, STARLING_PLOT_MARK_OVER, _ ("Over target"));
  add_key (self, STARLING_PLOT_MARK_TARGET, _ ("Target"));
  self->last_key = add_key (self, STARLING_PLOT_MARK_LAST, _ ("Last take"));
  self->best_key = add_key (self, STARLING_PLOT_MARK_BEST,
                            _ ("Best: nearest to the targets"));
}

/**
 * starling_rehearse_times_set:
 * @self: a plot with its legend
 * @review: a take
 * @last: (nullable): the one before it
 * @best: (nullable): the best one before it, which may be @last
 *
 * Shows a take.
 */
void
starling_rehearse_times_set (StarlingRehearseTimes *self,
                             const StarlingTakeReview *review,
                             const StarlingTakeReview *last,
                             const StarlingTakeReview *best)
{
  gboolean same = last != NULL && last == best;

  g_return_if_fail (STARLING_IS_REHEARSE_TIMES (self));

  if (same)
    best = NULL;
  starling_target_plot_set_times (self->plot, review->tally.target_ms,
                                  review->tally.spent_ms,
                                  last != NULL ? last->tally.spent_ms : NULL,
                                  best != NULL ? best->tally.spent_ms : NULL);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (self->last_key)),
                       same ? _ ("Last take, also your best: nearest to the "
                                 "targets")
                            : _ ("Last take"));
  gtk_widget_set_visible (self->last_key, last != NULL);
  gtk_widget_set_visible (self->best_key, best != NULL);
}

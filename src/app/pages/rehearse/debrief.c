/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/debrief.h"

#include "pages/rehearse/figures.h"
#include "pages/rehearse/words.h"
#include "widgets/column.h"
#include "widgets/rubric.h"
#include "widgets/target-plot-bar.h"
#include "widgets/target-plot.h"
#include "widgets/wrap-box.h"

#include <glib/gi18n.h>

struct _StarlingRehearseDebrief
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkScrolledWindow *scrolled;
  GtkLabel *title;
  GtkLabel *take_label;
  GtkLabel *verdict;
  StarlingRehearseFigures *figures;
  StarlingTargetPlot *plot;
  StarlingWrapBox *legend;
  GtkWidget *last_key;
  StarlingRubric *rubric;
  GtkWidget *note_box;
  GtkTextView *note;
  GtkWidget *save;

  StarlingRehearseRun *run;
  gboolean setting_note;
};

G_DEFINE_FINAL_TYPE (StarlingRehearseDebrief,
                     starling_rehearse_debrief,
                     GTK_TYPE_WIDGET)

static void
rated_cb (StarlingRubric *rubric,
          int dimension,
          int value,
          StarlingRehearseDebrief *self)
{
  starling_rehearse_run_set_rating (self->run, (StarlingDimension) dimension,
                                    value);
}

static void
note_changed_cb (GtkTextBuffer *buffer, StarlingRehearseDebrief *self)
{
  g_autofree char *text = NULL;

  if (self->setting_note)
    return;
  g_object_get (buffer, "text", &text, NULL);
  starling_rehearse_run_set_note (self->run, text);
}

/* Once it has a place on screen, so that it is scrolled to. */
static gboolean
focus_note_cb (GtkWidget *note, GdkFrameClock *clock, gpointer data)
{
  if (gtk_widget_get_height (note) == 0)
    return G_SOURCE_CONTINUE;

  gtk_widget_grab_focus (note);
  return G_SOURCE_REMOVE;
}

static void
add_note_clicked_cb (StarlingRehearseDebrief *self)
{
  gtk_widget_set_visible (self->note_box, TRUE);
  gtk_widget_add_tick_callback (GTK_WIDGET (self->note), focus_note_cb, NULL,
                                NULL);
}

static GtkWidget *
add_key (StarlingRehearseDebrief *self, StarlingPlotMark mark, const char *text)
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
starling_rehearse_debrief_dispose (GObject *object)
{
  StarlingRehearseDebrief *self = STARLING_REHEARSE_DEBRIEF (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->run);

  G_OBJECT_CLASS (starling_rehearse_debrief_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseDebrief,
                                        content);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseDebrief,
                                        scrolled);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseDebrief,
                                        title);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseDebrief,
                                        take_label);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseDebrief,
                                        verdict);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseDebrief,
                                        figures);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseDebrief,
                                        plot);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseDebrief,
                                        legend);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseDebrief,
                                        rubric);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseDebrief,
                                        note_box);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseDebrief,
                                        note);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseDebrief,
                                        save);
}

static void
starling_rehearse_debrief_class_init (StarlingRehearseDebriefClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_rehearse_debrief_dispose;

  g_type_ensure (STARLING_TYPE_COLUMN);
  g_type_ensure (STARLING_TYPE_REHEARSE_FIGURES);
  g_type_ensure (STARLING_TYPE_RUBRIC);
  g_type_ensure (STARLING_TYPE_TARGET_PLOT);
  g_type_ensure (STARLING_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/starlingapp/Starling/ui/pages/rehearse/debrief.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, rated_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_note_clicked_cb);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_rehearse_debrief_init (StarlingRehearseDebrief *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_key (self, STARLING_PLOT_MARK_SPENT, _ ("Spent"));
  add_key (self, STARLING_PLOT_MARK_OVER, _ ("Over target"));
  add_key (self, STARLING_PLOT_MARK_TARGET, _ ("Target"));
  self->last_key = add_key (self, STARLING_PLOT_MARK_LAST, _ ("Last take"));
  g_signal_connect_object (gtk_text_view_get_buffer (self->note), "changed",
                           G_CALLBACK (note_changed_cb), self, 0);
}

/* Times of the last take of the same lens. Returns the sum, 0: there is none */
static gint64
get_last (StarlingRehearseDebrief *self,
          const StarlingTake *take,
          gint64 last_ms[STARLING_N_STEPS])
{
  const StarlingEvent *last = starling_progress_get_last_take (
      starling_library_get_progress (
          starling_rehearse_run_get_library (self->run)),
      take->scenario, take->level, take->angle);
  gint64 total = 0;

  for (guint i = 0; i < STARLING_N_STEPS; i++)
    last_ms[i] = 0;
  if (last == NULL || last->steps == NULL)
    return 0;
  for (guint i = 0; i < last->steps->len; i++)
    {
      StarlingStepTime *time
          = &g_array_index (last->steps, StarlingStepTime, i);

      if ((guint) time->step < STARLING_N_STEPS)
        last_ms[time->step] += time->spent_ms;
      total += time->spent_ms;
    }
  return total;
}

static void
show_times (StarlingRehearseDebrief *self,
            const StarlingTake *take,
            StarlingLens *lens)
{
  gint64 spent_ms[STARLING_N_STEPS], last_ms[STARLING_N_STEPS];
  gint64 last_total = get_last (self, take, last_ms);
  g_autofree char *sentence = NULL;
  StarlingTally tally;
  StarlingVerdict verdict;

  for (guint i = 0; i < STARLING_N_STEPS; i++)
    spent_ms[i]
        = starling_rehearsal_get_spent_ms (&take->clock, (StarlingStepId) i, 0);
  starling_tally_init (&tally, spent_ms, take->clock.target_ms);
  starling_verdict_init (&verdict, &tally);
  sentence = starling_rehearse_format_verdict (&verdict);

  gtk_label_set_label (self->verdict, sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->save),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence,
                                  -1);
  starling_rehearse_figures_set (self->figures, &tally, last_total,
                                 starling_take_count_said (take),
                                 starling_take_count_phrases (lens));
  starling_target_plot_set_times (self->plot, take->clock.target_ms, spent_ms,
                                  last_total > 0 ? last_ms : NULL);
  gtk_widget_set_visible (self->last_key, last_total > 0);
}

static void
show_head (StarlingRehearseDebrief *self,
           const StarlingTake *take,
           StarlingLens *lens)
{
  StarlingProgress *progress = starling_library_get_progress (
      starling_rehearse_run_get_library (self->run));
  g_autofree char *words = starling_rehearse_format_lens (lens);
  g_autofree char *title
      = g_strdup_printf ("%s · %s", lens->scenario->title, words);
  g_autofree char *number
      = g_strdup_printf (_ ("Take %u of this lens"),
                         starling_progress_count_takes (
                             progress, take->scenario, take->level, take->angle)
                             + 1);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->take_label, number);
}

/**
 * starling_rehearse_debrief_update:
 * @self: a debrief
 * @run: a run whose take is over
 *
 * Shows a take.
 */
void
starling_rehearse_debrief_update (StarlingRehearseDebrief *self,
                                  StarlingRehearseRun *run)
{
  const StarlingTake *take = starling_rehearse_run_get_take (run);
  StarlingLens *lens = starling_rehearse_run_get_lens (run);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->note);

  g_return_if_fail (STARLING_IS_REHEARSE_DEBRIEF (self));

  g_set_object (&self->run, run);
  show_head (self, take, lens);
  show_times (self, take, lens);
  for (guint i = 0; i < STARLING_N_DIMENSIONS; i++)
    starling_rubric_set_rating (self->rubric, (StarlingDimension) i,
                                take->rating[i]);
  gtk_widget_set_visible (self->note_box, take->note != NULL);
  self->setting_note = TRUE;
  gtk_text_buffer_set_text (buffer, take->note != NULL ? take->note : "", -1);
  self->setting_note = FALSE;
}

/**
 * starling_rehearse_debrief_take_focus:
 * @self: a debrief
 *
 * Puts the focus on Save, whose description is the verdict, and shows the page
 * from its beginning.
 */
void
starling_rehearse_debrief_take_focus (StarlingRehearseDebrief *self)
{
  g_return_if_fail (STARLING_IS_REHEARSE_DEBRIEF (self));

  gtk_widget_grab_focus (self->save);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (
                                self->scrolled),
                            0);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/quiz/end.h"

#include "pages/quiz/end-words.h"
#include "pages/quiz/mistakes.h"
#include "pages/quiz/scores.h"
#include "widgets/trend.h"
#include "widgets/wrap-box.h"

#include <glib/gi18n.h>

#define MAX_DAYS 12

struct _StarlingQuizEnd
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkLabel *score;
  GtkLabel *rest;
  GtkWidget *next;
  GtkImage *next_icon;
  GtkLabel *next_text;
  GtkButton *next_button;
  StarlingQuizScores *scores;
  StarlingQuizMistakes *mistakes;
  GtkBox *days;
  StarlingTrend *trend;
  GtkWidget *first_day;

  gboolean all_right;
  char *scenario; /* (nullable): where the button leads */
  char *step;     /* id, or empty; as the next */
  char *probe;
};

enum
{
  SIGNAL_STUDY,
  SIGNAL_REHEARSE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StarlingQuizEnd, starling_quiz_end, GTK_TYPE_WIDGET)

static void
next_cb (StarlingQuizEnd *self)
{
  if (self->all_right)
    g_signal_emit (self, signals[SIGNAL_REHEARSE], 0, self->scenario);
  else
    g_signal_emit (self, signals[SIGNAL_STUDY], 0, self->scenario, self->step,
                   self->probe);
}

static void
study_cb (StarlingQuizEnd *self,
          const char *scenario,
          const char *step,
          const char *probe)
{
  g_signal_emit (self, signals[SIGNAL_STUDY], 0, scenario, step, probe);
}

static void
starling_quiz_end_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), STARLING_TYPE_QUIZ_END);

  G_OBJECT_CLASS (starling_quiz_end_parent_class)->dispose (object);
}

static void
starling_quiz_end_finalize (GObject *object)
{
  StarlingQuizEnd *self = STARLING_QUIZ_END (object);

  g_free (self->scenario);
  g_free (self->step);
  g_free (self->probe);

  G_OBJECT_CLASS (starling_quiz_end_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    gssize offset;
  } children[] = {
    { "content", G_STRUCT_OFFSET (StarlingQuizEnd, content) },
    { "score", G_STRUCT_OFFSET (StarlingQuizEnd, score) },
    { "rest", G_STRUCT_OFFSET (StarlingQuizEnd, rest) },
    { "next", G_STRUCT_OFFSET (StarlingQuizEnd, next) },
    { "next_icon", G_STRUCT_OFFSET (StarlingQuizEnd, next_icon) },
    { "next_text", G_STRUCT_OFFSET (StarlingQuizEnd, next_text) },
    { "next_button", G_STRUCT_OFFSET (StarlingQuizEnd, next_button) },
    { "scores", G_STRUCT_OFFSET (StarlingQuizEnd, scores) },
    { "mistakes", G_STRUCT_OFFSET (StarlingQuizEnd, mistakes) },
    { "days", G_STRUCT_OFFSET (StarlingQuizEnd, days) },
    { "first_day", G_STRUCT_OFFSET (StarlingQuizEnd, first_day) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    gtk_widget_class_bind_template_child_full (widget_class, children[i].name,
                                               FALSE, children[i].offset);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, study_cb);
}

static void
starling_quiz_end_class_init (StarlingQuizEndClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = starling_quiz_end_dispose;
  object_class->finalize = starling_quiz_end_finalize;

  signals[SIGNAL_STUDY]
      = g_signal_new ("study", STARLING_TYPE_QUIZ_END, G_SIGNAL_RUN_LAST, 0,
                      NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_STRING,
                      G_TYPE_STRING, G_TYPE_STRING);
  signals[SIGNAL_REHEARSE]
      = g_signal_new ("rehearse", STARLING_TYPE_QUIZ_END, G_SIGNAL_RUN_LAST, 0,
                      NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (STARLING_TYPE_QUIZ_MISTAKES);
  g_type_ensure (STARLING_TYPE_QUIZ_SCORES);
  g_type_ensure (STARLING_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/starlingapp/Starling/ui/pages/quiz/end.ui");
  bind_template (widget_class);

  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_quiz_end_init (StarlingQuizEnd *self)
{
  StarlingChart *chart;
  g_autofree char *none = g_strdup_printf (_ ("%d%%"), 0);
  g_autofree char *all = g_strdup_printf (_ ("%d%%"), 100);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->trend
      = STARLING_TREND (starling_trend_new (_ ("Right answers"), FALSE));
  chart = starling_trend_get_chart (self->trend);
  starling_chart_set_range (chart, 0, 100, none, all);
  gtk_box_prepend (self->days, GTK_WIDGET (self->trend));
}

/* --- the score, and what to do next --- */

static const char *
find_title (StarlingLibrary *library, const char *scenario)
{
  StarlingSummary *summary
      = scenario != NULL ? starling_library_find_summary (library, scenario)
                         : NULL;

  return summary != NULL ? starling_summary_get_title (summary) : NULL;
}

static void
set_next (StarlingQuizEnd *self,
          const char *icon,
          const char *text,
          const char *button)
{
  gtk_image_set_from_icon_name (self->next_icon, icon);
  gtk_label_set_label (self->next_text, text);
  gtk_button_set_label (self->next_button, button);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->next_button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}

static void
set_place (StarlingQuizEnd *self,
           const char *scenario,
           const char *step,
           const char *probe)
{
  g_free (self->scenario);
  g_free (self->step);
  g_free (self->probe);
  self->scenario = g_strdup (scenario);
  self->step = g_strdup (step);
  self->probe = g_strdup (probe);
}

static void
advise_to_rehearse (StarlingQuizEnd *self, const char *story, const char *title)
{
  g_autofree char *text = starling_quiz_format_retell (title);

  set_place (self, title != NULL ? story : NULL, "", "");
  set_next (self, "starling-microphone-symbolic", text, _ ("Rehearse"));
}

static void
advise_to_read (StarlingQuizEnd *self,
                const StarlingQuizReport *report,
                const char *title)
{
  int step = report->next_step;
  const char *probe = report->next_probe;
  g_autofree char *text = starling_quiz_format_next (title, step, probe);

  set_place (self, report->next,
             step != STARLING_NO_STEP
                 ? starling_step_to_id ((StarlingStepId) step)
                 : "",
             probe != NULL ? probe : "");
  set_next (self, "starling-book-symbolic", text,
            starling_quiz_get_read_label (step, probe));
}

/**
 * starling_quiz_end_set_report:
 * @self: the end of a quiz
 * @report: what it came to
 * @story: (nullable): id of the only story that was asked about
 * @library: what knows the stories and principles
 *
 * Shows the score, the advice and the scores of principles and kinds.
 *
 * Returns: (transfer full): the score in words
 */
char *
starling_quiz_end_set_report (StarlingQuizEnd *self,
                              const StarlingQuizReport *report,
                              const char *story,
                              StarlingLibrary *library)
{
  const char *next = NULL;
  g_autofree char *rest = NULL;
  char *score;

  g_return_val_if_fail (STARLING_IS_QUIZ_END (self), NULL);
  g_return_val_if_fail (report != NULL, NULL);

  score = starling_quiz_format_score (&report->total);
  rest = starling_quiz_format_rest (report);
  next = find_title (library, report->next);
  gtk_label_set_label (self->score, score);
  gtk_label_set_label (self->rest, rest);
  gtk_widget_set_visible (GTK_WIDGET (self->rest), *rest != '\0');

  self->all_right = report->total.n_right == report->total.n_asked;
  gtk_widget_set_visible (self->next, self->all_right || next != NULL);
  if (self->all_right)
    advise_to_rehearse (self, story, find_title (library, story));
  else if (next != NULL)
    advise_to_read (self, report, next);
  starling_quiz_scores_set (self->scores, report,
                            starling_library_get_catalogue (library));
  return score;
}

/**
 * starling_quiz_end_set_mistakes:
 * @self: the end of a quiz
 * @mistakes: (element-type StarlingQuizMistake): questions that were answered
 *   wrong; kept, not to be changed any more
 * @pooled: whether they may be about several stories
 *
 * Lists questions with their right answers.
 */
void
starling_quiz_end_set_mistakes (StarlingQuizEnd *self,
                                GPtrArray *mistakes,
                                gboolean pooled)
{
  g_return_if_fail (STARLING_IS_QUIZ_END (self));

  starling_quiz_mistakes_set (self->mistakes, mistakes, pooled);
}

/* --- over time --- */

static void
show_days (StarlingQuizEnd *self,
           const StarlingQuizDay *days,
           guint n_days,
           int today)
{
  StarlingChart *chart = starling_trend_get_chart (self->trend);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree StarlingChartItem *items = g_new0 (StarlingChartItem, n_days);
  g_autofree char *description = starling_quiz_describe_days (days, n_days);

  for (guint i = 0; i < n_days; i++)
    {
      guint percent
          = starling_quiz_get_percent (days[i].n_right, days[i].n_answers);
      char *label = starling_quiz_format_date (days[i].day, today);
      char *figure = g_strdup_printf (_ ("%d%%"), (int) percent);
      char *text = starling_quiz_format_point (&days[i], today);

      items[i] = (StarlingChartItem){ percent, label, figure, text };
      g_ptr_array_add (texts, label);
      g_ptr_array_add (texts, figure);
      g_ptr_array_add (texts, text);
    }
  starling_chart_set_items (chart, items, n_days, (int) n_days - 1,
                            description);
}

/**
 * starling_quiz_end_set_days:
 * @self: the end of a quiz
 * @days: (array length=n_days): days with answers to questions of the scope,
 *   ascending
 * @n_days: how many
 * @today: the study day of now
 *
 * Shows how the answers went on the last twelve of these days.
 */
void
starling_quiz_end_set_days (StarlingQuizEnd *self,
                            const StarlingQuizDay *days,
                            guint n_days,
                            int today)
{
  guint n = MIN (n_days, MAX_DAYS);
  gboolean plotted = n > 1;

  g_return_if_fail (STARLING_IS_QUIZ_END (self));

  gtk_widget_set_visible (GTK_WIDGET (self->days), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (starling_trend_get_chart (self->trend)),
                          plotted);
  gtk_widget_set_visible (self->first_day, !plotted);
  if (n > 0)
    {
      g_autofree char *value
          = starling_quiz_format_day (&days[n_days - 1], today);

      starling_trend_set_value (self->trend, value);
    }
  if (plotted)
    show_days (self, days + n_days - n, n, today);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/quiz/page-private.h"

#include "pages/quiz/end-words.h"

static void
study_cb (StarlingQuizPage *self,
          const char *scenario,
          const char *step,
          const char *probe)
{
  starling_quiz_page_read_place (self, scenario, step, probe);
}

/* Of several stories, the mode itself proposes one. */
static void
rehearse_cb (StarlingQuizPage *self, const char *scenario)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (scenario != NULL)
    gtk_widget_activate_action (widget, "win.show-scenario", "s", scenario);
  gtk_widget_activate_action (widget, "win.mode", "s", "rehearse");
}

/* How the answers to questions of the scope went, from day to day. */
static void
show_days (StarlingQuizPage *self)
{
  StarlingLibrary *library = starling_session_get_library (self->session);
  StarlingClock *clock = starling_library_get_clock (library);
  gint64 now = starling_clock_get_utc (clock);
  int today = starling_day_of (now, starling_clock_get_offset (clock, now));
  g_auto (GStrv) scenarios = starling_session_list_scenarios (self->session);
  g_autoptr (GArray) days
      = g_array_new (FALSE, FALSE, sizeof (StarlingQuizDay));

  starling_progress_list_quiz_days (starling_library_get_progress (library),
                                    (const char *const *) scenarios, days);
  starling_quiz_end_set_days (self->end, (gconstpointer) days->data, days->len,
                              today);
}

/* The only story that was asked about; NULL: there are several. */
static const char *
find_only_story (const StarlingQuiz *quiz, const StarlingQuizReport *report)
{
  return report->n_stories == 1 ? starling_quiz_get_item (quiz, 0)->scenario
                                : NULL;
}

void
starling_quiz_page_show_end (StarlingQuizPage *self)
{
  StarlingLibrary *library = starling_session_get_library (self->session);
  StarlingQuiz *quiz = starling_quiz_run_get_quiz (self->run);
  g_autoptr (GPtrArray) mistakes = starling_quiz_run_list_mistakes (self->run);
  StarlingQuizReport report;
  StarlingSummary *summary = NULL;
  const char *story;
  g_autofree char *score = NULL;
  g_autofree char *about = NULL;

  starling_quiz_report (quiz, &report);
  story = find_only_story (quiz, &report);
  if (story != NULL)
    summary = starling_library_find_summary (library, story);
  about = starling_quiz_format_about (summary != NULL
                                          ? starling_summary_get_title (summary)
                                          : NULL,
                                      report.n_stories);
  gtk_label_set_label (self->about, about);
  score = starling_quiz_end_set_report (self->end, &report, story, library);
  starling_quiz_end_set_mistakes (self->end, mistakes,
                                  starling_quiz_run_is_pooled (self->run));
  show_days (self);
  starling_quiz_bar_announce (self->bar, score);
}

void
starling_quiz_page_bind_end (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, study_cb);
  gtk_widget_class_bind_template_callback (widget_class, rehearse_cb);
}

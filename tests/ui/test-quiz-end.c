/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gtk/gtk.h>
#include <string.h>

#include "pages/quiz/end-words.h"
#include "pages/quiz/end.h"
#include "pages/quiz/run.h"
#include "plots.h"
#include "support.h"
#include "widgets/chart.h"
#include "widgets/fold.h"
#include "widgets/mean-bar.h"

#define STORY "webhook-drops"
#define TITLE "The webhooks that vanished"
#define TODAY 20780 /* 2026-11-23, a Monday */

typedef struct
{
  StarlingSession *session;
  StarlingLibrary *library;
  StarlingQuizEnd *end;
  GtkWidget *window;
  GString *log; /* of its signals */
} Fixture;

static void
study_cb (Fixture *fixture,
          const char *scenario,
          const char *step,
          const char *probe)
{
  g_string_append_printf (fixture->log, "study %s,%s,%s\n", scenario, step,
                          probe);
}

static void
rehearse_cb (Fixture *fixture, const char *scenario)
{
  g_string_append_printf (fixture->log, "rehearse %s\n",
                          scenario != NULL ? scenario : "any");
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = starling_test_session_new ();
  fixture->library = starling_session_get_library (fixture->session);
  fixture->end
      = g_object_ref_sink (g_object_new (STARLING_TYPE_QUIZ_END, NULL));
  fixture->window = starling_test_present (GTK_WIDGET (fixture->end), 728, 600);
  fixture->log = g_string_new (NULL);
  g_signal_connect_swapped (fixture->end, "study", G_CALLBACK (study_cb),
                            fixture);
  g_signal_connect_swapped (fixture->end, "rehearse", G_CALLBACK (rehearse_cb),
                            fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->end);
  starling_test_drop_session (fixture->session);
  g_string_free (fixture->log, TRUE);
}

static gboolean
is_label_shown (Fixture *fixture, const char *text)
{
  GtkWidget *end = GTK_WIDGET (fixture->end);

  return starling_test_is_shown (starling_test_find_label (end, text), end);
}

static GtkWidget *
find_button (Fixture *fixture, const char *text)
{
  GtkWidget *label = starling_test_find_label (GTK_WIDGET (fixture->end), text);

  g_assert_true (starling_test_is_shown (label, GTK_WIDGET (fixture->end)));
  return gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON);
}

static StarlingQuizReport
make_report (guint n_asked, guint n_right)
{
  return (StarlingQuizReport){
    .total = { n_asked, n_right },
    .n_stories = 2,
    .next = n_right < n_asked ? STORY : NULL,
    .next_step = n_right < n_asked ? STARLING_STEP_ACTION : STARLING_NO_STEP,
  };
}

static void
show (Fixture *fixture, const StarlingQuizReport *report, const char *story)
{
  g_autofree char *expected = starling_quiz_format_score (&report->total);
  g_autofree char *score
      = starling_quiz_end_set_report (fixture->end, report, story,
                                      fixture->library);

  g_assert_cmpstr (score, ==, expected);
  g_assert_true (is_label_shown (fixture, score));
}

/* Nothing is in the tree that has nothing to say. */
static void
test_advice (Fixture *fixture, gconstpointer data)
{
  StarlingQuizReport report = make_report (10, 7);
  GtkWidget *button;

  report.n_mended = 2;
  show (fixture, &report, NULL);
  gtk_test_accessible_assert_role (
      starling_test_find_label (GTK_WIDGET (fixture->end), "7 of 10 right"),
      GTK_ACCESSIBLE_ROLE_HEADING);
  g_assert_true (
      is_label_shown (fixture,
                      "2 of the other 3 were right when they came back."));
  g_assert_true (
      is_label_shown (fixture, "Start with the Action of “" TITLE "”."));
  button = find_button (fixture, "Read the Action");
  gtk_test_accessible_assert_property (button,
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Start with the Action of “" TITLE "”.");
  g_signal_emit_by_name (button, "clicked");

  report.n_mended = 0;
  report.next_step = STARLING_NO_STEP;
  report.next_probe = "own-part";
  show (fixture, &report, NULL);
  g_assert_false (is_label_shown (fixture, ""));
  g_signal_emit_by_name (find_button (fixture, "Read the follow-up"),
                         "clicked");
  report.next_probe = NULL;
  show (fixture, &report, NULL);
  g_signal_emit_by_name (find_button (fixture, "Read the story"), "clicked");
  g_assert_cmpstr (fixture->log->str, ==,
                   "study " STORY ",action,\n"
                   "study " STORY ",,own-part\n"
                   "study " STORY ",,\n");

  /* a story that is gone */
  report.next = "gone";
  show (fixture, &report, NULL);
  g_assert_false (is_label_shown (fixture, "Read the story"));
}

static void
test_all_right (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *story;
    const char *text;
    const char *log;
  } cases[] = {
    { NULL, "Nothing to look up. Next, tell one of these stories out loud.",
      "rehearse any\n" },
    { STORY, "Nothing to look up. Next, tell “" TITLE "” out loud.",
      "rehearse " STORY "\n" },
    { "gone", "Nothing to look up. Next, tell one of these stories out loud.",
      "rehearse any\n" },
  };
  StarlingQuizReport before = make_report (3, 1);
  StarlingQuizReport report = make_report (10, 10);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      show (fixture, &before, NULL);
      show (fixture, &report, cases[i].story);
      g_assert_true (is_label_shown (fixture, cases[i].text));
      g_assert_false (is_label_shown (fixture, "Read the Action"));
      g_string_truncate (fixture->log, 0);
      g_signal_emit_by_name (find_button (fixture, "Rehearse"), "clicked");
      g_assert_cmpstr (fixture->log->str, ==, cases[i].log);
    }
}

/* --- scores --- */

/* The accessible names of the bars that are shown, one a line. */
static char *
read_bars (Fixture *fixture)
{
  GtkWidget *end = GTK_WIDGET (fixture->end);
  GString *text = g_string_new (NULL);
  GtkWidget *bar;

  for (guint i = 0;
       (bar = starling_test_find (end, STARLING_TYPE_MEAN_BAR, i)) != NULL; i++)
    {
      const char *figure
          = gtk_label_get_text (GTK_LABEL (gtk_widget_get_next_sibling (bar)));
      GtkWidget *pair = gtk_widget_get_parent (gtk_widget_get_parent (bar));
      const char *name = gtk_label_get_text (
          GTK_LABEL (starling_test_find (pair, GTK_TYPE_LABEL, 0)));
      g_autofree char *words = g_strdup_printf ("%s: %s right", name, figure);

      gtk_test_accessible_assert_property (bar, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           words);
      if (starling_test_is_shown (bar, end))
        g_string_append_printf (text, "%s\n", words);
    }
  return g_string_free (text, FALSE);
}

static StarlingQuizScore *
get_principle (Fixture *fixture, StarlingQuizReport *report, const char *id)
{
  return &report
              ->principles[starling_test_find_principle (fixture->session, id)];
}

static void
test_scores (Fixture *fixture, gconstpointer data)
{
  StarlingQuizReport report = make_report (10, 7);
  g_autofree char *bars = NULL;

  *get_principle (fixture, &report, "ownership") = (StarlingQuizScore){ 4, 3 };
  *get_principle (fixture, &report, "dive-deep") = (StarlingQuizScore){ 4, 2 };
  *get_principle (fixture, &report, "frugality") = (StarlingQuizScore){ 2, 2 };
  report.kinds[STARLING_QUESTION_WRITTEN] = (StarlingQuizScore){ 2, 2 };
  report.kinds[STARLING_QUESTION_STEP] = (StarlingQuizScore){ 2, 1 };
  report.kinds[STARLING_QUESTION_FLAG] = (StarlingQuizScore){ 4, 2 };
  report.kinds[STARLING_QUESTION_PHRASE] = (StarlingQuizScore){ 2, 2 };
  show (fixture, &report, NULL);
  bars = read_bars (fixture);
  g_assert_cmpstr (bars, ==,
                   "Dive Deep: 2 of 4 right\n"
                   "Ownership: 3 of 4 right\n"
                   "Frugality: 2 of 2 right\n"
                   "Spot the flag: 2 of 4 right\n"
                   "Which step: 1 of 2 right\n"
                   "Written for the story: 2 of 2 right\n"
                   "Missing key phrase: 2 of 2 right\n");
  g_assert_true (is_label_shown (fixture, "By principle"));
  g_assert_true (is_label_shown (fixture, "By kind"));
}

/* One alone is compared with nothing. */
static void
test_single_scores (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 4; i++)
    {
      gboolean principles = (i & 1) != 0;
      gboolean kinds = (i & 2) != 0;
      StarlingQuizReport report = make_report (4, 3);
      g_autofree char *bars = NULL;

      *get_principle (fixture, &report, "ownership")
          = (StarlingQuizScore){ 2, 2 };
      report.kinds[STARLING_QUESTION_STEP] = (StarlingQuizScore){ 2, 2 };
      if (principles)
        *get_principle (fixture, &report, "frugality")
            = (StarlingQuizScore){ 2, 1 };
      if (kinds)
        report.kinds[STARLING_QUESTION_FLAG] = (StarlingQuizScore){ 2, 1 };
      show (fixture, &report, NULL);
      bars = read_bars (fixture);
      g_assert_cmpint (is_label_shown (fixture, "By principle"), ==,
                       principles);
      g_assert_cmpint (is_label_shown (fixture, "By kind"), ==, kinds);
      g_assert_cmpint (strstr (bars, "Frugality: 1 of 2 right") != NULL, ==,
                       principles);
      g_assert_cmpint (strstr (bars, "Spot the flag: 1 of 2 right") != NULL, ==,
                       kinds);
    }
}

/* A bar is as long as the share that it stands for, and has no tick. */
static void
test_bars (Fixture *fixture, gconstpointer data)
{
  StarlingQuizReport report = make_report (4, 2);

  report.kinds[STARLING_QUESTION_STEP] = (StarlingQuizScore){ 1, 0 };
  report.kinds[STARLING_QUESTION_FLAG] = (StarlingQuizScore){ 4, 1 };
  report.kinds[STARLING_QUESTION_LEVEL] = (StarlingQuizScore){ 1, 1 };
  show (fixture, &report, NULL);
  starling_test_run_frames (fixture->window, 2);
  for (guint i = 0; i < 3; i++)
    {
      static const double shares[] = { 0, 0.25, 1 };
      GtkWidget *bar = starling_test_find (GTK_WIDGET (fixture->end),
                                           STARLING_TYPE_MEAN_BAR, i);
      int width = gtk_widget_get_width (bar);
      const GdkRectangle row = { 0, gtk_widget_get_height (bar) / 2, width, 1 };
      const GdkRectangle all = { 0, 0, width, gtk_widget_get_height (bar) };
      g_auto (StarlingTestPainting) painting = { 0 };

      starling_test_painting_init (&painting, bar);
      g_assert_cmpfloat_with_epsilon (
          starling_test_painting_count (&painting, "starling_accent", &row),
          shares[i] * width, 3);
      g_assert_cmpuint (starling_test_painting_count (&painting, "starling_ink",
                                                      &all),
                        ==, 0);
    }
}

/* --- mistakes --- */

static void
mistake_free (gpointer data)
{
  StarlingQuizMistake *mistake = data;

  starling_scenario_unref (mistake->scenario);
  starling_question_free (mistake->question);
  g_free (mistake);
}

static GPtrArray *
make_mistakes (Fixture *fixture, guint n)
{
  GPtrArray *mistakes = g_ptr_array_new_with_free_func (mistake_free);

  for (guint i = 0; i < n; i++)
    {
      StarlingQuizMistake *mistake = g_new0 (StarlingQuizMistake, 1);
      StarlingQuestion *question = starling_question_new ();

      question->id = g_strdup_printf ("q%u", i);
      question->question = g_strdup_printf ("Question %u?", i);
      question->kind = (StarlingQuestionKind) (i % STARLING_N_QUESTION_KINDS);
      starling_question_add_option (question, "Wrong", NULL);
      starling_question_add_option (question, "Right", NULL);
      question->correct = 1;
      if (i == 1)
        {
          question->quote = g_strdup ("“<b>Quoted</b>”");
          question->step = STARLING_STEP_RESULT;
        }
      if (i == 2)
        question->probe = g_strdup ("own-part");
      mistake->scenario
          = starling_library_open_scenario (fixture->library, STORY, NULL);
      mistake->question = question;
      g_ptr_array_add (mistakes, mistake);
    }
  return mistakes;
}

static void
set_mistakes (Fixture *fixture, guint n, gboolean pooled)
{
  g_autoptr (GPtrArray) mistakes = make_mistakes (fixture, n);

  starling_quiz_end_set_mistakes (fixture->end, mistakes, pooled);
}

static void
test_mistakes (Fixture *fixture, gconstpointer data)
{
  set_mistakes (fixture, 3, TRUE);
  g_assert_true (is_label_shown (fixture, "To look at again"));
  g_assert_true (is_label_shown (fixture, "Question 0?"));
  g_assert_true (is_label_shown (fixture, "Question 2?"));
  g_assert_true (is_label_shown (fixture, "“<b>Quoted</b>”"));
  g_assert_true (is_label_shown (fixture, "Right"));
  g_assert_false (is_label_shown (fixture, "Wrong"));
  g_assert_true (is_label_shown (fixture, TITLE " · Written for the story"));
  g_assert_true (is_label_shown (fixture, TITLE " · Weak or strong"));
  gtk_test_accessible_assert_property (find_button (fixture, "Read the story"),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Question 0?");
  g_signal_emit_by_name (find_button (fixture, "Read the story"), "clicked");
  g_signal_emit_by_name (find_button (fixture, "Read the Result"), "clicked");
  g_signal_emit_by_name (find_button (fixture, "Read the follow-up"),
                         "clicked");
  g_assert_cmpstr (fixture->log->str, ==,
                   "study " STORY ",,\n"
                   "study " STORY ",result,\n"
                   "study " STORY ",,own-part\n");

  set_mistakes (fixture, 1, FALSE);
  g_assert_true (is_label_shown (fixture, "Written for the story"));
  g_assert_null (
      starling_test_find_label (GTK_WIDGET (fixture->end), "Question 1?"));

  set_mistakes (fixture, 0, FALSE);
  g_assert_false (is_label_shown (fixture, "To look at again"));
}

/* Many are folded up, and made when they are wanted. */
static void
test_folded (Fixture *fixture, gconstpointer data)
{
  GtkWidget *end = GTK_WIDGET (fixture->end);
  GtkWidget *fold;

  set_mistakes (fixture, 5, TRUE);
  g_assert_null (starling_test_find (end, STARLING_TYPE_FOLD, 0));
  g_assert_true (is_label_shown (fixture, "Question 4?"));

  set_mistakes (fixture, 6, TRUE);
  fold = starling_test_find (end, STARLING_TYPE_FOLD, 0);
  g_assert_cmpstr (starling_fold_get_title (STARLING_FOLD (fold)), ==,
                   "6 questions to look at again");
  g_assert_false (is_label_shown (fixture, "To look at again"));
  g_assert_null (starling_test_find_label (end, "Question 5?"));
  starling_fold_set_expanded (STARLING_FOLD (fold), TRUE);
  g_assert_true (is_label_shown (fixture, "Question 5?"));
  g_signal_emit_by_name (find_button (fixture, "Read the Result"), "clicked");
  g_assert_cmpstr (fixture->log->str, ==, "study " STORY ",result,\n");
}

/* --- days --- */

static void
test_days (Fixture *fixture, gconstpointer data)
{
  static const char soon[] = "The plot begins on your second day.";
  static const char description[]
      = "From 20% to 30%, over 12 days with answers.";
  GtkWidget *end = GTK_WIDGET (fixture->end);
  GtkWidget *chart = starling_test_find (end, STARLING_TYPE_CHART, 0);
  StarlingQuizDay days[14];

  for (guint n = 0; n <= G_N_ELEMENTS (days); n++)
    {
      for (guint i = 0; i < n; i++)
        days[i] = (StarlingQuizDay){ TODAY - (int) (n - 1 - i), 10, i % 10 };
      starling_quiz_end_set_days (fixture->end, days, n, TODAY);
      g_assert_cmpint (is_label_shown (fixture, "Right answers"), ==, n > 0);
      g_assert_cmpint (is_label_shown (fixture, soon), ==, n == 1);
      g_assert_cmpint (starling_test_is_shown (chart, end), ==, n > 1);
    }
  g_assert_true (is_label_shown (fixture, "30% of 10 answers today"));
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Right answers");
  gtk_test_accessible_assert_property (chart,
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       description);
}

/* The plot goes from 0 to 100 percent, its points can be read one by one. */
static void
test_plot (Fixture *fixture, gconstpointer data)
{
  static const StarlingQuizDay days[]
      = { { TODAY - 9, 5, 3 }, { TODAY - 2, 4, 4 }, { TODAY, 20, 16 } };
  GtkWidget *chart
      = starling_test_find (GTK_WIDGET (fixture->end), STARLING_TYPE_CHART, 0);
  g_auto (StarlingTestPainting) painting = { 0 };
  double x, high, low, value;

  starling_quiz_end_set_days (fixture->end, days, 3, TODAY);
  starling_test_run_frames (fixture->window, 2);
  starling_test_painting_init (&painting, chart);
  g_assert_true (starling_test_painting_find (&painting, "100%", &x, &high));
  g_assert_true (starling_test_painting_find (&painting, "0%", &x, &low));
  g_assert_true (starling_test_painting_find (&painting, "80%", &x, &value));
  g_assert_cmpfloat (high, <, low);
  g_assert_true (starling_test_painting_find (&painting, "Today", &x, NULL));
  g_assert_true (starling_test_painting_find (&painting, "14 Nov", &x, NULL));

  gtk_widget_grab_focus (chart);
  g_assert_true (starling_test_plot_press (chart, GDK_KEY_Home, 0));
  starling_test_plot_assert_name (chart,
                                  "Saturday 14 November: 60% of 5 answers");
}

int
main (int argc, char **argv)
{
  starling_test_init (&argc, &argv);

#define ADD(name, function)                                                    \
  g_test_add ("/quiz-end/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("advice", test_advice);
  ADD ("all-right", test_all_right);
  ADD ("scores", test_scores);
  ADD ("scores/single", test_single_scores);
  ADD ("scores/bars", test_bars);
  ADD ("mistakes", test_mistakes);
  ADD ("mistakes/folded", test_folded);
  ADD ("days", test_days);
  ADD ("days/plot", test_plot);
#undef ADD

  return g_test_run ();
}

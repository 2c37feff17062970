/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/quiz/question.h"
#include "support.h"
#include "widgets/badge.h"
#include "widgets/quiz-option.h"

#define N_OPTIONS 3
#define RIGHT 1

/* The view of one question, which is made up here. */
typedef struct
{
  StarlingQuestion *question;
  StarlingQuiz *quiz;
  StarlingQuizQuestion *view;
  GtkWidget *window;
  int chosen; /* slot of the last signal; -1: none */
} Fixture;

static void
chosen_cb (Fixture *f, guint slot)
{
  f->chosen = (int) slot;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->question = starling_question_new ();
  f->question->id = g_strdup ("q.1");
  f->question->kind = STARLING_QUESTION_FLAG;
  f->question->question = g_strdup ("Which <phrase> costs you the Task?");
  f->question->explanation = g_strdup ("It was <b>told</b> to you.");
  f->question->correct = RIGHT;
  starling_question_add_option (f->question, "“None.”", "Why not this.");
  starling_question_add_option (f->question, "“My manager asked me.”", NULL);
  starling_question_add_option (f->question, "“It was me.”", "Fine.");

  f->chosen = -1;
  f->view
      = g_object_ref_sink (g_object_new (STARLING_TYPE_QUIZ_QUESTION, NULL));
  g_signal_connect_swapped (f->view, "chosen", G_CALLBACK (chosen_cb), f);
  f->window = starling_test_present (GTK_WIDGET (f->view), 500, 600);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  g_assert_finalize_object (f->view);
  starling_question_free (f->question);
  g_clear_pointer (&f->quiz, starling_quiz_free);
}

/* Asks the question, in a quiz of its own. */
static void
ask (Fixture *f)
{
  const StarlingQuizItem item = {
    .scenario = (char *) "story",
    .question = f->question->id,
    .kind = f->question->kind,
    .principle = STARLING_AS_TOLD,
    .step = f->question->step,
    .probe = f->question->probe,
    .n_options = f->question->options->len,
    .correct = f->question->correct,
  };

  g_clear_pointer (&f->quiz, starling_quiz_free);
  f->quiz = starling_quiz_new (3);
  starling_quiz_add (f->quiz, &item);
  starling_quiz_question_ask (f->view, "A story", f->question, f->quiz);
}

static gboolean
has_label (Fixture *f, const char *text)
{
  return starling_test_is_shown (starling_test_find_label (GTK_WIDGET (f->view),
                                                           text),
                                 GTK_WIDGET (f->view));
}

static GtkWidget *
option (Fixture *f, guint slot)
{
  return starling_test_find (GTK_WIDGET (f->view), STARLING_TYPE_QUIZ_OPTION,
                             slot);
}

/* The slot at which an option lies. */
static guint
slot_of (Fixture *f, guint index)
{
  for (guint slot = 0; slot < N_OPTIONS; slot++)
    if (starling_quiz_get_option (f->quiz, slot) == index)
      return slot;
  g_assert_not_reached ();
}

static int
get_badge (Fixture *f)
{
  int step;

  g_object_get (starling_test_find (GTK_WIDGET (f->view), STARLING_TYPE_BADGE,
                                    0),
                "step", &step, NULL);
  return step;
}

static void
test_caption (Fixture *f, gconstpointer data)
{
  static const struct
  {
    StarlingQuestionKind kind;
    const char *caption;
  } cases[] = {
    { STARLING_QUESTION_WRITTEN, "A story · Written for the story" },
    { STARLING_QUESTION_ANSWER, "A story · Weak or strong" },
    { STARLING_QUESTION_STEP, "A story · Which step" },
    { STARLING_QUESTION_ANGLE, "A story · Which angle" },
    { STARLING_QUESTION_RESULT, "A story · Missing from the Result" },
    { STARLING_QUESTION_LEVEL, "A story · Which level" },
    { STARLING_QUESTION_FLAG, "A story · Spot the flag" },
    { STARLING_QUESTION_PHRASE, "A story · Missing key phrase" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      f->question->kind = cases[i].kind;
      ask (f);
      g_assert_true (has_label (f, cases[i].caption));
    }

  /* answered wrong, it comes back */
  starling_quiz_choose (f->quiz, slot_of (f, 0));
  starling_quiz_check (f->quiz);
  starling_quiz_next (f->quiz);
  starling_quiz_question_ask (f->view, "A story", f->question, f->quiz);
  g_assert_true (has_label (f, "A story · Missing key phrase · once more"));
}

/* The badge never answers the question. */
static void
test_badge (Fixture *f, gconstpointer data)
{
  static const struct
  {
    StarlingQuestionKind kind;
    int step;
    int asked;
    int told;
  } cases[] = {
    { STARLING_QUESTION_FLAG, STARLING_STEP_TASK, STARLING_STEP_TASK,
      STARLING_STEP_TASK },
    { STARLING_QUESTION_WRITTEN, STARLING_STEP_REFLECTION,
      STARLING_STEP_REFLECTION, STARLING_STEP_REFLECTION },
    { STARLING_QUESTION_STEP, STARLING_STEP_SITUATION, -1,
      STARLING_STEP_SITUATION },
    { STARLING_QUESTION_LEVEL, STARLING_STEP_ACTION, -1, STARLING_STEP_ACTION },
    { STARLING_QUESTION_ANGLE, STARLING_NO_STEP, -1, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      f->question->kind = cases[i].kind;
      f->question->step = cases[i].step;
      ask (f);
      g_assert_cmpint (get_badge (f), ==, cases[i].asked);
      starling_quiz_choose (f->quiz, 0);
      starling_quiz_check (f->quiz);
      g_free (starling_quiz_question_tell (f->view, f->question, f->quiz));
      g_assert_cmpint (get_badge (f), ==, cases[i].told);
    }
}

static GtkWidget *
find_quote (Fixture *f)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *label
          = starling_test_find (GTK_WIDGET (f->view), GTK_TYPE_LABEL, i);

      if (gtk_widget_has_css_class (label, "quote"))
        return label;
    }
}

/* What is quoted is plain text, and read out with the options. */
static void
test_quote (Fixture *f, gconstpointer data)
{
  GtkWidget *group;

  ask (f);
  g_assert_false (gtk_widget_get_visible (find_quote (f)));

  f->question->quote = g_strdup ("I said <i>no</i> & left.");
  ask (f);
  g_assert_true (has_label (f, "I said <i>no</i> & left."));
  g_assert_true (has_label (f, "Which <phrase> costs you the Task?"));
  group = gtk_widget_get_parent (option (f, 0));
  gtk_test_accessible_assert_role (group, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (group, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Which <phrase> costs you the Task?");
  gtk_test_accessible_assert_property (group,
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "I said <i>no</i> & left.");

  g_clear_pointer (&f->question->quote, g_free);
  ask (f);
  g_assert_false (gtk_widget_get_visible (find_quote (f)));
  gtk_test_accessible_assert_property (group,
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
}

static void
test_options (Fixture *f, gconstpointer data)
{
  ask (f);
  g_assert_cmpuint (starling_test_count (GTK_WIDGET (f->view),
                                         STARLING_TYPE_QUIZ_OPTION),
                    ==, N_OPTIONS);
  for (guint slot = 0; slot < N_OPTIONS; slot++)
    {
      const StarlingOption *item
          = g_ptr_array_index (f->question->options,
                               starling_quiz_get_option (f->quiz, slot));
      g_autofree char *digit = g_strdup_printf ("%u", slot + 1);
      GtkWidget *button = option (f, slot);

      gtk_test_accessible_assert_property (button,
                                           GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           item->text);
      gtk_test_accessible_assert_property (
          button, GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, digit);
      g_assert_nonnull (starling_test_find_label (button, digit));
      g_signal_emit_by_name (button, "clicked");
      g_assert_cmpint (f->chosen, ==, slot);
    }
}

static void
test_tell (Fixture *f, gconstpointer data)
{
  static const struct
  {
    int choice;
    const char *explanation;
    const char *said;
  } cases[] = {
    { RIGHT, "Right. It was <b>told</b> to you.", "Right." },
    { 0, "Not this one. It was <b>told</b> to you.",
      "Not this one. Right answer: “My manager asked me.”" },
    { -1, "Time is up. It was <b>told</b> to you.",
      "Time is up. Right answer: “My manager asked me.”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *said = NULL;
      gboolean is_wrong = cases[i].choice >= 0 && cases[i].choice != RIGHT;

      ask (f);
      g_assert_false (has_label (f, cases[i].explanation));
      if (cases[i].choice < 0)
        g_assert_true (starling_quiz_expire (f->quiz));
      else
        {
          starling_quiz_choose (f->quiz, slot_of (f, (guint) cases[i].choice));
          g_assert_true (starling_quiz_check (f->quiz));
        }
      said = starling_quiz_question_tell (f->view, f->question, f->quiz);
      g_assert_cmpstr (said, ==, cases[i].said);
      g_assert_true (has_label (f, cases[i].explanation));
      g_assert_true (has_label (f, "Right answer"));
      g_assert_cmpint (has_label (f, "Your answer"), ==, is_wrong);
      g_assert_true (has_label (f, "Why not this."));
      g_assert_true (has_label (f, "Fine."));
      for (guint index = 0; index < N_OPTIONS; index++)
        {
          GtkWidget *button = option (f, slot_of (f, index));

          g_assert_cmpint (gtk_widget_has_css_class (button, "right"), ==,
                           index == RIGHT);
          g_assert_cmpint (gtk_widget_has_css_class (button, "wrong"), ==,
                           is_wrong && (int) index == cases[i].choice);
        }
      /* the right one says no reason, and none of the last question's */
      gtk_test_accessible_assert_property (option (f, slot_of (f, RIGHT)),
                                           GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                           "Right answer");
    }
}

static gboolean
has_own_name (gpointer data)
{
  Fixture *f = data;

  return starling_test_find_named (option (f, 1), GTK_TYPE_BUTTON, "“None.”")
             != NULL
         || starling_test_find_named (option (f, 1), GTK_TYPE_BUTTON,
                                      "“My manager asked me.”")
                != NULL
         || starling_test_find_named (option (f, 1), GTK_TYPE_BUTTON,
                                      "“It was me.”")
                != NULL;
}

/* An option says more than its text for a moment, if it has the focus. */
static void
test_announce (Fixture *f, gconstpointer data)
{
  const StarlingOption *item;
  g_autofree char *name = NULL;

  ask (f);
  g_assert_false (starling_quiz_question_announce (f->view, "10 seconds left"));
  starling_quiz_question_focus (f->view, 1);
  item = g_ptr_array_index (f->question->options,
                            starling_quiz_get_option (f->quiz, 1));
  name = g_strconcat ("10 seconds left. ", item->text, NULL);
  g_assert_true (starling_quiz_question_announce (f->view, "10 seconds left"));
  gtk_test_accessible_assert_property (option (f, 1),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  starling_test_run_until (has_own_name, f);

  /* the verdict is no time for it */
  starling_quiz_question_announce (f->view, "5 seconds left");
  g_assert_false (has_own_name (f));
  starling_quiz_choose (f->quiz, 0);
  starling_quiz_check (f->quiz);
  g_free (starling_quiz_question_tell (f->view, f->question, f->quiz));
  g_assert_true (has_own_name (f));
}

/* Texts that are as long as a file may make them, at twice the size, in a
 * column of any width. */
static void
test_long (Fixture *f, gconstpointer data)
{
  const int widths[] = { 330, 700, 1400 };
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  GtkStyleContext *context
      = gtk_widget_get_style_context (GTK_WIDGET (f->view));
  GString *text = g_string_new (NULL);

  gtk_css_provider_load_from_data (provider, "* { font-size: 40px; }", -1);
  gtk_style_context_add_provider_for_display (gtk_style_context_get_display (
                                                  context),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_USER);
  while (text->len < 3000)
    g_string_append (text, "What nobody had asked for was done all the same. ");
  f->question->quote = g_strdup (text->str);
  g_free (f->question->explanation);
  f->question->explanation = g_string_free (text, FALSE);
  ask (f);
  starling_quiz_choose (f->quiz, 0);
  starling_quiz_check (f->quiz);
  g_free (starling_quiz_question_tell (f->view, f->question, f->quiz));
  starling_test_run_frames (f->window, 2);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      int minimum, height;

      gtk_widget_measure (GTK_WIDGET (f->view), GTK_ORIENTATION_HORIZONTAL, -1,
                          &minimum, NULL, NULL, NULL);
      gtk_widget_measure (GTK_WIDGET (f->view), GTK_ORIENTATION_VERTICAL,
                          MAX (widths[i], minimum), &height, NULL, NULL, NULL);
      /* more than once the text, less than a word a line */
      g_assert_cmpint (height * MAX (widths[i], minimum), >,
                       2 * 3000 * 15 * 40);
      g_assert_cmpint (minimum, <, 700);
    }
  gtk_style_context_remove_provider_for_display (gtk_style_context_get_display (
                                                     context),
                                                 GTK_STYLE_PROVIDER (provider));
}

/* Nothing waits for a view that is gone. */
static void
test_gone (Fixture *f, gconstpointer data)
{
  ask (f);
  starling_quiz_question_focus (f->view, 0);
  starling_quiz_question_announce (f->view, "5 seconds left");
  starling_quiz_question_show_explanation (f->view);
}

#define ADD(name, func)                                                        \
  g_test_add ("/quiz-question/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  starling_test_init (&argc, &argv);

  ADD ("caption", test_caption);
  ADD ("badge", test_badge);
  ADD ("quote", test_quote);
  ADD ("options", test_options);
  ADD ("tell", test_tell);
  ADD ("announce", test_announce);
  ADD ("long", test_long);
  ADD ("gone", test_gone);

  return g_test_run ();
}

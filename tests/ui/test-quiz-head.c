/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/quiz/head.h"
#include "support.h"
#include "widgets/dial.h"

#define N_QUESTIONS 12
#define LIMIT 20

/* The head alone, over a quiz that is made up here. */
typedef struct
{
  StarlingQuiz *quiz;
  StarlingQuizHead *head;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->quiz = starling_quiz_new (1);
  for (guint i = 0; i < N_QUESTIONS; i++)
    {
      g_autofree char *id = g_strdup_printf ("q%u", i);
      const StarlingQuizItem item = {
        .scenario = (char *) "story",
        .question = id,
        .principle = STARLING_AS_TOLD,
        .step = STARLING_NO_STEP,
        .n_options = 2,
      };

      starling_quiz_add (f->quiz, &item);
    }
  f->head = g_object_ref_sink (g_object_new (STARLING_TYPE_QUIZ_HEAD, NULL));
  starling_quiz_head_set_quiz (f->head, f->quiz);
  f->window = starling_test_present (GTK_WIDGET (f->head), 728, 60);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  g_assert_finalize_object (f->head);
  starling_quiz_free (f->quiz);
}

/* Answers a question right, and goes on. */
static void
answer (Fixture *f, gboolean right)
{
  guint slot = starling_quiz_get_option (f->quiz, 0) == 0 ? 0 : 1;

  g_assert_true (starling_quiz_choose (f->quiz, right ? slot : 1 - slot));
  g_assert_true (starling_quiz_check (f->quiz));
  g_assert_true (starling_quiz_next (f->quiz));
  starling_quiz_head_set_quiz (f->head, f->quiz);
}

static GtkWidget *
find_label (Fixture *f, const char *text)
{
  GtkWidget *found = starling_test_find_label (GTK_WIDGET (f->head), text);

  if (found == NULL)
    g_error ("There is no “%s”.", text);
  return found;
}

static graphene_rect_t
get_place (Fixture *f, GtkWidget *widget)
{
  graphene_rect_t bounds;

  g_assert_true (
      gtk_widget_compute_bounds (widget, GTK_WIDGET (f->head), &bounds));
  return bounds;
}

static GtkWidget *
get_bar (Fixture *f)
{
  return starling_test_find (GTK_WIDGET (f->head), GTK_TYPE_PROGRESS_BAR, 0);
}

static double
get_fraction (Fixture *f)
{
  return gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (get_bar (f)));
}

static void
test_words (Fixture *f, gconstpointer data)
{
  find_label (f, "Question 1 of 12");
  find_label (f, "0 right");
  g_assert_cmpfloat (get_fraction (f), ==, 0);
  answer (f, TRUE);
  find_label (f, "Question 2 of 12");
  find_label (f, "1 right");
  g_assert_cmpfloat_with_epsilon (get_fraction (f), 1.0 / 12, 1e-6);
  /* what comes back counts too */
  answer (f, FALSE);
  find_label (f, "Question 3 of 13");
  find_label (f, "1 right");
  g_assert_cmpfloat_with_epsilon (get_fraction (f), 2.0 / 13, 1e-6);
}

/* Nothing shifts while one goes through a quiz. */
static void
test_steady (Fixture *f, gconstpointer data)
{
  graphene_rect_t first;

  starling_test_run_frames (f->window, 2);
  first = get_place (f, get_bar (f));
  for (guint i = 1; i < N_QUESTIONS; i++)
    {
      graphene_rect_t bar;

      answer (f, TRUE);
      starling_test_run_frames (f->window, 2);
      bar = get_place (f, get_bar (f));
      g_assert_cmpfloat (bar.origin.x, ==, first.origin.x);
      g_assert_cmpfloat (bar.size.width, ==, first.size.width);
    }
  find_label (f, "Question 12 of 12");
  find_label (f, "11 right");
}

static int
measure_height (Fixture *f, int width)
{
  int natural;

  gtk_widget_measure (GTK_WIDGET (f->head), GTK_ORIENTATION_VERTICAL, width,
                      NULL, &natural, NULL, NULL);
  return natural;
}

static int
measure_width (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural,
                      NULL, NULL);
  return natural;
}

static void
assert_order (Fixture *f, int n_rows, gboolean rtl)
{
  graphene_rect_t counter = get_place (f, find_label (f, "Question 1 of 12"));
  graphene_rect_t bar = get_place (f, get_bar (f));
  graphene_rect_t tally = get_place (f, find_label (f, "0 right"));
  float width = (float) gtk_widget_get_width (GTK_WIDGET (f->head));

  /* the counter begins, the tally ends */
  g_assert_cmpfloat (rtl ? width - counter.origin.x - counter.size.width
                         : counter.origin.x,
                     ==, 0);
  g_assert_cmpfloat (rtl ? tally.origin.x : tally.origin.x + tally.size.width,
                     ==, rtl ? 0 : width);
  g_assert_cmpint (counter.origin.y == tally.origin.y, ==, n_rows < 3);
  if (n_rows == 1)
    g_assert_cmpint (bar.origin.x > counter.origin.x, ==, !rtl);
  else
    {
      g_assert_cmpfloat (bar.origin.y, >,
                         tally.origin.y + tally.size.height - 1);
      g_assert_cmpfloat (bar.size.width, ==, width);
    }
}

/* The bar moves below the rest where there is no room, then the rest too. */
static void
test_rows (Fixture *f, gconstpointer data)
{
  gboolean rtl = GPOINTER_TO_INT (data);
  int counter = measure_width (find_label (f, "Question 1 of 12"));
  int tally = measure_width (find_label (f, "0 right"));
  const int widths[] = { 728, counter + tally + 40, counter + 4 };
  int least;

  if (rtl)
    gtk_widget_set_direction (GTK_WIDGET (f->head), GTK_TEXT_DIR_RTL);
  gtk_widget_measure (GTK_WIDGET (f->head), GTK_ORIENTATION_HORIZONTAL, -1,
                      &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, counter + 20);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      int width = MAX (widths[i], least);
      int height = measure_height (f, width);

      if (i > 0)
        g_assert_cmpint (height, >, measure_height (f, widths[i - 1]));
      gtk_widget_size_allocate (GTK_WIDGET (f->head),
                                &(GtkAllocation){ 0, 0, width, height }, -1);
      assert_order (f, (int) i + 1, rtl);
    }
}

static void
test_clock (Fixture *f, gconstpointer data)
{
  GtkWidget *dial
      = starling_test_find (GTK_WIDGET (f->head), STARLING_TYPE_DIAL, 0);
  GtkWidget *clock = gtk_widget_get_parent (dial);
  int before = measure_width (GTK_WIDGET (f->head));

  gtk_test_accessible_assert_role (dial, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  g_assert_false (gtk_widget_get_visible (clock));
  for (int left = LIMIT; left >= 0; left--)
    {
      g_autofree char *text = g_strdup_printf ("%d s", left);

      starling_quiz_head_set_left (f->head, left, LIMIT);
      g_assert_true (
          starling_test_is_shown (find_label (f, text), GTK_WIDGET (f->head)));
      g_assert_cmpint (gtk_widget_has_css_class (clock, "short"), ==,
                       left <= 5);
      starling_test_run_frames (f->window, 1);
    }
  g_assert_cmpint (measure_width (GTK_WIDGET (f->head)), >, before);
  starling_quiz_head_set_left (f->head, -1, LIMIT);
  g_assert_false (gtk_widget_get_visible (clock));
  g_assert_cmpint (measure_width (GTK_WIDGET (f->head)), ==, before);
}

#define ADD(name, data, func)                                                  \
  g_test_add ("/quiz-head/" name, Fixture, data, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  starling_test_init (&argc, &argv);

  ADD ("words", NULL, test_words);
  ADD ("steady", NULL, test_steady);
  ADD ("rows", NULL, test_rows);
  ADD ("rows-rtl", GINT_TO_POINTER (TRUE), test_rows);
  ADD ("clock", NULL, test_clock);

  return g_test_run ();
}

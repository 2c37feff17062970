/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/quiz/head.h"

#include <glib/gi18n.h>

#include "base/text.h"
#include "engine/quiz/question-clock.h"
#include "widgets/dial.h"

#define GAP 14
#define LINE_GAP 9

/* The bar beside the others has at least this many px. */
#define BAR_WIDTH 48

struct _StarlingQuizHead
{
  GtkWidget parent_instance;

  /* in the order in which they stand */
  GtkWidget *counter;
  GtkWidget *progress;
  GtkWidget *clock;
  GtkWidget *tally;

  StarlingDial *dial;
  GtkLabel *left;
  char *widest_counter; /* the longest texts of this quiz: so that nothing */
  char *widest_tally;   /* shifts while one goes through it */
};

G_DEFINE_FINAL_TYPE (StarlingQuizHead, starling_quiz_head, GTK_TYPE_WIDGET)

static int
measure_text (GtkWidget *label, const char *text)
{
  g_autoptr (PangoLayout) layout = NULL;
  int width;

  if (text == NULL)
    return 0;
  layout = gtk_widget_create_pango_layout (label, text);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* px that a part takes, now and later in this quiz. */
static int
measure_part (StarlingQuizHead *self, GtkWidget *part)
{
  int natural;

  gtk_widget_measure (part, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural,
                      NULL, NULL);
  if (part == self->counter)
    return MAX (natural, measure_text (part, self->widest_counter));
  if (part == self->tally)
    return MAX (natural, measure_text (part, self->widest_tally));
  return natural;
}

static int
measure_height (GtkWidget *part)
{
  int natural;

  gtk_widget_measure (part, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL,
                      NULL);
  return natural;
}

/* The parts but the counter and the bar: px, with the gaps between them. */
static int
measure_end (StarlingQuizHead *self)
{
  int width = 0;

  for (GtkWidget *part = gtk_widget_get_next_sibling (self->progress);
       part != NULL; part = gtk_widget_get_next_sibling (part))
    if (gtk_widget_should_layout (part))
      width += (width > 0 ? GAP : 0) + measure_part (self, part);
  return width;
}

static int
get_row_height (StarlingQuizHead *self)
{
  int height = 0;

  for (GtkWidget *part = gtk_widget_get_first_child (GTK_WIDGET (self));
       part != NULL; part = gtk_widget_get_next_sibling (part))
    if (part != self->progress && gtk_widget_should_layout (part))
      height = MAX (height, measure_height (part));
  return height;
}

/* How many rows there are: all in one; the bar below; the end below the
 * counter too. */
static int
count_rows (StarlingQuizHead *self, int width)
{
  int both = measure_part (self, self->counter) + GAP + measure_end (self);

  if (width < 0 || both + GAP + BAR_WIDTH <= width)
    return 1;
  return both <= width ? 2 : 3;
}

static GtkSizeRequestMode
starling_quiz_head_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
starling_quiz_head_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  StarlingQuizHead *self = STARLING_QUIZ_HEAD (widget);
  int counter = measure_part (self, self->counter);
  int end = measure_end (self);
  int rows;

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (BAR_WIDTH, MAX (counter, end));
      *natural = counter + GAP + BAR_WIDTH + GAP + end;
      return;
    }
  rows = count_rows (self, for_size);
  *minimum = *natural
      = rows == 1 ? MAX (get_row_height (self), measure_height (self->progress))
                  : (rows - 1) * (get_row_height (self) + LINE_GAP)
                        + measure_height (self->progress);
}

/* Puts a part into the middle of a row, from the start. */
static void
allocate (
    StarlingQuizHead *self, GtkWidget *part, int x, int y, int width, int row)
{
  int height = MIN (measure_height (part), row);

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  gtk_widget_size_allocate (
      part, &(GtkAllocation){ x, y + (row - height) / 2, width, height }, -1);
}

static void
starling_quiz_head_size_allocate (GtkWidget *widget,
                                  int width,
                                  int height,
                                  int baseline)
{
  StarlingQuizHead *self = STARLING_QUIZ_HEAD (widget);
  int rows = count_rows (self, width);
  int row = rows == 1 ? height : get_row_height (self);
  int counter = measure_part (self, self->counter);
  int end = measure_end (self);
  int x = MAX (width - end, 0);
  int y = rows == 3 ? row + LINE_GAP : 0;

  allocate (self, self->counter, 0, 0, MIN (counter, width), row);
  if (rows == 1)
    allocate (self, self->progress, counter + GAP, 0,
              width - counter - end - 2 * GAP, row);
  else
    allocate (self, self->progress, 0, (rows - 1) * (row + LINE_GAP), width,
              measure_height (self->progress));

  for (GtkWidget *part = gtk_widget_get_next_sibling (self->progress);
       part != NULL; part = gtk_widget_get_next_sibling (part))
    if (gtk_widget_should_layout (part))
      {
        int part_width = measure_part (self, part);

        allocate (self, part, x, y, part_width, row);
        x += part_width + GAP;
      }
}

static void
starling_quiz_head_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (starling_quiz_head_parent_class)->dispose (object);
}

static void
starling_quiz_head_finalize (GObject *object)
{
  StarlingQuizHead *self = STARLING_QUIZ_HEAD (object);

  g_free (self->widest_counter);
  g_free (self->widest_tally);

  G_OBJECT_CLASS (starling_quiz_head_parent_class)->finalize (object);
}

static void
starling_quiz_head_class_init (StarlingQuizHeadClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = starling_quiz_head_dispose;
  object_class->finalize = starling_quiz_head_finalize;
  widget_class->get_request_mode = starling_quiz_head_get_request_mode;
  widget_class->measure = starling_quiz_head_measure;
  widget_class->size_allocate = starling_quiz_head_size_allocate;

  g_type_ensure (STARLING_TYPE_DIAL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/starlingapp/Starling/ui/pages/quiz/head.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingQuizHead,
                                        counter);
  gtk_widget_class_bind_template_child (widget_class, StarlingQuizHead,
                                        progress);
  gtk_widget_class_bind_template_child (widget_class, StarlingQuizHead, clock);
  gtk_widget_class_bind_template_child (widget_class, StarlingQuizHead, tally);
  gtk_widget_class_bind_template_child (widget_class, StarlingQuizHead, dial);
  gtk_widget_class_bind_template_child (widget_class, StarlingQuizHead, left);

  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_quiz_head_init (StarlingQuizHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
format_counter (guint number, guint length)
{
  /* Translators: the place in a quiz */
  return g_strdup_printf (_ ("Question %u of %u"), number, length);
}

static char *
format_tally (guint n_right)
{
  /* Translators: how many answers were right so far */
  return g_strdup_printf (_ ("%u right"), n_right);
}

/**
 * starling_quiz_head_set_quiz:
 * @self: a head
 * @quiz: a quiz that is not finished
 *
 * Shows where the quiz stands. Questions that come back count as well.
 */
void
starling_quiz_head_set_quiz (StarlingQuizHead *self, const StarlingQuiz *quiz)
{
  guint length = starling_quiz_get_length (quiz);
  g_autofree char *counter
      = format_counter (starling_quiz_get_position (quiz) + 1, length);
  g_autofree char *tally = format_tally (starling_quiz_get_n_right (quiz));

  g_return_if_fail (STARLING_IS_QUIZ_HEAD (self));

  g_free (self->widest_counter);
  self->widest_counter = format_counter (length, length);
  g_free (self->widest_tally);
  self->widest_tally = format_tally (starling_quiz_get_n_questions (quiz));
  gtk_label_set_label (GTK_LABEL (self->counter), counter);
  gtk_label_set_label (GTK_LABEL (self->tally), tally);
  gtk_progress_bar_set_fraction (
      GTK_PROGRESS_BAR (self->progress),
      length > 0 ? (double) starling_quiz_get_n_answers (quiz) / length : 0);
}

/**
 * starling_quiz_head_set_left:
 * @self: a head
 * @left: seconds left for the question; -1: there is no limit
 * @limit: seconds of the whole limit
 *
 * Shows the time, or no clock at all.
 */
void
starling_quiz_head_set_left (StarlingQuizHead *self, int left, int limit)
{
  gboolean is_short = left <= STARLING_QUESTION_CLOCK_SHORT;
  g_autofree char *text = starling_text_format_duration (left);

  g_return_if_fail (STARLING_IS_QUIZ_HEAD (self));

  gtk_widget_set_visible (self->clock, left >= 0);
  if (left < 0)
    return;
  gtk_label_set_label (self->left, text);
  starling_dial_set_share (self->dial, limit > 0 ? (double) left / limit : 0);
  starling_dial_set_filled (self->dial, is_short);
  if (is_short)
    gtk_widget_add_css_class (self->clock, "short");
  else
    gtk_widget_remove_css_class (self->clock, "short");
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/quiz-option-layout.h"

#define SPACING 12
#define SPACING_STACKED 3

/* The text has at least this many times the width of the word beside it, so
 * that the rule holds at every text size. */
#define TEXT_SHARE 4

struct _StarlingVerdictLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (StarlingVerdictLayout,
                     starling_verdict_layout,
                     GTK_TYPE_LAYOUT_MANAGER)

/* The second child's width beside the text; 0 where it is below or absent. */
static int
get_word_width (GtkWidget *word, int width)
{
  int natural;

  if (word == NULL || !gtk_widget_should_layout (word))
    return 0;

  gtk_widget_measure (word, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural,
                      NULL, NULL);
  return width >= 0 && width < natural * (TEXT_SHARE + 1) ? 0 : natural;
}

static void
measure_width (GtkWidget *text, GtkWidget *word, int *minimum, int *natural)
{
  gtk_widget_measure (text, GTK_ORIENTATION_HORIZONTAL, -1, minimum, natural,
                      NULL, NULL);
  if (word != NULL && gtk_widget_should_layout (word))
    {
      int least, wish;

      gtk_widget_measure (word, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wish,
                          NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural + SPACING, wish * TEXT_SHARE) + wish;
    }
}

static void
measure_height (
    GtkWidget *text, GtkWidget *word, int width, int *minimum, int *natural)
{
  int beside = get_word_width (word, width);
  int text_width = width;
  int least, wish;

  if (width >= 0 && beside > 0)
    text_width = width - beside - SPACING;
  gtk_widget_measure (text, GTK_ORIENTATION_VERTICAL, text_width, minimum,
                      natural, NULL, NULL);
  if (word == NULL || !gtk_widget_should_layout (word))
    return;

  gtk_widget_measure (word, GTK_ORIENTATION_VERTICAL, -1, &least, &wish, NULL,
                      NULL);
  if (beside > 0)
    {
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, wish);
    }
  else
    {
      *minimum += SPACING_STACKED + least;
      *natural += SPACING_STACKED + wish;
    }
}

static GtkSizeRequestMode
starling_verdict_layout_get_request_mode (GtkLayoutManager *manager,
                                          GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
starling_verdict_layout_measure (GtkLayoutManager *manager,
                                 GtkWidget *widget,
                                 GtkOrientation orientation,
                                 int for_size,
                                 int *minimum,
                                 int *natural,
                                 int *minimum_baseline,
                                 int *natural_baseline)
{
  GtkWidget *text = gtk_widget_get_first_child (widget);
  GtkWidget *word = gtk_widget_get_last_child (widget);

  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  if (text == NULL)
    return;

  if (word == text)
    word = NULL;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (text, word, minimum, natural);
  else
    measure_height (text, word, for_size, minimum, natural);
}

static void
starling_verdict_layout_allocate (GtkLayoutManager *manager,
                                  GtkWidget *widget,
                                  int width,
                                  int height,
                                  int baseline)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *text = gtk_widget_get_first_child (widget);
  GtkWidget *word = gtk_widget_get_last_child (widget);
  GtkAllocation text_area = { 0, 0, width, height };
  GtkAllocation word_area;
  int beside, natural, word_height;

  if (text == NULL)
    return;

  if (word == text || !gtk_widget_should_layout (word))
    {
      gtk_widget_size_allocate (text, &text_area, -1);
      return;
    }

  beside = get_word_width (word, width);
  gtk_widget_measure (word, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural,
                      NULL, NULL);
  gtk_widget_measure (word, GTK_ORIENTATION_VERTICAL, -1, NULL, &word_height,
                      NULL, NULL);
  natural = MIN (natural, width);
  word_area.x = rtl ? 0 : width - natural;
  word_area.y = 0;
  word_area.width = natural;
  word_area.height = word_height;
  if (beside > 0)
    {
      text_area.width = width - beside - SPACING;
      text_area.x = rtl ? beside + SPACING : 0;
    }
  else
    {
      word_area.x = rtl ? width - natural : 0;
      word_area.y = MAX (height - word_height, 0);
      text_area.height = MAX (height - word_height - SPACING_STACKED, 0);
    }
  gtk_widget_size_allocate (text, &text_area, -1);
  gtk_widget_size_allocate (word, &word_area, -1);
}

static void
starling_verdict_layout_class_init (StarlingVerdictLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = starling_verdict_layout_get_request_mode;
  layout_class->measure = starling_verdict_layout_measure;
  layout_class->allocate = starling_verdict_layout_allocate;
}

static void
starling_verdict_layout_init (StarlingVerdictLayout *self)
{
}

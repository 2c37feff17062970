/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/cards/head.h"

#include <glib/gi18n.h>

#include "pages/cards/words.h"
#include "widgets/pile-count.h"
#include "widgets/study-switcher.h"

#define SPACING 18       /* between counts in words */
#define SPACING_SHORT 12 /* between figures */
#define GAP 9            /* between timer, Undo and switcher, at least */
#define ROW_GAP 6

struct _StarlingCardsHead
{
  GtkWidget parent_instance;

  GtkWidget *counts[STARLING_N_PILES];
  GtkWidget *timer;
  GtkWidget *undo;
  GtkWidget *switcher;
  int current; /* pile, or -1 */
};

/* Which of the counts are in words; the others are figures. */
typedef enum
{
  ALL_WORDS,
  CURRENT_WORDS,
  NO_WORDS,
} Words;

#define N_ROWS 3

/* In which rows the parts stand: the switcher is always in the first. */
typedef struct
{
  Words words;
  int counts_row;
  int tools_row; /* of timer and Undo */
  int heights[N_ROWS];
} Layout;

G_DEFINE_FINAL_TYPE (StarlingCardsHead, starling_cards_head, GTK_TYPE_WIDGET)

static int
get_width (GtkWidget *widget, gboolean natural)
{
  int least, most;

  if (!gtk_widget_should_layout (widget))
    return 0;
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, &most,
                      NULL, NULL);
  return natural ? most : least;
}

static int
get_height (GtkWidget *widget)
{
  int height;

  if (!gtk_widget_should_layout (widget))
    return 0;
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL,
                      NULL);
  return height;
}

static int
get_count_width (StarlingCardsHead *self, int i, Words words)
{
  return get_width (self->counts[i],
                    words == ALL_WORDS
                        || (words == CURRENT_WORDS && i == self->current));
}

static int
get_spacing (Words words)
{
  return words == ALL_WORDS ? SPACING : SPACING_SHORT;
}

static int
get_counts_width (StarlingCardsHead *self, Words words)
{
  int width = 0;

  for (int i = 0; i < STARLING_N_PILES; i++)
    width
        += get_count_width (self, i, words) + (i > 0 ? get_spacing (words) : 0);
  return width;
}

static int
get_tools_width (StarlingCardsHead *self)
{
  int timer = get_width (self->timer, TRUE);

  return timer + (timer > 0 ? GAP : 0) + get_width (self->undo, TRUE);
}

/* The width of everything in one row. */
static int
get_row_width (StarlingCardsHead *self)
{
  return get_counts_width (self, ALL_WORDS) + get_spacing (ALL_WORDS)
         + get_tools_width (self) + GAP + get_width (self->switcher, TRUE);
}

/* Where everything together is too wide for one row. */
static void
choose_rows (StarlingCardsHead *self, int width, Layout *layout)
{
  int tools = get_tools_width (self);

  layout->counts_row = 1;
  if (tools + GAP + get_width (self->switcher, TRUE) > width)
    layout->tools_row
        = get_counts_width (self, NO_WORDS) + SPACING_SHORT + tools <= width
              ? 1
              : 2;
  if (layout->tools_row == 1)
    width -= SPACING + tools;
  while (layout->words < NO_WORDS
         && get_counts_width (self, layout->words) > width)
    layout->words++;
}

/* Everything in one row, if there is room for all words; else in more rows,
 * with as many words as there is room for in those. */
static void
choose_layout (StarlingCardsHead *self, int width, Layout *layout)
{
  int counts = 0;
  int tools = MAX (get_height (self->timer), get_height (self->undo));

  *layout = (Layout){ 0 };
  if (width >= 0 && get_row_width (self) > width)
    choose_rows (self, width, layout);

  for (int i = 0; i < STARLING_N_PILES; i++)
    counts = MAX (counts, get_height (self->counts[i]));
  layout->heights[0] = get_height (self->switcher);
  layout->heights[layout->counts_row]
      = MAX (layout->heights[layout->counts_row], counts);
  layout->heights[layout->tools_row]
      = MAX (layout->heights[layout->tools_row], tools);
}

/* Where a row begins; that after the last one for the height of all. */
static int
get_row_y (const Layout *layout, int row)
{
  int y = 0;

  for (int i = 0; i < row; i++)
    if (layout->heights[i] > 0)
      y += layout->heights[i] + ROW_GAP;
  return y;
}

static GtkSizeRequestMode
starling_cards_head_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
starling_cards_head_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  StarlingCardsHead *self = STARLING_CARDS_HEAD (widget);
  Layout layout;

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (MAX (get_counts_width (self, NO_WORDS),
                           get_tools_width (self)),
                      get_width (self->switcher, FALSE));
      *natural = get_row_width (self);
      return;
    }
  choose_layout (self, for_size, &layout);
  *minimum = *natural = get_row_y (&layout, N_ROWS) - ROW_GAP;
}

/* Puts @child into a row, at @x from the start edge. */
static void
place (StarlingCardsHead *self,
       GtkWidget *child,
       int x,
       int width,
       const Layout *layout,
       int row)
{
  gboolean rtl
      = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int height = get_height (child);

  if (!gtk_widget_should_layout (child))
    return;
  if (rtl)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  gtk_widget_size_allocate (child,
                            &(GtkAllocation){
                                x,
                                get_row_y (layout, row)
                                    + (layout->heights[row] - height) / 2,
                                width, height },
                            -1);
}

static void
starling_cards_head_size_allocate (GtkWidget *widget,
                                   int width,
                                   int height,
                                   int baseline)
{
  StarlingCardsHead *self = STARLING_CARDS_HEAD (widget);
  int switcher = MIN (get_width (self->switcher, TRUE), width);
  int timer = get_width (self->timer, TRUE);
  int undo = get_width (self->undo, TRUE);
  int tools = 0;
  int x = 0;
  Layout layout;

  choose_layout (self, width, &layout);
  for (int i = 0; i < STARLING_N_PILES; i++)
    {
      int count = get_count_width (self, i, layout.words);

      place (self, self->counts[i], x, count, &layout, layout.counts_row);
      x += count + get_spacing (layout.words);
    }
  /* at the end of a row that they share with the counts */
  if (layout.tools_row == layout.counts_row)
    tools = width - get_tools_width (self);
  if (layout.tools_row == 0 && layout.counts_row == 0)
    tools -= GAP + switcher;
  place (self, self->timer, tools, timer, &layout, layout.tools_row);
  place (self, self->undo, tools + get_tools_width (self) - undo, undo, &layout,
         layout.tools_row);
  place (self, self->switcher, width - switcher, switcher, &layout, 0);
}

static void
starling_cards_head_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (starling_cards_head_parent_class)->dispose (object);
}

static void
starling_cards_head_class_init (StarlingCardsHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_cards_head_dispose;
  widget_class->get_request_mode = starling_cards_head_get_request_mode;
  widget_class->measure = starling_cards_head_measure;
  widget_class->size_allocate = starling_cards_head_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "cardshead");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
add_undo (StarlingCardsHead *self)
{
  self->undo = gtk_button_new_from_icon_name ("starling-undo-symbolic");
  gtk_widget_add_css_class (self->undo, "icon");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->undo), "cards.undo");
  gtk_widget_set_tooltip_text (self->undo,
                               _ ("Take the last one back (Ctrl+Z)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->undo),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Undo"),
                                  -1);
  gtk_widget_set_parent (self->undo, GTK_WIDGET (self));
}

static void
starling_cards_head_init (StarlingCardsHead *self)
{
  for (guint i = 0; i < STARLING_N_PILES; i++)
    {
      self->counts[i] = starling_pile_count_new ();
      gtk_widget_add_css_class (self->counts[i], "figure");
      gtk_widget_set_parent (self->counts[i], GTK_WIDGET (self));
    }
  self->timer
      = g_object_new (GTK_TYPE_LABEL, "width-chars", 4, "xalign", 1.0f, NULL);
  gtk_widget_add_css_class (self->timer, "timer");
  gtk_widget_add_css_class (self->timer, "figure");
  gtk_widget_add_css_class (self->timer, "soft");
  gtk_widget_set_parent (self->timer, GTK_WIDGET (self));
  add_undo (self);
  self->switcher = g_object_new (STARLING_TYPE_STUDY_SWITCHER, NULL);
  gtk_widget_set_parent (self->switcher, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "study-row");
}

/**
 * starling_cards_head_set_counts:
 * @self: a head
 * @counts: cards that are left, by #StarlingPile
 * @current: the pile of the card on screen; -1: there is none, so that there
 *   is no time either
 *
 * Shows how much is left; nothing where that is nothing.
 */
void
starling_cards_head_set_counts (StarlingCardsHead *self,
                                const guint counts[STARLING_N_PILES],
                                int current)
{
  guint n_left = 0;

  g_return_if_fail (STARLING_IS_CARDS_HEAD (self));

  for (int i = 0; i < STARLING_N_PILES; i++)
    n_left += counts[i];
  self->current = current;
  for (int i = 0; i < STARLING_N_PILES; i++)
    {
      g_autofree char *words
          = starling_cards_words_count ((StarlingPile) i, counts[i]);

      starling_pile_count_set (STARLING_PILE_COUNT (self->counts[i]), words,
                               counts[i], i == current);
      gtk_widget_set_visible (self->counts[i], n_left > 0);
    }
  gtk_widget_set_visible (self->timer, current >= 0);
}

/**
 * starling_cards_head_set_time:
 * @self: a head
 * @ms: time on the card
 *
 * Shows a time.
 */
void
starling_cards_head_set_time (StarlingCardsHead *self, gint64 ms)
{
  g_autofree char *text = starling_cards_words_timer (ms);

  g_return_if_fail (STARLING_IS_CARDS_HEAD (self));

  gtk_label_set_text (GTK_LABEL (self->timer), text);
}

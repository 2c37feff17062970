/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* The first row of the reviewer: what it shows, and where, in so much room. */

#include "pages/cards/head.h"
#include "support.h"
#include "widgets/pile-count.h"
#include "widgets/study-switcher.h"

#define SPACING 18       /* between counts in words */
#define SPACING_SHORT 12 /* between figures */
#define GAP 9            /* between timer, Undo and switcher */

typedef enum
{
  ALL_WORDS,
  CURRENT_WORDS,
  NO_WORDS,
  N_WORDS,
} Words;

/* From the start edge to the end. */
enum
{
  TIMER = STARLING_N_PILES,
  UNDO,
  SWITCHER,
  N_PARTS,
};

typedef struct
{
  GtkWidget *head;
  GtkWidget *parts[N_PARTS];
  graphene_rect_t areas[N_PARTS];
  int current;
} Fixture;

static void
set_counts (Fixture *fixture, guint fresh, guint learning, guint due, int pile)
{
  const guint counts[] = { fresh, learning, due };

  fixture->current = pile;
  starling_cards_head_set_counts (STARLING_CARDS_HEAD (fixture->head), counts,
                                  pile);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *child;

  fixture->head
      = g_object_ref_sink (g_object_new (STARLING_TYPE_CARDS_HEAD, NULL));
  child = gtk_widget_get_first_child (fixture->head);
  for (guint i = 0; i < N_PARTS; i++)
    {
      fixture->parts[i] = child;
      child = gtk_widget_get_next_sibling (child);
    }
  g_assert_null (child);
  g_assert_true (STARLING_IS_PILE_COUNT (fixture->parts[STARLING_PILE_DUE]));
  g_assert_true (STARLING_IS_STUDY_SWITCHER (fixture->parts[SWITCHER]));
  set_counts (fixture, 12, 3, 45, STARLING_PILE_LEARNING);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->head);
}

static int
get_width (GtkWidget *part, gboolean natural)
{
  int least, most;

  gtk_widget_measure (part, GTK_ORIENTATION_HORIZONTAL, -1, &least, &most, NULL,
                      NULL);
  return natural ? most : least;
}

static void
allocate (Fixture *fixture, int width)
{
  int height;

  gtk_widget_measure (fixture->head, GTK_ORIENTATION_VERTICAL, width, NULL,
                      &height, NULL, NULL);
  gtk_widget_size_allocate (fixture->head,
                            &(GtkAllocation){ 0, 0, width, height }, -1);
  for (guint i = 0; i < N_PARTS; i++)
    g_assert_true (gtk_widget_compute_bounds (fixture->parts[i], fixture->head,
                                              &fixture->areas[i]));
}

static gboolean
is_in_words (GtkWidget *count)
{
  return gtk_widget_get_child_visible (gtk_widget_get_first_child (count));
}

static Words
get_words (Fixture *fixture)
{
  guint n_words = 0;

  for (guint i = 0; i < STARLING_N_PILES; i++)
    n_words += is_in_words (fixture->parts[i]);
  if (n_words == STARLING_N_PILES)
    return ALL_WORDS;
  if (n_words == 0)
    return NO_WORDS;
  g_assert_cmpuint (n_words, ==, 1);
  g_assert_true (is_in_words (fixture->parts[fixture->current]));
  return CURRENT_WORDS;
}

static int
get_counts_width (Fixture *fixture, Words words)
{
  int spacing = words == ALL_WORDS ? SPACING : SPACING_SHORT;
  int width = spacing * (STARLING_N_PILES - 1);

  for (int i = 0; i < STARLING_N_PILES; i++)
    width += get_width (fixture->parts[i], words == ALL_WORDS
                                               || (words == CURRENT_WORDS
                                                   && i == fixture->current));
  return width;
}

static float
get_middle (Fixture *fixture, guint part)
{
  const graphene_rect_t *area = &fixture->areas[part];

  return area->origin.y + area->size.height / 2;
}

static gboolean
is_in_row (Fixture *fixture, guint part, guint other)
{
  return ABS (get_middle (fixture, part) - get_middle (fixture, other)) <= 1;
}

/* Nothing lies on anything else, or outside. */
static void
assert_apart (Fixture *fixture, int width)
{
  for (guint i = 0; i < N_PARTS; i++)
    {
      const graphene_rect_t *area = &fixture->areas[i];

      g_assert_cmpfloat (area->origin.x, >=, 0);
      g_assert_cmpfloat (area->origin.x + area->size.width, <=, width);
      for (guint k = i + 1; k < N_PARTS; k++)
        g_assert_false (
            graphene_rect_intersection (area, &fixture->areas[k], NULL)
            && area->size.width > 0 && fixture->areas[k].size.width > 0);
    }
}

/* One row as long as everything has room in words; then a second row for the
 * counts, and only where they have no room in theirs, figures: of the others
 * first. Timer and Undo stay with the switcher, or else go to the counts. */
static void
test_widths (Fixture *fixture, gconstpointer data)
{
  gboolean seen[N_WORDS] = { FALSE };
  int least = get_width (fixture->head, FALSE);
  int most = get_width (fixture->head, TRUE);
  int tools = get_width (fixture->parts[TIMER], TRUE) + GAP
              + get_width (fixture->parts[UNDO], TRUE);
  int first = tools + GAP + get_width (fixture->parts[SWITCHER], TRUE);

  g_assert_cmpint (most, ==,
                   get_counts_width (fixture, ALL_WORDS) + SPACING + first);
  for (int width = most + 20; width >= least; width--)
    {
      Words words;
      int room = width;

      allocate (fixture, width);
      assert_apart (fixture, width);
      g_assert_true (is_in_row (fixture, TIMER, UNDO));
      words = get_words (fixture);
      seen[words] = TRUE;
      for (guint i = 1; i < STARLING_N_PILES; i++)
        g_assert_true (is_in_row (fixture, i, 0));
      g_assert_cmpint (is_in_row (fixture, 0, SWITCHER), ==, width >= most);
      if (width >= most)
        continue;
      g_assert_cmpfloat (get_middle (fixture, 0), >,
                         get_middle (fixture, SWITCHER));
      g_assert_cmpint (is_in_row (fixture, TIMER, SWITCHER), ==,
                       width >= first);
      if (is_in_row (fixture, TIMER, 0))
        room -= SPACING + tools;
      else if (width < first)
        g_assert_cmpint (get_counts_width (fixture, NO_WORDS) + SPACING_SHORT
                             + tools,
                         >, width);
      if (words > ALL_WORDS)
        g_assert_cmpint (get_counts_width (fixture, words - 1), >, room);
    }
  for (guint i = 0; i < N_WORDS; i++)
    g_assert_true (seen[i]);
}

/* One after the other, with the switcher at the end. */
static void
test_row (Fixture *fixture, gconstpointer data)
{
  int width = get_width (fixture->head, TRUE) + 40;
  const graphene_rect_t *areas = fixture->areas;

  allocate (fixture, width);
  g_assert_cmpfloat (areas[0].origin.x, ==, 0);
  for (guint i = 1; i < N_PARTS; i++)
    {
      float gap = areas[i].origin.x
                  - (areas[i - 1].origin.x + areas[i - 1].size.width);

      g_test_message ("part %u", i);
      g_assert_true (is_in_row (fixture, i, 0));
      g_assert_cmpfloat (gap, ==,
                         i < TIMER    ? SPACING
                         : i == TIMER ? SPACING + 40
                                      : GAP);
    }
  g_assert_cmpfloat (areas[SWITCHER].origin.x + areas[SWITCHER].size.width, ==,
                     width);
}

/* From right to left all of it is mirrored. */
static void
test_rtl (Fixture *fixture, gconstpointer data)
{
  int least = get_width (fixture->head, FALSE);
  int most = get_width (fixture->head, TRUE);

  for (int width = least; width <= most + 5; width += 5)
    {
      graphene_rect_t areas[N_PARTS];

      gtk_widget_set_direction (fixture->head, GTK_TEXT_DIR_LTR);
      allocate (fixture, width);
      memcpy (areas, fixture->areas, sizeof areas);
      gtk_widget_set_direction (fixture->head, GTK_TEXT_DIR_RTL);
      allocate (fixture, width);
      for (guint i = 0; i < N_PARTS; i++)
        {
          g_assert_cmpfloat (fixture->areas[i].origin.x, ==,
                             width - areas[i].origin.x - areas[i].size.width);
          g_assert_cmpfloat (fixture->areas[i].origin.y, ==, areas[i].origin.y);
        }
    }
}

/* No time without a card, and no counts where nothing is left. */
static void
test_shown (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint counts[STARLING_N_PILES];
    int pile;
    gboolean has_counts;
  } cases[] = {
    { { 1, 0, 0 }, STARLING_PILE_NEW, TRUE },      { { 0, 2, 0 }, -1, TRUE },
    { { 0, 0, 3 }, STARLING_PILE_DUE, TRUE },      { { 0, 0, 0 }, -1, FALSE },
    { { 0, 1, 0 }, STARLING_PILE_LEARNING, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %u", i);
      set_counts (fixture, cases[i].counts[0], cases[i].counts[1],
                  cases[i].counts[2], cases[i].pile);
      g_assert_cmpint (gtk_widget_get_visible (fixture->parts[TIMER]), ==,
                       cases[i].pile >= 0);
      for (int k = 0; k < STARLING_N_PILES; k++)
        {
          g_assert_cmpint (gtk_widget_get_visible (fixture->parts[k]), ==,
                           cases[i].has_counts);
          g_assert_cmpint (gtk_widget_has_css_class (fixture->parts[k],
                                                     "current"),
                           ==, k == cases[i].pile);
        }
    }
}

static void
add (const char *path, void (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  starling_test_init (&argc, &argv);
  add ("/cards-head/widths", test_widths);
  add ("/cards-head/row", test_row);
  add ("/cards-head/rtl", test_rtl);
  add ("/cards-head/shown", test_shown);
  return g_test_run ();
}

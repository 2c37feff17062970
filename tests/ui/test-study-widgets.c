/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "support.h"
#include "widgets/comparison.h"
#include "widgets/flagged-text.h"
#include "widgets/fold.h"
#include "widgets/legend.h"
#include "widgets/passage-list.h"
#include "widgets/passage-row.h"
#include "widgets/probe-answers.h"
#include "widgets/step-card.h"

#define SDE1 (1u << STARLING_LEVEL_SDE1)
#define SDE2 (1u << STARLING_LEVEL_SDE2)
#define SENIOR (1u << STARLING_LEVEL_SENIOR)

static void
finalize (GtkWidget *widget)
{
  g_object_ref_sink (widget);
  g_assert_finalize_object (widget);
}

static void
test_tags (void)
{
  static const struct
  {
    guint levels;
    const char *tag;
  } cases[] = {
    { 0, "" },
    { SDE1, "SDE 1" },
    { SDE2, "SDE 2" },
    { SENIOR, "Senior" },
    { SDE1 | SDE2, "SDE 1–2" },
    { SDE2 | SENIOR, "SDE 2+" },
    { SDE1 | SENIOR, "SDE 1, Senior" },
    { STARLING_ALL_LEVELS, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (starling_levels_get_tag (cases[i].levels), ==,
                     cases[i].tag);
}

/* Name, description and classes follow what the row shows. */
static void
test_passage_row (void)
{
  const char *const phrases[] = { "the logs", NULL };
  GtkWidget *widget = starling_passage_row_new ();
  StarlingPassageRow *row = STARLING_PASSAGE_ROW (widget);
  GtkWidget *label = gtk_widget_get_first_child (widget);
  PangoAttrIterator *iterator;
  int start, end;

  g_assert_true (starling_passage_row_set (row, "I pulled the logs.",
                                           STARLING_EMPHASIS_LEAN_ON, phrases,
                                           STARLING_ALL_LEVELS));
  gtk_test_accessible_assert_role (label, GTK_ACCESSIBLE_ROLE_LABEL);
  gtk_test_accessible_assert_property (label, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "I pulled the logs.");
  gtk_test_accessible_assert_property (label,
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Lean on this");
  g_assert_true (gtk_widget_has_css_class (widget, "emphasized"));
  g_assert_cmpuint (starling_test_count (widget, GTK_TYPE_LABEL), ==, 1);

  iterator = pango_attr_list_get_iterator (
      gtk_label_get_attributes (GTK_LABEL (label)));
  while (pango_attr_iterator_get (iterator, PANGO_ATTR_WEIGHT) == NULL)
    g_assert_true (pango_attr_iterator_next (iterator));
  pango_attr_iterator_range (iterator, &start, &end);
  pango_attr_iterator_destroy (iterator);
  g_assert_cmpint (start, ==, 9);
  g_assert_cmpint (end, ==, 17);

  g_assert_false (starling_passage_row_set (row, "I pulled the logs.",
                                            STARLING_EMPHASIS_LEAN_ON, phrases,
                                            STARLING_ALL_LEVELS));
  g_assert_true (starling_passage_row_set (row, "I pulled the logs.",
                                           STARLING_EMPHASIS_SHORT, phrases,
                                           SENIOR));
  gtk_test_accessible_assert_property (label,
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Keep it short");
  g_assert_true (gtk_widget_has_css_class (widget, "downplayed"));
  g_assert_false (gtk_widget_has_css_class (widget, "emphasized"));
  g_assert_nonnull (starling_test_find_label (widget, "Senior"));

  starling_passage_row_set (row, "I pulled the logs.",
                            STARLING_EMPHASIS_NEUTRAL, phrases,
                            STARLING_ALL_LEVELS);
  g_assert_false (
      gtk_test_accessible_has_property (GTK_ACCESSIBLE (label),
                                        GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  g_assert_null (starling_test_find_label (widget, "Senior"));
  finalize (widget);
}

static int
get_height (GtkWidget *widget, int width)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &height, NULL,
                      NULL, NULL);
  return height;
}

/* A tag stands behind the last word; without room there, below it. */
static void
test_passage_row_tag (void)
{
  GtkWidget *widget = starling_passage_row_new ();
  GtkWidget *label = gtk_widget_get_first_child (widget);
  graphene_rect_t text, tag;
  int natural, plain;

  g_object_ref_sink (widget);
  starling_passage_row_set (STARLING_PASSAGE_ROW (widget), "Short sentence.",
                            STARLING_EMPHASIS_NEUTRAL, NULL,
                            STARLING_ALL_LEVELS);
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural,
                      NULL, NULL);
  plain = get_height (widget, natural);

  starling_passage_row_set (STARLING_PASSAGE_ROW (widget), "Short sentence.",
                            STARLING_EMPHASIS_NEUTRAL, NULL, SENIOR);
  g_assert_cmpint (get_height (widget, natural), >, plain);

  gtk_widget_size_allocate (
      widget, &(GtkAllocation){ 0, 0, 600, get_height (widget, 600) }, -1);
  g_assert_true (gtk_widget_compute_bounds (label, widget, &text));
  g_assert_true (gtk_widget_compute_bounds (gtk_widget_get_last_child (widget),
                                            widget, &tag));
  g_assert_cmpfloat (tag.origin.x, >, text.origin.x);
  g_assert_cmpfloat (tag.origin.x + tag.size.width, <, 600);
  g_assert_cmpfloat (tag.origin.y, <, text.origin.y + text.size.height);

  g_assert_finalize_object (widget);
}

/* The accessible name has no numbers; what is shown has them in place. */
static void
test_flagged_text (void)
{
  static const struct
  {
    const char *text;
    StarlingSpan spans[3];
    guint n_spans;
    const char *shown;
  } cases[] = {
    { "They fixed it.", { { 0 } }, 0, "They fixed it." },
    { "They fixed it.", { { 0, 13, 0 } }, 1, "They fixed it1." },
    { "We saw, they did.",
      { { 0, 6, 0 }, { 8, 16, 1 } },
      2,
      "We saw1, they did2." },
    /* Not in the order of the text, and with a gap */
    { "We saw, they did.",
      { { 8, 16, 0 }, { 0, 6, 11 } },
      2,
      "We saw12, they did1." },
    /* One inside the other, and two that end together */
    { "improved and happy",
      { { 0, 18, 0 }, { 0, 8, 1 }, { 13, 18, 2 } },
      3,
      "improved2 and happy13" },
    { "Größe über", { { 0, 7, 0 } }, 1, "Größe1 über" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *widget = starling_flagged_text_new ();
      GtkWidget *label = gtk_widget_get_first_child (widget);
      g_autoptr (GArray) spans
          = g_array_new (FALSE, FALSE, sizeof (StarlingSpan));

      g_array_append_vals (spans, cases[i].spans, cases[i].n_spans);
      starling_flagged_text_set (STARLING_FLAGGED_TEXT (widget), cases[i].text,
                                 spans);
      g_assert_cmpstr (starling_flagged_text_get_shown (
                           STARLING_FLAGGED_TEXT (widget)),
                       ==, cases[i].shown);
      gtk_test_accessible_assert_property (label, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           cases[i].text);
      finalize (widget);
    }
}

static void
test_flagged_list (void)
{
  const char *const items[] = { "first", "second", NULL };
  GtkWidget *list = starling_flagged_list_new (items);

  g_assert_nonnull (starling_test_find_label (list, "1"));
  g_assert_nonnull (starling_test_find_label (list, "second"));
  g_assert_null (starling_test_find_label (list, "3"));
  finalize (list);
}

static void
count_cb (GtkWidget *widget, int *count)
{
  (*count)++;
}

static void
test_fold (void)
{
  GtkWidget *widget = starling_fold_new ("Why an alert?");
  StarlingFold *fold = STARLING_FOLD (widget);
  GtkWidget *expander = starling_test_find (widget, GTK_TYPE_EXPANDER, 0);
  int n_opened = 0;

  g_signal_connect (fold, "first-opened", G_CALLBACK (count_cb), &n_opened);
  gtk_test_accessible_assert_role (expander, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (expander, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Why an alert?");
  gtk_test_accessible_assert_state (expander, GTK_ACCESSIBLE_STATE_EXPANDED,
                                    FALSE);
  g_assert_null (starling_fold_get_child (fold));

  gtk_widget_activate (expander);
  gtk_test_accessible_assert_state (expander, GTK_ACCESSIBLE_STATE_EXPANDED,
                                    TRUE);
  g_assert_true (gtk_widget_has_css_class (widget, "open"));
  gtk_widget_activate (expander);
  starling_fold_set_expanded (fold, TRUE);
  g_assert_cmpint (n_opened, ==, 1);

  starling_fold_set_title (fold, "Why two?");
  gtk_test_accessible_assert_property (expander, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Why two?");
  finalize (widget);
}

/* A closed fold is as high as its title needs in that width. */
static void
test_fold_wraps (void)
{
  GtkWidget *widget = starling_fold_new (
      "What was hard about working outside your own code base?");

  g_assert_cmpint (get_height (widget, 160), >, get_height (widget, 800));
  finalize (widget);
}

static void
test_comparison (void)
{
  static const struct
  {
    int width;
    int xs[3]; /* of the first cells */
  } cases[] = {
    { 648, { 0, 224, 448 } },
    { 647, { 0, 335, 0 } },
    { 300, { 0, 0, 0 } },
  };
  GtkWidget *widget = starling_comparison_new (2);
  GtkWidget *cells[6];

  g_object_ref_sink (widget);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      cells[i] = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
      gtk_widget_set_size_request (cells[i], 10, i == 2 ? 50 : 20);
      starling_comparison_append (STARLING_COMPARISON (widget), cells[i]);
    }
  g_assert_cmpuint (starling_comparison_get_n_columns (
                        STARLING_COMPARISON (widget)),
                    ==, 3);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int width = cases[i].width;
      graphene_rect_t first, second;

      gtk_widget_size_allocate (widget,
                                &(GtkAllocation){ 0, 0, width,
                                                  get_height (widget, width) },
                                -1);
      for (guint column = 0; column < 3; column++)
        {
          g_assert_true (
              gtk_widget_compute_bounds (cells[2 * column], widget, &first));
          g_assert_cmpfloat (first.origin.x, ==, cases[i].xs[column]);
        }
      /* Cells of one row begin at the same height */
      g_assert_true (gtk_widget_compute_bounds (cells[1], widget, &first));
      g_assert_true (gtk_widget_compute_bounds (cells[3], widget, &second));
      if (cases[i].xs[1] > 0)
        g_assert_cmpfloat (first.origin.y, ==, second.origin.y);
      else
        g_assert_cmpfloat (first.origin.y, <, second.origin.y);
    }
  g_assert_finalize_object (widget);
}

static void
test_probe_answers (void)
{
  static const struct
  {
    const char *probes;
    const char *why;
    const char *tests;
    const char *reason; /* a label of its own */
    const char *number;
  } cases[] = {
    { "ownership", "“It went well” is a mood. No figures.", "Tests ownership",
      "No figures.", "2" },
    { "SQL", "Vague all over. No figures.", "Tests: SQL",
      "Vague all over. No figures.", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StarlingProbe probe = {
        .question = (char *) "How?",
        .probes = (char *) cases[i].probes,
        .weak_answer = (char *) "It went well.",
        .weak_why = (char *) cases[i].why,
        .strong_answer = (char *) "I counted.",
        .strong_takeaway = (char *) "Count.",
      };
      GtkWidget *widget = starling_probe_answers_new (&probe);
      const char *const texts[]
          = { "Weak answer", "Strong answer", "Why it fails",
              "Takeaway",    "I counted.",    "Count." };

      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        g_assert_nonnull (starling_test_find_label (widget, texts[j]));
      g_assert_nonnull (starling_test_find_label (widget, cases[i].tests));
      g_assert_nonnull (starling_test_find_label (widget, cases[i].reason));
      if (cases[i].number != NULL)
        g_assert_nonnull (starling_test_find_label (widget, cases[i].number));
      else
        g_assert_null (starling_test_find_label (widget, "1"));
      finalize (widget);
    }
}

/* A step without text says so, and has neither chips nor an empty margin. */
static void
test_empty_step (void)
{
  const char *const phrases[] = { "I noticed", NULL };
  StarlingLensStep step = { .step = STARLING_STEP_REFLECTION,
                            .target = 15,
                            .key_phrases = phrases };
  GtkWidget *card = starling_step_card_new ();
  GtkWidget *label;

  starling_step_card_set_step (STARLING_STEP_CARD (card), &step, FALSE);
  gtk_test_accessible_assert_property (card, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Reflection");
  label = starling_test_find_label (
      card, "This story has no reflection at this level.");
  g_assert_true (starling_test_is_shown (label, card));
  g_assert_false (
      starling_test_is_shown (starling_test_find_label (card, "I noticed"),
                              card));
  g_assert_false (
      starling_test_is_shown (starling_test_find_label (card, "Coaching"),
                              card));
  g_assert_nonnull (starling_test_find_label (card, "15 s"));
  finalize (card);
}

static void
test_legend (void)
{
  GtkWidget *legend = starling_legend_new ();

  g_assert_nonnull (starling_test_find_label (legend, "Lean on this"));
  g_assert_nonnull (starling_test_find_label (legend, "Keep it short"));
  finalize (legend);
}

int
main (int argc, char **argv)
{
  starling_test_init (&argc, &argv);

  g_test_add_func ("/study-widgets/tags", test_tags);
  g_test_add_func ("/study-widgets/passage-row", test_passage_row);
  g_test_add_func ("/study-widgets/passage-row-tag", test_passage_row_tag);
  g_test_add_func ("/study-widgets/flagged-text", test_flagged_text);
  g_test_add_func ("/study-widgets/flagged-list", test_flagged_list);
  g_test_add_func ("/study-widgets/fold", test_fold);
  g_test_add_func ("/study-widgets/fold-wraps", test_fold_wraps);
  g_test_add_func ("/study-widgets/comparison", test_comparison);
  g_test_add_func ("/study-widgets/probe-answers", test_probe_answers);
  g_test_add_func ("/study-widgets/empty-step", test_empty_step);
  g_test_add_func ("/study-widgets/legend", test_legend);

  return g_test_run ();
}

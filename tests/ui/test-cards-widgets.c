/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* The widgets that the page of flashcards is made of, each by itself. */

#include "pages/cards/front.h"
#include "support.h"
#include "widgets/badge.h"
#include "widgets/even-box.h"
#include "widgets/flagged-text.h"
#include "widgets/flip.h"
#include "widgets/pile-count.h"
#include "widgets/weak-answer.h"

#include <string.h>

static int
measure (GtkWidget *widget, GtkOrientation orientation, int for_size)
{
  int natural;

  gtk_widget_measure (widget, orientation, for_size, NULL, &natural, NULL,
                      NULL);
  return natural;
}

static void
allocate (GtkWidget *widget, int width, int height)
{
  gtk_widget_size_allocate (widget, &(GtkAllocation){ 0, 0, width, height },
                            -1);
}

static graphene_rect_t
area (GtkWidget *child)
{
  graphene_rect_t rect;

  g_assert_true (
      gtk_widget_compute_bounds (child, gtk_widget_get_parent (child), &rect));
  return rect;
}

/* --- */

static GtkWidget *
find_class (GtkWidget *root, GType type, const char *css_class)
{
  GtkWidget *found;

  for (guint i = 0; (found = starling_test_find (root, type, i)) != NULL; i++)
    if (gtk_widget_has_css_class (found, css_class))
      return found;
  g_assert_not_reached ();
}

/* Whose card it is and of which kind: in words, and by a sign. */
static void
test_front (void)
{
  static const struct
  {
    StarlingCardKind kind;
    StarlingStepId step;
    const char *letter; /* in the badge; NULL: an image */
    const char *icon;   /* in it, or in the place of the badge */
    const char *suffix; /* behind the title of the story */
  } cases[] = {
    { STARLING_CARD_STEP, STARLING_STEP_SITUATION, "S", NULL, "" },
    { STARLING_CARD_STEP, STARLING_STEP_TASK, "T", NULL, "" },
    { STARLING_CARD_PROBE, 0, NULL, "starling-question-symbolic",
      " · follow-up question" },
    { STARLING_CARD_STEP, STARLING_STEP_ACTION, "A", NULL, "" },
    { STARLING_CARD_WEAK, 0, NULL, "starling-flag-symbolic", " · weak answer" },
    { STARLING_CARD_STEP, STARLING_STEP_RESULT, "R", NULL, "" },
    { STARLING_CARD_ANGLE, 0, NULL, "starling-star-symbolic", " · angle" },
    { STARLING_CARD_STEP, STARLING_STEP_REFLECTION, NULL,
      "starling-lamp-symbolic", "" },
  };
  g_autoptr (StarlingLibrary) library = starling_test_library_new ();
  g_autoptr (StarlingScenario) story
      = starling_library_open_scenario (library, "webhook-drops", NULL);
  g_autoptr (StarlingLens) lens
      = starling_lens_new (starling_library_get_catalogue (library), story,
                           STARLING_LEVEL_SDE2, STARLING_AS_TOLD);
  GtkWidget *front = g_object_new (STARLING_TYPE_CARDS_FRONT, NULL);
  GtkWidget *badge = starling_test_find (front, STARLING_TYPE_BADGE, 0);
  GtkWidget *sign = find_class (front, GTK_TYPE_IMAGE, "sign");
  GtkWidget *title = find_class (front, GTK_TYPE_LABEL, "story");

  g_object_ref_sink (front);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const StarlingCardView view = {
        .kind = cases[i].kind,
        .lens = lens,
        .step = cases[i].step,
        .probe = g_ptr_array_index (story->probes, 0),
        .angle = g_ptr_array_index (story->angles, 0),
      };
      gboolean is_step = cases[i].kind == STARLING_CARD_STEP;
      g_autofree char *text = g_strconcat (story->title, cases[i].suffix, NULL);
      GtkWidget *image;

      g_test_message ("case %u", i);
      starling_cards_front_ask (STARLING_CARDS_FRONT (front), &view, "What?");
      g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (title)), ==, text);
      g_assert_cmpint (gtk_widget_get_visible (badge), ==, is_step);
      g_assert_cmpint (gtk_widget_get_visible (sign), ==, !is_step);
      image = is_step ? starling_test_find (badge, GTK_TYPE_IMAGE, 0) : sign;
      if (cases[i].letter != NULL)
        g_assert_nonnull (starling_test_find_label (badge, cases[i].letter));
      else
        g_assert_cmpstr (gtk_image_get_icon_name (GTK_IMAGE (image)), ==,
                         cases[i].icon);
    }
  g_assert_finalize_object (front);
}

static GtkWidget *
new_box (int width)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_size_request (box, width, 20);
  return box;
}

/* Where the four children of an even box stand. */
static void
test_even_box (void)
{
  static const struct
  {
    int spacing;
    int width;
    int height;
    GtkTextDirection direction;
    int x[4];
    int y[4];
  } cases[] = {
    { 10, 230, 20, GTK_TEXT_DIR_LTR, { 0, 60, 120, 180 }, { 0 } },
    { 10, 230, 20, GTK_TEXT_DIR_RTL, { 180, 120, 60, 0 }, { 0 } },
    { 10, 229, 50, GTK_TEXT_DIR_LTR, { 0, 119, 0, 119 }, { 0, 0, 30, 30 } },
    { 10, 110, 50, GTK_TEXT_DIR_RTL, { 60, 0, 60, 0 }, { 0, 0, 30, 30 } },
    { 10, 109, 110, GTK_TEXT_DIR_LTR, { 0 }, { 0, 30, 60, 90 } },
    { 4, 212, 20, GTK_TEXT_DIR_LTR, { 0, 54, 108, 162 }, { 0 } },
    { 4, 211, 44, GTK_TEXT_DIR_RTL, { 108, 0, 108, 0 }, { 0, 0, 24, 24 } },
    { 0, 200, 20, GTK_TEXT_DIR_LTR, { 0, 50, 100, 150 }, { 0 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *even = g_object_new (STARLING_TYPE_EVEN_BOX, NULL);
      GtkWidget *children[4];

      g_object_ref_sink (even);
      if (i > 0) /* it is what it is by default */
        g_object_set (even, "spacing", cases[i].spacing, NULL);
      for (guint k = 0; k < G_N_ELEMENTS (children); k++)
        {
          children[k] = new_box (50 - (int) k);
          gtk_widget_set_parent (children[k], even);
        }
      gtk_widget_set_direction (even, cases[i].direction);
      g_test_message ("case %u", i);
      g_assert_cmpint (measure (even, GTK_ORIENTATION_VERTICAL, cases[i].width),
                       ==, cases[i].height);
      allocate (even, cases[i].width, cases[i].height);
      for (guint k = 0; k < G_N_ELEMENTS (children); k++)
        {
          g_assert_cmpfloat (area (children[k]).origin.x, ==, cases[i].x[k]);
          g_assert_cmpfloat (area (children[k]).origin.y, ==, cases[i].y[k]);
        }
      g_assert_finalize_object (even);
    }
}

/* What a count shows in so much room; asked for a tooltip, it has one where
 * that says more. */
static void
assert_count (GtkWidget *count, int width, const char *shown, gboolean has_tip)
{
  GtkTooltip *tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean is_tip = FALSE;
  guint n_shown = 0;

  allocate (count, width, measure (count, GTK_ORIENTATION_VERTICAL, -1));
  for (GtkWidget *child = gtk_widget_get_first_child (count); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      g_autofree char *label = NULL;

      if (!gtk_widget_get_child_visible (child))
        continue;
      g_object_get (child, "label", &label, NULL);
      g_assert_cmpstr (label, ==, shown);
      n_shown++;
    }
  g_assert_cmpuint (n_shown, ==, 1);
  g_signal_emit_by_name (count, "query-tooltip", 0, 0, FALSE, tooltip, &is_tip);
  g_assert_cmpint (is_tip, ==, has_tip);
  g_object_unref (tooltip);
}

/* A count is words or, where it is narrow, a figure; by name always words. */
static void
test_pile_count (void)
{
  static const struct
  {
    const char *words;
    guint n;
    const char *figure;
    gboolean is_current;
  } cases[] = {
    { "New 4", 4, "4", TRUE },
    { "Learning 0", 0, "0", FALSE },
    { "Due 199", 199, "199", FALSE },
    { "Due 198", 198, "198", TRUE },
  };
  GtkWidget *count = g_object_ref_sink (starling_pile_count_new ());

  gtk_test_accessible_assert_role (count, GTK_ACCESSIBLE_ROLE_LABEL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int least, most;

      starling_pile_count_set (STARLING_PILE_COUNT (count), cases[i].words,
                               cases[i].n, cases[i].is_current);
      g_assert_cmpint (gtk_widget_has_css_class (count, "current"), ==,
                       cases[i].is_current);
      gtk_test_accessible_assert_property (count, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           cases[i].words);
      gtk_test_accessible_assert_property (count,
                                           GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                           cases[i].is_current ? "current"
                                                               : "");
      gtk_widget_measure (count, GTK_ORIENTATION_HORIZONTAL, -1, &least, &most,
                          NULL, NULL);
      g_assert_cmpint (least, <, most);
      assert_count (count, most, cases[i].words, FALSE);
      assert_count (count, most - 1, cases[i].figure, TRUE);
      assert_count (count, least, cases[i].figure, TRUE);
    }
  g_assert_finalize_object (count);
}

static gboolean
is_still (gpointer flip)
{
  return !starling_flip_is_turning (flip);
}

/* Turning ends by itself, and with the widget out of sight. */
static void
test_flip (void)
{
  GtkWidget *widget = g_object_new (STARLING_TYPE_FLIP, NULL);
  GtkWidget *window = starling_test_present (widget, 200, 100);
  StarlingFlip *flip = STARLING_FLIP (widget);

  g_object_set (gtk_widget_get_settings (widget), "gtk-enable-animations", TRUE,
                NULL);
  starling_flip_set_child (flip, gtk_label_new ("Front"), FALSE);
  starling_test_run_frames (widget, 2);
  starling_flip_set_child (flip, gtk_label_new ("Back"), TRUE);
  g_assert_true (starling_flip_is_turning (flip));
  g_assert_nonnull (starling_test_find_label (widget, "Back"));
  g_assert_null (starling_test_find_label (widget, "Front"));
  starling_test_run_until (is_still, flip);

  starling_flip_set_child (flip, gtk_label_new ("Front"), TRUE);
  starling_test_run_frames (widget, 1);
  g_assert_true (starling_flip_is_turning (flip));
  gtk_widget_set_visible (widget, FALSE);
  g_assert_false (starling_flip_is_turning (flip));
  gtk_widget_set_visible (widget, TRUE);
  starling_test_run_frames (widget, 2);
  g_assert_false (starling_flip_is_turning (flip));

  g_object_set (gtk_widget_get_settings (widget), "gtk-enable-animations",
                FALSE, NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* --- */

static cairo_surface_t *
find_drawing (GskRenderNode *node)
{
  GskRenderNode *child = NULL;
  cairo_surface_t *found = NULL;

  switch ((int) gsk_render_node_get_node_type (node))
    {
    case GSK_CAIRO_NODE:
      return gsk_cairo_node_get_surface (node);
    case GSK_TRANSFORM_NODE:
      child = gsk_transform_node_get_child (node);
      return find_drawing (child);
    case GSK_CONTAINER_NODE:
      for (guint i = 0;
           found == NULL && i < gsk_container_node_get_n_children (node); i++)
        found = find_drawing (gsk_container_node_get_child (node, i));
      return found;
    default:
      return NULL;
    }
}

/* The waves under a text: from where to where, in px; FALSE: there are none. */
static gboolean
find_waves (GtkWidget *text, double *start, double *end)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  cairo_surface_t *drawing;
  double y, width, height;

  GTK_WIDGET_GET_CLASS (text)->snapshot (text, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  drawing = find_drawing (node);
  if (drawing != NULL)
    cairo_recording_surface_ink_extents (drawing, start, &y, &width, &height);
  gsk_render_node_unref (node);
  *end = *start + width;
  return drawing != NULL;
}

/* Where a byte of what is shown stands, in px. */
static double
find_x (GtkWidget *text, const char *shown, const char *at)
{
  GtkLabel *label = GTK_LABEL (gtk_widget_get_first_child (text));
  PangoRectangle rect;
  int x, y;

  pango_layout_index_to_pos (gtk_label_get_layout (label), (int) (at - shown),
                             &rect);
  gtk_label_get_layout_offsets (label, &x, &y);
  return x + pango_units_to_double (rect.x);
}

/* A weak answer for one scenario after the other: its flags, with the numbers
 * that they have in the list, and nothing else is marked. */
static void
test_weak_answer (void)
{
  static const struct
  {
    const char *text;
    const char *flags[4];
    const char *shown;
    const char *first; /* what the only flag in the text is; NULL: several */
  } cases[] = {
    { "They fixed it, and we saw it.",
      { "They fixed", "no figures", "we saw" },
      "“They fixed1 it, and we saw3 it.”",
      NULL },
    { "It was they who did it.",
      { "nobody asked", "they who" },
      "“It was they who2 did it.”",
      "they who" },
    { "All went well.", { "no figures" }, "“All went well.”", NULL },
  };
  GtkWidget *weak = g_object_new (STARLING_TYPE_WEAK_ANSWER, NULL);
  GtkWidget *window = starling_test_present (weak, 900, 300);
  GtkWidget *text = starling_test_find (weak, STARLING_TYPE_FLAGGED_TEXT, 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const StarlingScenario scenario = {
        .weak_text = (char *) cases[i].text,
        .weak_flags = (char **) cases[i].flags,
        .weak_verdict = (char *) "No.",
      };
      const char *shown;
      double start = 0, end = 0;

      g_test_message ("case %u", i);
      starling_weak_answer_set_scenario (STARLING_WEAK_ANSWER (weak),
                                         &scenario);
      starling_test_run_frames (window, 2);
      shown = starling_flagged_text_get_shown (STARLING_FLAGGED_TEXT (text));
      g_assert_cmpstr (shown, ==, cases[i].shown);
      g_assert_nonnull (starling_test_find_label (weak, "Bar raiser: No."));
      for (guint k = 0; cases[i].flags[k] != NULL; k++)
        {
          g_autofree char *number = g_strdup_printf ("%u", k + 1);

          g_assert_nonnull (starling_test_find_label (weak, cases[i].flags[k]));
          g_assert_nonnull (starling_test_find_label (weak, number));
        }
      for (guint k = 0; i > 0 && cases[i - 1].flags[k] != NULL; k++)
        g_assert_null (starling_test_find_label (weak, cases[i - 1].flags[k]));

      g_assert_cmpint (find_waves (text, &start, &end), ==,
                       strpbrk (shown, "123") != NULL);
      if (cases[i].first != NULL)
        {
          const char *at = strstr (shown, cases[i].first);

          g_assert_cmpfloat_with_epsilon (start, find_x (text, shown, at), 3);
          g_assert_cmpfloat_with_epsilon (
              end, find_x (text, shown, at + strlen (cases[i].first)), 6);
        }
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  starling_test_init (&argc, &argv);
  g_test_add_func ("/cards-widgets/front", test_front);
  g_test_add_func ("/cards-widgets/even-box", test_even_box);
  g_test_add_func ("/cards-widgets/pile-count", test_pile_count);
  g_test_add_func ("/cards-widgets/flip", test_flip);
  g_test_add_func ("/cards-widgets/weak-answer", test_weak_answer);
  return g_test_run ();
}

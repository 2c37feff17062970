/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gtk/gtk.h>

#include "support.h"
#include "widgets/badge.h"
#include "widgets/column.h"
#include "widgets/mode-switcher.h"
#include "widgets/pair.h"
#include "widgets/split.h"
#include "widgets/steady-label.h"
#include "widgets/toast.h"
#include "widgets/wrap-box.h"

/* A widget that asks for exactly this. */
static GtkWidget *
box_of (int width, int height)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_size_request (box, width, height);
  return box;
}

static void
allocate (GtkWidget *widget, int width, int height)
{
  int least;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL,
                      NULL, NULL);
  g_assert_cmpint (least, <=, width);
  gtk_widget_size_allocate (widget, &(GtkAllocation){ 0, 0, width, height },
                            -1);
}

static int
height_for (GtkWidget *widget, int width)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &natural,
                      NULL, NULL);
  return natural;
}

static graphene_rect_t
area (GtkWidget *child)
{
  graphene_rect_t rect;

  g_assert_true (
      gtk_widget_compute_bounds (child, gtk_widget_get_parent (child), &rect));
  return rect;
}

static void
test_column (void)
{
  static const struct
  {
    int width;
    float x;
    float child_width;
  } cases[] = {
    { 1600, 436, 728 }, { 816, 44, 728 }, { 776, 24, 728 },
    { 600, 24, 552 },   { 500, 24, 452 }, { 360, 14, 332 },
  };
  GtkWidget *column = g_object_ref_sink (starling_column_new ());
  GtkWidget *child = box_of (100, 20);

  starling_column_set_child (STARLING_COLUMN (column), child);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      graphene_rect_t rect;

      allocate (column, cases[i].width, 20);
      rect = area (child);
      g_assert_cmpfloat (rect.origin.x, ==, cases[i].x);
      g_assert_cmpfloat (rect.size.width, ==, cases[i].child_width);
    }
  g_assert_finalize_object (column);
}

static void
test_wrap_box (void)
{
  GtkWidget *wrap = g_object_ref_sink (starling_wrap_box_new ());
  GtkWidget *children[3];

  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      children[i] = box_of (100, 20);
      starling_wrap_box_append (STARLING_WRAP_BOX (wrap), children[i]);
    }

  /* 3 × 100 and 2 × 6 fit into 312 */
  g_assert_cmpint (height_for (wrap, 312), ==, 20);
  g_assert_cmpint (height_for (wrap, 311), ==, 46);
  g_assert_cmpint (height_for (wrap, 206), ==, 46);
  g_assert_cmpint (height_for (wrap, 205), ==, 72);

  allocate (wrap, 206, 46);
  g_assert_cmpfloat (area (children[1]).origin.x, ==, 106);
  g_assert_cmpfloat (area (children[2]).origin.x, ==, 0);
  g_assert_cmpfloat (area (children[2]).origin.y, ==, 26);

  g_object_set (wrap, "xalign", 1.0, NULL);
  allocate (wrap, 206, 46);
  g_assert_cmpfloat (area (children[2]).origin.x, ==, 106);

  g_object_set (wrap, "xalign", 0.0, "justify", TRUE, NULL);
  allocate (wrap, 400, 20);
  g_assert_cmpfloat (area (children[1]).origin.x, ==, 106);
  g_assert_cmpfloat (area (children[2]).origin.x, ==, 300);

  gtk_widget_set_direction (wrap, GTK_TEXT_DIR_RTL);
  allocate (wrap, 400, 20);
  g_assert_cmpfloat (area (children[0]).origin.x, ==, 300);
  g_assert_cmpfloat (area (children[2]).origin.x, ==, 0);

  gtk_widget_set_visible (children[1], FALSE);
  g_assert_cmpint (height_for (wrap, 206), ==, 20);

  starling_wrap_box_remove_all (STARLING_WRAP_BOX (wrap));
  g_assert_null (gtk_widget_get_first_child (wrap));
  g_assert_finalize_object (wrap);
}

static void
test_pair (void)
{
  GtkWidget *start = box_of (50, 20);
  GtkWidget *end = box_of (50, 30);
  GtkWidget *pair = g_object_ref_sink (starling_pair_new (start, end));

  /* equal halves, as high as the higher */
  allocate (pair, 612, height_for (pair, 612));
  g_assert_cmpint (height_for (pair, 612), ==, 30);
  g_assert_cmpfloat (area (start).size.width, ==, 300);
  g_assert_cmpfloat (area (start).size.height, ==, 30);
  g_assert_cmpfloat (area (end).origin.x, ==, 312);
  g_assert_false (gtk_widget_has_css_class (pair, "stacked"));

  /* below the threshold: one below the other */
  g_assert_cmpint (height_for (pair, 559), ==, 62);
  allocate (pair, 559, 62);
  g_assert_cmpfloat (area (end).origin.y, ==, 32);
  g_assert_cmpfloat (area (end).size.width, ==, 559);
  g_assert_true (gtk_widget_has_css_class (pair, "stacked"));

  /* a margin of fixed width */
  g_object_set (pair, "end-width", 196, NULL);
  allocate (pair, 612, 30);
  g_assert_cmpfloat (area (end).origin.x, ==, 612 - 196);
  g_assert_cmpfloat (area (start).size.width, ==, 612 - 196 - 12);

  /* alone, each has it all */
  gtk_widget_set_visible (end, FALSE);
  allocate (pair, 612, 20);
  g_assert_cmpfloat (area (start).size.width, ==, 612);
  g_assert_finalize_object (pair);
}

static void
count_cb (gpointer object, GParamSpec *pspec, gpointer counter)
{
  (*(int *) counter)++;
}

static void
test_split (void)
{
  GtkWidget *sidebar = box_of (200, 20);
  GtkWidget *content = box_of (300, 20);
  GtkWidget *split
      = g_object_ref_sink (g_object_new (STARLING_TYPE_SPLIT, "sidebar",
                                         sidebar, "content", content, NULL));
  int narrow = 0;

  g_signal_connect (split, "notify::narrow", G_CALLBACK (count_cb), &narrow);

  allocate (split, 1100, 700);
  g_assert_cmpfloat (area (sidebar).size.width, ==, 284);
  g_assert_cmpfloat (area (content).origin.x, ==, 284);
  g_assert_cmpfloat (area (content).size.width, ==, 816);

  /* less for a smaller window, as much as was asked for in a large one */
  allocate (split, 700, 700);
  g_assert_cmpfloat (area (sidebar).size.width, ==, 240);
  g_object_set (split, "sidebar-width", 360, NULL);
  allocate (split, 1600, 700);
  g_assert_cmpfloat (area (sidebar).size.width, ==, 360);

  /* narrow: over the content, and closed */
  allocate (split, 500, 700);
  while (narrow == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (narrow, ==, 1);
  g_assert_true (starling_split_get_narrow (STARLING_SPLIT (split)));
  g_assert_false (gtk_widget_get_visible (sidebar));
  allocate (split, 500, 700);
  g_assert_cmpfloat (area (content).size.width, ==, 500);
  starling_split_toggle (STARLING_SPLIT (split));
  g_assert_true (gtk_widget_get_visible (sidebar));
  allocate (split, 500, 700);
  g_assert_cmpfloat (area (content).size.width, ==, 500);
  g_assert_cmpfloat (area (sidebar).origin.x, ==, 0);

  /* wide again: what the user chose there */
  allocate (split, 900, 700);
  while (narrow == 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (starling_split_get_sidebar_shown (STARLING_SPLIT (split)));
  g_object_set (split, "suppressed", TRUE, NULL);
  g_assert_false (gtk_widget_get_visible (sidebar));
  starling_split_toggle (STARLING_SPLIT (split));
  g_assert_true (gtk_widget_get_visible (sidebar));

  g_assert_finalize_object (split);
}

/* What is wide does not keep a window from becoming narrow at one stroke. */
static void
test_split_least (void)
{
  GtkWidget *content = box_of (420, 20);
  GtkWidget *split = g_object_ref_sink (
      g_object_new (STARLING_TYPE_SPLIT, "sidebar", box_of (200, 20), "content",
                    content, NULL));
  GtkWidget *window = NULL;
  int least = 0;

  gtk_widget_measure (split, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL,
                      NULL);
  g_assert_cmpint (least, ==, 360);

  /* narrow, and styled so: what it needs then counts */
  window = starling_test_present (split, 500, 600);
  while (!starling_split_get_narrow (STARLING_SPLIT (split)))
    g_main_context_iteration (NULL, TRUE);
  starling_test_run_frames (split, 4);
  gtk_widget_measure (split, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL,
                      NULL);
  g_assert_cmpint (least, ==, 420);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (split);
}

/* Where a toast lies, in the window of its overlay. */
static graphene_rect_t
find_toast (GtkWidget *toast, GtkWidget *overlay)
{
  graphene_rect_t bounds;

  starling_test_run_frames (overlay, 3);
  g_assert_true (gtk_widget_compute_bounds (toast, overlay, &bounds));
  return bounds;
}

/* In the middle of the bottom, above a bar that is there, however high. */
static void
test_toast (void)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = box_of (100, 54);
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *toast
      = g_object_new (STARLING_TYPE_TOAST, "halign", GTK_ALIGN_CENTER, "valign",
                      GTK_ALIGN_END, NULL);
  GtkWidget *window = NULL;
  static const char *const bars[] = { "bottom-bar", "stage-bar" };
  graphene_rect_t place;

  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (page), gtk_scrolled_window_new ());
  gtk_widget_set_vexpand (gtk_widget_get_first_child (page), TRUE);
  gtk_box_append (GTK_BOX (page), bar);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), page);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), toast);
  g_signal_connect (overlay, "get-child-position",
                    G_CALLBACK (starling_toast_place), NULL);
  window = starling_test_present (overlay, 500, 400);

  /* what is no bar is covered */
  starling_toast_show (STARLING_TOAST (toast), "Saved.", NULL);
  gtk_test_accessible_assert_property (toast, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Saved.");
  place = find_toast (toast, overlay);
  g_assert_cmpfloat (place.origin.y + place.size.height, ==, 400);
  g_assert_cmpfloat_with_epsilon (place.origin.x + place.size.width / 2, 250,
                                  1);

  for (guint i = 0; i < G_N_ELEMENTS (bars); i++)
    {
      gtk_widget_add_css_class (bar, bars[i]);
      starling_toast_show (STARLING_TOAST (toast), "Saved.", NULL);
      place = find_toast (toast, overlay);
      g_assert_cmpfloat (place.origin.y + place.size.height, ==,
                         400 - gtk_widget_get_height (bar));
      gtk_widget_remove_css_class (bar, bars[i]);
    }

  gtk_widget_add_css_class (bar, "bottom-bar");
  for (int height = 54; height < 160; height += 50)
    {
      gtk_widget_set_size_request (bar, 100, height);
      starling_toast_show (STARLING_TOAST (toast), "Saved.", "an-event");
      place = find_toast (toast, overlay);
      g_assert_cmpfloat (place.origin.y + place.size.height, ==,
                         400 - gtk_widget_get_height (bar));
      g_assert_cmpfloat_with_epsilon (place.origin.x + place.size.width / 2,
                                      250, 1);
    }

  /* nor does one that is not shown hold it up */
  gtk_widget_set_visible (bar, FALSE);
  place = find_toast (toast, overlay);
  g_assert_cmpfloat (place.origin.y + place.size.height, ==, 400);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The label asks for the bold width, so that checking shifts nothing. */
static void
test_steady_label (void)
{
  GtkWidget *steady = g_object_ref_sink (
      starling_steady_label_new ("Customer Obsession", -1));
  GtkWidget *plain = g_object_ref_sink (gtk_label_new ("Customer Obsession"));
  GtkWidget *bold = g_object_ref_sink (gtk_label_new (NULL));
  GtkWidget *cut = g_object_ref_sink (
      starling_steady_label_new ("Have Backbone; Disagree and Commit", 20));
  int steady_width, plain_width, bold_width, cut_width;

  gtk_label_set_markup (GTK_LABEL (bold), "<b>Customer Obsession</b>");
  gtk_widget_measure (steady, GTK_ORIENTATION_HORIZONTAL, -1, NULL,
                      &steady_width, NULL, NULL);
  gtk_widget_measure (plain, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &plain_width,
                      NULL, NULL);
  gtk_widget_measure (bold, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &bold_width,
                      NULL, NULL);
  gtk_widget_measure (cut, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &cut_width,
                      NULL, NULL);
  g_assert_cmpint (steady_width, >=, plain_width);
  g_assert_cmpint (steady_width, >=, bold_width);
  g_assert_cmpint (cut_width, <, 2 * steady_width);

  g_assert_finalize_object (steady);
  g_assert_finalize_object (plain);
  g_assert_finalize_object (bold);
  g_assert_finalize_object (cut);
}

static void
test_mode_switcher (void)
{
  static const char *const names[] = { "Study", "Rehearse", "Quiz" };
  GtkWidget *switcher
      = g_object_ref_sink (g_object_new (STARLING_TYPE_MODE_SWITCHER, NULL));
  GtkWidget *tab = gtk_widget_get_first_child (switcher);

  gtk_test_accessible_assert_role (switcher, GTK_ACCESSIBLE_ROLE_TAB_LIST);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gtk_test_accessible_assert_role (tab, GTK_ACCESSIBLE_ROLE_TAB);
      gtk_test_accessible_assert_property (tab, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           names[i]);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tab), TRUE);
      gtk_test_accessible_assert_state (tab, GTK_ACCESSIBLE_STATE_SELECTED,
                                        TRUE);
      tab = gtk_widget_get_next_sibling (tab);
    }
  g_assert_null (tab);
  g_assert_finalize_object (switcher);
}

static void
test_badge (void)
{
  GtkWidget *badge
      = g_object_ref_sink (starling_badge_new (STARLING_STEP_ACTION));
  GtkWidget *child = gtk_widget_get_first_child (badge);

  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (child)), ==, "A");
  starling_badge_set_step (STARLING_BADGE (badge), STARLING_STEP_REFLECTION);
  g_assert_true (GTK_IS_IMAGE (gtk_widget_get_first_child (badge)));
  g_assert_finalize_object (badge);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/layout/column", test_column);
  g_test_add_func ("/layout/wrap-box", test_wrap_box);
  g_test_add_func ("/layout/pair", test_pair);
  g_test_add_func ("/layout/split", test_split);
  g_test_add_func ("/layout/split-least", test_split_least);
  g_test_add_func ("/layout/toast", test_toast);
  g_test_add_func ("/layout/steady-label", test_steady_label);
  g_test_add_func ("/layout/mode-switcher", test_mode_switcher);
  g_test_add_func ("/layout/badge", test_badge);

  return g_test_run ();
}

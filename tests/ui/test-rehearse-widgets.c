/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plots.h"
#include "pages/rehearse/scene.h"
#include "support.h"
#include "widgets/badge.h"
#include "widgets/cue-chip.h"
#include "widgets/ring.h"
#include "widgets/rubric.h"
#include "widgets/segments.h"
#include "widgets/target-plot-bar.h"
#include "widgets/target-plot.h"

static void
assert_name (GtkWidget *widget, const char *name)
{
  gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       name);
}

static void
destroy (GtkWidget *window, GtkWidget *widget)
{
  g_object_ref (widget);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (widget);
}

static void
test_ring (void)
{
  static const struct
  {
    StarlingStepId step;
    int target, left;
    gboolean paused;
    const char *clock, *caption, *name;
  } cases[] = {
    { STARLING_STEP_ACTION, 90, 54, FALSE, "0:54", "left for the Action",
      "Action: 54 s left of 90 s" },
    { STARLING_STEP_ACTION, 90, 54, TRUE, "0:54", "paused in the Action",
      "Action: 54 s left of 90 s" },
    { STARLING_STEP_ACTION, 90, 0, FALSE, "0:00", "over; go on to the Result",
      "Action: 0 s left of 90 s" },
    { STARLING_STEP_ACTION, 90, -67, FALSE, "+1:07",
      "over; go on to the Result", "Action: 67 s over the target of 90 s" },
    { STARLING_STEP_REFLECTION, 15, -1, FALSE, "+0:01", "over; come to the end",
      "Reflection: 1 s over the target of 15 s" },
  };
  GtkWidget *ring = starling_ring_new ();
  GtkWidget *window = starling_test_present (ring, 600, 400);

  gtk_test_accessible_assert_role (ring, GTK_ACCESSIBLE_ROLE_IMG);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      starling_ring_set_paused (STARLING_RING (ring), cases[i].paused);
      starling_ring_set_time (STARLING_RING (ring), cases[i].step,
                              cases[i].target, cases[i].left);
      g_assert_nonnull (starling_test_find_label (ring, cases[i].clock));
      g_assert_nonnull (starling_test_find_label (ring, cases[i].caption));
      assert_name (ring, cases[i].name);
      g_assert_cmpint (gtk_widget_has_css_class (ring, "over"), ==,
                       cases[i].left < 0);
    }
  destroy (window, ring);
}

/* It draws once for each value, however often it is told the same. */
static void
test_ring_draws (void)
{
  GtkWidget *widget = starling_ring_new ();
  GtkWidget *window = starling_test_present (widget, 600, 400);
  StarlingRing *ring = STARLING_RING (widget);
  guint before;

  starling_ring_set_time (ring, STARLING_STEP_TASK, 20, 10);
  starling_test_run_frames (window, 3);
  before = starling_ring_get_n_draws (ring);
  for (guint i = 0; i < 20; i++)
    {
      starling_ring_set_time (ring, STARLING_STEP_TASK, 20, 10);
      starling_test_run_frames (window, 1);
    }
  g_assert_cmpuint (starling_ring_get_n_draws (ring), ==, before);
  starling_ring_set_time (ring, STARLING_STEP_TASK, 20, 9);
  starling_test_run_frames (window, 2);
  g_assert_cmpuint (starling_ring_get_n_draws (ring), >, before);
  destroy (window, widget);
}

/* The clock stays inside, and nothing is cut off, at all sizes. */
static void
test_ring_sizes (void)
{
  static const struct
  {
    int width, height;
    int least; /* diameter of the ring, about */
  } cases[] = {
    { 728, 400, 260 },
    { 332, 400, 196 },
    { 728, 200, 160 },
    { 332, 184, 150 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *ring = starling_ring_new ();
      GtkWidget *window
          = starling_test_present (ring, cases[i].width, cases[i].height);
      GtkWidget *clock, *caption;
      graphene_rect_t clock_box, caption_box;

      starling_ring_set_time (STARLING_RING (ring), STARLING_STEP_RESULT, 20,
                              -67);
      starling_test_run_frames (window, 2);
      clock = starling_test_find_label (ring, "+1:07");
      caption
          = starling_test_find_label (ring, "over; go on to the Reflection");
      g_assert_true (gtk_widget_compute_bounds (clock, ring, &clock_box));
      g_assert_true (gtk_widget_compute_bounds (caption, ring, &caption_box));
      g_test_message ("%d x %d: clock %g to %g, caption %g to %g",
                      cases[i].width, cases[i].height, clock_box.origin.y,
                      clock_box.origin.y + clock_box.size.height,
                      caption_box.origin.y,
                      caption_box.origin.y + caption_box.size.height);
      g_assert_cmpfloat (clock_box.size.width, <=, cases[i].least * 0.8);
      g_assert_cmpfloat (caption_box.origin.y + caption_box.size.height, <=,
                         cases[i].height);
      g_assert_cmpfloat (caption_box.origin.y, >,
                         clock_box.origin.y + clock_box.size.height / 2);
      destroy (window, ring);
    }
}

/* Given less than a ring needs, all of it stands in a line. */
static void
test_ring_line (void)
{
  for (guint i = 0; i < 4; i++)
    {
      GtkWidget *ring = starling_ring_new ();
      GtkWidget *window;
      GtkWidget *clock, *caption;
      graphene_rect_t clock_box, caption_box;
      int least, round;

      gtk_widget_set_direction (ring, i % 2 == 0 ? GTK_TEXT_DIR_LTR
                                                 : GTK_TEXT_DIR_RTL);
      starling_ring_set_time (STARLING_RING (ring), STARLING_STEP_RESULT, 20,
                              i < 2 ? 15 : -605);
      window = starling_test_present (ring, 332, 400);
      gtk_widget_measure (ring, GTK_ORIENTATION_VERTICAL, 332, &least, NULL,
                          NULL, NULL);
      round = starling_ring_get_round_height (STARLING_RING (ring), 332);
      g_assert_cmpint (least, <=, 72);
      g_assert_cmpint (round, >=, 160);
      gtk_widget_size_allocate (ring, &(GtkAllocation){ 0, 0, 332, least }, -1);
      clock = starling_test_find_label (ring, i < 2 ? "0:15" : "+10:05");
      caption
          = starling_test_find_label (ring,
                                      i < 2 ? "left for the Result"
                                            : "over; go on to the Reflection");
      g_assert_true (gtk_widget_compute_bounds (clock, ring, &clock_box));
      g_assert_true (gtk_widget_compute_bounds (caption, ring, &caption_box));
      g_assert_false (
          graphene_rect_intersection (&clock_box, &caption_box, NULL));
      g_assert_cmpint (clock_box.origin.x < caption_box.origin.x, ==,
                       i % 2 == 0);
      g_assert_cmpfloat (caption_box.origin.x, >=, 0);
      g_assert_cmpfloat (caption_box.origin.x + caption_box.size.width, <=,
                         332);
      g_assert_cmpfloat (caption_box.size.height, <=, least);
      destroy (window, ring);
    }
}

/* --- the scene --- */

typedef enum
{
  LEAD,
  RING,
  TEXT,
  PROMPT,
  N_PARTS,
} Part;

#define LEAD_HEIGHT 40
#define TEXT_HEIGHT 84
#define PROMPT_HEIGHT 81

static GtkWidget *
new_part (int height)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_size_request (box, 200, height);
  return box;
}

static GtkWidget *
new_scene (GtkWidget *parts[N_PARTS], gboolean with_text)
{
  GtkWidget *scene
      = g_object_new (STARLING_TYPE_REHEARSE_SCENE, "reserve", 81, NULL);

  parts[LEAD] = new_part (LEAD_HEIGHT);
  parts[RING] = starling_ring_new ();
  parts[TEXT] = new_part (TEXT_HEIGHT);
  parts[PROMPT] = new_part (PROMPT_HEIGHT);
  gtk_widget_set_visible (parts[TEXT], with_text);
  for (guint i = 0; i < N_PARTS; i++)
    gtk_widget_set_parent (parts[i], scene);
  return scene;
}

static gboolean
get_box (GtkWidget *widget, GtkWidget *scene, graphene_rect_t *box)
{
  *box = GRAPHENE_RECT_INIT (0, 0, 0, 0);
  return gtk_widget_should_layout (widget)
         && gtk_widget_get_child_visible (widget)
         && gtk_widget_compute_bounds (widget, scene, box);
}

static double
get_end (const graphene_rect_t *box)
{
  return box->origin.y + box->size.height;
}

/* Where height is short, the lead goes first, then the ring shrinks. */
static void
test_scene (void)
{
  static const struct
  {
    int height;
    gboolean lead;
    int ring; /* its height, at least */
  } cases[] = {
    { 600, TRUE, 264 },  { 500, TRUE, 264 },  { 422, TRUE, 264 },
    { 420, FALSE, 264 }, { 370, FALSE, 264 }, { 300, FALSE, 190 },
    { 286, FALSE, 180 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *parts[N_PARTS];
      GtkWidget *scene = new_scene (parts, FALSE);
      GtkWidget *window = starling_test_present (scene, 728, cases[i].height);
      graphene_rect_t lead, ring, prompt;

      g_test_message ("%d px", cases[i].height);
      g_assert_cmpint (get_box (parts[LEAD], scene, &lead), ==, cases[i].lead);
      g_assert_true (get_box (parts[RING], scene, &ring));
      g_assert_true (get_box (parts[PROMPT], scene, &prompt));
      g_assert_cmpfloat (ring.size.height, >=, cases[i].ring);
      g_assert_cmpfloat (ring.origin.y, >=, get_end (&lead));
      g_assert_cmpfloat (prompt.origin.y, >, get_end (&ring));
      g_assert_cmpfloat (get_end (&prompt), <=, cases[i].height);
      destroy (window, scene);
    }
}

/* The ring stays where it is when the lead goes, where there is room. */
static void
test_scene_still (void)
{
  GtkWidget *parts[N_PARTS];
  GtkWidget *scene = new_scene (parts, FALSE);
  GtkWidget *window = starling_test_present (scene, 728, 500);
  graphene_rect_t before, after;

  g_assert_true (get_box (parts[RING], scene, &before));
  gtk_widget_set_visible (parts[LEAD], FALSE);
  gtk_widget_set_visible (parts[PROMPT], FALSE);
  starling_test_run_frames (window, 2);
  g_assert_true (get_box (parts[RING], scene, &after));
  g_assert_true (graphene_rect_equal (&before, &after));
  destroy (window, scene);
}

/* A text is larger than all else, and begins below the ring. */
static void
test_scene_text (void)
{
  static const struct
  {
    int width, height;
    gboolean lead, prompt;
    int text; /* its height, at least */
  } cases[] = {
    { 728, 500, TRUE, TRUE, 280 },  { 728, 300, TRUE, TRUE, 84 },
    { 332, 700, TRUE, TRUE, 300 },  { 332, 480, FALSE, TRUE, 168 },
    { 332, 390, FALSE, TRUE, 168 }, { 332, 330, FALSE, TRUE, 168 },
    { 332, 284, FALSE, TRUE, 120 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *parts[N_PARTS];
      GtkWidget *scene = new_scene (parts, TRUE);
      GtkWidget *window
          = starling_test_present (scene, cases[i].width, cases[i].height);
      graphene_rect_t box[N_PARTS];

      g_test_message ("%d × %d px", cases[i].width, cases[i].height);
      g_assert_cmpint (get_box (parts[LEAD], scene, &box[LEAD]), ==,
                       cases[i].lead);
      g_assert_cmpint (get_box (parts[PROMPT], scene, &box[PROMPT]), ==,
                       cases[i].prompt);
      g_assert_true (get_box (parts[RING], scene, &box[RING]));
      g_assert_true (get_box (parts[TEXT], scene, &box[TEXT]));
      g_assert_cmpfloat (box[RING].size.height, <=, 190);
      g_assert_cmpfloat (box[TEXT].size.height, >=, cases[i].text);
      g_assert_cmpfloat (box[TEXT].size.width, ==, cases[i].width);
      g_assert_cmpfloat (box[TEXT].origin.y, >=, get_end (&box[RING]) + 9);
      for (guint k = 0; k < N_PARTS; k++)
        {
          g_assert_cmpfloat (box[k].origin.y, >=, 0);
          g_assert_cmpfloat (get_end (&box[k]), <=, cases[i].height);
          for (guint other = 0; other < k; other++)
            g_assert_false (
                box[k].size.height > 0 && box[other].size.height > 0
                && graphene_rect_intersection (&box[k], &box[other], NULL));
        }
      destroy (window, scene);
    }
}

static void
test_segments (void)
{
  static const int targets[STARLING_N_STEPS] = { 30, 20, 90, 20, 15 };
  static const int none[STARLING_N_STEPS] = { 0 };
  static const int spent[STARLING_N_STEPS] = { 48, 19, 36, 0, 0 };
  GtkWidget *widget = starling_segments_new ();
  GtkWidget *window = starling_test_present (widget, 728, 60);
  StarlingSegments *segments = STARLING_SEGMENTS (widget);

  starling_segments_set_times (segments, targets, none, -1);
  gtk_test_accessible_assert_role (widget, GTK_ACCESSIBLE_ROLE_IMG);
  assert_name (widget, "Situation 30 s; Task 20 s; Action 90 s; Result 20 s; "
                       "Reflection 15 s");
  starling_segments_set_times (segments, targets, spent, STARLING_STEP_ACTION);
  assert_name (widget, "Situation 48 of 30 s; Task 19 of 20 s; Action 36 of "
                       "90 s; Result 20 s; Reflection 15 s");
  starling_test_run_frames (window, 2);
  g_assert_true (gtk_widget_get_child_visible (
      starling_test_find_label (widget, "36 of 90 s")));
  destroy (window, widget);
}

/* Where a part is too small, its letter stays. */
static void
test_segments_narrow (void)
{
  static const int targets[STARLING_N_STEPS] = { 30, 20, 90, 20, 15 };
  static const int none[STARLING_N_STEPS] = { 0 };
  GtkWidget *widget = starling_segments_new ();
  GtkWidget *window = starling_test_present (widget, 250, 60);

  starling_segments_set_times (STARLING_SEGMENTS (widget), targets, none, -1);
  starling_test_run_frames (window, 2);
  g_assert_false (
      gtk_widget_get_child_visible (starling_test_find_label (widget, "15 s")));
  g_assert_true (
      gtk_widget_get_child_visible (starling_test_find_label (widget, "90 s")));
  g_assert_true (
      gtk_widget_get_child_visible (starling_test_find_label (widget, "T")));
  destroy (window, widget);
}

static void
test_cue_chip (void)
{
  GtkWidget *chip = starling_cue_chip_new ("I & <you>");
  GtkWidget *window = starling_test_present (chip, 300, 60);
  int before, after;

  assert_name (chip, "I & <you>");
  g_assert_cmpstr (starling_cue_chip_get_phrase (STARLING_CUE_CHIP (chip)), ==,
                   "I & <you>");
  gtk_widget_measure (chip, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &before, NULL,
                      NULL);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), TRUE);
  starling_test_run_frames (window, 2);
  gtk_widget_measure (chip, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &after, NULL,
                      NULL);
  g_assert_cmpint (before, ==, after);
  gtk_test_accessible_assert_state (chip, GTK_ACCESSIBLE_STATE_PRESSED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);
  destroy (window, chip);
}

static const gint64 plot_targets[STARLING_N_STEPS]
    = { 30000, 20000, 90000, 20000, 15000 };

static void
assert_texts (GtkWidget *widget, const char *const *texts)
{
  for (guint i = 0; texts[i] != NULL; i++)
    {
      GtkWidget *label = starling_test_find_label (widget, texts[i]);

      if (label == NULL || !starling_test_is_shown (label, widget))
        g_error ("“%s” is not shown", texts[i]);
    }
}

static void
test_plot (void)
{
  static const gint64 spent[STARLING_N_STEPS] = { 48000, 19000, 97400, 300, 0 };
  static const gint64 last[STARLING_N_STEPS] = { 41000, 24000, 97000, 0, 0 };
  static const gint64 best[STARLING_N_STEPS] = { 31000, 0, 93000, 22000, 0 };
  static const char *const texts[]
      = { "48 of 30 s", "19 of 20 s",   "97 of 90 s", "0 of 20 s", "not told",
          "+7 s",       "−5 s",         "0 s",        "new",       "31 s",
          "–",          "2:45 of 2:55", "+3 s",       "2:26",      NULL };
  GtkWidget *widget = starling_target_plot_new ();
  GtkWidget *window = starling_test_present (widget, 700, 260);
  StarlingTargetPlot *plot = STARLING_TARGET_PLOT (widget);

  gtk_test_accessible_assert_role (widget, GTK_ACCESSIBLE_ROLE_IMG);
  starling_target_plot_set_times (plot, plot_targets, spent, last, best);
  assert_texts (widget, texts);
  assert_name (
      widget,
      "Situation 48 s of 30 s, last take 41 s, best take 31 s. Task 19 s of "
      "20 s, last take 24 s. Action 97 s of 90 s, last take 97 s, best take "
      "93 s. Result 0 s of 20 s, best take 22 s. Reflection not told, target "
      "15 s. Total 2 min 45 s of 2 min 55 s, last take 2 min 42 s, best take "
      "2 min 26 s.");
  starling_target_plot_set_times (plot, plot_targets, spent, last, NULL);
  g_assert_false (
      starling_test_is_shown (starling_test_find_label (widget, "Best"),
                              widget));
  g_assert_true (
      starling_test_is_shown (starling_test_find_label (widget, "Since last"),
                              widget));
  starling_target_plot_set_times (plot, plot_targets, spent, NULL, NULL);
  g_assert_false (
      starling_test_is_shown (starling_test_find_label (widget, "Since last"),
                              widget));
  starling_test_run_frames (window, 2);
  destroy (window, widget);
}

/* Where it is narrow, the bars go below the figures; where even that is too
 * wide, the column of the best take goes. */
static void
test_plot_narrow (void)
{
  static const struct
  {
    int width;
    gboolean beside, best;
  } cases[]
      = { { 640, TRUE, TRUE }, { 420, FALSE, TRUE }, { 10, FALSE, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *widget = starling_target_plot_new ();
      GtkWidget *window = starling_test_present (widget, cases[i].width, 400);
      GtkWidget *bar, *name;
      graphene_rect_t bar_box, name_box;

      starling_target_plot_set_times (STARLING_TARGET_PLOT (widget),
                                      plot_targets, plot_targets, plot_targets,
                                      plot_targets);
      starling_test_run_frames (window, 2);
      bar = starling_test_find (widget, STARLING_TYPE_TARGET_PLOT_BAR, 0);
      name = starling_test_find_label (widget, "Situation");
      g_assert_true (gtk_widget_compute_bounds (bar, widget, &bar_box));
      g_assert_true (gtk_widget_compute_bounds (name, widget, &name_box));
      if (cases[i].beside)
        g_assert_cmpfloat (bar_box.origin.x, >=,
                           name_box.origin.x + name_box.size.width);
      else
        g_assert_cmpfloat (bar_box.origin.y, >=,
                           name_box.origin.y + name_box.size.height);
      g_assert_cmpint (gtk_widget_get_child_visible (
                           starling_test_find_label (widget, "Best")),
                       ==, cases[i].best);
      destroy (window, widget);
    }
}

/* What each take has at its place in the bar, in colours. */
static void
test_plot_marks (void)
{
  static const struct
  {
    gint64 spent, last, best;
    gboolean over;
  } cases[] = {
    { 30000, -1, -1, FALSE },
    { 60000, -1, -1, TRUE },
    { 30000, 80000, -1, FALSE },
    { 30000, -1, 80000, FALSE },
  };
  GtkWidget *widget = starling_target_plot_bar_new ();
  GtkWidget *window = starling_test_present (widget, 400, 40);
  const GdkRectangle at_80 = { 310, 0, 20, 40 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (StarlingTestPainting) painting = { 0 };

      starling_target_plot_bar_set_times (STARLING_TARGET_PLOT_BAR (widget),
                                          100000, 40000, cases[i].spent,
                                          cases[i].last, cases[i].best);
      starling_test_painting_init (&painting, widget);
      g_assert_cmpint (starling_test_painting_count (&painting, "starling_warn",
                                                     NULL)
                           > 0,
                       ==, cases[i].over);
      g_assert_cmpint (starling_test_painting_count (&painting, "starling_card",
                                                     &at_80)
                           > 0,
                       ==, cases[i].last > 0 || cases[i].best > 0);
    }
  destroy (window, widget);
}

static void
rated_cb (StarlingRubric *rubric, int dimension, int value, GString *log)
{
  g_string_append_printf (log, "%d=%d ", dimension, value);
}

static void
test_rubric (void)
{
  GtkWidget *widget = starling_rubric_new ();
  GtkWidget *window = starling_test_present (widget, 700, 240);
  GString *log = g_string_new (NULL);
  GtkWidget *two, *three;

  g_signal_connect (widget, "rated", G_CALLBACK (rated_cb), log);
  two = starling_test_find_named (widget, GTK_TYPE_TOGGLE_BUTTON,
                                  "Metrics: 2 of 4");
  three = starling_test_find_named (widget, GTK_TYPE_TOGGLE_BUTTON,
                                    "Metrics: 3 of 4");
  g_assert_nonnull (starling_test_find_label (widget, "Not rated yet"));
  g_signal_emit_by_name (two, "clicked");
  g_assert_nonnull (starling_test_find_label (
      widget, "A figure was there, but without its baseline."));
  g_signal_emit_by_name (three, "clicked");
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (two)));
  g_signal_emit_by_name (three, "clicked");
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (three)));
  starling_rubric_set_rating (STARLING_RUBRIC (widget),
                              STARLING_DIMENSION_DELIVERY, 4);
  g_assert_cmpstr (log->str, ==, "2=2 2=3 2=0 ");
  g_string_free (log, TRUE);
  destroy (window, widget);
}

/* A sheet to read keeps what was rated, and takes nothing. */
static void
test_rubric_read (void)
{
  GtkWidget *widget = starling_rubric_new ();
  GtkWidget *window = starling_test_present (widget, 700, 240);
  GtkWidget *three = starling_test_find_named (widget, GTK_TYPE_TOGGLE_BUTTON,
                                               "Metrics: 3 of 4");

  starling_rubric_set_editable (STARLING_RUBRIC (widget), FALSE);
  for (guint i = 0; i < STARLING_N_DIMENSIONS; i++)
    starling_rubric_set_rating (STARLING_RUBRIC (widget), (StarlingDimension) i,
                                i == STARLING_DIMENSION_METRICS ? 3 : 0);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (three)));
  g_assert_false (gtk_widget_is_sensitive (three));
  g_assert_nonnull (starling_test_find_label (widget, "Not rated"));
  g_assert_null (starling_test_find_label (widget, "Not rated yet"));
  starling_rubric_set_editable (STARLING_RUBRIC (widget), TRUE);
  g_assert_true (gtk_widget_is_sensitive (three));
  destroy (window, widget);
}

int
main (int argc, char *argv[])
{
  starling_test_init (&argc, &argv);

  g_test_add_func ("/rehearse-widgets/ring", test_ring);
  g_test_add_func ("/rehearse-widgets/ring/draws", test_ring_draws);
  g_test_add_func ("/rehearse-widgets/ring/sizes", test_ring_sizes);
  g_test_add_func ("/rehearse-widgets/ring/line", test_ring_line);
  g_test_add_func ("/rehearse-widgets/scene", test_scene);
  g_test_add_func ("/rehearse-widgets/scene/still", test_scene_still);
  g_test_add_func ("/rehearse-widgets/scene/text", test_scene_text);
  g_test_add_func ("/rehearse-widgets/segments", test_segments);
  g_test_add_func ("/rehearse-widgets/segments/narrow", test_segments_narrow);
  g_test_add_func ("/rehearse-widgets/cue-chip", test_cue_chip);
  g_test_add_func ("/rehearse-widgets/plot", test_plot);
  g_test_add_func ("/rehearse-widgets/plot/narrow", test_plot_narrow);
  g_test_add_func ("/rehearse-widgets/plot/marks", test_plot_marks);
  g_test_add_func ("/rehearse-widgets/rubric", test_rubric);
  g_test_add_func ("/rehearse-widgets/rubric/read", test_rubric_read);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "history-fixture.h"
#include "pages/rehearse/history/history.h"
#include "pages/rehearse/ready.h"
#include "support.h"
#include "widgets/chart.h"

/* How many takes a journal has; more than are shown at first. */
#define MANY 47
#define PORTION 20
#define NARROWEST 360 /* px, of a window */

/* The takes through the lens, newest first, as sentences. */
static void
test_lens (TestHistory *self, gconstpointer n_many)
{
  static const struct
  {
    const char *id, *name, *note;
  } rows[] = {
    { "t4",
      "1 November, 12:05: 3:12 of 2:55 · Last · Senior SDE · Dive Deep · 2 "
      "steps over · Action 51%",
      "" },
    { "t3",
      "1 November, 11:05: 0:00 of 2:55 · Senior SDE · Dive Deep · 0 steps "
      "over · 5 not told",
      "" },
    { "t1",
      "1 November, 09:05: 3:01 of 2:55 · Best · Senior SDE · Dive Deep · 4 "
      "steps over · Action 49% · rated 2.5 of 4",
      "Slower." },
    { "t0",
      "1 November, 08:05: 2:50 of 2:55 · Senior SDE · Dive Deep · 3 steps "
      "over · 1 not told · Action 35%",
      "" },
  };

  g_assert_true (test_history_has_label (
      self, "Your last take was 33 s off its targets, your best 10 s."));
  g_assert_cmpuint (test_history_count_rows (self), ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget *open
          = gtk_widget_get_first_child (test_history_get_row (self, i));

      g_assert_cmpstr (test_history_get_id (self, i), ==, rows[i].id);
      test_history_assert_name (open, rows[i].name);
      test_history_assert_description (open, rows[i].note);
    }
  g_assert_false (test_history_has_button (self, "Show 20 more"));
  test_history_assert_description (gtk_widget_get_last_child (
                                       test_history_get_row (self, 0)),
                                   "1 November, 12:05");
}

/* A line for each step, and one for the whole story: takes of which nothing
 * was told are left out. */
static void
test_plots (TestHistory *self, gconstpointer n_many)
{
  GtkWidget *total = test_history_get_chart (self, 0);
  GtkWidget *situation = test_history_get_chart (self, 1);
  g_autofree char *tip = NULL;

  g_assert_cmpuint (starling_test_count (self->history, STARLING_TYPE_CHART),
                    ==, 6);
  test_history_assert_description (
      total, "3 takes. At first: 2:50, target 2:55. Last: "
             "3:12, target 2:55.");
  test_history_assert_description (
      situation, "3 takes. At first: 55 s, target 30 s. Last: "
                 "48 s, target 30 s.");
  test_history_assert_description (
      test_history_get_chart (self, 5),
      "3 takes. At first: not told, target 15 s. Last: 11 s, "
      "target 15 s.");
  g_assert_true (test_history_has_label (self, "3:12, target 2:55"));
  g_assert_true (test_history_has_label (self, "48 of 30 s"));
  g_assert_true (test_history_has_label (self, "Best: nearest to the targets"));
  g_assert_true (
      starling_test_send_key (situation, GTK_PHASE_BUBBLE, GDK_KEY_Left, 0));
  test_history_assert_name (situation, "1 November, 12:05: 48 s, target 30 s");
  g_assert_true (
      starling_test_send_key (situation, GTK_PHASE_BUBBLE, GDK_KEY_Left, 0));
  test_history_assert_name (situation,
                            "1 November, 09:05, your best: 31 s, target 30 s");
}

static void
test_all (TestHistory *self, gconstpointer n_many)
{
  test_history_choose (self, "All lenses");
  g_assert_cmpuint (test_history_count_rows (self), ==, TEST_HISTORY_N_FEW);
  g_assert_cmpstr (test_history_get_id (self, 2), ==, "t2");
  g_assert_true (test_history_has_label (self, "5 takes through 2 lenses."));
  g_assert_false (
      test_history_has_label (self, "Best: nearest to the targets"));
  test_history_assert_name (
      gtk_widget_get_first_child (test_history_get_row (self, 2)),
      "1 November, 10:05: 3:00 of 2:55 · Best · SDE 2 · Ownership · 3 steps "
      "over · Action 49%");
  test_history_assert_description (
      test_history_get_chart (self, 0),
      "4 takes. At first: 97% of its target. Last: 110% of its "
      "target.");
  test_history_assert_description (
      test_history_get_chart (self, 1),
      "4 takes. At first: 183% of its target. Last: 160% of "
      "its target.");
  test_history_choose (self, "This lens");
  g_assert_cmpuint (test_history_count_rows (self), ==, TEST_HISTORY_N_FEW - 1);

  /* Through a lens without any there are the others still */
  starling_session_set_level (self->session, STARLING_LEVEL_SDE1);
  test_history_update (self);
  g_assert_cmpuint (test_history_count_rows (self), ==, 0);
  g_assert_true (
      test_history_has_label (self, "No take through this lens yet"));
  g_assert_false (test_history_has_plots (self));
  test_history_choose (self, "All lenses");
  g_assert_cmpuint (test_history_count_rows (self), ==, TEST_HISTORY_N_FEW);
  g_assert_false (
      test_history_has_label (self, "No take through this lens yet"));
}

static gboolean
has_focus (gpointer widget)
{
  return gtk_widget_has_focus (widget);
}

/* Deleting is an undo of the take's event, and undoing that brings it back;
 * the focus stays in its place. */
static void
test_delete (TestHistory *self, gconstpointer n_many)
{
  StarlingProgress *progress = starling_library_get_progress (self->library);
  const StarlingEvent *event;
  GtkWidget *remove
      = gtk_widget_get_last_child (test_history_get_row (self, 0));

  gtk_widget_grab_focus (remove);
  starling_test_run_until (has_focus, remove);
  test_history_click (remove);
  g_assert_cmpstr (self->toast, ==, "Take deleted.");
  event = starling_progress_get_event (progress, self->event_id);
  g_assert_cmpint (event->type, ==, STARLING_EVENT_UNDO);
  g_assert_cmpstr (event->of, ==, "t4");
  g_assert_true (starling_progress_is_void (progress, "t4"));
  g_assert_cmpuint (test_history_count_rows (self), ==, 3);
  g_assert_cmpstr (test_history_get_id (self, 0), ==, "t3");
  g_assert_true (
      has_focus (gtk_widget_get_last_child (test_history_get_row (self, 0))));
  test_history_assert_description (
      test_history_get_chart (self, 0),
      "2 takes. At first: 2:50, target 2:55. Last: 3:01, "
      "target 2:55.");
  g_assert_true (test_history_has_label (
      self, "Your last take is your best: 10 s off its targets."));

  /* By the key, from the last row */
  gtk_widget_grab_focus (
      gtk_widget_get_first_child (test_history_get_row (self, 2)));
  g_assert_true (
      starling_test_press (test_history_get_row (self, 2), GDK_KEY_Delete, 0));
  g_assert_true (starling_progress_is_void (progress, "t0"));
  g_assert_cmpuint (test_history_count_rows (self), ==, 2);
  g_assert_true (
      has_focus (gtk_widget_get_first_child (test_history_get_row (self, 1))));

  g_assert_true (starling_library_undo (self->library, self->event_id));
  g_assert_cmpuint (test_history_count_rows (self), ==, 3);
  g_assert_cmpstr (test_history_get_id (self, 2), ==, "t0");
  g_assert_true (
      has_focus (gtk_widget_get_first_child (test_history_get_row (self, 1))));
}

static void
test_delete_all (TestHistory *self, gconstpointer n_many)
{
  guint n = test_history_count_rows (self);

  starling_rehearse_history_take_focus (
      STARLING_REHEARSE_HISTORY (self->history));
  g_assert_true (
      has_focus (gtk_widget_get_first_child (test_history_get_row (self, 0))));
  for (; n > 0; n--)
    {
      g_assert_cmpuint (test_history_count_rows (self), ==, n);
      test_history_click (
          gtk_widget_get_last_child (test_history_get_row (self, 0)));
    }
  g_assert_true (
      test_history_has_label (self, "No take through this lens yet"));
  g_assert_true (has_focus (
      starling_test_find_named (self->history, GTK_TYPE_BUTTON, "Back")));
}

static void
test_opened (TestHistory *self, gconstpointer n_many)
{
  StarlingRehearseHistory *history = STARLING_REHEARSE_HISTORY (self->history);
  GtkWidget *back
      = starling_test_find_named (self->history, GTK_TYPE_BUTTON, "Back");

  test_history_click (
      gtk_widget_get_first_child (test_history_get_row (self, 2)));
  g_assert_cmpstr (self->shown, ==, "t1");
  /* Back to its row, once, however often that is asked for */
  gtk_widget_grab_focus (back);
  for (guint i = 0; i < 2; i++)
    {
      starling_rehearse_history_take_focus (history);
      g_assert_true (has_focus (
          gtk_widget_get_first_child (test_history_get_row (self, 2))));
    }
  gtk_widget_grab_focus (back);
  starling_rehearse_history_take_focus (history);
  g_assert_true (
      has_focus (gtk_widget_get_first_child (test_history_get_row (self, 0))));
  g_assert_true (starling_test_press (self->history, GDK_KEY_Escape, 0));
  g_assert_cmpuint (self->n_closed, ==, 1);
  test_history_click (
      starling_test_find_named (self->history, GTK_TYPE_BUTTON, "Back"));
  g_assert_cmpuint (self->n_closed, ==, 2);
}

/* Of many takes, the list shows some at a time, the plots the last thirty. */
static void
test_many (TestHistory *self, gconstpointer n_many)
{
  test_history_assert_description (
      test_history_get_chart (self, 1),
      "30 takes. At first: 31 s, target 30 s. Last: 31 s, "
      "target 30 s.");
  for (guint n = PORTION; n < MANY; n += PORTION)
    {
      g_autofree char *name
          = g_strdup_printf ("Show %d more", MIN (MANY - (int) n, PORTION));

      g_assert_cmpuint (test_history_count_rows (self), ==, n);
      g_assert_true (test_history_has_button (self, name));
      test_history_click (
          starling_test_find_named (self->history, GTK_TYPE_BUTTON, name));
      g_assert_true (has_focus (
          gtk_widget_get_first_child (test_history_get_row (self, n))));
    }
  g_assert_cmpuint (test_history_count_rows (self), ==, MANY);
  g_assert_false (test_history_has_button (self, "Show 20 more"));

  /* What is shown stays shown when something else changes */
  g_assert_true (starling_library_undo (self->library, "t3"));
  g_assert_cmpuint (test_history_count_rows (self), ==, MANY - 1);
  g_assert_true (starling_library_undo (self->library, "t46"));
  g_assert_cmpuint (test_history_count_rows (self), ==, MANY - 2);
  g_assert_cmpstr (test_history_get_id (self, 0), ==, "t45");
}

/* One take is no trend. */
static void
test_one (TestHistory *self, gconstpointer n_many)
{
  g_assert_true (
      test_history_has_label (self, "One take, 10 s off its targets."));
  g_assert_cmpuint (test_history_count_rows (self), ==, 1);
  g_assert_false (test_history_has_plots (self));
  g_assert_false (test_history_has_button (self, "All lenses"));
}

/* Tab leads from a take to its own Delete, however high its row is. */
static void
test_tab (TestHistory *self, gconstpointer n_many)
{
  GtkRoot *root = gtk_widget_get_root (self->history);

  for (int odd = 0; odd < 2; odd++)
    for (guint i = 0; i < test_history_count_rows (self); i++)
      {
        GtkWidget *row = test_history_get_row (self, i);
        GtkWidget *open = gtk_widget_get_first_child (row);
        int height = gtk_widget_get_height (row);

        gtk_widget_set_size_request (row, -1, height + (height + odd) % 2);
        starling_test_run_frames (self->window, 2);
        g_assert_true (gtk_widget_grab_focus (open));
        gtk_widget_child_focus (self->history, GTK_DIR_TAB_FORWARD);
        g_assert_true (gtk_root_get_focus (root)
                       == gtk_widget_get_last_child (row));
        gtk_widget_child_focus (self->history, GTK_DIR_TAB_BACKWARD);
        g_assert_true (gtk_root_get_focus (root) == open);
      }
}

/* Before a rehearsal, there is a way here as soon as there is a take. */
static void
test_ready (TestHistory *self, gconstpointer n_many)
{
  GtkWidget *ready
      = g_object_ref_sink (g_object_new (STARLING_TYPE_REHEARSE_READY, NULL));
  StarlingLens *lens = starling_session_get_lens (self->session);

  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *button
          = starling_test_find_named (ready, GTK_TYPE_BUTTON, "History");
      int least;

      starling_rehearse_ready_set_lens (STARLING_REHEARSE_READY (ready), lens,
                                        self->library);
      g_assert_cmpint (gtk_widget_get_visible (button), ==, i == 0);
      g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)),
                       ==, "rehearse.history");
      gtk_widget_measure (ready, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL,
                          NULL, NULL);
      g_assert_cmpint (least, <=, NARROWEST);
      g_assert_true (starling_library_undo (self->library, "t0"));
    }
  g_assert_finalize_object (ready);
}

#define ADD(name, n, test)                                                     \
  g_test_add ("/rehearse-history/" name, TestHistory, GUINT_TO_POINTER (n),    \
              test_history_set_up, test, test_history_tear_down)

int
main (int argc, char *argv[])
{
  starling_test_init (&argc, &argv);

  ADD ("lens", 0, test_lens);
  ADD ("plots", 0, test_plots);
  ADD ("all", 0, test_all);
  ADD ("delete", 0, test_delete);
  ADD ("delete-all", 0, test_delete_all);
  ADD ("opened", 0, test_opened);
  ADD ("many", MANY, test_many);
  ADD ("one", 1, test_one);
  ADD ("tab", 0, test_tab);
  ADD ("ready", 1, test_ready);

  return g_test_run ();
}

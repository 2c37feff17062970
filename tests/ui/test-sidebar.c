/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gtk/gtk.h>

#include "support.h"
#include "widgets/lens-bar.h"
#include "widgets/sidebar-row.h"
#include "widgets/sidebar-tree.h"
#include "widgets/sidebar-words.h"
#include "widgets/sidebar.h"

/* What a scenario's state is called, for every combination. */
static void
test_describe (void)
{
  static const struct
  {
    StarlingScenarioProgress progress;
    const char *words;
  } cases[] = {
    { { .state = STARLING_STATE_NEW }, "New" },
    { { .state = STARLING_STATE_IN_PROGRESS }, "In progress" },
    { { .state = STARLING_STATE_IN_PROGRESS, .n_cards_reviewed = 4 },
      "In progress · 4 of 9 cards" },
    { { .state = STARLING_STATE_IN_PROGRESS, .n_questions = 5, .n_right = 2 },
      "In progress · quiz 2 of 5" },
    { { .state = STARLING_STATE_REHEARSED, .n_takes = 1 }, "Rehearsed once" },
    { { .state = STARLING_STATE_REHEARSED,
        .n_takes = 3,
        .n_questions = 5,
        .n_right = 4 },
      "Rehearsed 3 times · quiz 4 of 5" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words
          = starling_sidebar_describe (&cases[i].progress, 9);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

typedef struct
{
  GtkWidget *window;
  GtkWidget *sidebar;
  GtkWidget *list;
  StarlingSession *session;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = starling_test_session_new ();
  fixture->sidebar
      = g_object_new (STARLING_TYPE_SIDEBAR, "session", fixture->session, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 300, 900);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->sidebar);
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->list = starling_test_find (fixture->sidebar, GTK_TYPE_LIST_VIEW, 0);
  g_assert_nonnull (fixture->list);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->sidebar),
                             (gpointer *) &fixture->sidebar);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (fixture->sidebar);
  g_assert_finalize_object (fixture->session);
}

static GtkWidget *
find_row (Fixture *fixture, const char *name)
{
  for (GtkWidget *row = gtk_widget_get_first_child (fixture->list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      g_autofree char *mismatch
          = gtk_test_accessible_check_property (GTK_ACCESSIBLE (row),
                                                GTK_ACCESSIBLE_PROPERTY_LABEL,
                                                name);

      if (mismatch == NULL)
        return row;
    }
  return NULL;
}

static guint
count_rows (Fixture *fixture)
{
  return g_list_model_get_n_items (
      G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (fixture->list))));
}

/* Every scope and every scenario of a small library is a named list item. */
static void
test_names (Fixture *fixture, gconstpointer data)
{
  StarlingLibrary *library = starling_session_get_library (fixture->session);
  StarlingCatalogue *catalogue = starling_library_get_catalogue (library);
  GListModel *summaries = starling_library_get_summaries (library);

  g_assert_nonnull (find_row (fixture, "My stories"));
  for (guint i = 0; i < starling_catalogue_get_n_principles (catalogue); i++)
    g_assert_nonnull (
        find_row (fixture,
                  starling_catalogue_get_principle (catalogue, i)->name));
  for (guint i = 0; i < g_list_model_get_n_items (summaries); i++)
    {
      g_autoptr (StarlingSummary) summary
          = g_list_model_get_item (summaries, i);
      GtkWidget *row = find_row (fixture, starling_summary_get_title (summary));

      g_assert_nonnull (row);
      gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
    }
}

/* Selecting a row opens it, and opening selects the row. */
static void
test_selection (Fixture *fixture, gconstpointer data)
{
  GtkSelectionModel *model
      = gtk_list_view_get_model (GTK_LIST_VIEW (fixture->list));
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (model);
  guint first;

  starling_session_set_scope (fixture->session, "scenario:webhook-drops");
  first = gtk_single_selection_get_selected (selection);
  g_assert_cmpuint (first, !=, GTK_INVALID_LIST_POSITION);

  gtk_selection_model_select_item (model, 0, TRUE);
  g_assert_cmpstr (starling_session_get_scope (fixture->session), ==, "today");
  gtk_selection_model_select_item (model, 1, TRUE);
  g_assert_cmpstr (starling_session_get_scope (fixture->session), ==,
                   "my-stories");
  gtk_selection_model_select_item (model, first, TRUE);
  g_assert_cmpstr (starling_session_get_scope (fixture->session), ==,
                   "scenario:webhook-drops");

  /* the heading only divides */
  gtk_selection_model_select_item (model, 3, TRUE);
  g_assert_true (
      g_str_has_prefix (starling_session_get_scope (fixture->session),
                        "principle:"));
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *title; /* NULL: nothing is found */
  } cases[] = {
    { "VANISHED", "The webhooks that vanished" },          /* title */
    { "low quality", "The webhooks that vanished" },       /* question */
    { "highest standards", "The webhooks that vanished" }, /* principle */
    { "dead letter", "The webhooks that vanished" },       /* key phrase */
    { "vanished webhooks", "The webhooks that vanished" }, /* any order */
    { "hospitals", "Fourteen hospitals in one night" },    { "xyzzy", NULL },
  };
  guint all = count_rows (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      starling_sidebar_set_search (STARLING_SIDEBAR (fixture->sidebar),
                                   cases[i].text);
      starling_test_run_frames (fixture->window, 2);
      if (cases[i].title == NULL)
        g_assert_cmpuint (count_rows (fixture), ==, 0);
      else
        {
          g_assert_cmpuint (count_rows (fixture), >=, 1);
          g_assert_nonnull (find_row (fixture, cases[i].title));
          g_assert_null (find_row (fixture, "My stories"));
        }
    }
  starling_sidebar_set_search (STARLING_SIDEBAR (fixture->sidebar), "");
  g_assert_cmpuint (count_rows (fixture), ==, all);
}

static void
count_cb (guint *n)
{
  ++*n;
}

/* Return on a row, also on the one that is selected, says that the user is done
 * here; only what is no step on the way closes an overlay. */
static void
test_chosen (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *scope;
    gboolean opens;
  } cases[] = {
    { "today", TRUE },
    { "today", TRUE },
    { "principle:frugality", FALSE },
    { "scenario:lecture-encoding", TRUE },
  };
  GListModel *model
      = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (fixture->list)));
  guint n_opened = 0, n_chosen = 0;

  g_signal_connect_swapped (fixture->sidebar, "opened", G_CALLBACK (count_cb),
                            &n_opened);
  g_signal_connect_swapped (fixture->sidebar, "chosen", G_CALLBACK (count_cb),
                            &n_chosen);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint before = n_opened;

      g_signal_emit_by_name (fixture->list, "activate",
                             starling_sidebar_tree_find (model,
                                                         cases[i].scope));
      g_test_message ("%s", cases[i].scope);
      g_assert_cmpstr (starling_session_get_scope (fixture->session), ==,
                       cases[i].scope);
      g_assert_cmpuint (n_chosen, ==, i + 1);
      g_assert_cmpint (n_opened > before, ==, cases[i].opens);
    }
}

static gboolean
is_counted (gpointer n)
{
  return *(guint *) n > 0;
}

/* A click says so too, once the row is selected. */
static void
test_click (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) controllers
      = gtk_widget_observe_controllers (fixture->list);
  guint n_clicks = 0, n_chosen = 0;

  g_signal_connect_swapped (fixture->sidebar, "chosen", G_CALLBACK (count_cb),
                            &n_chosen);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) clicks
          = g_list_model_get_item (controllers, i);

      if (!GTK_IS_GESTURE_CLICK (clicks)
          || gtk_event_controller_get_propagation_phase (clicks)
                 != GTK_PHASE_CAPTURE)
        continue;
      g_signal_emit_by_name (clicks, "released", 1, 20.0, 20.0);
      n_clicks++;
    }
  g_assert_cmpuint (n_clicks, ==, 1);
  g_assert_cmpuint (n_chosen, ==, 0);
  starling_test_run_until (is_counted, &n_chosen);
  g_assert_cmpuint (n_chosen, ==, 1);
}

/* Tab passes the rows, and Escape shows them all again. */
static void
test_keyboard (Fixture *fixture, gconstpointer data)
{
  StarlingSidebar *sidebar = STARLING_SIDEBAR (fixture->sidebar);
  GtkWindow *window = GTK_WINDOW (fixture->window);
  guint all = count_rows (fixture);

  starling_sidebar_focus_list (sidebar);
  g_assert_true (
      gtk_widget_is_ancestor (gtk_window_get_focus (window), fixture->list));
  g_assert_false (
      gtk_widget_child_focus (fixture->sidebar, GTK_DIR_TAB_FORWARD));
  g_assert_true (
      gtk_widget_child_focus (fixture->sidebar, GTK_DIR_TAB_BACKWARD));
  g_assert_false (
      gtk_widget_is_ancestor (gtk_window_get_focus (window), fixture->list));

  g_assert_false (starling_sidebar_clear_search (sidebar));
  starling_sidebar_set_search (sidebar, "hospitals");
  starling_test_run_frames (fixture->window, 2);
  g_assert_cmpuint (count_rows (fixture), <, all);
  g_assert_true (starling_sidebar_clear_search (sidebar));
  starling_test_run_frames (fixture->window, 2);
  g_assert_cmpuint (count_rows (fixture), ==, all);
}

/* The state of a row follows the journal. */
static void
test_progress (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StarlingEvent) event = starling_event_new (STARLING_EVENT_QUIZ);
  GtkWidget *row = find_row (fixture, "The webhooks that vanished");

  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Insist on the Highest Standards, New");

  event->scenario = g_strdup ("webhook-drops");
  event->level = STARLING_LEVEL_SDE2;
  event->question = g_strdup ("disqualifies");
  event->choice = 1;
  event->correct = TRUE;
  starling_library_record_async (starling_session_get_library (
                                     fixture->session),
                                 event, NULL, NULL, NULL);
  gtk_test_accessible_assert_property (
      row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      "Insist on the Highest Standards, In progress · quiz 1 of 1");
}

static gboolean
describes_nineteen (gpointer row)
{
  g_autofree char *wrong
      = gtk_test_accessible_check_property (row,
                                            GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                            "20 cards: 19 new, 1 learning");

  return wrong == NULL;
}

/* Today counts what there is to study, and follows the journal. */
static void
test_today (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StarlingEvent) event = starling_event_new (STARLING_EVENT_REVIEW);
  GtkWidget *row = find_row (fixture, "Today");

  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "20 cards: 20 new");
  event->card = g_strdup ("webhook-drops#step.task");
  event->level = STARLING_LEVEL_SDE2;
  event->grade = STARLING_GRADE_AGAIN;
  starling_library_record_async (starling_session_get_library (
                                     fixture->session),
                                 event, NULL, NULL, NULL);
  starling_test_run_until (describes_nineteen, row);
}

/* The groups of the lens offer what the scenario has. */
static void
test_lens_bar (Fixture *fixture, gconstpointer data)
{
  static const char *const names[]
      = { "As told", "Customer Obsession", "Ownership", "Dive Deep" };
  GtkWidget *bar = g_object_ref_sink (
      g_object_new (STARLING_TYPE_LENS_BAR, "session", fixture->session, NULL));
  GtkWidget *angles;
  GtkWidget *toggle;

  starling_session_set_scope (fixture->session, "scenario:webhook-drops");
  angles = GTK_WIDGET (
      gtk_widget_get_template_child (bar, STARLING_TYPE_LENS_BAR, "angles"));
  toggle = gtk_widget_get_first_child (angles);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_nonnull (toggle);
      gtk_test_accessible_assert_role (toggle, GTK_ACCESSIBLE_ROLE_BUTTON);
      gtk_test_accessible_assert_property (toggle,
                                           GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           names[i]);
      /* whoever clicks goes on with Space where it was */
      g_assert_false (gtk_widget_get_focus_on_click (toggle));
      toggle = gtk_widget_get_next_sibling (toggle);
    }
  g_assert_null (toggle);

  /* several scenarios: As told, and the one chosen last */
  starling_session_set_scope (fixture->session, "my-stories");
  toggle = gtk_widget_get_first_child (angles);
  g_assert_null (gtk_widget_get_next_sibling (toggle));
  g_assert_finalize_object (bar);
}

int
main (int argc, char *argv[])
{
  starling_test_init (&argc, &argv);

  g_test_add_func ("/sidebar/describe", test_describe);
  g_test_add ("/sidebar/names", Fixture, NULL, set_up, test_names, tear_down);
  g_test_add ("/sidebar/selection", Fixture, NULL, set_up, test_selection,
              tear_down);
  g_test_add ("/sidebar/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/sidebar/chosen", Fixture, NULL, set_up, test_chosen, tear_down);
  g_test_add ("/sidebar/click", Fixture, NULL, set_up, test_click, tear_down);
  g_test_add ("/sidebar/keyboard", Fixture, NULL, set_up, test_keyboard,
              tear_down);
  g_test_add ("/sidebar/progress", Fixture, NULL, set_up, test_progress,
              tear_down);
  g_test_add ("/sidebar/today", Fixture, NULL, set_up, test_today, tear_down);
  g_test_add ("/lens-bar/angles", Fixture, NULL, set_up, test_lens_bar,
              tear_down);

  return g_test_run ();
}

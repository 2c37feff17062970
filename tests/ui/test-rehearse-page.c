/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/debrief.h"
#include "pages/rehearse/page.h"
#include "pages/rehearse/proposal.h"
#include "pages/rehearse/ready.h"
#include "pages/rehearse/stage.h"
#include "settings.h"
#include "support.h"
#include "widgets/cue-chip.h"
#include "widgets/passage-list.h"
#include "widgets/ring.h"
#include "widgets/rubric.h"
#include "widgets/target-plot.h"

#include <string.h>

#define STORY "scenario:webhook-drops"

typedef struct
{
  StarlingSession *session;
  StarlingLibrary *library;
  GtkWidget *page;
  GtkWidget *window;
  char *toast;
  char *event_id;
} Fixture;

static void
toast_cb (StarlingSession *session,
          const char *message,
          const char *event_id,
          Fixture *fixture)
{
  g_free (fixture->toast);
  g_free (fixture->event_id);
  fixture->toast = g_strdup (message);
  fixture->event_id = g_strdup (event_id);
}

static void
open_page (Fixture *fixture)
{
  fixture->page = starling_rehearse_page_new (fixture->session);
  fixture->window = starling_test_present (fixture->page, 816, 630);
}

static void
close_page (Fixture *fixture)
{
  g_object_ref (fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->page);
}

static void
set_up (Fixture *fixture, gconstpointer scope)
{
  g_settings_reset (starling_settings_get (), "prompt");
  g_settings_reset (starling_settings_get (), "hide-phrases");
  fixture->session = starling_test_session_new ();
  fixture->library
      = g_object_ref (starling_session_get_library (fixture->session));
  starling_session_set_mode (fixture->session, STARLING_MODE_REHEARSE);
  starling_session_set_level (fixture->session, STARLING_LEVEL_SENIOR);
  starling_session_set_wanted_angle (
      fixture->session,
      starling_test_find_principle (fixture->session, "dive-deep"));
  starling_session_set_scope (fixture->session, scope);
  g_signal_connect (fixture->session, "toast", G_CALLBACK (toast_cb), fixture);
  open_page (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer scope)
{
  close_page (fixture);
  starling_library_flush (fixture->library);
  g_assert_finalize_object (fixture->session);
  g_clear_object (&fixture->library);
  g_free (fixture->toast);
  g_free (fixture->event_id);
}

static GtkWidget *
find_shown (GtkWidget *root, GType type, const char *name)
{
  if (!gtk_widget_get_visible (root))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (root), type)
      && starling_test_find_named (root, type, name) == root)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_shown (child, type, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
get_button (Fixture *fixture, const char *name)
{
  GtkWidget *button = find_shown (fixture->page, GTK_TYPE_BUTTON, name);

  if (button == NULL)
    g_error ("There is no button “%s”", name);
  return button;
}

static void
click (Fixture *fixture, const char *name)
{
  GtkWidget *button = get_button (fixture, name);

  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static void
pass (Fixture *fixture, gint64 ms)
{
  starling_clock_advance (starling_library_get_clock (fixture->library), ms);
}

static gboolean
is_shown (Fixture *fixture, GType type)
{
  return starling_test_is_shown (starling_test_find (fixture->page, type, 0),
                                 fixture->page);
}

static gboolean
shows_label (GtkWidget *root, const char *text)
{
  if (!gtk_widget_get_visible (root))
    return FALSE;
  if (GTK_IS_LABEL (root)
      && g_str_equal (gtk_label_get_text (GTK_LABEL (root)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows_label (child, text))
      return TRUE;
  return FALSE;
}

static gboolean
has_label (Fixture *fixture, const char *text)
{
  return shows_label (fixture->page, text);
}

/* Presses a key as the shortcuts of the page know it. */
static gboolean
press (Fixture *fixture, guint key, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers
      = gtk_widget_observe_controllers (fixture->page);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller
          = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0;
           j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut
              = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger))
                  != key
              || gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger))
                     != modifiers)
            continue;
          return gtk_shortcut_action_activate (
              gtk_shortcut_get_action (shortcut), 0, fixture->page,
              gtk_shortcut_get_arguments (shortcut));
        }
    }
  return FALSE;
}

static gboolean
has_toast (gpointer data)
{
  return ((Fixture *) data)->toast != NULL;
}

static const StarlingEvent *
get_take (Fixture *fixture)
{
  return starling_progress_get_last_take (starling_library_get_progress (
                                              fixture->library),
                                          "webhook-drops",
                                          STARLING_LEVEL_SENIOR, "dive-deep");
}

static void
assert_steps (const StarlingEvent *event, const gint64 spent[STARLING_N_STEPS])
{
  static const gint64 targets[STARLING_N_STEPS]
      = { 30000, 20000, 90000, 20000, 15000 };

  g_assert_nonnull (event);
  g_assert_cmpuint (event->steps->len, ==, STARLING_N_STEPS);
  for (guint i = 0; i < STARLING_N_STEPS; i++)
    {
      StarlingStepTime *time
          = &g_array_index (event->steps, StarlingStepTime, i);

      g_assert_cmpuint (time->step, ==, i);
      g_assert_cmpint (time->target_ms, ==, targets[i]);
      g_assert_cmpint (time->spent_ms, ==, spent[i]);
    }
}

static gboolean
has_draft (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes
      = starling_drafts_load (starling_library_get_drafts (fixture->library),
                              "rehearsal", &error);

  g_assert_no_error (error);
  return bytes != NULL;
}

/* The journal holds what was done by the buttons, to the millisecond. */
static void
test_take (Fixture *fixture, gconstpointer scope)
{
  static const gint64 spent[STARLING_N_STEPS]
      = { 28001, 23002, 90003, 20010, 15101 };
  static const char *const said[]
      = { "I noticed", "no ticket", "I pulled", NULL };
  const StarlingEvent *event;

  g_assert_false (starling_session_get_stage (fixture->session));
  click (fixture, "Start");
  g_assert_true (starling_session_get_stage (fixture->session));
  g_assert_true (is_shown (fixture, STARLING_TYPE_REHEARSE_STAGE));
  g_assert_false (is_shown (fixture, STARLING_TYPE_REHEARSE_READY));
  g_assert_true (press (fixture, GDK_KEY_1, 0));
  g_assert_true (press (fixture, GDK_KEY_2, 0));
  g_assert_true (press (fixture, GDK_KEY_2, 0));
  g_assert_true (press (fixture, GDK_KEY_4, 0));
  g_assert_false (press (fixture, GDK_KEY_9, 0));
  for (guint i = 0; i < STARLING_N_STEPS; i++)
    {
      if (i == STARLING_STEP_ACTION)
        gtk_toggle_button_set_active (
            GTK_TOGGLE_BUTTON (
                find_shown (fixture->page, STARLING_TYPE_CUE_CHIP, "I pulled")),
            TRUE);
      pass (fixture, spent[i]);
      click (fixture, "Next step");
    }

  g_assert_true (is_shown (fixture, STARLING_TYPE_REHEARSE_DEBRIEF));
  g_assert_false (starling_session_get_stage (fixture->session));
  g_assert_true (has_label (fixture, "On time, with 51% of it in the Action."));
  g_assert_true (has_label (fixture, "2:56"));
  g_assert_true (has_label (fixture, "Take 1 of this lens"));
  g_assert_true (has_draft (fixture));
  pass (fixture, 60000);
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (find_shown (fixture->page, GTK_TYPE_TOGGLE_BUTTON,
                                     "Metrics: 3 of 4")),
      TRUE);
  click (fixture, "Add a note");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (
                                starling_test_find (fixture->page,
                                                    GTK_TYPE_TEXT_VIEW, 0))),
                            "Slower.", -1);
  click (fixture, "Save");
  starling_test_run_until (has_toast, fixture);

  g_assert_cmpstr (fixture->toast, ==, "Saved.");
  event = get_take (fixture);
  assert_steps (event, spent);
  g_assert_cmpstr (event->id, ==, fixture->event_id);
  g_assert_cmpstr (event->prompt, ==, "cues");
  g_assert_cmpstr (event->note, ==, "Slower.");
  g_assert_cmpstrv (event->said, said);
  g_assert_cmpuint (g_hash_table_size (event->rating), ==, 1);
  g_assert_cmpint (GPOINTER_TO_INT (
                       g_hash_table_lookup (event->rating, "metrics")),
                   ==, 3);
  g_assert_false (has_draft (fixture));
  g_assert_true (is_shown (fixture, STARLING_TYPE_REHEARSE_READY));
  g_assert_true (has_label (fixture, "the whole story; last take 2:56"));
}

/* Pausing, going back, and stopping before the end. */
static void
test_stopped (Fixture *fixture, gconstpointer scope)
{
  static const gint64 spent[STARLING_N_STEPS] = { 1500, 700, 0, 0, 0 };

  click (fixture, "Start");
  pass (fixture, 1000);
  g_assert_true (press (fixture, GDK_KEY_p, 0));
  pass (fixture, 5000);
  g_assert_null (find_shown (fixture->page, GTK_TYPE_BUTTON, "Pause"));
  click (fixture, "Resume");
  pass (fixture, 200);
  click (fixture, "Next step");
  pass (fixture, 700);
  g_assert_true (press (fixture, GDK_KEY_Page_Up, 0));
  pass (fixture, 300);
  g_assert_true (press (fixture, GDK_KEY_Page_Down, 0));
  g_assert_true (press (fixture, GDK_KEY_Escape, 0));
  g_assert_false (press (fixture, GDK_KEY_Escape, 0));
  g_assert_true (has_label (fixture, "You stopped before the Action."));
  g_assert_true (has_label (fixture, "not told"));
  gtk_test_accessible_assert_property (get_button (fixture, "Save"),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "You stopped before the Action.");
  click (fixture, "Save");
  starling_test_run_until (has_toast, fixture);
  assert_steps (get_take (fixture), spent);
}

/* A second take is compared with the first. */
static void
test_compared (Fixture *fixture, gconstpointer scope)
{
  for (guint take = 0; take < 2; take++)
    {
      click (fixture, "Start");
      pass (fixture, take == 0 ? 41000 : 48000);
      click (fixture, "Next step");
      pass (fixture, 19000);
      click (fixture, "Next step");
      pass (fixture, 97000);
      click (fixture, "Next step");
      pass (fixture, 17000);
      click (fixture, "Next step");
      if (take == 1)
        pass (fixture, 11000);
      click (fixture, "Finish");
      if (take == 1)
        break;
      g_assert_false (has_label (fixture, "Last take"));
      click (fixture, "Save");
      starling_test_run_until (has_toast, fixture);
    }

  g_assert_true (
      has_label (fixture, "You were 17 s over, most of it in the Situation."));
  g_assert_true (has_label (fixture, "Take 2 of this lens"));
  g_assert_true (has_label (fixture, "of 2:55, last take 2:54"));
  g_assert_true (has_label (fixture, "Last take"));
  g_assert_true (has_label (fixture, "+7 s"));
  g_assert_true (has_label (fixture, "new"));
  gtk_test_accessible_assert_property (
      starling_test_find (fixture->page, STARLING_TYPE_TARGET_PLOT, 0),
      GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Situation 48 s of 30 s, last take 41 s. Task 19 s of 20 s, last take "
      "19 s. Action 97 s of 90 s, last take 97 s. Result 17 s of 20 s, last "
      "take 17 s. Reflection 11 s of 15 s.");
}

/* What is closed in the middle is offered at the next start. */
static void
test_resumed (Fixture *fixture, gconstpointer scope)
{
  static const gint64 spent[STARLING_N_STEPS] = { 31002, 5500, 0, 0, 0 };
  const StarlingEvent *event;

  click (fixture, "Start");
  pass (fixture, 31002);
  click (fixture, "Next step");
  g_assert_true (press (fixture, GDK_KEY_1, 0));
  pass (fixture, 2500);
  close_page (fixture);

  pass (fixture, 3600000);
  starling_session_set_level (fixture->session, STARLING_LEVEL_SDE1);
  starling_session_set_wanted_angle (fixture->session, STARLING_AS_TOLD);
  starling_session_set_scope (fixture->session, "my-stories");
  open_page (fixture);
  g_assert_true (has_label (
      fixture,
      "An unfinished take of “The webhooks that vanished” from 09:00"));
  click (fixture, "Resume");
  g_assert_cmpstr (starling_session_get_scope (fixture->session), ==, STORY);
  g_assert_cmpint (starling_session_get_level (fixture->session), ==,
                   STARLING_LEVEL_SENIOR);
  g_assert_true (is_shown (fixture, STARLING_TYPE_REHEARSE_STAGE));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (
      find_shown (fixture->page, STARLING_TYPE_CUE_CHIP, "not my team"))));
  pass (fixture, 60000);
  click (fixture, "Resume");
  pass (fixture, 3000);
  click (fixture, "Finish");
  click (fixture, "Save");
  starling_test_run_until (has_toast, fixture);

  event = get_take (fixture);
  assert_steps (event, spent);
  g_assert_cmpuint (g_strv_length (event->said), ==, 1);
}

/* Leaving pauses; coming back finds it paused. */
static void
test_left (Fixture *fixture, gconstpointer scope)
{
  click (fixture, "Start");
  pass (fixture, 1000);
  gtk_widget_set_visible (fixture->page, FALSE);
  starling_test_run_frames (fixture->window, 1);
  g_assert_false (starling_session_get_stage (fixture->session));
  pass (fixture, 60000);
  gtk_widget_set_visible (fixture->page, TRUE);
  starling_test_run_frames (fixture->window, 1);
  g_assert_true (starling_session_get_stage (fixture->session));
  g_assert_nonnull (find_shown (fixture->page, GTK_TYPE_BUTTON, "Resume"));

  starling_session_set_scope (fixture->session, "my-stories");
  g_assert_true (is_shown (fixture, STARLING_TYPE_REHEARSE_PROPOSAL));
  g_assert_false (is_shown (fixture, STARLING_TYPE_REHEARSE_STAGE));
  g_assert_nonnull (find_shown (fixture->page, GTK_TYPE_BUTTON, "Resume"));
  starling_session_set_scope (fixture->session, STORY);
  g_assert_true (is_shown (fixture, STARLING_TYPE_REHEARSE_STAGE));

  /* The lens of the take stays what it was begun with */
  starling_session_set_level (fixture->session, STARLING_LEVEL_SDE1);
  g_assert_true (has_label (fixture, "Senior SDE · Dive Deep"));
  click (fixture, "Resume");
  pass (fixture, 234);
  click (fixture, "Finish");
  click (fixture, "Save");
  starling_test_run_until (has_toast, fixture);
  assert_steps (get_take (fixture),
                (const gint64[STARLING_N_STEPS]){ 1234, 0, 0, 0, 0 });
}

static void
test_undo (Fixture *fixture, gconstpointer scope)
{
  click (fixture, "Start");
  pass (fixture, 1000);
  click (fixture, "Next step");
  pass (fixture, 2000);
  g_assert_true (press (fixture, GDK_KEY_r, 0));
  pass (fixture, 700);
  g_assert_true (has_label (fixture, "Restarted."));
  g_assert_true (has_label (fixture, "left for the Situation"));
  click (fixture, "Undo");
  g_assert_false (has_label (fixture, "Restarted."));
  g_assert_true (has_label (fixture, "left for the Task"));
  pass (fixture, 500);
  click (fixture, "Finish");

  click (fixture, "Discard");
  g_assert_true (is_shown (fixture, STARLING_TYPE_REHEARSE_READY));
  g_assert_false (has_draft (fixture));
  g_assert_true (press (fixture, GDK_KEY_z, GDK_CONTROL_MASK));
  g_assert_false (press (fixture, GDK_KEY_z, GDK_CONTROL_MASK));
  g_assert_true (is_shown (fixture, STARLING_TYPE_REHEARSE_DEBRIEF));
  g_assert_true (has_draft (fixture));
  click (fixture, "Save");
  starling_test_run_until (has_toast, fixture);
  assert_steps (get_take (fixture),
                (const gint64[STARLING_N_STEPS]){ 1000, 2500, 0, 0, 0 });
}

static void
test_proposal (Fixture *fixture, gconstpointer scope)
{
  g_autoptr (StarlingEvent) event
      = starling_event_new (STARLING_EVENT_REHEARSAL);
  g_auto (GStrv) ids = starling_session_list_scenarios (fixture->session);
  StarlingSummary *first
      = starling_library_find_summary (fixture->library, ids[0]);

  g_assert_true (is_shown (fixture, STARLING_TYPE_REHEARSE_PROPOSAL));
  g_assert_true (has_label (fixture, "Not rehearsed yet"));
  g_assert_true (has_label (fixture, starling_summary_get_title (first)));

  event->scenario = g_strdup (ids[0]);
  event->level = STARLING_LEVEL_SDE2;
  starling_library_record_async (fixture->library, event, NULL, NULL, NULL);
  starling_library_flush (fixture->library);
  starling_test_run_frames (fixture->page, 1);
  g_assert_cmpuint (g_strv_length (ids), ==, 1);
  g_assert_true (has_label (fixture, "Last rehearsed today"));
  g_assert_null (find_shown (fixture->page, GTK_TYPE_BUTTON, "Another one"));
  pass (fixture, 9 * 24 * 3600 * 1000);
  starling_session_set_scope (fixture->session, "my-stories");
  g_assert_true (has_label (fixture, "There is nothing to rehearse here."));
  starling_session_set_scope (fixture->session, scope);
  g_assert_true (has_label (fixture, "Last rehearsed 9 days ago"));

  click (fixture, "Start");
  g_assert_true (is_shown (fixture, STARLING_TYPE_REHEARSE_STAGE));
  g_assert_true (
      g_str_has_suffix (starling_session_get_scope (fixture->session), ids[0]));
}

/* The least rehearsed comes first; the others can be had one by one. */
static void
test_another (Fixture *fixture, gconstpointer scope)
{
  g_autoptr (StarlingEvent) event
      = starling_event_new (STARLING_EVENT_REHEARSAL);
  g_auto (GStrv) ids = starling_session_list_scenarios (fixture->session);
  guint n = g_strv_length (ids);

  g_assert_cmpuint (n, >, 1);
  event->scenario = g_strdup (ids[0]);
  event->level = STARLING_LEVEL_SDE2;
  starling_library_record_async (fixture->library, event, NULL, NULL, NULL);
  for (guint i = 1; i <= n; i++)
    {
      StarlingSummary *summary
          = starling_library_find_summary (fixture->library, ids[i % n]);

      g_assert_true (has_label (fixture, starling_summary_get_title (summary)));
      g_assert_true (has_label (fixture, i < n ? "Not rehearsed yet"
                                               : "Last rehearsed today"));
      click (fixture, "Another one");
    }
  click (fixture, "Start");
  g_assert_true (
      g_str_has_suffix (starling_session_get_scope (fixture->session), ids[1]));
}

static void
keep_draft (Fixture *fixture, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  starling_drafts_save_async (starling_library_get_drafts (fixture->library),
                              "rehearsal", bytes, NULL, NULL);
}

/* A draft whose take is in the journal already is not offered again, nor is
 * one that cannot be read. */
static void
test_drafts (Fixture *fixture, gconstpointer scope)
{
  g_autofree char *deep = g_strnfill (100000, '[');
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  click (fixture, "Start");
  pass (fixture, 1000);
  click (fixture, "Finish");
  bytes = starling_drafts_load (starling_library_get_drafts (fixture->library),
                                "rehearsal", NULL);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  click (fixture, "Save");
  starling_test_run_until (has_toast, fixture);

  close_page (fixture);
  keep_draft (fixture, text);
  open_page (fixture);
  g_assert_null (find_shown (fixture->page, GTK_TYPE_BUTTON, "Resume"));
  g_assert_false (has_draft (fixture));

  close_page (fixture);
  keep_draft (fixture, deep);
  open_page (fixture);
  g_assert_null (find_shown (fixture->page, GTK_TYPE_BUTTON, "Resume"));
}

static gboolean
is_called (gpointer data)
{
  Fixture *fixture = data;

  return find_shown (fixture->page, GTK_TYPE_BUTTON,
                     "Next step, 10 seconds left")
         != NULL;
}

static gboolean
is_named (gpointer data)
{
  Fixture *fixture = data;

  return find_shown (fixture->page, GTK_TYPE_BUTTON, "Next step") != NULL;
}

/* The button that has the focus says the time, for a moment. */
static void
test_called (Fixture *fixture, gconstpointer scope)
{
  GtkWidget *ring;

  click (fixture, "Start");
  ring = starling_test_find (fixture->page, STARLING_TYPE_RING, 0);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window))
                 == get_button (fixture, "Next step"));
  gtk_test_accessible_assert_role (ring, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (ring, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Situation: 30 s left of 30 s");
  pass (fixture, 20000);
  starling_test_run_until (is_called, fixture);
  gtk_test_accessible_assert_property (ring, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Situation: 10 s left of 30 s");
  starling_test_run_until (is_named, fixture);
}

/* Nothing is drawn while the clock stands. */
static void
test_still (Fixture *fixture, gconstpointer scope)
{
  StarlingRing *ring;
  guint n_draws;

  click (fixture, "Start");
  click (fixture, "Pause");
  starling_test_run_frames (fixture->page, 3);
  ring = STARLING_RING (
      starling_test_find (fixture->page, STARLING_TYPE_RING, 0));
  n_draws = starling_ring_get_n_draws (ring);
  pass (fixture, 5000);
  starling_test_run_frames (fixture->page, 60);
  g_assert_cmpuint (starling_ring_get_n_draws (ring), ==, n_draws);
}

static void
test_prompts (Fixture *fixture, gconstpointer scope)
{
  const char *question
      = starling_session_get_scenario (fixture->session)->question;

  g_settings_set_boolean (starling_settings_get (), "hide-phrases", TRUE);
  click (fixture, "Start");
  g_assert_false (is_shown (fixture, STARLING_TYPE_CUE_CHIP));
  g_assert_false (press (fixture, GDK_KEY_1, 0));
  click (fixture, "Show key phrases");
  g_assert_true (is_shown (fixture, STARLING_TYPE_CUE_CHIP));
  g_assert_true (press (fixture, GDK_KEY_h, 0));
  g_assert_false (is_shown (fixture, STARLING_TYPE_CUE_CHIP));
  g_assert_false (is_shown (fixture, STARLING_TYPE_PASSAGE_LIST));

  click (fixture, "Full");
  g_assert_true (is_shown (fixture, STARLING_TYPE_PASSAGE_LIST));
  click (fixture, "Bare");
  g_assert_false (is_shown (fixture, STARLING_TYPE_PASSAGE_LIST));
  g_assert_true (has_label (fixture, question));
  g_assert_null (
      find_shown (fixture->page, GTK_TYPE_BUTTON, "Show key phrases"));
  gtk_test_accessible_assert_state (get_button (fixture, "Bare"),
                                    GTK_ACCESSIBLE_STATE_PRESSED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);
  g_assert_cmpstr (g_settings_get_string (starling_settings_get (), "prompt"),
                   ==, "bare");
  pass (fixture, 1000);
  click (fixture, "Finish");
  click (fixture, "Save");
  starling_test_run_until (has_toast, fixture);
  g_assert_cmpstr (get_take (fixture)->prompt, ==, "bare");
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    const char *scope;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/rehearse-page/take", STORY, test_take },
    { "/rehearse-page/stopped", STORY, test_stopped },
    { "/rehearse-page/compared", STORY, test_compared },
    { "/rehearse-page/resumed", STORY, test_resumed },
    { "/rehearse-page/left", STORY, test_left },
    { "/rehearse-page/undo", STORY, test_undo },
    { "/rehearse-page/proposal", "principle:insist-on-the-highest-standards",
      test_proposal },
    { "/rehearse-page/another", "today", test_another },
    { "/rehearse-page/drafts", STORY, test_drafts },
    { "/rehearse-page/called", STORY, test_called },
    { "/rehearse-page/still", STORY, test_still },
    { "/rehearse-page/prompts", STORY, test_prompts },
  };

  starling_test_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, tests[i].scope, set_up, tests[i].test,
                tear_down);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/debrief/debrief.h"
#include "pages/rehearse/history/history.h"
#include "pages/rehearse/proposal.h"
#include "pages/rehearse/ready.h"
#include "pages/rehearse/stage.h"
#include "rehearse-fixture.h"
#include "settings.h"
#include "support.h"
#include "widgets/cue-chip.h"
#include "widgets/focus.h"
#include "widgets/prompter.h"
#include "widgets/ring.h"
#include "widgets/rubric.h"
#include "widgets/target-plot.h"

#include <string.h>

#define STORY "scenario:webhook-drops"
#define LAST_AND_BEST "Last take, also your best: nearest to the targets"

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

/* The journal holds what was done by the buttons, to the millisecond. */
static void
test_take (TestRehearse *fixture, gconstpointer scope)
{
  static const gint64 spent[STARLING_N_STEPS]
      = { 28001, 23002, 90003, 20010, 15101 };
  static const char *const said[]
      = { "I noticed", "no ticket", "I pulled", NULL };
  const StarlingEvent *event;

  g_assert_false (starling_session_get_stage (fixture->session));
  test_rehearse_click (fixture, "Start");
  g_assert_true (starling_session_get_stage (fixture->session));
  g_assert_true (
      test_rehearse_is_shown (fixture, STARLING_TYPE_REHEARSE_STAGE));
  g_assert_false (
      test_rehearse_is_shown (fixture, STARLING_TYPE_REHEARSE_READY));
  g_assert_true (test_rehearse_press (fixture, GDK_KEY_1, 0));
  g_assert_true (test_rehearse_press (fixture, GDK_KEY_2, 0));
  g_assert_true (test_rehearse_press (fixture, GDK_KEY_2, 0));
  g_assert_true (test_rehearse_press (fixture, GDK_KEY_4, 0));
  g_assert_false (test_rehearse_press (fixture, GDK_KEY_9, 0));
  for (guint i = 0; i < STARLING_N_STEPS; i++)
    {
      if (i == STARLING_STEP_ACTION)
        gtk_toggle_button_set_active (
            GTK_TOGGLE_BUTTON (test_rehearse_find_shown (fixture->page,
                                                         STARLING_TYPE_CUE_CHIP,
                                                         "I pulled")),
            TRUE);
      test_rehearse_pass (fixture, spent[i]);
      test_rehearse_click (fixture, "Next step");
    }

  g_assert_true (
      test_rehearse_is_shown (fixture, STARLING_TYPE_REHEARSE_DEBRIEF));
  g_assert_false (starling_session_get_stage (fixture->session));
  g_assert_true (
      test_rehearse_has_label (fixture,
                               "On time, with 51% of it in the Action."));
  g_assert_true (test_rehearse_has_label (fixture, "2:56"));
  g_assert_true (test_rehearse_has_label (fixture, "Take 1 of this lens"));
  g_assert_true (test_rehearse_has_draft (fixture));
  test_rehearse_pass (fixture, 60000);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (test_rehearse_find_shown (
                                    fixture->page, GTK_TYPE_TOGGLE_BUTTON,
                                    "Metrics: 3 of 4")),
                                TRUE);
  test_rehearse_click (fixture, "Add a note");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (
                                starling_test_find (fixture->page,
                                                    GTK_TYPE_TEXT_VIEW, 0))),
                            "Slower.", -1);
  test_rehearse_click (fixture, "Save");
  starling_test_run_until (test_rehearse_has_toast, fixture);

  g_assert_cmpstr (fixture->toast, ==, "Saved.");
  event = test_rehearse_get_take (fixture);
  assert_steps (event, spent);
  g_assert_cmpstr (event->id, ==, fixture->event_id);
  g_assert_cmpstr (event->prompt, ==, "cues");
  g_assert_cmpstr (event->note, ==, "Slower.");
  g_assert_cmpstrv (event->said, said);
  g_assert_cmpuint (g_hash_table_size (event->rating), ==, 1);
  g_assert_cmpint (GPOINTER_TO_INT (
                       g_hash_table_lookup (event->rating, "metrics")),
                   ==, 3);
  g_assert_false (test_rehearse_has_draft (fixture));
  g_assert_true (
      test_rehearse_is_shown (fixture, STARLING_TYPE_REHEARSE_READY));
  g_assert_true (
      test_rehearse_has_label (fixture, "the whole story; last take 2:56"));
}

/* Pausing, going back, and stopping before the end. */
static void
test_stopped (TestRehearse *fixture, gconstpointer scope)
{
  static const gint64 spent[STARLING_N_STEPS] = { 1500, 700, 0, 0, 0 };

  test_rehearse_click (fixture, "Start");
  test_rehearse_pass (fixture, 1000);
  g_assert_true (test_rehearse_press (fixture, GDK_KEY_p, 0));
  test_rehearse_pass (fixture, 5000);
  g_assert_null (
      test_rehearse_find_shown (fixture->page, GTK_TYPE_BUTTON, "Pause"));
  test_rehearse_click (fixture, "Resume");
  test_rehearse_pass (fixture, 200);
  test_rehearse_click (fixture, "Next step");
  test_rehearse_pass (fixture, 700);
  g_assert_true (test_rehearse_press (fixture, GDK_KEY_Page_Up, 0));
  test_rehearse_pass (fixture, 300);
  g_assert_true (test_rehearse_press (fixture, GDK_KEY_Page_Down, 0));
  g_assert_true (test_rehearse_press (fixture, GDK_KEY_Escape, 0));
  g_assert_false (test_rehearse_press (fixture, GDK_KEY_Escape, 0));
  g_assert_true (
      test_rehearse_has_label (fixture, "You stopped before the Action."));
  g_assert_true (test_rehearse_has_label (fixture, "not told"));
  gtk_test_accessible_assert_property (test_rehearse_get_button (fixture,
                                                                 "Save"),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "You stopped before the Action.");
  test_rehearse_click (fixture, "Save");
  starling_test_run_until (test_rehearse_has_toast, fixture);
  assert_steps (test_rehearse_get_take (fixture), spent);
}

/* A second take is compared with the first. */
static void
test_compared (TestRehearse *fixture, gconstpointer scope)
{
  for (guint take = 0; take < 2; take++)
    {
      test_rehearse_click (fixture, "Start");
      test_rehearse_pass (fixture, take == 0 ? 41000 : 48000);
      test_rehearse_click (fixture, "Next step");
      test_rehearse_pass (fixture, 19000);
      test_rehearse_click (fixture, "Next step");
      test_rehearse_pass (fixture, 97000);
      test_rehearse_click (fixture, "Next step");
      test_rehearse_pass (fixture, 17000);
      test_rehearse_click (fixture, "Next step");
      if (take == 1)
        test_rehearse_pass (fixture, 11000);
      test_rehearse_click (fixture, "Finish");
      if (take == 1)
        break;
      g_assert_false (test_rehearse_has_label (fixture, LAST_AND_BEST));
      test_rehearse_click (fixture, "Save");
      starling_test_run_until (test_rehearse_has_toast, fixture);
    }

  g_assert_true (test_rehearse_has_label (
      fixture, "You were 17 s over, most of it in the Situation."));
  g_assert_true (test_rehearse_has_label (fixture, "Take 2 of this lens"));
  g_assert_true (test_rehearse_has_label (fixture, "of 2:55, last take 2:54"));
  g_assert_true (test_rehearse_has_label (fixture, LAST_AND_BEST));
  g_assert_true (test_rehearse_has_label (fixture, "+7 s"));
  g_assert_true (test_rehearse_has_label (fixture, "new"));
  gtk_test_accessible_assert_property (
      starling_test_find (fixture->page, STARLING_TYPE_TARGET_PLOT, 0),
      GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Situation 48 s of 30 s, last take 41 s. Task 19 s of 20 s, last take "
      "19 s. Action 97 s of 90 s, last take 97 s. Result 17 s of 20 s, last "
      "take 17 s. Reflection 11 s of 15 s. Total 3 min 12 s of 2 min 55 s, "
      "last take 2 min 54 s.");
}

/* What is closed in the middle is offered at the next start. */
static void
test_resumed (TestRehearse *fixture, gconstpointer scope)
{
  static const gint64 spent[STARLING_N_STEPS] = { 31002, 5500, 0, 0, 0 };
  const StarlingEvent *event;

  test_rehearse_click (fixture, "Start");
  test_rehearse_pass (fixture, 31002);
  test_rehearse_click (fixture, "Next step");
  g_assert_true (test_rehearse_press (fixture, GDK_KEY_1, 0));
  test_rehearse_pass (fixture, 2500);
  test_rehearse_close_page (fixture);

  test_rehearse_pass (fixture, 3600000);
  starling_session_set_level (fixture->session, STARLING_LEVEL_SDE1);
  starling_session_set_wanted_angle (fixture->session, STARLING_AS_TOLD);
  starling_session_set_scope (fixture->session, "my-stories");
  test_rehearse_open_page (fixture);
  g_assert_true (test_rehearse_has_label (
      fixture,
      "An unfinished take of “The webhooks that vanished” from 09:00"));
  test_rehearse_click (fixture, "Resume");
  g_assert_cmpstr (starling_session_get_scope (fixture->session), ==, STORY);
  g_assert_cmpint (starling_session_get_level (fixture->session), ==,
                   STARLING_LEVEL_SENIOR);
  g_assert_true (
      test_rehearse_is_shown (fixture, STARLING_TYPE_REHEARSE_STAGE));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (
      test_rehearse_find_shown (fixture->page, STARLING_TYPE_CUE_CHIP,
                                "not my team"))));
  test_rehearse_pass (fixture, 60000);
  test_rehearse_click (fixture, "Resume");
  test_rehearse_pass (fixture, 3000);
  test_rehearse_click (fixture, "Finish");
  test_rehearse_click (fixture, "Save");
  starling_test_run_until (test_rehearse_has_toast, fixture);

  event = test_rehearse_get_take (fixture);
  assert_steps (event, spent);
  g_assert_cmpuint (g_strv_length (event->said), ==, 1);
}

/* Leaving pauses; coming back finds it paused. */
static void
test_left (TestRehearse *fixture, gconstpointer scope)
{
  test_rehearse_click (fixture, "Start");
  test_rehearse_pass (fixture, 1000);
  gtk_widget_set_visible (fixture->page, FALSE);
  starling_test_run_frames (fixture->window, 1);
  g_assert_false (starling_session_get_stage (fixture->session));
  test_rehearse_pass (fixture, 60000);
  gtk_widget_set_visible (fixture->page, TRUE);
  starling_test_run_frames (fixture->window, 1);
  g_assert_true (starling_session_get_stage (fixture->session));
  g_assert_nonnull (
      test_rehearse_find_shown (fixture->page, GTK_TYPE_BUTTON, "Resume"));

  starling_session_set_scope (fixture->session, "my-stories");
  g_assert_true (
      test_rehearse_is_shown (fixture, STARLING_TYPE_REHEARSE_PROPOSAL));
  g_assert_false (
      test_rehearse_is_shown (fixture, STARLING_TYPE_REHEARSE_STAGE));
  g_assert_nonnull (
      test_rehearse_find_shown (fixture->page, GTK_TYPE_BUTTON, "Resume"));
  starling_session_set_scope (fixture->session, STORY);
  g_assert_true (
      test_rehearse_is_shown (fixture, STARLING_TYPE_REHEARSE_STAGE));

  /* The lens of the take stays what it was begun with */
  starling_session_set_level (fixture->session, STARLING_LEVEL_SDE1);
  g_assert_true (test_rehearse_has_label (fixture, "Senior SDE · Dive Deep"));
  test_rehearse_click (fixture, "Resume");
  test_rehearse_pass (fixture, 234);
  test_rehearse_click (fixture, "Finish");
  test_rehearse_click (fixture, "Save");
  starling_test_run_until (test_rehearse_has_toast, fixture);
  assert_steps (test_rehearse_get_take (fixture),
                (const gint64[STARLING_N_STEPS]){ 1234, 0, 0, 0, 0 });
}

static void
test_undo (TestRehearse *fixture, gconstpointer scope)
{
  test_rehearse_click (fixture, "Start");
  test_rehearse_pass (fixture, 1000);
  test_rehearse_click (fixture, "Next step");
  test_rehearse_pass (fixture, 2000);
  g_assert_true (test_rehearse_press (fixture, GDK_KEY_r, 0));
  test_rehearse_pass (fixture, 700);
  g_assert_true (test_rehearse_has_label (fixture, "Restarted."));
  g_assert_true (test_rehearse_has_label (fixture, "left for the Situation"));
  test_rehearse_click (fixture, "Undo");
  g_assert_false (test_rehearse_has_label (fixture, "Restarted."));
  g_assert_true (test_rehearse_has_label (fixture, "left for the Task"));
  test_rehearse_pass (fixture, 500);
  test_rehearse_click (fixture, "Finish");

  test_rehearse_click (fixture, "Discard");
  g_assert_true (
      test_rehearse_is_shown (fixture, STARLING_TYPE_REHEARSE_READY));
  g_assert_false (test_rehearse_has_draft (fixture));
  g_assert_true (test_rehearse_press (fixture, GDK_KEY_z, GDK_CONTROL_MASK));
  g_assert_false (test_rehearse_press (fixture, GDK_KEY_z, GDK_CONTROL_MASK));
  g_assert_true (
      test_rehearse_is_shown (fixture, STARLING_TYPE_REHEARSE_DEBRIEF));
  g_assert_true (test_rehearse_has_draft (fixture));
  test_rehearse_click (fixture, "Save");
  starling_test_run_until (test_rehearse_has_toast, fixture);
  assert_steps (test_rehearse_get_take (fixture),
                (const gint64[STARLING_N_STEPS]){ 1000, 2500, 0, 0, 0 });
}

static void
test_proposal (TestRehearse *fixture, gconstpointer scope)
{
  g_autoptr (StarlingEvent) event
      = starling_event_new (STARLING_EVENT_REHEARSAL);
  g_auto (GStrv) ids = starling_session_list_scenarios (fixture->session);
  StarlingSummary *first
      = starling_library_find_summary (fixture->library, ids[0]);

  g_assert_true (
      test_rehearse_is_shown (fixture, STARLING_TYPE_REHEARSE_PROPOSAL));
  g_assert_true (test_rehearse_has_label (fixture, "Not rehearsed yet"));
  g_assert_true (
      test_rehearse_has_label (fixture, starling_summary_get_title (first)));

  event->scenario = g_strdup (ids[0]);
  event->level = STARLING_LEVEL_SDE2;
  starling_library_record_async (fixture->library, event, NULL, NULL, NULL);
  starling_library_flush (fixture->library);
  starling_test_run_frames (fixture->page, 1);
  g_assert_cmpuint (g_strv_length (ids), ==, 1);
  g_assert_true (test_rehearse_has_label (fixture, "Last rehearsed today"));
  g_assert_null (
      test_rehearse_find_shown (fixture->page, GTK_TYPE_BUTTON, "Another one"));
  test_rehearse_pass (fixture, 9 * 24 * 3600 * 1000);
  starling_session_set_scope (fixture->session, "my-stories");
  g_assert_true (
      test_rehearse_has_label (fixture, "There is nothing to rehearse here."));
  starling_session_set_scope (fixture->session, scope);
  g_assert_true (
      test_rehearse_has_label (fixture, "Last rehearsed 9 days ago"));

  test_rehearse_click (fixture, "Start");
  g_assert_true (
      test_rehearse_is_shown (fixture, STARLING_TYPE_REHEARSE_STAGE));
  g_assert_true (
      g_str_has_suffix (starling_session_get_scope (fixture->session), ids[0]));
}

/* The least rehearsed comes first; the others can be had one by one. */
static void
test_another (TestRehearse *fixture, gconstpointer scope)
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

      g_assert_true (
          test_rehearse_has_label (fixture,
                                   starling_summary_get_title (summary)));
      g_assert_true (
          test_rehearse_has_label (fixture, i < n ? "Not rehearsed yet"
                                                  : "Last rehearsed today"));
      test_rehearse_click (fixture, "Another one");
    }
  test_rehearse_click (fixture, "Start");
  g_assert_true (
      g_str_has_suffix (starling_session_get_scope (fixture->session), ids[1]));
}

static void
keep_draft (TestRehearse *fixture, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  starling_drafts_save_async (starling_library_get_drafts (fixture->library),
                              "rehearsal", bytes, NULL, NULL);
}

/* A draft whose take is in the journal already is not offered again, nor is
 * one that cannot be read. */
static void
test_drafts (TestRehearse *fixture, gconstpointer scope)
{
  g_autofree char *deep = g_strnfill (100000, '[');
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  test_rehearse_click (fixture, "Start");
  test_rehearse_pass (fixture, 1000);
  test_rehearse_click (fixture, "Finish");
  bytes = starling_drafts_load (starling_library_get_drafts (fixture->library),
                                "rehearsal", NULL);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  test_rehearse_click (fixture, "Save");
  starling_test_run_until (test_rehearse_has_toast, fixture);

  test_rehearse_close_page (fixture);
  keep_draft (fixture, text);
  test_rehearse_open_page (fixture);
  g_assert_null (
      test_rehearse_find_shown (fixture->page, GTK_TYPE_BUTTON, "Resume"));
  g_assert_false (test_rehearse_has_draft (fixture));

  test_rehearse_close_page (fixture);
  keep_draft (fixture, deep);
  test_rehearse_open_page (fixture);
  g_assert_null (
      test_rehearse_find_shown (fixture->page, GTK_TYPE_BUTTON, "Resume"));
}

/* A draft whose story is gone can be discarded only. */
static void
test_gone (TestRehearse *fixture, gconstpointer scope)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  test_rehearse_click (fixture, "Start");
  bytes = starling_drafts_load (starling_library_get_drafts (fixture->library),
                                "rehearsal", NULL);
  g_string_append_len (text, g_bytes_get_data (bytes, NULL),
                       (gssize) g_bytes_get_size (bytes));
  g_string_replace (text, "webhook-drops", "ghost", 0);
  test_rehearse_close_page (fixture);
  keep_draft (fixture, text->str);
  test_rehearse_open_page (fixture);
  g_assert_true (
      test_rehearse_has_label (fixture,
                               "An unfinished take of “ghost” from 09:00"));
  g_assert_null (
      test_rehearse_find_shown (fixture->page, GTK_TYPE_BUTTON, "Resume"));
  test_rehearse_click (fixture, "Discard");
  g_assert_false (test_rehearse_has_draft (fixture));
}

static gboolean
is_enabled (TestRehearse *fixture, const char *name)
{
  return gtk_widget_is_sensitive (test_rehearse_get_button (fixture, name));
}

/* While a take is on its way to the journal, nothing else is begun, and it is
 * neither thrown away nor saved again. */
static void
test_saving (TestRehearse *fixture, gconstpointer scope)
{
  test_rehearse_click (fixture, "Start");
  test_rehearse_click (fixture, "Finish");
  test_rehearse_click (fixture, "Save");
  g_assert_false (is_enabled (fixture, "Save"));
  g_assert_false (is_enabled (fixture, "Discard"));
  starling_session_set_scope (fixture->session, "scenario:lecture-encoding");
  g_assert_false (is_enabled (fixture, "Start"));
  g_assert_false (is_enabled (fixture, "Resume"));
  starling_session_set_scope (fixture->session, "today");
  g_assert_false (is_enabled (fixture, "Start"));
  gtk_widget_activate_action (fixture->page, "rehearse.loop", NULL);
  g_assert_false (is_enabled (fixture, "Start loop"));
  starling_test_run_until (test_rehearse_has_toast, fixture);
  g_assert_true (is_enabled (fixture, "Start loop"));
  starling_session_set_scope (fixture->session, scope);
  g_assert_true (is_enabled (fixture, "Start"));
}

/* A take is shown where its story is, and nowhere else. */
static void
test_elsewhere (TestRehearse *fixture, gconstpointer scope)
{
  test_rehearse_click (fixture, "Start");
  starling_session_set_scope (fixture->session, "scenario:lecture-encoding");
  g_assert_true (
      test_rehearse_is_shown (fixture, STARLING_TYPE_REHEARSE_READY));
  g_assert_true (test_rehearse_has_label (
      fixture,
      "An unfinished take of “The webhooks that vanished” from 09:00"));
  starling_session_set_scope (fixture->session, scope);
  g_assert_true (
      test_rehearse_is_shown (fixture, STARLING_TYPE_REHEARSE_STAGE));

  /* What is over is not begun anew by accident */
  test_rehearse_click (fixture, "Finish");
  gtk_widget_activate_action (fixture->page, "rehearse.restart", NULL);
  g_assert_true (
      test_rehearse_is_shown (fixture, STARLING_TYPE_REHEARSE_DEBRIEF));
}

static void
show_take (TestRehearse *fixture, const char *id)
{
  gtk_widget_activate_action (fixture->page, "rehearse.take-show", "s", id);
}

/* To the history, to a take, and back, also from one that undo takes away. */
static void
test_places (TestRehearse *fixture, gconstpointer scope)
{
  g_autofree char *id = NULL;

  test_rehearse_click (fixture, "Start");
  test_rehearse_pass (fixture, 1000);
  test_rehearse_click (fixture, "Finish");
  test_rehearse_click (fixture, "Save");
  starling_test_run_until (test_rehearse_has_toast, fixture);
  id = g_strdup (fixture->event_id);
  /* Wherever it was before, the focus is there then */
  gtk_root_set_focus (GTK_ROOT (fixture->window), NULL);
  gtk_widget_activate_action (fixture->page, "rehearse.history", NULL);
  g_assert_true (
      test_rehearse_is_shown (fixture, STARLING_TYPE_REHEARSE_HISTORY));
  g_assert_true (starling_focus_is_within (
      starling_test_find (fixture->page, STARLING_TYPE_REHEARSE_HISTORY, 0)));
  show_take (fixture, "nobody");
  g_assert_true (
      test_rehearse_is_shown (fixture, STARLING_TYPE_REHEARSE_HISTORY));
  show_take (fixture, id);
  g_assert_true (
      test_rehearse_is_shown (fixture, STARLING_TYPE_REHEARSE_DEBRIEF));
  g_assert_true (starling_focus_is_within (
      starling_test_find (fixture->page, STARLING_TYPE_REHEARSE_DEBRIEF, 0)));
  test_rehearse_click (fixture, "Back");
  g_assert_true (
      test_rehearse_is_shown (fixture, STARLING_TYPE_REHEARSE_HISTORY));

  show_take (fixture, id);
  g_assert_true (starling_library_undo (fixture->library, id));
  g_assert_true (
      test_rehearse_is_shown (fixture, STARLING_TYPE_REHEARSE_HISTORY));
  g_assert_true (starling_focus_is_within (
      starling_test_find (fixture->page, STARLING_TYPE_REHEARSE_HISTORY, 0)));
}

/* What changes on the stage leaves the focus where it is. */
static void
test_focus (TestRehearse *fixture, gconstpointer scope)
{
  GtkWidget *finish;

  test_rehearse_click (fixture, "Start");
  finish = test_rehearse_get_button (fixture, "Finish");
  gtk_widget_grab_focus (finish);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == finish);
  g_assert_true (test_rehearse_press (fixture, GDK_KEY_1, 0));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == finish);
}

static gboolean
is_called (gpointer data)
{
  TestRehearse *fixture = data;

  return test_rehearse_find_shown (fixture->page, GTK_TYPE_BUTTON,
                                   "Next step, 10 seconds left")
         != NULL;
}

static gboolean
is_named (gpointer data)
{
  TestRehearse *fixture = data;

  return test_rehearse_find_shown (fixture->page, GTK_TYPE_BUTTON, "Next step")
         != NULL;
}

/* The button that has the focus says the time, for a moment. */
static void
test_called (TestRehearse *fixture, gconstpointer scope)
{
  GtkWidget *ring;

  test_rehearse_click (fixture, "Start");
  ring = starling_test_find (fixture->page, STARLING_TYPE_RING, 0);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window))
                 == test_rehearse_get_button (fixture, "Next step"));
  gtk_test_accessible_assert_role (ring, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (ring, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Situation: 30 s left of 30 s");
  test_rehearse_pass (fixture, 20000);
  starling_test_run_until (is_called, fixture);
  gtk_test_accessible_assert_property (ring, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Situation: 10 s left of 30 s");
  starling_test_run_until (is_named, fixture);
}

/* Nothing is drawn while the clock stands. */
static void
test_still (TestRehearse *fixture, gconstpointer scope)
{
  StarlingRing *ring;
  guint n_draws;

  test_rehearse_click (fixture, "Start");
  test_rehearse_click (fixture, "Pause");
  starling_test_run_frames (fixture->page, 3);
  ring = STARLING_RING (
      starling_test_find (fixture->page, STARLING_TYPE_RING, 0));
  n_draws = starling_ring_get_n_draws (ring);
  test_rehearse_pass (fixture, 5000);
  starling_test_run_frames (fixture->page, 60);
  g_assert_cmpuint (starling_ring_get_n_draws (ring), ==, n_draws);
}

static void
test_prompts (TestRehearse *fixture, gconstpointer scope)
{
  const char *question
      = starling_session_get_scenario (fixture->session)->question;

  g_settings_set_boolean (starling_settings_get (), "hide-phrases", TRUE);
  test_rehearse_click (fixture, "Start");
  g_assert_false (test_rehearse_is_shown (fixture, STARLING_TYPE_CUE_CHIP));
  g_assert_false (test_rehearse_press (fixture, GDK_KEY_1, 0));
  test_rehearse_click (fixture, "Show key phrases");
  g_assert_true (test_rehearse_is_shown (fixture, STARLING_TYPE_CUE_CHIP));
  starling_test_run_frames (fixture->window, 2);
  g_assert_true (
      gtk_widget_grab_focus (test_rehearse_get_button (fixture, "I noticed")));
  g_assert_true (test_rehearse_press (fixture, GDK_KEY_h, 0));
  g_assert_false (test_rehearse_is_shown (fixture, STARLING_TYPE_CUE_CHIP));
  /* the focus that was on one of them is not lost */
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window))
                 == test_rehearse_get_button (fixture, "Next step"));
  g_assert_false (test_rehearse_is_shown (fixture, STARLING_TYPE_PROMPTER));

  test_rehearse_click (fixture, "Full");
  g_assert_true (test_rehearse_is_shown (fixture, STARLING_TYPE_PROMPTER));
  test_rehearse_click (fixture, "Bare");
  g_assert_false (test_rehearse_is_shown (fixture, STARLING_TYPE_PROMPTER));
  g_assert_true (test_rehearse_has_label (fixture, question));
  g_assert_null (test_rehearse_find_shown (fixture->page, GTK_TYPE_BUTTON,
                                           "Show key phrases"));
  gtk_test_accessible_assert_state (test_rehearse_get_button (fixture, "Bare"),
                                    GTK_ACCESSIBLE_STATE_PRESSED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);
  g_assert_cmpstr (g_settings_get_string (starling_settings_get (), "prompt"),
                   ==, "bare");
  test_rehearse_pass (fixture, 1000);
  test_rehearse_click (fixture, "Finish");
  test_rehearse_click (fixture, "Save");
  starling_test_run_until (test_rehearse_has_toast, fixture);
  g_assert_cmpstr (test_rehearse_get_take (fixture)->prompt, ==, "bare");
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    const char *scope;
    void (*test) (TestRehearse *, gconstpointer);
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
    { "/rehearse-page/gone", STORY, test_gone },
    { "/rehearse-page/saving", STORY, test_saving },
    { "/rehearse-page/elsewhere", STORY, test_elsewhere },
    { "/rehearse-page/places", STORY, test_places },
    { "/rehearse-page/focus", STORY, test_focus },
    { "/rehearse-page/called", STORY, test_called },
    { "/rehearse-page/still", STORY, test_still },
    { "/rehearse-page/prompts", STORY, test_prompts },
  };

  starling_test_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, TestRehearse, tests[i].scope,
                test_rehearse_set_up, tests[i].test, test_rehearse_tear_down);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/debrief/debrief.h"
#include "pages/rehearse/loop/break.h"
#include "pages/rehearse/loop/debrief.h"
#include "pages/rehearse/loop/setup.h"
#include "pages/rehearse/probe.h"
#include "pages/rehearse/proposal.h"
#include "pages/rehearse/ready.h"
#include "pages/rehearse/stage.h"
#include "rehearse-fixture.h"
#include "settings.h"
#include "support.h"

#include <string.h>

/* The mock loop on the page: set up, told, left, ended and read. */

#define ALL "today"
#define STORY "scenario:webhook-drops"
#define UNFINISHED "An unfinished answer of your mock loop from 09:00"

static void
set_up (TestRehearse *f, gconstpointer scope)
{
  GSettings *settings = starling_settings_get ();

  test_rehearse_set_up (f, scope);
  g_settings_set_int (settings, "loop-interviewers", 4);
  g_settings_set_int (settings, "loop-principles", 1);
  g_settings_set_int (settings, "loop-questions", 1);
}

static void
tear_down (TestRehearse *f, gconstpointer scope)
{
  GSettings *settings = starling_settings_get ();

  test_rehearse_tear_down (f, scope);
  g_settings_reset (settings, "loop-interviewers");
  g_settings_reset (settings, "loop-principles");
  g_settings_reset (settings, "loop-questions");
}

static void
act (TestRehearse *f, const char *action)
{
  g_assert_true (gtk_widget_activate_action (f->page, action, NULL));
}

/* Which of the views is shown. */
static void
assert_view (TestRehearse *f, GType type)
{
  const GType types[] = {
    STARLING_TYPE_REHEARSE_READY,      STARLING_TYPE_REHEARSE_PROPOSAL,
    STARLING_TYPE_REHEARSE_STAGE,      STARLING_TYPE_REHEARSE_PROBE,
    STARLING_TYPE_REHEARSE_DEBRIEF,    STARLING_TYPE_REHEARSE_LOOP_SETUP,
    STARLING_TYPE_REHEARSE_LOOP_BREAK, STARLING_TYPE_REHEARSE_LOOP_DEBRIEF
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_test_message ("%s", g_type_name (types[i]));
      g_assert_cmpint (test_rehearse_is_shown (f, types[i]), ==,
                       types[i] == type);
    }
  g_assert_cmpint (starling_session_get_stage (f->session), ==,
                   type == STARLING_TYPE_REHEARSE_STAGE
                       || type == STARLING_TYPE_REHEARSE_PROBE);
}

static StarlingProgress *
get_progress (TestRehearse *f)
{
  return starling_library_get_progress (f->library);
}

/* The newest loop, with its answers. */
static StarlingLoopRecord *
get_loop (TestRehearse *f)
{
  g_autoptr (GPtrArray) loops = starling_progress_list_loops (get_progress (f));

  g_assert_cmpuint (loops->len, >, 0);
  return starling_progress_get_loop (
      get_progress (f), ((StarlingEvent *) g_ptr_array_index (loops, 0))->id);
}

static void
assert_status (TestRehearse *f, const char *status)
{
  g_autoptr (StarlingLoopRecord) loop = get_loop (f);

  g_assert_cmpstr (loop->end != NULL ? loop->end->status : NULL, ==, status);
}

static void
record (TestRehearse *f, StarlingEvent *event)
{
  starling_library_record_async (f->library, event, NULL, NULL, NULL);
}

/* A loop of "PRINCIPLE SCENARIO" for each interviewer. */
static void
record_loop (TestRehearse *f, StarlingLevel level, const char *const *slots)
{
  g_autoptr (StarlingEvent) event = starling_event_new (STARLING_EVENT_LOOP);

  event->level = (int) level;
  event->slots = g_ptr_array_new_with_free_func (
      (GDestroyNotify) starling_loop_slot_free);
  for (guint i = 0; slots[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (slots[i], " ", 2);
      StarlingLoopSlot *slot = g_new0 (StarlingLoopSlot, 1);

      slot->principles = g_strsplit (words[0], ",", -1);
      slot->scenarios = g_strsplit (words[1], ",", -1);
      slot->minutes = 30;
      g_ptr_array_add (event->slots, slot);
    }
  record (f, event);
}

/* Answers all that is open, as another machine would. */
static void
record_answers (TestRehearse *f)
{
  g_autoptr (StarlingLoopRecord) loop = get_loop (f);

  for (guint i = 0; i < loop->items->len; i++)
    {
      const StarlingLoopItem *item = starling_loop_record_get_item (loop, i);
      g_autoptr (StarlingEvent) take
          = starling_event_new (STARLING_EVENT_REHEARSAL);

      take->scenario = g_strdup (item->scenario);
      take->loop = g_strdup (loop->event->id);
      take->slot = (int) item->slot;
      record (f, take);
    }
}

static void
start_loop (TestRehearse *f)
{
  act (f, "rehearse.loop");
  assert_view (f, STARLING_TYPE_REHEARSE_LOOP_SETUP);
  act (f, "rehearse.loop-start");
  assert_view (f, STARLING_TYPE_REHEARSE_LOOP_BREAK);
}

static gboolean
is_through (gpointer data)
{
  return !test_rehearse_is_shown (data, STARLING_TYPE_REHEARSE_DEBRIEF);
}

static void
finish_and_save (TestRehearse *f)
{
  test_rehearse_click (f, "Finish");
  assert_view (f, STARLING_TYPE_REHEARSE_DEBRIEF);
  test_rehearse_click (f, "Save");
  starling_test_run_until (is_through, f);
}

/* From the first question to the debrief, and out again. */
static void
test_day (TestRehearse *f, gconstpointer scope)
{
  g_autoptr (StarlingLoopRecord) loop = NULL;

  start_loop (f);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *who = g_strdup_printf ("Interviewer %u of 3", i + 1);

      g_clear_pointer (&f->toast, g_free);
      act (f, "rehearse.start");
      assert_view (f, STARLING_TYPE_REHEARSE_STAGE);
      g_assert_true (test_rehearse_has_label (f, who));
      g_assert_true (test_rehearse_has_label (f, "Question 1 of 1"));
      test_rehearse_pass (f, 1000 + i);
      finish_and_save (f);
      if (i == 2)
        break;
      assert_view (f, STARLING_TYPE_REHEARSE_LOOP_BREAK);
      g_assert_cmpstr (f->toast, ==, "Saved.");
      g_assert_true (test_rehearse_has_label (f, "Break"));
    }
  assert_view (f, STARLING_TYPE_REHEARSE_LOOP_DEBRIEF);
  g_assert_true (test_rehearse_has_label (f, "Finished"));
  g_assert_null (f->toast);

  loop = get_loop (f);
  g_assert_cmpstr (loop->end->status, ==, "finished");
  g_assert_cmpuint (loop->n_taken, ==, 3);
  g_assert_cmpint (loop->event->level, ==, STARLING_LEVEL_SENIOR);
  for (guint i = 0; i < 3; i++)
    {
      const StarlingEvent *take = starling_loop_record_get_item (loop, i)->take;
      const StarlingLoopSlot *slot = g_ptr_array_index (loop->event->slots, i);

      g_assert_cmpint (slot->interviewer, ==, (int) i + 1);
      g_assert_cmpint (slot->minutes, ==, 30);
      g_assert_cmpstr (take->prompt, ==, "bare");
      g_assert_cmpint (take->slot, ==, (int) i);
      g_assert_cmpint (take->level, ==, STARLING_LEVEL_SENIOR);
      g_assert_cmpint (
          g_array_index (take->steps, StarlingStepTime, 0).spent_ms, ==,
          1000 + i);
    }

  act (f, "rehearse.loop-close");
  assert_view (f, STARLING_TYPE_REHEARSE_LOOP_SETUP);
  act (f, "rehearse.loop-close");
  assert_view (f, STARLING_TYPE_REHEARSE_PROPOSAL);
}

/* A story is told at the level of the loop, for what is asked; of a follow-up
 * too it is said who asks. */
static void
test_lens (TestRehearse *f, gconstpointer scope)
{
  static const char *const slots[]
      = { "dive-deep,insist-on-the-highest-standards webhook-drops",
          "frugality lecture-encoding", NULL };
  static const char *const angles[] = { "dive-deep", NULL };
  g_autoptr (StarlingLoopRecord) loop = NULL;

  g_settings_set_int (starling_settings_get (), "probes", 1);
  record_loop (f, STARLING_LEVEL_SDE1, slots);
  act (f, "rehearse.loop-resume");
  assert_view (f, STARLING_TYPE_REHEARSE_LOOP_BREAK);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *who = g_strdup_printf ("Interviewer %u of 2", i + 1);

      act (f, "rehearse.start");
      for (guint j = 0; j < STARLING_N_STEPS; j++)
        {
          test_rehearse_pass (f, 1000);
          test_rehearse_click (f, "Next step");
        }
      assert_view (f, STARLING_TYPE_REHEARSE_PROBE);
      g_assert_true (test_rehearse_has_label (f, who));
      finish_and_save (f);
    }
  loop = get_loop (f);
  for (guint i = 0; i < 2; i++)
    {
      const StarlingEvent *take = starling_loop_record_get_item (loop, i)->take;

      g_assert_cmpint (take->level, ==, STARLING_LEVEL_SDE1);
      g_assert_cmpstr (take->angle, ==, angles[i]);
    }
}

/* An answer that was left goes on where it was, also in another run of the
 * program, whatever the lens there. */
static void
test_answer_left (TestRehearse *f, gconstpointer scope)
{
  static const char *const slots[]
      = { "dive-deep webhook-drops", "frugality lecture-encoding", NULL };
  g_autoptr (StarlingLoopRecord) loop = NULL;
  const StarlingEvent *take;

  record_loop (f, STARLING_LEVEL_SDE1, slots);
  act (f, "rehearse.loop-resume");
  act (f, "rehearse.start");
  test_rehearse_pass (f, 1000);
  /* It is no take of the story: elsewhere it is not shown */
  starling_session_set_scope (f->session, STORY);
  assert_view (f, STARLING_TYPE_REHEARSE_READY);
  g_assert_true (test_rehearse_has_label (f, UNFINISHED));
  g_assert_true (test_rehearse_has_label (f, "Discard"));
  test_rehearse_pass (f, 60000);
  test_rehearse_click (f, "Resume");
  assert_view (f, STARLING_TYPE_REHEARSE_STAGE);
  test_rehearse_click (f, "Resume");
  test_rehearse_pass (f, 500);

  test_rehearse_close_page (f);
  starling_session_set_wanted_angle (f->session, STARLING_AS_TOLD);
  starling_session_set_scope (f->session, ALL);
  test_rehearse_open_page (f);
  assert_view (f, STARLING_TYPE_REHEARSE_PROPOSAL);
  g_assert_true (test_rehearse_has_label (f, UNFINISHED));
  test_rehearse_click (f, "Resume");
  assert_view (f, STARLING_TYPE_REHEARSE_STAGE);
  g_assert_true (test_rehearse_has_label (f, "Interviewer 1 of 2"));
  g_assert_cmpint (starling_session_get_level (f->session), ==,
                   STARLING_LEVEL_SENIOR);
  test_rehearse_click (f, "Resume");
  test_rehearse_pass (f, 250);
  finish_and_save (f);
  assert_view (f, STARLING_TYPE_REHEARSE_LOOP_BREAK);

  loop = get_loop (f);
  take = starling_loop_record_get_item (loop, 0)->take;
  g_assert_cmpint (take->level, ==, STARLING_LEVEL_SDE1);
  g_assert_cmpstr (take->angle, ==, "dive-deep");
  g_assert_cmpint (g_array_index (take->steps, StarlingStepTime, 0).spent_ms,
                   ==, 1750);
  /* The targets of its level */
  g_assert_cmpint (g_array_index (take->steps, StarlingStepTime, 0).target_ms,
                   ==, 20000);
}

/* Where there is a choice of stories, an open loop is offered. */
static void
test_offer (TestRehearse *f, gconstpointer scope)
{
  static const char *const open = "Your mock loop is open: "
                                  "0 of 3 questions answered";

  g_assert_false (test_rehearse_has_label (f, open));
  start_loop (f);
  g_assert_false (test_rehearse_has_label (f, open));
  starling_session_set_scope (f->session, STORY);
  assert_view (f, STARLING_TYPE_REHEARSE_READY);
  g_assert_false (test_rehearse_has_label (f, open));
  starling_session_set_scope (f->session, ALL);
  assert_view (f, STARLING_TYPE_REHEARSE_PROPOSAL);
  g_assert_true (test_rehearse_has_label (f, open));
  act (f, "rehearse.loop");
  assert_view (f, STARLING_TYPE_REHEARSE_LOOP_SETUP);
  g_assert_true (test_rehearse_has_label (f, open));
  test_rehearse_click (f, "Resume");
  assert_view (f, STARLING_TYPE_REHEARSE_LOOP_BREAK);

  starling_session_set_scope (f->session, "my-stories");
  assert_view (f, STARLING_TYPE_REHEARSE_PROPOSAL);
  test_rehearse_click (f, "End the loop");
  assert_view (f, STARLING_TYPE_REHEARSE_LOOP_DEBRIEF);
  g_assert_cmpstr (f->toast, ==, "The loop is ended.");
  assert_status (f, "ended");
  g_assert_true (starling_library_undo (f->library, f->event_id));
  assert_status (f, NULL);

  /* A take that is offered comes first */
  starling_session_set_scope (f->session, STORY);
  test_rehearse_click (f, "Start");
  starling_session_set_scope (f->session, ALL);
  g_assert_false (test_rehearse_has_label (f, open));
  test_rehearse_click (f, "Discard");
  g_assert_true (test_rehearse_has_label (f, open));
}

/* Where nothing is left to ask, nothing is asked; the loop ends. */
static void
test_all_answered (TestRehearse *f, gconstpointer scope)
{
  start_loop (f);
  record_answers (f);
  assert_view (f, STARLING_TYPE_REHEARSE_LOOP_BREAK);
  g_assert_true (test_rehearse_has_label (f, "No question is left"));
  act (f, "rehearse.start");
  assert_view (f, STARLING_TYPE_REHEARSE_LOOP_BREAK);
  assert_status (f, NULL);
  starling_session_set_scope (f->session, "my-stories");
  act (f, "rehearse.loop-resume");
  assert_view (f, STARLING_TYPE_REHEARSE_LOOP_DEBRIEF);
  assert_status (f, "finished");
  g_assert_null (f->toast);
}

/* One loop at a time; where there is nothing to ask, the open one stays. */
static void
test_another (TestRehearse *f, gconstpointer scope)
{
  g_autofree char *first = NULL;
  g_autoptr (StarlingLoopRecord) loop = NULL;
  g_autoptr (StarlingLoopRecord) ended = NULL;

  start_loop (f);
  loop = get_loop (f);
  first = g_strdup (loop->event->id);
  starling_session_set_scope (f->session, "my-stories");
  act (f, "rehearse.loop");
  assert_view (f, STARLING_TYPE_REHEARSE_LOOP_SETUP);
  act (f, "rehearse.loop-start");
  assert_view (f, STARLING_TYPE_REHEARSE_LOOP_SETUP);
  assert_status (f, NULL);

  starling_session_set_scope (f->session, ALL);
  start_loop (f);
  assert_status (f, NULL);
  ended = starling_progress_get_loop (get_progress (f), first);
  g_assert_cmpstr (ended->end->status, ==, "ended");
}

/* An answer of a loop that is not open any more is no answer of the next one,
 * and is not lost. */
static void
test_answer_of_ended (TestRehearse *f, gconstpointer scope)
{
  g_autoptr (StarlingLoopRecord) first = NULL;
  g_autoptr (StarlingLoopRecord) second = NULL;
  g_autoptr (StarlingLoopRecord) ended = NULL;

  start_loop (f);
  act (f, "rehearse.start");
  test_rehearse_pass (f, 1000);
  first = get_loop (f);
  starling_session_set_scope (f->session, "my-stories");
  starling_session_set_scope (f->session, ALL);
  start_loop (f);
  second = get_loop (f);
  g_assert_cmpstr (first->event->id, !=, second->event->id);
  g_assert_true (test_rehearse_has_label (f, "Question 1 of 1"));

  g_assert_true (test_rehearse_has_label (f, UNFINISHED));
  test_rehearse_click (f, "Resume");
  assert_view (f, STARLING_TYPE_REHEARSE_STAGE);
  g_assert_true (test_rehearse_has_label (f, "Interviewer 1 of 3"));
  test_rehearse_click (f, "Resume");
  test_rehearse_pass (f, 500);
  finish_and_save (f);
  assert_view (f, STARLING_TYPE_REHEARSE_LOOP_BREAK);
  g_assert_true (test_rehearse_has_label (f, "0 of 3 answered"));
  ended = starling_progress_get_loop (get_progress (f), first->event->id);
  g_assert_cmpuint (ended->n_taken, ==, 1);
  g_assert_cmpint (
      g_array_index (starling_loop_record_get_item (ended, 0)->take->steps,
                     StarlingStepTime, 0)
          .spent_ms,
      ==, 1500);
}

/* Nor is one of a loop that is gone. */
static void
test_answer_of_deleted (TestRehearse *f, gconstpointer scope)
{
  g_autoptr (StarlingLoopRecord) loop = NULL;

  start_loop (f);
  act (f, "rehearse.start");
  test_rehearse_pass (f, 1000);
  loop = get_loop (f);
  g_assert_true (starling_library_undo (f->library, loop->event->id));
  assert_view (f, STARLING_TYPE_REHEARSE_STAGE);
  starling_session_set_scope (f->session, "my-stories");
  starling_session_set_scope (f->session, ALL);
  assert_view (f, STARLING_TYPE_REHEARSE_PROPOSAL);
  test_rehearse_click (f, "Resume");
  assert_view (f, STARLING_TYPE_REHEARSE_STAGE);
  finish_and_save (f);
  assert_view (f, STARLING_TYPE_REHEARSE_PROPOSAL);
}

/* A take of a story waits while the loop is on screen. */
static void
test_take_left (TestRehearse *f, gconstpointer scope)
{
  start_loop (f);
  starling_session_set_scope (f->session, STORY);
  test_rehearse_click (f, "Start");
  assert_view (f, STARLING_TYPE_REHEARSE_STAGE);
  act (f, "rehearse.loop-resume");
  assert_view (f, STARLING_TYPE_REHEARSE_LOOP_BREAK);
  g_assert_true (test_rehearse_has_label (
      f, "An unfinished take of “The webhooks that vanished” from 09:00"));
}

/* What undo takes away is not looked at any more. */
static void
test_deleted (TestRehearse *f, gconstpointer scope)
{
  g_autoptr (StarlingLoopRecord) loop = NULL;
  GVariant *id;

  start_loop (f);
  loop = get_loop (f);
  g_assert_true (starling_library_undo (f->library, loop->event->id));
  assert_view (f, STARLING_TYPE_REHEARSE_PROPOSAL);
  g_clear_pointer (&loop, starling_loop_record_free);

  start_loop (f);
  loop = get_loop (f);
  id = g_variant_new_string (loop->event->id);
  act (f, "rehearse.loop-end");
  assert_view (f, STARLING_TYPE_REHEARSE_LOOP_DEBRIEF);
  act (f, "rehearse.loop-close");
  g_assert_true (
      gtk_widget_activate_action_variant (f->page, "rehearse.loop-show", id));
  assert_view (f, STARLING_TYPE_REHEARSE_LOOP_DEBRIEF);
  g_assert_true (starling_library_undo (f->library, loop->event->id));
  assert_view (f, STARLING_TYPE_REHEARSE_PROPOSAL);
}

/* From a debrief that was come to from a story, it is back to the story. */
static void
test_close (TestRehearse *f, gconstpointer scope)
{
  start_loop (f);
  starling_session_set_scope (f->session, STORY);
  assert_view (f, STARLING_TYPE_REHEARSE_READY);
  act (f, "rehearse.loop-end");
  assert_view (f, STARLING_TYPE_REHEARSE_LOOP_DEBRIEF);
  act (f, "rehearse.loop-close");
  assert_view (f, STARLING_TYPE_REHEARSE_READY);
  starling_session_set_scope (f->session, ALL);
  assert_view (f, STARLING_TYPE_REHEARSE_PROPOSAL);
  act (f, "rehearse.loop");
  act (f, "rehearse.loop-close");
  assert_view (f, STARLING_TYPE_REHEARSE_PROPOSAL);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (TestRehearse *f, gconstpointer scope);
  } tests[] = {
    { "/rehearse-loop-places/day", test_day },
    { "/rehearse-loop-places/lens", test_lens },
    { "/rehearse-loop-places/answer/left", test_answer_left },
    { "/rehearse-loop-places/answer/of-ended", test_answer_of_ended },
    { "/rehearse-loop-places/answer/of-deleted", test_answer_of_deleted },
    { "/rehearse-loop-places/offer", test_offer },
    { "/rehearse-loop-places/all-answered", test_all_answered },
    { "/rehearse-loop-places/another", test_another },
    { "/rehearse-loop-places/take-left", test_take_left },
    { "/rehearse-loop-places/deleted", test_deleted },
    { "/rehearse-loop-places/close", test_close },
  };

  starling_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, TestRehearse, ALL, set_up, tests[i].test,
                tear_down);

  return g_test_run ();
}

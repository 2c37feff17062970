/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "loop-fixture.h"
#include "support.h"

#include <string.h>

#define MANY GUINT_TO_POINTER (10)
#define NONE GUINT_TO_POINTER (0)

static char *
dump_plan (TestLoop *f)
{
  const StarlingLoopPlan *plan = starling_rehearse_loop_get_plan (f->loop);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < plan->n_interviews; i++)
    for (guint j = 0; j < plan->interviews[i].n_questions; j++)
      g_string_append_printf (text, "%u:%d:%d ", i,
                              plan->interviews[i].questions[j].principle,
                              plan->interviews[i].questions[j].story);
  return g_string_free (text, FALSE);
}

/* The deal stays until it is dealt again, and follows what is wanted. */
static void
test_deal (TestLoop *f, gconstpointer data)
{
  StarlingLoopRequest request = test_loop_make_request (4, 2, 2);
  g_autoptr (StarlingEvent) goal = starling_event_new (STARLING_EVENT_GOAL);
  g_autofree char *first = NULL;
  g_autofree char *same = NULL;
  g_autofree char *other = NULL;
  const StarlingLoopPlan *plan = starling_rehearse_loop_get_plan (f->loop);

  starling_rehearse_loop_deal (f->loop, &request, TRUE);
  first = dump_plan (f);
  starling_rehearse_loop_deal (f->loop, &request, TRUE);
  same = dump_plan (f);
  g_assert_cmpstr (same, ==, first);
  g_assert_cmpuint (plan->n_questions, ==, 8);
  starling_rehearse_loop_deal_again (f->loop);
  other = dump_plan (f);
  g_assert_cmpstr (other, !=, first);

  request = test_loop_make_request (4, 1, 1);
  request.principle = 9;
  goal->principles = g_strsplit ("ownership", " ", -1);
  test_loop_record (f, goal);
  for (guint i = 0; i < 20; i++)
    {
      StarlingPrincipleSet dealt = 0;

      request.seed = i; /* does not count */
      starling_rehearse_loop_deal (f->loop, &request, TRUE);
      starling_rehearse_loop_deal_again (f->loop);
      for (guint j = 0; j < plan->n_interviews; j++)
        dealt |= STARLING_PRINCIPLE_BIT (plan->interviews[j].principles[0]);
      g_assert_cmpuint (dealt & STARLING_PRINCIPLE_BIT (9), !=, 0);
      g_assert_cmpuint (dealt & STARLING_PRINCIPLE_BIT (1), !=, 0);
    }
}

/* Only own stories, or all. */
static void
test_own (TestLoop *f, gconstpointer data)
{
  StarlingLoopRequest request = test_loop_make_request (4, 1, 1);

  starling_rehearse_loop_deal (f->loop, &request, TRUE);
  g_assert_cmpuint (starling_rehearse_loop_get_plan (f->loop)->n_questions, ==,
                    0);
  g_assert_false (starling_rehearse_loop_start (f->loop));
  g_assert_null (starling_rehearse_loop_get_open (f->loop));
  g_assert_false (starling_rehearse_loop_end (f->loop));
  starling_rehearse_loop_deal (f->loop, &request, FALSE);
  g_assert_cmpuint (starling_rehearse_loop_get_plan (f->loop)->n_questions, ==,
                    3);
}

/* From the first question to the last one. */
static void
test_run (TestLoop *f, gconstpointer data)
{
  StarlingLoopRequest request = test_loop_make_request (4, 2, 2);
  g_autoptr (GHashTable) told
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *id = NULL;
  g_autofree char *last = NULL;
  StarlingRehearseLoopNext next;
  g_autoptr (StarlingLoopRecord) record = NULL;

  g_assert_false (starling_rehearse_loop_get_next (f->loop, &next));
  id = test_loop_start (f, &request);
  g_assert_cmpuint (f->n_changed, ==, 1);
  for (guint i = 0; i < 8; i++)
    {
      g_assert_true (starling_rehearse_loop_get_next (f->loop, &next));
      g_assert_cmpstr (next.loop, ==, id);
      g_assert_cmpint (next.level, ==, STARLING_LEVEL_SENIOR);
      g_assert_cmpuint (next.n_interviewers, ==, 4);
      g_assert_cmpuint (next.n_all, ==, 8);
      g_assert_cmpuint (next.n_answered, ==, i);
      g_assert_cmpuint (next.slot, ==, i / 2);
      g_assert_cmpuint (next.place, ==, i % 2);
      g_assert_cmpuint (next.n_places, ==, 2);
      g_assert_cmpint (next.minutes, ==, 30);
      g_assert_cmpint (next.spent_ms, ==, i % 2 * 220000);
      g_assert_true (g_hash_table_add (told, g_strdup (next.scenario)));
      g_free (last);
      last = test_loop_answer (f, 3);
      g_assert_cmpuint (f->n_changed, ==, i + 2);
    }
  g_assert_true (starling_rehearse_loop_get_next (f->loop, &next));
  g_assert_null (next.scenario);

  /* What is undone is asked again. */
  g_assert_true (starling_library_undo (f->library, last));
  g_assert_true (starling_rehearse_loop_get_next (f->loop, &next));
  g_assert_cmpuint (next.n_answered, ==, 7);
  g_assert_nonnull (next.scenario);
  g_free (test_loop_answer (f, 3));
  g_assert_true (starling_rehearse_loop_end (f->loop));
  g_assert_null (starling_rehearse_loop_get_open (f->loop));
  record
      = starling_progress_get_loop (starling_library_get_progress (f->library),
                                    id);
  g_assert_cmpstr (record->end->status, ==, "finished");
  g_assert_true (starling_library_undo (f->library, record->end->id));
  g_assert_cmpstr (starling_rehearse_loop_get_open (f->loop), ==, id);
}

/* A loop that was left goes on after a restart; it can be ended early. */
static void
test_restart (TestLoop *f, gconstpointer data)
{
  StarlingLoopRequest request = test_loop_make_request (5, 1, 1);
  g_autofree char *id = test_loop_start (f, &request);
  g_autofree char *scenario = NULL;
  g_autoptr (StarlingLoopRecord) record = NULL;
  StarlingRehearseLoopNext next;

  g_free (test_loop_answer (f, 3));
  g_assert_true (starling_rehearse_loop_get_next (f->loop, &next));
  scenario = g_strdup (next.scenario);
  test_loop_close (f);
  test_loop_open (f);
  g_assert_true (starling_rehearse_loop_get_next (f->loop, &next));
  g_assert_cmpstr (next.loop, ==, id);
  g_assert_cmpstr (next.scenario, ==, scenario);
  g_assert_cmpuint (next.slot, ==, 1);
  g_assert_true (starling_rehearse_loop_end (f->loop));
  record
      = starling_progress_get_loop (starling_library_get_progress (f->library),
                                    id);
  g_assert_cmpstr (record->end->status, ==, "ended");
  /* What has nothing to do with it changes nothing. */
  f->n_changed = 0;
  g_signal_emit_by_name (f->library, "progress-changed", NULL);
  g_assert_cmpuint (f->n_changed, ==, 0);
}

static StarlingLoopSlot *
make_slot (const char *principles, const char *scenarios)
{
  StarlingLoopSlot *slot = g_new0 (StarlingLoopSlot, 1);

  slot->principles = g_strsplit (principles, ",", -1);
  slot->scenarios = g_strsplit (scenarios, ",", -1);
  return slot;
}

/* For which principle the story is told, and stories that are gone. */
static void
test_journal (TestLoop *f, gconstpointer data)
{
  static const struct
  {
    const char *principles, *scenarios;
    const char *scenario, *principle; /* expected: NULL: none */
    gboolean angle;
  } cases[] = {
    { "ownership", "ownership-0", "ownership-0", "ownership", FALSE },
    { "ownership", "customer-obsession-1", "customer-obsession-1", "ownership",
      TRUE },
    { "ownership", "ghost,customer-obsession-1", "customer-obsession-1",
      "ownership", TRUE },
    { "ownership,customer-obsession", "ghost,customer-obsession-1",
      "customer-obsession-1", "customer-obsession", FALSE },
    { "not-a-principle", "ownership-0", "ownership-0", NULL, FALSE },
    { "", "ownership-0", "ownership-0", NULL, FALSE },
    { "ownership", "ghost", NULL, NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StarlingEvent) event
          = starling_event_new (STARLING_EVENT_LOOP);
      int principle = -1;
      StarlingRehearseLoopNext next;

      if (cases[i].principle != NULL)
        principle = starling_catalogue_find_principle (
            starling_library_get_catalogue (f->library), cases[i].principle);
      event->slots = g_ptr_array_new_with_free_func (
          (GDestroyNotify) starling_loop_slot_free);
      g_ptr_array_add (event->slots,
                       make_slot (cases[i].principles, cases[i].scenarios));
      test_loop_record (f, event);
      g_assert_true (starling_rehearse_loop_get_next (f->loop, &next));
      g_assert_cmpstr (next.scenario, ==, cases[i].scenario);
      g_assert_cmpint (next.principle, ==, principle);
      g_assert_cmpint (next.angle, ==,
                       cases[i].angle ? principle : STARLING_AS_TOLD);
      g_assert_cmpint (next.minutes, ==, 0);
      g_assert_cmpuint (next.n_all, ==, cases[i].scenario != NULL ? 1 : 0);
    }
}

static void
failed_cb (StarlingRehearseLoop *loop, const char *message, char **out)
{
  g_free (*out);
  *out = g_strdup (message);
}

static gboolean
is_set (gpointer data)
{
  return *(char **) data != NULL;
}

/* What the journal refuses is said, and nothing is open. */
static void
test_failed (TestLoop *f, gconstpointer data)
{
  StarlingLoopRequest request = test_loop_make_request (4, 1, 1);
  g_autofree char *message = NULL;

  g_signal_connect (f->loop, "failed", G_CALLBACK (failed_cb), &message);
  request.minutes = 5000;
  starling_rehearse_loop_deal (f->loop, &request, TRUE);
  g_assert_true (starling_rehearse_loop_start (f->loop));
  g_assert_null (starling_rehearse_loop_get_open (f->loop));
  starling_test_run_until (is_set, &message);
  g_assert_nonnull (strstr (message, "minutes"));
  g_signal_handlers_disconnect_by_data (f->loop, &message);
}

static void
add (const char *path,
     gconstpointer n_principles,
     void (*func) (TestLoop *, gconstpointer))
{
  g_test_add (path, TestLoop, n_principles, test_loop_set_up, func,
              test_loop_tear_down);
}

int
main (int argc, char *argv[])
{
  starling_test_init (&argc, &argv);

  add ("/rehearse-loop/deal", MANY, test_deal);
  add ("/rehearse-loop/own", NONE, test_own);
  add ("/rehearse-loop/run", MANY, test_run);
  add ("/rehearse-loop/restart", MANY, test_restart);
  add ("/rehearse-loop/journal", MANY, test_journal);
  add ("/rehearse-loop/failed", MANY, test_failed);

  return g_test_run ();
}

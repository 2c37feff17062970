/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "loop-fixture.h"
#include "support.h"

#include <glib/gstdio.h>

/* Which stories a mock loop is told from, and what becomes of them. */

#define MANY GUINT_TO_POINTER (10)
#define FEW GUINT_TO_POINTER (2)

static void
count_cb (guint *n)
{
  (*n)++;
}

/* A story may be told for its angles; the least rehearsed one is, of these the
 * one longest ago. */
static void
test_stories (TestLoop *f, gconstpointer data)
{
  static const struct
  {
    const char *told; /* before, a minute each */
    int principle;
    const char *expected;
  } cases[] = {
    { "ownership-0", 2, "ownership-1" }, /* for its angle */
    { "customer-obsession-0", 0, "customer-obsession-1" },
    { "customer-obsession-1", 0, "customer-obsession-0" },
    { "customer-obsession-1", 0, "customer-obsession-0" },
    { "customer-obsession-0", 0, "customer-obsession-1" },
    { "customer-obsession-1", 0, "customer-obsession-0" },
    { "customer-obsession-1", 0, "customer-obsession-0" },
    /* Told later, but less often */
    { "customer-obsession-0", 0, "customer-obsession-0" },
  };
  StarlingLoopRequest request = test_loop_make_request (1, 1, 1);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StarlingEvent) take
          = starling_event_new (STARLING_EVENT_REHEARSAL);

      take->scenario = g_strdup (cases[i].told);
      test_loop_record (f, take);
      starling_clock_advance (starling_library_get_clock (f->library), 60000);
      request.principle = cases[i].principle;
      for (guint j = 0; j < 10; j++)
        {
          g_autofree char *id = test_loop_start (f, &request);
          StarlingRehearseLoopNext next;

          g_assert_true (starling_rehearse_loop_get_next (f->loop, &next));
          g_assert_cmpint (next.principle, ==, cases[i].principle);
          g_assert_cmpstr (next.scenario, ==, cases[i].expected);
          g_free (starling_rehearse_loop_end (f->loop));
        }
    }
}

/* What is started is what was dealt last, once; the next deal is another. */
static void
test_start (TestLoop *f, gconstpointer data)
{
  StarlingLoopRequest request = test_loop_make_request (4, 2, 3);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *id = NULL;
  g_autoptr (StarlingLoopRecord) record = NULL;

  starling_rehearse_loop_deal (f->loop, &request, FALSE);
  starling_rehearse_loop_deal (f->loop, &request, TRUE);
  before = test_loop_dump_plan (f);
  g_assert_true (starling_rehearse_loop_start (f->loop));
  g_assert_cmpuint (starling_rehearse_loop_get_plan (f->loop)->n_questions, ==,
                    0);
  g_assert_false (starling_rehearse_loop_start (f->loop));
  starling_rehearse_loop_deal (f->loop, &request, TRUE);
  after = test_loop_dump_plan (f);
  g_assert_cmpstr (before, !=, after);

  id = g_strdup (starling_rehearse_loop_get_open (f->loop));
  record
      = starling_progress_get_loop (starling_library_get_progress (f->library),
                                    id);
  g_assert_cmpuint (record->items->len, ==, 12);
  for (guint i = 0; i < record->items->len; i++)
    {
      const StarlingLoopItem *item = starling_loop_record_get_item (record, i);
      StarlingSummary *summary
          = starling_library_find_summary (f->library, item->scenario);

      g_assert_cmpint (starling_summary_get_source (summary), ==,
                       STARLING_SOURCE_STORIES);
    }
  for (guint i = 0; i < record->event->slots->len; i++)
    {
      const StarlingLoopSlot *slot
          = g_ptr_array_index (record->event->slots, i);

      g_assert_cmpuint (g_strv_length (slot->principles), ==, 2);
      g_assert_cmpint (slot->interviewer, ==, (int) i + 1);
    }
}

/* A follow-up may be called like a principle; that makes it no angle. */
static void
add_odd_story (TestLoop *f)
{
  static const char *const pack
      = "{\"format\": \"starling-pack\", \"version\": 1, \"id\": \"odd\", "
        "\"title\": \"Odd\", \"language\": \"en\", \"scenarios\": [{\"id\": "
        "\"odd\", \"title\": \"Odd\", \"question\": \"Why?\", \"principle\": "
        "\"ownership\", \"steps\": [{\"step\": \"situation\", \"seconds\": "
        "30}, "
        "{\"step\": \"task\", \"seconds\": 20}, {\"step\": \"action\", "
        "\"seconds\": 90}, {\"step\": \"result\", \"seconds\": 20}, {\"step\": "
        "\"reflection\", \"seconds\": 15}], \"probes\": [{\"id\": "
        "\"frugality\", \"question\": \"How?\", \"probes\": \"Part\", "
        "\"weak\": {\"answer\": \"All.\", \"why\": \"No.\"}, \"strong\": "
        "{\"answer\": \"This.\", \"takeaway\": \"Yes.\"}}]}]}";
  g_autofree char *file
      = g_build_filename (f->folder, "stories", "odd.json", NULL);

  g_assert_true (g_file_set_contents (file, pack, -1, NULL));
  test_loop_close (f);
  test_loop_open (f);
  g_assert_nonnull (starling_library_find_summary (f->library, "odd"));
}

static void
test_odd (TestLoop *f, gconstpointer data)
{
  static const char *const principles[] = { "ownership", "frugality" };

  add_odd_story (f);
  for (guint i = 0; i < G_N_ELEMENTS (principles); i++)
    {
      g_autoptr (StarlingEvent) event
          = starling_event_new (STARLING_EVENT_LOOP);
      StarlingRehearseLoopNext next;

      event->slots = g_ptr_array_new_with_free_func (
          (GDestroyNotify) starling_loop_slot_free);
      g_ptr_array_add (event->slots,
                       test_loop_make_slot (principles[i], "odd"));
      test_loop_record (f, event);
      g_assert_true (starling_rehearse_loop_get_next (f->loop, &next));
      g_assert_cmpstr (next.scenario, ==, "odd");
      g_assert_cmpint (next.angle, ==, STARLING_AS_TOLD);
    }
}

/* What was answered counts though its story is gone; of two answers the later
 * one, and whoever shows it is told. */
static void
test_answers (TestLoop *f, gconstpointer data)
{
  static const struct
  {
    const char *scenario;
    guint n_answered;
  } steps[] = { { "ghost", 1 },
                { "ghost", 1 },
                { "ownership-0", 2 },
                { "ownership-0", 2 },
                { "other", 2 } };
  g_autoptr (StarlingEvent) event = starling_event_new (STARLING_EVENT_LOOP);
  StarlingRehearseLoopNext next;

  event->slots = g_ptr_array_new_with_free_func (
      (GDestroyNotify) starling_loop_slot_free);
  g_ptr_array_add (event->slots,
                   test_loop_make_slot ("", "ghost,ownership-0,lost"));
  test_loop_record (f, event);
  g_assert_true (starling_rehearse_loop_get_next (f->loop, &next));
  g_assert_cmpuint (next.n_all, ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (StarlingEvent) take
          = starling_event_new (STARLING_EVENT_REHEARSAL);

      f->n_changed = 0;
      take->scenario = g_strdup (steps[i].scenario);
      take->loop = g_strdup (event->id);
      take->slot = 0;
      test_loop_record (f, take);
      g_assert_true (starling_rehearse_loop_get_next (f->loop, &next));
      g_assert_cmpuint (next.n_all, ==, 2);
      g_assert_cmpuint (next.n_answered, ==, steps[i].n_answered);
      /* A scenario that is not asked for is none of its answers */
      g_assert_cmpuint (f->n_changed, ==, i == 4 ? 0 : 1);
    }
  g_assert_null (next.scenario);
}

static gboolean
has_changed (gpointer data)
{
  return ((TestLoop *) data)->n_changed > 0;
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  TestLoop *f = data;

  g_assert_true (starling_library_load_finish (f->library, result, NULL));
  f->loop = starling_rehearse_loop_new (f->library);
  g_signal_connect_swapped (f->loop, "changed", G_CALLBACK (count_cb),
                            &f->n_changed);
}

static gboolean
is_loaded (gpointer data)
{
  return ((TestLoop *) data)->loop != NULL;
}

/* Stories may go while a loop is open. */
static void
test_gone (TestLoop *f, gconstpointer data)
{
  StarlingLoopRequest request = test_loop_make_request (4, 1, 1);
  g_autofree char *file
      = g_build_filename (f->folder, "stories", "mine.json", NULL);
  g_autofree char *id = test_loop_start (f, &request);
  g_autoptr (StarlingClock) clock
      = g_object_ref (starling_library_get_clock (f->library));
  StarlingRehearseLoopNext next;

  g_free (test_loop_answer (f, 3));
  test_loop_close (f);
  f->loop = NULL;
  f->library
      = starling_library_new (starling_test_get_data_dir (), f->folder, clock);
  starling_library_load_async (f->library, NULL, loaded_cb, f);
  starling_test_run_until (is_loaded, f);
  g_assert_true (starling_rehearse_loop_get_next (f->loop, &next));
  g_assert_cmpuint (next.n_all, ==, 4);
  f->n_changed = 0;
  g_assert_cmpint (g_unlink (file), ==, 0);
  starling_test_run_until (has_changed, f);
  g_assert_true (starling_rehearse_loop_get_next (f->loop, &next));
  g_assert_null (next.scenario);
  g_assert_cmpuint (next.n_all, ==, 1);
  g_assert_cmpuint (next.n_answered, ==, 1);
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

  add ("/rehearse-loop-stories/least-rehearsed", FEW, test_stories);
  add ("/rehearse-loop-stories/odd", FEW, test_odd);
  add ("/rehearse-loop-stories/start", MANY, test_start);
  add ("/rehearse-loop-stories/answers", MANY, test_answers);
  add ("/rehearse-loop-stories/gone", MANY, test_gone);

  return g_test_run ();
}

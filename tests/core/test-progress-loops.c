/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "library-fixture.h"
#include "random-journal.h"
#include "support.h"

#include <string.h>

/*
 * Events in a few words: "loop ID a,b/c" (scenarios of the slots), "take ID
 * LOOP SLOT SCENARIO", "end ID LOOP STATUS", "undo ID OF", "forget ID
 * SCENARIO".
 */
static StarlingEvent *
make (const char *sketch, gint64 at)
{
  g_auto (GStrv) words = g_strsplit (sketch, " ", -1);
  StarlingEvent *event = NULL;

  if (g_str_equal (words[0], "undo"))
    return random_undo (words[1], words[2], at);
  if (g_str_equal (words[0], "loop"))
    {
      g_auto (GStrv) slots = g_strsplit (words[2], "/", -1);

      event = starling_event_new (STARLING_EVENT_LOOP);
      event->slots = g_ptr_array_new_with_free_func (
          (GDestroyNotify) starling_loop_slot_free);
      for (char **slot = slots; *slot != NULL; slot++)
        {
          StarlingLoopSlot *s = g_new0 (StarlingLoopSlot, 1);

          s->scenarios = g_strsplit (*slot, ",", -1);
          s->principles = g_strsplit ("P,Q", ",", -1);
          g_ptr_array_add (event->slots, s);
        }
    }
  else if (g_str_equal (words[0], "take"))
    {
      event = starling_event_new (STARLING_EVENT_REHEARSAL);
      event->loop = g_strdup (words[2]);
      event->slot = (int) g_ascii_strtoll (words[3], NULL, 10);
      event->scenario = g_strdup (words[4]);
    }
  else if (g_str_equal (words[0], "end"))
    {
      event = starling_event_new (STARLING_EVENT_LOOP_END);
      event->loop = g_strdup (words[2]);
      event->status = g_strdup (words[3]);
    }
  else
    {
      event = starling_event_new (STARLING_EVENT_FORGET);
      event->scenario = g_strdup (words[2]);
    }
  event->id = g_strdup (words[1]);
  event->at = at;
  event->offset = 0;
  return event;
}

/* Each question with the id of its take, then what ended it. */
static char *
dump_loop (const StarlingLoopRecord *record)
{
  GString *text = g_string_new (NULL);
  guint n_taken = 0;

  if (record == NULL)
    return g_string_free (g_string_append (text, "none"), FALSE);
  g_string_append (text, record->event->id);
  for (guint i = 0; i < record->items->len; i++)
    {
      const StarlingLoopItem *item = starling_loop_record_get_item (record, i);

      g_string_append_printf (text, " %s:%s", item->scenario,
                              item->take != NULL ? item->take->id : "-");
      n_taken += item->take != NULL ? 1 : 0;
    }
  g_assert_cmpuint (n_taken, ==, record->n_taken);
  g_assert_null (starling_loop_record_get_item (record, record->items->len));
  if (record->end != NULL)
    g_string_append_printf (text, " %s", record->end->status);
  return g_string_free (text, FALSE);
}

static char *
dump_open (StarlingProgress *progress)
{
  g_autoptr (StarlingLoopRecord) open
      = starling_progress_get_open_loop (progress);

  return dump_loop (open);
}

static char *
dump_all (StarlingProgress *progress)
{
  g_autoptr (GPtrArray) loops = starling_progress_list_loops (progress);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < loops->len; i++)
    {
      const StarlingEvent *event = g_ptr_array_index (loops, i);
      g_autoptr (StarlingLoopRecord) record
          = starling_progress_get_loop (progress, event->id);
      g_autofree char *line = dump_loop (record);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", line);
    }
  return g_string_free (text, FALSE);
}

/* One event after the other, and which loop is open then. */
static void
test_open (void)
{
  static const struct
  {
    const char *sketch;
    const char *open;
  } steps[] = {
    { "loop L a,b/c", "L a:- b:- c:-" },
    { "take t1 L 0 a", "L a:t1 b:- c:-" },
    /* Another slot, another loop, no slot, no such scenario */
    { "take t2 L 1 b", "L a:t1 b:- c:-" },
    { "take t3 X 0 b", "L a:t1 b:- c:-" },
    { "take t4 L -1 b", "L a:t1 b:- c:-" },
    { "take t5 L 7 b", "L a:t1 b:- c:-" },
    { "take t6 L 0 z", "L a:t1 b:- c:-" },
    /* In any order; of two answers the later one */
    { "take t7 L 1 c", "L a:t1 b:- c:t7" },
    { "take t8 L 0 a", "L a:t8 b:- c:t7" },
    { "undo u1 t8", "L a:t1 b:- c:t7" },
    { "undo u2 t1", "L a:- b:- c:t7" },
    { "undo u3 u2", "L a:t1 b:- c:t7" },
    { "undo u4 u1", "L a:t8 b:- c:t7" },
    { "take t9 L 0 b", "L a:t8 b:t9 c:t7" },
    /* All answered is not the end yet */
    { "end e1 L finished", "none" },
    { "undo u5 e1", "L a:t8 b:t9 c:t7" },
    { "end e2 L ended", "none" },
    { "end e3 L finished", "none" },
    { "undo u6 e3", "none" },
    { "undo u7 e2", "L a:t8 b:t9 c:t7" },
    /* What is forgotten is to be answered again */
    { "forget f1 b", "L a:t8 b:- c:t7" },
    { "undo u8 f1", "L a:t8 b:t9 c:t7" },
    { "forget f2 b", "L a:t8 b:- c:t7" },
    { "take t10 L 0 b", "L a:t8 b:t10 c:t7" },
    /* The newest one counts; one without questions never */
    { "loop M d", "M d:-" },
    { "loop N ", "M d:-" },
    { "loop O /", "M d:-" },
    { "end e4 M ended", "L a:t8 b:t10 c:t7" },
    { "undo u9 L", "none" },
    { "undo u10 u9", "L a:t8 b:t10 c:t7" },
    /* One question is enough, wherever it stands */
    { "loop P d/", "P d:-" },
    { "undo u11 P", "L a:t8 b:t10 c:t7" },
    { "end e5 X finished", "L a:t8 b:t10 c:t7" },
    /* What was there before the loop that it belongs to */
    { "take t11 X 0 b", "L a:t8 b:t10 c:t7" },
    { "loop X b", "L a:t8 b:t10 c:t7" },
  };
  g_autoptr (StarlingProgress) progress = starling_progress_new ();
  g_autofree char *all = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (StarlingEvent) event
          = make (steps[i].sketch, RANDOM_START + i);
      guint64 serial = starling_progress_get_serial (progress);
      g_autofree char *open = NULL;

      starling_progress_add (progress, event);
      open = dump_open (progress);
      g_assert_cmpstr (open, ==, steps[i].open);
      g_assert_cmpuint (starling_progress_get_serial (progress), >, serial);
    }
  all = dump_all (progress);
  g_assert_cmpstr (all, ==, "X b:t11 finished; M d:- ended; L a:t8 b:t10 c:t7");
}

/* What no journal of ours says does no harm. */
static void
test_nonsense (void)
{
  static const char *const lines[] = {
    "{\"v\":1,\"id\":\"a\",\"at\":\"2026-11-23T09:00:00Z\",\"type\":\"loop\"}",
    "{\"v\":1,\"id\":\"b\",\"at\":\"2026-11-23T09:01:00Z\",\"type\":\"loop\","
    "\"slots\":[]}",
    "{\"v\":1,\"id\":\"c\",\"at\":\"2026-11-23T09:02:00Z\",\"type\":\"loop\","
    "\"slots\":[{}]}",
    "{\"v\":1,\"id\":\"d\",\"at\":\"2026-11-23T09:03:00Z\",\"type\":\"loop\","
    "\"slots\":[{\"interviewer\":\"Ann\",\"scenarios\":[\"one\",\"one\"]},"
    "{\"principles\":[],\"scenarios\":[\"two\"]},"
    "{\"principles\":[\"P\"],\"scenarios\":[\"one\",\"two\"]}]}",
    "{\"v\":1,\"id\":\"t\",\"at\":\"2026-11-23T09:04:00Z\","
    "\"type\":\"rehearsal\",\"scenario\":\"one\",\"loop\":\"d\",\"slot\":0}",
    "{\"v\":1,\"id\":\"s\",\"at\":\"2026-11-23T09:05:00Z\","
    "\"type\":\"rehearsal\",\"scenario\":\"two\",\"loop\":\"d\"}",
    "{\"v\":1,\"id\":\"r\",\"at\":\"2026-11-23T09:05:00Z\","
    "\"type\":\"rehearsal\",\"scenario\":\"two\",\"loop\":\"t\",\"slot\":1}",
    "{\"v\":1,\"id\":\"e\",\"at\":\"2026-11-23T09:06:00Z\","
    "\"type\":\"loop-end\",\"loop\":\"t\",\"status\":\"what\"}",
    "{\"v\":1,\"id\":\"f\",\"at\":\"2026-11-23T09:07:00Z\",\"type\":\"loop\","
    "\"slots\":[{\"scenarios\":[\"one\"]}]}",
    "{\"v\":1,\"id\":\"u\",\"at\":\"2026-11-23T09:08:00Z\",\"type\":\"undo\","
    "\"of\":\"f\"}",
  };
  g_autoptr (StarlingProgress) progress = starling_progress_new ();
  g_autofree char *all = NULL;
  g_autoptr (StarlingLoopRecord) record = NULL;
  g_autoptr (StarlingLoopRecord) bare = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (StarlingEvent) event
          = starling_event_parse (lines[i], -1, &error);

      g_assert_no_error (error);
      starling_progress_add (progress, event);
    }
  all = dump_all (progress);
  g_assert_cmpstr (all, ==, "d one:t one:t two:- one:- two:-");
  record = starling_progress_get_loop (progress, "d");
  g_assert_null (starling_loop_record_get_item (record, 0)->principle);
  g_assert_null (starling_loop_record_get_item (record, 2)->principle);
  /* Where there is one principle, it is asked for again and again */
  g_assert_cmpstr (starling_loop_record_get_item (record, 3)->principle, ==,
                   "P");
  g_assert_cmpstr (starling_loop_record_get_item (record, 4)->principle, ==,
                   "P");
  bare = starling_progress_get_loop (progress, "c");
  g_assert_null (starling_loop_record_get_item (bare, 0));
  /* Deleted */
  g_assert_null (starling_progress_get_loop (progress, "f"));
  g_assert_null (starling_progress_get_loop (progress, "t"));
  g_assert_null (starling_progress_get_loop (progress, "x"));
}

static const char *
pick (GRand *rand, const char *const *words, int n)
{
  return words[g_rand_int_range (rand, 0, n)];
}

static StarlingEvent *
make_random (GRand *rand, guint i, gint64 at)
{
  static const char *const loops[] = { "e0", "e1", "e2", "e3" };
  static const char *const scenarios[] = { "a", "b", "c" };
  static const char *const forms[] = { "a,b/c", "c/a", "b" };
  g_autofree char *sketch = NULL;
  int kind = g_rand_int_range (rand, 0, 20);

  if (i < 4 && kind < 16)
    sketch = g_strdup_printf ("loop e%u %s", i, pick (rand, forms, 3));
  else if (kind < 9)
    sketch = g_strdup_printf ("take e%u %s %d %s", i, pick (rand, loops, 4),
                              g_rand_int_range (rand, 0, 2),
                              pick (rand, scenarios, 3));
  else if (kind < 11)
    sketch = g_strdup_printf ("end e%u %s x%u", i, pick (rand, loops, 4), i);
  else if (kind < 12)
    sketch = g_strdup_printf ("forget e%u %s", i, pick (rand, scenarios, 3));
  else
    sketch = g_strdup_printf ("undo e%u e%d", i,
                              g_rand_int_range (rand, 0, (gint32) i + 3));
  return make (sketch, at);
}

/* In whatever order events come, the outcome is that of all at once. */
static void
test_order (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (
          (GDestroyNotify) starling_event_unref);
      g_autoptr (StarlingProgress) whole = starling_progress_new ();
      g_autoptr (StarlingProgress) parts = starling_progress_new ();
      g_autofree char *expected = NULL;
      g_autofree char *all = NULL;

      for (guint i = 0; i < 30; i++)
        g_ptr_array_add (events, make_random (rand, i, RANDOM_START + i / 2));
      starling_progress_replay (whole, events);
      expected = dump_all (whole);
      random_shuffle (rand, events);
      for (guint i = 0; i < events->len; i++)
        {
          g_autofree char *between = NULL;

          starling_progress_add (parts, g_ptr_array_index (events, i));
          between = dump_all (parts);
        }
      all = dump_all (parts);
      g_assert_cmpstr (all, ==, expected);
    }
}

static void
record_all (LibraryFixture *f, const char *const *sketches, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (StarlingEvent) event = make (sketches[i], STARLING_AT_UNSET);

      event->offset = STARLING_OFFSET_UNSET;
      library_record (f, event);
    }
}

/* A loop that was left goes on after a restart where it was. */
static void
test_restart (LibraryFixture *f, gconstpointer data)
{
  static const char *const before[]
      = { "loop L one,two/three", "take t L 0 one" };
  static const char *const after[]
      = { "take u L 0 two", "take v L 1 three", "end e L finished" };
  g_autoptr (StarlingLoopRecord) loop = NULL;
  g_autofree char *open = NULL;
  g_autofree char *closed = NULL;

  library_load (f);
  record_all (f, before, G_N_ELEMENTS (before));
  wait_until (f->n_durable == 2);
  library_drop (f);

  library_renew (f);
  library_load (f);
  open = dump_open (starling_library_get_progress (f->library));
  g_assert_cmpstr (open, ==, "L one:t two:- three:-");
  loop = starling_progress_get_open_loop (
      starling_library_get_progress (f->library));
  g_assert_cmpstr (starling_loop_record_get_item (loop, 1)->principle, ==, "Q");
  g_assert_cmpuint (starling_loop_record_get_item (loop, 1)->place, ==, 1);
  g_assert_cmpuint (starling_loop_record_get_item (loop, 2)->slot, ==, 1);
  g_assert_cmpuint (starling_loop_record_get_item (loop, 2)->place, ==, 0);
  g_assert_cmpstr (starling_loop_record_get_item (loop, 2)->principle, ==, "P");
  f->n_durable = 0;
  record_all (f, after, G_N_ELEMENTS (after));
  wait_until (f->n_durable == 3);
  library_drop (f);

  library_renew (f);
  library_load (f);
  g_assert_null (starling_progress_get_open_loop (
      starling_library_get_progress (f->library)));
  closed = dump_all (starling_library_get_progress (f->library));
  g_assert_cmpstr (closed, ==, "L one:t two:u three:v finished");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/progress-loops/open", test_open);
  g_test_add_func ("/progress-loops/nonsense", test_nonsense);
  g_test_add_func ("/progress-loops/order", test_order);
  g_test_add ("/progress-loops/restart", LibraryFixture, NULL, library_set_up,
              test_restart, library_tear_down);
  return g_test_run ();
}

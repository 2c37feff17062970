/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/progress.h"

static void
add (StarlingProgress *progress, const char *line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StarlingEvent) event = starling_event_parse (line, -1, &error);

  g_assert_no_error (error);
  starling_progress_add (progress, event);
}

static void
add_review_of (StarlingProgress *progress,
               const char *card,
               const char *id,
               int second,
               int ms)
{
  g_autofree char *line = g_strdup_printf (
      "{\"v\":1,\"id\":\"00000000-0000-4000-8000-00000000000%s\","
      "\"at\":\"2026-11-23T09:00:%02d.000Z\",\"type\":\"review\","
      "\"card\":\"%s\",\"grade\":3,\"ms\":%d,\"level\":\"sde2\"}",
      id, second, card, ms);

  add (progress, line);
}

static void
add_review (StarlingProgress *progress, const char *id, int second, int ms)
{
  add_review_of (progress, "a#weak", id, second, ms);
}

/* The newest first, whatever the order in which they came. */
static void
test_pace (void)
{
  g_autoptr (StarlingProgress) progress = starling_progress_new ();
  gint64 ms[4] = { 0 };

  g_assert_cmpuint (starling_progress_list_pace (progress, ms, 4), ==, 0);

  add_review (progress, "1", 10, 100);
  add_review (progress, "3", 30, 300);
  add_review (progress, "2", 20, 200);
  add_review (progress, "4", 40, 0); /* was not measured */
  add (progress, "{\"v\":1,\"id\":\"00000000-0000-4000-8000-000000000005\","
                 "\"at\":\"2026-11-23T09:01:00.000Z\",\"type\":\"quiz\","
                 "\"scenario\":\"a\",\"level\":\"sde2\",\"question\":\"q\","
                 "\"choice\":0,\"correct\":true,\"ms\":999}");
  g_assert_cmpuint (starling_progress_list_pace (progress, ms, 4), ==, 3);
  g_assert_cmpint (ms[0], ==, 300);
  g_assert_cmpint (ms[1], ==, 200);
  g_assert_cmpint (ms[2], ==, 100);

  /* no more than there is room for */
  ms[1] = -1;
  g_assert_cmpuint (starling_progress_list_pace (progress, ms, 1), ==, 1);
  g_assert_cmpint (ms[0], ==, 300);
  g_assert_cmpint (ms[1], ==, -1);

  /* what is undone does not count */
  add (progress, "{\"v\":1,\"id\":\"00000000-0000-4000-8000-000000000006\","
                 "\"at\":\"2026-11-23T09:02:00.000Z\",\"type\":\"undo\","
                 "\"of\":\"00000000-0000-4000-8000-000000000003\"}");
  g_assert_cmpuint (starling_progress_list_pace (progress, ms, 4), ==, 2);
  g_assert_cmpint (ms[0], ==, 200);
}

/* Nor does what was forgotten afterwards. */
static void
test_forgotten (void)
{
  g_autoptr (StarlingProgress) progress = starling_progress_new ();
  gint64 ms[4] = { 0 };

  add_review (progress, "1", 10, 100);
  add_review_of (progress, "b#weak", "2", 20, 200);
  add (progress, "{\"v\":1,\"id\":\"00000000-0000-4000-8000-000000000003\","
                 "\"at\":\"2026-11-23T09:00:30.000Z\",\"type\":\"forget\","
                 "\"scenario\":\"a\"}");
  add_review_of (progress, "a#step.task", "4", 40, 400);
  g_assert_cmpuint (starling_progress_list_pace (progress, ms, 4), ==, 2);
  g_assert_cmpint (ms[0], ==, 400);
  g_assert_cmpint (ms[1], ==, 200);

  add (progress, "{\"v\":1,\"id\":\"00000000-0000-4000-8000-000000000005\","
                 "\"at\":\"2026-11-23T09:00:50.000Z\",\"type\":\"undo\","
                 "\"of\":\"00000000-0000-4000-8000-000000000003\"}");
  g_assert_cmpuint (starling_progress_list_pace (progress, ms, 4), ==, 3);
  g_assert_cmpint (ms[2], ==, 100);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/progress/pace", test_pace);
  g_test_add_func ("/progress/pace/forgotten", test_forgotten);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/error.h"
#include "storage/event.h"

#include <string.h>

#define HEAD                                                                   \
  "{\"v\":1,\"id\":\"e1\",\"at\":\"2026-11-23T09:15:00.250Z\",\"offset\":60,"
#define AT_MS G_GINT64_CONSTANT (1795425300250)

/* Every type of event as it is written: members in the format's order. */
static const struct
{
  StarlingEventType type;
  const char *line;
} whole[] = {
  { STARLING_EVENT_REVIEW,
    HEAD "\"type\":\"review\",\"card\":\"a-story#step.task\",\"grade\":3,"
         "\"ms\":4100,\"level\":\"sde2\",\"angle\":\"dive-deep\"}" },
  { STARLING_EVENT_REVIEW, HEAD "\"type\":\"review\",\"card\":\"a-story#weak\","
                                "\"grade\":1,\"ms\":0}" },
  { STARLING_EVENT_REHEARSAL,
    HEAD "\"type\":\"rehearsal\",\"scenario\":\"a-story\",\"level\":\"senior\","
         "\"angle\":\"ownership\",\"prompt\":\"cues\",\"steps\":["
         "{\"step\":\"situation\",\"target_ms\":20000,\"spent_ms\":24500},"
         "{\"step\":\"reflection\",\"target_ms\":10000,\"spent_ms\":0}],"
         "\"said\":[\"a phrase\",\"\\\"quoted\\\"\"],\"probes\":["
         "{\"probe\":\"p1\",\"ms\":9000,\"target_ms\":90000,\"rating\":2},"
         "{\"probe\":\"p2\",\"ms\":0}],\"rating\":{\"clarity\":3,\"depth\":4},"
         "\"note\":\"first\\nsecond\\tend\",\"loop\":\"l1\",\"slot\":2}" },
  { STARLING_EVENT_REHEARSAL,
    HEAD "\"type\":\"rehearsal\",\"scenario\":\"a-story\",\"steps\":[],"
         "\"probes\":[]}" },
  { STARLING_EVENT_QUIZ,
    HEAD "\"type\":\"quiz\",\"scenario\":\"a-story\",\"level\":\"sde1\","
         "\"angle\":\"frugality\",\"question\":\"q1\",\"choice\":0,"
         "\"correct\":true,\"ms\":1}" },
  { STARLING_EVENT_QUIZ,
    HEAD "\"type\":\"quiz\",\"scenario\":\"a-story\",\"kind\":\"weakness\","
         "\"text\":\"What I chose \xe2\x80\x94 ok\",\"correct\":false,"
         "\"ms\":12}" },
  { STARLING_EVENT_CARD, HEAD "\"type\":\"card\",\"card\":\"a-story#probe.p\","
                              "\"action\":\"suspend\"}" },
  { STARLING_EVENT_UNDO, HEAD "\"type\":\"undo\",\"of\":\"e0\"}" },
  { STARLING_EVENT_FORGET,
    HEAD "\"type\":\"forget\",\"scenario\":\"a-story\"}" },
  { STARLING_EVENT_GOAL, HEAD "\"type\":\"goal\",\"interview\":\"2027-02-28\","
                              "\"principles\":[\"ownership\",\"dive-deep\"]}" },
  { STARLING_EVENT_GOAL,
    HEAD "\"type\":\"goal\",\"interview\":null,\"principles\":[]}" },
  { STARLING_EVENT_SETTINGS,
    HEAD "\"type\":\"settings\",\"retention\":0.9,\"new_per_day\":0,"
         "\"reviews_per_day\":200}" },
  { STARLING_EVENT_SETTINGS, HEAD "\"type\":\"settings\",\"new_per_day\":20}" },
  { STARLING_EVENT_LOOP,
    HEAD "\"type\":\"loop\",\"level\":\"sde2\",\"slots\":[{\"interviewer\":1,"
         "\"principles\":[\"ownership\"],\"scenarios\":[\"a-story\",\"b\"],"
         "\"minutes\":45}]}" },
  { STARLING_EVENT_LOOP_END,
    HEAD "\"type\":\"loop-end\",\"loop\":\"l1\",\"status\":\"finished\"}" },
  { STARLING_EVENT_FINDING,
    HEAD "\"type\":\"finding\",\"scenario\":\"a-story\",\"rule\":\"vague\","
         "\"excerpt\":\"we did\",\"action\":\"dismiss\"}" },
};

static void
test_round_trip (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (StarlingEvent) event
          = starling_event_parse (whole[i].line, -1, &error);
      g_autoptr (StarlingEvent) input = NULL;
      g_autofree char *line = NULL;
      g_autofree char *input_line = NULL;

      g_assert_no_error (error);
      g_assert_cmpint (event->type, ==, whole[i].type);
      g_assert_cmpstr (event->id, ==, "e1");
      g_assert_cmpint (event->at, ==, AT_MS);
      g_assert_cmpint (event->offset, ==, 60);
      g_assert_cmpstr (event->line, ==, whole[i].line);
      line = starling_event_to_line (event);
      g_assert_cmpstr (line, ==, whole[i].line);
      g_assert_true (starling_event_validate (event, &error));
      g_assert_no_error (error);

      input = starling_event_parse_input (whole[i].line, -1, &error);
      g_assert_no_error (error);
      input_line = starling_event_to_line (input);
      g_assert_cmpstr (input_line, ==, whole[i].line);
    }
}

/* Each member that a type has is read into its place. */
static void
test_members (void)
{
  g_autoptr (StarlingEvent) take
      = starling_event_parse (whole[2].line, -1, NULL);
  g_autoptr (StarlingEvent) quiz
      = starling_event_parse (whole[5].line, -1, NULL);
  g_autoptr (StarlingEvent) loop
      = starling_event_parse (whole[13].line, -1, NULL);
  const StarlingStepTime *time = NULL;
  const StarlingProbeTake *probe = NULL;
  const StarlingLoopSlot *slot = NULL;

  g_assert_cmpint (take->level, ==, STARLING_LEVEL_SENIOR);
  g_assert_cmpstr (take->prompt, ==, "cues");
  g_assert_cmpint (take->steps->len, ==, 2);
  time = &g_array_index (take->steps, StarlingStepTime, 1);
  g_assert_cmpint (time->step, ==, STARLING_STEP_REFLECTION);
  g_assert_cmpint (time->target_ms, ==, 10000);
  g_assert_cmpstr (take->said[1], ==, "\"quoted\"");
  probe = g_ptr_array_index (take->probes, 1);
  g_assert_cmpstr (probe->probe, ==, "p2");
  g_assert_cmpint (probe->rating, ==, 0);
  g_assert_cmpint (probe->target_ms, ==, 0);
  probe = g_ptr_array_index (take->probes, 0);
  g_assert_cmpint (probe->target_ms, ==, 90000);
  g_assert_cmpint (GPOINTER_TO_INT (
                       g_hash_table_lookup (take->rating, "depth")),
                   ==, 4);
  g_assert_cmpstr (take->note, ==, "first\nsecond\tend");
  g_assert_cmpint (take->slot, ==, 2);

  g_assert_cmpint (quiz->choice, ==, -1);
  g_assert_cmpint (quiz->level, ==, -1);
  g_assert_null (quiz->angle);
  g_assert_cmpstr (quiz->kind, ==, "weakness");
  g_assert_false (quiz->correct);

  slot = g_ptr_array_index (loop->slots, 0);
  g_assert_cmpint (slot->interviewer, ==, 1);
  g_assert_cmpstr (slot->scenarios[1], ==, "b");
  g_assert_cmpint (slot->minutes, ==, 45);
}

/* What newer versions write keeps its place and is ignored. */
static void
test_unknown (void)
{
  static const char *const lines[] = {
    HEAD "\"type\":\"dance\",\"steps\":7}",
    HEAD "\"type\":\"review\",\"card\":\"a#weak\",\"grade\":9}",
    HEAD "\"type\":\"review\",\"card\":\"a#weak\"}",
    HEAD "\"type\":\"quiz\",\"scenario\":\"a\",\"question\":7,\"correct\":1}",
    HEAD "\"type\":5}",
    HEAD "\"kind\":\"review\"}",
    "{\"v\":2,\"id\":\"e1\",\"at\":\"2026-11-23T09:15:00.250Z\",\"type\":"
    "\"undo\",\"of\":\"x\"}",
    "{\"v\":1,\"id\":\"e1\",\"at\":\"2026-11-23T09:15:00.250Z\",\"offset\":"
    "9999,\"type\":\"undo\",\"of\":\"x\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (StarlingEvent) event
          = starling_event_parse (lines[i], -1, &error);
      g_autofree char *line = NULL;

      g_assert_no_error (error);
      g_assert_cmpint (event->type, ==, STARLING_EVENT_UNKNOWN);
      g_assert_cmpstr (event->id, ==, "e1");
      g_assert_cmpint (event->at, ==, AT_MS);
      g_assert_null (event->card);
      line = starling_event_to_line (event);
      g_assert_cmpstr (line, ==, lines[i]);
    }
}

static void
test_unknown_members (void)
{
  const char *line = HEAD "\"type\":\"undo\",\"of\":\"x\",\"mood\":{\"a\":[1,"
                          "{\"b\":null}]}}";
  g_autoptr (StarlingEvent) event = starling_event_parse (line, -1, NULL);
  g_autoptr (StarlingEvent) input = starling_event_parse_input (line, -1, NULL);
  g_autofree char *kept = starling_event_to_line (input);

  g_assert_cmpint (event->type, ==, STARLING_EVENT_UNDO);
  g_assert_cmpstr (event->line, ==, line);
  g_assert_cmpstr (kept, ==, line);
}

static void
test_damaged (void)
{
  static const char *const lines[] = {
    "",
    "null",
    "[]",
    "7",
    "{",
    HEAD "\"type\":\"undo\",\"of\":\"x\"",
    HEAD "\"type\":\"undo\",\"of\":\"x\"}}",
    HEAD "\"type\":\"undo\",\"of\":\"x\"} {}",
    HEAD "'type':'undo'}",
    HEAD "\"type\":\"undo\",\"of\":\"x\",\"of\":\"y\"}",
    "{\"at\":\"2026-11-23T09:15:00.250Z\",\"type\":\"undo\",\"of\":\"x\"}",
    "{\"id\":\"e1\",\"type\":\"undo\",\"of\":\"x\"}",
    "{\"id\":7,\"at\":\"2026-11-23T09:15:00.250Z\"}",
    "{\"id\":\"\",\"at\":\"2026-11-23T09:15:00.250Z\"}",
    "{\"id\":\"e1\",\"at\":\"yesterday\"}",
    "{\"id\":\"e1\",\"at\":\"2026-11-23T09:15:00\"}",
    "{\"id\":\"e1\",\"at\":1795425300250}",
    "{\"id\":\"e1\",\"at\":null}",
    "\xff\xfe",
  };
  g_autoptr (GString) deep = g_string_new (HEAD "\"x\":");

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (starling_event_parse (lines[i], -1, &error));
      g_assert_error (error, STARLING_JOURNAL_ERROR,
                      STARLING_JOURNAL_ERROR_INVALID_EVENT);
      g_assert_cmpstr (error->message, !=, "");
    }

  for (guint i = 0; i < 200000; i++)
    g_string_append_c (deep, '[');
  g_assert_null (starling_event_parse (deep->str, -1, NULL));
}

/* Without id and at: what a newer program may write, and what none does. */
static void
test_foreign (void)
{
  static const struct
  {
    const char *line;
    int code;
  } cases[] = {
    { "{\"v\":2,\"kind\":\"new\"}", STARLING_JOURNAL_ERROR_FOREIGN },
    { "{\"v\":2,\"id\":7,\"at\":1795425300250,\"type\":\"undo\"}",
      STARLING_JOURNAL_ERROR_FOREIGN },
    { "{\"type\":\"hologram\"}", STARLING_JOURNAL_ERROR_FOREIGN },
    { "{\"v\":1,\"type\":\"undo\",\"of\":\"x\"}",
      STARLING_JOURNAL_ERROR_INVALID_EVENT },
    { "{\"v\":\"2\"}", STARLING_JOURNAL_ERROR_INVALID_EVENT },
    { "{\"type\":7}", STARLING_JOURNAL_ERROR_INVALID_EVENT },
    { "{}", STARLING_JOURNAL_ERROR_INVALID_EVENT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].line);
      g_assert_null (starling_event_parse (cases[i].line, -1, &error));
      g_assert_error (error, STARLING_JOURNAL_ERROR, cases[i].code);
    }
}

static void
test_too_long (void)
{
  g_autofree char *note = g_strnfill (STARLING_EVENT_MAX_BYTES, 'a');
  g_autoptr (StarlingEvent) event
      = starling_event_new (STARLING_EVENT_REHEARSAL);
  g_autoptr (GError) error = NULL;

  event->scenario = g_strdup ("a-story");
  event->note = g_strdup (note);
  g_assert_false (starling_event_validate (event, &error));
  g_assert_error (error, STARLING_JOURNAL_ERROR,
                  STARLING_JOURNAL_ERROR_TOO_LONG);

  event->note[STARLING_EVENT_MAX_BYTES / 2] = '\0';
  g_assert_true (starling_event_validate (event, NULL));
}

/* What cannot be recorded, and the word that the message must have. */
static const struct
{
  const char *members;
  const char *word;
} refused[] = {
  { "\"type\":\"zap\"", "loop-end" },
  { "\"x\":1", "\"type\" is missing" },
  { "\"v\":2,\"type\":\"undo\",\"of\":\"x\"", "\"v\"" },
  { "\"at\":\"noon\",\"type\":\"undo\",\"of\":\"x\"", "\"at\"" },
  { "\"id\":[],\"type\":\"undo\",\"of\":\"x\"", "\"id\"" },
  { "\"id\":\"a\\u202eb\",\"type\":\"undo\",\"of\":\"x\"", "\"id\"" },
  { "\"id\":\"a\\u001bb\",\"type\":\"undo\",\"of\":\"x\"", "\"id\"" },
  { "\"offset\":1.5,\"type\":\"undo\",\"of\":\"x\"", "\"offset\"" },
  { "\"type\":\"review\",\"card\":\"a#weak\",\"grade\":0", "from 1 to 4" },
  { "\"type\":\"review\",\"card\":\"a#weak\",\"grade\":5", "from 1 to 4" },
  { "\"type\":\"review\",\"card\":\"a#weak\",\"grade\":\"3\"", "not \"3\"" },
  { "\"type\":\"review\",\"card\":\"a#weak\",\"grade\":2.5", "\"grade\"" },
  { "\"type\":\"review\",\"grade\":3", "\"card\" is missing" },
  { "\"type\":\"review\",\"card\":\"a#weak\",\"grade\":3,\"ms\":-1", "\"ms\"" },
  { "\"type\":\"review\",\"card\":\"a#weak\",\"grade\":3,\"level\":\"boss\"",
    "sde1, sde2, senior" },
  { "\"type\":\"rehearsal\"", "\"scenario\"" },
  { "\"type\":\"rehearsal\",\"scenario\":\"a\",\"prompt\":\"loud\"", "cues" },
  { "\"type\":\"rehearsal\",\"scenario\":\"a\",\"steps\":{}", "\"steps\"" },
  { "\"type\":\"rehearsal\",\"scenario\":\"a\",\"steps\":[{\"step\":\"task\","
    "\"spent_ms\":1},{\"step\":\"end\",\"spent_ms\":1}]",
    "place 2" },
  { "\"type\":\"rehearsal\",\"scenario\":\"a\",\"probes\":[{\"probe\":\"p\","
    "\"rating\":5}]",
    "\"rating\"" },
  { "\"type\":\"rehearsal\",\"scenario\":\"a\",\"rating\":{\"depth\":0}",
    "\"depth\"" },
  { "\"type\":\"rehearsal\",\"scenario\":\"a\",\"said\":[1]", "\"said\"" },
  { "\"type\":\"quiz\",\"scenario\":\"a\",\"question\":\"q\"",
    "\"correct\" is missing" },
  { "\"type\":\"quiz\",\"scenario\":\"a\",\"correct\":true", "\"question\"" },
  { "\"type\":\"quiz\",\"scenario\":\"a\",\"question\":\"q\",\"correct\":1",
    "true or false" },
  { "\"type\":\"quiz\",\"scenario\":\"a\",\"question\":\"q\",\"correct\":"
    "true,"
    "\"choice\":-1",
    "\"choice\"" },
  { "\"type\":\"card\",\"card\":\"a#weak\",\"action\":\"burn\"", "bury" },
  { "\"type\":\"undo\"", "\"of\"" },
  { "\"type\":\"forget\",\"scenario\":\"\"", "\"scenario\"" },
  { "\"type\":\"goal\",\"interview\":\"2026-02-30\"", "\"interview\"" },
  { "\"type\":\"goal\",\"interview\":\"soon\"", "\"interview\"" },
  { "\"type\":\"goal\",\"interview\":\"2027- 3- 1\"", "\"interview\"" },
  { "\"type\":\"settings\"", "\"retention\"" },
  { "\"type\":\"settings\",\"retention\":0", "above 0 and at most 1" },
  { "\"type\":\"settings\",\"retention\":1.01", "above 0 and at most 1" },
  { "\"type\":\"settings\",\"new_per_day\":-3", "\"new_per_day\"" },
  { "\"type\":\"loop\",\"level\":\"x\"", "\"level\"" },
  { "\"type\":\"loop\",\"slots\":[7]", "\"slots\"" },
  { "\"type\":\"loop-end\",\"status\":\"done\"", "\"loop\"" },
  { "\"type\":\"finding\",\"scenario\":\"a\",\"rule\":\"r\",\"action\":\"x\"",
    "restore" },
  { "\"type\":\"finding\",\"scenario\":\"a\\nb\",\"rule\":\"r\",\"action\":"
    "\"restore\"",
    "\"scenario\"" },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *line = g_strdup_printf ("{%s}", refused[i].members);
      g_autoptr (GError) error = NULL;

      g_assert_null (starling_event_parse_input (line, -1, &error));
      g_assert_error (error, STARLING_JOURNAL_ERROR,
                      STARLING_JOURNAL_ERROR_INVALID_EVENT);
      if (strstr (error->message, refused[i].word) == NULL)
        g_test_message ("%s: %s", line, error->message);
      g_assert_nonnull (strstr (error->message, refused[i].word));
    }
}

/* Only what cannot be known is required of input. */
static void
test_input (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StarlingEvent) event = starling_event_parse_input (
      " {\"type\":\"review\", \"card\":\"gone#probe.x\",\"grade\":4,"
      "\"level\":null} ",
      -1, &error);
  g_autofree char *line = NULL;

  g_assert_no_error (error);
  g_assert_null (event->id);
  g_assert_cmpint (event->at, ==, STARLING_AT_UNSET);
  g_assert_cmpint (event->offset, ==, STARLING_OFFSET_UNSET);
  g_assert_cmpint (event->level, ==, -1);

  event->id = g_strdup ("n");
  event->at = AT_MS;
  event->offset = -300;
  line = starling_event_to_line (event);
  g_assert_cmpstr (line, ==,
                   "{\"v\":1,\"id\":\"n\",\"at\":\"2026-11-23T09:15:00.250Z\","
                   "\"offset\":-300,\"type\":\"review\",\"card\":"
                   "\"gone#probe.x\",\"grade\":4,\"level\":null}");
}

/* A time that is given in a zone of its own brings its offset along; one in UTC
 * says nothing of where the user is, nor does the beginning of all times. */
static void
test_input_time (void)
{
  static const struct
  {
    const char *members;
    gint64 at;
    int offset;
  } cases[] = {
    { "\"at\":\"1970-01-01T00:00:00Z\"", 0, STARLING_OFFSET_UNSET },
    { "\"at\":\"2026-11-23T09:15:00.250Z\"", AT_MS, STARLING_OFFSET_UNSET },
    { "\"at\":\"2026-11-23T14:45:00.250+05:30\"", AT_MS, 330 },
    { "\"at\":\"2026-11-23T14:45:00.250+05:30\",\"offset\":60", AT_MS, 60 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text
          = g_strdup_printf ("{\"type\":\"forget\",\"scenario\":\"a\",%s}",
                             cases[i].members);
      g_autoptr (GError) error = NULL;
      g_autoptr (StarlingEvent) event
          = starling_event_parse_input (text, -1, &error);
      g_autofree char *line = NULL;

      g_assert_no_error (error);
      g_assert_cmpint (event->at, ==, cases[i].at);
      g_assert_cmpint (event->offset, ==, cases[i].offset);
      line = starling_event_to_line (event);
      g_assert_nonnull (strstr (line, "\"at\":"));
    }
}

/* A note may hold anything that was pasted into it. */
static void
test_unclean_text (void)
{
  g_autoptr (StarlingEvent) event
      = starling_event_new (STARLING_EVENT_REHEARSAL);
  g_autoptr (StarlingEvent) back = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;

  event->id = g_strdup ("e1");
  event->at = AT_MS;
  event->scenario = g_strdup ("a");
  event->note = g_strdup ("a\r\nb\x01\x7f\xe2\x80\xae\xff\"\\\xf0\x9f\x90\xa6");
  g_assert_true (starling_event_validate (event, &error));
  g_assert_no_error (error);
  line = starling_event_to_line (event);
  back = starling_event_parse (line, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (back->note, ==, "a\nb\xef\xbf\xbd\"\\\xf0\x9f\x90\xa6");
}

/* All that is JSON is read, and kept as it is written. */
static void
test_any_text (void)
{
  static const char *const notes[] = {
    "a\\r\\nb",       "\\u0007\\u0000",           "\\ud83d",
    "\\u202e\\u2066", "\xe2\x80\xae\x7f\xc2\x85",
  };

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_autofree char *line
          = g_strdup_printf (HEAD "\"type\":\"rehearsal\",\"scenario\":\"a\","
                                  "\"note\":\"%s\"}",
                             notes[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (StarlingEvent) event = starling_event_parse (line, -1, &error);
      g_autoptr (StarlingEvent) input = NULL;
      g_autofree char *written = NULL;

      g_test_message ("%s", notes[i]);
      g_assert_no_error (error);
      g_assert_cmpint (event->type, ==, STARLING_EVENT_REHEARSAL);
      g_assert_cmpstr (event->note, !=, "");
      input = starling_event_parse_input (line, -1, &error);
      g_assert_no_error (error);
      written = starling_event_to_line (input);
      g_assert_cmpstr (written, ==, line);
    }
}

/* An interviewer may be named. */
static void
test_interviewer (void)
{
  const char *line = HEAD "\"type\":\"loop\",\"level\":\"sde2\",\"slots\":["
                          "{\"interviewer\":\"bar raiser\",\"minutes\":45}]}";
  g_autoptr (GError) error = NULL;
  g_autoptr (StarlingEvent) event = starling_event_parse (line, -1, &error);
  const StarlingLoopSlot *slot = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (event->type, ==, STARLING_EVENT_LOOP);
  slot = g_ptr_array_index (event->slots, 0);
  g_assert_cmpint (slot->minutes, ==, 45);
}

static void
test_scenario_of (void)
{
  static const struct
  {
    const char *scenario, *card, *expected;
  } cases[] = {
    { "a", NULL, "a" },
    { NULL, "a-b#step.task", "a-b" },
    { NULL, "a", "a" },
    { NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StarlingEvent) event
          = starling_event_new (STARLING_EVENT_REVIEW);
      g_autofree char *scenario = NULL;

      event->scenario = g_strdup (cases[i].scenario);
      event->card = g_strdup (cases[i].card);
      scenario = starling_event_dup_scenario (event);
      g_assert_cmpstr (scenario, ==, cases[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event/round-trip", test_round_trip);
  g_test_add_func ("/event/members", test_members);
  g_test_add_func ("/event/unknown", test_unknown);
  g_test_add_func ("/event/unknown-members", test_unknown_members);
  g_test_add_func ("/event/damaged", test_damaged);
  g_test_add_func ("/event/foreign", test_foreign);
  g_test_add_func ("/event/too-long", test_too_long);
  g_test_add_func ("/event/refused", test_refused);
  g_test_add_func ("/event/input", test_input);
  g_test_add_func ("/event/input-time", test_input_time);
  g_test_add_func ("/event/unclean-text", test_unclean_text);
  g_test_add_func ("/event/any-text", test_any_text);
  g_test_add_func ("/event/interviewer", test_interviewer);
  g_test_add_func ("/event/scenario-of", test_scenario_of);
  return g_test_run ();
}

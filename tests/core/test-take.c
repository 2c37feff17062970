/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/take.h"

#include "base/clock.h"

#define STARTED "2026-11-23T14:05:00.250Z"
#define MS(ms) ((gint64) (ms) *1000)

static StarlingLens *
new_lens (int angle)
{
  static const char *const phrases[]
      = { "I noticed", "No Ticket", "I noticed", "our shared goal", NULL };
  static const guint seconds[STARLING_N_STEPS] = { 30, 20, 90, 20, 15 };
  g_autofree char *file
      = g_build_filename (STARLING_SOURCE_DATADIR, "catalogue.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (StarlingCatalogue) catalogue = NULL;
  g_autoptr (StarlingScenario) scenario = starling_scenario_new ();
  g_autoptr (GError) error = NULL;
  StarlingAngle *offered = starling_angle_new ();
  StarlingPassage *passage;
  gsize length;

  g_file_get_contents (file, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (g_steal_pointer (&text), length);
  catalogue = starling_catalogue_new_from_bytes (bytes, file, &error);
  g_assert_no_error (error);

  scenario->id = g_strdup ("webhook-drops");
  for (guint i = 0; i < STARLING_N_STEPS; i++)
    {
      scenario->steps[i].step = (StarlingStepId) i;
      scenario->steps[i].seconds = seconds[i];
    }
  g_strfreev (scenario->steps[0].key_phrases);
  scenario->steps[0].key_phrases = g_strdupv ((char **) phrases);
  g_strfreev (scenario->steps[1].key_phrases);
  scenario->steps[1].key_phrases = g_strdupv ((char **) phrases);
  passage = starling_passage_new ("I noticed it, and there was no ticket.");
  passage->levels = STARLING_ALL_LEVELS;
  g_ptr_array_add (scenario->steps[0].answer, passage);
  passage = starling_passage_new ("It was our shared goal.");
  passage->levels = 1u << STARLING_LEVEL_SENIOR;
  g_ptr_array_add (scenario->steps[0].answer, passage);
  offered->principle = angle;
  g_ptr_array_add (scenario->angles, offered);

  return starling_lens_new (catalogue, scenario, STARLING_LEVEL_SDE2, angle);
}

static void
test_phrases (void)
{
  g_autoptr (StarlingLens) lens = new_lens (1);
  g_auto (GStrv) spoken
      = starling_take_list_phrases (lens, STARLING_STEP_SITUATION);
  g_auto (GStrv) unwritten
      = starling_take_list_phrases (lens, STARLING_STEP_TASK);
  static const char *const here[] = { "I noticed", "No Ticket", NULL };
  static const char *const all[]
      = { "I noticed", "No Ticket", "our shared goal", NULL };

  g_assert_cmpstrv (spoken, here);
  g_assert_cmpstrv (unwritten, all);
  g_assert_cmpuint (starling_take_count_phrases (lens), ==, 5);
}

static void
test_said (void)
{
  g_autoptr (StarlingLens) lens = new_lens (1);
  g_autoptr (StarlingTake) take
      = starling_take_new (lens, STARLING_PROMPT_CUES, 0);
  static const char *const expected[] = { "No Ticket", "No Ticket", NULL };
  g_auto (GStrv) said = NULL;

  starling_take_set_said (take, STARLING_STEP_TASK, "No Ticket", TRUE);
  starling_take_set_said (take, STARLING_STEP_SITUATION, "I noticed", TRUE);
  starling_take_set_said (take, STARLING_STEP_SITUATION, "No Ticket", TRUE);
  starling_take_set_said (take, STARLING_STEP_SITUATION, "No Ticket", TRUE);
  g_assert_cmpuint (starling_take_count_said (take), ==, 3);
  starling_take_set_said (take, STARLING_STEP_SITUATION, "I noticed", FALSE);
  starling_take_set_said (take, STARLING_STEP_SITUATION, "nothing", FALSE);
  g_assert_false (
      starling_take_has_said (take, STARLING_STEP_SITUATION, "I noticed"));
  g_assert_true (
      starling_take_has_said (take, STARLING_STEP_TASK, "No Ticket"));
  said = starling_take_list_said (take);
  g_assert_cmpstrv (said, expected);
}

static StarlingTake *
new_take (StarlingLens *lens, StarlingPrompt prompt)
{
  StarlingTake *take;
  gint64 started;

  g_assert_true (starling_time_parse_utc (STARTED, &started, NULL));
  take = starling_take_new (lens, prompt, started);
  take->id = g_strdup ("9b0cbd41-7b8e-4f9d-93ff-a7ed2a3f0b1c");
  starling_rehearsal_start (&take->clock, MS (0));
  starling_rehearsal_next (&take->clock, MS (31002));
  starling_take_set_said (take, STARLING_STEP_SITUATION, "No \"Ticket\"", TRUE);
  return take;
}

static void
assert_same (const StarlingTake *a, const StarlingTake *b, gint64 now)
{
  g_assert_cmpstr (a->id, ==, b->id);
  g_assert_cmpstr (a->scenario, ==, b->scenario);
  g_assert_cmpstr (a->angle, ==, b->angle);
  g_assert_cmpint (a->level, ==, b->level);
  g_assert_cmpint (a->prompt, ==, b->prompt);
  g_assert_cmpint (a->started_at, ==, b->started_at);
  g_assert_cmpint (a->clock.phase, ==, b->clock.phase);
  g_assert_cmpint (a->clock.step, ==, b->clock.step);
  g_assert_cmpstr (a->note, ==, b->note);
  for (guint i = 0; i < STARLING_N_STEPS; i++)
    {
      g_assert_cmpint (a->clock.target_ms[i], ==, b->clock.target_ms[i]);
      g_assert_cmpint (
          starling_rehearsal_get_spent_ms (&a->clock, (StarlingStepId) i, now),
          ==,
          starling_rehearsal_get_spent_ms (&b->clock, (StarlingStepId) i, now));
      g_assert_cmpuint (a->said[i]->len, ==, b->said[i]->len);
    }
  g_assert_cmpmem (a->rating, sizeof a->rating, b->rating, sizeof b->rating);
  g_assert_cmpuint (starling_take_count_said (a), ==,
                    starling_take_count_said (b));
}

static void
test_draft_telling (void)
{
  g_autoptr (StarlingLens) lens = new_lens (1);
  g_autoptr (StarlingTake) take = new_take (lens, STARLING_PROMPT_FULL);
  g_autoptr (JsonNode) node = starling_take_to_json (take, MS (33503));
  g_autoptr (StarlingTake) again = starling_take_from_json (node);

  g_assert_nonnull (again);
  g_assert_true (again->clock.paused);
  starling_rehearsal_pause (&take->clock, MS (33503));
  assert_same (take, again, MS (99999));
  g_assert_cmpint (again->clock.spent_us[STARLING_STEP_TASK], ==, 2501000);
  g_assert_true (
      starling_take_has_said (again, STARLING_STEP_SITUATION, "No \"Ticket\""));

  /* It goes on in a process whose monotonic clock stands elsewhere */
  starling_rehearsal_resume (&again->clock, MS (5));
  starling_rehearsal_finish (&again->clock, MS (1005));
  g_assert_cmpint (again->clock.spent_us[STARLING_STEP_TASK], ==, 3501000);
}

static void
test_draft_debrief (void)
{
  g_autoptr (StarlingLens) lens = new_lens (STARLING_AS_TOLD);
  g_autoptr (StarlingTake) take = new_take (lens, STARLING_PROMPT_BARE);
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (StarlingTake) again = NULL;
  g_autoptr (StarlingTake) copy = NULL;

  starling_rehearsal_finish (&take->clock, MS (40000));
  take->rating[STARLING_DIMENSION_METRICS] = 2;
  take->rating[STARLING_DIMENSION_DELIVERY] = 4;
  take->note = g_strdup ("Name the baseline.\nBreathe.");
  node = starling_take_to_json (take, MS (70000));
  again = starling_take_from_json (node);
  copy = starling_take_copy (again);

  g_assert_nonnull (again);
  g_assert_null (again->angle);
  g_assert_false (again->clock.paused);
  assert_same (take, again, MS (99999));
  assert_same (take, copy, MS (99999));
}

/* Each replacement makes the draft one that is refused. */
static void
test_draft_refused (void)
{
  static const struct
  {
    const char *from;
    const char *to;
  } cases[] = {
    { "\"v\":1", "\"v\":2" },
    { "\"scenario\"", "\"scene\"" },
    { "\"sde2\"", "\"sde9\"" },
    { "\"full\"", "\"half\"" },
    { "\"full\"", "17" },
    { STARTED, "yesterday" },
    { "\"telling\"", "\"ready\"" },
    { "\"step\":\"task\",\"steps\"", "\"step\":\"tusk\",\"steps\"" },
    { "\"steps\":[", "\"steps\":[17," },
    { "\"steps\":[", "\"steps\":{},\"x\":[" },
    { "\"step\":\"situation\"", "\"step\":\"result\"" },
    { "\"target_ms\":30000", "\"target_ms\":-1" },
    { "\"spent_ms\":31002", "\"spent_ms\":9223372036854775807" },
    { "\"spent_ms\":31002", "\"spent_ms\":3.5" },
    { "\"said\":[", "\"said\":[null," },
    { "\"said\":[", "\"said\":3,\"x\":[" },
  };
  g_autoptr (StarlingLens) lens = new_lens (1);
  g_autoptr (StarlingTake) take = new_take (lens, STARLING_PROMPT_FULL);
  g_autoptr (JsonNode) node = starling_take_to_json (take, MS (33503));
  g_autofree char *text = json_to_string (node, FALSE);

  g_assert_null (starling_take_from_json (NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GString *broken = g_string_new (text);
      g_autoptr (JsonNode) other = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (g_string_replace (broken, cases[i].from, cases[i].to,
                                          1),
                        ==, 1);
      other = json_from_string (broken->str, &error);
      g_assert_no_error (error);
      g_test_message ("%s -> %s", cases[i].from, cases[i].to);
      g_assert_null (starling_take_from_json (other));
      g_string_free (broken, TRUE);
    }
}

static void
test_ids (void)
{
  StarlingPrompt prompt;

  for (guint i = 0; i < STARLING_N_PROMPTS; i++)
    {
      g_assert_true (
          starling_prompt_from_id (starling_prompt_to_id ((StarlingPrompt) i),
                                   &prompt));
      g_assert_cmpuint (prompt, ==, i);
    }
  g_assert_false (starling_prompt_from_id ("loud", &prompt));
  g_assert_false (starling_prompt_from_id (NULL, &prompt));
  g_assert_cmpstr (starling_dimension_to_id (STARLING_DIMENSION_DELIVERY), ==,
                   "delivery");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/take/phrases", test_phrases);
  g_test_add_func ("/take/said", test_said);
  g_test_add_func ("/take/draft/telling", test_draft_telling);
  g_test_add_func ("/take/draft/debrief", test_draft_debrief);
  g_test_add_func ("/take/draft/refused", test_draft_refused);
  g_test_add_func ("/take/ids", test_ids);

  return g_test_run ();
}

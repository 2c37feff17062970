/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "take-fixture.h"

#include "base/clock.h"

#define STARTED "2026-11-23T14:05:00.250Z"
#define MS(ms) ((gint64) (ms) *1000)

static StarlingTake *
new_take (StarlingLens *lens, StarlingPrompt prompt)
{
  static const char *const probes[] = { "scale", "rejection", NULL };
  StarlingTake *take;
  gint64 started;

  g_assert_true (starling_time_parse_utc (STARTED, &started, NULL));
  take = starling_take_new (lens, prompt, started);
  take->id = g_strdup ("9b0cbd41-7b8e-4f9d-93ff-a7ed2a3f0b1c");
  starling_take_set_probes (take, probes, 60000);
  starling_take_set_loop (take, "5a7c", 3);
  starling_take_set_question (take, "What was “wrong”?");
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
  g_assert_cmpstr (a->loop, ==, b->loop);
  g_assert_cmpstr (a->question, ==, b->question);
  g_assert_cmpint (a->slot, ==, b->slot);
  g_assert_cmpuint (a->probes->len, ==, b->probes->len);
  g_assert_cmpuint (a->clock.n_probes, ==, b->clock.n_probes);
  g_assert_cmpuint (a->clock.probe, ==, b->clock.probe);
  g_assert_cmpint (a->clock.probe_target_ms, ==, b->clock.probe_target_ms);
  for (guint i = 0; i < a->probes->len; i++)
    {
      const StarlingTakeProbe *first = g_ptr_array_index (a->probes, i);
      const StarlingTakeProbe *second = g_ptr_array_index (b->probes, i);

      g_assert_cmpstr (first->id, ==, second->id);
      g_assert_cmpint (first->rating, ==, second->rating);
      g_assert_cmpint (starling_rehearsal_get_probe_ms (&a->clock, i, now), ==,
                       starling_rehearsal_get_probe_ms (&b->clock, i, now));
    }
  g_assert_cmpuint (starling_take_count_said (a), ==,
                    starling_take_count_said (b));
}

static void
test_draft_telling (void)
{
  g_autoptr (StarlingLens) lens = take_lens (1);
  g_autoptr (StarlingTake) take = new_take (lens, STARLING_PROMPT_FULL);
  g_autoptr (JsonNode) node = starling_take_to_json (take, MS (33503));
  g_autoptr (StarlingTake) again = starling_take_from_json (node);

  g_assert_nonnull (again);
  g_assert_true (again->clock.paused);
  starling_rehearsal_pause (&take->clock, MS (33503));
  assert_same (take, again, MS (99999));
  g_assert_cmpint (again->clock.spent_us[STARLING_STEP_TASK], ==, 2501000);
  /* What is not rated is not written */
  g_assert_cmpuint (json_object_get_size (json_object_get_object_member (
                        json_node_get_object (node), "rating")),
                    ==, 0);
  g_assert_true (
      starling_take_has_said (again, STARLING_STEP_SITUATION, "No \"Ticket\""));

  /* It goes on in a process whose monotonic clock stands elsewhere */
  starling_rehearsal_resume (&again->clock, MS (5));
  /* … of a machine that was suspended before, but is not any more */
  g_assert_false (starling_rehearsal_update (&again->clock, MS (6), MS (9000)));
  starling_rehearsal_finish (&again->clock, MS (1005));
  g_assert_cmpint (again->clock.spent_us[STARLING_STEP_TASK], ==, 3501000);
}

static void
test_draft_debrief (void)
{
  g_autoptr (StarlingLens) lens = take_lens (STARLING_AS_TOLD);
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

/* Through all phases: what is written down goes on where it was. */
static void
test_draft_phases (void)
{
  g_autoptr (StarlingLens) lens = take_lens (1);
  g_autoptr (StarlingTake) take = new_take (lens, STARLING_PROMPT_CUES);
  guint seen = 0, n = 0;
  gint64 now = MS (40000);

  starling_rehearsal_restart (&take->clock, now);
  for (gboolean more = TRUE; more;
       more = starling_rehearsal_next (&take->clock, now += MS (1234)))
    {
      g_autoptr (JsonNode) node = NULL;
      g_autoptr (StarlingTake) again = NULL;
      g_autoptr (StarlingTake) copy = NULL;

      g_assert_cmpint (starling_take_get_probe (take) != NULL, ==,
                       take->clock.phase == STARLING_REHEARSAL_ANSWERING
                           || take->clock.phase
                                  == STARLING_REHEARSAL_COMPARING);
      if (starling_take_get_probe (take) != NULL)
        starling_take_get_probe (take)->rating = (int) take->clock.probe + 3;
      node = starling_take_to_json (take, now + MS (17));
      again = starling_take_from_json (node);
      g_assert_nonnull (again);
      copy = starling_take_copy (take);
      starling_rehearsal_pause (&copy->clock, now + MS (17));
      assert_same (copy, again, now + MS (5000));
      g_assert_cmpint (again->clock.paused, ==, copy->clock.paused);
      if (starling_take_get_probe (take) != NULL)
        {
          int rating = starling_take_get_probe (take)->rating;

          g_assert_cmpint (starling_take_get_probe (copy)->rating, ==, rating);
          g_assert_cmpint (starling_take_get_probe (again)->rating, ==, rating);
        }
      seen |= 1u << take->clock.phase;
      n++;
    }
  /* Five steps, two probes with their comparisons, the debrief */
  g_assert_cmpuint (n, ==, 10);
  g_assert_cmpuint (seen, ==,
                    1u << STARLING_REHEARSAL_TELLING
                        | 1u << STARLING_REHEARSAL_ANSWERING
                        | 1u << STARLING_REHEARSAL_COMPARING
                        | 1u << STARLING_REHEARSAL_DEBRIEF);
}

/* A lead-in is begun anew; one that is over by itself is not one any more. */
static void
test_draft_lead_in (void)
{
  g_autoptr (StarlingLens) lens = take_lens (1);
  g_autoptr (StarlingTake) take
      = starling_take_new (lens, STARLING_PROMPT_CUES, 0);

  starling_rehearsal_set_lead_in (&take->clock, 3000);
  starling_rehearsal_start (&take->clock, 0);
  for (gint64 ms = 2000; ms <= 4000; ms += 2000)
    {
      g_autoptr (JsonNode) node = starling_take_to_json (take, MS (ms));
      g_autoptr (StarlingTake) again = starling_take_from_json (node);

      g_assert_nonnull (again);
      g_assert_true (again->clock.paused);
      starling_rehearsal_resume (&again->clock, 0);
      g_assert_cmpint (starling_rehearsal_get_left (&again->clock, 0), ==,
                       ms == 2000
                           ? 3
                           : (int) (again->clock.target_ms[0] / 1000) - 1);
    }
}

/* What a release without probes wrote, and one that is nowhere. */
static void
test_draft_without_probes (void)
{
  g_autoptr (StarlingLens) lens = take_lens (1);
  g_autoptr (StarlingTake) take
      = starling_take_new (lens, STARLING_PROMPT_CUES, 0);
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (StarlingTake) again = NULL;
  static const char *const members[]
      = { "probes", "probe", "probe_target_ms", "lead_in_ms" };

  starling_rehearsal_start (&take->clock, 0);
  node = starling_take_to_json (take, MS (1000));
  {
    g_autofree char *text = json_to_string (node, FALSE);
    g_autoptr (JsonNode) old = json_from_string (text, NULL);
    JsonObject *object = json_node_get_object (old);

    for (guint i = 0; i < G_N_ELEMENTS (members); i++)
      {
        g_assert_true (json_object_has_member (object, members[i]));
        json_object_remove_member (object, members[i]);
      }
    again = starling_take_from_json (old);
    g_assert_nonnull (again);
    starling_rehearsal_pause (&take->clock, MS (1000));
    assert_same (take, again, MS (9000));

    json_object_set_string_member (object, "phase", "comparing");
    g_assert_null (starling_take_from_json (old));
    json_object_set_string_member (object, "phase", "answering");
    g_assert_null (starling_take_from_json (old));
  }
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
    { "\"full\"", "{}" },
    { "\"full\"", "[\"full\"]" },
    { STARTED, "yesterday" },
    { "\"telling\"", "\"ready\"" },
    { "\"step\":\"task\",\"lead", "\"step\":\"tusk\",\"lead" },
    { "\"steps\":[", "\"steps\":[17," },
    { "\"steps\":[", "\"steps\":{},\"x\":[" },
    { "],\"probe_target_ms\"", ",{}],\"probe_target_ms\"" },
    { "\"step\":\"situation\"", "\"step\":\"result\"" },
    { "\"target_ms\":30000", "\"target_ms\":-1" },
    { "\"spent_ms\":31002", "\"spent_ms\":9223372036854775807" },
    { "\"spent_ms\":31002", "\"spent_ms\":3.5" },
    { "\"said\":[", "\"said\":[null," },
    { "\"said\":[", "\"said\":3,\"x\":[" },
    { "\"probe\":0", "\"probe\":2" },
    { "\"probe\":0", "\"probe\":-1" },
    { "\"probe\":\"scale\"", "\"probe\":3" },
    { "\"probe_target_ms\":60000", "\"probe_target_ms\":\"60000\"" },
    { "\"ms\":0,\"rating\":0", "\"ms\":-1,\"rating\":0" },
    { "\"ms\":0,\"rating\":0", "\"ms\":0,\"rating\":5" },
    { "\"probes\":[", "\"probes\":[7," },
  };
  g_autoptr (StarlingLens) lens = take_lens (1);
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

/* Each replacement leaves a draft that is taken up, without what it says. */
static void
test_draft_odd (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    int slot;
    int rating; /* of the metrics */
    gboolean has_id;
  } cases[] = {
    { "\"v\":1", "\"v\":1", 3, 2, TRUE },
    { "\"slot\":3", "\"slot\":999", 999, 2, TRUE },
    { "\"slot\":3", "\"slot\":1000", -1, 2, TRUE },
    { "\"slot\":3", "\"slot\":-1", -1, 2, TRUE },
    { "\"slot\":3", "\"slot\":\"3\"", -1, 2, TRUE },
    { "\"loop\":", "\"hoop\":", -1, 2, TRUE },
    { "\"metrics\":2", "\"metrics\":1", 3, 1, TRUE },
    { "\"metrics\":2", "\"metrics\":4", 3, 4, TRUE },
    { "\"metrics\":2", "\"metrics\":5", 3, 0, TRUE },
    { "\"metrics\":2", "\"metrics\":-1", 3, 0, TRUE },
    { "{\"metrics\":2}", "[2]", 3, 0, TRUE },
    { "{\"metrics\":2}", "null", 3, 0, TRUE },
    { "\"id\":", "\"id\":{},\"x\":", 3, 2, FALSE },
  };
  g_autoptr (StarlingLens) lens = take_lens (1);
  g_autoptr (StarlingTake) take = new_take (lens, STARLING_PROMPT_FULL);
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;

  take->rating[STARLING_DIMENSION_METRICS] = 2;
  node = starling_take_to_json (take, MS (33503));
  text = json_to_string (node, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) odd = g_string_new (text);
      g_autoptr (JsonNode) other = NULL;
      g_autoptr (StarlingTake) again = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (g_string_replace (odd, cases[i].from, cases[i].to, 1),
                        ==, 1);
      g_test_message ("%s -> %s", cases[i].from, cases[i].to);
      other = json_from_string (odd->str, &error);
      g_assert_no_error (error);
      again = starling_take_from_json (other);
      g_assert_nonnull (again);
      g_assert_cmpint (again->prompt, ==, STARLING_PROMPT_FULL);
      g_assert_cmpint (again->slot, ==, cases[i].slot);
      g_assert_cmpint (again->rating[STARLING_DIMENSION_METRICS], ==,
                       cases[i].rating);
      g_assert_cmpint (again->id != NULL, ==, cases[i].has_id);
    }
}

/* What is no object is no draft. */
static void
test_draft_no_object (void)
{
  static const char *const texts[] = { "[]", "3", "\"v\"", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (JsonNode) node = json_from_string (texts[i], NULL);

      g_assert_null (starling_take_from_json (node));
    }
}

/* A clock that was left running for days is cut to one, so that the draft can
 * be read again. */
static void
test_draft_long (void)
{
  static const struct
  {
    gint64 spent, kept;
  } cases[] = {
    { 2 * 60 * 60 * 1000, 2 * 60 * 60 * 1000 },
    { 86400000, 86400000 },
    { 86400001, 86400000 },
    { 900000000, 86400000 },
  };
  g_autoptr (StarlingLens) lens = take_lens (1);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StarlingTake) take = new_take (lens, STARLING_PROMPT_FULL);
      g_autoptr (JsonNode) node = NULL;
      g_autoptr (StarlingTake) again = NULL;

      take->clock.spent_us[STARLING_STEP_RESULT] = MS (cases[i].spent);
      take->clock.probe_us[1] = MS (cases[i].spent);
      node = starling_take_to_json (take, MS (33503));
      again = starling_take_from_json (node);
      g_assert_nonnull (again);
      g_assert_cmpint (again->clock.spent_us[STARLING_STEP_RESULT], ==,
                       MS (cases[i].kept));
      g_assert_cmpint (again->clock.probe_us[1], ==, MS (cases[i].kept));
    }
}

/* Many phrases and follow-ups are fine, more than any scenario has are not. */
static void
test_draft_many (void)
{
  static const struct
  {
    guint n_said, n_probes;
    gboolean fine;
  } cases[] = {
    { 64, 0, TRUE },  { 65, 0, FALSE },  { 0, 19, TRUE },  { 0, 20, TRUE },
    { 0, 21, FALSE }, { 0, 200, FALSE }, { 64, 20, TRUE }, { 65, 21, FALSE },
  };
  g_autoptr (StarlingLens) lens = take_lens (1);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StarlingTake) take
          = starling_take_new (lens, STARLING_PROMPT_CUES, 0);
      g_autoptr (JsonNode) node = NULL;
      g_autoptr (StarlingTake) again = NULL;
      JsonArray *probes;

      for (guint j = 0; j < cases[i].n_said; j++)
        {
          g_autofree char *phrase = g_strdup_printf ("phrase %u", j);

          starling_take_set_said (take, STARLING_STEP_ACTION, phrase, TRUE);
        }
      starling_rehearsal_start (&take->clock, 0);
      node = starling_take_to_json (take, MS (1000));
      {
        g_autofree char *text = json_to_string (node, FALSE);
        g_autoptr (JsonNode) other = json_from_string (text, NULL);

        probes = json_object_get_array_member (json_node_get_object (other),
                                               "probes");
        for (guint j = 0; j < cases[i].n_probes; j++)
          json_array_add_element (
              probes,
              json_from_string ("{\"probe\":\"p\",\"ms\":7,\"rating\":0}",
                                NULL));
        again = starling_take_from_json (other);
      }
      g_assert_cmpint (again != NULL, ==, cases[i].fine);
      if (again == NULL)
        continue;
      g_assert_cmpuint (again->said[STARLING_STEP_ACTION]->len, ==,
                        cases[i].n_said);
      g_assert_cmpuint (again->clock.n_probes, ==, cases[i].n_probes);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/take-json/telling", test_draft_telling);
  g_test_add_func ("/take-json/debrief", test_draft_debrief);
  g_test_add_func ("/take-json/phases", test_draft_phases);
  g_test_add_func ("/take-json/lead-in", test_draft_lead_in);
  g_test_add_func ("/take-json/without-probes", test_draft_without_probes);
  g_test_add_func ("/take-json/refused", test_draft_refused);
  g_test_add_func ("/take-json/odd", test_draft_odd);
  g_test_add_func ("/take-json/no-object", test_draft_no_object);
  g_test_add_func ("/take-json/long", test_draft_long);
  g_test_add_func ("/take-json/many", test_draft_many);

  return g_test_run ();
}

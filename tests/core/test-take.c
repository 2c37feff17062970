/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "take-fixture.h"

#include "base/clock.h"

#define STARTED "2026-11-23T14:05:00.250Z"
#define MS(ms) ((gint64) (ms) *1000)

/* A take is what the lens says: at SDE 1 the story has 120 s. */
static void
test_new (void)
{
  static const gint64 expected[STARLING_N_STEPS]
      = { 20000, 14000, 62000, 14000, 10000 };
  g_autoptr (StarlingLens) lens = take_lens_at (STARLING_LEVEL_SDE1, 0);
  g_autoptr (StarlingTake) take
      = starling_take_new (lens, STARLING_PROMPT_BARE, 17);
  g_autoptr (StarlingTake) empty = starling_take_new_empty ();

  for (guint i = 0; i < STARLING_N_STEPS; i++)
    g_assert_cmpint (take->clock.target_ms[i], ==, expected[i]);
  g_assert_cmpint (take->level, ==, STARLING_LEVEL_SDE1);
  /* The first principle of the catalogue is an angle like any other */
  g_assert_cmpstr (take->angle, ==,
                   starling_catalogue_get_principle (lens->catalogue, 0)->id);
  g_assert_cmpint (take->prompt, ==, STARLING_PROMPT_BARE);
  g_assert_cmpint (take->started_at, ==, 17);
  g_assert_cmpint (take->slot, ==, -1);
  g_assert_cmpint (take->clock.phase, ==, STARLING_REHEARSAL_READY);
  g_assert_cmpint (empty->slot, ==, -1);
  g_assert_cmpint (take->clock.slept, ==, -1);
  g_assert_cmpint (empty->clock.slept, ==, -1);
}

/* As many follow-ups as a scenario may have; the last choice counts. */
static void
test_probes (void)
{
  static const struct
  {
    guint n, n_asked;
  } cases[] = { { 0, 0 }, { 1, 1 }, { 19, 19 }, { 20, 20 }, { 21, 20 } };
  g_autoptr (StarlingLens) lens = take_lens (1);
  g_autoptr (StarlingTake) take
      = starling_take_new (lens, STARLING_PROMPT_CUES, 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
      g_auto (GStrv) ids = NULL;

      for (guint j = 0; j < cases[i].n; j++)
        {
          g_autofree char *id = g_strdup_printf ("p%u", j);

          g_strv_builder_add (builder, id);
        }
      ids = g_strv_builder_end (builder);
      starling_take_set_probes (take, (const char *const *) ids,
                                45000 + (gint64) i);
      g_assert_cmpuint (take->probes->len, ==, cases[i].n_asked);
      g_assert_cmpuint (take->clock.n_probes, ==, cases[i].n_asked);
      g_assert_cmpint (take->clock.probe_target_ms, ==, 45000 + (gint64) i);
      for (guint j = 0; j < take->probes->len; j++)
        g_assert_cmpstr (
            ((StarlingTakeProbe *) g_ptr_array_index (take->probes, j))->id, ==,
            ids[j]);
    }
}

static void
test_phrases (void)
{
  g_autoptr (StarlingLens) lens = take_lens (1);
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
  g_autoptr (StarlingLens) lens = take_lens (1);
  g_autoptr (StarlingTake) take
      = starling_take_new (lens, STARLING_PROMPT_CUES, 0);
  static const char *const expected[] = { "No Ticket", "No Ticket", NULL };
  g_auto (GStrv) said = NULL;

  starling_take_set_said (take, STARLING_STEP_TASK, "No Ticket", TRUE);
  starling_take_set_said (take, STARLING_STEP_SITUATION, "I noticed", TRUE);
  starling_take_set_said (take, STARLING_STEP_SITUATION, "No Ticket", TRUE);
  starling_take_set_said (take, STARLING_STEP_SITUATION, "No Ticket", TRUE);
  g_assert_cmpuint (starling_take_count_said (take), ==, 3);
  starling_take_set_said (take, STARLING_STEP_SITUATION, "No Ticket", FALSE);
  g_assert_true (
      starling_take_has_said (take, STARLING_STEP_SITUATION, "I noticed"));
  starling_take_set_said (take, STARLING_STEP_SITUATION, "No Ticket", TRUE);
  starling_take_set_said (take, STARLING_STEP_SITUATION, "I noticed", FALSE);
  starling_take_set_said (take, STARLING_STEP_SITUATION, "nothing", FALSE);
  g_assert_false (
      starling_take_has_said (take, STARLING_STEP_SITUATION, "I noticed"));
  g_assert_true (
      starling_take_has_said (take, STARLING_STEP_TASK, "No Ticket"));
  said = starling_take_list_said (take);
  g_assert_cmpstrv (said, expected);
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

  g_test_add_func ("/take/new", test_new);
  g_test_add_func ("/take/probes", test_probes);
  g_test_add_func ("/take/phrases", test_phrases);
  g_test_add_func ("/take/said", test_said);
  g_test_add_func ("/take/ids", test_ids);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/scenario.h"

static void
add_angle (StarlingScenario *scenario, int principle)
{
  StarlingAngle *angle = starling_angle_new ();

  angle->principle = principle;
  g_ptr_array_add (scenario->angles, angle);
}

static void
test_new (void)
{
  g_autoptr (StarlingScenario) scenario = starling_scenario_new ();
  g_autoptr (StarlingScenario) other = starling_scenario_ref (scenario);

  g_assert_true (other == scenario);
  g_assert_cmpint (scenario->principle, ==, STARLING_AS_TOLD);
  g_assert_nonnull (scenario->tags);
  for (guint i = 0; i < STARLING_N_STEPS; i++)
    {
      g_assert_cmpint (scenario->steps[i].step, ==, (int) i);
      g_assert_cmpuint (scenario->steps[i].answer->len, ==, 0);
      g_assert_nonnull (scenario->steps[i].key_phrases);
    }
  for (guint i = 0; i < STARLING_N_LEVELS; i++)
    g_assert_cmpuint (scenario->levels[i].reflection->len, ==, 0);
  g_assert_cmpuint (starling_scenario_count_cards (scenario), ==, 0);
}

static void
test_angles (void)
{
  g_autoptr (StarlingScenario) scenario = starling_scenario_new ();

  add_angle (scenario, 11);
  add_angle (scenario, 0);
  g_assert_true (starling_scenario_find_angle (scenario, 11)
                 == g_ptr_array_index (scenario->angles, 0));
  g_assert_true (starling_scenario_find_angle (scenario, 0)
                 == g_ptr_array_index (scenario->angles, 1));
  g_assert_null (starling_scenario_find_angle (scenario, 1));
  g_assert_null (starling_scenario_find_angle (scenario, STARLING_AS_TOLD));
  g_assert_cmpint (starling_scenario_get_effective_angle (scenario, 11), ==,
                   11);
  g_assert_cmpint (starling_scenario_get_effective_angle (scenario, 5), ==,
                   STARLING_AS_TOLD);
  g_assert_cmpint (starling_scenario_get_effective_angle (scenario,
                                                          STARLING_AS_TOLD),
                   ==, STARLING_AS_TOLD);
}

static void
test_find_question (void)
{
  g_autoptr (StarlingScenario) scenario = starling_scenario_new ();
  StarlingQuestion *question = starling_question_new ();

  question->id = g_strdup ("owner");
  g_ptr_array_add (scenario->quiz, question);
  g_ptr_array_add (question->options, starling_option_new ());
  g_assert_true (starling_scenario_find_question (scenario, "owner")
                 == question);
  g_assert_null (starling_scenario_find_question (scenario, "other"));
}

static void
test_count_cards (void)
{
  g_autoptr (StarlingScenario) scenario = starling_scenario_new ();
  StarlingPassage *passage;

  g_ptr_array_add (scenario->steps[STARLING_STEP_ACTION].answer,
                   starling_passage_new ("I did it."));
  g_assert_cmpuint (starling_scenario_count_cards (scenario), ==, 1);

  /* A step is one card, however many passages, and at whichever level */
  passage = starling_passage_new ("Only here.");
  passage->levels = 1u << STARLING_LEVEL_SENIOR;
  g_ptr_array_add (scenario->steps[STARLING_STEP_ACTION].answer, passage);
  g_ptr_array_add (scenario->steps[STARLING_STEP_RESULT].answer,
                   starling_passage_new ("It works."));
  g_assert_cmpuint (starling_scenario_count_cards (scenario), ==, 2);

  /* The reflection's words are the levels' */
  g_ptr_array_add (scenario->levels[STARLING_LEVEL_SENIOR].reflection,
                   starling_passage_new ("A mechanism."));
  g_assert_cmpuint (starling_scenario_count_cards (scenario), ==, 3);
  g_ptr_array_add (scenario->levels[STARLING_LEVEL_SDE1].reflection,
                   starling_passage_new ("A skill."));
  g_assert_cmpuint (starling_scenario_count_cards (scenario), ==, 3);

  g_ptr_array_add (scenario->probes, starling_probe_new ());
  g_ptr_array_add (scenario->probes, starling_probe_new ());
  add_angle (scenario, 3);
  g_assert_cmpuint (starling_scenario_count_cards (scenario), ==, 6);
  scenario->weak_text = g_strdup ("It was fine.");
  g_assert_cmpuint (starling_scenario_count_cards (scenario), ==, 7);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scenario/new", test_new);
  g_test_add_func ("/scenario/angles", test_angles);
  g_test_add_func ("/scenario/find-question", test_find_question);
  g_test_add_func ("/scenario/count-cards", test_count_cards);
  return g_test_run ();
}

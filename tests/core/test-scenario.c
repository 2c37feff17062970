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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scenario/new", test_new);
  g_test_add_func ("/scenario/angles", test_angles);
  g_test_add_func ("/scenario/find-question", test_find_question);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/lens.h"
#include "support.h"

static void
test_allot (void)
{
  const struct
  {
    guint seconds[STARLING_N_STEPS];
    guint min, max;
    guint targets[STARLING_N_STEPS];
  } cases[] = {
    /* webhook-drops, at its three levels */
    { { 30, 20, 90, 20, 15 }, 90, 120, { 20, 14, 62, 14, 10 } },
    { { 30, 20, 90, 20, 15 }, 120, 180, { 30, 20, 90, 20, 15 } },
    { { 30, 20, 90, 20, 15 }, 150, 180, { 30, 20, 90, 20, 15 } },
    /* the ends of the range are inside */
    { { 30, 20, 90, 20, 15 }, 175, 175, { 30, 20, 90, 20, 15 } },
    { { 30, 20, 90, 20, 15 }, 30, 174, { 30, 20, 89, 20, 15 } },
    /* stretched: the largest remainder of 30 20 90 20 15 is the action's */
    { { 30, 20, 90, 20, 15 }, 176, 300, { 30, 20, 91, 20, 15 } },
    /* ties go to the earlier steps */
    { { 10, 10, 10, 10, 10 }, 51, 60, { 11, 10, 10, 10, 10 } },
    { { 10, 10, 10, 10, 10 }, 54, 60, { 11, 11, 11, 11, 10 } },
    { { 10, 10, 10, 10, 10 }, 30, 47, { 10, 10, 9, 9, 9 } },
    /* three remainders, one larger: ⌊5·7/9⌋ … */
    { { 5, 1, 1, 1, 1 }, 0, 7, { 4, 1, 1, 1, 0 } },
    /* steps without time get none */
    { { 0, 0, 10, 0, 0 }, 90, 120, { 0, 0, 90, 0, 0 } },
    { { 0, 0, 0, 0, 0 }, 90, 120, { 0, 0, 0, 0, 0 } },
    /* no overflow */
    { { 4000000000u, 0, 0, 0, 0 },
      0,
      4000000000u,
      { 4000000000u, 0, 0, 0, 0 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint targets[STARLING_N_STEPS];

      starling_lens_allot (cases[i].seconds, cases[i].min, cases[i].max,
                           targets);
      g_test_message ("case %u: %u %u %u %u %u", i, targets[0], targets[1],
                      targets[2], targets[3], targets[4]);
      for (guint j = 0; j < STARLING_N_STEPS; j++)
        g_assert_cmpuint (targets[j], ==, cases[i].targets[j]);
    }
}

/* For any steps and range: the sum is right, and no target is off by one. */
static void
test_allot_properties (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261123);

  for (guint i = 0; i < 20000; i++)
    {
      guint seconds[STARLING_N_STEPS], targets[STARLING_N_STEPS];
      guint min = (guint) g_rand_int_range (random, 30, 900);
      guint max = (guint) g_rand_int_range (random, (gint32) min, 901);
      guint sum = 0, target_sum = 0, whole;

      for (guint j = 0; j < STARLING_N_STEPS; j++)
        {
          seconds[j] = (guint) g_rand_int_range (random, 5, 601);
          sum += seconds[j];
        }
      whole = sum > max ? max : sum < min ? min : sum;
      starling_lens_allot (seconds, min, max, targets);
      for (guint j = 0; j < STARLING_N_STEPS; j++)
        {
          guint exact = seconds[j] * whole / sum;

          g_assert_cmpuint (targets[j], >=, exact);
          g_assert_cmpuint (targets[j], <=, exact + 1);
          target_sum += targets[j];
          for (guint k = 0; k < j; k++)
            if (seconds[k] > seconds[j])
              g_assert_cmpuint (targets[k] + 1, >, targets[j]);
            else if (seconds[k] == seconds[j])
              g_assert_cmpuint (targets[k], >=, targets[j]);
        }
      g_assert_cmpuint (target_sum, ==, whole);
    }
}

static StarlingPassage *
add_passage (GPtrArray *passages,
             const char *text,
             guint levels,
             StarlingPrincipleSet emphasize,
             StarlingPrincipleSet downplay)
{
  StarlingPassage *passage = starling_passage_new (text);

  passage->levels = levels;
  passage->emphasize = emphasize;
  passage->downplay = downplay;
  g_ptr_array_add (passages, passage);
  return passage;
}

/* A scenario with the angle 3, and a level of its own: senior. */
static StarlingScenario *
make_scenario (void)
{
  static const guint seconds[] = { 30, 20, 90, 20, 15 };
  StarlingScenario *scenario = starling_scenario_new ();
  StarlingLevelView *senior = &scenario->levels[STARLING_LEVEL_SENIOR];
  StarlingAngle *angle = starling_angle_new ();
  GPtrArray *action = scenario->steps[STARLING_STEP_ACTION].answer;

  for (guint i = 0; i < STARLING_N_STEPS; i++)
    scenario->steps[i].seconds = seconds[i];
  add_passage (action, "all", STARLING_ALL_LEVELS, 0, 0);
  add_passage (action, "lean", STARLING_ALL_LEVELS, STARLING_PRINCIPLE_BIT (3),
               STARLING_PRINCIPLE_BIT (4));
  add_passage (action, "senior", 1u << STARLING_LEVEL_SENIOR, 0,
               STARLING_PRINCIPLE_BIT (3));
  add_passage (action, "juniors",
               1u << STARLING_LEVEL_SDE1 | 1u << STARLING_LEVEL_SDE2, 0,
               STARLING_PRINCIPLE_BIT (3));
  add_passage (senior->reflection, "mechanism", STARLING_ALL_LEVELS,
               STARLING_PRINCIPLE_BIT (3), 0);
  senior->bar = g_strdup ("own bar");
  senior->min_seconds = 200;
  senior->max_seconds = 240;
  angle->principle = 3;
  angle->lead = g_strdup ("lead");
  angle->emphasize = g_strdup ("emphasize");
  angle->downplay = g_strdup ("downplay");
  g_ptr_array_add (scenario->angles, angle);
  return scenario;
}

/* Passages of the action as `text=emphasis …`. */
static char *
describe (const StarlingLensStep *step)
{
  static const char marks[] = { ' ', '+', '-' };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < step->n_passages; i++)
    g_string_append_printf (text, "%s%c%s", i > 0 ? "," : "",
                            marks[step->passages[i].emphasis],
                            step->passages[i].passage->text);
  return g_string_free (text, FALSE);
}

static void
test_passages (void)
{
  const struct
  {
    StarlingLevel level;
    int wanted;
    int angle;
    const char *action;
    const char *reflection;
  } cases[] = {
    { STARLING_LEVEL_SDE1, STARLING_AS_TOLD, STARLING_AS_TOLD,
      " all, lean, juniors", "" },
    { STARLING_LEVEL_SDE2, 3, 3, " all,+lean,-juniors", "" },
    { STARLING_LEVEL_SENIOR, 3, 3, " all,+lean,-senior", "+mechanism" },
    { STARLING_LEVEL_SENIOR, STARLING_AS_TOLD, STARLING_AS_TOLD,
      " all, lean, senior", " mechanism" },
    /* marks for an angle that is not offered do not show */
    { STARLING_LEVEL_SENIOR, 4, STARLING_AS_TOLD, " all, lean, senior",
      " mechanism" },
  };
  g_autoptr (StarlingCatalogue) catalogue = test_load_catalogue ();
  g_autoptr (StarlingScenario) scenario = make_scenario ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StarlingLens) lens
          = starling_lens_new (catalogue, scenario, cases[i].level,
                               cases[i].wanted);
      g_autofree char *action = describe (&lens->steps[STARLING_STEP_ACTION]);
      g_autofree char *reflection
          = describe (&lens->steps[STARLING_STEP_REFLECTION]);

      g_assert_cmpint (lens->angle, ==, cases[i].angle);
      g_assert_cmpstr (action, ==, cases[i].action);
      g_assert_cmpstr (reflection, ==, cases[i].reflection);
      g_assert_cmpstr (lens->lead, ==, lens->angle == 3 ? "lead" : NULL);
      g_assert_cmpstr (lens->emphasize, ==,
                       lens->angle == 3 ? "emphasize" : NULL);
      g_assert_cmpstr (lens->downplay, ==,
                       lens->angle == 3 ? "downplay" : NULL);
    }
}

/* A level is given the phrases that it says, and those that none says yet. */
static void
test_key_phrases (void)
{
  static const char *const of_action[]
      = { "senior", "ALL", "juniors", "not written yet", NULL };
  static const char *const of_reflection[]
      = { "mechanism", "list", "lost", NULL };
  const struct
  {
    StarlingLevel level;
    const char *action;
    const char *reflection;
  } cases[] = {
    { STARLING_LEVEL_SDE1, "ALL|juniors|not written yet", "list|lost" },
    /* nothing is written of it there, so all of it is to be said */
    { STARLING_LEVEL_SDE2, "ALL|juniors|not written yet",
      "mechanism|list|lost" },
    { STARLING_LEVEL_SENIOR, "senior|ALL|not written yet", "mechanism|lost" },
  };
  g_autoptr (StarlingCatalogue) catalogue = test_load_catalogue ();
  g_autoptr (StarlingScenario) scenario = make_scenario ();
  StarlingStep *steps = scenario->steps;

  add_passage (scenario->levels[STARLING_LEVEL_SDE1].reflection, "A list.",
               STARLING_ALL_LEVELS, 0, 0);
  /* said at no level, as it is where only the SDE 1 looks */
  add_passage (scenario->levels[STARLING_LEVEL_SDE1].reflection, "It was lost.",
               1u << STARLING_LEVEL_SDE2, 0, 0);
  g_strfreev (steps[STARLING_STEP_ACTION].key_phrases);
  steps[STARLING_STEP_ACTION].key_phrases = g_strdupv ((char **) of_action);
  g_strfreev (steps[STARLING_STEP_REFLECTION].key_phrases);
  steps[STARLING_STEP_REFLECTION].key_phrases
      = g_strdupv ((char **) of_reflection);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StarlingLens) lens
          = starling_lens_new (catalogue, scenario, cases[i].level,
                               STARLING_AS_TOLD);
      const StarlingLensStep *seen = lens->steps;
      g_autofree char *action
          = g_strjoinv ("|", (char **) seen[STARLING_STEP_ACTION].key_phrases);
      g_autofree char *reflection
          = g_strjoinv ("|",
                        (char **) seen[STARLING_STEP_REFLECTION].key_phrases);

      g_assert_cmpstr (action, ==, cases[i].action);
      g_assert_cmpstr (reflection, ==, cases[i].reflection);
      g_assert_null (seen[STARLING_STEP_TASK].key_phrases[0]);
    }
}

static void
test_fallback (void)
{
  g_autoptr (StarlingCatalogue) catalogue = test_load_catalogue ();
  g_autoptr (StarlingScenario) scenario = make_scenario ();
  const StarlingLevelInfo *sde1
      = starling_catalogue_get_level (catalogue, STARLING_LEVEL_SDE1);
  const StarlingLevelInfo *senior
      = starling_catalogue_get_level (catalogue, STARLING_LEVEL_SENIOR);
  g_autoptr (StarlingLens) low
      = starling_lens_new (catalogue, scenario, STARLING_LEVEL_SDE1,
                           STARLING_AS_TOLD);
  g_autoptr (StarlingLens) high
      = starling_lens_new (catalogue, scenario, STARLING_LEVEL_SENIOR,
                           STARLING_AS_TOLD);

  /* All of it the catalogue's */
  g_assert_cmpstr (low->bar, ==, sde1->bar);
  g_assert_cmpstr (low->guidance, ==, sde1->guidance);
  g_assert_cmpuint (low->min_seconds, ==, 90);
  g_assert_cmpuint (low->max_seconds, ==, 120);
  g_assert_cmpuint (low->target, ==, 120);
  g_assert_cmpuint (low->steps[STARLING_STEP_ACTION].target, ==, 62);
  /* Member by member */
  g_assert_cmpstr (high->bar, ==, "own bar");
  g_assert_cmpstr (high->guidance, ==, senior->guidance);
  g_assert_cmpuint (high->min_seconds, ==, 200);
  g_assert_cmpuint (high->max_seconds, ==, 240);
  g_assert_cmpuint (high->target, ==, 200);
}

/* The lens keeps what it shows alive. */
static void
test_lifetime (void)
{
  StarlingCatalogue *catalogue = test_load_catalogue ();
  StarlingScenario *scenario = make_scenario ();
  g_autoptr (StarlingLens) lens
      = starling_lens_new (catalogue, scenario, STARLING_LEVEL_SDE2, 3);
  g_autoptr (StarlingLens) other = starling_lens_ref (lens);

  starling_catalogue_unref (catalogue);
  starling_scenario_unref (scenario);
  starling_lens_unref (g_steal_pointer (&lens));
  g_assert_cmpstr (other->lead, ==, "lead");
  g_assert_cmpstr (other->steps[STARLING_STEP_ACTION].passages[0].passage->text,
                   ==, "all");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lens/allot", test_allot);
  g_test_add_func ("/lens/allot-properties", test_allot_properties);
  g_test_add_func ("/lens/passages", test_passages);
  g_test_add_func ("/lens/key-phrases", test_key_phrases);
  g_test_add_func ("/lens/fallback", test_fallback);
  g_test_add_func ("/lens/lifetime", test_lifetime);
  return g_test_run ();
}

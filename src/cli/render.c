/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"

static const char *
get_angle_name (const StarlingLens *lens, int angle)
{
  return angle == STARLING_AS_TOLD
             ? "As told"
             : starling_catalogue_get_principle (lens->catalogue, (guint) angle)
                   ->name;
}

static void
print_head (const StarlingLens *lens)
{
  const StarlingScenario *scenario = lens->scenario;

  command_print ("# %s\n", scenario->title);
  command_print_line ("Question: ", scenario->question);
  command_print_line ("Principle: ",
                      starling_catalogue_get_principle (
                          lens->catalogue, (guint) scenario->principle)
                          ->name);
  command_print (
      "Level: %s\n",
      starling_catalogue_get_level (lens->catalogue, lens->level)->name);
  command_print ("Angle: %s\n", get_angle_name (lens, lens->angle));
  command_print ("Target: %u s (%u–%u s)\n", lens->target, lens->min_seconds,
                 lens->max_seconds);
  command_print_line ("Lead: ", lens->lead);
  command_print_line ("Emphasize: ", lens->emphasize);
  command_print_line ("Downplay: ", lens->downplay);
  command_print_line ("Guidance: ", lens->guidance);
  command_print_line ("Bar: ", lens->bar);
  if (scenario->situation != NULL)
    command_print ("\n## Overview\n");
  command_print_line ("Situation: ", scenario->situation);
  command_print_line ("Walkthrough: ", scenario->walkthrough);
  command_print_list ("Takeaways: ", (const char *const *) scenario->takeaways);
}

static void
print_step (const StarlingLensStep *step)
{
  static const char *const names[]
      = { "Situation", "Task", "Action", "Result", "Reflection" };
  static const char *const marks[] = {
    [STARLING_EMPHASIS_NEUTRAL] = "  ",
    [STARLING_EMPHASIS_LEAN_ON] = "+ ",
    [STARLING_EMPHASIS_SHORT] = "- ",
  };

  command_print ("\n## %s: %u s\n", names[step->step], step->target);
  for (guint i = 0; i < step->n_passages; i++)
    command_print_line (marks[step->passages[i].emphasis],
                        step->passages[i].passage->text);
  command_print_list ("Key phrases: ", step->key_phrases);
  command_print_line ("Coaching: ", step->coaching);
  command_print_line ("Common mistake: ", step->mistake);
}

static void
print_probe (const StarlingProbe *probe)
{
  command_print ("\n");
  command_print_line ("## Probe: ", probe->question);
  command_print_line ("Tests: ", probe->probes);
  command_print_line ("Weak answer: ", probe->weak_answer);
  command_print_line ("Why: ", probe->weak_why);
  command_print_line ("Strong answer: ", probe->strong_answer);
  command_print_line ("Takeaway: ", probe->strong_takeaway);
}

static void
print_lens (const StarlingLens *lens)
{
  const StarlingScenario *scenario = lens->scenario;

  print_head (lens);
  for (guint i = 0; i < STARLING_N_STEPS; i++)
    print_step (&lens->steps[i]);
  for (guint i = 0; i < scenario->probes->len; i++)
    print_probe (g_ptr_array_index (scenario->probes, i));
  if (scenario->weak_text == NULL)
    return;
  command_print ("\n## Weak answer\n");
  command_print_line ("Answer: ", scenario->weak_text);
  command_print_list ("Flags: ", (const char *const *) scenario->weak_flags);
  command_print_line ("Bar raiser: ", scenario->weak_verdict);
}

/* Prints the scenario; says so if it does not offer the angle. */
static int
render (StarlingLibrary *library,
        const char *id,
        StarlingLevel level,
        const char *angle_id)
{
  StarlingCatalogue *catalogue = starling_library_get_catalogue (library);
  int angle = STARLING_AS_TOLD;
  g_autoptr (StarlingScenario) scenario = NULL;
  g_autoptr (StarlingLens) lens = NULL;
  g_autoptr (GError) error = NULL;

  if (angle_id != NULL && !g_str_equal (angle_id, "as-told"))
    {
      angle = starling_catalogue_find_principle (catalogue, angle_id);
      if (angle == STARLING_AS_TOLD)
        return command_usage ("render",
                              "--angle takes the id of a principle, or "
                              "as-told, not ‘%s’",
                              angle_id);
    }

  if (starling_library_find_summary (library, id) == NULL)
    return command_refuse ("there is no scenario ‘%s’; starling-cli list "
                           "names those that there are",
                           id);
  scenario = starling_library_open_scenario (library, id, &error);
  if (scenario == NULL)
    return command_refuse ("%s", error->message);

  lens = starling_lens_new (catalogue, scenario, level, angle);
  if (lens->angle != angle)
    command_refuse ("‘%s’ has no angle for %s; it is shown as told", id,
                    get_angle_name (lens, angle));
  print_lens (lens);
  return EXIT_FINE;
}

/**
 * command_render:
 * @argc: number of words
 * @argv: `render SCENARIO [--level L] [--angle A]`
 *
 * Prints a scenario through the lens. Passages begin with `+ ` where the angle
 * leans on them, with `- ` where it keeps them short, else with two spaces; no
 * other line does.
 *
 * Returns: %EXIT_FINDINGS if there is no such scenario
 */
int
command_render (int argc, char **argv)
{
  g_auto (CommandOptions) options = { 0 };
  g_autoptr (StarlingLibrary) library = NULL;
  g_autofree char *level_id = NULL;
  g_autofree char *angle = NULL;
  StarlingLevel level = STARLING_LEVEL_SDE2;
  const GOptionEntry own[]
      = { { "level", 0, 0, G_OPTION_ARG_STRING, &level_id,
            "sde1, sde2 or senior (sde2 if absent)", "LEVEL" },
          { "angle", 0, 0, G_OPTION_ARG_STRING, &angle,
            "The id of a principle, or as-told (as-told if absent)", "ANGLE" },
          G_OPTION_ENTRY_NULL };
  int status = EXIT_FINE;

  if (!command_parse (&options, COMMAND_NONE, argc, argv, own,
                      "SCENARIO [--level LEVEL] [--angle ANGLE]",
                      "Prints a scenario through the lens. Passages begin "
                      "with '+ ' if the angle leans on\nthem, with '- ' if it "
                      "keeps them short, else with two spaces.",
                      &status))
    return status;
  if (options.rest[0] == NULL || options.rest[1] != NULL)
    return command_usage (argv[0], "name one scenario");
  if (!command_parse_level (argv[0], level_id, &level))
    return EXIT_USAGE;

  library = command_open_library (&options);
  if (library == NULL)
    return EXIT_FINDINGS;
  return render (library, options.rest[0], level, angle);
}

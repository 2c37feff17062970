/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "take-fixture.h"

StarlingLens *
take_lens_at (StarlingLevel level, int angle)
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

  return starling_lens_new (catalogue, scenario, level, angle);
}

StarlingLens *
take_lens (int angle)
{
  return take_lens_at (STARLING_LEVEL_SDE2, angle);
}

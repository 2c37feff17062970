/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/export-anki.h"

#include "support.h"

#include <string.h>

#define BEHIND "\n\nA \"\"story\"\": Why?\"\t"
#define DECK "Starling::Dive Deep\t"

/* A story with one sentence in the Action, two for a principle only. */
static StarlingScenario *
make_story (StarlingCatalogue *catalogue)
{
  StarlingScenario *story = starling_scenario_new ();
  StarlingStep *action = &story->steps[STARLING_STEP_ACTION];
  int deep = starling_catalogue_find_principle (catalogue, "dive-deep");
  StarlingAngle *angle = starling_angle_new ();
  StarlingProbe *probe = starling_probe_new ();
  static const char *const texts[] = { "I\tlooked.", "I \"dug\"." };

  story->id = g_strdup ("s");
  story->title = g_strdup ("A \"story\"");
  story->question = g_strdup ("Why?");
  story->principle = deep;
  g_strfreev (story->tags);
  story->tags = g_strsplit (" two  words,plain", ",", -1);
  action->seconds = 30;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      StarlingPassage *passage = starling_passage_new (texts[i]);

      passage->levels = STARLING_ALL_LEVELS & ~(1u << STARLING_LEVEL_SDE1);
      if (i == 1)
        passage->emphasize = STARLING_PRINCIPLE_BIT (deep);
      g_ptr_array_add (action->answer, passage);
    }
  angle->principle = deep;
  angle->lead = g_strdup ("the dig");
  g_ptr_array_add (story->angles, angle);
  probe->id = g_strdup ("p");
  probe->question = g_strdup ("And?");
  probe->weak_answer = g_strdup ("We did");
  probe->strong_answer = g_strdup ("I did");
  g_ptr_array_add (story->probes, probe);
  story->weak_text = g_strdup ("We.");
  story->weak_flags = g_strsplit ("no I,no data", ",", -1);
  story->weak_verdict = g_strdup ("No.");
  return story;
}

static char *export(StarlingCatalogue *catalogue,
                    StarlingScenario *story,
                    StarlingLevel level,
                    int angle)
{
  g_autoptr (StarlingLens) lens
      = starling_lens_new (catalogue, story, level, angle);
  GString *text = starling_export_anki_new ();

  starling_export_anki_add (text, lens);
  return g_string_free (text, FALSE);
}

static void
test_cards (void)
{
  g_autoptr (StarlingCatalogue) catalogue = test_load_catalogue ();
  g_autoptr (StarlingScenario) story = make_story (catalogue);
  int deep = starling_catalogue_find_principle (catalogue, "dive-deep");
  g_autofree char *told
      = export(catalogue, story, STARLING_LEVEL_SDE2, STARLING_AS_TOLD);
  g_autofree char *deeply
      = export(catalogue, story, STARLING_LEVEL_SENIOR, deep);

  g_assert_cmpstr (told, ==,
                   "#separator:tab\n#html:false\n#notetype:Basic\n"
                   "#columns:Card\tFront\tBack\tDeck\tTags\n"
                   "#guid column:1\n#deck column:4\n#tags column:5\n"
                   "s#step.action\t"
                   "\"The Action (SDE 2): what do you say in 120 s?" BEHIND
                   "\"I\tlooked.\nI \"\"dug\"\".\"\t" DECK
                   "s step sde2 two-words plain\n"
                   "s#angle.dive-deep\t"
                   "\"Told for Dive Deep: what do you lead with, what do you "
                   "keep short?" BEHIND "Lead with: the dig\t" DECK
                   "s angle sde2 two-words plain\n"
                   "s#probe.p\t\"And?" BEHIND
                   "\"Strong answer: I did\nWeak answer: We did\"\t" DECK
                   "s follow-up sde2 two-words plain\n"
                   "s#weak\t\"Find what disqualifies this answer.\nWe." BEHIND
                   "\"- no I\n- no data\nBar raiser: No.\"\t" DECK
                   "s weak-answer sde2 two-words plain\n");
  g_assert_nonnull (strstr (deeply, "The Action (Senior SDE, told for Dive "
                                    "Deep): what do you say in"));
  g_assert_nonnull (strstr (deeply, "\"I\tlooked.\n+ I \"\"dug\"\".\"\t"));
}

/* What a story does not have at a level is no card there. */
static void
test_levels (void)
{
  g_autoptr (StarlingCatalogue) catalogue = test_load_catalogue ();
  g_autoptr (StarlingScenario) story = make_story (catalogue);
  g_autofree char *text
      = export(catalogue, story, STARLING_LEVEL_SDE1, STARLING_AS_TOLD);

  g_assert_null (strstr (text, "#step.action"));
  g_assert_nonnull (strstr (text, "s#weak\t"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export-anki/cards", test_cards);
  g_test_add_func ("/export-anki/levels", test_levels);

  return g_test_run ();
}

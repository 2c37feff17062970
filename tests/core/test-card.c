/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bundle.h"
#include "engine/card.h"
#include "model/lens.h"
#include "storage/pack.h"

#include "support.h"

#include <string.h>

static void
add_passage (GPtrArray *passages, guint levels)
{
  StarlingPassage *passage = starling_passage_new ("Words.");

  passage->levels = levels;
  g_ptr_array_add (passages, passage);
}

static void
add_probe (StarlingScenario *scenario, const char *id)
{
  StarlingProbe *probe = starling_probe_new ();

  probe->id = g_strdup (id);
  g_ptr_array_add (scenario->probes, probe);
}

static void
add_angle (StarlingScenario *scenario,
           StarlingCatalogue *catalogue,
           const char *id)
{
  StarlingAngle *angle = starling_angle_new ();

  angle->principle = starling_catalogue_find_principle (catalogue, id);
  g_assert_cmpint (angle->principle, >=, 0);
  g_ptr_array_add (scenario->angles, angle);
}

static void
assert_cards (StarlingCatalogue *catalogue,
              const StarlingScenario *scenario,
              const char *expected)
{
  g_autoptr (GPtrArray) cards = starling_card_list (catalogue, scenario);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < cards->len; i++)
    {
      const StarlingCard *card = g_ptr_array_index (cards, i);

      g_string_append_printf (text, "%s%s %u", i > 0 ? "\n" : "", card->name,
                              card->levels);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_list (void)
{
  g_autoptr (StarlingCatalogue) catalogue = test_load_catalogue ();
  g_autoptr (StarlingScenario) scenario = starling_scenario_new ();

  scenario->id = g_strdup ("s");
  assert_cards (catalogue, scenario, "");

  /* A step is one card, however many passages, at the levels of any */
  add_passage (scenario->steps[STARLING_STEP_ACTION].answer, 1);
  assert_cards (catalogue, scenario, "s#step.action 1");
  add_passage (scenario->steps[STARLING_STEP_ACTION].answer, 4);
  add_passage (scenario->steps[STARLING_STEP_ACTION].answer, 4);
  add_passage (scenario->steps[STARLING_STEP_SITUATION].answer, 7);
  assert_cards (catalogue, scenario, "s#step.situation 7\ns#step.action 5");

  /* What is said at no level makes no card */
  add_passage (scenario->steps[STARLING_STEP_TASK].answer, 0);
  assert_cards (catalogue, scenario, "s#step.situation 7\ns#step.action 5");

  /* The reflection's words are the levels' own */
  add_passage (scenario->steps[STARLING_STEP_REFLECTION].answer, 7);
  add_passage (scenario->levels[STARLING_LEVEL_SENIOR].reflection, 3);
  assert_cards (catalogue, scenario, "s#step.situation 7\ns#step.action 5");
  add_passage (scenario->levels[STARLING_LEVEL_SENIOR].reflection, 7);
  add_passage (scenario->levels[STARLING_LEVEL_SDE1].reflection, 1);
  assert_cards (catalogue, scenario,
                "s#step.situation 7\ns#step.action 5\ns#step.reflection 5");

  scenario->weak_text = g_strdup ("It was fine.");
  add_probe (scenario, "why");
  add_probe (scenario, "how-much");
  add_angle (scenario, catalogue, "dive-deep");
  add_angle (scenario, catalogue, "ownership");
  assert_cards (catalogue, scenario,
                "s#step.situation 7\ns#step.action 5\ns#step.reflection 5\n"
                "s#angle.dive-deep 7\ns#angle.ownership 7\n"
                "s#probe.why 7\ns#probe.how-much 7\ns#weak 7");
}

/* Bundled cards: their names can be taken apart and are all different, and
 * their levels are those at which the lens has something to show. */
static void
check_scenario (StarlingCatalogue *catalogue,
                StarlingScenario *scenario,
                GPtrArray *cards,
                GHashTable *names)
{
  guint n_cards = scenario->angles->len + scenario->probes->len
                  + (scenario->weak_text != NULL ? 1 : 0);

  for (guint i = 0; i < cards->len; i++)
    {
      const StarlingCard *card = g_ptr_array_index (cards, i);
      StarlingCardKind kind = STARLING_CARD_WEAK;
      StarlingStepId step;
      const char *key = NULL;
      gsize length = 0;

      g_assert_true (g_hash_table_add (names, g_strdup (card->name)));
      g_assert_true (starling_card_parse (card->name, &length, &kind, &key));
      g_assert_cmpuint (length, ==, strlen (scenario->id));
      g_assert_true (g_str_has_prefix (card->name, scenario->id));
      g_assert_cmpint (kind, ==, card->kind);
      g_assert_true (key == card->key);
      if (kind != STARLING_CARD_STEP)
        continue;

      n_cards++;
      g_assert_true (starling_step_from_id (key, &step));
      for (guint level = 0; level < STARLING_N_LEVELS; level++)
        {
          g_autoptr (StarlingLens) lens
              = starling_lens_new (catalogue, scenario, (StarlingLevel) level,
                                   STARLING_AS_TOLD);

          g_assert_cmpint (lens->steps[step].n_passages > 0, ==,
                           (card->levels & (1u << level)) != 0);
        }
    }
  g_assert_cmpuint (cards->len, ==, n_cards);
}

static void
test_bundled (void)
{
  g_autoptr (StarlingCatalogue) catalogue = test_load_catalogue ();
  g_autoptr (GPtrArray) files = test_list_bundle ();
  g_autoptr (GHashTable) names
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_scenarios = 0;

  for (guint i = 0; i < files->len; i++)
    {
      g_autoptr (StarlingPack) pack
          = starling_pack_load (g_ptr_array_index (files, i), catalogue);

      for (guint j = 0; j < pack->entries->len; j++)
        {
          const StarlingPackEntry *entry = g_ptr_array_index (pack->entries, j);
          g_autoptr (StarlingScenario) scenario
              = starling_pack_open_scenario (pack, j, catalogue, NULL);

          check_scenario (catalogue, scenario, entry->cards, names);
          n_scenarios++;
        }
    }
  g_assert_cmpuint (n_scenarios, >, 0);
}

static void
test_parse (void)
{
  static const struct
  {
    const char *name;
    int kind; /* -1: no card */
    gsize length;
    const char *key;
  } cases[] = {
    { "webhook-drops#step.task", STARLING_CARD_STEP, 13, "task" },
    { "s#step.situation", STARLING_CARD_STEP, 1, "situation" },
    { "s#step.reflection", STARLING_CARD_STEP, 1, "reflection" },
    { "s#probe.why", STARLING_CARD_PROBE, 1, "why" },
    { "s#probe.a.b", STARLING_CARD_PROBE, 1, "a.b" },
    { "s#weak", STARLING_CARD_WEAK, 1, "" },
    { "s#angle.dive-deep", STARLING_CARD_ANGLE, 1, "dive-deep" },
    { "s#step.coda", -1, 0, NULL },
    { "s#step.", -1, 0, NULL },
    { "s#step", -1, 0, NULL },
    { "s#probe.", -1, 0, NULL },
    { "s#angle.", -1, 0, NULL },
    { "s#angle", -1, 0, NULL },
    { "s#weak.x", -1, 0, NULL },
    { "s#weakly", -1, 0, NULL },
    { "s#wea", -1, 0, NULL },
    { "s#other.x", -1, 0, NULL },
    { "s#", -1, 0, NULL },
    { "#weak", -1, 0, NULL },
    { "s", -1, 0, NULL },
    { "s##weak", -1, 0, NULL },
    { "", -1, 0, NULL },
    { NULL, -1, 0, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StarlingCardKind kind = STARLING_CARD_STEP;
      const char *key = NULL;
      gsize length = 0;

      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (starling_card_parse (cases[i].name, &length, &kind,
                                            &key),
                       ==, cases[i].kind >= 0);
      g_assert_cmpint (starling_card_parse (cases[i].name, NULL, NULL, NULL),
                       ==, cases[i].kind >= 0);
      g_assert_cmpuint (length, ==, cases[i].length);
      g_assert_cmpstr (key, ==, cases[i].key);
      if (cases[i].kind >= 0)
        g_assert_cmpint ((int) kind, ==, cases[i].kind);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/card/list", test_list);
  g_test_add_func ("/card/bundled", test_bundled);
  g_test_add_func ("/card/parse", test_parse);
  return g_test_run ();
}

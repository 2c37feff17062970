/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/pack-private.h"

#include "base/text.h"

/*
 * From the index to the model. The scenario has its shape by then: it was
 * checked, and there was no error.
 */

static char **
dup_texts (StarlingJson *json, guint object, const char *name)
{
  return starling_json_dup_strings (json,
                                    starling_json_find (json, object, name));
}

static guint
get_number (StarlingJson *json, guint object, const char *name)
{
  guint node = starling_json_find (json, object, name);
  gint64 value = 0;

  if (node != 0)
    starling_json_get_integer (json, node, &value);
  return (guint) value;
}

/* The first item of the list @name of @object, or 0. */
static guint
find_first (StarlingJson *json, guint object, const char *name)
{
  guint list = starling_json_find (json, object, name);

  return list != 0 ? starling_json_get_first (json, list) : 0;
}

static int
get_principle (StarlingJson *json, guint object, StarlingCatalogue *catalogue)
{
  g_autofree char *id = starling_json_dup_member (json, object, "principle");

  return starling_catalogue_find_principle (catalogue, id);
}

static StarlingPrincipleSet
get_principles (StarlingJson *json,
                guint object,
                const char *name,
                StarlingCatalogue *catalogue)
{
  g_auto (GStrv) ids = dup_texts (json, object, name);
  StarlingPrincipleSet set = 0;

  for (guint i = 0; ids[i] != NULL; i++)
    set |= STARLING_PRINCIPLE_BIT (
        starling_catalogue_find_principle (catalogue, ids[i]));
  return set;
}

static void
read_passages (StarlingJson *json,
               guint object,
               const char *name,
               StarlingCatalogue *catalogue,
               GPtrArray *passages)
{
  for (guint node = find_first (json, object, name); node != 0;
       node = starling_json_get_next (json, node))
    {
      StarlingPassage *passage = starling_passage_new (NULL);
      g_auto (GStrv) levels = dup_texts (json, node, "levels");
      StarlingLevel level;

      passage->text = starling_json_dup_member (json, node, "text");
      passage->emphasize = get_principles (json, node, "emphasize", catalogue);
      passage->downplay = get_principles (json, node, "downplay", catalogue);
      if (levels[0] != NULL)
        passage->levels = 0;
      for (guint i = 0; levels[i] != NULL; i++)
        if (starling_level_from_id (levels[i], &level))
          passage->levels |= 1u << level;
      g_ptr_array_add (passages, passage);
    }
}

static void
read_overview (StarlingJson *json, guint scenario, StarlingScenario *self)
{
  guint node = starling_json_find (json, scenario, "overview");

  if (node == 0)
    return;
  self->situation = starling_json_dup_member (json, node, "situation");
  self->walkthrough = starling_json_dup_member (json, node, "walkthrough");
  self->takeaways = dup_texts (json, node, "takeaways");
}

static void
read_steps (StarlingJson *json,
            guint scenario,
            StarlingCatalogue *catalogue,
            StarlingScenario *self)
{
  guint node = find_first (json, scenario, "steps");

  for (guint i = 0; i < STARLING_N_STEPS; i++)
    {
      StarlingStep *step = &self->steps[i];

      step->seconds = get_number (json, node, "seconds");
      if (step->step != STARLING_STEP_REFLECTION)
        read_passages (json, node, "answer", catalogue, step->answer);
      g_strfreev (step->key_phrases);
      step->key_phrases = dup_texts (json, node, "key_phrases");
      step->coaching = starling_json_dup_member (json, node, "coaching");
      step->mistake = starling_json_dup_member (json, node, "mistake");
      node = starling_json_get_next (json, node);
    }
}

static void
read_levels (StarlingJson *json,
             guint scenario,
             StarlingCatalogue *catalogue,
             StarlingScenario *self)
{
  guint levels = starling_json_find (json, scenario, "levels");

  if (levels == 0)
    return;
  for (guint i = 0; i < STARLING_N_LEVELS; i++)
    {
      StarlingLevelView *view = &self->levels[i];
      guint node
          = starling_json_find (json, levels,
                                starling_level_to_id ((StarlingLevel) i));
      guint seconds;

      if (node == 0)
        continue;
      view->guidance = starling_json_dup_member (json, node, "guidance");
      view->bar = starling_json_dup_member (json, node, "bar");
      read_passages (json, node, "reflection", catalogue, view->reflection);
      seconds = starling_json_find (json, node, "seconds");
      if (seconds != 0)
        {
          view->min_seconds = get_number (json, seconds, "min");
          view->max_seconds = get_number (json, seconds, "max");
        }
    }
}

static void
read_angles (StarlingJson *json,
             guint scenario,
             StarlingCatalogue *catalogue,
             StarlingScenario *self)
{
  for (guint node = find_first (json, scenario, "angles"); node != 0;
       node = starling_json_get_next (json, node))
    {
      StarlingAngle *angle = starling_angle_new ();

      angle->principle = get_principle (json, node, catalogue);
      angle->lead = starling_json_dup_member (json, node, "lead");
      angle->emphasize = starling_json_dup_member (json, node, "emphasize");
      angle->downplay = starling_json_dup_member (json, node, "downplay");
      g_ptr_array_add (self->angles, angle);
    }
}

static void
read_probes (StarlingJson *json, guint scenario, StarlingScenario *self)
{
  for (guint node = find_first (json, scenario, "probes"); node != 0;
       node = starling_json_get_next (json, node))
    {
      StarlingProbe *probe = starling_probe_new ();
      guint weak = starling_json_find (json, node, "weak");
      guint strong = starling_json_find (json, node, "strong");
      g_autofree char *kind = starling_json_dup_member (json, node, "kind");

      probe->id = starling_json_dup_member (json, node, "id");
      probe->question = starling_json_dup_member (json, node, "question");
      probe->probes = starling_json_dup_member (json, node, "probes");
      probe->weak_answer = starling_json_dup_member (json, weak, "answer");
      probe->weak_why = starling_json_dup_member (json, weak, "why");
      probe->strong_answer = starling_json_dup_member (json, strong, "answer");
      probe->strong_takeaway
          = starling_json_dup_member (json, strong, "takeaway");
      starling_pack_find_probe_kind (kind, &probe->kind);
      g_ptr_array_add (self->probes, probe);
    }
}

static void
read_weak_answer (StarlingJson *json, guint scenario, StarlingScenario *self)
{
  guint node = starling_json_find (json, scenario, "weak_answer");

  if (node == 0)
    return;
  self->weak_text = starling_json_dup_member (json, node, "text");
  self->weak_flags = dup_texts (json, node, "flags");
  self->weak_verdict = starling_json_dup_member (json, node, "verdict");
}

static void
read_quiz (StarlingJson *json, guint scenario, StarlingScenario *self)
{
  for (guint node = find_first (json, scenario, "quiz"); node != 0;
       node = starling_json_get_next (json, node))
    {
      StarlingQuestion *question = starling_question_new ();

      question->id = starling_json_dup_member (json, node, "id");
      question->question = starling_json_dup_member (json, node, "question");
      question->correct = get_number (json, node, "correct");
      question->explanation
          = starling_json_dup_member (json, node, "explanation");
      for (guint at = find_first (json, node, "options"); at != 0;
           at = starling_json_get_next (json, at))
        {
          StarlingOption *option = starling_option_new ();

          option->text = starling_json_dup_member (json, at, "text");
          option->why = starling_json_dup_member (json, at, "why");
          g_ptr_array_add (question->options, option);
        }
      g_ptr_array_add (self->quiz, question);
    }
}

/**
 * starling_pack_build_scenario:
 * @json: the index
 * @node: a scenario without errors
 * @catalogue: the catalogue that it was checked with
 *
 * Returns: (transfer full): the scenario
 */
StarlingScenario *
starling_pack_build_scenario (StarlingJson *json,
                              guint node,
                              StarlingCatalogue *catalogue)
{
  StarlingScenario *self = starling_scenario_new ();

  self->id = starling_json_dup_member (json, node, "id");
  self->title = starling_json_dup_member (json, node, "title");
  self->question = starling_json_dup_member (json, node, "question");
  self->principle = get_principle (json, node, catalogue);
  g_strfreev (self->tags);
  self->tags = dup_texts (json, node, "tags");
  read_overview (json, node, self);
  read_steps (json, node, catalogue, self);
  read_levels (json, node, catalogue, self);
  read_angles (json, node, catalogue, self);
  read_probes (json, node, self);
  read_weak_answer (json, node, self);
  read_quiz (json, node, self);
  return self;
}

/* What the search looks through, folded, a line each. */
static char *
build_search (const StarlingScenario *scenario, StarlingCatalogue *catalogue)
{
  const StarlingPrinciple *principle
      = starling_catalogue_get_principle (catalogue,
                                          (guint) scenario->principle);
  g_autoptr (GString) text = g_string_new (scenario->title);

  g_string_append_printf (text, "\n%s\n%s", scenario->question,
                          principle->name);
  for (guint i = 0; scenario->tags[i] != NULL; i++)
    g_string_append_printf (text, "\n%s", scenario->tags[i]);
  for (guint i = 0; i < STARLING_N_STEPS; i++)
    for (char **phrase = scenario->steps[i].key_phrases; *phrase != NULL;
         phrase++)
      g_string_append_printf (text, "\n%s", *phrase);
  return starling_text_fold (text->str);
}

/**
 * starling_pack_build_entry:
 * @json: the index of the whole file
 * @node: a scenario without errors
 * @catalogue: the catalogue that it was checked with
 *
 * Returns: (transfer full): what the pack remembers of the scenario
 */
StarlingPackEntry *
starling_pack_build_entry (StarlingJson *json,
                           guint node,
                           StarlingCatalogue *catalogue)
{
  g_autoptr (StarlingScenario) scenario
      = starling_pack_build_scenario (json, node, catalogue);
  StarlingPackEntry *entry = g_new0 (StarlingPackEntry, 1);

  entry->id = g_strdup (scenario->id);
  entry->title = g_strdup (scenario->title);
  entry->question = g_strdup (scenario->question);
  entry->principle = scenario->principle;
  entry->search = build_search (scenario, catalogue);
  entry->cards = starling_card_list (catalogue, scenario);
  entry->n_questions = scenario->quiz->len;
  entry->start = starling_json_get (json, node)->start;
  entry->end = starling_json_get (json, node)->end;
  return entry;
}

/**
 * starling_pack_entry_free:
 * @entry: (transfer full): an entry
 *
 * Frees @entry.
 */
void
starling_pack_entry_free (StarlingPackEntry *entry)
{
  g_free (entry->id);
  g_free (entry->title);
  g_free (entry->question);
  g_free (entry->search);
  g_ptr_array_unref (entry->cards);
  g_free (entry);
}

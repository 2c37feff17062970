/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/pack-private.h"

/*
 * The pack format, version 1, as tables: the same as data/pack.schema.json,
 * in its order from the inside out.
 */

static const char *const kinds[] = {
  [STARLING_PROBE_CONTRIBUTION] = "contribution",
  [STARLING_PROBE_INFLUENCE] = "influence",
  [STARLING_PROBE_TECHNICAL] = "technical",
  [STARLING_PROBE_IMPACT] = "impact",
  [STARLING_PROBE_ALTERNATIVES] = "alternatives",
  [STARLING_PROBE_DISAGREEMENT] = "disagreement",
  [STARLING_PROBE_FAILURE] = "failure",
  [STARLING_PROBE_LEARNING] = "learning",
  [STARLING_PROBE_SCALE] = "scale",
  [STARLING_PROBE_ANOTHER_EXAMPLE] = "another-example",
  [STARLING_PROBE_OTHER_PRINCIPLE] = "other-principle",
};

/**
 * starling_pack_find_probe_kind:
 * @id: id of a kind of probe in a pack
 * @kind: (out) (optional): the kind
 *
 * Returns: whether there is such a kind
 */
gboolean
starling_pack_find_probe_kind (const char *id, StarlingProbeKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i], id) == 0)
      {
        if (kind != NULL)
          *kind = (StarlingProbeKind) i;
        return id != NULL;
      }
  return FALSE;
}

static gboolean
is_kind (const char *value, gpointer data)
{
  return starling_pack_find_probe_kind (value, NULL);
}

static gboolean
is_format (const char *value, gpointer data)
{
  return g_str_equal (value, "starling-pack");
}

static gboolean
is_principle (const char *value, gpointer data)
{
  StarlingPackReader *reader = data;

  return starling_catalogue_find_principle (reader->catalogue, value) >= 0;
}

static gboolean
is_level (const char *value, gpointer data)
{
  return starling_level_from_id (value, NULL);
}

static gboolean
is_step (const char *value, gpointer data)
{
  return starling_step_from_id (value, NULL);
}

#define STRING(description, function)                                          \
  {                                                                            \
    .kind = STARLING_SHAPE_STRING, .what = description, .accepts = function    \
  }
#define INTEGER(description, least, most)                                      \
  {                                                                            \
    .kind = STARLING_SHAPE_INTEGER, .what = description, .min = least,         \
    .max = most                                                                \
  }
#define LIST(description, least, most, item, ...)                              \
  {                                                                            \
    .kind = STARLING_SHAPE_ARRAY, .what = description, .min = least,           \
    .max = most, .items = item, __VA_ARGS__                                    \
  }
#define MEMBERS(...)                                                           \
  .members = (const StarlingShapeMember[])                                     \
  {                                                                            \
    __VA_ARGS__,                                                               \
    {                                                                          \
      NULL                                                                     \
    }                                                                          \
  }
#define OBJECT(description, ...)                                               \
  {                                                                            \
    .kind = STARLING_SHAPE_OBJECT, .what = description, __VA_ARGS__            \
  }

static const StarlingShape principle
    = STRING ("the id of a principle in the catalogue (such as \"ownership\")",
              is_principle);

static const StarlingShape level
    = STRING ("\"sde1\", \"sde2\" or \"senior\"", is_level);

/* Passages */

static const StarlingShape principles
    = LIST ("a list of ids of principles", 0, 0, &principle, .unique = TRUE);

static const StarlingShape passage_levels
    = LIST ("a list of levels (\"sde1\", \"sde2\", \"senior\")",
            1,
            0,
            &level,
            .unique = TRUE);

static const StarlingShape passage
    = OBJECT ("an object with the \"text\" of one sentence",
              MEMBERS ({ "text", &starling_shape_text, TRUE },
                       { "emphasize", &principles, FALSE },
                       { "downplay", &principles, FALSE },
                       { "levels", &passage_levels, FALSE }),
              .check = starling_pack_check_passage);

static const StarlingShape passages
    = LIST ("a list of passages, objects with a \"text\"", 1, 40, &passage);

/* Steps */

static const StarlingShape step_id = STRING (
    "\"situation\", \"task\", \"action\", \"result\" or \"reflection\"",
    is_step);

static const StarlingShape step_seconds
    = INTEGER ("a whole number of seconds from 5 to 600", 5, 600);

static const StarlingShape key_phrases
    = LIST ("a list of key phrases", 0, 12, &starling_shape_line);

static const StarlingShape step
    = OBJECT ("an object that describes a step",
              MEMBERS ({ "step", &step_id, TRUE },
                       { "seconds", &step_seconds, TRUE },
                       { "answer", &passages, FALSE },
                       { "key_phrases", &key_phrases, FALSE },
                       { "coaching", &starling_shape_text, FALSE },
                       { "mistake", &starling_shape_text, FALSE }),
              .check = starling_pack_check_step);

static const StarlingShape steps = LIST ("a list of the five steps in order",
                                         STARLING_N_STEPS,
                                         STARLING_N_STEPS,
                                         &step,
                                         .check = starling_pack_check_steps);

/* Levels */

static const StarlingShape min_seconds
    = INTEGER ("a whole number of seconds, at least 30", 30, G_MAXINT64);

static const StarlingShape max_seconds
    = INTEGER ("a whole number of seconds, at most 900", G_MININT64, 900);

static const StarlingShape level_seconds
    = OBJECT ("an object of \"min\" and \"max\" seconds",
              MEMBERS ({ "min", &min_seconds, TRUE },
                       { "max", &max_seconds, TRUE }),
              .check = starling_pack_check_seconds);

static const StarlingShape level_view
    = OBJECT ("an object that describes the scenario at this level",
              MEMBERS ({ "guidance", &starling_shape_text, FALSE },
                       { "reflection", &passages, FALSE },
                       { "bar", &starling_shape_text, FALSE },
                       { "seconds", &level_seconds, FALSE }));

static const StarlingShape levels
    = OBJECT ("an object of levels (\"sde1\", \"sde2\", \"senior\")",
              MEMBERS ({ "sde1", &level_view, FALSE },
                       { "sde2", &level_view, FALSE },
                       { "senior", &level_view, FALSE }),
              .closed = TRUE);

/* Overview, angles, probes */

static const StarlingShape takeaways
    = LIST ("a list of takeaways", 1, 8, &starling_shape_line);

static const StarlingShape overview
    = OBJECT ("an object that describes the scenario as a whole",
              MEMBERS ({ "situation", &starling_shape_text, TRUE },
                       { "walkthrough", &starling_shape_text, TRUE },
                       { "takeaways", &takeaways, TRUE }));

static const StarlingShape angle
    = OBJECT ("an object that describes an angle",
              MEMBERS ({ "principle", &principle, TRUE },
                       { "lead", &starling_shape_text, TRUE },
                       { "emphasize", &starling_shape_text, TRUE },
                       { "downplay", &starling_shape_text, TRUE }));

static const StarlingShape angles
    = LIST ("a list of angles", 0, 8, &angle, .unique_member = "principle");

static const StarlingShape probe_kind
    = STRING ("\"contribution\", \"influence\", \"technical\", \"impact\", "
              "\"alternatives\", \"disagreement\", \"failure\", \"learning\", "
              "\"scale\", \"another-example\" or \"other-principle\"",
              is_kind);

static const StarlingShape probe_weak
    = OBJECT ("an object with the weak \"answer\" and \"why\" it is weak",
              MEMBERS ({ "answer", &starling_shape_text, TRUE },
                       { "why", &starling_shape_text, TRUE }));

static const StarlingShape probe_strong
    = OBJECT ("an object with the strong \"answer\" and its \"takeaway\"",
              MEMBERS ({ "answer", &starling_shape_text, TRUE },
                       { "takeaway", &starling_shape_line, TRUE }));

static const StarlingShape probe
    = OBJECT ("an object that describes a probe",
              MEMBERS ({ "id", &starling_shape_id, TRUE },
                       { "question", &starling_shape_line, TRUE },
                       { "probes", &starling_shape_line, TRUE },
                       { "weak", &probe_weak, TRUE },
                       { "strong", &probe_strong, TRUE },
                       { "kind", &probe_kind, FALSE }));

static const StarlingShape probes
    = LIST ("a list of probes", 0, 20, &probe, .unique_member = "id");

/* The weak answer */

static const StarlingShape flags
    = LIST ("a list of what is wrong", 1, 12, &starling_shape_line);

static const StarlingShape weak_answer
    = OBJECT ("an object that describes a weak answer",
              MEMBERS ({ "text", &starling_shape_text, TRUE },
                       { "flags", &flags, TRUE },
                       { "verdict", &starling_shape_text, TRUE }));

/* Quiz */

static const StarlingShape option
    = OBJECT ("an object with the \"text\" of an option",
              MEMBERS ({ "text", &starling_shape_line, TRUE },
                       { "why", &starling_shape_text, FALSE }));

static const StarlingShape options
    = LIST ("a list of options, objects with a \"text\"", 2, 6, &option);

static const StarlingShape correct
    = INTEGER ("the number of the right option, counted from 0", 0, G_MAXINT64);

static const StarlingShape question
    = OBJECT ("an object that describes a question",
              MEMBERS ({ "id", &starling_shape_id, TRUE },
                       { "question", &starling_shape_line, TRUE },
                       { "options", &options, TRUE },
                       { "correct", &correct, TRUE },
                       { "explanation", &starling_shape_text, TRUE }),
              .check = starling_pack_check_question);

static const StarlingShape quiz
    = LIST ("a list of questions", 0, 40, &question, .unique_member = "id");

/* Scenario and pack */

static const StarlingShape tags
    = LIST ("a list of tags", 0, 12, &starling_shape_id);

const StarlingShape starling_pack_scenario_shape
    = OBJECT ("an object that describes a scenario",
              MEMBERS ({ "id", &starling_shape_id, TRUE },
                       { "title", &starling_shape_line, TRUE },
                       { "question", &starling_shape_line, TRUE },
                       { "principle", &principle, TRUE },
                       { "tags", &tags, FALSE },
                       { "overview", &overview, FALSE },
                       { "steps", &steps, TRUE },
                       { "levels", &levels, FALSE },
                       { "angles", &angles, FALSE },
                       { "probes", &probes, FALSE },
                       { "weak_answer", &weak_answer, FALSE },
                       { "quiz", &quiz, FALSE }),
              .check = starling_pack_check_scenario);

static const StarlingShape format = STRING ("\"starling-pack\"", is_format);

/* Each scenario is checked while the pack is read. */
static const StarlingShape scenarios = LIST ("a list of scenarios",
                                             1,
                                             STARLING_PACK_MAX_SCENARIOS,
                                             &starling_shape_any);

const StarlingShape starling_pack_shape
    = OBJECT ("an object that describes a pack",
              MEMBERS ({ "format", &format, TRUE },
                       { "version", &starling_shape_version, TRUE },
                       { "id", &starling_shape_id, TRUE },
                       { "title", &starling_shape_line, TRUE },
                       { "language", &starling_shape_language, TRUE },
                       { "license", &starling_shape_line, FALSE },
                       { "authors", &starling_shape_authors, FALSE },
                       { "scenarios", &scenarios, TRUE }));

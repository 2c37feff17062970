/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/export-anki.h"

#include "engine/card.h"

#include <string.h>

/*
 * The first column is what a note is known by: who imports again gets changed
 * texts, and keeps what Anki knows of the card. Front and Back are the fields
 * of Anki's own type of notes. Only a column of decks creates those that lack.
 */
#define HEAD                                                                   \
  "#separator:tab\n"                                                           \
  "#html:false\n"                                                              \
  "#notetype:Basic\n"                                                          \
  "#columns:Card\tFront\tBack\tDeck\tTags\n"                                   \
  "#guid column:1\n"                                                           \
  "#deck column:4\n"                                                           \
  "#tags column:5\n"

#define DECK "Starling::"

/**
 * starling_export_anki_new:
 *
 * Returns: (transfer full): a text without cards
 */
GString *
starling_export_anki_new (void)
{
  return g_string_new (HEAD);
}

/* Adds a field, in quotation marks where it needs them, and what follows. */
static void
add_field (GString *out, const char *text, char behind)
{
  gboolean quoted = strpbrk (text, "\t\"\r\n") != NULL;

  if (quoted)
    g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  if (quoted)
    g_string_append_c (out, '"');
  g_string_append_c (out, behind);
}

/* Adds a line with a label, if there is a text. */
static void
add_line (GString *text, const char *label, const char *line)
{
  if (line == NULL)
    return;
  g_string_append_printf (text, "%s%s%s", text->len > 0 ? "\n" : "", label,
                          line);
}

static void
add_list (GString *text, const char *label, const char *const *items)
{
  g_autofree char *list = items == NULL || items[0] == NULL
                              ? NULL
                              : g_strjoinv (" · ", (char **) items);

  add_line (text, label, list);
}

static const char *
get_name (const StarlingLens *lens, int principle)
{
  return starling_catalogue_get_principle (lens->catalogue, (guint) principle)
      ->name;
}

static void
ask_for_step (GString *front, const StarlingLens *lens, StarlingStepId step)
{
  static const char *const names[]
      = { "Situation", "Task", "Action", "Result", "Reflection" };
  const char *level
      = starling_catalogue_get_level (lens->catalogue, lens->level)->name;

  g_string_append_printf (front, "The %s (%s", names[step], level);
  if (lens->angle != STARLING_AS_TOLD)
    g_string_append_printf (front, ", told for %s",
                            get_name (lens, lens->angle));
  g_string_append_printf (front, "): what do you say in %u s?",
                          lens->steps[step].target);
}

/* Sentences are marked as `starling-cli render` marks them. */
static void
answer_step (GString *back, const StarlingLensStep *step)
{
  static const char *const marks[] = {
    [STARLING_EMPHASIS_NEUTRAL] = "",
    [STARLING_EMPHASIS_LEAN_ON] = "+ ",
    [STARLING_EMPHASIS_SHORT] = "- ",
  };

  for (guint i = 0; i < step->n_passages; i++)
    add_line (back, marks[step->passages[i].emphasis],
              step->passages[i].passage->text);
  add_list (back, "Key phrases: ", step->key_phrases);
  add_line (back, "Coaching: ", step->coaching);
  add_line (back, "Common mistake: ", step->mistake);
}

static void
answer_probe (GString *back, const StarlingProbe *probe)
{
  add_line (back, "Strong answer: ", probe->strong_answer);
  add_line (back, "Takeaway: ", probe->strong_takeaway);
  add_line (back, "Weak answer: ", probe->weak_answer);
  add_line (back, "Why: ", probe->weak_why);
  add_line (back, "Tests: ", probe->probes);
}

static void
answer_angle (GString *back, const StarlingAngle *angle)
{
  add_line (back, "Lead with: ", angle->lead);
  add_line (back, "Lean on: ", angle->emphasize);
  add_line (back, "Keep short: ", angle->downplay);
}

/* Both sides of a card; FALSE if the story has no such one. */
static gboolean
make_sides (const StarlingLens *lens,
            const StarlingCard *card,
            GString *front,
            GString *back)
{
  const StarlingScenario *scenario = lens->scenario;
  const StarlingProbe *probe = NULL;
  const StarlingAngle *angle = NULL;
  StarlingStepId step;

  if (card->kind == STARLING_CARD_STEP
      && starling_step_from_id (card->key, &step))
    {
      ask_for_step (front, lens, step);
      answer_step (back, &lens->steps[step]);
      return TRUE;
    }
  if (card->kind == STARLING_CARD_PROBE)
    probe = starling_scenario_find_probe (scenario, card->key);
  if (probe != NULL)
    {
      add_line (front, "", probe->question);
      answer_probe (back, probe);
      return TRUE;
    }
  if (card->kind == STARLING_CARD_ANGLE)
    angle = starling_scenario_find_angle (
        scenario,
        starling_catalogue_find_principle (lens->catalogue, card->key));
  if (angle != NULL)
    {
      g_string_append_printf (
          front, "Told for %s: what do you lead with, what do you keep short?",
          get_name (lens, angle->principle));
      answer_angle (back, angle);
      return TRUE;
    }
  if (card->kind != STARLING_CARD_WEAK)
    return FALSE;
  add_line (front, "", "Find what disqualifies this answer.");
  add_line (front, "", scenario->weak_text);
  for (guint i = 0;
       scenario->weak_flags != NULL && scenario->weak_flags[i] != NULL; i++)
    add_line (back, "- ", scenario->weak_flags[i]);
  add_line (back, "Bar raiser: ", scenario->weak_verdict);
  return TRUE;
}

/* A tag has no spaces: they stand between tags. */
static void
add_tag (GString *tags, const char *tag)
{
  gboolean in_space = TRUE;
  gsize before = tags->len;

  for (const char *p = tag; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && in_space && tags->len > before)
        g_string_append_c (tags, '-');
      else if (!g_unichar_isspace (c) && in_space && before > 0)
        g_string_append_c (tags, ' ');
      in_space = g_unichar_isspace (c);
      if (!in_space)
        g_string_append_unichar (tags, c);
    }
}

static char *
make_tags (const StarlingLens *lens, const StarlingCard *card)
{
  static const char *const kinds[] = {
    [STARLING_CARD_STEP] = "step",
    [STARLING_CARD_PROBE] = "follow-up",
    [STARLING_CARD_WEAK] = "weak-answer",
    [STARLING_CARD_ANGLE] = "angle",
  };
  GString *tags = g_string_new (NULL);

  add_tag (tags, lens->scenario->id);
  add_tag (tags, kinds[card->kind]);
  add_tag (tags, starling_level_to_id (lens->level));
  for (guint i = 0; lens->scenario->tags[i] != NULL; i++)
    add_tag (tags, lens->scenario->tags[i]);
  return g_string_free (tags, FALSE);
}

static void
add_card (GString *out, const StarlingLens *lens, const StarlingCard *card)
{
  g_autoptr (GString) front = g_string_new (NULL);
  g_autoptr (GString) back = g_string_new (NULL);
  g_autofree char *deck
      = g_strconcat (DECK, get_name (lens, lens->scenario->principle), NULL);
  g_autofree char *tags = make_tags (lens, card);

  if (!make_sides (lens, card, front, back))
    return;
  g_string_append_printf (front, "\n\n%s: %s", lens->scenario->title,
                          lens->scenario->question);
  add_field (out, card->name, '\t');
  add_field (out, front->str, '\t');
  add_field (out, back->str, '\t');
  add_field (out, deck, '\t');
  add_field (out, tags, '\n');
}

/**
 * starling_export_anki_add:
 * @out: what starling_export_anki_new() has begun
 * @lens: a story, through the level and angle at which its cards are to be
 *
 * Adds the flashcards that the story has at that level; none of the user's
 * notes are on them.
 */
void
starling_export_anki_add (GString *out, const StarlingLens *lens)
{
  g_autoptr (GPtrArray) cards
      = starling_card_list (lens->catalogue, lens->scenario);

  for (guint i = 0; i < cards->len; i++)
    {
      const StarlingCard *card = g_ptr_array_index (cards, i);

      if (card->levels & (1u << lens->level))
        add_card (out, lens, card);
    }
}
